//! Nothing that strangers write becomes a header, markup or a link, and the message survives its way.

use domain::situations::{Class, Kind};
use mail_parser::{HeaderName, HeaderValue, MessageParser, MimeHeaders};

use testing::stories::{Story, all, hostile};

use crate::telling::mail;

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
            assert_eq!(found, HEADERS, "{kind:?}/{name}");
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
            assert!(head.split("\r\n").all(|line| line.len() <= 78), "{kind:?}/{name}: {head}");
            assert!(text.split("\r\n").all(|line| line.len() <= 998), "{kind:?}/{name}");
            assert!(!head.contains("List-Unsubscribe"));
        }
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
