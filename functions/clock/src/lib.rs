//! Wakes orders whose time has come, so that a lost hint is never a lost mail.
//!
//! Each order is queued once when its time comes, and once an hour for as long as nobody has looked at it: what is queued
//! grows with the orders and the hours that order-events is down, never with the minutes.
//!
//! Windows do not overlap: whoever writes a time to wake writes one that is a quarter of an hour away at least, which no
//! clock is wrong by and no index is late by. What comes behind the cursor all the same is found by the next sweep.

mod tick;

use domain::ids::OrderId;
use domain::ports::Unavailable;
use domain::waking::{Cursor, Cursors, Due};
use futures_util::{StreamExt, stream};
use jiff::{SignedDuration, Timestamp};
use queue::messages::{Incoming, VERSION, What};
use queue::sqs::Queue;

use crate::tick::Tick;

/// A round asks each lane for so many orders …
const PAGE: usize = 100;
/// … and a tick has so many rounds: at most 4,000 orders. The next tick goes on where this one ends.
const ROUNDS: usize = 5;
/// So many calls to SQS at a time, of ten messages each.
const SIDE_BY_SIDE: usize = 8;

/// Where orders are woken.
pub trait Wakes: Sync {
    /// Queues messages; tells which were not taken.
    fn wake(&self, orders: &[OrderId]) -> impl Future<Output = Vec<Result<(), Unavailable>>> + Send;
}

impl Wakes for Queue {
    async fn wake(&self, orders: &[OrderId]) -> Vec<Result<(), Unavailable>> {
        let message = |order: &OrderId| Incoming { v: VERSION, what: What::Wake { order: order.clone() } };
        let messages: Vec<_> = orders.iter().map(|order| (message(order), SignedDuration::ZERO)).collect();
        let calls: Vec<_> = messages.chunks(10).map(|chunk| self.send_all(chunk)).collect();
        stream::iter(calls).buffered(SIDE_BY_SIDE).concat().await
    }
}

/// One tick. It begins nothing new once `late` says so.
///
/// The cursor is taken by a conditional write before anything is queued, and moved by another one after: of two ticks at
/// once one does nothing, and a ledger that cannot be written does not make every tick queue the same orders. Between the
/// two the process may end: then they are queued twice, which costs order-events a look and no customer anything. The
/// other way round it would cost a mail an hour.
pub async fn handle(
    due: &impl Due,
    cursors: &impl Cursors,
    wakes: &impl Wakes,
    now: Timestamp,
    late: impl Fn() -> bool,
) -> Result<(), Unavailable> {
    let read = cursors.cursor().await?;
    let (mut turn, kept) = read.map_or_else(|| (None, Cursor::first(now)), |(turn, cursor)| (Some(turn), cursor));
    let mut tick = Tick::new(kept.clone(), now);
    let (mut taken, mut woken) = (false, 0);
    for _ in 0..ROUNDS {
        let asks = tick.asks(PAGE);
        if asks.is_empty() || late() {
            break;
        }
        let found = tick.found(&asks, due.due(&asks).await);
        if found.orders.is_empty() {
            tick.queued(found, &[]);
            continue;
        }
        if !taken {
            if !cursors.move_cursor(turn, &kept).await? {
                tracing::info!("another tick is at work: it wakes what this one found");
                return Ok(());
            }
            turn = Some(turn.map_or(0, |turn| turn + 1));
            taken = true;
        }
        let sent = wakes.wake(&found.orders).await;
        woken += sent.iter().filter(|sent| sent.is_ok()).count();
        if tick.queued(found, &sent) {
            break;
        }
    }
    if woken > 0 {
        tracing::info!(woken, "woke orders");
    }
    let (cursor, failed) = tick.end();
    if cursor != kept && !cursors.move_cursor(turn, &cursor).await? {
        tracing::info!("another tick moved the cursor: it wakes again what this one woke");
    }
    failed.map_or(Ok(()), Err)
}
