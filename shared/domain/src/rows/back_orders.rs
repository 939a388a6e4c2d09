//! Rows about what turned out not to be in stock after the customer had the confirmation.

use jiff::Timestamp;

use super::{Facts, Row, obsolete, off};
use crate::back_orders::{self, Worse};
use crate::calendar::end;
use crate::fact::OrderStatus;
use crate::ids::IntentId;
use crate::ledger::{Entry, State};
use crate::situations::{Kind, Verdict};

impl Facts<'_> {
    /// Every time that more was missing or came later; the newest is told, against what the customer knows.
    pub(super) fn back_orders(&self) -> Vec<Row> {
        let all = back_orders::news(self.view.checkout);
        let Some(newest) = all.last() else { return Vec::new() };
        let last = self.back_order_verdict(&all);
        let row = |one: &Worse<'_>| {
            let verdict = if std::ptr::eq(one, newest) { last.clone() } else { obsolete("a newer word on it") };
            Row { subject: subject(one), ..self.order_row(Kind::BackOrdered, one.at, verdict) }
        };
        all.iter().map(row).collect()
    }

    fn back_order_verdict(&self, all: &[Worse<'_>]) -> Result<(), Verdict> {
        let Some(accepted_at) = self.accepted_at().filter(|_| self.view.accepted()) else {
            return Err(Verdict::Idle("not accepted: the confirmation says it"));
        };
        let done = matches!(self.view.status(), Some(OrderStatus::Completed | OrderStatus::Refunded));
        if let Some(why) = self.view.called_off().or_else(|| done.then_some("completed by the shop")) {
            return obsolete(why);
        }
        if self.refunded_in_full() {
            return obsolete("refunded");
        }
        if self.view.all_shipped_at().is_some() {
            return obsolete("shipped");
        }
        if self.view.back_ordered().is_empty() {
            return obsolete("in stock");
        }
        let checkout = self.view.checkout;
        let known = match self.last_shown(all) {
            Some(entry) => back_orders::known(checkout, entry.said.back_order.as_deref()),
            None if self.confirmation_to_come(accepted_at) => return Err(Verdict::Idle("the confirmation says it")),
            None => back_orders::at(checkout, accepted_at),
        };
        match known {
            None => off("what the customer knows is not known"),
            Some(known) if !back_orders::to_be_told(self.view, known) => obsolete("as the customer knows it"),
            Some(_) => Ok(()),
        }
    }

    /// The last mail that shows what is back-ordered, if any was told.
    fn last_shown(&self, all: &[Worse<'_>]) -> Option<&Entry> {
        let ours = all.iter().map(|one| IntentId::new(self.id, Kind::BackOrdered.name(), &subject(one)));
        let confirmed = [IntentId::new(self.id, Kind::Confirmed.name(), "order")];
        let mails = ours.chain(self.edited_intents()).chain(confirmed);
        let told = self.ledger();
        let entries = mails.filter_map(|mail| told.get(&mail)).filter(|entry| entry.told());
        entries.max_by_key(|entry| entry.told_at())
    }

    /// Whether the order's confirmation was not told yet and will be: with what is back-ordered then.
    fn confirmation_to_come(&self, accepted_at: Timestamp) -> bool {
        let told = self.ledger();
        let entry = told.get(&IntentId::new(self.id, Kind::Confirmed.name(), "order"));
        let over = |entry: &Entry| entry.ended() && !matches!(entry.state, State::Held { .. });
        let young = self.now.duration_since(accepted_at) <= Kind::Confirmed.longest_age();
        let news = accepted_at >= self.policy.live_since && young;
        self.policy.on(Kind::Confirmed) && news && !entry.is_some_and(over)
    }

    /// When the last of what is back-ordered is expected, if anybody knows: before that nobody is late.
    pub(super) fn restocked_at(&self) -> Option<Timestamp> {
        let last = self.view.back_ordered().into_iter().filter_map(|one| one.expected).max()?;
        Some(end(last, &self.policy.time_zone))
    }
}

fn subject(one: &Worse<'_>) -> String {
    if one.time == 1 { one.key.to_owned() } else { format!("{}/{}", one.key, one.time) }
}
