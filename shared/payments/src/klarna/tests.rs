//! Signatures, pushes, and the corners of Klarna's objects.

use domain::fact::{Payment, PaymentStatus, Reference};
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, settings, signed_at, with_secrets};
use testing::talk::{bodies, fetched};
use webhooks::delivery::{Proof, Rejection};
use webhooks::hint::Hint;
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;
use webhooks::source::{Open, Source, Step};

use super::Klarna;

const COMPOSED: &str = r#"{"metadata":{"event_type":"payment.request.state-change.completed","event_id":"d9f9b1a0-5b1a-4b0e-9b0a-9e9b1a0d5b1a","event_version":"v2","occurred_at":"2026-09-21T16:53:25Z","correlation_id":"2d1557e8-17c3-466c-924a-bbc3e91c2a02","subject_account_id":"krn:partner:global:account:test:HGBY07TR","recipient_account_id":"krn:partner:global:account:test:LWT2XJSE","product_instance_id":"krn:partner:product:payment:ad71bc48-8a07-4919-a2c1-103dba3fc918","webhook_id":"krn:partner:global:notification:webhook:120e5b7e-abcd-4def-8a90-dca726e639b5","live":false},"payload":{"payment_request_id":"krn:payment:eu1:request:552603c0-fe8b-4ab1-aacb-41d55fafbdb4","state":"COMPLETED","previous_state":"IN_PROGRESS","currency":"EUR","amount":4999,"payment_request_reference":"1001"}}"#;

#[test]
fn the_composed_vector_is_genuine_in_either_encoding() {
    let ask = |signature: &str, body: &str, secrets: &[&str]| {
        let delivery = Recorded::new("klarna", &[("klarna-signature", signature)], body.as_bytes());
        match Klarna.verify(delivery.delivery(), &with_secrets(secrets), signed_at()) {
            Ok(Proof::Signed(_)) => None,
            Ok(other) => panic!("{other:?}"),
            Err(rejection) => Some(rejection),
        }
    };
    for signature in [
        "cf6ee73403addc525da45a2253298dea3e6f12398610fa1982d7fdfa3036b7d1",
        "CF6EE73403ADDC525DA45A2253298DEA3E6F12398610FA1982D7FDFA3036B7D1",
        "z27nNAOt3FJdpFoiUymN6j5vEjmGEPoZgtf9+jA2t9E=",
    ] {
        assert_eq!(ask(signature, COMPOSED, &["new", "test-signing-key"]), None);
        assert_eq!(ask(signature, COMPOSED, &["new"]), Some(Rejection::Forged));
        assert_eq!(ask(signature, &COMPOSED[1..], &["test-signing-key"]), Some(Rejection::Forged));
    }
    for wrong in ["", "cf6e", "z27n", "*"] {
        assert_eq!(ask(wrong, COMPOSED, &["test-signing-key"]), Some(Rejection::Forged), "{wrong}");
    }
}

