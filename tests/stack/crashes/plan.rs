//! Which lives are lived: each step of a life takes at most one blow.

use std::collections::{BTreeMap, VecDeque};

use super::{Cell, Step};

/// How often what may be repeated is repeated in one life.
const REPEATS: usize = 6;

/// Lives of at most `most` blows each, in which each of these cells comes as often as it is given.
pub(super) fn lives(cells: impl IntoIterator<Item = Cell>, most: usize) -> Vec<Vec<(Step, Option<Cell>)>> {
    let mut queues: BTreeMap<Step, VecDeque<Cell>> = BTreeMap::new();
    for cell in cells {
        queues.entry(cell.spot.step).or_default().push_back(cell);
    }
    let mut lives = Vec::new();
    while queues.values().any(|queue| !queue.is_empty()) {
        let (mut life, mut left) = (Vec::new(), most.max(1));
        // The longest queues first: what they hold decides how many lives there are.
        let mut taken: BTreeMap<Step, Vec<Cell>> = BTreeMap::new();
        let mut by_length: Vec<(&Step, &mut VecDeque<Cell>)> = queues.iter_mut().collect();
        by_length.sort_by_key(|(_, queue)| std::cmp::Reverse(queue.len()));
        for (step, queue) in by_length {
            let count = left.min(if step.repeats() { REPEATS } else { 1 }).min(queue.len());
            left -= count;
            taken.insert(*step, queue.drain(..count).collect());
        }
        for step in Step::ALL {
            let cells = taken.remove(&step).unwrap_or_default();
            if cells.is_empty() {
                life.push((step, None));
            }
            life.extend(cells.into_iter().map(|cell| (step, Some(cell))));
        }
        lives.push(life);
    }
    lives
}

/// A small generator of numbers that are the same for the same seed (`SplitMix64`).
pub(super) struct Dice(pub(super) u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Puts things into an order that only the seed knows.
    pub(super) fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            let bound = u64::try_from(last + 1).unwrap_or(u64::MAX);
            let other = usize::try_from(self.roll() % bound).unwrap_or(0);
            things.swap(last, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Blow, Spot};
    use super::*;

    #[test]
    fn every_cell_is_in_as_many_lives_as_it_was_given_and_no_step_takes_two_blows() {
        let cell = |step, nth| {
            let (function, action, resource) = ("F".to_owned(), "a:B".to_owned(), "R".to_owned());
            let spot = Spot { step, function, action, physical: resource.clone(), resource, nth, shared: false };
            Cell { spot, blow: Blow::KillAfter }
        };
        let cells: Vec<Cell> =
            (0..20).map(|nth| cell(if nth % 2 == 0 { Step::Paid } else { Step::Woken }, nth)).collect();
        let lives = lives(cells.iter().chain(&cells).cloned(), 3);
        for wanted in &cells {
            let count = lives.iter().flatten().filter(|(_, cell)| cell.as_ref() == Some(wanted)).count();
            assert_eq!(count, 2);
        }
        let steps = |life: &Vec<(Step, Option<Cell>)>| life.iter().filter(|(step, _)| *step == Step::Paid).count();
        assert!(lives.iter().all(|life| steps(life) == 1));
        let blows = |life: &Vec<(Step, Option<Cell>)>| life.iter().filter(|(_, cell)| cell.is_some()).count();
        assert!(lives.iter().all(|life| blows(life) <= 3));
    }

    #[test]
    fn the_same_seed_deals_the_same_order() {
        let dealt = |seed| {
            let mut things: Vec<u32> = (0..50).collect();
            Dice(seed).shuffle(&mut things);
            things
        };
        assert_eq!(dealt(7), dealt(7));
        assert_ne!(dealt(7), dealt(8));
    }
}
