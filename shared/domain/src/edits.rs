//! How an order's content changed, version by version, and what a customer who knows one of them should hear.
//!
//! Storefronts send whole documents again and again. Only added and removed things, quantities, the total and the delivery
//! address count; and what comes with a refund is told as one.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::content::{Content, Item};
use crate::order::{CheckoutRegisters, Moment};
use crate::view::View;

/// Totals that differ by no more minor units than that are rounded otherwise.
const ROUNDING: u64 = 5;

/// One thing that is another one now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// So many of a thing that was not there.
    Added {
        /// The id of its line in the document.
        line: String,
        /// What.
        name: String,
        /// How many.
        quantity: u32,
    },
    /// So many of a thing that is not there any more.
    Removed {
        /// What.
        name: String,
        /// How many there were.
        quantity: u32,
    },
    /// More or fewer of a thing.
    Quantity {
        /// What.
        name: String,
        /// How many there were.
        before: u32,
        /// How many there are.
        now: u32,
    },
    /// The total, in minor units.
    Total {
        /// What was owed for all.
        before: i64,
        /// What is.
        now: i64,
    },
    /// Where the goods go.
    Address,
}

/// What changed from one content to another: at least one thing, because an edit without any change is none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edit {
    first: Change,
    more: Vec<Change>,
}

impl Edit {
    /// What changed; nothing if nothing that counts did.
    pub fn between(before: &Content, now: &Content) -> Option<Self> {
        let mut changes = items(&before.items, &now.items);
        if before.total.abs_diff(now.total) > ROUNDING {
            changes.push(Change::Total { before: before.total, now: now.total });
        }
        // An address that is not known is no other one.
        let moved = before.address.as_ref().zip(now.address.as_ref()).is_some_and(|(before, now)| before != now);
        changes.extend(moved.then_some(Change::Address));
        let mut changes = changes.into_iter();
        changes.next().map(|first| Self { first, more: changes.collect() })
    }

    /// What changed of an order since it had a content, by that content's key.
    pub fn since(view: &View<'_>, key: &str) -> Option<Self> {
        let before = content(view.checkout, key)?;
        Self::between(before, &Content::of(view.document))
    }

    /// Each change: things, then the total, then the address.
    pub fn changes(&self) -> impl Iterator<Item = &Change> {
        [&self.first].into_iter().chain(&self.more)
    }

    /// Whether the goods go elsewhere.
    pub fn moved(&self) -> bool {
        self.changes().any(|change| *change == Change::Address)
    }
}

/// A kept content, by its key.
pub fn content<'a>(checkout: &'a CheckoutRegisters, key: &str) -> Option<&'a Content> {
    checkout.contents.iter().find(|(known, _)| known == key).map(|(_, content)| content)
}

/// Things that are the same are those of one name and variant, else those of one line.
fn items(before: &[Item], now: &[Item]) -> Vec<Change> {
    let by_what = |items: &'_ [Item]| items.iter().map(|item| (item.what.clone(), item.clone())).collect();
    let (mut gone, mut new): (BTreeMap<String, Item>, BTreeMap<String, Item>) = (by_what(before), by_what(now));
    let same: Vec<String> = gone.keys().filter(|what| new.contains_key(*what)).cloned().collect();
    let mut pairs: Vec<(Item, Item)> = same.iter().filter_map(|what| gone.remove(what).zip(new.remove(what))).collect();
    gone.retain(|_, item| {
        let found = new.iter().find(|(_, other)| other.id == item.id).map(|(what, _)| what.clone());
        let renamed = found.and_then(|what| new.remove(&what));
        pairs.extend(renamed.clone().map(|other| (item.clone(), other)));
        renamed.is_none()
    });
    let added = new.into_values().map(|item| Change::Added { line: item.id, name: item.name, quantity: item.quantity });
    let removed = gone.into_values().map(|item| Change::Removed { name: item.name, quantity: item.quantity });
    let pairs = pairs.into_iter().filter(|(before, now)| before.quantity != now.quantity);
    let counted =
        pairs.map(|(before, now)| Change::Quantity { name: now.name, before: before.quantity, now: now.quantity });
    added.chain(removed).chain(counted).collect()
}

/// One version of a document.
struct Version<'a> {
    at: Timestamp,
    refunded: i64,
    key: &'a str,
    /// Nothing if it was heard of before contents were kept, or there were too many.
    content: Option<&'a Content>,
}

/// What a version did to the one before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Edited,
    Refunded,
}

