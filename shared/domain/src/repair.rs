//! What follows from mails that did not arrive: the merchant is told, and once the address is corrected, each is issued again.

use jiff::Timestamp;

use crate::ledger::{Entry, Ledger, Seen};
use crate::rows::{Row, of_order};
use crate::situations::{About, Class, Kind, Situation, Trouble, Verdict};
use crate::view::View;

/// Whether a situation's mail goes to the address in force: what asks to confirm another one does not.
fn to_customer(situation: &Situation) -> bool {
    situation.kind.class() != Class::Merchant && situation.kind != Kind::ConfirmAddress
}

/// Every mail of a customer whose corrected address is in force has a successor, to be told if the mail did not arrive and
/// is still true. There is one of each, however often the address is corrected.
pub(crate) fn successors(view: &View<'_>, all: &[Situation], told: &Ledger) -> Vec<Situation> {
    if view.correction().is_none() {
        return Vec::new();
    }
    let successor = |first: &Situation| {
        let intent = first.intent.successor()?;
        let lost = told.get(&first.intent).is_some_and(Entry::undelivered);
        let verdict = if lost { first.verdict.clone() } else { Verdict::Idle("the first mail was not refused") };
        Some(Situation { intent, verdict, ..first.clone() })
    };
    all.iter().filter(|situation| to_customer(situation)).filter_map(successor).collect()
}

/// What the merchant should know of an order's mails. There always are these two; what nothing happened of can never have
/// been told, so nobody looks it up.
pub(crate) fn troubles(view: &View<'_>, all: &[Situation], told: &Ledger) -> [Row; 2] {
    let newest = |is: fn(&Entry) -> bool| {
        // So it is with most orders, and quickly seen.
        if !told.values().any(is) {
            return None;
        }
        let entries = all.iter().filter(|one| to_customer(one) && told.get(&one.intent).is_some_and(is));
        entries.map(|one| one.due.unwrap_or(one.arose_at)).max()
    };
    let corrected = view.correction().map(|_| Verdict::Obsolete("the address was corrected"));
    let unreachable = row(view, Trouble::Unreachable, newest(Entry::undelivered), corrected);
    let unwanted = newest(|entry| entry.seen == Some(Seen::Complaint));
    let complaint = row(view, Trouble::Complaint, unwanted, None);
    [unreachable, complaint]
}

/// Whether a situation is one of these two, or a successor: all that follows from mails and not from facts.
pub(crate) fn follows(situation: &Situation) -> bool {
    situation.intent.is_successor() || matches!(situation.trouble, Some(Trouble::Unreachable | Trouble::Complaint))
}

fn row(view: &View<'_>, trouble: Trouble, since: Option<Timestamp>, otherwise: Option<Verdict>) -> Row {
    let verdict = match (since, otherwise) {
        (None, _) => Err(Verdict::Idle("no mail came back")),
        (Some(_), Some(verdict)) => Err(verdict),
        (Some(_), None) => Ok(()),
    };
    let at = since.unwrap_or_else(|| view.placed_at());
    Row {
        kind: Kind::Attention,
        subject: of_order(trouble).into(),
        about: About::Order,
        trouble: Some(trouble),
        arose_at: at,
        due: since.is_none().then_some(Timestamp::MAX),
        observed: at,
        verdict,
    }
}
