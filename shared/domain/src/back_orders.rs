//! What of an order is not in stock: as each version of its document said it, and what a customer who knows one of them
//! should hear. That less of it is missing, or that it comes earlier, is no news.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::content::{CONTENTS, short};
use crate::fact::{Document, Line, Needs};
use crate::order::CheckoutRegisters;
use crate::register::First;
use crate::view::View;

/// Different states of what is back-ordered, each with its key.
pub type BackOrders = First<(String, Vec<BackOrdered>), CONTENTS>;

/// One line of an order, or some of it, that is not in stock.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct BackOrdered {
    /// The storefront's id of the line.
    pub line: String,
    /// How many of it; never zero.
    pub quantity: u32,
    /// When they are expected; nothing if nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Date>,
}

/// What a document says is back-ordered, by line.
pub(crate) fn of(document: &Document) -> Vec<BackOrdered> {
    let mut all: Vec<_> = document.lines.iter().filter_map(|line| part(line, line.quantity)).collect();
    all.sort();
    all.dedup_by(|one, other| one.line == other.line);
    all
}

/// What it is called in the timeline; nothing if nothing is back-ordered.
pub(crate) fn key(all: &[BackOrdered]) -> Option<String> {
    (!all.is_empty()).then(|| short(&[&serde_json::to_vec(all).unwrap_or_default()]))
}

/// What is back-ordered of so many of a line that are still to come.
fn part(line: &Line, to_come: u32) -> Option<BackOrdered> {
    let back = line.back_order.filter(|_| line.needs != Needs::Nothing)?;
    let quantity = back.quantity.min(line.quantity).min(to_come);
    (quantity > 0).then(|| BackOrdered { line: line.id.clone(), quantity, expected: back.expected })
}

/// Whether a customer who knows of one has to hear of the other: more is missing, or it comes later, or nobody knows when.
fn worse(before: &[BackOrdered], now: &[BackOrdered]) -> bool {
    let later = |before: Option<Date>, now: Option<Date>| match (before, now) {
        (Some(before), Some(now)) => now > before,
        (Some(_), None) => true,
        (None, _) => false,
    };
    now.iter().any(|now| match before.iter().find(|before| before.line == now.line) {
        None => true,
        Some(before) => now.quantity > before.quantity || later(before.expected, now.expected),
    })
}

/// What a version of the document says; nothing if it is not known any more.
type Known<'a> = Option<&'a [BackOrdered]>;

/// One version of a document that was worse than the one before.
pub(crate) struct Worse<'a> {
    /// When, by the storefront's clock.
    pub(crate) at: Timestamp,
    /// What it said, by its key.
    pub(crate) key: &'a str,
    /// For the how-manieth time so.
    pub(crate) time: usize,
}

/// Every version that was worse than the one before, oldest first. What the first one says is nobody's news: nothing was said
/// before it.
pub(crate) fn news(checkout: &CheckoutRegisters) -> Vec<Worse<'_>> {
    if checkout.back_orders.is_empty() {
        return Vec::new();
    }
    let mut all: Vec<Worse<'_>> = Vec::new();
    let mut last: Option<Known<'_>> = None;
    for (at, key) in versions(checkout) {
        let now = known(checkout, key);
        if let (Some(Some(before)), Some(list), Some(key)) = (last, now, key)
            && worse(before, list)
        {
            let time = all.iter().filter(|one| one.key == key).count() + 1;
            all.push(Worse { at, key, time });
        }
        last = Some(now);
    }
    all
}

/// The versions, oldest first; of several of one second, the one that says most, but of the newest second the one in force.
fn versions(checkout: &CheckoutRegisters) -> Vec<(Timestamp, Option<&str>)> {
    let mut all: Vec<(Timestamp, Option<&str>)> = Vec::new();
    for moment in checkout.moments.iter() {
        let version = (moment.at, moment.back_order.as_deref());
        match all.last_mut() {
            Some(last) if last.0 == moment.at => last.1 = last.1.max(version.1),
            _ => all.push(version),
        }
    }
    let in_force = key(&of(&checkout.document.value));
    if let Some(last) = all.last_mut() {
        let named = |key: &str| noted(checkout, key).map(|(key, _)| key.as_str());
        last.1 = in_force.as_deref().and_then(named).or(last.1.filter(|_| in_force.is_some()));
    }
    all
}

/// What a key stands for.
pub(crate) fn known<'a>(checkout: &'a CheckoutRegisters, key: Option<&str>) -> Known<'a> {
    let Some(key) = key else { return Some(&[]) };
    noted(checkout, key).map(|(_, all)| all.as_slice())
}

fn noted<'a>(checkout: &'a CheckoutRegisters, key: &str) -> Option<&'a (String, Vec<BackOrdered>)> {
    checkout.back_orders.iter().find(|(known, _)| known == key)
}

/// What the version in force at a time said.
pub(crate) fn at(checkout: &CheckoutRegisters, at: Timestamp) -> Known<'_> {
    let all = versions(checkout);
    let version = all.iter().rev().find(|(since, _)| *since <= at).or(all.first())?;
    known(checkout, version.1)
}

/// Whether the customer who knows `before` has to hear of the order as it is.
pub(crate) fn to_be_told(view: &View<'_>, before: &[BackOrdered]) -> bool {
    worse(before, &view.back_ordered())
}

impl View<'_> {
    /// What is back-ordered and still to come, by line.
    pub fn back_ordered(&self) -> Vec<BackOrdered> {
        // Nearly every order: how far it came need not be worked out.
        if self.document.lines.iter().all(|line| line.back_order.is_none()) {
            return Vec::new();
        }
        let lines = self.document.lines.iter().zip(self.progress());
        lines.filter_map(|(line, progress)| part(line, line.quantity.saturating_sub(progress.shipped))).collect()
    }
}
