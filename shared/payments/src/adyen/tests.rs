//! Signature vectors of Adyen's own libraries, and the corners of its events.

use domain::fact::{Payment, PaymentStatus, Reference};
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, settings, signed_at, with_secrets};
use webhooks::delivery::{Proof, Rejection};
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;

use super::{Adyen, decimals};

const KEY: &str = "44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056";
const REPORTS: &str = "DFB1EB5485895CFA84146406857104ABB4CBCABDC8AAF103A624C8F6A3EAAB00";
const SLASHES: &str = "74F490DD33F7327BAECC88B2947C011FC02D014A473AAA33A8EC93E4DC069174";

fn ask(body: &Value, settings: &Settings) -> Result<(), Rejection> {
    let delivery = Recorded::new("adyen", &[], body.to_string().as_bytes());
    Adyen.verify(delivery.delivery(), settings, signed_at()).map(|proof| assert!(matches!(proof, Proof::Signed(_))))
}

/// An item with the fields of a signed text: reference, original, account, order, value, currency, event, success.
fn item(fields: [&str; 8], signature: &str) -> Value {
    let [psp, original, account, reference, value, currency, event, success] = fields;
    json!({"NotificationRequestItem": {
        "pspReference": psp, "originalReference": original, "merchantAccountCode": account,
        "merchantReference": reference, "amount": {"value": value.parse::<i64>().expect("a number"), "currency": currency},
        "eventCode": event, "success": success, "additionalData": {"hmacSignature": signature},
    }})
}

fn batch(items: &[Value]) -> Value {
    json!({"live": "false", "notificationItems": items})
}

#[test]
fn official_vectors_are_genuine() {
    let slashes = |psp: &'static str, reference: &'static str| {
        [psp, "", "AntoniStroinski", reference, "1000", "EUR", "AUTHORISATION", "true"]
    };
    let report = |event: &'static str| {
        ["pspReference", "originalReference", "merchantAccount", "reference", "1000", "EUR", event, "true"]
    };
    let old =
        ["7914073381342284", "", "TestMerchant", "TestPayment-1407325143704", "1130", "EUR", "AUTHORISATION", "true"];
    for (key, fields, signature) in [
        (KEY, old, "coqCmt/IZ4E3CzPvMY8zTjQVL5hYJUiBRg8UU+iCWo0="),
        (REPORTS, report("REPORT_AVAILABLE"), "ZNBPtI+oDyyRrLyD1XirkKnQgIAlFc07Vj27TeHsDRE="),
        (REPORTS, report("EVENT"), "ipnxGCaUZ4l8TUW75a71/ghd2Fe5ffvX0pV4TLTntIc="),
        (SLASHES, slashes("T7FD4VM4D3RZNN82", r"\\slashes are fun"), "nIgT81gaB5oJpn2jPXupDq68iRo2wUlBsuYjtYfwKqo="),
        (SLASHES, slashes("M8NB66SBZSGLNK82", ":slashes are fun"), "2EQYm7YJpKO4EtHSPu55SQTyWf8dkW5u2nD1tJFpViA="),
        (SLASHES, slashes("X3GWNS6KJ8NKGK82", "//slashes are fun"), "9Z0xdpG9Xi3zcmXv14t/BvMBut77O/Xq9D4CQXSDUi4="),
        (SLASHES, slashes("ZVWN7D3WSMK2WN82", r"\:/\/slashes are fun"), "CZErGCNQaSsxbaQfZaJlakqo7KPP+mIa8a+wx3yNs9A="),
    ] {
        assert_eq!(ask(&batch(&[item(fields, signature)]), &with_secrets(&[key])), Ok(()), "{fields:?}");
        for wrong in ["notValidSign", &"A".repeat(44), &signature.replace('=', "")] {
            assert_eq!(ask(&batch(&[item(fields, wrong)]), &with_secrets(&[key])), Err(Rejection::Forged), "{wrong}");
        }
    }
}

