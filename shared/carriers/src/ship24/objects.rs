//! What Ship24 sends.

use domain::fact::{Scan, Tracking};
use domain::tracking::TrackingNumber;
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::wire::{List, Maybe, Text, missing};

use super::meaning;
use crate::meaning::Meaning;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Message {
    pub(super) trackings: List<News>,
}

/// What is new of one parcel.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct News {
    metadata: Maybe<Metadata>,
    tracker: Maybe<Tracker>,
    shipment: Maybe<Shipment>,
    events: List<Event>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Metadata {
    generated_at: Text,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Tracker {
    tracker_id: Text,
    tracking_number: Text,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Shipment {
    status_code: Text,
    status_milestone: Text,
    delivery: Maybe<Estimate>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Estimate {
    estimated_delivery_date: Text,
}

/// Their `datetime` is not read: it says UTC and is local.
#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Event {
    status: Text,
    occurrence_datetime: Text,
    utc_offset: Text,
    location: Text,
    courier_code: Text,
    status_code: Text,
    status_milestone: Text,
}

impl News {
    pub(super) fn tracking(&self) -> Result<Tracking, Unreadable> {
        let tracker = self.tracker.0.as_ref().ok_or_else(|| missing("trackings.tracker"))?;
        let number = tracker.tracking_number.get().and_then(TrackingNumber::parse);
        let number = number.ok_or_else(|| missing("trackings.tracker.trackingNumber"))?;
        let scans: Vec<Scan> = self.events.0.iter().filter_map(Event::scan).collect();
        let generated = self.metadata.0.as_ref().and_then(|metadata| metadata.generated_at.utc());
        let newest = self.events.0.iter().max_by_key(|event| event.at());
        let said = self.shipment.0.as_ref().map(Shipment::meaning).filter(|means| means.state.is_some());
        let means = said.or_else(|| newest.map(Event::meaning)).unwrap_or_default();
        let delivery = self.shipment.0.as_ref().and_then(|shipment| shipment.delivery.0.as_ref());
        Ok(Tracking {
            tracker: tracker.tracker_id.owned().unwrap_or_else(|| number.as_str().to_owned()),
            at: generated
                .or_else(|| scans.iter().map(|scan| scan.at).max())
                .ok_or_else(|| missing("trackings.metadata.generatedAt"))?,
            test: number.as_str().starts_with("S24DEMO"),
            number,
            carrier: newest.and_then(|event| event.courier_code.owned()),
            state: means.state,
            is_return: false,
            delayed: means.delayed,
            action_required: means.action_required,
            reason: means.reason,
            scans,
            whole: false,
            promised: delivery.and_then(|delivery| delivery.estimated_delivery_date.date()),
            url: None,
        })
    }
}

impl Shipment {
    fn meaning(&self) -> Meaning {
        meaning(self.status_milestone.get().unwrap_or_default(), self.status_code.get().unwrap_or_default())
    }
}

impl Event {
    fn meaning(&self) -> Meaning {
        meaning(self.status_milestone.get().unwrap_or_default(), self.status_code.get().unwrap_or_default())
    }

    /// Local, as if it were UTC, where there is no offset.
    fn at(&self) -> Option<Timestamp> {
        let exact = || format!("{}{}", self.occurrence_datetime.get()?, self.utc_offset.get()?).parse().ok();
        exact().or_else(|| self.occurrence_datetime.utc())
    }

    fn scan(&self) -> Option<Scan> {
        Some(Scan {
            at: self.at()?,
            date: self.occurrence_datetime.date()?,
            state: self.meaning().state,
            text: self.status.owned().unwrap_or_default(),
            place: self.location.owned().unwrap_or_default(),
        })
    }
}
