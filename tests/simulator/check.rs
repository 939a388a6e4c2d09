//! What must be true of a history once it is quiet.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use domain::fact::{Fact, Source};
use domain::ids::{IntentId, OrderId};
use domain::ledger::State;
use domain::order::Order;
use domain::situations::Kind;
use queue::messages::{Incoming, What as Message, read};
use serde_json::Value;
use testing::memory::{Data, Mail};
use webhooks::delivery::Verified;
use webhooks::provider::Provider;
use webhooks::settings::Settings;

use super::book::Delivery;
use super::chaos::Fault;
use super::coverage::{Call, Function};
use super::lives::What;
use super::model::{Expected, Heard};
use super::queues::Queue;
use super::ses::Sent;
use super::sim::{Millis, SECOND, Sim};
use super::world::{Counts, History};

/// After these nobody knows whether SES took a mail.
const DOUBTFUL: [Fault; 4] = [Fault::Refused, Fault::AnswerLost, Fault::KilledBefore, Fault::KilledAfter];

/// One order in so many is folded again, from all of its facts in one go; and each with a delivery that left no trace.
const REFOLDED: u64 = 4;

/// So long after something was known to be no news a sender may still be busy telling it.
const GRACE: Millis = 45 * SECOND;

/// Looks at a world that is at rest.
pub(super) fn history(sim: Sim) -> History {
    let tables = sim.tables.clone();
    let data = tables.data();
    let mut check = Check { sim: &sim, data: &data, counts: Counts::default(), wrong: sim.book.wrong.clone() };
    check.at_rest();
    check.doubles();
    let mut by_order: BTreeMap<&OrderId, Vec<&Sent>> = BTreeMap::new();
    for sent in &sim.ses.sent {
        by_order.entry(&sent.order).or_default().push(sent);
    }
    for order in 0..sim.book.lives.len() {
        let id = check.id(order);
        let sent = by_order.remove(&id).unwrap_or_default();
        check.order(order, &id, &sent);
    }
    for sent in by_order.into_values().flatten() {
        check.wrong.push((None, format!("a mail of no order: {sent:?}")));
    }
    check.count();
    let mut hasher = DefaultHasher::new();
    for sent in &sim.ses.sent {
        (sent.intent.as_str(), sent.at).hash(&mut hasher);
    }
    (sim.now, check.counts.calls, check.counts.requests).hash(&mut hasher);
    for (intent, mail) in &data.mails {
        (intent.as_str(), mail.entry.attempts, mail.ended_at, &mail.seen).hash(&mut hasher);
    }
    let (counts, wrong) = (check.counts, check.wrong);
    drop(data);
    History { counts, wrong, digest: hasher.finish(), coverage: sim.coverage }
}

struct Check<'a> {
    sim: &'a Sim,
    data: &'a Data,
    counts: Counts,
    wrong: Vec<(Option<usize>, String)>,
}

