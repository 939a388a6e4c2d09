//! Many orders are due at once, while order-events is down: each is told, once, and the queue does not grow without bound.

use domain::ids::OrderId;
use domain::ports::{Orders, Stored};
use jiff::SignedDuration;

use crate::world::{World, hours, minutes, now, say, second};

/// Ten thousand take some five times as long, and do the same.
const ORDERS: usize = 2_000;

/// A world whose clock ticks, and in which many orders have an untold mail and want to be woken in five minutes.
async fn calm_before() -> World {
    let mut world = World::new();
    world.tick().await;
    world.hear([say::checkout(727, "pending", second(-50), |_| {})]).await;
    let pattern = OrderId::new("demo", "727");
    let (stored, handles) = {
        let data = world.tables.data();
        (data.stored(&pattern).expect("an order"), data.handles(&pattern).expect("figures").clone())
    };
    // Quiet hours end for all shops in the same millisecond.
    let stored = Stored { wake_at: Some(now() + minutes(5)), ..stored };
    for order in 1..ORDERS {
        let id = OrderId::new("demo", &format!("storm-{order}"));
        world.tables.write(&id, &stored, &handles, None, now()).await.expect("written");
    }
    world
}

async fn survive(mut world: World, calm: SignedDuration) {
    let before = world.deliveries.sent();
    world.faults.break_down("BatchGetItem orders");
    world.pass(hours(1)).await;
    assert_eq!(world.mails(), ["received"], "only what was told before");
    world.faults.mend();
    world.pass(calm).await;
    assert_eq!(world.mails().len(), ORDERS);
    world.pass(hours(2)).await;
    let wakes = world.deliveries.sent() - before;
    assert!((ORDERS - 1..=3 * ORDERS).contains(&wakes), "{wakes} wakes of {ORDERS} orders");
    assert_eq!(world.deliveries.dead().len(), 0);
    world.check_books();
}

#[tokio::test]
async fn orders_that_are_due_at_once_survive_an_hour_without_order_events() {
    let world = calm_before().await;
    survive(world, minutes(5)).await;
}

/// Three batches of wakes of which the second order has what `change` does to it; the calls that they took.
async fn woken(change: impl Fn(&mut Stored)) -> (World, Vec<&'static str>) {
    let mut world = World::new();
    world.hear([say::checkout(727, "pending", second(-50), |_| {})]).await;
    let (stored, handles) = {
        let (data, id) = (world.tables.data(), OrderId::new("demo", "727"));
        (data.stored(&id).expect("an order"), data.handles(&id).expect("figures").clone())
    };
    for order in 0..30 {
        let mut stored = Stored { wake_at: Some(now()), ..stored.clone() };
        if order == 1 {
            change(&mut stored);
        }
        let id = OrderId::new("demo", &format!("woken-{order}"));
        world.tables.write(&id, &stored, &handles, None, now()).await.expect("written");
    }
    world.tick().await;
    let before = world.faults.names().len();
    world.take_deliveries().await;
    let calls = world.faults.names().split_off(before);
    (world, calls)
}

#[tokio::test]
async fn ten_orders_that_are_woken_are_read_at_once_and_hinted_at_at_once() {
    let (world, calls) = woken(|_| {}).await;
    let count = |name| calls.iter().filter(|call| **call == name).count();
    assert_eq!(world.deliveries.waiting(), []);
    assert_eq!((count("BatchGetItem orders"), count("BatchGetItem mails")), (3, 3), "{calls:?}");
    assert_eq!((count("PutItem order"), count("SendMessageBatch hints")), (30, 3), "{calls:?}");
}

#[tokio::test]
async fn an_order_that_cannot_be_woken_costs_no_other_its_time() {
    let (mut world, _) = woken(|stored| stored.shop = "gone".to_owned()).await;
    assert_eq!(world.deliveries.waiting().len(), 1, "its wake comes back");
    world.drain().await;
    world.pass(minutes(2)).await;
    assert_eq!(world.mails().len(), 30);
}
