//! Signature vectors, what a proof of two fields is worth, and the REST API of several stores.

use domain::fact::{Checkout, Fulfilment, FulfilmentState, Needs, OrderStatus, StorefrontFact};
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, settings, with_secrets};
use testing::talk;
use webhooks::delivery::{Proof, Rejection};
use webhooks::hint::Hint;
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;
use webhooks::source::{Ask, Found, Step};

use super::Ecwid;

const MAC: &str = "T1On5JuhMwuIMPrp3A9oxTJ1SmVeSpSiO6D4GbsB7NM=";
const CREATED: i64 = 1_756_900_000;

fn event(changes: &[(&str, Value)]) -> Value {
    let mut event = json!({"eventId": "6f1c3f1e-5b0a-4c52-9f0e-0a6f7d0b9a11", "eventCreated": CREATED, "storeId": 1003,
        "entityId": 516_483_487, "eventType": "order.updated", "data": {"orderId": "K8XTQ"}});
    for (key, value) in changes {
        event[*key] = value.clone();
    }
    event
}

fn stores(tokens: &Value) -> Settings {
    let settings: Settings = serde_json::from_value(json!({"tokens": tokens})).expect("settings");
    settings.with_secrets(&["older", "AbCdEf0123456789"])
}

fn asked(body: &str, signatures: &[&str], settings: &Settings, at: i64) -> Result<String, Rejection> {
    let headers: Vec<_> = signatures.iter().map(|signature| ("x-ecwid-webhook-signature", *signature)).collect();
    let now = jiff::Timestamp::from_second(at).expect("in range");
    match Ecwid.verify(Recorded::new("ecwid", &headers, body.as_bytes()).delivery(), settings, now)? {
        Proof::Hints(hints) => Ok(format!("{} {} {}", hints[0].what, hints[0].id(0), hints[0].id(1))),
        Proof::Answer(_) => Ok("nothing".to_owned()),
        other => panic!("{other:?}"),
    }
}

fn told(changes: &[(&str, Value)]) -> Result<String, Rejection> {
    asked(&event(changes).to_string(), &[MAC], &stores(&json!({"1003": "secret_a"})), CREATED)
}

#[test]
fn vectors_are_genuine() {
    assert_eq!(told(&[]).as_deref(), Ok("order 1003 K8XTQ"));
    // The id of their documentation, which is one digit short.
    let short = event(&[
        ("eventCreated", json!(1_234_567)),
        ("eventId", json!("80aece08-40e8-4145-8764-6c2f0d38678")),
        ("storeId", json!("1003")),
    ]);
    let settings = stores(&json!({"1003": "secret_a"})).with_secrets(&["test_client_secret"]);
    let official = "ekmGPQc/IpCwO6woAiM+L8uvY6chew4n6JVQCiDrEVw=";
    assert_eq!(asked(&short.to_string(), &[official], &settings, 1_234_567).as_deref(), Ok("order 1003 K8XTQ"));
}

#[test]
fn what_is_not_signed_by_the_secret_is_refused() {
    let settings = stores(&json!({"1003": "secret_a"}));
    let body = event(&[]).to_string();
    let refused = |body: &str, signatures: &[&str]| asked(body, signatures, &settings, CREATED).err();
    assert_eq!(refused(&body, &[]), Some(Rejection::Missing));
    assert_eq!(refused(&body, &[MAC, MAC]), Some(Rejection::Missing));
    assert_eq!(refused(&body, &["AAAA"]), Some(Rejection::Forged));
    // What is signed stands in the same places, but not under its names.
    let named = event(&[]);
    let in_a_row = json!([named["eventId"], named["eventCreated"], named["eventType"], 1003, "K8XTQ", null]);
    assert_eq!(refused(&in_a_row.to_string(), &[MAC]), Some(Rejection::Forged));
    for body in ["", "[]", "null", "{}", r#"{"eventId":"a"}"#, r#"{"eventId":"a","eventId":"b","eventCreated":1}"#] {
        assert_eq!(refused(body, &[MAC]), Some(Rejection::Forged), "{body}");
    }
    assert_eq!(asked(&body, &[MAC], &with_secrets(&[]), CREATED).err(), Some(Rejection::NoSecret));
}

