//! Shipments: each is a fulfilment, and each further parcel of one is another.

use domain::fact::{Checkout, FulfilledLine, Fulfilment, FulfilmentState, Reference};
use domain::tracking::TrackingNumber;
use jiff::Timestamp;
use serde::Deserialize;
use webhooks::wire::{List, Text};

use super::order::Order;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Shipment {
    entity_id: Text,
    created_at: Text,
    updated_at: Text,
    items: List<Packed>,
    tracks: List<Track>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Packed {
    order_item_id: Text,
    qty: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Track {
    entity_id: Text,
    #[serde(rename = "track_number")]
    code: Text,
    carrier_code: Text,
    title: Text,
    created_at: Text,
    updated_at: Text,
}

impl Shipment {
    /// The first parcel carries the shipment's id and its lines: what is in which one, nobody says.
    pub(super) fn fulfilments(&self, order: &Order, checkout: &Checkout) -> Vec<Fulfilment> {
        let Some(id) = self.entity_id.get() else { return Vec::new() };
        let mut tracks: Vec<&Track> = self.tracks.0.iter().filter(|track| track.number().is_some()).collect();
        tracks.sort_by_key(|track| track.entity_id.integer());
        let lines = self.lines(order);
        let elsewhere = || lines.iter().map(|line| FulfilledLine { quantity: 0, ..line.clone() }).collect();
        let fulfilment = |id: String, track: Option<&Track>, lines: Vec<FulfilledLine>| Fulfilment {
            id,
            at: self.at(track).unwrap_or(checkout.at),
            references: vec![Reference::Order(checkout.id.clone())],
            state: Some(FulfilmentState::Shipped),
            lines,
            carrier: track.and_then(Track::carrier),
            number: track.and_then(Track::number),
            url: None,
            promised: None,
        };
        let first = fulfilment(id.to_owned(), tracks.first().copied(), lines.clone());
        let further = tracks.iter().enumerate().skip(1).map(|(place, track)| {
            let part = track.entity_id.owned().unwrap_or_else(|| place.to_string());
            fulfilment(format!("{id}.{part}"), Some(track), elsewhere())
        });
        std::iter::once(first).chain(further).collect()
    }

    /// A number that was added later is newer than its shipment.
    fn at(&self, track: Option<&Track>) -> Option<Timestamp> {
        let own = [&self.created_at, &self.updated_at].into_iter();
        let tracked = track.into_iter().flat_map(|track| [&track.created_at, &track.updated_at]);
        own.chain(tracked).filter_map(Text::utc).max()
    }

    /// A part of a bundle that is shipped alone counts as the bundle: customers bought that.
    fn lines(&self, order: &Order) -> Vec<FulfilledLine> {
        let mut lines: Vec<FulfilledLine> = Vec::new();
        for packed in &self.items.0 {
            let Some(item) = packed.order_item_id.get() else { continue };
            let (line, quantity) = order.line_of(item, packed.qty.count());
            match lines.iter_mut().find(|known| known.line == line) {
                Some(known) => known.quantity = known.quantity.max(quantity),
                None => lines.push(FulfilledLine { line: line.to_owned(), quantity }),
            }
        }
        lines
    }
}

impl Track {
    fn number(&self) -> Option<TrackingNumber> {
        self.code.get().and_then(TrackingNumber::parse)
    }

    /// The code says who it is; of carriers that the shop made up, only the title does.
    fn carrier(&self) -> Option<String> {
        let code = self.carrier_code.get().filter(|code| *code != "custom");
        code.or(self.title.get()).map(str::to_owned)
    }
}
