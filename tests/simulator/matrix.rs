//! The whole matrix: every call of every function meets every fault, again and again, and nothing else fails.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::campaign::{Campaign, FIGURES, busy};
use super::chaos::{Chaos, Fault};
use super::coverage::{Call, Function};
use super::shrink::Story;

/// Cells take turns: each is brought this much further, then the next one, so that all are even whenever the time is over.
const TURN: u64 = 10;
/// Histories that a cell may take in its turn; a rare call may be reached in none of them.
const MOST: u64 = 60;
/// Orders of a history …
const ORDERS: u64 = 20;
/// … and of one in which it matters that messages come in batches.
const CROWD: u64 = 120;

/// Calls that the code can make and no history makes, with the reason: no cells, and not missing.
const NEVER: [(Function, Call, &str); 1] = [(
    Function::Sender,
    Call::NoteAsked,
    "the simulated shop asks nothing; the promises of `answers` and of the store do",
)];

/// How far each cell is.
#[derive(Clone, Debug, Default)]
pub struct Matrix {
    /// What all of it came to, this time.
    pub campaign: Campaign,
    cells: BTreeMap<String, Cell>,
    /// Figures of the times before.
    before: Value,
}

#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    trials: u64,
    /// The seed that comes next.
    seed: u64,
}

type At = (Function, Call, Fault);

impl Matrix {
    /// Goes on where an earlier one came to, as [`Self::json`] told.
    pub fn resume(earlier: &Value) -> Self {
        let cells = earlier["cells"].as_object().into_iter().flatten();
        let cell = |(name, cell): (&String, &Value)| {
            Some((name.clone(), Cell { trials: cell[0].as_u64()?, seed: cell[1].as_u64()? }))
        };
        Self { campaign: Campaign::default(), cells: cells.filter_map(cell).collect(), before: earlier.clone() }
    }

    /// Plays until every cell was tried so often, one fails, or the time is over; `turned` sees how far it is, turn by turn.
    pub fn play(&mut self, trials: u64, time: Duration, turned: &mut dyn FnMut(&Self)) {
        let (started, at_first) = (Instant::now(), busy());
        let mut cells = self.find();
        let mut goal = self.fewest() / TURN * TURN;
        let mut well = true;
        while well && self.fewest() < trials && self.campaign.failure.is_none() && started.elapsed() < time {
            goal = (goal + TURN).min(trials);
            // Who is behind goes first: the time may be over before all had their turn.
            cells.sort_by_key(|cell| self.cells.get(&name(*cell)).map_or(0, |cell| cell.trials));
            for cell in &cells {
                well = self.bring(*cell, goal);
                if started.elapsed() >= time || !well {
                    break;
                }
            }
            self.campaign.took = started.elapsed();
            self.campaign.busy = busy().saturating_sub(at_first);
            turned(self);
        }
    }

    fn fewest(&self) -> u64 {
        self.cells.values().map(|cell| cell.trials).min().unwrap_or(0)
    }

    /// Every call that is ever made, with every fault.
    fn find(&mut self) -> Vec<At> {
        let mut known = Campaign::default();
        for chaos in [Chaos::usual(), Chaos::rough(), Chaos::poisoned(), Chaos::outages()] {
            for seed in 1..=12 {
                if !known.play(&Story::new(seed, ORDERS, chaos.clone())) {
                    self.campaign = known;
                    return Vec::new();
                }
            }
        }
        let rows = known.coverage.rows();
        let cells: Vec<_> =
            rows.flat_map(|(function, call, _)| Fault::ALL.iter().map(move |fault| (function, call, *fault))).collect();
        for cell in &cells {
            self.cells.entry(name(*cell)).or_default();
        }
        cells
    }

    /// Brings one cell to so many trials, if it can be in one turn; false if something went wrong.
    fn bring(&mut self, at: At, goal: u64) -> bool {
        let (function, call, fault) = at;
        let chaos = Chaos::cell(function, call, fault);
        let Cell { mut trials, mut seed } = self.cells.get(&name(at)).copied().unwrap_or_default();
        let mut well = true;
        for _ in 0..MOST {
            if trials >= goal || !well {
                break;
            }
            seed += 1;
            let before = self.campaign.coverage.met(function, call, fault);
            let orders = if chaos.ill.is_some() { CROWD } else { ORDERS };
            well = self.campaign.play(&Story::new(seed, orders, chaos.clone()));
            self.campaign.seeds.1 += 1;
            trials += self.campaign.coverage.met(function, call, fault) - before;
        }
        self.cells.insert(name(at), Cell { trials, seed });
        well
    }

    /// In a sentence.
    pub fn summary(&self) -> String {
        let mut trials: Vec<u64> = self.cells.values().map(|cell| cell.trials).collect();
        trials.sort_unstable();
        let enough = trials.iter().filter(|trials| **trials >= 100).count();
        let fewest = self.cells.iter().min_by_key(|(_, cell)| cell.trials);
        let (name, fewest) = fewest.map_or(("none", 0), |(name, cell)| (name.as_str(), cell.trials));
        format!(
            "{} cells, {} trials, {enough} cells with 100 or more, half of them with {} or more, fewest {fewest}: {name}",
            trials.len(),
            trials.iter().sum::<u64>(),
            trials.get(trials.len() / 2).copied().unwrap_or(0),
        )
    }

    /// For a page of results, and for [`Self::resume`]: figures of this time and of those before.
    pub fn json(&self) -> Value {
        let cells: serde_json::Map<String, Value> =
            self.cells.iter().map(|(name, cell)| (name.clone(), json!([cell.trials, cell.seed]))).collect();
        let trials = self.cells.values().map(|cell| cell.trials);
        let mut all = self.campaign.json();
        for figure in FIGURES {
            let sum = |one: &Value, other: &Value| one.as_u64().unwrap_or(0) + other.as_u64().unwrap_or(0);
            all[figure] = json!(sum(&all[figure], &self.before[figure]));
        }
        all["trials"] = json!(trials.clone().sum::<u64>());
        all["fewest_trials"] = json!(trials.clone().min());
        all["cells_with_100_trials"] = json!(trials.filter(|trials| *trials >= 100).count());
        let never = NEVER.map(|(function, call, why)| (format!("{}, {}", function.name(), call.name()), json!(why)));
        all["never"] = Value::Object(never.into_iter().collect());
        all["cells"] = Value::Object(cells);
        all
    }
}

fn name((function, call, fault): At) -> String {
    format!("{}, {}, {}", function.name(), call.name(), fault.name())
}
