//! Signatures, what is fetched, and the corners of Mollie's objects.

use domain::fact::{Payment, PaymentStatus, Reference};
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, recorded, settings, signed_at, with_secrets};
use testing::talk::{bodies, fetched, listed, window};
use webhooks::delivery::{Proof, Rejection};
use webhooks::hint::Hint;
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;
use webhooks::source::{Ask, Found, Step};

use super::Mollie;

const EVENT: &str = r#"{"resource":"event","id":"event_GvJ8WHrp5isUdRub9CJyH","type":"payment.paid","entityId":"tr_5B8cwPMGnU6qLbRvo7qEZo","createdAt":"2026-09-21T16:53:25+00:00","_embedded":{"entity":{"resource":"payment","id":"tr_5B8cwPMGnU6qLbRvo7qEZo","mode":"test","amount":{"value":"49.99","currency":"EUR"},"status":"paid","method":"creditcard","metadata":{"order_id":"1001"},"paidAt":"2026-09-21T16:53:24+00:00","details":{"cardLabel":"Visa","cardNumber":"4242","wallet":"applepay"}}},"_links":{"self":{"href":"https://api.mollie.com/v2/events/event_GvJ8WHrp5isUdRub9CJyH","type":"application/hal+json"},"documentation":{"href":"https://docs.mollie.com/guides/webhooks","type":"text/html"},"entity":{"href":"/v2/payments/tr_5B8cwPMGnU6qLbRvo7qEZo","type":"application/hal+json"}}}"#;
const SECRET: &str = "VpQ3WukU6uSCGQ8TPTD3WPDpac3GyNEj";
const MAC: &str = "dba9670d0f5ab748a850ca95539fe1c46e30c8140dfd9c979ae312c4b3dfbd3d";

fn ask(headers: &[&str], body: &str, settings: &Settings) -> Result<Proof, Rejection> {
    let headers: Vec<_> = headers.iter().map(|value| ("x-mollie-signature", *value)).collect();
    Mollie.verify(Recorded::new("mollie", &headers, body.as_bytes()).delivery(), settings, signed_at())
}

fn own(settings: Value) -> Settings {
    serde_json::from_value(settings).expect("settings")
}

#[test]
fn vectors_are_genuine() {
    let prefixed = format!("sha256={MAC}");
    let joined = format!("invalid_signature, {prefixed}");
    for headers in [&[prefixed.as_str()][..], &[MAC], &["invalid_signature", MAC, "another"], &[&joined]] {
        assert!(matches!(ask(headers, EVENT, &with_secrets(&[SECRET])), Ok(Proof::Signed(_))), "{headers:?}");
        assert_eq!(ask(headers, EVENT, &with_secrets(&["other"])).err(), Some(Rejection::Forged));
    }
    assert_eq!(ask(&[], EVENT, &with_secrets(&[SECRET])).err(), Some(Rejection::Missing));
    assert_eq!(ask(&["invalid_signature"], EVENT, &with_secrets(&[SECRET])).err(), Some(Rejection::Forged));
    let body = r#"{"id":"tr_12345","event_type":"payment-link.paid"}"#;
    for (secret, mac) in [
        ("test_webhook_secret", "e479a5e4aaa17db94cfc546071e10e91c0b37f21e464e751ebdd7d7ad2ffd146"),
        ("alternate_webhook_secret", "d9a3b662172fdc140ac73ce937f49edcb72552dfbb8dfeb1696118a2c18386ef"),
    ] {
        assert!(ask(&[mac], body, &with_secrets(&["old", secret])).is_ok());
    }
}

#[test]
fn a_classic_webhook_only_names_what_is_fetched() {
    let known = own(json!({"api_key": "test_x"}));
    let named = |body: &str| match ask(&[], body, &known) {
        Ok(Proof::Hints(hints)) => Ok((hints[0].what.clone(), hints[0].id(0).to_owned(), hints.len())),
        Ok(other) => panic!("{other:?}"),
        Err(rejection) => Err(rejection),
    };
    assert_eq!(named("id=tr_7UhSN1zuXS"), Ok(("payment".to_owned(), "tr_7UhSN1zuXS".to_owned(), 1)));
    assert_eq!(named("id=ord_kEn1PlbGa"), Ok(("order".to_owned(), "ord_kEn1PlbGa".to_owned(), 1)));
    for body in ["", "id=", "id=tr_1%2F..", "id=tr_1&id=tr_2", "id=re_1", "id=tr_a-b", r#"{"id":"tr_1"}"#] {
        assert_eq!(named(body), Err(Rejection::Missing), "{body}");
    }
    assert_eq!(ask(&[], "id=tr_1", &with_secrets(&[SECRET])).err(), Some(Rejection::NoSecret), "nothing to fetch with");
    let guarded = own(json!({"api_key": "test_x", "token": "unguessable"}));
    let with = |query: &str| {
        let delivery = Recorded { query: query.to_owned(), ..Recorded::new("mollie", &[], b"id=tr_1") };
        Mollie.verify(delivery.delivery(), &guarded, signed_at()).err()
    };
    assert_eq!(with("token=unguessable"), None);
    assert_eq!(with("token=guessed"), Some(Rejection::Forged));
    assert_eq!(with(""), Some(Rejection::Missing));
}

