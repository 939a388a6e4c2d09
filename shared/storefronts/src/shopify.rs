//! Shopify: an order is sent whole at every change, as its REST API shows it; fulfilments also by themselves.
//!
//! <https://shopify.dev/docs/apps/build/webhooks>, <https://shopify.dev/docs/api/admin-rest/latest/resources/order>
//!
//! | setting | |
//! |---|---|
//! | `secrets` | the app's client secret; of webhooks made by hand the one shown under Settings, Notifications, Webhooks |
//! | `shop_domain` | `example.myshopify.com`: every shop of an app has the same secret, so name yours |
//! | `access_token` | `shpat_…` with `read_orders`, for what no webhook brought |
//! | `api_version` | of the REST API; default: `2026-07` |
//! | `pickup` | the titles of shipping methods that are none: `Shop Vienna, Shop Graz`. The REST API does not tell |
//! | `promised_in` | the order's additional detail that has the promised day: `Delivery Date` |
//! | `status_map` | what a `financial_status` means in this shop: `{"pending": "processing"}` releases all unpaid orders |
//!
//! Subscribe `orders/create`, `orders/updated`, `orders/cancelled`, `fulfillments/create`, `fulfillments/update`, and, if
//! the shop's settings have `abandoned_after_hours`, `checkouts/create` and `checkouts/update`. Other
//! topics are accepted and say nothing: `orders/updated` follows with the whole order on a refund or a transaction, and
//! `fulfillments/update` with the whole fulfilment on a carrier's event. A deleted order is only an id, without a time.
//!
//! # Which currency
//!
//! Every amount is there in the shop's currency and in the customer's (`presentment_money`). Read is what the customer saw
//! and paid, and what payment providers will tell of. Where that is not given for the total and each line, it is the shop's.
//!
//! # Baskets
//!
//! A checkout is a basket until it has `completed_at`, or an order names its token. Its owner agreed to be reminded if
//! the address is `subscribed`, or ticked the box (`buyer_accepts_marketing`) and is not noted for anything else.
//! Nothing is read of prices: in which currency a checkout has them is written nowhere.
//!
//! # Returns
//!
//! Subscribe `returns/request`, `returns/approve`, `returns/decline`, `returns/cancel`, `returns/close` and `returns/reopen`, and
//! switch Shopify's own mails of returns off. What they send is not described field by field: read is what recorded examples
//! show (`status`, `order.id`, `name`, `return_line_items`), and of a refusal `decline.reason` and `.note`, as the
//! GraphQL object has them, unverified: without a reason nobody is told. They have no time of their own, so that
//! `X-Shopify-Triggered-At` decides which of two is newer; it is not signed, and the worst that another one does is to
//! show an older status. There is no label, no address and no day in them: the mail says that the shop will write. That things
//! were received Shopify does not say; a returns desk or warehouse can, as `standard`.
//!
//! # Not seen
//!
//! The payloads of the new "events" family of headers (a developer preview): read only if they are the REST resource. When
//! an order was paid Shopify does not say: it counts as paid since it first said so. Whether
//! `shipping_lines[].delivery_category` ever tells of a pickup is not sure, so name its titles. A fulfilment of several parcels shows the first number.

mod api;
mod basket;
mod fulfilment;
mod lines;
mod money;
mod order;
mod person;
mod returns;

use std::collections::BTreeMap;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::fact::{FulfilmentState, OrderStatus, ReturnStatus, StorefrontFact};
use jiff::Timestamp;
use serde_json::value::RawValue;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;

use basket::Begun;
use fulfilment::Shipment;
use order::Order;
use returns::Back;

/// Where an order is, of their two axes: `financial_status` and `fulfillment_status`. The shop's own word goes first.
/// Nothing for one that we do not know: its lines and addresses still count.
fn status(money: &str, goods: &str, settings: &Settings) -> Option<OrderStatus> {
    if let Some(own) = settings.status_map.get(money) {
        return Some(*own);
    }
    Some(match (money, goods) {
        ("paid" | "partially_refunded", "fulfilled") => OrderStatus::Completed,
        // Whoever sends the goods has released the order, paid or not.
        ("paid" | "partially_refunded", _) | ("pending" | "authorized" | "partially_paid", "partial" | "fulfilled") => {
            OrderStatus::Processing
        }
        ("pending" | "authorized" | "partially_paid", _) => OrderStatus::Pending,
        ("refunded", _) => OrderStatus::Refunded,
        ("voided" | "expired", _) => OrderStatus::Failed,
        _ => return None,
    })
}

/// Where a return is, of their `status`.
fn return_status(status: &str) -> Option<ReturnStatus> {
    Some(match status.to_ascii_lowercase().as_str() {
        "requested" => ReturnStatus::Requested,
        "open" => ReturnStatus::Approved,
        "declined" => ReturnStatus::Declined,
        "closed" | "canceled" => ReturnStatus::Closed,
        _ => return None,
    })
}

/// Whether their `financial_status` says that the order was covered by money.
fn is_paid(money: &str) -> bool {
    matches!(money, "paid" | "partially_refunded" | "refunded")
}

/// How far a fulfilment is: its `status`, and the carrier's word in `shipment_status`.
fn state(status: &str, shipment: &str) -> Option<FulfilmentState> {
    Some(match (status, shipment) {
        ("success", "delivered") => FulfilmentState::Delivered,
        ("success", _) => FulfilmentState::Shipped,
        // With a warehouse that was asked, and that has taken it.
        ("pending" | "open", _) => FulfilmentState::Picked,
        ("cancelled" | "error" | "failure", _) => FulfilmentState::Cancelled,
        _ => return None,
    })
}

/// The order of "send test notification": of nobody, and larger than a float can hold.
const TEST_ORDER: &str = "820982911946154508";