fn push(query: &str, body: &str, settings: &Settings) -> Result<String, Rejection> {
    let delivery = Recorded { query: query.to_owned(), ..Recorded::new("klarna", &[], body.as_bytes()) };
    match Klarna.verify(delivery.delivery(), settings, signed_at())? {
        Proof::Hints(hints) => Ok(hints[0].id(0).to_owned()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_push_only_names_what_is_fetched() {
    let known = settings("klarna");
    assert_eq!(push("klarna_order_id=f3392f8b-6116", "", &known), Ok("f3392f8b-6116".to_owned()));
    assert_eq!(push("", r#"{"order_id":"f3392f8b"}"#, &known), Ok("f3392f8b".to_owned()));
    for (query, body) in [
        ("", ""),
        ("klarna_order_id=", ""),
        ("klarna_order_id=..%2F..", ""),
        ("klarna_order_id=a&klarna_order_id=b", ""),
        ("", COMPOSED),
    ] {
        assert_eq!(push(query, body, &known), Err(Rejection::Missing), "{query}");
    }
    let nothing = with_secrets(&["test-signing-key"]);
    assert_eq!(push("klarna_order_id=a", "", &nothing), Err(Rejection::NoSecret), "nothing to fetch with");
    let guarded: Settings =
        serde_json::from_value(json!({"username": "a", "password": "b", "token": "unguessable"})).expect("settings");
    assert_eq!(push("klarna_order_id=a&token=unguessable", "", &guarded), Ok("a".to_owned()));
    assert_eq!(push("klarna_order_id=a&token=guessed", "", &guarded), Err(Rejection::Forged));
    assert_eq!(push("klarna_order_id=a", "", &guarded), Err(Rejection::Missing));
}

fn read(body: &Value) -> Payment {
    let delivery = Recorded::new("klarna", &[], b"");
    let facts = Klarna.interpret(&delivery.proved(body.to_string().as_bytes()), &Settings::default());
    facts.expect("readable").swap_remove(0)
}

#[test]
fn states_of_payment_requests() {
    let of = |state: &str| {
        let mut body: Value = serde_json::from_str(COMPOSED).expect("JSON");
        body["payload"]["state"] = json!(state);
        let payment = read(&body);
        assert!(payment.test && payment.captured.is_none());
        (payment.status, payment.attempt.map(|attempt| attempt.failed))
    };
    assert_eq!(of("SUBMITTED"), (Some(PaymentStatus::Pending), Some(false)));
    assert_eq!(of("COMPLETED"), (Some(PaymentStatus::Pending), Some(false)), "completed is not paid");
    assert_eq!(of("EXPIRED"), (Some(PaymentStatus::Cancelled), None));
    assert_eq!(of("DECLINED"), (Some(PaymentStatus::Failed), Some(true)));
    assert_eq!(of("SLEEPING"), (None, None));
}

#[test]
fn older_payloads_name_the_amount_otherwise() {
    let mut body: Value = serde_json::from_str(COMPOSED).expect("JSON");
    let payload = body["payload"].as_object_mut().expect("a payload");
    let amount = payload.remove("amount").expect("an amount");
    payload.insert("payment_amount".to_owned(), amount);
    assert_eq!(read(&body).amount.map(|money| money.minor), Some(4999));
    body["payload"]["currency"] = json!(null);
    assert_eq!(read(&body).amount, None);
}

#[test]
fn an_order_says_all_that_was_taken_and_given_back() {
    let of = |changes: Value| {
        let mut body: Value =
            serde_json::from_slice(&one("payment-webhook", "klarna.order.fetched").body).expect("JSON");
        body.as_object_mut().expect("an object").extend(changes.as_object().expect("changes").clone());
        let payment = read(&body);
        let minor = |money: Option<domain::money::Money>| money.map(|money| money.minor);
        (payment.status, minor(payment.captured), minor(payment.refunded))
    };
    assert_eq!(of(json!({})), (Some(PaymentStatus::Paid), Some(2870), Some(650)));
    let nothing = json!({"status": "AUTHORIZED", "captured_amount": 0, "refunded_amount": 0});
    assert_eq!(of(nothing), (Some(PaymentStatus::Authorised), None, None));
    let part = json!({"status": "PART_CAPTURED", "captured_amount": 1000, "refunded_amount": 0});
    assert_eq!(of(part), (Some(PaymentStatus::Paid), Some(1000), Some(0)));
    assert_eq!(of(json!({"status": "CANCELLED", "captured_amount": 0})).0, Some(PaymentStatus::Cancelled));
    assert_eq!(of(json!({"status": "CLOSED"})).0, Some(PaymentStatus::Paid));
    assert_eq!(of(json!({"status": "CLOSED", "captured_amount": 0})).0, Some(PaymentStatus::Cancelled));
    assert_eq!(of(json!({"status": "SLEEPING"})).0, None);
}

#[test]
fn what_was_called_off_was_so_after_it_was_authorised() {
    let at = |status: &str| {
        let order = json!({"order_id": "a", "status": status, "created_at": "2026-09-21T14:12:00Z",
            "purchase_currency": "EUR"});
        read(&order).at
    };
    assert!(at("CANCELLED") > at("AUTHORIZED"));
}

#[test]
fn an_order_is_fetched_from_its_region() {
    let hint = Hint::new("order", &["f3392f8b"]).expect("a hint");
    let body = r#"{"order_id":"f3392f8b","merchant_reference1":"727"}"#;
    let found = bodies(&Klarna, &hint, &settings("klarna"), |ask| {
        assert_eq!(ask.url, "https://api.klarna.com/ordermanagement/v1/orders/f3392f8b");
        let (_, who) = ask.headers.iter().find(|(name, _)| *name == "authorization").expect("who asks");
        assert_eq!(who.reveal(), "Basic UEswMDAwMF8wMDAwMDAwMDAwOnRlc3QtcGFzc3dvcmQ=");
        (200, body.to_owned())
    });
    assert_eq!(found, [body]);
    assert_eq!(fetched(&Klarna, &hint, &settings("klarna"), |_| (404, String::new())), Ok(Step::Gone));
    for wrong in ["", "{}", r#"{"order_id":"another"}"#] {
        assert!(fetched(&Klarna, &hint, &settings("klarna"), |_| (200, wrong.to_owned())).is_err(), "{wrong}");
    }
    let american: Settings =
        serde_json::from_value(json!({"username": "a", "password": "b", "api": "https://api-na.klarna.com"}))
            .expect("settings");
    let asked = fetched(&Klarna, &hint, &american, |ask| {
        assert!(ask.url.starts_with("https://api-na.klarna.com/"), "{}", ask.url);
        (410, String::new())
    });
    assert_eq!(asked, Ok(Step::Gone));
    assert!(fetched(&Klarna, &hint, &Settings::default(), |_| (200, body.to_owned())).is_err());
}

#[test]
fn an_order_is_found_by_what_the_shop_calls_it() {
    let body = serde_json::from_slice(&one("payment-webhook", "klarna.order.fetched").body).expect("JSON");
    let named = [Reference::Order("727".to_owned()), Reference::Payment("K4MADNY-1".to_owned())];
    assert_eq!(read(&body).references, named);
    assert_eq!(read(&serde_json::from_str(COMPOSED).expect("JSON")).references, [Reference::Order("1001".to_owned())]);
}

#[test]
fn an_order_is_asked_for_until_money_is_taken_and_a_payment_request_is_not() {
    let open = |id| Open::Payment { id };
    let known = settings("klarna");
    let hint = Klarna.asks_for(&open("f3392f8b-6116-4073-ab96-e330819e2c07"), &known);
    assert_eq!(hint, Hint::new("order", &["f3392f8b-6116-4073-ab96-e330819e2c07"]));
    assert_eq!(Klarna.asks_for(&open("krn:payment:eu1:request:552603c0"), &known), None);
    assert_eq!(Klarna.asks_for(&open("a/../b"), &known), None);
    let parcel = Open::Parcel { carrier: None, number: "f3392f8b", known: true };
    assert_eq!(Klarna.asks_for(&parcel, &known), None);
    let alone = with_secrets(&["test-signing-key"]);
    assert_eq!((Klarna.asks_for(&open("f3392f8b"), &alone), Klarna.asks(&alone)), (None, None));
}