const AUTHORISED: &str = r#"{"live":"false","notificationItems":[{"NotificationRequestItem":{"additionalData":{"hmacSignature":"6Z05BRfTszLX2hQYVxa9YmTR+1/vTyL/Nbkq1yECgjA=","cardSummary":"1111","expiryDate":"03/2030","authCode":"076181","paymentMethodVariant":"visa","refusalReasonRaw":"AUTHORISED","metadata.orderId":"1001"},"amount":{"currency":"EUR","value":4999},"eventCode":"AUTHORISATION","eventDate":"2026-09-21T18:53:25+02:00","merchantAccountCode":"ShopECOM","merchantReference":"1001","operations":["CANCEL","CAPTURE","REFUND"],"paymentMethod":"visa","pspReference":"T7FD4VM4D3RZNN82","reason":"076181:1111:03/2030","success":"true"}}]}"#;
const REFUSED: &str = r#"{"live":"false","notificationItems":[{"NotificationRequestItem":{"additionalData":{"hmacSignature":"7P8KyLCH0mnBWBoen6VlwiyFCki+zEvpGdIJT86asmw=","refusalReasonRaw":"05 : Do not honor"},"amount":{"currency":"EUR","value":4999},"eventCode":"AUTHORISATION","eventDate":"2026-09-21T18:50:00+02:00","merchantAccountCode":"ShopECOM","merchantReference":"1001","paymentMethod":"mc","pspReference":"DZMKWLXW6N6ABCDE","reason":"Refused","success":"false"}}]}"#;
const CAPTURE_FAILED: &str = r#"{"live":"false","notificationItems":[{"NotificationRequestItem":{"additionalData":{"hmacSignature":"1HUqR1cNjLHXIvpTWvKqtuQk+C2kpaFLVskHGCMh6lU=","paymentMethodVariant":"visa"},"amount":{"currency":"EUR","value":4999},"eventCode":"CAPTURE_FAILED","eventDate":"2026-09-23T10:00:00+02:00","merchantAccountCode":"ShopECOM","merchantReference":"1001","originalReference":"T7FD4VM4D3RZNN82","paymentMethod":"visa","pspReference":"QFQTPCQ8HXSKGK82","reason":"Capture Failed","success":"true"}}]}"#;

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn composed_vectors_are_genuine_and_of_their_account() {
    for body in [AUTHORISED, REFUSED, CAPTURE_FAILED] {
        assert_eq!(ask(&json(body), &with_secrets(&[KEY])), Ok(()));
        assert_eq!(ask(&json(body), &with_secrets(&[REPORTS, &format!(" {} ", KEY.to_lowercase())])), Ok(()));
        assert_eq!(ask(&json(body), &with_secrets(&[REPORTS])), Err(Rejection::Forged));
        assert_eq!(ask(&json(body), &settings("adyen")), Ok(()));
        let other: Settings =
            serde_json::from_value(json!({"secrets": [KEY], "merchant_account": "OtherShop"})).expect("settings");
        assert_eq!(ask(&json(body), &other), Err(Rejection::Foreign));
    }
    let mut unsigned = json(AUTHORISED);
    unsigned["notificationItems"][0]["NotificationRequestItem"]["additionalData"]["hmacSignature"] = json!(null);
    assert_eq!(ask(&unsigned, &with_secrets(&[KEY])), Err(Rejection::Missing));
    for body in [json!({}), batch(&[]), batch(&[json!({})]), json!([])] {
        assert_eq!(ask(&body, &with_secrets(&[KEY])), Err(Rejection::Missing));
    }
}

#[test]
fn one_forged_item_spoils_its_batch() {
    let genuine = json(AUTHORISED)["notificationItems"][0].clone();
    let mut forged = genuine.clone();
    forged["NotificationRequestItem"]["amount"]["value"] = json!(1);
    for items in [[genuine.clone(), forged.clone()], [forged, genuine]] {
        assert_eq!(ask(&batch(&items), &with_secrets(&[KEY])), Err(Rejection::Forged));
    }
}

#[test]
fn a_list_in_the_place_of_an_object_is_nobodys() {
    let genuine = json(AUTHORISED);
    let items = &genuine["notificationItems"];
    let fields = &items[0]["NotificationRequestItem"];
    let names =
        ["pspReference", "originalReference", "merchantAccountCode", "merchantReference", "amount", "eventCode"];
    let in_a_row: Vec<Value> =
        names.iter().chain(&["success", "additionalData"]).map(|name| fields[*name].clone()).collect();
    let mut amount = genuine.clone();
    amount["notificationItems"][0]["NotificationRequestItem"]["amount"] = json!([4999, "EUR"]);
    for body in [
        json!([items]),
        json!({"notificationItems": [[fields]]}),
        json!({"notificationItems": [{"NotificationRequestItem": in_a_row}]}),
        amount,
    ] {
        assert_eq!(ask(&body, &with_secrets(&[KEY])), Err(Rejection::Missing), "{body}");
    }
}

