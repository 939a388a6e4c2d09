//! `standard`: any payment provider, or a shop's own till, that can sign JSON. This page is the contract.
//!
//! # Signature
//!
//! [Standard Webhooks](https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md): the
//! headers `webhook-id`, `webhook-timestamp` (seconds since 1970, at most five minutes old) and `webhook-signature`
//! (`v1,` and the base64 of HMAC-SHA256 over `{id}.{timestamp}.{body}`). The secret is `whsec_` and base64.
//!
//! # Body
//!
//! `{"type": "payment", "data": {…}}`. What stands in the type after a dot is not read (`payment.paid`), other types are
//! accepted and ignored, and so are unknown fields. The document is whole: send all of it whenever something of it has
//! changed. Which of two is newer, `updated_at` decides, not the order of arrival.
//!
//! Times are RFC 3339 (`2026-03-22T15:28:02Z`). Amounts are decimal text in major units (`"28.70"`), never exponents, all
//! in the document's currency. Ids are text or whole numbers.
//!
//! | field | | |
//! |---|---|---|
//! | `id` | required | immutable; one for all tries to pay once |
//! | `updated_at` | required | when the document last changed |
//! | `currency` | required | ISO 4217 |
//! | `order` | | the order's id or number; else it is found by the transaction that the storefront noted, if that is `id` |
//! | `status` | | `open`, `pending`, `failed`, `cancelled`, `authorised`, `paid` |
//! | `amount` | | what was asked for |
//! | `captured` | default: `amount` once `paid` | all that was ever taken; refunds do not lower it |
//! | `refunded` | default: 0 once something is captured | all that was given back so far |
//! | `attempt` | default: the payment is its one try | `id` and `failed` of the newest try to pay |
//! | `refund` | | `id`, `amount`, `failed` and `pending` of one refund, where there is no `refunded` |
//! | `method` | | `kind` (`card`, `ideal` …), `brand`, `last4`, `wallet` |
//! | `transaction` | | what a receipt shows |
//! | `test` | default: false | |

use domain::fact::{Attempt, Method, Payment, PaymentStatus, Reference, Refund};
use domain::money::{Currency, Money};
use domain::personal::Personal;
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::wire::{Maybe, Text, missing};

use crate::unknown;

pub(crate) struct Standard;

impl Prover for Standard {
    fn name(&self) -> &'static str {
        "standard"
    }

    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, now: Timestamp) -> Result<Proof, Rejection> {
        webhooks::standard::verify(delivery, settings, now)
    }
}

impl Provider<Payment> for Standard {
    fn about(&self) -> About {
        About {
            title: "Standard",
            docs: "https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md",
            events: "payment",
            proof: "Standard Webhooks",
            checked: Checked::Vectors,
        }
    }

    fn interpret(&self, delivery: &Verified, _settings: &Settings) -> Result<Vec<Payment>, Unreadable> {
        let (kind, data) = webhooks::standard::open(delivery.body())?;
        if kind != "payment" {
            return Ok(Vec::new());
        }
        let document: Document = serde_json::from_str(data.get())?;
        Ok(vec![document.payment()?])
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Document {
    id: Text,
    updated_at: Text,
    currency: Text,
    order: Text,
    status: Text,
    amount: Text,
    captured: Text,
    refunded: Text,
    attempt: Maybe<Try>,
    refund: Maybe<Back>,
    method: Maybe<How>,
    transaction: Text,
    test: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Try {
    id: Text,
    failed: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Back {
    id: Text,
    amount: Text,
    failed: Text,
    pending: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct How {
    kind: Text,
    brand: Text,
    last4: Text,
    wallet: Text,
}

impl Document {
    fn payment(&self) -> Result<Payment, Unreadable> {
        let id = self.id.required("data.id")?.to_owned();
        let at = self.updated_at.utc().ok_or_else(|| missing("data.updated_at"))?;
        let currency = self.currency.currency("data.currency")?;
        let money = |text: &Text, name: &str| {
            text.amount(currency, name).map(|minor| minor.map(|minor| Money::new(minor, currency)))
        };
        let status = self.status.word();
        let amount = money(&self.amount, "data.amount")?;
        let captured = money(&self.captured, "data.captured")?;
        let captured = captured.or(amount.filter(|_| status == Some(PaymentStatus::Paid)));
        let nothing_back = captured.map(|money| money.with_minor(0));
        Ok(Payment {
            references: self.order.owned().map(Reference::Order).into_iter().collect(),
            status,
            amount,
            captured,
            refunded: money(&self.refunded, "data.refunded")?.or(nothing_back.filter(|_| self.refund.0.is_none())),
            attempt: self.attempt(&id, status),
            refund: self.refund.0.as_ref().map(|back| back.refund(currency)).transpose()?,
            method: self.method.0.as_ref().and_then(How::method),
            transaction: self.transaction.owned(),
            ..unknown(id.clone(), id, at, self.test.yes())
        })
    }

    fn attempt(&self, id: &str, status: Option<PaymentStatus>) -> Option<Attempt> {
        let told = self.attempt.0.as_ref();
        let told = told.and_then(|attempt| Some(Attempt { id: attempt.id.owned()?, failed: attempt.failed.yes() }));
        let failed = match status? {
            PaymentStatus::Open | PaymentStatus::Cancelled => return told,
            status => status == PaymentStatus::Failed,
        };
        told.or_else(|| Some(Attempt { id: id.to_owned(), failed }))
    }
}

impl Back {
    fn refund(&self, currency: Currency) -> Result<Refund, Unreadable> {
        let amount =
            self.amount.amount(currency, "data.refund.amount")?.ok_or_else(|| missing("data.refund.amount"))?;
        let id = self.id.required("data.refund.id")?.to_owned();
        Ok(Refund {
            id,
            amount: Money::new(amount.abs(), currency),
            failed: self.failed.yes(),
            pending: self.pending.yes(),
        })
    }
}

impl How {
    fn method(&self) -> Option<Method> {
        let four = |digits: &String| digits.len() == 4 && digits.bytes().all(|digit| digit.is_ascii_digit());
        Some(Method {
            kind: self.kind.owned()?,
            brand: self.brand.owned(),
            last4: self.last4.owned().filter(four).map(Personal::new),
            wallet: self.wallet.owned(),
        })
    }
}

#[cfg(test)]
mod tests;
