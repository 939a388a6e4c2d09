//! Many histories, one after the other, and what they came to.

use std::fs;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::chaos::Chaos;
use super::coverage::Coverage;
use super::shrink::{Story, shrink};
use super::world::{Counts, run};

/// What of [`Campaign::json`] adds up over several.
pub(super) const FIGURES: [&str; 11] = [
    "orders",
    "seeds",
    "webhooks",
    "calls",
    "faults",
    "mails",
    "musts",
    "doubled_events_lost",
    "doubled_events_late",
    "ambiguous",
    "given_up",
];

/// Many histories of one kind.
#[derive(Clone, Debug, Default)]
pub struct Campaign {
    /// Figures of all.
    pub counts: Counts,
    /// Calls and faults of all.
    pub coverage: Coverage,
    /// The first seed, and how many.
    pub seeds: (u64, u64),
    /// How long it took.
    pub took: Duration,
    /// How long the processor was busy with it.
    pub busy: Duration,
    /// What went wrong first, made small.
    pub failure: Option<Failure>,
}

/// What went wrong.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The seed.
    pub seed: u64,
    /// All that was wrong with its history.
    pub wrong: Vec<String>,
    /// The smallest story in which it goes wrong too.
    pub story: Story,
    /// What goes wrong in it.
    pub what: String,
}

impl Campaign {
    /// Plays seeds until one fails, or the time is over, or all are played.
    pub fn run(first: u64, most: u64, time: Duration, orders: u64, chaos: &Chaos) -> Self {
        let (started, busy) = (Instant::now(), busy());
        let mut campaign = Self { seeds: (first, 0), ..Self::default() };
        for seed in first..first.saturating_add(most) {
            if started.elapsed() >= time {
                break;
            }
            campaign.seeds.1 += 1;
            if !campaign.play(&Story::new(seed, orders, chaos.clone())) {
                break;
            }
        }
        campaign.took = started.elapsed();
        campaign.busy = self::busy().saturating_sub(busy);
        campaign
    }

    /// Plays a story; whether all went well.
    pub fn play(&mut self, story: &Story) -> bool {
        let history = run(story);
        self.counts.add(&history.counts);
        self.coverage.add(&history.coverage);
        let Some(first) = history.wrong.first() else { return true };
        let (small, what) = shrink(story, first);
        let wrong = history.wrong.iter().map(|(order, what)| format!("{order:?} {what}")).collect();
        self.failure = Some(Failure { seed: story.seed, wrong, story: small, what });
        false
    }

    /// Orders a second of the processor's time: others may be at work on the same machine.
    pub fn speed(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "it is shown with one decimal")]
        let orders = self.counts.orders as f64;
        orders / self.busy.as_secs_f64().max(0.001)
    }

    /// In a sentence.
    pub fn summary(&self) -> String {
        let c = &self.counts;
        format!(
            "{} orders of seeds {}..{} in {:.1} s, {:.1} s of the processor ({:.0} orders a second): {} webhooks, {} calls, {} faults, {} mails ({} of {} \
             must, {} written), {} ambiguous, {} twice as all events were lost, {} twice as they came late, {} given up",
            c.orders,
            self.seeds.0,
            self.seeds.0 + self.seeds.1,
            self.took.as_secs_f64(),
            self.busy.as_secs_f64(),
            self.speed(),
            c.requests,
            c.calls,
            self.coverage.faults(),
            c.mails,
            c.musts,
            c.mails,
            c.written,
            c.ambiguous,
            c.doubled_lost,
            c.doubled_late,
            c.given_up
        )
    }

    /// For a page of results; see [`FIGURES`].
    pub fn json(&self) -> Value {
        let c = &self.counts;
        json!({
            "orders": c.orders, "first_seed": self.seeds.0, "seeds": self.seeds.1,
            "seconds": self.took.as_secs_f64(), "processor_seconds": self.busy.as_secs_f64(),
            "orders_a_second": self.speed(),
            "webhooks": c.requests, "calls": c.calls, "faults": self.coverage.faults(), "mails": c.mails, "musts": c.musts,
            "lost": 0, "doubled_events_lost": c.doubled_lost, "doubled_events_late": c.doubled_late,
            "ambiguous": c.ambiguous, "given_up": c.given_up,
            "failed_seed": self.failure.as_ref().map(|failure| failure.seed),
        })
    }
}

impl Counts {
    fn add(&mut self, other: &Self) {
        self.orders += other.orders;
        self.requests += other.requests;
        self.mails += other.mails;
        self.musts += other.musts;
        self.written += other.written;
        self.ambiguous += other.ambiguous;
        self.doubled_lost += other.doubled_lost;
        self.doubled_late += other.doubled_late;
        self.given_up += other.given_up;
        self.refolded += other.refolded;
        self.calls += other.calls;
    }
}

/// How long this thread was on a processor; where nobody says so, how long it has run.
pub(super) fn busy() -> Duration {
    let text = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanos = text.split(' ').next().and_then(|nanos| nanos.parse().ok());
    nanos.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

static START: LazyLock<Instant> = LazyLock::new(Instant::now);
