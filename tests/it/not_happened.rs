//! What did not happen is noticed: by the clock, once, in time, and not at all if it happens after all.

use jiff::SignedDuration;
use serde_json::json;

use crate::world::{World, hours, minutes, say, second};

const NUMBER: &str = "9400111206206406260787";

fn days(days: i64) -> SignedDuration {
    hours(24 * days)
}

// Every test's world begins on a Monday, at 13:33 UTC.

async fn paid(world: &mut World) {
    world.hear([say::checkout(727, "processing", second(-50), say::paid_at(second(-50)))]).await;
}

async fn shipped(world: &mut World) {
    paid(world).await;
    world.hear([say::shipped("727", NUMBER, second(-30))]).await;
    world.pass(minutes(1)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt", "shipped"]);
}

#[tokio::test]
async fn an_order_that_is_not_shipped_is_told_to_the_shop_and_then_to_the_customer() {
    let mut world = World::new();
    paid(&mut world).await;
    world.pass(days(2)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"]);
    world.pass(days(1)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt", "attention"]);
    world.pass(days(7)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt", "attention", "late_to_ship"]);
    assert!(world.ses.sent()[2].subject.contains("Not shipped in time"), "{}", world.ses.sent()[2].subject);
    world.check_books();
}

#[tokio::test]
async fn what_happens_before_it_is_told_is_never_told_as_missing() {
    let mut world = World::new();
    paid(&mut world).await;
    world.pass(days(2)).await;
    world.hear([say::shipped("727", NUMBER, second(2 * 24 * 3_600))]).await;
    world.pass(days(1)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt", "shipped"]);
    world.check_books();
}

#[tokio::test]
async fn a_changed_policy_is_taken_up_within_a_day() {
    let mut world = World::new().with_shop(|shop| shop["patience"] = json!({"to_ship": 20}));
    paid(&mut world).await;
    world.pass(days(7)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"]);
    world.params.change("shops/demo", |shop| shop["patience"] = json!({"to_ship": 2}));
    world.pass(days(1)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt", "late_to_ship", "attention"]);
    world.check_books();
}

#[tokio::test]
async fn an_order_with_nothing_to_wait_for_is_never_woken_again() {
    let mut world = World::new();
    shipped(&mut world).await;
    world.hear([say::scanned(NUMBER, "delivered", second(100))]).await;
    world.pass(days(3)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt", "shipped", "delivered"]);
    assert_eq!(world.tables.data().next_wake(), None);
    world.check_books();
}

#[tokio::test]
async fn an_unpaid_order_is_reminded_of_by_day() {
    let mut world = World::new().with_shop(|shop| shop["quiet_hours"] = json!({"from": "12:00", "to": "16:00"}));
    world.hear([say::checkout(727, "pending", second(-50), |_| {})]).await;
    world.pass(days(1)).await;
    assert_eq!(world.mails(), ["received"], "it is due at 13:23, and the shop is quiet");
    world.pass(hours(3)).await;
    assert_eq!(world.mails(), ["received", "payment_reminder"]);
    world.check_books();
}

#[tokio::test]
async fn a_late_bunch_of_scans_is_one_mail_with_the_newest_truth() {
    let mut world = World::new();
    shipped(&mut world).await;
    world.pass(hours(30)).await;
    let at = |hours: i64| second(hours * 3_600);
    world
        .hear([
            say::scanned(NUMBER, "in_transit", at(10)),
            say::scanned(NUMBER, "out_for_delivery", at(25)),
            say::scanned(NUMBER, "delivered", at(29)),
        ])
        .await;
    world.pass(hours(2)).await;
    assert_eq!(world.mails()[3..], ["delivered"]);
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn scans_of_three_days_ago_are_no_news() {
    let mut world = World::new();
    paid(&mut world).await;
    let packed = json!({
        "id": "F727", "order": "727", "updated_at": second(-30).to_string(), "state": "packed", "carrier": "USPS",
        "number": NUMBER,
    });
    world.hear([say::standard("storefronts", "fulfilment", &packed)]).await;
    world.pass(days(3)).await;
    world.hear([say::scanned(NUMBER, "in_transit", second(3_600))]).await;
    world.pass(hours(1)).await;
    assert_eq!(world.mails()[2..], ["attention"], "that it was not shipped; nothing of its old scan");
    world.check_books();
}

#[tokio::test]
async fn a_parcel_on_its_way_back_is_told_to_the_customer_and_to_the_shop_and_not_as_delivered() {
    let mut world = World::new();
    shipped(&mut world).await;
    world.hear([say::scanned(NUMBER, "return_to_sender", second(60))]).await;
    world.pass(days(1)).await;
    world.hear([say::scanned(NUMBER, "delivered", second(3_600 * 20))]).await;
    world.pass(days(2)).await;
    assert_eq!(world.mails()[3..], ["returning", "attention"]);
    world.check_books();
}

#[tokio::test]
async fn a_silent_parcel_and_a_missed_promise_are_told_without_any_webhook() {
    let mut world = World::new();
    shipped(&mut world).await;
    let mut scan = json!({
        "number": NUMBER, "updated_at": second(10).to_string(), "carrier": "USPS", "state": "in_transit",
        "scans": [{"at": second(10).to_string(), "state": "in_transit", "text": "Arrived", "place": "Berlin"}],
        "whole": false,
    });
    scan["promised"] = json!("2026-09-23");
    world.hear([say::standard("carriers", "tracking", &scan)]).await;
    world.pass(days(2)).await;
    assert_eq!(world.mails()[3..], ["attention"], "at noon: the promise is at risk");
    world.pass(days(1)).await;
    assert_eq!(world.mails()[4..], ["attention", "delayed"], "the promised day is over");
    world.pass(days(10)).await;
    assert_eq!(world.mails()[6..], ["attention", "delayed"], "no scan for days");
    world.check_books();
}

#[tokio::test]
async fn customers_are_asked_by_policy_and_not_otherwise() {
    let mut world = World::new().with_shop(|shop| shop["ask_after_days"] = json!({"follow_up": 3}));
    shipped(&mut world).await;
    world.hear([say::scanned(NUMBER, "delivered", second(100))]).await;
    world.pass(days(20)).await;
    assert_eq!(world.mails()[3..], ["delivered", "follow_up"]);
    assert_eq!(world.tables.data().next_wake(), None);
    world.check_books();
}