#[test]
fn no_signed_text_can_be_cut_otherwise() {
    // A colon belongs to the shop's own reference; nobody moves it, or what stands around it, into another field.
    let signature = "2EQYm7YJpKO4EtHSPu55SQTyWf8dkW5u2nD1tJFpViA=";
    let cut = |account: &'static str, reference: &'static str| {
        let fields = ["M8NB66SBZSGLNK82", "", account, reference, "1000", "EUR", "AUTHORISATION", "true"];
        ask(&batch(&[item(fields, signature)]), &with_secrets(&[SLASHES]))
    };
    assert_eq!(cut("AntoniStroinski", ":slashes are fun"), Ok(()));
    assert_eq!(cut("AntoniStroinski:", "slashes are fun"), Err(Rejection::Forged));
}

#[test]
fn what_two_readers_could_see_differently_is_refused() {
    let known = settings("adyen");
    let genuine = one("payment-webhook", "adyen.AUTHORISATION");
    let body = String::from_utf8(genuine.body.clone()).expect("text");
    let ask = |body: &str| {
        let twice = Recorded::new("adyen", &[], body.as_bytes());
        Adyen.verify(twice.delivery(), &known, signed_at()).err()
    };
    assert_eq!(ask(&body), None);
    for (key, value) in [
        ("\"success\"", "\"false\""),
        ("\"value\"", "1"),
        ("\"amount\"", "{}"),
        ("\"hmacSignature\"", "\"\""),
        ("\"NotificationRequestItem\"", "{}"),
        ("\"notificationItems\"", "[]"),
    ] {
        assert!(body.contains(key), "{key}");
        let twice = body.replacen(key, &format!("{key}:{value},{key}"), 1);
        assert!(ask(&twice).is_some(), "{key} stands twice");
    }
}

