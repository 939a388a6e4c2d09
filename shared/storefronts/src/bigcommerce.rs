//! `BigCommerce`: a webhook only names an order; the order, its lines, addresses, shipments and refunds are fetched.
//!
//! <https://developer.bigcommerce.com/docs/integrations/webhooks>,
//! <https://developer.bigcommerce.com/docs/rest-management/orders>
//!
//! | setting | |
//! |---|---|
//! | `secrets` | the app's client secret, as it is; and the `X-Hook-Token` that you gave the hook as a header of its own |
//! | `store_hash` | `abc123xyz` of `https://api.bigcommerce.com/stores/abc123xyz/v3/`: an app has one secret for all stores |
//! | `api_token` | of an API account that may read orders and order transactions |
//! | `tax_included` | `yes` or `no`, if the shop shows prices with tax; else told from how prices were entered |
//! | `amounts_in` | the order's field that names the currency of its amounts; default: `default_currency_code` |
//! | `paid_by_status` | `yes`, if an order whose payment has no status (cash, bank) is paid as soon as it awaits to be sent |
//! | `promised_in` | the checkout's address field that has the promised day: `Delivery date` |
//! | `status_map` | status ids that mean something else in this shop: `{"9": "on_hold"}` |
//!
//! Hook `store/order/*` and `store/shipment/*`. Other scopes are accepted and say nothing.
//!
//! # Not seen
//!
//! The names of the signature's headers: they document the Standard Webhooks library and does not print them. Not
//! every hook may be signed, so give it `X-Hook-Token` too: either of the two is enough. The currency of an order's amounts
//! is read out of the schema's text. When an order was paid they do not say: it counts as paid since it
//! first said so. Of several shipping addresses the first is shown. Orders of the test gateway look like any other.

mod api;
mod order;
mod person;

use domain::fact::{OrderStatus, StorefrontFact};
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::delivery::{Delivery, Proof, Rejection, Reply, Unreadable, Verified};
use webhooks::hint::Hint;
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;
use webhooks::standard::verify_keyed;
use webhooks::wire::{Maybe, Text, missing};

use order::Fetched;

/// An order at a checkout that was not finished.
const INCOMPLETE: &str = "0";

/// Their statuses in our words, by id: labels are the merchant's. The shop's own word goes first. Nothing for one that we
/// do not know: its lines and addresses still count.
fn status(id: &str, settings: &Settings) -> Option<OrderStatus> {
    if let Some(own) = settings.status_map.get(id) {
        return Some(*own);
    }
    Some(match id {
        // Pending; awaiting payment.
        "1" | "7" => OrderStatus::Pending,
        // Partially shipped; awaiting pickup, shipment, fulfilment; partially refunded.
        "3" | "8" | "9" | "11" | "14" => OrderStatus::Processing,
        // Shipped; completed.
        "2" | "10" => OrderStatus::Completed,
        "4" => OrderStatus::Refunded,
        "5" => OrderStatus::Cancelled,
        // Declined.
        "6" => OrderStatus::Failed,
        // Manual verification required; disputed.
        "12" | "13" => OrderStatus::OnHold,
        _ => return None,
    })
}

/// Whether their `payment_status` says that the order was covered by money. Of cash and banks it says nothing; those whom
/// `BigCommerce` calls paid by their status may be paid on delivery as well.
fn is_paid(word: &str, id: &str, settings: &Settings) -> bool {
    let by_status = word.is_empty() && settings.own("paid_by_status") == Some("yes");
    matches!(word, "captured" | "paid" | "partially refunded" | "refunded")
        || (by_status && matches!(id, "2" | "3" | "8" | "9" | "10" | "11"))
}

const SIGNATURE: &str = "webhook-signature";
const TOKEN: &str = "x-hook-token";

pub(crate) struct BigCommerce;

