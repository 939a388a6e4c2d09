//! `standard`: any carrier, aggregator or courier of one's own that can sign JSON. This page is the contract.
//!
//! # Signature
//!
//! [Standard Webhooks](https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md): the
//! headers `webhook-id`, `webhook-timestamp` (seconds since 1970, at most five minutes old) and `webhook-signature`
//! (`v1,` and the base64 of HMAC-SHA256 over `{id}.{timestamp}.{body}`). The secret is `whsec_` and base64.
//!
//! # Body
//!
//! `{"type": "tracking", "data": {…}}`. What stands in the type after a dot is not read (`tracking.updated`), other types
//! are accepted and ignored, and so are unknown fields. Which of two documents is newer, `updated_at` decides, not the
//! order of arrival.
//!
//! Times are RFC 3339, best with the offset of the place (`2026-05-03T08:10:00-07:00`): the date as it is written there is
//! the date that customers are told. Dates are `2026-05-03`. Links are absolute and `https`.
//!
//! | field | | |
//! |---|---|---|
//! | `number` | required | the parcel's number |
//! | `updated_at` | required | when the document last changed |
//! | `id` | default: `number` | of what is watched |
//! | `carrier` | | `UPS`, `dhl` … |
//! | `state` | default: the newest scan's | a state |
//! | `scans` | | list of `at` (required), `date` (default: that of `at`), `state`, `text`, `place` |
//! | `whole` | default: true | whether `scans` is the whole history, or only what is new |
//! | `is_return` | default: false | somebody sends it back to the shop; one that could not be delivered is in the state `return_to_sender` |
//! | `delayed` | | `carrier`, `weather`, `customs`: the carrier says that it is late |
//! | `action_required` | default: false | the customer has to do something |
//! | `reason` | | `address`, `recipient_absent`, `refused`, `damaged`, `missorted`, `held_on_request`, `customs`, `pickup_missed`, `weather`, `lost`, `other` |
//! | `promised` | | date of delivery as of now |
//! | `url` | | where to follow it |
//! | `test` | default: false | |
//!
//! States: `pre_transit`, `accepted`, `in_transit`, `exception`, `out_for_delivery`, `delivery_attempted`,
//! `available_for_pickup`, `delivered`, `return_to_sender`, `returned`, `lost`, `expired`, `cancelled`. One that is none of
//! these leaves the parcel where it was.

use domain::fact::{Scan, Tracking};
use domain::link::Link;
use domain::tracking::TrackingNumber;
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::provider::{About, Checked, Prover, Provider};
use webhooks::settings::Settings;
use webhooks::wire::{List, Text, missing};

pub(crate) struct Standard;

impl Prover for Standard {
    fn name(&self) -> &'static str {
        "standard"
    }

    fn verify(&self, delivery: Delivery<'_>, settings: &Settings, now: Timestamp) -> Result<Proof, Rejection> {
        webhooks::standard::verify(delivery, settings, now)
    }
}

impl Provider<Tracking> for Standard {
    fn about(&self) -> About {
        About {
            title: "Standard",
            docs: "https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md",
            events: "tracking",
            proof: "Standard Webhooks",
            checked: Checked::Vectors,
        }
    }

    fn interpret(&self, delivery: &Verified, _settings: &Settings) -> Result<Vec<Tracking>, Unreadable> {
        let (kind, data) = webhooks::standard::open(delivery.body())?;
        if kind != "tracking" {
            return Ok(Vec::new());
        }
        let document: Document = serde_json::from_str(data.get())?;
        Ok(vec![document.tracking()?])
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Document {
    number: Text,
    updated_at: Text,
    id: Text,
    carrier: Text,
    state: Text,
    scans: List<Seen>,
    whole: Text,
    is_return: Text,
    delayed: Text,
    action_required: Text,
    reason: Text,
    promised: Text,
    url: Text,
    test: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Seen {
    at: Text,
    date: Text,
    state: Text,
    text: Text,
    place: Text,
}

impl Document {
    fn tracking(&self) -> Result<Tracking, Unreadable> {
        let number = self.number.get().and_then(TrackingNumber::parse).ok_or_else(|| missing("data.number"))?;
        let scans: Vec<Scan> = self.scans.0.iter().filter_map(Seen::scan).collect();
        let newest = || scans.iter().max().and_then(|scan| scan.state);
        Ok(Tracking {
            tracker: self.id.owned().unwrap_or_else(|| number.as_str().to_owned()),
            at: self.updated_at.utc().ok_or_else(|| missing("data.updated_at"))?,
            test: self.test.yes(),
            number,
            carrier: self.carrier.owned(),
            state: if self.state.get().is_some() { self.state.word() } else { newest() },
            is_return: self.is_return.yes(),
            delayed: self.delayed.word(),
            action_required: self.action_required.yes(),
            reason: self.reason.word(),
            scans,
            whole: self.whole.get().is_none() || self.whole.yes(),
            promised: self.promised.date(),
            url: self.url.get().and_then(|url| Link::parse(url).ok()),
        })
    }
}

impl Seen {
    fn scan(&self) -> Option<Scan> {
        Some(Scan {
            at: self.at.utc()?,
            date: self.date.date().or_else(|| self.at.date())?,
            state: self.state.word(),
            text: self.text.owned().unwrap_or_default(),
            place: self.place.owned().unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests;
