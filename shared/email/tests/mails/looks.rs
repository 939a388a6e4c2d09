//! What a shop's theme and threading change in its mails, and what they do not.

use domain::situations::{Class, Kind};
use domain::theme::{Theme, Threading};
use mail_parser::{HeaderName, MessageParser};
use testing::stories::{Story, all};

use crate::telling::mail;

fn themed(theme: &str) -> Story {
    let mut story = Story::plain();
    story.shop.theme = serde_json::from_str::<Theme>(theme).expect("a theme");
    story
}

#[test]
fn a_theme_shows_in_both_parts() {
    let story = themed(
        r##"{"accent": "#aa3311", "logo": "https://cdn.shop.example/logo.png", "logo_width": 220, "font": "georgia",
            "radius": 0, "footer": ["HRB 12345,\r\nHamburg", "<b>VAT</b> DE 999"],
            "links": [{"label": "Instagram", "url": "https://social.example/hp"}]}"##,
    );
    for kind in Kind::ALL {
        let told = mail(&story, kind);
        for shown in [
            "#aa3311",
            "width=\"220\"",
            "font-family:Georgia,'Times New Roman',serif",
            "border-radius:0px",
            "arcsize=\"0%\"",
            "HRB 12345, Hamburg",
            "&lt;b&gt;VAT&lt;/b&gt; DE 999",
            "<a href=\"https://social.example/hp\"",
        ] {
            assert!(told.html.contains(shown), "{kind:?}: {shown}\n{}", told.html);
        }
        for shown in ["\nHRB 12345, Hamburg\n<b>VAT</b> DE 999\n", "\nInstagram: https://social.example/hp\n"] {
            assert!(told.text.contains(shown), "{kind:?}: {shown}\n{}", told.text);
        }
    }
}

#[test]
fn mails_of_a_threaded_order_have_one_subject_that_names_it() {
    for (name, mut story) in all() {
        story.shop.threading = Threading::ByOrder;
        let of_order =
            |kind: &Kind| *kind != Kind::ConfirmAddress && !kind.of_baskets() && kind.class() != Class::Merchant;
        let told: Vec<_> = Kind::ALL.into_iter().filter(of_order).map(|kind| mail(&story, kind)).collect();
        let first = &told[0].subject;
        assert!(told.iter().all(|one| one.subject == *first), "{name}");
        for one in &told {
            let parsed = MessageParser::default().parse(&one.raw).expect("a message");
            assert!(parsed.header(HeaderName::Other("X-Entity-Ref-ID".into())).is_none(), "{name}");
            assert!(parsed.header(HeaderName::References).is_some(), "{name}");
            assert_eq!(parsed.subject(), Some(one.subject.as_str()), "{name}");
        }
    }
    let mut story = Story::plain();
    story.shop.threading = Threading::ByOrder;
    assert_eq!(mail(&story, Kind::Delivered).subject, "Order 10427, Harbor & Pine");
}

#[test]
fn neither_the_shop_nor_who_confirms_an_address_or_left_a_basket_is_told_in_the_orders_conversation() {
    let mut story = Story::plain();
    let separate = [Kind::Attention, Kind::ConfirmAddress, Kind::Abandoned].map(|kind| mail(&story, kind));
    story.shop.threading = Threading::ByOrder;
    for before in separate {
        let after = mail(&story, before.kind);
        assert_eq!((after.subject, after.raw), (before.subject, before.raw));
    }
}
