//! Orders whose time has come: queue what is owed again, or let them sleep.

use std::collections::{BTreeMap, BTreeSet};

use bootstrap::batch::caught;
use config::parameters::Parameters;
use domain::ids::{IntentId, OrderId};
use domain::ledger::{Entry, Ledger, State};
use domain::ports::{DeadLetters, Hints, LookAt, Orders, ReadLedger, Stored, Unavailable, Written};
use domain::situations::{Situation, Verdict};
use domain::sleep;
use domain::table::{Table, Untold};
use jiff::{SignedDuration, Timestamp};

use crate::World;
use crate::decide::{Shop, came, handles, heed_again, wake_for};

/// A group whose reads failed is read order by order, until so many have failed: then it is the store, not an order.
const ALONE: usize = 2;

/// Looks at orders because of the time, not because of news; answers with those that have to be woken again.
pub(crate) async fn wake<P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters>(
    world: &World<P, O, L, H, D>,
    ids: &[OrderId],
    now: Timestamp,
) -> BTreeSet<OrderId> {
    let mut failed = BTreeSet::new();
    let mut hints = Vec::new();
    for awake in read(world, ids, now, &mut failed).await {
        let id = awake.id.clone();
        match caught(rest(world, awake, now)).await {
            Some(Ok(hint)) => hints.extend(hint),
            Some(Err(error)) => {
                tracing::warn!(order = %id, %error, "an order could not be woken: the message goes back to the queue");
                failed.insert(id);
            }
            None => {
                tracing::error!(order = %id, "an order made the code panic: the message goes back to the queue");
                failed.insert(id);
            }
        }
    }
    for (sent, (look, _)) in world.hints.look(&hints).await.into_iter().zip(&hints) {
        if let Err(error) = sent {
            tracing::warn!(order = %look.order, %error, "a hint could not be queued: the clock looks again");
            failed.insert(look.order.clone());
        }
    }
    failed
}

/// An order whose time has come, and what its mails' ledger says.
struct Awake {
    id: OrderId,
    stored: Stored,
    shop: Shop,
    untold: Untold,
    intents: Vec<IntentId>,
    told: Ledger,
}

/// Reads what is due, all at once; if that fails, one by one, so that no order costs another.
async fn read<P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters>(
    world: &World<P, O, L, H, D>,
    ids: &[OrderId],
    now: Timestamp,
    failed: &mut BTreeSet<OrderId>,
) -> Vec<Awake> {
    if ids.is_empty() {
        return Vec::new();
    }
    match caught(read_all(world, ids, now, failed)).await {
        Some(Ok(awake)) => return awake,
        Some(Err(error)) => tracing::warn!(orders = ids.len(), %error, "orders could not be read"),
        None => tracing::error!(orders = ids.len(), "an order made the code panic"),
    }
    let mut awake = Vec::new();
    let mut tries = if ids.len() > 1 { ALONE } else { 0 };
    for id in ids {
        let one = std::slice::from_ref(id);
        let read = if tries > 0 { caught(read_all(world, one, now, failed)).await } else { None };
        if let Some(Ok(one)) = read {
            awake.extend(one);
        } else {
            tries = tries.saturating_sub(1);
            failed.insert(id.clone());
        }
    }
    awake
}

/// One read of the orders, one of each shop, one of the ledger.
async fn read_all<P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters>(
    world: &World<P, O, L, H, D>,
    ids: &[OrderId],
    now: Timestamp,
    failed: &mut BTreeSet<OrderId>,
) -> Result<Vec<Awake>, Unavailable> {
    let mut found = world.orders.find(ids, &[]).await?.orders;
    // Somebody woke the others before, or moved their time.
    found.retain(|_, stored| stored.wake_at.is_some_and(|at| at <= now));
    let mut shops = BTreeMap::new();
    for stored in found.values() {
        if !shops.contains_key(&stored.shop) {
            shops.insert(stored.shop.clone(), Shop::read(&world.settings, &stored.shop, now).await);
        }
    }
    let mut awake = Vec::new();
    for (id, stored) in found {
        match &shops[&stored.shop] {
            Ok(shop) => {
                let untold = Table::new(&id, &stored.order, shop.policy(), now).as_ref().map(Table::untold);
                let untold = untold.unwrap_or_default();
                let intents = came(untold.situations(), now);
                awake.push(Awake { id, stored, shop: shop.clone(), untold, intents, told: Ledger::new() });
            }
            Err(error) => {
                tracing::warn!(order = %id, %error, "an order could not be woken: the message goes back to the queue");
                failed.insert(id);
            }
        }
    }
    let intents: Vec<IntentId> = awake.iter().flat_map(|awake| awake.intents.iter().cloned()).collect();
    let mut told = world.ledger.entries(&intents).await?;
    for awake in &mut awake {
        awake.told = awake.intents.iter().filter_map(|intent| told.remove_entry(intent)).collect();
    }
    Ok(awake)
}

/// Sets an order's next time; the hint that it needs, if any.
async fn rest<P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters>(
    world: &World<P, O, L, H, D>,
    awake: Awake,
    now: Timestamp,
) -> Result<Option<(LookAt, SignedDuration)>, Unavailable> {
    let Awake { id, mut stored, shop, untold, intents, told } = awake;
    let table = Table::new(&id, &stored.order, shop.policy(), now);
    let all = table.as_ref().map(|table| table.told(untold, &told)).unwrap_or_default();
    let due = all.iter().filter_map(|situation| due(situation, told.get(&situation.intent), now)).min();
    let address = shop.address(&stored);
    let view = table.as_ref().map(Table::view);
    let heed = heed_again(&stored.order, now);
    let wake = due.map(|due| wake_for(due, now)).into_iter().chain(heed).min();
    let wake_at = sleep::wake_at(view, shop.policy(), wake, now);
    let handles = handles(view, address.as_ref());
    stored.wake_at = wake_at;
    let written = world.orders.write(&id, &stored, &handles, Some(stored.v), now).await?;
    if let Written::Conflict(_) = written {
        return Err(Unavailable::new("the order", "somebody wrote it at the same time"));
    }
    let due = due.filter(|due| due.duration_since(now) <= queue::sqs::LONGEST_DELAY);
    let Some(due) = due.into_iter().chain(heed.map(|_| now)).min() else { return Ok(None) };
    tracing::info!(order = %id, "woke an order: something is owed");
    let look = LookAt { order: id, cause: "clock".to_owned(), intents, address, since: None };
    Ok(Some((look, due.duration_since(now).max(SignedDuration::ZERO))))
}

/// When somebody has to look at a situation, if anybody has to.
fn due(situation: &Situation, entry: Option<&Entry>, now: Timestamp) -> Option<Timestamp> {
    if entry.is_some_and(Entry::ended) {
        return None;
    }
    let state = entry.map(|entry| &entry.state);
    match (&situation.verdict, state) {
        (Verdict::Tell { not_before }, Some(State::Owed { not_before: later })) => Some(*not_before.max(later)),
        (Verdict::Tell { not_before }, _) => Some(*not_before),
        // It is not to be told any more, but was tried: it must end with its reason.
        (_, Some(State::Claimed { .. } | State::Owed { .. })) => Some(now),
        _ => None,
    }
}