#[test]
fn whoever_sends_a_signature_again_causes_no_more_than_a_look() {
    let anything = [("data", json!({"orderId": "OTHER", "newPaymentStatus": "PAID"})), ("entityId", json!(-1))];
    assert_eq!(told(&anything).as_deref(), Ok("order 1003 OTHER"));
    assert_eq!(told(&[("storeId", json!(9))]), Err(Rejection::Foreign));
    assert_eq!(told(&[("storeId", json!("1003/../9"))]), Err(Rejection::Foreign));
    assert_eq!(
        told(&[("data", json!({"orderId": "../profile"})), ("entityId", json!(null))]).as_deref(),
        Ok("nothing")
    );
    let body = event(&[]).to_string();
    let at = |seconds: i64| asked(&body, &[MAC], &stores(&json!({"1003": "secret_a"})), CREATED + seconds);
    assert_eq!([at(23 * 3600), at(4 * 86_400)], [Ok("order 1003 K8XTQ".to_owned()), Err(Rejection::Stale)]);
    // Without a token nothing could be asked.
    assert_eq!(asked(&body, &[MAC], &stores(&json!({})), CREATED), Err(Rejection::Foreign));
}

#[test]
fn old_events_name_their_order_by_its_number_and_others_name_none() {
    assert_eq!(told(&[("data", json!(null))]).as_deref(), Ok("order 1003 516483487"));
    assert_eq!(told(&[("data", json!(null)), ("entityId", json!("516483487"))]).as_deref(), Ok("order 1003 516483487"));
    for kind in ["order.deleted", "product.updated", "unfinished_order.created", "application.storageChanged"] {
        assert_eq!(told(&[("eventType", json!(kind))]).as_deref(), Ok("nothing"));
    }
}

fn whole() -> Value {
    serde_json::from_slice(&one("checkout-webhook", "ecwid.order.fetched").body).expect("JSON")
}

#[track_caller]
fn facts(changes: &[(&str, Value)], settings: &Settings) -> (Checkout, Option<Fulfilment>) {
    let mut whole = whole();
    for (path, value) in changes {
        let (parent, key) = path.rsplit_once('/').expect("a path");
        whole.pointer_mut(parent).expect("a parent")[key] = value.clone();
    }
    let delivery = Recorded::new("ecwid", &[], b"").proved(whole.to_string().as_bytes());
    assert_eq!(Ecwid.shop(&delivery).as_deref(), Some("1003"));
    let mut facts = Ecwid.interpret(&delivery, settings).expect("readable").into_iter();
    let Some(StorefrontFact::Checkout(checkout)) = facts.next() else { panic!("an order comes first") };
    let fulfilment = facts.next().map(|fact| match fact {
        StorefrontFact::Fulfilment(fulfilment) => *fulfilment,
        other => panic!("{other:?}"),
    });
    (*checkout, fulfilment)
}

