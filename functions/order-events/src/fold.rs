//! Facts into orders: fold, decide, keep the raw deliveries, one conditional write an order, hint.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use config::parameters::Parameters;
use domain::fact::Fact;
use domain::ids::OrderId;
use domain::kept::{By, CUSTOMERS};
use domain::ports::{DeadLetters, Hints, LookAt, Orders, ReadLedger, Stored, Unavailable, Written};
use jiff::{SignedDuration, Timestamp};

use crate::World;
use crate::baskets::{keeping, wanted};
use crate::decide::{Decided, Shop, decide};
use crate::find::{Placed, Places, places};
use crate::understand::Understood;

/// How often a write that somebody else came before is folded again.
const TRIES: u32 = 4;

/// Folds what a batch says; answers with the messages that go back to the queue.
pub(crate) async fn fold<P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters>(
    world: &World<P, O, L, H, D>,
    understood: &[Understood],
    now: Timestamp,
) -> BTreeSet<String> {
    let all = || understood.iter().map(|delivery| delivery.message.clone()).collect();
    if understood.is_empty() {
        return BTreeSet::new();
    }
    let understood = &*match wanted(world, understood, now).await {
        Ok(wanted) => wanted,
        Err(error) => {
            tracing::warn!(%error, "shops could not be read: the batch goes back to the queue");
            return all();
        }
    };
    let places = match places(world, understood, now).await {
        Ok(places) => places,
        Err(error) => {
            tracing::warn!(%error, "orders could not be looked up: the batch goes back to the queue");
            return all();
        }
    };
    if let Err(error) = keep(world, understood, &places, now).await {
        tracing::warn!(%error, "raw deliveries could not be kept: the batch goes back to the queue");
        return all();
    }
    let mut by_order: BTreeMap<&OrderId, Vec<&Placed>> = BTreeMap::new();
    for placed in &places.placed {
        by_order.entry(&placed.order).or_default().push(placed);
    }
    let mut returned = places.strangers.clone();
    let mut hints: Vec<(LookAt, SignedDuration)> = Vec::new();
    let mut behind: Vec<Vec<&Placed>> = Vec::new();
    for (id, facts) in by_order {
        match write(world, id, &facts, places.orders.get(id), now).await {
            Ok(hint) => {
                let causes = (hint.is_some()).then_some(facts);
                hints.extend(hint);
                behind.extend(causes);
            }
            Err(error) => {
                tracing::warn!(order = %id, %error, "an order could not be written: its messages go back to the queue");
                returned.extend(facts.iter().map(|placed| placed.message.clone()));
            }
        }
    }
    for (sent, facts) in world.hints.look(&hints).await.into_iter().zip(behind) {
        if let Err(error) = sent {
            tracing::warn!(%error, "a hint could not be queued: its messages go back to the queue");
            returned.extend(facts.iter().map(|placed| placed.message.clone()));
        }
    }
    unpark(world, &places, &returned).await;
    hear(world, understood, now).await;
    returned
}

/// Raw deliveries are kept before anything that was folded from them is written.
async fn keep<P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters>(
    world: &World<P, O, L, H, D>,
    understood: &[Understood],
    places: &Places,
    now: Timestamp,
) -> Result<(), Unavailable> {
    let folded: BTreeSet<&str> = places.placed.iter().map(|placed| placed.digest.as_str()).collect();
    let deliveries = understood.iter().chain(&places.recovered);
    let kept: Vec<_> = deliveries
        .filter(|delivery| folded.contains(delivery.digest.as_str()))
        .map(|delivery| (&delivery.kept, keeping(delivery)))
        .collect();
    world.orders.keep(&kept, now).await
}

