//! What storefront, payment provider, warehouse and carrier say of an order, signed as they sign it.

use jiff::Timestamp;
use serde_json::{Value, json};
use testing::recorded::Recorded;

use super::now;

/// A webhook request.
#[derive(Clone)]
pub(crate) struct Webhook {
    pub(crate) family: String,
    pub(crate) provider: String,
    pub(crate) connection: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl std::fmt::Debug for Webhook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{} {}", self.family, self.provider, String::from_utf8_lossy(&self.body))
    }
}

impl Webhook {
    pub(crate) fn new(family: &str, provider: &str, headers: Vec<(String, String)>, body: Vec<u8>) -> Self {
        let (family, provider) = (family.to_owned(), provider.to_owned());
        Self { family, provider, connection: "demo".to_owned(), headers, body }
    }

    /// Through another connection.
    pub(crate) fn through(self, connection: &str) -> Self {
        Self { connection: connection.to_owned(), ..self }
    }
}

fn secret(provider: &str) -> String {
    it::shop::secrets().remove(provider).expect("a test secret")
}

/// A recorded delivery, exactly as it was.
pub(crate) fn recorded(name: &str) -> Webhook {
    let functions =
        [("checkout-webhook", "storefronts"), ("payment-webhook", "payments"), ("tracking-webhook", "carriers")];
    let of = |(function, family): (&str, &str)| {
        let all = testing::recorded::recorded(function).into_iter();
        all.filter(|one| one.name == name).map(|one| from_recorded(family, one)).next()
    };
    functions.into_iter().find_map(of).expect("a recorded delivery of this name")
}

fn from_recorded(family: &str, one: Recorded) -> Webhook {
    let header = |(name, value): (&http::HeaderName, &http::HeaderValue)| {
        (name.to_string(), String::from_utf8(value.as_bytes().to_vec()).expect("plain"))
    };
    let headers = one.headers.iter().map(header).collect();
    Webhook::new(family, &one.provider, headers, one.body)
}

/// `WooCommerce`: the order of 28.70 EUR, whatever else is changed of it.
pub(crate) fn checkout(id: u64, status: &str, at: Timestamp, change: impl FnOnce(&mut Value)) -> Webhook {
    let mut order: Value = serde_json::from_str(include_str!("../../stack/woocommerce.json")).expect("JSON");
    let time = at.strftime("%Y-%m-%dT%H:%M:%S").to_string();
    order["id"] = json!(id);
    order["number"] = json!(id.to_string());
    order["status"] = json!(status);
    order["needs_payment"] = json!(status == "pending");
    order["billing"]["email"] = json!("ana@example.com");
    order["payment_url"] = json!(format!("https://demo.example/checkout/order-pay/{id}/"));
    order["date_created_gmt"] = json!(super::second(-600).strftime("%Y-%m-%dT%H:%M:%S").to_string());
    order["date_modified_gmt"] = json!(time);
    change(&mut order);
    let body = order.to_string().into_bytes();
    let headers = it::sign::woocommerce(&secret("woocommerce"), "order.updated", &body);
    Webhook::new("storefronts", "woocommerce", headers, body)
}

/// The storefront says since when it is paid.
pub(crate) fn paid_at(at: Timestamp) -> impl FnOnce(&mut Value) {
    move |order| order["date_paid_gmt"] = json!(at.strftime("%Y-%m-%dT%H:%M:%S").to_string())
}

/// Shopify: a recorded delivery as if it was about another checkout and sent now, whatever else is changed of it.
pub(crate) fn shopify(name: &str, topic: &str, at: Timestamp, change: impl FnOnce(&mut Value)) -> Webhook {
    let mut body: Value = serde_json::from_slice(&recorded(name).body).expect("JSON");
    body["updated_at"] = json!(at.to_string());
    change(&mut body);
    let body = body.to_string().into_bytes();
    let headers = it::sign::shopify(&secret("shopify"), "tidings-demo.myshopify.com", topic, &body);
    Webhook::new("storefronts", "shopify", headers, body)
}

/// Stripe: an event about an object.
pub(crate) fn stripe(kind: &str, object: &Value, at: Timestamp) -> Webhook {
    let event = json!({
        "id": format!("evt_{kind}_{}", at.as_millisecond()), "object": "event", "created": at.as_second(),
        "livemode": object["livemode"], "type": kind, "data": {"object": object},
    });
    let body = event.to_string().into_bytes();
    let headers = it::sign::stripe(&secret("stripe"), now(), &body);
    Webhook::new("payments", "stripe", headers, body)
}

/// Stripe's payment intent of an order.
pub(crate) fn intent(id: &str, order: &str, status: &str, received: i64) -> Value {
    json!({
        "id": id, "object": "payment_intent", "amount": 2_870, "amount_received": received, "currency": "eur",
        "status": status, "latest_charge": format!("ch_{id}"), "last_payment_error": null, "livemode": true,
        "client_secret": format!("{id}_secret_z"), "metadata": {"order_id": order},
    })
}

/// Stripe: it is paid.
pub(crate) fn paid(id: &str, order: &str, at: Timestamp) -> Webhook {
    stripe("payment_intent.succeeded", &intent(id, order, "succeeded", 2_870), at)
}

/// Stripe: a try to pay did not succeed.
pub(crate) fn failed(id: &str, order: &str, at: Timestamp) -> Webhook {
    let mut object = intent(id, order, "requires_payment_method", 0);
    object["last_payment_error"] = json!({"code": "card_declined", "charge": format!("ch_{id}_{}", at.as_second())});
    stripe("payment_intent.payment_failed", &object, at)
}

/// Our own format, in any family.
pub(crate) fn standard(family: &str, kind: &str, data: &Value) -> Webhook {
    let body = json!({"type": kind, "data": data}).to_string().into_bytes();
    let headers = it::sign::standard(&secret("standard"), "msg_1", now(), &body);
    Webhook::new(family, "standard", headers, body)
}

/// The warehouse: all of an order is on its way.
pub(crate) fn shipped(order: &str, number: &str, at: Timestamp) -> Webhook {
    let data = json!({
        "id": format!("F{order}"), "order": order, "updated_at": at.to_string(), "state": "shipped",
        "carrier": "USPS", "number": number,
    });
    standard("storefronts", "fulfilment", &data)
}

/// The carrier: a parcel and its newest scan.
pub(crate) fn scanned(number: &str, state: &str, at: Timestamp) -> Webhook {
    let scan = json!({"at": at.to_string(), "state": state, "text": state, "place": "Berlin"});
    let data = json!({
        "number": number, "updated_at": at.to_string(), "carrier": "USPS", "state": state, "scans": [scan],
        "whole": false,
    });
    standard("carriers", "tracking", &data)
}