#[test]
fn two_axes_make_one_status_and_one_parcel() {
    use FulfilmentState::{Delivered, Packed, Shipped};
    use OrderStatus::{Cancelled, Completed, OnHold, Pending, Processing, Refunded};
    for (money, goods, status, state) in [
        ("AWAITING_PAYMENT", "AWAITING_PROCESSING", Some(Pending), Some(Packed)),
        ("AWAITING_PAYMENT", "PROCESSING", Some(Processing), Some(Packed)),
        ("PAID", "AWAITING_PROCESSING", Some(Processing), Some(Packed)),
        ("PAID", "OUT_FOR_DELIVERY", Some(Completed), Some(Shipped)),
        ("PARTIALLY_REFUNDED", "DELIVERED", Some(Completed), Some(Delivered)),
        ("PAID", "WILL_NOT_DELIVER", Some(OnHold), None),
        ("PAID", "RETURNED", Some(Completed), None),
        ("PAID", "CUSTOM_FULFILLMENT_STATUS_1", Some(Processing), None),
        ("CUSTOM_PAYMENT_STATUS_2", "AWAITING_PROCESSING", Some(Pending), Some(Packed)),
        ("CANCELLED", "WILL_NOT_DELIVER", Some(Cancelled), None),
        ("REFUNDED", "RETURNED", Some(Refunded), None),
        ("DECLINED", "SHIPPED", None, Some(Shipped)),
    ] {
        let changes = [("/order/paymentStatus", json!(money)), ("/order/fulfillmentStatus", json!(goods))];
        let (checkout, fulfilment) = facts(&changes, &Settings::default());
        assert_eq!((checkout.status, fulfilment.and_then(|one| one.state)), (status, state), "{money} {goods}");
    }
    let own: Settings =
        serde_json::from_value(json!({"status_map": {"CUSTOM_FULFILLMENT_STATUS_1": "on_hold"}})).expect("settings");
    let custom = [("/order/fulfillmentStatus", json!("CUSTOM_FULFILLMENT_STATUS_1"))];
    assert_eq!(facts(&custom, &own).0.status, Some(OnHold));
    let unnumbered = [("/order/trackingNumber", json!("")), ("/order/fulfillmentStatus", json!("PROCESSING"))];
    assert_eq!(facts(&unnumbered, &own).1, None);
    let label = json!([{"tracking": {"tracking_number": "JD 99", "tracking_url": "https://x.example/"}}]);
    let label = [("/order/trackingNumber", json!("")), ("/order/shipments", label)];
    assert_eq!(facts(&label, &own).1.and_then(|one| one.number).map(|n| n.as_str().to_owned()), Some("JD99".into()));
}

#[test]
fn what_has_files_may_travel_too() {
    for (item, expected) in [
        (json!({"digital": false, "tangible": true}), Needs::Shipping),
        (json!({"digital": true, "tangible": true}), Needs::Shipping),
        (json!({"digital": false, "tangible": false}), Needs::Nothing),
        (json!({"digital": true, "isShippingRequired": true, "tangible": false}), Needs::Shipping),
        (json!({"isShippingRequired": false}), Needs::Nothing),
        (json!({"digital": true}), Needs::Nothing),
    ] {
        let (checkout, fulfilment) = facts(&[("/order/items", json!([item]))], &Settings::default());
        assert_eq!((checkout.document.lines[0].needs, fulfilment.is_some()), (expected, expected == Needs::Shipping));
    }
}

#[test]
fn floats_are_read_as_they_are_written_and_add_up() {
    for (changes, total, refunded) in [
        (vec![], 4920, 0),
        (vec![("/order/discount", json!(1.5)), ("/order/total", json!(47.7))], 4770, 0),
        (vec![("/order/pricesIncludeTax", json!(true)), ("/order/total", json!(46))], 4600, 0),
        (vec![("/order/total", json!(39.2))], 3920, 0),
        (vec![("/order/total", json!(55))], 5500, 0),
        (vec![("/order/refunds", json!([{"amount": 1.1}, {"amount": 2.2}]))], 4920, 330),
        (vec![("/order/refundedAmount", json!(5.000_000_001)), ("/order/refunds", json!([{"amount": 5}]))], 4920, 500),
        (vec![("/order/paymentStatus", json!("REFUNDED"))], 4920, 4920),
        (vec![("/currency", json!("JPY"))], 49, 0),
    ] {
        let document = facts(&changes, &Settings::default()).0.document;
        let amounts = document.amounts;
        let tax = if amounts.tax_included { 0 } else { amounts.tax };
        let lines: i64 = document.lines.iter().map(|line| line.total).sum();
        let sum = lines + amounts.shipping + amounts.fees + tax + amounts.rounding - amounts.discount;
        assert_eq!((document.total, document.refunded, sum), (total, refunded, total), "{changes:?}");
    }
}

const PROFILE: &str = r#"{"generalInfo":{"storeId":1003},"formatsAndUnits":{"currency":"EUR","currencyPrecision":2}}"#;

