//! Signature vectors of Square's own library, and the corners of its objects.

use domain::fact::{Payment, PaymentStatus};
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, settings, signed_at};
use testing::talk::{fetched, listed, window};
use webhooks::delivery::Rejection;
use webhooks::hint::Hint;
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;
use webhooks::source::{Ask, Found, Step};

use super::Square;

fn ask(url: &str, key: &str, signature: &str, body: &str) -> Option<Rejection> {
    let settings: Settings = serde_json::from_value(json!({"secrets": [key], "url": url})).expect("settings");
    let delivery = Recorded::new("square", &[("x-square-hmacsha256-signature", signature)], body.as_bytes());
    Square.verify(delivery.delivery(), &settings, signed_at()).err()
}

const URL: &str = "https://webhook.site/679a4f3a-dcfa-49ee-bac5-9d0edad886b9";
const KEY: &str = "Ibxx_5AKakO-3qeNVR61Dw";
const SIGNATURE: &str = "GF4YkrJgGBDZ9NIYbNXBnMzqb2HoL4RW/S6vkZ9/2N4=";
const BODY: &str = r#"{"merchant_id":"MLEFBHHSJGVHD","type":"webhooks.test_notification","event_id":"ac3ac95b-f97d-458c-a6e6-18981597e05f","created_at":"2022-07-13T20:30:59.037339943Z","data":{"type":"webhooks","id":"bc368e64-01aa-407e-b46e-3231809b1129"}}"#;
const COMPOSED: &str = r#"{"merchant_id":"6SSW7HV8K2ST5","type":"payment.updated","event_id":"6a8f5f28-54a1-4eb0-a98a-3111513fd4fc","created_at":"2026-09-21T16:53:25.308Z","data":{"type":"payment","id":"hYy9pRFVxpDsO1FB05SunFWUe9JZY","object":{"payment":{"id":"hYy9pRFVxpDsO1FB05SunFWUe9JZY","created_at":"2026-09-21T16:53:20.086Z","updated_at":"2026-09-21T16:53:25.100Z","amount_money":{"amount":4999,"currency":"EUR"},"total_money":{"amount":4999,"currency":"EUR"},"approved_money":{"amount":4999,"currency":"EUR"},"status":"COMPLETED","delay_action":"CANCEL","delay_duration":"PT168H","source_type":"CARD","card_details":{"status":"CAPTURED","card":{"card_brand":"MASTERCARD","last_4":"9029","exp_month":11,"exp_year":2030,"card_type":"CREDIT","bin":"540988"},"entry_method":"KEYED","cvv_status":"CVV_ACCEPTED","avs_status":"AVS_ACCEPTED","statement_description":"SQ *MY SHOP"},"location_id":"S8GWD5R9QB376","order_id":"03O3USaPaAaFnI6kkwB1JxGgBsUZY","reference_id":"1001","receipt_number":"hYy9","receipt_url":"https://squareup.com/receipt/preview/hYy9pRFVxpDsO1FB05SunFWUe9JZY","version_token":"bhC3b8qKJvNDdxqKzXaeDsAjS1oMFuAKxGgT32HbE6S6o"}}}}"#;

#[test]
fn official_vectors_are_genuine() {
    assert_eq!(ask(URL, KEY, SIGNATURE, BODY), None);
    let short = "https://webhook.site/webhooks";
    let fake = r#"{"data":{"type":"webhooks","id":"fake_id"}}"#;
    assert_eq!(ask(short, "signature-key", "W3FlCNk5IA3ZQ2LHTWoajvzfaDu/OwY2tNHIHC3IUOA=", fake), None);
    let escaped = r#"{"data":{"type":"webhooks","id":">id<"}}"#;
    assert_eq!(ask(short, "signature-key", "Cxt7+aTi4rKgcA0bC4g9EHdVtLSDWdqccmL5MvihU4U=", escaped), None);
    let url = "https://shop.example.com/hooks/square?src=1";
    assert_eq!(ask(url, "asdf1234_test-key", "vPJ7i0lYmx3qA/ufMnyDvL/Tf/wSB8ne6v5goC3YAm0=", COMPOSED), None);
}

