//! Square's objects, and what each says of its payment.

use domain::fact::{Method, Payment, PaymentStatus, Reference, Refund};
use domain::money::Money;
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::wire::{Maybe, Text, missing};

use super::{Event, refund_failed, status};
use crate::parts::{self, card, kind};
use crate::unknown;

#[derive(Deserialize, Default)]
#[serde(default)]
struct Amount {
    amount: Text,
    currency: Text,
}

fn money(amount: &Maybe<Amount>, name: &str) -> Result<Option<Money>, Unreadable> {
    let Some(amount) = &amount.0 else { return Ok(None) };
    let currency = amount.currency.currency(&format!("{name}.currency"))?;
    parts::minor(&amount.amount, currency, currency.exponent(), &format!("{name}.amount"))
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Paid {
    id: Text,
    status: Text,
    amount_money: Maybe<Amount>,
    total_money: Maybe<Amount>,
    refunded_money: Maybe<Amount>,
    source_type: Text,
    card_details: Maybe<CardDetails>,
    wallet_details: Maybe<Branded>,
    buy_now_pay_later_details: Maybe<Branded>,
    reference_id: Text,
    order_id: Text,
    pub(super) location_id: Text,
    receipt_number: Text,
    receipt_url: Text,
    updated_at: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct CardDetails {
    card: Maybe<Card>,
    entry_method: Text,
    wallet_type: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Card {
    card_brand: Text,
    last_4: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Branded {
    brand: Text,
}

impl Paid {
    pub(super) fn payment(&self, event: &Event, test: bool) -> Result<Option<Payment>, Unreadable> {
        if self.reference_id.get().is_none() && self.is_in_person() {
            return Ok(None);
        }
        let id = self.id.required("data.object.payment.id")?.to_owned();
        let at = self.updated_at.utc().or_else(|| event.created_at.utc()).ok_or_else(|| missing("created_at"))?;
        let status = self.status.get().and_then(status);
        // With the tip: what the buyer paid.
        let amount = money(&self.total_money, "total_money")?.or(money(&self.amount_money, "amount_money")?);
        let captured = parts::some(amount).filter(|_| status == Some(PaymentStatus::Paid));
        let refunded = money(&self.refunded_money, "refunded_money")?;
        let sandbox = self.receipt_url.get().is_some_and(|url| url.starts_with("https://squareupsandbox.com/"));
        let orders = self.reference_id.owned().map(Reference::Order);
        Ok(Some(Payment {
            references: orders.into_iter().chain(self.order_id.owned().map(Reference::Payment)).collect(),
            status,
            amount,
            captured,
            refunded: refunded.or(captured.map(|money| money.with_minor(0))).filter(|_| captured.is_some()),
            attempt: parts::tried(&id, status),
            method: self.method(),
            transaction: captured.map(|_| self.receipt_number.owned().unwrap_or_else(|| id.clone())),
            ..unknown(id.clone(), id, at, test || sandbox)
        }))
    }

    fn is_in_person(&self) -> bool {
        let entry = self.card_details.0.as_ref().and_then(|details| details.entry_method.get());
        matches!(self.source_type.get(), Some("CASH" | "EXTERNAL"))
            || matches!(entry, Some("SWIPED" | "EMV" | "CONTACTLESS"))
    }

    fn method(&self) -> Option<Method> {
        let brand = |branded: &Maybe<Branded>| branded.0.as_ref().and_then(|branded| branded.brand.owned());
        let brand = brand(&self.wallet_details).or_else(|| brand(&self.buy_now_pay_later_details));
        match (self.source_type.get()?, self.card_details.0.as_ref()) {
            ("CARD", Some(details)) => {
                let none = Card::default();
                let known = details.card.0.as_ref().unwrap_or(&none);
                Some(card(known.card_brand.get(), &known.last_4, details.wallet_type.get()))
            }
            ("WALLET" | "BUY_NOW_PAY_LATER", _) => brand.map(|brand| kind(&brand)),
            (other, _) => Some(kind(other)),
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Back {
    id: Text,
    payment_id: Text,
    order_id: Text,
    pub(super) location_id: Text,
    status: Text,
    amount_money: Maybe<Amount>,
    updated_at: Text,
}

impl Back {
    /// One that is linked to no payment of Square's gives back nothing of an order.
    pub(super) fn payment(&self, event: &Event, test: bool) -> Result<Option<Payment>, Unreadable> {
        let id = self.id.required("data.object.refund.id")?.to_owned();
        let Some(payment) = self.payment_id.owned() else { return Ok(None) };
        let at = self.updated_at.utc().or_else(|| event.created_at.utc()).ok_or_else(|| missing("created_at"))?;
        let failed = self.status.get().and_then(refund_failed);
        let pending = self.status.get() == Some("PENDING");
        let amount = money(&self.amount_money, "amount_money")?;
        let refund = amount.zip(failed).map(|(amount, failed)| Refund { id: id.clone(), amount, failed, pending });
        let references = self.order_id.owned().map(Reference::Payment).into_iter().collect();
        Ok(Some(Payment { references, refund, ..unknown(payment, id, at, test) }))
    }
}
