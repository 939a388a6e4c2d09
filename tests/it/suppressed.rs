//! An address that bounced takes no more mail of its shop.

use domain::ledger::{State, Suppression};

use crate::world::{World, hours, minutes, say, second};

fn bouncing(order: &mut serde_json::Value) {
    order["billing"]["email"] = "Bounce@Example.com".into();
}

fn held(world: &World) -> Vec<String> {
    let data = world.tables.data();
    let reason = |state: &State| match state {
        State::Held { reason } => Some(reason.clone()),
        _ => None,
    };
    data.mails.values().filter_map(|mail| reason(&mail.entry.state)).collect()
}

#[tokio::test]
async fn after_a_hard_bounce_the_next_mail_is_held_with_its_reason() {
    let mut world = World::new();
    world.hear([say::checkout(727, "pending", second(-50), bouncing)]).await;
    world.pass(minutes(1)).await;
    // The same person, as another storefront writes the address.
    let same = |order: &mut serde_json::Value| order["billing"]["email"] = "bounce@example.com".into();
    world
        .hear([say::checkout(728, "processing", second(-50), |order| {
            same(order);
            say::paid_at(second(-50))(order);
        })])
        .await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["received", "attention", "attention"], "the shop hears of both orders");
    assert_eq!(held(&world), vec!["the address is suppressed: hard bounce"; 2]);
    assert_eq!(world.tables.data().suppressed.len(), 1);
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn a_corrected_address_gets_its_mail() {
    let mut world = World::new();
    world.hear([say::checkout(727, "pending", second(-50), bouncing)]).await;
    world.pass(minutes(1)).await;
    world.hear([say::checkout(727, "processing", second(-10), say::paid_at(second(-10)))]).await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["received", "attention", "confirmed", "receipt"]);
    world.check_books();
}

#[tokio::test]
async fn an_order_without_an_address_is_held_and_harms_nobody() {
    let mut world = World::new();
    world.hear([say::checkout(727, "processing", second(-50), |order| order["billing"]["email"] = "".into())]).await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), [] as [&str; 0]);
    assert!(held(&world).iter().all(|reason| reason == "the order has no e-mail address"));
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn after_a_complaint_the_customer_still_hears_of_the_order() {
    let mut world = World::new();
    world.hear([say::checkout(727, "pending", second(-50), |_| {})]).await;
    world.pass(minutes(3)).await;
    let sent = world.ses.sent().remove(0);
    let tags = serde_json::json!({"intent": [sent.intent.as_str()], "shop": ["demo"]});
    world.feedback.send(crate::world::ses_event("Complaint", "ses-1", "ana@example.com", &tags), crate::world::now());
    world.drain().await;
    assert_eq!(world.tables.data().suppressed.values().collect::<Vec<_>>(), [&Suppression::Complaint]);
    world.hear([say::paid("pi_1", "727", second(0))]).await;
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["received", "attention", "confirmed", "receipt"], "and so does the shop");
    world.check_books();
}

#[tokio::test]
async fn a_complaint_suppresses_and_a_delay_does_not() {
    for (kind, suppressed) in [("Complaint", 1), ("DeliveryDelay", 0), ("Open", 0)] {
        let mut world = World::new();
        world.hear([say::checkout(727, "pending", second(-50), |_| {})]).await;
        world.pass(minutes(1)).await;
        let sent = world.ses.sent().remove(0);
        let tags = serde_json::json!({"intent": [sent.intent.as_str()], "shop": ["demo"]});
        world
            .feedback
            .send(crate::world::ses_event(kind, "ses-1", "Ana <ana@example.com>", &tags), crate::world::now());
        world.drain().await;
        assert_eq!(world.tables.data().suppressed.len(), suppressed, "{kind}");
        world.pass(minutes(60)).await;
        world.check_books();
    }
}

#[tokio::test]
async fn an_event_that_is_none_of_ses_costs_no_other_its_batch() {
    let mut world = World::new();
    world.feedback.send("hello", crate::world::now());
    world.hear([say::checkout(727, "pending", second(-50), bouncing)]).await;
    world.pass(minutes(10)).await;
    assert_eq!(world.tables.data().suppressed.len(), 1);
    assert_eq!(world.feedback.waiting().len(), 1, "it comes back until it is dead");
    world.pass(minutes(160)).await;
    assert_eq!((world.feedback.waiting().len(), world.feedback.dead().len()), (0, 1));
}

const NUMBER: &str = "9400111206206406260787";

/// An order that has arrived, in a shop that asks three days after that how it was.
async fn arrived(world: &mut World) {
    world.hear([say::checkout(727, "processing", second(-50), say::paid_at(second(-50)))]).await;
    world.hear([say::shipped("727", NUMBER, second(-30))]).await;
    world.pass(minutes(1)).await;
    world.hear([say::scanned(NUMBER, "delivered", crate::world::now())]).await;
    world.pass(minutes(10)).await;
}

#[tokio::test]
async fn after_a_complaint_about_one_order_no_other_order_of_the_customer_is_asked_for_anything() {
    let mut world = World::new().with_shop(|shop| shop["ask_after_days"] = serde_json::json!({"csat": 3}));
    world.hear([say::checkout(728, "pending", second(-50), |_| {})]).await;
    world.pass(minutes(3)).await;
    let sent = world.ses.sent().remove(0);
    let tags = serde_json::json!({"intent": [sent.intent.as_str()], "shop": ["demo"]});
    world.feedback.send(crate::world::ses_event("Complaint", "ses-1", "ana@example.com", &tags), crate::world::now());
    arrived(&mut world).await;
    world.pass(hours(6 * 24)).await;
    let mails = world.mails();
    assert!(mails.contains(&"delivered") && !mails.contains(&"csat"), "{mails:?}");
    assert!(held(&world).contains(&"the address is suppressed: complaint".to_owned()), "{:?}", held(&world));
}

#[tokio::test]
async fn while_the_days_quota_is_short_what_nobody_waits_for_waits() {
    let mut world = World::new().with_shop(|shop| shop["ask_after_days"] = serde_json::json!({"csat": 3}));
    world.ses.allows(14.0, 1_000.0, 950.0);
    arrived(&mut world).await;
    world.pass(hours(4 * 24)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt", "shipped", "delivered"], "receipts before questions");
    world.ses.allows(14.0, 1_000.0, 0.0);
    world.pass(hours(24)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt", "shipped", "delivered", "csat"]);
}
