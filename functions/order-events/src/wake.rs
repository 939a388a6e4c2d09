//! An order whose time has come: queue what is owed again, or let it sleep.

use config::parameters::Parameters;
use domain::ids::OrderId;
use domain::ledger::{Entry, State};
use domain::ports::{DeadLetters, Hints, LookAt, Orders, ReadLedger, Unavailable, Written};
use domain::situations::{Situation, Verdict, situations};
use domain::sleep;
use domain::view::View;
use jiff::{SignedDuration, Timestamp};

use crate::decide::{Shop, came, handles, wake_for};
use crate::{Outcome, World};

/// Looks at an order because of the time, not because of news.
pub(crate) async fn wake<P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters>(
    world: &World<P, O, L, H, D>,
    id: &OrderId,
    now: Timestamp,
) -> Outcome {
    match try_wake(world, id, now).await {
        Ok(()) => Outcome::Done,
        Err(error) => {
            tracing::warn!(order = %id, %error, "an order could not be woken: the message goes back to the queue");
            Outcome::Returned
        }
    }
}

async fn try_wake<P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters>(
    world: &World<P, O, L, H, D>,
    id: &OrderId,
    now: Timestamp,
) -> Result<(), Unavailable> {
    let found = world.orders.find(std::slice::from_ref(id), &[]).await?;
    let Some(mut stored) = found.orders.get(id).cloned() else { return Ok(()) };
    if stored.wake_at.is_none_or(|at| at > now) {
        // Somebody woke it before, or moved its time: the clock asks once a minute.
        return Ok(());
    }
    let shop = Shop::read(&world.settings, &stored.shop, now).await?;
    let first = situations(id, &stored.order, &domain::ledger::Ledger::new(), &shop.policy, now);
    let intents = came(&first, now);
    let told = world.ledger.entries(&intents).await?;
    let all = situations(id, &stored.order, &told, &shop.policy, now);
    let due = all.iter().filter_map(|situation| due(situation, told.get(&situation.intent), now)).min();
    let address = shop.address(&stored);
    let view = View::new(&stored.order, &shop.policy);
    stored.wake_at = sleep::wake_at(view.as_ref(), &shop.policy, due.map(|due| wake_for(due, now)), now);
    let handles = handles(view.as_ref(), address.as_ref());
    let written = world.orders.write(id, &stored, &handles, Some(stored.v), now).await?;
    if let Written::Conflict(_) = written {
        return Err(Unavailable::new("the order", "somebody wrote it at the same time"));
    }
    let Some(due) = due.filter(|due| due.duration_since(now) <= queue::sqs::LONGEST_DELAY) else { return Ok(()) };
    tracing::info!(order = %id, "woke an order: something is owed");
    let look = LookAt { order: id.clone(), cause: "clock".to_owned(), intents, address };
    let delay = due.duration_since(now).max(SignedDuration::ZERO);
    world.hints.look(&[(look, delay)]).await.into_iter().collect()
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
