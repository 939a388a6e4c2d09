//! What the functions touch: each call takes its time, meets its fate, and is done by the tables of `testing::memory`,
//! which keep the same contract as the real ones.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use config::parameters::Parameters;
use domain::fact::Source;
use domain::gate::{Gate, State as GateState};
use domain::ids::{IntentId, OrderId};
use domain::kept::Kept;
use domain::ledger::{Ledger, Seen, State, Suppression};
use domain::ports::{
    AddressKey, Asked, Canaries, Canary, Claim, Claimed, DeadLetters, Feedback, Files, Found, Gates, Handles, Hints,
    Keeping, Link, LinkKey, LookAt, Looked, Mails, Orders, ReadDesigns, ReadLedger, Receipts, Stored, Suppress,
    Unavailable, Written,
};
use domain::reputation::{Harm, Reputation};
use domain::situations::Kind;
use domain::waking::{Ask, Cursor, Cursors, Due, Page};
use jiff::{SignedDuration, Timestamp};
use queue::deliveries::Deliveries;
use queue::messages::{Incoming, ToFetch, VERSION, What, WrittenLook};
use testing::memory::Tables;

use super::chaos::Fault;
use super::coverage::Call;
use super::queues::Queue;
use super::sim::{MINUTE, Sim, attempt, call, with};

/// Tables, queues and parameters, for every function.
#[derive(Clone, Copy, Debug)]
pub(super) struct Port;

/// Asks tables in memory, which answer at once.
fn ask<'a, T, F: Future<Output = Result<T, Unavailable>>>(sim: &'a Sim, ask: impl FnOnce(Tables) -> F + 'a) -> T {
    ready(ask(sim.tables.clone()))
}

fn ready<T>(asked: impl Future<Output = Result<T, Unavailable>>) -> T {
    match pin!(asked).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(answer)) => answer,
        _ => unreachable!("tables in memory answer at once, and never fail by themselves"),
    }
}

impl Parameters for Port {
    async fn get(&self, name: &str) -> Result<Option<Arc<str>>, Unavailable> {
        call(Call::GetParameter, |sim| sim.book.parameters.get(name).cloned()).await
    }
}

/// The simulated shops have no designs; the promises of `designs` are about those that have.
impl ReadDesigns for Port {
    fn files<'a>(&'a self, _: &'a str) -> Files<'a> {
        Box::pin(std::future::ready(Ok(Vec::new())))
    }
}

impl Deliveries for Port {
    async fn put(&self, incoming: &Incoming) -> Result<(), Unavailable> {
        call(Call::PutDelivery, |sim| {
            let mut incoming = Cow::Borrowed(incoming);
            if let What::Delivery(kept) = &incoming.what {
                sim.book.keep(kept);
                if sim.chance(sim.chaos.poison) {
                    // The webhook functions were deployed first: they know a provider that the others do not.
                    let mut kept = kept.clone();
                    kept.provider += super::world::NOT_YET;
                    incoming.to_mut().what = What::Delivery(kept);
                }
            }
            let message = serde_json::to_string(incoming.as_ref()).expect("a delivery can be written");
            sim.send(Queue::Deliveries, message, 0);
        })
        .await
    }

    async fn fetch(&self, _hint: &ToFetch) -> Result<(), Unavailable> {
        unreachable!("no life here has a provider that only hints")
    }
}

impl Orders for Port {
    async fn find(&self, orders: &[OrderId], links: &[LinkKey]) -> Result<Found, Unavailable> {
        if orders.is_empty() && links.is_empty() {
            return Ok(Found::default());
        }
        call(Call::FindOrders, |sim| ask(sim, async |tables| tables.find(orders, links).await)).await
    }

    async fn write(
        &self,
        id: &OrderId,
        stored: &Stored,
        handles: &Handles,
        read: Option<u64>,
        now: Timestamp,
    ) -> Result<Written, Unavailable> {
        call(Call::WriteOrder, |sim| {
            let written = ask(sim, async |tables| tables.write(id, stored, handles, read, now).await);
            if written == Written::Done {
                sim.book.wrote(stored, sim.now);
                if let Some(wake) = stored.wake_at {
                    sim.tick_at(wake.as_millisecond());
                }
            }
            written
        })
        .await
    }

    async fn claim(&self, link: &LinkKey, order: &OrderId) -> Result<Link, Unavailable> {
        call(Call::ClaimLink, |sim| ask(sim, async |tables| Orders::claim(&tables, link, order).await)).await
    }

    async fn park(&self, link: &LinkKey, delivery: &str, now: Timestamp) -> Result<Link, Unavailable> {
        call(Call::ParkFact, |sim| ask(sim, async |tables| tables.park(link, delivery, now).await)).await
    }

    async fn unpark(&self, link: &LinkKey, deliveries: &BTreeSet<String>) -> Result<(), Unavailable> {
        call(Call::Unpark, |sim| ask(sim, async |tables| tables.unpark(link, deliveries).await)).await
    }

