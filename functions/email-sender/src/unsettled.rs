//! A claim that nobody settled: whoever made it died, or never learnt what SES did.
//!
//! Any event of the mail settles it. Without one it is sent again only if the events are proved to come back: a canary
//! that was sent later has come back and this mail's event has not, so SES never had it.

use bootstrap::metrics::{self, Metric};
use config::parameters::Parameters;
use domain::ledger::{Said, State};
use domain::ports::{Claim, Hints, Mails, Unavailable};
use domain::situations::{Errs, Situation};
use email::ses::Sender;
use jiff::Timestamp;
use queue::sqs::LONGEST_DELAY;

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
    if canary.back_from.is_some_and(|sent_at| sent_at >= settles_at) {
        tracing::warn!(intent = %situation.intent, "SES's events come back and this mail's did not: sending it again");
        return Ok(Ruling::SendAgain);
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
    if world.mails.send_canary(now, now - timing.ambiguous_after).await? {
        let sent = world.ses.canary(&telling.shop.sender, &now.as_millisecond().to_string()).await;
        tracing::info!(?sent, "sent a canary to prove that SES's events come back");
    }
    Ok(Ruling::Wait(now + if silent { LONGEST_DELAY } else { timing.canary }))
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
