//! Mails about parcels: shipped, another number, out for delivery, delivered, delayed.

use std::collections::BTreeSet;

use domain::fact::{DelayCause, Needs};
use domain::parcel::Parcel;
use domain::situations::{About, Trouble};
use domain::tracking::{ParcelState, TrackingNumber};
use domain::view::Position;
use jiff::civil::Date;
use serde::Serialize;

use super::{Letter, Telling};
use crate::blocks::{List, Row, address};
use crate::clean::{line, some_line};
use crate::compose::Unrenderable;
use crate::format;
use crate::frame::{Returns, Step, Words};
use crate::linked::{self, Status};

/// Rows of what is in a parcel, and of what is not yet in one, that HTML shows.
const INSIDE: usize = 30;
const TO_COME: usize = 15;

/// Who carries a parcel under which number, and what is in it.
#[derive(Serialize)]
pub(super) struct Carried {
    carrier: Option<String>,
    number: Option<String>,
    link: Option<TextLink>,
    expected: Option<String>,
    position: Option<String>,
    inside: List,
}

#[derive(Serialize)]
struct TextLink {
    label: String,
    url: String,
}

/// A parcel that left.
#[derive(Serialize)]
struct Shipped {
    parcel: Carried,
    to_come: Option<List>,
    ship_to: Vec<String>,
}

/// A parcel with another number.
#[derive(Serialize)]
struct NumberChanged {
    parcel: Carried,
    before: Option<String>,
}

/// A parcel that is with the courier.
#[derive(Serialize)]
struct OutForDelivery {
    parcel: Carried,
    ship_to: Vec<String>,
}

/// A parcel that arrived.
#[derive(Serialize)]
struct Delivered {
    parcel: Carried,
    arrived: String,
    place: Option<String>,
}

/// A late parcel.
#[derive(Serialize)]
struct Delayed {
    parcel: Carried,
    #[serde(flatten)]
    until: Until,
}

/// Until when a parcel is late: a day, or else at least why nobody knows.
#[derive(Serialize)]
#[serde(tag = "until", rename_all = "snake_case")]
enum Until {
    ADay { new_date: String, reason: Option<String> },
    Unknown { reason: String },
}

pub(super) fn shipped(of: &Telling<'_>) -> Result<Letter, Unrenderable> {
    let parcel = find(of)?;
    let inside = Carried::of(of, parcel, true);
    let position = of.view.position(parcel.id);
    let part = if position.of > 1 || position.more_to_come { "part-" } else { "" };
    let left = of.day(parcel.shipped_at.unwrap_or(of.situation.arose_at));
    let lead = of.say(&format!("{part}lead"), [("date", &left)]);
    let words = Words {
        subject: of.say(&format!("{part}subject"), []),
        preheader: match (&inside.carrier, &inside.number) {
            (Some(carrier), Some(number)) => of.say("preheader", [("carrier", carrier), ("tracking", number)]),
            _ => of.say("preheader-plain", []),
        },
        headline: of.say(&format!("{part}headline"), []),
        paragraphs: [lead].into_iter().chain(inside.position.clone()).collect(),
    };
    let to_come = position.more_to_come.then(|| to_come(of));
    let details = Shipped { parcel: inside, to_come, ship_to: ship_to(of) };
    let mut letter = letter(of, parcel, words, Status::InTransit, &details);
    letter.opening.steps = way(of, position, "in_transit", 2);
    Ok(letter)
}

pub(super) fn number_changed(of: &Telling<'_>) -> Result<Letter, Unrenderable> {
    let parcel = find(of)?;
    let carried = Carried::of(of, parcel, true);
    let number = carried.number.clone().ok_or(Unrenderable::Gone("tracking number"))?;
    let others = parcel.registers.numbers.iter().map(|(_, known)| known).filter(|known| parcel.number() != Some(known));
    let others: BTreeSet<&TrackingNumber> = others.collect();
    // Of several, the customer may know any.
    let before = others.first().filter(|_| others.len() == 1).and_then(|number| some_line(number.as_str(), 60));
    let first = if others.is_empty() { "first-" } else { "" };
    let lead = if others.len() > 1 { "lead-many" } else { "lead" };
    let gaps = [("tracking", number.as_str()), ("before", before.as_deref().unwrap_or_default())];
    let say = |key: &str| of.say(&format!("{first}{key}"), gaps);
    let words = Words {
        subject: say("subject"),
        preheader: say("preheader"),
        headline: say("headline"),
        paragraphs: vec![say(lead)],
    };
    Ok(letter(of, parcel, words, Status::InTransit, &NumberChanged { parcel: carried, before }))
}

