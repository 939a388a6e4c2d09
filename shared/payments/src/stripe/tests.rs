//! Signature vectors of Stripe's own libraries, and the corners of its objects.

use domain::fact::{Payment, PaymentStatus, Reference};
use domain::money::Currency;
use jiff::Timestamp;
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, with_secrets};
use testing::talk::{fetched, listed, window};
use webhooks::delivery::{Proof, Rejection, Unreadable};
use webhooks::hint::Hint;
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;
use webhooks::source::{Ask, Found, Step};

use super::{Stripe, decimals};

#[track_caller]
fn proof(secrets: &[&str], header: &str, body: &str, now: i64) -> Option<Rejection> {
    let delivery = Recorded::new("stripe", &[("stripe-signature", header)], body.as_bytes());
    let now = Timestamp::from_second(now).expect("in range");
    match Stripe.verify(delivery.delivery(), &with_secrets(secrets), now) {
        Ok(Proof::Signed(_)) => None,
        Ok(other) => panic!("{other:?}"),
        Err(rejection) => Some(rejection),
    }
}

const INTENT: &str = r#"{"id":"evt_3PabcSUCC","object":"event","api_version":"2026-07-29.dahlia","created":1790000000,"livemode":false,"pending_webhooks":1,"request":{"id":"req_x1","idempotency_key":"order-1001-try1"},"type":"payment_intent.succeeded","data":{"object":{"id":"pi_3Pabc","object":"payment_intent","amount":4999,"amount_capturable":0,"amount_received":4999,"currency":"eur","status":"succeeded","capture_method":"automatic_async","latest_charge":"ch_3Pabc","payment_method":"pm_1Pabc","payment_method_types":["card"],"last_payment_error":null,"receipt_email":"ann@example.com","description":"Order 1001","metadata":{"order_id":"1001"},"created":1789999990,"livemode":false}}}"#;
const CHARGE: &str = r#"{"id":"evt_3PabcCHG","object":"event","api_version":"2026-07-29.dahlia","created":1790000000,"livemode":false,"pending_webhooks":1,"request":{"id":"req_x1","idempotency_key":"order-1001-try1"},"type":"charge.succeeded","data":{"object":{"id":"ch_3Pabc","object":"charge","amount":4999,"amount_captured":4999,"amount_refunded":0,"captured":true,"currency":"eur","disputed":false,"failure_code":null,"failure_message":null,"metadata":{"order_id":"1001"},"outcome":{"network_status":"approved_by_network","type":"authorized","seller_message":"Payment complete."},"paid":true,"payment_intent":"pi_3Pabc","payment_method":"pm_1Pabc","payment_method_details":{"type":"card","card":{"brand":"visa","last4":"4242","exp_month":12,"exp_year":2030,"funding":"credit","country":"NL","network":"visa","wallet":{"type":"apple_pay","dynamic_last4":"0492","apple_pay":{}}}},"receipt_number":null,"refunded":false,"status":"succeeded","created":1789999999}}}"#;
const NEW: &str = "v1=da6f9cfe5341d169885488a1c67c8cea63ba7dcd8bbfcba99572296eb2a7024a";
const OLD: &str = "v1=201b3cc503f81e48420f7a1547429633df395bf86e550ad436a080ae5f7ad0db";
const SIGNED: i64 = 1_790_000_005;

#[test]
fn vectors_are_genuine() {
    let current = &["whsec_test_current"];
    assert_eq!(proof(current, &format!("t={SIGNED},{NEW}"), INTENT, SIGNED), None);
    let charge = "v1=0edd931ac2d637854f8fe305810809c52a4bc748c7305e5ef80fe955f584707d";
    assert_eq!(proof(current, &format!("t={SIGNED},{charge}"), CHARGE, SIGNED), None);
    let node = "{\n  \"id\": \"evt_test_webhook\",\n  \"object\": \"event\"\n}";
    let python = "{\n  \"id\": \"evt_test_webhook\",\n  \"object\": \"event\",\n  \"data\": { \"object\": { \"id\": \"rdr_123\", \"object\": \"terminal.reader\" } }\n}";
    for (t, body, v1) in [
        (1_614_265_330, node, "af4ead0627a34a8cca29808e8de9ada8e41a92e6237c63cef6eacf51d36cca34"),
        (12345, node, "2672d138c9a412830f3bfe2ecc5bfb3277cf6f5b49d0119d77dd6cb64da1257e"),
        (12345, python, "07b1ede164afb7b5de91267ffa656f568c65d6e0783ce0ac55ee094643578eda"),
    ] {
        assert_eq!(proof(&["whsec_test_secret"], &format!("t={t},v1={v1}"), body, t), None);
    }
    let body = r#"{"account":"acct_123","api_version":"2017-05-25","created":1533204620,"data":{"object":{"amount":1000,"currency":"usd","customer":"cus_123","date":1533204620,"description":"Test Invoice Item","discountable":false,"id":"ii_123","invoice":"in_123","livemode":false,"metadata":{},"object":"invoiceitem","period":{"end":1533204620,"start":1533204620},"proration":false,"quantity":3,"quantity_decimal":"0"}},"id":"evt_123","livemode":false,"object":"event","pending_webhooks":1,"request":{"id":"req_123","idempotency_key":"idempotency-key-123"},"type":"invoiceitem.created"}"#;
    let header = "t=1533204620,v1=d7373bc68f4bd320b253cd7461f87af6e1cdf1b4d7db1614d8d1d746972d2d0a";
    assert_eq!(proof(&["secret"], header, body, 1_533_204_620), None);
}

