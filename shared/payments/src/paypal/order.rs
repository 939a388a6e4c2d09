//! PayPal's orders: what was agreed on, how it is paid, and what was captured.

use std::collections::BTreeMap;

use domain::fact::{Method, Payment, PaymentStatus, Reference};
use serde::Deserialize;
use serde_json::value::RawValue;
use webhooks::delivery::Unreadable;
use webhooks::wire::{List, Maybe, Text, missing};

use super::objects::{Amount, Part, Told, money, named};
use super::order_status;
use crate::parts::{card, distinct, kind};
use crate::unknown;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Order {
    id: Text,
    status: Text,
    purchase_units: List<Unit>,
    payment_source: Maybe<Ways>,
    create_time: Text,
    update_time: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Unit {
    custom_id: Option<Box<RawValue>>,
    invoice_id: Text,
    reference_id: Text,
    amount: Maybe<Amount>,
    payments: Maybe<Payments>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Payments {
    captures: List<Part>,
}

/// Ways to pay that are told by their names.
const WAYS: &[&str] = &[
    "card",
    "apple_pay",
    "google_pay",
    "paypal",
    "venmo",
    "bancontact",
    "blik",
    "eps",
    "giropay",
    "ideal",
    "mybank",
    "p24",
    "pay_upon_invoice",
    "satispay",
    "sofort",
    "trustly",
];

/// How it was paid, by the name of the way.
type Ways = BTreeMap<String, Maybe<Way>>;

#[derive(Deserialize, Default)]
#[serde(default)]
struct Way {
    brand: Text,
    last_digits: Text,
    card: Maybe<Card>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Card {
    brand: Text,
    last_digits: Text,
}

/// A card, a card in a wallet, or only the way's name.
fn method(ways: &Ways) -> Option<Method> {
    let (name, way) = WAYS.iter().find_map(|name| Some((*name, ways.get(*name)?.0.as_ref()?)))?;
    Some(match (name, way.card.0.as_ref()) {
        ("card", _) => card(way.brand.get(), &way.last_digits, None),
        ("apple_pay" | "google_pay", Some(inner)) => card(inner.brand.get(), &inner.last_digits, Some(name)),
        _ => kind(name),
    })
}

impl Order {
    /// The order, and what was captured of it: each a payment, found by one another.
    pub(super) fn payments(&self, told: &Told<'_>) -> Result<Vec<Payment>, Unreadable> {
        let id = self.id.required("resource.id")?.to_owned();
        let times = [&self.update_time, told.at, &self.create_time];
        let at = times.into_iter().find_map(Text::utc).ok_or_else(|| missing("create_time"))?;
        let status = self.status.get().and_then(order_status);
        let names = self.purchase_units.0.iter().flat_map(|unit| {
            let own = unit.reference_id.owned().filter(|name| name != "default").map(Reference::Order);
            named(unit.custom_id.as_deref(), &unit.invoice_id, told).into_iter().chain(own)
        });
        let references = distinct(names);
        let amount = match self.purchase_units.0.as_slice() {
            [unit] => money(&unit.amount, "purchase_units.amount")?,
            _ => None,
        };
        let method = self.payment_source.0.as_ref().and_then(method);
        let unpaid = unknown(id.clone(), id.clone(), at, told.test);
        let order = Payment { references: references.clone(), status, amount, method: method.clone(), ..unpaid };
        let parts = self.purchase_units.0.iter().filter_map(|unit| unit.payments.0.as_ref());
        let captures = parts.flat_map(|parts| &parts.captures.0).map(|part| {
            let mut capture = part.payment(told, true)?;
            capture.references.extend(references.iter().cloned().chain([Reference::Payment(id.clone())]));
            Ok(Payment { references: distinct(capture.references), method: method.clone(), ..capture })
        });
        std::iter::once(Ok(order)).chain(captures).collect()
    }
}

/// The buyer agreed, and nobody took the money in time.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Lapsed {
    order_id: Text,
    purchase_units: List<Unit>,
}

impl Lapsed {
    pub(super) fn payment(&self, told: &Told<'_>) -> Result<Payment, Unreadable> {
        let id = self.order_id.required("resource.order_id")?.to_owned();
        let at = told.at.utc().ok_or_else(|| missing("create_time"))?;
        let units = self.purchase_units.0.iter();
        let references = units.flat_map(|unit| named(unit.custom_id.as_deref(), &unit.invoice_id, told)).collect();
        let status = Some(PaymentStatus::Cancelled);
        Ok(Payment { references, status, ..unknown(id.clone(), id, at, told.test) })
    }
}
