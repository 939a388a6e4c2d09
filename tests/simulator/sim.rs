//! The one thread of the simulated world: its time, its agenda, its chance, and the fate of every call.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::future::poll_fn;
use std::task::Poll;

use domain::ports::Unavailable;
use fastrand::Rng;
use jiff::Timestamp;
use testing::memory::Tables;

use super::book::Book;
use super::chaos::{Chaos, Fault};
use super::coverage::{Call, Coverage, Function};
use super::queues::{Queue, Queues};
use super::ses::Ses;

thread_local! {
    static SIM: RefCell<Option<Sim>> = const { RefCell::new(None) };
}

/// Milliseconds since 1970.
pub(super) type Millis = i64;

pub(super) const SECOND: Millis = 1_000;
pub(super) const MINUTE: Millis = 60 * SECOND;
pub(super) const HOUR: Millis = 60 * MINUTE;

/// What happens at a time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Event {
    /// Somebody sends a webhook: whose order, and which of its sayings.
    Post { order: usize, say: usize },
    /// A message is to be seen.
    Visible { queue: Queue, message: usize },
    /// Somebody asks a queue.
    Ask(Queue),
    /// An invocation goes on.
    Wake(u64),
    /// An invocation's time is over.
    TimeOut(u64),
    /// The clock ticks.
    Tick,
    /// The code is mended, and dead letters are redriven.
    Mend,
    /// A person lets mails go again.
    Resume,
}

/// Everything outside of the functions.
pub(super) struct Sim {
    pub(super) now: Millis,
    pub(super) rng: Rng,
    pub(super) chaos: Chaos,
    pub(super) queues: Queues,
    pub(super) tables: Tables,
    pub(super) ses: Ses,
    pub(super) book: Book,
    pub(super) coverage: Coverage,
    /// The invocation that is polled.
    pub(super) current: (u64, Function),
    /// It has several messages at once.
    pub(super) several: bool,
    /// What chance follows from.
    pub(super) chance: u64,
    /// Some deliveries are poison at first.
    pub(super) poisoned: bool,
    /// It was killed.
    pub(super) killed: bool,
    /// When the clock will find something.
    pub(super) wake_at: Option<Millis>,
    agenda: BinaryHeap<Reverse<(Millis, u64, Event)>>,
    scheduled: u64,
}

/// Looks at the world of this thread, or changes it.
pub(super) fn with<T>(look: impl FnOnce(&mut Sim) -> T) -> T {
    SIM.with_borrow_mut(|sim| look(sim.as_mut().expect("a simulation runs on this thread")))
}

/// Puts a world onto this thread.
pub(super) fn set_up(sim: Sim) {
    SIM.set(Some(sim));
}

/// Takes it away.
pub(super) fn tear_down() -> Sim {
    SIM.take().expect("a simulation ran on this thread")
}

/// The time as functions see it.
pub(super) fn now() -> Timestamp {
    at(with(|sim| sim.now))
}

pub(super) fn at(millis: Millis) -> Timestamp {
    Timestamp::from_millisecond(millis).expect("a time of the simulation")
}

impl Sim {
    pub(super) fn new(seed: u64, chaos: Chaos, start: Millis, book: Book) -> Self {
        let tables = Tables::default();
        tables.write_text_of_one_in(64);
        let mut rng = Rng::with_seed(seed);
        let outage = chaos.outage.then(|| {
            let from = start + rng.i64(0..2 * HOUR);
            (from, from + rng.i64(MINUTE..HOUR))
        });
        Self {
            now: start,
            rng,
            chance: seed,
            poisoned: chaos.poison > 0,
            chaos,
            queues: Queues::default(),
            tables,
            ses: Ses { outage, composed: seed % 100, ..Ses::default() },
            book,
            coverage: Coverage::default(),
            current: (0, Function::Clock),
            several: false,
            killed: false,
            wake_at: None,
            agenda: BinaryHeap::new(),
            scheduled: 0,
        }
    }

