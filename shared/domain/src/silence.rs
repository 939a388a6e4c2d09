//! A source that usually speaks and does not: noticed by its own rhythm, because a lost connection sends no error.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};

/// How far back a source's rhythm is looked at.
pub const DAYS: i64 = 14;
/// Fewer hours with words are no rhythm yet.
const FEWEST: usize = 12;
/// No silence is shorter.
const SHORTEST: i64 = 6;

/// Whole hours since 1970.
pub fn hour(at: Timestamp) -> i64 {
    at.as_second().div_euclid(3600)
}

/// For how long a source has been silent, if that is more than twice as long as it ever was in the days before: nights and
/// weekends are in that. `hours` are those in which it was heard, of the last [`DAYS`].
pub fn silent(hours: &BTreeSet<i64>, now: Timestamp) -> Option<SignedDuration> {
    let last = *hours.last()?;
    if hours.len() < FEWEST {
        return None;
    }
    let gaps = hours.iter().zip(hours.iter().skip(1)).map(|(one, next)| next - one);
    let longest = gaps.max().unwrap_or(0);
    let since = hour(now) - last;
    (since > (2 * longest).max(SHORTEST)).then(|| SignedDuration::from_hours(since))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: i64) -> Timestamp {
        Timestamp::from_second(hour * 3600).expect("in range")
    }

    /// Ten days, each from eight to eighteen.
    fn office() -> BTreeSet<i64> {
        (0..10).flat_map(|day| (8..18).map(move |hour| day * 24 + hour)).collect()
    }

    #[test]
    fn a_night_is_no_silence_and_a_day_without_a_word_is() {
        let last = 9 * 24 + 17;
        assert_eq!(silent(&office(), at(last + 15)), None);
        assert_eq!(silent(&office(), at(last + 30)), None);
        assert_eq!(silent(&office(), at(last + 31)), Some(SignedDuration::from_hours(31)));
    }

    #[test]
    fn who_seldom_speaks_is_not_missed() {
        assert_eq!(silent(&BTreeSet::new(), at(1_000)), None);
        assert_eq!(silent(&(0..11).collect(), at(1_000)), None);
        assert_eq!(silent(&(0..12).collect(), at(17)), None);
        assert_eq!(silent(&(0..12).collect(), at(18)), Some(SignedDuration::from_hours(7)));
    }
}
