//! What a customer sends back, as the returns desk tells it: each status once, whatever comes first or twice.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::world::{Webhook, World, hours, minutes, now, say};

/// The lines of the order that `say::checkout` tells of.
const LINE: &str = "315";

async fn accepted() -> World {
    let mut world = World::new();
    world.hear([say::checkout(727, "processing", now(), say::paid_at(now()))]).await;
    world.pass(minutes(30)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"]);
    world
}

fn desk(status: &str, at: Timestamp, more: &Value) -> Webhook {
    let mut data = json!({
        "id": "ret_1", "order": "727", "updated_at": at.to_string(), "status": status, "number": "RMA-727-1",
        "lines": [{"line": LINE, "quantity": 1}], "reason": "Too heavy",
    });
    data.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    say::standard("storefronts", "return", &data)
}

/// A second after what was said at this moment.
fn soon() -> Timestamp {
    now() + jiff::SignedDuration::from_secs(1)
}

fn text(world: &World, kind: &str) -> String {
    let sent = world.ses.sent();
    sent.iter().rev().find(|sent| sent.kind.name() == kind).expect("told").text.clone()
}

#[tokio::test]
async fn a_return_is_told_from_the_request_to_the_refund_and_each_status_once() {
    let mut world = accepted().await;
    let asked_at = now();
    world.hear([desk("requested", asked_at, &json!({})), desk("requested", asked_at, &json!({}))]).await;
    world.pass(minutes(5)).await;
    assert_eq!(world.mails()[2..], ["return_requested"]);
    assert!(text(&world, "return_requested").contains("Reason: Too heavy"));
    world.pass(minutes(20)).await;
    assert_eq!(world.mails()[2..], ["return_requested", "attention"], "somebody has to decide it");

    let way = json!({
        "label": "https://shop.example/labels/1.pdf", "send_by": "2099-01-05", "cost": "4.90", "currency": "EUR",
        "address": {"lines": ["Returns", "Dock 5"], "postcode": "20457", "city": "Hamburg", "country": "DE"},
    });
    let approved_at = now();
    world.hear([desk("approved", approved_at, &way)]).await;
    world.pass(minutes(5)).await;
    let told = text(&world, "return_approved");
    for what in
        ["https://shop.example/labels/1.pdf", "RMA-727-1", "January 5, 2099", "€4.90", "Dock 5", "20457 Hamburg"]
    {
        assert!(told.contains(what), "{what} is not in\n{told}");
    }
    // The request comes once more, late, and so does the approval.
    world.hear([desk("requested", asked_at, &json!({})), desk("approved", approved_at, &way)]).await;
    let back = json!({"lines": [{"line": LINE, "quantity": 1, "accepted": 1}], "refund": "13.00", "currency": "EUR"});
    world.pass(hours(30)).await;
    world.hear([desk("received", now(), &back), desk("received", soon(), &back)]).await;
    world.pass(minutes(5)).await;
    assert!(text(&world, "return_received").contains("You get €13.00 back."));
    let told = world.mails().into_iter().filter(|kind| kind.starts_with("return_")).collect::<Vec<_>>();
    assert_eq!(told, ["return_requested", "return_approved", "return_received"]);
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn a_return_that_comes_before_its_order_waits_for_it() {
    let mut world = World::new();
    world.hear([desk("declined", now(), &json!({"declined_because": "It was worn."}))]).await;
    world.pass(minutes(10)).await;
    assert_eq!(world.mails(), [] as [&str; 0]);
    world.hear([say::checkout(727, "processing", now(), say::paid_at(now()))]).await;
    world.pass(minutes(10)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt", "return_declined"]);
    assert!(text(&world, "return_declined").contains("Why it was declined: It was worn."));
    world.check_books();
}

#[tokio::test]
async fn what_is_decided_at_once_is_told_alone_and_what_is_unreadable_goes_to_nobody() {
    let mut world = accepted().await;
    world.hear([desk("requested", now(), &json!({})), desk("approved", soon(), &json!({}))]).await;
    world.pass(minutes(30)).await;
    assert_eq!(world.mails()[2..], ["return_approved"]);
    assert!(text(&world, "return_approved").contains("We will write to you about how to send the items back."));
    assert_eq!(world.post(&desk("declined", soon(), &json!({}))).await, 200, "genuine, and kept with its reason");
    world.pass(minutes(30)).await;
    assert_eq!(world.mails()[2..], ["return_approved"]);
}
