//! A history from beginning to end: whoever has something to do does it in its time.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use aws_lambda_events::event::sqs::SqsBatchResponse;
use domain::ledger::State;
use serde_json::json;

use super::book::Book;
use super::check;
use super::coverage::{Coverage, Function};
use super::functions::{Done, Process, Running, STACK, Woken, Work};
use super::lives::{Life, START, What};
use super::queues::{Queue, Received};
use super::shrink::Story;
use super::sim::{self, Event, HOUR, MINUTE, Millis, SECOND, Sim, with};
use super::webhooks::Webhook;

/// What a provider is called that the deployed code does not know yet.
pub(super) const NOT_YET: &str = "-next";
/// More happens in no history.
const ENDLESS: u64 = 20_000_000;
/// When code is mended, or a deploy is completed, in hours; the last time for good.
const MENDED: [Millis; 3] = [1, 30, 200];

/// So long after the last thing is said the clock goes on. Open orders are woken every day, for weeks.
const AFTERWARDS: Millis = 24 * HOUR;

/// What a history came to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Orders.
    pub orders: u64,
    /// Webhook requests.
    pub requests: u64,
    /// Mails that SES took.
    pub mails: u64,
    /// Mails that had to be sent.
    pub musts: u64,
    /// Mails that were really written.
    pub written: u64,
    /// Tries of which nobody learnt the end.
    pub ambiguous: u64,
    /// Mails that SES took twice because every event of the first was lost.
    pub doubled_lost: u64,
    /// Mails that SES took twice because the first one's events were handled late.
    pub doubled_late: u64,
    /// Mails that were given up: rather missed than told twice.
    pub given_up: u64,
    /// Orders that were folded once more in one go.
    pub refolded: u64,
    /// Port calls.
    pub calls: u64,
}

/// What came of a history.
#[derive(Clone, Debug)]
pub struct History {
    /// Figures.
    pub counts: Counts,
    /// Which calls were made, and what they met.
    pub coverage: Coverage,
    /// What should not be, with the order that it is about.
    pub wrong: Vec<(Option<usize>, String)>,
    /// A digest of all that happened: the same seed gives the same one.
    pub digest: u64,
}

