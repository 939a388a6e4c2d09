//! The vector of the extension's signature, what its numbers mean, and what it is asked.

use std::cell::RefCell;

use domain::fact::{Checkout, Needs, OrderStatus, StorefrontFact};
use serde_json::{Value, json};
use testing::recorded::{Recorded, SIGNED_AT, one, settings, signed_at, with_secrets};
use testing::talk;
use webhooks::delivery::{Proof, Rejection, Unreadable};
use webhooks::hint::Hint;
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;
use webhooks::source::{Ask, Found, Source, Step, Window};

use super::OpenCart;

fn body() -> Value {
    serde_json::from_slice(&one("checkout-webhook", "opencart.order.history_added").body).expect("JSON")
}

fn with(changes: &[(&str, Value)]) -> Value {
    let mut body = body();
    for (path, value) in changes {
        let (parent, key) = path.rsplit_once('/').expect("a path");
        body.pointer_mut(parent).expect("a parent")[key] = value.clone();
    }
    body
}

fn read(body: &Value, settings: &Settings) -> Result<Vec<StorefrontFact>, Unreadable> {
    OpenCart.interpret(&Recorded::new("opencart", &[], b"").proved(body.to_string().as_bytes()), settings)
}

#[track_caller]
fn checkout(body: &Value, settings: &Settings) -> Checkout {
    match read(body, settings).expect("readable").swap_remove(0) {
        StorefrontFact::Checkout(checkout) => *checkout,
        other => panic!("{other:?}"),
    }
}

fn own(json: Value) -> Settings {
    serde_json::from_value(json).expect("settings")
}

#[test]
fn the_vector_is_genuine_and_its_retry_too() {
    let secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    let body = r#"{"type":"order.history_added","order_id":1042,"order_status_id":2}"#;
    let ask = |timestamp: &str, signature: &str, now: i64| {
        let headers =
            [("webhook-id", "oc_1042_3381"), ("webhook-timestamp", timestamp), ("webhook-signature", signature)];
        let now = jiff::Timestamp::from_second(now).expect("in range");
        OpenCart.verify(Recorded::new("opencart", &headers, body.as_bytes()).delivery(), &with_secrets(&[secret]), now)
    };
    let signature = "v1,+4jWIPK4D8ajnWXu9NJQ2KYjbtB6jqei+NSHh15vSe4=";
    assert!(matches!(ask("1756900000", signature, 1_756_900_000), Ok(Proof::Signed(_))));
    assert_eq!(ask("1756900000", signature, 1_756_900_301).err(), Some(Rejection::Stale));
    // Each attempt is signed at its own time: the time of another is forged.
    assert_eq!(ask("1756900060", signature, 1_756_900_060).err(), Some(Rejection::Forged));
}

#[test]
fn numbers_of_statuses_are_read_and_the_shops_own_go_first() {
    let settings = own(json!({"status_map": {"17": "on_hold", "5": "processing"}}));
    let status = |number: Value| {
        checkout(
            &with(&[
                ("/order/order_status_id", number),
                ("/store/processing_status_ids", json!([2, "18"])),
                ("/store/complete_status_ids", json!([19, 1])),
            ]),
            &settings,
        )
        .status
    };
    for (number, ours) in [
        (1, Some(OrderStatus::Pending)),
        (2, Some(OrderStatus::Processing)),
        (3, Some(OrderStatus::Processing)),
        (4, None),
        (5, Some(OrderStatus::Processing)),
        (6, None),
        (7, Some(OrderStatus::Cancelled)),
        (8, Some(OrderStatus::Failed)),
        (9, Some(OrderStatus::OnHold)),
        (10, Some(OrderStatus::Failed)),
        (11, Some(OrderStatus::Refunded)),
        (12, Some(OrderStatus::Refunded)),
        (13, Some(OrderStatus::OnHold)),
        (14, Some(OrderStatus::Cancelled)),
        (15, Some(OrderStatus::Processing)),
        (16, Some(OrderStatus::Cancelled)),
        (17, Some(OrderStatus::OnHold)),
        (18, Some(OrderStatus::Processing)),
        (19, Some(OrderStatus::Completed)),
        (20, None),
    ] {
        assert_eq!(status(json!(number)), ours, "{number}");
        assert_eq!(status(json!(number.to_string())), ours, "{number}");
    }
    assert_eq!(status(json!("Processing")), None, "names differ by language");
    assert_eq!(
        checkout(&with(&[("/order/order_status_id", json!(5))]), &Settings::default()).status,
        Some(OrderStatus::Completed)
    );
}

#[test]
fn an_order_that_is_edited_is_not_cancelled() {
    for number in [json!(0), json!("0")] {
        for kind in ["order.history_added", "order.deleted"] {
            let void = with(&[("/order/order_status_id", number.clone()), ("/type", json!(kind))]);
            assert_eq!(read(&void, &Settings::default()), Ok(Vec::new()));
        }
    }
    assert_eq!(read(&with(&[("/type", json!("order.viewed"))]), &Settings::default()), Ok(Vec::new()));
}

