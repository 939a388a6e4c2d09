//! What was given back: cumulative totals of each source, never a sum across sources.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::fact::Source;
use crate::money::Money;
use crate::order::{CheckoutRegisters, PaymentRegisters};
use crate::view::{PaymentView, View, first_heard, since};

/// A refunded total that was reported, in minor units of the order's currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Point {
    /// What and how often.
    pub(crate) standing: Standing,
    /// When, by a payment provider's clock, else by the storefront's.
    pub(crate) at: Timestamp,
    /// Reached because a refund was taken back, not because there was one.
    pub(crate) falling: bool,
}

/// All that was given back, and how often a refund had been taken back by then.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(crate) struct Standing {
    pub(crate) total: i64,
    pub(crate) reversals: u32,
}

type Steps = Vec<(Timestamp, Standing)>;

/// What was given back as of now: the largest of what each source says.
pub fn current(view: &View<'_>) -> i64 {
    standing(view).total
}

/// What payment providers gave back as of now, whatever the storefront says.
pub(crate) fn by_providers(view: &View<'_>) -> i64 {
    let by_source = by_source(&view.payments, view.document.money(0));
    by_source.values().filter_map(|steps| steps.last()).map(|(_, standing)| standing.total).max().unwrap_or(0)
}

/// The standing as of now. Of two sources that agree on the total, the payment provider counts the reversals.
pub(crate) fn standing(view: &View<'_>) -> Standing {
    if nothing(view.checkout, &view.payments) {
        return Standing::default();
    }
    let last = |steps: &Steps| steps.last().map(|(_, standing)| *standing);
    let storefront = last(&of_storefront(view.checkout)).unwrap_or_default();
    let by_source = by_source(&view.payments, view.document.money(0));
    let providers = by_source.values().filter_map(last).max().unwrap_or_default();
    if storefront.total > providers.total { storefront } else { providers }
}

/// Every standing that a source ever reported, each once, with its first time.
pub(crate) fn points(checkout: &CheckoutRegisters, payments: &[PaymentView<'_>]) -> Vec<Point> {
    if nothing(checkout, payments) {
        return Vec::new();
    }
    let providers = by_source(payments, checkout.document.value.money(0)).into_values();
    let providers = collect(providers);
    let mut all = collect([of_storefront(checkout)].into_iter());
    for (standing, theirs) in providers {
        // What the storefront first tells of an order may be old; a provider tells of its own refunds when they are made.
        let falling = theirs.falling && all.get(&standing).is_none_or(|ours| ours.falling);
        all.insert(standing, Point { falling, ..theirs });
    }
    all.into_values().collect()
}

/// Whether nobody ever said anything of a refund: so it is with most orders, and quickly seen.
fn nothing(checkout: &CheckoutRegisters, payments: &[PaymentView<'_>]) -> bool {
    let mut totals = payments.iter().flat_map(|payment| payment.registers.totals.iter());
    checkout.moments.iter().all(|moment| moment.refunded == 0)
        && payments.iter().all(|payment| payment.registers.refunds.is_empty())
        && totals.all(|totals| totals.refunded.is_none_or(|money| money.minor == 0))
}

fn collect(sources: impl Iterator<Item = Steps>) -> BTreeMap<Standing, Point> {
    let mut points: BTreeMap<Standing, Point> = BTreeMap::new();
    for steps in sources {
        let mut before = Standing::default();
        for (at, standing) in steps {
            if standing.total > 0 && standing != before {
                let falling = standing.total <= before.total;
                let point = points.entry(standing).or_insert(Point { standing, at, falling });
                point.at = point.at.min(at);
                point.falling &= falling;
            }
            before = standing;
        }
    }
    points
}

/// The storefront's running total.
fn of_storefront(checkout: &CheckoutRegisters) -> Steps {
    let first = first_heard(checkout);
    let mut standing = Standing::default();
    let step = |moment: &crate::order::Moment| {
        standing.reversals += u32::from(moment.refunded < standing.total);
        standing.total = moment.refunded;
        (since(checkout, first, moment.at), standing)
    };
    checkout.moments.iter().map(step).collect()
}

/// Each provider's running total over all of its payments: one clock, so its steps can be put in order.
fn by_source<'a>(payments: &[PaymentView<'a>], zero: Money) -> BTreeMap<&'a Source, Steps> {
    let mut sources: BTreeMap<&Source, Vec<(Timestamp, &str, Standing)>> = BTreeMap::new();
    for payment in payments {
        let steps = of_payment(payment.registers, zero).into_iter().map(|(at, step)| (at, payment.id, step));
        sources.entry(payment.source).or_default().extend(steps);
    }
    let running = |mut steps: Vec<(Timestamp, &'a str, Standing)>| {
        // Stable, so that steps of one payment in one second stay as they are.
        steps.sort_by_key(|(at, id, _)| (*at, *id));
        let mut each: BTreeMap<&str, Standing> = BTreeMap::new();
        let sums = steps.into_iter().map(|(at, id, step)| {
            each.insert(id, step);
            let total = each.values().map(|step| step.total).fold(0, i64::saturating_add);
            (at, Standing { total, reversals: each.values().map(|step| step.reversals).sum() })
        });
        sums.collect::<Steps>()
    };
    sources.into_iter().map(|(source, steps)| (source, running(steps))).collect()
}

/// One thing that a provider says of a payment's refunds, in the order in which words of one second count.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Word {
    /// A refund failed or was taken back.
    TakenBack(i64),
    /// A refund was made.
    Given(i64),
    /// All refunds together, so far.
    Total(i64),
}

/// One payment's refunded total over time: snapshots of its cumulative total, and refund objects of their own.
fn of_payment(payment: &PaymentRegisters, zero: Money) -> Steps {
    let ours = |money: Money| (money.currency == zero.currency).then_some(money.minor);
    let totals = payment.totals.iter().filter_map(|t| Some((t.at, Word::Total(ours(t.refunded?)?))));
    let refunds = payment.refunds.values().filter_map(|refund| {
        let amount = ours(refund.value.amount)?;
        Some((refund.stamp.at, if refund.value.failed { Word::TakenBack(amount) } else { Word::Given(amount) }))
    });
    let mut words: Vec<(Timestamp, Word)> = totals.chain(refunds).collect();
    words.sort_unstable();

    let (mut snapshot, mut given, mut fallen, mut failed) = (0_i64, 0_i64, 0_u32, 0_u32);
    let step = |(at, word)| {
        match word {
            Word::TakenBack(amount) => {
                failed += 1;
                // A snapshot that fell before has already counted it.
                if failed > fallen {
                    snapshot = snapshot.saturating_sub(amount).max(0);
                }
            }
            Word::Given(amount) => given = given.saturating_add(amount),
            Word::Total(total) => {
                fallen += u32::from(total < snapshot);
                snapshot = total;
            }
        }
        (at, Standing { total: snapshot.max(given), reversals: fallen.max(failed) })
    };
    words.into_iter().map(step).collect()
}
