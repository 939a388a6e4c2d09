//! The table of situations: what is true of an order that a customer should hear. One row, one function, in rank order.
//!
//! Which situations there are depends on the facts alone; whether one is told also depends on policy, on what was told
//! before and on the time.

mod kind;
mod trouble;

use std::borrow::Cow;

use jiff::Timestamp;

pub use kind::{Class, Errs, Kind};
pub use trouble::Trouble;

use crate::ids::{IntentId, OrderId};
use crate::ledger::Ledger;
use crate::order::Order;
use crate::policy::Policy;
use crate::table::Table;

/// Something true of an order that a customer should hear.
#[derive(Clone, PartialEq, Debug)]
pub struct Situation {
    /// Its one mail.
    pub intent: IntentId,
    /// What kind.
    pub kind: Kind,
    /// Of what: an order, a fulfilment, a date …; with the kind it makes the intent.
    pub subject: Cow<'static, str>,
    /// What of the order it is about, for the mail to find it.
    pub about: About,
    /// What is wrong, if that is what is told.
    pub trouble: Option<Trouble>,
    /// When it became true, by its source's clock; of what did not happen, since when it is waited for.
    pub arose_at: Timestamp,
    /// Of what did not happen: when it should have.
    pub due: Option<Timestamp>,
    /// Whether to tell it.
    pub verdict: Verdict,
}

impl Situation {
    /// Whether it can have come true by now: if not, nobody can have told it, and there is nothing to look up.
    pub fn came(&self, now: Timestamp) -> bool {
        self.due.is_none_or(|due| due <= now)
    }
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
    /// What became of it since it had the content of this key.
    Edit(String),
    /// A refunded total, in minor units.
    Refund(i64),
    /// A try to correct the address, by its id.
    Correction(String),
    /// A statement that the customer withdraws, by its id.
    Withdrawal(String),
    /// One return: source and id.
    Return(crate::fact::Source, String),
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
    /// It never came to it, because what was waited for happened in time: there is nothing to tell, and nothing to note.
    Idle(&'static str),
}

/// Every situation that the joined facts have ever made true, in the order in which mails are told.
pub fn situations(id: &OrderId, order: &Order, told: &Ledger, policy: &Policy, now: Timestamp) -> Vec<Situation> {
    Table::new(id, order, policy, now).map(|table| table.situations(told)).unwrap_or_default()
}
