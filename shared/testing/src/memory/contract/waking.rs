//! What is due, page by page, and the clock's cursor.

use std::collections::BTreeSet;

use domain::ids::OrderId;
use domain::ports::{Orders, Stored};
use domain::waking::{Ask, Cursor, Cursors, Due, LANES, Page, Place, lane};
use jiff::{SignedDuration, Timestamp};

use super::{at, handles, id, stored};
use crate::facts::minute;

/// Orders whose time has come are found, each in its lane, and only they.
pub async fn check_due(store: &impl Orders, due: &impl Due) {
    check_windows(store, due).await;
    check_many_of_one_time(store, due).await;
}

async fn check_windows(store: &impl Orders, due: &impl Due) {
    let ids: Vec<OrderId> = (0..20).map(|index| id(&format!("due-{index}"))).collect();
    for (minutes, id) in (0..).zip(&ids) {
        let waiting = Stored { wake_at: Some(minute(minutes)), ..stored(1) };
        store.write(id, &waiting, &handles(), None, at(0)).await.expect("written");
    }
    let found = async |from: Timestamp, to: Timestamp| all(due, from, to).await;
    let moment = SignedDuration::from_millis(1);
    assert_eq!(found(Timestamp::UNIX_EPOCH, minute(0) - moment).await, BTreeSet::new());
    assert_eq!(found(Timestamp::UNIX_EPOCH, minute(9)).await, ids[..10].iter().cloned().collect(), "its end is in it");
    assert_eq!(found(minute(9), minute(11)).await, ids[10..12].iter().cloned().collect(), "its begin is not");
    assert_eq!(found(minute(9), minute(9)).await, BTreeSet::new());
    assert_eq!(found(minute(9), minute(3)).await, BTreeSet::new(), "nor what is before it");

    let (later, asleep) = (Stored { wake_at: Some(minute(500)), ..stored(2) }, stored(2));
    store.write(&ids[3], &asleep, &handles(), Some(1), at(1)).await.expect("written");
    store.write(&ids[4], &later, &handles(), Some(1), at(1)).await.expect("written");
    let left: BTreeSet<OrderId> = ids.iter().filter(|id| ![&ids[3], &ids[4]].contains(id)).cloned().collect();
    assert_eq!(found(Timestamp::UNIX_EPOCH, minute(100)).await, left);
}

/// All that is due in a window, in every lane.
async fn all(due: &impl Due, from: Timestamp, to: Timestamp) -> BTreeSet<OrderId> {
    let ask = |lane| Ask { lane, after: Place::behind(from), to, most: 100 };
    let asks: Vec<Ask> = (0..LANES).map(ask).collect();
    let mut found = BTreeSet::new();
    for (asked, page) in due.due(&asks).await.into_iter().enumerate() {
        let page = page.expect("answered");
        assert!(!page.more && page.orders.is_sorted_by_key(|(at, _)| *at), "{page:?}");
        assert!(page.orders.iter().all(|(_, order)| lane(order) == asked), "{page:?}");
        found.extend(page.orders.into_iter().map(|(_, order)| order));
    }
    found
}

/// More orders are due in one millisecond than a page takes, and those of one page are gone before the next is asked for.
async fn check_many_of_one_time(store: &impl Orders, due: &impl Due) {
    let time = minute(1_000);
    let ours = (0..).map(|index| id(&format!("tie-{index}"))).filter(|id| lane(id) == 5);
    let ids: BTreeSet<OrderId> = ours.take(7).collect();
    for id in &ids {
        let waiting = Stored { wake_at: Some(time), ..stored(1) };
        store.write(id, &waiting, &handles(), None, at(0)).await.expect("written");
    }
    let mut found = Vec::new();
    let mut after = Place::behind(minute(999));
    for _ in 0..4 {
        let Page { orders, more } = page(due, &after).await;
        for (_, order) in &orders {
            store.write(order, &stored(2), &handles(), Some(1), at(1)).await.expect("written");
        }
        let last = orders.last().map(|(_, order)| order.clone());
        after = Place { at: time, after: last.or(after.after) };
        found.extend(orders.into_iter().map(|(_, order)| order));
        if !more {
            break;
        }
    }
    assert_eq!((found.len(), found.into_iter().collect::<BTreeSet<_>>()), (7, ids), "each once");
    assert_eq!(page(due, &Place::behind(time)).await, Page::default());
}

async fn page(due: &impl Due, after: &Place) -> Page {
    let ask = Ask { lane: 5, after: after.clone(), to: minute(1_001), most: 2 };
    due.due(&[ask]).await.remove(0).expect("answered")
}

/// The cursor reads as it was written, and of two who read it one moves it.
pub async fn check_cursor(cursors: &impl Cursors) {
    assert_eq!(cursors.cursor().await.expect("read"), None);
    let mut cursor = Cursor::first(at(0));
    assert!(!cursors.move_cursor(Some(3), &cursor).await.expect("answered"), "there is none to move");
    assert!(cursors.move_cursor(None, &cursor).await.expect("answered"));
    assert!(!cursors.move_cursor(None, &cursor).await.expect("answered"), "somebody made it");
    assert_eq!(cursors.cursor().await.expect("read"), Some((0, cursor.clone())));

    cursor.lanes[2].window = Place { at: at(60), after: Some(id("place")) };
    cursor.lanes[3].sweep = None;
    assert!(cursors.move_cursor(Some(0), &cursor).await.expect("answered"));
    assert_eq!(cursors.cursor().await.expect("read"), Some((1, cursor.clone())), "it reads as it was written");
    let old = Cursor::first(at(0));
    assert!(!cursors.move_cursor(Some(0), &old).await.expect("answered"), "who read an old one does not move it back");
    assert_eq!(cursors.cursor().await.expect("read"), Some((1, cursor)));
}
