//! How fast one process may send: its share of what SES allows the account.

use domain::gate::Rank;
use jiff::{SignedDuration, Timestamp};

/// So much of what was not used may be used at once.
const BURST: SignedDuration = SignedDuration::from_secs(1);
/// Whoever has to wait for longer is put back; further away than that, the clock would look before.
const FURTHEST: SignedDuration = SignedDuration::from_mins(10);

/// One process's share.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Rate {
    /// When all that was sent would have been sent, one after the other.
    used_up: Option<Timestamp>,
    /// When the last of those who were put back may go.
    last: Option<Timestamp>,
}

/// When one may go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Turn {
    /// After so short a time that it is worth to stay: the turn is taken.
    In(SignedDuration),
    /// Not before; somebody else takes the turn.
    At(Timestamp),
}

impl Rate {
    /// Takes a turn at so many mails a second.
    pub(crate) fn take(&mut self, per_second: f64, rank: Rank, now: Timestamp) -> Turn {
        let each = SignedDuration::try_from_secs_f64(1.0 / per_second.max(0.01)).unwrap_or(BURST);
        let used_up = self.used_up.map_or(now, |used_up| used_up.max(now)) + each;
        let wait = (used_up - BURST.max(each)).duration_since(now).max(SignedDuration::ZERO);
        let patience = match rank {
            Rank::First => SignedDuration::from_secs(2),
            Rank::Second => SignedDuration::from_secs(1),
            Rank::Last => SignedDuration::ZERO,
        };
        if wait <= patience {
            self.used_up = Some(used_up);
            return Turn::In(wait);
        }
        let last = self.last.map_or(used_up, |last| last.max(used_up) + each).min(now + FURTHEST);
        self.last = Some(last);
        let behind = if rank == Rank::Last { SignedDuration::from_mins(1) } else { SignedDuration::ZERO };
        Turn::At(last + behind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_millisecond(1_790_000_000_000 + millis).expect("in range")
    }

    /// In how many milliseconds each of so many may go who come at once; those who are put back are below zero.
    fn waits(per_second: f64, rank: Rank, many: usize) -> Vec<i128> {
        let mut rate = Rate::default();
        let turn = |_| match rate.take(per_second, rank, at(0)) {
            Turn::In(wait) => wait.as_millis(),
            Turn::At(later) => -later.duration_since(at(0)).as_millis(),
        };
        (0..many).map(turn).collect()
    }

    #[test]
    fn a_second_of_unused_rate_goes_at_once_and_the_rest_in_its_turn() {
        assert_eq!(waits(2.0, Rank::First, 8), [0, 0, 500, 1_000, 1_500, 2_000, -3_500, -4_000]);
        assert_eq!(waits(0.5, Rank::First, 4), [0, 2_000, -6_000, -8_000], "one process of two in the sandbox");
    }

    #[test]
    fn what_nobody_waits_for_goes_only_while_nothing_else_has_to_wait() {
        assert_eq!(waits(2.0, Rank::Last, 3), [0, 0, -61_500]);
        assert_eq!(waits(2.0, Rank::Second, 5), [0, 0, 500, 1_000, -2_500]);
    }

    #[test]
    fn no_more_than_the_rate_goes_in_any_minute() {
        let mut rate = Rate::default();
        let mut sent = 0;
        for second in 0..60 {
            for _ in 0..100 {
                sent += u32::from(matches!(rate.take(7.0, Rank::First, at(second * 1_000)), Turn::In(_)));
            }
        }
        assert!((420..=440).contains(&sent), "{sent}");
    }
}
