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

use super::Usps;
use crate::joined::{lack, seen};

const NUMBER: &str = "9400111206206406260787";
const TOKEN: &str =
    r#"{"access_token":"eyJ.a-b_c","token_type":"Bearer","expires_in":28799,"scope":"addresses tracking"}"#;

fn hint(number: &str) -> Hint {
    Hint::new("parcel", &[number]).expect("a hint")
}

/// The composed body.
fn envelope() -> Value {
    serde_json::from_slice(&one("tracking-webhook", "usps.tracking.fetched").body).expect("JSON")
}

/// All that USPS answers, with what is nobody's business.
fn answer() -> Value {
    let mut answer: Value = serde_json::from_str(envelope()["payload"].as_str().expect("a text")).expect("JSON");
    answer["mailClass"] = json!("USPS Ground Advantage<SUP>&#153;</SUP>");
    answer["destinationZIP"] = json!("97204");
    answer["services"] = json!(["USPS Tracking<SUP>&#174;</SUP>"]);
    let event = &mut answer["trackingEvents"][0];
    event["name"] = json!("J DOE");
    event["firm"] = json!("DOE INC");
    event["eventZIP"] = json!("97204");
    event["authorizedAgent"] = json!("false");
    answer
}

fn fetch(number: &str, status: u16, answer: &str) -> Result<Step, Stuck> {
    talk::fetched(&Usps, &hint(number), &settings("usps"), |ask| {
        if ask.url.ends_with("/token") { (200, TOKEN.to_owned()) } else { (status, answer.to_owned()) }
    })
}

#[test]
fn a_parcel_is_asked_for_with_a_token_and_nothing_goes_on_that_nobody_reads() {
    let bodies = talk::bodies(&Usps, &hint(NUMBER), &settings("usps"), |ask| match ask.url.as_str() {
        "https://apis.usps.com/oauth2/v3/token" => {
            let login: Value = serde_json::from_slice(ask.body.reveal()).expect("JSON");
            let app = ["shop-app", "usps-test-app-secret"];
            let expected = json!({"grant_type": "client_credentials", "client_id": app[0], "client_secret": app[1]});
            assert_eq!((ask.method.as_str(), login), ("POST", expected));
            (200, TOKEN.to_owned())
        }
        "https://apis.usps.com/tracking/v3/tracking/9400111206206406260787?expand=DETAIL" => {
            let bearer = |(name, value): &(&str, domain::personal::Personal<String>)| {
                *name == "authorization" && value.reveal() == "Bearer eyJ.a-b_c"
            };
            assert!(ask.method == "GET" && ask.headers.iter().any(bearer));
            (200, answer().to_string())
        }
        url => panic!("{url}"),
    });
    assert_eq!((bodies.len(), serde_json::from_str::<Value>(&bodies[0]).expect("JSON")), (1, envelope()));
    assert!(!bodies[0].contains("DOE") && !bodies[0].contains("97204\\\""), "{}", bodies[0]);
}

#[test]
fn a_number_that_usps_does_not_know_is_gone() {
    let invalid = json!({"apiVersion": "/tracking/v3", "error": {"code": "400", "message": "Bad Request", "errors": [
        {"status": "400", "code": "150002", "title": "Invalid Tracking Number"},
    ]}});
    let unknown = json!({"error": {"code": 404, "message": "Tracking is not available for this item."}});
    let mut nothing = answer();
    nothing["trackingEvents"] = json!([]);
    for body in [&invalid, &unknown, &nothing] {
        assert_eq!(fetch(NUMBER, 200, &body.to_string()), Ok(Step::Gone), "{body}");
    }
    assert_eq!(fetch(NUMBER, 404, &unknown.to_string()), Ok(Step::Gone));
    let other = Hint::new("order", &[NUMBER]).expect("a hint");
    assert_eq!(talk::fetched(&Usps, &other, &settings("usps"), |_| (500, "")), Ok(Step::Gone));
}

#[test]
fn what_is_no_answer_is_stuck_and_says_what_to_do() {
    let stuck = |body: &str| fetch(NUMBER, 200, body).expect_err("stuck").0;
    let scope =
        r#"{"error":{"code":"401","message":"Insufficient OAuth scope.","errors":[{"title":"invalid_oauth_scope"}]}}"#;
    assert!(stuck(scope).contains("may track"));
    for body in ["{}", "[]", "7", r#"{"trackingEvents":{}}"#, r#"{"eventSummaries":["Delivered"]}"#, "<html>", ""] {
        assert!(stuck(body).contains("trackingEvents"), "{body}");
    }
    let mut another = answer();
    another["trackingNumber"] = json!("9400111206206406260788");
    assert!(stuck(&another.to_string()).contains("trackingNumber"));
    for events in [json!([7]), json!([{"eventType": "Delivered"}]), json!([{"GMTTimestamp": "soon"}])] {
        let mut strange = answer();
        strange["trackingEvents"] = events.clone();
        assert!(stuck(&strange.to_string()).contains("GMTTimestamp"), "{events}");
    }
    let refused = r#"{"error":"invalid_client","error_description":"Client authentication failed."}"#;
    let asked = talk::fetched(&Usps, &hint(NUMBER), &settings("usps"), |_| (200, refused));
    assert!(asked.expect_err("no token").0.contains("correct id and secret"));
    for lacking in [json!({}), json!({"client_id": "a"}), json!({"client_secret": "b"})] {
        let lacking: Settings = serde_json::from_value(lacking).expect("settings");
        let asked = talk::fetched(&Usps, &hint(NUMBER), &lacking, |_| (200, ""));
        assert!(asked.expect_err("no credentials").0.contains("client_"));
    }
}

