//! What a shop has decided: an argument of every decision, never part of a fact.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp, tz::TimeZone};

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
        }
    }

    /// How long a kind settles.
    pub fn settle(&self, kind: Kind) -> SignedDuration {
        self.settle.get(&kind).copied().unwrap_or_else(|| kind.settle())
    }
}
