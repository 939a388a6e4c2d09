//! Telling one situation: render, claim, send, confirm.

use bootstrap::metrics::{self, Metric};
use config::parameters::Parameters;
use domain::gate::Gate;
use domain::ids::OrderId;
use domain::ledger::{Entry, State, Suppression};
use domain::policy::Policy;
use domain::ports::{Claim, Claimed, Hints, Mails, Stored, Unavailable};
use domain::situations::Situation;
use domain::view::View;
use email::ses::{Outcome, Sender, Tags};
use email::{Message, Unrenderable};
use jiff::Timestamp;

use crate::look::SharedShop;
use crate::pass::{Pass, pass, tried};
use crate::rank::{forbidden, rank};
use crate::unsettled::{Ruling, rule};
use crate::{World, addressee};

/// Everything that one order's mails share.
pub(crate) struct Telling<'a, P, M, S, H> {
    pub(crate) world: &'a World<P, M, S, H>,
    pub(crate) order: &'a OrderId,
    pub(crate) cause: &'a str,
    pub(crate) stored: &'a Stored,
    pub(crate) shop: &'a SharedShop,
    pub(crate) policy: &'a Policy,
    pub(crate) suppressed: Option<Suppression>,
    pub(crate) token: &'a str,
    /// Whether this look may be what ends the process.
    pub(crate) suspect: bool,
}

/// Whether somebody has to look again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Next {
    Never,
    At(Timestamp),
}

/// Tells a situation that is due.
pub(crate) async fn tell<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
    situation: &Situation,
    entry: Option<&Entry>,
) -> Result<Next, Unavailable> {
    let now = (telling.world.clock)();
    let over = match entry.map(|entry| &entry.state) {
        Some(State::Owed { not_before }) if *not_before > now => return Ok(Next::At(*not_before)),
        Some(State::Claimed { token, at }) => match rule(telling, situation, token, *at).await? {
            Ruling::Wait(until) => return Ok(Next::At(until)),
            Ruling::GivenUp => return Ok(Next::Never),
            Ruling::SendAgain => Some(token.clone()),
        },
        _ => None,
    };
    let rank = rank(situation.kind);
    if let Some(why) = addressee::suppressed(telling, situation, now).await?.filter(|why| forbidden(*why, rank)) {
        return hold(telling, situation, why.reason()).await;
    }
    let probing = match pass(telling, rank).await? {
        Pass::Go(probing) => probing,
        Pass::Wait(at, why) => return owe(telling, situation, entry, at, why).await,
    };
    let Some(view) = View::new(&telling.stored.order, telling.policy) else {
        return hold(telling, situation, "there is no order").await;
    };
    let message = match render(telling, situation, &view, now).await? {
        Ok(message) => message,
        Err(why) => return hold(telling, situation, &why).await,
    };
    if !addressee::may_ask(telling, situation, &view, now).await? {
        return Ok(Next::Never);
    }
    let claim = Claim {
        intent: situation.intent.clone(),
        kind: situation.kind,
        token: telling.token.to_owned(),
        said: message.said.clone(),
        over,
        at: now,
    };
    match telling.world.mails.claim(&claim).await? {
        Claimed::Ours { attempt } => {
            if claim.over.is_some() {
                metrics::count(Metric::SendsRepeated, 1, now);
            }
            send(telling, &claim, &message, attempt, probing.as_ref()).await
        }
        Claimed::Theirs(entry) if entry.ended() => Ok(Next::Never),
        Claimed::Theirs(_) => Ok(Next::At(now + telling.world.timing.ambiguous_after)),
    }
}

async fn render<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
    situation: &Situation,
    view: &View<'_>,
    now: Timestamp,
) -> Result<Result<Message, String>, Unavailable> {
    let leads = addressee::leads(telling, situation, view, now).await?;
    let (shop, order) = (telling.shop, telling.order);
    let built_in = || (telling.world.compose)(shop, order, view, situation, &leads, now);
    // As it is built in, and why.
    let instead = |flaw: String| {
        failed(telling, situation, &flaw, now);
        let mut written = built_in();
        if let Ok(message) = &mut written {
            message.said.built_in = Some(flaw);
        }
        written
    };
    let written = match telling.world.designs.of(&telling.stored.shop, now).await {
        None => built_in(),
        Some(_) if telling.suspect => instead("it may be what this look failed of four times".to_owned()),
        Some(design) => match design.compose(shop, order, view, situation, &leads, now) {
            Err(Unrenderable::Design(flaw)) => instead(flaw.to_string()),
            written => written,
        },
    };
    Ok(written.map_err(|why| why.to_string()))
}

