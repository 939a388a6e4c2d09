//! Rows about parcels that are late, silent, stuck or on their way back: declared by the carrier, or found out by waiting.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::{Date, Time};

use super::parcels::News;
use super::waiting::Wait;
use super::{Facts, obsolete, of_order};
use crate::calendar::{self, days_after, end};
use crate::fact::DelayCause;
use crate::parcel::{Event, Parcel};
use crate::situations::{Trouble, Verdict};
use crate::tracking::ParcelState;

/// When customers hear in the morning that yesterday's promise was not kept.
const MORNING: Time = Time::constant(9, 0, 0, 0);
/// When the courier should have loaded what is promised for the day.
const NOON: Time = Time::constant(12, 0, 0, 0);
/// On which days customers are reminded of what waits for them.
const REMINDERS: [u32; 2] = [3, 5];

impl Facts<'_> {
    /// Late, as the carrier says, as the promised date says that it moved, or because nothing was heard.
    pub(super) fn delays(&self, parcel: &Parcel<'_>) -> Vec<News> {
        let mut first = BTreeMap::<String, Timestamp>::new();
        let mut note = |suffix: String, at: Timestamp| {
            let since = first.entry(suffix).or_insert(at);
            *since = (*since).min(at);
        };
        for (at, cause, promised) in &parcel.delays {
            note(delay_suffix(*cause, *promised), *at);
        }
        let promise = parcel.promises.first().map(|(_, day)| *day);
        for (at, day) in parcel.promises.iter().filter(|(_, day)| promise.is_some_and(|first| *day > first)) {
            note(format!("/{day}"), *at);
        }
        let slipped = parcel.promised.filter(|day| promise.is_some_and(|first| *day > first));
        let slipped = slipped.map(|day| format!("/{day}"));
        let in_force = parcel.delayed.map(|(cause, promised)| delay_suffix(cause, promised)).or(slipped);
        let news = |(suffix, arose_at): (String, Timestamp)| {
            let verdict = match (has_come(parcel), &in_force) {
                (Some(why), _) => obsolete(why),
                (None, None) => obsolete("not late any more"),
                (None, Some(now)) if *now != suffix => obsolete("a newer date"),
                (None, Some(_)) => Ok(()),
            };
            News::of(suffix, arose_at, verdict)
        };
        let mut all: Vec<News> = first.into_iter().map(news).collect();
        // Whom the carrier told that it is late is not told by us that it seems to be.
        let declared = in_force.is_some().then_some("the carrier says that it is late");
        let zone = &self.policy.time_zone;
        let morning = |day: Date| day.tomorrow().map_or(end(day, zone), |next| calendar::at(next, MORNING, zone));
        all.extend(self.promises(parcel, Trouble::PromisePassed, declared, morning));
        all.extend(self.silent(parcel, 2, declared));
        all
    }

    /// What the shop has to look at.
    pub(super) fn troubles(&self, parcel: &Parcel<'_>) -> Vec<News> {
        let zone = &self.policy.time_zone;
        let mut all = Vec::new();
        all.extend(self.not_handed_over(parcel));
        all.extend(self.silent(parcel, 1, None));
        all.extend(self.promises(parcel, Trouble::PromiseAtRisk, None, |day| calendar::at(day, NOON, zone)));
        all.extend(self.promises(parcel, Trouble::PromisePassed, None, |day| end(day, zone)));
        all.extend(self.not_fetched(parcel));
        let back = first(parcel, ParcelState::is_return);
        all.extend(back.map(|at| happened(Trouble::Returning, at, parcel.state.is_return(), "not on its way back")));
        let lost = first(parcel, |state| state == ParcelState::Lost);
        all.extend(lost.map(|at| happened(Trouble::Lost, at, parcel.state == ParcelState::Lost, "found")));
        let stuck = first(parcel, |state| state == ParcelState::Exception);
        all.extend(
            stuck.map(|at| happened(Trouble::Problem, at, parcel.state == ParcelState::Exception, "it goes on")),
        );
        all
    }

    /// A label, and no scan. Without a carrier that reports, nobody can know.
    fn not_handed_over(&self, parcel: &Parcel<'_>) -> Option<News> {
        let since = parcel.labelled_at().filter(|_| parcel.watched())?;
        let due = self.business_days(since, self.policy.patience.to_hand_over);
        let scanned = first(parcel, ParcelState::has_left).map(|at| (at, "scanned"));
        let gone = (parcel.state == ParcelState::Cancelled).then_some((since, "the label was voided"));
        Some(waiting(Trouble::NotHandedOver, &Wait { since, due, ended: scanned.or(gone) }))
    }

    /// No scan for so many times the days that the shop's patience allows.
    fn silent(&self, parcel: &Parcel<'_>, times: u32, instead: Option<&'static str>) -> Vec<News> {
        let Some(last) = parcel.events.iter().rev().find(|event| event.state.is_some_and(ParcelState::has_left)) else {
            return Vec::new();
        };
        let patience = &self.policy.patience;
        let back = parcel.state == ParcelState::ReturnToSender;
        let (trouble, days) = match parcel.state {
            _ if back => (Trouble::ReturnSilent, patience.between_scans_back),
            // The courier is back in the evening.
            ParcelState::OutForDelivery => (Trouble::NoScan, 1),
            _ => (Trouble::NoScan, self.between_scans()),
        };
        let ended = match parcel.state {
            ParcelState::Delivered => Some("delivered"),
            ParcelState::AvailableForPickup => Some("waits to be fetched"),
            ParcelState::Returned => Some("back at the shop"),
            ParcelState::Lost => Some("lost"),
            // Only its shop cares for what comes back.
            ParcelState::ReturnToSender if times > 1 => Some("on its way back"),
            _ => instead,
        };
        let due = self.business_days(last.at, days.saturating_mul(times));
        let wait = Wait { since: last.at, due, ended: ended.map(|why| (last.at, why)) };
        vec![waiting(trouble, &wait)]
    }

    /// Every day that was ever promised, and whether it was kept.
    fn promises(
        &self,
        parcel: &Parcel<'_>,
        trouble: Trouble,
        instead: Option<&'static str>,
        due: impl Fn(Date) -> Timestamp,
    ) -> Vec<News> {
        let mut days = BTreeMap::<Date, Timestamp>::new();
        for (at, day) in &parcel.promises {
            days.entry(*day).or_insert(*at);
        }
        let news = |(day, since): (Date, Timestamp)| {
            let last = parcel.events.last().map_or(since, |event| event.at);
            let ended = match has_come(parcel) {
                Some(why) => Some((last, why)),
                None if parcel.promised != Some(day) => Some((self.promised_since(parcel), "a newer date")),
                None => instead.map(|why| (since, why)),
            };
            let ended = if parcel.shipped_at.is_none() { Some((since, "not on its way yet")) } else { ended };
            let wait = Wait { since, due: due(day), ended };
            News { suffix: format!("/{day}/{}", trouble.name()).into(), ..waiting(trouble, &wait) }
        };
        days.into_iter().map(news).collect()
    }

    fn promised_since(&self, parcel: &Parcel<'_>) -> Timestamp {
        parcel.promises.last().map_or(self.now, |(at, _)| *at)
    }

    fn not_fetched(&self, parcel: &Parcel<'_>) -> Option<News> {
        let since = first(parcel, |state| state == ParcelState::AvailableForPickup)?;
        let last_day = self.policy.patience.pickup_days.saturating_sub(1);
        let due = days_after(since, last_day, &self.policy.time_zone);
        Some(waiting(Trouble::PickupWaiting, &Wait { since, due, ended: fetched(parcel) }))
    }

    /// Days on which the customer is reminded of a parcel that waits.
    pub(super) fn pickup_reminders(&self, parcel: &Parcel<'_>) -> Vec<News> {
        let Some(since) = first(parcel, |state| state == ParcelState::AvailableForPickup) else { return Vec::new() };
        let news = |day: u32| {
            let due = days_after(since, day, &self.policy.time_zone);
            let over = (day >= self.policy.patience.pickup_days).then_some((since, "nothing waits for so long"));
            let wait = Wait { since, due, ended: fetched(parcel).or(over) };
            News { suffix: format!("/{day}").into(), trouble: None, ..waiting(Trouble::PickupWaiting, &wait) }
        };
        REMINDERS.into_iter().map(news).collect()
    }

    /// Business days between two scans: parcels that leave the country may be silent for longer.
    fn between_scans(&self) -> u32 {
        let patience = &self.policy.patience;
        let to = self.view.document.shipping.as_ref().map(|address| address.country.to_ascii_uppercase());
        match (self.policy.country.as_deref(), to.as_deref()) {
            (Some(from), Some(to)) if from != to && !to.is_empty() => {
                let inside = EUROPEAN_UNION.contains(&from) && EUROPEAN_UNION.contains(&to);
                if inside { patience.between_scans_eu } else { patience.between_scans_abroad }
            }
            _ => patience.between_scans,
        }
    }
}

