//! What warehouses and carriers say.

use domain::fact::{DelayCause, FulfilledLine, Fulfilment, FulfilmentState, Reason, Reference, Scan, Tracking};
use domain::tracking::{ParcelState, TrackingNumber};
use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::{NUMBER, Saying, day};

/// Everything of the order, shipped under [`NUMBER`], as a warehouse's `standard` says.
pub fn fulfilment(id: &str) -> Saying<Fulfilment> {
    let fulfilment = Fulfilment {
        id: id.to_owned(),
        at: day(1),
        references: vec![Reference::Order("727".to_owned())],
        state: Some(FulfilmentState::Shipped),
        lines: Vec::new(),
        carrier: Some("UPS".to_owned()),
        number: TrackingNumber::parse(NUMBER),
        url: None,
        promised: None,
    };
    Saying::new("standard", fulfilment)
}

impl Saying<Fulfilment> {
    /// How far it is.
    #[must_use]
    pub fn state(self, state: FulfilmentState) -> Self {
        self.with(|fulfilment| fulfilment.state = Some(state))
    }

    /// Its number; `""` for none.
    #[must_use]
    pub fn number(self, number: &str) -> Self {
        self.with(|fulfilment| fulfilment.number = TrackingNumber::parse(number))
    }

    /// One of each of these lines is in it.
    #[must_use]
    pub fn lines(self, lines: &[&str]) -> Self {
        let line = |line: &&str| FulfilledLine { line: (*line).to_owned(), quantity: 1 };
        self.with(|fulfilment| fulfilment.lines = lines.iter().map(line).collect())
    }
}

/// The parcel [`NUMBER`] in a state, as an `EasyPost` tracker says: one scan a saying unless more are added.
pub fn tracking(state: ParcelState) -> Saying<Tracking> {
    let tracking = Tracking {
        tracker: format!("trk_{NUMBER}"),
        at: day(2),
        test: false,
        number: TrackingNumber::parse(NUMBER).expect("a number"),
        carrier: Some("UPS".to_owned()),
        state: Some(state),
        is_return: false,
        delayed: None,
        action_required: false,
        reason: None,
        scans: Vec::new(),
        whole: true,
        promised: None,
        url: None,
    };
    Saying::new("easypost", tracking)
}

impl Saying<Tracking> {
    /// The parcel of this number.
    #[must_use]
    pub fn number(self, number: &str) -> Self {
        self.with(|tracking| {
            tracking.tracker = format!("trk_{number}");
            tracking.number = TrackingNumber::parse(number).expect("a number");
        })
    }

    /// A scan of the whole history, with its local date.
    #[must_use]
    pub fn scan(self, at: Timestamp, state: ParcelState) -> Self {
        let date = at.to_zoned(TimeZone::UTC).date();
        let scan = Scan { at, date, state: Some(state), text: format!("{state:?}"), place: "Berlin".to_owned() };
        self.with(|tracking| tracking.scans.push(scan))
    }

    /// The carrier calls it late.
    #[must_use]
    pub fn late(self, cause: DelayCause, promised: Option<Date>) -> Self {
        self.with(|tracking| {
            tracking.delayed = Some(cause);
            tracking.promised = promised;
        })
    }

    /// Something is wrong, and why.
    #[must_use]
    pub fn because(self, reason: Reason) -> Self {
        self.with(|tracking| tracking.reason = Some(reason))
    }

    /// It travels back.
    #[must_use]
    pub fn back(self) -> Self {
        self.with(|tracking| tracking.is_return = true)
    }

    /// Made in a test mode.
    #[must_use]
    pub fn test(self) -> Self {
        self.with(|tracking| tracking.test = true)
    }
}
