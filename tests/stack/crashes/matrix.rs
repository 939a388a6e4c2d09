//! What there is to break: the calls that functions really make, and every blow to each.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Blow, Step};
use crate::{Call, Resources};

/// One call of a function in one step of an order's life.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
pub struct Spot {
    /// When.
    pub step: Step,
    /// The logical id of the function.
    pub function: String,
    /// As IAM names it, such as `dynamodb:UpdateItem`.
    pub action: String,
    /// The table's, queue's or set's logical id, or the parameter's name.
    pub resource: String,
    /// Which one of this kind in this step, from 0.
    pub nth: u32,
    /// Whether it says nothing of the order: a process makes it once for all that it does.
    pub shared: bool,
    /// The resource as AWS knows it.
    #[serde(skip)]
    pub physical: String,
}

/// One call with one blow to it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
pub struct Cell {
    /// Where.
    #[serde(flatten)]
    pub spot: Spot,
    /// What.
    pub blow: Blow,
}

/// Every cell, and those that make no sense with the reason why.
#[derive(Clone, Debug)]
pub struct Matrix {
    /// What is to be tried.
    pub cells: Vec<Cell>,
    /// What is not, and why.
    pub spared: Vec<(Cell, &'static str)>,
}

impl Matrix {
    /// Every blow to every spot. A call that says nothing of an order is the same in every step: its blows are spread
    /// over the steps in which it was seen.
    #[must_use]
    pub fn of(spots: &[Spot]) -> Self {
        let mut matrix = Self { cells: Vec::new(), spared: Vec::new() };
        let mut calls: BTreeMap<_, Vec<&Spot>> = BTreeMap::new();
        for spot in spots {
            let step = (!spot.shared).then_some(spot.step);
            calls.entry((&spot.function, &spot.action, &spot.resource, spot.nth, step)).or_default().push(spot);
        }
        for (turn, seen) in calls.values().enumerate() {
            for (index, blow) in Blow::ALL.into_iter().enumerate() {
                let spot = seen[(turn + index) % seen.len()];
                let cell = Cell { spot: spot.clone(), blow };
                match blow.spared(spot) {
                    Some(why) => matrix.spared.push((cell, why)),
                    None => matrix.cells.push(cell),
                }
            }
        }
        matrix
    }
}

/// The calls of clean lives, step by step: those that came in each of these lives.
pub(super) fn spots(lives: &[Vec<(Step, Vec<Call>)>], shared: bool, resources: &Resources) -> Vec<Spot> {
    let counted: Vec<_> = lives.iter().map(|life| count(life, shared)).collect();
    let Some(first) = counted.first() else { return Vec::new() };
    let mut spots = Vec::new();
    for (key, most) in first {
        let least = counted.iter().map(|life| life.get(key).copied().unwrap_or_default()).min().unwrap_or(*most);
        let (step, function, action, physical) = key.clone();
        let resource = resources.logical(&physical).unwrap_or_else(|| last_parts(&physical));
        for nth in 0..least {
            let (function, action) = (function.clone(), action.clone());
            let (resource, physical) = (resource.clone(), physical.clone());
            spots.push(Spot { step, function, action, resource, nth, shared, physical });
        }
    }
    spots
}

type Key = (Step, String, String, String);

fn count(life: &[(Step, Vec<Call>)], shared: bool) -> BTreeMap<Key, u32> {
    let mut counted = BTreeMap::new();
    for (step, calls) in life {
        // The clock ticks when it wants to: it is looked at where it is asked.
        let ticks = |call: &Call| call.function == "Clock" && *step != Step::Woken;
        let ours = calls.iter().filter(|call| call.about.is_empty() == shared && call.attempt == 1 && !ticks(call));
        for call in ours.filter(|call| !call.function.starts_with("key ")) {
            let key = (*step, call.function.clone(), call.action.clone(), call.resource.clone());
            *counted.entry(key).or_default() += 1;
        }
    }
    counted
}

/// `/tidings/tidings-local/shops/demo` is `shops/demo`.
fn last_parts(physical: &str) -> String {
    let parts: Vec<&str> = physical.split('/').collect();
    parts.get(3..).filter(|parts| !parts.is_empty()).map_or_else(|| physical.to_owned(), |parts| parts.join("/"))
}
