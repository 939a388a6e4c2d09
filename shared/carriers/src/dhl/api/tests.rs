//! Who is asked for what, and that an answer says what a push says, of the number that was asked for.

use domain::fact::Tracking;
use jiff::SignedDuration;
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, settings};
use testing::talk::{bodies, fetched};
use webhooks::hint::Hint;
use webhooks::provider::Provider;
use webhooks::settings::Settings;
use webhooks::source::{Open, Source, Step};

use super::super::Dhl;

const NUMBER: &str = "00340434292135100186";

fn hint(number: &str) -> Hint {
    Hint::new("shipment", &[number]).expect("a hint")
}

fn pushed() -> Value {
    serde_json::from_slice(&one("tracking-webhook", "dhl.subscription.push.loaded").body).expect("JSON")
}

fn read(body: &[u8]) -> Vec<Tracking> {
    Dhl.interpret(&Recorded::new("dhl", &[], b"").proved(body), &Settings::default()).expect("readable")
}

/// What is told after a number was asked for, and DHL answered these shipments.
fn told(number: &str, shipments: &Value) -> Vec<Tracking> {
    let answer = json!({"url": "/shipments?trackingNumber=1", "shipments": shipments,
        "possibleAdditionalShipmentsUrl": ["https://evil.example/"]});
    let all = bodies(&Dhl, &hint(number), &settings("dhl"), |ask| {
        assert_eq!(ask.url, format!("https://api-eu.dhl.com/track/shipments?trackingNumber={number}"));
        let key = ask.headers.iter().find(|(name, _)| *name == "dhl-api-key").map(|(_, key)| key.reveal().as_str());
        assert_eq!(key, Some("dhl-tracking-test-key"));
        (200, answer.to_string())
    });
    assert_eq!(all.len(), 1);
    read(all[0].as_bytes())
}

#[test]
fn an_answer_says_what_a_push_says() {
    let pushed = pushed();
    assert_eq!(told(NUMBER, &pushed["shipments"]), read(pushed.to_string().as_bytes()));
}

#[test]
fn only_what_the_number_names_is_told_and_under_that_number() {
    let shipment = |id: Value, pieces: Value| {
        let mut shipment = pushed()["shipments"][0].clone();
        shipment["id"] = id;
        shipment["details"]["pieceIds"] = pieces;
        shipment
    };
    let of = |shipment: Value| told(NUMBER, &json!([shipment]))[0].number.as_str().to_owned();
    assert_eq!(of(shipment(json!(340_434_292_135_100_186_u64), json!(null))), NUMBER, "its zeros are lost");
    assert_eq!(of(shipment(json!("7777777770"), json!(["JD01", NUMBER]))), NUMBER, "it names a piece");
    let foreign = shipment(json!("7777777770"), json!([]));
    let both = told(NUMBER, &json!([foreign, shipment(json!(NUMBER), json!([]))]));
    assert_eq!(both.len(), 1);
    for nothing in [json!([foreign]), json!([]), json!([7, null, {}])] {
        let answer = json!({ "shipments": nothing }).to_string();
        assert_eq!(fetched(&Dhl, &hint(NUMBER), &settings("dhl"), |_| (200, answer.clone())), Ok(Step::Gone));
    }
}

#[test]
fn an_unknown_number_is_gone_and_what_is_no_answer_is_stuck() {
    let ask = |status: u16, body: &str| fetched(&Dhl, &hint(NUMBER), &settings("dhl"), |_| (status, body.to_owned()));
    assert_eq!(ask(404, r#"{"title":"No result found","status":404}"#), Ok(Step::Gone));
    for body in ["", "<html>", "{}", "[]", r#"{"shipments":{}}"#] {
        assert!(ask(200, body).is_err(), "{body}");
    }
    assert!(fetched(&Dhl, &hint(NUMBER), &Settings::default(), |_| (200, "{}")).is_err());
}

#[test]
fn only_parcels_of_dhl_are_asked_for_and_only_with_a_key_for_that() {
    let asked = |carrier: Option<&str>, number: &str, known: bool, settings: &Settings| {
        Dhl.asks_for(&Open::Parcel { carrier, number, known }, settings).map(|hint| hint.id(0).to_owned())
    };
    let settings = settings("dhl");
    for (carrier, known) in
        [(Some("DHL Paket"), false), (Some("dhl-germany"), false), (None, true), (Some("DPD"), true)]
    {
        assert_eq!(asked(carrier, NUMBER, known, &settings).as_deref(), Some(NUMBER), "{carrier:?}");
    }
    for (carrier, number) in [(None, NUMBER), (Some("UPS"), NUMBER), (Some("DHL"), "1/../x"), (Some("DHL"), "")] {
        assert_eq!(asked(carrier, number, false, &settings), None, "{carrier:?} {number}");
    }
    assert_eq!(Dhl.asks_for(&Open::Payment { id: NUMBER }, &settings), None);
    let with = |own: Value| serde_json::from_value::<Settings>(own).expect("settings");
    let subscribed = with(json!({"api_key": "only for subscriptions"}));
    assert_eq!((asked(Some("DHL"), NUMBER, true, &subscribed), Dhl.asks(&subscribed)), (None, None));
    assert_eq!(Dhl.asks(&settings), Some(SignedDuration::from_secs(5)));
    for (pace, seconds) in [(json!(0), 0), (json!(2), 2), (json!("soon"), 5), (json!(-1), 5)] {
        let settings = with(json!({"tracking_key": "k", "pace": pace}));
        assert_eq!(Dhl.asks(&settings), Some(SignedDuration::from_secs(seconds)));
    }
}
