//! Which mails an order would have sent, and when: its deliveries again, and the time between them.

use std::collections::BTreeMap;

use domain::ids::{IntentId, OrderId};
use domain::ledger::{Entry, History, Ledger, Said, State};
use domain::order::Order;
use domain::policy::Policy;
use domain::situations::{Kind, Situation, Verdict, situations};
use domain::view::View;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::fresh::Fresh;
use crate::read::Delivery;

/// What comes in together is told together: queues take a moment.
const TOGETHER: SignedDuration = SignedDuration::from_secs(2);
/// More looks at one order than any order needs.
const ENDLESS: usize = 20_000;

/// A mail that would have gone.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Told {
    /// Which.
    pub intent: IntentId,
    /// Of what kind.
    pub kind: Kind,
    /// About what.
    pub subject: String,
    /// When.
    pub at: Timestamp,
}

/// The order and its mails, if everything had worked: SES takes every mail, and every look comes in time. What SES told of
/// a mail then, such as that it bounced, it tells again.
pub fn tell(
    id: &OrderId,
    deliveries: &[Delivery],
    history: &BTreeMap<IntentId, History>,
    policy: &Policy,
    now: Timestamp,
) -> (Fresh, Vec<Told>) {
    let start = deliveries.first().map_or(now, |delivery| delivery.kept.received_at);
    let fresh = Fresh::new(id);
    let mut teller = Teller { id, policy, history, fresh, ledger: Ledger::new(), told: Vec::new(), now: start };
    let mut next = deliveries.iter().peekable();
    while let Some(first) = next.next() {
        let at = first.kept.received_at;
        teller.until(at);
        teller.fresh.hear(first);
        while let Some(also) = next.next_if(|also| also.kept.received_at.duration_since(at) <= TOGETHER) {
            teller.fresh.hear(also);
        }
        let soon = at.saturating_add(TOGETHER).unwrap_or(at);
        teller.look(next.peek().map_or(soon, |later| soon.min(later.kept.received_at)));
    }
    teller.until(now);
    (teller.fresh, teller.told)
}

struct Teller<'a> {
    id: &'a OrderId,
    policy: &'a Policy,
    history: &'a BTreeMap<IntentId, History>,
    fresh: Fresh,
    ledger: Ledger,
    told: Vec<Told>,
    /// When somebody looked last.
    now: Timestamp,
}

impl Teller<'_> {
    /// Lets time pass; what becomes due on the way is told in its time.
    fn until(&mut self, end: Timestamp) {
        for _ in 0..ENDLESS {
            let due = self.situations(self.now).iter().filter_map(|one| self.is_open(one)).min();
            // What was due when somebody looked was told then: the next is later.
            match due.filter(|due| *due > self.now && *due <= end) {
                Some(due) => self.look(due),
                None => break,
            }
        }
        self.now = self.now.max(end);
    }

    fn situations(&self, now: Timestamp) -> Vec<Situation> {
        situations(self.id, self.fresh.order(), &self.ledger, self.policy, now)
    }

    fn is_open(&self, situation: &Situation) -> Option<Timestamp> {
        match situation.verdict {
            Verdict::Tell { not_before } if !self.ledger.contains_key(&situation.intent) => Some(not_before),
            _ => None,
        }
    }

    /// One look, as the sender does it: decide, then tell what is due, one after the other.
    fn look(&mut self, now: Timestamp) {
        self.now = now;
        for situation in self.situations(now) {
            if self.is_open(&situation).is_none_or(|not_before| not_before > now) {
                continue;
            }
            let said = said(self.fresh.order(), &situation, self.policy);
            let state = State::Sent { ses_id: String::new(), at: now };
            let seen = self.history.get(&situation.intent).and_then(|then| then.entry.seen);
            self.ledger.insert(situation.intent.clone(), Entry { state, attempts: 1, said, seen });
            let Situation { intent, kind, subject, .. } = situation;
            self.told.push(Told { intent, kind, subject: subject.into_owned(), at: now });
        }
    }
}

/// What a mail says that later ones depend on.
fn said(order: &Order, situation: &Situation, policy: &Policy) -> Said {
    View::new(order, policy).map(|view| Said::of(&view, situation)).unwrap_or_default()
}
