//! Looks at an order, decides again, and tells what is due: claimed first, sent once, confirmed after.

mod addressee;
pub mod designs;
mod look;
mod pass;
mod probe;
mod rank;
mod rate;
pub mod sending;
mod tell;
mod unsettled;

use std::collections::BTreeMap;

use aws_lambda_events::event::sqs::{SqsBatchResponse, SqsEvent};
use bootstrap::batch::{self, Message, caught};
use config::parameters::Parameters;
use config::settings::Settings;
use domain::gate::Pace;
use domain::ports::{Hints, LookAt, Mails, Receipts};
use email::ses::Sender;
use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp};
use queue::messages::{Look, NotRead, read};

use crate::designs::Designs;
use crate::sending::Sending;

/// All that the function may touch.
#[derive(Debug)]
pub struct World<P, M, S, H> {
    /// Shops and keys.
    pub settings: Settings<P>,
    /// The ledger, and orders to read.
    pub mails: M,
    /// Who writes mails as they are built in.
    pub compose: email::Compose,
    /// How shops want theirs.
    pub designs: Designs,
    /// Who hands mails over.
    pub ses: S,
    /// Where later looks are queued.
    pub hints: H,
    /// Where order pages are.
    pub pages: String,
    /// What this process knows of sending.
    pub sending: Sending,
    /// How long to wait for what.
    pub timing: Timing,
    /// The clock: a batch takes longer than a moment, and claims are compared by their times.
    pub clock: fn() -> Timestamp,
}

/// How long to wait for what.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Timing {
    /// After so long an attempt that nobody heard of may be settled.
    pub ambiguous_after: SignedDuration,
    /// So long a canary may take to come back until somebody looks again.
    pub canary: SignedDuration,
}

impl Timing {
    /// Five minutes in production, seconds on the local stack.
    pub fn ambiguous_after(seconds: u32) -> Self {
        let after = SignedDuration::from_secs(seconds.into());
        Self { ambiguous_after: after, canary: (after / 10).max(SignedDuration::from_secs(1)) }
    }

    /// How long mails wait while SES takes none.
    pub(crate) fn pace(self) -> Pace {
        Pace::drained_within(self.ambiguous_after)
    }

    /// A canary that is not back after so long tells that feedback is silent. Shorter than the time between two canaries,
    /// or whoever looks after the next one was sent would never learn it.
    pub(crate) fn silence(self) -> SignedDuration {
        (self.ambiguous_after / 2).max(self.canary)
    }
}

/// Handles a batch; answers with the messages that go back to the queue.
pub async fn handle<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    world: &World<P, M, S, H>,
    receipts: &impl Receipts,
    event: SqsEvent,
) -> SqsBatchResponse {
    batch::handle(event, receipts, async |messages: &[Message]| together(world, messages).await).await
}

/// Looks at orders side by side; answers with the messages that go back to the queue.
async fn together<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    world: &World<P, M, S, H>,
    messages: &[Message],
) -> Vec<String> {
    let mut returned = Vec::new();
    let mut looks: BTreeMap<_, (LookAt, Vec<&Message>)> = BTreeMap::new();
    for message in messages {
        match read::<Look>(&message.body) {
            Ok(look) => {
                let look = LookAt::from(look);
                let (known, messages) = looks.entry(look.order.clone()).or_insert_with(|| (look.clone(), Vec::new()));
                // One look for all of them; the youngest says how long it may be put back.
                known.since = known.since.zip(look.since).map(|(one, other)| one.max(other));
                messages.push(message);
            }
            Err(NotRead::Newer) => {
                tracing::warn!(message = message.id, "a message of a newer version goes back: finish the deploy");
                returned.push(message.id.clone());
            }
            // A hint says nothing that the clock would not find out.
            Err(NotRead::Foreign) => tracing::error!(message = message.id, "not a message of this queue: dropped"),
        }
    }
    // SES takes some 130 ms a mail: orders are told side by side, the mails of one order one after the other.
    let each = looks.into_values().map(async |(look, messages)| {
        let token = messages.first().map(|m| format!("{}:{}", m.id, m.receives)).unwrap_or_default();
        // What came so often may end the process, and a design is what a stranger wrote.
        let suspect = messages.iter().any(|message| message.receives >= batch::SUSPECT);
        let done = caught(look::look(world, &look, &token, suspect)).await;
        match done {
            Some(Ok(())) => Vec::new(),
            Some(Err(error)) => {
                tracing::warn!(order = %look.order, %error, "a look goes back to the queue");
                messages.iter().map(|message| message.id.clone()).collect()
            }
            None => {
                tracing::error!(order = %look.order, "an order made the code panic: its look goes back to the queue");
                messages.iter().map(|message| message.id.clone()).collect()
            }
        }
    });
    returned.extend(join_all(each).await.into_iter().flatten());
    returned
}
