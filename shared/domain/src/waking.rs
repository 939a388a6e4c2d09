//! How the clock goes through the orders whose time has come: in windows behind one another, and in sweeps for what is
//! older than they are.
//!
//! The sparse index has lanes. In each the clock has a place, and asks for what is due beyond it, once. An order leaves
//! the index when it was looked at; one that is still there behind the place was woken in vain, or written too late: a
//! sweep wakes it again.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::ids::OrderId;
use crate::ports::Unavailable;

/// Partitions of the sparse index. Its keys are stored: it cannot be changed.
pub const LANES: usize = 8;

/// Sweeps begin no more often than this: what an hour of order-events being down costs is one more wake an order.
pub const SWEEP_EVERY: SignedDuration = SignedDuration::from_hours(1);

/// What was due only so long ago may still be on its way through the queue: no sweep wakes it again.
pub const GRACE: SignedDuration = SignedDuration::from_mins(15);

/// The lane of an order.
pub fn lane(id: &OrderId) -> usize {
    usize::from(id.as_str().bytes().last().unwrap_or_default()) % LANES
}

/// A place in a lane, which is sorted by time and, within one time, in an order that only the index knows.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Place {
    /// Whatever is due earlier is behind it.
    pub at: Timestamp,
    /// Of what is due at that very time, what comes up to this order is behind it; `None`: all of it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<OrderId>,
}

impl Place {
    /// All of a time is behind it.
    pub fn behind(at: Timestamp) -> Self {
        Self { at, after: None }
    }
}

/// A sweep of one lane.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Sweep {
    /// It ends here.
    pub to: Timestamp,
    /// How far it came.
    pub place: Place,
}

/// How far the clock came in one lane.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Lane {
    /// Whatever is behind it was queued.
    pub window: Place,
    /// The sweep that is not done yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sweep: Option<Sweep>,
}

/// How far the clock came.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Cursor {
    /// One for each lane.
    pub lanes: [Lane; LANES],
    /// When the newest sweep began.
    pub swept_at: Timestamp,
}

impl Cursor {
    /// The first tick ever: a sweep of all that is due, and windows from now on.
    pub fn first(now: Timestamp) -> Self {
        let place = Place::behind(Timestamp::UNIX_EPOCH);
        let lane = Lane { window: Place::behind(now), sweep: Some(Sweep { to: now, place }) };
        Self { lanes: std::array::from_fn(|_| lane.clone()), swept_at: now }
    }

    /// Begins a sweep, if the last one began an hour ago and has ended.
    pub fn sweep(&mut self, now: Timestamp) {
        let running = self.lanes.iter().any(|lane| lane.sweep.is_some());
        if running || now < self.swept_at + SWEEP_EVERY {
            return;
        }
        self.swept_at = now;
        for lane in &mut self.lanes {
            let to = lane.window.at.min(now - GRACE);
            lane.sweep = Some(Sweep { to, place: Place::behind(Timestamp::UNIX_EPOCH) });
        }
    }
}

/// What is asked of a lane.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ask {
    /// Which lane.
    pub lane: usize,
    /// What is beyond this place …
    pub after: Place,
    /// … and due until then, this time included.
    pub to: Timestamp,
    /// At most so many.
    pub most: usize,
}

/// What a lane answers, in its order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Page {
    /// Orders and when they are due, in whole milliseconds.
    pub orders: Vec<(Timestamp, OrderId)>,
    /// Whether there may be more.
    pub more: bool,
}

/// Where due orders are found.
pub trait Due: Sync {
    /// Asks lanes, side by side; one answer for each.
    fn due(&self, asks: &[Ask]) -> impl Future<Output = Vec<Result<Page, Unavailable>>> + Send;
}

/// Where the cursor is kept.
pub trait Cursors: Sync {
    /// The cursor and its turn, which rises by one with each move; `None`: there is none yet.
    fn cursor(&self) -> impl Future<Output = Result<Option<(u64, Cursor)>, Unavailable>> + Send;

    /// Moves the cursor if nobody did since `turn` was read (`None`: since there was none). False: somebody did.
    fn move_cursor(&self, turn: Option<u64>, cursor: &Cursor)
    -> impl Future<Output = Result<bool, Unavailable>> + Send;
}
