//! The simplest sender that keeps the design's promise: it tells what is due, one mail after the other, and remembers.

use std::collections::BTreeSet;

use domain::ids::{IntentId, OrderId};
use domain::ledger::{Entry, Ledger, Said, State};
use domain::order::Order;
use domain::policy::Policy;
use domain::situations::{Class, Kind, Situation, Verdict, situations};
use domain::view::View;
use jiff::{SignedDuration, Timestamp};
use testing::facts::{self, placed};

/// The order that everything here is about.
pub(crate) fn id() -> OrderId {
    OrderId::new("demo", "727")
}

/// A shop that went live a day before the order was placed.
pub(crate) fn live() -> Policy {
    Policy::since(placed() - SignedDuration::from_hours(24))
}

/// What the customer has heard.
#[derive(Default)]
pub(crate) struct Sender {
    pub(crate) ledger: Ledger,
    /// Every mail, in the order of sending.
    pub(crate) mails: Vec<(Kind, String)>,
}

impl Sender {
    /// Looks at an order, and tells what is due.
    pub(crate) fn look(&mut self, order: &Order, policy: &Policy, now: Timestamp) {
        while let Some(due) = self.next(order, policy, now) {
            let view = View::new(order, policy).expect("an order");
            let state = State::Sent { ses_id: "ses".to_owned(), at: now };
            let entry = Entry { state, attempts: 1, said: Said::of(&view, &due), seen: None };
            assert!(self.ledger.insert(due.intent, entry).is_none(), "one mail an intent");
            self.mails.push((due.kind, due.subject.into_owned()));
        }
    }

    fn next(&self, order: &Order, policy: &Policy, now: Timestamp) -> Option<Situation> {
        let all = situations(&id(), order, &self.ledger, policy, now);
        all.into_iter().find(|situation| is_due(situation, now) && !self.ledger.contains_key(&situation.intent))
    }

    /// What the customer was told, by kind.
    pub(crate) fn kinds(&self) -> Vec<Kind> {
        let kinds = self.mails.iter().map(|(kind, _)| *kind);
        kinds.filter(|kind| kind.class() != Class::Merchant).collect()
    }

    /// What the shop was told, by subject.
    pub(crate) fn alerts(&self) -> Vec<&str> {
        let alerts = self.mails.iter().filter(|(kind, _)| kind.class() == Class::Merchant);
        alerts.map(|(_, subject)| subject.as_str()).collect()
    }

    /// How often a kind was told.
    pub(crate) fn count(&self, kind: Kind) -> usize {
        self.mails.iter().filter(|(told, _)| *told == kind).count()
    }
}

fn is_due(situation: &Situation, now: Timestamp) -> bool {
    matches!(situation.verdict, Verdict::Tell { not_before } if not_before <= now)
}

/// A history as it is lived: each fact reaches us in turn, at its time; the sender looks after each, and an hour later.
pub(crate) struct Life {
    pub(crate) policy: Policy,
    pub(crate) order: Order,
    pub(crate) sender: Sender,
}

impl Life {
    pub(crate) fn new() -> Self {
        Self::of(live())
    }

    pub(crate) fn of(policy: Policy) -> Self {
        Self { policy, order: Order::default(), sender: Sender::default() }
    }

    /// A fact reaches us when we heard of it, and then an hour passes.
    pub(crate) fn hear(&mut self, fact: impl Into<facts::Said>) -> &mut Self {
        let facts::Said { source, observed, fact } = fact.into();
        self.order.fold(&source, observed, fact);
        self.sender.look(&self.order, &self.policy, observed);
        self.sender.look(&self.order, &self.policy, observed + SignedDuration::from_hours(1));
        self
    }

    /// Several facts reach us at once, when we heard of the last.
    pub(crate) fn hear_all(&mut self, facts: impl IntoIterator<Item = facts::Said>) -> &mut Self {
        let mut now = Timestamp::MIN;
        for facts::Said { source, observed, fact } in facts {
            self.order.fold(&source, observed, fact);
            now = now.max(observed);
        }
        self.sender.look(&self.order, &self.policy, now + SignedDuration::from_hours(1));
        self
    }

    #[track_caller]
    pub(crate) fn told(&self, expected: &[Kind]) {
        assert_eq!(self.sender.kinds(), expected);
    }
}

/// The intents of an order: what a set of facts makes of it, whoever asks and whenever.
pub(crate) fn intents(order: &Order) -> BTreeSet<IntentId> {
    let all = situations(&id(), order, &Ledger::new(), &live(), placed());
    // What is asked is a matter of policy.
    all.into_iter().filter(|one| one.kind.class() != Class::Feedback).map(|situation| situation.intent).collect()
}

/// The intents of what happened, not of what did not.
pub(crate) fn happened(order: &Order) -> BTreeSet<IntentId> {
    let all = situations(&id(), order, &Ledger::new(), &live(), placed());
    let happened = |one: &Situation| one.due.is_none() && one.kind.class() == Class::Transactional;
    all.into_iter().filter(happened).map(|situation| situation.intent).collect()
}