/// The versions of an order's document, oldest first, and where its content became another one.
pub(crate) struct Versions<'a> {
    all: Vec<Version<'a>>,
    steps: BTreeMap<usize, Step>,
}

/// One change of the content.
pub(crate) struct Changed<'a> {
    /// When, by the storefront's clock.
    pub(crate) at: Timestamp,
    /// Into what.
    pub(crate) key: &'a str,
    /// For the how-manieth time into that.
    pub(crate) time: usize,
}

impl<'a> Versions<'a> {
    /// Every version that is known.
    pub(crate) fn of(checkout: &'a CheckoutRegisters) -> Self {
        let mut all = versions(checkout);
        newest_last(&mut all, checkout);
        let steps = if all.windows(2).all(|two| two[0].key == two[1].key) { BTreeMap::new() } else { steps(&all) };
        Self { all, steps }
    }

    /// Every change that is no refund's, oldest first. The first content ever seen is none.
    pub(crate) fn changes(&self) -> Vec<Changed<'a>> {
        let mut times = BTreeMap::<&str, usize>::new();
        let edited = self.steps.iter().filter(|(_, step)| **step == Step::Edited);
        let changes = edited.filter_map(|(index, _)| self.all.get(*index)).map(|version| {
            let time = times.entry(version.key).or_default();
            *time += 1;
            Changed { at: version.at, key: version.key, time: *time }
        });
        changes.collect()
    }

    /// The content in force then, by its key; the first one if there was none yet.
    pub(crate) fn at(&self, at: Timestamp) -> Option<&'a str> {
        let version = self.all.iter().rev().find(|version| version.at <= at).or(self.all.first());
        version.map(|version| version.key)
    }

    /// The content in force, by its key; nothing if it is not known.
    pub(crate) fn newest(&self) -> Option<&'a str> {
        self.all.last().filter(|version| version.content.is_some()).map(|version| version.key)
    }

    /// What the customer knows who was told of a content: with the refunds that followed it.
    pub(crate) fn known_since(&self, key: &str) -> Option<&'a str> {
        let told = self.all.iter().rposition(|version| version.key == key)?;
        let following = self.steps.range(told + 1..).take_while(|(_, step)| **step == Step::Refunded);
        self.all.get(following.last().map_or(told, |(index, _)| *index)).map(|version| version.key)
    }
}

/// The content in force, by its key.
pub fn current(checkout: &CheckoutRegisters) -> Option<&str> {
    Versions::of(checkout).newest()
}

fn versions(checkout: &CheckoutRegisters) -> Vec<Version<'_>> {
    let heard_before = |one: &Moment, other: &Moment| {
        let of = |moment: &Moment| (moment.at, moment.status, moment.total, moment.refunded, moment.paid);
        one.content.is_none() && of(one) == of(other)
    };
    let mut moments = checkout.moments.iter().peekable();
    let mut all = Vec::new();
    while let Some(moment) = moments.next() {
        // The same version, noted without its content by older code.
        if moments.peek().is_some_and(|next| heard_before(moment, next)) {
            continue;
        }
        let key = moment.content.as_deref().unwrap_or_default();
        all.push(Version { at: moment.at, refunded: moment.refunded, key, content: content(checkout, key) });
    }
    all
}

/// Of several versions of the newest second, the document in force is the newest.
fn newest_last(all: &mut [Version<'_>], checkout: &CheckoutRegisters) {
    let Some(newest) = all.last().map(|version| version.at) else { return };
    let first = all.partition_point(|version| version.at < newest);
    if all[first..].iter().any(|version| version.key != all[first].key) {
        let in_force = Content::of(&checkout.document.value).key();
        all[first..].sort_by_key(|version| version.key == in_force);
    }
}

fn steps(all: &[Version<'_>]) -> BTreeMap<usize, Step> {
    let mut steps = BTreeMap::new();
    let mut last: Option<&Content> = None;
    for (index, version) in all.iter().enumerate() {
        let (Some(before), Some(now)) = (last, version.content) else {
            last = version.content;
            continue;
        };
        let Some(edit) = Edit::between(before, now) else { continue };
        // What is sold again or taken off in the course of a refund is told by the refund's mail.
        let more_back = index.checked_sub(1).is_some_and(|before| all[before].refunded < version.refunded);
        steps.insert(index, if more_back && !edit.moved() { Step::Refunded } else { Step::Edited });
        last = Some(now);
    }
    steps
}
