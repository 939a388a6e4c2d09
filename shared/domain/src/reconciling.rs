//! How far a source was compared with what its webhooks brought, and what that came to.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::ports::Unavailable;

/// The longest time that is listed at once.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(24);
/// The shortest: it is listed to its end, whatever it holds.
pub const SHORTEST: SignedDuration = SignedDuration::from_mins(1);

const DAY: i64 = 24 * 60 * 60;

/// When something is asked for that has to be asked for by itself: once a day, at a second of its own. It is the first of its
/// turns that is not before `from`, so that of two times behind one another just one has it, and one that is longer than a
/// day has it once.
pub fn turn(id: &str, from: Timestamp) -> Timestamp {
    // FNV-1a: the second has to be the same tomorrow.
    let hash = id.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let begins = from.as_second() + i64::from(from.subsec_nanosecond() > 0);
    let turn = begins + (i64::from(hash) % DAY - begins).rem_euclid(DAY);
    Timestamp::from_second(turn).unwrap_or(Timestamp::MAX)
}

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

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("in range")
    }

    #[test]
    fn each_has_one_turn_a_day_however_the_day_is_cut() {
        let ids: Vec<String> = (0..200).map(|id| format!("tracker-{id}")).collect();
        let start = at(1_789_948_817) + SignedDuration::from_millis(300);
        let end = start + SignedDuration::from_secs(DAY);
        for length in [1_700, 60_000, 7 * 60_000 + 1, 3_600_000, 86_400_000, 2 * 86_400_000] {
            let length = SignedDuration::from_millis(length);
            for id in &ids {
                let (mut from, mut turns) = (start, 0);
                while from < end {
                    let to = (from + length).min(end);
                    turns += i32::from(turn(id, from) < to);
                    from = to;
                }
                assert_eq!(turns, 1, "{id} in times of {length}");
            }
        }
        let hour = ids.iter().filter(|id| turn(id, start) < start + SignedDuration::from_hours(1)).count();
        assert!((1..30).contains(&hour), "{hour} of 200 in an hour");
    }

    #[test]
    fn a_turn_is_the_same_tomorrow_and_not_before_it_is_asked_for() {
        let today = turn("2QJ7", at(1_789_948_817));
        assert!(today >= at(1_789_948_817));
        assert_eq!(turn("2QJ7", today), today);
        assert_eq!(turn("2QJ7", today + SignedDuration::from_nanos(1)), today + SignedDuration::from_secs(DAY));
    }
}