    async fn keep(&self, kept: &[(&Kept, Keeping)], now: Timestamp) -> Result<(), Unavailable> {
        if kept.is_empty() {
            return Ok(());
        }
        call(Call::KeepRaw, |sim| ask(sim, async |tables| tables.keep(kept, now).await)).await
    }

    async fn heard(&self, _source: &Source, _now: Timestamp) -> Result<(), Unavailable> {
        // No mail hangs on it, so no fault is spent on it.
        Ok(())
    }

    async fn hours(&self, _source: &Source, _now: Timestamp) -> Result<BTreeSet<i64>, Unavailable> {
        Ok(BTreeSet::new())
    }

    async fn raw(&self, digests: &BTreeSet<String>) -> Result<Vec<Kept>, Unavailable> {
        if digests.is_empty() {
            return Ok(Vec::new());
        }
        call(Call::ReadRaw, |sim| ask(sim, async |tables| tables.raw(digests).await)).await
    }
}

impl ReadLedger for Port {
    async fn entries(&self, intents: &[IntentId]) -> Result<Ledger, Unavailable> {
        if intents.is_empty() {
            return Ok(Ledger::new());
        }
        call(Call::ReadEntries, |sim| ask(sim, async |tables| tables.entries(intents).await)).await
    }
}

impl Mails for Port {
    /// A batch read is no snapshot: others may write between its items.
    async fn look(
        &self,
        order: &OrderId,
        intents: &[IntentId],
        address: Option<&AddressKey>,
    ) -> Result<Looked, Unavailable> {
        let read = |sim: &mut Sim| ask(sim, async |tables| tables.look(order, intents, address).await);
        let first = call(Call::Look, read).await?;
        if with(|sim| sim.chance(700_000)) {
            return Ok(first);
        }
        super::sim::wait(5).await;
        let second = with(read);
        Ok(if with(|sim| sim.rng.bool()) {
            Looked { stored: second.stored, ..first }
        } else {
            Looked { stored: first.stored, ..second }
        })
    }

    async fn claim(&self, claim: &Claim) -> Result<Claimed, Unavailable> {
        call(Call::ClaimMail, |sim| {
            let claimed = ask(sim, async |tables| Mails::claim(&tables, claim).await);
            if matches!(claimed, Claimed::Ours { .. }) {
                sim.book.claimed += 1;
            }
            claimed
        })
        .await
    }

    async fn settle(&self, claim: &Claim, state: &State, now: Timestamp) -> Result<(), Unavailable> {
        call(Call::SettleMail, |sim| {
            ask(sim, async |tables| tables.settle(claim, state, now).await);
            sim.ses.settled(&claim.intent, state);
        })
        .await
    }

    async fn note(
        &self,
        intent: &IntentId,
        kind: Kind,
        state: &State,
        reason: &str,
        now: Timestamp,
    ) -> Result<(), Unavailable> {
        call(Call::NoteMail, |sim| ask(sim, async |tables| tables.note(intent, kind, state, reason, now).await)).await
    }
}

impl Gates for Port {
    async fn turn(&self, to: &Gate, forgive: &Reputation) -> Result<bool, Unavailable> {
        call(Call::TurnGate, |sim| {
            let turned = ask(sim, async |tables| tables.turn(to, forgive).await);
            if turned {
                sim.book.turns += 1;
                if matches!(to.state, GateState::Stopped { .. }) {
                    sim.stopped();
                }
            }
            turned
        })
        .await
    }
}

impl Asked for Port {
    async fn ask(
        &self,
        address: &AddressKey,
        intent: &IntentId,
        since: Timestamp,
        now: Timestamp,
    ) -> Result<bool, Unavailable> {
        call(Call::NoteAsked, |sim| ask(sim, async |tables| tables.ask(address, intent, since, now).await)).await
    }
}

impl Canaries for Port {
    async fn feedback_alive(&self) -> Result<Canary, Unavailable> {
        call(Call::ReadCanary, |sim| ask(sim, async |tables| tables.feedback_alive().await)).await
    }

    async fn send_canary(&self, now: Timestamp, since: Timestamp) -> Result<bool, Unavailable> {
        call(Call::MarkCanary, |sim| ask(sim, async |tables| tables.send_canary(now, since).await)).await
    }

    async fn canary_sent(&self, at: Timestamp, accepted: bool) -> Result<(), Unavailable> {
        call(Call::NoteCanary, |sim| ask(sim, async |tables| tables.canary_sent(at, accepted).await)).await
    }
}

impl Suppress for Port {
    async fn suppress(&self, address: &AddressKey, why: Suppression, at: Timestamp) -> Result<(), Unavailable> {
        call(Call::Suppress, |sim| ask(sim, async |tables| tables.suppress(address, why, at).await)).await
    }
}

