//! Every mail as it reads.

use std::fmt::Write as _;

use domain::situations::{Class, Kind, Situation, Trouble, Verdict};
use email::{Leads, Unrenderable, compose};

use testing::stories::{Story, all, special};

use crate::telling::mail;

#[test]
fn every_mail_reads_as_it_should() {
    for (name, story) in all() {
        let mut text = String::new();
        for kind in Kind::ALL {
            let told = mail(&story, kind);
            let _ = writeln!(text, "=== {}\nSubject: {}\n\n{}", kind.name(), told.subject, told.text);
        }
        insta::assert_snapshot!(name, text);
    }
}

#[test]
fn special_mails_read_as_they_should() {
    let mut text = String::new();
    for (name, kind, story) in special() {
        let told = mail(&story, kind);
        let _ = writeln!(text, "=== {}, {name}\nSubject: {}\n\n{}", kind.name(), told.subject, told.text);
    }
    insta::assert_snapshot!("special", text);
}

#[test]
fn every_mail_is_laid_out_as_it_should() {
    for kind in Kind::ALL {
        insta::assert_snapshot!(format!("html_{}", kind.name()), mail(&Story::plain(), kind).html);
    }
}

#[test]
fn the_plain_story_is_told_at_the_moment_of_its_news() {
    for kind in Kind::ALL {
        let (verdict, due) = Story::plain().with(kind, |_, situation| (situation.verdict.clone(), situation.due));
        // What did not happen is due on another day.
        assert!(due.is_some() || matches!(verdict, Verdict::Tell { .. }), "{kind:?}: {verdict:?}");
    }
}

#[test]
fn every_trouble_says_what_is_wrong_and_what_to_do() {
    let mut text = String::new();
    for trouble in Trouble::ALL {
        let told = Story::plain().with(Kind::Attention, |view, situation| {
            let situation = Situation { trouble: Some(trouble), ..situation.clone() };
            let leads = Leads { page: "https://t.example.com/orders/v1".to_owned(), stop: None };
            compose(&Story::plain().shop, &Story::id(), view, &situation, &leads, Story::now()).expect("a mail")
        });
        let _ = writeln!(text, "=== {}\nSubject: {}\n\n{}", trouble.name(), told.subject, told.text);
    }
    insta::assert_snapshot!("troubles", text);
}

#[test]
fn what_is_wrong_is_told_to_the_shop_and_not_to_the_customer() {
    let told = mail(&Story::plain(), Kind::Attention);
    assert_eq!(told.to.reveal(), "help@harborandpine.example");
    let mut story = Story::plain();
    story.shop.alerts_to = domain::personal::Email::parse("night@harborandpine.example").ok();
    assert_eq!(mail(&story, Kind::Attention).to.reveal(), "night@harborandpine.example");
    assert!(!told.text.contains("Zoë"), "{}", told.text);
}

#[test]
fn what_asks_for_something_is_not_written_without_a_way_to_stop_it() {
    for kind in Kind::ALL {
        let written = Story::plain().with(kind, |view, situation| {
            let leads = Leads { page: "https://t.example.com/orders/v1".to_owned(), stop: None };
            compose(&Story::plain().shop, &Story::id(), view, situation, &leads, Story::now()).map(|_| ())
        });
        let asks = kind.class() == Class::Feedback;
        assert_eq!(written, if asks { Err(Unrenderable::NoWayOut) } else { Ok(()) }, "{kind:?}");
    }
}

#[test]
fn subjects_fit_a_phone() {
    for kind in Kind::ALL {
        for (name, story) in all().into_iter().filter(|(_, story)| story.document.number.len() <= 6) {
            let subject = mail(&story, kind).subject;
            // Whoever is asked to confirm an address is not told of an order, and a basket is none.
            let of_order = !matches!(kind, Kind::ConfirmAddress | Kind::Abandoned);
            let named = subject.contains("10427") == of_order;
            assert!(subject.chars().count() <= 50 && named, "{kind:?}/{name}: {subject}");
        }
    }
}

#[test]
fn whoever_is_asked_to_confirm_an_address_learns_nothing_of_the_order() {
    for (name, story) in all() {
        let told = mail(&story, Kind::ConfirmAddress);
        assert_eq!(told.to.reveal(), "zoe@example.org", "{name}");
        for secret in ["10427", "Zoë", "zoe@", "Winter", "Berlin", "€"] {
            let shown = [&told.subject, &told.text, &told.html].into_iter().any(|part| part.contains(secret));
            assert!(!shown, "{name}: {secret}\n{}", told.text);
        }
    }
}

#[test]
fn a_basket_is_no_order_and_its_button_leads_back_to_the_storefront() {
    for (name, story) in all() {
        let told = mail(&story, Kind::Abandoned);
        let resume = "https://harborandpine.example/checkouts/6f1e2d/recover?key=9a1c";
        assert!(told.html.contains(&format!("class=\"btn\" href=\"{resume}&amp;locale=en\"")), "{name}: {}", told.html);
        assert!(told.text.contains(&format!("{resume}&locale=en\n")), "{name}: {}", told.text);
        for wrong in ["/orders/", "Order 10427", "ld+json", "€", "17,185"] {
            let shown = [&told.subject, &told.text, &told.html].into_iter().any(|part| part.contains(wrong));
            assert!(!shown, "{name}: {wrong}\n{}", told.text);
        }
    }
}

#[test]
fn every_answer_of_a_scale_is_a_link_to_a_form_and_saves_nothing() {
    for (kind, lowest, highest) in [(Kind::Csat, 1, 5), (Kind::Nps, 0, 10)] {
        let told = mail(&Story::plain(), kind);
        for value in lowest..=highest {
            let link = format!("?ask={}&value={value}\n", kind.name());
            assert!(told.text.contains(&link), "{link} is not in\n{}", told.text);
        }
    }
    assert!(mail(&Story::plain(), Kind::Review).text.contains("?ask=review\n"));
}
