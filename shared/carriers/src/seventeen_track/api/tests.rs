//! Conversations: a list to its end, forty numbers at once, and only those of which something is new.

use domain::fact::Tracking;
use serde_json::{Value, json};
use testing::recorded::{Recorded, one};
use testing::talk;
use webhooks::hint::Hint;
use webhooks::provider::Provider;
use webhooks::settings::Settings;
use webhooks::source::{Ask, Found, Step, Stuck};

use super::super::SeventeenTrack;

const SENT: &str = "17track.TRACKING_UPDATED.customs";

fn settings() -> Settings {
    serde_json::from_value(json!({"api_key": "17key_1"})).expect("settings")
}

fn accepted(all: &[Value]) -> (u16, String) {
    (200, json!({"code": 0, "data": {"accepted": all, "rejected": []}}).to_string())
}

fn listed(number: usize) -> Value {
    json!({"number": format!("RR{number:09}CN"), "carrier": 3011, "tag": "order-1001", "package_status": "InTransit"})
}

fn asked(ask: &Ask) -> Value {
    assert!(ask.headers.iter().any(|(name, value)| *name == "17token" && value.reveal() == "17key_1"));
    serde_json::from_slice(ask.body.reveal()).expect("JSON")
}

fn changed(api: impl Fn(&Ask) -> (u16, String)) -> Result<Vec<Found>, Stuck> {
    let window = talk::window("2026-09-21T00:00:00Z", "2026-09-22T00:00:00Z");
    talk::listed(&SeventeenTrack, window, &settings(), api).expect("a list")
}

fn read(body: &[u8]) -> Tracking {
    let proved = Recorded::new("17track", &[], b"").proved(body);
    SeventeenTrack.interpret(&proved, &Settings::default()).expect("readable").swap_remove(0)
}

#[test]
fn the_list_ends_where_nothing_is_new_even_if_the_last_page_repeats() {
    for repeats in [true, false] {
        let found = changed(|ask| {
            assert_eq!(ask.url, "https://api.17track.net/track/v2.2/gettracklist");
            assert_eq!(asked(ask)["register_time_from"], json!("2026-08-22"));
            match asked(ask)["page_no"].as_u64().expect("a page") {
                1 => accepted(&(0..50).map(listed).collect::<Vec<_>>()),
                2 => accepted(&[listed(50)]),
                3 if repeats => accepted(&[listed(50)]),
                3 => accepted(&[]),
                other => panic!("page {other}"),
            }
        });
        let found = found.expect("to the end");
        let numbers = found.iter().map(|found| match found {
            Found::Hint(hint) => (hint.id(0).to_owned(), (hint.ids.len() - 1) / 2),
            Found::Delivery(_) => panic!("a delivery"),
        });
        // Three days before the window.
        let since = "1789689600".to_owned();
        assert_eq!(numbers.collect::<Vec<_>>(), [(since.clone(), 40), (since.clone(), 10), (since, 1)]);
    }
}

#[test]
fn the_list_ends_where_they_say_that_it_does() {
    let found = changed(|ask| {
        let number = asked(ask)["page_no"].as_u64().expect("a page");
        assert!(number < 3, "page {number}");
        let page = json!({"page_no": number, "page_total": 2, "page_size": 40});
        let all = [listed(usize::try_from(number).expect("small"))];
        (200, json!({"code": 0, "page": page, "data": {"accepted": all}}).to_string())
    });
    assert_eq!(found.expect("to the end").len(), 2);
}

#[test]
fn what_is_fetched_says_what_a_webhook_says_and_only_news_is() {
    let sent: Value = serde_json::from_slice(&one("tracking-webhook", SENT).body).expect("JSON");
    let fetch = |since: &str| {
        let ids = [since, "3011", "RR123456785CN", "0", "1Z5R89390357567127"];
        talk::fetched(&SeventeenTrack, &Hint::new("numbers", &ids).expect("a hint"), &settings(), |ask| {
            assert_eq!(ask.url, "https://api.17track.net/track/v2.2/gettrackinfo");
            let numbers = json!([{"number": "RR123456785CN", "carrier": 3011}, {"number": "1Z5R89390357567127"}]);
            assert_eq!(asked(ask), numbers);
            let unseen = json!({"number": "1Z5R89390357567127", "carrier": 100_002, "track_info": null});
            accepted(&[sent["data"].clone(), unseen])
        })
    };
    let Ok(Step::Done(bodies)) = fetch("1789689600") else { panic!("not fetched") };
    assert_eq!(bodies.iter().map(|body| read(body)).collect::<Vec<_>>(), [read(&one("tracking-webhook", SENT).body)]);
    assert_eq!(fetch("1790000000"), Ok(Step::Gone));
}

#[test]
fn what_is_no_list_is_stuck() {
    let refused = r#"{"code":0,"data":{"errors":[{"code":-18010010,"message":"page_no is required."}]}}"#;
    for (status, body) in [(200, refused), (200, "{}"), (200, "[]"), (200, "<html>"), (404, "{}")] {
        assert!(changed(|_| (status, body.to_owned())).is_err(), "{status} {body}");
    }
    let window = talk::window("2026-09-21T00:00:00Z", "2026-09-22T00:00:00Z");
    assert!(talk::listed(&SeventeenTrack, window, &Settings::default(), |_| (200, "{}".to_owned())).is_none());
    let other = Hint::new("number", &["1"]).expect("a hint");
    assert_eq!(talk::fetched(&SeventeenTrack, &other, &settings(), |_| (200, "{}".to_owned())), Ok(Step::Gone));
}
