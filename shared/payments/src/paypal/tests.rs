//! PayPal's own signatures, what is fetched, and the corners of its resources.

use domain::fact::{Payment, PaymentStatus, Reference};
use jiff::Timestamp;
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, settings};
use testing::talk::{bodies, fetched, listed, window};
use webhooks::delivery::{Proof, Rejection};
use webhooks::hint::Hint;
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;
use webhooks::source::{Ask, Found, Step};

use super::PayPal;

/// PayPal's own certificate of the sandbox, expired, and the authority that signed it.
const SANDBOX: &str = include_str!("vectors/sandbox.pem");
const AUTHORITY: &str = include_str!("vectors/digicert-sha2-ev.pem");
/// Made for the third vector.
const TEST_ROOT: &str = include_str!("vectors/test-root.pem");
const TEST_LEAF: &str = include_str!("vectors/test-leaf.pem");

const URL: &str = "https://api.sandbox.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594-a5cafa77";

/// A signed request: transmission id, time, signature, body.
struct Signed {
    id: &'static str,
    time: &'static str,
    signature: &'static str,
    body: &'static str,
    webhook: &'static str,
}

const FIRST: Signed = Signed {
    id: "dfb3be50-fd74-11e4-8bf3-77339302725b",
    time: "2015-05-18T15:45:13Z",
    signature: "thy4/U002quzxFavHPwbfJGcc46E8rc5jzgyeafWm5mICTBdY/8rl7WJpn8JA0GKA+oDTPsSruqusw+XXg5RLAP7ip53Euh9Xu3UbUhQFX7UgwzE2FeYoY6lyRMiiiQLzy9BvHfIzNIVhPad4KnC339dr6y2l+mN8ALgI4GCdIh3/SoJO5wE64Bh/ueWtt8EVuvsvXfda2Le5a2TrOI9vLEzsm9GS79hAR/5oLexNz8UiZr045Mr5ObroH4w4oNfmkTaDk9Rj0G19uvISs5QzgmBpauKr7Nw++JI0pr/v5mFctQkoWJSGfBGzPRXawrvIIVHQ9Wer48GR2g9ZiApWg==",
    body: include_str!("vectors/1.json"),
    webhook: "4JH86294D6297924G",
};
const SECOND: Signed = Signed {
    id: "d938e770-8046-11e6-8103-6b62a8a99ac4",
    time: "2016-09-21T22:00:46Z",
    signature: "eDOnWUj9FXOnr2naQnrdL7bhgejVSTwRbwbJ0kuk5wAtm2ZYkr7w5BSUDO7e5ZOsqLwN3sPn3RV85Jd9pjHuTlpuXDLYk+l5qiViPbaaC0tLV+8C/zbDjg2WCfvtf2NmFT8CHgPPQAByUqiiTY+RJZPPQC5np7j7WuxcegsJLeWStRAofsDLiSKrzYV3CKZYtNoNnRvYmSFMkYp/5vk4xGcQLeYNV1CC2PyqraZj8HGG6Y+KV4trhreV9VZDn+rPtLDZTbzUohie1LpEy31k2dg+1szpWaGYOz+MRb40U04oD7fD69vghCrDTYs5AsuFM2+WZtsMDmYGI0pxLjn2yw==",
    body: include_str!("vectors/2.json"),
    webhook: "9XL90610J3647323C",
};
const THIRD: Signed = Signed {
    id: "6f1d9a70-b6a1-11f1-9c5e-0242ac120002",
    time: "2026-09-21T16:53:26Z",
    signature: "g5zh3LF6nPpnndrB2CMxs51J8facZuUvuRm7Xt0/L7HEMTQ072hp6ULGSs3u9aYmybvy5P4k00+ep0JOhxgEOlbKtCOPmIT2K6WhgOZ+SNG2Ygw5LkV1quWhVDT3nCi6ns3F0lYtnMJ4Nsssr8l4Ae+9IjQKLFWx9vMLxcohtVnrMhD68bUw7RxMs7D1J7gq/5zyybB0t7ju0McBLX/jQHojg5fXO0yppi5dUW0YQYwOUXpcBox+VBZTUE6ZfmHHhCLeK6ML0D+kxe1giBDqSOoNufO4F47Rjf2SjoJ8Clmuwr42n5nHxvvG0/DrjmodmrtpBtcK5SufUXiBH/GthA==",
    body: include_str!("vectors/3.json"),
    webhook: "8PT597110X687430L",
};

