//! FedEx Advanced Integrated Visibility: the whole tracking document, as their Track API answers, at every change.
//!
//! <https://developer.fedex.com/api/en-us/catalog/shipment-visibility-webhook.html>
//!
//! | setting | |
//! |---|---|
//! | `secrets` | the security tokens of their webhook project |
//! | `client_id`, `client_secret` | API key and secret key of a project at developer.fedex.com with the Track API: with them we ask once a day for each parcel that is on its way |
//! | `days` | how long a parcel is asked for at most. Default: 30 |
//! | `api` | `https://apis-sandbox.fedex.com` for test keys. Default: `https://apis.fedex.com` |
//!
//! Not seen live: whether `fdx-signature` is base64, as their sample says, or hex, as their prose says (both are taken). They
//! count only 200 and 202 as an answer, try three times more, and keep the rest for seven days, to be sent again from their
//! portal by hand. There is no list of changes: what was lost is found by asking, see `api.rs`.

mod api;
mod wire;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::fact::{DelayCause, Reason, Tracking};
use domain::tracking::ParcelState as S;
use jiff::Timestamp;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;

use crate::meaning::{Meaning, NOTHING, is, why};

/// Their codes in our words; nothing for codes that we do not know. `DE` is an attempt only if its words say so,
/// and no exception if the parcel is only elsewhere or late.
fn meaning(code: &str, words: &str) -> Option<Meaning> {
    let plain = |state: S| Some(is(state));
    let late = |state: Option<S>| Some(Meaning { state, delayed: Some(cause(words)), ..NOTHING });
    match code {
        // Order created, data sent, on the way to and at the sender.
        "OC" | "OX" | "EP" | "AP" => plain(S::PreTransit),
        "PU" | "PX" => plain(S::Accepted),
        "AA" | "AC" | "AF" | "AR" | "AX" | "CH" | "CC" | "CP" | "DP" | "DS" | "DR" | "EA" | "EO" | "FD" | "IT"
        | "IX" | "LO" | "OF" | "PF" | "PL" | "PM" | "SF" | "SP" | "TR" | "OW" | "AO" | "AE" => plain(S::InTransit),
        "OD" | "ED" | "AD" => plain(S::OutForDelivery),
        "HP" | "HL" => plain(S::AvailableForPickup),
        "DE" if says(words, "redirected") => plain(S::InTransit),
        "DE" if says(words, "arrived after courier dispatch") => late(Some(S::InTransit)),
        "DE" => Some(match reason(words) {
            Reason::RecipientAbsent => why(S::DeliveryAttempted, Reason::RecipientAbsent),
            reason => why(S::Exception, reason),
        }),
        "SE" => Some(why(S::Exception, reason(words))),
        "CD" => Some(why(S::Exception, Reason::Customs)),
        "DY" | "DD" => late(Some(S::InTransit)),
        // The pickup is late: they do not have it yet.
        "PD" => late(None),
        "DL" => plain(S::Delivered),
        "RS" => plain(S::ReturnToSender),
        // Options of delivery asked for, changed and withdrawn; links to return labels; whose it is.
        "RR" | "RM" | "RC" | "RP" | "LP" | "RG" | "RD" | "SH" | "CU" | "BR" | "TP" => Some(NOTHING),
        _ => None,
    }
}

fn says(words: &str, sign: &str) -> bool {
    words.to_lowercase().contains(sign)
}

/// Their numbers of exceptions are not published, so words decide.
fn reason(words: &str) -> Reason {
    let words = words.to_lowercase();
    let says = |signs: &[&str]| signs.iter().any(|sign| words.contains(sign));
    if says(&["refused"]) {
        Reason::Refused
    } else if says(&["not in", "closed", "not available", "unavailable", "not home", "no one", "nobody"]) {
        Reason::RecipientAbsent
    } else if says(&["address"]) {
        Reason::Address
    } else if says(&["damage"]) {
        Reason::Damaged
    } else if says(&["customs", "clearance", "broker", "duty", "duties"]) {
        Reason::Customs
    } else if says(&["weather"]) {
        Reason::Weather
    } else {
        Reason::Other
    }
}

fn cause(words: &str) -> DelayCause {
    match reason(words) {
        Reason::Weather => DelayCause::Weather,
        Reason::Customs => DelayCause::Customs,
        _ => DelayCause::Carrier,
    }
}

pub(crate) struct FedEx;

impl Prover for FedEx {
    fn name(&self) -> &'static str {
        "fedex"
    }

    /// HMAC-SHA256 over the body, in base64 or hex. No time is signed: an old delivery is an old document, which folds away.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, _now: Timestamp) -> Result<Proof, Rejection> {
        let mac = delivery.header("fdx-signature").ok_or(Rejection::Missing)?;
        let claimed: Vec<Vec<u8>> = BASE64_STANDARD.decode(mac).into_iter().chain(hex::decode(mac)).collect();
        signature::hmac_sha256(delivery, settings.trimmed(), &[delivery.body], &claimed).map(Proof::Signed)
    }
}

impl Provider<Tracking> for FedEx {
    fn about(&self) -> About {
        About {
            title: "FedEx",
            docs: "https://developer.fedex.com/api/en-us/catalog/shipment-visibility-webhook.html",
            events: "every change of a tracking document",
            proof: "HMAC-SHA256 over the body",
            checked: Checked::Documented,
        }
    }

    /// One document may tell of several numbers. One that cannot be read takes nothing from the others.
    fn interpret(&self, delivery: &Verified, _settings: &Settings) -> Result<Vec<Tracking>, Unreadable> {
        let document: wire::Document = serde_json::from_slice(delivery.body())?;
        document.trackings()
    }

    /// Who took it, who sent it, and who let it be sent back.
    fn blanked(&self) -> &'static [&'static str] {
        &["receivedByName", "signedByName", "authorizationName", "personName", "phoneNumber", "emailAddress"]
    }
}

#[cfg(test)]
mod tests;