#[test]
fn a_rolled_secret_loses_nothing_and_an_old_one_proves_nothing() {
    let both = format!("t={SIGNED},{OLD},{NEW}");
    assert_eq!(proof(&["whsec_test_current"], &both, INTENT, SIGNED), None);
    assert_eq!(proof(&["whsec_test_previous"], &both, INTENT, SIGNED), None);
    let old = format!("t={SIGNED},{OLD}");
    assert_eq!(proof(&["whsec_test_current", "whsec_test_previous"], &old, INTENT, SIGNED), None);
    assert_eq!(proof(&["whsec_test_current"], &old, INTENT, SIGNED), Some(Rejection::Forged));
    assert_eq!(proof(&["whsec_test_current"], &format!("t={SIGNED},{NEW},v1=potato"), INTENT, SIGNED), None);
    assert_eq!(proof(&[" whsec_test_current\n"], &format!("t={SIGNED}, {NEW}"), INTENT, SIGNED), None);
}

#[test]
fn what_is_not_signed_lately_by_the_secret_is_refused() {
    let check = |header: &str, now: i64| proof(&["whsec_test_current"], header, INTENT, now);
    let good = format!("t={SIGNED},{NEW}");
    assert_eq!(check(&good, SIGNED + 300), None);
    assert_eq!(check(&good, SIGNED + 301), Some(Rejection::Stale));
    assert_eq!(check(&good, SIGNED - 121), Some(Rejection::Stale));
    for header in [
        "I'm not even a real signature header",
        "",
        NEW,
        "t=x,v1=00",
        &format!("t={SIGNED}"),
        &good.replace("v1=", "v0="),
        &format!("t={SIGNED},t=12345,{NEW}"),
    ] {
        assert_eq!(check(header, SIGNED), Some(Rejection::Missing), "{header}");
    }
    assert_eq!(check(&format!("t={SIGNED},v1=bad_signature"), SIGNED), Some(Rejection::Forged));
    assert_eq!(check(&format!("t={},{NEW}", SIGNED + 1), SIGNED), Some(Rejection::Forged));
    // Tampering is reported as tampering, however old.
    assert_eq!(proof(&["whsec_test_current"], &good, CHARGE, SIGNED + 9_999), Some(Rejection::Forged));
}

fn read(body: &Value) -> Result<Vec<Payment>, Unreadable> {
    let delivery = Recorded::new("stripe", &[], b"");
    Stripe.interpret(&delivery.proved(body.to_string().as_bytes()), &Settings::default())
}

/// A recorded delivery with some of its object's fields changed.
#[track_caller]
fn object(name: &str, changes: &[(&str, Value)]) -> Payment {
    let mut body: Value = serde_json::from_slice(&one("payment-webhook", name).body).expect("JSON");
    for (key, value) in changes {
        body["data"]["object"][*key] = value.clone();
    }
    read(&body).expect("readable").swap_remove(0)
}

#[test]
fn test_mode_and_unknown_objects_are_known_as_such() {
    assert!(read(&serde_json::from_str(INTENT).expect("JSON")).expect("readable")[0].test);
    let event = |object: &str, inner: &str| json!({"object": object, "type": "x", "created": 1, "data": {"object": {"id": "x", "object": inner}}});
    assert_eq!(read(&event("event", "invoiceitem")), Ok(Vec::new()));
    assert_eq!(read(&event("v2.core.event", "charge")), Ok(Vec::new()));
    assert!(read(&event("charge", "charge")).is_err());
    let session = [("payment_intent", json!(null))];
    let mut body: Value =
        serde_json::from_slice(&one("payment-webhook", "stripe.checkout.session.completed").body).expect("JSON");
    body["data"]["object"]["payment_intent"] = session[0].1.clone();
    assert_eq!(read(&body), Ok(Vec::new()), "paid by an invoice, or nothing to pay");
}

