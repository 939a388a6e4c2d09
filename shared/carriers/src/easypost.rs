//! EasyPost: a tracker is sent whole, with all of its scans, at every change.
//!
//! <https://docs.easypost.com/docs/webhooks>, <https://docs.easypost.com/docs/trackers>,
//! <https://support.easypost.com/hc/en-us/articles/39826034964237> (validation)
//!
//! With an `api_key`, what webhooks did not bring is asked for, of the trackers of the last 30 days; `days` says otherwise.

mod api;

use domain::fact::{DelayCause, Reason, Scan, Tracking};
use domain::link::Link;
use domain::tracking::{ParcelState, TrackingNumber};
use jiff::Timestamp;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::{Secret, Settings};
use webhooks::signature;
use webhooks::wire::{List, Maybe, Text, missing};

use crate::meaning::{Meaning, is, late, place, why};

/// Their statuses and details in our words. Nothing for `unknown`, for `error` (of their tracker, not of the parcel), and for
/// those that we do not know. There is none for a failed attempt: only the words of a scan tell.
fn meaning(status: &str, detail: &str, words: &str) -> Meaning {
    match (status, detail) {
        ("pre_transit", _) => is(ParcelState::PreTransit),
        ("in_transit" | "out_for_delivery" | "failure", "delivery_exception") | ("failure", "delayed")
            if attempted(words) =>
        {
            why(ParcelState::DeliveryAttempted, Reason::RecipientAbsent)
        }
        ("in_transit", "received_at_origin_facility") => is(ParcelState::Accepted),
        ("in_transit", "delayed") => late(DelayCause::Carrier),
        ("in_transit", "weather_delay") => late(DelayCause::Weather),
        ("in_transit", "address_correction") if words.to_lowercase().contains("corrected") => {
            is(ParcelState::InTransit)
        }
        ("in_transit", "address_correction") => why(ParcelState::Exception, Reason::Address),
        ("in_transit", "missorted") => why(ParcelState::Exception, Reason::Missorted),
        ("in_transit", "held") => why(ParcelState::Exception, Reason::HeldOnRequest),
        ("in_transit", "refused") => why(ParcelState::Exception, Reason::Refused),
        ("in_transit" | "failure", "awaiting_information") => why(ParcelState::Exception, Reason::Other).asks(),
        ("in_transit", "transit_exception" | "delivery_exception") => why(ParcelState::Exception, Reason::Other),
        ("in_transit", _) => is(ParcelState::InTransit),
        ("out_for_delivery", _) => is(ParcelState::OutForDelivery),
        ("available_for_pickup", _) => is(ParcelState::AvailableForPickup),
        ("delivered", _) => is(ParcelState::Delivered),
        ("return_to_sender" | "failure", "refused") => why(ParcelState::ReturnToSender, Reason::Refused),
        ("return_to_sender", _) => is(ParcelState::ReturnToSender),
        ("failure", "lost") => why(ParcelState::Lost, Reason::Lost),
        ("failure", "damaged") => why(ParcelState::Exception, Reason::Damaged),
        ("failure", "expired") => is(ParcelState::Expired),
        ("failure", _) => why(ParcelState::Exception, Reason::Other),
        ("cancelled", _) => is(ParcelState::Cancelled),
        _ => Meaning::default(),
    }
}

/// They call the arrival at every second depot the one at the first. Scans are oldest first; returns whether it travelled.
fn travelled(scans: &mut [Scan]) -> bool {
    let mut gone = false;
    for scan in scans {
        match scan.state {
            Some(ParcelState::Accepted) if gone => scan.state = Some(ParcelState::InTransit),
            Some(ParcelState::PreTransit | ParcelState::Accepted) | None => {}
            Some(_) => gone = true,
        }
    }
    gone
}

/// Whether a scan that went wrong tells of a courier at the door.
fn attempted(words: &str) -> bool {
    let words = words.to_lowercase();
    ["attempt", "no access", "notice left", "customer not available", "business closed"]
        .iter()
        .any(|sign| words.contains(sign))
}

pub(crate) struct EasyPost;

