//! Mollie's objects, and what each says of its payment.

use domain::fact::{Method, Payment, PaymentStatus, Refund};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::value::RawValue;
use webhooks::delivery::Unreadable;
use webhooks::wire::{List, Maybe, Text, missing};

use super::{refund_status, status};
use crate::parts::{self, card, freely, kind, major};
use crate::unknown;

/// What a body says: an event with its object, or a fetched payment.
pub(super) fn payments(body: &[u8]) -> Result<Vec<Payment>, Unreadable> {
    let event: Event = serde_json::from_slice(body)?;
    match event.resource.required("resource")? {
        "event" => {
            let at = event.created_at.utc().ok_or_else(|| missing("createdAt"))?;
            let Some(raw) = event.embedded.0.and_then(|embedded| embedded.entity) else { return Ok(Vec::new()) };
            entity(raw.get(), Some(at))
        }
        _ => entity(std::str::from_utf8(body).unwrap_or_default(), None),
    }
}

/// The profile that the object is of.
pub(super) fn profile(body: &[u8]) -> Option<String> {
    let event: Event = serde_json::from_slice(body).ok()?;
    let entity = event.embedded.0.and_then(|embedded| embedded.entity);
    let inner: Option<Event> = entity.and_then(|raw| serde_json::from_str(raw.get()).ok());
    event.profile_id.owned().or_else(|| inner?.profile_id.owned())
}

fn entity(raw: &str, told_at: Option<Timestamp>) -> Result<Vec<Payment>, Unreadable> {
    let kind: Event = serde_json::from_str(raw)?;
    match kind.resource.get() {
        Some("payment") => serde_json::from_str::<Document>(raw)?.payments(told_at),
        Some("refund") => serde_json::from_str::<Back>(raw)?.payment(None, told_at).map(|back| vec![back]),
        _ => Ok(Vec::new()),
    }
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Event {
    resource: Text,
    created_at: Text,
    profile_id: Text,
    #[serde(rename = "_embedded")]
    embedded: Maybe<Embedded>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Embedded {
    entity: Option<Box<RawValue>>,
    refunds: List<Back>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Amount {
    value: Text,
    currency: Text,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Document {
    pub(super) id: Text,
    mode: Text,
    status: Text,
    amount: Maybe<Amount>,
    amount_captured: Maybe<Amount>,
    method: Text,
    details: Maybe<Details>,
    metadata: Option<Box<RawValue>>,
    created_at: Text,
    authorized_at: Text,
    paid_at: Text,
    canceled_at: Text,
    expired_at: Text,
    failed_at: Text,
    #[serde(rename = "_embedded")]
    embedded: Maybe<Embedded>,
}

impl Document {
    fn payments(&self, told_at: Option<Timestamp>) -> Result<Vec<Payment>, Unreadable> {
        let id = self.id.required("id")?;
        let test = self.mode.get() == Some("test");
        let at = told_at.or_else(|| self.newest()).ok_or_else(|| missing("createdAt"))?;
        let status = self.status.get().and_then(status);
        let amount = money(&self.amount, "amount")?;
        let captured = parts::some(money(&self.amount_captured, "amountCaptured")?);
        let captured = captured.or(amount.filter(|_| status == Some(PaymentStatus::Paid)));
        let references = self.metadata.as_deref().map(freely).unwrap_or_default();
        let payment = Payment {
            references: references.clone(),
            status,
            amount,
            captured,
            attempt: parts::tried(id, status),
            method: self.method(),
            transaction: captured.map(|_| id.to_owned()),
            ..unknown(id.to_owned(), id.to_owned(), at, test)
        };
        let refunds = self.embedded.0.iter().flat_map(|embedded| &embedded.refunds.0);
        let refunds = refunds.map(|back| {
            let back = back.payment(Some(id), None)?;
            Ok(Payment { references: references.clone(), test, ..back })
        });
        std::iter::once(Ok(payment)).chain(refunds).collect()
    }

    /// When something last happened to it: the document says no other time.
    pub(super) fn newest(&self) -> Option<Timestamp> {
        let times = [
            &self.created_at,
            &self.authorized_at,
            &self.paid_at,
            &self.canceled_at,
            &self.expired_at,
            &self.failed_at,
        ];
        times.into_iter().filter_map(Text::utc).max()
    }

    /// When it was made.
    pub(super) fn made(&self) -> Option<Timestamp> {
        self.created_at.utc()
    }

    fn method(&self) -> Option<Method> {
        let details = self.details.0.as_ref();
        match self.method.get()? {
            "creditcard" => {
                let brand = details.and_then(|details| details.card_label.get());
                let wallet = details.and_then(|details| details.wallet.get());
                Some(card(brand, &details.map(Details::last4).unwrap_or_default(), wallet))
            }
            "directdebit" => Some(kind("sepa_debit")),
            "banktransfer" => Some(kind("bank_transfer")),
            "przelewy24" => Some(kind("p24")),
            other => Some(kind(other)),
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Details {
    card_label: Text,
    card_number: Text,
    wallet: Text,
}

impl Details {
    /// Four digits, or a masked number that ends in them.
    fn last4(&self) -> Text {
        let number = self.card_number.get().unwrap_or_default();
        let start = number.len().saturating_sub(4);
        let last = number.get(start..).unwrap_or_default();
        last.into()
    }
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Back {
    id: Text,
    mode: Text,
    pub(super) payment_id: Text,
    pub(super) status: Text,
    amount: Maybe<Amount>,
    created_at: Text,
}

impl Back {
    /// Its own time is the one of its making, whatever becomes of it: of two words on it the later in life counts.
    fn payment(&self, payment: Option<&str>, told_at: Option<Timestamp>) -> Result<Payment, Unreadable> {
        let id = self.id.required("refund.id")?.to_owned();
        let payment = payment.or_else(|| self.payment_id.get()).ok_or_else(|| missing("paymentId"))?;
        let at = self.made().or(told_at).ok_or_else(|| missing("refund.createdAt"))?;
        let state = self.status.get().and_then(refund_status);
        let amount = money(&self.amount, "refund.amount")?;
        let refund =
            amount.zip(state).map(|(amount, (failed, pending))| Refund { id: id.clone(), amount, failed, pending });
        Ok(Payment { refund, ..unknown(payment.to_owned(), id, at, self.mode.get() == Some("test")) })
    }

    /// When it was made.
    pub(super) fn made(&self) -> Option<Timestamp> {
        self.created_at.utc()
    }
}

fn money(amount: &Maybe<Amount>, name: &str) -> Result<Option<domain::money::Money>, Unreadable> {
    let Some(amount) = &amount.0 else { return Ok(None) };
    let currency = amount.currency.currency(&format!("{name}.currency"))?;
    major(&amount.value, currency, &format!("{name}.value"))
}
