//! A story: what is played. One that fails is made as small as can be.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::chaos::Chaos;
use super::lives::{Life, life};
use super::world::{History, run};

/// With so many chances something smaller may fail too.
const CHANCES: u64 = 300;

/// What is played: all of it follows from these.
#[derive(Clone, PartialEq, Debug)]
pub struct Story {
    /// What is said of the orders follows from it.
    pub seed: u64,
    /// Everything else follows from it.
    pub chance: u64,
    /// How many orders.
    pub orders: u64,
    /// Only this one of them.
    pub only: Option<u64>,
    /// Without these of its sayings.
    pub without: BTreeSet<usize>,
    /// What goes wrong.
    pub chaos: Chaos,
}

impl Story {
    /// The story of a seed.
    pub fn new(seed: u64, orders: u64, chaos: Chaos) -> Self {
        Self { seed, chance: seed, orders, only: None, without: BTreeSet::new(), chaos }
    }

    pub(super) fn orders(&self) -> std::ops::Range<u64> {
        self.only.map_or(0..self.orders, |only| only..only + 1)
    }

    /// An order's life in it.
    pub(super) fn life(&self, order: u64) -> Life {
        let mut life = life(self.seed, order, &self.chaos);
        let mut index = 0;
        life.says.retain(|_| {
            index += 1;
            !self.without.contains(&(index - 1))
        });
        life
    }

    /// What is said, a line each.
    pub fn told(&self) -> String {
        let mut text = format!("{self:?}");
        for order in self.orders().take(3) {
            let life = self.life(order);
            let says = life.says.clone();
            let _ = write!(text, "\n{:?}", Life { says: Vec::new(), ..life });
            for say in says {
                let posts: Vec<i64> = say.posts.iter().map(|at| (at - say.at * 1_000) / 1_000).collect();
                let _ = write!(text, "\n  {} {:?}, sent after {posts:?} s", say.at, say.what);
            }
        }
        text
    }
}

/// The kind of what went wrong: its words up to the first colon.
fn kind(wrong: &str) -> &str {
    wrong.split(':').next().unwrap_or_default()
}

/// A smaller story in which the same kind of thing goes wrong, and what does.
pub fn shrink(story: &Story, wrong: &(Option<usize>, String)) -> (Story, String) {
    let mut best = (story.clone(), wrong.1.clone());
    if let Some(order) = wrong.0.filter(|_| story.only.is_none()) {
        let alone = Story { only: Some(order as u64), ..story.clone() };
        best = fails(&alone, kind(&wrong.1)).unwrap_or(best);
    }
    if best.0.only.is_none() {
        return best;
    }
    let quiet: [fn(&mut Chaos); 9] = [
        |chaos| chaos.repeats = 0,
        |chaos| chaos.duplicates = 0,
        |chaos| chaos.late = 0,
        |chaos| chaos.wild_events = 0,
        |chaos| chaos.faults = 0,
        |chaos| chaos.dropped = 0,
        |chaos| chaos.outage = false,
        |chaos| chaos.newer = false,
        |chaos| chaos.ill = None,
    ];
    let says = life(best.0.seed, best.0.only.unwrap_or_default(), &best.0.chaos).says.len();
    for _ in 0..2 {
        for index in (1..says).rev().filter(|index| !best.0.without.contains(index)).collect::<Vec<_>>() {
            let mut less = best.0.clone();
            less.without.insert(index);
            best = fails(&less, kind(&best.1)).unwrap_or(best);
        }
        for quiet in quiet {
            let mut less = best.0.clone();
            quiet(&mut less.chaos);
            if less != best.0 {
                best = fails(&less, kind(&best.1)).unwrap_or(best);
            }
        }
    }
    best
}

/// The story with the chance that makes it fail in this way, if one of a few hundred does.
fn fails(story: &Story, of_kind: &str) -> Option<(Story, String)> {
    (0..CHANCES).find_map(|more| {
        let story = Story { chance: story.chance.wrapping_add(more), ..story.clone() };
        let History { wrong, .. } = run(&story);
        let found = wrong.into_iter().find(|(_, text)| kind(text) == of_kind)?;
        Some((story, found.1))
    })
}
