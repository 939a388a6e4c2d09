//! The gate before SES: whether mails of the stack go out now. One item for all processes, read with what the sender reads
//! anyway; each change is made from the one before, so that of many who want to change it one does.

use jiff::{SignedDuration, Timestamp};

use crate::ids::OrderId;

/// A probe has ended by then, or its process has: SES is given eight seconds.
const PROBE: SignedDuration = SignedDuration::from_secs(30);

/// How long what takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pace {
    /// The first pause after SES refused or vanished; each later one is twice as long …
    pub first: SignedDuration,
    /// … up to this.
    pub longest: SignedDuration,
    /// Who waits at the gate comes back within so long after it may open, not all at once.
    pub spread: SignedDuration,
    /// How often somebody looks whether a stopped gate was opened.
    pub stopped: SignedDuration,
}

impl Pace {
    /// So that what is owed is gone within so long after SES is back: pauses of 15 s to 150 s, and 45 s to come back in,
    /// for five minutes.
    pub fn drained_within(time: SignedDuration) -> Self {
        Self { first: time / 20, longest: time / 2, spread: time * 3 / 20, stopped: time * 2 }
    }

    fn pause(self, step: u32) -> SignedDuration {
        self.first.saturating_mul(1 << step.min(10)).min(self.longest)
    }
}

/// The gate, as it is after some turns. No gate yet: open.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Gate {
    /// Rises by one with every change; the condition of the next.
    pub turn: u64,
    /// Whether mails pass.
    pub state: State,
}

/// Whether mails pass.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum State {
    /// They do.
    #[default]
    Open,
    /// They wait, until somebody has found out that SES takes mails again.
    Closed(Closed),
    /// They wait until a person has resumed.
    Stopped {
        /// Since when.
        since: Timestamp,
        /// What has to be looked at.
        why: String,
    },
}

/// A gate that opens by itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Closed {
    /// Why.
    pub why: Why,
    /// How often SES has been tried in vain since.
    pub step: u32,
    /// Since when mails wait.
    pub since: Timestamp,
    /// Then one of them may try; or, while one tries, another one may.
    pub until: Timestamp,
    /// Somebody is trying.
    pub probing: bool,
}

/// Why SES takes no mails of this account.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// Too many in a second.
    Rate,
    /// Too many in a day.
    Quota,
    /// The account, or the configuration set, is paused or suspended.
    Paused,
    /// It does not answer, so nobody knows what becomes of a mail.
    Outage,
}

impl Why {
    /// Every reason.
    pub const ALL: [Self; 4] = [Self::Rate, Self::Quota, Self::Paused, Self::Outage];

    /// The name in the table, in logs, and in the ledger's reasons.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rate => "rate",
            Self::Quota => "quota",
            Self::Paused => "paused",
            Self::Outage => "outage",
        }
    }
}

/// Who goes first when not all can go.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Rank {
    /// What a customer waits for.
    First,
    /// What a merchant should know.
    Second,
    /// What nobody waits for.
    Last,
}

impl Gate {
    fn next(&self, state: State) -> Self {
        Self { turn: self.turn + 1, state }
    }

    /// SES refused, or did not answer: the next pause, longer than the one before.
    #[must_use]
    pub fn closed(&self, why: Why, pace: Pace, now: Timestamp) -> Self {
        let (step, since) = match &self.state {
            State::Closed(closed) => (closed.step + 1, closed.since),
            _ => (0, now),
        };
        self.next(State::Closed(Closed { why, step, since, until: now + pace.pause(step), probing: false }))
    }

    /// Somebody tries, everybody else waits; nothing if it is not closed, or not yet time.
    pub fn probing(&self, now: Timestamp) -> Option<Self> {
        let State::Closed(closed) = &self.state else { return None };
        let lease = Closed { until: now + PROBE, probing: true, ..*closed };
        (closed.until <= now).then(|| self.next(State::Closed(lease)))
    }

    /// SES takes mails, or a person has resumed.
    #[must_use]
    pub fn opened(&self) -> Self {
        self.next(State::Open)
    }

    /// Until a person resumes.
    #[must_use]
    pub fn stopped(&self, why: String, now: Timestamp) -> Self {
        self.next(State::Stopped { since: now, why })
    }

