//! What 17TRACK sends, from version 2 on.

use domain::fact::{Scan, Tracking};
use domain::tracking::{TrackingNumber, page_anywhere};
use jiff::{Timestamp, civil};
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::wire::{List, Maybe, Text, missing};

use super::{meaning, stage};
use crate::meaning::{Meaning, place};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Push {
    pub(super) event: Text,
    pub(super) data: Maybe<Watched>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Watched {
    number: Text,
    /// Their number of the carrier.
    carrier: Text,
    track_info: Maybe<Info>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Info {
    latest_status: Maybe<Status>,
    latest_event: Maybe<Event>,
    time_metrics: Maybe<Metrics>,
    tracking: Maybe<Ways>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Status {
    status: Text,
    #[serde(rename = "sub_status")]
    sub: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Metrics {
    estimated_delivery_date: Maybe<Estimate>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Estimate {
    from: Text,
    to: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Ways {
    providers: List<Way>,
}

/// One carrier's part of the way.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Way {
    provider: Maybe<Named>,
    latest_sync_time: Text,
    events: List<Event>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Named {
    name: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Event {
    time_iso: Text,
    time_utc: Text,
    time_raw: Maybe<Written>,
    description: Text,
    location: Text,
    stage: Text,
    sub_status: Text,
    address: Maybe<Address>,
}

/// What the carrier wrote. Where it has no zone, the offset in `time_iso` is guessed.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Written {
    date: Text,
    time: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Address {
    city: Text,
    state: Text,
    country: Text,
}

impl Watched {
    /// When something last happened.
    pub(super) fn newest(&self) -> Option<Timestamp> {
        self.track_info.0.as_ref()?.scans().last().map(|scan| scan.at)
    }

    pub(super) fn tracking(&self) -> Result<Option<Tracking>, Unreadable> {
        let number = self.number.get().and_then(TrackingNumber::parse).ok_or_else(|| missing("data.number"))?;
        let info = self.track_info.0.as_ref().ok_or_else(|| missing("data.track_info"))?;
        let means = info.latest_status.0.as_ref().map(Status::meaning).unwrap_or_default();
        let scans = info.scans();
        let Some(at) = info.synchronised().or_else(|| scans.iter().map(|scan| scan.at).max()) else {
            let nothing = means.state.is_none();
            return if nothing { Ok(None) } else { Err(missing("data.track_info.tracking.providers")) };
        };
        let estimate = info.time_metrics.0.as_ref().and_then(|metrics| metrics.estimated_delivery_date.0.as_ref());
        Ok(Some(Tracking {
            tracker: format!("{}/{}", self.carrier.get().unwrap_or_default(), number.as_str()),
            at,
            test: false,
            carrier: info.carrier(),
            state: means.state,
            is_return: false,
            delayed: means.delayed,
            action_required: means.action_required,
            reason: means.reason,
            scans,
            whole: true,
            promised: estimate.and_then(|estimate| estimate.to.date().or_else(|| estimate.from.date())),
            url: page_anywhere(&number),
            number,
        }))
    }
}

impl Info {
    fn ways(&self) -> &[Way] {
        self.tracking.0.as_ref().map_or(&[], |tracking| tracking.providers.0.as_slice())
    }

    /// When they last asked the carriers.
    fn synchronised(&self) -> Option<Timestamp> {
        self.ways().iter().filter_map(|way| way.latest_sync_time.utc()).max()
    }

    /// Where two carry it, one after the other, neither is the parcel's carrier.
    fn carrier(&self) -> Option<String> {
        match self.ways() {
            [only] => only.provider.0.as_ref().and_then(|provider| provider.name.owned()),
            _ => None,
        }
    }

    /// Everybody's events, oldest first, each once.
    fn scans(&self) -> Vec<Scan> {
        let listed = self.ways().iter().flat_map(|way| way.events.0.iter());
        let mut scans: Vec<Scan> = listed.chain(self.latest_event.0.iter()).filter_map(Event::scan).collect();
        scans.sort();
        scans.dedup_by(|later, earlier| later.at == earlier.at && later.text == earlier.text);
        scans
    }
}

impl Status {
    fn meaning(&self) -> Meaning {
        let sub = self.sub.get().unwrap_or_default();
        meaning(self.status.get().unwrap_or_else(|| main(sub)), sub)
    }
}

/// `InTransit_PickedUp` is a kind of `InTransit`.
fn main(sub_status: &str) -> &str {
    sub_status.split('_').next().unwrap_or_default()
}

impl Event {
    fn scan(&self) -> Option<Scan> {
        let written = self.time_raw.0.as_ref().and_then(|raw| raw.date.date());
        let date = written.or_else(|| self.time_iso.date()).or_else(|| self.time_utc.date())?;
        let raw = || self.time_raw.0.as_ref().and_then(Written::at);
        let sub = self.sub_status.get().unwrap_or_default();
        let spot = self.address.0.as_ref().map(|at| place(&[&at.city, &at.state, &at.country]));
        Some(Scan {
            at: self.time_utc.utc().or_else(|| self.time_iso.utc()).or_else(raw)?,
            date,
            state: meaning(main(sub), sub).state.or_else(|| stage(self.stage.get().unwrap_or_default())),
            text: self.description.owned().unwrap_or_default(),
            place: self.location.owned().or(spot).unwrap_or_default(),
        })
    }
}

impl Written {
    /// As if it were UTC; midnight, where there is no time.
    fn at(&self) -> Option<Timestamp> {
        let time = self.time.get().and_then(|time| time.parse::<civil::Time>().ok()).unwrap_or_default();
        let local = self.date.date()?.to_datetime(time);
        local.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
    }
}
