//! Stripe: events with a snapshot of a payment intent, a charge, a refund or a checkout session.
//!
//! <https://docs.stripe.com/webhooks#verify-manually>, <https://docs.stripe.com/api/events/types>
//!
//! | setting | |
//! |---|---|
//! | `secrets` | the endpoint's signing secret, `whsec_…` |
//! | `api_key` | a restricted key that may read events, to look for what no webhook told |
//!
//! Not told: disputes, for which there are no words.

mod api;
mod objects;

use domain::fact::{Payment, PaymentStatus};
use domain::money::{Currency, Money};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::value::RawValue;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;
use webhooks::wire::{Maybe, Text, missing};

use crate::parts;

/// A payment intent's status in our words.
fn intent_status(status: &str, last_try_failed: bool) -> Option<PaymentStatus> {
    Some(match status {
        "requires_payment_method" if last_try_failed => PaymentStatus::Failed,
        "requires_payment_method" | "requires_confirmation" => PaymentStatus::Open,
        // 3-D Secure, a bank transfer on its way …
        "requires_action" | "processing" => PaymentStatus::Pending,
        "requires_capture" => PaymentStatus::Authorised,
        "succeeded" => PaymentStatus::Paid,
        "canceled" => PaymentStatus::Cancelled,
        _ => return None,
    })
}

/// A charge's status in our words. One that is given back before it was captured was only reserved, and let go.
fn charge_status(status: &str, captured: bool, refunded: bool) -> Option<PaymentStatus> {
    Some(match (status, captured) {
        ("pending", _) => PaymentStatus::Pending,
        ("failed", _) => PaymentStatus::Failed,
        ("succeeded", true) => PaymentStatus::Paid,
        ("succeeded", false) if refunded => PaymentStatus::Cancelled,
        ("succeeded", false) => PaymentStatus::Authorised,
        _ => return None,
    })
}

/// A checkout session's status in our words: completed is not paid.
fn session_status(event: &str, status: &str, payment_status: &str) -> Option<PaymentStatus> {
    Some(match (event, status, payment_status) {
        ("checkout.session.async_payment_failed", ..) => PaymentStatus::Failed,
        (_, _, "paid") => PaymentStatus::Paid,
        (_, "expired", _) => PaymentStatus::Cancelled,
        (_, "complete", "unpaid") => PaymentStatus::Pending,
        (_, "open", _) => PaymentStatus::Open,
        _ => return None,
    })
}

/// Whether a refund is off. Nothing for a status that we do not know.
fn refund_failed(status: &str) -> Option<bool> {
    Some(match status {
        "pending" | "requires_action" | "succeeded" => false,
        "failed" | "canceled" => true,
        _ => return None,
    })
}

/// How many decimals Stripe's amounts have: ISO 4217's, but for these.
/// <https://docs.stripe.com/currencies#special-cases>
fn decimals(currency: Currency) -> u32 {
    match currency.code() {
        "MGA" => 0,
        "ISK" | "UGX" => 2,
        _ => currency.exponent(),
    }
}

pub(crate) struct Stripe;

impl Prover for Stripe {
    fn name(&self) -> &'static str {
        "stripe"
    }

    /// `t=…,v1=…,v1=…`: hex of HMAC-SHA256 over `{t}.{body}`, keyed with the secret's text. While a secret is rolled there
    /// is one `v1` for each.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, now: Timestamp) -> Result<Proof, Rejection> {
        let header = delivery.header("stripe-signature").ok_or(Rejection::Missing)?;
        let all = |key: &'static str| header.split(',').filter_map(move |item| item.trim().strip_prefix(key));
        let (time, None) = (all("t=").next().ok_or(Rejection::Missing)?, all("t=").nth(1)) else {
            return Err(Rejection::Missing);
        };
        let signed_at = time.parse().ok().and_then(|t| Timestamp::from_second(t).ok()).ok_or(Rejection::Missing)?;
        all("v1=").next().ok_or(Rejection::Missing)?;

        let claimed: Vec<Vec<u8>> = all("v1=").filter_map(|mac| hex::decode(mac).ok()).collect();
        // A real one holds no white space; copied ones often end in it.
        let keys = settings.secrets.iter().map(|secret| secret.reveal().trim());
        let message: &[&[u8]] = &[time.as_bytes(), b".", delivery.body];
        let verified = signature::hmac_sha256(delivery, keys, message, &claimed)?;
        signature::fresh(signed_at, now)?;
        Ok(Proof::Signed(verified))
    }
}

impl Provider<Payment> for Stripe {
    fn about(&self) -> About {
        About {
            title: "Stripe",
            docs: "https://docs.stripe.com/webhooks",
            events: "payment_intent.*, charge.*, refund.*, checkout.session.*",
            proof: "HMAC-SHA256 over time and body",
            checked: Checked::Vectors,
        }
    }

    fn interpret(&self, delivery: &Verified, _settings: &Settings) -> Result<Vec<Payment>, Unreadable> {
        let event: Event = serde_json::from_slice(delivery.body())?;
        match event.object.required("object")? {
            "event" => {}
            // Thin events hold no object, only its id.
            thin if thin.starts_with("v2.") => return Ok(Vec::new()),
            _ => return Err(Unreadable("`object` is not `event`: this was not sent as a webhook".to_owned())),
        }
        let when = When {
            event: event.kind.required("type")?,
            at: event.created.unix().ok_or_else(|| missing("created"))?,
            test: event.livemode.get() == Some("false"),
        };
        // Told for a changed description or dispute too, of a charge that may be years old, with the time of the change.
        if when.event == "charge.updated" {
            return Ok(Vec::new());
        }
        let raw = event.data.0.and_then(|data| data.object).ok_or_else(|| missing("data.object"))?;
        objects::payment(&when, raw.get()).map(|payment| payment.into_iter().collect())
    }

    fn blanked(&self) -> &'static [&'static str] {
        &["client_secret"]
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Event {
    object: Text,
    #[serde(rename = "type")]
    kind: Text,
    created: Text,
    livemode: Text,
    data: Maybe<Data>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Data {
    object: Option<Box<RawValue>>,
}

/// What an event says beside its object.
struct When<'a> {
    event: &'a str,
    at: Timestamp,
    test: bool,
}

/// Their integer as minor units of ISO 4217.
fn money(amount: &Text, currency: Currency, name: &str) -> Result<Option<Money>, Unreadable> {
    parts::minor(amount, currency, decimals(currency), name)
}

#[cfg(test)]
mod tests;