impl Check<'_> {
    fn id(&self, order: usize) -> OrderId {
        OrderId::new("demo", &self.sim.book.lives[order].id.to_string())
    }

    fn count(&mut self) {
        let (sim, counts) = (self.sim, &mut self.counts);
        counts.orders = sim.book.lives.len() as u64;
        counts.requests = sim.book.requests;
        counts.mails = sim.ses.sent.len() as u64;
        counts.written = sim.ses.written;
        counts.ambiguous =
            DOUBTFUL.iter().map(|fault| sim.coverage.met(Function::Sender, Call::SendMail, *fault)).sum();
        counts.calls = sim.coverage.rows().map(|(.., times)| times).sum();
    }

    /// Nothing waits, and only what cannot be read is dead.
    fn at_rest(&mut self) {
        for queue in Queue::ALL {
            for body in self.sim.queues.waiting(queue) {
                self.wrong.push((None, format!("something waits in {queue:?}: {body:.300}")));
            }
        }
        for queue in [Queue::Mail, Queue::Feedback] {
            for body in self.sim.queues.dead(queue) {
                self.wrong.push((None, format!("something died in {queue:?}: {body:.300}")));
            }
        }
        let mut dead = Vec::new();
        for body in self.sim.queues.dead(Queue::Deliveries) {
            let delivery = match read::<Incoming>(body).map(|incoming| incoming.what) {
                Ok(Message::Delivery(kept)) => self.sim.book.delivery(&kept.digest()),
                _ => None,
            };
            match delivery.filter(|delivery| self.what(delivery) == What::Garbage) {
                Some(delivery) => dead.push((delivery.order, delivery.say)),
                None => self.wrong.push((None, format!("something died in deliveries: {body:.300}"))),
            }
        }
        for (order, life) in self.sim.book.lives.iter().enumerate() {
            for (say, said) in life.says.iter().enumerate() {
                if said.what == What::Garbage && !dead.contains(&(order, say)) {
                    self.wrong.push((Some(order), "what cannot be read is not in the dead-letter queue".to_owned()));
                }
            }
        }
    }

    fn what(&self, delivery: &Delivery) -> What {
        self.sim.book.lives[delivery.order].says[delivery.say].what
    }

    /// Every mail once, but for those of which the ledger could not know that SES had them.
    fn doubles(&mut self) {
        let mut before: BTreeMap<&IntentId, Vec<&Sent>> = BTreeMap::new();
        for sent in &self.sim.ses.sent {
            let earlier = before.entry(&sent.intent).or_default();
            for first in earlier.iter() {
                let unseen = first.seen_at.is_none_or(|at| at > sent.at - GRACE);
                match (first.ambiguous && unseen, first.lost) {
                    (true, true) => self.counts.doubled_lost += 1,
                    (true, false) if !self.sim.chaos.feedback_works => self.counts.doubled_late += 1,
                    _ => {
                        let order = self.order_of(sent);
                        self.wrong.push((order, format!("told twice: {first:?} {sent:?}")));
                    }
                }
            }
            earlier.push(sent);
        }
    }

    fn order_of(&self, sent: &Sent) -> Option<usize> {
        (0..self.sim.book.lives.len()).find(|order| self.id(*order) == sent.order)
    }

    fn order(&mut self, order: usize, id: &OrderId, sent: &[&Sent]) {
        let book = &self.sim.book;
        let told: Vec<(Kind, &str, Millis)> =
            sent.iter().map(|sent| (sent.kind, sent.subject.as_str(), sent.at)).collect();
        // What is poison at first is heard when it is mended.
        let kept = if self.sim.poisoned { &book.known[order] } else { &book.kept[order] };
        let heard = Heard { life: &book.lives[order], kept, known: &book.known[order], sent: &told };
        let expected = heard.expected();
        let wrong = |what: String| (Some(order), what);
        for mail in sent {
            let Some(row) = expected
                .iter()
                .filter(|row| row.kind == mail.kind && row.subject == mail.subject)
                .max_by_key(|row| row.gone)
            else {
                self.wrong.push(wrong(format!("a mail of nothing: {mail:?}")));
                continue;
            };
            let from = expected
                .iter()
                .filter(|row| row.kind == mail.kind && row.subject == mail.subject)
                .map(|row| row.from)
                .min();
            if from.is_some_and(|from| mail.at < from) {
                self.wrong.push(wrong(format!("told before it was so: {row:?} {mail:?}")));
            }
            if mail.at > row.gone.saturating_add(GRACE) {
                self.wrong.push(wrong(format!("told though known to be no news: {row:?} {mail:?}")));
            }
        }
        for row in expected.iter().filter(|row| row.must) {
            self.counts.musts += 1;
            if !told.iter().any(|(kind, subject, _)| *kind == row.kind && *subject == row.subject) {
                self.missing(order, id, row);
            }
        }
        self.ledger(order, id, sent);
        if let Some(handles) = self.data.handles(id) {
            let headline = heard.headline();
            if handles.headline != headline {
                self.wrong.push(wrong(format!("the page says {}, and should say {headline}", handles.headline)));
            }
        }
        if !self.all_known(order) || self.sim.chance.wrapping_add(order as u64).is_multiple_of(REFOLDED) {
            self.refold(order, id);
        }
    }

    /// Whether every delivery that can be read was written into the order; one that changed nothing need not be.
    fn all_known(&self, order: usize) -> bool {
        let book = &self.sim.book;
        let readable = |what: What| !matches!(what, What::Garbage | What::Stranger | What::Forged);
        let mut says = book.lives[order].says.iter().zip(&book.known[order]);
        says.all(|(say, known)| known.is_some() || !readable(say.what))
    }

    /// A mail that must be there and is not: only what cannot be sent, or cannot be known to have been, is excused.
    fn missing(&mut self, order: usize, id: &OrderId, row: &Expected) {
        let intent = IntentId::new(id, row.kind.name(), &row.subject);
        let state = self.data.mails.get(&intent).map(|mail| &mail.entry.state);
        let excused = match state {
            Some(State::Held { .. }) => {
                self.sim.book.lives[order].bounces || self.sim.ses.refused.contains_key(&intent)
            }
            Some(State::GivenUp { .. }) => true,
            _ => false,
        };
        if !excused {
            self.wrong.push((Some(order), format!("not told: {row:?}, its entry: {state:?}")));
        }
    }

    /// The ledger says what SES says.
    fn ledger(&mut self, order: usize, id: &OrderId, sent: &[&Sent]) {
        let prefix = format!("{id}-");
        let first = IntentId::parse(&format!("{prefix}222222222222")).expect("an intent");
        let mails: Vec<(&IntentId, &Mail)> =
            self.data.mails.range(first..).take_while(|(intent, _)| intent.as_str().starts_with(&prefix)).collect();
        for (intent, mail) in &mails {
            let took: Vec<_> = sent.iter().filter(|sent| sent.intent == **intent).collect();
            let wrong = match (&mail.entry.state, took.is_empty()) {
                _ if mail.entry.told() => took.is_empty(),
                (State::Claimed { .. } | State::Owed { .. }, _) => true,
                (State::GivenUp { .. }, true) => {
                    self.counts.given_up += 1;
                    false
                }
                // Its events are lost, and nobody was told that it went.
                (State::GivenUp { .. }, false) => {
                    self.counts.given_up += 1;
                    took.iter().any(|sent| !sent.ambiguous)
                }
                (_, none) => !none,
            };
            if wrong {
                self.wrong.push((Some(order), format!("the ledger says {mail:?}, SES took {took:?}")));
            }
        }
        for sent in sent {
            if !mails.iter().any(|(intent, _)| **intent == sent.intent) {
                self.wrong.push((Some(order), format!("sent, and not in the ledger: {sent:?}")));
            }
        }
    }

    /// The order is what all of its facts make in one go.
    fn refold(&mut self, order: usize, id: &OrderId) {
        let stored = self.data.stored(id).map(|stored| stored.order);
        let mut deliveries: Vec<&Delivery> =
            self.sim.book.deliveries.iter().filter(|delivery| delivery.order == order).collect();
        deliveries.sort_by(|one, other| one.digest.cmp(&other.digest));
        let mut folded = Order::default();
        for delivery in deliveries {
            if matches!(self.what(delivery), What::Garbage | What::Stranger) {
                continue;
            }
            let source = Source::new(&delivery.kept.connection, &delivery.kept.provider);
            for fact in facts(delivery) {
                for received in &delivery.received {
                    folded.fold(&source, *received, fact.clone());
                }
            }
        }
        self.counts.refolded += 1;
        let stored = stored.unwrap_or_default();
        // A parked delivery that came twice has come once, at one of its times.
        if *stored != folded && timeless(&stored) != timeless(&folded) {
            self.wrong.push((Some(order), "the order is not what its facts make".to_owned()));
        }
    }
}

fn facts(delivery: &Delivery) -> Vec<Fact> {
    fn of<F: Into<Fact>>(providers: &[&dyn Provider<F>], delivery: &Delivery) -> Vec<Fact> {
        let provider = providers.iter().find(|provider| provider.name() == delivery.kept.provider);
        let facts = provider.and_then(|p| p.interpret(&Verified::kept(&delivery.kept), &Settings::default()).ok());
        facts.unwrap_or_default().into_iter().map(Into::into).collect()
    }
    match delivery.kept.family.as_str() {
        "storefronts" => of(storefronts::PROVIDERS, delivery),
        "payments" => of(payments::PROVIDERS, delivery),
        _ => of(carriers::PROVIDERS, delivery),
    }
}

/// An order without the times at which we heard of it.
fn timeless(order: &Order) -> Value {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields.remove("observed");
                fields.values_mut().for_each(strip);
            }
            Value::Array(items) => items.iter_mut().for_each(strip),
            _ => {}
        }
    }
    let mut value = serde_json::to_value(order).expect("an order can be written");
    strip(&mut value);
    value
}
