//! Orders as installations really show them, notifications, and conversations with the REST API.

use std::cell::RefCell;

use domain::fact::{Checkout, Fulfilment, Needs, OrderStatus, StorefrontFact};
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, settings, signed_at};
use testing::talk;
use webhooks::delivery::{Proof, Rejection, Unreadable};
use webhooks::hint::Hint;
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;
use webhooks::source::{Ask, Found, Source, Step, Window};

use super::Magento;

const SECRET: &str = "whsec_dGlkaW5ncy10ZXN0LXNlY3JldC0wMTIzNDU2Nzg5";

fn body(name: &str) -> Value {
    serde_json::from_slice(&one("checkout-webhook", &format!("{name}.fetched")).body).expect("JSON")
}

fn with(changes: &[(&str, Value)]) -> Value {
    let mut body = body("magento.order");
    for (path, value) in changes {
        let (parent, key) = path.rsplit_once('/').expect("a path");
        body.pointer_mut(parent).expect("a parent")[key] = value.clone();
    }
    body
}

fn read(body: &Value, settings: &Settings) -> Result<Vec<StorefrontFact>, Unreadable> {
    Magento.interpret(&Recorded::new("magento", &[], b"").proved(body.to_string().as_bytes()), settings)
}

#[track_caller]
fn checkout(body: &Value, settings: &Settings) -> Checkout {
    match read(body, settings).expect("readable").swap_remove(0) {
        StorefrontFact::Checkout(checkout) => *checkout,
        other => panic!("{other:?}"),
    }
}

fn fulfilments(body: &Value) -> Vec<Fulfilment> {
    let facts = read(body, &Settings::default()).expect("readable").into_iter().skip(1);
    let fulfilment = |fact| match fact {
        StorefrontFact::Fulfilment(fulfilment) => *fulfilment,
        other => panic!("{other:?}"),
    };
    facts.map(fulfilment).collect()
}

fn own(json: Value) -> Settings {
    serde_json::from_value(json).expect("settings")
}

