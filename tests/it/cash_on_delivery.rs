//! Orders that are paid on or after delivery are accepted when the shop releases them.

use serde_json::Value;

use crate::world::{World, minutes, say, second};

fn method(code: &'static str) -> impl Fn(&mut Value) {
    move |order| {
        order["payment_method"] = code.into();
        order["payment_method_title"] = code.into();
    }
}

#[tokio::test]
async fn cash_on_delivery_is_confirmed_when_released_and_gets_no_receipt() {
    let mut world = World::new();
    world.hear([say::checkout(727, "processing", second(-50), method("cod"))]).await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["confirmed"]);
    assert_eq!(world.headline("727"), "confirmed");
    world
        .hear([say::checkout(727, "completed", second(100), |order| {
            method("cod")(order);
            say::paid_at(second(100))(order);
        })])
        .await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"], "the courier brought the money");
    world.check_books();
}

#[tokio::test]
async fn a_bank_transfer_on_hold_is_received_and_confirmed_with_the_money() {
    let mut world = World::new();
    world.hear([say::checkout(727, "on-hold", second(-50), method("bacs"))]).await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["received"]);
    world
        .hear([say::checkout(727, "processing", second(100), |order| {
            method("bacs")(order);
            say::paid_at(second(100))(order);
        })])
        .await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["received", "confirmed", "receipt"]);
    world.check_books();
}

#[tokio::test]
async fn an_unlisted_method_is_not_accepted_without_money() {
    let mut world = World::new();
    world.hear([say::checkout(727, "processing", second(-50), method("cheque"))]).await;
    world.pass(minutes(60)).await;
    assert!(!world.mails().contains(&"confirmed"), "{:?}", world.mails());
    world.check_books();
}
