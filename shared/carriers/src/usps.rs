//! USPS Subscriptions - Tracking, version 3: a tracking document, written as text into an envelope that is signed.
//!
//! <https://developers.usps.com/subscriptions-trackingv3>
//!
//! | setting | |
//! |---|---|
//! | `secrets` | the `secret` of the subscription, of exactly 32 characters |
//! | `client_id`, `client_secret` | consumer key and secret of an app at developers.usps.com that may use Tracking (the scope `tracking`): with them we ask once a day for each parcel that is on its way |
//! | `pace` | how many seconds to leave between two such questions, as a number. Default: 3; 0, once USPS allows the app more than 60 questions an hour |
//! | `days` | how long a parcel is asked for at most. Default: 30 |
//! | `api` | `https://apis-tem.usps.com` to test. Default: `https://apis.usps.com` |
//!
//! Their own page could not be read, so what is here agrees with those who receive such webhooks; try it with a subscription
//! of your own first. Not seen: the whole list of categories, their schedule of retries (a signature is taken for a day), the
//! form of the `challenge` that one reports, the second kind of payload ("Scan Event Extract"; not read). Unsigned deliveries
//! are not taken: give the subscription a secret. They suspend a listener that does not answer and drop a subscription that is
//! silent for 30 days. There is no list of changes: what was lost is found by asking, see `api.rs`.

mod api;
mod wire;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::fact::{DelayCause, Reason, Tracking};
use domain::tracking::ParcelState as S;
use jiff::{SignedDuration, Timestamp};
use webhooks::delivery::{Delivery, Proof, Rejection, Reply, Unreadable, Verified};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;
use webhooks::wire::missing;

use crate::meaning::{Meaning, NOTHING, is, late, why};
use wire::{Document, Envelope};

/// Their categories in our words; nothing for those that we do not know. Of an alert only its status tells what it is about:
/// a summary also says what will become of the parcel unless somebody does something.
fn meaning(category: &str, status: &str, summary: &str) -> Meaning {
    match category.to_lowercase().replace(['-', '_'], " ").as_str() {
        "pre shipment" => is(S::PreTransit),
        "accepted" => is(S::Accepted),
        "in transit" => is(S::InTransit),
        "out for delivery" => is(S::OutForDelivery),
        "available for pickup" => is(S::AvailableForPickup),
        "delivery attempt" => why(S::DeliveryAttempted, Reason::RecipientAbsent),
        "delivered" => is(delivered(&format!("{status}\n{summary}"))),
        "alert" => alert(&status.to_lowercase()),
        _ => NOTHING,
    }
}

/// Delivered to whom.
fn delivered(words: &str) -> S {
    if words.to_lowercase().contains("original sender") { S::Returned } else { S::Delivered }
}

fn alert(words: &str) -> Meaning {
    let says = |signs: &[&str]| signs.iter().any(|sign| words.contains(sign));
    let nowhere = ["undeliverable as addressed", "insufficient address", "no such number", "forward expired"];
    let reason = if says(&["refused"]) {
        Reason::Refused
    } else if says(&["unclaimed"]) {
        Reason::PickupMissed
    } else if says(&nowhere) {
        Reason::Address
    } else if says(&["missent"]) {
        Reason::Missorted
    } else {
        Reason::Other
    };
    if says(&["reminder"]) {
        NOTHING
    } else if says(&["original sender"]) {
        why(S::Returned, reason)
    } else if says(&["return to sender", "returned", "returning", "unclaimed"]) {
        why(S::ReturnToSender, reason)
    } else if says(&["dead mail"]) {
        why(S::Lost, Reason::Lost)
    } else if reason != Reason::Other {
        why(S::Exception, reason)
    } else if says(&["weather"]) {
        late(DelayCause::Weather)
    } else if says(&["delay"]) {
        late(DelayCause::Carrier)
    } else {
        why(S::Exception, Reason::Other)
    }
}

