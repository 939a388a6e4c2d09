//! Parcels: fulfilments joined with what carriers say of their numbers.

mod tracking;

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp, civil::Date};

use crate::fact::{DelayCause, Fulfilment, FulfilmentState, Reason, Source};
use crate::link::Link;
use crate::order::{FulfilmentRegisters, Given, Order, TrackingRegisters};
use crate::tracking::{Carrier, ParcelState, TrackingNumber, carrier, same_carrier};
use crate::view::{first_heard, since};

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
    /// The shop itself says that it left, not only a scan.
    pub handed_over: bool,
    /// When it arrived, if it was not on its way back by then.
    pub delivered_at: Option<Timestamp>,
    /// A carrier says so, not only the shop.
    pub proved: bool,
    /// A carrier calls it one that somebody sends back, not one that could not be delivered.
    pub is_return: bool,
    /// Everything that carriers say of it, oldest first.
    pub events: Vec<Event<'a>>,
    /// Every delay that a carrier declared.
    pub delays: Vec<(Timestamp, DelayCause, Option<Date>)>,
    /// Every reason that a carrier gave for what is wrong, oldest first.
    pub reasons: Vec<Given>,
    /// The delay in force.
    pub delayed: Option<(DelayCause, Option<Date>)>,
    /// The date of delivery as of now.
    pub promised: Option<Date>,
    /// Every promised date and since when, oldest first: what the shop said first, then what the carrier said.
    pub promises: Vec<(Timestamp, Date)>,
    /// When the newest word on it reached us.
    pub observed: Timestamp,
    /// The number that it has, or had.
    number: Option<&'a TrackingNumber>,
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
        self.number
    }

    /// Who carries it, in the words of the shop, else of a carrier.
    pub fn carrier(&self) -> Option<&'a str> {
        self.document.carrier.as_deref().or_else(|| self.trackings.iter().find_map(|t| t.carrier_text()))
    }

    /// Who carries it, as customers know it.
    pub fn carrier_name(&self) -> Option<&'a str> {
        self.carrier().map(|name| carrier(name).map_or(name, |known| known.name))
    }

    /// Where to follow it: the carrier's own page, else what the source gave, else the aggregator's page.
    pub fn link(&self) -> Option<Link> {
        let page = self
            .carrier()
            .and_then(carrier)
            .zip(self.number())
            .and_then(|(known, number): (&Carrier, _)| known.page(number));
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

    /// Whether the customer has or had it.
    pub fn came(&self) -> bool {
        self.state == ParcelState::Delivered || self.delivered_at.is_some()
    }

    /// Whether any carrier reports on it.
    pub fn watched(&self) -> bool {
        !self.trackings.is_empty()
    }

    /// Why a courier could not hand it over on a day, if the carrier says.
    pub fn attempt_failed_for(&self, day: Date) -> Option<Reason> {
        let mut given = self.reasons.iter().rev().filter(|given| given.state == Some(ParcelState::DeliveryAttempted));
        given.find(|given| given.date == day).map(|given| given.reason)
    }

    /// Since when there is a label, or a word that it is ready.
    pub(crate) fn labelled_at(&self) -> Option<Timestamp> {
        let ready = |state: &FulfilmentState| matches!(state, FulfilmentState::Packed | FulfilmentState::Shipped);
        let states = self.registers.states.iter().filter(|(_, state)| ready(state)).map(|(at, _)| *at);
        states.chain(self.registers.numbers.iter().map(|(at, _)| *at)).min()
    }

    /// Whether the shop voided it.
    pub fn voided(&self) -> bool {
        self.registers.state() == Some(FulfilmentState::Cancelled)
    }

    /// Whether two sources' fulfilments are one parcel: they have one id, or ever had a number in common.
    pub(crate) fn is_twin(&self, other: &Self) -> bool {
        let share_number = || !self.registers.all_numbers().is_disjoint(&other.registers.all_numbers());
        self.source != other.source && (self.id == other.id || share_number())
    }
}

