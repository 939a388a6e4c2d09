//! Stripe's objects, and what each says of its payment. The payment is the intent; a charge is one try of it.

use domain::fact::{Attempt, Method, Payment, PaymentStatus, Reference, Refund};
use domain::personal::Personal;
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::wire::{List, Maybe, Text};

use super::{When, charge_status, intent_status, money, refund_failed, session_status};
use crate::parts::{Notes, orders};
use crate::unknown;

#[derive(Deserialize, Default)]
#[serde(default)]
struct Kind {
    object: Text,
}

/// What an event's object says; nothing for objects that are no payment, or none of a shop's order.
pub(super) fn payment(when: &When<'_>, raw: &str) -> Result<Option<Payment>, Unreadable> {
    let kind: Kind = serde_json::from_str(raw)?;
    match kind.object.get() {
        Some("payment_intent") => serde_json::from_str::<Intent>(raw)?.payment(when).map(Some),
        Some("charge") => serde_json::from_str::<Charge>(raw)?.payment(when).map(Some),
        Some("refund") => serde_json::from_str::<Refunded>(raw)?.payment(when),
        Some("checkout.session") => serde_json::from_str::<Session>(raw)?.payment(when),
        _ => Ok(None),
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Intent {
    id: Text,
    amount: Text,
    amount_received: Text,
    currency: Text,
    status: Text,
    latest_charge: Text,
    /// What API versions before `2022-11-15` have in its place, newest first.
    charges: Maybe<Charges>,
    last_payment_error: Maybe<Failure>,
    metadata: Notes,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Charges {
    data: List<Made>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Made {
    id: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Failure {
    code: Text,
    charge: Text,
    payment_method: Maybe<Details>,
}

impl Intent {
    fn payment(&self, when: &When<'_>) -> Result<Payment, Unreadable> {
        let id = self.id.required("id")?.to_owned();
        let currency = self.currency.currency("currency")?;
        let failure = self.last_payment_error.0.as_ref();
        let status = self.status.get().and_then(|status| intent_status(status, failure.is_some()));
        let taken = money(&self.amount_received, currency, "amount_received")?.filter(|money| money.minor > 0);
        let charge = self.charge();
        let mut references = orders(&self.metadata, None);
        references.extend(charge.clone().map(Reference::Payment));
        Ok(Payment {
            references,
            status,
            amount: money(&self.amount, currency, "amount")?,
            captured: taken,
            attempt: self.attempt(when, status),
            method: failure.and_then(|failure| failure.payment_method.0.as_ref()).and_then(Details::method),
            transaction: charge.filter(|_| taken.is_some()),
            ..unknown(id.clone(), id, when.at, when.test)
        })
    }

    /// A failed try is named by its charge, as `charge.failed` names it too.
    fn attempt(&self, when: &When<'_>, status: Option<PaymentStatus>) -> Option<Attempt> {
        if when.event == "payment_intent.payment_failed" {
            let failure = self.last_payment_error.0.as_ref();
            // Refused before there was a charge: the latest one is of an earlier try.
            let unauthenticated =
                failure.is_some_and(|failure| failure.code.get() == Some("payment_intent_authentication_failure"));
            let named = failure.and_then(|failure| failure.charge.owned());
            let id = named.or_else(|| self.charge().filter(|_| !unauthenticated));
            let id = id.or_else(|| Some(format!("{}/{}", self.id.get()?, when.at.as_second())))?;
            return Some(Attempt { id, failed: true });
        }
        let under_way = matches!(status?, PaymentStatus::Authorised | PaymentStatus::Paid)
            || when.event == "payment_intent.processing";
        self.charge().filter(|_| under_way).map(|id| Attempt { id, failed: false })
    }

    /// The last try.
    fn charge(&self) -> Option<String> {
        let listed = || self.charges.0.as_ref()?.data.0.first()?.id.owned();
        self.latest_charge.owned().or_else(listed)
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Charge {
    id: Text,
    payment_intent: Text,
    amount: Text,
    amount_captured: Text,
    amount_refunded: Text,
    captured: Text,
    refunded: Text,
    currency: Text,
    status: Text,
    payment_method_details: Maybe<Details>,
    metadata: Notes,
}

impl Charge {
    fn payment(&self, when: &When<'_>) -> Result<Payment, Unreadable> {
        let object = self.id.required("id")?.to_owned();
        let currency = self.currency.currency("currency")?;
        let status =
            self.status.get().and_then(|status| charge_status(status, self.captured.yes(), self.refunded.yes()));
        let amount = money(&self.amount, currency, "amount")?;
        let taken = money(&self.amount_captured, currency, "amount_captured")?.or(amount);
        let taken = taken.filter(|money| status == Some(PaymentStatus::Paid) && money.minor > 0);
        // What was reserved and not taken is let go, and counted as refunded: it never was the shop's to give back.
        let let_go = amount.zip(taken).map_or(0, |(amount, taken)| amount.minor - taken.minor);
        let back = money(&self.amount_refunded, currency, "amount_refunded")?;
        let back = back.filter(|_| taken.is_some()).map(|money| money.with_minor((money.minor - let_go).max(0)));
        let attempt = status.map(|status| Attempt { id: object.clone(), failed: status == PaymentStatus::Failed });
        Ok(Payment {
            references: orders(&self.metadata, None),
            status,
            amount,
            captured: taken,
            refunded: back,
            attempt,
            method: self.payment_method_details.0.as_ref().and_then(Details::method),
            transaction: taken.map(|_| object.clone()),
            ..unknown(self.payment_intent.owned().unwrap_or_else(|| object.clone()), object, when.at, when.test)
        })
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Refunded {
    id: Text,
    payment_intent: Text,
    charge: Text,
    amount: Text,
    currency: Text,
    status: Text,
    metadata: Notes,
}

impl Refunded {
    fn payment(&self, when: &When<'_>) -> Result<Option<Payment>, Unreadable> {
        let id = self.id.required("id")?.to_owned();
        let currency = self.currency.currency("currency")?;
        let Some(payment) = self.payment_intent.owned().or_else(|| self.charge.owned()) else { return Ok(None) };
        let failed = self.status.get().map_or(Some(false), refund_failed);
        let pending = self.status.get().is_some_and(|status| matches!(status, "pending" | "requires_action"));
        let amount = money(&self.amount, currency, "amount")?;
        let refund = amount.zip(failed).map(|(amount, failed)| Refund { id: id.clone(), amount, failed, pending });
        let mut references = orders(&self.metadata, None);
        references.extend(self.charge.owned().map(Reference::Payment));
        Ok(Some(Payment { references, refund, ..unknown(payment, id, when.at, when.test) }))
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Session {
    id: Text,
    payment_intent: Text,
    client_reference_id: Text,
    amount_total: Text,
    currency: Text,
    status: Text,
    payment_status: Text,
    metadata: Notes,
}

impl Session {
    /// Without an intent there is nothing to pay, or it is paid by an invoice, which is not an order's.
    fn payment(&self, when: &When<'_>) -> Result<Option<Payment>, Unreadable> {
        let object = self.id.required("id")?.to_owned();
        let Some(payment) = self.payment_intent.owned() else { return Ok(None) };
        let currency = self.currency.currency("currency")?;
        let word = |text: &Text| text.owned().unwrap_or_default();
        let status = session_status(when.event, &word(&self.status), &word(&self.payment_status));
        let amount = money(&self.amount_total, currency, "amount_total")?;
        Ok(Some(Payment {
            references: orders(&self.metadata, self.client_reference_id.owned()),
            status,
            amount,
            captured: amount.filter(|money| status == Some(PaymentStatus::Paid) && money.minor > 0),
            ..unknown(payment, object, when.at, when.test)
        }))
    }
}

/// How something was paid, inside a charge or a failure.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Details {
    #[serde(rename = "type")]
    kind: Text,
    card: Maybe<Card>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Card {
    brand: Text,
    last4: Text,
    wallet: Maybe<Wallet>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Wallet {
    #[serde(rename = "type")]
    kind: Text,
}

impl Details {
    fn method(&self) -> Option<Method> {
        let card = self.card.0.as_ref();
        let four = |digits: &String| digits.len() == 4 && digits.bytes().all(|digit| digit.is_ascii_digit());
        Some(Method {
            kind: self.kind.owned()?,
            brand: card.and_then(|card| card.brand.owned()),
            last4: card.and_then(|card| card.last4.owned()).filter(four).map(Personal::new),
            wallet: card.and_then(|card| card.wallet.0.as_ref()).and_then(|wallet| wallet.kind.owned()),
        })
    }
}
