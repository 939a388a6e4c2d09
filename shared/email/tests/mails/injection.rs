//! Nothing that strangers write becomes a header, markup or a link, and the message survives its way.

use domain::situations::{Class, Kind};
use email::{Leads, compose};
use mail_parser::{HeaderName, HeaderValue, MessageParser, MimeHeaders};

use testing::stories::{Story, hostile};

use crate::html::{elements, visible};
use crate::telling::{Told, mail, told, whole};

/// What every mail has; what asks for something has two more before the last two.
const HEADERS: [&str; 12] = [
    "From",
    "To",
    "Reply-To",
    "Subject",
    "Date",
    "Message-ID",
    "References",
    "X-Entity-Ref-ID",
    "Auto-Submitted",
    "X-Auto-Response-Suppress",
    "MIME-Version",
    "Content-Type",
];

#[test]
fn a_message_is_read_back_as_it_was_written() {
    for Told { case, mail: told } in told() {
        let name = case.name();
        let parsed = MessageParser::default().parse(&told.raw).expect("a message");
        let plain = |text: &str| text.replace("\r\n", "\n").trim_end().to_owned();
        assert_eq!(parsed.body_html(0).map(|html| plain(&html)), Some(plain(&told.html)), "{name}");
        assert_eq!(parsed.body_text(0).map(|text| plain(&text)), Some(plain(&told.text)), "{name}");
        assert_eq!(parsed.subject(), Some(told.subject.as_str()), "{name}");
        assert_eq!(parsed.parts.len(), 3, "{name}");
        let alternative = parsed.content_type().map(|kind| (kind.ctype(), kind.subtype()));
        assert_eq!(alternative, Some(("multipart", Some("alternative"))));
    }
}

#[test]
fn headers_are_ours_alone() {
    for Told { case, mail: told } in told() {
        let (kind, name) = (case.kind, case.name());
        let parsed = MessageParser::default().parse(&told.raw).expect("a message");
        let found: Vec<&str> = parsed.headers().iter().map(|header| header.name.as_str()).collect();
        let mut wanted = HEADERS.to_vec();
        if kind.class() == Class::Feedback {
            wanted.splice(10..10, ["List-Unsubscribe", "List-Unsubscribe-Post"]);
        }
        assert_eq!(found, wanted, "{name}");
        let to = parsed.to().and_then(|to| to.first()).and_then(|to| to.address());
        let shops = kind.class() == Class::Merchant;
        let whom = match kind {
            Kind::ConfirmAddress => "zoe@example.org",
            _ if shops => case.story.shop.reply_to.reveal(),
            _ => "zoe@example.net",
        };
        assert_eq!(to, Some(whom), "{name}");
        assert_eq!(parsed.to().map(|to| to.iter().count()), Some(1), "{name}");
        assert!(!told.from.contains(['\r', '\n']) && told.from.is_ascii(), "{}", told.from);
    }
}

#[test]
fn the_wire_form_is_clean() {
    for Told { case, mail: told } in told() {
        let name = case.name();
        let raw = told.raw.clone();
        let text = String::from_utf8(raw).expect("ASCII");
        assert!(text.is_ascii() && !text.replace("\r\n", "").contains(['\r', '\n']), "{name}");
        let (head, _) = text.split_once("\r\n\r\n").expect("a head and a body");
        // A URL cannot be folded.
        let short = |line: &str| line.len() <= 78 || line.starts_with("List-Unsubscribe: <https://");
        assert!(head.split("\r\n").all(short), "{name}: {head}");
        assert!(text.split("\r\n").all(|line| line.len() <= 998), "{name}");
    }
}

const STOP: &str = "https://t.example.com/unsubscribe/v1.k1.aaaabbbbccccddddeeeeffff.1z141z3.0123456789abcdef";

