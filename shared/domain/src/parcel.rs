//! Parcels: fulfilments joined with what carriers say of their numbers.

use jiff::{Timestamp, civil::Date};

use crate::fact::{DelayCause, Fulfilment, FulfilmentState, Source};
use crate::link::Link;
use crate::order::{FulfilmentRegisters, Order, TrackingRegisters};
use crate::tracking::{Carrier, ParcelState, TrackingNumber, carrier, same_carrier};
use crate::view::RECYCLED;

/// One fulfilment as it is.
#[derive(Clone, Debug)]
pub struct Parcel<'a> {
    /// Who says that it exists.
    pub source: &'a Source,
    /// The fulfilment's id.
    pub id: &'a str,
    /// All that is known of it.
    pub registers: &'a FulfilmentRegisters,
    /// The newest document.
    pub document: &'a Fulfilment,
    /// Where it is.
    pub state: ParcelState,
    /// When it left.
    pub shipped_at: Option<Timestamp>,
    /// When it first arrived, if it is not on its way back since.
    pub delivered_at: Option<Timestamp>,
    /// Everything that carriers say of it, oldest first.
    pub events: Vec<Event<'a>>,
    /// Every delay that a carrier declared.
    pub delays: Vec<(Timestamp, DelayCause, Option<Date>)>,
    /// The delay in force.
    pub delayed: Option<(DelayCause, Option<Date>)>,
    /// The date of delivery as of now.
    pub promised: Option<Date>,
    /// When the newest word on it reached us.
    pub observed: Timestamp,
    trackings: Vec<&'a TrackingRegisters>,
}

/// One thing that a carrier says of a parcel.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Event<'a> {
    /// When.
    pub at: Timestamp,
    /// The date there.
    pub date: Date,
    /// What it means.
    pub state: Option<ParcelState>,
    /// The carrier's words.
    pub text: &'a str,
    /// Where.
    pub place: &'a str,
}

impl<'a> Parcel<'a> {
    /// The current number.
    pub fn number(&self) -> Option<&'a TrackingNumber> {
        self.document.number.as_ref()
    }

    /// Who carries it, as customers know it.
    pub fn carrier_name(&self) -> Option<&'a str> {
        let raw = self.document.carrier.as_deref().or_else(|| self.trackings.iter().find_map(|t| t.carrier_text()));
        raw.map(|name| carrier(name).map_or(name, |known| known.name))
    }

    /// Where to follow it: the carrier's own page, else what the source gave, else the aggregator's page.
    pub fn link(&self) -> Option<Link> {
        let raw = self.document.carrier.as_deref().or_else(|| self.trackings.iter().find_map(|t| t.carrier_text()));
        let page =
            raw.and_then(carrier).zip(self.number()).and_then(|(known, number): (&Carrier, _)| known.page(number));
        page.or_else(|| self.document.url.clone())
            .or_else(|| self.trackings.iter().find_map(|tracking| tracking.document.value.url.clone()))
    }

    /// Picked, checked or packed, and still here.
    pub fn preparing(&self) -> bool {
        self.shipped_at.is_none()
    }

    /// How many of a line are in it; a parcel that lists no lines has all of the order.
    pub fn quantity(&self, line: &str, ordered: u32) -> u32 {
        if self.document.lines.is_empty() {
            return ordered;
        }
        let of_line = self.document.lines.iter().filter(|l| l.line == line);
        of_line.map(|l| l.quantity).fold(0, u32::saturating_add)
    }

    /// Whether the shop voided it.
    pub fn voided(&self) -> bool {
        self.document.state == Some(FulfilmentState::Cancelled)
    }
}

impl TrackingRegisters {
    fn carrier_text(&self) -> Option<&str> {
        self.document.value.carrier.as_deref()
    }
}

/// Live parcels, by when they left; of two sources that name one number only the first counts.
pub(crate) fn parcels(order: &Order, test_shop: bool) -> Vec<Parcel<'_>> {
    let mut live: Vec<Parcel<'_>> = Vec::new();
    for parcel in all_parcels(order, test_shop).filter(|parcel| !parcel.voided()) {
        if twin(&live, &parcel).is_none() {
            live.push(parcel);
        }
    }
    live.sort_by(|one, other| {
        (one.shipped_at.is_none(), one.shipped_at, one.id).cmp(&(
            other.shipped_at.is_none(),
            other.shipped_at,
            other.id,
        ))
    });
    live
}

/// The same parcel as another source tells it.
pub(crate) fn twin<'p, 'a>(parcels: &'p [Parcel<'a>], parcel: &Parcel<'a>) -> Option<&'p Parcel<'a>> {
    let number = parcel.number()?;
    parcels.iter().find(|other| other.source != parcel.source && other.number() == Some(number) && !other.voided())
}

/// Every fulfilment, voided ones and twins too.
pub(crate) fn all_parcels(order: &Order, test_shop: bool) -> impl Iterator<Item = Parcel<'_>> {
    order.fulfilments.iter().flat_map(move |(source, fulfilments)| {
        fulfilments.iter().map(move |(id, registers)| parcel(order, source, id, registers, test_shop))
    })
}