    /// Since when mails wait, if they do.
    pub fn waits_since(&self) -> Option<Timestamp> {
        match &self.state {
            State::Open => None,
            State::Closed(closed) => Some(closed.since),
            State::Stopped { since, .. } => Some(*since),
        }
    }

    /// When an order's mails come back that find the gate as it is; spread, so that SES is not met by all of them at once,
    /// and those that nobody waits for after the others.
    pub fn comes_back(&self, order: &OrderId, rank: Rank, pace: Pace, now: Timestamp) -> Timestamp {
        let until = match &self.state {
            State::Open => now,
            // Trying takes a moment; if whoever tries dies, somebody else will.
            State::Closed(closed) if closed.probing => now + pace.first / 3,
            State::Closed(closed) => closed.until.max(now),
            State::Stopped { .. } => now + pace.stopped,
        };
        let behind = match rank {
            Rank::First => SignedDuration::ZERO,
            Rank::Second => pace.spread,
            Rank::Last => pace.spread * 2,
        };
        // Few wait after a short pause.
        let spread = match &self.state {
            State::Closed(closed) => pace.spread.min(pace.pause(closed.step)),
            _ => pace.spread,
        };
        until + behind + share(spread, order, self.turn)
    }
}

/// A part of `all` that is another one for each order and turn.
fn share(all: SignedDuration, order: &OrderId, turn: u64) -> SignedDuration {
    // FNV-1a: spread evenly, the same everywhere, and no secret.
    let bytes = order.as_str().bytes().chain(turn.to_le_bytes());
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let thousandths = i32::try_from((hash >> 32) % 1_000).unwrap_or(0);
    all * thousandths / 1_000
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACE: Pace = Pace {
        first: SignedDuration::from_secs(15),
        longest: SignedDuration::from_secs(150),
        spread: SignedDuration::from_secs(45),
        stopped: SignedDuration::from_mins(10),
    };

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + second).expect("in range")
    }

    fn until(gate: &Gate) -> Option<i64> {
        match &gate.state {
            State::Closed(closed) => Some(closed.until.as_second() - at(0).as_second()),
            _ => None,
        }
    }

    #[test]
    fn pauses_double_up_to_the_longest_and_half_an_hour_has_few_probes() {
        let (mut gate, mut now, mut pauses) = (Gate::default().closed(Why::Rate, PACE, at(0)), at(0), Vec::new());
        while now < at(1_800) {
            let end = until(&gate).map(at).expect("closed");
            pauses.push(end.duration_since(now).as_secs());
            now = end;
            gate = gate.probing(now).expect("it is time").closed(Why::Rate, PACE, now);
        }
        assert_eq!(pauses[..6], [15, 30, 60, 120, 150, 150]);
        assert!(pauses.len() <= 15, "{} probes", pauses.len());
        assert_eq!(gate.waits_since(), Some(at(0)));
    }

    #[test]
    fn one_probes_when_it_is_time_and_another_one_if_that_one_died() {
        let closed = Gate::default().closed(Why::Outage, PACE, at(0));
        assert_eq!(closed.probing(at(14)), None);
        let probing = closed.probing(at(15)).expect("it is time");
        assert_eq!((probing.turn, until(&probing)), (2, Some(45)));
        assert_eq!(probing.probing(at(44)), None);
        assert!(probing.probing(at(45)).is_some());
        assert_eq!(Gate::default().probing(at(0)), None);
        assert_eq!(probing.opened().waits_since(), None);
    }

    #[test]
    fn those_who_wait_come_back_spread_and_by_rank() {
        let gate = Gate::default().closed(Why::Outage, PACE, at(0));
        let back = |rank| {
            let back = |n: u32| gate.comes_back(&OrderId::new("demo", &n.to_string()), rank, PACE, at(3));
            let seconds: Vec<i64> = (0..1_000).map(|n| back(n).as_second() - at(0).as_second()).collect();
            (seconds.iter().min().copied(), seconds.iter().max().copied())
        };
        assert_eq!(back(Rank::First), (Some(15), Some(29)));
        assert_eq!(back(Rank::Second), (Some(60), Some(74)));
        assert_eq!(back(Rank::Last), (Some(105), Some(119)));
        assert_eq!(PACE, Pace::drained_within(SignedDuration::from_mins(5)));
    }
}
