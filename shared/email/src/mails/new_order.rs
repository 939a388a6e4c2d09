//! The mail that tells a shop what it has to pack, for whom.

use domain::fact::{Line, Needs};
use serde::Serialize;

use super::order::NOTE;
use super::parcel::ship_to;
use super::{Letter, Telling};
use crate::blocks::{List, Row};
use crate::clean::some_line;
use crate::format;
use crate::frame::Words;
use crate::method::method;

/// Rows of the list that HTML shows.
const PICKED: usize = 40;

/// What is to be packed, for whom, and what it is worth.
#[derive(Serialize)]
struct NewOrder {
    picks: Picks,
    ship_to: Vec<String>,
    ship_how: Option<String>,
    customer: Option<String>,
    customer_email: Option<String>,
    note: Option<String>,
    paid_with: Option<String>,
    /// Only of orders that are paid later.
    due: Option<String>,
    total: String,
}

/// Rows, of which only so many are shown where space is short.
#[derive(Serialize)]
struct Picks {
    rows: Vec<Pick>,
    rest: Vec<Pick>,
    more: Option<String>,
}

/// So many of one thing.
#[derive(Serialize)]
struct Pick {
    #[serde(flatten)]
    row: Row,
    sku: Option<String>,
}

pub(super) fn new_order(of: &Telling<'_>) -> Letter {
    let document = of.view.document;
    let total = of.amount(document.total);
    let date = of.day(document.placed_at);
    let gaps = [("date", date.as_str()), ("total", total.as_str())];
    let words = Words {
        subject: of.say("subject", gaps),
        preheader: of.say("preheader", gaps),
        headline: of.say("headline", []),
        paragraphs: vec![of.say("lead", gaps)],
    };
    let ships = document.lines.iter().any(|line| line.needs == Needs::Shipping);
    let customer = &document.customer;
    let details = NewOrder {
        picks: Picks::of(of, &document.lines),
        ship_to: if ships { ship_to(of) } else { Vec::new() },
        ship_how: document.shipping_method.as_deref().and_then(|how| some_line(how, 60)).filter(|_| ships),
        customer: customer.name.as_ref().and_then(|name| some_line(name.reveal(), 80)),
        customer_email: of.view.email().and_then(|email| some_line(email.reveal(), 120)),
        note: document.note.as_ref().and_then(|note| some_line(note.reveal(), NOTE)),
        paid_with: method(of.lang, of.view.method(), document),
        due: Some(of.view.due()).filter(|due| due.minor > 0).map(|due| format::money(of.lang, due)),
        total,
    };
    let mut letter = of.letter(words, &details);
    letter.opening.button.label = of.say("button", []);
    letter
}

impl Picks {
    fn of(of: &Telling<'_>, lines: &[Line]) -> Self {
        let row = |line: &Line| Row { image: None, ..Row::of(of.lang, line, line.quantity) };
        let List { rows, rest, more } = List::of(of.lang, lines.iter().map(row).collect(), PICKED);
        let mut skus = lines.iter().map(|line| line.sku.as_deref().and_then(|sku| some_line(sku, 60)));
        let mut picks = |rows: Vec<Row>| {
            rows.into_iter().map(|row| Pick { row, sku: skus.next().flatten() }).collect::<Vec<Pick>>()
        };
        Self { rows: picks(rows), rest: picks(rest), more }
    }
}
