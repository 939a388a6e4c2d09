//! SES's events into the ledger. Hard bounces and complaints suppress the address for that shop, and are counted.

mod event;

use std::collections::{BTreeMap, BTreeSet};

use aws_lambda_events::event::sqs::{SqsBatchResponse, SqsEvent};
use bootstrap::batch::{self, Message, caught};
use bootstrap::metrics::{self, Metric};
use config::parameters::Parameters;
use config::settings::Settings;
use domain::ids::IntentId;
use domain::ledger::Seen;
use domain::ports::{AddressKey, Feedback, Hints, LookAt, Receipts, Unavailable};
use domain::reputation::Harm;
use jiff::{SignedDuration, Timestamp};

use crate::event::Event;

/// What a batch says of one mail.
#[derive(Debug, Default)]
struct Mail {
    seen: BTreeMap<Seen, Timestamp>,
    harm: Option<Harm>,
    ses_id: String,
    messages: Vec<String>,
}

/// Handles a batch; answers with the messages that go back to the queue.
pub async fn handle(
    settings: &Settings<impl Parameters>,
    mails: &impl Feedback,
    hints: &impl Hints,
    receipts: &impl Receipts,
    event: SqsEvent,
    now: Timestamp,
) -> SqsBatchResponse {
    let work = async |messages: &[Message]| together(settings, mails, hints, messages, now).await;
    batch::handle(event, receipts, work).await
}

/// Notes what several events say, once a mail.
async fn together(
    settings: &Settings<impl Parameters>,
    mails: &impl Feedback,
    hints: &impl Hints,
    messages: &[Message],
    now: Timestamp,
) -> Vec<String> {
    let mut returned = Vec::new();
    let mut by_mail: BTreeMap<IntentId, Mail> = BTreeMap::new();
    for message in messages {
        let Ok(event) = serde_json::from_str::<Event>(&message.body) else {
            // It comes back until it is in the dead-letter queue, where its alarm rings.
            tracing::error!(message = message.id, "not an event of SES: compare the topic's subscriptions");
            returned.push(message.id.clone());
            continue;
        };
        match caught(take(settings, mails, &event, now)).await {
            Some(Ok(())) => note(&mut by_mail, &event, message),
            Some(Err(error)) => {
                tracing::warn!(message = message.id, %error, "an event goes back to the queue");
                returned.push(message.id.clone());
            }
            None => returned.push(message.id.clone()),
        }
    }
    for (intent, mail) in by_mail {
        match mails.see(&intent, &mail.seen, &mail.ses_id).await {
            Err(error) => {
                tracing::warn!(%intent, %error, "events of a mail go back to the queue");
                returned.extend(mail.messages);
            }
            Ok(new) => {
                tracing::info!(%intent, ses_id = mail.ses_id, seen = ?mail.seen.keys(), "SES told of a mail");
                count(mails, &mail, &new, now).await;
                if let Err(error) = hint(hints, &intent, &mail).await {
                    tracing::warn!(%intent, %error, "a hint could not be queued: events of a mail go back to the queue");
                    returned.extend(mail.messages);
                }
            }
        }
    }
    returned
}

/// A mail that came back or is unwanted may make others true: what the merchant is told, and what is issued again. An event
/// that comes twice hints twice, because the first hint may have been lost.
async fn hint(hints: &impl Hints, intent: &IntentId, mail: &Mail) -> Result<(), Unavailable> {
    if !mail.seen.keys().any(|seen| matches!(seen, Seen::Bounce | Seen::Complaint)) {
        return Ok(());
    }
    let cause = mail.ses_id.clone();
    let look = LookAt { order: intent.order(), cause, intents: Vec::new(), address: None, since: None };
    hints.look(&[(look, SignedDuration::ZERO)]).await.into_iter().collect()
}

/// Counts what harms the account's reputation, once: events come twice. What cannot be counted is forgotten: thousands more
/// would follow, if it mattered.
async fn count(mails: &impl Feedback, mail: &Mail, new: &BTreeSet<Seen>, now: Timestamp) {
    let Some(harm) = mail.harm else { return };
    let seen = match harm {
        Harm::Bounce => Seen::Bounce,
        Harm::Complaint => Seen::Complaint,
    };
    if !new.contains(&seen) {
        return;
    }
    metrics::count(Metric::MailsBounced, 1, now);
    if let Err(error) = mails.harmed(harm, now).await {
        tracing::warn!(%error, ?harm, "what harms the reputation could not be counted");
    }
}

fn note(by_mail: &mut BTreeMap<IntentId, Mail>, event: &Event, message: &Message) {
    let (Some(intent), Some(seen)) = (event.intent(), event.seen()) else { return };
    let mail = by_mail.entry(intent).or_default();
    mail.seen.insert(seen, event.at());
    mail.harm = mail.harm.max(event.harm());
    event.ses_id().clone_into(&mut mail.ses_id);
    mail.messages.push(message.id.clone());
}

/// What an event changes beside its mail's entry: the canary, suppressed addresses.
async fn take(
    settings: &Settings<impl Parameters>,
    mails: &impl Feedback,
    event: &Event,
    now: Timestamp,
) -> Result<(), Unavailable> {
    if let Some(sent_at) = event.canary() {
        return mails.canary_back(sent_at).await;
    }
    let (Some((addresses, why)), Some(shop)) = (event.suppressed(), event.shop()) else { return Ok(()) };
    if addresses.is_empty() {
        return Ok(());
    }
    let people = settings.people(now).await?;
    for email in &addresses {
        let address = AddressKey { shop: shop.to_owned(), hash: people.hash(shop, email) };
        mails.suppress(&address, why, event.at()).await?;
        let (intent, reason) = (event.intent().map(|i| i.to_string()), why.name());
        tracing::warn!(shop, reason, intent, "an address is suppressed for this shop");
    }
    Ok(())
}