pub(super) fn out_for_delivery(of: &Telling<'_>) -> Result<Letter, Unrenderable> {
    let parcel = find(of)?;
    let out = parcel.events.iter().filter(|event| event.state == Some(ParcelState::OutForDelivery));
    let day = out.map(|event| event.date).max();
    let day = day.map_or_else(|| of.day(of.situation.arose_at), |day| format::date(of.lang, day));
    let position = of.view.position(parcel.id);
    let words = Words {
        subject: subject(of, position),
        preheader: of.say("preheader", [("date", &day)]),
        headline: of.say("headline", []),
        paragraphs: vec![of.say("lead", [("date", &day)])],
    };
    let carried = Carried::of(of, parcel, false);
    let details = OutForDelivery { parcel: carried, ship_to: ship_to(of) };
    let mut letter = letter(of, parcel, words, Status::InTransit, &details);
    letter.opening.steps = way(of, position, "out_for_delivery", 2);
    Ok(letter)
}

pub(super) fn delivered(of: &Telling<'_>) -> Result<Letter, Unrenderable> {
    let parcel = find(of)?;
    let scan = parcel.events.iter().find(|event| event.state == Some(ParcelState::Delivered));
    let zone = of.shop.time_zone.clone();
    let at = parcel.delivered_at.unwrap_or(of.situation.arose_at);
    let date: Date = scan.map_or_else(|| at.to_zoned(zone).date(), |scan| scan.date);
    let arrived = format::date(of.lang, date);
    let position = of.view.position(parcel.id);
    let words = Words {
        subject: subject(of, position),
        preheader: of.say("preheader", [("date", &arrived)]),
        headline: of.say("headline", []),
        paragraphs: vec![of.say("lead", [("date", &arrived)]), of.say("missing", [])],
    };
    let place = scan.and_then(|scan| some_line(scan.place, 80));
    let details = Delivered { parcel: Carried::of(of, parcel, false), arrived, place };
    let status = if of.view.delivered() { Status::Delivered } else { Status::InTransit };
    let mut letter = letter(of, parcel, words, status, &details);
    letter.opening.returns = Returns::of(of.lang, of.shop, Some(date));
    letter.opening.steps = way(of, position, "in_transit", 3);
    Ok(letter)
}

pub(super) fn delayed(of: &Telling<'_>) -> Result<Letter, Unrenderable> {
    let parcel = find(of)?;
    // Found out by waiting, it has no new date; a promise that moved is no more than its new date.
    let (cause, promised) = match (of.situation.trouble, parcel.delayed) {
        (Some(_), _) => (None, None),
        (None, Some((cause, promised))) => (Some(cause), promised),
        (None, None) => (None, parcel.promised),
    };
    let until = Until::of(of, cause, promised)?;
    let (suffix, day) = match &until {
        Until::ADay { new_date, .. } => ("", new_date.as_str()),
        Until::Unknown { .. } => ("-unknown", ""),
    };
    let say = |key: &str| of.say(&format!("{key}{suffix}"), [("date", day)]);
    let words = Words {
        subject: subject(of, of.view.position(parcel.id)),
        preheader: say("preheader"),
        headline: of.say("headline", []),
        paragraphs: vec![say("lead"), of.say("choice", [])],
    };
    let details = Delayed { parcel: Carried::of(of, parcel, false), until };
    Ok(letter(of, parcel, words, Status::Problem, &details))
}

impl Until {
    fn of(of: &Telling<'_>, cause: Option<DelayCause>, promised: Option<Date>) -> Result<Self, Unrenderable> {
        let reason = match (cause, of.situation.trouble) {
            (Some(DelayCause::Weather), _) => Some("cause-weather"),
            (Some(DelayCause::Customs), _) => Some("cause-customs"),
            (Some(DelayCause::Carrier), _) => Some("cause-carrier"),
            (None, Some(Trouble::NoScan)) => Some("cause-silent"),
            (None, Some(_)) => Some("cause-promise"),
            (None, None) => None,
        };
        let Some(day) = promised else {
            let reason = reason.ok_or(Unrenderable::Gone("new date"))?;
            return Ok(Self::Unknown { reason: of.lang.say(reason) });
        };
        // That the carrier is late is the news, not its reason; without a date it is all that is known.
        let reason = reason.filter(|_| cause != Some(DelayCause::Carrier)).map(|key| of.lang.say(key));
        Ok(Self::ADay { new_date: format::date(of.lang, day), reason })
    }
}

