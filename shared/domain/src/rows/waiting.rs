//! Rows about what did not happen to an order: not paid, not shipped, not given back.

use jiff::civil::Time;
use jiff::{SignedDuration, Timestamp};

use super::{Facts, Row, obsolete, of_order, off};
use crate::calendar::{self, days_after, end};
use crate::fact::{Needs, OrderStatus, PaymentStatus};
use crate::refunds;
use crate::situations::{About, Kind, Trouble, Verdict};

/// Something that is waited for.
pub(super) struct Wait {
    /// Since when.
    pub(super) since: Timestamp,
    /// Until when.
    pub(super) due: Timestamp,
    /// What ended the waiting, and when.
    pub(super) ended: Option<(Timestamp, &'static str)>,
}

impl Wait {
    /// What ended in time was no situation; what ended later was one.
    pub(super) fn verdict(&self) -> Result<(), Verdict> {
        match self.ended {
            Some((at, why)) if at <= self.due => Err(Verdict::Idle(why)),
            Some((_, why)) => obsolete(why),
            None => Ok(()),
        }
    }
}

impl Facts<'_> {
    fn waiting(&self, kind: Kind, trouble: Option<Trouble>, wait: &Wait) -> Row {
        let row = self.order_row(kind, wait.since, wait.verdict());
        let subject = trouble.map_or(row.subject, |trouble| of_order(trouble).into());
        Row { subject, trouble, due: Some(wait.due), ..row }
    }

    pub(super) fn business_days(&self, since: Timestamp, days: u32) -> Timestamp {
        self.policy.business_days.after(since, days, &self.policy.time_zone)
    }

    /// Called off, and when.
    fn called_off_at(&self) -> Option<(Timestamp, &'static str)> {
        let why = self.view.called_off()?;
        let last = self.moments().map(|(moment, _)| moment.at).last();
        Some((last.unwrap_or(self.view.placed_at()), why))
    }

    /// Withdrawn from by the customer, all of it, and when: nobody pays or waits for that.
    fn withdrawn_at(&self) -> Option<(Timestamp, &'static str)> {
        self.view.customer.withdrawals.whole_at().map(|at| (at, "the customer withdrew"))
    }

    /// Accepted, and not on its way: told to the shop, and after twice the time to the customer. Where the checkout
    /// promised a day, that day decides.
    pub(super) fn late_to_ship(&self, kind: Kind) -> Option<Row> {
        let since = self.accepted_at().or_else(|| self.released_at())?;
        if !self.view.document.lines.iter().any(|line| line.needs == Needs::Shipping) {
            return None;
        }
        let days = self.policy.patience.to_ship;
        let zone = &self.policy.time_zone;
        let promised = self.view.checkout.promises.iter().map(|(_, day)| *day).next();
        let (trouble, due) = match (kind, promised) {
            (Kind::LateToShip, Some(day)) => (None, end(day, zone)),
            (Kind::LateToShip, None) => (None, self.business_days(since, days.saturating_mul(2))),
            (_, promised) => {
                let needed = self.business_days(since, days);
                let eve = promised.and_then(|day| day.yesterday().ok());
                let at_risk = eve.map(|day| calendar::at(day, Time::midnight(), zone));
                (Some(Trouble::NotShipped), at_risk.map_or(needed, |at_risk| needed.max(at_risk)))
            }
        };
        // Whoever was told when it is expected waits until then, and as long as anybody for what is in stock.
        let restocked = self.restocked_at().map(|at| self.business_days(at, days));
        let due = restocked.map_or(due, |restocked| due.max(restocked));
        let completed = self.moments().find(|(_, status)| *status == OrderStatus::Completed);
        let completed = completed.map(|(moment, _)| (self.since(moment), "completed by the shop"));
        let shipped = self.view.all_shipped_at().map(|at| (at, "shipped"));
        let refunded = self.refunded_in_full().then_some((since, "refunded"));
        let not_accepted = (!self.view.accepted()).then_some((since, "not accepted"));
        let ended = [self.called_off_at(), self.withdrawn_at(), refunded, shipped, completed, not_accepted];
        let ended = ended.into_iter().flatten().min();
        Some(self.waiting(kind, trouble, &Wait { since, due, ended }))
    }

