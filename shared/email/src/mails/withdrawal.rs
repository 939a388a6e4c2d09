//! The mail that proves a withdrawal from the contract: what was stated, its reference, and when it reached us.

use domain::fact::Scope;
use domain::situations::About;
use domain::withdrawal::Statement;
use serde::Serialize;

use super::{Letter, Telling};
use crate::clean::{line, some_line};
use crate::compose::Unrenderable;
use crate::format;
use crate::frame::Words;

/// The longest words of a customer's that are shown, in characters: as many as the page takes.
const WORDS: usize = 1_000;

/// A statement, complete: what it is about is either the whole order or a list, as [`Stated`] says.
#[derive(Serialize)]
struct Withdrawal {
    reference: String,
    received: String,
    name: Option<String>,
    #[serde(flatten)]
    of: Stated,
    words: Vec<String>,
}

/// What a statement is about, in words. Templates ask for both.
#[derive(Serialize)]
pub(super) struct Stated {
    whole: Option<String>,
    items: Vec<String>,
}

pub(super) fn withdrawal(of: &Telling<'_>) -> Result<Letter, Unrenderable> {
    let statement = find(of).ok_or(Unrenderable::Gone("withdrawal"))?;
    let received = format::moment(of.lang, statement.at, &of.shop.time_zone);
    let say = |key: &str| of.say(key, [("time", &received)]);
    let words = Words {
        subject: say("subject"),
        preheader: say("preheader"),
        headline: say("headline"),
        paragraphs: vec![say("lead"), say("next"), say("mistake")],
    };
    let details = Withdrawal {
        reference: statement.id.clone(),
        received: received.clone(),
        name: statement.said.name.as_ref().and_then(|name| some_line(name.reveal(), 100)),
        of: Stated::of(of, statement),
        words: spoken(statement),
    };
    let mut letter = of.letter(words, &details);
    letter.opening.linked = of.linked(of.standing());
    Ok(letter)
}

/// The statement that a situation is about.
pub(super) fn find<'a>(of: &Telling<'a>) -> Option<&'a Statement> {
    let About::Withdrawal(id) = &of.situation.about else { return None };
    of.view.customer.withdrawals.find(id)
}

impl Stated {
    pub(super) fn of(of: &Telling<'_>, statement: &Statement) -> Self {
        match &statement.said.of {
            Scope::Whole => Self { whole: Some(of.lang.say("withdrawal-all")), items: Vec::new() },
            Scope::Lines(lines) => {
                let item = |one: &domain::fact::WithdrawnLine| {
                    format!("{} × {}", format::count(of.lang, one.quantity), line(&one.name, 100))
                };
                Self { whole: None, items: lines.iter().map(item).collect() }
            }
        }
    }

    /// All of it on one line.
    pub(super) fn line(&self) -> String {
        self.whole.iter().chain(&self.items).map(String::as_str).collect::<Vec<_>>().join("; ")
    }
}

/// The customer's own words, line by line; of empty lines one is left, and none at the ends.
pub(super) fn spoken(statement: &Statement) -> Vec<String> {
    let text = statement.said.text.as_ref().map_or("", |text| text.reveal().as_str());
    let text: String = text.trim().chars().take(WORDS).collect();
    let mut lines: Vec<String> = text.lines().map(|one| line(one, WORDS)).collect();
    lines.dedup_by(|next, before| next.is_empty() && before.is_empty());
    if lines.iter().all(String::is_empty) { Vec::new() } else { lines }
}