impl FulfilmentRegisters {
    /// The newest state that we know.
    fn state(&self) -> Option<FulfilmentState> {
        self.states.iter().next_back().map(|(_, state)| *state)
    }

    fn all_numbers(&self) -> BTreeSet<&TrackingNumber> {
        self.numbers.iter().map(|(_, number)| number).collect()
    }

    /// When the first thing was so that we heard of it.
    pub(crate) fn born(&self) -> Timestamp {
        let states = self.states.iter().map(|(at, _)| *at);
        let numbers = self.numbers.iter().map(|(at, _)| *at);
        states.chain(numbers).min().unwrap_or(self.document.stamp.at)
    }
}

/// When a number was this parcel's, and not an earlier or later one's: carriers use numbers again.
#[derive(Clone, Copy)]
struct Life {
    from: Timestamp,
    until: Timestamp,
}

/// A tracker, and all that it says.
type Told<'a> = (&'a TrackingRegisters, Vec<Event<'a>>);

/// How much older than its fulfilment an event may be: the courier is often faster than the shop's clerk.
const BEFORE: SignedDuration = SignedDuration::from_hours(2 * 24);
/// How much younger than its fulfilment: then nobody looks for it any more.
const AFTER: SignedDuration = SignedDuration::from_hours(180 * 24);
/// How much younger than its first delivery: until then it may be withdrawn or refused.
const AFTER_DELIVERY: SignedDuration = SignedDuration::from_hours(30 * 24);

impl Life {
    fn new(registers: &FulfilmentRegisters, trackings: &[Told<'_>]) -> Self {
        let born = registers.born();
        let from = born.saturating_sub(BEFORE).unwrap_or(Timestamp::MIN);
        let until = born.saturating_add(AFTER).unwrap_or(Timestamp::MAX);
        let events = trackings.iter().flat_map(|(_, events)| events);
        let delivered = events.filter(|event| event.at >= from && event.state == Some(ParcelState::Delivered));
        let over = delivered.map(|event| event.at).min().and_then(|at| at.saturating_add(AFTER_DELIVERY).ok());
        Self { from, until: over.map_or(until, |over| over.min(until)) }
    }

    fn has(self, at: Timestamp) -> bool {
        self.from <= at && at <= self.until
    }
}

impl TrackingRegisters {
    fn carrier_text(&self) -> Option<&str> {
        self.document.value.carrier.as_deref()
    }
}

/// Live parcels, by when they left, each once: of two sources that tell one parcel, the one that knows more.
pub(crate) fn live<'a>(all: impl Iterator<Item = Parcel<'a>>) -> Vec<Parcel<'a>> {
    let mut all: Vec<Parcel<'_>> = all.filter(|parcel| !parcel.voided()).collect();
    all.sort_by_key(|parcel| {
        let knows = (parcel.shipped_at.is_some(), rank(parcel.state), parcel.registers.all_numbers().len());
        (std::cmp::Reverse(knows), parcel.source, parcel.id)
    });
    let mut live: Vec<Parcel<'_>> = Vec::new();
    for parcel in all {
        if !live.iter().any(|other| other.is_twin(&parcel)) {
            live.push(parcel);
        }
    }
    live.sort_by_key(|parcel| (parcel.shipped_at.is_none(), parcel.shipped_at, parcel.id));
    live
}

/// Every fulfilment, voided ones and twins too.
pub(crate) fn all_parcels(order: &Order, test_shop: bool) -> impl Iterator<Item = Parcel<'_>> {
    order.fulfilments.iter().flat_map(move |(source, fulfilments)| {
        fulfilments.iter().map(move |(id, registers)| {
            parcel(order, source, id, registers, registers.document.value.number.as_ref(), test_shop)
        })
    })
}

