//! The mail about an order that was changed: what changed, and the order as it is now.

use domain::edits::{self, Change, Edit};
use domain::refunds;
use domain::situations::About;
use serde::Serialize;

use super::order::items;
use super::{Letter, Telling};
use crate::blocks::{Items, address};
use crate::clean::{line, some_line};
use crate::compose::Unrenderable;
use crate::format;
use crate::frame::Words;

/// Changes that HTML shows.
const CHANGES: usize = 30;

/// A changed order. It is made of an [`Edit`] alone, so something did change.
#[derive(Serialize)]
struct Edited {
    changes: Changes,
    /// Both, or neither.
    total_before: Option<String>,
    total_now: Option<String>,
    items: Items,
    /// Only if it is another one.
    ship_to: Vec<String>,
}

/// What was added, removed and counted anew, in words.
#[derive(Serialize)]
struct Changes {
    /// Shown everywhere.
    rows: Vec<String>,
    /// Shown in text only.
    rest: Vec<String>,
    /// Says that there are more.
    more: Option<String>,
}

/// What became of the money.
enum Money {
    Settled,
    Due(i64),
    Over(i64),
}

pub(super) fn edited(of: &Telling<'_>) -> Result<Letter, Unrenderable> {
    let About::Edit(key) = &of.situation.about else { return Err(Unrenderable::Gone("change")) };
    let edit = Edit::since(of.view, key).ok_or(Unrenderable::Gone("change"))?;
    let document = of.view.document;
    let total = of.amount(document.total);
    let date = of.day(document.placed_at);
    let money = match money(of, key) {
        Money::Settled => None,
        Money::Due(minor) => Some(of.say("due", [("amount", &of.amount(minor))])),
        Money::Over(minor) => Some(of.say("over", [("amount", &of.amount(minor))])),
    };
    let moved = edit.moved().then(|| of.say("address", []));
    let lead = of.say("lead", [("date", &date)]);
    let words = Words {
        subject: of.say("subject", []),
        preheader: of.say("preheader", [("total", &total)]),
        headline: of.say("headline", []),
        paragraphs: [lead].into_iter().chain(money).chain(moved).chain([of.say("mistake", [])]).collect(),
    };
    let mut letter = of.letter(words, &details(of, &edit));
    if let Some(pay) = of.pay("pay-now") {
        letter.opening.button = pay;
    }
    letter.opening.linked = of.linked(of.standing());
    Ok(letter)
}

fn details(of: &Telling<'_>, edit: &Edit) -> Edited {
    let totals = edit.changes().find_map(|change| match change {
        Change::Total { before, now } => Some((of.amount(*before), of.amount(*now))),
        _ => None,
    });
    let (total_before, total_now) = totals.unzip();
    let shipping = of.view.document.shipping.as_ref().filter(|_| edit.moved());
    Edited {
        changes: Changes::of(of, edit),
        total_before,
        total_now,
        items: items(of),
        ship_to: shipping.map(|place| address(of.lang, place)).unwrap_or_default(),
    }
}

impl Changes {
    fn of(of: &Telling<'_>, edit: &Edit) -> Self {
        let mut rows: Vec<String> = edit.changes().filter_map(|change| words(of, change)).collect();
        let rest = rows.split_off(rows.len().min(CHANGES));
        let count = u32::try_from(rest.len()).unwrap_or(u32::MAX);
        let gaps = || [("count", count.into()), ("shown", format::count(of.lang, count).into())];
        let more = (count > 0).then(|| of.lang.say_with("items-more", gaps()));
        Self { rows, rest, more }
    }
}

/// What is told as a sentence; the total and the address have their own places.
fn words(of: &Telling<'_>, change: &Change) -> Option<String> {
    let item = |quantity: u32, name: &str| format!("{} × {}", format::count(of.lang, quantity), line(name, 100));
    let say = |key: &str, item: String| of.lang.say_with(key, [("item", item.into())]);
    match change {
        Change::Added { line: id, name, quantity } => {
            // What was removed had a variant too, which is not kept: it may be what the customer had written on it.
            let lines = of.view.document.lines.iter();
            let variant = lines.clone().find(|line| line.id == *id).and_then(|line| some_line(&line.variant, 60));
            let variant = variant.map(|variant| format!(" ({variant})")).unwrap_or_default();
            Some(say("change-added", item(*quantity, name) + &variant))
        }
        Change::Removed { name, quantity } => Some(say("change-removed", item(*quantity, name))),
        Change::Quantity { name, before, now } => {
            let [before, now] = [before, now].map(|count| format::count(of.lang, *count));
            let gaps = [("item", line(name, 100).into()), ("before", before.into()), ("now", now.into())];
            Some(of.lang.say_with("change-quantity", gaps))
        }
        Change::Total { .. } | Change::Address => None,
    }
}

/// What is open or too much now. A storefront goes on to call an order paid that was paid before it grew, and says nothing of
/// what was paid: then it is what the order cost before.
fn money(of: &Telling<'_>, key: &str) -> Money {
    let (view, total) = (of.view, of.view.document.total);
    let before = edits::content(view.checkout, key).map_or(total, |content| content.total);
    let paid = match view.captured() {
        0 if view.document.is_paid() => before,
        captured => captured,
    };
    let grew = view.document.is_paid() && (before..total).contains(&paid);
    let due = if grew { total.saturating_sub(paid) } else { view.due().minor };
    let over = paid.saturating_sub(refunds::current(view)).saturating_sub(total);
    match (due, over) {
        (1.., _) => Money::Due(due),
        (_, 1..) => Money::Over(over),
        _ => Money::Settled,
    }
}
