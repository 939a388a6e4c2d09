//! Rows about parcels that do not come any more: on their way back, or lost.

use super::parcels::News;
use super::troubles::first;
use super::{Facts, obsolete, off};
use crate::parcel::Parcel;
use crate::situations::Verdict;
use crate::tracking::ParcelState;

impl Facts<'_> {
    /// It could not be delivered: the customer is asked what happens next.
    pub(super) fn returning(&self, parcel: &Parcel<'_>) -> Vec<News> {
        let Some(at) = first(parcel, ParcelState::is_return) else { return Vec::new() };
        let verdict = match parcel.state {
            state if !state.is_return() => obsolete("not on its way back any more"),
            // What customers send back themselves is no news to them.
            _ if parcel.is_return => off("the carrier calls it a return, not an undelivered parcel"),
            _ if was_there(parcel) => off("it had been delivered"),
            _ => self.not_put_right(),
        };
        vec![News::of("", at, verdict)]
    }

    /// The carrier gave up looking: the same.
    pub(super) fn lost(&self, parcel: &Parcel<'_>) -> Vec<News> {
        let Some(at) = first(parcel, |state| state == ParcelState::Lost) else { return Vec::new() };
        let verdict = match parcel.state {
            ParcelState::Lost => self.not_put_right(),
            ParcelState::Delivered => obsolete("delivered"),
            state if state.is_return() => obsolete("on its way back"),
            _ => obsolete("found"),
        };
        vec![News::of("", at, verdict)]
    }

    /// Who has the money back, or has none to get, is asked nothing.
    fn not_put_right(&self) -> Result<(), Verdict> {
        match self.view.called_off() {
            Some(why) => obsolete(why),
            None if self.refunded_in_full() => obsolete("refunded"),
            None => Ok(()),
        }
    }

    pub(super) fn refunded_in_full(&self) -> bool {
        let total = self.view.document.total;
        total > 0 && self.standing().total >= total
    }
}

/// Whether the last thing that happened before it was on its way back was that it arrived.
fn was_there(parcel: &Parcel<'_>) -> bool {
    let states = parcel.events.iter().filter_map(|event| event.state);
    let before = states.take_while(|state| !state.is_return()).filter(|state| state.has_left());
    before.last() == Some(ParcelState::Delivered)
}