/// Every fulfilment as it was under each number that it does not have any more: what was said of those is over.
pub(crate) fn former_parcels(order: &Order) -> impl Iterator<Item = Parcel<'_>> {
    order.fulfilments.iter().flat_map(move |(source, fulfilments)| {
        fulfilments.iter().flat_map(move |(id, registers)| {
            let current = registers.document.value.number.as_ref();
            let numbers = registers.numbers.iter().map(|(_, number)| number);
            let former: BTreeSet<_> = numbers.filter(|number| Some(*number) != current).collect();
            former.into_iter().map(move |number| parcel(order, source, id, registers, Some(number), true))
        })
    })
}

fn parcel<'a>(
    order: &'a Order,
    source: &'a Source,
    id: &'a str,
    registers: &'a FulfilmentRegisters,
    number: Option<&'a TrackingNumber>,
    test_shop: bool,
) -> Parcel<'a> {
    let document = &registers.document.value;
    let trackers = order.trackings.values().flat_map(|trackers| trackers.values());
    let trackers = trackers.filter(|t| (test_shop || !t.test) && is_of(t, registers, number));
    let mut told: Vec<Told<'a>> = trackers.map(|tracker| (tracker.as_ref(), tracker.events())).collect();
    let life = Life::new(registers, &told);
    // Some tell of another parcel, that had the number before or has it since.
    told.retain(|(_, events)| events.is_empty() || events.iter().any(|event| life.has(event.at)));
    let trackings: Vec<&TrackingRegisters> = told.iter().map(|(tracker, _)| *tracker).collect();
    let mut events: Vec<Event<'a>> = told.into_iter().flat_map(|(_, events)| events).collect();
    events.retain(|event| life.has(event.at));
    events.sort();
    events.dedup_by(|later, earlier| later.at == earlier.at && later.state == earlier.state);

    let shop = shop_says(order, source, registers);
    let shipped_at = shop.left.or_else(|| events.iter().find(|event| event.has_left()).map(|event| event.at));
    let newest = trackings.iter().max_by(|one, other| one.document.stamp.cmp(&other.document.stamp));
    Parcel {
        handed_over: shop.left.is_some(),
        source,
        id,
        registers,
        document,
        state: state(registers, &trackings, life, shipped_at.is_some()),
        shipped_at,
        delivered_at: arrival(&events).or(shop.delivered),
        proved: arrival(&events).is_some(),
        is_return: trackings.iter().any(|tracking| tracking.document.value.is_return),
        promises: promises(registers, &trackings, life),
        delays: trackings.iter().flat_map(|t| t.delays.iter().copied()).filter(|(at, ..)| life.has(*at)).collect(),
        reasons: reasons(&trackings, life),
        delayed: newest.copied().and_then(late),
        promised: newest.and_then(|t| t.document.value.promised).or(document.promised),
        observed: newest.map_or(registers.document.stamp.observed, |t| {
            t.document.stamp.observed.max(registers.document.stamp.observed)
        }),
        events,
        number,
        trackings,
    }
}

/// Why a parcel is late, and until when. A post that only adds something, such as a photo, says nothing of that: then it
/// is what was said since the parcel was last seen.
fn late(tracking: &TrackingRegisters) -> Option<(DelayCause, Option<Date>)> {
    let document = &tracking.document.value;
    if document.state.is_some() || document.delayed.is_some() {
        return document.delayed.map(|cause| (cause, document.promised));
    }
    let seen = tracking.states.iter().next_back().map(|(at, ..)| *at);
    let (at, cause, until) = tracking.delays.iter().next_back()?;
    seen.is_none_or(|seen| seen <= *at).then_some((*cause, *until))
}

fn reasons(trackings: &[&TrackingRegisters], life: Life) -> Vec<Given> {
    let all = trackings.iter().flat_map(|tracking| tracking.reasons.iter().copied());
    let mut all: Vec<Given> = all.filter(|given| life.has(given.at)).collect();
    all.sort_unstable();
    all
}

