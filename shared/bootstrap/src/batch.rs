//! SQS batches: one message never costs its batch, and a panic costs one message.

use std::panic::AssertUnwindSafe;

use aws_lambda_events::event::sqs::{SqsBatchResponse, SqsEvent};
use futures_util::FutureExt;

/// One message as it was received.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Message {
    /// SQS's id.
    pub id: String,
    /// How often it was received, this time included.
    pub receives: u32,
    /// Its text, read by whoever understands it.
    pub body: String,
}

/// From this receive on a message is handled only when it is alone in its batch: it may be what kills the process.
pub const SUSPECT: u32 = 4;

/// The messages of an event that may be handled now, and the ids of those that go back untouched.
pub fn messages(event: SqsEvent) -> (Vec<Message>, Vec<String>) {
    let all: Vec<Message> = event
        .records
        .into_iter()
        .map(|record| Message {
            receives: record.attributes.get("ApproximateReceiveCount").and_then(|n| n.parse().ok()).unwrap_or(1),
            id: record.message_id.unwrap_or_default(),
            body: record.body.unwrap_or_default(),
        })
        .collect();
    if all.len() == 1 {
        return (all, Vec::new());
    }
    let (mut now, mut later): (Vec<_>, Vec<_>) = all.into_iter().partition(|message| message.receives < SUSPECT);
    // Suspects that come back together would wait for one another until they are dead: one of them, another one each
    // time, is handled alone.
    if let (true, Some(first)) = (now.is_empty(), later.first()) {
        let turn = first.receives as usize % later.len();
        now.push(later.remove(turn));
    }
    (now, later.into_iter().map(|message| message.id).collect())
}

/// Answers a batch: these go back to the queue, all others are done.
pub fn response(returned: impl IntoIterator<Item = String>) -> SqsBatchResponse {
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