impl Feedback for Port {
    async fn see(
        &self,
        intent: &IntentId,
        seen: &BTreeMap<Seen, Timestamp>,
        id: &str,
    ) -> Result<BTreeSet<Seen>, Unavailable> {
        call(Call::SeeMail, |sim| {
            let new = ask(sim, async |tables| tables.see(intent, seen, id).await);
            sim.ses.seen(intent, sim.now);
            new
        })
        .await
    }

    async fn harmed(&self, harm: Harm, now: Timestamp) -> Result<(), Unavailable> {
        call(Call::CountHarm, |sim| ask(sim, async |tables| tables.harmed(harm, now).await)).await
    }

    async fn canary_back(&self, sent_at: Timestamp) -> Result<(), Unavailable> {
        call(Call::CanaryBack, |sim| ask(sim, async |tables| tables.canary_back(sent_at).await)).await
    }
}

impl Hints for Port {
    /// Of a batch some may be taken and others not.
    async fn look(&self, looks: &[(LookAt, SignedDuration)]) -> Vec<Result<(), Unavailable>> {
        if looks.is_empty() {
            return Vec::new();
        }
        let refused = |fault: Fault| Err(Unavailable::new("a simulated queue", fault.name()));
        let send = |sim: &mut Sim, (look, delay): &(LookAt, SignedDuration)| {
            let delay = (*delay).clamp(SignedDuration::ZERO, queue::sqs::LONGEST_DELAY);
            let look = serde_json::to_string(&WrittenLook::from(look)).expect("a look can be written");
            sim.send(Queue::Mail, look, i64::try_from(delay.as_millis()).expect("minutes"));
        };
        let taken = attempt(Call::Hint, |sim| looks.iter().for_each(|look| send(sim, look))).await;
        match taken {
            Ok(()) => looks.iter().map(|_| Ok(())).collect(),
            Err(fault @ Fault::Throttled) => {
                let half = |(index, look)| {
                    if index % 2 == 1 {
                        with(|sim| send(sim, look));
                        return Ok(());
                    }
                    refused(fault)
                };
                looks.iter().enumerate().map(half).collect()
            }
            Err(fault) => looks.iter().map(|_| refused(fault)).collect(),
        }
    }
}

impl DeadLetters for Port {
    async fn bury(&self, message: &str) -> Result<(), Unavailable> {
        call(Call::Bury, |sim| sim.bury(Queue::Deliveries, message.to_owned())).await
    }
}

impl Due for Port {
    async fn due(&self, asks: &[Ask]) -> Vec<Result<Page, Unavailable>> {
        let pages = call(Call::QueryDue, |sim| {
            let tables = sim.tables.clone();
            ready(async { Ok(tables.due(asks).await) })
        });
        match pages.await {
            Ok(pages) => pages,
            Err(error) => asks.iter().map(|_| Err(error.clone())).collect(),
        }
    }
}

impl Cursors for Port {
    async fn cursor(&self) -> Result<Option<(u64, Cursor)>, Unavailable> {
        call(Call::ReadCursor, |sim| ask(sim, async |tables| tables.cursor().await)).await
    }

    async fn move_cursor(&self, turn: Option<u64>, cursor: &Cursor) -> Result<bool, Unavailable> {
        call(Call::MoveCursor, |sim| ask(sim, async |tables| tables.move_cursor(turn, cursor).await)).await
    }
}

/// A queue, for whoever receives its messages.
#[derive(Clone, Copy, Debug)]
pub(super) struct Receives(pub(super) Queue);

impl Receipts for Receives {
    async fn delete(&self, receipts: &[&str]) -> Result<(), Unavailable> {
        call(Call::DeleteMessages, |sim| {
            numbers(receipts.iter().copied()).for_each(|message| sim.delete(self.0, message));
        })
        .await
    }

    async fn put_off(&self, receipts: &[(&str, SignedDuration)]) -> Result<(), Unavailable> {
        call(Call::PutOff, |sim| {
            for (receipt, later) in receipts {
                let later = i64::try_from(later.as_millis()).expect("hours");
                numbers(std::iter::once(*receipt)).for_each(|message| sim.put_off(self.0, message, later));
            }
        })
        .await
    }
}

fn numbers<'a>(receipts: impl Iterator<Item = &'a str>) -> impl Iterator<Item = usize> {
    receipts.filter_map(|receipt| receipt.parse().ok())
}

impl clock::Wakes for Port {
    async fn wake(&self, orders: &[OrderId]) -> Vec<Result<(), Unavailable>> {
        let send = |sim: &mut Sim| {
            for order in orders {
                let wake = Incoming { v: VERSION, what: What::Wake { order: order.clone() } };
                sim.send(Queue::Deliveries, serde_json::to_string(&wake).expect("a wake can be written"), 0);
            }
            sim.tick_at(sim.now + MINUTE);
        };
        let taken = call(Call::SendWakes, send).await;
        orders.iter().map(|_| taken.clone()).collect()
    }
}
