//! The mail about what turned out not to be in stock.

use domain::fact::Needs;
use serde::Serialize;

use super::{Letter, Telling};
use crate::blocks::{List, Row, back_ordered};
use crate::compose::Unrenderable;
use crate::linked::Status;

/// Rows that HTML shows.
const ITEMS: usize = 15;

/// What is not in stock: at least one thing, each with the day on which it is expected or with the word that nobody knows it.
#[derive(Serialize)]
struct BackOrdered {
    items: List,
}

pub(super) fn back_orders(of: &Telling<'_>) -> Result<Letter, Unrenderable> {
    let short = of.view.back_ordered();
    let row = |one: &domain::back_orders::BackOrdered| {
        let line = of.view.document.lines.iter().find(|line| line.id == one.line)?;
        let note = Some(back_ordered(of.lang, line, one));
        Some(Row { note, ..Row::of(of.lang, line, line.quantity) })
    };
    let rows: Vec<Row> = short.iter().filter_map(row).collect();
    if rows.is_empty() {
        return Err(Unrenderable::Gone("back-order"));
    }
    let date = of.day(of.view.document.placed_at);
    let unknown = short.iter().any(|one| one.expected.is_none()).then(|| of.say("unknown", []));
    let others = in_stock(of).then(|| of.say("others", []));
    let lead = of.say("lead", [("date", &date)]);
    let words = of.words([lead].into_iter().chain(unknown).chain(others).chain([of.say("choice", [])]).collect());
    let mut letter = of.letter(words, &BackOrdered { items: List::of(of.lang, rows, ITEMS) });
    letter.opening.linked = of.linked(Status::Problem);
    Ok(letter)
}

/// Whether something is still to come that is in stock.
fn in_stock(of: &Telling<'_>) -> bool {
    let short = of.view.back_ordered();
    let missing = |id: &str| short.iter().find(|one| one.line == id).map_or(0, |one| one.quantity);
    let lines = of.view.document.lines.iter().zip(of.view.progress());
    lines
        .filter(|(line, _)| line.needs != Needs::Nothing)
        .any(|(line, progress)| line.quantity.saturating_sub(progress.shipped) > missing(&line.id))
}
