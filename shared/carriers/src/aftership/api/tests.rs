//! Conversations: pages to the last one, and answers that cannot be.

use domain::fact::Tracking;
use serde_json::{Value, json};
use testing::recorded::{Recorded, one};
use testing::talk;
use webhooks::hint::Hint;
use webhooks::provider::Provider;
use webhooks::settings::Settings;
use webhooks::source::{Ask, Found, Step, Stuck};

use super::super::AfterShip;

const SENT: &str = "aftership.tracking_update.available_for_pickup";

fn settings() -> Settings {
    serde_json::from_value(json!({"api_key": "asat_test"})).expect("settings")
}

fn tracking(id: &str) -> Value {
    let event: Value = serde_json::from_slice(&one("tracking-webhook", SENT).body).expect("JSON");
    let mut tracking = event["msg"].clone();
    tracking["id"] = json!(id);
    tracking
}

fn page(trackings: &[Value], next: Option<&str>) -> (u16, String) {
    let pagination = json!({"total": 3, "next_cursor": next.unwrap_or_default(), "has_next_page": next.is_some()});
    (200, json!({"meta": {"code": 200}, "data": {"pagination": pagination, "trackings": trackings}}).to_string())
}

fn changed(api: impl Fn(&Ask) -> (u16, String)) -> Result<Vec<Found>, Stuck> {
    let window = talk::window("2026-09-21T00:00:00.5Z", "2026-09-22T00:00:00Z");
    talk::listed(&AfterShip, window, &settings(), api).expect("a list")
}

fn read(body: &[u8]) -> Tracking {
    let proved = Recorded::new("aftership", &[], b"").proved(body);
    AfterShip.interpret(&proved, &Settings::default()).expect("readable").swap_remove(0)
}

#[test]
fn every_page_is_read() {
    let found = changed(|ask| {
        assert!(ask.headers.iter().any(|(name, value)| *name == "as-api-key" && value.reveal() == "asat_test"));
        let first = "https://api.aftership.com/tracking/2025-01/trackings?limit=200\
                     &updated_at_min=2026-09-21T00%3A00%3A00%2B00%3A00&updated_at_max=2026-09-22T00%3A00%3A00%2B00%3A00";
        match ask.url.strip_prefix(first) {
            Some("") => page(&[tracking("a"), tracking("b")], Some("WzE3MTk=")),
            Some("&cursor=WzE3MTk%3D") => page(&[tracking("c")], None),
            _ => panic!("{}", ask.url),
        }
    });
    let bodies = found.expect("to the end");
    let ids = bodies.iter().map(|found| match found {
        Found::Delivery(body) => read(body).tracker,
        Found::Hint(hint) => panic!("{hint:?}"),
    });
    assert_eq!(ids.collect::<Vec<_>>(), ["a", "b", "c"]);
}

#[test]
fn what_is_listed_says_what_a_webhook_says() {
    let found = changed(|_| page(&[tracking("k5lh7dy7vvqeck71p5loe011")], None)).expect("a page");
    let [Found::Delivery(body)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(read(body), read(&one("tracking-webhook", SENT).body));
}

#[test]
fn a_list_ends_and_what_is_none_is_stuck() {
    assert_eq!(changed(|_| page(&[], None)), Ok(Vec::new()));
    assert!(changed(|_| page(&[tracking("a")], Some("again"))).is_err());
    for (status, body) in [(404, "{}"), (204, ""), (200, "<html>"), (200, r#"{"data":{}}"#), (200, "[]")] {
        assert!(changed(|_| (status, body.to_owned())).is_err(), "{status} {body}");
    }
    let window = talk::window("2026-09-21T00:00:00Z", "2026-09-22T00:00:00Z");
    assert!(talk::listed(&AfterShip, window, &Settings::default(), |_| (200, "{}".to_owned())).is_none());
}

#[test]
fn one_tracking_is_fetched_by_its_id() {
    let hint = Hint::new("tracking", &["k5lh"]).expect("a hint");
    let fetch = |status: u16, body: String| {
        talk::fetched(&AfterShip, &hint, &settings(), |ask| {
            assert_eq!(ask.url, "https://api.aftership.com/tracking/2025-01/trackings/k5lh");
            (status, body.clone())
        })
    };
    let whole = json!({"meta": {"code": 200}, "data": tracking("k5lh")}).to_string();
    let Ok(Step::Done(bodies)) = fetch(200, whole) else { panic!("not fetched") };
    assert_eq!(read(&bodies[0]).tracker, "k5lh");
    assert_eq!(fetch(404, String::new()), Ok(Step::Gone));
    assert!(fetch(200, "no".to_owned()).is_err());
}