#[test]
fn an_event_that_is_not_whole_is_fetched() {
    let settings = settings("mollie");
    let hinted = |body: &Value| {
        let delivery = Recorded::new("mollie", &[], body.to_string().as_bytes());
        let event = super::Envelope::of(&delivery.proved(&delivery.body)).expect("an event");
        event.hint(&settings).map(|hint| hint.id(0).to_owned())
    };
    let href = json!({"entity": {"href": "https://api.mollie.com/v2/payments/tr_1/refunds/re_1?x=y"}});
    let tr = Some("tr_1".to_owned());
    assert_eq!(hinted(&json!({"type": "payment.paid", "entityId": "tr_1"})), tr);
    assert_eq!(hinted(&json!({"type": "payment.paid", "entityId": "tr_1", "_embedded": {"entity": null}})), tr);
    assert_eq!(hinted(&json!({"type": "payment.paid", "entityId": "tr_1", "_embedded": {"entity": {}}})), None);
    assert_eq!(hinted(&json!({"type": "refund.failed", "entityId": "re_1", "_links": href})), tr);
    let capture = json!({"entity": {"id": "cpt_1", "paymentId": "tr_1"}});
    assert_eq!(hinted(&json!({"type": "capture.succeeded", "entityId": "cpt_1", "_embedded": capture})), tr);
    assert_eq!(hinted(&json!({"type": "sales-invoice.paid", "entityId": "tr_1"})), None);
}

fn read(body: &Value) -> Vec<Payment> {
    let delivery = Recorded::new("mollie", &[], b"");
    Mollie.interpret(&delivery.proved(body.to_string().as_bytes()), &Settings::default()).expect("readable")
}

/// The fetched payment with some of its fields changed.
fn payment(changes: &Value) -> Payment {
    let mut body: Value = serde_json::from_slice(&one("payment-webhook", "mollie.payment.fetched").body).expect("JSON");
    body.as_object_mut().expect("an object").extend(changes.as_object().expect("changes").clone());
    read(&body).swap_remove(0)
}

#[test]
fn statuses_and_amounts() {
    let of = |changes: Value| {
        let payment = payment(&changes);
        (payment.status, payment.captured.map(|money| money.minor), payment.attempt.map(|attempt| attempt.failed))
    };
    assert_eq!(of(json!({})), (Some(PaymentStatus::Paid), Some(2870), Some(false)));
    assert_eq!(of(json!({"status": "open"})), (Some(PaymentStatus::Open), None, None));
    assert_eq!(of(json!({"status": "pending"})), (Some(PaymentStatus::Pending), None, Some(false)));
    assert_eq!(of(json!({"status": "failed"})), (Some(PaymentStatus::Failed), None, Some(true)));
    assert_eq!(of(json!({"status": "expired"})), (Some(PaymentStatus::Cancelled), None, None));
    assert_eq!(of(json!({"status": "sleeping"})), (None, None, None));
    let part = json!({"value": "10.00", "currency": "EUR"});
    let none = json!({"value": "0.00", "currency": "EUR"});
    let authorised = Some(PaymentStatus::Authorised);
    assert_eq!(of(json!({"status": "authorized", "amountCaptured": none})), (authorised, None, Some(false)));
    assert_eq!(of(json!({"status": "authorized", "amountCaptured": part})), (authorised, Some(1000), Some(false)));
    assert_eq!(of(json!({"amountCaptured": part})).1, Some(1000));
    let yen = json!({"value": "500", "currency": "JPY"});
    assert_eq!(of(json!({"amount": yen})).1, Some(500));
}

#[test]
fn refunds_are_told_one_by_one_and_the_last_word_of_one_counts() {
    let body: Value = serde_json::from_slice(&one("payment-webhook", "mollie.payment.fetched").body).expect("JSON");
    let refund = |status: &str| {
        let mut body = body.clone();
        body["_embedded"]["refunds"][0]["status"] = json!(status);
        let refund = read(&body).remove(1).refund;
        refund.map(|refund| (refund.amount.minor, refund.failed, refund.pending))
    };
    assert_eq!(refund("queued"), Some((650, false, true)));
    assert_eq!(refund("refunded"), Some((650, false, false)));
    assert_eq!(refund("failed"), Some((650, true, false)));
    assert_eq!(refund("sleeping"), None);
    assert!(read(&body).iter().all(|payment| payment.refunded.is_none()), "the total says no time of its change");
    let events = recorded("payment-webhook");
    let event = events.iter().find(|one| one.name == "mollie.refund.processing").expect("recorded");
    let told = read(&serde_json::from_slice(&event.body).expect("JSON")).swap_remove(0);
    let fetched = read(&body).swap_remove(1);
    assert_eq!((told.at, told.refund), (fetched.at, fetched.refund), "told or fetched, it is the same");
}

