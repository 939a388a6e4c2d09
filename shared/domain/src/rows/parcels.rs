//! Rows about parcels.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp, civil::Date};

use super::{Facts, Row, obsolete, off};
use crate::ids::IntentId;
use crate::ledger::Entry;
use crate::parcel::Parcel;
use crate::situations::{About, Kind, Trouble, Verdict};
use crate::tracking::{ParcelState, TrackingNumber};
use crate::view::last_said;

/// How long a courier is surely still out.
const HALF_A_DAY: SignedDuration = SignedDuration::from_hours(12);

/// One parcel's situation: what its subject has beside the fulfilment's id, since when, and whether it still holds.
pub(super) struct News {
    pub(super) suffix: Cow<'static, str>,
    pub(super) trouble: Option<Trouble>,
    pub(super) arose_at: Timestamp,
    /// Of what did not happen: when it should have.
    pub(super) due: Option<Timestamp>,
    pub(super) verdict: Result<(), Verdict>,
}

impl News {
    /// Something that happened.
    pub(super) fn of(suffix: impl Into<Cow<'static, str>>, arose_at: Timestamp, verdict: Result<(), Verdict>) -> Self {
        Self { suffix: suffix.into(), trouble: None, arose_at, due: None, verdict }
    }
}

/// After so long a scan is no news.
const OLD_SCAN: SignedDuration = SignedDuration::from_hours(48);