pub(super) fn find<'a>(of: &Telling<'a>) -> Result<&'a Parcel<'a>, Unrenderable> {
    let About::Fulfilment(source, id) = &of.situation.about else { return Err(Unrenderable::Gone("parcel")) };
    let mut parcels = of.view.parcels.iter();
    parcels.find(|parcel| parcel.source == source && parcel.id == id).ok_or(Unrenderable::Gone("parcel"))
}

fn letter(of: &Telling<'_>, parcel: &Parcel<'_>, words: Words, status: Status, details: &impl Serialize) -> Letter {
    let mut letter = of.letter(words, details);
    let shop = line(&of.shop.name, 60);
    let linked = linked::parcel(&shop, of.view.document, &of.number, parcel, status);
    letter.opening.linked = linked.or_else(|| of.linked(status));
    letter.opening.returns = of.returns();
    letter
}

/// Names the order, or one of its parcels.
fn subject(of: &Telling<'_>, position: Position) -> String {
    let part = if position.of > 1 || position.more_to_come { "part-subject" } else { "subject" };
    of.say(part, [])
}

/// How far an order of one parcel is; of several, each is somewhere else.
fn way(of: &Telling<'_>, position: Position, between: &str, reached: usize) -> Vec<Step> {
    let one = position.of <= 1 && !position.more_to_come;
    let between = format!("page-state-{between}");
    if one { Step::way(of.lang, ["page-placed", &between, "page-state-delivered"], reached) } else { Vec::new() }
}

pub(super) fn ship_to(of: &Telling<'_>) -> Vec<String> {
    of.view.document.shipping.as_ref().map(|place| address(of.lang, place)).unwrap_or_default()
}

/// What is ordered and in no parcel that left.
fn to_come(of: &Telling<'_>) -> List {
    let lines = of.view.document.lines.iter().zip(of.view.progress());
    let rows = lines.filter(|(line, _)| line.needs == Needs::Shipping).filter_map(|(line, progress)| {
        let left = line.quantity.saturating_sub(progress.shipped);
        (left > 0).then(|| Row::of(of.lang, line, left))
    });
    List::of(of.lang, rows.collect(), TO_COME)
}

impl Carried {
    /// With the promised date, unless the mail has a date of its own.
    pub(super) fn of(of: &Telling<'_>, parcel: &Parcel<'_>, expected: bool) -> Self {
        let carrier = parcel.carrier_name().and_then(|name| some_line(name, 60));
        let label = carrier.as_deref().map_or_else(
            || of.lang.say("track-parcel-plain"),
            |carrier| of.lang.say_with("track-parcel", [("carrier", carrier.into())]),
        );
        let lines = of.view.document.lines.iter().filter(|line| line.needs == Needs::Shipping);
        let rows = lines.filter_map(|line| {
            let quantity = parcel.quantity(&line.id, line.quantity).min(line.quantity);
            (quantity > 0).then(|| Row::of(of.lang, line, quantity))
        });
        Self {
            number: parcel.number().and_then(|number| some_line(number.as_str(), 60)),
            link: parcel.link().map(|link| TextLink { label, url: link.as_str().to_owned() }),
            expected: parcel.promised.filter(|_| expected).map(|day| format::date(of.lang, day)),
            position: place_of(of, of.view.position(parcel.id)),
            inside: List::of(of.lang, rows.collect(), INSIDE),
            carrier,
        }
    }
}

/// Which parcel it is, where there are several or will be.
fn place_of(of: &Telling<'_>, position: Position) -> Option<String> {
    let Position { number, of: all, more_to_come } = position;
    let count = |count: usize| format::count(of.lang, u32::try_from(count).unwrap_or(u32::MAX));
    if more_to_come {
        Some(of.lang.say("parcel-part"))
    } else {
        let gaps = [("number", count(number).into()), ("of", count(all).into())];
        (all > 1).then(|| of.lang.say_with("parcel-of", gaps))
    }
}
