//! The table of situations: what is true of an order that a customer should hear. One row, one function, in rank order.
//!
//! Which situations there are depends on the facts alone; whether one is told also depends on policy, on what was told
//! before and on the time.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::ids::{IntentId, OrderId};
use crate::ledger::Ledger;
use crate::order::Order;
use crate::policy::Policy;
use crate::rows;
use crate::view::View;

/// A kind of mail. Names are a wire format: they are part of intent ids, settings and templates.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Placed, not paid.
    Received,
    /// Accepted.
    Confirmed,
    /// Paid.
    Receipt,
    /// A try to pay failed.
    PaymentFailed,
    /// On its way.
    Shipped,
    /// Another tracking number than the one told.
    NumberChanged,
    /// With the courier today.
    OutForDelivery,
    /// Arrived.
    Delivered,
    /// Late, says the carrier.
    Delayed,
    /// Cancelled.
    Cancelled,
    /// Money went back.
    Refund,
}

/// Which way a mail errs when it cannot be known whether it went out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Errs {
    /// Rather twice than never.
    Double,
    /// Rather never than twice.
    Miss,
}

impl Kind {
    /// Every kind, in the order in which mails of one order are told.
    pub const ALL: [Self; 11] = [
        Self::Received,
        Self::Confirmed,
        Self::Receipt,
        Self::PaymentFailed,
        Self::Shipped,
        Self::NumberChanged,
        Self::OutForDelivery,
        Self::Delivered,
        Self::Delayed,
        Self::Cancelled,
        Self::Refund,
    ];

    /// The name in intent ids, settings and templates.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Confirmed => "confirmed",
            Self::Receipt => "receipt",
            Self::PaymentFailed => "payment_failed",
            Self::Shipped => "shipped",
            Self::NumberChanged => "number_changed",
            Self::OutForDelivery => "out_for_delivery",
            Self::Delivered => "delivered",
            Self::Delayed => "delayed",
            Self::Cancelled => "cancelled",
            Self::Refund => "refund",
        }
    }

    /// After that it is no news any more.
    pub const fn longest_age(self) -> SignedDuration {
        match self {
            Self::PaymentFailed | Self::NumberChanged | Self::Delivered | Self::Delayed => {
                SignedDuration::from_hours(48)
            }
            // Its day, which its verdict knows; this is only the net.
            Self::OutForDelivery => SignedDuration::from_hours(30),
            _ => SignedDuration::from_hours(7 * 24),
        }
    }

    /// Which way it errs.
    pub const fn errs(self) -> Errs {
        match self {
            Self::Confirmed | Self::Receipt | Self::Shipped | Self::Delivered | Self::Cancelled | Self::Refund => {
                Errs::Double
            }
            _ => Errs::Miss,
        }
    }

    /// How long it settles unless the shop decides otherwise: newer facts may make it untrue.
    pub const fn settle(self) -> SignedDuration {
        match self {
            Self::Received | Self::OutForDelivery => SignedDuration::from_mins(2),
            Self::PaymentFailed => SignedDuration::from_mins(20),
            _ => SignedDuration::ZERO,
        }
    }
}

/// Something true of an order that a customer should hear.
#[derive(Clone, PartialEq, Debug)]
pub struct Situation {
    /// Its one mail.
    pub intent: IntentId,
    /// What kind.
    pub kind: Kind,
    /// Of what: an order, a fulfilment, a date …; with the kind it makes the intent.
    pub subject: String,
    /// What of the order it is about, for the mail to find it.
    pub about: About,
    /// When it became true, by its source's clock.
    pub arose_at: Timestamp,
    /// Whether to tell it.
    pub verdict: Verdict,
}

/// What of an order a situation is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum About {
    /// All of it.
    Order,
    /// One payment: source and id.
    Payment(crate::fact::Source, String),
    /// One fulfilment: source and id.
    Fulfilment(crate::fact::Source, String),
    /// A refunded total, in minor units.
    Refund(i64),
}

/// Whether a situation is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// Tell it, when this time has come.
    Tell {
        /// Until then it settles.
        not_before: Timestamp,
    },
    /// Something newer took its place.
    Obsolete(&'static str),
    /// It is not to be told.
    Off(&'static str),
}

/// A situation before the general rules looked at it.
pub(crate) struct Row {
    pub(crate) kind: Kind,
    pub(crate) subject: String,
    pub(crate) about: About,
    pub(crate) arose_at: Timestamp,
    /// When the newest word on it reached us: it settles from then.
    pub(crate) observed: Timestamp,
    pub(crate) verdict: Result<(), Verdict>,
}

/// Every situation that the joined facts have ever made true, in the order in which mails are told.
pub fn situations(id: &OrderId, order: &Order, told: &Ledger, policy: &Policy, now: Timestamp) -> Vec<Situation> {
    let Some(view) = View::new(order, policy) else { return Vec::new() };
    let facts = rows::Facts::new(id, order, &view, told, policy, now);
    let mut all: Vec<Situation> = Kind::ALL
        .into_iter()
        .flat_map(|kind| facts.rows(kind))
        .map(|row| Situation {
            intent: IntentId::new(id, row.kind.name(), &row.subject),
            verdict: verdict(&view, &row, policy, now),
            kind: row.kind,
            subject: row.subject,
            about: row.about,
            arose_at: row.arose_at,
        })
        .collect();
    // Several sources or fulfilments may have one situation: if any of them makes it true, it is true.
    let order = |one: &Situation| (one.intent.clone(), !matches!(one.verdict, Verdict::Tell { .. }), one.arose_at);
    all.sort_by_cached_key(order);
    all.dedup_by(|one, other| one.intent == other.intent);
    all.sort_by(|a, b| (a.kind, a.arose_at, &a.intent).cmp(&(b.kind, b.arose_at, &b.intent)));
    all
}

/// The rules that hold for every row: old news is not news, and a row's own reasons.
fn verdict(view: &View<'_>, row: &Row, policy: &Policy, now: Timestamp) -> Verdict {
    if view.checkout.test && !policy.test_shop {
        return Verdict::Off("a test order");
    }
    if row.arose_at < policy.live_since {
        return Verdict::Off("arose before the shop went live");
    }
    if let Some(decided) = policy.kinds.get(&row.kind) {
        if !decided.on {
            return Verdict::Off("this kind of mail is switched off");
        }
        if decided.on_since.is_some_and(|since| row.arose_at < since) {
            return Verdict::Off("arose before this kind of mail was switched on");
        }
    }
    if let Err(verdict) = &row.verdict {
        return verdict.clone();
    }
    if now.duration_since(row.arose_at) > row.kind.longest_age() {
        return Verdict::Off("too old to be news");
    }
    // It settles from when we heard of it: a source's clock may be ahead of ours.
    let settle = policy.settle(row.kind);
    let settled = row.observed.saturating_add(settle).unwrap_or(Timestamp::MAX);
    Verdict::Tell { not_before: if settle.is_zero() { settled.min(now) } else { settled } }
}
