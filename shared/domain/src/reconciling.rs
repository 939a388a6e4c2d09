//! How far a source was compared with what its webhooks brought, and what that came to.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::ports::Unavailable;

/// The longest time that is listed at once.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(24);
/// The shortest: it is listed to its end, whatever it holds.
pub const SHORTEST: SignedDuration = SignedDuration::from_mins(1);

/// How far one source is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Progress {
    /// All that changed before is compared.
    pub from: Timestamp,
    /// How long a time is listed next.
    pub span: SignedDuration,
    /// The day of the sums.
    pub day: Date,
    /// The day's sums.
    pub meter: Meter,
}

/// The loss meter.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Meter {
    /// Changes that we knew of: a webhook brought them.
    pub heard: u64,
    /// Changes that only the comparison brought.
    pub missed: u64,
    /// How long after it happened the latest of these was found, in seconds.
    pub worst: i64,
}

impl Progress {
    /// A source that was never compared: its last day is.
    pub fn first(now: Timestamp, day: Date) -> Self {
        Self { from: now - LONGEST, span: LONGEST, day, meter: Meter::default() }
    }

    /// After a time was compared to its end.
    pub fn done(&mut self, to: Timestamp) {
        self.from = to;
        self.span = (self.span * 2).min(LONGEST);
    }

    /// A time until `to` held too much: half of it is tried next.
    pub fn shorten(&mut self, to: Timestamp) {
        self.span = (to.duration_since(self.from) / 2).max(SHORTEST);
    }
}

impl Meter {
    /// Counts another's figures in.
    pub fn add(&mut self, other: Self) {
        self.heard += other.heard;
        self.missed += other.missed;
        self.worst = self.worst.max(other.worst);
    }

    /// One change that only the comparison brought, so long after it happened.
    pub fn miss(&mut self, late: SignedDuration) {
        self.missed += 1;
        self.worst = self.worst.max(late.as_secs());
    }
}

/// Where progress is kept: of two that move it at once, one is told no.
pub trait Progresses: Sync {
    /// A source's progress and how often it was moved; nothing if it never was.
    fn progress(&self, source: &str) -> impl Future<Output = Result<Option<(u64, Progress)>, Unavailable>> + Send;

    /// Moves it, if it was moved exactly so often.
    fn advance(
        &self,
        source: &str,
        turn: Option<u64>,
        progress: &Progress,
    ) -> impl Future<Output = Result<bool, Unavailable>> + Send;
}
