//! Wakes orders whose time has come, so that a lost hint is never a lost mail.

use domain::ids::OrderId;
use domain::ports::Unavailable;
use jiff::{SignedDuration, Timestamp};
use queue::messages::{Incoming, VERSION, What};
use queue::sqs::Queue;
use store::orders::OrdersTable;

/// At most so many orders of each of the index's eight partitions a tick: what is left is due at the next one.
const MOST: i32 = 250;

/// Where due orders are found.
pub trait Due: Sync {
    /// Orders that are due, at most `most` of each partition.
    fn due(&self, now: Timestamp, most: i32) -> impl Future<Output = Result<Vec<OrderId>, Unavailable>> + Send;
}

/// Where they are woken.
pub trait Wakes: Sync {
    /// Queues messages; tells which were not taken.
    fn wake(&self, orders: &[OrderId]) -> impl Future<Output = Vec<Result<(), Unavailable>>> + Send;
}

impl Due for OrdersTable {
    async fn due(&self, now: Timestamp, most: i32) -> Result<Vec<OrderId>, Unavailable> {
        Self::due(self, now, most).await
    }
}

impl Wakes for Queue {
    async fn wake(&self, orders: &[OrderId]) -> Vec<Result<(), Unavailable>> {
        let message = |order: &OrderId| Incoming { v: VERSION, what: What::Wake { order: order.clone() } };
        let messages: Vec<_> = orders.iter().map(|order| (message(order), SignedDuration::ZERO)).collect();
        self.send_all(&messages).await
    }
}

/// One tick. An order stays due until order-events has looked at it, so nothing depends on this one.
pub async fn handle(due: &impl Due, wakes: &impl Wakes, now: Timestamp) -> Result<(), Unavailable> {
    let orders = due.due(now, MOST).await?;
    if orders.is_empty() {
        return Ok(());
    }
    let failed = wakes.wake(&orders).await.into_iter().filter(Result::is_err).count();
    tracing::info!(due = orders.len(), failed, "woke orders");
    if failed > 0 {
        tracing::warn!(failed, "some orders could not be woken: they are due again at the next tick");
    }
    Ok(())
}
