//! Passing the gate before SES: a mail goes now, or comes back when it may.

use config::parameters::Parameters;
use domain::gate::{Gate, Rank, State, Why};
use domain::ports::{Hints, Mails, Unavailable};
use domain::reputation::Reputation;
use email::ses::{Outcome, Sender};
use jiff::{SignedDuration, Timestamp};

use crate::probe::probe;
use crate::rate::Turn;
use crate::tell::Telling;

/// Whether a mail goes now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Pass {
    /// It does; if it is the one that tries whether SES takes mails again, this is the gate meanwhile.
    Go(Option<Gate>),
    /// It does not; why is for the ledger, if it is worth to be noted.
    Wait(Timestamp, Option<String>),
}

/// A mail that has waited so long at a gate that should be open tries, whatever its rank.
const OVERDUE: SignedDuration = SignedDuration::from_mins(5);

/// Asks whether a mail of this rank may go.
pub(crate) async fn pass<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
    rank: Rank,
) -> Result<Pass, Unavailable> {
    let world = telling.world;
    let sending = &world.sending;
    let now = (world.clock)();
    sending.learn(&world.ses, now).await;
    let gate = sending.gate();
    match &gate.state {
        State::Open => {}
        State::Stopped { since, .. } => {
            if world.settings.resumed_at(now).await?.is_none_or(|at| at <= *since) {
                return Ok(wait(telling, rank));
            }
            if !turn(telling, gate.opened(), &sending.reputation()).await? {
                return Ok(wait(telling, rank));
            }
            tracing::warn!("sending was resumed: what harmed the reputation before does not count any more");
        }
        State::Closed(closed) => {
            let patient = rank == Rank::Last && now.duration_since(closed.until) < OVERDUE;
            let Some(probing) = gate.probing(now).filter(|_| !patient) else { return Ok(wait(telling, rank)) };
            return probe(telling, probing, closed.why, rank).await;
        }
    }
    if stops(telling).await? {
        return Ok(wait(telling, rank));
    }
    if rank == Rank::Last && sending.sent_in_a_day().is_some_and(|sent| sending.reputation().strained(sent, now)) {
        let why = "too much mail came back or was unwanted today: what customers wait for goes first".to_owned();
        return Ok(Pass::Wait(now + OVERDUE * 12, Some(why)));
    }
    if sending.scarce(rank) {
        let why = "what is left of the day's quota is kept for what customers wait for".to_owned();
        return Ok(Pass::Wait(now + OVERDUE * 3, Some(why)));
    }
    match sending.turn(rank, now) {
        Turn::At(later) => Ok(Pass::Wait(later, None)),
        Turn::In(wait) => {
            if let Ok(wait) = std::time::Duration::try_from(wait)
                && !wait.is_zero()
            {
                (sending.pause)(wait).await;
            }
            Ok(Pass::Go(None))
        }
    }
}

/// Turns the gate after a try: what its outcome says of every other mail.
pub(crate) async fn tried<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
    probing: Option<&Gate>,
    outcome: &Outcome,
) -> Result<(), Unavailable> {
    let sending = &telling.world.sending;
    let why = match outcome {
        Outcome::Unknown { .. } => (sending.unknown_outcome() || probing.is_some()).then_some(Why::Outage),
        Outcome::NotNow { account, .. } => {
            sending.known_outcome(false);
            *account
        }
        Outcome::Accepted { .. } | Outcome::Never { .. } => {
            sending.known_outcome(matches!(outcome, Outcome::Accepted { .. }));
            None
        }
    };
    match (why, probing) {
        (Some(why), Some(probing)) => close(telling, probing, why).await,
        (Some(why), None) => {
            let gate = sending.gate();
            // Somebody may have closed it while this mail was on its way.
            if gate.state == State::Open { close(telling, &gate, why).await } else { Ok(()) }
        }
        (None, Some(probing)) => turn(telling, probing.opened(), &Reputation::default()).await.map(|_| ()),
        (None, None) => Ok(()),
    }
}

/// Stops everything if what came back today would ruin the account's reputation.
async fn stops<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
) -> Result<bool, Unavailable> {
    let world = telling.world;
    let (sending, now) = (&world.sending, (world.clock)());
    let reputation = sending.reputation();
    if reputation.spotless(now) {
        return Ok(false);
    }
    let ruinous = |sent: Option<f64>| sent.and_then(|sent| reputation.ruinous(sent, now));
    if ruinous(sending.sent_in_a_day()).is_none() {
        return Ok(false);
    }
    // What was sent since SES was asked last may make it harmless.
    sending.ask(&world.ses, now).await;
    let Some(why) = ruinous(sending.sent_in_a_day()) else { return Ok(false) };
    tracing::error!(
        why,
        "sending stops by itself: see the README on SendingStopped, and resume when the cause is found"
    );
    turn(telling, sending.gate().stopped(why, now), &Reputation::default()).await
}

pub(crate) async fn close<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
    gate: &Gate,
    why: Why,
) -> Result<(), Unavailable> {
    let closed = gate.closed(why, telling.world.timing.pace(), (telling.world.clock)());
    tracing::warn!(why = why.name(), gate = ?closed.state, "SES takes no mails: they wait");
    turn(telling, closed, &Reputation::default()).await.map(|_| ())
}

pub(crate) async fn turn<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
    to: Gate,
    forgive: &Reputation,
) -> Result<bool, Unavailable> {
    let turned = telling.world.mails.turn(&to, forgive).await?;
    if turned {
        telling.world.sending.turned(to, forgive);
    }
    Ok(turned)
}

/// When this order's mails of that rank come back.
pub(crate) fn wait<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
    rank: Rank,
) -> Pass {
    let now = (telling.world.clock)();
    let gate = telling.world.sending.gate();
    telling.world.sending.waits(now);
    let why = match &gate.state {
        State::Open => "somebody else tries whether SES takes mails".to_owned(),
        State::Closed(closed) => format!("SES takes no mails: {}", closed.why.name()),
        State::Stopped { why, .. } => format!("sending has stopped: {why}"),
    };
    Pass::Wait(gate.comes_back(telling.order, rank, telling.world.timing.pace(), now), Some(why))
}