/// Plays a story.
pub fn run(story: &Story) -> History {
    let lives: Vec<Life> = story.orders().map(|order| story.life(order)).collect();
    let posts: Vec<(Millis, usize, usize)> = lives
        .iter()
        .enumerate()
        .flat_map(|(order, life)| {
            let says = life.says.iter().enumerate();
            says.flat_map(move |(say, said)| said.posts.iter().map(move |at| (*at, order, say)))
        })
        .collect();
    let last = posts.iter().map(|(at, ..)| *at).max().unwrap_or(START);
    let mended = if story.chaos.poison > 0 { START + MENDED[2] * HOUR } else { START };
    let mut sim = Sim::new(story.chance, story.chaos.clone(), START, Book::new(lives));
    for (at, order, say) in posts {
        sim.schedule(at, Event::Post { order, say });
    }
    if story.chaos.newer {
        for queue in [Queue::Deliveries, Queue::Mail] {
            (0..3).for_each(|n| sim.send(queue, format!(r#"{{"v":2,"what":"newer","n":{n}}}"#), n * MINUTE));
        }
    }
    if story.chaos.newer || story.chaos.poison > 0 {
        for hours in MENDED {
            sim.schedule(START + hours * HOUR, Event::Mend);
        }
    }
    sim::set_up(sim);
    World { end: last.max(mended) + AFTERWARDS, ..World::default() }.play();
    let sim = sim::tear_down();
    check::history(sim)
}

/// The processes, and what they work at.
#[derive(Default)]
struct World {
    started: u64,
    at_work: Vec<Invocation>,
    idle: BTreeMap<Function, Vec<Process>>,
    /// After that the clock only ends what was begun.
    end: Millis,
}

struct Invocation {
    id: u64,
    function: Function,
    process: Process,
    running: Running,
    woken: Arc<Woken>,
    about: About,
}

#[derive(Clone)]
enum About {
    Post(usize, usize),
    Batch(Vec<usize>),
    Tick,
}

fn function_of(queue: Queue) -> Function {
    match queue {
        Queue::Deliveries => Function::OrderEvents,
        Queue::Mail => Function::Sender,
        Queue::Feedback => Function::Feedback,
    }
}

fn queue_of(function: Function) -> Option<Queue> {
    Queue::ALL.into_iter().find(|queue| function_of(*queue) == function)
}

impl World {
    fn play(&mut self) {
        for _ in 0..ENDLESS {
            let Some(event) = with(Sim::next) else { return };
            match event {
                Event::Post { order, say } => self.post(order, say),
                Event::Visible { queue, message } => with(|sim| sim.appears(queue, message)),
                Event::Ask(queue) => self.ask(queue),
                Event::Wake(id) => self.go_on(id),
                Event::TimeOut(id) => self.time_out(id),
                Event::Tick => self.tick(),
                Event::Mend => with(mend),
                Event::Resume => with(resume),
            }
        }
        with(|sim| sim.book.wrong.push((None, "it never gets quiet".to_owned())));
    }

    fn post(&mut self, order: usize, say: usize) {
        let (function, request) = with(|sim| {
            sim.book.requests += 1;
            let life = &sim.book.lives[order];
            let say = &life.says[say];
            let webhook = Webhook::of(life, say);
            (webhook.function, webhook.request(sim::at(sim.now), say.what == What::Forged))
        });
        self.start(function, Work::Request(Box::new(request)), About::Post(order, say), 10 * SECOND);
    }

    fn ask(&mut self, queue: Queue) {
        let function = function_of(queue);
        let most = if function == Function::Sender { 2 } else { 4 };
        if self.at_work.iter().filter(|invocation| invocation.function == function).count() >= most {
            return with(|sim| sim.nobody_asks(queue));
        }
        let batch = with(|sim| sim.receive(queue));
        if batch.is_empty() {
            return;
        }
        let messages = batch.iter().map(|received: &Received| received.message).collect();
        self.start(function, Work::Batch(batch), About::Batch(messages), 30 * SECOND);
    }

    fn tick(&mut self) {
        let due = with(|sim| {
            let due = sim.wake_at.is_some_and(|at| at <= sim.now) && (sim.now < self.end || sim.unsettled());
            if due {
                sim.wake_at = None;
            }
            due
        });
        if due {
            self.start(Function::Clock, Work::Tick, About::Tick, 30 * SECOND);
        }
    }

    fn start(&mut self, function: Function, work: Work, about: About, time: Millis) {
        self.started += 1;
        let id = self.started;
        let idle = self.idle.entry(function).or_default();
        let cold = with(|sim| sim.chance(5_000));
        let process = idle.pop().filter(|_| !cold).unwrap_or_else(|| Process::new(function));
        let running = process.call(work);
        let woken = Arc::default();
        self.at_work.push(Invocation { id, function, process, running, woken, about });
        with(|sim| sim.schedule(sim.now + time, Event::TimeOut(id)));
        self.go_on(id);
    }

    fn go_on(&mut self, id: u64) {
        let Some(place) = self.at_work.iter().position(|invocation| invocation.id == id) else { return };
        let invocation = &mut self.at_work[place];
        let waker = Waker::from(invocation.woken.clone());
        let mut context = Context::from_waker(&waker);
        with(|sim| {
            sim.current = (id, invocation.function);
            sim.several = matches!(&invocation.about, About::Batch(messages) if messages.len() > 1);
            sim.killed = false;
            sim.book.now = sim.now;
            if let About::Post(order, say) = invocation.about {
                sim.book.posting = (order, say);
            }
        });
        loop {
            match invocation.running.as_mut().poll(&mut context) {
                Poll::Ready(done) => {
                    let Invocation { function, process, about, .. } = self.at_work.swap_remove(place);
                    self.idle.entry(function).or_default().push(process);
                    return Self::finish(function, about, Some(done));
                }
                Poll::Pending if with(|sim| sim.killed) => break,
                Poll::Pending if invocation.woken.take() => {}
                Poll::Pending => return,
            }
        }
        self.kill(place);
    }

    fn kill(&mut self, place: usize) {
        let Invocation { function, about, .. } = self.at_work.swap_remove(place);
        Self::finish(function, about, None);
    }

    fn time_out(&mut self, id: u64) {
        if let Some(place) = self.at_work.iter().position(|invocation| invocation.id == id) {
            self.kill(place);
        }
    }

    fn finish(function: Function, about: About, done: Option<Done>) {
        match (about, done) {
            (About::Post(order, say), done) => with(|sim| answered(sim, order, say, done.as_ref())),
            (About::Batch(messages), Some(Done::Batch(response))) => {
                let queue = queue_of(function).expect("a batch comes from a queue");
                with(|sim| handled(sim, queue, &messages, &response));
            }
            (About::Tick, _) => with(|sim| {
                let next = sim.tables.data().next_wake();
                if let Some(at) = next {
                    sim.tick_at(at.as_millisecond());
                }
            }),
            _ => {}
        }
        if let Some(queue) = queue_of(function) {
            with(|sim| sim.ask_soon(queue));
        }
    }
}

impl Sim {
    /// Sending has stopped: an alarm rings.
    pub(super) fn stopped(&mut self) {
        let later = self.now + self.rng.i64(MINUTE..HOUR);
        self.schedule(later, Event::Resume);
    }

    /// Whether a mail was begun and has no end.
    fn unsettled(&self) -> bool {
        let begun = |state: &State| matches!(state, State::Claimed { .. } | State::Owed { .. });
        self.tables.data().mails.values().any(|mail| !mail.entry.ended() && begun(&mail.entry.state))
    }

    /// The clock will find something then.
    pub(super) fn tick_at(&mut self, at: Millis) {
        let at = at.max(self.now);
        if self.wake_at.is_some_and(|known| known <= at) {
            return;
        }
        self.wake_at = Some(at);
        // Once a minute, at any second, sometimes minutes late.
        let late = if self.chance(50_000) { self.rng.i64(0..10 * MINUTE) } else { self.rng.i64(0..MINUTE) };
        self.schedule(at + late + SECOND, Event::Tick);
    }
}

/// Whoever sent a webhook and got no good answer sends it again.
fn answered(sim: &mut Sim, order: usize, say: usize, done: Option<&Done>) {
    let forged = sim.book.lives[order].says[say].what == What::Forged;
    match done {
        Some(Done::Status(200)) if !forged => {
            if sim.book.kept[order][say].is_none() {
                sim.book.wrong.push((Some(order), "a webhook was answered 200 and not kept".to_owned()));
            }
        }
        Some(Done::Status(401)) if forged => {}
        Some(Done::Status(503)) | None => {
            let later = sim.now + sim.rng.i64(5 * SECOND..5 * MINUTE);
            sim.schedule(later, Event::Post { order, say });
        }
        Some(Done::Status(status)) => {
            let what = sim.book.lives[order].says[say].what;
            sim.book.wrong.push((Some(order), format!("a webhook was answered {status}: {what:?}")));
        }
        Some(_) => {}
    }
}

fn handled(sim: &mut Sim, queue: Queue, messages: &[usize], response: &SqsBatchResponse) {
    let returned = |message: usize| {
        response.batch_item_failures.iter().any(|failure| failure.item_identifier == message.to_string())
    };
    for message in messages {
        if !returned(*message) {
            sim.delete(queue, *message);
        }
    }
}

/// Somebody read why sending stopped, and resumes.
fn resume(sim: &mut Sim) {
    let resumed = json!({"resumed_at": sim::at(sim.now)}).to_string();
    sim.book.parameters.insert(format!("/tidings/{STACK}/sending"), resumed.into());
}

/// The code is mended, a deploy is completed: dead letters are redriven, twice.
fn mend(sim: &mut Sim) {
    for queue in [Queue::Deliveries, Queue::Mail] {
        let newer = sim.queues.remove(queue, |body| body.starts_with(r#"{"v":2"#));
        if sim.chaos.newer && newer != 3 && sim.now < START + 2 * HOUR {
            sim.book.wrong.push((None, "a message of a newer version was not left alone".to_owned()));
        }
    }
    for body in sim.queues.take_dead(Queue::Deliveries) {
        if !body.contains(NOT_YET) {
            sim.bury(Queue::Deliveries, body);
            continue;
        }
        let mended = body.replace(NOT_YET, "");
        sim.send(Queue::Deliveries, mended.clone(), 0);
        let again = sim.rng.i64(0..HOUR);
        sim.send(Queue::Deliveries, mended, again);
    }
    if sim.now >= START + 200 * HOUR {
        sim.chaos.poison = 0;
    }
}
