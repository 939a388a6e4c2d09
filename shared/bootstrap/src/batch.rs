//! SQS batches: one message never costs its batch, a panic costs one message, and what ends the process costs the others
//! a few receives at most.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::panic::AssertUnwindSafe;

use aws_lambda_events::event::sqs::{SqsBatchResponse, SqsEvent};
use domain::ports::Receipts;
use futures_util::FutureExt;
use jiff::SignedDuration;

/// One message as it was received.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Message {
    /// SQS's id.
    pub id: String,
    /// How often it was received, this time included.
    pub receives: u32,
    /// What this receive of it is deleted by.
    pub receipt: String,
    /// Its text, read by whoever understands it.
    pub body: String,
}

/// From this receive on a message is a suspect: it may be what ends the process.
pub const SUSPECT: u32 = 4;

/// Suspects of one batch come back so far apart that each is received alone.
const APART: SignedDuration = SignedDuration::from_secs(5);

/// Handles a batch; answers with the messages that go back to the queue. `work` does some messages as a group, and
/// answers with the ids of those that were not done.
///
/// Suspects are not told from those that an outage brought back again and again, so they may not wait: they are handled
/// in the same batch, last, each alone. Were it to end the process, it takes nobody along: what was done before its turn
/// is deleted already, and those after it come back one by one, away from it and from one another. Their order changes
/// with each receive. A killer so comes to its end in the dead-letter queue, alone; an outage of hours is made up for at
/// full speed.
pub async fn handle(
    event: SqsEvent,
    receipts: &impl Receipts,
    work: impl AsyncFn(&[Message]) -> Vec<String>,
) -> SqsBatchResponse {
    let (together, suspects) = sorted(event);
    if suspects.len() > 1 {
        part(receipts, &suspects).await;
    }
    let mut returned = if together.is_empty() { Vec::new() } else { work(&together).await };
    if !suspects.is_empty() {
        let back: BTreeSet<&String> = returned.iter().collect();
        let done: Vec<&Message> = together.iter().filter(|message| !back.contains(&message.id)).collect();
        delete(receipts, &done).await;
    }
    if together.len() + suspects.len() > 1 && !suspects.is_empty() {
        tracing::warn!(suspects = suspects.len(), "messages that came often are handled one by one");
    }
    for (left, suspect) in suspects.iter().enumerate().map(|(index, suspect)| (suspects.len() - 1 - index, suspect)) {
        let back = work(std::slice::from_ref(suspect)).await;
        if back.is_empty() && left > 0 {
            delete(receipts, &[suspect]).await;
        }
        returned.extend(back);
    }
    response(returned)
}

/// Those that are handled together, and the suspects in the order of their turns, another one with each receive.
fn sorted(event: SqsEvent) -> (Vec<Message>, Vec<Message>) {
    let message = |record: aws_lambda_events::event::sqs::SqsMessage| Message {
        receives: record.attributes.get("ApproximateReceiveCount").and_then(|n| n.parse().ok()).unwrap_or(1),
        id: record.message_id.unwrap_or_default(),
        receipt: record.receipt_handle.unwrap_or_default(),
        body: record.body.unwrap_or_default(),
    };
    let all = event.records.into_iter().map(message);
    let (together, mut suspects): (Vec<_>, Vec<_>) = all.partition(|message| message.receives < SUSPECT);
    suspects.sort_by_cached_key(|message| {
        let mut turn = DefaultHasher::new();
        (&message.id, message.receives).hash(&mut turn);
        turn.finish()
    });
    (together, suspects)
}

async fn part(receipts: &impl Receipts, suspects: &[Message]) {
    let later = (0..).map(|turn| APART * turn);
    let all: Vec<_> = suspects.iter().map(|suspect| suspect.receipt.as_str()).zip(later).collect();
    if let Err(error) = receipts.put_off(&all).await {
        tracing::warn!(%error, "suspects could not be parted: should one end the process, they come back together");
    }
}

async fn delete(receipts: &impl Receipts, done: &[&Message]) {
    let all: Vec<&str> = done.iter().map(|message| message.receipt.as_str()).collect();
    if all.is_empty() {
        return;
    }
    if let Err(error) = receipts.delete(&all).await {
        tracing::warn!(%error, "what is done could not be deleted yet: should a suspect end the process, it is done again");
    }
}

/// Answers a batch: these go back to the queue, all others are done.
fn response(returned: impl IntoIterator<Item = String>) -> SqsBatchResponse {
    let mut response = SqsBatchResponse::default();
    for id in returned {
        response.add_failure(id);
    }
    response
}

/// Runs work on one message; a panic is an answer like any other. `None`: it panicked.
pub async fn caught<T>(work: impl Future<Output = T>) -> Option<T> {
    AssertUnwindSafe(work).catch_unwind().await.ok()
}
