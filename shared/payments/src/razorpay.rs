//! Razorpay: events with snapshots of a payment, an order, a refund.
//!
//! <https://razorpay.com/docs/webhooks/validate-test>, <https://razorpay.com/docs/webhooks/payloads/payments>,
//! <https://razorpay.com/docs/webhooks/payloads/refunds>
//!
//! | setting | |
//! |---|---|
//! | `secrets` | the webhook's secret, and after a change for a day the one before: retries keep it |
//! | `account_id` | if given, events of other accounts are refused |
//! | `key_id`, `key_secret` | of an API key of the same mode, to look for what no webhook told |
//! | `test` | `true` for the test mode, which no event says |
//!
//! A payment is one try; an order may have several. Money that is given back before it was taken was only reserved. Not
//! told: disputes, for which there are no words, and the last digits of stored cards, which are their token's.

mod api;
mod objects;

use domain::fact::{Payment, PaymentStatus};
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;
use webhooks::wire::{Maybe, Text, missing};

use objects::{Back, Ordered, Paid};

/// A payment's status in our words.
fn status(theirs: &str, captured: bool) -> Option<PaymentStatus> {
    Some(match (theirs, captured) {
        ("created", _) => PaymentStatus::Open,
        ("authorized", _) => PaymentStatus::Authorised,
        ("captured", _) | ("refunded", true) => PaymentStatus::Paid,
        // Reserved, never taken, let go.
        ("refunded", false) => PaymentStatus::Cancelled,
        ("failed", _) => PaymentStatus::Failed,
        _ => return None,
    })
}

/// Whether a refund is off. Nothing for a status that we do not know.
fn refund_failed(theirs: &str) -> Option<bool> {
    Some(match theirs {
        "pending" | "processed" => false,
        "failed" => true,
        _ => return None,
    })
}

pub(crate) struct Razorpay;

impl Prover for Razorpay {
    fn name(&self) -> &'static str {
        "razorpay"
    }

    /// Hex of HMAC-SHA256 over the body, keyed with the secret's text.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, _now: Timestamp) -> Result<Proof, Rejection> {
        let claimed = delivery.header("x-razorpay-signature").ok_or(Rejection::Missing)?;
        let claimed: Vec<Vec<u8>> = hex::decode(claimed).into_iter().collect();
        let verified = signature::hmac_sha256(delivery, settings.trimmed(), &[delivery.body], &claimed)?;
        match settings.own("account_id") {
            Some(ours) if self.shop(&verified).as_deref() != Some(ours) => Err(Rejection::Foreign),
            _ => Ok(Proof::Signed(verified)),
        }
    }
}

impl Provider<Payment> for Razorpay {
    fn about(&self) -> About {
        About {
            title: "Razorpay",
            docs: "https://razorpay.com/docs/webhooks",
            events: "payment.authorized, payment.captured, payment.failed, order.paid, refund.*",
            proof: "HMAC-SHA256 over the body",
            checked: Checked::Vectors,
        }
    }

    fn interpret(&self, delivery: &Verified, settings: &Settings) -> Result<Vec<Payment>, Unreadable> {
        let event: Event = serde_json::from_slice(delivery.body())?;
        let told = event.kind.get().unwrap_or_default();
        if !matches!(told, "payment.authorized" | "payment.captured" | "payment.failed" | "order.paid")
            && !told.starts_with("refund.")
        {
            return Ok(Vec::new());
        }
        let test = settings.says("test");
        let payload = event.payload.0.as_ref().ok_or_else(|| missing("payload"))?;
        let paid = payload.payment.0.as_ref().and_then(|payment| payment.entity.0.as_ref());
        let order = payload.order.0.as_ref().and_then(|order| order.entity.0.as_ref());
        let back = payload.refund.0.as_ref().and_then(|refund| refund.entity.0.as_ref());
        if paid.is_none() && back.is_none() {
            return Err(missing("payload.payment.entity"));
        }
        let mut facts = Vec::new();
        if let Some(paid) = paid {
            facts.push(paid.payment(&event, order, test)?);
        }
        // What was only reserved never was the shop's to give back.
        let taken = paid.is_none_or(|paid| paid.captured.get() != Some("false"));
        if let Some(back) = back.filter(|_| taken) {
            facts.push(back.payment(&event, test)?);
        }
        Ok(facts)
    }

    /// A UPI id is a person's.
    fn blanked(&self) -> &'static [&'static str] {
        &["vpa", "email", "contact"]
    }

    /// One URL may hear of several accounts.
    fn shop(&self, delivery: &Verified) -> Option<String> {
        serde_json::from_slice::<Event>(delivery.body()).ok()?.account_id.owned()
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Event {
    account_id: Text,
    #[serde(rename = "event")]
    kind: Text,
    payload: Maybe<Payload>,
    created_at: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Payload {
    payment: Maybe<Wrapped<Paid>>,
    order: Maybe<Wrapped<Ordered>>,
    refund: Maybe<Wrapped<Back>>,
}

#[derive(Deserialize)]
struct Wrapped<T> {
    #[serde(default = "nothing", bound = "T: serde::de::DeserializeOwned")]
    entity: Maybe<T>,
}

fn nothing<T>() -> Maybe<T> {
    Maybe(None)
}

impl Event {
    /// Some events do not say when they were made, only when their object was.
    fn at(&self, object: &Text) -> Result<Timestamp, Unreadable> {
        self.created_at.unix().or_else(|| object.unix()).ok_or_else(|| missing("created_at"))
    }
}

#[cfg(test)]
mod listed;
#[cfg(test)]
mod tests;
