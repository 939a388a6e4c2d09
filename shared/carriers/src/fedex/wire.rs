//! FedEx's document.

use domain::fact::{DelayCause, Scan, Tracking};
use domain::tracking::{ParcelState as S, TrackingNumber};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Map, Value};
use webhooks::delivery::Unreadable;
use webhooks::wire::{List, Maybe, Text, missing};

use super::{cause, meaning};
use crate::meaning::{Meaning, NOTHING, is};
use crate::{returned, several};

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Document {
    output_meta_data: List<Sent>,
    output: Maybe<Output>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Sent {
    timestamp: Text,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Output {
    complete_track_results: List<Number>,
}

/// A number, and the parcels that had it: they use numbers again.
#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Number {
    tracking_number: Text,
    track_results: List<Parcel>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Parcel {
    tracking_number_info: Maybe<Named>,
    latest_status_detail: Maybe<Latest>,
    date_and_times: List<When>,
    scan_events: List<Seen>,
    estimated_delivery_time_window: Maybe<Estimate>,
    standard_transit_time_window: Maybe<Estimate>,
    return_detail: Maybe<Map<String, Value>>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Named {
    tracking_number: Text,
    tracking_number_unique_id: Text,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Latest {
    code: Text,
    derived_code: Text,
    description: Text,
    ancillary_details: List<Detail>,
    delay_detail: Maybe<Delay>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Detail {
    reason_description: Text,
    action: Text,
    action_description: Text,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Delay {
    #[serde(rename = "type")]
    kind: Text,
    status: Text,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct When {
    #[serde(rename = "type")]
    kind: Text,
    date_time: Text,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Seen {
    date: Text,
    event_type: Text,
    event_description: Text,
    exception_description: Text,
    derived_status_code: Text,
    scan_location: Maybe<Place>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Place {
    city: Text,
    state_or_province_code: Text,
    country_code: Text,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Estimate {
    window: Maybe<Window>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Window {
    ends: Text,
}

impl Document {
    pub(super) fn trackings(&self) -> Result<Vec<Tracking>, Unreadable> {
        let output = self.output.0.as_ref().ok_or_else(|| missing("output"))?;
        several::readable(output.complete_track_results.0.iter().map(|number| number.tracking(self)))
    }
}

impl Number {
    /// Of the parcels that had the number, the one that was scanned last. One of which there is only an error is none.
    fn tracking(&self, document: &Document) -> Result<Option<Tracking>, Unreadable> {
        let known = self.track_results.0.iter().filter(|parcel| !parcel.is_unknown());
        let newest = known.max_by_key(|parcel| parcel.scan_events.0.iter().filter_map(|event| event.date.utc()).max());
        newest.map(|parcel| parcel.tracking(&self.tracking_number, document)).transpose()
    }
}

impl Parcel {
    fn is_unknown(&self) -> bool {
        self.latest_status_detail.0.is_none() && self.scan_events.0.is_empty()
    }

    fn tracking(&self, number: &Text, document: &Document) -> Result<Tracking, Unreadable> {
        let named = self.tracking_number_info.0.as_ref();
        let number = named.and_then(|named| named.tracking_number.get()).or(number.get());
        let number = number.and_then(TrackingNumber::parse).ok_or_else(|| missing("trackingNumber"))?;
        let mut scans: Vec<Scan> = self.scan_events.0.iter().filter_map(Seen::scan).collect();
        scans.sort();
        let sent = document.output_meta_data.0.iter().find_map(|sent| sent.timestamp.utc());
        // They come in any order, so that the newest scan tells which is newer, not the post.
        let at = scans.last().map(|scan| scan.at).or(sent).ok_or_else(|| missing("scanEvents"))?;
        let latest = self.latest_status_detail.0.as_ref();
        let Meaning { state, reason, delayed, .. } = latest.map_or(NOTHING, Latest::meaning);
        let back = |scan: &Scan| scan.state == Some(S::ReturnToSender);
        let is_return =
            self.return_detail.0.as_ref().is_some_and(|detail| detail.values().any(|value| !value.is_null()));
        let returned = state == Some(S::Delivered) && (is_return || scans.iter().any(back));
        if returned {
            returned::to_shop(&mut scans);
        }
        Ok(Tracking {
            tracker: named
                .and_then(|named| named.tracking_number_unique_id.owned())
                .unwrap_or_else(|| number.as_str().to_owned()),
            at,
            test: false,
            number,
            carrier: Some("FedEx".to_owned()),
            state: if returned { Some(S::Returned) } else { state },
            is_return,
            delayed,
            action_required: state == Some(S::Exception) && latest.is_some_and(Latest::asks),
            reason,
            scans,
            whole: true,
            promised: self.promised(),
            url: None,
        })
    }

    /// What they expect now; if they say nothing of that, what the service promises.
    fn promised(&self) -> Option<Date> {
        let ends = |estimate: &Maybe<Estimate>| estimate.0.as_ref()?.window.0.as_ref()?.ends.date();
        let expected = self.date_and_times.0.iter().find(|when| when.kind.get() == Some("ESTIMATED_DELIVERY"));
        ends(&self.estimated_delivery_time_window)
            .or_else(|| expected?.date_time.date())
            .or_else(|| ends(&self.standard_transit_time_window))
    }
}

impl Latest {
    fn meaning(&self) -> Meaning {
        let words = self.ancillary_details.0.iter().find_map(|detail| detail.reason_description.get());
        let words = words.or(self.description.get()).unwrap_or_default();
        let of = |code: &Text| known(code, words);
        let read = match code(&self.code).as_str() {
            // In their list of events; among those of possession, `CA` is the carrier.
            "CA" => Some(is(S::Cancelled)),
            _ => of(&self.code).or_else(|| of(&self.derived_code)),
        };
        let Meaning { state, reason, delayed, .. } = read.unwrap_or(NOTHING);
        let over = matches!(state, Some(S::Delivered | S::Cancelled));
        Meaning { state, reason, delayed: self.delayed().filter(|_| !over).or(delayed), ..NOTHING }
    }

    /// Late by what stands beside any code.
    fn delayed(&self) -> Option<DelayCause> {
        let delay = self.delay_detail.0.as_ref()?;
        let on_time = matches!(delay.status.get(), Some("ON_TIME" | "EARLY"));
        delay.kind.get().filter(|_| !on_time).map(cause)
    }

    /// Whether the customer is asked to do something.
    fn asks(&self) -> bool {
        let action = |detail: &Detail| detail.action_description.owned().or_else(|| detail.action.owned());
        let asked = self.ancillary_details.0.iter().filter_map(action);
        asked.map(|action| action.to_lowercase()).any(|action| !action.contains("no action"))
    }
}

impl Seen {
    fn scan(&self) -> Option<Scan> {
        let said = [&self.event_description, &self.exception_description];
        let text = said.into_iter().filter_map(Text::get).collect::<Vec<&str>>().join(" - ");
        let read = known(&self.event_type, &text).or_else(|| known(&self.derived_status_code, &text));
        Some(Scan {
            at: self.date.utc()?,
            date: self.date.date()?,
            state: read.and_then(|Meaning { state, .. }| state),
            text,
            place: self.scan_location.0.as_ref().map(Place::text).unwrap_or_default(),
        })
    }
}

impl Place {
    fn text(&self) -> String {
        let parts = [&self.city, &self.state_or_province_code, &self.country_code];
        parts.into_iter().filter_map(Text::get).collect::<Vec<&str>>().join(", ")
    }
}

fn known(text: &Text, words: &str) -> Option<Meaning> {
    meaning(&code(text), words)
}

fn code(text: &Text) -> String {
    text.get().unwrap_or_default().to_ascii_uppercase()
}
