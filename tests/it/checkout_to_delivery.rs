//! From a signed checkout to a delivered parcel: the mails that a customer gets, in order, and no others.

use crate::world::{World, minutes, say, second};

#[tokio::test]
async fn the_recorded_deliveries_of_one_order_tell_its_whole_story() {
    let mut world = World::new();
    world.hear(["woocommerce.order.created", "stripe.payment_intent.succeeded"].map(say::recorded)).await;
    world.pass(minutes(1)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"]);
    assert_eq!(world.headline("727"), "confirmed");

    world.hear([say::recorded("woocommerce.order.updated.processing")]).await;
    world.pass(minutes(1)).await;
    assert_eq!(world.mails().len(), 2, "the storefront says the same: no news");

    world.hear([say::recorded("woocommerce.order.updated.tracking")]).await;
    world.pass(minutes(1)).await;
    assert_eq!(world.mails()[2..], ["shipped", "shipped"], "two parcels");

    world.hear([say::recorded("easypost.tracker.updated.out_for_delivery")]).await;
    world.pass(minutes(1)).await;
    assert_eq!(world.mails()[4..], ["out_for_delivery"]);
    assert_eq!(world.headline("727"), "out-for-delivery");

    world.hear([say::recorded("easypost.tracker.updated.delivered")]).await;
    world.pass(minutes(30)).await;
    assert_eq!(world.mails()[5..], ["delivered"]);
    assert_eq!(world.headline("727"), "delivered");
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn an_order_in_our_own_format_tells_its_whole_story() {
    let mut world = World::new();
    for (name, mails) in [
        ("standard.order", &["confirmed", "receipt"][..]),
        ("standard.payment", &[]),
        ("standard.fulfilment", &["shipped"]),
        ("standard.tracking", &["delayed"]),
    ] {
        let before = world.mails().len();
        world.hear([say::recorded(name)]).await;
        world.pass(minutes(1)).await;
        assert_eq!(&world.mails()[before..], mails, "after {name}");
    }
    world.pass(minutes(60)).await;
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn an_order_that_nobody_pays_is_received_and_nothing_else() {
    let mut world = World::new();
    world.hear([say::checkout(727, "pending", second(-10), |_| {})]).await;
    assert_eq!(world.mails(), [] as [&str; 0], "it settles first");
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["received"]);
    world.check_books();
}

#[tokio::test]
async fn an_order_paid_while_it_settles_is_never_called_unpaid() {
    let mut world = World::new();
    world.hear([say::checkout(727, "pending", second(-10), |_| {})]).await;
    world.hear([say::paid("pi_1", "727", second(-5))]).await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"]);
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn a_failed_try_is_told_unless_the_next_one_succeeds() {
    let mut world = World::new();
    world.hear([say::checkout(727, "pending", second(-10), |_| {})]).await;
    world.pass(minutes(1)).await;
    world.hear([say::failed("pi_1", "727", second(-5))]).await;
    world.pass(minutes(1)).await;
    assert_eq!(world.mails(), ["received", "payment_failed"]);
    world.hear([say::failed("pi_1", "727", second(90)), say::paid("pi_1", "727", second(100))]).await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["received", "payment_failed", "confirmed", "receipt"]);
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn a_mail_that_settles_for_longer_than_a_queue_can_wait_is_told_in_its_time() {
    let mut world = World::new().with_shop(|shop| shop["settle"]["payment_failed"] = 1_200.into());
    world.hear([say::checkout(727, "pending", second(-10), |_| {})]).await;
    world.pass(minutes(1)).await;
    world.hear([say::failed("pi_1", "727", second(50))]).await;
    world.pass(minutes(19)).await;
    assert_eq!(world.mails(), ["received"]);
    world.pass(minutes(3)).await;
    assert_eq!(world.mails(), ["received", "payment_failed"]);
    world.pass(minutes(60)).await;
    world.check_books();
}
