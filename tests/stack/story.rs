//! An order of the demo shop, as storefront, payment provider, warehouse and carrier report it.

use std::sync::atomic::{AtomicU64, Ordering};

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::{now, shop, sign};

/// One webhook, signed and ready to be posted, as often as you like.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// `storefronts`, `payments` or `carriers`.
    pub family: &'static str,
    /// Who sends it.
    pub provider: &'static str,
    /// With the signature.
    pub headers: sign::Headers,
    /// The exact bytes.
    pub body: Vec<u8>,
}

/// An order of two shirts for 28.70 EUR.
#[derive(Clone, Debug)]
pub struct Order {
    /// The storefront's id, and the order's number.
    pub id: u64,
    /// Whose order it is.
    pub email: String,
    /// When it was placed: ten minutes before it was made.
    pub placed: Timestamp,
    /// The parcel's number.
    pub tracking: String,
}

impl Order {
    /// A new order of somebody.
    #[must_use]
    pub fn of(email: &str) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        // Unique in this process, and on a stack that has seen an earlier one.
        let base = u64::try_from(now().as_second()).unwrap_or_default() % 1_000_000;
        let id = 1_000 * base + NEXT.fetch_add(1, Ordering::Relaxed);
        let placed = now() - SignedDuration::from_mins(10);
        Self { id, email: email.to_owned(), placed, tracking: format!("9400111206{id:012}") }
    }

    /// `WooCommerce`: the order with a status such as `pending`, `processing` or `cancelled`.
    #[must_use]
    pub fn checkout(&self, status: &str, at: Timestamp) -> Webhook {
        let topic = if status == "pending" { "order.created" } else { "order.updated" };
        let secret = secret("woocommerce");
        let body = self.document(status, at).to_string().into_bytes();
        let headers = sign::woocommerce(&secret, topic, &body);
        Webhook { family: "storefronts", provider: "woocommerce", headers, body }
    }

    /// Stripe: the payment succeeded.
    #[must_use]
    pub fn paid(&self, at: Timestamp) -> Webhook {
        self.payment("payment_intent.succeeded", "succeeded", 2_870, &Value::Null, at)
    }

    /// Stripe: a try to pay did not succeed.
    #[must_use]
    pub fn payment_failed(&self, at: Timestamp) -> Webhook {
        let charge = format!("ch_{}_{}", self.id, at.as_second());
        let error = json!({
            "type": "card_error", "code": "card_declined", "decline_code": "insufficient_funds", "charge": charge,
            "message": "Your card has insufficient funds.",
        });
        self.payment("payment_intent.payment_failed", "requires_payment_method", 0, &error, at)
    }

    /// Stripe: all of it went back to the customer.
    #[must_use]
    pub fn refunded(&self, at: Timestamp) -> Webhook {
        let charge = json!({
            "id": format!("ch_{}", self.id), "object": "charge", "amount": 2_870, "amount_captured": 2_870,
            "amount_refunded": 2_870, "captured": true, "created": at.as_second(), "currency": "eur", "disputed": false,
            "livemode": true, "metadata": {"order_id": self.id.to_string()}, "paid": true,
            "payment_intent": format!("pi_{}", self.id), "refunded": true, "status": "succeeded",
        });
        self.stripe("charge.refunded", &charge, at)
    }

    /// The warehouse: everything is on its way, in our own format.
    #[must_use]
    pub fn shipped(&self, at: Timestamp) -> Webhook {
        let data = json!({
            "id": format!("F{}", self.id), "order": self.id, "updated_at": at.to_string(), "state": "shipped",
            "carrier": "USPS", "number": self.tracking, "lines": [{"line": 315, "quantity": 2}],
        });
        let body = json!({"type": "fulfilment", "data": data}).to_string().into_bytes();
        let headers = sign::standard(&secret("standard"), &format!("msg_{}_{at}", self.id), now(), &body);
        Webhook { family: "storefronts", provider: "standard", headers, body }
    }

    /// `EasyPost`: the parcel is in a state such as `in_transit`, `out_for_delivery` or `delivered`.
    #[must_use]
    pub fn scanned(&self, status: &str, at: Timestamp) -> Webhook {
        let scan = json!({
            "object": "TrackingDetail", "message": status.replace('_', " "), "status": status,
            "status_detail": status, "datetime": at.to_string(), "source": "USPS",
            "tracking_location": {"object": "TrackingLocation", "city": "Berlin", "state": null, "country": "DE", "zip": "10115"},
        });
        let tracker = json!({
            "id": format!("trk_{}", self.id), "object": "Tracker", "mode": "production", "tracking_code": self.tracking,
            "carrier": "USPS", "status": status, "status_detail": status, "created_at": at.to_string(),
            "updated_at": at.to_string(), "signed_by": null, "weight": 17.6, "est_delivery_date": null,
            "tracking_details": [scan], "carrier_detail": null, "finalized": status == "delivered", "is_return": false,
            "public_url": "https://track.easypost.com/demo", "fees": [],
        });
        let event = json!({
            "id": format!("evt_{}_{status}", self.id), "object": "Event", "mode": "production",
            "description": "tracker.updated", "previous_attributes": {}, "created_at": at.to_string(),
            "updated_at": at.to_string(), "pending_urls": [], "completed_urls": [], "status": "pending", "result": tracker,
        });
        let body = event.to_string().into_bytes();
        let headers = sign::easypost(&secret("easypost"), &body);
        Webhook { family: "carriers", provider: "easypost", headers, body }
    }

    fn payment(&self, kind: &str, status: &str, received: u32, error: &Value, at: Timestamp) -> Webhook {
        let intent = json!({
            "id": format!("pi_{}", self.id), "object": "payment_intent", "amount": 2_870, "amount_capturable": 0,
            "amount_received": received, "currency": "eur", "status": status, "capture_method": "automatic_async",
            "latest_charge": format!("ch_{}", self.id), "payment_method_types": ["card"], "last_payment_error": error,
            "metadata": {"order_id": self.id.to_string()}, "created": at.as_second(), "livemode": true,
        });
        self.stripe(kind, &intent, at)
    }

    fn stripe(&self, kind: &str, object: &Value, at: Timestamp) -> Webhook {
        let event = json!({
            "id": format!("evt_{}_{}", self.id, at.as_millisecond()), "object": "event", "api_version": "2026-07-29.dahlia",
            "created": at.as_second(), "livemode": true, "pending_webhooks": 1, "type": kind, "data": {"object": object},
        });
        let body = event.to_string().into_bytes();
        let headers = sign::stripe(&secret("stripe"), now(), &body);
        Webhook { family: "payments", provider: "stripe", headers, body }
    }

    fn document(&self, status: &str, at: Timestamp) -> Value {
        let mut order: Value = serde_json::from_str(include_str!("woocommerce.json")).expect("the file is JSON");
        let time = |at: Timestamp| json!(at.strftime("%Y-%m-%dT%H:%M:%S").to_string());
        let number = self.id.to_string();
        order["id"] = json!(self.id);
        order["order_key"] = json!(format!("wc_order_{number}"));
        order["payment_url"] = json!(format!("https://demo.example/checkout/order-pay/{number}/?pay_for_order=true"));
        order["number"] = json!(number);
        order["status"] = json!(status);
        order["needs_payment"] = json!(status == "pending");
        order["billing"]["email"] = json!(self.email);
        order["date_created"] = time(self.placed);
        order["date_created_gmt"] = time(self.placed);
        order["date_modified"] = time(at);
        order["date_modified_gmt"] = time(at);
        order
    }
}

fn secret(provider: &str) -> String {
    shop::secrets().remove(provider).unwrap_or_default()
}