/// Every promised date: the shop's first one is the one that the customer was shown, whatever the carrier said before.
fn promises(registers: &FulfilmentRegisters, trackings: &[&TrackingRegisters], life: Life) -> Vec<(Timestamp, Date)> {
    let by_carriers = trackings.iter().flat_map(|tracking| tracking.promises.iter().copied());
    let mut later: Vec<(Timestamp, Date)> = by_carriers.filter(|(at, _)| life.has(*at)).collect();
    let mut shops = registers.promises.iter().copied();
    let first = shops.next();
    later.extend(shops);
    later.sort_unstable();
    let mut all: Vec<(Timestamp, Date)> = first.into_iter().chain(later).collect();
    all.dedup_by(|next, before| next.1 == before.1);
    all
}

/// What the shop says of a fulfilment, and since when.
struct ShopSays {
    left: Option<Timestamp>,
    delivered: Option<Timestamp>,
}

fn shop_says(order: &Order, source: &Source, registers: &FulfilmentRegisters) -> ShopSays {
    let when = |wanted: &dyn Fn(FulfilmentState) -> bool| {
        let at = registers.states.iter().find(|(_, state)| wanted(*state)).map(|(at, _)| *at)?;
        // The storefront that tells of an order and its fulfilment at once may tell an old story.
        Some(order.checkouts.get(source).map_or(at, |checkout| since(checkout, first_heard(checkout), at)))
    };
    ShopSays {
        left: when(&|state| matches!(state, FulfilmentState::Shipped | FulfilmentState::Delivered)),
        delivered: when(&|state| state == FulfilmentState::Delivered),
    }
}

/// Where it is: as carriers say, else as the shop says.
fn state(registers: &FulfilmentRegisters, trackings: &[&TrackingRegisters], life: Life, left: bool) -> ParcelState {
    let delivered = registers.state() == Some(FulfilmentState::Delivered);
    let states = trackings.iter().filter_map(|tracking| tracking.state(life));
    let carried = states.max_by_key(|state| rank(*state));
    // A carrier that has only seen the label knows less than a shop that handed the goods over.
    match carried.filter(|state| state.has_left() || !delivered) {
        Some(state) => state,
        None if delivered => ParcelState::Delivered,
        None if left => ParcelState::InTransit,
        None => ParcelState::PreTransit,
    }
}

/// Of what several sources say of one parcel, the most advanced counts; on its way back is furthest of all.
fn rank(state: ParcelState) -> u8 {
    if state.is_return() { u8::MAX } else { state.rank() }
}

/// A tracking belongs to whoever names its number, unless both carriers are known and differ.
fn is_of(tracking: &TrackingRegisters, fulfilment: &FulfilmentRegisters, current: Option<&TrackingNumber>) -> bool {
    let number = &tracking.document.value.number;
    let named = fulfilment.numbers.iter().any(|(_, known)| known == number);
    // A number that was replaced is another parcel's from then on.
    let current = current.is_none_or(|current| current == number);
    // A number of the Postal Union is one parcel's with whichever post it is.
    let carried =
        || number.is_postal() || same_carrier(fulfilment.document.value.carrier.as_deref(), tracking.carrier_text());
    named && current && carried()
}

/// When it reached the customer, not when it came back to the shop. A delivery that the carrier withdrew does not count
/// if another followed.
fn arrival(events: &[Event<'_>]) -> Option<Timestamp> {
    let mut arrived = None;
    let mut there = false;
    for event in events.iter().take_while(|event| !event.state.is_some_and(ParcelState::is_return)) {
        let delivered = event.state == Some(ParcelState::Delivered);
        if delivered && !there {
            arrived = Some(event.at);
        }
        there = delivered || (there && !event.has_left());
    }
    arrived
}

impl Event<'_> {
    fn has_left(&self) -> bool {
        self.state.is_some_and(ParcelState::has_left)
    }
}
