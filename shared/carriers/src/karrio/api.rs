//! The API: a tracker by its id, and the trackers.
//!
//! <https://docs.karrio.io/reference/api/trackers>

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::value::RawValue;
use webhooks::hint::Hint;
use webhooks::settings::Settings;
use webhooks::source::{Answered, Ask, Base, Found, Listing, Source, Step, Stuck, Talk, Window};
use webhooks::wire::Text;

use super::Karrio;
use super::objects::Tracker;
use crate::watched::since;

/// Karrio asks carriers every two hours, some carriers tell late, and its clocks may be half a day off.
const LATE: SignedDuration = SignedDuration::from_hours(3 * 24);
/// How many trackers a page has.
const PAGE: usize = 100;

impl Source for Karrio {
    fn name(&self) -> &'static str {
        "karrio"
    }

    /// They list by another time than that of the change.
    fn narrows(&self) -> bool {
        false
    }

    fn fetch(&self, hint: &Hint, got: &[Answered], talk: &Talk<'_>) -> Result<Step, Stuck> {
        match got.first() {
            _ if hint.what != "tracker" => Ok(Step::Gone),
            None => Ok(Step::Ask(ask(talk.settings, &format!("/{}", hint.id(0)))?)),
            Some(answer) if !answer.is_there() => Ok(Step::Gone),
            Some(answer) => Ok(Step::Done(vec![as_sent(answer.json("tracker")?)])),
        }
    }

    fn changed(&self, window: Window, got: &[Answered], talk: &Talk<'_>) -> Option<Result<Listing, Stuck>> {
        talk.settings.own("api_key")?;
        talk.settings.own("api")?;
        Some(list(window, got, talk.settings))
    }
}

#[derive(Deserialize)]
struct Page {
    results: Vec<Box<RawValue>>,
    /// The address of the next page; of it nothing is used but that it is there.
    #[serde(default)]
    next: Text,
}

/// Newest first, by when they were made.
fn list(window: Window, got: &[Answered], settings: &Settings) -> Result<Listing, Stuck> {
    let made = since(window, settings).strftime("%Y-%m-%d %H:%M:%S").to_string();
    let page = |number: usize| {
        let (limit, offset) = (PAGE.to_string(), (number * PAGE).to_string());
        let filter = [("created_after", &*made), ("limit", &*limit), ("offset", &*offset)];
        Ok::<Ask, Stuck>(ask(settings, "")?.query(filter))
    };
    let Some(newest) = got.last() else {
        return Ok(Listing { found: Vec::new(), next: Some(page(0)?) });
    };
    if !newest.is_there() {
        return Err(Stuck::misread("trackers"));
    }
    let read: Page = newest.json("trackers")?;
    let recent = |at: Timestamp| at.duration_since(window.from) >= -LATE;
    let news = read.results.iter().filter(|tracker| {
        let tracker: Tracker = serde_json::from_str(tracker.get()).unwrap_or_default();
        tracker.newest().is_none_or(recent)
    });
    let found = news.map(|tracker| Found::Delivery(as_sent(tracker))).collect();
    let more = read.next.get().is_some() && !read.results.is_empty();
    Ok(Listing { found, next: more.then(|| page(got.len())).transpose()? })
}

/// As a webhook would have brought it.
fn as_sent(tracker: &RawValue) -> Vec<u8> {
    format!(r#"{{"event":"tracker_updated","data":{}}}"#, tracker.get()).into_bytes()
}

fn ask(settings: &Settings, path: &str) -> Result<Ask, Stuck> {
    let key = settings.own("api_key").ok_or_else(|| Stuck::without("api_key"))?;
    let base = Base::own(settings, "api")?;
    Ok(Ask::get(&base, &format!("/v1/trackers{path}")).header("authorization", &format!("Token {key}")))
}

#[cfg(test)]
mod tests;
