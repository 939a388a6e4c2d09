//! Signs webhooks as their senders do.

use base64::{Engine, engine::general_purpose::STANDARD};
use jiff::Timestamp;
use unicode_normalization::UnicodeNormalization;

pub use crate::aws::hmac;

/// Headers of one webhook request.
pub type Headers = Vec<(String, String)>;

/// What `WooCommerce` sends with a delivery of a topic such as `order.updated`.
#[must_use]
pub fn woocommerce(secret: &str, topic: &str, body: &[u8]) -> Headers {
    let (resource, event) = topic.split_once('.').unwrap_or((topic, ""));
    headers(&[
        ("content-type", "application/json"),
        ("user-agent", "WooCommerce/10.3.5 Hookshot (WordPress/6.8.3)"),
        ("x-wc-webhook-source", "https://demo.example/"),
        ("x-wc-webhook-topic", topic),
        ("x-wc-webhook-resource", resource),
        ("x-wc-webhook-event", event),
        ("x-wc-webhook-id", "5"),
        ("x-wc-webhook-signature", &STANDARD.encode(hmac(secret.as_bytes(), body))),
    ])
}

/// What Shopify sends of a shop with a topic such as `checkouts/update`.
#[must_use]
pub fn shopify(secret: &str, shop: &str, topic: &str, body: &[u8]) -> Headers {
    headers(&[
        ("content-type", "application/json"),
        ("user-agent", "Shopify-Captain-Hook"),
        ("x-shopify-shop-domain", shop),
        ("x-shopify-topic", topic),
        ("x-shopify-hmac-sha256", &STANDARD.encode(hmac(secret.as_bytes(), body))),
    ])
}

/// What Stripe sends with an event.
#[must_use]
pub fn stripe(secret: &str, signed_at: Timestamp, body: &[u8]) -> Headers {
    let time = signed_at.as_second();
    let mac = hmac(secret.as_bytes(), &[format!("{time}.").as_bytes(), body].concat());
    headers(&[
        ("content-type", "application/json; charset=utf-8"),
        ("user-agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)"),
        ("stripe-signature", &format!("t={time},v1={}", hex::encode(mac))),
    ])
}

/// What `EasyPost` sends with an event. It normalises the secret first.
#[must_use]
pub fn easypost(secret: &str, body: &[u8]) -> Headers {
    let key: String = secret.nfkd().collect();
    let mac = hex::encode(hmac(key.as_bytes(), body));
    headers(&[
        ("content-type", "application/json"),
        ("user-agent", "EasyPost Webhook"),
        ("x-hmac-signature", &format!("hmac-sha256-hex={mac}")),
    ])
}

/// What a sender of our own format sends: Standard Webhooks. The secret starts with `whsec_`.
///
/// # Panics
/// If the rest of the secret is not base64.
#[must_use]
pub fn standard(secret: &str, id: &str, signed_at: Timestamp, body: &[u8]) -> Headers {
    let key = STANDARD.decode(secret.trim_start_matches("whsec_")).expect("a whsec_ secret is base64");
    let time = signed_at.as_second();
    let mac = STANDARD.encode(hmac(&key, &[format!("{id}.{time}.").as_bytes(), body].concat()));
    headers(&[
        ("content-type", "application/json"),
        ("webhook-id", id),
        ("webhook-timestamp", &time.to_string()),
        ("webhook-signature", &format!("v1,{mac}")),
    ])
}

fn headers(pairs: &[(&str, &str)]) -> Headers {
    pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect()
}
