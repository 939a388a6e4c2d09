//! Conversations, and what they come to beside the webhooks of the same parcel.

use domain::fact::Tracking;
use domain::lack::Lack;
use domain::tracking::ParcelState as S;
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, settings};
use testing::talk;
use webhooks::hint::Hint;
use webhooks::provider::Provider;
use webhooks::settings::Settings;
use webhooks::source::{Open, Source, Step, Stuck};

use super::FedEx;
use crate::joined::{lack, seen};

const NUMBER: &str = "986578788855";
const TOKEN: &str = r#"{"access_token":"eyJ.a-b_c","token_type":"bearer","expires_in":3599,"scope":"CXS"}"#;

fn hint() -> Hint {
    Hint::new("parcel", &[NUMBER]).expect("a hint")
}

/// The composed body.
fn document() -> Value {
    serde_json::from_slice(&one("tracking-webhook", "fedex.track.fetched").body).expect("JSON")
}

/// All that FedEx answers, with what is nobody's business and what is another each time.
fn answer() -> Value {
    let mut answer = document();
    answer["transactionId"] = json!("624deea6-b709-470c-8c39-4b5511281492");
    let result = result(&mut answer);
    result["trackingNumberInfo"]["carrierCode"] = json!("FDXE");
    result["latestStatusDetail"]["scanLocation"] = json!({"streetLines": ["1 Doe Street"], "city": "MEMPHIS"});
    result["scanEvents"][0]["scanLocation"]["streetLines"] = json!(["1 Doe Street"]);
    result["scanEvents"][0]["exceptionCode"] = json!("");
    result["deliveryDetails"] = json!({"receivedByName": "J DOE", "deliveryAttempts": "0"});
    let contact =
        json!({"contact": {"personName": "J DOE", "phoneNumber": "555"}, "address": {"streetLines": ["1 Doe Street"]}});
    result["recipientInformation"] = contact;
    result["packageDetails"] = json!({"weightAndDimensions": {"weight": [{"unit": "LB", "value": "2.0"}]}});
    answer
}

fn result(document: &mut Value) -> &mut Value {
    &mut document["output"]["completeTrackResults"][0]["trackResults"][0]
}

fn fetch(status: u16, answer: &str) -> Result<Step, Stuck> {
    talk::fetched(&FedEx, &hint(), &settings("fedex"), |ask| {
        if ask.url.ends_with("/token") { (200, TOKEN.to_owned()) } else { (status, answer.to_owned()) }
    })
}

#[test]
fn a_parcel_is_asked_for_with_a_token_and_nothing_goes_on_that_nobody_reads() {
    let bodies = talk::bodies(&FedEx, &hint(), &settings("fedex"), |ask| {
        assert_eq!(ask.method, "POST");
        let sent = String::from_utf8(ask.body.reveal().clone()).expect("text");
        match ask.url.as_str() {
            "https://apis.fedex.com/oauth/token" => {
                let login = "client_id=shop-project&client_secret=fedex-test-project-secret";
                assert_eq!(sent, format!("grant_type=client_credentials&{login}"));
                (200, TOKEN.to_owned())
            }
            "https://apis.fedex.com/track/v1/trackingnumbers" => {
                let number = json!({"trackingNumberInfo": {"trackingNumber": NUMBER}});
                let asked = json!({"includeDetailedScans": true, "trackingInfo": [number]});
                assert_eq!(serde_json::from_str::<Value>(&sent).expect("JSON"), asked);
                let header = |name: &str| {
                    ask.headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.reveal().as_str())
                };
                assert_eq!([header("authorization"), header("x-locale")], [Some("Bearer eyJ.a-b_c"), Some("en_US")]);
                (200, answer().to_string())
            }
            url => panic!("{url}"),
        }
    });
    assert_eq!((bodies.len(), serde_json::from_str::<Value>(&bodies[0]).expect("JSON")), (1, document()));
    assert!(!bodies[0].contains("DOE") && !bodies[0].contains("Doe") && !bodies[0].contains("transactionId"));
}

#[test]
fn a_number_that_fedex_does_not_know_is_gone() {
    let error = json!({"code": "TRACKING.TRACKINGNUMBER.NOTFOUND", "message": "Tracking number cannot be found."});
    let inside = json!({"output": {"completeTrackResults": [{"trackingNumber": NUMBER, "trackResults": [
        {"trackingNumberInfo": {"trackingNumber": NUMBER, "trackingNumberUniqueId": "", "carrierCode": ""}, "error": error},
    ]}]}});
    let mut unscanned = answer();
    result(&mut unscanned)["scanEvents"] = json!([]);
    for body in [&inside, &json!({"errors": [error]}), &json!({"output": {"completeTrackResults": []}}), &unscanned] {
        assert_eq!(fetch(200, &body.to_string()), Ok(Step::Gone), "{body}");
    }
    assert_eq!(fetch(404, ""), Ok(Step::Gone));
    let other = Hint::new("order", &[NUMBER]).expect("a hint");
    assert_eq!(talk::fetched(&FedEx, &other, &settings("fedex"), |_| (500, "")), Ok(Step::Gone));
}