#[test]
fn what_the_official_library_refuses_is_refused() {
    let forged = Some(Rejection::Forged);
    assert_eq!(ask(&URL[..URL.len() - 1], KEY, SIGNATURE, BODY), forged);
    assert_eq!(ask(URL, "MCmhFRxGX82xMwg5FsaoQA", SIGNATURE, BODY), forged);
    assert_eq!(ask(URL, KEY, "1z2n3DEJJiUPKcPzQo1ftvbxGdw=", BODY), forged);
    assert_eq!(ask(URL, KEY, SIGNATURE, &BODY.replace("20:30:59", "20:30:58")), forged);
    let value: Value = serde_json::from_str(BODY).expect("JSON");
    assert_eq!(ask(URL, KEY, SIGNATURE, &serde_json::to_string_pretty(&value).expect("JSON")), forged);
    assert_eq!(ask(URL, "", SIGNATURE, BODY), Some(Rejection::NoSecret));
    assert_eq!(ask("", KEY, SIGNATURE, BODY), Some(Rejection::NoSecret));
    let old = Recorded::new("square", &[("x-square-signature", SIGNATURE)], BODY.as_bytes());
    assert_eq!(
        Square.verify(old.delivery(), &settings("square"), signed_at()).err(),
        Some(Rejection::Missing),
        "the older scheme is not taken"
    );
}

#[test]
fn another_accounts_event_is_refused_though_it_is_genuine() {
    let json = json!({"secrets": [KEY], "url": URL, "merchant_id": "other"});
    let settings: Settings = serde_json::from_value(json).expect("settings");
    let delivery = Recorded::new("square", &[("x-square-hmacsha256-signature", SIGNATURE)], BODY.as_bytes());
    assert_eq!(Square.verify(delivery.delivery(), &settings, signed_at()).err(), Some(Rejection::Foreign));
}

/// A recorded delivery with some of its object's fields changed.
#[track_caller]
fn object(name: &str, kind: &str, changes: &Value) -> Option<Payment> {
    let one = one("payment-webhook", name);
    let mut body: Value = serde_json::from_slice(&one.body).expect("JSON");
    let object = body["data"]["object"][kind].as_object_mut().expect("an object");
    object.extend(changes.as_object().expect("changes").clone());
    Square.interpret(&one.proved(body.to_string().as_bytes()), &settings("square")).expect("readable").pop()
}

fn payment(changes: &Value) -> Payment {
    object("square.payment.updated.completed", "payment", changes).expect("a payment")
}

#[test]
fn statuses_of_payments_and_refunds() {
    let of = |status: &str| {
        let payment = payment(&json!({"status": status}));
        (payment.status, payment.captured.is_some(), payment.attempt.map(|attempt| attempt.failed))
    };
    assert_eq!(of("PENDING"), (Some(PaymentStatus::Pending), false, Some(false)));
    assert_eq!(of("APPROVED"), (Some(PaymentStatus::Authorised), false, Some(false)));
    assert_eq!(of("COMPLETED"), (Some(PaymentStatus::Paid), true, Some(false)));
    assert_eq!(of("CANCELED"), (Some(PaymentStatus::Cancelled), false, None));
    assert_eq!(of("FAILED"), (Some(PaymentStatus::Failed), false, Some(true)));
    assert_eq!(of("SLEEPING"), (None, false, None));
    let refund = |status: &str| {
        let refund = object("square.refund.updated", "refund", &json!({"status": status})).and_then(|p| p.refund);
        refund.map(|refund| (refund.failed, refund.pending))
    };
    assert_eq!(refund("PENDING"), Some((false, true)));
    assert_eq!(refund("COMPLETED"), Some((false, false)));
    assert_eq!(refund("REJECTED"), Some((true, false)));
    assert_eq!(refund("FAILED"), Some((true, false)));
    assert_eq!(refund("SLEEPING"), None);
}

#[test]
fn a_refund_of_no_payment_is_no_orders() {
    let back = |changes: Value| object("square.refund.updated", "refund", &changes);
    assert_eq!(back(json!({"payment_id": null, "order_id": null, "unlinked": true})), None);
    assert!(back(json!({"unlinked": false})).is_some());
}

