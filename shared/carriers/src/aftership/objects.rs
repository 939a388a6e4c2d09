//! What AfterShip sends. Its times have an offset, or are local ones without, or are only dates.

use domain::fact::{DelayCause, Scan, Tracking};
use domain::tracking::{ParcelState, TrackingNumber};
use jiff::civil::Date;
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::wire::{List, Maybe, Text, missing};

use super::meaning;
use crate::meaning::{page, place};
use crate::returned;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Event {
    #[serde(rename = "event")]
    pub(super) kind: Text,
    /// When it was sent, in seconds.
    pub(super) ts: Text,
    pub(super) msg: Maybe<Watched>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Watched {
    id: Text,
    tracking_number: Text,
    slug: Text,
    tag: Text,
    subtag: Text,
    updated_at: Text,
    return_to_sender: Text,
    courier_estimated_delivery_date: Maybe<Estimate>,
    first_estimated_delivery: Maybe<Estimate>,
    latest_estimated_delivery: Maybe<Estimate>,
    /// Of versions before 2024.
    expected_delivery: Text,
    courier_tracking_link: Text,
    checkpoints: List<Seen>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Estimate {
    source: Text,
    datetime: Text,
    datetime_max: Text,
    estimated_delivery_date: Text,
    estimated_delivery_date_max: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Seen {
    checkpoint_time: Text,
    location: Text,
    city: Text,
    state: Text,
    country_region_name: Text,
    /// Of versions before 2024.
    country_name: Text,
    message: Text,
    tag: Text,
    subtag: Text,
}

impl Watched {
    pub(super) fn tracking(&self, sent: &Text) -> Result<Tracking, Unreadable> {
        let number = self.tracking_number.get().and_then(TrackingNumber::parse);
        let number = number.ok_or_else(|| missing("msg.tracking_number"))?;
        let word = |text: &Text| text.owned().unwrap_or_default();
        let means = meaning(&word(&self.tag), &word(&self.subtag));
        // An undelivered parcel, not one that somebody sends back; whatever is said of it later, it goes to the shop.
        let back = self.return_to_sender.yes();
        let state = means.state.map(|state| if back { returned::to_sender(state) } else { state });
        let mut scans: Vec<Scan> = self.checkpoints.0.iter().filter_map(Seen::scan).collect();
        if state == Some(ParcelState::Returned) {
            scans.sort();
            returned::to_shop(&mut scans);
        }
        let over = means.state.is_some_and(|state| state == ParcelState::Delivered || state.is_return());
        Ok(Tracking {
            tracker: self.id.owned().unwrap_or_else(|| number.as_str().to_owned()),
            at: self.updated_at.utc().or_else(|| sent.unix()).ok_or_else(|| missing("msg.updated_at"))?,
            test: false,
            number,
            carrier: self.slug.owned(),
            state,
            is_return: false,
            delayed: means.delayed.or((!over && self.slipped()).then_some(DelayCause::Carrier)),
            action_required: means.action_required,
            reason: means.reason,
            scans,
            whole: true,
            promised: self.promised(),
            url: page(&self.courier_tracking_link),
        })
    }

    fn promised(&self) -> Option<Date> {
        let courier = self.courier_estimated_delivery_date.0.as_ref().and_then(Estimate::last);
        let latest = || self.latest_estimated_delivery.0.as_ref().and_then(Estimate::by_carrier);
        courier.or_else(latest).or_else(|| self.expected_delivery.date())
    }

    fn slipped(&self) -> bool {
        let day = |estimate: &Maybe<Estimate>| estimate.0.as_ref().and_then(Estimate::by_carrier);
        let first = day(&self.first_estimated_delivery);
        first.zip(day(&self.latest_estimated_delivery)).is_some_and(|(first, latest)| latest > first)
    }
}

impl Estimate {
    /// The day, or the last one of several.
    fn last(&self) -> Option<Date> {
        let all =
            [&self.datetime_max, &self.estimated_delivery_date_max, &self.datetime, &self.estimated_delivery_date];
        all.into_iter().find_map(Text::date)
    }

    fn by_carrier(&self) -> Option<Date> {
        self.last().filter(|_| self.source.get().is_some_and(|source| source.eq_ignore_ascii_case("carrier")))
    }
}

impl Seen {
    fn scan(&self) -> Option<Scan> {
        let word = |text: &Text| text.owned().unwrap_or_default();
        let place = match (self.city.get(), self.location.get()) {
            (None, Some(location)) => location.to_owned(),
            _ => place(&[&self.city, &self.state, &self.country_region_name, &self.country_name]),
        };
        Some(Scan {
            at: self.checkpoint_time.utc()?,
            date: self.checkpoint_time.date()?,
            state: meaning(&word(&self.tag), &word(&self.subtag)).state,
            text: word(&self.message),
            place,
        })
    }
}
