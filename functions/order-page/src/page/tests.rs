//! What the page shows, and what it never shows.

use domain::fact::Question;
use domain::situations::Kind;
use domain::withdrawal::Period;
use email::Lang;
use jiff::civil::date;
use testing::stories::{Story, all, hostile};

use super::ask::Ask;
use super::banner::{Banner, Mistake};
use super::confirm::{self, Standing};
use super::withdraw::{Filled, Withdraw};
use super::{Extras, not_found, render, try_again};

/// The page of a story at the moment of a kind's news.
fn page(story: &Story, kind: Kind) -> String {
    story.with(kind, |view, _| render(&story.shop, &Story::id(), view, &Extras::default(), Story::now()))
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
        // A basket has no page.
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Abandoned) {
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
    let english = Lang::wished("");
    insta::assert_snapshot!("not_found", not_found(&english));
    let later = try_again(&Lang::wished("ar"));
    assert!(later.contains("<h1>") && later.contains("dir=\"rtl\"") && !later.contains("{{"), "{later}");
}

/// A page with what is said and asked beside the order.
fn beside(kind: Kind, extras: impl Fn(&domain::view::View<'_>) -> Extras) -> String {
    let story = Story::plain();
    story.with(kind, |view, _| render(&story.shop, &Story::id(), view, &extras(view), Story::now()))
}

fn repair(provable: bool, mistake: Option<Mistake>) -> String {
    beside(Kind::Confirmed, |view| Extras {
        banner: Banner::of(view, provable, mistake, false),
        ask: None,
        withdraw: None,
    })
}

fn asking(question: Question, chosen: Option<u8>, missing: bool, saved: bool) -> String {
    beside(Kind::Delivered, |_| Extras {
        banner: None,
        ask: Some(Ask { question, chosen, missing, saved }),
        withdraw: None,
    })
}

fn confirm(standing: Standing) -> String {
    let address = domain::personal::Email::parse("zoe@example.org").ok();
    confirm::render(&Story::plain().shop, None, standing, address.as_ref())
}

/// Every page that says or asks something beside the order.
fn forms() -> Vec<(&'static str, String)> {
    vec![
        ("repair", repair(true, None)),
        ("repair_wrong", repair(true, Some(Mistake::Proof))),
        ("repair_no_address", repair(true, Some(Mistake::Address))),
        ("repair_by_the_shop", repair(false, None)),
        ("repair_guess", guessed()),
        ("repair_waiting", waiting()),
        (
            "repair_sent",
            beside(Kind::Confirmed, |view| Extras {
                banner: Banner::of(view, true, None, true),
                ask: None,
                withdraw: None,
            }),
        ),
        ("ask_csat", asking(Question::Csat, Some(4), false, false)),
        ("ask_nps_missing", asking(Question::Nps, None, true, false)),
        ("ask_review", asking(Question::Review, None, false, false)),
        ("ask_saved", asking(Question::Csat, Some(2), false, true)),
        ("withdraw_early", withdrawing(None, Some(Period::Early))),
        ("withdraw_until", withdrawing(None, Some(Period::Until(date(2026, 12, 10))))),
        ("withdraw_over", withdrawing(None, Some(Period::Over))),
        ("withdraw_form", withdrawing(Some(Filled::default()), Some(Period::Early))),
        ("withdraw_missing", withdrawing(Some(missing()), Some(Period::Early))),
        ("withdraw_sent", stated(Kind::Confirmed, true, false)),
        ("withdraw_some", stated(Kind::Withdrawal, true, true)),
        ("withdraw_closed", stated(Kind::Withdrawal, false, true)),
        ("confirm", confirm(Standing::Open)),
        ("confirm_done", confirm(Standing::Confirmed)),
        ("confirm_outdated", confirm(Standing::Outdated)),
    ]
}

fn guessed() -> String {
    let mut story = Story::plain();
    story.document.customer.email = domain::personal::Email::parse("zoe.winter@gmial.com").ok();
    story.with(Kind::Confirmed, |view, _| {
        let extras = Extras { banner: Banner::of(view, true, None, false), ask: None, withdraw: None };
        render(&story.shop, &Story::id(), view, &extras, Story::now())
    })
}

fn waiting() -> String {
    beside(Kind::ConfirmAddress, |view| Extras {
        banner: Banner::of(view, true, None, false),
        ask: None,
        withdraw: None,
    })
}

fn withdrawing(form: Option<Filled>, period: Option<Period>) -> String {
    let withdraw = Some(Withdraw { period, stated_at: None, form, more: true });
    beside(Kind::Delivered, |_| Extras { withdraw: withdraw.clone(), ..Extras::default() })
}

fn stated(kind: Kind, open: bool, more: bool) -> String {
    let period = open.then_some(Period::Early);
    let withdraw = Some(Withdraw { period, stated_at: Some(Story::now()), form: None, more });
    beside(kind, |_| Extras { withdraw: withdraw.clone(), ..Extras::default() })
}

fn missing() -> Filled {
    let (name, text) = ("Z. W.".to_owned(), "\nToo <small>".to_owned());
    Filled { missing: true, whole: false, lines: vec!["2".to_owned()], name, text }
}

/// What is between the order's page's own parts.
fn main_part(page: &str) -> &str {
    let (_, rest) = page.split_once("<main").expect("a main part");
    rest.split("<section").nth(1).expect("a section")
}

fn withdraw_part(page: &str) -> &str {
    let found = page.split("<section").find(|part| part.contains("id=\"withdraw\"")).expect("a section");
    found.split_once("</section>").map_or(found, |(part, _)| part)
}

#[test]
fn what_is_said_and_asked_beside_an_order() {
    let part = |name: &str, page: &str| {
        if name.starts_with("withdraw") { withdraw_part(page).to_owned() } else { main_part(page).to_owned() }
    };
    let all: Vec<String> =
        forms().iter().map(|(name, page)| format!("=== {name}\n<section{}", part(name, page))).collect();
    insta::assert_snapshot!("forms", all.join("\n"));
}

#[test]
fn whoever_has_the_link_learns_no_address_and_no_fact_that_proves() {
    for (name, page) in forms() {
        for secret in ["Winter", "winter", "zoe@", "zoe.", "example.net", "gmial", "10115", "Linden"] {
            assert!(!page.contains(secret), "{name}: {secret}");
        }
    }
}

#[test]
fn every_field_has_a_name_and_every_mistake_is_told_where_it_is() {
    for (name, page) in forms() {
        let ids = |start: &str| -> Vec<String> {
            page.split(start).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
        };
        for id in ids("<input id=\"").into_iter().chain(ids("<textarea id=\"")) {
            assert!(page.contains(&format!("<label for=\"{id}\">")), "{name}: {id} has no label");
        }
        for id in ids("aria-describedby=\"").into_iter().chain(ids("aria-labelledby=\"")) {
            assert_eq!(page.matches(&format!("id=\"{id}\"")).count(), 1, "{name}: {id}");
        }
        let (alerts, invalid) = (page.matches("role=\"alert\"").count(), page.matches("aria-describedby").count());
        assert_eq!(alerts > 0, invalid > 0, "{name}: a mistake belongs to a field");
        assert_eq!(page.matches("<form").count(), page.matches("</form>").count(), "{name}");
        assert!(page.matches("<h1").count() == 1 && !page.contains("<script"), "{name}");
    }
}

fn part_of<'a>(page: &'a str, id: &str) -> Option<&'a str> {
    let found = page.split("<section").find(|part| part.contains(&format!("id=\"{id}\"")))?;
    found.split_once("</section>").map(|(part, _)| part)
}

#[test]
fn what_is_sent_back_is_shown_without_its_label_and_where_it_goes() {
    let shown = |kind| beside(kind, |_| Extras::default());
    let approved = shown(Kind::ReturnApproved);
    let kinds = [Kind::ReturnRequested, Kind::ReturnApproved, Kind::ReturnDeclined, Kind::ReturnReceived];
    let parts: Vec<String> = kinds
        .iter()
        .map(|kind| format!("=== {}\n<section{}", kind.name(), part_of(&shown(*kind), "returned").expect("a section")))
        .collect();
    insta::assert_snapshot!("returns", parts.join("\n"));
    for hidden in ["/label", "Kaistr", "20457"] {
        assert!(!approved.contains(hidden), "{hidden}");
    }
    assert_eq!(part_of(&shown(Kind::Delivered), "returned"), None);
}

/// Writes the pages to look at: `PAGES=/tmp/pages cargo test -p order-page pages_to_look_at`.
#[test]
fn pages_to_look_at() {
    let Ok(place) = std::env::var("PAGES") else { return };
    for (name, page) in forms() {
        std::fs::write(format!("{place}/{name}.html"), page).expect("written");
    }
}
