//! The API: a tracker by its id, and those that changed.
//!
//! <https://docs.easypost.com/docs/trackers>, <https://docs.easypost.com/docs/pagination>

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::value::RawValue;
use webhooks::hint::Hint;
use webhooks::settings::Settings;
use webhooks::source::{Answered, Ask, Base, Found, Listing, Source, Step, Stuck, Talk, Window};
use webhooks::wire::Text;

use super::EasyPost;
use crate::watched::since;

/// The most that they give.
const PAGE: &str = "100";

impl Source for EasyPost {
    fn name(&self) -> &'static str {
        "easypost"
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
        Some(list(window, got, talk.settings))
    }
}

#[derive(Deserialize)]
struct Page {
    trackers: Vec<Box<RawValue>>,
    #[serde(default)]
    has_more: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Listed {
    id: Text,
    updated_at: Text,
}

/// Newest first, by when they were made; the next page begins behind the last id of this one.
fn list(window: Window, got: &[Answered], settings: &Settings) -> Result<Listing, Stuck> {
    let (made, to) = (since(window, settings).to_string(), window.to.to_string());
    let page = ask(settings, "")?.query([("page_size", PAGE), ("start_datetime", &made), ("end_datetime", &to)]);
    let Some((newest, before)) = got.split_last() else {
        return Ok(Listing { found: Vec::new(), next: Some(page) });
    };
    if !newest.is_there() {
        return Err(Stuck::misread("trackers"));
    }
    let read: Page = newest.json("trackers")?;
    let in_time = |at: Timestamp| window.from <= at && at < window.to;
    let changed = read.trackers.iter().filter(|tracker| listed(tracker).updated_at.utc().is_none_or(in_time));
    let found = changed.map(|tracker| Found::Delivery(as_sent(tracker))).collect();
    let last = last_id(&read);
    let again = before.iter().any(|page| page.json("trackers").is_ok_and(|page: Page| last_id(&page) == last));
    match last.filter(|_| read.has_more.yes()) {
        Some(_) if again => Err(Stuck::misread("has_more")),
        last => Ok(Listing { found, next: last.map(|id| page.query([("before_id", &*id)])) }),
    }
}

fn listed(tracker: &RawValue) -> Listed {
    serde_json::from_str(tracker.get()).unwrap_or_default()
}

fn last_id(page: &Page) -> Option<String> {
    page.trackers.last().and_then(|tracker| listed(tracker).id.owned())
}

/// As a webhook would have brought it.
fn as_sent(tracker: &RawValue) -> Vec<u8> {
    format!(r#"{{"description":"tracker.updated","result":{}}}"#, tracker.get()).into_bytes()
}

fn ask(settings: &Settings, path: &str) -> Result<Ask, Stuck> {
    let key = settings.own("api_key").ok_or_else(|| Stuck::without("api_key"))?;
    Ok(Ask::get(&Base::of("https://api.easypost.com", settings)?, &format!("/v2/trackers{path}")).basic(key, ""))
}

#[cfg(test)]
mod tests;
