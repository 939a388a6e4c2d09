//! Ports in memory: tables, queues, and calls that fail or kill their caller on demand.
//!
//! [`contract`] asks the same of these tables and of the real ones, so that these cannot lie.

#![expect(clippy::missing_panics_doc, reason = "a test whose store is broken has failed")]

pub mod contract;
mod designs;
mod faults;
mod ledger;
mod orders;
mod progress;
mod queue;
mod waking;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard};

use domain::fact::Source;
use domain::gate::Gate;
use domain::ids::{IntentId, OrderId};
use domain::kept::Kept;
use domain::ledger::{Entry, Seen, Suppression};
use domain::order::Order;
use domain::ports::{AddressKey, Canary, Handles, Keeping, Link, LinkKey, Stored};
use domain::reputation::Reputation;
use domain::situations::Kind;
use domain::waking::{Cursor, LANES};
use jiff::Timestamp;

pub use faults::{Fault, Faults};
pub use queue::{Queue, Received};

/// All tables. A clone is the same tables; they outlive whoever crashed.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    data: Arc<Mutex<Data>>,
    /// What every call may meet.
    pub faults: Faults,
}

/// What is in them.
#[derive(Debug, Default)]
pub struct Data {
    orders: BTreeMap<OrderId, Row>,
    /// One write in so many goes through text; 0 and 1: each.
    lean: u64,
    writes: u64,
    /// Files of designs, by shop and name.
    pub designs: BTreeMap<(String, String), String>,
    /// Names.
    pub links: BTreeMap<LinkKey, Link>,
    /// How far each source was compared, and its turn.
    pub progress: BTreeMap<String, (u64, domain::reconciling::Progress)>,
    /// The hours in which each source was heard.
    pub heard: BTreeMap<Source, BTreeSet<i64>>,
    /// Raw deliveries by digest, with why they are kept.
    pub raw: BTreeMap<String, (Kept, Keeping)>,
    /// The ledger.
    pub mails: BTreeMap<IntentId, Mail>,
    /// Suppressed addresses.
    pub suppressed: BTreeMap<AddressKey, Suppression>,
    /// Who was asked for something, by which mail, and when.
    pub asked: BTreeMap<AddressKey, (IntentId, Timestamp)>,
    /// Whether mails go out.
    pub gate: Gate,
    /// What harmed the account's reputation.
    pub reputation: Reputation,
    canary: Canary,
    /// The sparse index: orders that wait for something, lane by lane, by the millisecond.
    due: [BTreeSet<(i64, OrderId)>; LANES],
    /// How far the clock came, and its turn.
    pub cursor: Option<(u64, Cursor)>,
    /// When somebody last was about to send a canary.
    canary_tried: Option<Timestamp>,
}

#[derive(Debug)]
struct Row {
    shop: String,
    order: Arc<Order>,
    deliveries: Arc<BTreeSet<String>>,
    wake_at: Option<Timestamp>,
    v: u64,
    handles: Handles,
}

/// One intent's item.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Mail {
    /// What the ledger says.
    pub entry: Entry,
    /// All that SES told of it.
    pub seen: BTreeMap<Seen, Timestamp>,
    /// Of what kind, once somebody said so.
    pub kind: Option<Kind>,
    /// Why it is not told, if it is not.
    pub reason: Option<String>,
    /// The newest claim.
    pub claimed: Option<(String, Timestamp)>,
    /// When its state was noted.
    pub ended_at: Option<Timestamp>,
    /// SES's id, as its events told it.
    pub ses_id: Option<String>,
}

impl Tables {
    /// Empty tables whose calls may meet these faults.
    pub fn with(faults: Faults) -> Self {
        Self { faults, ..Self::default() }
    }

    /// From now on only one state in so many is written as text: quicker, and still each kind of state sooner or later.
    pub fn write_text_of_one_in(&self, many: u64) {
        self.data().lean = many;
    }

    /// What is in them, for tests to look at; not a call.
    pub fn data(&self) -> MutexGuard<'_, Data> {
        self.data.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// One order, for whoever only reads.
    pub async fn order(&self, id: &OrderId) -> Result<Option<Stored>, domain::ports::Unavailable> {
        self.faults.call("GetItem order", || self.data().stored(id)).await
    }

    /// Why an address is suppressed, for whoever only reads.
    pub async fn suppression(&self, address: &AddressKey) -> Result<Option<Suppression>, domain::ports::Unavailable> {
        self.faults.call("GetItem suppression", || self.data().suppressed.get(address).copied()).await
    }
}

impl Data {
    /// An order as it would be read.
    pub fn stored(&self, id: &OrderId) -> Option<Stored> {
        let row = self.orders.get(id)?;
        Some(Stored {
            shop: row.shop.clone(),
            order: row.order.clone(),
            deliveries: row.deliveries.clone(),
            wake_at: row.wake_at,
            v: row.v,
        })
    }

    /// Every order.
    pub fn orders(&self) -> Vec<OrderId> {
        self.orders.keys().cloned().collect()
    }

    /// The figures beside an order's state.
    pub fn handles(&self, id: &OrderId) -> Option<&Handles> {
        self.orders.get(id).map(|row| &row.handles)
    }

    /// When the next order wants to be woken.
    pub fn next_wake(&self) -> Option<Timestamp> {
        let next = self.due.iter().filter_map(BTreeSet::first).map(|(at, _)| *at).min();
        next.and_then(|at| Timestamp::from_millisecond(at).ok())
    }
}
