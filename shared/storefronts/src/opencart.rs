//! OpenCart: it has no webhooks. Our small extension in `shared/storefronts/opencart/` sends an order whole at every entry of
//! its history, and answers what changed in a time. This page and that folder are the contract.
//!
//! <https://github.com/opencart/opencart>,
//! <https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md> (signatures)
//!
//! # Settings
//!
//! | setting | |
//! |---|---|
//! | `secrets` | the extension's; the first one signs what we ask |
//! | `api` | the shop's address: `https://shop.example.com` or `https://shop.example.com/index.php` |
//! | `status_map` | by the number of an order status: `{"17": "processing"}`; goes before the table here |
//! | `shipped` | the numbers of the statuses that mean that all was shipped: `"3, 17"`; default: `"3"` |
//! | `shops` | by the id of a store, where one installation has several |
//!
//! # Amounts
//!
//! OpenCart keeps them without tax in the shop's default currency, with four decimals. Each is multiplied by the order's own
//! rate and rounded once, half up, to what the order's currency has. What its totals do not add up to is rounding.
//!
//! What could not be checked against a running shop: the spelling of the event's trigger in each release of 4.1 (the
//! extension's fits both), and which statuses a shop counts as processing by default (numbers go first).

mod amount;
mod order;
mod since;

use domain::fact::{OrderStatus, StorefrontFact};
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::hint::Hint;
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::source::{Answered, Listing, Source, Step, Stuck, Talk, Window};
use webhooks::wire::{List, Maybe, Text, missing};

use order::Order;

/// Their statuses in our words, by the numbers of a fresh English installation: names differ by language. Numbers 4 and 6
/// were never given. Of a number that the shop made, its own lists may still say something.
fn status(number: i64, store: &Store, settings: &Settings) -> Option<OrderStatus> {
    if let Some(own) = settings.status_map.get(&number.to_string()) {
        return Some(*own);
    }
    let listed = |list: &List<Text>| list.0.iter().any(|one| one.integer() == Some(number));
    Some(match number {
        1 => OrderStatus::Pending,
        // Processing, shipped, processed. That it was shipped is a fact of its own.
        2 | 3 | 15 => OrderStatus::Processing,
        5 => OrderStatus::Completed,
        // Cancelled, expired, voided.
        7 | 14 | 16 => OrderStatus::Cancelled,
        // Denied, failed.
        8 | 10 => OrderStatus::Failed,
        // Cancelled reversal, chargeback: somebody has to look.
        9 | 13 => OrderStatus::OnHold,
        // Refunded, reversed.
        11 | 12 => OrderStatus::Refunded,
        _ if listed(&store.complete_status_ids) => OrderStatus::Completed,
        _ if listed(&store.processing_status_ids) => OrderStatus::Processing,
        _ => return None,
    })
}

/// Whether all of an order was shipped: OpenCart has neither shipments nor tracking numbers.
fn is_shipped(number: i64, settings: &Settings) -> bool {
    let default = if settings.status_map.contains_key("3") { "" } else { "3" };
    let named = settings.own("shipped").unwrap_or(default);
    named.split(',').any(|one| one.trim().parse() == Ok(number))
}

pub(crate) struct OpenCart;

impl Prover for OpenCart {
    fn name(&self) -> &'static str {
        "opencart"
    }

    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, now: Timestamp) -> Result<Proof, Rejection> {
        webhooks::standard::verify(delivery, settings, now)
    }
}

impl Provider<StorefrontFact> for OpenCart {
    fn about(&self) -> About {
        About {
            title: "OpenCart",
            docs: "https://github.com/opencart/opencart",
            events: "order.history_added, order.deleted (of our extension)",
            proof: "Standard Webhooks",
            checked: Checked::Documented,
        }
    }

    fn interpret(&self, delivery: &Verified, settings: &Settings) -> Result<Vec<StorefrontFact>, Unreadable> {
        let event: Event = serde_json::from_slice(delivery.body())?;
        let deleted = match event.kind.required("type")? {
            "order.history_added" => false,
            "order.deleted" => true,
            _ => return Ok(Vec::new()),
        };
        let order = event.order.0.as_ref().ok_or_else(|| missing("order"))?;
        // No order yet, or one that is taken apart while somebody edits it: never a cancellation.
        if order.status() == Some(0) {
            return Ok(Vec::new());
        }
        let at = event.occurred_at.utc().ok_or_else(|| missing("occurred_at"))?;
        let store = event.store.0.unwrap_or_default();
        let said = |number: i64| status(number, &store, settings);
        let mut checkout = order.checkout(at, &said)?;
        if deleted {
            checkout.status = Some(OrderStatus::Deleted);
        }
        let fulfilment = order.fulfilment(&checkout, &|number| is_shipped(number, settings));
        let fulfilment = fulfilment.map(|fulfilment| StorefrontFact::Fulfilment(Box::new(fulfilment)));
        Ok(std::iter::once(StorefrontFact::Checkout(Box::new(checkout))).chain(fulfilment).collect())
    }

    fn shop(&self, delivery: &Verified) -> Option<String> {
        serde_json::from_slice::<Event>(delivery.body()).ok()?.store.0?.id.owned()
    }
}

impl Source for OpenCart {
    fn name(&self) -> &'static str {
        "opencart"
    }

    fn fetch(&self, hint: &Hint, got: &[Answered], talk: &Talk<'_>) -> Result<Step, Stuck> {
        since::fetch(hint, got, talk)
    }

    fn changed(&self, window: Window, got: &[Answered], talk: &Talk<'_>) -> Option<Result<Listing, Stuck>> {
        since::changed(window, got, talk)
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Event {
    #[serde(rename = "type")]
    kind: Text,
    occurred_at: Text,
    store: Maybe<Store>,
    order: Maybe<Order>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Store {
    id: Text,
    processing_status_ids: List<Text>,
    complete_status_ids: List<Text>,
}

#[cfg(test)]
mod tests;
