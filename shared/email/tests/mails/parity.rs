//! The two parts of a mail say the same, in every story.

use domain::situations::Kind;

use testing::stories::{Story, all, hostile};

use crate::telling::mail;

/// What can be seen of HTML, unescaped.
fn visible(html: &str) -> String {
    let body = html.split_once("</head>").map_or(html, |(_, body)| body);
    let mut text = String::new();
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        rest = if after.starts_with("!--[if mso]>") {
            after.split_once("<![endif]-->").map_or("", |(_, rest)| rest)
        } else {
            after.split_once('>').map_or("", |(_, rest)| rest)
        };
    }
    unescaped(&(text + rest)).replace("&#8199;", "").replace("&#847;", "").replace("&nbsp;", "")
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

fn links(html: &str) -> Vec<String> {
    html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(unescaped).collect()
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

#[test]
fn the_text_part_has_every_number_and_link_of_the_html() {
    for (name, story) in all() {
        for kind in Kind::ALL {
            let told = mail(&story, kind);
            let (shown, text) = (visible(&told.html), words(&told.text).join(" "));
            let numbers = words(&shown).into_iter().filter(|word| word.contains(char::is_numeric));
            for number in numbers.map(|word| word.trim_matches(['.', ',', ':', '(', ')'])) {
                // That there are more items is only said where they are not listed.
                let more = told.html.contains(&format!("And {number} more"));
                assert!(text.contains(number) || more, "{kind:?}/{name}: {number} is not in\n{}", told.text);
            }
            for link in links(&told.html) {
                assert!(link.starts_with("https://") && text.contains(&link), "{kind:?}/{name}: {link}");
            }
        }
    }
}

#[test]
fn no_mail_shows_what_templates_are_made_of() {
    for (name, story) in all().into_iter().filter(|(name, _)| *name != "hostile") {
        for kind in Kind::ALL {
            let told = mail(&story, kind);
            for residue in ["{{", "{%", "None", "undefined", "\u{2068}", "\u{2069}", "true", "false", "NaN"] {
                let seen =
                    [&told.subject, &told.text, &visible(&told.html)].into_iter().any(|part| part.contains(residue));
                assert!(!seen, "{kind:?}/{name}: {residue}");
            }
            assert!(!told.text.contains("\n\n\n"), "{kind:?}/{name}: {}", told.text);
        }
    }
}

#[test]
fn no_mail_is_cut_off() {
    let worst = hostile(&"\"".repeat(3_000));
    for (name, mut story) in all().into_iter().chain([("quotes", worst)]) {
        if name == "quotes" {
            let lines = story.document.lines.clone();
            story.document.lines = lines.into_iter().cycle().take(250).collect();
        }
        for kind in Kind::ALL {
            let told = mail(&story, kind);
            assert!(told.html.len() <= 90_000, "{kind:?}/{name}: {} bytes", told.html.len());
        }
    }
    let plain = mail(&Story::plain(), Kind::Confirmed);
    assert!(plain.html.len() <= 14_000, "{} bytes", plain.html.len());
}

#[test]
fn what_customers_add_up_comes_out_right() {
    let digits = |amount: &str| amount.chars().filter(|c| c.is_ascii_digit() || *c == '-').collect::<String>();
    for (name, mut story) in all().into_iter().filter(|(name, _)| ["plain", "large", "yen", "dinar"].contains(name)) {
        // A storefront whose numbers do not add up.
        story.document.total += 3;
        let lang = email::Lang::of(None, "en");
        let items = email::Items::of(&lang, &story.document);
        let minor = |amount: &email::Amount| digits(&amount.amount).parse::<i64>().expect("an amount");
        let sum: i64 = items.amounts.iter().map(minor).sum();
        assert_eq!(sum, minor(&items.total), "{name}: {items:?}");
        let rows = items.list.rows.iter().chain(&items.list.rest).filter_map(|row| row.total.as_deref());
        let rows: i64 = rows.map(|total| digits(total).parse::<i64>().expect("an amount")).sum();
        assert_eq!(rows, minor(&items.amounts[0]), "{name}");
    }
}