    /// Something will happen.
    pub(super) fn schedule(&mut self, at: Millis, event: Event) {
        self.scheduled += 1;
        self.agenda.push(Reverse((at.max(self.now), self.scheduled, event)));
    }

    /// Goes on to what happens next.
    pub(super) fn next(&mut self) -> Option<Event> {
        let Reverse((at, _, event)) = self.agenda.pop()?;
        self.now = at;
        Some(event)
    }

    /// Whether something of this rate happens now.
    pub(super) fn chance(&mut self, of_a_million: u32) -> bool {
        of_a_million > 0 && self.rng.u32(0..1_000_000) < of_a_million
    }

    fn fate(&mut self, call: Call) -> Fate {
        let function = self.current.1;
        let hit = match self.chaos.only {
            Some((f, c, _)) if (f, c) != (function, call) => false,
            _ if self.chaos.feedback_works && function == Function::Feedback => false,
            _ => self.chance(self.chaos.faults),
        };
        let fault = hit.then(|| match self.chaos.only {
            Some((.., fault)) => fault,
            None => Fault::ALL[self.rng.usize(0..Fault::ALL.len())],
        });
        let ill = fault.is_none() && self.chaos.ill == Some((function, call)) && self.chance(OFTEN);
        let fault = if ill { Some(Fault::Refused) } else { fault };
        let in_doubt = fault.is_none() && call == Call::SendMail && self.chance(self.chaos.doubtful);
        let fault = if in_doubt { Some(Fault::AnswerLost) } else { fault };
        self.coverage.count(function, call, fault);
        let mut fate = Fate { fault, before: self.rng.i64(1..40), after: 0 };
        if fault == Some(Fault::Slow) {
            fate.before = self.rng.i64(SECOND..12 * SECOND);
            fate.after = self.rng.i64(SECOND..30 * SECOND);
        }
        fate
    }
}

/// How often a call is refused that is ill: most messages come several times, and none fifty times.
const OFTEN: u32 = 450_000;

struct Fate {
    fault: Option<Fault>,
    before: Millis,
    after: Millis,
}

/// Makes a call, with whatever it meets.
pub(super) async fn call<T>(call: Call, does: impl FnOnce(&mut Sim) -> T) -> Result<T, Unavailable> {
    match attempt(call, does).await {
        Ok(done) => Ok(done),
        Err(fault) => Err(Unavailable::new("a simulated service", fault.name())),
    }
}

/// Makes a call, and tells what it met.
pub(super) async fn attempt<T>(call: Call, does: impl FnOnce(&mut Sim) -> T) -> Result<T, Fault> {
    let Fate { fault, before, after } = with(|sim| sim.fate(call));
    wait(before).await;
    match fault {
        Some(Fault::KilledBefore) => die().await,
        Some(fault @ (Fault::Refused | Fault::Throttled)) => return Err(fault),
        _ => {}
    }
    let done = with(does);
    match fault {
        Some(Fault::KilledAfter) => die().await,
        Some(fault @ Fault::AnswerLost) => return Err(fault),
        _ => {}
    }
    wait(after).await;
    Ok(done)
}

/// The process ends: whoever awaits this is never heard of again.
async fn die() {
    with(|sim| sim.killed = true);
    std::future::pending::<()>().await;
}

/// Waits; others go on meanwhile.
pub(super) async fn wait(millis: Millis) {
    if millis == 0 {
        return;
    }
    let until = with(|sim| {
        let (until, (current, function)) = (sim.now + millis, sim.current);
        // Who does one thing after the other need not be asked again if nobody else does anything meanwhile.
        let nobody = sim.agenda.peek().is_none_or(|Reverse((next, ..))| *next > until);
        if nobody && !(sim.several && function.does_several()) {
            (sim.now, sim.book.now) = (until, until);
            return None;
        }
        sim.schedule(until, Event::Wake(current));
        Some(until)
    });
    let Some(until) = until else { return };
    poll_fn(|_| if with(|sim| sim.now) >= until { Poll::Ready(()) } else { Poll::Pending }).await;
}