impl Facts<'_> {
    /// On its way. What only an old scan tells of is no news: the source was asked late, or was silent for days.
    pub(super) fn departures(&self, parcel: &Parcel<'_>) -> Vec<News> {
        let Some(at) = parcel.shipped_at else { return Vec::new() };
        let verdict = match parcel.state {
            ParcelState::Delivered => obsolete("delivered"),
            state if state.is_return() => obsolete("on its way back"),
            ParcelState::Lost => obsolete("lost"),
            ParcelState::Cancelled => obsolete("the label was voided"),
            _ if !parcel.handed_over && self.now.duration_since(at) > OLD_SCAN => off("only an old scan tells of it"),
            _ => Ok(()),
        };
        vec![News::of("", at, verdict)]
    }

    /// A number that became known after the shipment, or in place of another.
    pub(super) fn numbers(&self, parcel: &Parcel<'_>) -> Vec<News> {
        let Some(shipped_at) = parcel.registers.states.iter().map(|(at, _)| *at).min().or(parcel.shipped_at) else {
            return Vec::new();
        };
        let runs = runs(parcel);
        let news = |(index, (at, number, time)): (usize, &(Timestamp, &TrackingNumber, usize))| {
            let last = index + 1 == runs.len();
            let verdict = if last { self.number_verdict(parcel, number) } else { obsolete("a newer number") };
            News::of(number_suffix(number, *time), *at, verdict)
        };
        runs.iter().enumerate().filter(|(index, (at, ..))| *index > 0 || *at > shipped_at).map(news).collect()
    }

    fn number_verdict(&self, parcel: &Parcel<'_>, number: &TrackingNumber) -> Result<(), Verdict> {
        match parcel.state {
            _ if parcel.number() != Some(number) => return obsolete("a newer number"),
            ParcelState::Delivered => return obsolete("delivered"),
            state if state.is_return() => return obsolete("on its way back"),
            _ => {}
        }
        match last_said(self.ledger(), &self.mails_with_numbers(parcel, number)) {
            None => obsolete("the shipment was not told of yet; its mail carries this number"),
            Some(said) if said.number.as_deref() == Some(number.as_str()) => obsolete("the customer has this number"),
            Some(_) => Ok(()),
        }
    }

    /// Every mail that may have given the customer a number for this parcel, but for the one in question.
    fn mails_with_numbers(&self, parcel: &Parcel<'_>, number: &TrackingNumber) -> Vec<IntentId> {
        let intent = |kind: Kind, subject: &str| IntentId::new(self.id, kind.name(), subject);
        let own = intent(Kind::NumberChanged, &format!("{}{}", parcel.id, current_suffix(parcel, number)));
        let mut mails = Vec::new();
        for one in self.parcels.iter().filter(|other| other.id == parcel.id || other.is_twin(parcel)) {
            mails.push(intent(Kind::Shipped, one.id));
            let told = runs(one).into_iter().map(|(_, number, time)| number_suffix(number, time));
            mails.extend(told.map(|suffix| intent(Kind::NumberChanged, &format!("{}{suffix}", one.id))));
        }
        mails.retain(|mail| *mail != own);
        mails
    }

    /// Once a day, however many fulfilments are in the parcel: so the number is its name.
    pub(super) fn days_out(&self, parcel: &Parcel<'_>) -> Vec<News> {
        // The courier may come back and leave again on one day.
        let days = days(parcel, ParcelState::OutForDelivery);
        let newest = days.keys().next_back().copied();
        let news = |(date, (arose_at, left_at)): (Date, (Timestamp, Timestamp))| {
            let verdict = match parcel.state {
                ParcelState::OutForDelivery if Some(date) != newest => obsolete("out for delivery again"),
                ParcelState::OutForDelivery if self.over(date, left_at) => obsolete("its day is over"),
                ParcelState::OutForDelivery => Ok(()),
                ParcelState::Delivered => obsolete("delivered"),
                ParcelState::DeliveryAttempted => obsolete("attempted"),
                _ => obsolete("not with the courier any more"),
            };
            News::of(format!("/{date}"), arose_at, verdict)
        };
        days.into_iter().map(news).collect()
    }

    /// Rows of every fulfilment; of two sources that tell the same parcel, the one that was told first, or the first.
    pub(super) fn of_parcels(&self, kind: Kind, news: impl Fn(&Self, &Parcel<'_>) -> Vec<News>, to: &mut Vec<Row>) {
        let mut all: Vec<(&Parcel<'_>, News)> = Vec::new();
        for (index, parcel) in self.parcels.iter().enumerate() {
            let counted = self.counted.and_then(|counted| counted.get(index));
            let mut real = counted.map(|parcel| news(self, parcel));
            for mut one in news(self, parcel) {
                if let Some(real) = &mut real {
                    let found = real.iter().position(|real| real.suffix == one.suffix);
                    one = found.map_or(News { verdict: off("only test scans"), ..one }, |at| real.swap_remove(at));
                }
                if parcel.voided() {
                    one.verdict = obsolete("the shipment was voided");
                }
                all.push((parcel, one));
            }
        }
        // Who began to tell something of a number that was corrected since must find it, to end it.
        for parcel in self.former {
            for mut one in news(self, parcel) {
                let told_as = subject(kind, parcel, &one.suffix);
                if all.iter().all(|(known, other)| subject(kind, known, &other.suffix) != told_as) {
                    if !matches!(one.verdict, Err(Verdict::Idle(_))) {
                        one.verdict = obsolete("another number since");
                    }
                    all.push((parcel, one));
                }
            }
        }
        let twin_tells: Vec<bool> = all.iter().map(|(parcel, one)| self.twin_tells(kind, parcel, one, &all)).collect();
        let row = |((parcel, one), by_twin): ((&Parcel<'_>, News), bool)| Row {
            kind,
            subject: subject(kind, parcel, &one.suffix).into(),
            about: self.shown(parcel),
            trouble: one.trouble,
            arose_at: one.arose_at,
            due: one.due,
            observed: parcel.observed,
            verdict: if by_twin { obsolete("another source tells the same parcel") } else { one.verdict },
        };
        to.extend(all.into_iter().zip(twin_tells).map(row));
    }

    /// The parcel as the order shows it: of two sources that tell the same one, only one is shown.
    fn shown(&self, parcel: &Parcel<'_>) -> About {
        let shown = &self.view.parcels;
        let itself = shown.iter().find(|other| (other.source, other.id) == (parcel.source, parcel.id));
        let found = itself.or_else(|| shown.iter().find(|other| other.is_twin(parcel))).unwrap_or(parcel);
        About::Fulfilment(found.source.clone(), found.id.to_owned())
    }

    /// Whether another source's fulfilment of the same parcel is the one whose mail counts.
    fn twin_tells(&self, kind: Kind, parcel: &Parcel<'_>, news: &News, all: &[(&Parcel<'_>, News)]) -> bool {
        let taken = |parcel: &Parcel<'_>| {
            let intent = IntentId::new(self.id, kind.name(), &subject(kind, parcel, &news.suffix));
            self.ledger().get(&intent).is_some_and(Entry::taken)
        };
        let mut twins = self.parcels.iter().filter(|other| other.is_twin(parcel)).peekable();
        if news.verdict.is_err() || twins.peek().is_none() || taken(parcel) {
            return false;
        }
        if twins.any(taken) {
            return true;
        }
        let of_twins =
            all.iter().filter(|(other, one)| other.is_twin(parcel) && one.suffix == news.suffix && !other.voided());
        of_twins.into_iter().any(|(other, one)| match one.verdict {
            Ok(()) => (other.source, other.id) < (parcel.source, parcel.id),
            Err(_) => true,
        })
    }

    /// A day is over when the shop's calendar says so and the courier has had half a day: the parcel may be in another
    /// zone than the shop, and some sources write local times as if they were UTC.
    pub(super) fn over(&self, day: Date, since: Timestamp) -> bool {
        let today = self.now.to_zoned(self.policy.time_zone.clone()).date();
        today > day && self.now.duration_since(since) > HALF_A_DAY
    }
}

