//! `standard`: any storefront that can sign JSON. This page is the contract.
//!
//! # Signature
//!
//! [Standard Webhooks](https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md): the
//! headers `webhook-id`, `webhook-timestamp` (seconds since 1970, at most five minutes old) and `webhook-signature`
//! (`v1,` and the base64 of HMAC-SHA256 over `{id}.{timestamp}.{body}`). The secret is `whsec_` and base64.
//!
//! # Body
//!
//! `{"type": "order", "data": {…}}`, `{"type": "fulfilment", "data": {…}}` or `{"type": "return", "data": {…}}`. What stands in
//! the type after a dot is not read (`order.updated`), other types are accepted and ignored, and so are unknown fields. Each document is whole: send
//! all of it whenever something of it has changed. Which of two is newer, `updated_at` decides, not the order of arrival.
//!
//! Times are RFC 3339 (`2026-03-22T15:28:02Z`), dates `2026-03-22`. Amounts are decimal text in major units (`"28.70"`),
//! never exponents, all in the document's currency. Ids are text or whole numbers. Links are absolute and `https`.
//!
//! # Order
//!
//! | field | | |
//! |---|---|---|
//! | `id` | required | immutable |
//! | `updated_at` | required | when the document last changed |
//! | `currency` | required | ISO 4217 |
//! | `total` | required | what the customer owes for all |
//! | `number` | default: `id` | what people call it |
//! | `status` | | `pending`, `on_hold`, `failed`, `processing`, `completed`, `cancelled`, `refunded`, `deleted`, or a word that the connection's `status_map` knows |
//! | `placed_at` | default: `updated_at` | |
//! | `test` | default: false | |
//! | `lines` | | list of `id` (default: its place, from 1), `name`, `variant`, `quantity` (default: 1), `total` (for all of them, before discounts), `sku`, `image` (link), `needs` (`shipping`, the default, `pickup` or `nothing`), `backordered` (how many of these are not in stock; default: 0), `expected` (the day on which they will be) |
//! | `amounts` | | `discount`, `shipping`, `fees`, `tax` (all positive, default 0), `tax_included` (whether the lines, shipping and fees contain the tax; default: false) |
//! | `refunded` | default: 0 | all that was given back so far |
//! | `payment_method` | | `code`, `title` |
//! | `transaction` | | the payment provider's id |
//! | `paid_at` | | since when it is paid |
//! | `paid` | default: false | it is paid, if nobody says since when |
//! | `customer` | | `email`, `name`, `phone` |
//! | `billing`, `shipping` | | addresses: `lines` (list), `postcode`, `city`, `region`, `country` (ISO 3166 alpha-2) |
//! | `shipping_method` | | as customers see it |
//! | `promised` | | the day of delivery that the checkout promised |
//! | `pay_url` | | where an open order can be paid |
//! | `locale` | | BCP 47: `de-AT` |
//! | `note` | | what the customer wrote |
//! | `attribution` | | text by name: `utm_source` … |
//!
//! # Fulfilment
//!
//! | field | | |
//! |---|---|---|
//! | `id` | required | immutable |
//! | `order` | required | the order's id or number |
//! | `updated_at` | required | when the document last changed |
//! | `state` | | `picked`, `inspected`, `packed`, `shipped`, `delivered`, `cancelled` |
//! | `lines` | default: all of the order | list of `line` (the line's id), `quantity` (default: 1) |
//! | `carrier` | | `UPS`, `dhl` … |
//! | `number` | | the current tracking number |
//! | `url` | | where to follow it |
//! | `promised` | | date of delivery |
//!
//! # Return
//!
//! What a customer sends back, as the returns desk, the warehouse or the merchandise system has it. Its customer hears of each
//! `status` once: `requested`, `approved` (with how to send it back), `declined` (with the reason), `received` (with the
//! refund to come). While it is requested or approved, nobody is asked for an opinion.
//!
//! | field | | |
//! |---|---|---|
//! | `id` | required | immutable |
//! | `order` | required | the order's id or number |
//! | `updated_at` | required | when the document last changed |
//! | `status` | | `requested`, `approved`, `declined`, `received`, `closed` (settled or called off; nobody is told) |
//! | `number` | | what people call it: `RMA-1001-1` |
//! | `lines` | | list of `line` (the line's id), `quantity` (default: 1), `accepted` (how many of these, once somebody has looked at them) |
//! | `reason` | | why, in the customer's or the shop's words |
//! | `label` | | link to the label; without it and without `address`, the mail says that the shop will write how to send it back |
//! | `address` | | where it goes: `lines` (list), `postcode`, `city`, `region`, `country` |
//! | `send_by` | | the last day to send it |
//! | `currency` | required with amounts | ISO 4217, of `cost` and `refund` |
//! | `cost` | | what it costs the customer: `free`, an amount, or the shop's words |
//! | `declined_because` | required if `declined` | `late`, `final_sale`, or the shop's words to the customer |
//! | `refund` | | the amount that the customer gets back |

