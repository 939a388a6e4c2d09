//! Deliveries become facts, facts become orders, orders become hints. The only writer of orders.

mod decide;
mod find;
mod fold;
mod understand;
mod wake;

use std::collections::{BTreeMap, BTreeSet};

use aws_lambda_events::event::sqs::{SqsBatchResponse, SqsEvent};
use bootstrap::batch::{self, Message, caught};
use config::parameters::Parameters;
use config::settings::Settings;
use domain::ids::OrderId;
use domain::ports::{DeadLetters, Hints, Orders, ReadLedger};
use jiff::Timestamp;
use queue::messages::{Incoming, NotRead, What, read};

use crate::understand::Understood;

/// All that the function may touch.
#[derive(Debug)]
pub struct World<P, O, L, H, D> {
    /// Shops, connections and keys.
    pub settings: Settings<P>,
    /// Orders, links and raw deliveries.
    pub orders: O,
    /// The ledger of mails, to read.
    pub ledger: L,
    /// Where hints go.
    pub hints: H,
    /// Where unread deliveries go.
    pub dead: D,
}

/// What became of a message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Outcome {
    Done,
    /// It goes back to the queue.
    Returned,
}

/// Handles a batch; answers with the messages that go back to the queue.
pub async fn handle<P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters>(
    world: &World<P, O, L, H, D>,
    event: SqsEvent,
    now: Timestamp,
) -> SqsBatchResponse {
    let (messages, mut returned) = batch::messages(event);
    let mut understood = Vec::new();
    let mut woken = BTreeMap::new();
    for message in &messages {
        match caught(take(world, message, now)).await {
            Some(Taken::Facts(facts)) => understood.push(*facts),
            Some(Taken::Wake(order)) => {
                woken.entry(order).or_insert_with(Vec::new).push(message.id.clone());
            }
            Some(Taken::Nothing) => {}
            Some(Taken::Returned) => returned.push(message.id.clone()),
            None => {
                tracing::error!(message = message.id, "a message made the code panic: it goes back to the queue");
                returned.push(message.id.clone());
            }
        }
    }
    let failed = match caught(fold::fold(world, &understood, now)).await {
        Some(failed) => failed,
        None => understood.iter().map(|facts| facts.message.clone()).collect::<BTreeSet<_>>(),
    };
    returned.extend(failed);
    for (order, ids) in woken {
        if caught(wake::wake(world, &order, now)).await != Some(Outcome::Done) {
            returned.extend(ids);
        }
    }
    batch::response(returned)
}

enum Taken {
    Facts(Box<Understood>),
    Wake(OrderId),
    Nothing,
    Returned,
}

async fn take<P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters>(
    world: &World<P, O, L, H, D>,
    message: &Message,
    now: Timestamp,
) -> Taken {
    match read::<Incoming>(&message.body).map(|incoming| incoming.what) {
        Ok(What::Delivery(kept)) => understand::understand(world, message, kept, now).await,
        Ok(What::Wake { order }) => Taken::Wake(order),
        Err(NotRead::Newer) => {
            tracing::warn!(message = message.id, "a message of a newer version goes back: finish the deploy");
            Taken::Returned
        }
        Err(NotRead::Foreign) => match world.dead.bury(&message.body).await {
            Ok(()) => {
                tracing::error!(message = message.id, "not a message of this queue: moved to the dead-letter queue");
                Taken::Nothing
            }
            Err(_) => Taken::Returned,
        },
    }
}
