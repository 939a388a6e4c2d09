//! `WooCommerce`: an order is sent whole at every change, as its REST API shows it.
//!
//! <https://woocommerce.com/document/webhooks/>,
//! <https://woocommerce.github.io/woocommerce-rest-api-docs/#order-properties>
//!
//! | setting | |
//! |---|---|
//! | `secrets` | the webhook's secret, as `WooCommerce` shows it |
//! | `site` | `https://shop.example.com`, where `/wp-json/` is, for what no webhook brought: they never send one again |
//! | `consumer_key`, `consumer_secret` | `ck_…` and `cs_…` with the right to read. Some hosts drop the `Authorization` header that they go in: let them through |
//! | `promised_in` | the order's meta key in which a plug-in notes the promised day |
//! | `locale_in` | the order's meta key in which a plug-in notes the language: `wpml_language` |
//! | `backordered_in` | the line's meta key in which the checkout notes how many are not in stock; default: `Backordered`. It is written in the language of the shop, and a filter may change it |
//! | `status_map` | what statuses of plug-ins mean: `{"awaiting-shipment": "processing"}` |
//!
//! # Back-orders
//!
//! The checkout notes at a line how many of it were not in stock, and nobody takes that away again: so it is said in the
//! confirmation, and no restock date is known. A shop that knows more says it with `standard`.

mod api;
mod order;
mod person;
mod tracking;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::fact::{OrderStatus, StorefrontFact};
use jiff::Timestamp;
use webhooks::delivery::{Delivery, Proof, Rejection, Reply, Unreadable, Verified};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::{Secret, Settings};
use webhooks::signature;

use order::Order;

/// Their statuses in our words. Nothing for one that we do not know: its lines and addresses still count.
fn status(slug: &str, settings: &Settings) -> Option<OrderStatus> {
    Some(match slug {
        "pending" => OrderStatus::Pending,
        "on-hold" => OrderStatus::OnHold,
        "failed" => OrderStatus::Failed,
        "processing" | "ready-for-pickup" => OrderStatus::Processing,
        "completed" => OrderStatus::Completed,
        "cancelled" => OrderStatus::Cancelled,
        "refunded" => OrderStatus::Refunded,
        "trash" => OrderStatus::Deleted,
        // Plug-ins add their own; the shop says what they mean.
        own => *settings.status_map.get(own).or_else(|| settings.status_map.get(&format!("wc-{own}")))?,
    })
}

/// Not orders yet: somebody is at the checkout, or edits.
const DRAFTS: [&str; 4] = ["checkout-draft", "draft", "auto-draft", "new"];

const SIGNATURE: &str = "x-wc-webhook-signature";
const TOPIC: &str = "x-wc-webhook-topic";

pub(crate) struct WooCommerce;

impl Prover for WooCommerce {
    fn name(&self) -> &'static str {
        "woocommerce"
    }

    /// Base64 of HMAC-SHA256 over the body. There is no timestamp: an old delivery is an old document, which folds away.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, _now: Timestamp) -> Result<Proof, Rejection> {
        if !delivery.headers.contains_key(SIGNATURE) && is_ping(delivery.body) {
            return Ok(Proof::Answer(Reply::default()));
        }
        let signature = delivery.header(SIGNATURE).ok_or(Rejection::Missing)?;
        let claimed: Vec<Vec<u8>> = BASE64_STANDARD.decode(signature).into_iter().collect();
        let keys = settings.secrets.iter().flat_map(keys);
        signature::hmac_sha256(delivery, keys, &[delivery.body], &claimed).map(Proof::Signed)
    }
}

impl Provider<StorefrontFact> for WooCommerce {
    fn about(&self) -> About {
        About {
            title: "WooCommerce",
            docs: "https://woocommerce.com/document/webhooks/",
            events: "order.created, order.updated, order.restored",
            proof: "HMAC-SHA256 over the body",
            checked: Checked::Vectors,
        }
    }

    fn interpret(&self, delivery: &Verified, settings: &Settings) -> Result<Vec<StorefrontFact>, Unreadable> {
        // Headers are not signed: this one only spares us reading products and customers.
        if delivery.header(TOPIC).is_some_and(|topic| !topic.starts_with("order.")) {
            return Ok(Vec::new());
        }
        let order: Order = serde_json::from_slice(delivery.body())?;
        if let Some(error) = order.error() {
            return Err(error);
        }
        // `{"id":727}` is sent when an order, a product or a customer is deleted. Which of them only an unsigned header
        // says, and nothing says when: too little to withdraw an order. One in the bin that is sent whole says `trash`.
        if order.is_bare()? || order.slug().is_some_and(|slug| DRAFTS.contains(&slug)) {
            return Ok(Vec::new());
        }
        let checkout = order.checkout(order.slug().and_then(|slug| status(slug, settings)), settings)?;
        let fulfilments = tracking::fulfilments(&order, &checkout);
        let facts = fulfilments.into_iter().map(|fulfilment| StorefrontFact::Fulfilment(Box::new(fulfilment)));
        Ok(std::iter::once(StorefrontFact::Checkout(Box::new(checkout))).chain(facts).collect())
    }
}

/// `webhook_id=5`, unsigned, when a webhook is made or switched on. They ask for exactly 200.
fn is_ping(body: &[u8]) -> bool {
    let id = body.strip_prefix(b"webhook_id=").unwrap_or_default();
    (1..=20).contains(&id.len()) && id.iter().all(u8::is_ascii_digit)
}

/// The key is the secret as it was typed, but `WordPress` may store and show it with entities: both are tried.
fn keys(secret: &Secret) -> Vec<String> {
    let stored = secret.reveal();
    let typed = without_entities(stored);
    if typed == stored { vec![typed] } else { vec![typed, stored.to_owned()] }
}

/// What `wp_specialchars_decode($secret, ENT_QUOTES)` does: five characters, in one pass.
fn without_entities(text: &str) -> String {
    const CHARACTERS: [(&str, char, u32); 5] =
        [("amp", '&', 38), ("lt", '<', 60), ("gt", '>', 62), ("quot", '"', 34), ("", '\'', 39)];
    let mut parts = text.split('&');
    let mut decoded = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (entity, rest) = part.split_once(';').unwrap_or_default();
        let number = entity.strip_prefix('#').and_then(|n| match n.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => n.parse().ok(),
        });
        let known =
            |(name, _, code): &&(&str, char, u32)| !entity.is_empty() && (entity == *name || number == Some(*code));
        match CHARACTERS.iter().find(known) {
            Some((_, character, _)) => decoded.extend([*character].into_iter().chain(rest.chars())),
            None => decoded.extend(['&'].into_iter().chain(part.chars())),
        }
    }
    decoded
}

#[cfg(test)]
mod tests;
