//! The form in which customers withdraw from the contract, and what is said of it. Opening it changes nothing.

use domain::fact::{self, Scope, WithdrawnLine};
use domain::shop::Shop;
use domain::view::View;
use domain::withdrawal::Period;
use email::{Lang, Row, format};
use jiff::Timestamp;
use serde::Serialize;

/// Withdrawal, as far as the page speaks of it.
#[derive(Clone, Debug)]
pub(crate) struct Withdraw {
    /// Whether one may withdraw; nothing if only what was stated is shown.
    pub(crate) period: Option<Period>,
    /// When the newest statement reached us.
    pub(crate) stated_at: Option<Timestamp>,
    /// The form is open, with what was sent of it.
    pub(crate) form: Option<Filled>,
    /// Something is left that may be withdrawn from.
    pub(crate) more: bool,
}

/// What was entered.
#[derive(Clone, Default, Debug)]
pub(crate) struct Filled {
    /// Something is missing.
    pub(crate) missing: bool,
    pub(crate) whole: bool,
    pub(crate) lines: Vec<String>,
    pub(crate) name: String,
    pub(crate) text: String,
}

/// What the template shows.
#[derive(Serialize)]
pub(super) struct Words {
    done: Option<String>,
    over: bool,
    lead: Option<String>,
    /// The link to the form.
    open: bool,
    form: Option<Fields>,
}

#[derive(Serialize)]
struct Fields {
    missing: bool,
    whole: bool,
    lines: Vec<Line>,
    name: String,
    text: String,
}

#[derive(Serialize)]
struct Line {
    id: String,
    label: String,
    chosen: bool,
}

impl Withdraw {
    /// Whether it asks for something.
    pub(crate) const fn has_form(&self) -> bool {
        self.form.is_some() && self.open()
    }

    const fn open(&self) -> bool {
        self.more && matches!(self.period, Some(Period::Early | Period::Until(_)))
    }

    pub(super) fn words(&self, lang: &Lang, shop: &Shop, view: &View<'_>) -> Words {
        let done = self.stated_at.map(|at| {
            let time = format::moment(lang, at, &shop.time_zone);
            lang.say_with("withdraw-done", [("time", time.into())])
        });
        let lead = match self.period.filter(|_| self.open()) {
            Some(Period::Until(day)) => {
                Some(lang.say_with("withdraw-lead", [("date", format::date(lang, day).into())]))
            }
            Some(_) => Some(lang.say("withdraw-lead-early")),
            None => None,
        };
        let form = self.form.as_ref().filter(|_| self.open()).map(|filled| Fields::of(lang, view, filled));
        let over = self.period == Some(Period::Over) && done.is_none();
        Words { done, over, lead, open: self.open() && form.is_none(), form }
    }
}

impl Fields {
    fn of(lang: &Lang, view: &View<'_>, filled: &Filled) -> Self {
        let row = |one: &fact::Line| {
            let row = Row::of(lang, one, one.quantity);
            let variant = row.variant.map(|variant| format!(" ({variant})")).unwrap_or_default();
            let label = format!("{} × {}{variant}", row.quantity, row.name);
            Line { id: one.id.clone(), label, chosen: filled.lines.contains(&one.id) }
        };
        let room = view.customer.withdrawals.takes(&Scope::Lines(Vec::new()));
        Self {
            missing: filled.missing,
            whole: filled.whole,
            lines: left(view).filter(|_| room).map(row).collect(),
            name: filled.name.clone(),
            text: filled.text.clone(),
        }
    }
}

/// Lines that nobody has withdrawn from yet.
pub(crate) fn left<'a>(view: &View<'a>) -> impl Iterator<Item = &'a fact::Line> + use<'a> {
    let withdrawals = &view.customer.withdrawals;
    view.document
        .lines
        .iter()
        .filter(|line| line.quantity > 0 && !withdrawals.cover(&Scope::Lines(vec![withdrawn(line)])))
}

/// One line as a statement names it.
pub(crate) fn withdrawn(line: &fact::Line) -> WithdrawnLine {
    WithdrawnLine { line: line.id.clone(), name: email::line(&line.name, 100), quantity: line.quantity }
}
