//! Deliveries come in every order, and the order is the same.

use std::collections::BTreeSet;

use crate::world::{World, minutes, say};

const FIVE: [&str; 5] = [
    "woocommerce.order.created",
    "stripe.payment_intent.succeeded",
    "woocommerce.order.updated.tracking",
    "easypost.tracker.updated.out_for_delivery",
    "easypost.tracker.updated.delivered",
];

fn permutations(items: &[&'static str]) -> Vec<Vec<&'static str>> {
    if items.is_empty() {
        return vec![Vec::new()];
    }
    let with = |index: usize| {
        let mut rest = items.to_vec();
        let first = rest.remove(index);
        permutations(&rest).into_iter().map(move |tail| [vec![first], tail].concat())
    };
    (0..items.len()).flat_map(with).collect()
}

/// How the deliveries reach the functions.
#[derive(Clone, Copy)]
enum Arrival {
    /// All in one batch.
    Together,
    /// Each by itself, a minute after the other.
    Apart,
}

async fn check(order: &[&'static str], arrival: Arrival) {
    let mut world = World::new();
    match arrival {
        Arrival::Together => world.hear(order.iter().map(|name| say::recorded(name))).await,
        Arrival::Apart => {
            for name in order {
                world.hear([say::recorded(name)]).await;
                world.pass(minutes(1)).await;
            }
        }
    }
    world.pass(minutes(40)).await;
    world.check_books();
    let mails = world.mails();
    let times = |kind: &str| mails.iter().filter(|mail| **mail == kind).count();
    for kind in ["confirmed", "receipt", "delivered"] {
        assert_eq!(times(kind), 1, "{kind} after {order:?}: {mails:?}");
    }
    assert!(times("received") + times("out_for_delivery") <= 2 && times("shipped") <= 2, "{order:?}: {mails:?}");
    assert_eq!(mails.last(), Some(&"delivered").filter(|_| matches!(arrival, Arrival::Together)).or(mails.last()));
    assert_eq!(world.headline("727"), "delivered", "after {order:?}");
}

#[tokio::test]
async fn five_deliveries_in_any_order_a_minute_apart_make_the_same_order() {
    let all = permutations(&FIVE);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 120);
    for order in all {
        check(&order, Arrival::Apart).await;
    }
}

#[tokio::test]
async fn five_deliveries_in_one_batch_make_the_same_order_in_any_order() {
    for order in permutations(&FIVE) {
        check(&order, Arrival::Together).await;
    }
}