/// A mail goes out as it is built in, because the shop's own design fails: somebody has to know.
fn failed<P, M, S, H>(telling: &Telling<'_, P, M, S, H>, situation: &Situation, flaw: &str, now: Timestamp) {
    let (shop, order, intent) = (&telling.stored.shop, telling.order, &situation.intent);
    let kind = situation.kind.name();
    tracing::error!(shop, %order, %intent, kind, %flaw, "a shop's design fails: the mail goes out as it is built in");
    metrics::count(Metric::OrdersHeld, 1, now);
}

async fn send<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
    claim: &Claim,
    message: &Message,
    attempt: u32,
    probing: Option<&Gate>,
) -> Result<Next, Unavailable> {
    let world = telling.world;
    let tags =
        Tags { shop: telling.stored.shop.clone(), order: telling.order.clone(), intent: claim.intent.clone(), attempt };
    let outcome = world.ses.send(message, &tags).await;
    if let Err(error) = tried(telling, probing, &outcome).await {
        tracing::warn!(%error, "what a try says of other mails could not be noted: the next one says it again");
    }
    let now = (world.clock)();
    let (order, intent, kind, delivery) = (telling.order, &claim.intent, claim.kind.name(), telling.cause);
    match outcome {
        Outcome::Accepted { ses_id } => {
            tracing::info!(%order, %intent, kind, delivery, ses_id, attempt, "SES accepted a mail");
            metrics::count(Metric::MailsSent, 1, now);
            if let Err(error) = world.mails.settle(claim, &State::Sent { ses_id, at: now }, now).await {
                // SES's own event will say the same.
                tracing::warn!(%intent, %error, "an accepted mail could not be confirmed: its event will");
            }
            Ok(Next::Never)
        }
        Outcome::NotNow { why, account, retry_after } => {
            tracing::warn!(%order, %intent, kind, delivery, why, "SES refused a mail for now: it is owed");
            let gate = world.sending.gate();
            let not_before = match account {
                Some(_) => gate.comes_back(order, rank(claim.kind), world.timing.pace(), now),
                None => now + retry_after,
            };
            world.mails.settle(claim, &State::Owed { not_before }, now).await?;
            Ok(Next::At(not_before))
        }
        Outcome::Never { why } => {
            tracing::error!(%order, %intent, kind, delivery, why, "SES will never take this mail: it is held; look at its address and sender");
            metrics::count(Metric::MailsHeld, 1, now);
            world.mails.settle(claim, &State::Held { reason: why }, now).await?;
            Ok(Next::Never)
        }
        Outcome::Unknown { why } => {
            tracing::warn!(%order, %intent, kind, delivery, why, "nobody knows whether SES took a mail: waiting for its event");
            metrics::count(Metric::SendsAmbiguous, 1, now);
            Ok(Next::At(now + world.timing.ambiguous_after))
        }
    }
}

/// Notes once that a mail waits, so that the ledger says why.
async fn owe<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
    situation: &Situation,
    entry: Option<&Entry>,
    at: Timestamp,
    why: Option<String>,
) -> Result<Next, Unavailable> {
    let now = (telling.world.clock)();
    let untold = entry.is_none_or(|entry| entry.state == State::Untold);
    if let Some(why) = why.filter(|_| untold) {
        let (order, intent) = (telling.order, &situation.intent);
        tracing::info!(%order, %intent, kind = situation.kind.name(), why, "a mail waits");
        let state = State::Owed { not_before: at };
        telling.world.mails.note(intent, situation.kind, &state, &why, now).await?;
    }
    Ok(Next::At(at))
}

async fn hold<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
    situation: &Situation,
    why: &str,
) -> Result<Next, Unavailable> {
    let now = (telling.world.clock)();
    let (order, intent) = (telling.order, &situation.intent);
    tracing::warn!(%order, %intent, kind = situation.kind.name(), why, "a mail is held");
    metrics::count(Metric::MailsHeld, 1, now);
    let state = State::Held { reason: why.to_owned() };
    telling.world.mails.note(intent, situation.kind, &state, why, now).await?;
    Ok(Next::Never)
}