    /// Not paid: the customer is reminded, then told that nobody waits any more; the shop is told too.
    pub(super) fn unpaid(&self, kind: Kind, trouble: Option<Trouble>) -> Option<Row> {
        let since = self.view.placed_at();
        if self.view.document.total == 0 {
            return None;
        }
        let patience = &self.policy.patience;
        let hours = |hours: u32| SignedDuration::from_hours(hours.into());
        let reminder = hours(patience.payment_reminder_hours);
        let after = |wait: SignedDuration| since.saturating_add(wait).unwrap_or(Timestamp::MAX);
        let due = match (kind, trouble) {
            (Kind::PaymentReminder, _) => after(reminder),
            // Banks take days: whoever waits for one is not reminded, and the shop is told later.
            (_, Some(Trouble::PaymentPending)) => after(reminder.saturating_mul(3)),
            _ => days_after(since, patience.payment_expires_days, &self.policy.time_zone),
        };
        let under_way = self.view.payments.iter().any(|p| p.status.is_some_and(PaymentStatus::under_way));
        let other = match (kind, trouble) {
            _ if self.view.pay_later() => Some("paid later"),
            _ if self.view.parcels.iter().any(|parcel| parcel.shipped_at.is_some()) => Some("shipped all the same"),
            (_, Some(Trouble::PaymentPending)) => (!under_way).then_some("nothing is under way"),
            _ if under_way => Some("a payment is under way"),
            (Kind::PaymentReminder, _) if self.view.last_attempt_failed() => Some("told that the payment failed"),
            _ => None,
        };
        let accepted = self.accepted_at().filter(|_| self.view.accepted()).map(|at| (at, "accepted"));
        let ended = [accepted, self.called_off_at(), self.withdrawn_at(), other.map(|why| (since, why))];
        let ended = ended.into_iter().flatten().min();
        Some(self.waiting(kind, trouble, &Wait { since, due, ended }))
    }

    /// Money that does not cover the order, refunds that failed or do not arrive, orders that nobody pays or ships.
    pub(super) fn order_troubles(&self, to: &mut Vec<Row>) {
        let unpaid = [Trouble::PaymentPending, Trouble::PaymentExpired];
        to.extend(unpaid.into_iter().filter_map(|trouble| self.unpaid(Kind::Attention, Some(trouble))));
        to.extend(self.late_to_ship(Kind::Attention));
        to.extend(self.held());
        to.extend(self.stated_refund());
        to.extend(self.single_refunds());
    }

    fn held(&self) -> Option<Row> {
        let since = self.payments.iter().filter_map(|payment| payment.captured_at).min()?;
        let verdict = match self.view.held() {
            Some(_) if self.view.called_off().is_some() => obsolete("called off"),
            Some(_) => Ok(()),
            None => Err(Verdict::Idle("the money covers the order")),
        };
        let row = self.order_row(Kind::Attention, since, verdict);
        Some(Row { subject: of_order(Trouble::Held).into(), trouble: Some(Trouble::Held), ..row })
    }

    /// The storefront says that money went back, and no payment provider knows of it.
    fn stated_refund(&self) -> Option<Row> {
        let stated = self.view.document.refunded;
        if stated <= 0 {
            return None;
        }
        let first = self.view.checkout.moments.iter().find(|moment| moment.refunded >= stated);
        let since = first.map_or(self.view.placed_at(), |moment| moment.at);
        let known = refunds::by_providers(self.view) >= stated;
        let ended = match self.view.captured() {
            0 => Some((since, "no payment provider took the money")),
            _ => known.then_some((since, "the payment provider knows of it")),
        };
        let wait = Wait { since, due: self.business_days(since, self.policy.patience.refund), ended };
        let row = self.waiting(Kind::Attention, Some(Trouble::RefundNotSettled), &wait);
        Some(Row { subject: format!("{stated}/{}", Trouble::RefundNotSettled.name()).into(), ..row })
    }

    fn single_refunds(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        for payment in self.payments {
            for (id, refund) in &payment.registers.refunds {
                let since = refund.stamp.at;
                let about = About::Payment(payment.source.clone(), payment.id.to_owned());
                let row = |trouble: Trouble, row: Row| Row {
                    subject: format!("{}/{id}/{}", payment.source.as_str(), trouble.name()).into(),
                    about: about.clone(),
                    trouble: Some(trouble),
                    observed: refund.stamp.observed,
                    verdict: if self.counts(payment) { row.verdict } else { off("a test payment") },
                    ..row
                };
                let failed = if refund.value.failed { Ok(()) } else { Err(Verdict::Idle("it did not fail")) };
                rows.push(row(Trouble::RefundFailed, self.order_row(Kind::Attention, since, failed)));
                let ended = (!refund.value.pending || refund.value.failed).then_some((since, "settled"));
                let wait = Wait { since, due: self.business_days(since, self.policy.patience.refund), ended };
                let waiting = self.waiting(Kind::Attention, Some(Trouble::RefundNotSettled), &wait);
                rows.push(row(Trouble::RefundNotSettled, waiting));
            }
        }
        rows
    }
}
