//! Rows about an order that was changed after it was accepted.

use super::{Facts, Row, obsolete, off};
use crate::edits::{self, Changed, Edit, Versions};
use crate::fact::OrderStatus;
use crate::ids::IntentId;
use crate::situations::{About, Kind, Verdict};

impl Facts<'_> {
    /// Every change of the content; of several in a row the newest is told, against what the customer knows.
    pub(super) fn edits(&self) -> Vec<Row> {
        let versions = Versions::of(self.view.checkout);
        let changes = versions.changes();
        let Some(newest) = changes.last() else { return Vec::new() };
        let (last, knows) = self.edit_verdict(&versions, newest, &changes);
        let row = |changed: &Changed<'_>| {
            let verdict = match self.accepted_at() {
                Some(accepted_at) if changed.at <= accepted_at => Err(Verdict::Idle("changed before it was accepted")),
                Some(_) if std::ptr::eq(changed, newest) => last.clone(),
                Some(_) => obsolete("changed again since"),
                None => Err(Verdict::Idle("not accepted")),
            };
            let about = knows.map_or(About::Order, |key| About::Edit(key.to_owned()));
            Row { subject: subject(changed).into(), about, ..self.order_row(Kind::Edited, changed.at, verdict) }
        };
        changes.iter().map(row).collect()
    }

    /// Whether the newest change is told, and which content the customer knows.
    fn edit_verdict<'v>(
        &self,
        versions: &Versions<'v>,
        newest: &Changed<'v>,
        changes: &[Changed<'_>],
    ) -> (Result<(), Verdict>, Option<&'v str>) {
        let accepted = self.accepted_at().filter(|accepted_at| newest.at > *accepted_at);
        let Some(accepted) = accepted.and_then(|accepted_at| versions.at(accepted_at)) else {
            return (Err(Verdict::Idle("changed before it was accepted")), None);
        };
        let content = |key: &str| edits::content(self.view.checkout, key);
        let covered = content(accepted).is_some_and(|content| self.view.captured() >= content.total.max(1));
        if !covered && !self.view.accepted() {
            return (Err(Verdict::Idle("not accepted")), None);
        }
        if let Some(why) = self.finished() {
            return (obsolete(why), None);
        }
        if self.view.all_shipped_at().is_some() {
            return (obsolete("shipped"), None);
        }
        let knows = self.content_told(changes).and_then(|told| versions.known_since(told));
        let knows = knows.or_else(|| versions.known_since(accepted));
        let contents = knows.and_then(content).zip(versions.newest().and_then(content));
        let verdict = match contents.map(|(before, now)| Edit::between(before, now)) {
            None => off("what it was before is not known"),
            Some(None) => obsolete("as the customer knows it"),
            Some(Some(_)) => Ok(()),
        };
        (verdict, knows)
    }

    /// Why nothing of it changes for the customer any more: called off, or done as the shop says.
    pub(super) fn finished(&self) -> Option<&'static str> {
        let done = matches!(self.view.status(), Some(OrderStatus::Completed | OrderStatus::Refunded));
        self.view.called_off().or_else(|| done.then_some("completed by the shop"))
    }

    /// The mails that list the order's content, if it changed so.
    pub(super) fn content_mails(&self, changes: &[Changed<'_>]) -> impl Iterator<Item = IntentId> {
        let edited = changes.iter().map(|changed| IntentId::new(self.id, Kind::Edited.name(), &subject(changed)));
        edited.chain([IntentId::new(self.id, Kind::Confirmed.name(), "order")])
    }

    /// What the last mail that listed the order's content said, if any did.
    fn content_told(&self, changes: &[Changed<'_>]) -> Option<&str> {
        let told = self.ledger();
        let entries = self.content_mails(changes).filter_map(|mail| told.get(&mail)).filter(|entry| entry.told());
        let said = entries.filter_map(|entry| Some((entry.told_at(), entry.said.content.as_deref()?)));
        said.max_by_key(|(at, _)| *at).map(|(_, content)| content)
    }
}

fn subject(changed: &Changed<'_>) -> String {
    if changed.time == 1 { changed.key.to_owned() } else { format!("{}/{}", changed.key, changed.time) }
}
