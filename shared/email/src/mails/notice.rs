//! Short mails: words, a few facts and a button.

use domain::fact::Question;
use domain::parcel::Parcel;
use domain::situations::Trouble;
use serde::Serialize;

use super::parcel::find;
use super::withdrawal::{self, Stated};
use super::{Letter, Telling};
use crate::clean::some_line;
use crate::compose::Unrenderable;
use crate::format;
use crate::frame::{Button, Words};

/// What a short mail shows: each fact with its name.
#[derive(Serialize, Default)]
pub(super) struct Notice {
    pub(super) facts: Vec<(String, Option<String>)>,
    /// Each answer on a question's scale, as a link to the form that has it chosen already.
    pub(super) choices: Vec<Button>,
    /// What the ends of the scale mean.
    pub(super) ends: Vec<String>,
}

/// Still not paid: with where to pay, if the storefront says.
pub(super) fn unpaid(of: &Telling<'_>) -> Letter {
    let due = format::money(of.lang, of.view.due());
    let placed = of.day(of.view.placed_at());
    let facts = vec![(of.lang.say("due"), Some(due.clone()))];
    let mut letter = notice(of, words(of, &due, &placed), facts);
    if let Some(pay) = of.pay("pay-now") {
        letter.opening.button = pay;
    }
    letter
}

/// Accepted, and not on its way.
pub(super) fn late_to_ship(of: &Telling<'_>) -> Letter {
    let placed = of.day(of.view.placed_at());
    notice(of, words(of, "", &placed), Vec::new())
}

/// Waits to be fetched.
pub(super) fn pickup(of: &Telling<'_>) -> Result<Letter, Unrenderable> {
    let parcel = find(of)?;
    let last = parcel.events.iter().rev().find(|event| !event.place.is_empty());
    let place = last.and_then(|event| some_line(event.place, 80));
    let carrier = parcel.carrier_name().and_then(|name| some_line(name, 60));
    let number = parcel.number().and_then(|number| some_line(number.as_str(), 60));
    let facts = vec![
        (of.lang.say("pickup-place"), place),
        (of.lang.say("carrier"), carrier),
        (of.lang.say("tracking-number"), number),
    ];
    let since = of.day(of.situation.arose_at);
    let mut letter = notice(of, words(of, "", &since), facts);
    if let Some(link) = parcel.link() {
        letter.opening.button = Button { label: of.lang.say("track-parcel-plain"), url: link.as_str().to_owned() };
    }
    Ok(letter)
}

/// Somebody in the shop has to look at the order.
pub(super) fn attention(of: &Telling<'_>) -> Result<Letter, Unrenderable> {
    let trouble = of.situation.trouble.ok_or(Unrenderable::Gone("trouble"))?;
    let key = format!("trouble-{}", trouble.name());
    let what = of.lang.say(&key);
    let todo = of.lang.say(&format!("{key}-todo"));
    let words = Words {
        subject: of.say("subject", [("what", &what)]),
        preheader: todo.clone(),
        headline: what.clone(),
        paragraphs: vec![of.say("lead", [("date", &of.day(of.view.placed_at()))]), todo],
    };
    let parcel = find(of).ok();
    let number = parcel.and_then(Parcel::number).and_then(|number| some_line(number.as_str(), 60));
    let carrier = parcel.and_then(Parcel::carrier_name).and_then(|name| some_line(name, 60));
    let (mark, said) = answer(of, trouble);
    let statement = withdrawal::find(of).filter(|_| trouble == Trouble::Withdrawal);
    let spoken = statement.map(|statement| withdrawal::spoken(statement).join(" ")).filter(|words| !words.is_empty());
    let facts = vec![
        (of.lang.say("withdrawal-of"), statement.map(|statement| Stated::of(of, statement).line())),
        (of.lang.say("trouble-since"), Some(of.day(of.situation.arose_at))),
        (of.lang.say("trouble-mark"), mark),
        (of.lang.say("trouble-words"), said.or(spoken)),
        (of.lang.say("carrier"), carrier),
        (of.lang.say("tracking-number"), number),
        (of.lang.say("total"), Some(of.amount(of.view.document.total))),
    ];
    let mut letter = notice(of, words, facts);
    letter.opening.button.label = of.say("button", []);
    Ok(letter)
}

/// What an unhappy customer answered: the mark, and the words if there are any.
fn answer(of: &Telling<'_>, trouble: Trouble) -> (Option<String>, Option<String>) {
    let of_situation = |question: &Question| of.situation.subject.starts_with(question.name());
    let question = Question::ALL.into_iter().find(of_situation).filter(|_| trouble == Trouble::Unhappy);
    let Some(given) = question.and_then(|question| of.view.customer.answer(question)) else { return (None, None) };
    let scale = given.answered.question.scale();
    let mark = given.answered.value.zip(scale).map(|(value, (_, highest))| format!("{value} / {highest}"));
    (mark, given.answered.text.as_ref().and_then(|text| some_line(text.reveal(), 600)))
}

fn words(of: &Telling<'_>, amount: &str, date: &str) -> Words {
    let gaps = [("amount", amount), ("date", date)];
    Words {
        subject: of.say("subject", gaps),
        preheader: of.say("preheader", gaps),
        headline: of.say("headline", gaps),
        paragraphs: vec![of.say("lead", gaps)],
    }
}

fn notice(of: &Telling<'_>, words: Words, facts: Vec<(String, Option<String>)>) -> Letter {
    of.letter(words, &Notice { facts, ..Notice::default() })
}
