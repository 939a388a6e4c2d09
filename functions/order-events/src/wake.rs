//! An order whose time has come: queue what is owed again, or let it sleep.

use config::parameters::Parameters;
use domain::ids::{IntentId, OrderId};
use domain::ledger::State;
use domain::ports::{DeadLetters, Hints, LookAt, Orders, ReadLedger, Unavailable, Written};
use domain::situations::situations;
use domain::view::View;
use jiff::{SignedDuration, Timestamp};

use crate::decide::{Shop, handles, tells, wake_for};
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
    let intents: Vec<IntentId> = first.iter().map(|situation| situation.intent.clone()).collect();
    let told = world.ledger.entries(&intents).await?;
    let all = situations(id, &stored.order, &told, &shop.policy, now);
    let owed =
        tells(&all).filter(|(situation, _)| !told.get(&situation.intent).is_some_and(domain::ledger::Entry::ended));
    let due = owed
        .map(|(situation, not_before)| match told.get(&situation.intent).map(|entry| &entry.state) {
            Some(State::Owed { not_before: later }) => not_before.max(*later),
            _ => not_before,
        })
        .min();
    let address = shop.address(&stored);
    stored.wake_at = due.map(|due| wake_for(due, now));
    let handles = handles(View::new(&stored.order, &shop.policy).as_ref(), address.as_ref());
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