#[test]
fn shipped_is_what_the_shop_calls_so() {
    let shipped = |number: i64, settings: &Settings| {
        read(&with(&[("/order/order_status_id", json!(number))]), settings).expect("readable").len() == 2
    };
    let settings = own(json!({"shipped": "21, 22"}));
    assert_eq!([shipped(3, &Settings::default()), shipped(2, &Settings::default())], [true, false]);
    assert_eq!([shipped(3, &settings), shipped(21, &settings), shipped(22, &settings)], [false, true, true]);
    assert!(!shipped(3, &own(json!({"status_map": {"3": "on_hold"}}))));
}

#[test]
fn paid_is_said_once_a_method_that_takes_money_has_released_the_order() {
    let paid = |code: &str, status: i64, histories: Value| {
        let changes = [
            ("/order/payment/code", json!(code)),
            ("/order/order_status_id", json!(status)),
            ("/order/histories", histories),
        ];
        checkout(&with(&changes), &Settings::default()).document.paid_at.map(|at| at.to_string())
    };
    let history = |status: i64, at: &str| json!({"order_status_id": status, "occurred_at": at});
    let (one, two, three) = ("2026-09-21T10:00:00Z", "2026-09-21T11:00:00Z", "2026-09-21T12:00:00Z");
    let all = json!([history(1, one), history(2, two), history(3, three)]);
    assert_eq!(paid("stripe.stripe", 3, all.clone()).as_deref(), Some(two));
    for later in ["cod.cod", "cod", "bank_transfer.bank_transfer", "cheque.cheque", "free_checkout.free_checkout"] {
        assert_eq!(paid(later, 3, all.clone()), None, "{later}");
    }
    assert_eq!(paid("stripe.stripe", 1, json!([history(1, one)])), None);
    assert_eq!(paid("stripe.stripe", 10, all), None);
    assert_eq!(paid("stripe.stripe", 2, json!([])), None);
}

#[test]
fn amounts_add_up_in_the_customers_currency() {
    let totals = |parts: &[(&str, &str)]| {
        Value::Array(parts.iter().map(|(code, value)| json!({"code": code, "value": value})).collect())
    };
    for (currency, rate, total, parts) in [
        ("EUR", "0.92000000", "71.4000", body()["order"]["totals"].clone()),
        ("EUR", "1.00000000", "60.0000", totals(&[("sub_total", "60"), ("total", "60")])),
        ("JPY", "149.87512345", "68.9999", totals(&[("shipping", "5.5555"), ("tax", "3.4444")])),
        ("KWD", "0.30765432", "50.0000", totals(&[("credit", "-10.0000"), ("low_order_fee", "0.3333")])),
        ("EUR", "0.92000000", "0.0000", totals(&[("voucher", "-60.0000")])),
        ("EUR", "0.92000000", "90.0000", json!([])),
    ] {
        let changes = [
            ("/order/currency_code", json!(currency)),
            ("/order/currency_value", json!(rate)),
            ("/order/total", json!(total)),
            ("/order/totals", parts),
        ];
        let document = checkout(&with(&changes), &Settings::default()).document;
        let amounts = document.amounts;
        let lines: i64 = document.lines.iter().map(|line| line.total).sum();
        let sum = lines + amounts.shipping + amounts.fees + amounts.tax + amounts.rounding - amounts.discount;
        assert_eq!(sum, document.total, "{currency} {rate}");
        assert!(amounts.rounding.abs() <= 6 && amounts.discount >= 0 && amounts.fees >= 0, "{amounts:?}");
    }
    let error = |path: &str, value: Value| {
        read(&with(&[(path, value)]), &Settings::default()).expect_err("unreadable").to_string()
    };
    assert!(error("/order/currency_value", json!(null)).contains("`order.currency_value`"));
    assert!(error("/order/total", json!("1e3")).contains("`order.total`"));
    assert!(error("/order/currency_code", json!("XYZW")).contains("`order.currency_code`"));
}

#[test]
fn what_people_wrote_is_text() {
    let changes = [
        ("/order/products/0/name", json!("Salt &amp; <b>Pepper</b>")),
        ("/order/customer/firstname", json!("O'Brien")),
        ("/order/products/0/shipping", json!("0")),
        ("/order/payment/code", json!("cod.cod")),
        ("/order/marketing/marketing_id", json!(0)),
    ];
    let document = checkout(&with(&changes), &Settings::default()).document;
    assert_eq!((document.lines[0].name.as_str(), document.lines[0].needs), ("Salt & Pepper", Needs::Nothing));
    assert_eq!(document.payment_method.map(|method| method.code).as_deref(), Some("cod"));
    assert_eq!(document.attribution.get("tracking").map(String::as_str), Some("spring"));
}

#[test]
fn the_store_is_told() {
    let told =
        |name: &str| OpenCart.shop(&Recorded::new("opencart", &[], b"").proved(&one("checkout-webhook", name).body));
    assert_eq!(told("opencart.order.history_added").as_deref(), Some("0"));
    assert_eq!(told("opencart.order.history_added.pickup").as_deref(), Some("1"));
}

