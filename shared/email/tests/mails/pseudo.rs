//! A language of our own, longer than English and between brackets: whatever a mail says outside of them is data, and no word
//! is written into a template.

use std::collections::BTreeSet;

use domain::design::File;
use domain::situations::Kind;
use email::Leads;
use email::design::{Bounds, Design};
use testing::stories::Story;

/// English with every text between brackets, and four tenths longer.
fn pseudo(english: &str) -> String {
    let text = |value: &str| {
        let more = "~".repeat(value.chars().count() * 2 / 5);
        format!("⟦{value}{more}⟧")
    };
    let line = |line: &str| match line.split_once(" = ") {
        Some((key, value)) if !line.starts_with([' ', '#']) && !value.ends_with("->") => {
            format!("{key} = {}", text(value))
        }
        _ => match line.split_once("] ") {
            Some((variant, value)) if line.trim_start().starts_with(['[', '*']) => {
                format!("{variant}] {}", text(value))
            }
            _ => line.to_owned(),
        },
    };
    english.lines().map(|one| line(one) + "\n").collect()
}

/// What stands outside of brackets, word by word.
fn outside(text: &str) -> BTreeSet<String> {
    let mut depth = 0_u32;
    let shown = text.chars().filter_map(|c| {
        match c {
            '⟦' => depth += 1,
            '⟧' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth == 0).then_some(if c.is_alphanumeric() || c == '_' { c } else { ' ' })
    });
    let shown: String = shown.collect();
    // With a digit it is a number of something.
    shown.split_whitespace().filter(|word| !word.contains(char::is_numeric)).map(str::to_lowercase).collect()
}

/// All words that data may bring: of the shop, the order, the news, and what dates are written with.
fn data(story: &Story) -> String {
    let shop = &story.shop;
    let order = serde_json::to_string(&story.document).expect("JSON");
    let returning = serde_json::to_string(&story.returning).expect("JSON");
    let policy = shop.return_policy.as_ref().and_then(|policy| policy.text.clone());
    let months = "january february march april may june july august september october november december at am pm";
    let news = "DHL Visa Apple Pay OLD-1 UTC";
    let address = shop.postal_address.as_deref().unwrap_or_default();
    let (name, reply_to) = (&shop.name, shop.reply_to.reveal());
    format!("{order} {returning} {name} {reply_to} {address} {policy:?} {months} {news}").to_lowercase()
}

const TOKEN: &str = "v1.k1.aaaabbbbccccddddeeeeffff.1z141z3.0123456789abcdef";

#[test]
fn every_word_of_a_mail_comes_from_its_texts_or_its_data() {
    let english = email::texts_of("en").expect("texts");
    let file = File { name: "texts/en.ftl".to_owned(), content: pseudo(english) };
    let design = Design::new(vec![file], Bounds::SEND);
    let story = Story::plain();
    let known = data(&story);
    for kind in Kind::ALL {
        let [page, stop] = ["orders", "unsubscribe"].map(|path| format!("https://t.example.com/{path}/{TOKEN}"));
        let leads = Leads { page, stop: Some(stop) };
        let mail = story.with(kind, |view, situation| {
            design.compose(&story.shop, &Story::id(), view, situation, &leads, Story::now()).expect("a mail")
        });
        assert!(mail.subject.starts_with('⟦'), "{kind:?}: {}", mail.subject);
        // Links are data.
        let words = mail.text.split_whitespace().filter_map(|word| word.split("https://").next());
        for word in outside(&words.collect::<Vec<_>>().join(" ")) {
            assert!(known.contains(&word), "{kind:?} says \"{word}\" in no language:\n{}", mail.text);
        }
    }
}

#[test]
fn a_word_that_is_written_into_a_template_would_be_seen() {
    let said = outside("⟦Total~~⟧: Oops 12 ⟦a ⟦b⟧⟧ end");
    assert_eq!(said, ["end", "oops"].map(str::to_owned).into());
}
