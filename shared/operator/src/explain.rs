//! Why each mail of an order went, or did not: from what is stored, and nothing else.

mod mail;

use std::collections::BTreeSet;

use domain::explain::{amount, never, says};
use domain::ids::{IntentId, OrderId};
use domain::kept::By;
use domain::ledger::Ledger;
use domain::policy::Policy;
use domain::situations::{Kind, situations};
use domain::view::View;
use jiff::Timestamp;
use serde::Serialize;

pub use self::mail::{Because, Book, Explained, Outcome};
use crate::read::{Delivery, File};

/// All that there is to say of an order.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Explanation {
    /// Which order.
    pub order: OrderId,
    /// Its shop.
    pub shop: String,
    /// As of when.
    pub now: Timestamp,
    /// What people call it.
    pub number: Option<String>,
    /// The order in one word.
    pub headline: Option<&'static str>,
    /// What it costs.
    pub total: Option<String>,
    /// When it was placed, as far as we know.
    pub placed_at: Option<Timestamp>,
    /// What arose before was never news.
    pub live_since: Timestamp,
    /// Made in a test mode.
    pub test: bool,
    /// Changes of facts so far.
    pub v: u64,
    /// When it will be looked at though nothing comes in.
    pub wake_at: Option<Timestamp>,
    /// Who ordered; only if it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<Person>,
    /// What came in, the oldest first.
    pub heard: Vec<Heard>,
    /// Digests of deliveries that came in and are not kept any more.
    pub gone: Vec<String>,
    /// What waits under one of its names.
    pub parked: Vec<Parked>,
    /// Every kind of mail, in the order in which they are told.
    pub kinds: Vec<OfKind>,
    /// Entries of the ledger that no situation of today's code has.
    pub unknown: Vec<Unknown>,
}

/// Who ordered.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Person {
    /// Their name.
    pub name: Option<String>,
    /// Where mails go.
    pub email: Option<String>,
}

/// A delivery that came in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Heard {
    /// Its key.
    pub digest: String,
    /// Its correlation id, as logs have it.
    pub delivery: String,
    /// Who sent it.
    pub source: String,
    /// When we got it.
    pub received_at: Timestamp,
    /// How we came to it.
    #[serde(skip_serializing_if = "is_webhook")]
    pub by: By,
    /// What it says.
    pub facts: Vec<Said>,
    /// Why today's code cannot read it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unreadable: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_webhook(by: &By) -> bool {
    *by == By::Webhook
}

/// One fact of a delivery.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Said {
    /// When it was so, by its source's clock.
    pub at: Timestamp,
    /// What, in words.
    pub what: String,
}

/// A delivery that waits.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Parked {
    /// Under which name.
    pub name: String,
    /// Why it waits there.
    pub why: &'static str,
    /// The delivery.
    #[serde(flatten)]
    pub heard: Heard,
}

/// All mails of one kind.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct OfKind {
    /// The kind.
    pub kind: Kind,
    /// Its situations.
    pub situations: Vec<Explained>,
    /// Why there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub never: Option<String>,
}

/// An entry of the ledger that no situation of today's code has.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Unknown {
    /// Its id.
    pub intent: IntentId,
    /// Of what kind, if it says so.
    pub kind: Option<Kind>,
    /// What became of it.
    pub outcome: Outcome,
    /// The entry.
    pub book: Book,
}

/// A delivery that waits under a name that the order claims.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The name.
    pub name: String,
    /// Whether other orders claim it too.
    pub shared: bool,
    /// The delivery.
    pub delivery: Delivery,
}

/// Explains an order from its file and what waits for it.
pub fn explain(file: &File, waiting: &[Waiting], policy: &Policy, now: Timestamp, personal: bool) -> Explanation {
    let order = &file.stored.order;
    let ledger: Ledger = file.history.iter().map(|(intent, kept)| (intent.clone(), kept.entry.clone())).collect();
    let all = situations(&file.id, order, &ledger, policy, now);
    let known: BTreeSet<&IntentId> = all.iter().map(|situation| &situation.intent).collect();
    let unknown = file.history.iter().filter(|(intent, _)| !known.contains(intent));
    let unknown = unknown.map(|(intent, kept)| mail::unknown(intent, kept)).collect();
    let view = View::new(order, policy);
    let document = view.as_ref().map(|view| view.document);
    let person = document.filter(|_| personal).map(|document| Person {
        name: document.customer.name.as_ref().map(|name| name.reveal().clone()),
        email: document.customer.email.as_ref().map(|email| email.reveal().to_owned()),
    });
    Explanation {
        order: file.id.clone(),
        shop: file.stored.shop.clone(),
        now,
        number: document.map(|document| document.number.clone()),
        headline: view.as_ref().map(|view| view.headline().name()),
        total: document.map(|document| amount(document.money(document.total))),
        placed_at: view.as_ref().map(View::placed_at),
        live_since: policy.live_since,
        test: view.as_ref().is_some_and(|view| view.checkout.test),
        v: file.stored.v,
        wake_at: file.stored.wake_at,
        person,
        heard: file.deliveries.iter().map(heard).collect(),
        gone: file.gone.clone(),
        parked: waiting.iter().map(parked).collect(),
        kinds: Kind::ALL.into_iter().map(|kind| of_kind(file, &all, kind, policy, now)).collect(),
        unknown,
    }
}

fn of_kind(file: &File, all: &[domain::situations::Situation], kind: Kind, policy: &Policy, now: Timestamp) -> OfKind {
    let own = all.iter().filter(|situation| situation.kind == kind);
    let situations: Vec<Explained> = own.map(|situation| mail::explained(file, situation, now)).collect();
    let never = situations.is_empty().then(|| never(kind, &file.stored.order, policy));
    OfKind { kind, situations, never }
}

fn heard(delivery: &Delivery) -> Heard {
    let facts = delivery.read.as_ref().map(|read| read.facts.as_slice()).unwrap_or_default();
    Heard {
        digest: delivery.digest.clone(),
        delivery: delivery.kept.id.clone(),
        source: format!("{}/{}", delivery.kept.connection, delivery.kept.provider),
        received_at: delivery.kept.received_at,
        by: delivery.kept.by,
        facts: facts
            .iter()
            .map(|fact| Said { at: fact.at().unwrap_or(delivery.kept.received_at), what: says(fact) })
            .collect(),
        unreadable: delivery.read.as_ref().err().cloned(),
    }
}

fn parked(waiting: &Waiting) -> Parked {
    let why = if waiting.shared {
        "several orders have this name: nobody guesses which one is meant"
    } else {
        "it came before its order, or names another one"
    };
    Parked { name: waiting.name.clone(), why, heard: heard(&waiting.delivery) }
}
