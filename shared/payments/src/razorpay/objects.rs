//! Razorpay's entities, and what each says of its payment.

use domain::fact::{Method, Payment, PaymentStatus, Reference, Refund};
use domain::money::Money;
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::wire::{Maybe, Text};

use super::{Event, refund_failed, status};
use crate::parts::{self, Notes, card, kind, orders};
use crate::unknown;

fn money(amount: &Text, currency: &Text, name: &str) -> Result<Option<Money>, Unreadable> {
    let currency = currency.currency("currency")?;
    parts::minor(amount, currency, currency.exponent(), name)
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Paid {
    id: Text,
    amount: Text,
    currency: Text,
    status: Text,
    order_id: Text,
    method: Text,
    card: Maybe<Card>,
    wallet: Text,
    token_id: Text,
    amount_refunded: Text,
    pub(super) captured: Text,
    notes: Notes,
    created_at: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Card {
    last4: Text,
    network: Text,
}

impl Paid {
    pub(super) fn payment(&self, event: &Event, order: Option<&Ordered>, test: bool) -> Result<Payment, Unreadable> {
        let id = self.id.required("payment.id")?.to_owned();
        let at = event.at(&self.created_at)?;
        let status = self.status.get().and_then(|theirs| status(theirs, self.captured.yes()));
        let amount = money(&self.amount, &self.currency, "amount")?;
        let captured = parts::some(amount).filter(|_| status == Some(PaymentStatus::Paid));
        // Whether the total still counts a refund that has just failed is not documented.
        let surely = captured.is_some() && event.kind.get() != Some("refund.failed");
        let refunded = money(&self.amount_refunded, &self.currency, "amount_refunded")?.filter(|_| surely);
        let mut references = orders(&self.notes, None);
        references.extend(order.map(Ordered::references).unwrap_or_default());
        references.extend(self.order_id.owned().map(Reference::Payment));
        let references = parts::distinct(references);
        Ok(Payment {
            references,
            status,
            amount,
            captured,
            refunded,
            attempt: parts::tried(&id, status),
            method: self.method(),
            transaction: captured.map(|_| id.clone()),
            ..unknown(id.clone(), id, at, test)
        })
    }

    fn method(&self) -> Option<Method> {
        match (self.method.get()?, self.card.0.as_ref()) {
            ("card" | "emi", Some(known)) => {
                let hidden = Text::default();
                let last4 = if self.token_id.get().is_some() { &hidden } else { &known.last4 };
                Some(card(known.network.get(), last4, None))
            }
            ("wallet", _) => Some(kind(self.wallet.get().unwrap_or("wallet"))),
            (other, _) => Some(kind(other)),
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Ordered {
    receipt: Text,
    notes: Notes,
}

impl Ordered {
    /// The receipt is what the shop calls its order.
    fn references(&self) -> Vec<Reference> {
        orders(&self.notes, self.receipt.owned())
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Back {
    id: Text,
    payment_id: Text,
    amount: Text,
    currency: Text,
    status: Text,
    notes: Notes,
    created_at: Text,
}

impl Back {
    pub(super) fn payment(&self, event: &Event, test: bool) -> Result<Payment, Unreadable> {
        let id = self.id.required("refund.id")?.to_owned();
        let payment = self.payment_id.required("refund.payment_id")?.to_owned();
        let failed = self.status.get().and_then(refund_failed);
        let pending = self.status.get() == Some("pending");
        let amount = money(&self.amount, &self.currency, "refund.amount")?;
        let refund = amount.zip(failed).map(|(amount, failed)| Refund { id: id.clone(), amount, failed, pending });
        let references = orders(&self.notes, None);
        Ok(Payment { references, refund, ..unknown(payment, id, event.at(&self.created_at)?, test) })
    }
}
