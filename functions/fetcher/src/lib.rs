//! What a thin webhook names is fetched with the connection's own credentials, and goes on as a whole delivery.
//!
//! A hint proves nothing: it causes a question to an address that the provider's file or the merchant named, and its ids
//! are the only part of it that is used. What fails for now is queued again, later each time, for three days; what only a
//! person can put right goes to the dead-letter queue at once, and a redrive completes it.

mod queues;

use std::collections::BTreeMap;
use std::time::Duration;

use aws_lambda_events::event::sqs::{SqsBatchResponse, SqsEvent};
use bootstrap::batch::{self, Message, caught};
use bootstrap::metrics::{self, Metric};
use config::parameters::{Parameters, Read};
use config::settings::Settings;
use domain::kept::{Body, By, Kept};
use domain::ports::{Receipts, Unavailable};
use futures_util::{StreamExt, stream};
use jiff::{SignedDuration, Timestamp};
use queue::messages::{Incoming, LARGEST, NotRead, ToFetch, VERSION, What, read};
use web::talk::{Trouble, Web};
use webhooks::source::Talk;

pub use queues::{Joined, Queues};

/// So many conversations at a time: all of a batch, so that none waits for another's slow provider.
const SIDE_BY_SIDE: usize = 4;
/// The first pause; each is twice the one before, until SQS knows no longer one.
const FIRST: SignedDuration = SignedDuration::from_secs(20);
/// After so many pauses, some three days, a person is asked. It is a count and no age, so that a redrive begins anew.
const PATIENCE: u32 = 294;

/// All that the function may touch.
#[derive(Debug)]
pub struct World<P, W, Q> {
    /// Connections.
    pub settings: Settings<P>,
    /// Providers.
    pub web: W,
    /// [deliveries], [fetch] and its dead letters.
    pub queues: Q,
}

/// One invocation.
#[derive(Clone, Copy, Debug)]
pub struct Turn<'a> {
    /// Unlike every other's.
    pub nonce: &'a str,
    /// When it began.
    pub now: Timestamp,
    /// A conversation may take so long: less than the function has for the batch.
    pub longest: Duration,
}

/// Handles a batch; answers with the messages that go back to the queue.
pub async fn handle<P: Parameters, W: Web, Q: Joined>(
    world: &World<P, W, Q>,
    receipts: &impl Receipts,
    event: SqsEvent,
    turn: Turn<'_>,
) -> SqsBatchResponse {
    batch::handle(event, receipts, async |messages: &[Message]| together(world, messages, turn).await).await
}

/// Several hints of one order are one conversation.
async fn together<P: Parameters, W: Web, Q: Joined>(
    world: &World<P, W, Q>,
    messages: &[Message],
    turn: Turn<'_>,
) -> Vec<String> {
    let now = turn.now;
    let mut same: BTreeMap<String, Vec<(&Message, ToFetch)>> = BTreeMap::new();
    let mut returned = Vec::new();
    for message in messages {
        match read::<ToFetch>(&message.body) {
            Ok(hint) => {
                let ids: Vec<&str> = hint.hint.ids.iter().map(domain::hint::Id::as_str).collect();
                let key = [&hint.family, &hint.provider, &hint.connection, &hint.hint.what].map(String::as_str);
                same.entry([&key[..], &ids].concat().join(" ")).or_default().push((message, hint));
            }
            Err(NotRead::Newer) => {
                tracing::warn!(message = message.id, "a message of a newer version goes back: finish the deploy");
                returned.push(message.id.clone());
            }
            Err(NotRead::Foreign) => {
                tracing::error!(message = message.id, "not a message of this queue: moved to the dead-letter queue");
                if world.queues.bury(&message.body).await.is_err() {
                    returned.push(message.id.clone());
                }
            }
        }
    }
    let talks = same.into_values().enumerate().map(|(index, hints)| async move {
        let (_, first) = &hints[0];
        let nonce = format!("{}-{index}", turn.nonce);
        let done = caught(one(world, first, Turn { nonce: &nonce, ..turn })).await;
        let trouble = match done {
            Some(Ok(())) => return Vec::new(),
            Some(Err(trouble)) => trouble,
            None => Trouble::Hopeless("the code panicked: report it with the provider's name".to_owned()),
        };
        let back = stream::iter(&hints).then(|(message, hint)| give_up(world, message, hint, &trouble, now));
        back.filter_map(std::future::ready).collect().await
    });
    let back: Vec<Vec<String>> = stream::iter(talks).buffer_unordered(SIDE_BY_SIDE).collect().await;
    returned.extend(back.into_iter().flatten());
    returned
}

