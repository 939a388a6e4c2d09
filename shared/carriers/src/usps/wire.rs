//! The envelope, and the document in it.

use domain::fact::{DelayCause, Scan, Tracking};
use domain::tracking::{ParcelState as S, TrackingNumber};
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::wire::{List, Maybe, Text, missing};

use super::{meaning, scanned};
use crate::meaning::Meaning;

/// Texts that are signed are taken as they are: a [`Text`] would be trimmed.
#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Envelope {
    pub(super) subscription_type: Text,
    pub(super) timestamp: Maybe<String>,
    pub(super) payload: Maybe<String>,
    pub(super) challenge: Maybe<String>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Document {
    tracking_number: Text,
    #[serde(rename = "uniqueMailPieceID")]
    unique_mail_piece_id: Text,
    status: Text,
    status_category: Text,
    status_summary: Text,
    on_time: Text,
    predicted_delivery_date: Text,
    expected_delivery_time_stamp: Text,
    expected_delivery_date: Text,
    guaranteed_delivery_time_stamp: Text,
    tracking_events: List<Seen>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Seen {
    event_type: Text,
    event_code: Text,
    event_timestamp: Text,
    #[serde(rename = "GMTTimestamp")]
    gmt_timestamp: Text,
    #[serde(rename = "GMTOffset")]
    gmt_offset: Text,
    event_city: Text,
    event_state: Text,
    event_country: Text,
}

impl Document {
    /// What it says; `sent` is the envelope's time.
    pub(super) fn tracking(&self, sent: Option<Timestamp>) -> Result<Tracking, Unreadable> {
        let number = self.tracking_number.get().and_then(TrackingNumber::parse);
        let number = number.ok_or_else(|| missing("payload.trackingNumber"))?;
        let said =
            [&self.status_category, &self.status, &self.status_summary].map(|text| text.get().unwrap_or_default());
        let Meaning { state, reason, delayed, .. } = meaning(said[0], said[1], said[2]);
        let promises = [
            &self.predicted_delivery_date,
            &self.expected_delivery_time_stamp,
            &self.expected_delivery_date,
            &self.guaranteed_delivery_time_stamp,
        ];
        let scans: Vec<Scan> = self.tracking_events.0.iter().filter_map(Seen::scan).collect();
        // As old as what it tells of, so that it is the same whether it was sent or asked for.
        let at = scans.iter().map(|scan| scan.at).max().or(sent).ok_or_else(|| missing("timestamp"))?;
        Ok(Tracking {
            tracker: self.unique_mail_piece_id.owned().unwrap_or_else(|| number.as_str().to_owned()),
            at,
            test: false,
            number,
            carrier: Some("USPS".to_owned()),
            state,
            is_return: false,
            delayed: delayed.or_else(|| self.late(state)),
            action_required: false,
            reason,
            scans,
            whole: false,
            // Their `Z` stands behind the hour at which a day of delivery ends there: the date is right as it is written.
            promised: promises.into_iter().find_map(Text::date),
            url: None,
        })
    }

    /// Their booleans are texts.
    fn late(&self, state: Option<S>) -> Option<DelayCause> {
        let moves = matches!(state, Some(S::Accepted | S::InTransit | S::OutForDelivery));
        (moves && self.on_time.get().is_some_and(|on_time| on_time.eq_ignore_ascii_case("false")))
            .then_some(DelayCause::Carrier)
    }
}

impl Seen {
    fn scan(&self) -> Option<Scan> {
        let text = self.event_type.owned().unwrap_or_default();
        let at = self.at()?;
        let parts = [&self.event_city, &self.event_state, &self.event_country];
        Some(Scan {
            at,
            date: self.event_timestamp.date().or_else(|| self.gmt_timestamp.date())?,
            state: scanned(self.event_code.get().unwrap_or_default(), &text),
            text,
            place: parts.into_iter().filter_map(Text::get).collect::<Vec<&str>>().join(", "),
        })
    }

    /// By GMT, or else by the local clock and its offset.
    fn at(&self) -> Option<Timestamp> {
        let offset = |local: &str| format!("{local}{}", self.gmt_offset.get()?).parse().ok();
        let local = || self.event_timestamp.get().and_then(offset).or_else(|| self.event_timestamp.utc());
        self.gmt_timestamp.utc().or_else(local)
    }
}
