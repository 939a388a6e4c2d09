//! The two parts of a mail say the same, in every language and with every fixture.

use domain::situations::Kind;

use testing::stories::{Story, all, hostile};
use unicode_width::UnicodeWidthChar;

use crate::html::{values, visible};
use crate::telling::{Told, hold, mail};

/// Every number, date, name of an order or a parcel, and every link of the HTML is in the text.
fn parity(told: &Told) -> Vec<String> {
    let (mail, text) = (&told.mail, flat(&told.mail.text));
    let shown = visible(&without_more(&mail.html));
    // Between words, or between letters that take two columns: Japanese has no blanks.
    let ends = |c: char| c.is_whitespace() || c.width() == Some(2);
    let numbers = shown.split(ends).filter(|word| word.contains(char::is_numeric));
    let numbers = numbers.map(|word| word.trim_matches(['.', ',', ':', '(', ')', '؛', '،']));
    let missing = numbers.filter(|number| !text.contains(number)).map(|number| format!("{number} is not in the text"));
    let links = values(&mail.html, "href").into_iter().filter(|link| !text.contains(link.as_str()));
    missing.chain(links.map(|link| format!("{link} is not in the text"))).collect()
}

/// That there are more items is only said where they are not listed.
fn without_more(html: &str) -> String {
    const LINK: &str = "<a class=\"l\" href=\"https://t.example.com/orders/";
    let mut parts = html.split(LINK);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| {
        // The answers of a scale are links to the same page.
        let listed = part.split('"').next().is_some_and(|link| link.contains('?'));
        if listed { all + LINK + part } else { all + part.split_once("</a>").map_or("", |(_, rest)| rest) }
    })
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn the_text_part_has_every_number_and_link_of_the_html() {
    hold(parity);
}

#[test]
fn a_missing_number_and_a_missing_link_are_found() {
    let plain = || Told::plain(Kind::Shipped);
    assert_eq!(parity(&plain()), Vec::<String>::new());
    for lost in ["00340434161094015902", "https://harborandpine.example/help"] {
        assert!(!parity(&plain().with(|mail| mail.text = mail.text.replace(lost, ""))).is_empty(), "{lost}");
    }
}

#[test]
fn what_is_not_listed_is_on_the_page_of_the_order_wherever_the_button_leads() {
    let (_, large) = all().into_iter().find(|(name, _)| *name == "large").expect("a story");
    for kind in [Kind::Received, Kind::PaymentFailed, Kind::Confirmed] {
        let told = mail(&large, kind);
        let (before, _) = told.html.split_once("And 210 more").expect("that there are more");
        let link = before.rsplit("href=\"").next().unwrap_or_default();
        assert!(link.starts_with("https://t.example.com/orders/"), "{kind:?}: {link}");
    }
}

#[test]
fn no_mail_is_cut_off() {
    let mut worst = hostile(&"\"".repeat(3_000));
    worst.document.lines = worst.document.lines.clone().into_iter().cycle().take(250).collect();
    for kind in Kind::ALL {
        let bytes = mail(&worst, kind).html.len();
        assert!(bytes <= 90_000, "{kind:?}: {bytes} bytes");
    }
    let plain = mail(&Story::plain(), Kind::Confirmed);
    assert!(plain.html.len() <= 14_000, "{} bytes", plain.html.len());
}