/// The days on which a parcel was in a state: since when it was on each, and when last.
pub(super) fn days(parcel: &Parcel<'_>, state: ParcelState) -> BTreeMap<Date, (Timestamp, Timestamp)> {
    let mut days = BTreeMap::<Date, (Timestamp, Timestamp)>::new();
    for event in parcel.events.iter().filter(|event| event.state == Some(state)) {
        days.entry(event.date).or_insert((event.at, event.at)).1 = event.at;
    }
    days
}

pub(super) fn delivered(parcel: &Parcel<'_>) -> Vec<News> {
    let verdict = match parcel.state {
        ParcelState::Delivered => Ok(()),
        state if state.is_return() => obsolete("on its way back"),
        _ => obsolete("withdrawn by the carrier"),
    };
    // One that proved to be the shop's own was told as the customer's perhaps, or somebody is about to tell it.
    let any = parcel.events.iter().find(|event| event.state == Some(ParcelState::Delivered)).map(|event| event.at);
    let news = parcel.delivered_at.or(any).map(|arose_at| News::of("", arose_at, verdict));
    news.into_iter().collect()
}

fn subject(kind: Kind, parcel: &Parcel<'_>, suffix: &str) -> String {
    let name = match kind {
        Kind::OutForDelivery | Kind::DeliveryAttempted => parcel.number().map_or(parcel.id, TrackingNumber::as_str),
        _ => parcel.id,
    };
    [name, suffix].concat()
}

/// The numbers that a parcel had, one after the other: since when, which, and for the how-manieth time.
fn runs<'a>(parcel: &Parcel<'a>) -> Vec<(Timestamp, &'a TrackingNumber, usize)> {
    let mut runs: Vec<(Timestamp, &TrackingNumber, usize)> = Vec::new();
    for (at, number) in parcel.registers.numbers.iter() {
        if runs.last().is_none_or(|(_, last, _)| *last != number) {
            let before = runs.iter().filter(|(_, known, _)| *known == number).count();
            runs.push((*at, number, before + 1));
        }
    }
    runs
}

fn number_suffix(number: &TrackingNumber, time: usize) -> String {
    if time == 1 { format!("/{}", number.as_str()) } else { format!("/{}/{time}", number.as_str()) }
}

fn current_suffix(parcel: &Parcel<'_>, number: &TrackingNumber) -> String {
    let times = runs(parcel).into_iter().filter(|(_, known, _)| *known == number).count();
    number_suffix(number, times)
}
