//! Parcels that came back.

use domain::fact::Scan;
use domain::tracking::ParcelState;

/// Where a parcel is that is known to go back to the shop.
pub(crate) const fn to_sender(state: ParcelState) -> ParcelState {
    match state {
        ParcelState::Delivered | ParcelState::Returned => ParcelState::Returned,
        ParcelState::Lost | ParcelState::Expired => state,
        _ => ParcelState::ReturnToSender,
    }
}

/// Of a parcel that is known to be back at the shop, the last thing that happened was no delivery to the customer. Scans are
/// oldest first.
pub(crate) fn to_shop(scans: &mut [Scan]) {
    for scan in scans.iter_mut().rev() {
        match scan.state {
            Some(ParcelState::Delivered) => scan.state = Some(ParcelState::Returned),
            Some(_) => return,
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ParcelState::{Delivered, InTransit, Returned};

    #[test]
    fn only_the_last_deliveries_were_to_the_shop() {
        let told = [Some(Delivered), Some(InTransit), Some(Delivered), None, Some(Delivered)];
        let scan = |state: Option<ParcelState>| Scan {
            at: jiff::Timestamp::UNIX_EPOCH,
            date: jiff::civil::date(1970, 1, 1),
            state,
            text: String::new(),
            place: String::new(),
        };
        let mut scans = told.map(scan);
        to_shop(&mut scans);
        let states = scans.map(|scan| scan.state);
        assert_eq!(states, [Some(Delivered), Some(InTransit), Some(Returned), None, Some(Returned)]);
        to_shop(&mut []);
    }
}
