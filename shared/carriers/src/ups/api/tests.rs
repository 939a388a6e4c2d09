//! Conversations, and what they come to beside the posts of the same parcel.

use domain::fact::Tracking;
use domain::lack::Lack;
use domain::tracking::ParcelState as S;
use jiff::civil::date;
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, settings};
use testing::talk;
use webhooks::hint::Hint;
use webhooks::provider::Provider;
use webhooks::settings::Settings;
use webhooks::source::{Ask, Open, Source, Step, Stuck};

use super::Ups;
use crate::joined::{lack, seen};

const NUMBER: &str = "1Z5R89390357567127";

fn hint() -> Hint {
    Hint::new("parcel", &[NUMBER]).expect("a hint")
}

fn token() -> (u16, String) {
    let granted = json!({
        "token_type": "Bearer", "issued_at": "1778494530186", "client_id": "shop-app", "access_token": "eyJ.a-b_c",
        "expires_in": "14399", "status": "approved",
    });
    (200, granted.to_string())
}

/// The composed body.
fn history() -> Value {
    serde_json::from_slice(&one("tracking-webhook", "ups.history.fetched").body).expect("JSON")
}

/// All that UPS answers, with what is nobody's business.
fn answer() -> Value {
    let mut answer = history();
    let shipment = &mut answer["trackResponse"]["shipment"][0];
    shipment["inquiryNumber"] = json!(NUMBER);
    shipment["shipperNumber"] = json!("5R8939");
    let mut sibling = shipment["package"][0].clone();
    let package = &mut shipment["package"][0];
    let street = json!({"addressLine1": "1 Doe Street", "city": "CHARLOTTE", "postalCode": "28209", "country": "US"});
    package["packageAddress"] =
        json!([{"type": "DESTINATION", "name": "J. DOE", "attentionName": "J. DOE", "address": street}]);
    package["deliveryInformation"] = json!({
        "receivedBy": "DOE", "location": "Front Door", "signature": {"image": "RE9F"}, "pod": {"content": "RE9F"},
        "deliveryPhoto": {"photo": "RE9F"},
    });
    package["activity"][0]["location"]["address"]["addressLine1"] = json!("1 Doe Street");
    package["activity"][0]["logicalScan"] = json!(false);
    package["currentStatus"] = json!({"description": "Delivered", "code": "011"});
    sibling["trackingNumber"] = json!("1Z5R89390357567128");
    shipment["package"].as_array_mut().expect("a list").push(sibling);
    answer
}

fn fetch(status: u16, answer: &Value) -> Result<Step, Stuck> {
    talk::fetched(&Ups, &hint(), &settings("ups"), |ask| {
        if ask.url.ends_with("/token") { token() } else { (status, answer.to_string()) }
    })
}

fn has(ask: &Ask, name: &str, value: &str) -> bool {
    ask.headers.iter().any(|(known, given)| *known == name && given.reveal() == value)
}

#[test]
fn a_parcel_is_asked_for_with_a_token_and_nothing_goes_on_that_nobody_reads() {
    let bodies = talk::bodies(&Ups, &hint(), &settings("ups"), |ask| match ask.url.as_str() {
        "https://onlinetools.ups.com/security/v1/oauth/token" => {
            assert_eq!(
                (ask.method.as_str(), ask.body.reveal().as_slice()),
                ("POST", &b"grant_type=client_credentials"[..])
            );
            assert!(has(ask, "authorization", "Basic c2hvcC1hcHA6dXBzLXRlc3QtYXBwLXNlY3JldA=="));
            token()
        }
        "https://onlinetools.ups.com/api/track/v1/details/1Z5R89390357567127?locale=en_US&returnSignature=false" => {
            assert!(has(ask, "authorization", "Bearer eyJ.a-b_c") && has(ask, "transactionsrc", "tidings"));
            assert!(ask.headers.iter().any(|(name, id)| *name == "transid" && id.reveal().len() == 32));
            (200, answer().to_string())
        }
        url => panic!("{url}"),
    });
    let body: Value = serde_json::from_str(&bodies[0]).expect("JSON");
    assert_eq!((bodies.len(), &body), (1, &history()));
    assert!(!bodies[0].contains("DOE") && !bodies[0].contains("Doe") && !bodies[0].contains("RE9F"), "{}", bodies[0]);
}