/// What a scan means, by its code or by how its words begin.
fn scanned(code: &str, words: &str) -> Option<S> {
    let begins = |signs: &[&str]| {
        let words = words.to_lowercase();
        signs.iter().any(|sign| words.starts_with(sign))
    };
    match code.to_ascii_uppercase().as_str() {
        "01" | "1" => Some(delivered(words)),
        "03" | "3" => Some(S::Accepted),
        "07" | "7" | "10" | "A1" | "T1" | "TL" | "SF" => Some(S::InTransit),
        "OF" => Some(S::OutForDelivery),
        "GX" | "MA" => Some(S::PreTransit),
        _ if begins(&["delivered"]) => Some(delivered(words)),
        _ if begins(&["out for delivery"]) => Some(S::OutForDelivery),
        _ if begins(&["available for pickup"]) => Some(S::AvailableForPickup),
        _ if begins(&["notice left", "delivery attempt"]) => Some(S::DeliveryAttempted),
        _ if begins(&["return to sender", "returned to sender"]) => Some(S::ReturnToSender),
        _ if begins(&["arrived", "departed", "in transit", "processed"]) => Some(S::InTransit),
        _ if begins(&["accepted", "usps in possession"]) => Some(S::Accepted),
        _ if begins(&["shipping label created", "pre-shipment"]) => Some(S::PreTransit),
        _ => None,
    }
}

/// How long a signature is taken: nobody knows how long they retry.
const PAST: SignedDuration = SignedDuration::from_hours(24);

pub(crate) struct Usps;

impl Prover for Usps {
    fn name(&self) -> &'static str {
        "usps"
    }

    /// `X-HMAC`, once called `hmac-header`: base64 of HMAC-SHA256 over the envelope's time and the payload's text, which
    /// is the JSON in the string, not the string as it stands in the body. Nothing else of the envelope is proved.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, now: Timestamp) -> Result<Proof, Rejection> {
        let sent = ["x-hmac", "hmac-header"].into_iter().find(|name| delivery.headers.contains_key(*name));
        let mac = sent.map(|name| delivery.header(name).ok_or(Rejection::Missing)).transpose()?;
        let envelope: Envelope = serde_json::from_slice(delivery.body).map_err(|_| Rejection::Missing)?;
        let challenge = envelope.challenge.0.as_deref().filter(|challenge| challenge.len() <= 1024);
        let signed = envelope.timestamp.0.as_deref().zip(envelope.payload.0.as_deref());
        if let (Some(challenge), None) = (challenge, mac) {
            return Ok(echo(challenge));
        }
        let mac = mac.ok_or(Rejection::Missing)?;
        let claimed: Vec<Vec<u8>> = BASE64_STANDARD.decode(mac).into_iter().collect();
        let prove = |message: &[&[u8]]| signature::hmac_sha256(delivery, settings.trimmed(), message, &claimed);
        match (signed, challenge) {
            (Some((time, payload)), _) => {
                let verified = prove(&[time.as_bytes(), payload.as_bytes()])?;
                signature::fresh_within(PAST, time.parse().map_err(|_| Rejection::Stale)?, now)?;
                Ok(challenge.map_or(Proof::Signed(verified), echo))
            }
            (None, Some(challenge)) => prove(&[delivery.body]).map(|_| echo(challenge)),
            (None, None) => Err(Rejection::Missing),
        }
    }
}

/// Nothing is kept, so anybody may have his words back.
fn echo(challenge: &str) -> Proof {
    Proof::Answer(Reply::json(&serde_json::json!({ "challenge": challenge })))
}

impl Provider<Tracking> for Usps {
    fn about(&self) -> About {
        About {
            title: "USPS",
            docs: "https://developers.usps.com/subscriptions-trackingv3",
            events: "TRACKING",
            proof: "HMAC-SHA256 over time and payload",
            checked: Checked::InPart,
        }
    }

    /// Nobody says whether all events come every time, so they are taken as they come.
    fn interpret(&self, delivery: &Verified, _settings: &Settings) -> Result<Vec<Tracking>, Unreadable> {
        let envelope: Envelope = serde_json::from_slice(delivery.body())?;
        if envelope.subscription_type.get().is_some_and(|kind| !kind.eq_ignore_ascii_case("TRACKING")) {
            return Ok(Vec::new());
        }
        let time = envelope.timestamp.0.as_deref().and_then(|time| time.parse().ok());
        let payload = envelope.payload.0.as_deref().ok_or_else(|| missing("payload"))?;
        let document: Document = serde_json::from_str(payload)?;
        Ok(vec![document.tracking(time)?])
    }
}

#[cfg(test)]
mod tests;
