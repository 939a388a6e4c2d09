//! Signature vectors, what a webhook names, and the REST API with its empty answers and pages.

use domain::fact::{Checkout, Needs, OrderStatus, StorefrontFact};
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, settings, with_secrets};
use testing::talk;
use webhooks::delivery::{Proof, Rejection};
use webhooks::hint::Hint;
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;
use webhooks::source::{Ask, Found, Step};

use super::BigCommerce;

const SECRET: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
const BODY: &str = r#"{"scope":"store/order/statusUpdated","store_id":"1025646","data":{"type":"order","id":250,"status":{"previous_status_id":0,"new_status_id":11}},"hash":"7ee67cd1cf2ca60bc1aa9e5fe957d2de373be4ca","created_at":1561479335,"producer":"stores/abc123xyz"}"#;
const MAC: &str = "v1,kfd3/epFpPQV0MD8SdzdjZeiEawgbJ/7BVnD+OD1ChU=";
const TOKEN: &str = "a-token-of-32-random-bytes-or-so";

fn asked(headers: &[(&'static str, &str)], body: &str, settings: &Settings, at: i64) -> Result<Proof, Rejection> {
    let now = jiff::Timestamp::from_second(at).expect("in range");
    BigCommerce.verify(Recorded::new("bigcommerce", headers, body.as_bytes()).delivery(), settings, now)
}

fn signed(signature: &str, settings: &Settings, at: i64) -> Result<Proof, Rejection> {
    let headers =
        [("webhook-id", "msg_bc_0001"), ("webhook-timestamp", "1561479336"), ("webhook-signature", signature)];
    asked(&headers, BODY, settings, at)
}

fn is_order(proof: &Result<Proof, Rejection>) -> bool {
    matches!(proof, Ok(Proof::Hints(hints)) if hints[..] == [Hint::new("order", &["250"]).expect("plain")])
}

fn store(hash: &str) -> Settings {
    let settings: Settings = serde_json::from_value(json!({"store_hash": hash})).expect("settings");
    settings.with_secrets(&[SECRET, TOKEN])
}

#[test]
fn vectors_are_genuine_by_the_secrets_own_text() {
    let settings = with_secrets(&["older", SECRET]);
    assert!(is_order(&signed(MAC, &settings, 1_561_479_336)));
    assert!(is_order(&signed(&format!("v1,AAAA v2,x {MAC}"), &settings, 1_561_479_336)));
    // With the secret decoded as hexadecimal.
    let hex = signed("v1,71HFZihjwnFcEv3KJtMQ/w711Ii8pqqljlnsYVkOAZw=", &settings, 1_561_479_336);
    assert_eq!(hex.err(), Some(Rejection::Forged));
    assert_eq!(signed(MAC, &settings, 1_561_479_336 + 360).err(), Some(Rejection::Stale));
}

#[test]
fn a_header_of_the_hooks_own_is_enough() {
    let token = |token: &str| asked(&[("x-hook-token", token)], BODY, &store("abc123xyz"), 0);
    assert!(is_order(&token(TOKEN)));
    assert_eq!(token("another").err(), Some(Rejection::Forged));
    assert_eq!(token("").err(), Some(Rejection::Forged));
    assert_eq!(asked(&[], BODY, &store("abc123xyz"), 0).err(), Some(Rejection::Missing));
    let twice = [("x-hook-token", TOKEN), ("x-hook-token", TOKEN)];
    assert_eq!(asked(&twice, BODY, &store("abc123xyz"), 0).err(), Some(Rejection::Missing));
    assert_eq!(asked(&twice[..1], BODY, &with_secrets(&[]), 0).err(), Some(Rejection::NoSecret));
    // Signed by an account whose secret we do not have.
    let both = |token: &'static str| {
        let signed = [("webhook-id", "m"), ("webhook-timestamp", "1561479336"), ("webhook-signature", MAC)];
        asked(&[signed.as_slice(), &[("x-hook-token", token)]].concat(), BODY, &store("abc123xyz"), 1_561_479_336)
    };
    assert!(is_order(&both(TOKEN)));
    assert_eq!(both("another").err(), Some(Rejection::Forged));
}

#[test]
fn another_stores_webhook_is_foreign() {
    assert!(is_order(&signed(MAC, &store("abc123xyz"), 1_561_479_336)));
    assert_eq!(signed(MAC, &store("abc123xy"), 1_561_479_336).err(), Some(Rejection::Foreign));
    let nobody = asked(&[("x-hook-token", TOKEN)], r#"{"scope":"store/order/created"}"#, &store("abc123xyz"), 0);
    assert_eq!(nobody.err(), Some(Rejection::Foreign));
}

#[test]
fn a_webhook_names_its_order_or_nothing_or_is_kept_unread() {
    let told = |body: &Value| match asked(&[("x-hook-token", TOKEN)], &body.to_string(), &with_secrets(&[TOKEN]), 0) {
        Ok(Proof::Hints(hints)) => format!("{} {}", hints[0].what, hints[0].id(0)),
        Ok(Proof::Answer(_)) => "nothing".to_owned(),
        Ok(Proof::Signed(_)) => "unread".to_owned(),
        other => panic!("{other:?}"),
    };
    let event = |scope: &str, data: Value| told(&json!({"scope": scope, "data": data}));
    assert_eq!(event("store/order/created", json!({"type": "order", "id": "250"})), "order 250");
    assert_eq!(event("store/order/transaction/created", json!({"type": "transaction", "order_id": 250})), "order 250");
    assert_eq!(event("store/channel/2/order/created", json!({"order_id": 250})), "order 250");
    assert_eq!(event("store/channel/2/cart/created", json!({"id": "x"})), "nothing");
    assert_eq!(event("store/product/updated", json!({"type": "product", "id": 7})), "nothing");
    assert_eq!(event("store/hook/deliveryException", json!({"error_code": 90002})), "nothing");
    for unread in [json!({"type": "order", "id": "../x"}), json!({"type": "order"}), json!([])] {
        assert_eq!(event("store/order/created", unread), "unread");
    }
    assert_eq!(event("store/shipment/created", json!({"type": "shipment", "id": 12})), "unread");
    assert_eq!(told(&json!("no envelope")), "unread");
    let error = BigCommerce.interpret(&Recorded::new("bigcommerce", &[], b"").proved(b"{}"), &Settings::default());
    assert_eq!(error.expect_err("unreadable").to_string(), "`order` is missing or of another kind");
}

fn whole() -> Value {
    serde_json::from_slice(&one("checkout-webhook", "bigcommerce.order.fetched").body).expect("JSON")
}

#[track_caller]
fn checkout(changes: &[(&str, Value)], own: Value) -> Checkout {
    let mut whole = whole();
    for (path, value) in changes {
        let (parent, key) = path.rsplit_once('/').expect("a path");
        whole.pointer_mut(parent).expect("a parent")[key] = value.clone();
    }
    let settings: Settings = serde_json::from_value(own).expect("settings");
    let delivery = Recorded::new("bigcommerce", &[], b"");
    match BigCommerce.interpret(&delivery.proved(whole.to_string().as_bytes()), &settings).expect("readable").remove(0)
    {
        StorefrontFact::Checkout(checkout) => *checkout,
        other => panic!("{other:?}"),
    }
}

#[test]
fn statuses_are_told_by_their_ids() {
    let status = |id: Value| checkout(&[("/order/status_id", id)], json!({})).status;
    assert_eq!(status(json!(7)), Some(OrderStatus::Pending));
    assert_eq!(status(json!("5")), Some(OrderStatus::Cancelled));
    assert_eq!(status(json!(13)), Some(OrderStatus::OnHold));
    assert_eq!(status(json!(99)), None);
    let own = json!({"status_map": {"9": "on_hold", "99": "completed"}});
    assert_eq!(checkout(&[("/order/status_id", json!(99))], own).status, Some(OrderStatus::Completed));
    assert_eq!(checkout(&[("/order/is_deleted", json!(true))], json!({})).status, Some(OrderStatus::Deleted));
}

#[test]
fn amounts_have_the_currency_that_was_paid_and_the_tax_as_it_was_shown() {
    let currency = |own: Value| checkout(&[], own).document.currency.code().to_owned();
    assert_eq!(currency(json!({})), "USD");
    assert_eq!(currency(json!({"amounts_in": "currency_code"})), "CAD");
    let shown = |changes: &[(&str, Value)], own: Value| {
        let document = checkout(changes, own).document;
        let amounts = document.amounts;
        let tax = if amounts.tax_included { 0 } else { amounts.tax };
        let lines: i64 = document.lines.iter().map(|line| line.total).sum();
        let sum = lines + amounts.shipping + amounts.fees + tax + amounts.rounding - amounts.discount;
        assert_eq!(sum, document.total);
        (amounts.tax_included, lines)
    };
    assert_eq!(shown(&[], json!({})), (false, 4000));
    assert_eq!(shown(&[], json!({"tax_included": "yes"})), (true, 4320));
    assert_eq!(shown(&[("/products/0/base_price", json!(21.6))], json!({})), (true, 4320));
    assert_eq!(shown(&[("/products/0/base_price", json!("15.0000"))], json!({})), (false, 4000));
    let entered_with_tax = [("/order/is_tax_inclusive_pricing", json!(true))];
    assert_eq!(shown(&entered_with_tax, json!({})), (true, 4320), "whatever `base_price` looks like");
    assert_eq!(shown(&entered_with_tax, json!({"tax_included": "no"})), (false, 4000));
    assert_eq!(shown(&[("/order/total_inc_tax", json!("34.2000"))], json!({})), (false, 4000));
    let floats = [("/order/total_inc_tax", json!(44.199_999_999_999_996)), ("/order/coupon_discount", json!(4))];
    assert_eq!(shown(&floats, json!({})), (false, 4000));
}

#[test]
fn no_chosen_way_of_shipping_is_not_called_so() {
    let method = |name: &str| {
        checkout(&[("/shipping_addresses/0/shipping_method", json!(name))], json!({})).document.shipping_method
    };
    assert_eq!(method("None"), None);
    assert_eq!(method("Courier").as_deref(), Some("Courier"));
}

#[test]
fn what_is_fetched_at_the_counter_is_no_parcel() {
    let needs = |changes: &[(&str, Value)]| checkout(changes, json!({})).document.lines[0].needs;
    assert_eq!(needs(&[("/order/status_id", json!(8))]), Needs::Pickup);
    assert_eq!(needs(&[("/shipping_addresses", json!([{"shipping_method": "Pick-up in store"}]))]), Needs::Pickup);
    assert_eq!(needs(&[("/order/payment_status", json!(""))]), Needs::Shipping);
}

#[test]
fn what_is_paid_in_cash_is_paid_when_the_merchant_says_so() {
    let paid = |changes: &[(&str, Value)], own: Value| checkout(changes, own).document.is_paid();
    let cash = ("/order/payment_status", json!(""));
    assert!(paid(&[], json!({})) && !paid(std::slice::from_ref(&cash), json!({})));
    assert!(paid(std::slice::from_ref(&cash), json!({"paid_by_status": "yes"})));
    assert!(!paid(&[cash, ("/order/status_id", json!(7))], json!({"paid_by_status": "yes"})));
    assert!(!paid(&[("/order/payment_status", json!("authorized"))], json!({"paid_by_status": "yes"})));
}

/// Their API by the documentation: 204 for what is empty, and the last page again behind it.
fn api(order: Value) -> impl Fn(&Ask) -> (u16, String) {
    move |ask: &Ask| {
        let path = ask.url.strip_prefix("https://api.bigcommerce.com/stores/abc123xyz/").expect("the store's own");
        let header =
            |name: &str| ask.headers.iter().find(|(known, _)| *known == name).map(|(_, v)| v.reveal().as_str());
        assert_eq!((header("accept"), header("x-auth-token")), (Some("application/json"), Some("bc-test-token")));
        match path {
            "v2/orders/250" => (200, order.to_string()),
            "v2/orders/250/products?limit=250&page=1" => (200, whole()["products"].to_string()),
            "v2/orders/250/shipping_addresses?limit=250&page=1" => (200, whole()["shipping_addresses"].to_string()),
            "v2/orders/250/shipments?limit=250&page=1" => (204, String::new()),
            "v3/orders/250/payment_actions/refunds" => (200, r#"{"data":[],"meta":{}}"#.to_owned()),
            other => panic!("{other}"),
        }
    }
}

#[test]
fn an_order_is_fetched_with_its_parts() {
    let settings = settings("bigcommerce");
    let hint =
        |ids: &[&str]| Hint::new(if ids.len() > 1 { "order without shipment" } else { "order" }, ids).expect("plain");
    let bodies = talk::bodies(&BigCommerce, &hint(&["250"]), &settings, api(whole()["order"].clone()));
    assert_eq!(serde_json::from_str::<Value>(&bodies[0]).expect("JSON"), whole());
    let bodies = talk::bodies(&BigCommerce, &hint(&["250", "13"]), &settings, api(whole()["order"].clone()));
    assert_eq!(serde_json::from_str::<Value>(&bodies[0]).expect("JSON")["gone"], json!("13"));

    let asked =
        |answer: (u16, &'static str)| talk::fetched(&BigCommerce, &hint(&["250"]), &settings, move |_: &Ask| answer);
    assert_eq!(asked((404, "")), Ok(Step::Gone));
    assert_eq!(asked((200, r#"{"id":250,"status_id":0}"#)), Ok(Step::Gone));
    for strange in ["<?xml version=\"1.0\"?><order/>", "", "[]", "{"] {
        assert!(asked((200, strange)).is_err(), "{strange}");
    }
    assert!(talk::fetched(&BigCommerce, &hint(&["250"]), &store("abc123xyz"), |_: &Ask| (200, "{}")).is_err());
    assert!(talk::fetched(&BigCommerce, &hint(&["250"]), &store("../x"), |_: &Ask| (200, "{}")).is_err());
}

#[test]
fn a_large_order_is_fetched_to_its_last_line() {
    let line = |id: usize| json!({"id": id, "quantity": 1});
    let page = |ask: &Ask| -> (u16, String) {
        match ask.url.split_once("/products?limit=250&page=") {
            // They allow less than was asked for, and answer with the last page for ever.
            Some((_, page)) => {
                let from = 60 * (page.parse::<usize>().expect("a number").min(2) - 1);
                (200, json!((from..from + 60).map(line).collect::<Vec<_>>()).to_string())
            }
            None if ask.url.ends_with("v2/orders/250") => (200, whole()["order"].to_string()),
            None => (204, String::new()),
        }
    };
    let hint = Hint::new("order", &["250"]).expect("plain");
    let bodies = talk::bodies(&BigCommerce, &hint, &settings("bigcommerce"), page);
    let body: Value = serde_json::from_str(&bodies[0]).expect("JSON");
    assert_eq!(body["products"].as_array().map(Vec::len), Some(120));
}

#[test]
fn changes_are_listed_page_by_page_to_the_end() {
    let settings = settings("bigcommerce");
    let window = talk::window("2026-09-21T14:00:00Z", "2026-09-21T15:00:00Z");
    let api = |ids: fn(usize) -> std::ops::Range<usize>| {
        move |ask: &Ask| {
            let filter =
                "v2/orders?min_date_modified=2026-09-21T14%3A00%3A00Z&max_date_modified=2026-09-21T15%3A00%3A00Z";
            let rest = ask.url.split_once(filter).and_then(|(_, rest)| rest.strip_prefix("&min_id="));
            let from =
                rest.and_then(|rest| rest.strip_suffix("&sort=id%3Aasc&limit=250")).expect("the documented fields");
            let order = |id: usize| json!({"id": id, "status_id": usize::from(id != 3) * 11});
            let orders: Vec<Value> = ids(from.parse().expect("an id")).map(order).collect();
            if orders.is_empty() { (204, String::new()) } else { (200, json!(orders).to_string()) }
        }
    };
    let found = |ids: fn(usize) -> std::ops::Range<usize>| {
        let found = talk::listed(&BigCommerce, window, &settings, api(ids)).expect("credentials")?;
        let ids = found.iter().map(|one| match one {
            Found::Hint(hint) if hint.what == "order" => hint.id(0).parse::<usize>().expect("an id"),
            other => panic!("{other:?}"),
        });
        Ok::<_, webhooks::source::Stuck>(ids.collect::<std::collections::BTreeSet<_>>().len())
    };
    assert_eq!(found(|_| 0..0), Ok(0));
    assert_eq!(found(|_| 1..8), Ok(6));
    // A page is as large as they like; whether the first id is part of it, they may say either way.
    assert_eq!(found(|from| from.max(1)..(from + 60).min(151)), Ok(149));
    assert_eq!(found(|from| from + 1..(from + 61).min(151)), Ok(149));
    assert_eq!(found(|from| from.max(1)..(from + 60).min(120)), Ok(118));
    // If they did not start where we ask, the list would be no list.
    assert!(found(|_| 1..61).is_err());
    assert!(talk::listed(&BigCommerce, window, &settings, |_: &Ask| (200, "<orders/>")).expect("credentials").is_err());
    assert!(talk::listed(&BigCommerce, window, &store("abc123xyz"), |_: &Ask| (200, "[]")).is_none());
}
