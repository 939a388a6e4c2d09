//! What turns out not to be in stock after an order was confirmed: told once, with what to expect, and never when it is not true
//! any more.

use serde_json::{Value, json};

use crate::world::{Webhook, World, hours, minutes, now, say};

/// An order of our own format, with what of its line is not in stock.
fn order(backordered: u32, expected: Option<&str>) -> Webhook {
    let data = json!({
        "id": "ord_1", "number": "1001", "status": "processing", "placed_at": "2026-09-21T14:00:00Z",
        "updated_at": now().to_string(), "currency": "EUR", "total": "44.90", "paid_at": "2026-09-21T14:05:00Z",
        "lines": [
            {"id": "l1", "name": "Teapot", "quantity": 2, "total": "35.00", "backordered": backordered, "expected": expected},
            {"id": "l2", "name": "Strainer", "quantity": 1, "total": "9.90"},
        ],
        "customer": {"email": "ana@example.com", "name": "Ana"},
    });
    say::standard("storefronts", "order", &data)
}

fn text(world: &World, kind: &str) -> String {
    let sent = world.ses.sent();
    sent.iter().rev().find(|sent| sent.kind.name() == kind).expect("told").text.clone()
}

fn told(world: &World) -> usize {
    world.mails().iter().filter(|kind| **kind == "back_ordered").count()
}

async fn hears(world: &mut World, backordered: u32, expected: Option<&str>) {
    world.pass(minutes(40)).await;
    world.hear([order(backordered, expected)]).await;
    world.pass(hours(1)).await;
}

#[tokio::test]
async fn what_is_short_when_it_is_ordered_is_said_by_the_confirmation_at_its_line() {
    let mut world = World::new();
    world.hear([order(2, Some("2026-10-05"))]).await;
    world.pass(hours(20)).await;
    assert_eq!(told(&world), 0);
    let confirmed = text(&world, "confirmed");
    assert!(confirmed.contains("Not in stock yet, expected on October 5, 2026"), "{confirmed}");
    assert!(
        confirmed.contains("you can cancel it free of\ncharge") || confirmed.contains("cancel it free"),
        "{confirmed}"
    );
    // It comes later than was said.
    hears(&mut world, 2, Some("2026-10-20")).await;
    world.pass(hours(24)).await;
    assert_eq!(told(&world), 1);
    assert!(text(&world, "back_ordered").contains("expected on October 20, 2026"));
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn what_becomes_short_later_is_told_once_with_the_way_out() {
    let mut world = World::new();
    world.hear([order(0, None)]).await;
    world.pass(hours(1)).await;
    assert!(!text(&world, "confirmed").contains("in stock"));
    hears(&mut world, 1, None).await;
    assert_eq!(told(&world), 1, "within the hour, whenever the clock comes by next");
    world.pass(hours(24)).await;
    let mail = text(&world, "back_ordered");
    for what in
        ["1 of them not in stock yet, date not known", "Teapot", "free of charge", "The other items of your order"]
    {
        assert!(mail.split_whitespace().collect::<Vec<_>>().join(" ").contains(what), "{what} is not in\n{mail}");
    }
    assert!(!mail.contains("Strainer"));
    for _ in 0..3 {
        hears(&mut world, 1, None).await;
    }
    hears(&mut world, 1, Some("2026-10-01")).await;
    world.pass(hours(24)).await;
    assert_eq!(told(&world), 1, "a day is better than none");
    world.check_books();
}

#[tokio::test]
async fn what_is_in_stock_again_or_on_its_way_before_it_was_told_is_told_to_nobody() {
    for ends in [true, false] {
        let mut world = World::new();
        world.hear([order(0, None)]).await;
        world.pass(minutes(40)).await;
        world.hear([order(2, None)]).await;
        world.pass(minutes(5)).await;
        let end = if ends { order(0, None) } else { say::shipped("ord_1", "1Z999AA10123456784", now()) };
        world.hear([end]).await;
        world.pass(hours(30)).await;
        assert_eq!(told(&world), 0);
        world.check_books();
    }
}

#[tokio::test]
async fn woocommerce_notes_at_the_line_what_was_short_at_the_checkout() {
    let mut world = World::new();
    let short = |order: &mut Value| {
        say::paid_at(now())(order);
        let noted =
            json!({"id": 9, "key": "Backordered", "value": "1", "display_key": "Backordered", "display_value": "1"});
        order["line_items"][0]["meta_data"].as_array_mut().expect("a list").push(noted);
    };
    world.hear([say::checkout(727, "processing", now(), short)]).await;
    world.pass(hours(1)).await;
    let confirmed = text(&world, "confirmed");
    assert!(confirmed.contains("1 of them not in stock yet, date not known"), "{confirmed}");
    assert!(!confirmed.contains("Backordered"), "{confirmed}");
    assert_eq!(told(&world), 0);
}
