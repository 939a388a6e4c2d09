//! The mail about a basket that was left. It is no order: it has no number, no prices that could be others by now, and no page
//! of ours.

use serde::Serialize;

use super::{Letter, Telling};
use crate::blocks::{List, Row};
use crate::clean::line;
use crate::compose::Unrenderable;
use crate::frame::{Button, Words};

/// Rows of the list that HTML shows.
const ROWS: usize = 40;

/// What is in it.
#[derive(Serialize)]
struct Abandoned {
    items: List,
}

pub(super) fn abandoned(of: &Telling<'_>) -> Result<Letter, Unrenderable> {
    let resume = of.view.basket().and_then(|basket| basket.resume.as_ref()).ok_or(Unrenderable::Gone("basket"))?;
    // Cut like an order's number: a plain subject of more than 76 letters is encoded, which filters take for a trick.
    let (shop, date) = (line(&of.shop.name, 40), of.day(of.situation.arose_at));
    let gaps = [("shop", shop.as_str()), ("date", date.as_str())];
    let words = Words {
        subject: of.say("subject", gaps),
        preheader: of.say("preheader", gaps),
        headline: of.say("headline", gaps),
        paragraphs: vec![of.say("lead", gaps), of.say("choice", gaps)],
    };
    let rows = of.view.document.lines.iter().map(|line| Row::of(of.lang, line, line.quantity)).collect();
    let items = List::of(of.lang, rows, ROWS);
    let more = items.more.as_ref().map(|_| of.lang.say("basket-more"));
    let mut letter = of.letter(words, &Abandoned { items: List { more, ..items } });
    letter.opening.button = Button { label: of.say("button", []), url: resume.as_str().to_owned() };
    Ok(letter)
}
