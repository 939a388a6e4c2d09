//! Mails that ask the customer for something: an answer, or to confirm a corrected address.

use domain::fact::Question;
use domain::situations::Kind;

use super::notice::Notice;
use super::{Letter, Telling};
use crate::clean::line;
use crate::frame::{Button, Words};

/// The customer is asked for something. Nothing is saved by opening a link: scanners do that.
pub(super) fn asked(of: &Telling<'_>) -> Letter {
    let delivered = of.day(of.situation.arose_at);
    let gaps = [("date", delivered.as_str())];
    let words = Words {
        subject: of.say("subject", gaps),
        preheader: of.say("preheader", gaps),
        headline: of.say("headline", gaps),
        paragraphs: vec![of.say("lead", gaps)],
    };
    let question = Question::of(of.situation.kind);
    let scale = question.and_then(Question::scale);
    let form = question.map(|question| format!("{}?ask={}", of.page_url, question.name()));
    let choices = scale.zip(form.as_ref()).into_iter().flat_map(|((lowest, highest), form)| {
        (lowest..=highest).map(move |value| Button { label: value.to_string(), url: format!("{form}&value={value}") })
    });
    let ends = scale.map(|_| ["lowest", "highest"].map(|end| of.say(end, []))).into_iter().flatten();
    let asked = Notice { choices: choices.collect(), ends: ends.collect(), ..Notice::default() };
    let mut letter = of.letter(words, &asked);
    if let Some(url) = form {
        letter.opening.button = Button { label: of.say("button", []), url };
    }
    letter
}

/// Whoever reads a corrected address's mail is asked to confirm it: nothing here tells of the order, because until then it
/// may be anybody. The page that the button leads to is not the order's.
pub(super) fn confirm_address(of: &Telling<'_>) -> Letter {
    debug_assert_eq!(of.situation.kind, Kind::ConfirmAddress);
    let shop = line(&of.shop.name, 60);
    let say = |key: &str| of.lang.say_with(&format!("confirm_address-{key}"), [("shop", shop.as_str().into())]);
    let words = Words {
        subject: say("subject"),
        preheader: say("preheader"),
        headline: say("headline"),
        paragraphs: vec![say("lead"), say("not-you")],
    };
    let mut letter = of.letter(words, &Notice::default());
    letter.opening.button.label = say("button");
    letter
}
