//! Rows that ask customers for something, from proved delivery on, and never while anything is wrong.

use jiff::Timestamp;

use super::{Facts, Row, obsolete, off};
use crate::calendar::days_after;
use crate::fact::{Answered, OrderStatus, Question};
use crate::ledger::Seen;
use crate::refunds::Standing;
use crate::situations::{Kind, Verdict};
use crate::tracking::ParcelState;

impl Facts<'_> {
    /// Whether all is well, how it was, a review: what the shop asks for, once everything has arrived.
    pub(super) fn asked(&self, kind: Kind) -> Option<Row> {
        let days = *self.policy.ask_after.get(&kind)?;
        let proved_at = self.view.proved_arrival()?;
        let due = days_after(proved_at, days, &self.policy.time_zone);
        let question = Question::of(kind);
        let answered = question.and_then(|question| self.view.customer.answer(question));
        // What ends it before it is due was no question that is withdrawn: there was none.
        let verdict = match (answered, self.not_to_be_asked()) {
            (Some(answer), _) if answer.at <= due => Err(Verdict::Idle("answered")),
            (Some(_), _) => obsolete("answered"),
            (None, Some((at, why))) if at <= due => Err(Verdict::Idle(why)),
            (None, Some((_, why))) => off(why),
            (None, None) => self.nothing_is_wrong(),
        };
        Some(Row { due: Some(due), ..self.order_row(kind, proved_at, verdict) })
    }

    /// Since when the customer has said something after which nothing is asked any more.
    fn not_to_be_asked(&self) -> Option<(Timestamp, &'static str)> {
        let unhappy = self.unhappy_since().map(|at| (at, "the customer is unhappy"));
        let withdrew = self.view.customer.withdrawals.iter().next();
        let withdrew = withdrew.map(|statement| (statement.at, "the customer withdrew"));
        let stopped = self.view.customer.stopped_at().map(|at| (at, "the customer wants no more questions"));
        stopped.or_else(|| unhappy.into_iter().chain(withdrew).min())
    }

    /// Since when an answer is one that the shop should know of.
    fn unhappy_since(&self) -> Option<Timestamp> {
        let unhappy = |given: &Answered| given.value.is_some_and(|value| given.question.is_unhappy(value));
        let answers = Question::ALL.into_iter().filter_map(|question| self.view.customer.answer(question));
        answers.filter(|answer| unhappy(&answer.answered)).map(|answer| answer.at).min()
    }

    fn nothing_is_wrong(&self) -> Result<(), Verdict> {
        let wrong = |state| matches!(state, ParcelState::Exception | ParcelState::Lost);
        // What came back stays so, whatever was sent in its place and whoever voided it since.
        let mut ever = self.counted.unwrap_or(self.parcels).iter().chain(self.view.parcels.iter());
        if self.view.email().is_none() {
            return off("there is no address to ask at");
        }
        if let Some(why) = self.view.called_off() {
            return off(why);
        }
        if ever.any(|parcel| parcel.state.is_return()) {
            return off("something is on its way back");
        }
        if self.view.parcels.iter().any(|parcel| wrong(parcel.state)) {
            return off("something is wrong with a parcel");
        }
        if self.view.returns.iter().any(|back| back.open() || back.received()) {
            return off("something is being returned");
        }
        if !self.view.delivered() {
            return off("a carrier withdrew its word that all has arrived");
        }
        // A refund that failed is one that the customer still waits for.
        if self.standing() != Standing::default() || self.view.status() == Some(OrderStatus::Refunded) {
            return off("money went back");
        }
        if self.view.due().minor > 0 {
            return off("not paid in full");
        }
        if self.ledger().values().any(|entry| entry.seen == Some(Seen::Complaint)) {
            return off("the customer called a mail unwanted");
        }
        Ok(())
    }
}
