//! Deliveries become facts, facts become orders, orders become hints. The only writer of orders.

mod baskets;
mod decide;
mod find;
mod fold;
mod understand;
mod wake;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use aws_lambda_events::event::sqs::{SqsBatchResponse, SqsEvent};
use bootstrap::batch::{self, Message, caught};
use bootstrap::start::Pause;
use config::parameters::Parameters;
use config::settings::Settings;
use domain::ids::OrderId;
use domain::ports::{DeadLetters, Hints, Orders, ReadLedger, Receipts};
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
    /// How to wait.
    pub pause: fn(Duration) -> Pause,
}

/// Handles a batch; answers with the messages that go back to the queue.
pub async fn handle<P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters>(
    world: &World<P, O, L, H, D>,
    receipts: &impl Receipts,
    event: SqsEvent,
    now: Timestamp,
) -> SqsBatchResponse {
    batch::handle(event, receipts, async |messages: &[Message]| together(world, messages, now).await).await
}

/// Handles messages as a group: orders are read once, and each is written once.
async fn together<P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters>(
    world: &World<P, O, L, H, D>,
    messages: &[Message],
    now: Timestamp,
) -> Vec<String> {
    let mut returned = Vec::new();
    let mut understood = Vec::new();
    let mut woken: BTreeMap<OrderId, Vec<String>> = BTreeMap::new();
    for message in messages {
        match caught(take(world, message, now)).await {
            Some(Taken::Facts(facts)) => understood.push(*facts),
            Some(Taken::Wake(order)) => woken.entry(order).or_default().push(message.id.clone()),
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
    let orders: Vec<OrderId> = woken.keys().cloned().collect();
    let failed = wake::wake(world, &orders, now).await;
    returned.extend(failed.iter().filter_map(|order| woken.remove(order)).flatten());
    returned
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
