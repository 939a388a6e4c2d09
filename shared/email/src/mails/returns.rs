//! Mails about what a customer sends back: asked for, approved, declined, received.

use domain::fact::{Declined, Return, ReturnCost};
use domain::returns::Returned;
use domain::situations::About;
use serde::Serialize;

use super::{Letter, Telling};
use crate::blocks::{List, Row, address};
use crate::clean::some_line;
use crate::compose::Unrenderable;
use crate::format;
use crate::frame::{Button, Words};
use crate::lang::Lang;

/// Rows of a return that HTML shows.
const ITEMS: usize = 15;
/// Of somebody's words that are shown.
const REASON: usize = 600;

/// Asked for.
#[derive(Serialize)]
struct ReturnRequested {
    number: Option<String>,
    reason: Option<String>,
    /// Only what the shop's document names.
    items: Option<List>,
}

/// Approved: always with a way to send it back, or with the word that the shop will write.
#[derive(Serialize)]
struct ReturnApproved {
    number: Option<String>,
    send_by: Option<String>,
    cost: Option<String>,
    #[serde(flatten)]
    way: Way,
    items: Option<List>,
}

/// How to send it back. A label may have the address on it, and beside it.
#[derive(Serialize)]
#[serde(tag = "way", rename_all = "snake_case")]
enum Way {
    Label { url: String, address: Vec<String> },
    Address { address: Vec<String> },
    Written,
}

/// Declined: never without a reason.
#[derive(Serialize)]
struct ReturnDeclined {
    number: Option<String>,
    reason: String,
    items: Option<List>,
}

/// Received.
#[derive(Serialize)]
struct ReturnReceived {
    number: Option<String>,
    received: String,
    refund: Option<String>,
    #[serde(flatten)]
    outcome: Outcome,
}

/// What became of it: both lists only if somebody has looked at it.
#[derive(Serialize)]
struct Outcome {
    items: Option<List>,
    accepted: Option<List>,
    refused: Option<List>,
}

pub(super) fn requested(of: &Telling<'_>) -> Result<Letter, Unrenderable> {
    let back = find(of)?;
    let words = of.words(vec![of.say("lead", []), of.say("next", []), of.say("mistake", [])]);
    let reason = back.document.reason.as_ref().and_then(|reason| some_line(reason.reveal(), REASON));
    Ok(letter(of, words, &ReturnRequested { number: number(back), reason, items: items(of, back) }))
}

pub(super) fn approved(of: &Telling<'_>) -> Result<Letter, Unrenderable> {
    let back = find(of)?;
    let way = Way::of(of.lang, back.document);
    let (how, by_post) = match &way {
        Way::Label { .. } => ("label", true),
        Way::Address { .. } => ("address", true),
        Way::Written => ("written", false),
    };
    let send_by = back.document.send_by.map(|day| format::date(of.lang, day));
    let deadline = send_by.as_ref().map(|date| of.say("deadline", [("date", date)]));
    let proof = by_post.then(|| of.say("proof", []));
    let words = Words {
        subject: of.say("subject", []),
        preheader: of.say(&format!("preheader-{how}"), []),
        headline: of.say("headline", []),
        paragraphs: [of.say("lead", []), of.say(how, [])].into_iter().chain(deadline).chain(proof).collect(),
    };
    let label = match &way {
        Way::Label { url, .. } => Some(Button { label: of.lang.say("return-label"), url: url.clone() }),
        Way::Address { .. } | Way::Written => None,
    };
    let cost = back.document.cost.as_ref().and_then(|cost| match cost {
        ReturnCost::Free => Some(of.lang.say("return-free")),
        ReturnCost::Amount(money) => Some(format::money(of.lang, *money)),
        ReturnCost::Words(words) => some_line(words, 200),
    });
    let details = ReturnApproved { number: number(back), send_by, cost, way, items: items(of, back) };
    let mut letter = letter(of, words, &details);
    if let Some(label) = label {
        letter.opening.button = label;
    }
    Ok(letter)
}

