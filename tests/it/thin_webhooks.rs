//! A webhook that only names an order: it is fetched, and told like any other; nothing is lost while the provider is ill.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};
use webhooks::source::Ask;

use crate::world::{Api, World, minutes, say, second};

const THIN: &str = "bigcommerce.store.order.statusUpdated";

/// The shop's API, as its order is now; how often it was asked.
fn shop() -> (Api, Arc<AtomicUsize>) {
    let whole: Value =
        serde_json::from_str(include_str!("../../events/checkout-webhook/fetched/bigcommerce.order.json"))
            .expect("JSON");
    let asked = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&asked);
    let api = Api::new(move |ask: &Ask| {
        counted.fetch_add(1, Ordering::Relaxed);
        let token =
            ask.headers.iter().find(|(name, _)| *name == "x-auth-token").map(|(_, value)| value.reveal().clone());
        assert_eq!(token.as_deref(), Some("bc-test-token"), "with the connection's own credentials");
        let path = ask.url.split('?').next().unwrap_or_default();
        let part = path.rsplit('/').next().unwrap_or_default();
        let body = match part {
            "250" => whole["order"].clone(),
            "refunds" => json!({"data": whole["refunds"]}),
            part => whole[part].clone(),
        };
        let empty = body.as_array().is_some_and(Vec::is_empty);
        if empty { (204, Vec::new(), String::new()) } else { (200, Vec::new(), body.to_string()) }
    });
    (api, asked)
}

#[tokio::test]
async fn an_order_that_a_webhook_only_names_is_fetched_and_told() {
    let (mut world, (api, asked)) = (World::new(), shop());
    for _ in 0..10 {
        assert_eq!(world.post(&say::recorded(THIN)).await, 200);
    }
    assert_eq!(world.deliveries.sent(), 0, "nothing of the webhook itself is believed");
    assert!(world.fetch(&api).await.is_empty());
    let once = asked.load(Ordering::Relaxed);
    assert!((4..=6).contains(&once), "ten hints of one order are one conversation: {once}");
    // The same again: the same document, and no other mail.
    assert_eq!(world.post(&say::recorded(THIN)).await, 200);
    world.fetch(&api).await;
    world.pass(minutes(30)).await;
    assert_eq!(world.mails().iter().filter(|kind| **kind == "confirmed").count(), 1, "{:?}", world.mails());
    world.check_books();
}

#[tokio::test]
async fn a_provider_that_is_ill_is_asked_again_later_and_not_sooner_than_it_says() {
    let (mut world, (well, _)) = (World::new(), shop());
    world.post(&say::recorded(THIN)).await;
    for (status, pause) in [(503, 20), (429, 300)] {
        let ill = Api::new(move |_| (status, vec![("retry-after", "300".to_owned())], String::new()));
        assert!(world.fetch(&ill).await.is_empty(), "nothing is given up");
        assert_eq!(world.fetches.receive(world_now() + jiff::SignedDuration::from_secs(pause.min(299)), 10).len(), 0);
        world.pass(minutes(6)).await;
    }
    world.fetch(&well).await;
    world.pass(minutes(30)).await;
    assert!(world.mails().contains(&"confirmed"));
}

#[tokio::test]
async fn what_only_a_person_can_put_right_waits_in_the_dead_letters_at_once() {
    for status in [401, 403, 400, 302] {
        let mut world = World::new();
        world.post(&say::recorded(THIN)).await;
        let dead = world.fetch(&Api::new(move |_| (status, Vec::new(), String::new()))).await;
        assert_eq!(dead.len(), 1, "{status}");
        // After the fix a redrive completes it.
        let (well, _) = shop();
        world.fetches.send(dead[0].clone(), second(0));
        assert!(world.fetch(&well).await.is_empty());
        world.pass(minutes(30)).await;
        assert!(world.mails().contains(&"confirmed"), "{status}");
    }
}

#[tokio::test]
async fn what_was_asked_for_three_days_waits_in_the_dead_letters_and_a_redrive_begins_anew() {
    let (mut world, (well, _)) = (World::new(), shop());
    let ill = Api::new(|_| (503, Vec::new(), String::new()));
    world.post(&say::recorded(THIN)).await;
    let (begun, mut dead) = (world_now(), Vec::new());
    while dead.is_empty() {
        dead = world.fetch(&ill).await;
        world.pass(minutes(15)).await;
    }
    let hours = world_now().duration_since(begun).as_hours();
    assert!((72..80).contains(&hours), "{hours} h");
    world.fetches.send(dead[0].clone(), world_now());
    assert!(world.fetch(&ill).await.is_empty(), "the provider may still be ill for a while");
    world.pass(minutes(1)).await;
    world.fetch(&well).await;
    assert_eq!(world.deliveries.sent(), 1);
}

#[tokio::test]
async fn an_order_that_is_not_there_any_more_is_no_trouble() {
    let mut world = World::new();
    world.post(&say::recorded(THIN)).await;
    let dead = world.fetch(&Api::new(|_| (404, Vec::new(), String::new()))).await;
    assert!(dead.is_empty());
    assert_eq!(world.deliveries.sent(), 0);
}

fn world_now() -> jiff::Timestamp {
    crate::world::now()
}
