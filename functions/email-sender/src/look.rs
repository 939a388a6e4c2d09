//! One look at one order: what is due is told, what is not yet due is looked at again.

use std::collections::BTreeSet;
use std::sync::Arc;

use config::parameters::Parameters;
use domain::ids::IntentId;
use domain::ledger::{Entry, Ledger, State};
use domain::policy::Policy;
use domain::ports::{AddressKey, Hints, LookAt, Mails, Stored, Unavailable};
use domain::shop::Shop;
use domain::situations::{Situation, Verdict};
use domain::table::Table;
use email::ses::Sender;
use jiff::{SignedDuration, Timestamp};

use crate::World;
use crate::addressee::heed;
use crate::tell::{Next, Telling, tell};
use crate::unsettled::{heard_of, outlived};

/// What is further away is left to the clock, which looks at whatever is owed: were it queued too, each tick would add a
/// hint that begets hints for as long as something is owed.
const QUEUED: SignedDuration = SignedDuration::from_mins(14);
/// How long a look is put back again and again. The clock looks a quarter of an hour after something should have gone, and
/// begins anew: then this one has to end, or the clock's looks would add up.
const PUT_BACK: SignedDuration = SignedDuration::from_mins(18);

/// Looks at an order and does what is due; a suspect look in mails as they are built in.
pub(crate) async fn look<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    world: &World<P, M, S, H>,
    look: &LookAt,
    token: &str,
    suspect: bool,
) -> Result<(), Unavailable> {
    let now = (world.clock)();
    let mut looked = world.mails.look(&look.order, &look.intents, look.address.as_ref()).await?;
    let Some(stored) = looked.stored.take() else {
        tracing::info!(order = %look.order, "a hint at an order that is not there");
        return Ok(());
    };
    let Some(shop) = world.settings.shop(&stored.shop, now).await? else {
        tracing::error!(shop = stored.shop, "a shop's settings are gone: put its parameter back");
        return Err(Unavailable::new("the shop's settings", "there are none"));
    };
    world.sending.saw(std::mem::take(&mut looked.gate), std::mem::take(&mut looked.reputation));
    let policy = shop.policy();
    let all = decide(world, look, &stored, policy, &mut looked.ledger, now).await?;
    let address = address(world, &stored, now).await?;
    if address.is_some() && address != look.address {
        looked.suppressed = world.mails.look(&look.order, &[], address.as_ref()).await?.suppressed;
    }
    looked.suppressed = heed(world, &stored, address.as_ref(), looked.suppressed).await?;
    let telling = Telling {
        world,
        order: &look.order,
        cause: &look.cause,
        stored: &stored,
        shop: &shop,
        policy,
        suppressed: looked.suppressed,
        token,
        suspect,
    };
    let mut next: Option<Timestamp> = None;
    for situation in &all {
        let entry = looked.ledger.get(&situation.intent);
        let later = one(&telling, situation, entry, now).await?;
        if let Next::At(at) = later {
            next = Some(next.map_or(at, |known| known.min(at)));
        }
    }
    let now = (world.clock)();
    let since = look.since.unwrap_or(now);
    let soon = |at: &Timestamp| at.duration_since(now) < QUEUED && now.duration_since(since) < PUT_BACK;
    if let Some(at) = next.filter(soon) {
        let came = all.iter().filter(|situation| situation.came(at));
        let intents = came.map(|situation| situation.intent.clone()).collect();
        let (order, cause) = (look.order.clone(), look.cause.clone());
        let again = LookAt { order, cause, intents, address, since: Some(since) };
        let delay = at.duration_since(now).max(SignedDuration::from_secs(1));
        return world.hints.look(&[(again, delay)]).await.into_iter().collect();
    }
    Ok(())
}

/// Decides again, from the order as it is and all that its ledger says.
async fn decide<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    world: &World<P, M, S, H>,
    look: &LookAt,
    stored: &Stored,
    policy: &Policy,
    ledger: &mut Ledger,
    now: Timestamp,
) -> Result<Vec<Situation>, Unavailable> {
    let Some(table) = Table::new(&look.order, &stored.order, policy, now) else { return Ok(Vec::new()) };
    let mut all = table.situations(ledger);
    let mut read: BTreeSet<IntentId> = BTreeSet::new();
    // What the ledger says of some can make others come true: what the merchant is told of mail that came back.
    for _ in 0..2 {
        let came = all.iter().filter(|situation| situation.came(now)).map(|situation| &situation.intent);
        let unread = came.filter(|intent| !look.intents.contains(intent) && !read.contains(intent));
        let unread: Vec<IntentId> = unread.cloned().collect();
        if unread.is_empty() {
            break;
        }
        ledger.extend(world.mails.entries(&unread).await?);
        read.extend(unread);
        all = table.situations(ledger);
    }
    Ok(all)
}

async fn address<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    world: &World<P, M, S, H>,
    stored: &Stored,
    now: Timestamp,
) -> Result<Option<AddressKey>, Unavailable> {
    let Some(email) = stored.order.email() else { return Ok(None) };
    let people = world.settings.people(now).await?;
    Ok(Some(AddressKey { shop: stored.shop.clone(), hash: people.hash(&stored.shop, email) }))
}

/// One situation: told, looked at later, or noted why not.
async fn one<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
    situation: &Situation,
    entry: Option<&Entry>,
    now: Timestamp,
) -> Result<Next, Unavailable> {
    if let Some(entry) = entry.filter(|entry| entry.ended()) {
        return heard_of(telling, situation, entry).await;
    }
    match &situation.verdict {
        Verdict::Tell { not_before } if *not_before > now => Ok(Next::At(*not_before)),
        Verdict::Tell { .. } => tell(telling, situation, entry).await,
        // What never came to be is no end to note, unless somebody began to tell it.
        Verdict::Idle(_) if entry.is_none() => Ok(Next::Never),
        Verdict::Obsolete(_) | Verdict::Off(_) if entry.is_none() && !situation.came(now) => Ok(Next::Never),
        Verdict::Obsolete(why) | Verdict::Off(why) | Verdict::Idle(why) => {
            not_told(telling, situation, entry, why, now).await
        }
    }
}

/// What is not to be told ends in the ledger with its reason, once.
async fn not_told<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
    situation: &Situation,
    entry: Option<&Entry>,
    why: &str,
    now: Timestamp,
) -> Result<Next, Unavailable> {
    let (intent, kind) = (&situation.intent, situation.kind);
    match entry.map(|entry| &entry.state) {
        Some(State::Claimed { token, at }) => return outlived(telling, situation, token, *at, why).await,
        None | Some(State::Owed { .. }) => {
            tracing::info!(%intent, kind = kind.name(), why, "not told");
            telling.world.mails.note(intent, kind, &State::Untold, why, now).await?;
        }
        _ => {}
    }
    Ok(Next::Never)
}

/// A shop's settings, shared.
pub(crate) type SharedShop = Arc<Shop>;