pub(super) fn declined(of: &Telling<'_>) -> Result<Letter, Unrenderable> {
    let back = find(of)?;
    let reason = match &back.document.declined {
        Some(Declined::Late) => Some(of.lang.say("return-late")),
        Some(Declined::FinalSale) => Some(of.lang.say("return-final_sale")),
        Some(Declined::Words(words)) => some_line(words.reveal(), REASON),
        None => None,
    };
    let reason = reason.ok_or(Unrenderable::Gone("reason to decline the return"))?;
    let words = of.words(vec![of.say("lead", []), of.say("appeal", [])]);
    Ok(letter(of, words, &ReturnDeclined { number: number(back), reason, items: items(of, back) }))
}

pub(super) fn received(of: &Telling<'_>) -> Result<Letter, Unrenderable> {
    let back = find(of)?;
    let outcome = Outcome::of(of, back);
    let received = of.day(of.situation.arose_at);
    let refund = back.document.refund.filter(|money| money.minor > 0).map(|money| format::money(of.lang, money));
    let looked = outcome.accepted.is_some() || outcome.refused.is_some();
    let next = match &refund {
        Some(amount) => of.say("refund", [("amount", amount)]),
        None => of.say(if looked { "checked" } else { "next" }, []),
    };
    let refused = outcome.refused.as_ref().map(|_| of.say("refused", []));
    let words = Words {
        subject: of.say("subject", []),
        preheader: match &refund {
            Some(amount) => of.say("preheader-refund", [("amount", amount)]),
            None => of.say("preheader", []),
        },
        headline: of.say("headline", []),
        paragraphs: [of.say("lead", [("date", &received)]), next].into_iter().chain(refused).collect(),
    };
    Ok(letter(of, words, &ReturnReceived { number: number(back), received, refund, outcome }))
}

impl Way {
    fn of(lang: &Lang, document: &Return) -> Self {
        let address = document.address.as_ref().map(|to| address(lang, to)).unwrap_or_default();
        match &document.label {
            Some(label) => Self::Label { url: label.as_str().to_owned(), address },
            None if !address.is_empty() => Self::Address { address },
            None => Self::Written,
        }
    }
}

impl Outcome {
    fn of(of: &Telling<'_>, back: &Returned<'_>) -> Self {
        if back.document.lines.iter().all(|line| line.accepted.is_none()) {
            return Self { items: items(of, back), accepted: None, refused: None };
        }
        let accepted = list(of, back, |quantity, accepted| accepted.unwrap_or(quantity));
        let refused = list(of, back, |quantity, accepted| quantity.saturating_sub(accepted.unwrap_or(quantity)));
        Self { items: None, accepted, refused }
    }
}

/// The return that a situation is about.
fn find<'a>(of: &Telling<'a>) -> Result<&'a Returned<'a>, Unrenderable> {
    let About::Return(source, id) = &of.situation.about else { return Err(Unrenderable::Gone("return")) };
    let mut returns = of.view.returns.iter();
    returns.find(|back| back.source == source && back.id == id).ok_or(Unrenderable::Gone("return"))
}

fn letter(of: &Telling<'_>, words: Words, details: &impl Serialize) -> Letter {
    let mut letter = of.letter(words, details);
    letter.opening.linked = of.linked(of.standing());
    letter
}

fn number(back: &Returned<'_>) -> Option<String> {
    back.document.number.as_deref().and_then(|number| some_line(number, 60))
}

/// What is sent back.
fn items(of: &Telling<'_>, back: &Returned<'_>) -> Option<List> {
    list(of, back, |quantity, _| quantity)
}

/// So many of each line of the order that is sent back; nothing if that is none.
fn list(of: &Telling<'_>, back: &Returned<'_>, many: impl Fn(u32, Option<u32>) -> u32) -> Option<List> {
    let rows = of.view.document.lines.iter().filter_map(|line| {
        let sent = back.line(&line.id)?;
        let many = many(sent.quantity.min(line.quantity), sent.accepted).min(line.quantity);
        (many > 0).then(|| Row::of(of.lang, line, many))
    });
    let rows: Vec<Row> = rows.collect();
    (!rows.is_empty()).then(|| List::of(of.lang, rows, ITEMS))
}
