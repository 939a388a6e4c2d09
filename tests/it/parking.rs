//! What comes before its order waits for it.

use testing::memory::Fault;

use crate::world::{World, hours, minutes, say, second};

const NUMBER: &str = "9400111206206406260787";

fn parked(world: &World) -> usize {
    world.tables.data().links.values().map(|link| link.parked.len()).sum()
}

#[tokio::test]
async fn a_payment_before_its_checkout_waits_and_counts() {
    let mut world = World::new();
    world.hear([say::paid("pi_1", "727", second(-40))]).await;
    world.pass(minutes(20)).await;
    assert!(world.tables.data().orders().is_empty(), "only a checkout makes an order");
    assert!(parked(&world) > 0);
    world.hear([say::checkout(727, "pending", second(-50), |_| {})]).await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"]);
    world.check_books();
}

#[tokio::test]
async fn scan_shipment_payment_and_checkout_in_reverse_find_one_another() {
    let mut world = World::new();
    for webhook in [
        say::scanned(NUMBER, "out_for_delivery", second(-10)),
        say::shipped("727", NUMBER, second(-30)),
        say::paid("pi_1", "727", second(-40)),
    ] {
        world.hear([webhook]).await;
        world.pass(minutes(1)).await;
        assert_eq!(world.mails(), [] as [&str; 0]);
    }
    world.hear([say::checkout(727, "pending", second(-50), |_| {})]).await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt", "shipped", "out_for_delivery"]);
    assert_eq!(world.headline("727"), "out-for-delivery");
    world.check_books();
}

#[tokio::test]
async fn what_was_taken_in_waits_no_more() {
    let mut world = World::new();
    world.hear([say::paid("pi_1", "727", second(-40)), say::shipped("727", NUMBER, second(-30))]).await;
    world.hear([say::checkout(727, "pending", second(-50), |_| {})]).await;
    // Names of an order that exists hold nothing back, or every later delivery looks there again.
    let data = world.tables.data();
    for (key, link) in data.links.iter().filter(|(_, link)| !link.orders.is_empty()) {
        assert!(link.parked.is_empty(), "{key:?} still holds {:?}", link.parked);
    }
}

/// Both are under way at once: whatever the checkout does between two calls, the payment comes there.
#[tokio::test]
async fn a_checkout_that_dies_between_any_two_calls_and_a_payment_that_comes_then_find_one_another() {
    for index in 0..12 {
        for fault in [Fault::CrashBefore, Fault::CrashAfter] {
            for payment_first in [false, true] {
                let mut world = World::new();
                let (checkout, paid) =
                    (say::checkout(727, "pending", second(-50), |_| {}), say::paid("pi_1", "727", second(-40)));
                let (first, second) = if payment_first { (&paid, &checkout) } else { (&checkout, &paid) };
                assert_eq!(world.post(first).await, 200);
                world.faults.plan(index, fault);
                world.drain().await;
                assert_eq!(world.post(second).await, 200);
                world.drain().await;
                world.pass(minutes(60)).await;
                let mut mails = world.mails();
                mails.retain(|mail| *mail != "received");
                assert_eq!(mails, ["confirmed", "receipt"], "{fault:?} at {index}, payment first: {payment_first}");
                world.check_books();
            }
        }
    }
}

#[tokio::test]
async fn foreign_tracking_numbers_cost_no_mail_no_order_and_no_room() {
    let mut world = World::new();
    for index in 0..60 {
        let number = format!("94001112062064062{index:05}");
        world.hear([say::scanned(&number, "in_transit", second(-100 + index))]).await;
    }
    for index in 0..60 {
        world.hear([say::scanned(NUMBER, "in_transit", second(-100 + index))]).await;
    }
    world.pass(hours(2)).await;
    assert_eq!((world.mails(), world.tables.data().orders()), (vec![], vec![]));
    assert_eq!(parked(&world), 60 + 50, "a number holds fifty");
    // The shop's own parcel is found among them.
    world
        .hear([
            say::checkout(727, "processing", second(-50), say::paid_at(second(-50))),
            say::shipped("727", NUMBER, second(-30)),
        ])
        .await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt", "shipped"]);
    world.check_books();
}

#[tokio::test]
async fn what_waits_is_kept_raw_with_the_promise_to_go() {
    let mut world = World::new();
    world.hear([say::paid("pi_1", "727", second(-40))]).await;
    let data = world.tables.data();
    let (_, keeping) = data.raw.values().next().expect("kept");
    assert_eq!(*keeping, domain::ports::Keeping::Parked);
}