/// Fetches what one hint names, and passes it on.
async fn one<P: Parameters, W: Web, Q: Joined>(
    world: &World<P, W, Q>,
    hint: &ToFetch,
    Turn { nonce, now, longest }: Turn<'_>,
) -> Result<(), Trouble> {
    let ToFetch { family, provider, connection, .. } = hint;
    let known =
        world.settings.connection(family, connection, Read::Cached, now).await.map_err(|error| later(&error))?;
    let known = known.ok_or_else(|| hopeless("its connection's parameter is gone: put it back, then redrive"))?;
    let settings = known.providers.get(provider);
    let settings =
        settings.ok_or_else(|| hopeless("its connection does not know the provider: add it, then redrive"))?;
    let source = interpret::source(family, provider)
        .ok_or_else(|| hopeless("no code here can ask the provider: deploy the version that does, then redrive"))?;
    let talk = Talk { settings, now, nonce };
    let bodies = tokio::time::timeout(longest, web::talk::fetch(&world.web, source, &hint.hint, &talk)).await;
    let slow = || Trouble::Later { why: "the provider is slow".to_owned(), wait: None };
    let bodies = bodies.map_err(|_| slow())??;
    if bodies.is_empty() {
        tracing::info!(family, provider, connection, delivery = hint.id, "the provider has nothing for us there");
    }
    for body in bodies {
        if body.len() > LARGEST {
            return Err(hopeless("what the provider has is larger than 700 KB: report it with the provider's name"));
        }
        let kept = Kept {
            id: hint.id.clone(),
            family: family.clone(),
            provider: provider.clone(),
            connection: connection.clone(),
            received_at: now,
            headers: Vec::new(),
            by: By::Fetch,
            body: Body(body),
        };
        world.queues.put(&Incoming { v: VERSION, what: What::Delivery(kept) }).await.map_err(|error| later(&error))?;
        tracing::info!(family, provider, connection, delivery = hint.id, "fetched what a webhook named");
    }
    Ok(())
}

/// Puts a hint off, or away; its message's id if it has to go back to the queue itself.
async fn give_up<P, W, Q: Joined>(
    world: &World<P, W, Q>,
    message: &Message,
    hint: &ToFetch,
    trouble: &Trouble,
    now: Timestamp,
) -> Option<String> {
    let ToFetch { family, provider, connection, id: delivery, .. } = hint;
    let done = match trouble {
        Trouble::Later { wait, .. } if hint.tries < PATIENCE => {
            tracing::warn!(family, provider, connection, delivery, tries = hint.tries, %trouble, "not fetched yet");
            let pause = FIRST * (1 << hint.tries.min(10));
            let pause = wait.unwrap_or_default().max(pause).min(queue::sqs::LONGEST_DELAY);
            world.queues.later(&ToFetch { tries: hint.tries + 1, ..hint.clone() }, pause).await
        }
        _ => {
            tracing::error!(family, provider, connection, delivery, %trouble, "what a webhook named cannot be fetched: it waits in the dead-letter queue; after the fix, redrive it");
            metrics::count(Metric::DeliveriesUnread, 1, now);
            world.queues.give_up(&ToFetch { tries: 0, ..hint.clone() }).await
        }
    };
    done.is_err().then(|| message.id.clone())
}

fn later(error: &Unavailable) -> Trouble {
    Trouble::Later { why: error.to_string(), wait: None }
}

fn hopeless(why: &str) -> Trouble {
    Trouble::Hopeless(why.to_owned())
}
