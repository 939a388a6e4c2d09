//! What today's code makes of what came in: the order again, and the mails again, beside what is stored and what was sent.

use std::collections::{BTreeMap, BTreeSet};

use domain::ids::{IntentId, OrderId};
use domain::ledger::{History, State};
use domain::order::Order;
use domain::policy::Policy;
use domain::situations::Kind;
use jiff::Timestamp;
use serde::Serialize;

pub use crate::diff::Difference;
use crate::diff::differences;
use crate::read::{Delivery, File};
use crate::telling::{Told, tell};

/// What a replay of one order shows.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Replay {
    /// Which order.
    pub order: OrderId,
    /// Raw deliveries that were heard again.
    pub heard: usize,
    /// Digests of raw deliveries that are not kept any more: without them an order cannot be the same.
    pub gone: Vec<String>,
    /// Raw deliveries that today's code cannot read.
    pub unreadable: Vec<Unreadable>,
    /// Facts that no name of this order leads to.
    pub waiting: usize,
    /// How the order differs from what is stored; nothing, if nothing is stored to compare with.
    pub differences: Vec<Difference>,
    /// Mails, and whether today's code and the ledger agree on them.
    pub mails: Vec<Mail>,
}

/// A raw delivery that cannot be read.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Unreadable {
    /// Its key.
    pub digest: String,
    /// Why.
    pub why: String,
}

/// One mail, then and now.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Mail {
    /// Its id.
    pub intent: IntentId,
    /// Of what kind; unknown, if only an event of SES tells of it.
    pub kind: Option<Kind>,
    /// About what, if today's code knows it.
    pub subject: Option<String>,
    /// When today's code would have sent it.
    pub now: Option<Timestamp>,
    /// When it was sent, or tried last.
    pub then: Option<Timestamp>,
    /// What follows.
    pub change: Change,
}

/// What a mail's replay shows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Sent then, and sent now.
    Same,
    /// Tried or held then: kept back by its address, by SES or by doubt. Sent now, if all went well: no change of rules.
    Tried,
    /// Not sent then; sent now.
    Added,
    /// Sent then; not sent now.
    Missing,
}

impl Replay {
    /// Whether today's code makes the same order and sends the same mails.
    pub fn same(&self) -> bool {
        self.differences.is_empty()
            && self.unreadable.is_empty()
            && self.mails.iter().all(|mail| matches!(mail.change, Change::Same | Change::Tried))
    }
}

/// Replays an order from its file.
pub fn replay(file: &File, policy: &Policy, now: Timestamp, personal: bool) -> Replay {
    let again = of_deliveries(&file.id, &file.deliveries, &file.history, policy, now);
    let replay = compared(again, &file.stored.order, &file.history, personal);
    Replay { gone: file.gone.clone(), ..replay }
}

/// Replays deliveries of which nothing is stored: whatever they say is new.
pub fn replay_alone(id: &OrderId, deliveries: &[Delivery], policy: &Policy, now: Timestamp) -> Replay {
    let again = of_deliveries(id, deliveries, &BTreeMap::new(), policy, now);
    let mails = mails(again.told, &BTreeMap::new());
    Replay { mails, ..again.replay }
}

struct Again {
    order: Order,
    told: Vec<Told>,
    replay: Replay,
}

fn of_deliveries(
    id: &OrderId,
    deliveries: &[Delivery],
    history: &BTreeMap<IntentId, History>,
    policy: &Policy,
    now: Timestamp,
) -> Again {
    let (fresh, told) = tell(id, deliveries, history, policy, now);
    let unreadable = deliveries.iter().filter_map(|delivery| {
        let why = delivery.read.as_ref().err()?;
        Some(Unreadable { digest: delivery.digest.clone(), why: why.clone() })
    });
    let replay = Replay {
        order: id.clone(),
        heard: deliveries.len(),
        gone: Vec::new(),
        unreadable: unreadable.collect(),
        waiting: fresh.waiting(),
        differences: Vec::new(),
        mails: Vec::new(),
    };
    Again { order: fresh.order().clone(), told, replay }
}

fn compared(again: Again, stored: &Order, history: &BTreeMap<IntentId, History>, personal: bool) -> Replay {
    let json = |order: &Order| serde_json::to_value(order).unwrap_or_default();
    let differences = differences(&json(stored), &json(&again.order), personal);
    Replay { differences, mails: mails(again.told, history), ..again.replay }
}

fn mails(told: Vec<Told>, history: &BTreeMap<IntentId, History>) -> Vec<Mail> {
    let known: BTreeSet<IntentId> = told.iter().map(|told| told.intent.clone()).collect();
    let mut all: Vec<Mail> = told.into_iter().map(|told| of_now(told, history)).collect();
    let gone = history.iter().filter(|(intent, then)| !known.contains(*intent) && then.entry.told());
    all.extend(gone.map(|(intent, then)| Mail {
        intent: intent.clone(),
        kind: then.kind,
        subject: None,
        now: None,
        then: sent_at(then),
        change: Change::Missing,
    }));
    all.sort_by_key(|mail| (mail.now.or(mail.then), mail.kind));
    all
}

fn of_now(told: Told, history: &BTreeMap<IntentId, History>) -> Mail {
    let then = history.get(&told.intent);
    let change = match then.map(|then| &then.entry) {
        Some(entry) if entry.told() => Change::Same,
        Some(entry) if entry.attempts > 0 || entry.state != State::Untold => Change::Tried,
        _ => Change::Added,
    };
    let (intent, kind, subject) = (told.intent, Some(told.kind), Some(told.subject));
    Mail { intent, kind, subject, now: Some(told.at), then: then.and_then(sent_at), change }
}

/// When it was handed to SES, as far as is kept.
fn sent_at(history: &History) -> Option<Timestamp> {
    history.entry.told_at().or(history.claimed_at).or(history.ended_at).or(history.seen.values().min().copied())
}