#[test]
fn what_asks_for_something_says_how_to_stop_it_and_nothing_else_does() {
    for Told { case, mail: told } in told() {
        let (kind, name) = (case.kind, case.name());
        let raw = String::from_utf8(told.raw.clone()).expect("ASCII");
        let (head, _) = raw.split_once("\r\n\r\n").expect("a head and a body");
        if kind.class() == Class::Feedback {
            // On one line, so that nobody who folds it again breaks it; RFC 8058 wants exactly these.
            assert!(head.contains(&format!("\r\nList-Unsubscribe: <{STOP}>\r\n")), "{name}: {head}");
            assert!(head.contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), "{name}");
            assert!(told.html.contains(&format!("href=\"{STOP}\"")) && told.text.contains(STOP), "{name}");
        } else {
            let all = format!("{head}{}{}", told.html, told.text);
            assert!(!all.to_lowercase().contains("unsubscribe"), "{name}");
            // Nor does it ask for anything that is better asked apart: the law calls that advertising.
            assert!(!all.contains("?ask="), "{name}");
        }
    }
}

#[test]
fn a_link_of_any_length_that_a_shop_may_have_stays_whole() {
    let stop = format!("https://t.example.com/{}", "a".repeat(900));
    let raw = Story::plain().with(Kind::Csat, |view, situation| {
        let leads = Leads { page: "https://t.example.com/orders/x".to_owned(), stop: Some(stop.clone()) };
        let told = compose(&Story::plain().shop, &Story::id(), view, situation, &leads, Story::now());
        told.expect("a mail").raw
    });
    let parsed = MessageParser::default().parse(&raw).expect("a message");
    let found = parsed.header_raw("List-Unsubscribe").map(str::trim);
    assert_eq!(found, Some(format!("<{stop}>").as_str()));
    let text = String::from_utf8(raw).expect("ASCII");
    assert!(text.split("\r\n").all(|line| line.len() <= 998));
}

#[test]
fn what_asks_for_something_comes_from_its_own_sender_if_the_shop_has_one() {
    let mut story = Story::plain();
    story.shop.marketing_sender = domain::personal::Email::parse("hello@news.harborandpine.example").ok();
    for kind in Kind::ALL {
        let told = mail(&story, kind);
        let parsed = MessageParser::default().parse(&told.raw).expect("a message");
        let asks = kind.class() == Class::Feedback;
        let from = if asks { "hello@news.harborandpine.example" } else { "orders@harborandpine.example" };
        let address = |list: Option<&mail_parser::Address<'_>>| {
            list.and_then(|list| list.first()).and_then(|one| one.address()).map(str::to_owned)
        };
        assert_eq!(address(parsed.from()).as_deref(), Some(from), "{kind:?}");
        assert!(told.from.ends_with(&format!("<{from}>")), "{kind:?}: {}", told.from);
        assert_eq!(address(parsed.reply_to()).as_deref(), Some("help@harborandpine.example"), "{kind:?}");
        assert_eq!(root(&told.raw), format!("order.{}@harborandpine.example", Story::id()), "{kind:?}");
    }
}

#[test]
fn mails_of_one_order_belong_together() {
    let roots: Vec<_> = Kind::ALL.map(|kind| root(&mail(&Story::plain(), kind).raw)).into_iter().collect();
    let order = Story::id();
    assert!(roots.iter().all(|root| *root == format!("order.{order}@harborandpine.example")), "{roots:?}");
}

