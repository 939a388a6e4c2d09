//! Signature vectors, and orders as shops really send them.

use domain::fact::{Checkout, Needs, OrderStatus, StorefrontFact};
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, settings, signed_at, with_secrets};
use testing::talk;
use webhooks::delivery::{Proof, Rejection, Unreadable};
use webhooks::hint::Hint;
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;
use webhooks::source::{Ask, Found, Step};

use super::WooCommerce;

#[track_caller]
fn proof(secret: &str, body: &str, signatures: &[&str]) -> Result<Proof, Rejection> {
    let headers: Vec<_> = signatures.iter().map(|signature| ("x-wc-webhook-signature", *signature)).collect();
    let delivery = Recorded::new("woocommerce", &headers, body.as_bytes());
    WooCommerce.verify(delivery.delivery(), &with_secrets(&[secret]), signed_at())
}

fn read(body: &Value, settings: &Settings) -> Result<Vec<StorefrontFact>, Unreadable> {
    let delivery = Recorded::new("woocommerce", &[], b"");
    WooCommerce.interpret(&delivery.proved(body.to_string().as_bytes()), settings)
}

#[track_caller]
fn checkout(body: &Value) -> Checkout {
    match read(body, &Settings::default()).expect("readable").swap_remove(0) {
        StorefrontFact::Checkout(checkout) => *checkout,
        other => panic!("{other:?}"),
    }
}

fn order() -> Value {
    let body = one("checkout-webhook", "woocommerce.order.updated.processing").body;
    serde_json::from_slice(&body).expect("JSON")
}

fn with(changes: &[(&str, Value)]) -> Value {
    let mut order = order();
    for (path, value) in changes {
        let (parent, key) = path.rsplit_once('/').expect("a path");
        order.pointer_mut(parent).expect("a parent")[key] = value.clone();
    }
    order
}

#[test]
fn what_is_sent_under_another_topic_is_not_read_as_an_order() {
    let body = order().to_string();
    let read = |topic: &str| {
        let delivery = Recorded::new("woocommerce", &[("x-wc-webhook-topic", topic)], b"");
        WooCommerce.interpret(&delivery.proved(body.as_bytes()), &Settings::default()).expect("readable").len()
    };
    assert_eq!((read("order.updated"), read("coupon.updated")), (1, 0));
}