#[test]
fn what_the_buyer_paid_is_with_the_tip() {
    let total = json!({"total_money": {"amount": 3000, "currency": "EUR"}});
    assert_eq!(payment(&total).captured.map(|money| money.minor), Some(3000));
    assert_eq!(payment(&json!({"total_money": null})).captured.map(|money| money.minor), Some(2870));
    assert!(payment(&json!({"receipt_url": "https://squareupsandbox.com/receipt/x"})).test);
}

#[test]
fn a_sale_at_a_till_is_no_shops_order_unless_it_names_one() {
    let told = |changes: Value| object("square.payment.updated.completed", "payment", &changes).is_some();
    assert!(told(json!({"reference_id": null})), "paid in a shop, which may know it by its own id");
    assert!(told(json!({"source_type": "CASH"})));
    assert!(!told(json!({"source_type": "CASH", "reference_id": null})));
    assert!(!told(json!({"card_details": {"entry_method": "EMV"}, "reference_id": ""})));
}

#[test]
fn ways_to_pay_are_told_in_short() {
    let method = |changes: Value| {
        let method = payment(&changes).method?;
        let last4 = method.last4.map(|digits| digits.reveal().clone());
        Some([Some(method.kind), method.brand, last4, method.wallet].map(Option::unwrap_or_default).join(" "))
    };
    let card = json!({"card": {"card_brand": "AMERICAN_EXPRESS", "last_4": "0005"}, "wallet_type": "APPLE_PAY"});
    assert_eq!(method(json!({"card_details": card})).as_deref(), Some("card amex 0005 apple_pay"));
    let later = json!({"source_type": "BUY_NOW_PAY_LATER", "buy_now_pay_later_details": {"brand": "AFTERPAY"}});
    assert_eq!(method(later).as_deref(), Some("afterpay   "));
    let wallet = json!({"source_type": "WALLET", "wallet_details": {"brand": "CASH_APP"}});
    assert_eq!(method(wallet).as_deref(), Some("cash_app   "));
    assert_eq!(method(json!({"source_type": "BANK_ACCOUNT"})).as_deref(), Some("bank_account   "));
    assert_eq!(method(json!({"source_type": null})), None);
}

#[test]
fn events_are_listed_to_the_last_page() {
    let hour = window("2026-09-21T14:00:00Z", "2026-09-21T15:00:00Z");
    let token: Settings = serde_json::from_value(json!({"access_token": "EAAA", "test": true})).expect("settings");
    let event = |id: &str, time: &str| json!({"event_id": id, "created_at": time});
    let inside = "2026-09-21T14:30:00.100Z";
    let answer = |ask: &Ask| {
        assert_eq!((ask.method.as_str(), ask.url.as_str()), ("POST", "https://connect.squareupsandbox.com/v2/events"));
        let asked: Value = serde_json::from_slice(ask.body.reveal()).expect("JSON");
        let range = json!({"start_at": "2026-09-21T14:00:00Z", "end_at": "2026-09-21T15:00:00Z"});
        assert_eq!(asked["query"]["filter"]["created_at"], range);
        let page = match asked["cursor"].as_str() {
            None => json!({"cursor": "c1", "events": [event("1", inside), event("0", "2026-09-21T15:00:00Z")]}),
            Some("c1") => json!({"cursor": "c2", "events": [event("2", inside)]}),
            // The last page again: a cursor that does not move is the end.
            Some("c2") => json!({"cursor": "c2", "events": []}),
            Some(other) => panic!("{other}"),
        };
        (200, page.to_string())
    };
    let found = listed(&Square, hour, &token, answer).expect("a list").expect("an end");
    assert_eq!(found, ["1", "2"].map(|id| Found::Delivery(event(id, inside).to_string().into_bytes())));
    assert_eq!(listed(&Square, hour, &token, |_| (200, "{}".to_owned())), Some(Ok(Vec::new())));
    assert!(listed(&Square, hour, &token, |_| (200, "[".to_owned())).is_some_and(|end| end.is_err()));
    assert_eq!(listed(&Square, hour, &Settings::default(), answer), None, "without a token");
    let hint = Hint::new("payment", &["a"]).expect("a hint");
    assert_eq!(fetched(&Square, &hint, &token, |_| (200, String::new())), Ok(Step::Gone));
}
