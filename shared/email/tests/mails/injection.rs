//! Nothing that strangers write becomes a header, markup or a link, and the message survives its way.

use domain::situations::{Class, Kind};
use email::{Leads, compose};
use mail_parser::{HeaderName, HeaderValue, MessageParser, MimeHeaders};

use testing::stories::{Story, all, hostile};

use crate::telling::mail;

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
    for (name, story) in all() {
        for kind in Kind::ALL {
            let told = mail(&story, kind);
            let parsed = MessageParser::default().parse(&told.raw).expect("a message");
            let plain = |text: &str| text.replace("\r\n", "\n").trim_end().to_owned();
            assert_eq!(parsed.body_html(0).map(|html| plain(&html)), Some(plain(&told.html)), "{kind:?}/{name}");
            assert_eq!(parsed.body_text(0).map(|text| plain(&text)), Some(plain(&told.text)), "{kind:?}/{name}");
            assert_eq!(parsed.subject(), Some(told.subject.as_str()), "{kind:?}/{name}");
            assert_eq!(parsed.parts.len(), 3, "{kind:?}/{name}");
            let alternative = parsed.content_type().map(|kind| (kind.ctype(), kind.subtype()));
            assert_eq!(alternative, Some(("multipart", Some("alternative"))));
        }
    }
}

#[test]
fn headers_are_ours_alone() {
    for (name, story) in all() {
        for kind in Kind::ALL {
            let told = mail(&story, kind);
            let parsed = MessageParser::default().parse(&told.raw).expect("a message");
            let found: Vec<&str> = parsed.headers().iter().map(|header| header.name.as_str()).collect();
            let mut wanted = HEADERS.to_vec();
            if kind.class() == Class::Feedback {
                wanted.splice(10..10, ["List-Unsubscribe", "List-Unsubscribe-Post"]);
            }
            assert_eq!(found, wanted, "{kind:?}/{name}");
            let to = parsed.to().and_then(|to| to.first()).and_then(|to| to.address());
            let shops = kind.class() == Class::Merchant;
            let whom = match kind {
                Kind::ConfirmAddress => "zoe@example.org",
                _ if shops => story.shop.reply_to.reveal(),
                _ => "zoe@example.net",
            };
            assert_eq!(to, Some(whom), "{kind:?}/{name}");
            assert_eq!(parsed.to().map(|to| to.iter().count()), Some(1), "{kind:?}/{name}");
            assert!(!told.from.contains(['\r', '\n']) && told.from.is_ascii(), "{}", told.from);
        }
    }
}

#[test]
fn the_wire_form_is_clean() {
    for (name, story) in all() {
        for kind in Kind::ALL {
            let raw = mail(&story, kind).raw;
            let text = String::from_utf8(raw).expect("ASCII");
            assert!(text.is_ascii() && !text.replace("\r\n", "").contains(['\r', '\n']), "{kind:?}/{name}");
            let (head, _) = text.split_once("\r\n\r\n").expect("a head and a body");
            // A URL cannot be folded.
            let short = |line: &str| line.len() <= 78 || line.starts_with("List-Unsubscribe: <https://");
            assert!(head.split("\r\n").all(short), "{kind:?}/{name}: {head}");
            assert!(text.split("\r\n").all(|line| line.len() <= 998), "{kind:?}/{name}");
        }
    }
}

const STOP: &str = "https://t.example.com/unsubscribe/v1.k1.aaaabbbbccccddddeeeeffff.1z141z3.0123456789abcdef";

#[test]
fn what_asks_for_something_says_how_to_stop_it_and_nothing_else_does() {
    for (name, story) in all() {
        for kind in Kind::ALL {
            let told = mail(&story, kind);
            let raw = String::from_utf8(told.raw.clone()).expect("ASCII");
            let (head, _) = raw.split_once("\r\n\r\n").expect("a head and a body");
            if kind.class() == Class::Feedback {
                // On one line, so that nobody who folds it again breaks it; RFC 8058 wants exactly these.
                assert!(head.contains(&format!("\r\nList-Unsubscribe: <{STOP}>\r\n")), "{kind:?}/{name}: {head}");
                assert!(head.contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), "{kind:?}/{name}");
                assert!(told.html.contains(&format!("href=\"{STOP}\"")) && told.text.contains(STOP), "{kind:?}/{name}");
            } else {
                let all = format!("{head}{}{}", told.html, told.text);
                assert!(!all.to_lowercase().contains("unsubscribe"), "{kind:?}/{name}");
                // Nor does it ask for anything that is better asked apart: the law calls that advertising.
                assert!(!all.contains("?ask="), "{kind:?}/{name}");
            }
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

/// The elements of a document, in order.
fn skeleton(html: &str) -> Vec<String> {
    let (_, body) = html.split_once("</head>").expect("a head");
    let tags = body.split('<').skip(1);
    tags.filter_map(|tag| tag.split([' ', '>']).next()).map(str::to_owned).collect()
}

#[test]
fn strangers_words_change_no_element() {
    for text in [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</td></table><h1>",
        "{{7*7}}{% if %}",
        "'&#x3c;b",
    ] {
        for kind in Kind::ALL {
            let (good, bad) = (mail(&hostile("good"), kind).html, mail(&hostile(text), kind).html);
            assert_eq!(skeleton(&good), skeleton(&bad), "{kind:?}: {text}");
            assert!(!bad.contains("49") || good.contains("49"), "{kind:?}: a template was evaluated");
        }
    }
}

#[test]
fn linked_data_is_complete_or_left_out() {
    for (name, story) in all() {
        for kind in Kind::ALL {
            let html = mail(&story, kind).html;
            let Some((_, rest)) = html.split_once("<script type=\"application/ld+json\">") else { continue };
            let (json, _) = rest.split_once("</script>").expect("an end");
            let data: serde_json::Value = serde_json::from_str(json).expect("JSON");
            let required: &[&str] = match data["@type"].as_str() {
                Some("Order") => {
                    &["/merchant/name", "/orderNumber", "/priceCurrency", "/price", "/acceptedOffer/0/price"]
                }
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
            for pointer in required {
                let value = data.pointer(pointer).and_then(|value| value.as_str()).unwrap_or_default();
                assert!(!value.is_empty(), "{kind:?}/{name}: {pointer}");
            }
        }
    }
}