/// Waiting where the customer can fetch it.
pub(super) fn ready_for_pickup(parcel: &Parcel<'_>) -> Vec<News> {
    let verdict = match parcel.state {
        ParcelState::AvailableForPickup => Ok(()),
        ParcelState::Delivered => obsolete("fetched"),
        state if state.is_return() => obsolete("on its way back"),
        _ => obsolete("does not wait there any more"),
    };
    let since = first(parcel, |state| state == ParcelState::AvailableForPickup);
    since.map(|at| News::of("", at, verdict)).into_iter().collect()
}

/// Why a parcel is not late any more: it has come, or never will.
fn has_come(parcel: &Parcel<'_>) -> Option<&'static str> {
    match parcel.state {
        ParcelState::OutForDelivery => Some("out for delivery"),
        ParcelState::Delivered => Some("delivered"),
        ParcelState::DeliveryAttempted | ParcelState::AvailableForPickup => Some("has come"),
        ParcelState::Lost => Some("lost"),
        ParcelState::Cancelled => Some("the label was voided"),
        state if state.is_return() => Some("on its way back"),
        _ => None,
    }
}

fn fetched(parcel: &Parcel<'_>) -> Option<(Timestamp, &'static str)> {
    let last = parcel.events.last().map(|event: &Event<'_>| event.at)?;
    match parcel.state {
        ParcelState::AvailableForPickup => None,
        ParcelState::Delivered => Some((parcel.delivered_at.unwrap_or(last), "fetched")),
        state if state.is_return() => Some((last, "on its way back")),
        _ => Some((last, "does not wait there any more")),
    }
}

pub(super) fn first(parcel: &Parcel<'_>, is: impl Fn(ParcelState) -> bool) -> Option<Timestamp> {
    parcel.events.iter().find(|event| event.state.is_some_and(&is)).map(|event| event.at)
}

fn suffix(trouble: Trouble) -> &'static str {
    of_order(trouble).trim_start_matches("order")
}

fn waiting(trouble: Trouble, wait: &Wait) -> News {
    News {
        suffix: suffix(trouble).into(),
        trouble: Some(trouble),
        arose_at: wait.since,
        due: Some(wait.due),
        verdict: wait.verdict(),
    }
}

fn happened(trouble: Trouble, at: Timestamp, still: bool, otherwise: &'static str) -> News {
    let verdict: Result<(), Verdict> = if still { Ok(()) } else { obsolete(otherwise) };
    News { trouble: Some(trouble), ..News::of(suffix(trouble), at, verdict) }
}

fn delay_suffix(cause: DelayCause, promised: Option<Date>) -> String {
    promised.map_or_else(|| format!("/unknown/{}", cause.name()), |date| format!("/{date}"))
}

/// Where parcels cross no customs.
const EUROPEAN_UNION: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];