#[test]
fn an_old_api_version_lists_its_charges_in_the_intent() {
    let old = json!({"object": "list", "data": [{"id": "ch_3Pnew", "object": "charge"}, {"id": "ch_3Pbad"}]});
    let listed = [("latest_charge", json!(null)), ("charges", old)];
    let payment = object("stripe.payment_intent.succeeded", &listed);
    assert_eq!(payment.transaction.as_deref(), Some("ch_3Pnew"));
    assert_eq!(payment.attempt.map(|attempt| attempt.id).as_deref(), Some("ch_3Pnew"));
    assert!(payment.references.contains(&Reference::Payment("ch_3Pnew".to_owned())));
    let none = [("latest_charge", json!(null)), ("charges", json!({"object": "list", "data": []}))];
    assert_eq!(object("stripe.payment_intent.succeeded", &none).attempt, None);
}

#[test]
fn two_reports_of_one_try_name_the_same_try() {
    let name = |payment: Payment| payment.attempt.map(|attempt| (attempt.id, attempt.failed));
    let failed = Some(("ch_3Pbad".to_owned(), true));
    let intent = "stripe.payment_intent.payment_failed";
    assert_eq!(name(object("stripe.charge.failed", &[])), failed);
    assert_eq!(name(object(intent, &[])), failed);
    assert_eq!(name(object(intent, &[("last_payment_error", json!({"code": "x"}))])), failed);
    // Before there was a charge: the latest one is of an earlier try.
    let refused = json!({"code": "payment_intent_authentication_failure"});
    let unnamed = Some(("pi_3Pabc/1789999800".to_owned(), true));
    assert_eq!(name(object(intent, &[("last_payment_error", refused)])), unnamed);
    let no_charge = [("last_payment_error", json!(null)), ("latest_charge", json!(null))];
    assert_eq!(name(object(intent, &no_charge)), unnamed);
    let good = Some(("ch_3Pabc".to_owned(), false));
    assert_eq!(name(object("stripe.charge.succeeded", &[])), good);
    assert_eq!(name(object("stripe.charge.succeeded", &[("status", json!("pending"))])), good);
    assert_eq!(name(object("stripe.payment_intent.succeeded", &[])), good);
    // The customer is asked again: the latest charge is the failed one.
    let asked = [("status", json!("requires_action")), ("latest_charge", json!("ch_3Pbad"))];
    assert_eq!(name(object("stripe.payment_intent.succeeded", &asked)), None);
}

#[test]
fn a_changed_description_of_an_old_charge_is_no_news() {
    let updated = serde_json::from_str(&CHARGE.replace("charge.succeeded", "charge.updated")).expect("JSON");
    assert_eq!(read(&updated), Ok(Vec::new()));
}

#[test]
fn statuses_of_intents_and_charges() {
    let intent = |status: &str| object("stripe.payment_intent.succeeded", &[("status", json!(status))]).status;
    assert_eq!(intent("requires_payment_method"), Some(PaymentStatus::Open));
    assert_eq!(intent("requires_action"), Some(PaymentStatus::Pending));
    assert_eq!(intent("requires_capture"), Some(PaymentStatus::Authorised));
    assert_eq!(intent("canceled"), Some(PaymentStatus::Cancelled));
    assert_eq!(intent("sleeping"), None);
    let session = |status: &str, paid: &str| {
        let changes = [("status", json!(status)), ("payment_status", json!(paid))];
        let payment = object("stripe.checkout.session.completed", &changes);
        (payment.status, payment.captured.map(|money| money.minor))
    };
    assert_eq!(session("complete", "paid"), (Some(PaymentStatus::Paid), Some(2870)));
    assert_eq!(session("complete", "unpaid"), (Some(PaymentStatus::Pending), None));
    assert_eq!(session("expired", "unpaid"), (Some(PaymentStatus::Cancelled), None));
    let refund = |status: Value| {
        let payment = object("stripe.refund.created", &[("status", status)]);
        payment.refund.map(|refund| (refund.amount.minor, refund.failed))
    };
    assert_eq!(refund(json!("pending")), Some((650, false)));
    assert_eq!(refund(json!("canceled")), Some((650, true)));
    assert_eq!(refund(json!("sleeping")), None);
}