impl Prover for EasyPost {
    fn name(&self) -> &'static str {
        "easypost"
    }

    /// `hmac-sha256-hex=` and hex of HMAC-SHA256 over the body, keyed with the secret in NFKD. There is no timestamp: an
    /// old delivery is an old document, which folds away. Their second signature is not documented; this one always is
    /// there.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, _now: Timestamp) -> Result<Proof, Rejection> {
        let header = delivery.header("x-hmac-signature").ok_or(Rejection::Missing)?;
        let mac = header.strip_prefix("hmac-sha256-hex=").ok_or(Rejection::Missing)?;
        let claimed: Vec<Vec<u8>> = hex::decode(mac).into_iter().collect();
        let key = |secret: &Secret| secret.reveal().nfkd().collect::<String>();
        let keys = settings.secrets.iter().map(key);
        signature::hmac_sha256(delivery, keys, &[delivery.body], &claimed).map(Proof::Signed)
    }
}

impl Provider<Tracking> for EasyPost {
    fn about(&self) -> About {
        About {
            title: "EasyPost",
            docs: "https://docs.easypost.com/docs/webhooks",
            events: "tracker.created, tracker.updated",
            proof: "HMAC-SHA256 over the body",
            checked: Checked::Documented,
        }
    }

    /// Every kind of event of an account comes to one address; only those of trackers are ours.
    fn interpret(&self, delivery: &Verified, _settings: &Settings) -> Result<Vec<Tracking>, Unreadable> {
        let event: Event = serde_json::from_slice(delivery.body())?;
        if !matches!(event.description.required("description")?, "tracker.created" | "tracker.updated") {
            return Ok(Vec::new());
        }
        let tracker = event.result.0.as_ref().filter(|result| result.object.get() == Some("Tracker"));
        let tracker = tracker.ok_or_else(|| missing("result"))?;
        Ok(vec![tracker.tracking(&event)?])
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Event {
    description: Text,
    mode: Text,
    created_at: Text,
    result: Maybe<Tracker>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Tracker {
    id: Text,
    object: Text,
    mode: Text,
    tracking_code: Text,
    carrier: Text,
    status: Text,
    status_detail: Text,
    updated_at: Text,
    est_delivery_date: Text,
    tracking_details: List<Step>,
    carrier_detail: Maybe<Estimate>,
    is_return: Text,
    public_url: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Step {
    message: Text,
    status: Text,
    status_detail: Text,
    datetime: Text,
    tracking_location: Maybe<Place>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Place {
    city: Text,
    state: Text,
    country: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Estimate {
    est_delivery_date_local: Text,
}

impl Tracker {
    fn tracking(&self, event: &Event) -> Result<Tracking, Unreadable> {
        let number = self.tracking_code.get().and_then(TrackingNumber::parse);
        let number = number.ok_or_else(|| missing("result.tracking_code"))?;
        let at =
            self.updated_at.utc().or_else(|| event.created_at.utc()).ok_or_else(|| missing("result.updated_at"))?;
        let words = |text: &Text| text.owned().unwrap_or_default();
        // They list scans oldest first.
        let newest = self.tracking_details.0.last().map(|step| words(&step.message)).unwrap_or_default();
        let means = meaning(&words(&self.status), &words(&self.status_detail), &newest);
        let mut scans: Vec<Scan> = self.tracking_details.0.iter().filter_map(Step::scan).collect();
        let further = travelled(&mut scans) && means.state == Some(ParcelState::Accepted);
        let page = |link: &Link| link.as_str().starts_with("https://track.easypost.com/");
        let local = self.carrier_detail.0.as_ref().and_then(|detail| detail.est_delivery_date_local.date());
        Ok(Tracking {
            tracker: self.id.owned().unwrap_or_else(|| number.as_str().to_owned()),
            at,
            test: [&self.mode, &event.mode].into_iter().any(|mode| mode.get() == Some("test")),
            number,
            carrier: self.carrier.owned(),
            state: if further { Some(ParcelState::InTransit) } else { means.state },
            is_return: self.is_return.yes(),
            delayed: means.delayed,
            action_required: means.action_required,
            reason: means.reason,
            scans,
            whole: true,
            promised: local.or_else(|| self.est_delivery_date.date()),
            url: self.public_url.get().and_then(|url| Link::parse(url).ok()).filter(page),
        })
    }
}

impl Step {
    fn scan(&self) -> Option<Scan> {
        let text = self.message.owned().unwrap_or_default();
        let word = |text: &Text| text.owned().unwrap_or_default();
        let place = self.tracking_location.0.as_ref().map(|at| place(&[&at.city, &at.state, &at.country]));
        Some(Scan {
            at: self.datetime.utc()?,
            // Their `Z` may stand behind a local time, so the date as written is as near as one gets.
            date: self.datetime.date()?,
            state: meaning(&word(&self.status), &word(&self.status_detail), &text).state,
            text,
            place: place.unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests;
