//! Square: events with a whole payment or refund.
//!
//! <https://developer.squareup.com/docs/webhooks/overview>, <https://developer.squareup.com/docs/webhooks/step3validate>,
//! <https://developer.squareup.com/reference/square/payments-api/webhooks/payment.updated>
//!
//! | setting | |
//! |---|---|
//! | `secrets` | the subscription's signature key; one URL may have several subscriptions, each with its own |
//! | `url` | the notification URL exactly as it is registered: it is signed |
//! | `merchant_id` | if given, events of other accounts are refused |
//! | `access_token` | may read payments, to look for what no webhook told; enable the Events API first |
//! | `test` | `true` for a sandbox |
//!
//! Square reports what is sold at a till, too: without a `reference_id` and paid in person it is no shop's order. Not told:
//! disputes, for which there are no words.

mod api;
mod objects;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::fact::{Payment, PaymentStatus};
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;
use webhooks::wire::{Maybe, Text, missing};

use objects::{Back, Paid};

/// A payment's status in our words.
fn status(theirs: &str) -> Option<PaymentStatus> {
    Some(match theirs {
        "PENDING" => PaymentStatus::Pending,
        "APPROVED" => PaymentStatus::Authorised,
        "COMPLETED" => PaymentStatus::Paid,
        // Also what was approved and never completed.
        "CANCELED" => PaymentStatus::Cancelled,
        "FAILED" => PaymentStatus::Failed,
        _ => return None,
    })
}

/// Whether a refund is off. Nothing for a status that we do not know.
fn refund_failed(theirs: &str) -> Option<bool> {
    Some(match theirs {
        "PENDING" | "COMPLETED" => false,
        "REJECTED" | "FAILED" => true,
        _ => return None,
    })
}

pub(crate) struct Square;

impl Prover for Square {
    fn name(&self) -> &'static str {
        "square"
    }

    /// Base64 of HMAC-SHA256 over the notification URL and the body, keyed with the key's text. The older header with SHA-1
    /// is not taken.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, _now: Timestamp) -> Result<Proof, Rejection> {
        let claimed = delivery.header("x-square-hmacsha256-signature").ok_or(Rejection::Missing)?;
        let url = settings.own("url").ok_or(Rejection::NoSecret)?;
        let claimed: Vec<Vec<u8>> = BASE64_STANDARD.decode(claimed).into_iter().collect();
        let message: &[&[u8]] = &[url.as_bytes(), delivery.body];
        let verified = signature::hmac_sha256(delivery, settings.trimmed(), message, &claimed)?;
        let theirs = Event::of(&verified).unwrap_or_default().merchant_id;
        match settings.own("merchant_id") {
            Some(ours) if theirs.get() != Some(ours) => Err(Rejection::Foreign),
            _ => Ok(Proof::Signed(verified)),
        }
    }
}

impl Provider<Payment> for Square {
    fn about(&self) -> About {
        About {
            title: "Square",
            docs: "https://developer.squareup.com/docs/webhooks/overview",
            events: "payment.created, payment.updated, refund.created, refund.updated",
            proof: "HMAC-SHA256 over URL and body",
            checked: Checked::Vectors,
        }
    }

    fn interpret(&self, delivery: &Verified, settings: &Settings) -> Result<Vec<Payment>, Unreadable> {
        let event = Event::of(delivery)?;
        let test = settings.says("test");
        let inner = || event.data.0.as_ref()?.object.0.as_ref();
        let told = match event.kind.get().unwrap_or_default() {
            "payment.created" | "payment.updated" => {
                let paid = inner().and_then(|object| object.payment.0.as_ref());
                paid.ok_or_else(|| missing("data.object.payment"))?.payment(&event, test)?
            }
            "refund.created" | "refund.updated" => {
                let back = inner().and_then(|object| object.refund.0.as_ref());
                back.ok_or_else(|| missing("data.object.refund"))?.payment(&event, test)?
            }
            _ => None,
        };
        Ok(told.into_iter().collect())
    }

    /// Cards beyond their last digits.
    fn blanked(&self) -> &'static [&'static str] {
        &["bin", "fingerprint", "cardholder_name", "buyer_email_address"]
    }

    /// One account may have a location a shop.
    fn shop(&self, delivery: &Verified) -> Option<String> {
        let object = Event::of(delivery).ok()?.data.0?.object.0?;
        let payment = object.payment.0.and_then(|payment| payment.location_id.owned());
        payment.or_else(|| object.refund.0?.location_id.owned())
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Event {
    merchant_id: Text,
    #[serde(rename = "type")]
    kind: Text,
    created_at: Text,
    data: Maybe<Data>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Data {
    object: Maybe<Object>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Object {
    payment: Maybe<Paid>,
    refund: Maybe<Back>,
}

impl Event {
    fn of(delivery: &Verified) -> Result<Self, Unreadable> {
        Ok(serde_json::from_slice(delivery.body())?)
    }
}

#[cfg(test)]
mod tests;
