//! What the sender needs beside its ledger: the gate before SES, and proof that SES's events come back.

use jiff::Timestamp;

use super::Unavailable;
use crate::gate::Gate;
use crate::reputation::Reputation;

/// The gate before SES.
pub trait Gates: Sync {
    /// Stores what became of the gate, and forgets these harms, if nobody turned it since the turn before; else false.
    fn turn(&self, to: &Gate, forgive: &Reputation) -> impl Future<Output = Result<bool, Unavailable>> + Send;
}

/// Where canaries are noted.
pub trait Canaries: Sync {
    /// Up to when SES's events are known to come back: the send time of the newest canary that did.
    fn feedback_alive(&self) -> impl Future<Output = Result<Canary, Unavailable>> + Send;

    /// Notes that a canary is about to be sent, unless one has been since `since`; false if one has.
    fn send_canary(&self, now: Timestamp, since: Timestamp) -> impl Future<Output = Result<bool, Unavailable>> + Send;

    /// Notes whether SES has the canary that was about to be sent then. If not, another one may be sent at once.
    fn canary_sent(&self, at: Timestamp, accepted: bool) -> impl Future<Output = Result<(), Unavailable>> + Send;
}

/// Canaries: mails to nobody that prove that SES's events come back.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Canary {
    /// When the newest one was sent that SES took: only one that it has can prove silence.
    pub sent_at: Option<Timestamp>,
    /// When the newest one that came back was sent.
    pub back_from: Option<Timestamp>,
}
