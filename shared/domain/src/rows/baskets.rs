//! The row about what somebody began to check out and left.

use jiff::Timestamp;

use super::{Facts, Row, off};
use crate::situations::{Kind, Verdict};

impl Facts<'_> {
    /// Left, and nothing was heard of it for as long as the shop waits. Only who agreed to it is reminded, and only once.
    pub(super) fn abandoned(&self) -> Option<Row> {
        let after = self.policy.abandoned_after?;
        let basket = self.view.basket()?;
        let left_at = self.view.checkout.document.stamp.at;
        let due = left_at.saturating_add(after).unwrap_or(Timestamp::MAX);
        let verdict = if self.view.checkout.ordered {
            Err(Verdict::Idle("it became an order"))
        } else if self.view.email().is_none() {
            off("there is no address to write to")
        } else if !basket.consent {
            off("no consent")
        } else if self.view.document.lines.is_empty() {
            off("nothing is in it")
        } else if basket.resume.is_none() {
            off("the storefront says no way back to it")
        } else if self.view.customer.stopped_at().is_some() {
            off("the customer wants no more questions")
        } else {
            Ok(())
        };
        Some(Row { due: Some(due), ..self.order_row(Kind::Abandoned, left_at, verdict) })
    }
}