#[test]
fn what_is_no_answer_is_stuck_and_says_what_to_do() {
    let stuck = |body: &str| fetch(200, body).expect_err("stuck").0;
    assert!(stuck(r#"{"errors":[{"code":"NOT.AUTHORIZED.ERROR"}]}"#).contains("may track"));
    for body in ["{}", "[]", "7", r#"{"output":[]}"#, r#"{"output":{"completeTrackResults":{}}}"#, "<html>", ""] {
        assert!(stuck(body).contains("output"), "{body}");
    }
    for scans in [json!({}), json!([7]), json!([{"date": "soon"}])] {
        let mut strange = answer();
        result(&mut strange)["scanEvents"] = scans.clone();
        assert!(stuck(&strange.to_string()).contains("scanEvents"), "{scans}");
    }
    let refused =
        r#"{"errors":[{"code":"NOT.AUTHORIZED.ERROR","message":"The given client credentials were not valid."}]}"#;
    let asked = talk::fetched(&FedEx, &hint(), &settings("fedex"), |_| (200, refused));
    assert!(asked.expect_err("no token").0.contains("correct id and secret"));
    for lacking in [json!({}), json!({"client_id": "a"}), json!({"client_secret": "b"})] {
        let lacking: Settings = serde_json::from_value(lacking).expect("settings");
        let asked = talk::fetched(&FedEx, &hint(), &lacking, |_| (200, ""));
        assert!(asked.expect_err("no credentials").0.contains("client_"));
    }
}

#[test]
fn only_numbers_that_fedex_takes_are_asked_for_and_only_with_credentials() {
    let asked = |number: &str, settings: &Settings| {
        let open = Open::Parcel { carrier: Some("fedex_ground"), number, known: false };
        FedEx.asks_for(&open, settings).map(|hint| hint.id(0).to_owned())
    };
    for number in ["9865 7878 8855", "DT123456789012", "9622001900005105596800549425980484"] {
        assert!(asked(number, &settings("fedex")).is_some(), "{number}");
    }
    for number in ["1Z5R89390357567127", "ORDER-1001", "DT12345678901", "12345678", &"1".repeat(35), "98657878885٣"] {
        assert_eq!(asked(number, &settings("fedex")), None, "{number}");
    }
    assert_eq!(asked(NUMBER, &Settings::default()), None);
}

fn read(body: &[u8]) -> Tracking {
    let proved = Recorded::new("fedex", &[], b"").proved(body);
    FedEx.interpret(&proved, &Settings::default()).expect("readable").swap_remove(0)
}

#[test]
fn what_is_told_of_is_the_number_that_was_asked_for() {
    let long = "9622001900005105596800986578788855";
    let bodies = talk::bodies(&FedEx, &Hint::new("parcel", &[long]).expect("a hint"), &settings("fedex"), |ask| {
        if ask.url.ends_with("/token") { (200, TOKEN.to_owned()) } else { (200, answer().to_string()) }
    });
    let told = read(bodies[0].as_bytes());
    assert_eq!((told.number.as_str(), told.tracker.as_str()), (long, "2461112000~986578788855~FX"));
}

#[test]
fn what_a_webhook_said_before_or_after_is_not_said_twice() {
    let (webhook, fetched) =
        (read(&one("tracking-webhook", "fedex.delay").body), read(document().to_string().as_bytes()));
    let whole = seen(&[&fetched]);
    let states = whole.iter().map(|(_, state)| *state);
    assert!(states.eq([S::Accepted, S::InTransit, S::InTransit, S::OutForDelivery].map(Some)), "{whole:?}");
    for facts in [[&webhook, &fetched], [&fetched, &webhook], [&fetched, &fetched]] {
        assert_eq!(seen(&facts), whole);
    }
    assert_eq!([lack(&[&webhook], &fetched), lack(&[&fetched], &fetched)], [Lack::News, Lack::Nothing]);
    // The webhook's own document, asked for: what is taken out of it says nothing.
    let sent = String::from_utf8(one("tracking-webhook", "fedex.delay").body).expect("text");
    let Ok(Step::Done(bodies)) = fetch(200, &sent) else { panic!("not fetched") };
    assert_eq!((read(&bodies[0]), lack(&[&webhook], &read(&bodies[0]))), (webhook.clone(), Lack::Nothing));
}
