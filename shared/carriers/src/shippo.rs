//! Shippo: a track is sent whole, with all of its scans, at every change.
//!
//! <https://docs.goshippo.com/docs/tracking/webhooks>, <https://docs.goshippo.com/docs/tracking/WebhookSecurity>,
//! <https://docs.goshippo.com/docs/tracking/tracking>
//!
//! As Shippo comes, it signs nothing: put a long random token behind the URL that you give it (`…/shippo/main?token=…`) and
//! among `secrets`. Whom Shippo's support has given a secret for signatures, puts that among `secrets` and adds
//! `"proof": "signature"`; from then on no token is enough. How old a signature may be Shippo does not say: here, five
//! minutes.
//!
//! Shippo tries three times and no longer. With an `api_key` (a live one: `shippo_live_…`) each parcel that it has told of is
//! asked for once a day until it has ended, for 30 days at most; `days` says otherwise.

mod api;

use domain::fact::{DelayCause, Reason, Scan, Tracking};
use domain::tracking::{ParcelState, TrackingNumber};
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;
use webhooks::wire::{List, Maybe, Text, missing};

use crate::meaning::{Meaning, is, late, place, why};

/// Their statuses in our words. Only the substatus tells of couriers, pick-up and tries; `RETURNED` says that it travels
/// back, or that it is back, and not which. Whether the customer has to act stands beside each.
fn meaning(status: &str, substatus: &str) -> Meaning {
    match (status, substatus) {
        ("PRE_TRANSIT", _) => is(ParcelState::PreTransit),
        ("TRANSIT", "package_accepted") => is(ParcelState::Accepted),
        ("TRANSIT", "out_for_delivery") => is(ParcelState::OutForDelivery),
        ("TRANSIT", "pickup_available") => is(ParcelState::AvailableForPickup),
        ("TRANSIT", "delivery_attempted" | "notice_left") => {
            why(ParcelState::DeliveryAttempted, Reason::RecipientAbsent)
        }
        ("TRANSIT", "location_inaccessible") => why(ParcelState::DeliveryAttempted, Reason::Other),
        ("TRANSIT", "delayed") => late(DelayCause::Carrier),
        ("TRANSIT", "address_issue") => why(ParcelState::Exception, Reason::Address),
        ("TRANSIT", "contact_carrier" | "reschedule_delivery") => why(ParcelState::Exception, Reason::Other),
        ("TRANSIT", "package_held") => why(ParcelState::Exception, Reason::HeldOnRequest),
        ("TRANSIT", "package_damaged") => why(ParcelState::Exception, Reason::Damaged),
        // Rescheduled is late only if the date moves, and that the date says.
        ("TRANSIT", _) => is(ParcelState::InTransit),
        ("DELIVERED", _) => is(ParcelState::Delivered),
        ("RETURNED", "package_unclaimed") => why(ParcelState::ReturnToSender, Reason::PickupMissed),
        ("RETURNED", _) => is(ParcelState::ReturnToSender),
        ("FAILURE", "package_lost") => why(ParcelState::Lost, Reason::Lost),
        ("FAILURE", "package_disposed") => why(ParcelState::Lost, Reason::Other),
        ("FAILURE", _) => why(ParcelState::Exception, Reason::Other),
        _ => Meaning::default(),
    }
}

pub(crate) struct Shippo;

impl Prover for Shippo {
    fn name(&self) -> &'static str {
        "shippo"
    }

    /// A token in the URL, unless the settings want more.
    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, now: Timestamp) -> Result<Proof, Rejection> {
        let suffices = settings.own("proof").is_none_or(|proof| proof == "token");
        match delivery.query("token") {
            Some(token) if suffices => signature::token(delivery, settings.trimmed(), &token).map(Proof::Signed),
            _ => signed(delivery, settings, now),
        }
    }
}

/// `t=…,v1=…`: hex of HMAC-SHA256 over `{t}.{body}`. There may be several `v1`.
fn signed(delivery: Delivery<'_>, settings: &Settings, now: Timestamp) -> Result<Proof, Rejection> {
    let header = delivery.header("shippo-auth-signature").ok_or(Rejection::Missing)?;
    let all = |key: &'static str| header.split(',').filter_map(move |item| item.trim().strip_prefix(key));
    let (Some(time), None) = (all("t=").next(), all("t=").nth(1)) else { return Err(Rejection::Missing) };
    let signed_at = time.parse().ok().and_then(|t| Timestamp::from_second(t).ok()).ok_or(Rejection::Missing)?;
    all("v1=").next().ok_or(Rejection::Missing)?;

    let claimed: Vec<Vec<u8>> = all("v1=").filter_map(|mac| hex::decode(mac).ok()).collect();
    let message: &[&[u8]] = &[time.as_bytes(), b".", delivery.body];
    let verified = signature::hmac_sha256(delivery, settings.trimmed(), message, &claimed)?;
    signature::fresh(signed_at, now)?;
    Ok(Proof::Signed(verified))
}

