//! Rows about money: receipts, tries that failed, refunds.

use std::cmp::Ordering;

use jiff::Timestamp;

use super::{Facts, Row, obsolete, off};
use crate::fact::{Attempt, PaymentStatus};
use crate::refunds::{self, Point};
use crate::register::Register;
use crate::situations::{About, Kind, Verdict};
use crate::view::PaymentView;

impl Facts<'_> {
    pub(super) fn receipts(&self) -> Vec<Row> {
        let Some(arose_at) = self.covered_at().filter(|_| self.view.document.total > 0) else { return Vec::new() };
        let verdict = match self.view.covered() {
            true => Ok(()),
            false if self.view.captured() == 0 => off("only test payments"),
            false => off("not covered by money any more"),
        };
        let mut rows = vec![self.order_row(Kind::Receipt, arose_at, verdict)];
        let payments = self.takings(|_| true);
        let counted = self.takings(|payment| self.counts(payment));
        let receipted = &counted[..self.covering(&counted).unwrap_or(0)];
        for payment in payments.iter().skip(self.covering(&payments).unwrap_or(usize::MAX)) {
            let in_receipt = receipted.iter().any(|other| (other.source, other.id) == (payment.source, payment.id));
            rows.push(Row {
                kind: Kind::Receipt,
                subject: format!("{}/{}", payment.source.as_str(), payment.id).into(),
                about: About::Payment(payment.source.clone(), payment.id.to_owned()),
                trouble: None,
                due: None,
                arose_at: self.taken_at(payment).unwrap_or(arose_at),
                observed: payment.registers.objects.values().map(|o| o.stamp.observed).max().unwrap_or(arose_at),
                verdict: match self.test(payment) {
                    Ok(()) if in_receipt => obsolete("the order's receipt tells of it"),
                    verdict => verdict,
                },
            });
        }
        rows
    }

    pub(super) fn failed_payments(&self) -> Vec<Row> {
        let newest = self.newest_failure();
        let mut rows = Vec::new();
        for payment in self.payments {
            for attempt in payment.registers.attempts.values().filter(|attempt| attempt.value.failed) {
                let verdict = match self.test(payment) {
                    Ok(()) if newest != Some((payment.source.provider(), attempt)) => obsolete("a newer try failed"),
                    Ok(()) => self.still_failed(payment, attempt),
                    test => test,
                };
                rows.push(Row {
                    kind: Kind::PaymentFailed,
                    subject: attempt.value.id.clone().into(),
                    about: About::Payment(payment.source.clone(), payment.id.to_owned()),
                    trouble: None,
                    due: None,
                    arose_at: attempt.stamp.at,
                    observed: attempt.stamp.observed,
                    verdict,
                });
            }
        }
        rows
    }

    /// The newest try that failed, of payments that count: by each provider's own clock, and of several providers the
    /// one that we heard of last, because their clocks cannot be compared.
    fn newest_failure(&self) -> Option<(&str, &Register<Attempt>)> {
        let mut newest = std::collections::BTreeMap::<&str, &Register<Attempt>>::new();
        for payment in self.payments.iter().filter(|payment| self.counts(payment)) {
            for attempt in payment.registers.attempts.values().filter(|attempt| attempt.value.failed) {
                let known = newest.entry(payment.source.provider()).or_insert(attempt);
                if (attempt.stamp.at, &attempt.value.id) > (known.stamp.at, &known.value.id) {
                    *known = attempt;
                }
            }
        }
        newest.into_iter().max_by_key(|(provider, attempt)| (attempt.stamp.observed, *provider))
    }

    fn still_failed(&self, payment: &PaymentView<'_>, failed: &Register<Attempt>) -> Result<(), Verdict> {
        let at = failed.stamp.at;
        let later = payment.registers.objects.values().filter(|object| object.stamp.at > at);
        let statuses = later.filter_map(|object| object.value.status);
        let attempts = payment.registers.attempts.values();
        let retried = statuses.into_iter().any(PaymentStatus::under_way)
            || attempts.filter(|attempt| !attempt.value.failed).any(|attempt| attempt.stamp.at >= at);
        let others = self.payments.iter().filter(|other| (other.source, other.id) != (payment.source, payment.id));
        let other = others.filter(|other| self.counts(other)).any(|other| instead(other, payment, failed));
        match self.view.called_off() {
            Some(why) => obsolete(why),
            None if self.view.accepted() => obsolete("accepted"),
            None if retried || other => obsolete("another try is under way or succeeded"),
            None => Ok(()),
        }
    }

    pub(super) fn refunds(&self) -> Vec<Row> {
        let now = self.standing();
        let counted = refunds::points(self.view.checkout, &self.view.payments);
        let points = refunds::points(self.view.checkout, self.payments);
        let verdict = |point: &Point| match point.standing.total.cmp(&now.total) {
            _ if !counted.iter().any(|other| other.standing == point.standing) => off("only test payments"),
            Ordering::Less => obsolete("more was refunded since"),
            Ordering::Greater => obsolete("the refund was taken back"),
            Ordering::Equal if point.standing != now => obsolete("told as another refund of the same total"),
            Ordering::Equal if point.falling && self.knows_of_more(point, &points) => {
                obsolete("less than the customer knows of")
            }
            Ordering::Equal => Ok(()),
        };
        let row = |point: &Point| Row {
            subject: subject(point).into(),
            about: About::Refund(point.standing.total),
            ..self.order_row(Kind::Refund, point.at, verdict(point))
        };
        points.iter().map(row).collect()
    }

    /// Whether the customer was told of at least as large a total, by another mail.
    fn knows_of_more(&self, point: &Point, points: &[Point]) -> bool {
        let mut others = points.iter().filter(|other| other.standing != point.standing);
        others.any(|other| other.standing.total >= point.standing.total && self.told(Kind::Refund, &subject(other)))
    }

    fn test(&self, payment: &PaymentView<'_>) -> Result<(), Verdict> {
        if self.counts(payment) { Ok(()) } else { off("a test payment") }
    }

    pub(super) fn counts(&self, payment: &PaymentView<'_>) -> bool {
        self.policy.test_shop || !payment.test
    }

    /// Payments that took money in the order's currency, in the order of their time.
    fn takings(&self, wanted: impl Fn(&PaymentView<'_>) -> bool) -> Vec<&PaymentView<'_>> {
        let currency = self.view.document.currency;
        let took = |payment: &&PaymentView<'_>| {
            payment.captured.is_some_and(|money| money.currency == currency && money.minor > 0)
        };
        let mut payments: Vec<_> = self.payments.iter().filter(took).filter(|payment| wanted(payment)).collect();
        payments.sort_by_key(|payment| (payment.captured_at, payment.source, payment.id));
        payments
    }

    /// How many payments it took to cover the smallest total that the order ever had: a later change of the total must
    /// not make another payment the one that the order's receipt tells of.
    fn covering(&self, payments: &[&PaymentView<'_>]) -> Option<usize> {
        let totals = self.view.checkout.moments.iter().map(|moment| moment.total);
        let needed = totals.filter(|total| *total > 0).min()?;
        let sums = payments.iter().scan(0_i64, |sum, payment| {
            *sum = sum.saturating_add(payment.captured.map_or(0, |money| money.minor));
            Some(*sum)
        });
        sums.into_iter().position(|sum| sum >= needed).map(|index| index + 1)
    }

    /// When money first covered the order, as payments or the storefront say; test payments only if there are no others.
    pub(super) fn covered_at(&self) -> Option<Timestamp> {
        *self.covered_at.get_or_init(|| self.first_covered_at())
    }

    fn first_covered_at(&self) -> Option<Timestamp> {
        let covered = |payments: &[&PaymentView<'_>]| {
            self.covering(payments).and_then(|count| self.taken_at(payments.get(count - 1)?))
        };
        let stated = self.stated_paid_at();
        let counted = covered(&self.takings(|payment| self.counts(payment)));
        [counted, stated].into_iter().flatten().min().or_else(|| covered(&self.takings(|_| true)))
    }

    /// When a payment took its money. If the first that we ever heard of it was a refund, that is not known.
    fn taken_at(&self, payment: &PaymentView<'_>) -> Option<Timestamp> {
        let taken = |totals: &&crate::order::Totals| totals.captured.is_some_and(|money| money.minor > 0);
        let first = payment.registers.totals.iter().find(taken)?;
        let refunded = first.refunded.is_some_and(|money| money.minor > 0);
        Some(if refunded { self.view.document.placed_at.min(first.at) } else { first.at })
    }
}

fn subject(point: &Point) -> String {
    format!("{}/{}", point.standing.total, point.standing.reversals)
}

/// Whether money is under way by another payment than the one that failed: an abandoned earlier one does not count.
fn instead(other: &PaymentView<'_>, payment: &PaymentView<'_>, failed: &Register<Attempt>) -> bool {
    let newer = |stamp: &crate::register::Stamp| {
        if other.source.provider() == payment.source.provider() {
            stamp.at >= failed.stamp.at
        } else {
            stamp.observed >= failed.stamp.observed
        }
    };
    match other.status {
        Some(PaymentStatus::Authorised | PaymentStatus::Paid) => true,
        Some(PaymentStatus::Pending) => other.registers.objects.values().any(|object| newer(&object.stamp)),
        _ => false,
    }
}
