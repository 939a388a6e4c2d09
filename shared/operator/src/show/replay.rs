//! A replay as text, and many replays in short.

use serde_json::Value;

use super::{Page, short, time};
use crate::replay::{Change, Mail, Replay};

/// A replay, for a terminal.
pub fn replay(of: &Replay) -> String {
    let mut page = Page::default();
    let verdict = if of.same() { "no difference" } else { "DIFFERENT" };
    page.line(&format!("Order {}: {} deliveries heard again, {verdict}", of.order, of.heard), 2);
    if !of.gone.is_empty() {
        page.line(&format!("  {} deliveries are not kept any more: what only they said is missing", of.gone.len()), 4);
    }
    if of.waiting > 0 {
        page.line(&format!("  {} facts wait: no name of this order leads to them", of.waiting), 4);
    }
    for one in &of.unreadable {
        page.line(&format!("  cannot be read: {}  [{}]", one.why, short(&one.digest)), 4);
    }
    if !of.differences.is_empty() {
        page.heading("The order, as stored and as it would be");
    }
    for difference in &of.differences {
        let side = |value: &Option<Value>| value.as_ref().map_or("nothing".to_owned(), Value::to_string);
        let (stored, fresh) = (side(&difference.stored), side(&difference.fresh));
        page.line(&format!("  {}: {stored} -> {fresh}", difference.path), 6);
    }
    page.heading("Mails, then and now");
    of.mails.iter().for_each(|one| mail(&mut page, one));
    page.0
}

fn mail(page: &mut Page, one: &Mail) {
    let kind = one.kind.map_or("of an unknown kind", domain::situations::Kind::name);
    let at = |at: Option<jiff::Timestamp>| at.map_or("-".to_owned(), time);
    let subject = one.subject.as_deref().filter(|subject| *subject != "order").unwrap_or_default();
    let sign = match one.change {
        Change::Same => "  same   ",
        Change::Tried => "  tried  ",
        Change::Added => "+ added  ",
        Change::Missing => "- missing",
    };
    page.line(&format!("  {sign} {kind:<18} then {:<19}  now {:<19}  {subject}", at(one.then), at(one.now)), 13);
}

/// Many replays: how many are the same, and the others one by one.
pub fn summary(all: &[Replay]) -> String {
    let mut page = Page::default();
    let different: Vec<&Replay> = all.iter().filter(|one| !one.same()).collect();
    for one in &different {
        let count = |change| one.mails.iter().filter(|mail| mail.change == change).count();
        let (added, missing) = (count(Change::Added), count(Change::Missing));
        let kinds: Vec<&str> = one
            .mails
            .iter()
            .filter(|mail| matches!(mail.change, Change::Added | Change::Missing))
            .filter_map(|mail| mail.kind.map(domain::situations::Kind::name))
            .collect();
        let (differences, unreadable, gone) = (one.differences.len(), one.unreadable.len(), one.gone.len());
        let facts = format!("order differs at {differences}, {unreadable} unreadable, {gone} not kept");
        page.line(&format!("{}  +{added} -{missing}  {}  ({facts})", one.order, kinds.join(", ")), 4);
    }
    page.line(&format!("{} orders replayed, {} without a difference", all.len(), all.len() - different.len()), 0);
    page.0
}