impl Signed {
    fn settings(&self, pem: &str, root: &str) -> Value {
        json!({"webhook_id": self.webhook, "test": true, "root": root, "keys": {URL: pem}})
    }

    fn headers<'a>(&self) -> [(&'static str, &'a str); 5] {
        [
            ("paypal-transmission-id", self.id),
            ("paypal-transmission-time", self.time),
            ("paypal-transmission-sig", self.signature),
            ("paypal-cert-url", URL),
            ("paypal-auth-algo", "SHA256withRSA"),
        ]
    }

    /// Asked so many seconds after it was signed.
    fn ask(&self, settings: &Value, later: i64) -> Result<Proof, Rejection> {
        self.ask_with(&self.headers(), self.body, settings, later)
    }

    fn ask_with(
        &self,
        headers: &[(&'static str, &str)],
        body: &str,
        settings: &Value,
        later: i64,
    ) -> Result<Proof, Rejection> {
        let settings: Settings = serde_json::from_value(settings.clone()).expect("settings");
        let signed: Timestamp = self.time.parse().expect("a time");
        let now = Timestamp::from_second(signed.as_second() + later).expect("in range");
        PayPal.verify(Recorded::new("paypal", headers, body.as_bytes()).delivery(), &settings, now)
    }
}

fn refusal(proof: Result<Proof, Rejection>) -> Option<Rejection> {
    match proof {
        Ok(Proof::Signed(_)) => None,
        Ok(other) => panic!("{other:?}"),
        Err(rejection) => Some(rejection),
    }
}

#[test]
fn paypals_own_signatures_are_genuine_while_their_certificate_was_valid() {
    for vector in [FIRST, SECOND] {
        let settings = vector.settings(SANDBOX, AUTHORITY);
        assert_eq!(refusal(vector.ask(&settings, 1)), None);
        assert_eq!(refusal(vector.ask(&settings, 3 * 86_400)), None);
        assert_eq!(refusal(vector.ask(&settings, 4 * 86_400)), Some(Rejection::Stale));
        assert_eq!(refusal(vector.ask(&settings, -121)), Some(Rejection::Stale));
        let altered = vector.body.replace("USD", "USd");
        assert_eq!(
            refusal(vector.ask_with(&vector.headers(), &altered, &settings, 1)),
            Some(Rejection::Forged),
            "another body"
        );
        let mut other = settings.clone();
        other["webhook_id"] = json!("8PT597110X687430L");
        assert_eq!(refusal(vector.ask(&other, 1)), Some(Rejection::Forged), "another webhook");
        other["webhook_id"] = json!(null);
        assert_eq!(refusal(vector.ask(&other, 1)), Some(Rejection::NoSecret));
        // By today's clock the certificate has expired.
        let ten_years = 3_652 * 86_400;
        assert_eq!(refusal(vector.ask(&settings, ten_years)), Some(Rejection::Forged), "expired");
        assert_eq!(refusal(vector.ask(&vector.settings(SANDBOX, TEST_ROOT), 1)), Some(Rejection::Forged), "no chain");
        assert_eq!(refusal(vector.ask(&vector.settings(TEST_LEAF, TEST_ROOT), 1)), Some(Rejection::Forged));
    }
}

#[test]
fn the_composed_vector_is_genuine() {
    assert_eq!(refusal(THIRD.ask(&THIRD.settings(TEST_LEAF, TEST_ROOT), 10)), None);
    assert_eq!(crc32fast::hash(THIRD.body.as_bytes()), 3_424_905_720);
    assert_eq!(crc32fast::hash(FIRST.body.as_bytes()), 2_771_810_304);
    assert_eq!(crc32fast::hash(SECOND.body.as_bytes()), 1_915_257_671);
    let mut without = THIRD.settings(TEST_LEAF, TEST_ROOT);
    without["root"] = json!(null);
    assert_eq!(refusal(THIRD.ask(&without, 10)), Some(Rejection::Forged), "nobody else vouches for a test's root");
}

#[test]
fn a_certificate_of_the_sandbox_proves_nothing_of_a_live_connection() {
    let mut live = THIRD.settings(TEST_LEAF, TEST_ROOT);
    live["test"] = json!(false);
    assert_eq!(refusal(THIRD.ask(&live, 10)), Some(Rejection::Forged));
    let url = "https://api.paypal.com/v1/notifications/certs/CERT-1";
    live["keys"] = json!({ url: TEST_LEAF });
    let mut headers = THIRD.headers();
    headers[3].1 = url;
    assert_eq!(refusal(THIRD.ask_with(&headers, THIRD.body, &live, 10)), Some(Rejection::Forged), "by its name");
    live["certificate"] = json!("messageverificationcerts.sandbox.paypal.com");
    assert_eq!(refusal(THIRD.ask_with(&headers, THIRD.body, &live, 10)), None, "unless the settings say so");
    live["certificate"] = json!("messageverificationcerts.sandbox.paypal.com.evil.example");
    assert_eq!(refusal(THIRD.ask_with(&headers, THIRD.body, &live, 10)), Some(Rejection::Forged));
}

#[test]
fn certificates_come_from_paypal_only() {
    let mut settings = THIRD.settings(TEST_LEAF, TEST_ROOT);
    settings["keys"] = json!({});
    let ask = |url: &str, settings: &Value, later: i64| {
        let mut headers = THIRD.headers().map(|(name, value)| (name, value.to_owned()));
        headers[3].1 = url.to_owned();
        let headers = headers.each_ref().map(|(name, value)| (*name, value.as_str()));
        THIRD.ask_with(&headers, THIRD.body, settings, later)
    };
    let Ok(Proof::Wants(key)) = ask(URL, &settings, 10) else { panic!("wants no key") };
    assert_eq!(key.as_str(), URL);
    assert_eq!(refusal(ask(URL, &settings, 5 * 86_400)), Some(Rejection::Stale), "no key is fetched for old news");
    for url in [
        "https://api.paypal.com/v1/notifications/certs/x",
        "https://api.sandbox.paypal.com.evil.example/v1/notifications/certs/x",
        "http://api.sandbox.paypal.com/v1/notifications/certs/x",
        "https://user@api.sandbox.paypal.com/v1/notifications/certs/x",
        "https://api.sandbox.paypal.com@evil.example/v1/notifications/certs/x",
        "https://api.sandbox.paypal.com/v1/notifications/x",
    ] {
        let mut known = settings.clone();
        known["keys"] = json!({ url: TEST_LEAF });
        assert_eq!(refusal(ask(url, &known, 10)), Some(Rejection::Forged), "{url}");
    }
    let mut old = THIRD.headers();
    old[4].1 = "SHA1withRSA";
    let known = THIRD.settings(TEST_LEAF, TEST_ROOT);
    assert_eq!(refusal(THIRD.ask_with(&old, THIRD.body, &known, 10)), Some(Rejection::Forged));
}

#[test]
fn mock_events_are_heard_in_a_sandbox_that_says_so() {
    let mock: Value = serde_json::from_str(include_str!("vectors/mock.json")).expect("JSON");
    let field = |name: &str| mock[name].as_str().expect("text");
    let mut headers = THIRD.headers();
    headers[0].1 = field("id");
    headers[1].1 = field("time");
    headers[2].1 = field("signature");
    let asked = |test: bool, simulator: bool| {
        let mut settings = THIRD.settings(field("certificate"), field("root"));
        settings["test"] = json!(test);
        settings["simulator"] = json!(simulator);
        settings["client_id"] = json!("app");
        settings["client_secret"] = json!("secret");
        refusal(THIRD.ask_with(&headers, THIRD.body, &settings, -9_000))
    };
    assert_eq!(asked(true, true), None, "believed, because it is nowhere to be fetched");
    for (test, simulator) in [(true, false), (false, true), (false, false)] {
        assert_eq!(asked(test, simulator), Some(Rejection::Forged), "{test} {simulator}");
    }
}

#[test]
fn with_credentials_a_proved_event_is_only_a_hint() {
    let mut settings = THIRD.settings(TEST_LEAF, TEST_ROOT);
    settings["client_id"] = json!("app");
    settings["client_secret"] = json!("secret");
    let Ok(Proof::Hints(hints)) = THIRD.ask(&settings, 10) else { panic!("believed") };
    assert_eq!((hints[0].what.as_str(), hints[0].id(0)), ("event", "WH-58D329510W468432D-TEST00000001"));
    let altered = THIRD.ask_with(&THIRD.headers(), "{}", &settings, 10);
    assert_eq!(altered.err(), Some(Rejection::Forged));
}

fn read(body: &Value) -> Vec<Payment> {
    let delivery = Recorded::new("paypal", &[], b"");
    PayPal.interpret(&delivery.proved(body.to_string().as_bytes()), &settings("paypal")).expect("readable")
}

/// A recorded delivery with its type and some of its resource's fields changed.
#[track_caller]
fn event(name: &str, kind: &str, changes: &Value) -> Vec<Payment> {
    let one = one("payment-webhook", &format!("paypal.{name}"));
    let mut body: Value = serde_json::from_slice(&one.body).expect("JSON");
    body["event_type"] = json!(kind);
    let resource = body["resource"].as_object_mut().expect("a resource");
    resource.extend(changes.as_object().expect("changes").clone());
    read(&body)
}

#[test]
fn statuses_in_our_words() {
    let capture = |status: &str| {
        let kind = "PAYMENT.CAPTURE.COMPLETED";
        let payment = event(kind, kind, &json!({"status": status})).swap_remove(0);
        (payment.status, payment.captured.is_some(), payment.refunded.map(|money| money.minor))
    };
    assert_eq!(capture("COMPLETED"), (Some(PaymentStatus::Paid), true, None));
    assert_eq!(capture("PENDING"), (Some(PaymentStatus::Pending), false, None));
    assert_eq!(capture("DECLINED"), (Some(PaymentStatus::Failed), false, None));
    assert_eq!(capture("FAILED"), (Some(PaymentStatus::Failed), false, None));
    assert_eq!(capture("PARTIALLY_REFUNDED"), (Some(PaymentStatus::Paid), true, None));
    assert_eq!(capture("REFUNDED"), (Some(PaymentStatus::Paid), true, Some(2870)));
    assert_eq!(capture("SLEEPING"), (None, false, None));
    let authorisation = |status: &str| {
        let kind = "PAYMENT.AUTHORIZATION.CREATED";
        let payment = event(kind, kind, &json!({"status": status})).swap_remove(0);
        (payment.status, payment.captured.is_some())
    };
    assert_eq!(authorisation("CREATED"), (Some(PaymentStatus::Authorised), false));
    assert_eq!(authorisation("CAPTURED"), (Some(PaymentStatus::Paid), false), "the capture says how much");
    assert_eq!(authorisation("VOIDED"), (Some(PaymentStatus::Cancelled), false));
    let order = |status: &str| {
        event("CHECKOUT.ORDER.APPROVED", "CHECKOUT.ORDER.SAVED", &json!({"status": status})).swap_remove(0).status
    };
    assert_eq!(order("APPROVED"), Some(PaymentStatus::Pending));
    assert_eq!(order("PAYER_ACTION_REQUIRED"), Some(PaymentStatus::Open));
    assert_eq!(order("COMPLETED"), None);
}

#[test]
fn a_refund_is_one_of_the_capture_above_it() {
    let kind = "PAYMENT.CAPTURE.REFUNDED";
    let told = |changes: Value| {
        let payment = event(kind, kind, &changes).swap_remove(0);
        let refund = payment.refund.map(|refund| (refund.amount.minor, refund.failed, refund.pending));
        (payment.id, refund, payment.refunded.map(|money| money.minor))
    };
    let capture = || "42311647XV020574X".to_owned();
    assert_eq!(told(json!({})), (capture(), Some((650, false, false)), Some(650)));
    assert_eq!(told(json!({"status": "PENDING"})), (capture(), Some((650, false, true)), None));
    assert_eq!(told(json!({"status": "FAILED"})), (capture(), Some((650, true, false)), None));
    assert_eq!(told(json!({"status": "SLEEPING"})), (capture(), None, None));
    assert_eq!(told(json!({"links": []})).0, "1JU08902781691411");
    let old = json!({"state": "completed", "status": null, "sale_id": "80F85758S3080410K",
        "amount": {"total": "-6.50", "currency": "EUR"}, "seller_payable_breakdown": null});
    let refund = event(kind, "PAYMENT.SALE.REFUNDED", &old).swap_remove(0);
    assert_eq!((refund.id.as_str(), refund.refund.map(|back| back.amount.minor)), ("80F85758S3080410K", Some(650)));
    let old = json!({"state": "completed", "status": null, "capture_id": "42311647XV020574X", "links": []});
    assert_eq!(event(kind, kind, &old).swap_remove(0).id, capture(), "by an older API");
    assert_eq!(event(kind, "PAYMENT.CAPTURE.REVERSED", &json!({})), []);
}

#[test]
fn a_link_names_what_a_capture_is_of_where_nothing_else_does() {
    let kind = "PAYMENT.CAPTURE.COMPLETED";
    let links = json!([{"rel": "self", "href": "https://api.paypal.com/v2/payments/captures/42311647XV020574X"},
        {"rel": "up", "href": "https://api.paypal.com/v2/payments/authorizations/7W5147081L658180V"}]);
    let bare = json!({"custom_id": null, "invoice_id": null, "supplementary_data": null, "links": links});
    let named = event(kind, kind, &bare).swap_remove(0).references;
    assert_eq!(named, [Reference::Payment("7W5147081L658180V".to_owned())]);
}

#[test]
fn the_order_is_named_by_the_fields_that_are_the_shops() {
    let kind = "PAYMENT.CAPTURE.COMPLETED";
    let named = |changes: Value| {
        let orders = event(kind, kind, &changes).swap_remove(0).references.into_iter();
        let names = orders.filter_map(|reference| match reference {
            Reference::Order(name) => Some(name),
            _ => None,
        });
        names.collect::<Vec<_>>()
    };
    assert_eq!(named(json!({"custom_id": null})), ["WC-727", "727"]);
    assert_eq!(named(json!({"custom_id": "{\"order_id\":9,\"order_key\":\"wc_x\"}", "invoice_id": null})), ["9"]);
    assert_eq!(named(json!({"custom_id": "", "invoice_id": "SHOP-1001"})), ["SHOP-1001"]);
}

#[test]
fn an_approval_that_lapsed_is_over() {
    let lapsed = json!({"event_type": "CHECKOUT.PAYMENT-APPROVAL.REVERSED", "create_time": "2026-09-21T17:13:00Z",
        "resource": {"order_id": "5O190127TN364715T", "purchase_units": [{"custom_id": "727"}]}});
    let payment = read(&lapsed).swap_remove(0);
    assert_eq!((payment.id.as_str(), payment.status), ("5O190127TN364715T", Some(PaymentStatus::Cancelled)));
    assert_eq!(payment.references, [Reference::Order("727".to_owned())]);
}

#[test]
fn the_old_resources_of_the_vectors_are_read() {
    let sale = |vector: &Signed| read(&serde_json::from_str(vector.body).expect("JSON")).swap_remove(0);
    let second = sale(&SECOND);
    assert_eq!(second.captured.map(|money| money.decimal()).as_deref(), Some("21.00"));
    assert_eq!(second.references[0], Reference::Order("57e3028db8d1b".to_owned()));
    assert_eq!(sale(&FIRST).status, Some(PaymentStatus::Paid));
}

fn token(ask: &Ask) -> Option<(u16, String)> {
    let authorization = ask.headers.iter().find(|(name, _)| *name == "authorization");
    let authorization = authorization.map(|(_, value)| value.reveal().clone()).expect("who asks");
    if ask.url == "https://api-m.paypal.com/v1/oauth2/token" {
        assert_eq!(authorization, "Basic QWVBMVFJWlhpZmxyMTp0ZXN0LWNsaWVudC1zZWNyZXQ=");
        assert_eq!(ask.body.reveal(), b"grant_type=client_credentials");
        return Some((200, json!({"access_token": "A21AA", "token_type": "Bearer", "expires_in": 32400}).to_string()));
    }
    assert_eq!(authorization, "Bearer A21AA");
    None
}

#[test]
fn an_event_is_fetched_with_its_capture_as_it_is_now() {
    let settings = settings("paypal");
    let hint = Hint::new("event", &["WH-1"]).expect("a hint");
    let event = |kind: &str| {
        let resource = json!({"id": "42311647XV020574X", "status": "COMPLETED"});
        json!({"id": "WH-1", "event_type": kind, "create_time": "2026-09-21T14:13:15Z", "resource": resource})
    };
    let answer = |kind: &'static str, capture: (u16, &'static str)| {
        move |ask: &Ask| match (token(ask), ask.url.rsplit('/').next()) {
            (Some(answer), _) => answer,
            (None, Some("WH-1")) => (200, event(kind).to_string()),
            (None, Some("42311647XV020574X")) => (capture.0, capture.1.to_owned()),
            other => panic!("{other:?}"),
        }
    };
    let completed = "PAYMENT.CAPTURE.COMPLETED";
    let capture = r#"{"id":"42311647XV020574X","status":"REFUNDED","amount":{"value":"28.70","currency_code":"EUR"}}"#;
    let found = bodies(&PayPal, &hint, &settings, answer(completed, (200, capture)));
    assert_eq!(
        found,
        [format!(
            r#"{{"id":"WH-1","event_type":"{completed}","create_time":"2026-09-21T14:13:15Z","resource":{capture}}}"#
        )]
    );
    assert_eq!(read(&serde_json::from_str(&found[0]).expect("JSON"))[0].refunded.map(|money| money.minor), Some(2870));
    let as_told = event(completed).to_string();
    assert_eq!(bodies(&PayPal, &hint, &settings, answer(completed, (404, ""))), [as_told]);
    for kind in ["PAYMENT.CAPTURE.REFUNDED", "CHECKOUT.ORDER.APPROVED"] {
        let never = answer(kind, (404, "never asked"));
        assert_eq!(bodies(&PayPal, &hint, &settings, never), [event(kind).to_string()]);
    }
    let other = answer(completed, (200, r#"{"id":"another"}"#));
    assert!(fetched(&PayPal, &hint, &settings, other).is_err());
    let gone = |ask: &Ask| token(ask).unwrap_or((404, String::new()));
    assert_eq!(fetched(&PayPal, &hint, &settings, gone), Ok(Step::Gone));
    assert!(fetched(&PayPal, &hint, &Settings::default(), gone).is_err(), "without credentials");
    assert!(fetched(&PayPal, &hint, &settings, |_| (200, "{}".to_owned())).is_err());
}

#[test]
fn events_are_listed_back_to_the_first_of_the_window() {
    let hour = window("2026-09-21T14:00:00Z", "2026-09-21T15:00:00Z");
    let event = |id: u32, time: &str| json!({"id": format!("WH-{id}"), "create_time": time, "resource": {"a": "1.10"}});
    let page = |events: &[Value]| (200, json!({"events": events, "count": events.len()}).to_string());
    let answer = |ask: &Ask| {
        if let Some(answer) = token(ask) {
            return answer;
        }
        let end = ask.url.split("end_time=").nth(1).expect("an end");
        assert!(ask.url.contains("start_time=2026-09-21T14%3A00%3A00Z"));
        match end {
            "2026-09-21T15%3A00%3A00Z" => page(&[
                event(5, "2026-09-21T15:00:00Z"),
                event(4, "2026-09-21T14:40:00.500Z"),
                event(3, "2026-09-21T14:30:00.250Z"),
            ]),
            "2026-09-21T14%3A30%3A01Z" => {
                page(&[event(3, "2026-09-21T14:30:00.250Z"), event(2, "2026-09-21T14:10:00Z")])
            }
            "2026-09-21T14%3A10%3A00Z" => page(&[event(2, "2026-09-21T14:10:00Z")]),
            other => panic!("{other}"),
        }
    };
    let found = listed(&PayPal, hour, &settings("paypal"), answer).expect("a list").expect("an end");
    let ids = found.iter().map(|found| match found {
        Found::Delivery(body) => serde_json::from_slice::<Value>(body).expect("JSON")["id"].clone(),
        Found::Hint(_) => panic!("events are whole"),
    });
    assert_eq!(ids.collect::<Vec<_>>(), ["WH-4", "WH-3", "WH-3", "WH-2", "WH-2"]);
    let nothing = |ask: &Ask| token(ask).unwrap_or_else(|| page(&[]));
    assert_eq!(listed(&PayPal, hour, &settings("paypal"), nothing), Some(Ok(Vec::new())));
    assert_eq!(listed(&PayPal, hour, &Settings::default(), nothing), None, "without credentials");
}
