//! An order of Klarna's Order Management, which is a payment: with all that was taken and given back so far.

use domain::fact::{Payment, PaymentStatus, Reference};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::wire::{List, Text, missing};

use super::{money, order_status};
use crate::parts::{self, kind, some, tried};
use crate::unknown;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Order {
    #[serde(rename = "order_id")]
    pub(super) id: Text,
    status: Text,
    #[serde(rename = "order_amount")]
    amount: Text,
    captured_amount: Text,
    refunded_amount: Text,
    purchase_currency: Text,
    merchant_reference1: Text,
    merchant_reference2: Text,
    klarna_reference: Text,
    created_at: Text,
    captures: List<Capture>,
    refunds: List<Refunded>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Capture {
    captured_at: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Refunded {
    refunded_at: Text,
}

/// What a fetched order says.
pub(super) fn payments(body: &[u8], test: bool) -> Result<Vec<Payment>, Unreadable> {
    let order: Order = serde_json::from_slice(body)?;
    order.payment(test).map(|payment| vec![payment])
}

impl Order {
    fn payment(&self, test: bool) -> Result<Payment, Unreadable> {
        let id = self.id.required("order_id")?.to_owned();
        let money = |amount: &Text, name: &str| money(amount, &self.purchase_currency, name);
        let captured = some(money(&self.captured_amount, "captured_amount")?);
        let refunded = money(&self.refunded_amount, "refunded_amount")?.filter(|_| captured.is_some());
        let status = self.status.get().and_then(|status| order_status(status, captured.is_some()));
        let names = [&self.merchant_reference1, &self.merchant_reference2].into_iter().filter_map(Text::owned);
        let reference = self.klarna_reference.owned().map(Reference::Payment);
        Ok(Payment {
            references: parts::distinct(names.map(Reference::Order).chain(reference)),
            status,
            amount: money(&self.amount, "order_amount")?,
            captured,
            refunded,
            attempt: tried(&id, status),
            method: Some(kind("klarna")),
            transaction: captured.map(|_| self.klarna_reference.owned().unwrap_or_else(|| id.clone())),
            ..unknown(id.clone(), id, self.newest(status).ok_or_else(|| missing("created_at"))?, test)
        })
    }

    /// When money last moved: the document says no other time of its change. What was called off was so after all of it.
    fn newest(&self, status: Option<PaymentStatus>) -> Option<Timestamp> {
        let captures = self.captures.0.iter().map(|capture| &capture.captured_at);
        let refunds = self.refunds.0.iter().map(|refund| &refund.refunded_at);
        let newest = captures.chain(refunds).chain([&self.created_at]).filter_map(Text::utc).max()?;
        let after = SignedDuration::from_secs(i64::from(status == Some(PaymentStatus::Cancelled)));
        newest.checked_add(after).ok()
    }
}
