//! Who is asked for what, and that an answer says what a webhook says.

use domain::fact::Tracking;
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, settings};
use testing::talk::{bodies, fetched};
use webhooks::hint::Hint;
use webhooks::provider::Provider;
use webhooks::settings::Settings;
use webhooks::source::{Open, Source, Step};

use super::super::Shippo;

const NUMBER: &str = "1Z5R89390357567127";

fn hint() -> Hint {
    Hint::new("track", &["ups", NUMBER]).expect("a hint")
}

fn sent() -> Value {
    serde_json::from_slice(&one("tracking-webhook", "shippo.track_updated.attempted").body).expect("JSON")
}

fn read(body: &[u8]) -> Vec<Tracking> {
    Shippo.interpret(&Recorded::new("shippo", &[], b"").proved(body), &Settings::default()).expect("readable")
}

fn told(track: &Value) -> Vec<Tracking> {
    let all = bodies(&Shippo, &hint(), &settings("shippo"), |ask| {
        assert_eq!(ask.url, format!("https://api.goshippo.com/tracks/ups/{NUMBER}"));
        let who = ask.headers.iter().find(|(name, _)| *name == "authorization").map(|(_, who)| who.reveal().as_str());
        assert_eq!(who, Some("ShippoToken shippo_test_key"));
        (200, track.to_string())
    });
    assert_eq!(all.len(), 1);
    read(all[0].as_bytes())
}

#[test]
fn an_answer_says_what_a_webhook_says() {
    let sent = sent();
    assert_eq!(told(&sent["data"]), read(sent.to_string().as_bytes()));
    let mut test = sent["data"].clone();
    test["test"] = json!(true);
    assert!(told(&test)[0].test);
    let mut nothing = sent["data"].clone();
    nothing["tracking_status"] = json!(null);
    nothing["tracking_history"] = json!([]);
    assert_eq!(told(&nothing), []);
}

#[test]
fn another_parcel_is_no_answer_and_an_unknown_one_is_gone() {
    let ask = |status: u16, body: &str| fetched(&Shippo, &hint(), &settings("shippo"), |_| (status, body.to_owned()));
    assert_eq!(ask(404, "{}"), Ok(Step::Gone));
    for body in ["", "<html>", "{}", "[]", r#"{"tracking_number":"9205590164917312751089"}"#] {
        assert!(ask(200, body).is_err(), "{body}");
    }
    assert!(fetched(&Shippo, &hint(), &Settings::default(), |_| (200, "{}")).is_err());
    let other = Hint::new("tracker", &["1"]).expect("a hint");
    assert_eq!(fetched(&Shippo, &other, &settings("shippo"), |_| (200, "{}")), Ok(Step::Gone));
}

#[test]
fn only_what_shippo_told_of_is_asked_for_and_only_with_a_key() {
    let asked = |carrier: Option<&str>, known: bool, settings: &Settings| {
        Shippo.asks_for(&Open::Parcel { carrier, number: NUMBER, known }, settings)
    };
    let with_key = settings("shippo");
    assert_eq!(asked(Some("ups"), true, &with_key), Some(hint()));
    assert_eq!(asked(Some("ups"), false, &with_key), None);
    assert_eq!(asked(None, true, &with_key), None);
    assert_eq!(asked(Some("u/p s"), true, &with_key), None);
    assert_eq!(asked(Some("ups"), true, &Settings::default()), None);
    assert_eq!(Shippo.asks_for(&Open::Payment { id: "1" }, &with_key), None);
    assert!(Shippo.asks(&with_key).is_some() && Shippo.asks(&Settings::default()).is_none());
}
