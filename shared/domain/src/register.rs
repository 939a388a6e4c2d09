//! Registers and sets that join: the algebra that makes arrival order meaningless.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ids::{Short, short_digest};

/// Something that can be merged with another of its kind: commutative, associative, idempotent.
pub trait Join {
    /// Takes over everything that `other` knows.
    fn join(&mut self, other: Self);
}

/// Which of two values of one register is newer, decided by one total key.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Stamp {
    /// When the source says that it was so.
    pub at: Timestamp,
    /// Decides between two states of one second: later in life wins.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub rank: u8,
    /// When we received or fetched it; it travels in the message, so it is part of the fact.
    pub observed: Timestamp,
    /// Of the value, so that the key is total.
    pub digest: Short,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(rank: &u8) -> bool {
    *rank == 0
}

/// The newest value of one source about one object.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Register<T> {
    /// How new.
    pub stamp: Stamp,
    /// What it says.
    pub value: T,
}

impl<T: Serialize> Register<T> {
    /// A register that knows one thing.
    pub fn new(at: Timestamp, rank: u8, observed: Timestamp, value: T) -> Self {
        let text = serde_json::to_vec(&value).unwrap_or_default();
        let stamp = Stamp { at, rank, observed, digest: short_digest(&[&text]) };
        Self { stamp, value }
    }
}

impl<T> Join for Register<T> {
    fn join(&mut self, other: Self) {
        if other.stamp > self.stamp {
            *self = other;
        }
    }
}

impl<T: Join> Join for Option<T> {
    fn join(&mut self, other: Self) {
        match (self.as_mut(), other) {
            (Some(ours), Some(theirs)) => ours.join(theirs),
            (None, theirs) => *self = theirs,
            (Some(_), None) => {}
        }
    }
}

impl<T: Join> Join for Box<T> {
    fn join(&mut self, other: Self) {
        self.as_mut().join(*other);
    }
}

impl<K: Ord, V: Join> Join for BTreeMap<K, V> {
    fn join(&mut self, other: Self) {
        for (key, theirs) in other {
            match self.entry(key) {
                std::collections::btree_map::Entry::Occupied(mut ours) => ours.get_mut().join(theirs),
                std::collections::btree_map::Entry::Vacant(place) => {
                    place.insert(theirs);
                }
            }
        }
    }
}

/// How many of its oldest members a capped set keeps beside the newest: when something first became so must not move
/// because a source repeats itself.
const OLDEST: usize = 8;

/// A member of a capped set.
pub trait Member: Ord {
    /// What two of them have in common that are one and the same, of which the greater is kept: whoever forgets the rest of
    /// them, before they meet or after, then has the same set. Nothing, if equal ones alone are the same.
    fn same(&self) -> Option<impl Eq> {
        None::<()>
    }
}

impl<A: Ord, B: Ord> Member for (A, B) {}
impl<A: Ord, B: Ord, C: Ord> Member for (A, B, C) {}

fn one_of_each<T: Member>(set: &mut BTreeSet<T>) {
    let same = |one: &T, other: &T| one.same().is_some() && one.same() == other.same();
    if !set.iter().zip(set.iter().skip(1)).any(|(one, other)| same(one, other)) {
        return;
    }
    let mut all = std::mem::take(set).into_iter().peekable();
    while let Some(member) = all.next() {
        if all.peek().is_none_or(|next| !same(&member, next)) {
            set.insert(member);
        }
    }
}

/// A set that keeps its newest `N` members by their total order, and its first few: still a join, because whatever is
/// among the first or last of a union is among the first or last of its part.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Newest<T: Ord, const N: usize>(BTreeSet<T>);

impl<T: Ord, const N: usize> Default for Newest<T, N> {
    fn default() -> Self {
        Self(BTreeSet::new())
    }
}

impl<T: Ord, const N: usize> Newest<T, N> {
    /// Oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + Clone {
        self.0.iter()
    }

    /// Whether it knows nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A set that keeps its first `N` members by their total order: a join, because whatever is among the first of a union is
/// among the first of its part. What comes later never counts, so nobody can push the first ones out.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct First<T: Ord, const N: usize>(BTreeSet<T>);

impl<T: Ord, const N: usize> Default for First<T, N> {
    fn default() -> Self {
        Self(BTreeSet::new())
    }
}

impl<T: Ord, const N: usize> First<T, N> {
    /// First one first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + Clone {
        self.0.iter()
    }

    /// Whether it knows nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Member, const N: usize> First<T, N> {
    fn cap(&mut self) {
        one_of_each(&mut self.0);
        while self.0.len() > N {
            self.0.pop_last();
        }
    }
}

impl<T: Member, const N: usize> FromIterator<T> for First<T, N> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut set = Self(items.into_iter().collect());
        set.cap();
        set
    }
}

impl<T: Member, const N: usize> Join for First<T, N> {
    fn join(&mut self, other: Self) {
        self.0.extend(other.0);
        self.cap();
    }
}

impl<T: Member, const N: usize> FromIterator<T> for Newest<T, N> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut set = Self(items.into_iter().collect());
        set.cap();
        set
    }
}

impl<T: Member, const N: usize> Newest<T, N> {
    fn cap(&mut self) {
        one_of_each(&mut self.0);
        let Some(surplus) = self.0.len().checked_sub(N + OLDEST).filter(|surplus| *surplus > 0) else { return };
        let mut place = 0;
        self.0.retain(|_| {
            place += 1;
            !(OLDEST + 1..=OLDEST + surplus).contains(&place)
        });
    }
}

impl<T: Member, const N: usize> Join for Newest<T, N> {
    fn join(&mut self, other: Self) {
        self.0.extend(other.0);
        self.cap();
    }
}
