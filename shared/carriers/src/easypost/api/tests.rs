//! Conversations: pages to the last one, what changed and what did not, and answers that cannot be.

use serde_json::{Value, json};
use testing::recorded::{Recorded, one};
use testing::talk;
use webhooks::hint::Hint;
use webhooks::provider::Provider;
use webhooks::settings::Settings;
use webhooks::source::{Ask, Found, Step, Stuck, Window};

use super::super::EasyPost;

fn settings() -> Settings {
    serde_json::from_value(json!({"api_key": "EZAK_test"})).expect("settings")
}

fn window() -> Window {
    talk::window("2026-09-21T00:00:00Z", "2026-09-22T00:00:00Z")
}

fn tracker(id: &str, updated_at: &str) -> Value {
    let event: Value =
        serde_json::from_slice(&one("tracking-webhook", "easypost.tracker.updated.delivered").body).expect("JSON");
    let mut tracker = event["result"].clone();
    tracker["id"] = json!(id);
    tracker["updated_at"] = json!(updated_at);
    tracker
}

fn page(trackers: &[Value], has_more: bool) -> (u16, String) {
    (200, json!({"trackers": trackers, "has_more": has_more}).to_string())
}

fn changed(api: impl Fn(&Ask) -> (u16, String)) -> Result<Vec<Found>, Stuck> {
    talk::listed(&EasyPost, window(), &settings(), api).expect("a list")
}

#[test]
fn every_page_is_read_and_only_what_changed_is_taken() {
    let found = changed(|ask| {
        assert!(
            ask.headers
                .iter()
                .any(|(name, value)| *name == "authorization" && value.reveal() == "Basic RVpBS190ZXN0Og==")
        );
        let first = "https://api.easypost.com/v2/trackers?page_size=100&start_datetime=2026-08-22T00%3A00%3A00Z\
                     &end_datetime=2026-09-22T00%3A00%3A00Z";
        match ask.url.strip_prefix(first) {
            Some("") => {
                page(&[tracker("trk_1", "2026-09-21T10:00:00Z"), tracker("trk_2", "2026-09-20T23:59:59Z")], true)
            }
            Some("&before_id=trk_2") => page(&[tracker("trk_3", "2026-09-21T00:00:00Z")], false),
            _ => panic!("{}", ask.url),
        }
    });
    let found = found.expect("to the end");
    let ids: Vec<String> = found.iter().map(|found| read(found).tracker).collect();
    assert_eq!(ids, ["trk_1", "trk_3"]);
}

fn read(found: &Found) -> domain::fact::Tracking {
    let Found::Delivery(body) = found else { panic!("{found:?}") };
    let proved = Recorded::new("easypost", &[], b"").proved(body);
    EasyPost.interpret(&proved, &Settings::default()).expect("readable").swap_remove(0)
}

#[test]
fn what_is_listed_says_what_a_webhook_says() {
    let listed = changed(|_| page(&[tracker("trk_9c1d", "2026-09-21T14:13:10Z")], false)).expect("a page");
    let sent = one("tracking-webhook", "easypost.tracker.updated.delivered");
    let sent = EasyPost.interpret(&sent.proved(&sent.body), &Settings::default()).expect("readable").swap_remove(0);
    assert_eq!(read(&listed[0]), sent);
}

#[test]
fn a_list_ends_and_what_is_none_is_stuck() {
    assert_eq!(changed(|_| page(&[], true)), Ok(Vec::new()));
    assert!(changed(|_| page(&[tracker("trk_1", "2026-09-21T10:00:00Z")], true)).is_err());
    for (status, body) in [(404, "{}"), (204, ""), (200, "<html>"), (200, "[]"), (200, "{}")] {
        assert!(changed(|_| (status, body.to_owned())).is_err(), "{status} {body}");
    }
    assert!(talk::listed(&EasyPost, window(), &Settings::default(), |_| (200, "{}".to_owned())).is_none());
}

#[test]
fn one_tracker_is_fetched_by_its_id() {
    let hint = Hint::new("tracker", &["trk_9c1d"]).expect("a hint");
    let fetch = |status: u16, body: String| {
        talk::fetched(&EasyPost, &hint, &settings(), |ask| {
            assert_eq!(ask.url, "https://api.easypost.com/v2/trackers/trk_9c1d");
            (status, body.clone())
        })
    };
    let Ok(Step::Done(bodies)) = fetch(200, tracker("trk_9c1d", "2026-09-21T14:13:10Z").to_string()) else { panic!() };
    assert_eq!(read(&Found::Delivery(bodies[0].clone())).tracker, "trk_9c1d");
    assert_eq!(fetch(404, String::new()), Ok(Step::Gone));
    assert!(fetch(200, "no".to_owned()).is_err());
    let other = Hint::new("shipment", &["1"]).expect("a hint");
    assert_eq!(talk::fetched(&EasyPost, &other, &settings(), |_| (200, "{}".to_owned())), Ok(Step::Gone));
}
