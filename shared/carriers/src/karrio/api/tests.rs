//! Conversations: pages to the last one, only those of which something is new, and answers that cannot be.

use domain::fact::Tracking;
use serde_json::{Value, json};
use testing::recorded::{Recorded, one};
use testing::talk;
use webhooks::hint::Hint;
use webhooks::provider::Provider;
use webhooks::settings::Settings;
use webhooks::source::{Ask, Found, Step, Stuck};

use super::super::Karrio;

const SENT: &str = "karrio.tracker_updated.out_for_delivery";

fn settings() -> Settings {
    let own = json!({"api": "https://karrio.shop.example", "api_key": "key_test"});
    serde_json::from_value(own).expect("settings")
}

fn tracker(id: &str, newest: &str) -> Value {
    let event: Value = serde_json::from_slice(&one("tracking-webhook", SENT).body).expect("JSON");
    let mut tracker = event["data"].clone();
    tracker["id"] = json!(id);
    tracker["events"][0]["timestamp"] = json!(newest);
    tracker["events"][1]["timestamp"] = json!("2026-09-16T18:07:00.000Z");
    tracker
}

fn page(trackers: &[Value], next: bool) -> (u16, String) {
    let next = next.then_some("https://evil.example/v1/trackers?offset=100");
    (200, json!({"count": 3, "next": next, "previous": null, "results": trackers}).to_string())
}

fn changed(api: impl Fn(&Ask) -> (u16, String)) -> Result<Vec<Found>, Stuck> {
    let window = talk::window("2026-09-21T00:00:00Z", "2026-09-22T00:00:00Z");
    talk::listed(&Karrio, window, &settings(), api).expect("a list")
}

fn read(found: &Found) -> Tracking {
    let Found::Delivery(body) = found else { panic!("{found:?}") };
    let proved = Recorded::new("karrio", &[], b"").proved(body);
    Karrio.interpret(&proved, &Settings::default()).expect("readable").swap_remove(0)
}

#[test]
fn every_page_is_read_at_the_merchants_address_and_only_news_is_taken() {
    let found = changed(|ask| {
        assert!(ask.headers.iter().any(|(name, value)| *name == "authorization" && value.reveal() == "Token key_test"));
        let first = "https://karrio.shop.example/v1/trackers?created_after=2026-08-22%2000%3A00%3A00&limit=100&offset=";
        match ask.url.strip_prefix(first) {
            Some("0") => page(
                &[tracker("trk_1", "2026-09-21T10:00:00.000Z"), tracker("trk_2", "2026-09-17T23:00:00.000Z")],
                true,
            ),
            Some("100") => page(&[tracker("trk_3", "2026-09-20T10:00:00.000Z")], false),
            _ => panic!("{}", ask.url),
        }
    });
    let ids: Vec<String> = found.expect("to the end").iter().map(|found| read(found).tracker).collect();
    assert_eq!(ids, ["trk_1", "trk_3"]);
}

#[test]
fn what_is_listed_says_what_a_webhook_says() {
    let sent = one("tracking-webhook", SENT).body;
    let event: Value = serde_json::from_slice(&sent).expect("JSON");
    let found = changed(|_| page(&[event["data"].clone()], false)).expect("a page");
    assert_eq!(read(&found[0]), read(&Found::Delivery(sent)));
}

#[test]
fn a_list_ends_and_what_is_none_is_stuck() {
    assert_eq!(changed(|_| page(&[], true)), Ok(Vec::new()));
    for (status, body) in [(404, "{}"), (204, ""), (200, "<html>"), (200, "{}"), (200, "[]")] {
        assert!(changed(|_| (status, body.to_owned())).is_err(), "{status} {body}");
    }
    let window = talk::window("2026-09-21T00:00:00Z", "2026-09-22T00:00:00Z");
    for lacking in [json!({}), json!({"api_key": "key_test"}), json!({"api": "https://karrio.shop.example"})] {
        let settings: Settings = serde_json::from_value(lacking).expect("settings");
        assert!(talk::listed(&Karrio, window, &settings, |_| (200, "{}".to_owned())).is_none());
    }
}

#[test]
fn one_tracker_is_fetched_by_its_id() {
    let hint = Hint::new("tracker", &["trk_1"]).expect("a hint");
    let fetch = |status: u16, body: String| {
        talk::fetched(&Karrio, &hint, &settings(), |ask| {
            assert_eq!(ask.url, "https://karrio.shop.example/v1/trackers/trk_1");
            (status, body.clone())
        })
    };
    let Ok(Step::Done(bodies)) = fetch(200, tracker("trk_1", "2026-09-21T07:58:00.000Z").to_string()) else {
        panic!("not fetched")
    };
    assert_eq!(read(&Found::Delivery(bodies[0].clone())).tracker, "trk_1");
    assert_eq!(fetch(404, String::new()), Ok(Step::Gone));
    assert!(fetch(200, "no".to_owned()).is_err());
}