impl Prover for BigCommerce {
    fn name(&self) -> &'static str {
        "bigcommerce"
    }

    /// Standard Webhooks, keyed with the client secret's text; or a header that the hook was made with.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, now: Timestamp) -> Result<Proof, Rejection> {
        let there = |name: &str| delivery.headers.contains_key(name);
        let by_token = || {
            let token = delivery.header(TOKEN).ok_or(Rejection::Missing)?;
            signature::token(delivery, settings.trimmed(), token)
        };
        let by_signature = || verify_keyed(delivery, settings.trimmed(), now);
        let verified = match (there(SIGNATURE), there(TOKEN)) {
            (true, true) => by_signature().or_else(|why| by_token().map_err(|_| why))?,
            (false, true) => by_token()?,
            _ => by_signature()?,
        };
        // What cannot be read is kept, and `interpret` says why.
        let Ok(event) = serde_json::from_slice::<Event>(delivery.body) else { return Ok(Proof::Signed(verified)) };
        if let Some(ours) = settings.own("store_hash") {
            let theirs = event.producer.get().and_then(|producer| producer.strip_prefix("stores/"));
            if theirs != Some(ours) {
                return Err(Rejection::Foreign);
            }
        }
        Ok(match event.hint() {
            Told::Order(hint) => Proof::Hints(vec![hint]),
            Told::Nothing => Proof::Answer(Reply::default()),
            Told::Unreadable => Proof::Signed(verified),
        })
    }
}

impl Provider<StorefrontFact> for BigCommerce {
    fn about(&self) -> About {
        About {
            title: "BigCommerce",
            docs: "https://developer.bigcommerce.com/docs/integrations/webhooks",
            events: "store/order/*, store/shipment/*, store/channel/*/order/*",
            proof: "Standard Webhooks, or a header of the hook's own",
            checked: Checked::InPart,
        }
    }

    fn interpret(&self, delivery: &Verified, settings: &Settings) -> Result<Vec<StorefrontFact>, Unreadable> {
        let fetched: Fetched = serde_json::from_slice(delivery.body())?;
        let order = fetched.order.0.as_ref().ok_or_else(|| missing("order"))?;
        if order.status_id.get() == Some(INCOMPLETE) {
            return Ok(Vec::new());
        }
        let checkout = fetched.checkout(order, settings)?;
        let fulfilments = fetched.fulfilments(&checkout);
        let facts = fulfilments.into_iter().map(|fulfilment| StorefrontFact::Fulfilment(Box::new(fulfilment)));
        Ok(std::iter::once(StorefrontFact::Checkout(Box::new(checkout))).chain(facts).collect())
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Event {
    scope: Text,
    producer: Text,
    data: Maybe<Data>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Data {
    #[serde(rename = "type")]
    kind: Text,
    id: Text,
    order_id: Text,
    #[serde(rename = "orderId")]
    camel: Text,
}

/// What an event tells.
enum Told {
    Order(Hint),
    Nothing,
    Unreadable,
}

impl Event {
    fn hint(&self) -> Told {
        let scope: Vec<&str> = self.scope.get().unwrap_or_default().split('/').collect();
        let Some(data) = &self.data.0 else { return Told::Unreadable };
        let (kind, act) = match *scope.as_slice() {
            ["store", kind, .., act] if kind != "channel" => (kind, act),
            ["store", "channel", _, kind, .., act] => (kind, act),
            _ => return Told::Unreadable,
        };
        let named = data.order_id.get().or(data.camel.get());
        let (order, shipment) = match kind {
            "order" => (named.or(data.id.get().filter(|_| data.kind.get() != Some("transaction"))), None),
            // One that is not there any more has to be known by its id.
            "shipment" => (named, data.id.get().filter(|_| act == "deleted")),
            _ => return Told::Nothing,
        };
        let number = |id: &&str| id.bytes().all(|byte| byte.is_ascii_digit());
        let hint = match (order.filter(number), shipment.filter(number)) {
            (None, _) => None,
            (Some(order), None) => Hint::new("order", &[order]),
            (Some(order), Some(shipment)) => Hint::new("order without shipment", &[order, shipment]),
        };
        hint.map_or(Told::Unreadable, Told::Order)
    }
}

#[cfg(test)]
mod tests;