/// The classic headers, and those of the new family.
const SIGNATURES: [&str; 2] = ["x-shopify-hmac-sha256", "shopify-hmac-sha256"];
const SHOPS: [&str; 2] = ["x-shopify-shop-domain", "shopify-shop-domain"];
const TOPIC: &str = "x-shopify-topic";
/// When what a webhook tells of happened: theirs, and not signed.
const TRIGGERED_AT: &str = "x-shopify-triggered-at";

pub(crate) struct Shopify;

impl Prover for Shopify {
    fn name(&self) -> &'static str {
        "shopify"
    }

    /// Base64 of HMAC-SHA256 over the body. There is no timestamp: an old delivery is an old document, which folds away.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, _now: Timestamp) -> Result<Proof, Rejection> {
        let signature = one_of(delivery, SIGNATURES)?.ok_or(Rejection::Missing)?;
        let claimed: Vec<Vec<u8>> = BASE64_STANDARD.decode(signature).into_iter().collect();
        let verified = signature::hmac_sha256(delivery, settings.trimmed(), &[delivery.body], &claimed)?;
        if let Some(ours) = settings.own("shop_domain") {
            let theirs = one_of(delivery, SHOPS)?.ok_or(Rejection::Missing)?;
            if !theirs.eq_ignore_ascii_case(ours) {
                return Err(Rejection::Foreign);
            }
        }
        Ok(Proof::Signed(verified))
    }
}

/// What one family of headers says, or both alike; nothing if it is in neither.
fn one_of<'a>(delivery: Delivery<'a>, names: [&str; 2]) -> Result<Option<&'a str>, Rejection> {
    let value = |name: &str| {
        let there = delivery.headers.contains_key(name);
        there.then(|| delivery.header(name).ok_or(Rejection::Missing)).transpose()
    };
    match (value(names[0])?, value(names[1])?) {
        (Some(one), Some(other)) if one != other => Err(Rejection::Forged),
        (one, other) => Ok(one.or(other)),
    }
}

impl Provider<StorefrontFact> for Shopify {
    fn about(&self) -> About {
        About {
            title: "Shopify",
            docs: "https://shopify.dev/docs/apps/build/webhooks",
            events: "orders/create, orders/updated, orders/cancelled, orders/paid, orders/fulfilled, fulfillments/*, checkouts/*, returns/*",
            proof: "HMAC-SHA256 over the body",
            checked: Checked::Vectors,
        }
    }

    fn interpret(&self, delivery: &Verified, settings: &Settings) -> Result<Vec<StorefrontFact>, Unreadable> {
        // Headers are not signed, and one body comes under several topics: what it is, it says itself. These two only
        // spare us reading products, customers and test notifications.
        let ours = |topic: &str| {
            ["orders/", "fulfillments/", "checkouts/", "returns/"].iter().any(|kind| topic.starts_with(kind))
        };
        if delivery.header(TOPIC).is_some_and(|topic| !ours(topic)) || delivery.header("x-shopify-test") == Some("true")
        {
            return Ok(Vec::new());
        }
        let fields = fields(delivery.body())?;
        if fields.contains_key("return_line_items") {
            let back: Back = serde_json::from_slice(delivery.body())?;
            let triggered_at = delivery.header(TRIGGERED_AT).and_then(|at| at.parse().ok());
            return Ok(vec![StorefrontFact::Return(Box::new(back.read(triggered_at)?))]);
        }
        // The REST API shows it by its name, a webhook bare.
        match fields.get("order").filter(|_| fields.len() == 1) {
            Some(order) => read(order.get().as_bytes(), settings),
            None => read(delivery.body(), settings),
        }
    }
}

fn fields(body: &[u8]) -> Result<BTreeMap<String, &RawValue>, Unreadable> {
    Ok(serde_json::from_slice(body)?)
}

/// Reads a resource: what it is, its fields say.
fn read(body: &[u8], settings: &Settings) -> Result<Vec<StorefrontFact>, Unreadable> {
    let fields = fields(body)?;
    let any = |names: &[&str]| names.iter().any(|name| fields.contains_key(*name));
    // Checkouts look like orders; refunds, transactions and events of carriers only name theirs.
    if any(&["abandoned_checkout_url"]) {
        let begun: Begun = serde_json::from_slice(body)?;
        return Ok(vec![StorefrontFact::Checkout(Box::new(begun.checkout()?))]);
    }
    // An order of the shop's own making, before it is one.
    if any(&["completed_at"]) {
        return Ok(Vec::new());
    }
    if any(&["order_id"]) {
        let shipment = any(&["tracking_company", "tracking_number", "tracking_numbers", "shipment_status"]);
        let fulfilment = shipment.then(|| serde_json::from_slice::<Shipment>(body)).transpose()?;
        let alone = fulfilment.map(|fulfilment| fulfilment.alone()).transpose()?.flatten();
        return Ok(alone.into_iter().map(|fulfilment| StorefrontFact::Fulfilment(Box::new(fulfilment))).collect());
    }
    if !any(&["financial_status", "total_price", "order_number"]) {
        return Ok(Vec::new());
    }
    let order: Order = serde_json::from_slice(body)?;
    if order.id()? == TEST_ORDER {
        return Ok(Vec::new());
    }
    let checkout = order.checkout(settings)?;
    let fulfilments = order.fulfilments(&checkout);
    let fulfilments = fulfilments.into_iter().map(|fulfilment| StorefrontFact::Fulfilment(Box::new(fulfilment)));
    let basket = order.basket(&checkout);
    let checkouts = std::iter::once(checkout).chain(basket).map(|one| StorefrontFact::Checkout(Box::new(one)));
    Ok(checkouts.chain(fulfilments).collect())
}

#[cfg(test)]
mod tests;