#[test]
fn vectors_are_genuine() {
    for (secret, body, signature) in [
        (
            "whsec-Test_1234",
            r#"{"id":727,"status":"processing","total":"29.35"}"#,
            "XcN+0lVQ4Z/G5Vl6vYlk135dIfeFujXV+Su251M1zaQ=",
        ),
        ("a&amp;b&#039;c&quot;d", r#"{"id":1}"#, "DDNPEupAj7ILjBSoBsaNSJNvil0g+m/QGTNbdQnyV+8="),
        ("a&b'c\"d", r#"{"id":1}"#, "DDNPEupAj7ILjBSoBsaNSJNvil0g+m/QGTNbdQnyV+8="),
        // Another site may sign with the secret as it is stored.
        ("a&amp;b&#039;c&quot;d", r#"{"id":1}"#, "LTR0lZG+pqoWAEIxQaZiUDNOkaKX5mdxGzR7/3pQsNo="),
        ("clé", r#"{"note":"Żółć"}"#, "FqH4zR1bN+GgVopEVpQIuILFfvLZdv7foIy+dmg3VPI="),
    ] {
        assert!(matches!(proof(secret, body, &[signature]), Ok(Proof::Signed(_))), "{secret}");
    }
}

#[test]
fn what_is_not_signed_by_the_secret_is_refused() {
    let good = "XcN+0lVQ4Z/G5Vl6vYlk135dIfeFujXV+Su251M1zaQ=";
    let body = r#"{"id":727,"status":"processing","total":"29.35"}"#;
    let refused = |secret: &str, signatures: &[&str]| proof(secret, body, signatures).err();
    assert_eq!(refused("whsec-Test_1234", &[good, good]), Some(Rejection::Missing));
    assert_eq!(refused("whsec-Test_1234", &[]), Some(Rejection::Missing));
    assert_eq!(refused("whsec-Test_1234", &["not base64!"]), Some(Rejection::Forged));
    assert_eq!(refused("whsec-Test_1234", &["c2hvcnQ="]), Some(Rejection::Forged));
    assert_eq!(refused("whsec-Test_1234", &[""]), Some(Rejection::Forged));
    assert_eq!(refused("whsec-Test_1235", &[good]), Some(Rejection::Forged));
    // WooCommerce's own test signs with an empty secret; anyone can.
    let empty = proof("", "secret", &["GBDo00G55h6IiV+6CxqivQPLbI//KzaOZm747971tPs="]);
    assert_eq!(empty.err(), Some(Rejection::NoSecret));
}

#[test]
fn only_a_ping_needs_no_signature() {
    assert!(matches!(proof("s", "webhook_id=5", &[]), Ok(Proof::Answer(reply)) if reply.body.is_empty()));
    for body in ["", "webhook_id=", "webhook_id=5&a=b", "webhook_id=5\n", "webhook_id=x", "{}", "xwebhook_id=5"] {
        assert_eq!(proof("s", body, &[]).err(), Some(Rejection::Missing), "{body:?}");
    }
    assert_eq!(proof("s", "webhook_id=5", &["AAAA"]).err(), Some(Rejection::Forged));
    assert_eq!(proof("s", "webhook_id=5", &["AAAA", "AAAA"]).err(), Some(Rejection::Missing));
}

#[test]
fn statuses_that_nobody_explained_leave_the_order_without_one() {
    let status = |slug: &str| checkout(&with(&[("/status", json!(slug))])).status;
    assert_eq!(status("on-hold"), Some(OrderStatus::OnHold));
    assert_eq!(status("ready-for-pickup"), Some(OrderStatus::Processing));
    assert_eq!(status("trash"), Some(OrderStatus::Deleted));
    assert_eq!(status("awaiting-shipment"), None);
    for (slug, key) in [("awaiting-shipment", "awaiting-shipment"), ("packing", "wc-packing")] {
        let settings =
            Settings { status_map: [(key.to_owned(), OrderStatus::Processing)].into(), ..Settings::default() };
        let facts = read(&with(&[("/status", json!(slug))]), &settings).expect("readable");
        let StorefrontFact::Checkout(checkout) = &facts[0] else { panic!("an order") };
        assert_eq!(checkout.status, Some(OrderStatus::Processing));
    }
    for draft in ["checkout-draft", "draft", "auto-draft", "new"] {
        assert_eq!(read(&with(&[("/status", json!(draft))]), &Settings::default()), Ok(Vec::new()));
    }
}

#[test]
fn amounts_add_up_to_the_total_whatever_the_shop_adds() {
    for changes in [
        vec![],
        vec![("/prices_include_tax", json!(true))],
        vec![("/total", json!("8.70"))],
        vec![("/total", json!("128.70"))],
        vec![("/total", json!("28.72"))],
        vec![("/discount_total", json!("2.00")), ("/discount_tax", json!("0.38")), ("/total", json!(26.32))],
        vec![
            ("/fee_lines", json!([{"total": "-3.00", "total_tax": "-0.57"}, {"total": 1.5}])),
            ("/total", json!("27.20")),
        ],
        vec![("/currency", json!("JPY"))],
        vec![("/line_items", json!([]))],
    ] {
        let document = checkout(&with(&changes)).document;
        let amounts = document.amounts;
        let lines: i64 = document.lines.iter().map(|line| line.total).sum();
        let tax = if amounts.tax_included { 0 } else { amounts.tax };
        let sum = lines + amounts.shipping + amounts.fees + tax + amounts.rounding - amounts.discount;
        assert_eq!(sum, document.total, "{changes:?}");
        assert!(amounts.rounding.abs() <= 7 && amounts.discount >= 0 && amounts.fees >= 0, "{amounts:?}");
    }
}

#[test]
fn goods_need_a_parcel_unless_the_order_shows_that_they_do_not() {
    let needs = |changes: &[(&str, Value)]| checkout(&with(changes)).document.lines[0].needs;
    let none = ("/shipping_lines", json!([]));
    let line = |method: &str| json!({"method_id": method, "method_title": "x"});
    assert_eq!(needs(&[]), Needs::Shipping);
    assert_eq!(needs(&[("/shipping_lines", json!([line("local_pickup:3")]))]), Needs::Pickup);
    assert_eq!(needs(&[("/shipping_lines", json!([line("pickup_location")]))]), Needs::Pickup);
    assert_eq!(needs(&[("/shipping_lines", json!([line("local_pickup"), line("flat_rate")]))]), Needs::Shipping);
    // Made by hand, or by a shop that charges no shipping.
    assert_eq!(needs(std::slice::from_ref(&none)), Needs::Shipping);
    assert_eq!(needs(&[none.clone(), ("/shipping", json!([])), ("/created_via", json!("admin"))]), Needs::Shipping);
    // Downloads; services, for which the checkout asks no address.
    assert_eq!(needs(&[none.clone(), ("/needs_processing", json!(false))]), Needs::Nothing);
    assert_eq!(needs(&[none, ("/shipping", json!({"address_1": ""}))]), Needs::Nothing);
}

#[test]
fn addresses_and_links_that_nothing_can_be_sent_to_are_dropped() {
    let document = checkout(&with(&[
        ("/billing/email", json!("not an address")),
        ("/payment_url", json!("https://shop.example.com/pay")),
        ("/needs_payment", json!("1")),
        ("/line_items/0/image/src", json!("javascript:alert(1)")),
        ("/line_items/0/quantity", json!("1.5")),
    ]))
    .document;
    assert_eq!(document.customer.email, None);
    assert!(document.customer.name.is_some() && document.pay_url.is_some());
    assert_eq!((document.lines[0].image.as_ref(), document.lines[0].quantity), (None, 2));
    assert_eq!(
        checkout(&with(&[("/payment_url", json!("http://shop.example.com")), ("/needs_payment", json!(true))]))
            .document
            .pay_url,
        None
    );
}

#[test]
fn the_number_that_is_left_when_a_wrong_one_was_deleted_is_read() {
    let numbers = |value: Value| {
        let noted = json!([{"id": 1, "key": "_wc_shipment_tracking_items", "value": value}]);
        let facts = read(&with(&[("/meta_data", noted)]), &Settings::default()).expect("readable");
        let number = |fact| match fact {
            StorefrontFact::Fulfilment(parcel) => parcel.number.map(|number| number.as_str().to_owned()),
            _ => None,
        };
        facts.into_iter().filter_map(number).collect::<Vec<_>>()
    };
    let item = |number: &str| json!({"tracking_number": number, "tracking_provider": "usps", "tracking_id": number});
    assert_eq!(numbers(json!([item("A1"), item("A2")])), ["A1", "A2"]);
    assert_eq!(numbers(json!({"1": item("A2")})), ["A2"]);
    assert_eq!(numbers(json!({"10": item("A3"), "2": item("A2")})), ["A2", "A3"], "in their order");
    assert_eq!(numbers(json!({"tracking_number": "A1"})), [""; 0]);
    assert_eq!(numbers(json!("")), [""; 0]);
}

#[test]
fn errors_say_what_to_do_and_quote_nothing() {
    let error = |body: &Value| read(body, &Settings::default()).expect_err("unreadable").to_string();
    let failed = json!({"code": "woocommerce_rest_cannot_view", "message": "secret", "data": {"status": 401}});
    assert!(error(&failed).contains("may not read the order") && !error(&failed).contains("secret"));
    assert_eq!(error(&with(&[("/currency", json!("BITCOIN"))])), "`currency` is no ISO 4217 currency code");
    assert_eq!(error(&with(&[("/total", json!("1,50"))])), "`total` is no decimal amount that we can hold");
    assert_eq!(error(&json!([])), "`id` is missing or of another kind");
}

#[test]
fn clicks_days_and_languages_are_read_where_plug_ins_note_them() {
    let meta = json!([
        {"key": "_wc_order_attribution_session_entry", "value": "https://shop.example.com/tee?gclid=Cj0&utm_source=first&a=b"},
        {"key": "_wc_order_attribution_utm_source", "value": "newsletter"},
        {"key": "_wc_order_attribution_utm_term", "value": {"any": "thing"}},
        {"key": "_wc_order_attribution_device_type", "value": "Mobile"},
        {"key": "_delivery_date", "value": ""},
        {"key": "_delivery_date", "value": "2026/09/25 (10-12)"},
        {"key": "wpml_language", "value": "pt_BR"},
    ]);
    let order = with(&[("/meta_data", meta), ("/billing/phone", json!("")), ("/shipping/phone", json!("+4930"))]);
    let own = json!({"promised_in": "_delivery_date", "locale_in": "wpml_language"});
    let facts = read(&order, &serde_json::from_value(own).expect("settings")).expect("readable");
    let StorefrontFact::Checkout(checkout) = &facts[0] else { panic!("an order") };
    let document = &checkout.document;
    let attribution: Vec<_> = document.attribution.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    assert_eq!(attribution, [("gclid", "Cj0"), ("utm_source", "newsletter")]);
    assert_eq!(document.promised, Some(jiff::civil::date(2026, 9, 25)));
    assert_eq!(document.locale.as_deref(), Some("pt-BR"));
    assert_eq!(document.customer.phone.as_ref().map(|phone| phone.reveal().as_str()), Some("+4930"));
}

#[test]
fn an_order_can_be_asked_for() {
    let hint = Hint::new("order", &["727"]).expect("plain");
    let api = |ask: &Ask| {
        assert_eq!(ask.url, "https://shop.example.com/wp-json/wc/v3/orders/727");
        let proof = ask.headers.iter().find(|(name, _)| *name == "authorization");
        assert_eq!(proof.map(|(_, proof)| proof.reveal().as_str()), Some("Basic Y2tfdGVzdDpjc190ZXN0"));
        (200, order().to_string())
    };
    let bodies = talk::bodies(&WooCommerce, &hint, &settings("woocommerce"), api);
    assert_eq!(bodies, [order().to_string()]);
    let asked = |answer: (u16, &'static str)| {
        talk::fetched(&WooCommerce, &hint, &settings("woocommerce"), move |_: &Ask| answer)
    };
    assert_eq!(asked((404, r#"{"code":"woocommerce_rest_shop_order_invalid_id"}"#)), Ok(Step::Gone));
    assert!(asked((200, "<html>")).is_err() && asked((401, "{}")).is_err());
    assert!(talk::fetched(&WooCommerce, &hint, &with_secrets(&["s"]), |_: &Ask| (200, "{}")).is_err());
}

#[test]
fn changes_are_listed_page_by_page_to_the_end() {
    let window = talk::window("2026-09-21T14:00:00Z", "2026-09-21T15:00:00Z");
    let listed = |total: Option<usize>, sizes: &'static [usize]| {
        let api = move |ask: &Ask| {
            let filter = "orders?modified_after=2026-09-21T13%3A59%3A59&modified_before=2026-09-21T15%3A00%3A00\
                &dates_are_gmt=true&status=any&orderby=id&order=asc&per_page=50&offset=";
            let from: usize = ask.url.split_once(filter).and_then(|(_, from)| from.parse().ok()).expect("a place");
            let page = (0..sizes.len()).find(|page| sizes[..*page].iter().sum::<usize>() == from).expect("a page");
            let orders: Vec<Value> = (from..from + sizes[page]).map(|id| json!({"id": id})).collect();
            let header = total.map_or(("x-other", String::new()), |total| ("x-wp-total", total.to_string()));
            (200, [header], json!(orders).to_string())
        };
        let found =
            talk::listed(&WooCommerce, window, &settings("woocommerce"), api).expect("credentials").expect("listed");
        let body = |place: usize| Found::Delivery(json!({"id": place}).to_string().into_bytes());
        assert!(found.iter().enumerate().all(|(place, one)| *one == body(place)));
        found.len()
    };
    assert_eq!(listed(Some(0), &[0]), 0);
    assert_eq!(listed(Some(50), &[50]), 50);
    // A site may allow less than was asked for, and a cache may drop the header.
    assert_eq!(listed(Some(47), &[20, 20, 7]), 47);
    assert_eq!(listed(None, &[20, 20, 7, 0]), 47);
    let same = |_: &Ask| (200, json!(vec![json!({"id": 1}); 50]).to_string());
    let found =
        talk::listed(&WooCommerce, window, &settings("woocommerce"), same).expect("credentials").expect("listed");
    assert_eq!(found.len(), 100, "the last page for ever");
    let failed = |_: &Ask| (200, r#"{"code":"rest_no_route","data":{"status":404}}"#);
    assert!(talk::listed(&WooCommerce, window, &settings("woocommerce"), failed).expect("credentials").is_err());
    assert!(talk::listed(&WooCommerce, window, &with_secrets(&["s"]), failed).is_none());
}
