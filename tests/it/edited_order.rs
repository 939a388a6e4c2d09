//! An order that is changed after it was accepted: its customer hears of it once, with the newest truth.

use serde_json::{Value, json};

use crate::world::{Webhook, World, hours, minutes, now, say, second};

/// Accepted, and changed since; by the storefront's clock at this moment.
fn order(change: impl FnOnce(&mut Value)) -> Webhook {
    say::checkout(727, "processing", now(), |order| {
        say::paid_at(second(0))(order);
        change(order);
    })
}

/// Three of the first thing, and what they cost.
fn three(order: &mut Value) {
    order["line_items"][0]["quantity"] = json!(3);
    order["total"] = json!("68.70");
}

fn text(world: &World) -> String {
    let sent = world.ses.sent();
    sent.iter().rev().find(|sent| sent.kind.name() == "edited").expect("told").text.clone()
}

#[tokio::test]
async fn a_change_is_told_once_with_what_changed_and_what_is_to_be_paid() {
    let mut world = World::new();
    world.hear([order(|_| {}), say::paid("pi_727", "727", now())]).await;
    world.pass(minutes(30)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"]);
    let edited = order(three);
    world.hear([edited.clone()]).await;
    world.pass(minutes(9)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"], "perhaps it is not all");
    world.pass(minutes(2)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt", "edited"]);
    let text = text(&world);
    for told in ["now 3 instead of", "Total before: €28.70", "Total now: €68.70", "€40.00 is still to be paid"] {
        assert!(text.contains(told), "{told} is not in\n{text}");
    }
    // The same document again, by whoever sends it, however often.
    for _ in 0..3 {
        world.hear([edited.clone(), order(three)]).await;
        world.pass(minutes(40)).await;
    }
    assert_eq!(world.mails(), ["confirmed", "receipt", "edited"]);
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn several_changes_in_a_row_are_one_mail_with_the_newest_truth() {
    let mut world = World::new();
    world.hear([order(|_| {})]).await;
    world.pass(minutes(30)).await;
    for quantity in [1, 3, 5] {
        let change = |order: &mut Value| order["line_items"][0]["quantity"] = json!(quantity);
        world.hear([order(change)]).await;
        world.pass(minutes(4)).await;
    }
    world.pass(minutes(30)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt", "edited"]);
    assert!(text(&world).contains("now 5 instead of 2"), "{}", text(&world));
    // Back to what it was: that is news, too, for who was told otherwise.
    world.hear([order(|_| {})]).await;
    world.pass(minutes(30)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt", "edited", "edited"]);
    assert!(text(&world).contains("now 2 instead of 5"), "{}", text(&world));
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn what_a_storefront_recalculates_or_gives_back_is_no_change() {
    let mut world = World::new();
    world.hear([order(|_| {})]).await;
    world.pass(minutes(30)).await;
    let trivial: [fn(&mut Value); 4] = [
        |order| order["total_tax"] = json!("5.00"),
        |order| order["total"] = json!("28.71"),
        |order| order["refunds"] = json!([{"id": 1, "total": "-8.70"}]),
        |order| {
            order["line_items"].as_array_mut().expect("a list").push(json!({"id": 99, "name": "Gift", "quantity": 0}));
        },
    ];
    for change in trivial {
        world.hear([order(change)]).await;
        world.pass(minutes(30)).await;
    }
    assert!(!world.mails().contains(&"edited"), "{:?}", world.mails());
    world.check_books();
}

#[tokio::test]
async fn an_old_shops_orders_tell_nothing() {
    let mut world = World::new().with_shop(|shop| shop["live_since"] = second(-60).to_string().into());
    let old = second(-30 * 24 * 3_600);
    let placed = |order: &mut Value| {
        say::paid_at(old)(order);
        order["date_created_gmt"] = order["date_paid_gmt"].clone();
    };
    // Everything is sent once when the shop is connected, and again the day after.
    for number in 1..=20 {
        world.hear([say::checkout(number, "processing", old + minutes(60), placed)]).await;
        world
            .hear([say::checkout(number, "processing", old + hours(24), |order| {
                placed(order);
                three(order);
            })])
            .await;
    }
    world.pass(hours(24)).await;
    for number in 1..=20 {
        let webhook = say::checkout(number, "completed", now(), |order| {
            placed(order);
            three(order);
        });
        world.hear([webhook]).await;
    }
    world.pass(hours(24)).await;
    assert_eq!(world.mails(), [] as [&str; 0]);
}
