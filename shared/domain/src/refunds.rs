//! What was given back: cumulative totals of each source, never a sum across sources.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use crate::fact::Source;
use crate::order::{CheckoutRegisters, PaymentRegisters};
use crate::view::{PaymentView, View, since};

/// A refunded total that one source reported.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Point {
    /// All that was given back by then, in minor units of the order's currency.
    pub total: i64,
    /// How often the source's total had gone down before.
    pub reversals: u32,
    /// When, by the source's clock.
    pub at: Timestamp,
}

/// What was given back as of now: the largest of what each source says.
pub fn current(view: &View<'_>) -> i64 {
    let storefront = view.checkout.moments.iter().next_back().map_or(0, |moment| moment.refunded);
    by_source(&view.payments, view.document.currency.code())
        .values()
        .filter_map(|steps| steps.last().map(|(_, total)| *total))
        .fold(storefront, i64::max)
}

/// Every refunded total that a source ever reported, each (total, reversals) once, with its first time.
pub(crate) fn points(checkout: &CheckoutRegisters, payments: &[PaymentView<'_>]) -> Vec<Point> {
    let storefront = checkout.moments.iter().map(|moment| (since(checkout, moment), moment.refunded)).collect();
    let mut first: BTreeMap<(i64, u32), Timestamp> = BTreeMap::new();
    let currency = checkout.document.value.currency;
    for steps in by_source(payments, currency.code()).into_values().chain([storefront]) {
        let mut reversals = 0;
        let mut before = 0;
        for (at, total) in steps {
            reversals += u32::from(total < before);
            if total > 0 && total != before {
                first.entry((total, reversals)).and_modify(|first| *first = (*first).min(at)).or_insert(at);
            }
            before = total;
        }
    }
    first.into_iter().map(|((total, reversals), at)| Point { total, reversals, at }).collect()
}

/// Each source's running total over all of its payments: one clock, so its steps can be put in order.
fn by_source<'a>(payments: &[PaymentView<'a>], currency: &str) -> BTreeMap<&'a Source, Vec<(Timestamp, i64)>> {
    let mut sources: BTreeMap<&Source, Vec<(Timestamp, &str, i64)>> = BTreeMap::new();
    for payment in payments {
        let steps = steps(payment.registers, currency).into_iter().map(|(at, total)| (at, payment.id, total));
        sources.entry(payment.source).or_default().extend(steps);
    }
    let running = |mut steps: Vec<(Timestamp, &'a str, i64)>| {
        steps.sort_unstable();
        let mut each: BTreeMap<&str, i64> = BTreeMap::new();
        let sums = steps.into_iter().map(|(at, id, total)| {
            each.insert(id, total);
            (at, each.values().sum())
        });
        sums.collect::<Vec<(Timestamp, i64)>>()
    };
    sources.into_iter().map(|(source, steps)| (source, running(steps))).collect()
}

/// One payment's refunded total over time: snapshots of its cumulative total, and refund objects of their own.
fn steps(payment: &PaymentRegisters, currency: &str) -> Vec<(Timestamp, i64)> {
    let ours = |money: &crate::money::Money| money.currency.code() == currency;
    let snapshots = payment.totals.iter().filter_map(|t| t.refunded.filter(ours).map(|money| (t.at, money.minor)));
    let mut steps: Vec<(Timestamp, i64)> = snapshots.collect();
    let reported = steps.last().map(|(at, _)| *at);

    let refunds: Vec<_> = payment.refunds.values().filter(|refund| ours(&refund.value.amount)).collect();
    let total: i64 = refunds.iter().filter(|r| !r.value.failed).map(|r| r.value.amount.minor).sum();
    let times: BTreeSet<Timestamp> = refunds.iter().map(|refund| refund.stamp.at).collect();
    let last = times.last().copied();
    let snapshot = steps.last().map_or(0, |(_, total)| *total);
    let taken_back = refunds.iter().filter(|r| r.value.failed && reported.is_some_and(|at| r.stamp.at > at));
    let after_snapshot = snapshot - taken_back.map(|r| r.value.amount.minor).sum::<i64>();
    if let Some(last) = last {
        let now = after_snapshot.max(total);
        if now != snapshot {
            steps.push((reported.map_or(last, |at| at.max(last)), now));
        }
    }
    steps
}
