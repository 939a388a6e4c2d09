//! A claim that nobody settled: whoever made it died, or never learnt what SES did.
//!
//! Any event of the mail settles it. Without one it is sent again only if the events are proved to come back: a canary
//! that was sent later has come back and this mail's event has not, so SES never had it. Canaries go by the configuration set
//! of what is told: they prove nothing of what is asked for, which goes by another, so of that nothing is sent again.

use bootstrap::metrics::{self, Metric};
use config::parameters::Parameters;
use domain::ledger::{Entry, Said, State};
use domain::ports::{Claim, Hints, Mails, Unavailable};
use domain::situations::{Class, Errs, Situation};
use email::ses::Sender;
use jiff::Timestamp;
use queue::sqs::LONGEST_DELAY;

use crate::probe::{closed, send_canary};
use crate::tell::{Next, Telling};

/// What is to be done about it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Ruling {
    Wait(Timestamp),
    SendAgain,
    GivenUp,
}

/// Rules on a claim that was made at `claimed_at`.
pub(crate) async fn rule<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
    situation: &Situation,
    token: &str,
    claimed_at: Timestamp,
) -> Result<Ruling, Unavailable> {
    let (world, timing) = (telling.world, telling.world.timing);
    let now = (world.clock)();
    let settles_at = claimed_at + timing.ambiguous_after;
    if now < settles_at {
        return Ok(Ruling::Wait(settles_at));
    }
    let canary = world.mails.feedback_alive().await?;
    let alive = canary.back_from.is_some_and(|sent_at| sent_at >= settles_at);
    if alive && situation.kind.class() == Class::Feedback {
        tracing::warn!(intent = %situation.intent, "nobody knows whether SES took a mail that nobody waits for: it is given up");
        let reason = "whether SES took it cannot be known".to_owned();
        settle(telling, situation, token, &State::GivenUp { reason }, now).await?;
        return Ok(Ruling::GivenUp);
    }
    if alive {
        tracing::warn!(intent = %situation.intent, "SES's events come back and this mail's did not: sending it again");
        return Ok(Ruling::SendAgain);
    }
    if let Some(at) = closed(telling).await? {
        return Ok(Ruling::Wait(at));
    }
    // Silence is proved by a canary that does not come back, not by nobody having looked for long.
    let silent = canary.sent_at.is_some_and(|sent_at| sent_at >= settles_at && now >= sent_at + timing.silence());
    let silent = silent && now > settles_at + timing.ambiguous_after;
    if silent {
        metrics::count(Metric::FeedbackSilent, 1, now);
        if situation.kind.errs() == Errs::Miss {
            tracing::error!(intent = %situation.intent, "SES's events do not come back: a mail that is better missed than doubled is given up");
            let reason = "whether SES took it cannot be known, and SES's events do not come back".to_owned();
            settle(telling, situation, token, &State::GivenUp { reason }, now).await?;
            return Ok(Ruling::GivenUp);
        }
        tracing::error!(intent = %situation.intent, "SES's events do not come back: a mail waits; see the README on FeedbackSilent");
    }
    send_canary(telling, timing.ambiguous_after).await?;
    Ok(Ruling::Wait(now + if silent { LONGEST_DELAY } else { timing.canary }))
}

/// A claim that nobody settled, of which SES has told: now it is settled. Whoever claimed it may still be about to, so not at
/// once.
pub(crate) async fn heard_of<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
    situation: &Situation,
    entry: &Entry,
) -> Result<Next, Unavailable> {
    let now = (telling.world.clock)();
    let State::Claimed { token, at } = &entry.state else { return Ok(Next::Never) };
    if now < *at + telling.world.timing.ambiguous_after {
        return Ok(Next::Never);
    }
    tracing::info!(intent = %situation.intent, "SES's event settled a mail of which nobody knew");
    metrics::count(Metric::SendsHeardOf, 1, now);
    let sent = State::Sent { ses_id: "known by its event".to_owned(), at: *at };
    settle(telling, situation, token, &sent, *at).await?;
    Ok(Next::Never)
}

/// A claim that nobody settled, of something that is not to be told any more: it ends, once its event had time to come.
pub(crate) async fn outlived<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
    situation: &Situation,
    token: &str,
    claimed_at: Timestamp,
    why: &str,
) -> Result<Next, Unavailable> {
    let now = (telling.world.clock)();
    let settles_at = claimed_at + telling.world.timing.ambiguous_after;
    if now < settles_at {
        return Ok(Next::At(settles_at));
    }
    let reason = format!("whether SES took it is not known; it is not sent again: {why}");
    settle(telling, situation, token, &State::GivenUp { reason }, now).await?;
    Ok(Next::Never)
}

async fn settle<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
    situation: &Situation,
    token: &str,
    state: &State,
    now: Timestamp,
) -> Result<(), Unavailable> {
    if matches!(state, State::GivenUp { .. }) {
        metrics::count(Metric::SendsGivenUp, 1, now);
    }
    let claim = Claim {
        intent: situation.intent.clone(),
        kind: situation.kind,
        token: token.to_owned(),
        said: Said::default(),
        over: None,
        at: now,
    };
    telling.world.mails.settle(&claim, state, now).await
}