#[test]
fn only_numbers_that_usps_takes_are_asked_for_and_only_with_credentials() {
    let asked = |number: &str, settings: &Settings| {
        let open = Open::Parcel { carrier: Some("usps_ground"), number, known: false };
        Usps.asks_for(&open, settings).map(|hint| hint.id(0).to_owned())
    };
    for number in ["9400 1112 0620 6406 2607 87", "420972049400111206206406260787", "RB123456785US", "LX123456785NL"] {
        assert!(asked(number, &settings("usps")).is_some(), "{number}");
    }
    for number in ["1Z5R89390357567127", "986578788855", "RB123456789US", "ORDER-1001-ORDER-1001-1", &"9".repeat(35)] {
        assert_eq!(asked(number, &settings("usps")), None, "{number}");
    }
    assert_eq!(asked(NUMBER, &Settings::default()), None);
}

#[test]
fn questions_are_as_far_apart_as_the_merchant_says() {
    let pace = |own: Value| {
        let mut all = json!({"client_id": "a", "client_secret": "b"});
        all["pace"] = own;
        Usps.asks(&serde_json::from_value(all).expect("settings")).map(|pace| pace.as_secs())
    };
    assert_eq!([json!(null), json!(0), json!(7), json!(-1)].map(pace), [Some(3), Some(0), Some(7), Some(3)]);
    assert_eq!(Usps.asks(&Settings::default()), None);
}

fn read(body: &[u8]) -> Tracking {
    let proved = Recorded::new("usps", &[], b"").proved(body);
    Usps.interpret(&proved, &Settings::default()).expect("readable").swap_remove(0)
}

#[test]
fn what_is_told_of_is_the_number_that_was_asked_for() {
    let label = format!("42097204{NUMBER}");
    let Ok(Step::Done(bodies)) = fetch(&label, 200, &answer().to_string()) else { panic!("not fetched") };
    assert_eq!(read(&bodies[0]).number.as_str(), label);
}

#[test]
fn numbers_may_be_numbers_and_what_is_optional_may_be_missing() {
    let whole = read(envelope().to_string().as_bytes());
    let mut odd = answer();
    odd["uniqueMailPieceID"] = json!(110_158_946);
    odd["onTime"] = json!(true);
    odd["trackingEvents"][0]["eventCode"] = json!(1);
    odd.as_object_mut().expect("an object").remove("trackingNumber");
    let Ok(Step::Done(bodies)) = fetch(NUMBER, 200, &odd.to_string()) else { panic!("not fetched") };
    assert_eq!(read(&bodies[0]), whole);
    let bare = json!({"trackingEvents": [{"GMTTimestamp": "2026-09-21T14:04:00Z"}]});
    let Ok(Step::Done(bodies)) = fetch(NUMBER, 200, &bare.to_string()) else { panic!("not fetched") };
    assert_eq!(read(&bodies[0]).scans.len(), 1);
}

/// A recorded webhook, with the id that both have, or without.
fn webhook(piece: Option<&str>) -> Tracking {
    let mut envelope: Value = serde_json::from_slice(&one("tracking-webhook", "usps.delivered").body).expect("JSON");
    let mut payload: Value = serde_json::from_str(envelope["payload"].as_str().expect("a text")).expect("JSON");
    payload["uniqueMailPieceID"] = json!(piece);
    envelope["payload"] = json!(payload.to_string());
    read(envelope.to_string().as_bytes())
}

#[test]
fn what_a_webhook_said_before_or_after_is_not_said_twice() {
    let (sent, nameless, asked) = (webhook(Some("110158946")), webhook(None), read(envelope().to_string().as_bytes()));
    let whole = seen(&[&asked]);
    let states = whole.iter().map(|(_, state)| *state);
    let expected = [S::PreTransit, S::Accepted, S::InTransit, S::InTransit, S::OutForDelivery, S::Delivered];
    assert!(states.eq(expected.map(Some)), "{whole:?}");
    for facts in [[&sent, &asked], [&asked, &sent], [&nameless, &asked], [&asked, &nameless], [&asked, &asked]] {
        assert_eq!(seen(&facts), whole);
    }
    assert_eq!(
        [lack(&[&sent], &asked), lack(&[&asked], &sent), lack(&[&asked], &asked)],
        [Lack::News, Lack::Nothing, Lack::Nothing]
    );
}

#[test]
fn what_a_webhook_said_is_not_lacking_when_it_is_asked_for() {
    let sent = webhook(Some("110158946"));
    let mut same = answer();
    let heard = |event: &Value| sent.scans.iter().any(|scan| event["GMTTimestamp"] == json!(scan.at.to_string()));
    same["trackingEvents"].as_array_mut().expect("a list").retain(heard);
    let Ok(Step::Done(bodies)) = fetch(NUMBER, 200, &same.to_string()) else { panic!("not fetched") };
    assert_eq!(lack(&[&sent], &read(&bodies[0])), Lack::Nothing);
}
