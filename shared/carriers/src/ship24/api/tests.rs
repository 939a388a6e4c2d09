//! Conversations: a list to its end, and what is fetched.

use domain::fact::Tracking;
use serde_json::{Value, json};
use testing::recorded::{Recorded, one};
use testing::talk;
use webhooks::hint::Hint;
use webhooks::provider::Provider;
use webhooks::settings::Settings;
use webhooks::source::{Ask, Found, Step, Stuck};

use super::super::Ship24;

const SENT: &str = "ship24.trackings.attempted";

fn settings() -> Settings {
    serde_json::from_value(json!({"api_key": "apik_test"})).expect("settings")
}

fn page(trackers: &[(&str, &str)]) -> (u16, String) {
    let tracker =
        |(id, at): &(&str, &str)| json!({"trackerId": id, "trackingNumber": "1Z5R89390357567127", "createdAt": at});
    (200, json!({"data": {"trackers": trackers.iter().map(tracker).collect::<Vec<_>>()}}).to_string())
}

fn changed(api: impl Fn(&Ask) -> (u16, String)) -> Result<Vec<Found>, Stuck> {
    let window = talk::window("2026-09-21T00:00:00Z", "2026-09-22T00:00:00Z");
    talk::listed(&Ship24, window, &settings(), api).expect("a list")
}

fn id(found: &Found) -> &str {
    match found {
        Found::Hint(hint) => hint.id(0),
        Found::Delivery(_) => panic!("a delivery"),
    }
}

fn ids(found: &[Found]) -> Vec<&str> {
    found.iter().map(id).collect()
}

#[test]
fn the_list_ends_where_nothing_is_new_even_if_the_last_page_repeats() {
    for repeats in [true, false] {
        let found = changed(|ask| {
            assert!(
                ask.headers
                    .iter()
                    .any(|(name, value)| *name == "authorization" && value.reveal() == "Bearer apik_test")
            );
            let number = ask.url.strip_prefix("https://api.ship24.com/public/v1/trackers?page=").expect("a page");
            match number.strip_suffix("&limit=100&sort=-1").expect("a limit") {
                "1" => page(&[("a", "2026-09-20T09:00:00.000Z"), ("b", "2026-09-01T09:00:00.000Z")]),
                "2" => page(&[("c", "2026-08-22T09:00:00.000Z")]),
                "3" if repeats => page(&[("c", "2026-08-22T09:00:00.000Z")]),
                "3" => page(&[]),
                other => panic!("page {other}"),
            }
        });
        assert_eq!(ids(&found.expect("to the end")), ["a", "b", "c"]);
    }
}

#[test]
fn half_a_day_asks_for_some_of_the_trackers_and_the_other_half_for_the_others() {
    let ids = ["5c2b1f0e", "6c2b1f0e", "7c2b1f0e", "8c2b1f0e", "9c2b1f0e", "ac2b1f0e"];
    let asked = |from: &str, to: &str| {
        let trackers = ids.map(|id| (id, "2026-09-20T09:00:00.000Z"));
        let found = talk::listed(&Ship24, talk::window(from, to), &settings(), |ask| {
            if ask.url.contains("page=1&") { page(&trackers) } else { page(&[]) }
        });
        found.expect("a list").expect("to the end").len()
    };
    let noon = "2026-09-21T12:00:00Z";
    let halves = [asked("2026-09-21T00:00:00Z", noon), asked(noon, "2026-09-22T00:00:00Z")];
    assert!(halves[0] + halves[1] == ids.len() && !halves.contains(&0), "{halves:?}");
}

#[test]
fn the_list_ends_where_trackers_are_too_old_to_change() {
    let found = changed(|ask| match ask.url.contains("page=1&") {
        true => page(&[("a", "2026-09-20T09:00:00.000Z"), ("b", "2026-07-01T09:00:00.000Z")]),
        false if ask.url.contains("page=2&") => page(&[("c", "2026-06-30T09:00:00.000Z")]),
        false => panic!("{}", ask.url),
    });
    assert_eq!(ids(&found.expect("to the end")), ["a"]);
}

fn read(body: &[u8]) -> Tracking {
    let proved = Recorded::new("ship24", &[], b"").proved(body);
    Ship24.interpret(&proved, &Settings::default()).expect("readable").swap_remove(0)
}

#[test]
fn what_is_fetched_says_what_a_webhook_says() {
    let hint = Hint::new("tracker", &["5c2b1f0e-6a55-4a7f-8a61-50ac5e7f4c11"]).expect("a hint");
    let sent = one("tracking-webhook", SENT);
    let body: Value = serde_json::from_slice(&sent.body).expect("JSON");
    let fetch = |status: u16, body: String| {
        talk::fetched(&Ship24, &hint, &settings(), |ask| {
            let tracker = "https://api.ship24.com/public/v1/trackers/5c2b1f0e-6a55-4a7f-8a61-50ac5e7f4c11/results";
            assert_eq!(ask.url, tracker);
            (status, body.clone())
        })
    };
    let Ok(Step::Done(bodies)) = fetch(200, json!({ "data": body }).to_string()) else { panic!("not fetched") };
    assert_eq!(read(&bodies[0]), read(&sent.body));
    assert_eq!(fetch(404, String::new()), Ok(Step::Gone));
    assert!(fetch(200, "{}".to_owned()).is_err());
}

#[test]
fn what_is_no_list_is_stuck() {
    for (status, body) in [(200, "{}"), (200, r#"{"data":{}}"#), (200, "[]"), (200, "<html>"), (404, "{}")] {
        assert!(changed(|_| (status, body.to_owned())).is_err(), "{status} {body}");
    }
    let window = talk::window("2026-09-21T00:00:00Z", "2026-09-22T00:00:00Z");
    assert!(talk::listed(&Ship24, window, &Settings::default(), |_| (200, "{}".to_owned())).is_none());
}
