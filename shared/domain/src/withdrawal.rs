//! The customer withdraws from the contract: statements as they were made, and how long they may be.
//!
//! Whoever holds a page's link may be the wrong person, and may say much: so statements are bounded, and no number of small ones
//! pushes out that of the whole order. What says again what was said before has no effect.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use crate::calendar::end;
use crate::fact::{Needs, Scope, Withdrawal};
use crate::policy::Policy;
use crate::register::{First, Join, Member};
use crate::view::View;

/// So many statements about the whole order are kept: the first counts, the others came at the same time.
const WHOLE: usize = 3;
/// So many statements about some of it are kept.
const SOME: usize = 12;

/// Every statement that was made.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Withdrawals {
    #[serde(skip_serializing_if = "First::is_empty")]
    whole: First<Statement, WHOLE>,
    #[serde(skip_serializing_if = "First::is_empty")]
    some: First<Statement, SOME>,
}

/// One statement.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Statement {
    /// When it reached us, by our page's clock.
    pub at: Timestamp,
    /// Its word's id: the reference that the customer gets.
    pub id: String,
    /// What was stated.
    #[serde(flatten)]
    pub said: Withdrawal,
}

impl Member for Statement {
    fn same(&self) -> Option<impl Eq> {
        Some((self.at, &self.id))
    }
}

impl Withdrawals {
    /// What is known after one statement.
    pub(crate) fn knowing(statement: Statement) -> Self {
        let mut all = Self::default();
        match statement.said.of {
            Scope::Whole => all.whole = [statement].into_iter().collect(),
            Scope::Lines(_) => all.some = [statement].into_iter().collect(),
        }
        all
    }

    /// Whether nothing was stated.
    pub fn is_empty(&self) -> bool {
        self.whole.is_empty() && self.some.is_empty()
    }

    /// Each statement, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = &Statement> + Clone {
        let mut all: Vec<&Statement> = self.whole.iter().chain(self.some.iter()).collect();
        all.sort_by_key(|statement| (statement.at, &statement.id));
        all.into_iter()
    }

    /// The statement of this id.
    pub fn find(&self, id: &str) -> Option<&Statement> {
        self.iter().find(|statement| statement.id == id)
    }

    /// When the whole order was withdrawn from, if it was.
    pub fn whole_at(&self) -> Option<Timestamp> {
        self.whole.iter().next().map(|statement| statement.at)
    }

    /// Whether one more statement would be kept.
    pub fn takes(&self, scope: &Scope) -> bool {
        match scope {
            Scope::Whole => self.whole.is_empty(),
            Scope::Lines(_) => self.some.iter().count() < SOME,
        }
    }

    /// Whether all of it was stated already.
    pub fn cover(&self, scope: &Scope) -> bool {
        covered(scope, self.iter().map(|statement| &statement.said.of))
    }

    /// Forgets the person; what was withdrawn from, and when, stays.
    pub(crate) fn scrub(&mut self) {
        let nobody = |statement: &Statement| {
            let said = Withdrawal { name: None, text: None, of: statement.said.of.clone() };
            Statement { said, ..statement.clone() }
        };
        self.whole = self.whole.iter().map(nobody).collect();
        self.some = self.some.iter().map(nobody).collect();
    }
}

impl Join for Withdrawals {
    fn join(&mut self, other: Self) {
        self.whole.join(other.whole);
        self.some.join(other.some);
    }
}

/// Whether these scopes together have all of one.
pub(crate) fn covered<'a>(scope: &Scope, by: impl Iterator<Item = &'a Scope>) -> bool {
    let mut known = BTreeSet::new();
    for one in by {
        match one {
            Scope::Whole => return true,
            Scope::Lines(lines) => known.extend(lines.iter().map(|line| line.line.as_str())),
        }
    }
    match scope {
        Scope::Whole => false,
        Scope::Lines(lines) => lines.iter().all(|line| known.contains(line.line.as_str())),
    }
}

/// Whether the customer may withdraw from an order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Period {
    /// Yes, and nobody knows yet until when: not all of it has provably arrived.
    Early,
    /// Until this day is over.
    Until(Date),
    /// Not any more.
    Over,
}

/// The period of an order; nothing if its shop does not offer it here, or the order is called off.
pub fn period(view: &View<'_>, policy: &Policy, now: Timestamp) -> Option<Period> {
    let days = policy.withdrawal.filter(|_| view.called_off().is_none())?;
    let arrives = view.document.lines.iter().any(|line| line.needs != Needs::Nothing);
    // What does not travel is there from the beginning.
    let begins = if arrives { view.proved_arrival() } else { Some(view.placed_at()) };
    let Some(begins) = begins else { return Some(Period::Early) };
    let day = begins.to_zoned(policy.time_zone.clone()).date();
    let last = day.checked_add(i64::from(days).days()).unwrap_or(Date::MAX);
    Some(if now < end(last, &policy.time_zone) { Period::Until(last) } else { Period::Over })
}
