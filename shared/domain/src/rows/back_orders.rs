//! Rows about what turned out not to be in stock after the customer had the confirmation.

use jiff::Timestamp;

use super::{Facts, Row, obsolete, off};
use crate::back_orders::{self, Worse};
use crate::calendar::end;
use crate::edits::Versions;
use crate::ids::IntentId;
use crate::ledger::{Entry, Said, State};
use crate::situations::{Kind, Verdict};
use crate::table::verdict;
use crate::view::last_said;

impl Facts<'_> {
    /// Every time that more was missing or came later; the newest is told, against what the customer knows.
    pub(super) fn back_orders(&self) -> Vec<Row> {
        let all = back_orders::news(self.view.checkout);
        let Some(newest) = all.last() else { return Vec::new() };
        let last = self.back_order_verdict(&all);
        let row = |one: &Worse<'_>| {
            let verdict = if std::ptr::eq(one, newest) { last.clone() } else { obsolete("a newer word on it") };
            Row { subject: subject(one).into(), ..self.order_row(Kind::BackOrdered, one.at, verdict) }
        };
        all.iter().map(row).collect()
    }

    fn back_order_verdict(&self, all: &[Worse<'_>]) -> Result<(), Verdict> {
        let Some(accepted_at) = self.accepted_at().filter(|_| self.view.accepted()) else {
            return Err(Verdict::Idle("not accepted: the confirmation says it"));
        };
        if let Some(why) = self.finished() {
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
            Some(said) => back_orders::known(checkout, said.back_order.as_deref()),
            None if self.confirmation_to_come() => return Err(Verdict::Idle("the confirmation says it")),
            None => back_orders::at(checkout, accepted_at),
        };
        match known {
            None => off("what the customer knows is not known"),
            Some(known) if !back_orders::to_be_told(self.view, known) => obsolete("as the customer knows it"),
            Some(_) => Ok(()),
        }
    }

    /// What the last mail said that shows what is back-ordered, if any was told.
    fn last_shown(&self, all: &[Worse<'_>]) -> Option<&Said> {
        let ours = all.iter().map(|one| IntentId::new(self.id, Kind::BackOrdered.name(), &subject(one)));
        let changes = Versions::of(self.view.checkout).changes();
        let mails: Vec<IntentId> = ours.chain(self.content_mails(&changes)).collect();
        last_said(self.ledger(), &mails)
    }

    /// Whether the order's confirmation was not told yet and will be: with what is back-ordered then.
    fn confirmation_to_come(&self) -> bool {
        let entry = self.ledger().get(&IntentId::new(self.id, Kind::Confirmed.name(), "order"));
        let over = |entry: &Entry| entry.ended() && !matches!(entry.state, State::Held { .. });
        let told = |row: Row| matches!(verdict(self.view, &row, self.policy, self.now), Verdict::Tell { .. });
        !entry.is_some_and(over) && self.confirmed().is_some_and(told)
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
