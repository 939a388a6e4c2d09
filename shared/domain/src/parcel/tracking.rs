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

    /// Whether it tells of this parcel, not of another one that had the number before or has it since.
    pub(super) fn of(&self, life: Life) -> bool {
        let events = self.events();
        events.is_empty() || events.iter().any(|event| life.has(event.at))
    }

    /// The newest state; after a return began, "delivered" means back at the shop.
    pub(super) fn state(&self, life: Life) -> Option<ParcelState> {
        let whole = self.document.value.whole;
        let mut states: Vec<(Timestamp, u8, ParcelState)> =
            self.states.iter().map(|(at, state, _)| (*at, state.rank(), *state)).collect();
        if !whole {
            states.extend(self.scans.iter().filter_map(|s| s.state.map(|state| (s.at, state.rank(), state))));
        }
        states.retain(|(at, ..)| life.has(*at));
        states.sort();
        // A label that was voided and scanned is on its way all the same.
        let left = states.iter().any(|(.., state)| state.has_left());
        let says = |state: &ParcelState| *state != ParcelState::Expired && (state.has_left() || !left);
        let newest = states.iter().rev().map(|(.., state)| *state).find(says)?;
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
