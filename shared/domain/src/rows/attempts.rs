//! Rows about parcels at a closed door: the courier tried, or cannot find it.

use jiff::{Timestamp, civil::Date};

use super::parcels::{News, days};
use super::{Facts, obsolete};
use crate::fact::Reason;
use crate::order::Given;
use crate::parcel::Parcel;
use crate::situations::{Kind, Verdict};
use crate::tracking::ParcelState;

impl Facts<'_> {
    /// Once a day, as it is told that the courier is out: the number is its name.
    pub(super) fn attempts(&self, parcel: &Parcel<'_>) -> Vec<News> {
        let days = days(parcel, ParcelState::DeliveryAttempted);
        let newest = days.keys().next_back().copied();
        let news = |(date, (arose_at, last)): (Date, (Timestamp, Timestamp))| {
            let verdict = match () {
                () if out_after(parcel, last) => obsolete("out for delivery again"),
                () if Some(date) != newest => obsolete("tried again since"),
                () => self.still_at_the_door(parcel, date, last),
            };
            News::of(format!("/{date}"), arose_at, verdict)
        };
        days.into_iter().map(news).collect()
    }

    fn still_at_the_door(&self, parcel: &Parcel<'_>, day: Date, last: Timestamp) -> Result<(), Verdict> {
        match parcel.state {
            ParcelState::Delivered => obsolete("delivered"),
            ParcelState::AvailableForPickup => obsolete("waits to be fetched"),
            ParcelState::Lost => obsolete("lost"),
            ParcelState::Cancelled => obsolete("the label was voided"),
            state if state.is_return() => obsolete("on its way back"),
            _ if self.over(day, last) => obsolete("its day is over"),
            // Who is asked for the right address need not hear that the courier was there.
            _ if self.address_is_asked_for(parcel, day) => obsolete("told as a problem with the address"),
            _ => Ok(()),
        }
    }

    fn address_is_asked_for(&self, parcel: &Parcel<'_>, day: Date) -> bool {
        self.policy.on(Kind::AddressProblem) && wrong_address(parcel).next().is_some_and(|first| first.date == day)
    }
}

/// The carrier cannot deliver to the address that it has. Whoever is asked once for the right one hears of later attempts
/// as of any other.
pub(super) fn address_problems(parcel: &Parcel<'_>) -> Vec<News> {
    let Some((first, last)) = wrong_address(parcel).next().zip(wrong_address(parcel).last()) else { return Vec::new() };
    let moves = |state: ParcelState| {
        state.has_left() && !matches!(state, ParcelState::Exception | ParcelState::DeliveryAttempted)
    };
    let goes_on = parcel.events.iter().any(|event| event.at > last.at && event.state.is_some_and(moves));
    let tried_again = last.date != first.date && last.state == Some(ParcelState::DeliveryAttempted);
    let verdict = match parcel.state {
        ParcelState::Delivered => obsolete("delivered"),
        ParcelState::Lost => obsolete("lost"),
        ParcelState::Cancelled => obsolete("the label was voided"),
        state if state.is_return() => obsolete("on its way back"),
        ParcelState::OutForDelivery | ParcelState::AvailableForPickup => obsolete("it goes on"),
        _ if goes_on => obsolete("it goes on"),
        _ if tried_again => obsolete("tried again since"),
        _ => Ok(()),
    };
    vec![News::of("", first.at, verdict)]
}

/// Every time that the carrier said that the address is wrong, and that it keeps the parcel.
fn wrong_address<'a>(parcel: &'a Parcel<'_>) -> impl DoubleEndedIterator<Item = &'a Given> {
    let stuck =
        |state: Option<ParcelState>| matches!(state, Some(ParcelState::Exception | ParcelState::DeliveryAttempted));
    let of_address = parcel.reasons.iter().filter(|given| given.reason == Reason::Address);
    of_address.filter(move |given| given.action_required || stuck(given.state))
}

fn out_after(parcel: &Parcel<'_>, at: Timestamp) -> bool {
    parcel.events.iter().any(|event| event.at > at && event.state == Some(ParcelState::OutForDelivery))
}
