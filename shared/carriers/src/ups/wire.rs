//! What UPS says: of one activity in a post, of all of them in the answer of the Track API.

use domain::fact::{Scan, Tracking};
use domain::tracking::TrackingNumber;
use jiff::civil;
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::wire::{List, Maybe, Text, missing};

use super::clocks::{Clocks, date_of};
use super::codes::{self, meaning};
use crate::several;

/// A post: all but the number and the status may be missing or blank. What was asked for has `trackResponse` instead.
#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Said {
    tracking_number: Text,
    activity_status: Maybe<Status>,
    activity_location: Maybe<Place>,
    gmt_activity_date: Text,
    gmt_activity_time: Text,
    gmt_offset: Text,
    local_activity_date: Text,
    local_activity_time: Text,
    scheduled_delivery_date: Text,
    actual_delivery_date: Text,
    track_response: Maybe<Answer>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Answer {
    shipment: List<Shipment>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Shipment {
    package: List<Package>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Package {
    tracking_number: Text,
    activity: List<Activity>,
    delivery_date: List<Day>,
}

/// `SDD` scheduled, `RDD` rescheduled, `DEL` delivered.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Day {
    #[serde(rename = "type")]
    kind: Text,
    date: Text,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Activity {
    status: Maybe<Status>,
    location: Maybe<Location>,
    gmt_date: Text,
    gmt_time: Text,
    gmt_offset: Text,
    date: Text,
    time: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Location {
    address: Maybe<Place>,
}

/// A post calls `descriptionCode` what the Track API calls `statusCode`.
#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Status {
    #[serde(rename = "type")]
    kind: Text,
    code: Text,
    description: Text,
    description_code: Text,
    #[serde(rename = "statusCode")]
    detail_code: Text,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Place {
    city: Text,
    state_province: Text,
    country: Text,
    country_code: Text,
}

impl Said {
    /// A post says one thing. A history says each thing by itself, as its post did or would have done, so that whichever
    /// came is not said again, and whatever was wrong on the way is known with its time.
    pub(super) fn trackings(&self) -> Result<Vec<Tracking>, Unreadable> {
        match &self.track_response.0 {
            Some(answer) => {
                let packages = answer.shipment.0.iter().flat_map(|shipment| &shipment.package.0);
                several::readable(packages.flat_map(Package::trackings))
            }
            None => Ok(vec![self.happened().tracking()?]),
        }
    }

    fn happened(&self) -> Happened<'_> {
        Happened {
            number: &self.tracking_number,
            status: self.activity_status.0.as_ref(),
            place: self.activity_location.0.as_ref(),
            clocks: Clocks {
                gmt: [&self.gmt_activity_date, &self.gmt_activity_time],
                local: [&self.local_activity_date, &self.local_activity_time],
                offset: &self.gmt_offset,
            },
            delivered: self.actual_delivery_date.get().is_some(),
            scheduled: self.scheduled_delivery_date.get().and_then(date_of),
            rescheduled: None,
        }
    }
}

impl Package {
    fn trackings(&self) -> impl Iterator<Item = Result<Option<Tracking>, Unreadable>> {
        let zoned = self.activity.0.iter().filter(|activity| activity.clocks().has_zone());
        let newest = zoned.clone().filter_map(|activity| activity.clocks().when()).max();
        zoned.map(move |activity| {
            let is_newest = activity.clocks().when() == newest;
            self.happened(activity, is_newest).tracking().map(Some)
        })
    }

    /// What stands beside the history is so since the newest activity.
    fn happened<'a>(&'a self, activity: &'a Activity, is_newest: bool) -> Happened<'a> {
        let day = |kind: &str| {
            let named = self.delivery_date.0.iter().find(|day| day.kind.get() == Some(kind));
            named.and_then(|day| day.date.get()).and_then(date_of)
        };
        let now = |kind: &str| day(kind).filter(|_| is_newest);
        let there = activity.date.get().and_then(date_of);
        Happened {
            number: &self.tracking_number,
            status: activity.status.0.as_ref(),
            place: activity.location.0.as_ref().and_then(|location| location.address.0.as_ref()),
            clocks: activity.clocks(),
            delivered: there.is_some() && there == day("DEL"),
            scheduled: now("SDD"),
            rescheduled: now("RDD"),
        }
    }
}

impl Activity {
    fn clocks(&self) -> Clocks<'_> {
        Clocks { gmt: [&self.gmt_date, &self.gmt_time], local: [&self.date, &self.time], offset: &self.gmt_offset }
    }
}

/// One activity, whoever tells of it.
struct Happened<'a> {
    number: &'a Text,
    status: Option<&'a Status>,
    place: Option<&'a Place>,
    clocks: Clocks<'a>,
    /// A day of delivery is named.
    delivered: bool,
    /// The day of delivery that it will not keep if this is a delay.
    scheduled: Option<civil::Date>,
    /// The one that was set instead.
    rescheduled: Option<civil::Date>,
}

impl Happened<'_> {
    fn tracking(&self) -> Result<Tracking, Unreadable> {
        let number = self.number.get().and_then(TrackingNumber::parse).ok_or_else(|| missing("trackingNumber"))?;
        let status = self.status.ok_or_else(|| missing("activityStatus"))?;
        let (at, date) = self.clocks.when().ok_or_else(|| missing("gmtActivityDate"))?;
        let meaning = meaning(&status.told(self.delivered));
        let scan = Scan {
            at,
            date,
            state: meaning.state,
            text: status.description.owned().unwrap_or_default(),
            place: self.place.map(Place::text).unwrap_or_default(),
        };
        Ok(Tracking {
            tracker: number.as_str().to_owned(),
            at,
            // Numbers of their customer integration environment.
            test: number.as_str().starts_with("1ZCIETST"),
            number,
            carrier: Some("UPS".to_owned()),
            state: meaning.state,
            is_return: false,
            delayed: meaning.delayed,
            action_required: meaning.action_required,
            reason: meaning.reason,
            scans: vec![scan],
            whole: false,
            // Beside a delay stands the date that will not be kept; the new one comes with an update.
            promised: self.rescheduled.or(self.scheduled.filter(|_| meaning.delayed.is_none())),
            url: None,
        })
    }
}

impl Status {
    fn told(&self, delivered: bool) -> codes::Told<'_> {
        let word = |text: &Text| text.get().unwrap_or_default().to_ascii_uppercase();
        let described = self.description_code.get().or(self.detail_code.get());
        codes::Told {
            kind: word(&self.kind),
            code: word(&self.code),
            // Text or a number, with or without leading zeros.
            description: described.and_then(|code| code.trim_start_matches('0').parse().ok()),
            text: self.description.get().unwrap_or_default(),
            delivered,
        }
    }
}

impl Place {
    fn text(&self) -> String {
        let country = self.country.get().or(self.country_code.get());
        let parts = [self.city.get(), self.state_province.get(), country];
        parts.into_iter().flatten().collect::<Vec<&str>>().join(", ")
    }
}