mod order;
mod returns;

use domain::fact::{FulfilledLine, Fulfilment, OrderStatus, Reference, StorefrontFact};
use domain::link::Link;
use domain::tracking::TrackingNumber;
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::wire::{List, Text, missing};

/// Our own words, or the shop's by its map. Nothing for one that we do not know.
fn status(word: &Text, settings: &Settings) -> Option<OrderStatus> {
    word.word().or_else(|| settings.status_map.get(word.get()?).copied())
}

pub(crate) struct Standard;

impl Prover for Standard {
    fn name(&self) -> &'static str {
        "standard"
    }

    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, now: Timestamp) -> Result<Proof, Rejection> {
        webhooks::standard::verify(delivery, settings, now)
    }
}

impl Provider<StorefrontFact> for Standard {
    fn about(&self) -> About {
        About {
            title: "Standard",
            docs: "https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md",
            events: "order, fulfilment, return",
            proof: "Standard Webhooks",
            checked: Checked::Vectors,
        }
    }

    fn interpret(&self, delivery: &Verified, settings: &Settings) -> Result<Vec<StorefrontFact>, Unreadable> {
        let (kind, data) = webhooks::standard::open(delivery.body())?;
        Ok(match kind.as_str() {
            "order" => {
                let order: order::Order = serde_json::from_str(data.get())?;
                vec![StorefrontFact::Checkout(Box::new(order.checkout(settings)?))]
            }
            "fulfilment" => {
                let shipment: Shipment = serde_json::from_str(data.get())?;
                vec![StorefrontFact::Fulfilment(Box::new(shipment.fulfilment()?))]
            }
            "return" => {
                let sent: returns::Sent = serde_json::from_str(data.get())?;
                vec![StorefrontFact::Return(Box::new(sent.read()?))]
            }
            _ => Vec::new(),
        })
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Shipment {
    id: Text,
    order: Text,
    updated_at: Text,
    state: Text,
    lines: List<Packed>,
    carrier: Text,
    number: Text,
    url: Text,
    promised: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Packed {
    line: Text,
    quantity: Text,
}

impl Shipment {
    fn fulfilment(&self) -> Result<Fulfilment, Unreadable> {
        let line = |packed: &Packed| {
            let line = packed.line.owned()?;
            Some(FulfilledLine { line, quantity: packed.quantity.get().map_or(1, |_| packed.quantity.count()) })
        };
        Ok(Fulfilment {
            id: self.id.required("data.id")?.to_owned(),
            at: self.updated_at.utc().ok_or_else(|| missing("data.updated_at"))?,
            references: vec![Reference::Order(self.order.required("data.order")?.to_owned())],
            state: self.state.word(),
            lines: self.lines.0.iter().filter_map(line).collect(),
            carrier: self.carrier.owned(),
            number: self.number.get().and_then(TrackingNumber::parse),
            url: self.url.get().and_then(|url| Link::parse(url).ok()),
            promised: self.promised.date(),
        })
    }
}

#[cfg(test)]
mod tests;
