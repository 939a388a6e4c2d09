//! Nothing of a stranger's gets in, and strangers cost us nothing.

use crate::world::{Webhook, World, minutes, say, second, set_now};

fn forged(webhook: Webhook) -> Webhook {
    let mut webhook = webhook;
    webhook.body.push(b' ');
    webhook
}

fn without_signature(webhook: Webhook) -> Webhook {
    let mut webhook = webhook;
    webhook.headers.retain(|(name, _)| !name.contains("signature"));
    webhook
}

fn every_kind() -> [Webhook; 6] {
    [
        say::recorded("woocommerce.order.updated.processing"),
        say::recorded("standard.order"),
        say::recorded("stripe.payment_intent.succeeded"),
        say::recorded("standard.payment"),
        say::recorded("easypost.tracker.updated.delivered"),
        say::recorded("standard.tracking"),
    ]
}

#[tokio::test]
async fn genuine_webhooks_are_kept_before_they_are_answered() {
    let world = World::new();
    for (count, webhook) in (1..).zip(every_kind()) {
        assert_eq!(world.post(&webhook).await, 200, "{webhook:?}");
        assert_eq!(world.deliveries.waiting().len(), count);
    }
}

#[tokio::test]
async fn forged_and_unsigned_webhooks_are_401_and_nothing_is_kept() {
    for webhook in every_kind() {
        let world = World::new();
        assert_eq!(world.post(&forged(webhook.clone())).await, 401, "{webhook:?}");
        assert_eq!(world.post(&without_signature(webhook.clone())).await, 401, "{webhook:?}");
        let mut twice = webhook.clone();
        twice.headers.extend(webhook.headers.iter().filter(|(name, _)| name.contains("signature")).cloned());
        assert_eq!(world.post(&twice).await, 401, "{webhook:?}");
        assert_eq!(world.deliveries.waiting(), []);
        assert!(world.tables.data().raw.is_empty());
    }
}

#[tokio::test]
async fn a_signed_time_that_is_old_is_401() {
    let world = World::new();
    set_now(second(301));
    let answers = every_kind().map(|webhook| (webhook.provider.clone(), webhook));
    for (provider, webhook) in answers {
        let expected = if ["stripe", "standard"].contains(&provider.as_str()) { 401 } else { 200 };
        assert_eq!(world.post(&webhook).await, expected, "{provider}");
    }
}

#[tokio::test]
async fn unknown_providers_and_connections_are_404() {
    let world = World::new();
    let webhook = say::recorded("stripe.payment_intent.succeeded");
    for connection in ["nobodys", "", "Demo", "../demo", "demo/x", "demo%2f", &"d".repeat(65)] {
        assert_eq!(world.post(&webhook.clone().through(connection)).await, 404, "{connection}");
    }
    for provider in ["shopify", "", "Stripe", "woocommerce"] {
        let unknown = Webhook { provider: provider.to_owned(), ..webhook.clone() };
        assert_eq!(world.post(&unknown).await, 404, "{provider}");
    }
    world.params.change("connections/payments/demo", |connection| drop(connection["providers"].take()));
    world.params.put("connections/payments/demo", &serde_json::json!({"providers": {}}));
    assert_eq!(world.post(&webhook).await, 404, "a provider that the connection does not name");
    assert_eq!(world.deliveries.waiting(), []);
}

#[tokio::test]
async fn a_body_of_more_than_700_kilobytes_is_413() {
    let world = World::new();
    let sized = |bytes: usize| {
        let body = vec![b' '; bytes];
        let headers = it::sign::woocommerce("woo-test-secret-0123456789abcdef", "order.updated", &body);
        Webhook::new("storefronts", "woocommerce", headers, body)
    };
    assert_eq!(world.post(&sized(700 * 1024 + 1)).await, 413);
    assert_eq!(world.deliveries.waiting(), []);
    assert_eq!(world.post(&sized(700 * 1024)).await, 200);
    let (_, message) = world.deliveries.waiting().remove(0);
    assert!(message.len() < 1 << 20, "it fits into a message: {}", message.len());
}

#[tokio::test]
async fn when_the_queue_is_down_the_provider_is_told_to_send_again() {
    let world = World::new();
    world.faults.break_down("SendMessage delivery");
    let webhook = say::recorded("stripe.payment_intent.succeeded");
    assert_eq!(world.post(&webhook).await, 503);
    assert_eq!(world.post(&forged(webhook.clone())).await, 401);
    world.faults.mend();
    assert_eq!(world.post(&webhook).await, 200);
    let world = World::new();
    world.faults.break_down("GetParameter");
    assert_eq!(world.post(&webhook).await, 503, "without its secret nothing can be proved");
}

#[tokio::test]
async fn a_ping_is_200_and_kept_nowhere() {
    let world = World::new();
    assert_eq!(world.post(&say::recorded("woocommerce.ping")).await, 200);
    assert_eq!(world.deliveries.waiting(), []);
}

#[tokio::test]
async fn genuine_webhooks_of_no_use_are_200_and_change_nothing() {
    let mut world = World::new();
    let useless = [
        "woocommerce.product.updated",
        "woocommerce.order.updated.draft",
        "woocommerce.order.deleted",
        "stripe.v2.core.event",
        "stripe.charge.dispute.created",
        "easypost.batch.created",
    ];
    world.hear(useless.map(say::recorded)).await;
    world.pass(minutes(60)).await;
    assert!(world.tables.data().orders().is_empty());
    assert_eq!(world.deliveries.dead(), [] as [String; 0]);
}

#[tokio::test]
async fn a_flood_of_forgeries_reads_no_more_parameters_than_the_budget_allows() {
    let world = World::new();
    let webhook = say::recorded("stripe.payment_intent.succeeded");
    for index in 0..500 {
        assert_eq!(world.post(&forged(webhook.clone())).await, 401);
        let unknown = webhook.clone().through(&format!("nobody-{index}"));
        assert!([404, 503].contains(&world.post(&unknown).await));
    }
    assert!(world.params.reads() <= 5, "{} reads", world.params.reads());
    assert_eq!(world.post(&webhook).await, 200, "and the shop's own webhooks get through");
}

#[tokio::test]
async fn a_secret_that_was_rotated_a_moment_ago_is_read_again() {
    let world = World::new();
    let webhook = say::recorded("stripe.payment_intent.succeeded");
    world.params.change("connections/payments/demo", |connection| {
        connection["providers"]["stripe"]["secrets"] = serde_json::json!(["whsec_old"]);
    });
    assert_eq!(world.post(&webhook).await, 401);
    world.params.change("connections/payments/demo", |connection| {
        connection["providers"]["stripe"]["secrets"] = serde_json::json!(["whsec_test_tidings_stripe", "whsec_old"]);
    });
    assert_eq!(world.post(&webhook).await, 200);
}