impl Provider<Tracking> for Shippo {
    fn about(&self) -> About {
        About {
            title: "Shippo",
            docs: "https://docs.goshippo.com/docs/tracking/webhooks",
            events: "track_updated",
            proof: "token in the URL, or HMAC-SHA256 over time and body",
            checked: Checked::Documented,
        }
    }

    /// Under an old API version a `track_updated` may hold the label's transaction instead of a track: no news. Nor is a
    /// number of which nothing is known yet.
    fn interpret(&self, delivery: &Verified, _settings: &Settings) -> Result<Vec<Tracking>, Unreadable> {
        let event: Event = serde_json::from_slice(delivery.body())?;
        if event.kind.required("event")? != "track_updated" {
            return Ok(Vec::new());
        }
        let track = event.data.0.as_ref().ok_or_else(|| missing("data"))?;
        if track.object_state.get().is_some() {
            return Ok(Vec::new());
        }
        Ok(track.tracking(event.test.yes())?.into_iter().collect())
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Event {
    #[serde(rename = "event")]
    kind: Text,
    test: Text,
    data: Maybe<Track>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Track {
    /// Only transactions have one.
    object_state: Text,
    carrier: Text,
    tracking_number: Text,
    eta: Text,
    original_eta: Text,
    tracking_status: Maybe<Step>,
    tracking_history: List<Step>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Step {
    object_created: Text,
    object_updated: Text,
    status: Text,
    status_details: Text,
    status_date: Text,
    location: Maybe<Place>,
    substatus: Maybe<Substatus>,
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
struct Substatus {
    code: Text,
    action_required: Text,
}

impl Track {
    fn tracking(&self, test: bool) -> Result<Option<Tracking>, Unreadable> {
        let number = self.tracking_number.get().and_then(TrackingNumber::parse);
        let number = number.ok_or_else(|| missing("data.tracking_number"))?;
        let newest = self.tracking_history.0.iter().max_by_key(|step| step.status_date.utc());
        let Some(status) = self.tracking_status.0.as_ref().or(newest) else { return Ok(None) };
        let carrier = self.carrier.get().unwrap_or_default();
        let means = status.meaning();
        let promised = self.eta.date();
        let over = means.state.is_some_and(|state| state == ParcelState::Delivered || state.is_return());
        let slipped = !over && promised.zip(self.original_eta.date()).is_some_and(|(now, first)| now > first);
        Ok(Some(Tracking {
            // A track has no id; registering a number twice does not make it two parcels.
            tracker: format!("{carrier}/{}", number.as_str()),
            at: status.written().ok_or_else(|| missing("data.tracking_status.status_date"))?,
            test,
            number,
            carrier: self.carrier.owned(),
            state: means.state,
            is_return: false,
            delayed: means.delayed.or(slipped.then_some(DelayCause::Carrier)),
            action_required: means.action_required,
            reason: means.reason,
            scans: self.tracking_history.0.iter().filter_map(Step::scan).collect(),
            whole: true,
            promised,
            url: None,
        }))
    }
}

impl Step {
    fn meaning(&self) -> Meaning {
        let substatus = self.substatus.0.as_ref();
        let code = substatus.and_then(|substatus| substatus.code.get()).unwrap_or_default();
        let means = meaning(self.status.get().unwrap_or_default(), code);
        let asks = substatus.is_some_and(|substatus| substatus.action_required.yes());
        if asks && means.state.is_some() { means.asks() } else { means }
    }

    /// When they wrote it, else when it happened.
    fn written(&self) -> Option<Timestamp> {
        self.object_updated.utc().or_else(|| self.object_created.utc()).or_else(|| self.status_date.utc())
    }

    fn scan(&self) -> Option<Scan> {
        let place = self.location.0.as_ref().map(|at| place(&[&at.city, &at.state, &at.country]));
        Some(Scan {
            at: self.status_date.utc()?,
            date: self.status_date.date()?,
            state: self.meaning().state,
            text: self.status_details.owned().unwrap_or_default(),
            place: place.unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests;
