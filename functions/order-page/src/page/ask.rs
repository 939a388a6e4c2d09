//! The form in which customers answer what the shop asks. A link may choose an answer; only the form's button saves it.

use domain::fact::Question;
use domain::view::View;
use email::Lang;
use serde::Serialize;

/// What is asked.
#[derive(Clone, Debug)]
pub(crate) struct Ask {
    pub(crate) question: Question,
    /// The answer that the mail's link chose.
    pub(crate) chosen: Option<u8>,
    /// It was sent without an answer.
    pub(crate) missing: bool,
    /// It was answered just now.
    pub(crate) saved: bool,
}

/// What the template shows.
#[derive(Serialize)]
pub(super) struct Words {
    name: &'static str,
    title: String,
    lead: String,
    choices: Vec<Choice>,
    lowest: Option<String>,
    highest: Option<String>,
    /// What the field for free words is called.
    text_label: String,
    text_needed: bool,
    missing: bool,
    saved: bool,
    send: String,
}

#[derive(Serialize)]
struct Choice {
    value: u8,
    chosen: bool,
}

impl Ask {
    pub(super) fn words(&self, lang: &Lang, view: &View<'_>) -> Words {
        let name = self.question.name();
        let say = |key: &str| lang.say(&format!("ask-{name}-{key}"));
        let before = view.customer.answer(self.question);
        let chosen = self.chosen.or_else(|| before.and_then(|answer| answer.answered.value));
        let scale = self.question.scale();
        let choice = |value| Choice { value, chosen: chosen == Some(value) };
        let end = |key: &str| scale.map(|_| lang.say(&format!("{name}-{key}")));
        Words {
            name,
            title: say("title"),
            lead: say("lead"),
            choices: scale.into_iter().flat_map(|(lowest, highest)| lowest..=highest).map(choice).collect(),
            lowest: end("lowest"),
            highest: end("highest"),
            text_label: say("text"),
            text_needed: scale.is_none(),
            missing: self.missing,
            saved: self.saved,
            send: lang.say(if before.is_some() || self.saved { "ask-send-again" } else { "ask-send" }),
        }
    }
}

/// Plain words of at most `longest` characters: lines stay, other controls go; nothing if nothing is left.
pub(crate) fn words(text: &str, longest: usize) -> Option<String> {
    let lines = text.lines().map(|one| email::line(one, longest));
    let words: String = lines.collect::<Vec<_>>().join("\n").trim().chars().take(longest).collect();
    Some(words).filter(|words| !words.is_empty())
}
