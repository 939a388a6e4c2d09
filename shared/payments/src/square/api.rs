//! Square's Events API: the events of a time, as webhooks would have brought them. They are kept for 28 days, and only since
//! the application enabled them (`PUT /v2/events/enable`); until then the list is empty.
//!
//! <https://developer.squareup.com/docs/events-api/overview>,
//! <https://developer.squareup.com/reference/square/events-api/search-events>

use serde::Deserialize;
use serde_json::json;
use serde_json::value::RawValue;
use webhooks::hint::Hint;
use webhooks::source::{Answered, Ask, Base, Found, Listing, Source, Step, Stuck, Talk, Window};
use webhooks::wire::Text;

use super::Square;

const LIVE: &str = "https://connect.squareup.com";
const SANDBOX: &str = "https://connect.squareupsandbox.com";

impl Source for Square {
    fn name(&self) -> &'static str {
        "square"
    }

    /// Webhooks hold all that they tell: there is nothing that hints.
    fn fetch(&self, _hint: &Hint, _got: &[Answered], _talk: &Talk<'_>) -> Result<Step, Stuck> {
        Ok(Step::Gone)
    }

    fn changed(&self, window: Window, got: &[Answered], talk: &Talk<'_>) -> Option<Result<Listing, Stuck>> {
        let token = talk.settings.own("access_token")?;
        Some(list(window, got, token, talk))
    }
}

fn list(window: Window, got: &[Answered], token: &str, talk: &Talk<'_>) -> Result<Listing, Stuck> {
    let base = Base::of(if talk.settings.says("test") { SANDBOX } else { LIVE }, talk.settings)?;
    let ask = |cursor: Option<&str>| {
        let range = json!({"start_at": window.from.to_string(), "end_at": window.to.to_string()});
        let types = ["payment.created", "payment.updated", "refund.created", "refund.updated"];
        let filter = json!({"created_at": range, "event_types": types});
        let query = json!({"limit": 100, "query": {"filter": filter}, "cursor": cursor});
        Ask::json(&base, "/v2/events", &query).bearer(token)
    };
    let Some((last, earlier)) = got.split_last() else {
        return Ok(Listing { found: Vec::new(), next: Some(ask(None)) });
    };
    let page: Page = last.json("a list of events")?;
    let before = earlier.last().map(|answer| answer.json::<Page>("a list of events")).transpose()?;
    let moved = before.is_none_or(|before| before.cursor.get() != page.cursor.get());
    let next = page.cursor.get().filter(|_| moved).map(|cursor| ask(Some(cursor)));
    let within = |event: &Event| event.created_at.utc().is_none_or(|at| window.from <= at && at < window.to);
    let events = page.events.iter().filter(|raw| serde_json::from_str(raw.get()).is_ok_and(|event| within(&event)));
    let found = events.map(|raw| Found::Delivery(raw.get().as_bytes().to_vec())).collect();
    Ok(Listing { found, next })
}

/// An empty page has no list.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Page {
    events: Vec<Box<RawValue>>,
    cursor: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Event {
    created_at: Text,
}
