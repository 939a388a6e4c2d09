//! Facts with sensible defaults: one order of two mugs for 50.00 EUR, placed on a Monday at eight, and what happens to it.
//!
//! `checkout().status(Processing).paid().at(minute(5))` is a saying: a fact, who says it, and when we heard of it.

#![expect(clippy::missing_panics_doc, reason = "tests give values that are right")]

mod customer;
mod orders;
mod parcels;
mod returns;

use domain::fact::{Checkout, Fact, Fulfilment, Payment, Return, Source, Tracking};
use domain::money::{Currency, Money};
use domain::order::Order;
use jiff::{SignedDuration, Timestamp};

pub use customer::{answered, confirmed, corrected, refused, stopped, withdrew, word};
pub use orders::{basket, checkout, ordered, payment};
pub use parcels::{fulfilment, tracking};
pub use returns::sent_back;

/// What every order here costs, in minor units.
pub const TOTAL: i64 = 5_000;
/// Its parcel's number.
pub const NUMBER: &str = "1Z999AA10123456784";

/// When the order is placed: a Monday, eight o'clock.
pub fn placed() -> Timestamp {
    "2026-03-02T08:00:00Z".parse().expect("a time")
}

/// So many minutes after the order was placed.
pub fn minute(minutes: i64) -> Timestamp {
    placed() + SignedDuration::from_mins(minutes)
}

/// So many days after the order was placed, at eight.
pub fn day(days: i64) -> Timestamp {
    minute(days * 24 * 60)
}

fn next_second(at: Timestamp) -> Timestamp {
    at.saturating_add(SignedDuration::from_secs(1)).unwrap_or(at)
}

/// Euros, in cents.
pub fn euros(minor: i64) -> Money {
    Money::new(minor, Currency::parse("EUR").expect("a currency"))
}

/// A fact in the making.
#[derive(Clone, Debug)]
pub struct Saying<T> {
    /// What is said.
    pub fact: T,
    /// Who says it.
    pub source: Source,
    /// When we heard of it; a second after it was so, if nothing else is said.
    pub heard: Option<Timestamp>,
}

/// A fact as the fold takes it.
#[derive(Clone, PartialEq, Debug)]
pub struct Said {
    /// Who says it.
    pub source: Source,
    /// When we heard of it.
    pub observed: Timestamp,
    /// What is said.
    pub fact: Fact,
}

/// The order that these facts make.
pub fn order(facts: impl IntoIterator<Item = Said>) -> Order {
    let mut order = Order::default();
    for said in facts {
        order.fold(&said.source, said.observed, said.fact);
    }
    order
}

impl<T> Saying<T> {
    fn new(provider: &str, fact: T) -> Self {
        Self { fact, source: Source::new("demo", provider), heard: None }
    }

    /// Another source says it.
    #[must_use]
    pub fn by(self, connection: &str, provider: &str) -> Self {
        Self { source: Source::new(connection, provider), ..self }
    }

    /// We heard of it then.
    #[must_use]
    pub fn heard(self, at: Timestamp) -> Self {
        Self { heard: Some(at), ..self }
    }

    /// Changes anything of the fact.
    #[must_use]
    pub fn with(mut self, change: impl FnOnce(&mut T)) -> Self {
        change(&mut self.fact);
        self
    }
}

macro_rules! sayings {
    ($($fact:ident),+) => {
        $(impl Saying<$fact> {
            /// It was so then, by its source's clock.
            #[must_use]
            pub fn at(self, at: Timestamp) -> Self {
                self.with(|fact| fact.at = at)
            }

            /// The fact as the fold takes it.
            pub fn said(self) -> Said {
                let observed = self.heard.unwrap_or_else(|| next_second(self.fact.at));
                Said { source: self.source, observed, fact: Fact::$fact(Box::new(self.fact)) }
            }
        }

        impl From<Saying<$fact>> for Said {
            fn from(saying: Saying<$fact>) -> Self {
                saying.said()
            }
        })+
    };
}

sayings!(Checkout, Payment, Fulfilment, Tracking, Return);