fn window() -> Window {
    let time = |second: i64| jiff::Timestamp::from_second(second).expect("in range");
    Window { from: time(SIGNED_AT - 3600), to: time(SIGNED_AT) }
}

fn asked(ask: &Ask, name: &str) -> String {
    let query = ask.url.split_once('?').map_or("", |(_, query)| query);
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(known, _)| *known == name).map(|(_, value)| value.to_owned()).expect("a parameter")
}

/// The extension: proves each question as ours prove its own, and answers by numbers.
fn answer(ask: &Ask, orders: &[u64]) -> (u16, String) {
    assert!(
        ask.url.starts_with("https://shop.example.com/index.php?route=extension%2Ftidings%2Fmodule%2Ftidings.since&")
    );
    let header =
        |name: &str| ask.headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.reveal().clone());
    let [from, to, after, limit] = ["from", "to", "after", "limit"].map(|name| asked(ask, name));
    let message = format!("since.{from}.{to}.{after}.{limit}");
    let headers: Vec<(&'static str, String)> = ["webhook-id", "webhook-timestamp", "webhook-signature"]
        .into_iter()
        .map(|name| (name, header(name).expect("signed")))
        .collect();
    let headers: Vec<(&'static str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let question = Recorded::new("opencart", &headers, message.as_bytes());
    assert!(webhooks::standard::verify(question.delivery(), &settings("opencart"), signed_at()).is_ok());
    let [after, limit] = [&after, &limit].map(|text| text.parse::<u64>().expect("a number"));
    let found: Vec<u64> =
        orders.iter().copied().filter(|id| *id > after).take(usize::try_from(limit).expect("small")).collect();
    let events: Vec<Value> = found.iter().map(|id| with(&[("/order/order_id", json!(id))])).collect();
    let full = found.len() as u64 == limit;
    (200, json!({"events": events, "next": found.last().filter(|_| full)}).to_string())
}

#[test]
fn changes_are_listed_to_the_last_one() {
    for count in [0, 1, 49, 50, 51, 100, 120] {
        let orders: Vec<u64> = (1..=count).map(|id| id * 3).collect();
        let ids = RefCell::new(std::collections::BTreeSet::new());
        let api = |ask: &Ask| {
            let id = ask.headers.iter().find(|(name, _)| *name == "webhook-id").expect("an id");
            assert!(ids.borrow_mut().insert(id.1.reveal().clone()), "each question has an id of its own");
            assert_eq!([asked(ask, "from"), asked(ask, "to")], ["1789996400", "1790000000"]);
            answer(ask, &orders)
        };
        let found = talk::listed(&OpenCart, window(), &settings("opencart"), api).expect("a list").expect("no failure");
        let number = |found: Found| match found {
            Found::Delivery(body) => {
                let facts =
                    OpenCart.interpret(&Recorded::new("opencart", &[], b"").proved(&body), &Settings::default());
                let StorefrontFact::Checkout(checkout) = facts.expect("readable").swap_remove(0) else {
                    panic!("an order")
                };
                checkout.id.parse::<u64>().expect("a number")
            }
            Found::Hint(_) => panic!("whole orders"),
        };
        assert_eq!(found.into_iter().map(number).collect::<Vec<_>>(), orders);
    }
}

#[test]
fn one_order_is_fetched_by_its_number() {
    let fetch = |id: &str| {
        let hint = Hint::new("order", &[id]).expect("a hint");
        talk::fetched(&OpenCart, &hint, &settings("opencart"), |ask: &Ask| answer(ask, &[3, 6, 9]))
    };
    assert!(matches!(fetch("6"), Ok(Step::Done(bodies)) if bodies.len() == 1));
    assert_eq!([fetch("7"), fetch("10"), fetch("0"), fetch("x")], [const { Ok(Step::Gone) }; 4]);
}

#[test]
fn an_extension_that_is_not_there_stops_a_conversation() {
    for (status, text, named) in [
        (404, "<html>", "`api`"),
        (200, "<html>", "`events`"),
        (200, "[]", "`events`"),
        (200, r#"{"events":[],"next":0}"#, "`next`"),
        (200, r#"{"events":[],"next":7}"#, "`next`"),
    ] {
        let found = talk::listed(&OpenCart, window(), &settings("opencart"), |_: &Ask| (status, text)).expect("a list");
        let stuck = found.expect_err("stuck").to_string();
        assert!(stuck.contains(named), "{stuck}");
    }
    let none = |json: Value| talk::listed(&OpenCart, window(), &own(json), |_: &Ask| (200, "{}")).is_none();
    assert!(none(json!({"secrets": ["whsec_AAAA"]})) && none(json!({"api": "https://shop.example.com"})));
    let unusable = own(json!({"api": "https://shop.example.com", "secrets": ["not base64!"]}));
    assert!(talk::listed(&OpenCart, window(), &unusable, |_: &Ask| (200, "{}")).expect("a list").is_err());
    assert_eq!(Source::name(&OpenCart), Prover::name(&OpenCart));
}