#[track_caller]
fn noticed(headers: &[(&'static str, &str)], body: &str) -> Result<Proof, Rejection> {
    Magento.verify(Recorded::new("magento", headers, body.as_bytes()).delivery(), &settings("magento"), signed_at())
}

/// What a notification with the secret as it is makes us fetch.
#[track_caller]
fn fetched(body: &Value) -> Option<String> {
    match noticed(&[("x-hook-token", SECRET)], &body.to_string()) {
        Ok(Proof::Hints(hints)) => hints.first().map(|hint| format!("{} {}", hint.what, hint.id(0))),
        Ok(Proof::Answer(_)) => None,
        Ok(Proof::Signed(kept)) => {
            let error = Magento.interpret(&kept, &Settings::default()).expect_err("no order").to_string();
            assert!(error.contains("`entity_id`"), "{error}");
            Some("kept".to_owned())
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_notification_shows_a_secret_or_signs() {
    let body = r#"{"event":"Update Order","entity_id":42}"#;
    assert!(matches!(noticed(&[("x-hook-token", SECRET)], body), Ok(Proof::Hints(_))));
    for (headers, why) in [
        (vec![], Rejection::Missing),
        (vec![("x-hook-token", SECRET), ("x-hook-token", SECRET)], Rejection::Missing),
        (vec![("x-hook-token", "")], Rejection::Forged),
        (vec![("x-hook-token", &SECRET[..SECRET.len() - 1])], Rejection::Forged),
        // One that is signed is measured by its signature.
        (vec![("x-hook-token", SECRET), ("webhook-signature", "v1,AAAA")], Rejection::Missing),
    ] {
        assert_eq!(noticed(&headers, body).err(), Some(why), "{headers:?}");
    }
    let nothing = Settings::default().with_secrets(&[""]);
    let delivery = Recorded::new("magento", &[("x-hook-token", "")], body.as_bytes());
    assert_eq!(Magento.verify(delivery.delivery(), &nothing, signed_at()).err(), Some(Rejection::NoSecret));
}

#[test]
fn what_is_genuine_and_cannot_be_read_is_kept_and_says_so() {
    let Ok(Proof::Signed(kept)) = noticed(&[("x-hook-token", SECRET)], "{\"entity_id\":") else { panic!("kept") };
    let error = Magento.interpret(&kept, &Settings::default()).expect_err("unreadable").to_string();
    assert!(error.starts_with("not the JSON we know"), "{error}");
}

#[test]
fn a_notification_names_an_order_or_what_belongs_to_one() {
    for (body, hint) in [
        (json!({"entity_id": 42}), Some("order 42")),
        (json!({"type": "order.updated", "entity_id": "42"}), Some("order 42")),
        (json!({"event": "New Order Comment", "entity_id": 5, "parent_id": 42}), Some("order 42")),
        (json!({"event": "sales_order_save_commit_after", "entity_id": 42}), Some("order 42")),
        (json!({"event": "sales_order_status_history_save_after", "entity_id": 5, "parent_id": 42}), Some("order 42")),
        (
            json!({"event": "checkout_submit_all_after", "quote": {"entity_id": 7}, "order": {"entity_id": 42}}),
            Some("order 42"),
        ),
        (json!({"event": "New Shipment", "entity_id": 7}), Some("shipment 7")),
        (json!({"event": "New Shipment", "entity_id": 7, "order_id": 42}), Some("order 42")),
        (json!({"type": "sales_order_shipment_track_save_after", "entity_id": 12, "parent_id": 7}), Some("shipment 7")),
        (json!({"type": "New Credit Memo", "entity_id": 3}), Some("creditmemo 3")),
        (json!({"type": "sales_order_invoice_save_after", "entity_id": 31}), Some("invoice 31")),
        (json!({"type": "customer_save_after", "entity_id": 9}), None),
        (json!({"type": "order.updated"}), Some("kept")),
        (json!({"entity_id": "../admin"}), Some("kept")),
        (json!({"entity_id": "4 2"}), Some("kept")),
        (json!({"entity_id": 0}), Some("kept")),
        (json!({"entity_id": -1}), Some("kept")),
        (json!({"entity_id": "99999999999999999999"}), Some("kept")),
    ] {
        assert_eq!(fetched(&body).as_deref(), hint, "{body}");
    }
}

#[test]
fn the_state_counts_unless_the_shop_explains_its_status() {
    let map = own(json!({"status_map": {"packing": "processing", "lost_in_mail": "on_hold"}}));
    let status = |state: &str, label: &str| {
        checkout(&with(&[("/order/state", json!(state)), ("/order/status", json!(label))]), &map).status
    };
    for (state, label, ours) in [
        ("new", "pending", Some(OrderStatus::Pending)),
        ("pending_payment", "pending_paypal", Some(OrderStatus::Pending)),
        ("payment_review", "payment_review", Some(OrderStatus::OnHold)),
        ("processing", "processing", Some(OrderStatus::Processing)),
        ("processing", "fraud", Some(OrderStatus::OnHold)),
        ("processing", "unheard_of", Some(OrderStatus::Processing)),
        ("new", "packing", Some(OrderStatus::Processing)),
        ("complete", "lost_in_mail", Some(OrderStatus::OnHold)),
        ("complete", "complete", Some(OrderStatus::Completed)),
        ("closed", "closed", Some(OrderStatus::Refunded)),
        ("canceled", "canceled", Some(OrderStatus::Cancelled)),
        ("canceled", "fraud", Some(OrderStatus::Cancelled)),
        ("holded", "holded", Some(OrderStatus::OnHold)),
        ("teleported", "x", None),
        ("", "", None),
    ] {
        assert_eq!(status(state, label), ours, "{state} {label}");
    }
}

#[test]
fn amounts_add_up_to_the_total_with_tax_shown_or_not() {
    // A discount off prices with tax: 11.90 off 119.00, of which 1.90 is tax.
    let discounted = [
        ("/order/items/0/row_total", json!(100)),
        ("/order/items/0/row_total_incl_tax", json!("119.0000")),
        ("/order/discount_amount", json!("-11.9000")),
        ("/order/discount_tax_compensation_amount", json!(1.9)),
        ("/order/tax_amount", json!(17.1)),
        ("/order/shipping_amount", json!(0)),
        ("/order/shipping_incl_tax", json!(0)),
        ("/order/grand_total", json!(107.1)),
    ];
    let gross = own(json!({"prices_include_tax": "yes"}));
    for (settings, line, discount) in [(&Settings::default(), 10000, 1000), (&gross, 11900, 1190)] {
        let document = checkout(&with(&discounted), settings).document;
        assert_eq!((document.lines[0].total, document.amounts.discount), (line, discount));
        assert_eq!((document.amounts.rounding, document.amounts.fees, document.amounts.tax), (0, 0, 1710));
    }
    for settings in [Settings::default(), gross, own(json!({"prices_include_tax": true}))] {
        for changes in [vec![], vec![("/order/grand_total", json!(49.199_999_999_999_996))], discounted.to_vec()] {
            let document = checkout(&with(&changes), &settings).document;
            let amounts = document.amounts;
            let lines: i64 = document.lines.iter().map(|line| line.total).sum();
            let tax = if amounts.tax_included { 0 } else { amounts.tax };
            let sum = lines + amounts.shipping + amounts.fees + tax + amounts.rounding - amounts.discount;
            assert_eq!(sum, document.total, "{changes:?}");
        }
    }
    let yen = checkout(&with(&[("/order/order_currency_code", json!("JPY"))]), &Settings::default()).document;
    assert_eq!((yen.total, yen.lines[0].total), (72, 60));
}

#[test]
fn children_are_parts_and_not_lines() {
    let document = checkout(&body("magento.order.shipped"), &Settings::default()).document;
    let lines: Vec<_> = document.lines.iter().map(|line| (line.id.as_str(), line.quantity, line.total)).collect();
    assert_eq!(lines, [("101", 2, 6000), ("103", 1, 2000), ("106", 1, 250)]);
    // A bundle that has its parts' prices itself is not counted twice.
    let mut priced = body("magento.order.shipped");
    priced["order"]["items"][2]["row_total"] = json!(20);
    assert_eq!(checkout(&priced, &Settings::default()).document.lines[1].total, 2000);
}

#[test]
fn goods_are_shipped_fetched_or_neither() {
    let needs = |changes: &[(&str, Value)]| checkout(&with(changes), &Settings::default()).document.lines[0].needs;
    let method = "/order/extension_attributes/shipping_assignments/0/shipping/method";
    assert_eq!(needs(&[]), Needs::Shipping);
    assert_eq!(needs(&[(method, json!("instore_pickup"))]), Needs::Pickup);
    assert_eq!(needs(&[("/order/is_virtual", json!("1"))]), Needs::Nothing);
    assert_eq!(needs(&[("/order/items/1/product_type", json!("downloadable"))]), Needs::Nothing);
    let virtually = checkout(&body("magento.order.virtual"), &Settings::default()).document;
    assert_eq!((virtually.shipping, virtually.lines[0].needs), (None, Needs::Nothing));
}

#[test]
fn paid_is_said_once_all_is_paid_and_dated_by_the_invoice() {
    let paid = |changes: &[(&str, Value)]| {
        checkout(&with(changes), &Settings::default()).document.paid_at.map(|at| at.to_string())
    };
    let (invoices, noted) = (("/invoices", json!([])), ("/order/status_histories", json!([])));
    assert_eq!(paid(&[]).as_deref(), Some("2026-09-21T14:08:19Z"));
    assert_eq!(paid(&[("/invoices/0/state", json!(1))]).as_deref(), Some("2026-09-21T14:08:20Z"));
    assert_eq!(paid(&[invoices, noted]).as_deref(), Some("2026-09-21T14:03:20Z"));
    assert_eq!(paid(&[("/order/total_paid", json!(71.49))]), None);
    assert_eq!(paid(&[("/order/total_paid", json!(null))]), None);
    assert_eq!(paid(&[("/order/total_paid", json!(0)), ("/order/grand_total", json!(0))]), None);
}

#[test]
fn refunds_are_the_orders_sum_or_the_credit_memos() {
    let memo = |state: u8, total: &str| json!({"entity_id": 1, "state": state, "grand_total": total});
    let refunded = |order: Value, memos: Value| {
        let body = with(&[("/order/total_refunded", order), ("/creditmemos", memos)]);
        checkout(&body, &Settings::default()).document.refunded
    };
    assert_eq!(refunded(json!(null), json!([])), 0);
    assert_eq!(refunded(json!(10), json!([memo(2, "4.5"), memo(2, "8")])), 1250);
    assert_eq!(refunded(json!(20), json!([memo(2, "4.5"), memo(1, "60"), memo(3, "60")])), 2000);
}

#[test]
fn a_part_of_a_bundle_that_is_shipped_is_of_the_bundle() {
    let mut order = body("magento.order.shipped");
    order["order"]["items"][2]["qty_ordered"] = json!(3);
    order["order"]["items"][3]["qty_ordered"] = json!(6);
    order["shipments"][0]["items"] = json!([{"order_item_id": 104, "qty": "4.0000"}, {"order_item_id": 999, "qty": 1}]);
    let lines: Vec<_> = fulfilments(&order)[0].lines.iter().map(|line| (line.line.clone(), line.quantity)).collect();
    assert_eq!(lines, [("103".to_owned(), 2), ("999".to_owned(), 1)]);
}

#[test]
fn a_number_may_come_later_and_the_shipment_stays_itself() {
    let mut order = body("magento.order.shipped");
    order["shipments"][0]["tracks"] = json!([]);
    let before = fulfilments(&order);
    let after = fulfilments(&body("magento.order.shipped"));
    assert_eq!((before.len(), before[0].number.as_ref()), (1, None));
    assert_eq!(before[0].id, after[0].id);
    assert!(before[0].at < after[0].at);
}

fn decoded(text: &str) -> String {
    [("%5B", "["), ("%5D", "]"), ("%20", " "), ("%3A", ":"), ("%2C", ",")]
        .iter()
        .fold(text.to_owned(), |text, (code, plain)| text.replace(code, plain))
}

/// A parameter of a question.
fn asked(ask: &Ask, name: &str) -> Option<String> {
    let query = ask.url.split_once('?')?.1;
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(known, _)| decoded(known) == name).map(|(_, value)| decoded(value))
}

/// Answers a list as Magento does: filtered, sorted, and with its last page again past the last page.
fn listed(ask: &Ask, rows: &[Value]) -> (u16, String) {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let holds = |row: &Value, group: usize, place: usize| {
        let part =
            |part: &str| asked(ask, &format!("searchCriteria[filter_groups][{group}][filters][{place}][{part}]"));
        let (field, condition, wanted) = (part("field")?, part("condition_type")?, part("value")?);
        let have = text(&row[&field]);
        Some(match condition.as_str() {
            "eq" => have == wanted,
            "gt" => have.parse::<u64>().expect("an id") > wanted.parse().expect("an id"),
            "gteq" => have >= wanted,
            "lt" => have < wanted,
            other => panic!("{other}"),
        })
    };
    let group = |row: &Value, group: usize| {
        let all: Vec<bool> = (0..2).map_while(|place| holds(row, group, place)).collect();
        all.is_empty() || all.contains(&true)
    };
    let mut rows: Vec<&Value> = rows.iter().filter(|row| (0..4).all(|at| group(row, at))).collect();
    rows.sort_by_key(|row| row["entity_id"].as_u64());
    let number = |name: &str| asked(ask, name).and_then(|text| text.parse::<usize>().ok()).expect("a number");
    let size = number("searchCriteria[pageSize]");
    let page = number("searchCriteria[currentPage]").min(rows.len().div_ceil(size)).max(1);
    let items: Vec<_> = rows.iter().skip((page - 1) * size).take(size).collect();
    (200, json!({"items": items, "search_criteria": {}, "total_count": rows.len()}).to_string())
}

fn path(ask: &Ask) -> &str {
    let path = ask.url.strip_prefix("https://magento.example.com/rest/V1").expect("the shop's own address");
    path.split('?').next().unwrap_or_default()
}

fn order_42() -> Hint {
    Hint::new("order", &["42"]).expect("a hint")
}

#[test]
fn an_order_is_fetched_with_all_that_belongs_to_it() {
    let whole = body("magento.order.shipped");
    let many: Vec<Value> = (1..=250).map(|id| json!({"entity_id": id, "order_id": 42 + id % 2})).collect();
    let headers = RefCell::new(Vec::new());
    let api = |ask: &Ask| {
        let header = ask.headers.iter().find(|(name, _)| *name == "authorization").expect("who asks");
        headers.borrow_mut().push(header.1.reveal().clone());
        match path(ask) {
            "/orders/42" => (200, whole["order"].to_string()),
            "/shipments" => listed(ask, &many),
            "/invoices" => (200, json!({"items": null, "total_count": 0}).to_string()),
            "/creditmemos" => (404, "{}".to_owned()),
            other => panic!("{other}"),
        }
    };
    let Ok(Step::Done(bodies)) = talk::fetched(&Magento, &order_42(), &settings("magento"), api) else {
        panic!("done")
    };
    let fetched: Value = serde_json::from_slice(&bodies[0]).expect("JSON");
    assert_eq!((bodies.len(), &fetched["order"]), (1, &whole["order"]));
    assert_eq!(fetched["shipments"].as_array().map(Vec::len), Some(125), "all of two pages, and of this order only");
    assert!(read(&fetched, &settings("magento")).is_ok());
    let headers = headers.into_inner();
    assert!(headers.iter().all(|header| header.starts_with("OAuth oauth_consumer_key=\"ck_test\",oauth_nonce=\"")));
    let nonces: std::collections::BTreeSet<_> = headers.iter().map(|header| header.split('"').nth(3)).collect();
    assert_eq!((nonces.len(), headers.len()), (5, 5), "each question has a nonce of its own");
}

#[test]
fn an_order_is_found_by_what_belongs_to_it() {
    let whole = body("magento.order.shipped");
    for (what, its) in [("shipment", "/shipment/7"), ("creditmemo", "/creditmemo/7"), ("invoice", "/invoices/7")] {
        let api = |ask: &Ask| match path(ask) {
            found if found == its => (200, json!({"order_id": 42}).to_string()),
            "/orders/42" => (200, whole["order"].to_string()),
            _ => listed(ask, &[]),
        };
        let hint = Hint::new(what, &["7"]).expect("a hint");
        assert!(matches!(talk::fetched(&Magento, &hint, &settings("magento"), api), Ok(Step::Done(_))), "{what}");
        let gone = talk::fetched(&Magento, &hint, &settings("magento"), |_: &Ask| (404, "{}"));
        assert_eq!(gone, Ok(Step::Gone));
    }
}

#[test]
fn what_is_not_documented_stops_a_conversation() {
    let gone = talk::fetched(&Magento, &order_42(), &settings("magento"), |_: &Ask| (404, r#"{"message":"none"}"#));
    assert_eq!(gone, Ok(Step::Gone));
    for (order, list, named) in [
        ("[]", "", "`order`"),
        ("null", "", "`order`"),
        ("<html>", "", "`order`"),
        ("{}", "[]", "`shipments`"),
        ("{}", r#"{"message":"no"}"#, "`shipments`"),
        ("{}", r#"{"items":[{"id":1}],"total_count":1}"#, "`entity_id`"),
        // A list that never moves on.
        ("{}", r#"{"items":[{"entity_id":1}],"total_count":2}"#, "`total_count`"),
    ] {
        let api = |ask: &Ask| if path(ask) == "/orders/42" { (200, order) } else { (200, list) };
        let stuck = talk::fetched(&Magento, &order_42(), &settings("magento"), api).expect_err("stuck").to_string();
        assert!(stuck.contains(named), "{stuck}");
    }
}

#[test]
fn who_asks_is_proved_as_the_settings_say() {
    let base = json!({"api": "https://magento.example.com/rest/all/V1/"});
    let ask = |more: Value| {
        let mut settings = base.clone();
        settings.as_object_mut().expect("an object").extend(more.as_object().cloned().expect("an object"));
        let got = RefCell::new(Vec::new());
        let api = |ask: &Ask| {
            let header = ask.headers.iter().find(|(name, _)| *name == "authorization");
            let header = header.map(|(_, value)| value.reveal().clone()).unwrap_or_default();
            got.borrow_mut().push((ask.url.clone(), header));
            (404, "{}")
        };
        let end = talk::fetched(&Magento, &order_42(), &own(settings), api);
        (end, got.into_inner())
    };
    let (end, asked) = ask(json!({"access_token": "at"}));
    assert_eq!(end, Ok(Step::Gone));
    assert_eq!(asked, [("https://magento.example.com/rest/all/V1/orders/42".to_owned(), "Bearer at".to_owned())]);
    for lacking in [json!({}), json!({"consumer_key": "ck", "access_token": "at"})] {
        let error = ask(lacking).0.expect_err("no credentials").to_string();
        assert!(error.contains("`access_token`"), "{error}");
    }
}

fn window() -> Window {
    let time = |text: &str| text.parse().expect("a time");
    Window { from: time("2026-09-21T14:00:00Z"), to: time("2026-09-21T15:00:00.5Z") }
}

fn changed(rows: impl Fn(&str) -> Vec<Value>) -> Vec<String> {
    let found = talk::listed(&Magento, window(), &settings("magento"), |ask: &Ask| listed(ask, &rows(path(ask))));
    let name = |found: Found| match found {
        Found::Hint(hint) => format!("{} {}", hint.what, hint.id(0)),
        Found::Delivery(_) => panic!("only hints"),
    };
    found.expect("a list").expect("no failure").into_iter().map(name).collect()
}

#[test]
fn changes_are_listed_to_the_last_one_and_once() {
    let row = |id: u64, updated: &str| json!({"entity_id": id, "order_id": id / 10, "created_at": "2026-09-01 00:00:00", "updated_at": updated});
    for count in [0, 1, 99, 100, 101, 200, 250] {
        let found = changed(|path| match path {
            "/orders" => (1..=count).map(|id| row(id, "2026-09-21 14:30:00")).collect(),
            _ => Vec::new(),
        });
        let all: Vec<String> = (1..=count).map(|id| format!("order {id}")).collect();
        assert_eq!(found, all);
    }
    let found = changed(|path| match path {
        "/orders" => vec![
            row(1, "2026-09-21 13:59:59"),
            row(2, "2026-09-21 14:00:00"),
            row(3, "2026-09-21 14:59:59"),
            row(4, "2026-09-21 15:00:00"),
        ],
        // Orders 2 and 7; neither was changed by its shipment.
        "/shipments" => {
            vec![row(20, "2026-09-21 14:00:01"), row(70, "2026-09-21 14:00:02"), row(80, "2026-09-21 16:00:00")]
        }
        "/creditmemos" => vec![row(71, "2026-09-21 14:00:03"), row(90, "2026-09-21 14:00:04")],
        _ => panic!("{path}"),
    });
    assert_eq!(found, ["order 2", "order 3", "order 7", "order 9"]);
}

#[test]
fn a_list_that_is_not_there_is_no_empty_list() {
    let wrong_address = talk::listed(&Magento, window(), &settings("magento"), |_: &Ask| (404, "{}")).expect("a list");
    assert!(wrong_address.is_err());
}

#[test]
fn nothing_is_listed_without_credentials() {
    let none = |json: Value| talk::listed(&Magento, window(), &own(json), |_: &Ask| (200, "{}")).is_none();
    assert!(none(json!({"secrets": ["x"]})));
    assert!(none(json!({"api": "https://magento.example.com"})));
    assert!(none(json!({"access_token": "at"})));
    assert!(!none(json!({"api": "https://magento.example.com", "access_token": "at"})));
    assert_eq!(Source::name(&Magento), Prover::name(&Magento));
}