#[test]
fn an_order_is_fetched_with_its_stores_currency() {
    let settings = settings("ecwid");
    let hint = Hint::new("order", &["1003", "K8XTQ"]).expect("plain");
    let api = |ask: &Ask| {
        let token = ask.headers.iter().find(|(name, _)| *name == "authorization");
        assert_eq!(token.map(|(_, token)| token.reveal().as_str()), Some("Bearer secret_demo"));
        match ask.url.strip_prefix("https://app.ecwid.com/api/v3/1003/").expect("the store's own") {
            "orders/K8XTQ" => (200, whole()["order"].to_string()),
            "profile" => (200, PROFILE.to_owned()),
            other => panic!("{other}"),
        }
    };
    let bodies = talk::bodies(&Ecwid, &hint, &settings, api);
    assert_eq!(serde_json::from_str::<Value>(&bodies[0]).expect("JSON"), whole());

    let asked = |answer: (u16, &'static str)| talk::fetched(&Ecwid, &hint, &settings, move |_: &Ask| answer);
    assert_eq!(asked((404, "")), Ok(Step::Gone));
    assert_eq!(asked((200, r#"{"paymentStatus":"INCOMPLETE"}"#)), Ok(Step::Gone));
    for strange in ["", "[]", "{}", "<html>"] {
        assert!(asked((200, strange)).is_err(), "{strange}");
    }
    let other = Hint::new("order", &["9", "K8XTQ"]).expect("plain");
    assert!(talk::fetched(&Ecwid, &other, &settings, |_: &Ask| (200, "{}")).is_err());
}

#[test]
fn changes_are_listed_store_by_store_to_the_end() {
    let own = json!({"tokens": {"1003": "secret_a", "1004": "secret_b"}, "currencies": {"1004": "USD"}});
    let settings: Settings = serde_json::from_value(own).expect("settings");
    let window = talk::window("2026-09-21T14:00:00Z", "2026-09-21T15:00:00Z");
    let order = |id: usize| json!({"id": format!("A{id}"), "internalId": id, "paymentStatus": if id == 3 { "INCOMPLETE" } else { "PAID" }});
    let api = |ask: &Ask| {
        let (store, path) = ask
            .url
            .strip_prefix("https://app.ecwid.com/api/v3/")
            .and_then(|path| path.split_once('/'))
            .expect("a path");
        let range =
            match (store, path.strip_prefix("orders?updatedFrom=1789999200&updatedTo=1790002800&limit=100&offset=")) {
                ("1003", None) if path == "profile" => return (200, PROFILE.to_owned()),
                ("1003", Some("0")) => 0..100,
                ("1003", Some("100")) => 100..130,
                ("1004", Some("0")) => 0..1,
                other => panic!("{other:?}"),
            };
        let total = if store == "1003" { 130 } else { 1 };
        (200, json!({"total": total, "count": range.len(), "items": range.map(order).collect::<Vec<_>>()}).to_string())
    };
    let found = talk::listed(&Ecwid, window, &settings, api).expect("credentials").expect("listed");
    assert_eq!(found.len(), 129 + 1);
    let body = |place: usize| match &found[place] {
        Found::Delivery(body) => serde_json::from_slice::<Value>(body).expect("JSON"),
        Found::Hint(hint) => panic!("{hint:?}"),
    };
    assert_eq!(body(0), json!({"store": "1003", "currency": "EUR", "order": order(0)}));
    assert_eq!(body(129), json!({"store": "1004", "currency": "USD", "order": order(0)}));

    // A total that is never reached ends with what is there.
    let short =
        |ask: &Ask| if ask.url.ends_with("profile") { (200, PROFILE) } else { (200, r#"{"total":9,"items":[]}"#) };
    assert_eq!(talk::listed(&Ecwid, window, &settings, short), Some(Ok(Vec::new())));
    assert!(talk::listed(&Ecwid, window, &settings, |_: &Ask| (200, "{}")).expect("credentials").is_err());
    assert!(talk::listed(&Ecwid, window, &with_secrets(&["s"]), |_: &Ask| (200, "{}")).is_none());
}
