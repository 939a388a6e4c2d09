//! Rows that ask customers for something, from proved delivery on, and never while anything is wrong.

use super::{Facts, off};
use crate::calendar::days_after;
use crate::ledger::Seen;
use crate::refunds;
use crate::situations::{Kind, Row, Verdict};
use crate::tracking::ParcelState;

impl Facts<'_> {
    /// Whether all is well, how it was, a review: what the shop asks for, once everything has arrived.
    pub(super) fn asked(&self, kind: Kind) -> Option<Row> {
        let days = *self.policy.ask_after.get(&kind)?;
        let proved_at = self.view.proved_delivered_at()?;
        let due = days_after(proved_at, days, &self.policy.time_zone);
        Some(Row { due: Some(due), ..self.order_row(kind, proved_at, self.nothing_is_wrong()) })
    }

    fn nothing_is_wrong(&self) -> Result<(), Verdict> {
        let any = |state: fn(ParcelState) -> bool| self.view.parcels.iter().any(|parcel| state(parcel.state));
        let wrong = |state| matches!(state, ParcelState::Exception | ParcelState::Lost);
        if let Some(why) = self.view.called_off() {
            return off(why);
        }
        if any(ParcelState::is_return) {
            return off("something is on its way back");
        }
        if any(wrong) {
            return off("something is wrong with a parcel");
        }
        if refunds::current(self.view) > 0 {
            return off("money went back");
        }
        if self.view.due().minor > 0 {
            return off("not paid in full");
        }
        if self.told.values().any(|entry| entry.seen == Some(Seen::Complaint)) {
            return off("the customer called a mail unwanted");
        }
        Ok(())
    }
}