fn parcel<'a>(
    order: &'a Order,
    source: &'a Source,
    id: &'a str,
    registers: &'a FulfilmentRegisters,
    test_shop: bool,
) -> Parcel<'a> {
    let document = &registers.document.value;
    let born = registers.states.iter().map(|(at, _)| *at).min().unwrap_or(document.at).min(document.at);
    let not_before = born.checked_sub(RECYCLED).unwrap_or(Timestamp::MIN);
    let trackings: Vec<&TrackingRegisters> = order
        .trackings
        .values()
        .flat_map(|trackers| trackers.values())
        .filter(|tracking| test_shop || !tracking.document.value.test)
        .filter(|tracking| is_of(tracking, registers))
        .filter(|tracking| tracking.events().is_empty() || tracking.events().iter().any(|event| event.at >= not_before))
        .collect();
    let mut events: Vec<Event<'a>> = trackings.iter().flat_map(|tracking| tracking.events()).collect();
    events.retain(|event| event.at >= not_before);
    events.sort();
    events.dedup_by(|later, earlier| later.at == earlier.at && later.state == earlier.state);

    let states = trackings.iter().filter_map(|tracking| tracking.state(not_before));
    let carried = states.max_by_key(|state| if state.is_return() { 100 } else { state.rank() });
    let shipped_at = shipped_at(registers, &events);
    let delivered_doc =
        registers.states.iter().find(|(_, state)| *state == FulfilmentState::Delivered).map(|(at, _)| *at);
    let state = carried.unwrap_or(match (delivered_doc, shipped_at) {
        (Some(_), _) if document.state == Some(FulfilmentState::Delivered) => ParcelState::Delivered,
        (_, Some(_)) => ParcelState::InTransit,
        _ => ParcelState::PreTransit,
    });
    let newest = trackings.iter().max_by(|one, other| one.document.stamp.cmp(&other.document.stamp));
    Parcel {
        source,
        id,
        registers,
        document,
        state,
        shipped_at,
        delivered_at: first_delivery(&events).or(delivered_doc),
        delays: trackings.iter().flat_map(|t| t.delays.iter().copied()).filter(|(at, ..)| *at >= not_before).collect(),
        delayed: newest.and_then(|t| t.document.value.delayed.map(|cause| (cause, t.document.value.promised))),
        promised: newest.and_then(|t| t.document.value.promised).or(document.promised),
        observed: newest.map_or(registers.document.stamp.observed, |t| {
            t.document.stamp.observed.max(registers.document.stamp.observed)
        }),
        events,
        trackings,
    }
}

/// A tracking belongs to whoever names its number, unless both carriers are known and differ.
fn is_of(tracking: &TrackingRegisters, fulfilment: &FulfilmentRegisters) -> bool {
    let number = &tracking.document.value.number;
    let named = fulfilment.numbers.iter().any(|(_, known)| known == number);
    // A number that was replaced is another parcel's from then on.
    let current = fulfilment.document.value.number.as_ref().is_none_or(|current| current == number);
    named && current && same_carrier(fulfilment.document.value.carrier.as_deref(), tracking.carrier_text())
}

/// It left when the shop says so, or, if the shop says nothing, when the carrier first had it.
fn shipped_at(registers: &FulfilmentRegisters, events: &[Event<'_>]) -> Option<Timestamp> {
    let left = |state: FulfilmentState| matches!(state, FulfilmentState::Shipped | FulfilmentState::Delivered);
    let told = registers.states.iter().find(|(_, state)| left(*state)).map(|(at, _)| *at);
    told.or_else(|| events.iter().find(|event| event.state.is_some_and(ParcelState::has_left)).map(|event| event.at))
}

/// The first time that it reached the customer: not when it came back to the shop.
fn first_delivery(events: &[Event<'_>]) -> Option<Timestamp> {
    let mut before_return = events.iter().take_while(|event| !event.state.is_some_and(ParcelState::is_return));
    before_return.find(|event| event.state == Some(ParcelState::Delivered)).map(|event| event.at)
}

impl TrackingRegisters {
    /// Reported states and scans as one list, oldest first.
    fn events(&self) -> Vec<Event<'_>> {
        let document = &self.document.value;
        let reported = self.states.iter().map(|(at, state, date)| Event {
            at: *at,
            date: *date,
            state: Some(if document.is_return && *state == ParcelState::Delivered {
                ParcelState::Returned
            } else {
                *state
            }),
            text: "",
            place: "",
        });
        let scans = document.scans.iter().chain(self.scans.iter());
        let scans = scans.map(|s| Event { at: s.at, date: s.date, state: s.state, text: &s.text, place: &s.place });
        let mut events: Vec<Event<'_>> = scans.chain(reported).collect();
        // Words first, so that of two entries about one thing the one with words stays.
        events.sort_by(|a, b| {
            (a.at, a.state, a.text.is_empty(), a.text, a.place, a.date).cmp(&(
                b.at,
                b.state,
                b.text.is_empty(),
                b.text,
                b.place,
                b.date,
            ))
        });
        events
            .dedup_by(|later, earlier| later.at == earlier.at && later.state == earlier.state && later.text.is_empty());
        events
    }

    /// The newest state; after a return began, "delivered" means back at the shop.
    fn state(&self, not_before: Timestamp) -> Option<ParcelState> {
        let whole = self.document.value.whole;
        let mut states: Vec<(Timestamp, u8, ParcelState)> =
            self.states.iter().map(|(at, state, _)| (*at, state.rank(), *state)).collect();
        if !whole {
            states.extend(self.scans.iter().filter_map(|s| s.state.map(|state| (s.at, state.rank(), state))));
        }
        states.retain(|(at, ..)| *at >= not_before);
        states.sort();
        let newest = states.iter().rev().map(|(.., state)| *state).find(|state| *state != ParcelState::Expired)?;
        let returning = self.document.value.is_return || states.iter().any(|(.., state)| state.is_return());
        Some(match newest {
            ParcelState::Delivered if returning => ParcelState::Returned,
            _ if returning => {
                if newest.is_return() {
                    newest
                } else {
                    ParcelState::ReturnToSender
                }
            }
            state => state,
        })
    }
}
