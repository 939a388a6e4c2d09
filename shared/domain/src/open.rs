//! What of an order has not come to its end: for whoever has to ask for it, thing by thing.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::fact::{PaymentStatus, Source};
use crate::order::Order;
use crate::parcel::{Parcel, all_parcels, live};
use crate::tracking::{ParcelState, TrackingNumber};
use crate::view::all_payments;

/// A parcel that has a number and has not ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OpenParcel<'a> {
    /// Who carries it: in the source's own words if it has told of the parcel, else in those of whoever has.
    pub carrier: Option<&'a str>,
    /// Its number.
    pub number: &'a TrackingNumber,
    /// Whether the source has told of it.
    pub known: bool,
    /// Since when there is a label.
    pub since: Timestamp,
}

impl Order {
    /// Its open parcels as a source may be asked for them, by number.
    pub fn open_parcels(&self, source: &Source) -> Vec<OpenParcel<'_>> {
        let mut open: BTreeMap<&TrackingNumber, OpenParcel<'_>> = BTreeMap::new();
        // A test parcel is asked for like any other: what is said of it is marked as what it is.
        for parcel in live(all_parcels(self, true)).iter().filter(|parcel| travels(parcel)) {
            let Some(number) = parcel.number() else { continue };
            let told = self.trackings.get(source).into_iter().flat_map(BTreeMap::values);
            let told = told.map(|tracker| &tracker.document.value).filter(|tracker| tracker.number == *number);
            let newest = told.max_by_key(|tracker| tracker.at);
            let carrier = newest.and_then(|tracker| tracker.carrier.as_deref()).or_else(|| parcel.carrier());
            let (known, since) = (newest.is_some(), parcel.registers.born());
            open.entry(number).or_insert(OpenParcel { carrier, number, known, since });
        }
        open.into_values().collect()
    }

    /// The ids of payments that a source told of and that are under way or reserved.
    pub fn open_payments(&self, source: &Source) -> Vec<&str> {
        let open = [PaymentStatus::Pending, PaymentStatus::Authorised];
        let of = all_payments(self).filter(|payment| payment.source == source);
        of.filter(|payment| payment.status.is_some_and(|status| open.contains(&status))).map(|p| p.id).collect()
    }
}

/// One on its way back to the shop still travels; of one that nobody watches any more, another source may know.
fn travels(parcel: &Parcel<'_>) -> bool {
    use ParcelState::{Cancelled, Delivered, Lost, Returned};
    !matches!(parcel.state, Delivered | Returned | Lost | Cancelled)
}
