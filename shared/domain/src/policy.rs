//! What a shop has decided: an argument of every decision, never part of a fact.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp, tz::TimeZone};

use crate::calendar::{BusinessDays, Quiet};
use crate::situations::Kind;

/// A shop's decisions that verdicts depend on.
#[derive(Clone, Debug)]
pub struct Policy {
    /// What arose before is old news.
    pub live_since: Timestamp,
    /// Only a test shop mails about test-mode facts.
    pub test_shop: bool,
    /// Codes of payment methods that are paid on or after delivery.
    pub pay_later: BTreeSet<String>,
    /// Kinds that differ from the default, which is: on, since the shop went live.
    pub kinds: BTreeMap<Kind, KindPolicy>,
    /// How long to let a situation settle before it is told, where it differs from the default.
    pub settle: BTreeMap<Kind, SignedDuration>,
    /// Where the shop's days begin and end.
    pub time_zone: TimeZone,
    /// On which days the shop and its carriers work.
    pub business_days: BusinessDays,
    /// When customers are not written to about what may wait.
    pub quiet: Quiet,
    /// How long the shop waits for what should happen.
    pub patience: Patience,
    /// After how many days from proved delivery customers are asked what; nothing that is not here.
    pub ask_after: BTreeMap<Kind, u32>,
    /// A customer is asked at most once in so many days.
    pub ask_every: u32,
    /// For so many days after delivery customers may withdraw on the order's page; nothing if the shop does not offer it.
    pub withdrawal: Option<u32>,
    /// How long after the last word on it a basket counts as left; nothing if nobody is reminded of one.
    pub abandoned_after: Option<SignedDuration>,
    /// The shop's country, ISO 3166 alpha-2: parcels that leave it may be silent for longer.
    pub country: Option<String>,
}

/// How long a shop waits for what should happen. What is late by so much is told to the shop; the customer is told after
/// twice the time, unless it says otherwise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Patience {
    /// Business days from accepted to on its way.
    pub to_ship: u32,
    /// Business days from the label to the carrier's first scan.
    pub to_hand_over: u32,
    /// Business days between two scans, in the shop's country.
    pub between_scans: u32,
    /// The same inside the European Union.
    pub between_scans_eu: u32,
    /// The same to anywhere else.
    pub between_scans_abroad: u32,
    /// Hours after which an unpaid order's customer is reminded.
    pub payment_reminder_hours: u32,
    /// Days after which an unpaid order is given up.
    pub payment_expires_days: u32,
    /// Days that a parcel waits to be fetched.
    pub pickup_days: u32,
    /// Business days that a refund may take.
    pub refund: u32,
    /// Business days between two scans of a parcel on its way back.
    pub between_scans_back: u32,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            to_ship: 2,
            to_hand_over: 2,
            between_scans: 3,
            between_scans_eu: 5,
            between_scans_abroad: 7,
            payment_reminder_hours: 24,
            payment_expires_days: 7,
            pickup_days: 7,
            refund: 5,
            between_scans_back: 10,
        }
    }
}

/// One mail kind of one shop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KindPolicy {
    /// Whether it is sent at all.
    pub on: bool,
    /// When it was switched on.
    pub on_since: Option<Timestamp>,
}

impl Policy {
    /// A shop that went live at `live_since` and decided nothing else.
    pub fn since(live_since: Timestamp) -> Self {
        Self {
            live_since,
            test_shop: false,
            pay_later: BTreeSet::new(),
            kinds: BTreeMap::new(),
            settle: BTreeMap::new(),
            time_zone: TimeZone::UTC,
            business_days: BusinessDays::default(),
            quiet: Quiet::default(),
            patience: Patience::default(),
            ask_after: BTreeMap::new(),
            ask_every: 30,
            withdrawal: None,
            abandoned_after: None,
            country: None,
        }
    }

    /// Whether a kind is told.
    pub fn on(&self, kind: Kind) -> bool {
        self.kinds.get(&kind).map_or_else(|| kind.on_by_default(), |decided| decided.on)
    }

    /// Whether anybody is reminded of baskets. If not, none is kept: they are people's who ordered nothing.
    pub fn keeps_baskets(&self) -> bool {
        self.abandoned_after.is_some() && self.on(Kind::Abandoned)
    }

    /// How long a kind settles.
    pub fn settle(&self, kind: Kind) -> SignedDuration {
        self.settle.get(&kind).copied().unwrap_or_else(|| kind.settle())
    }
}
