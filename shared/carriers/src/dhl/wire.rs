//! A shipment of DHL.

use domain::fact::{Scan, Tracking};
use domain::link::Link;
use domain::tracking::{ParcelState as S, TrackingNumber};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;
use webhooks::delivery::Unreadable;
use webhooks::wire::{List, Maybe, Text, missing};

use super::{meaning, native, zone};
use crate::meaning::{Meaning, NOTHING};
use crate::returned;

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Shipment {
    id: Text,
    service: Text,
    service_url: Text,
    return_flag: Text,
    origin: Maybe<Location>,
    destination: Maybe<Location>,
    status: Maybe<Seen>,
    estimated_time_of_delivery: Text,
    estimated_delivery_time_frame: Maybe<Frame>,
    details: Maybe<Details>,
    events: List<Seen>,
}

/// The present status, and each event.
#[derive(Clone, Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Seen {
    timestamp: Text,
    location: Maybe<Location>,
    status_code: Text,
    status: Text,
    description: Text,
}

#[derive(Clone, Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Location {
    address: Maybe<Place>,
}

#[derive(Clone, Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Place {
    address_locality: Text,
    country_code: Text,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Frame {
    estimated_from: Text,
    estimated_through: Text,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Details {
    piece_ids: List<Text>,
}

impl Shipment {
    pub(super) fn tracking(&self) -> Result<Option<Tracking>, Unreadable> {
        let number = self.number().ok_or_else(|| missing("shipments.id"))?;
        let status = self.status.0.as_ref();
        let home = self.home();
        let mut scans: Vec<Scan> = self.events.0.iter().filter_map(|event| event.scan(home)).collect();
        scans.sort();
        // Some divisions send a status and no events.
        if scans.is_empty() {
            scans.extend(status.and_then(|status| status.scan(home)));
        }
        let at = status.and_then(|status| status.at(home)).or_else(|| scans.last().map(|scan| scan.at));
        let Meaning { state, reason, .. } = self.now();
        let is_return = self.return_flag.yes();
        let returned = is_return && state == Some(S::Delivered);
        if returned {
            returned::to_shop(&mut scans);
        }
        Ok(Some(Tracking {
            tracker: number.as_str().to_owned(),
            at: at.ok_or_else(|| missing("shipments.status.timestamp"))?,
            test: false,
            number,
            carrier: Some("DHL".to_owned()),
            state: if returned { Some(S::Returned) } else { state },
            is_return,
            delayed: None,
            action_required: false,
            reason,
            scans,
            whole: true,
            promised: self.promised(),
            url: self.url(),
        }))
    }

    /// The country of events that name none: that of both ends, or of the division.
    fn home(&self) -> Option<&str> {
        let [from, to] = [&self.origin, &self.destination].map(|end| end.0.as_ref().and_then(Location::country));
        from.filter(|_| from == to).or_else(|| zone::country(self.service.get().unwrap_or_default()))
    }

    /// What the present status means. Its own words may be only a sentence where the event of the same moment has a code.
    fn now(&self) -> Meaning {
        let Some(status) = self.status.0.as_ref() else { return NOTHING };
        let newest = self.events.0.iter().max_by_key(|event| event.timestamp.utc());
        let same = newest.filter(|event| event.status_code.get() == status.status_code.get());
        status.meaning(&same.map(Seen::words).unwrap_or_default())
    }

    /// As JSON numbers, ids lose their zeros, which the pieces and the link still have; a piece of Parcel Germany has two.
    fn number(&self) -> Option<TrackingNumber> {
        let id = self.id.get()?;
        let bare = |text: &str| text.trim_start_matches('0').to_owned();
        let pieces = self.details.0.iter().flat_map(|details| details.piece_ids.0.iter()).filter_map(Text::get);
        let linked = self.service_url.get().and_then(|url| url.split_once("piececode=")).map(|(_, rest)| rest);
        let linked = linked.map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default());
        let same = pieces.chain(linked).filter(|other| bare(other) == bare(id)).max_by_key(|other| other.len());
        let german =
            self.service.get() == Some("parcel-de") && id.len() == 18 && id.bytes().all(|b| b.is_ascii_digit());
        match same.filter(|other| other.len() > id.len()) {
            Some(whole) => TrackingNumber::parse(whole),
            None if german => TrackingNumber::parse(&format!("00{id}")),
            None => TrackingNumber::parse(id),
        }
    }

    /// The day on which the window ends.
    fn promised(&self) -> Option<Date> {
        let frame = self.estimated_delivery_time_frame.0.as_ref();
        frame
            .and_then(|frame| frame.estimated_through.date().or_else(|| frame.estimated_from.date()))
            .or_else(|| self.estimated_time_of_delivery.date())
    }

    fn url(&self) -> Option<Link> {
        let link = self.service_url.get().and_then(|url| Link::parse(url).ok())?;
        let theirs = ["https://www.dhl.de/", "https://www.dhl.com/"];
        theirs.iter().any(|page| link.as_str().starts_with(page)).then_some(link)
    }
}

impl Location {
    fn country(&self) -> Option<&str> {
        self.address.0.as_ref()?.country_code.get()
    }
}

impl Seen {
    fn words(&self) -> String {
        let words = [&self.status, &self.description];
        words.into_iter().filter_map(Text::get).collect::<Vec<&str>>().join("\n")
    }

    fn meaning(&self, more: &str) -> Meaning {
        let code = self.status_code.get().or_else(|| native(self.status.get()?)).unwrap_or_default();
        meaning(code, &format!("{}\n{more}", self.words()))
    }

    fn at(&self, home: Option<&str>) -> Option<Timestamp> {
        let country = self.location.0.as_ref().and_then(Location::country).or(home);
        zone::instant(&self.timestamp, country.and_then(zone::of))
    }

    fn scan(&self, home: Option<&str>) -> Option<Scan> {
        let Meaning { state, .. } = self.meaning("");
        let place = self.location.0.as_ref().and_then(|location| location.address.0.as_ref());
        let parts = place.map(|place| [&place.address_locality, &place.country_code]).into_iter().flatten();
        Some(Scan {
            at: self.at(home)?,
            date: self.timestamp.date()?,
            state,
            text: self.description.owned().or_else(|| self.status.owned()).unwrap_or_default(),
            place: parts.filter_map(Text::get).collect::<Vec<&str>>().join(", "),
        })
    }
}