#[test]
fn money_that_was_only_reserved_is_neither_taken_nor_given_back() {
    let charge = |changes: &[(&str, Value)]| {
        let payment = object("stripe.charge.refunded", changes);
        (payment.status, payment.captured.map(|money| money.minor), payment.refunded.map(|money| money.minor))
    };
    let reserved = [("captured", json!(false)), ("amount_captured", json!(0)), ("amount_refunded", json!(0))];
    assert_eq!(charge(&reserved), (Some(PaymentStatus::Authorised), None, None));
    let let_go = [
        ("captured", json!(false)),
        ("amount_captured", json!(0)),
        ("refunded", json!(true)),
        ("amount_refunded", json!(2870)),
    ];
    assert_eq!(charge(&let_go), (Some(PaymentStatus::Cancelled), None, None));
    let partly = [("amount_captured", json!(2000)), ("amount_refunded", json!(870))];
    assert_eq!(charge(&partly), (Some(PaymentStatus::Paid), Some(2000), Some(0)));
    let partly_back = [("amount_captured", json!(2000)), ("amount_refunded", json!(1370))];
    assert_eq!(charge(&partly_back), (Some(PaymentStatus::Paid), Some(2000), Some(500)));
    assert_eq!(charge(&[("payment_intent", json!(null))]).1, Some(2870));
    assert_eq!(object("stripe.charge.refunded", &[("payment_intent", json!(null))]).id, "ch_3Pabc");
}

#[test]
fn amounts_become_minor_units_of_iso_4217() {
    let captured = |amount: i64, code: &str| {
        let changes = [("amount", json!(amount)), ("amount_received", json!(amount)), ("currency", json!(code))];
        object("stripe.payment_intent.succeeded", &changes).captured.map(|money| money.decimal())
    };
    for (amount, code, text) in [
        (4999, "eur", "49.99"),
        (500, "jpy", "500"),
        (5120, "kwd", "5.120"),
        (500, "mga", "500.00"),
        (500, "isk", "5"),
        (500, "ugx", "5"),
    ] {
        assert_eq!(captured(amount, code).as_deref(), Some(text), "{code}");
    }
    for code in "BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split(' ') {
        assert_eq!(Currency::parse(code).map(decimals), Ok(0), "{code}");
    }
    let mut body: Value = serde_json::from_str(INTENT).expect("JSON");
    body["data"]["object"]["currency"] = json!("isk");
    let error = read(&body).expect_err("a fraction of a króna").to_string();
    assert_eq!(error, "`amount_received` has a fraction that its currency has not");
}

fn with_key() -> Settings {
    serde_json::from_value(json!({"api_key": "rk_test"})).expect("settings")
}

#[test]
fn events_are_listed_to_the_last_page_and_are_what_webhooks_bring() {
    let hour = window("2026-09-21T14:00:00Z", "2026-09-21T15:00:00.5Z");
    let first = format!(r#"{{"object":"list","data":[{INTENT},{CHARGE}],"has_more":true,"url":"/v1/events"}}"#);
    let answer = |ask: &Ask| {
        assert!(ask.url.starts_with("https://api.stripe.com/v1/events?created%5Bgte%5D=1789999200&created%5Blt%5D=1790002801&limit=100&types%5B%5D=payment_intent"));
        assert!(ask.headers.iter().any(|(name, value)| *name == "authorization" && value.reveal() == "Bearer rk_test"));
        match ask.url.split("&starting_after=").nth(1) {
            None => (200, first.clone()),
            Some("evt_3PabcCHG") => {
                (200, json!({"object": "list", "data": [{"id": "evt_1"}], "has_more": false}).to_string())
            }
            Some(other) => panic!("{other}"),
        }
    };
    let found = listed(&Stripe, hour, &with_key(), answer).expect("a list").expect("an end");
    let whole = |text: &str| Found::Delivery(text.as_bytes().to_vec());
    assert_eq!(found, [whole(INTENT), whole(CHARGE), whole(r#"{"id":"evt_1"}"#)], "every byte of them");
    assert_eq!(listed(&Stripe, hour, &Settings::default(), answer), None, "without a key");
}

#[test]
fn a_list_that_is_none_is_not_taken_for_an_empty_one() {
    let hour = window("2026-09-21T14:00:00Z", "2026-09-21T15:00:00Z");
    let ask = |body: &str| listed(&Stripe, hour, &with_key(), |_| (200, body.to_owned())).expect("a list");
    assert_eq!(ask(r#"{"data":[],"has_more":false}"#), Ok(Vec::new()));
    assert_eq!(ask(r#"{"data":[],"has_more":true}"#), Ok(Vec::new()), "no page comes after nothing");
    for wrong in [
        "",
        "[]",
        "{}",
        r#"{"data":{}}"#,
        r#"{"data":[{"id":"a/b"}],"has_more":true}"#,
        r#"{"data":[1],"has_more":true}"#,
    ] {
        assert!(ask(wrong).is_err(), "{wrong}");
    }
    let hint = Hint::new("event", &["evt_1"]).expect("a hint");
    assert_eq!(fetched(&Stripe, &hint, &with_key(), |_| (200, String::new())), Ok(Step::Gone));
}