#[test]
fn metadata_names_the_order_in_whatever_shape() {
    let named = |metadata: Value| payment(&json!({"metadata": metadata})).references;
    let order = |id: &str| vec![Reference::Order(id.to_owned())];
    assert_eq!(named(json!({"order_id": 727})), order("727"));
    assert_eq!(named(json!("{\"order_id\": \"727\"}")), order("727"));
    assert_eq!(named(json!("727")), order("727"));
    assert_eq!(named(json!(727)), order("727"));
    assert_eq!(named(json!([])), []);
    assert_eq!(named(json!(null)), []);
    assert_eq!(named(json!("x".repeat(65))), []);
}

fn key(ask: &Ask) -> &str {
    ask.headers.iter().find(|(name, _)| *name == "authorization").map_or("", |(_, value)| value.reveal())
}

#[test]
fn a_payment_is_fetched_with_its_refunds() {
    let settings = settings("mollie");
    let hint = Hint::new("payment", &["tr_1"]).expect("a hint");
    let body = r#"{"resource":"payment","id":"tr_1"}"#;
    let found = bodies(&Mollie, &hint, &settings, |ask| {
        assert_eq!(ask.url, "https://api.mollie.com/v2/payments/tr_1?embed=refunds%2Cchargebacks");
        assert_eq!(key(ask), "Bearer test_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM");
        (200, body.to_owned())
    });
    assert_eq!(found, [body]);
    assert_eq!(fetched(&Mollie, &hint, &settings, |_| (404, String::new())), Ok(Step::Gone));
    for wrong in ["", "[]", "{}", r#"{"id":null}"#] {
        assert!(fetched(&Mollie, &hint, &settings, |_| (200, wrong.to_owned())).is_err(), "{wrong}");
    }
    assert!(fetched(&Mollie, &hint, &Settings::default(), |_| (200, body.to_owned())).is_err(), "without a key");
}

#[test]
fn an_order_of_the_old_api_leads_to_its_payments() {
    let hint = Hint::new("order", &["ord_1"]).expect("a hint");
    let answer = |ask: &Ask| match ask.url.rsplit('/').next().and_then(|last| last.split('?').next()) {
        Some("ord_1") => (200, json!({"_embedded": {"payments": [{"id": "tr_1"}, {"id": "tr_2"}]}}).to_string()),
        Some("tr_1") => (404, String::new()),
        Some(id) => (200, json!({"id": id}).to_string()),
        None => panic!("{ask:?}"),
    };
    assert_eq!(bodies(&Mollie, &hint, &settings("mollie"), answer), [r#"{"id":"tr_2"}"#]);
    let empty = fetched(&Mollie, &hint, &settings("mollie"), |_| (200, "{}".to_owned()));
    assert_eq!(empty, Ok(Step::Gone));
}

#[test]
fn changes_are_listed_to_the_last_page_that_matters() {
    let now = window("2026-09-21T14:00:00Z", "2026-09-21T15:00:00Z");
    let payment = |id: &str, made: &str, paid: &str| json!({"id": id, "createdAt": made, "paidAt": paid});
    let next = |from: &str| json!({"next": {"href": format!("https://api.mollie.com/v2/x?from={from}&limit=250")}});
    let (inside, before) = ("2026-09-21T14:30:00+00:00", "2026-09-20T00:00:00+00:00");
    let answer = |ask: &Ask| {
        let answer = match ask.url.strip_prefix("https://api.mollie.com/v2/").expect("the API") {
            "payments?limit=250" => json!({"_links": next("tr_3"), "_embedded": {"payments": [
                payment("tr_1", inside, inside), payment("tr_2", before, before)]}}),
            "payments?limit=250&from=tr_3" => json!({"_links": next("tr_9"), "_embedded": {"payments": [
                payment("tr_3", before, inside), payment("tr_4", "2026-08-01T00:00:00+00:00", before)]}}),
            "refunds?limit=250" => json!({"_links": next("re_2"), "_embedded": {"refunds": [
                {"id": "re_1", "paymentId": "tr_5", "createdAt": inside, "status": "refunded"},
                {"id": "re_2", "paymentId": "tr_6", "createdAt": before, "status": "failed"},
                {"id": "re_3", "paymentId": "tr_7", "createdAt": before, "status": "refunded"}]}}),
            // The last page again: a cursor that does not move is the end.
            "refunds?limit=250&from=re_2" => json!({"_links": next("re_2"), "_embedded": {"refunds": [
                {"id": "re_4", "paymentId": "tr_8", "createdAt": before, "status": "queued"}]}}),
            other => panic!("{other}"),
        };
        (200, answer.to_string())
    };
    let found = listed(&Mollie, now, &settings("mollie"), answer).expect("a list").expect("an end");
    let ids = found.iter().map(|found| match found {
        Found::Hint(hint) => hint.id(0),
        Found::Delivery(_) => panic!("a list is not whole"),
    });
    assert_eq!(ids.collect::<Vec<_>>(), ["tr_1", "tr_3", "tr_5", "tr_6"]);
    assert!(listed(&Mollie, now, &Settings::default(), answer).is_none(), "without a key");
    assert!(listed(&Mollie, now, &settings("mollie"), |_| (200, "[".to_owned())).is_some_and(|end| end.is_err()));
}
