//! Lists that are turned by a place in them, while orders leave them.
//!
//! A list of what changed until some time loses an order as soon as that changes again: all behind it move up, and the next
//! page would begin behind one that nobody saw. The list's total tells how many have left.

use jiff::Timestamp;
use webhooks::source::Window;

/// A window that ends at whole seconds, which is all that every filter can read, and is not shorter.
pub(crate) fn whole_seconds(window: Window) -> Window {
    let second = |second: i64| Timestamp::from_second(second).ok();
    let begun = window.to.as_second() + i64::from(window.to.subsec_nanosecond() > 0);
    Window { from: second(window.from.as_second()).unwrap_or(window.from), to: second(begun).unwrap_or(window.to) }
}

/// Where the next page begins, of pages that had so many members of a list of so many, if the list says how many; nothing
/// after the last.
pub(crate) fn next(pages: impl IntoIterator<Item = (usize, Option<usize>)>) -> Option<usize> {
    let (mut place, mut before, mut more) = (0_usize, None, true);
    for (members, total) in pages {
        let left = before.zip(total).map_or(0, |(before, now): (usize, usize)| before.saturating_sub(now));
        before = total;
        if left > 0 {
            // Those may have moved up past this page's beginning.
            place = place.saturating_sub(left);
            more = true;
        } else {
            place += members;
            more = members > 0 && total.is_none_or(|total| place < total);
        }
    }
    more.then_some(place)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use webhooks::source::Window;

    use super::{next, whole_seconds};

    #[test]
    fn windows_end_at_whole_seconds_and_are_not_shorter() {
        let time = |text: &str| text.parse::<Timestamp>().expect("a time");
        let (from, to) = (time("2026-09-21T14:00:00.9Z"), time("2026-09-21T15:00:00.000000001Z"));
        let whole = Window { from: time("2026-09-21T14:00:00Z"), to: time("2026-09-21T15:00:01Z") };
        assert_eq!([whole_seconds(Window { from, to }), whole_seconds(whole)], [whole, whole]);
    }

    #[test]
    fn pages_are_turned_to_the_end() {
        assert_eq!(next([]), Some(0));
        assert_eq!(next([(0, Some(0))]), None);
        assert_eq!(next([(50, Some(120))]), Some(50));
        assert_eq!(next([(50, Some(120)), (50, Some(120)), (20, Some(120))]), None);
        assert_eq!(next([(50, None), (7, None)]), Some(57));
        assert_eq!(next([(50, None), (7, None), (0, None)]), None);
        assert_eq!(next([(0, Some(9))]), None);
    }

    #[test]
    fn nothing_is_passed_over_while_orders_leave_the_list() {
        // Before each page, so many of the first members that are still there leave.
        for leaving in [[0, 0, 0], [0, 3, 0], [0, 1, 7], [0, 100, 0], [0, 30, 170], [5, 1, 1]] {
            let mut list: Vec<usize> = (0..250).collect();
            let (mut seen, mut pages, mut gone) = (Vec::new(), Vec::new(), Vec::new());
            while let Some(place) = next(pages.iter().copied()) {
                let left: usize = leaving.get(pages.len()).copied().unwrap_or(0).min(list.len());
                gone.extend(list.drain(..left));
                let page: Vec<usize> = list.iter().copied().skip(place).take(50).collect();
                pages.push((page.len(), Some(list.len())));
                seen.extend(page);
                assert!(pages.len() < 20, "{leaving:?}");
            }
            assert!((0..250).all(|id| seen.contains(&id) || gone.contains(&id)), "{leaving:?}");
        }
    }
}