fn root(raw: &[u8]) -> String {
    let parsed = MessageParser::default().parse(raw).expect("a message");
    match parsed.header(HeaderName::References) {
        Some(HeaderValue::Text(root)) => root.to_string(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn strangers_words_change_no_element() {
    let twins = Kind::ALL.map(|kind| elements(&mail(&hostile("good"), kind).html));
    // Each of these is in some text, and all of them in some order: 300 texts, or 10,000 where all is tried.
    let parts = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</td></table><h1>",
        "{{7*7}}",
        "{% if %}",
        "{# ",
        "'",
        "&#x3c;b",
        "\r\nBcc: eve@example.com\r\n\r\n",
        "<![endif]-->",
        "--><a href=javascript:alert(1)>",
        "\0\u{202e}\u{2066}",
        "]]>",
        "\\\" \\u003c",
        " onload=\"",
        "`${7*7}`",
        "😈",
    ];
    let mut dice = 7_u64;
    let mut roll = |sides: usize| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(dice >> 33).expect("31 bits") % sides
    };
    for round in 0..if whole() { 10_000 } else { 300 } {
        let picked: Vec<&str> =
            (0..=round % 4).map(|at| parts[if at == 0 { round % parts.len() } else { roll(parts.len()) }]).collect();
        let text = format!("x{}", picked.concat());
        let at = if round < Kind::ALL.len() { round } else { roll(Kind::ALL.len()) };
        let bad = mail(&hostile(&text), Kind::ALL[at]);
        assert_eq!(twins[at], elements(&bad.html), "{:?}: {text}", bad.kind);
        assert!(!visible(&bad.html).contains("49"), "{:?}: a template was evaluated", bad.kind);
    }
}

#[test]
fn what_a_customer_states_keeps_its_lines() {
    let told = mail(&Story::plain(), Kind::Withdrawal);
    let lines = "\nWool throw “Nordic”\nWool throw “Nordic”, 2\n";
    assert!(told.text.contains(lines), "{}", told.text);
    let (_, html) = told.html.split_once("white-space:pre-line").expect("a place where lines are kept");
    assert!(html.contains(&lines.trim_start().replace("2\n", "2</p>")), "{html}");
    assert!(mail(&Story::plain(), Kind::Attention).html.find("pre-line").is_none());
}

#[test]
fn a_changed_element_would_be_seen() {
    let good = elements("</head><td style=\"a>b\">x</td>");
    for bad in ["</head><td style=\"a\" onload=\"b\">x</td>", "</head><td style=\"a\"><b>x</td>"] {
        assert_ne!(good, elements(bad), "{bad}");
    }
}

#[test]
fn linked_data_is_complete_or_left_out() {
    for Told { case, mail: told } in told() {
        let name = case.name();
        let html = &told.html;
        let Some((_, rest)) = html.split_once("<script type=\"application/ld+json\">") else { continue };
        let (json, _) = rest.split_once("</script>").expect("an end");
        let data: serde_json::Value = serde_json::from_str(json).expect("JSON");
        let required: &[&str] = match data["@type"].as_str() {
            Some("Order") => &["/merchant/name", "/orderNumber", "/priceCurrency", "/price", "/acceptedOffer/0/price"],
            Some("ParcelDelivery") => &[
                "/deliveryAddress/streetAddress",
                "/deliveryAddress/addressLocality",
                "/deliveryAddress/addressRegion",
                "/deliveryAddress/addressCountry",
                "/deliveryAddress/postalCode",
                "/expectedArrivalUntil",
                "/carrier/name",
                "/itemShipped/0/name",
                "/partOfOrder/orderNumber",
                "/partOfOrder/merchant/name",
            ],
            other => panic!("{other:?}"),
        };
        if data["@type"] == "Order" {
            let document = &case.story.document;
            assert_eq!(data["price"].as_str(), Some(document.money(document.total).decimal().as_str()), "{name}");
        }
        for pointer in required {
            let value = data.pointer(pointer).and_then(|value| value.as_str()).unwrap_or_default();
            assert!(!value.is_empty(), "{name}: {pointer}");
        }
        if data["@type"] == "Order" {
            let document = &case.story.document;
            assert_eq!(data["price"], document.money(document.total).decimal(), "{name}: the price is the total");
        }
    }
}

#[test]
fn every_mail_about_an_order_tells_machines_of_it_too() {
    let story = testing::stories::Story::plain();
    let about = |kind: &Kind| kind.class() == Class::Transactional && *kind != Kind::ConfirmAddress;
    // Short mails between two longer ones say nothing that the order's data did not.
    let short =
        ["payment_reminder", "payment_expired", "late_to_ship", "ready_for_pickup", "pickup_waiting", "on_hold"];
    for kind in Kind::ALL.into_iter().filter(about).filter(|kind| !short.contains(&kind.name())) {
        assert!(mail(&story, kind).html.contains("application/ld+json"), "{kind:?}");
    }
}
