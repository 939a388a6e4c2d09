//! What Karrio sends. Its times are those of the clock on the wall there, whatever zone they name.

use domain::fact::{Scan, Tracking};
use domain::tracking::TrackingNumber;
use jiff::civil::{Date, Time};
use jiff::{Timestamp, tz::TimeZone};
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::wire::{List, Maybe, Text, missing};

use super::meaning;
use crate::meaning::page;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Event {
    #[serde(rename = "event")]
    pub(super) kind: Text,
    pub(super) data: Maybe<Tracker>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Tracker {
    id: Text,
    carrier_name: Text,
    tracking_number: Text,
    test_mode: Text,
    status: Text,
    estimated_delivery: Text,
    info: Maybe<Info>,
    /// Newest first.
    events: List<Seen>,
    meta: Maybe<Meta>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Info {
    carrier_tracking_link: Text,
    expected_delivery: Text,
    order_date: Text,
    shipping_date: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Meta {
    carrier: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Seen {
    date: Text,
    time: Text,
    timestamp: Text,
    status: Text,
    reason: Text,
    description: Text,
    location: Text,
}

impl Tracker {
    /// When something last happened.
    pub(super) fn newest(&self) -> Option<Timestamp> {
        self.events.0.iter().filter_map(|seen| seen.scan("")).map(|scan| scan.at).max()
    }

    pub(super) fn tracking(&self) -> Result<Option<Tracking>, Unreadable> {
        let number = self.tracking_number.get().and_then(TrackingNumber::parse);
        let number = number.ok_or_else(|| missing("data.tracking_number"))?;
        let carrier = self.carrier_name.get().unwrap_or_default();
        let reason = self.events.0.first().and_then(|newest| newest.reason.get()).unwrap_or_default();
        let means = meaning(carrier, self.status.get().unwrap_or_default(), reason);
        let scans: Vec<Scan> = self.events.0.iter().filter_map(|seen| seen.scan(carrier)).collect();
        let info = self.info.0.as_ref();
        // A tracker does not say when it changed, so it is as new as what it saw.
        let began = || info.and_then(|info| info.shipping_date.utc().or_else(|| info.order_date.utc()));
        let Some(at) = scans.iter().map(|scan| scan.at).max().or_else(began) else { return Ok(None) };
        Ok(Some(Tracking {
            tracker: self.id.owned().unwrap_or_else(|| number.as_str().to_owned()),
            at,
            test: self.test_mode.yes(),
            number,
            carrier: self.meta.0.as_ref().and_then(|meta| meta.carrier.owned()).or_else(|| self.carrier_name.owned()),
            state: means.state,
            is_return: false,
            delayed: means.delayed,
            action_required: means.action_required,
            reason: means.reason,
            scans,
            whole: true,
            promised: self.estimated_delivery.date().or_else(|| info.and_then(|info| info.expected_delivery.date())),
            url: info.and_then(|info| page(&info.carrier_tracking_link)),
        }))
    }
}

impl Seen {
    fn scan(&self, carrier: &str) -> Option<Scan> {
        let date = self.date.date().or_else(|| self.timestamp.date())?;
        let word = |text: &Text| text.owned().unwrap_or_default();
        Some(Scan {
            at: self.timestamp.utc().or_else(|| self.written(date))?,
            date,
            state: meaning(carrier, &word(&self.status), &word(&self.reason)).state,
            text: word(&self.description),
            place: word(&self.location),
        })
    }

    /// Midnight, where there is no time.
    fn written(&self, date: Date) -> Option<Timestamp> {
        let local = date.to_datetime(self.time.get().and_then(clock).unwrap_or_default());
        local.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
    }
}

/// `07:58 AM`, `6:07 PM`, `18:07`, and what some of its connectors make of that: `18:07 PM`.
pub(super) fn clock(text: &str) -> Option<Time> {
    let text = text.trim().to_ascii_uppercase();
    let (digits, half) = match (text.strip_suffix("AM"), text.strip_suffix("PM")) {
        (Some(digits), _) => (digits, Some(0)),
        (_, Some(digits)) => (digits, Some(12)),
        _ => (text.as_str(), None),
    };
    let mut parts = digits.trim().split(':').map(|part| part.parse::<i8>().ok());
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().map_or(Some(0), |second| second)?;
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        _ => hour,
    };
    Time::new(hour, minute, second, 0).ok()
}
