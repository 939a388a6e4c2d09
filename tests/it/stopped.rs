//! Sending stops by itself before bounces or complaints ruin the account's reputation, and goes on when a person says so.

use domain::gate::State;
use domain::ledger::State as Ledger;
use serde_json::json;

use crate::world::{World, hours, minutes, now, say, second, ses_event};

/// A paid order: two mails, to an address of its own.
async fn order(world: &mut World, id: u64, address: &str) {
    let paid = say::paid_at(now());
    let change = |order: &mut serde_json::Value| {
        order["billing"]["email"] = format!("{address}-{id}@example.com").into();
        paid(order);
    };
    world.hear([say::checkout(id, "processing", now(), change)]).await;
    world.pass(minutes(1)).await;
}

/// A shop of an account that has sent so much in a day, and then some bouncing mails, two an order.
async fn bounced(sent: f64, orders: u64) -> World {
    // The merchant would hear of each: here only what customers get is counted.
    let quiet = |shop: &mut serde_json::Value| shop["kinds"]["attention"] = json!({"on": false});
    let mut world = World::new().with_shop(quiet);
    world.ses.allows(28.0, 50_000.0, sent);
    for id in 0..orders {
        order(&mut world, 1_000 + id, "bounce").await;
    }
    world
}

fn stopped(world: &World) -> bool {
    matches!(world.tables.data().gate.state, State::Stopped { .. })
}

#[tokio::test]
async fn at_four_percent_bounces_nothing_is_sent_any_more_until_a_person_resumes() {
    let mut world = bounced(150.0, 5).await;
    order(&mut world, 727, "ana").await;
    assert!(stopped(&world), "ten bounces of 160");
    assert_eq!(world.ses.sent().len(), 10, "what bounced, and no more");
    let why = |world: &World| {
        let data = world.tables.data();
        let owed = data.mails.values().filter(|mail| matches!(mail.entry.state, Ledger::Owed { .. }));
        owed.map(|mail| mail.reason.clone().unwrap_or_default()).collect::<Vec<_>>()
    };
    assert_eq!(
        why(&world),
        vec!["sending has stopped: 10 hard bounces and 0 complaints within 24 hours, of 160 mails sent"; 2]
    );

    world.pass(hours(26)).await;
    assert!(stopped(&world), "it does not go on by itself, though the bounces are old");
    let waiting = world.mail.waiting().len();
    assert!(waiting <= 3, "{waiting} hints at one order wait after a day");

    world.params.put("sending", &json!({"resumed_at": now().to_string()}));
    world.pass(minutes(17)).await;
    assert_eq!(world.ses.sent().len(), 12, "what waited is told");
    assert_eq!(world.tables.data().gate.state, State::Open);
    world.pass(minutes(60)).await;
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn what_was_resumed_stops_again_only_for_new_bounces() {
    let mut world = bounced(150.0, 5).await;
    order(&mut world, 727, "ana").await;
    world.params.put("sending", &json!({"resumed_at": now().to_string()}));
    world.pass(minutes(20)).await;
    order(&mut world, 728, "ana").await;
    assert_eq!((world.ses.sent().len(), stopped(&world)), (14, false), "old bounces are forgiven");
    for id in 0..5 {
        order(&mut world, 2_000 + id, "bounce").await;
    }
    order(&mut world, 729, "ana").await;
    assert!(stopped(&world) && world.ses.sent().len() == 24, "the old word does not count for new bounces");
}

#[tokio::test]
async fn what_became_untrue_while_sending_was_stopped_is_not_told_afterwards() {
    let mut world = bounced(150.0, 5).await;
    world.hear([say::checkout(727, "pending", second(-50), |_| {})]).await;
    world.pass(minutes(30)).await;
    assert!(stopped(&world));
    world.hear([say::paid("pi_1", "727", now())]).await;
    world.pass(minutes(30)).await;
    world.params.put("sending", &json!({"resumed_at": now().to_string()}));
    world.pass(minutes(30)).await;
    assert_eq!(world.mails()[10..], ["confirmed", "receipt"], "and not that it was received, not yet paid");
    world.pass(minutes(60)).await;
    world.check_books();
    world.check_reasons();
}

#[tokio::test]
async fn few_bounces_and_few_complaints_stop_nothing() {
    for (sent, orders) in [(10_000.0, 5), (20.0, 4)] {
        let mut world = bounced(sent, orders).await;
        order(&mut world, 727, "ana").await;
        assert!(!stopped(&world), "{orders} bouncing orders of {sent} mails");
    }
    let mut world = World::new();
    world.ses.allows(28.0, 50_000.0, 50.0);
    complain(&mut world, 2).await;
    assert!(!stopped(&world), "a small shop with two complaints");
    complain(&mut world, 1).await;
    order(&mut world, 729, "ana").await;
    assert!(stopped(&world), "three are no accident any more");
}

/// So many customers complain.
async fn complain(world: &mut World, many: usize) {
    for _ in 0..many {
        let id = 3_000 + u64::try_from(world.ses.sent().len()).expect("few");
        order(world, id, "cross").await;
        let sent = world.ses.sent().pop().expect("told");
        let tags = json!({"intent": [sent.intent.as_str()], "shop": ["demo"]});
        // SES's events may come twice.
        for _ in 0..2 {
            world.feedback.send(ses_event("Complaint", "ses-1", &format!("cross-{id}@example.com"), &tags), now());
            world.drain().await;
        }
    }
}

#[tokio::test]
async fn an_event_that_comes_twice_counts_once() {
    let mut world = World::new();
    complain(&mut world, 2).await;
    let data = world.tables.data();
    assert_eq!(data.reputation.counts.values().sum::<u32>(), 2);
}