#[test]
fn a_number_that_ups_does_not_know_is_gone() {
    let warned = json!({"trackResponse": {"shipment": [{
        "inquiryNumber": NUMBER, "warnings": [{"code": "TW0001", "message": "Tracking Information Not Found"}],
    }]}});
    let invalid = json!({"response": {"errors": [{"code": "TV1002", "message": "Invalid inquiry number"}]}});
    assert_eq!(fetch(200, &warned), Ok(Step::Gone));
    assert_eq!(fetch(200, &invalid), Ok(Step::Gone));
    assert_eq!(fetch(404, &json!({"response": {"errors": []}})), Ok(Step::Gone));
    let mut another = answer();
    another["trackResponse"]["shipment"][0]["package"][0]["trackingNumber"] = json!("1Z5R89390357567129");
    assert_eq!(fetch(200, &another), Ok(Step::Gone));
    let mut nothing = answer();
    nothing["trackResponse"]["shipment"][0]["package"][0]["activity"] = json!([]);
    assert_eq!(fetch(200, &nothing), Ok(Step::Gone));
    let other = Hint::new("order", &[NUMBER]).expect("a hint");
    assert_eq!(talk::fetched(&Ups, &other, &settings("ups"), |_| (500, "")), Ok(Step::Gone));
}

#[test]
fn what_is_no_answer_is_stuck_and_says_what_to_do() {
    let stuck = |token: (u16, &str), answer: (u16, &str)| {
        let asked = talk::fetched(&Ups, &hint(), &settings("ups"), |ask| {
            let (status, body) = if ask.url.ends_with("/token") { token } else { answer };
            (status, body.to_owned())
        });
        asked.expect_err("stuck").0
    };
    let good = (200, r#"{"access_token":"t"}"#);
    for token in
        [(200, "{}"), (200, r#"{"access_token":"a\nb"}"#), (404, r#"{"response":{"errors":[{"code":"10401"}]}}"#)]
    {
        assert!(stuck(token, (200, "{}")).contains("correct id and secret"), "{token:?}");
    }
    assert!(stuck((200, "<html>"), (200, "{}")).contains("access_token"));
    let refused = r#"{"response":{"errors":[{"code":"250003","message":"Invalid Access License number"}]}}"#;
    assert!(stuck(good, (200, refused)).contains("may track"));
    for body in ["{}", "[]", "7", r#"{"trackResponse":{}}"#, r#"{"trackResponse":{"shipment":{}}}"#, "<html>", ""] {
        assert!(stuck(good, (200, body)).contains("trackResponse"), "{body}");
    }
    let strange = json!({"trackResponse": {"shipment": [{"package": [{
        "trackingNumber": NUMBER, "activity": [{"gmtDate": "20260921", "status": 7}],
    }]}]}});
    assert!(stuck(good, (200, &strange.to_string())).contains("activity"));
    for lacking in [json!({}), json!({"api_client_id": "a"}), json!({"client_id": "a", "client_secret": "b"})] {
        let lacking: Settings = serde_json::from_value(lacking).expect("settings");
        let asked = talk::fetched(&Ups, &hint(), &lacking, |_| (200, ""));
        assert!(asked.expect_err("no credentials").0.contains("api_client_"));
    }
}

#[test]
fn only_numbers_that_ups_takes_are_asked_for_and_only_with_credentials() {
    let asked = |number: &str, settings: &Settings| {
        Ups.asks_for(&Open::Parcel { carrier: Some("UPS"), number, known: false }, settings)
    };
    assert_eq!(asked("1z5r8939 0357567127", &settings("ups")), Some(hint()));
    for number in ["1Z5R8939035756712", "1Z5R893903575671270", "1Z5R89390357567Ü7", "92419900000033499522966220", "1Z"]
    {
        assert_eq!(asked(number, &settings("ups")), None, "{number}");
    }
    let v2: Settings = serde_json::from_value(json!({"client_id": "a", "secrets": ["b"]})).expect("settings");
    assert_eq!(asked(NUMBER, &v2), None);
}

fn read(body: &Value) -> Vec<Tracking> {
    let proved = Recorded::new("ups", &[], b"").proved(body.to_string().as_bytes());
    Ups.interpret(&proved, &Settings::default()).expect("readable")
}

/// Edits the one package of the history.
fn package(edit: impl FnOnce(&mut Value)) -> Vec<Tracking> {
    let mut history = history();
    edit(&mut history["trackResponse"]["shipment"][0]["package"][0]);
    read(&history)
}

#[test]
fn times_of_a_history_come_in_several_forms() {
    let all = package(|_| {});
    assert_eq!(all.len(), 6);
    for (gmt_date, gmt_time) in [
        (json!("20260921"), json!("140510")),
        (json!(20_260_921), json!(140_510)),
        (json!("2026-09-21"), json!("14:05:10")),
        (json!(null), json!(null)),
    ] {
        let told = package(|package| {
            package["activity"][0]["gmtDate"] = gmt_date.clone();
            package["activity"][0]["gmtTime"] = gmt_time.clone();
        });
        assert_eq!(told, all, "{gmt_date} {gmt_time}");
    }
    let unzoned = package(|package| {
        for field in ["gmtDate", "gmtTime", "gmtOffset"] {
            package["activity"][0].as_object_mut().expect("an object").remove(field);
        }
    });
    assert_eq!(unzoned.len(), 5, "nobody knows when that was");
}

#[test]
fn the_day_of_delivery_is_so_since_the_newest_activity() {
    let days = |days: Value, from: usize| {
        let told = package(|package| {
            package["deliveryDate"] = days;
            package["activity"].as_array_mut().expect("a list").drain(..from);
        });
        told.iter().map(|tracking| tracking.promised).collect::<Vec<_>>()
    };
    let [scheduled, again] = ["SDD", "RDD"].map(|kind| json!({"type": kind, "date": "20260922"}));
    let day = Some(date(2026, 9, 22));
    assert_eq!(days(json!([scheduled]), 1), [day, None, None, None, None]);
    assert_eq!(days(json!([{"type": "SDD", "date": "20260921"}, again]), 1)[0], day);
    // The newest says that it is late: what was scheduled will not be kept, what was set anew will.
    assert_eq!([days(json!([scheduled]), 3)[0], days(json!([again]), 3)[0]], [None, day]);
    assert_eq!(days(json!([{"type": "DEL", "date": "20260921"}]), 0), [None; 6]);
}

fn post(name: &str) -> Tracking {
    let body: Value = serde_json::from_slice(&one("tracking-webhook", name).body).expect("JSON");
    read(&body).swap_remove(0)
}

#[test]
fn what_a_post_said_before_or_after_is_not_said_twice() {
    let history = read(&history());
    let history: Vec<&Tracking> = history.iter().collect();
    let posts = [&post("ups.i.out-for-delivery"), &post("ups.d.delivered")];
    let whole = seen(&history);
    let states = whole.iter().map(|(_, state)| *state);
    let expected = [S::PreTransit, S::Accepted, S::InTransit, S::DeliveryAttempted, S::OutForDelivery, S::Delivered];
    assert!(states.eq(expected.map(Some)), "{whole:?}");
    // Their words differ: one is `Delivered`, one `DELIVERED`.
    assert_eq!(seen(&[&posts[..], &history].concat()), whole);
    assert_eq!(seen(&[&history, &posts[..]].concat()), whole);
    assert_eq!(seen(&[&history[..], &history].concat()), whole);
    // What came by post alone is a part of it, and a post after the history takes nothing of it away.
    assert_eq!(seen(&posts), whole[4..]);
    assert_eq!(seen(&[&history[1..], &posts[1..]].concat()), whole);
}

#[test]
fn of_what_posts_said_nothing_is_lacking_whatever_their_words() {
    let history = read(&history());
    let (heard, lost) = (&history[..2], &history[2..]);
    let same: Vec<&Tracking> = heard.iter().collect();
    let posts = [&post("ups.d.delivered"), &post("ups.i.out-for-delivery")];
    for told in [same, posts.to_vec()] {
        assert!(heard.iter().all(|fact| lack(&told, fact) < Lack::News));
        assert!(lost.iter().all(|fact| lack(&told, fact) == Lack::News));
    }
}
