//! Ecwid by Lightspeed: a webhook proves only that Ecwid sent one, so the order that it names is fetched.
//!
//! <https://docs.ecwid.com/api-reference/webhook-automations>, <https://docs.ecwid.com/api-reference/rest-api/orders>
//!
//! | setting | |
//! |---|---|
//! | `secrets` | the app's `client_secret`; not an access token |
//! | `tokens` | each connected store's id and its access token: `{"1003": "secret_…"}`. Others are refused: an app has one URL and one secret for all its stores, and the signature does not cover which one it is |
//! | `shops` | each store's id and the shop that it is here, if the connection serves several: `{"1003": "tea"}` |
//! | `currencies` | each store's id and its currency, if the token may not `read_store_profile`: `{"1003": "EUR"}` |
//! | `promised_in` | the order's extra field that has the promised day |
//! | `status_map` | what a payment or fulfilment status means: `{"CUSTOM_FULFILLMENT_STATUS_1": "on_hold"}` |
//!
//! Switch on `order.created` and `order.updated`; tokens need `read_orders`. Other events are accepted and say nothing.
//!
//! # Not seen
//!
//! Orders have no currency, so it is the store's. They have no time of payment: an order counts as paid since it
//! first said so. They have one tracking number, so one parcel. The language (`lang`) is second hand.

mod api;
mod order;
mod person;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::fact::{FulfilmentState, OrderStatus, StorefrontFact};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use webhooks::delivery::{Delivery, Proof, Rejection, Reply, Unreadable, Verified};
use webhooks::hint::Hint;
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;
use webhooks::wire::{Maybe, Object, Text, missing};

use order::Fetched;

/// Still at the checkout.
const INCOMPLETE: &str = "INCOMPLETE";

/// Where an order is, of their two axes: `paymentStatus` and `fulfillmentStatus`. The shop's own words go first. Nothing
/// for one that we do not know: its lines and addresses still count.
fn status(money: &str, goods: &str, settings: &Settings) -> Option<OrderStatus> {
    let own = |word: &str| settings.status_map.get(word).copied();
    if let Some(own) = own(money).or_else(|| own(goods)) {
        return Some(own);
    }
    Some(match (money, goods) {
        ("CANCELLED", _) => OrderStatus::Cancelled,
        ("REFUNDED", _) => OrderStatus::Refunded,
        ("PAID" | "PARTIALLY_REFUNDED", "SHIPPED" | "OUT_FOR_DELIVERY" | "DELIVERED" | "RETURNED") => {
            OrderStatus::Completed
        }
        ("PAID" | "PARTIALLY_REFUNDED" | "AWAITING_PAYMENT", "WILL_NOT_DELIVER") => OrderStatus::OnHold,
        // Whoever works on it has released it, paid or not.
        ("PAID" | "PARTIALLY_REFUNDED", _)
        | (
            "AWAITING_PAYMENT",
            "PROCESSING" | "READY_FOR_PICKUP" | "SHIPPED" | "OUT_FOR_DELIVERY" | "DELIVERED" | "RETURNED",
        ) => OrderStatus::Processing,
        ("AWAITING_PAYMENT" | "CUSTOM_PAYMENT_STATUS_1" | "CUSTOM_PAYMENT_STATUS_2" | "CUSTOM_PAYMENT_STATUS_3", _) => {
            OrderStatus::Pending
        }
        _ => return None,
    })
}

/// Whether their `paymentStatus` says that the order was covered by money.
fn is_paid(money: &str) -> bool {
    matches!(money, "PAID" | "PARTIALLY_REFUNDED" | "REFUNDED")
}

/// How far the goods are. Of what came back it is not said when it arrived.
fn state(goods: &str, numbered: bool) -> Option<FulfilmentState> {
    Some(match goods {
        "SHIPPED" | "OUT_FOR_DELIVERY" => FulfilmentState::Shipped,
        "DELIVERED" => FulfilmentState::Delivered,
        "AWAITING_PROCESSING" | "PROCESSING" if numbered => FulfilmentState::Packed,
        _ => return None,
    })
}

