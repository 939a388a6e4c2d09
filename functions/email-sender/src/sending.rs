//! What one process knows of sending: the gate as it saw it last, its share of the rate, and how its last tries went.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bootstrap::metrics::{self, Metric};
use bootstrap::start::Pause;
use domain::gate::{Gate, Rank};
use domain::reputation::Reputation;
use email::ses::{Account, Sender};
use jiff::{SignedDuration, Timestamp};

use crate::rate::{Rate, Turn};

/// What SES allows is asked again after so long, or …
const STALE: SignedDuration = SignedDuration::from_hours(1);
/// … sooner, if this process has sent so many since …
const MANY: u32 = 100;
/// … but never sooner than this.
const YOUNG: SignedDuration = SignedDuration::from_mins(5);
/// So many unknown outcomes one after the other are an outage.
const IN_A_ROW: u32 = 3;
/// How long mails may wait until somebody is told, and how often one process tells it.
const PATIENCE: SignedDuration = SignedDuration::from_mins(10);
const RING: SignedDuration = SignedDuration::from_mins(5);

/// What one process knows of sending.
#[derive(Debug)]
pub struct Sending {
    concurrency: u32,
    pub(crate) pause: fn(Duration) -> Pause,
    known: Mutex<Known>,
}

#[derive(Debug, Default)]
struct Known {
    gate: Gate,
    reputation: Reputation,
    rate: Rate,
    account: Option<Account>,
    asked_at: Option<Timestamp>,
    /// Mails that SES took since it was asked.
    sent: u32,
    /// Unknown outcomes since the last known one.
    unknown: u32,
    rung_at: Option<Timestamp>,
}

impl Sending {
    /// Of one of so many processes; `pause` lets time pass.
    pub fn new(concurrency: u32, pause: fn(Duration) -> Pause) -> Self {
        Self { concurrency: concurrency.max(1), pause, known: Mutex::default() }
    }

    /// Asks SES what it allows, if it is time to; what mails would wait for twice is asked once.
    pub async fn learn(&self, ses: &impl Sender, now: Timestamp) {
        let fresh = {
            let known = self.known();
            let age = known.asked_at.map_or(SignedDuration::MAX, |at| now.duration_since(at));
            age < YOUNG || (age < STALE && known.sent < MANY)
        };
        if !fresh {
            self.ask(ses, now).await;
        }
    }

    /// Asks SES now.
    pub(crate) async fn ask(&self, ses: &impl Sender, now: Timestamp) -> Option<Account> {
        self.known().asked_at = Some(now);
        let answer = ses.account().await;
        let mut known = self.known();
        if let Some(account) = answer {
            known.account = Some(account);
            known.sent = 0;
        } else {
            tracing::warn!("SES does not say what it allows: what it said before is taken, or no limit");
        }
        answer
    }

    /// What a look read.
    pub(crate) fn saw(&self, gate: Gate, reputation: Reputation) {
        let mut known = self.known();
        if gate.turn >= known.gate.turn {
            known.gate = gate;
        }
        known.reputation = reputation;
    }

    /// What this process turned the gate to.
    pub(crate) fn turned(&self, gate: Gate, forgiven: &Reputation) {
        let mut known = self.known();
        known.gate = gate;
        known.reputation.counts.retain(|key, _| !forgiven.counts.contains_key(key));
    }

    pub(crate) fn gate(&self) -> Gate {
        self.known().gate.clone()
    }

    pub(crate) fn reputation(&self) -> Reputation {
        self.known().reputation.clone()
    }

    /// Mails sent within the last day by the account, as far as known.
    pub(crate) fn sent_in_a_day(&self) -> Option<f64> {
        let known = self.known();
        known.account.map(|account| account.sent + f64::from(known.sent))
    }

    /// Whether so little of the day's quota is left that it is kept for those who go before this rank.
    pub(crate) fn scarce(&self, rank: Rank) -> bool {
        let known = self.known();
        let Some((account, daily)) = known.account.and_then(|account| Some((account, account.daily?))) else {
            return false;
        };
        let left = daily - account.sent - f64::from(known.sent) * f64::from(self.concurrency);
        let kept = match rank {
            Rank::First => return false,
            Rank::Second => 0.05,
            Rank::Last => 0.10,
        };
        left < daily * kept
    }

    /// When a mail may go, at the account's rate.
    pub(crate) fn turn(&self, rank: Rank, now: Timestamp) -> Turn {
        let mut known = self.known();
        match known.account.filter(|account| account.rate > 0.0) {
            Some(account) => known.rate.take(account.rate / f64::from(self.concurrency), rank, now),
            None => Turn::In(SignedDuration::ZERO),
        }
    }

    /// A try whose outcome is known.
    pub(crate) fn known_outcome(&self, accepted: bool) {
        let mut known = self.known();
        known.unknown = 0;
        known.sent += u32::from(accepted);
    }

    /// A try whose outcome is not known: whether that is an outage.
    pub(crate) fn unknown_outcome(&self) -> bool {
        let mut known = self.known();
        known.unknown += 1;
        known.unknown >= IN_A_ROW
    }

    /// A mail waits at the gate: after a while the alarm rings.
    pub(crate) fn waits(&self, now: Timestamp) {
        let mut known = self.known();
        let long = known.gate.waits_since().is_some_and(|since| {
            matches!(known.gate.state, domain::gate::State::Stopped { .. }) || now.duration_since(since) > PATIENCE
        });
        if long && known.rung_at.is_none_or(|at| now.duration_since(at) >= RING) {
            known.rung_at = Some(now);
            tracing::error!(gate = ?known.gate.state, "mails wait because SES takes none: see the README on SendingStopped");
            metrics::count(Metric::SendingStopped, 1, now);
        }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