/// Folds one order's facts onto what is stored, whoever wrote that, and writes it; the hint that it needs, if any.
async fn write<P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters>(
    world: &World<P, O, L, H, D>,
    id: &OrderId,
    facts: &[&Placed],
    read: Option<&Stored>,
    now: Timestamp,
) -> Result<Option<(LookAt, SignedDuration)>, Unavailable> {
    let name = &facts[0].shop;
    let shop = Shop::read(&world.settings, name, now).await?;
    let mut base = read.map(Cow::Borrowed);
    for attempt in 0..TRIES {
        let mut stored = base.as_deref().cloned().unwrap_or_else(|| empty(name));
        let order = Arc::make_mut(&mut stored.order);
        for placed in facts {
            order.fold(&placed.source, placed.observed, Fact::clone(&placed.fact));
            if !stored.deliveries.contains(&placed.digest) {
                Arc::make_mut(&mut stored.deliveries).insert(placed.digest.clone());
            }
        }
        let again = facts.iter().any(|placed| placed.again);
        let before = read.map(|stored| stored.order.as_ref());
        let decided = decide(world, &shop, id, before, &mut stored, again, now).await?;
        let unchanged = base.as_ref().is_some_and(|base| base.order == stored.order && base.wake_at == stored.wake_at);
        if unchanged {
            return Ok(hint(id, facts, decided, now));
        }
        if base.as_ref().is_none_or(|base| base.order != stored.order) {
            stored.v += 1;
        }
        let written = world.orders.write(id, &stored, &decided.handles, base.as_ref().map(|b| b.v), now).await?;
        match written {
            Written::Done => {
                log(id, facts, &stored, &decided);
                return Ok(hint(id, facts, decided, now));
            }
            Written::Conflict(there) => base = there.map(|there| Cow::Owned(*there)),
        }
        let jitter = now.subsec_nanosecond().unsigned_abs() / 7 % 20;
        (world.pause)(Duration::from_millis(u64::from(10 * (attempt + 1) + jitter))).await;
    }
    Err(Unavailable::new("the order", "others kept writing it"))
}

fn empty(shop: &str) -> Stored {
    Stored { shop: shop.to_owned(), order: Arc::default(), deliveries: Arc::default(), wake_at: None, v: 0 }
}

fn hint(id: &OrderId, facts: &[&Placed], decided: Decided, now: Timestamp) -> Option<(LookAt, SignedDuration)> {
    let due = decided.look_at?;
    let cause = facts.first().map(|placed| placed.delivery.clone()).unwrap_or_default();
    let look = LookAt { order: id.clone(), cause, intents: decided.intents, address: decided.address, since: None };
    Some((look, due.duration_since(now).max(SignedDuration::ZERO)))
}

fn log(id: &OrderId, facts: &[&Placed], stored: &Stored, decided: &Decided) {
    let deliveries: Vec<&str> = facts.iter().map(|placed| placed.delivery.as_str()).collect();
    let (headline, hint) = (decided.handles.headline, decided.look_at.is_some());
    tracing::info!(order = %id, shop = stored.shop, v = stored.v, headline, hint, ?deliveries, "wrote an order");
}

/// Notes who was heard, so that his silence is noticed. Nothing hangs on one hour.
async fn hear<P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters>(
    world: &World<P, O, L, H, D>,
    understood: &[Understood],
    now: Timestamp,
) {
    let said = understood.iter().filter(|delivery| delivery.kept.by != By::Reconcile);
    let sources: BTreeSet<_> = said.filter(|one| one.kept.family != CUSTOMERS).map(|one| &one.source).collect();
    for source in sources {
        if let Err(error) = world.orders.heard(source, now).await {
            tracing::warn!(%error, "the hour in which a source was heard could not be noted: its next word notes it");
        }
    }
}

/// Parked facts go only after their order was written. If this fails, the next linker finds them again: no harm.
async fn unpark<P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters>(
    world: &World<P, O, L, H, D>,
    places: &Places,
    returned: &BTreeSet<String>,
) {
    let mut done: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
    for waited in places.waited.iter().filter(|waited| !returned.contains(&waited.message)) {
        done.entry(&waited.link).or_default().insert(waited.digest.clone());
    }
    for (link, digests) in done {
        if let Err(error) = world.orders.unpark(link, &digests).await {
            tracing::warn!(%error, "parked facts could not be taken off their name; they are folded again, without effect");
        }
    }
}