const SIGNATURE: &str = "x-ecwid-webhook-signature";
/// They try again for a day and more, with the first signature.
const PAST: SignedDuration = SignedDuration::from_hours(3 * 24);

pub(crate) struct Ecwid;

impl Prover for Ecwid {
    fn name(&self) -> &'static str {
        "ecwid"
    }

    /// Base64 of HMAC-SHA256 over `{eventCreated}.{eventId}`. Who has seen one may send it again with any other content:
    /// so the content may only cause a fetch, from a store that we know, and only for so long.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, now: Timestamp) -> Result<Proof, Rejection> {
        let signature = delivery.header(SIGNATURE).ok_or(Rejection::Missing)?;
        let Object(event): Object<Event> = serde_json::from_slice(delivery.body).map_err(|_| Rejection::Forged)?;
        let created = event.created.get().ok_or(Rejection::Forged)?;
        let message: &[&[u8]] = &[created.as_bytes(), b".", event.id.get().ok_or(Rejection::Forged)?.as_bytes()];
        let claimed: Vec<Vec<u8>> = BASE64_STANDARD.decode(signature).into_iter().collect();
        signature::hmac_sha256(delivery, settings.trimmed(), message, &claimed)?;
        signature::fresh_within(PAST, event.created.unix().ok_or(Rejection::Forged)?, now)?;

        let store = event.store.get().unwrap_or_default();
        if settings.own_of("tokens", store).is_none() {
            return Err(Rejection::Foreign);
        }
        let ours = matches!(event.kind.get(), Some("order.created" | "order.updated"));
        let data = event.data.0.unwrap_or_default();
        // Old events have only the number that the order has inside of Ecwid.
        let named = [&data.order, &event.entity].into_iter().filter_map(Text::get);
        let hint = named.filter(|_| ours).find_map(|order| Hint::new("order", &[store, order]));
        Ok(hint.map_or_else(|| Proof::Answer(Reply::default()), |hint| Proof::Hints(vec![hint])))
    }
}

impl Provider<StorefrontFact> for Ecwid {
    fn about(&self) -> About {
        About {
            title: "Ecwid",
            docs: "https://docs.ecwid.com/api-reference/webhook-automations",
            events: "order.created, order.updated",
            proof: "HMAC-SHA256 over time and id of the event only",
            checked: Checked::Vectors,
        }
    }

    fn interpret(&self, delivery: &Verified, settings: &Settings) -> Result<Vec<StorefrontFact>, Unreadable> {
        let fetched: Fetched = serde_json::from_slice(delivery.body())?;
        let order = fetched.order.0.as_ref().ok_or_else(|| missing("order"))?;
        if order.money() == INCOMPLETE {
            return Ok(Vec::new());
        }
        let checkout = order.checkout(fetched.currency.currency("currency")?, settings)?;
        let fulfilment = order.fulfilment(&checkout).map(|fulfilment| StorefrontFact::Fulfilment(Box::new(fulfilment)));
        Ok(std::iter::once(StorefrontFact::Checkout(Box::new(checkout))).chain(fulfilment).collect())
    }

    /// Links to files that customers bought, with the access token in them.
    fn blanked(&self) -> &'static [&'static str] {
        &["adminUrl"]
    }

    fn shop(&self, delivery: &Verified) -> Option<String> {
        serde_json::from_slice::<Fetched>(delivery.body()).ok()?.store.owned()
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Event {
    #[serde(rename = "eventId")]
    id: Text,
    #[serde(rename = "eventCreated")]
    created: Text,
    #[serde(rename = "eventType")]
    kind: Text,
    #[serde(rename = "storeId")]
    store: Text,
    #[serde(rename = "entityId")]
    entity: Text,
    data: Maybe<Data>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Data {
    #[serde(rename = "orderId")]
    order: Text,
}

#[cfg(test)]
mod tests;
