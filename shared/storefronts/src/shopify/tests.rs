//! Signature vectors, orders as they are edited and given back, and the REST API.

use domain::fact::{Checkout, Fulfilment, FulfilmentState, Needs, OrderStatus, StorefrontFact};
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, settings, signed_at, with_secrets};
use testing::talk;
use webhooks::delivery::{Proof, Rejection, Unreadable};
use webhooks::hint::Hint;
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;
use webhooks::source::{Ask, Found, Step};

use super::Shopify;

const SECRET: &str = "shpss_0123456789abcdef0123456789abcdef";
const BODY: &str = r##"{"id":820982911946154508,"name":"#1001","total_price":"199.00"}"##;
const MAC: &str = "pl3xoxxkYYw4F6zsApRNdleze8veM6YERfYXrYxsuG8=";

fn proof(headers: &[(&'static str, &str)], body: &str, settings: &Settings) -> Result<(), Rejection> {
    let delivery = Recorded::new("shopify", headers, body.as_bytes());
    match Shopify.verify(delivery.delivery(), settings, signed_at())? {
        Proof::Signed(_) => Ok(()),
        other => panic!("{other:?}"),
    }
}

fn shop(domain: &str) -> Settings {
    let settings: Settings = serde_json::from_value(json!({"shop_domain": domain})).expect("settings");
    settings.with_secrets(&[SECRET])
}

fn order() -> Value {
    serde_json::from_slice(&one("checkout-webhook", "shopify.orders.updated.refunded").body).expect("JSON")
}

fn with(changes: &[(&str, Value)]) -> Value {
    let mut order = order();
    for (path, value) in changes {
        let (parent, key) = path.rsplit_once('/').expect("a path");
        match order.pointer_mut(parent).expect("a parent") {
            Value::Array(list) => list[key.parse::<usize>().expect("a place")] = value.clone(),
            object => object[key] = value.clone(),
        }
    }
    order
}

fn read(body: &Value, settings: &Settings) -> Result<Vec<StorefrontFact>, Unreadable> {
    Shopify.interpret(&Recorded::new("shopify", &[], b"").proved(body.to_string().as_bytes()), settings)
}

#[track_caller]
fn facts(changes: &[(&str, Value)]) -> (Checkout, Vec<Fulfilment>) {
    let mut facts = read(&with(changes), &Settings::default()).expect("readable").into_iter();
    let Some(StorefrontFact::Checkout(checkout)) = facts.next() else { panic!("an order comes first") };
    let fulfilment = |fact| match fact {
        StorefrontFact::Fulfilment(fulfilment) => *fulfilment,
        StorefrontFact::Checkout(_) | StorefrontFact::Return(_) => panic!("one order"),
    };
    (*checkout, facts.map(fulfilment).collect())
}

#[test]
fn official_and_other_vectors_are_genuine() {
    for (secret, body, signature) in [
        ("test_secret_key", r#"{"foo": "bar"}"#, "B23tXN681gZ0qIWNRrgtzBE9XSDo5yaUu6wfmhu3a7g="),
        ("test_secret_key", r#"{"foo":"bar"}"#, "1kjVjZBASoDr0j4pTeXLurkG6u87OrkQXzf+h707p2w="),
        (SECRET, BODY, MAC),
    ] {
        for header in super::SIGNATURES {
            assert_eq!(proof(&[(header, signature)], body, &with_secrets(&["older", secret])), Ok(()), "{body}");
        }
    }
    let spaced = proof(
        &[("x-shopify-hmac-sha256", "1kjVjZBASoDr0j4pTeXLurkG6u87OrkQXzf+h707p2w=")],
        r#"{"foo": "bar"}"#,
        &with_secrets(&["test_secret_key"]),
    );
    assert_eq!(spaced, Err(Rejection::Forged));
}

#[test]
fn two_families_of_headers_agree_or_are_refused() {
    let [classic, new] = super::SIGNATURES;
    let other = "B23tXN681gZ0qIWNRrgtzBE9XSDo5yaUu6wfmhu3a7g=";
    let asked = |headers: &[(&'static str, &str)]| proof(headers, BODY, &with_secrets(&[SECRET]));
    assert_eq!(asked(&[(classic, MAC), (new, MAC)]), Ok(()));
    assert_eq!(asked(&[(classic, MAC), (new, other)]), Err(Rejection::Forged));
    assert_eq!(asked(&[(classic, other), (new, MAC)]), Err(Rejection::Forged));
    assert_eq!(asked(&[(classic, MAC), (new, MAC), (new, MAC)]), Err(Rejection::Missing));
    assert_eq!(asked(&[(classic, MAC), (classic, MAC)]), Err(Rejection::Missing));
    assert_eq!(asked(&[]), Err(Rejection::Missing));
    for bad in ["", "not base64!", "c2hvcnQ="] {
        assert_eq!(asked(&[(classic, bad)]), Err(Rejection::Forged));
    }
}

#[test]
fn one_secret_of_many_shops_proves_no_shop() {
    let [classic, new] = super::SHOPS;
    let asked = |headers: &[(&'static str, &str)], settings: &Settings| {
        proof(&[&[("x-shopify-hmac-sha256", MAC)], headers].concat(), BODY, settings)
    };
    let ours = shop("x.myshopify.com");
    assert_eq!(asked(&[(classic, "X.myshopify.com")], &ours), Ok(()));
    assert_eq!(asked(&[(new, "x.myshopify.com")], &ours), Ok(()));
    assert_eq!(asked(&[(classic, "y.myshopify.com")], &ours), Err(Rejection::Foreign));
    assert_eq!(asked(&[(classic, "x.myshopify.com"), (new, "y.myshopify.com")], &ours), Err(Rejection::Forged));
    assert_eq!(asked(&[], &ours), Err(Rejection::Missing));
    assert_eq!(asked(&[(classic, "y.myshopify.com")], &with_secrets(&[SECRET])), Ok(()));
}

#[test]
fn two_axes_make_one_status() {
    let status =
        |money: Value, goods: Value| facts(&[("/financial_status", money), ("/fulfillment_status", goods)]).0.status;
    assert_eq!(status(json!("pending"), json!(null)), Some(OrderStatus::Pending));
    assert_eq!(status(json!("authorized"), json!("partial")), Some(OrderStatus::Processing));
    assert_eq!(status(json!("paid"), json!(null)), Some(OrderStatus::Processing));
    assert_eq!(status(json!("paid"), json!("fulfilled")), Some(OrderStatus::Completed));
    assert_eq!(status(json!("refunded"), json!("fulfilled")), Some(OrderStatus::Refunded));
    assert_eq!(status(json!("voided"), json!(null)), Some(OrderStatus::Failed));
    assert_eq!(status(json!("never_seen"), json!(null)), None);
    let open = [("/financial_status", json!("pending")), ("/fulfillment_status", json!(null))];
    for cod in ["Cash on Delivery (COD)", "cash_on_delivery"] {
        let cod = ("/payment_gateway_names", json!([cod]));
        assert_eq!(facts(&[open.as_slice(), &[cod]].concat()).0.status, Some(OrderStatus::Processing));
    }
    let settings = Settings { status_map: [("pending".to_owned(), OrderStatus::OnHold)].into(), ..Settings::default() };
    let StorefrontFact::Checkout(own) = &read(&with(&open), &settings).expect("readable")[0] else {
        panic!("an order")
    };
    assert_eq!(own.status, Some(OrderStatus::OnHold));
    let cancelled = ("/cancelled_at", json!("2026-09-21T10:11:00-04:00"));
    assert_eq!(facts(&[cancelled]).0.status, Some(OrderStatus::Cancelled));
    assert!(!facts(&open).0.document.is_paid());
}

#[test]
fn amounts_add_up_to_what_is_owed_however_the_order_was_changed() {
    let none = || ("/refunds", json!([]));
    let paid = || ("/financial_status", json!("paid"));
    let left = |amount: &str| ("/current_total_price", json!(amount));
    for (what, changes, total, refunded) in [
        ("as recorded", vec![], 17740, 5940),
        ("nothing given back", vec![none(), paid(), left("177.40")], 17740, 0),
        (
            "something taken off before it was paid",
            vec![none(), ("/financial_status", json!("pending")), left("118.00")],
            11800,
            0,
        ),
        ("something added", vec![none(), paid(), left("200.00")], 20000, 0),
        ("refunds that we cannot read", vec![("/refunds/0/transactions/0/currency", json!("CAD"))], 17740, 5940),
        ("refunds that are only a status", vec![none()], 17740, 5940),
        ("a refund that failed", vec![("/refunds/0/transactions/0/status", json!("failure")), paid()], 11800, 0),
        ("a refund that left the total", vec![left("177.40")], 17740, 5940),
        ("all given back", vec![none(), ("/financial_status", json!("refunded")), left("0.00")], 17740, 17740),
        ("a tip", vec![none(), paid(), left("180.40"), ("/total_price", json!("180.40"))], 18040, 0),
        (
            "shipping taken off",
            vec![none(), paid(), left("167.40"), ("/shipping_lines/0/is_removed", json!(true))],
            16740,
            0,
        ),
        ("no current total", vec![left(""), none(), paid()], 17740, 0),
        (
            "cancelled",
            vec![none(), ("/cancelled_at", json!("2026-09-21")), left("0.00"), ("/financial_status", json!("voided"))],
            17740,
            0,
        ),
    ] {
        let document = facts(&changes).0.document;
        assert_eq!((document.total, document.refunded), (total, refunded), "{what}");
        let amounts = document.amounts;
        let lines: i64 = document.lines.iter().map(|line| line.total).sum();
        let sum = lines + amounts.shipping + amounts.fees + amounts.tax + amounts.rounding - amounts.discount;
        assert_eq!(sum, document.total, "{what}");
        assert!(amounts.discount >= 0 && amounts.fees >= 0, "{what}");
    }
}

#[test]
fn nobody_waits_for_what_was_taken_off() {
    let lines = |changes: &[(&str, Value)]| {
        let lines = facts(changes).0.document.lines.into_iter();
        lines.map(|line| (line.id.len() > 18, line.quantity, line.needs)).collect::<Vec<_>>()
    };
    let rest = [(false, 1, Needs::Shipping), (false, 1, Needs::Nothing)];
    // One of two came back after it was sent, or before.
    let two = json!([{"id": 866_550_311_766_439_020_u64, "quantity": 2}]);
    let sent = ("/fulfillments/0/line_items", two);
    assert_eq!(lines(&[sent])[0], (false, 2, Needs::Shipping));
    assert_eq!(lines(&[])[..2], [(false, 1, Needs::Shipping), (true, 1, Needs::Nothing)]);
    // All of it, before it was sent.
    let gone = [("/line_items/0/current_quantity", json!(0)), ("/fulfillments", json!([]))];
    assert_eq!(lines(&gone)[0], (false, 2, Needs::Nothing));
    // Exchanged for another of the same price: nothing was taken off what is owed.
    let mug = |quantity: u32, current: u32| json!({"id": 2, "title": "Mug", "price": "20.00", "quantity": quantity, "current_quantity": current, "requires_shipping": true});
    let exchanged =
        json!([mug(2, 1), {"id": 3, "title": "Cup", "price": "20.00", "quantity": 1, "current_quantity": 1}]);
    let (total, tax) = (("/total_price", json!("50.00")), ("/total_tax", json!("0.00")));
    let left = [("/current_total_price", json!("50.00")), ("/current_total_tax", json!("0.00"))];
    let paid = [("/refunds", json!([])), ("/financial_status", json!("paid")), ("/fulfillments", json!([]))];
    let exchange = [left.as_slice(), &paid, &[("/line_items", exchanged), total, tax]].concat();
    assert_eq!(lines(&exchange), [(false, 1, Needs::Shipping), (false, 1, Needs::Shipping)]);
    assert_eq!(facts(&exchange).0.document.amounts.discount, 0);
    // Taken off by an edit, and never paid.
    let edit = [("/refunds", json!([])), ("/financial_status", json!("pending")), ("/fulfillments", json!([]))];
    assert_eq!(lines(&edit), [[(false, 1, Needs::Shipping)].as_slice(), &rest].concat());
}

#[test]
fn regions_are_written_as_on_labels() {
    let region = |country: &str, name: &str, code: &str| {
        let place = json!({"city": "x", "country_code": country, "province": name, "province_code": code});
        let address = facts(&[("/shipping_address", place)]).0.document.shipping.expect("an address");
        address.region.reveal().clone()
    };
    assert_eq!(region("US", "Texas", "TX"), "TX");
    assert_eq!(region("JP", "Tokyo", "JP-13"), "Tokyo");
    assert_eq!(region("GB", "England", "ENG"), "England");
}

#[test]
fn only_what_travels_is_a_parcel() {
    let parcels = |changes: &[(&str, Value)]| facts(changes).1.len();
    assert_eq!(parcels(&[]), 1);
    let pickup = ("/shipping_lines/0/delivery_category", json!("pick_up"));
    let (checkout, none) = facts(&[pickup]);
    assert_eq!((checkout.document.lines[0].needs, none.len()), (Needs::Pickup, 0));
    assert_eq!(parcels(&[("/shipping_lines", json!([])), ("/source_name", json!("pos"))]), 0);
    let own: Settings = serde_json::from_value(json!({"pickup": "Shop Graz, Standard"})).expect("settings");
    assert_eq!(read(&order(), &own).expect("readable").len(), 1, "no parcel");
    // Sent without a price for it.
    assert_eq!(parcels(&[("/shipping_lines", json!([]))]), 1);
    // One that cannot be read costs nothing else.
    assert_eq!(parcels(&[("/fulfillments/0/id", json!(null))]), 0);

    let body = one("checkout-webhook", "shopify.fulfillments.update").body;
    let alone = |changes: &[(&str, Value)]| {
        let mut body: Value = serde_json::from_slice(&body).expect("JSON");
        for (key, value) in changes {
            body[*key] = value.clone();
        }
        read(&body, &Settings::default()).expect("readable").len()
    };
    let unnumbered = [("tracking_number", json!(null)), ("tracking_numbers", json!([]))];
    assert_eq!([alone(&[]), alone(&unnumbered)], [1, 1]);
    assert_eq!(alone(&[unnumbered.as_slice(), &[("destination", json!(null))]].concat()), 0);
    let download = json!([{"id": 1, "quantity": 1, "requires_shipping": false}]);
    assert_eq!(alone(&[("line_items", download)]), 0);
}

#[test]
fn fulfilments_are_as_far_as_shop_and_carrier_say() {
    let state = |status: &str, shipment: &str| super::state(status, shipment);
    assert_eq!(state("success", "in_transit"), Some(FulfilmentState::Shipped));
    assert_eq!(state("success", "delivered"), Some(FulfilmentState::Delivered));
    assert_eq!(state("open", ""), Some(FulfilmentState::Picked));
    assert_eq!(state("failure", "delivered"), Some(FulfilmentState::Cancelled));
    assert_eq!(state("never_seen", ""), None);
}

#[test]
fn amounts_of_a_large_order_are_refused_and_do_not_overflow() {
    let many = [("/line_items/0/price", json!("90000000000")), ("/line_items/0/current_quantity", json!(1_000_000))];
    let order = with(&[many.as_slice(), &[("/line_items/0/quantity", json!(1_000_000))]].concat());
    let error = read(&order, &Settings::default()).expect_err("unreadable").to_string();
    assert_eq!(error, "`line_items.price` is no amount that we can hold for so many");
}

#[test]
fn names_around_names_end_nowhere() {
    let deep = format!("{}1{}", r#"{"order":"#.repeat(70_000), "}".repeat(70_000));
    let delivery = Recorded::new("shopify", &[], b"");
    assert_eq!(Shopify.interpret(&delivery.proved(deep.as_bytes()), &Settings::default()), Ok(Vec::new()));
}

fn begun(changes: &[(&str, Value)]) -> Checkout {
    let body = one("checkout-webhook", "shopify.checkouts.create").body;
    let mut body: Value = serde_json::from_slice(&body).expect("JSON");
    for (path, value) in changes {
        *body.pointer_mut(path).expect("a field") = value.clone();
    }
    let StorefrontFact::Checkout(checkout) = read(&body, &Settings::default()).expect("readable").remove(0) else {
        panic!("a basket")
    };
    *checkout
}

#[test]
fn who_did_not_agree_or_took_it_back_gave_no_consent() {
    let consent = |state: Value, ticked: bool| {
        let changes = [("/customer/email_marketing_consent/state", state), ("/buyer_accepts_marketing", json!(ticked))];
        begun(&changes).document.basket.expect("a basket").consent
    };
    for (state, expected) in [
        (json!("subscribed"), [true, true]),
        (json!("not_subscribed"), [false, true]),
        (json!(null), [false, true]),
        (json!("unsubscribed"), [false, false]),
        (json!("pending"), [false, false]),
        (json!("never_seen"), [false, false]),
    ] {
        assert_eq!([false, true].map(|ticked| consent(state.clone(), ticked)), expected, "{state}");
    }
    let none = [("/customer/email_marketing_consent", json!(null)), ("/buyer_accepts_marketing", json!("true"))];
    assert!(begun(&none).document.basket.expect("a basket").consent);
    // Somebody else's consent is nobody's.
    let other = [("/email", json!("bob@example.com")), ("/buyer_accepts_marketing", json!(false))];
    assert!(!begun(&other).document.basket.expect("a basket").consent);
}

#[test]
fn a_basket_keeps_what_a_reminder_needs_and_is_over_once_it_is_ordered() {
    let basket = begun(&[]);
    assert_eq!(basket.id, "checkout/bd5a8aa1ecd019dd3520ff791ee3a24c");
    assert_eq!((basket.status, basket.document.total), (None, 0), "it is no order, and costs nothing yet");
    let kept = serde_json::to_string(&basket).expect("JSON");
    for private in ["1 Main St", "Austin", "555-0100", "119", "55.00"] {
        assert!(!kept.contains(private), "{private}");
    }
    let unsafe_link = [("/abandoned_checkout_url", json!("http://tidings-demo.myshopify.com/recover"))];
    assert_eq!(begun(&unsafe_link).document.basket.expect("a basket").resume, None);
    let done = begun(&[("/completed_at", json!("2026-09-21T10:08:02-04:00"))]);
    assert_eq!(done, Checkout::ordered("bd5a8aa1ecd019dd3520ff791ee3a24c", done.at, basket.document.currency));
    let created = one("checkout-webhook", "shopify.orders.create").body;
    let order = read(&serde_json::from_slice(&created).expect("JSON"), &Settings::default()).expect("readable");
    let StorefrontFact::Checkout(end) = &order[1] else { panic!("the basket that it was") };
    assert_eq!((&end.id, end.document.basket.as_ref().map(|basket| basket.ordered)), (&basket.id, Some(true)));
    let StorefrontFact::Checkout(order) = &order[0] else { panic!("an order comes first") };
    assert_eq!(order.document.basket, None);
}

#[test]
fn an_order_can_be_asked_for() {
    let hint = Hint::new("order", &["5820982911946"]).expect("plain");
    let asked = |ask: &Ask| {
        assert_eq!(ask.url, "https://tidings-demo.myshopify.com/admin/api/2026-07/orders/5820982911946.json");
        let token = ask.headers.iter().find(|(name, _)| *name == "x-shopify-access-token");
        assert_eq!(token.map(|(_, token)| token.reveal().as_str()), Some("shpat_test"));
        (200, json!({"order": order()}).to_string())
    };
    let bodies = talk::bodies(&Shopify, &hint, &settings("shopify"), asked);
    let body: Value = serde_json::from_str(&bodies[0]).expect("JSON");
    assert_eq!(read(&body, &Settings::default()), read(&order(), &Settings::default()));
    let ask = |status: u16, body: &'static str| {
        talk::fetched(&Shopify, &hint, &settings("shopify"), move |_: &Ask| (status, body))
    };
    assert_eq!(ask(404, r#"{"errors":"Not Found"}"#), Ok(Step::Gone));
    assert!(ask(200, "<html>").is_err() && ask(200, "[]").is_err() && ask(403, "{}").is_err());
    assert!(talk::fetched(&Shopify, &hint, &Settings::default(), |_: &Ask| (200, "")).is_err());
}

#[test]
fn changes_are_listed_page_by_page_to_the_end() {
    let window = talk::window("2026-09-21T14:13:20Z", "2026-09-21T15:00:00Z");
    let page = |ask: &Ask| {
        let link = |info: &str| {
            let before = "<https://evil.example/orders.json?limit=50&page_info=back>; rel=\"previous\"";
            format!("{before}, <https://evil.example/orders.json?limit=50&page_info={info}>; rel=\"next\"")
        };
        assert!(ask.url.starts_with("https://tidings-demo.myshopify.com/admin/api/2026-07/orders.json?limit=50&"));
        let body = json!({"orders": [order()]}).to_string();
        let filter = "&status=any&updated_at_min=2026-09-21T14%3A13%3A20Z&updated_at_max=2026-09-21T15%3A00%3A00Z";
        match ask.url.split_once("page_info=") {
            None => {
                assert!(ask.url.contains(filter), "{}", ask.url);
                (200, [("link", link("eyJsYXN0X2lkIjo%3D"))], body)
            }
            Some((start, "eyJsYXN0X2lkIjo%3D")) if !start.contains("status") => (200, [("link", link("b"))], body),
            Some((_, "b")) => (200, [("link", String::new())], body),
            Some(_) => panic!("{}", ask.url),
        }
    };
    let found = talk::listed(&Shopify, window, &settings("shopify"), page).expect("credentials").expect("listed");
    let expected = Found::Delivery(order().to_string().into_bytes());
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|one| *one == expected), "each is the webhook's own body");

    let again = |_: &Ask| (200, [("link", "<https://x/?page_info=a>; rel=\"next\"".to_owned())], r#"{"orders":[]}"#);
    assert!(talk::listed(&Shopify, window, &settings("shopify"), again).expect("credentials").is_err());
    assert!(talk::listed(&Shopify, window, &shop("x.myshopify.com"), again).is_none());
}
