//! Finding out whether SES takes mails again, and whether its events come back.

use config::parameters::Parameters;
use domain::gate::{Gate, Rank, State, Why};
use domain::ports::{Hints, Mails, Unavailable};
use domain::reputation::Reputation;
use email::ses::{Account, Outcome, Sender};
use jiff::{SignedDuration, Timestamp};

use crate::pass::{Pass, close, turn, wait};
use crate::tell::Telling;

/// Whether a mail that nobody knows anything of has to wait: then there is no sense in asking for its event. If it is time
/// to try, a canary does.
pub(crate) async fn closed<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
) -> Result<Option<Timestamp>, Unavailable> {
    let gate = telling.world.sending.gate();
    if gate.state == State::Open {
        return Ok(None);
    }
    let probing = gate.probing((telling.world.clock)());
    if let Some(probing) = probing
        && turn(telling, probing.clone(), &Reputation::default()).await?
        && canary(telling, &probing).await?
    {
        return Ok(None);
    }
    let Pass::Wait(at, _) = wait(telling, Rank::First) else { return Ok(None) };
    Ok(Some(at))
}

/// One tries whether SES takes mails again: this mail, if SES has said no; a canary, if SES has said nothing, because then
/// nobody would know what became of the mail.
pub(crate) async fn probe<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
    probing: Gate,
    why: Why,
    rank: Rank,
) -> Result<Pass, Unavailable> {
    let world = telling.world;
    if !turn(telling, probing.clone(), &Reputation::default()).await? {
        return Ok(wait(telling, rank));
    }
    if why == Why::Outage {
        let open = canary(telling, &probing).await?;
        return Ok(if open { Pass::Go(None) } else { wait(telling, rank) });
    }
    if matches!(why, Why::Quota | Why::Paused) {
        // SES may say by itself that it would refuse: then no mail has to be refused.
        let account = world.sending.ask(&world.ses, (world.clock)()).await;
        let refuses = |of: Account| !of.enabled || of.daily.is_some_and(|daily| of.sent >= daily);
        if account.is_some_and(refuses) {
            close(telling, &probing, why).await?;
            return Ok(wait(telling, rank));
        }
    }
    Ok(Pass::Go(Some(probing)))
}

/// A canary tries: whether the gate is open then.
async fn canary<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
    probing: &Gate,
) -> Result<bool, Unavailable> {
    match send_canary(telling, SignedDuration::ZERO).await? {
        Some(Outcome::Accepted { .. }) => turn(telling, probing.opened(), &Reputation::default()).await,
        outcome => {
            let why = match outcome {
                Some(Outcome::NotNow { account: Some(why), .. }) => why,
                _ => Why::Outage,
            };
            close(telling, probing, why).await.map(|()| false)
        }
    }
}

/// Sends a canary, unless one was sent so lately.
pub(crate) async fn send_canary<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
    lately: SignedDuration,
) -> Result<Option<Outcome>, Unavailable> {
    let world = telling.world;
    let now = (world.clock)();
    if !world.mails.send_canary(now, now - lately).await? {
        return Ok(None);
    }
    let outcome = world.ses.canary(&telling.shop.sender, &now.as_millisecond().to_string()).await;
    tracing::info!(?outcome, "sent a canary to prove that SES's events come back");
    world.mails.canary_sent(now, matches!(outcome, Outcome::Accepted { .. })).await?;
    Ok(Some(outcome))
}
