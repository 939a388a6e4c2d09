//! What the page shows, and what it never shows.

use domain::situations::Kind;
use testing::stories::{Story, all, hostile};

use super::{not_found, render, try_again};

/// The page of a story at the moment of a kind's news.
fn page(story: &Story, kind: Kind) -> String {
    story.with(kind, |view, _| render(&story.shop, &Story::id(), view, Story::now()))
}

#[test]
fn the_page_follows_an_orders_life() {
    let moments =
        [Kind::Received, Kind::PaymentFailed, Kind::Confirmed, Kind::Delivered, Kind::Cancelled, Kind::Refund];
    for kind in moments {
        insta::assert_snapshot!(kind.name(), page(&Story::plain(), kind));
    }
}

#[test]
fn two_parcels_are_told_apart() {
    let (_, story) = all().into_iter().find(|(name, _)| *name == "two_parcels").expect("a story");
    insta::assert_snapshot!("two_parcels", page(&story, Kind::OutForDelivery));
}

#[test]
fn whoever_has_the_link_learns_no_name_street_or_address() {
    for kind in Kind::ALL {
        let page = page(&Story::plain(), kind);
        for secret in ["Zo", "Winter", "Linden", "10115", "zoe@", "4242", "mailto:", "tel:"] {
            assert!(!page.contains(secret), "{kind:?}: {secret}");
        }
    }
}

#[test]
fn the_page_runs_nothing_and_loads_only_pictures() {
    for (name, story) in all() {
        for kind in Kind::ALL {
            let page = page(&story, kind);
            for bad in
                ["<script", "onerror=", "src=\"http:", "<link", "<form", "<iframe", "javascript:", "@import", "url("]
            {
                let shown = page.replace("&lt;script", "");
                assert!(!shown.contains(bad) || name == "hostile" && bad == "onerror=", "{name}/{kind:?}: {bad}");
            }
        }
    }
}

#[test]
fn strangers_words_change_no_element() {
    let skeleton = |page: &str| -> Vec<String> {
        page.split('<').skip(1).filter_map(|tag| tag.split([' ', '>']).next()).map(str::to_owned).collect()
    };
    for text in ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</main></body>", "{{7*7}}{% if %}"] {
        for kind in Kind::ALL {
            let (good, bad) = (page(&hostile("good"), kind), page(&hostile(text), kind));
            assert_eq!(skeleton(&good), skeleton(&bad), "{kind:?}: {text}");
        }
    }
}

#[test]
fn every_page_has_one_headline_and_its_landmarks() {
    for (name, story) in all() {
        for kind in Kind::ALL {
            let page = page(&story, kind);
            for once in ["<h1", "<main", "<header", "<footer", "<caption", "<title", "lang=\""] {
                assert_eq!(page.matches(once).count(), 1, "{name}/{kind:?}: {once}");
            }
            assert_eq!(page.matches("<section").count(), page.matches("<h2").count() + 1, "{name}/{kind:?}");
        }
    }
}

#[test]
fn an_open_order_can_be_paid_and_a_paid_one_cannot() {
    let pay = "href=\"https://harborandpine.example/pay/10427?key=wc_1&amp;lang=en\"";
    assert!(page(&Story::plain(), Kind::Received).contains(pay));
    assert!(page(&Story::plain(), Kind::PaymentFailed).contains(pay));
    assert!(!page(&Story::plain(), Kind::Confirmed).contains(pay));
    assert!(!page(&Story::plain(), Kind::Cancelled).contains(pay));
}

#[test]
fn a_wrong_link_learns_nothing() {
    insta::assert_snapshot!("not_found", not_found());
    assert!(try_again().contains("<h1>") && !try_again().contains("{{"));
}