#[test]
fn a_password_is_asked_for_where_there_is_one() {
    let settings: Settings =
        serde_json::from_value(json!({"secrets": [KEY], "username": "adyen", "password": "pass"})).expect("settings");
    let ask = |headers: &[(&'static str, &str)]| {
        let delivery = Recorded::new("adyen", headers, AUTHORISED.as_bytes());
        Adyen.verify(delivery.delivery(), &settings, signed_at()).err()
    };
    assert_eq!(ask(&[]), Some(Rejection::Missing));
    assert_eq!(ask(&[("authorization", "Basic YWR5ZW46cGFzcw==")]), None);
    assert_eq!(ask(&[("authorization", "Basic YWR5ZW46d3Jvbmc=")]), Some(Rejection::Forged));
}

fn read(body: &Value, settings: &Settings) -> Vec<Payment> {
    let delivery = Recorded::new("adyen", &[], b"");
    Adyen.interpret(&delivery.proved(body.to_string().as_bytes()), settings).expect("readable")
}

/// A recorded delivery with some of its item's fields changed.
#[track_caller]
fn event(name: &str, changes: &Value) -> Option<Payment> {
    let mut body: Value = serde_json::from_slice(&one("payment-webhook", name).body).expect("JSON");
    let changes = changes.as_object().expect("changes").clone();
    let item = body["notificationItems"][0]["NotificationRequestItem"].as_object_mut().expect("an item");
    item.extend(changes);
    read(&body, &settings("adyen")).pop()
}

#[test]
fn an_authorisation_is_paid_only_where_money_is_taken_at_once() {
    let of = |payment: &Payment| (payment.status, payment.captured.map(|money| money.minor));
    let authorised = json(AUTHORISED);
    assert_eq!(of(&read(&authorised, &Settings::default())[0]), (Some(PaymentStatus::Authorised), None));
    let auto: Settings = serde_json::from_value(json!({"auto_capture": true})).expect("settings");
    assert_eq!(of(&read(&authorised, &auto)[0]), (Some(PaymentStatus::Paid), Some(4999)));
    let ideal = event("adyen.AUTHORISATION.ideal", &json!({})).expect("a payment");
    assert_eq!(of(&ideal), (Some(PaymentStatus::Paid), Some(2870)));
    let unknown = event("adyen.AUTHORISATION.ideal", &json!({"operations": null})).expect("a payment");
    assert_eq!(of(&unknown), (Some(PaymentStatus::Authorised), None));
    let nothing = json!({"amount": {"currency": "EUR", "value": 0}});
    assert_eq!(event("adyen.AUTHORISATION", &nothing), None, "a card was asked whether it is valid");
    assert!(read(&json(CAPTURE_FAILED), &Settings::default()).is_empty());
}

#[test]
fn captures_of_parts_add_up_unless_money_was_taken_at_once() {
    let ids = |settings: &Settings| {
        let body = serde_json::from_slice(&one("payment-webhook", "adyen.CAPTURE").body).expect("JSON");
        read(&body, settings).pop().map(|payment| (payment.id, payment.object, payment.transaction))
    };
    let (payment, capture) = ("T7FD4VM4D3RZNN82".to_owned(), "QFQTPCQ8HXSKGK82".to_owned());
    let auto: Settings = serde_json::from_value(json!({"auto_capture": "true"})).expect("settings");
    assert_eq!(ids(&auto), Some((payment.clone(), capture.clone(), Some(payment.clone()))));
    assert_eq!(ids(&Settings::default()), Some((capture.clone(), capture, Some(payment))));
}

#[test]
fn events_in_our_words() {
    let status = |event_code: &str, success: &str, action: &str| {
        let data = json!({"modification.action": action});
        let changes = json!({"eventCode": event_code, "success": success, "additionalData": data});
        event("adyen.REFUND", &changes).map(|payment| (payment.status, payment.refund.map(|refund| refund.failed)))
    };
    let cancelled = Some((Some(PaymentStatus::Cancelled), None));
    for code in ["CANCELLATION", "TECHNICAL_CANCEL", "EXPIRE", "OFFER_CLOSED"] {
        assert_eq!(status(code, "true", ""), cancelled);
        assert_eq!(status(code, "false", ""), None);
    }
    assert_eq!(status("CANCEL_OR_REFUND", "true", "cancel"), cancelled);
    assert_eq!(status("CANCEL_OR_REFUND", "true", "refund"), Some((None, Some(false))));
    assert_eq!(status("CANCEL_OR_REFUND", "true", ""), None);
    assert_eq!(status("REFUND", "true", ""), Some((None, Some(false))));
    assert_eq!(status("REFUND", "false", ""), Some((None, Some(true))));
    assert_eq!(status("REFUND_FAILED", "true", ""), Some((None, Some(true))));
    assert_eq!(status("REFUNDED_REVERSED", "true", ""), Some((None, Some(true))));
    assert_eq!(status("PENDING", "true", ""), Some((Some(PaymentStatus::Pending), None)));
    for code in ["CHARGEBACK", "CAPTURE_FAILED", "ORDER_CLOSED", "REPORT_AVAILABLE", "NEVER_SEEN"] {
        assert_eq!(status(code, "true", ""), None, "{code}");
    }
}

#[test]
fn a_modification_is_found_by_its_payment_and_by_the_order_that_it_had() {
    let refund = event("adyen.REFUND", &json!({})).expect("a refund");
    assert_eq!(
        (refund.id.as_str(), refund.object.as_str(), refund.references),
        (
            "T7FD4VM4D3RZNN82",
            "ZVWN7D3WSMK2WN82",
            vec![Reference::Payment("T7FD4VM4D3RZNN82".to_owned()), Reference::Order("727".to_owned())]
        )
    );
}

#[test]
fn ways_to_pay_are_told_by_brand_and_four_digits() {
    let method = |name: &str, data: Value| {
        let changes = json!({"paymentMethod": name, "additionalData": data});
        let method = event("adyen.AUTHORISATION", &changes).and_then(|payment| payment.method).expect("a method");
        let last4 = method.last4.map(|digits| digits.reveal().clone());
        [Some(method.kind), method.brand, last4, method.wallet].map(Option::unwrap_or_default).join(" ")
    };
    assert_eq!(method("visa", json!({"cardSummary": "1111"})), "card visa 1111 ");
    assert_eq!(method("mc", json!({"cardSummary": "541333******1111"})), "card mastercard  ");
    assert_eq!(method("mc_applepay", json!({"paymentMethodVariant": "mcdebit"})), "card mastercard  apple_pay");
    assert_eq!(method("applepay", json!({"paymentMethodVariant": "visa"})), "card visa  apple_pay");
    assert_eq!(method("visa", json!({"paymentMethodVariant": "visa_googlepay"})), "card visa  google_pay");
    assert_eq!(method("klarna_account", json!({})), "klarna_account   ");
}

#[test]
fn amounts_become_minor_units_of_iso_4217() {
    for (code, theirs) in [("EUR", 2), ("JPY", 0), ("KWD", 3), ("IDR", 0), ("ISK", 2), ("CLP", 2), ("CVE", 0)] {
        assert_eq!(domain::money::Currency::parse(code).map(decimals), Ok(theirs), "{code}");
    }
    let amount = |value: i64, code: &str| {
        let changes = json!({"amount": {"value": value, "currency": code}});
        event("adyen.AUTHORISATION", &changes).and_then(|payment| payment.amount).map(|money| money.decimal())
    };
    assert_eq!(amount(5000, "IDR").as_deref(), Some("5000.00"));
    assert_eq!(amount(500, "ISK").as_deref(), Some("5"));
}
