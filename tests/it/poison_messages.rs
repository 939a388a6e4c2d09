//! One bad message never costs its batch, and nothing genuine is lost.

use domain::ports::Keeping;
use serde_json::json;

use crate::world::{BOMB, KILLER, World, minutes, now, say, second};

fn good() -> crate::world::Webhook {
    say::checkout(727, "processing", second(-50), say::paid_at(second(-50)))
}

#[tokio::test]
async fn a_genuine_delivery_that_cannot_be_read_is_kept_with_its_reason_and_dead_lettered_at_once() {
    let mut world = World::new();
    world.hear([say::recorded("woocommerce.order.updated.not-allowed"), good()]).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"], "its batch is not harmed");
    assert_eq!((world.deliveries.waiting().len(), world.deliveries.dead().len()), (0, 1));
    let reasons: Vec<String> = world
        .tables
        .data()
        .raw
        .values()
        .filter_map(|(_, keeping)| match keeping {
            Keeping::Unread(why) => Some(why.clone()),
            _ => None,
        })
        .collect();
    assert!(matches!(&reasons[..], [why] if why.contains("may not read the order")), "{reasons:?}");
}

#[tokio::test]
async fn after_the_fix_a_redrive_completes_it_and_nothing_is_called_unread_any_more() {
    let mut world = World::new();
    let connection = world.params.read("connections/payments/demo");
    world.hear([say::checkout(727, "pending", second(-50), |_| {})]).await;
    let paid = say::paid("pi_1", "727", second(-40));
    assert_eq!(world.post(&paid).await, 200);
    world.params.remove("connections/payments/demo");
    world.restart();
    world.drain().await;
    assert_eq!((world.deliveries.dead().len(), world.headline("727")), (1, "awaiting-payment"));
    assert_eq!(unread(&world), 1);

    world.params.put("connections/payments/demo", &connection);
    world.restart();
    world.deliveries.redrive(now());
    world.pass(minutes(60)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"]);
    assert_eq!(unread(&world), 0, "what was completed is not unread");
    world.check_books();
}

fn unread(world: &World) -> usize {
    world.tables.data().raw.values().filter(|(_, keeping)| matches!(keeping, Keeping::Unread(_))).count()
}

#[tokio::test]
async fn what_a_provider_forbids_to_keep_is_kept_nowhere_not_even_unread() {
    let mut world = World::new();
    let mut object = say::intent("pi_1", "727", "succeeded", 2_870);
    object["currency"] = json!("no currency");
    let unreadable = say::stripe("payment_intent.succeeded", &object, second(-40));
    world.hear([say::paid("pi_2", "727", second(-40)), unreadable]).await;
    assert_eq!(world.deliveries.dead().len(), 1);
    let data = world.tables.data();
    assert_eq!(data.raw.len(), 2);
    for (kept, keeping) in data.raw.values() {
        let body = String::from_utf8_lossy(&kept.body.0).into_owned();
        assert!(!body.contains("_secret_z"), "{keeping:?}: {body}");
    }
}

#[tokio::test]
async fn a_message_that_is_none_of_ours_is_dead_lettered_and_costs_no_other_anything() {
    let mut world = World::new();
    for text in ["", "hello", "{}", r#"{"v":1}"#, r#"{"v":1,"what":"delivery"}"#, "null", "[1]", "{\"v\":-1}"] {
        world.deliveries.send(text, now());
        world.mail.send(text, now());
    }
    world.hear([good()]).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"]);
    assert_eq!((world.deliveries.dead().len(), world.deliveries.waiting().len()), (8, 0));
    assert_eq!(world.mail.waiting(), [], "a hint says nothing that the clock would not find");
}

#[tokio::test]
async fn a_message_of_a_newer_version_goes_back_untouched() {
    let mut world = World::new();
    for queue in [&world.deliveries, &world.mail] {
        queue.send(r#"{"v":2,"what":"teleport","order":7}"#, now());
    }
    world.hear([good()]).await;
    world.pass(minutes(10)).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"]);
    assert_eq!((world.deliveries.waiting().len(), world.mail.waiting().len()), (1, 1));
    assert_eq!(world.deliveries.dead(), [] as [String; 0]);
}

/// A delivery through a connection whose settings do no good to who reads them.
pub(crate) fn send(world: &World, connection: &str) {
    let paid = say::paid("pi_9", "1", second(-1));
    let kept = domain::kept::Kept {
        id: "bad".to_owned(),
        family: paid.family,
        provider: paid.provider,
        connection: connection.to_owned(),
        received_at: now(),
        headers: Vec::new(),
        by: domain::kept::By::Webhook,
        body: domain::kept::Body(paid.body),
    };
    let message = queue::messages::Incoming { v: 1, what: queue::messages::What::Delivery(kept) };
    world.deliveries.send(serde_json::to_string(&message).expect("a message"), now());
}

#[tokio::test]
async fn a_message_that_makes_the_code_panic_costs_no_other_anything() {
    let mut world = World::new();
    send(&world, BOMB);
    world.hear([good()]).await;
    assert_eq!(world.mails(), ["confirmed", "receipt"]);
    assert_eq!(world.deliveries.waiting().len(), 1, "it comes back");
    world.pass(minutes(160)).await;
    assert_eq!((world.deliveries.waiting().len(), world.deliveries.dead().len()), (0, 1), "and ends where alarms are");
}

#[tokio::test]
async fn what_kills_every_process_costs_the_others_of_its_batch_four_receives_at_most() {
    let mut world = World::new();
    send(&world, KILLER);
    world.hear([good()]).await;
    assert_eq!(world.mails(), [] as [&str; 0]);
    world.pass(minutes(13)).await;
    assert_eq!(
        world.mails(),
        ["confirmed", "receipt"],
        "from the fourth receive on they are handled one by one, and come back apart"
    );
    world.pass(minutes(160)).await;
    assert_eq!((world.deliveries.waiting().len(), world.deliveries.dead().len()), (0, 1));
}

#[tokio::test]
async fn after_an_outage_messages_that_were_received_often_are_all_handled() {
    let mut world = World::new();
    world.faults.break_down("BatchGetItem orders");
    for order in 1..=10 {
        assert_eq!(world.post(&say::checkout(order, "pending", second(-50), |_| {})).await, 200);
    }
    world.pass(minutes(6)).await;
    world.faults.mend();
    world.pass(minutes(40)).await;
    assert_eq!(world.tables.data().orders().len(), 10, "they come together and may not wait for one another for ever");
    assert_eq!((world.deliveries.waiting().len(), world.deliveries.dead().len()), (0, 0));
}
