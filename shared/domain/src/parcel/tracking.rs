//! One tracker's words as a list of events and a state.

use jiff::Timestamp;

use super::{Event, Life};
use crate::order::TrackingRegisters;
use crate::tracking::ParcelState;

impl TrackingRegisters {
    /// Reported states and scans as one list, oldest first.
    pub(super) fn events(&self) -> Vec<Event<'_>> {
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
    pub(super) fn state(&self, life: Life) -> Option<ParcelState> {
        let document = &self.document.value;
        let reported = self.states.iter().map(|(at, state, _)| (*at, *state));
        let scanned = document.scans.iter().chain(self.scans.iter()).filter_map(|scan| Some((scan.at, scan.state?)));
        let ever = |is: fn(ParcelState) -> bool| {
            reported.clone().chain(scanned.clone()).any(|(at, state)| life.has(at) && is(state))
        };
        // A label that was voided and scanned is on its way all the same.
        let left = ever(ParcelState::has_left);
        let says = |state: &ParcelState| *state != ParcelState::Expired && (state.has_left() || !left);
        let mut states: Vec<(Timestamp, u8, ParcelState)> = reported
            .clone()
            .chain(scanned.clone().filter(|_| !document.whole))
            .filter(|(at, state)| life.has(*at) && says(state))
            .map(|(at, state)| (at, state.rank(), state))
            .collect();
        states.sort_unstable();
        // Who tells the whole story knows where it ends, even if the zones of its scans are mixed up.
        let now = document.state.filter(|state| document.whole && life.has(document.moved_at()) && says(state));
        let newest = now.or_else(|| states.last().map(|(.., state)| *state))?;
        let returning = document.is_return || ever(ParcelState::is_return);
        Some(match newest {
            state if !returning || state.is_return() => state,
            ParcelState::Delivered => ParcelState::Returned,
            _ => ParcelState::ReturnToSender,
        })
    }
}
