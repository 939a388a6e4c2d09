//! Orders, names, raw deliveries, and what is due.

use std::collections::BTreeSet;

use domain::ids::OrderId;
use domain::order::Key;
use domain::ports::{Keeping, Link, LinkKey, Orders, Stored, Written};

use super::{at, handles, id, kept, stored};
use crate::facts::minute;

/// Everything that [`Orders`] promises.
pub async fn check_orders(store: &impl Orders) {
    check_find(store).await;
    check_write(store).await;
    check_links(store).await;
    check_parking_ends_at_fifty(store).await;
    check_raw(store).await;
}

fn link(shop: &str, key: &str) -> LinkKey {
    LinkKey { shop: shop.to_owned(), key: Key(key.to_owned()) }
}

fn set(items: &[&str]) -> BTreeSet<String> {
    items.iter().map(|item| (*item).to_owned()).collect()
}

async fn read(store: &impl Orders, id: &OrderId) -> Option<Stored> {
    let found = store.find(std::slice::from_ref(id), &[]).await.expect("found");
    found.orders.get(id).cloned()
}

async fn check_find(store: &impl Orders) {
    let nothing = store.find(&[], &[]).await.expect("found");
    assert!(nothing.orders.is_empty() && nothing.links.is_empty());
    let nothing = store.find(&[id("none"), id("none")], &[link("demo", "order:none")]).await.expect("found");
    assert!(nothing.orders.is_empty() && nothing.links.is_empty());
    // More than one call may take, half of them there.
    let ids: Vec<OrderId> = (0..130).map(|index| id(&format!("many-{index}"))).collect();
    for id in ids.iter().step_by(2) {
        assert_eq!(store.write(id, &stored(1), &handles(), None, at(0)).await.expect("written"), Written::Done);
    }
    let found = store.find(&ids, &[]).await.expect("found");
    assert_eq!(found.orders.len(), 65);
}

async fn check_write(store: &impl Orders) {
    let id = id("write");
    let first = Stored { wake_at: Some(minute(5)), ..stored(1) };
    assert_eq!(store.write(&id, &first, &handles(), None, at(0)).await.expect("written"), Written::Done);
    assert_eq!(read(store, &id).await.as_ref(), Some(&first), "it reads as it was written");

    let there = Written::Conflict(Some(Box::new(first.clone())));
    let late = stored(1);
    assert_eq!(store.write(&id, &late, &handles(), None, at(0)).await.expect("answered"), there, "somebody made it");
    let second = stored(2);
    assert_eq!(store.write(&id, &second, &handles(), Some(1), at(1)).await.expect("written"), Written::Done);
    assert_eq!(read(store, &id).await.as_ref(), Some(&second), "and a time to wake that is gone is gone");
    let stale = store.write(&id, &late, &handles(), Some(1), at(2)).await.expect("answered");
    assert_eq!(stale, Written::Conflict(Some(Box::new(second.clone()))), "somebody wrote it");
    assert_eq!(read(store, &id).await.as_ref(), Some(&second), "a lost write changes nothing");
    let gone = store.write(&super::id("never-written"), &late, &handles(), Some(1), at(2)).await.expect("answered");
    assert_eq!(gone, Written::Conflict(None), "there is nothing to write over");
}

/// Whoever comes second sees the other, whichever comes first.
async fn check_links(store: &impl Orders) {
    let (first, second) = (link("demo", "order:first"), link("demo", "order:second"));
    let order = id("links");
    let parked = store.park(&first, "digest-a", at(0)).await.expect("parked");
    assert_eq!(parked, Link { orders: BTreeSet::new(), parked: set(&["digest-a"]) });
    let claimed = store.claim(&first, &order).await.expect("claimed");
    assert_eq!(claimed, Link { orders: [order.clone()].into(), parked: set(&["digest-a"]) });

    store.claim(&second, &order).await.expect("claimed");
    let parked = store.park(&second, "digest-b", at(0)).await.expect("parked");
    assert_eq!(parked, Link { orders: [order.clone()].into(), parked: set(&["digest-b"]) });

    // Again, and by others: sets.
    store.park(&first, "digest-a", at(1)).await.expect("parked");
    store.park(&first, "digest-c", at(1)).await.expect("parked");
    let both = store.claim(&first, &id("other")).await.expect("claimed");
    let orders: BTreeSet<OrderId> = [order.clone(), id("other")].into();
    assert_eq!(both, Link { orders: orders.clone(), parked: set(&["digest-a", "digest-c"]) });
    assert_eq!(store.claim(&first, &order).await.expect("claimed"), both);

    store.unpark(&first, &set(&["digest-a", "digest-z"])).await.expect("unparked");
    store.unpark(&first, &BTreeSet::new()).await.expect("nothing to do");
    let found = store.find(&[], &[first.clone(), second.clone(), link("other", "order:first")]).await.expect("found");
    assert_eq!(found.links.get(&first), Some(&Link { orders, parked: set(&["digest-c"]) }));
    assert_eq!(found.links.get(&second).map(|link| link.parked.clone()), Some(set(&["digest-b"])));
    assert_eq!(found.links.len(), 2, "another shop's name is another name");
    store.unpark(&second, &set(&["digest-b"])).await.expect("unparked");
    let found = store.find(&[], std::slice::from_ref(&second)).await.expect("found");
    assert_eq!(found.links.get(&second), Some(&Link { orders: [order].into(), parked: BTreeSet::new() }));
}

async fn check_parking_ends_at_fifty(store: &impl Orders) {
    let full = link("demo", "track:full");
    for index in 0..50 {
        store.park(&full, &format!("digest-{index}"), at(0)).await.expect("parked");
    }
    let refused = store.park(&full, "digest-50", at(0)).await.expect("answered");
    assert_eq!(refused.parked.len(), 50);
    assert!(!refused.parked.contains("digest-50"));
    let again = store.park(&full, "digest-7", at(0)).await.expect("answered");
    assert_eq!(again.parked.len(), 50, "one that waits already may come again");
    let claimed = store.claim(&full, &id("full")).await.expect("claimed");
    let late = store.park(&full, "digest-51", at(0)).await.expect("answered");
    assert_eq!((claimed.parked.len(), late.orders.len()), (50, 1), "who is refused still sees the order");
}

async fn check_raw(store: &impl Orders) {
    store.keep(&[], at(0)).await.expect("nothing to keep");
    let small = kept("small", br#"{"a":1}"#.to_vec());
    let empty = kept("empty", Vec::new());
    // Noise does not deflate: three chunks of an item.
    let mut noise = 1_u64;
    let mut byte = || {
        noise = noise.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        noise.to_be_bytes()[0]
    };
    let large = kept("large", (0..900_000).map(|_| byte()).collect());
    let deliveries =
        [(&small, Keeping::Parked), (&empty, Keeping::Unread("it is empty".to_owned())), (&large, Keeping::Claimed)];
    store.keep(&deliveries, at(0)).await.expect("kept");
    store.keep(&[(&small, Keeping::Claimed), (&small, Keeping::Claimed)], at(1)).await.expect("kept");
    let all = [&small, &empty, &large];
    let digests = all.iter().map(|kept| kept.digest()).chain(["never-kept".to_owned()]).collect();
    let mut raw = store.raw(&digests).await.expect("read");
    raw.sort_by(|one, other| one.id.cmp(&other.id));
    assert_eq!(raw, [empty, large, small], "each as it was kept; the one that is not there is left out");
    assert_eq!(store.raw(&BTreeSet::new()).await.expect("read"), []);
}
