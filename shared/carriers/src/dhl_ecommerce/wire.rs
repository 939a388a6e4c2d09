//! What their Tracking API answers.

use domain::fact::{Scan, Tracking};
use domain::tracking::TrackingNumber;
use jiff::{Timestamp, civil, tz::TimeZone};
use serde::Deserialize;
use serde::de::{Deserializer, Error};
use serde_json::value::RawValue;
use webhooks::delivery::Unreadable;
use webhooks::wire::{List, Maybe, Text, missing};

use super::meaning;
use crate::meaning::Meaning;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Document {
    pub(super) packages: List<Parcel>,
}

pub(super) struct Parcel {
    named: Named,
    events: List<Seen>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Told {
    package: Maybe<Named>,
    events: List<Seen>,
}

impl<'de> Deserialize<'de> for Parcel {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        let told: Told = serde_json::from_str(raw.get()).map_err(D::Error::custom)?;
        let beside = || serde_json::from_str(raw.get()).map_err(D::Error::custom);
        Ok(Self { named: told.package.0.map_or_else(beside, Ok)?, events: told.events })
    }
}

/// The names of a parcel: they stand in its `package`, or beside the events.
#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Named {
    tracking_id: Text,
    dhl_package_id: Text,
    package_id: Text,
    expected_delivery: Text,
    estimated_delivery_date: Text,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Seen {
    date: Text,
    time: Text,
    time_zone: Text,
    location: Text,
    primary_event_id: Text,
    primary_event_description: Text,
    secondary_event_description: Text,
}

impl Document {
    /// The parcels of a body, which may also be one parcel without a list.
    pub(super) fn read(body: &[u8]) -> Result<Vec<Parcel>, Unreadable> {
        let listed: Self = serde_json::from_slice(body)?;
        if !listed.packages.0.is_empty() {
            return Ok(listed.packages.0);
        }
        let alone: Parcel = serde_json::from_slice(body)?;
        Ok(Some(alone).filter(|parcel| !parcel.events.0.is_empty()).into_iter().collect())
    }
}

impl Parcel {
    pub(super) fn tracking(&self) -> Result<Option<Tracking>, Unreadable> {
        let named = &self.named;
        let ids = [&named.tracking_id, &named.dhl_package_id, &named.package_id];
        let number = ids.into_iter().filter_map(Text::get).find_map(TrackingNumber::parse);
        let number = number.ok_or_else(|| missing("packages.package.trackingId"))?;
        let scans: Vec<Scan> = self.events.0.iter().filter_map(Seen::scan).collect();
        // They list the newest first.
        let newest = scans.iter().rev().max_by_key(|scan| scan.at).ok_or_else(|| missing("packages.events"))?;
        let known = scans.iter().rev().filter(|scan| scan.state.is_some()).max_by_key(|scan| scan.at);
        let state = known.and_then(|scan| scan.state);
        let reason = known.and_then(|scan| meaning("", &scan.text).reason);
        Ok(Some(Tracking {
            tracker: named.dhl_package_id.owned().unwrap_or_else(|| number.as_str().to_owned()),
            at: newest.at,
            test: false,
            carrier: carrier(&number),
            number,
            state,
            is_return: false,
            delayed: None,
            action_required: false,
            reason,
            whole: true,
            promised: named.expected_delivery.date().or_else(|| named.estimated_delivery_date.date()),
            url: None,
            scans,
        }))
    }
}

/// Parcels that USPS brings to the door have a number of USPS, and a shop may name either: then it is better to name none.
fn carrier(number: &TrackingNumber) -> Option<String> {
    let usps = ["420", "91", "92", "93", "94", "95"].iter().any(|prefix| number.as_str().starts_with(prefix));
    (!usps).then(|| "DHL eCommerce".to_owned())
}

impl Seen {
    fn scan(&self) -> Option<Scan> {
        let said = [&self.primary_event_description, &self.secondary_event_description];
        let text = said.into_iter().filter_map(Text::get).collect::<Vec<&str>>().join(" - ");
        // What is no scan but an echo of the status, with the time of whoever asked.
        if text.eq_ignore_ascii_case("en route") && self.location.get().is_none() {
            return None;
        }
        let Meaning { state, .. } = meaning(self.primary_event_id.get().unwrap_or_default(), &text);
        let date = self.date.date()?;
        Some(Scan { at: self.at(date)?, date, state, text, place: self.location.owned().unwrap_or_default() })
    }

    /// A local time, with the name of its zone as Americans write it; without one that we know it is taken as UTC.
    fn at(&self, date: civil::Date) -> Option<Timestamp> {
        let time = self.time.get().unwrap_or("00:00:00");
        let zone = zone(self.time_zone.get().unwrap_or_default()).unwrap_or(TimeZone::UTC);
        let local = || format!("{date}T{time}").parse::<civil::DateTime>().ok()?.to_zoned(zone).ok();
        format!("{date}T{time}").parse().ok().or_else(|| local().map(|zoned| zoned.timestamp()))
    }
}

fn zone(name: &str) -> Option<TimeZone> {
    let place = match name.to_ascii_uppercase().as_str() {
        "ET" | "EST" | "EDT" => "America/New_York",
        "CT" | "CST" | "CDT" => "America/Chicago",
        "MT" | "MST" | "MDT" => "America/Denver",
        "PT" | "PST" | "PDT" => "America/Los_Angeles",
        "AKT" | "AKST" | "AKDT" => "America/Anchorage",
        "HT" | "HST" => "Pacific/Honolulu",
        "AT" | "AST" => "America/Puerto_Rico",
        _ => return None,
    };
    TimeZone::get(place).ok()
}
