//! The API: a tracking by its id, and those that changed.
//!
//! <https://www.aftership.com/docs/tracking/2025-01/jh865r66gc6hi-get-trackings>

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::value::RawValue;
use webhooks::hint::Hint;
use webhooks::settings::Settings;
use webhooks::source::{Answered, Ask, Base, Found, Listing, Source, Step, Stuck, Talk, Window};
use webhooks::wire::Text;

use super::AfterShip;

/// The most that they give.
const PAGE: &str = "200";

impl Source for AfterShip {
    fn name(&self) -> &'static str {
        "aftership"
    }

    fn fetch(&self, hint: &Hint, got: &[Answered], talk: &Talk<'_>) -> Result<Step, Stuck> {
        match got.first() {
            _ if hint.what != "tracking" => Ok(Step::Gone),
            None => Ok(Step::Ask(ask(talk.settings, &format!("/{}", hint.id(0)))?)),
            Some(answer) if !answer.is_there() => Ok(Step::Gone),
            Some(answer) => Ok(Step::Done(vec![as_sent(answer.json::<One>("data")?.data.get())])),
        }
    }

    fn changed(&self, window: Window, got: &[Answered], talk: &Talk<'_>) -> Option<Result<Listing, Stuck>> {
        talk.settings.own("api_key")?;
        Some(list(window, got, talk.settings))
    }
}

#[derive(Deserialize)]
struct One {
    data: Box<RawValue>,
}

#[derive(Deserialize)]
struct Many {
    data: Page,
}

#[derive(Deserialize)]
struct Page {
    trackings: Vec<Box<RawValue>>,
    #[serde(default)]
    pagination: Pagination,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Pagination {
    next_cursor: Text,
    has_next_page: Text,
}

impl Pagination {
    fn next(&self) -> Option<&str> {
        self.next_cursor.get().filter(|_| self.has_next_page.yes())
    }
}

fn list(window: Window, got: &[Answered], settings: &Settings) -> Result<Listing, Stuck> {
    // Their examples have an offset, so theirs is not left to a `Z`.
    let written = |at: Timestamp| at.strftime("%Y-%m-%dT%H:%M:%S+00:00").to_string();
    let (from, to) = (written(window.from), written(window.to));
    let page = ask(settings, "")?.query([("limit", PAGE), ("updated_at_min", &from), ("updated_at_max", &to)]);
    let Some((newest, before)) = got.split_last() else {
        return Ok(Listing { found: Vec::new(), next: Some(page) });
    };
    if !newest.is_there() {
        return Err(Stuck::misread("trackings"));
    }
    let read = newest.json::<Many>("trackings")?.data;
    let found = read.trackings.iter().map(|tracking| Found::Delivery(as_sent(tracking.get()))).collect();
    let next = read.pagination.next();
    let cursor_before =
        |page: &Answered| page.json::<Many>("trackings").ok()?.data.pagination.next().map(str::to_owned);
    match next {
        Some(next) if before.iter().any(|page| cursor_before(page).as_deref() == Some(next)) => {
            Err(Stuck::misread("next_cursor"))
        }
        next => Ok(Listing { found, next: next.map(|cursor| page.query([("cursor", cursor)])) }),
    }
}

/// As a webhook would have brought it.
fn as_sent(tracking: &str) -> Vec<u8> {
    format!(r#"{{"event":"tracking_update","msg":{tracking}}}"#).into_bytes()
}

fn ask(settings: &Settings, path: &str) -> Result<Ask, Stuck> {
    let key = settings.own("api_key").ok_or_else(|| Stuck::without("api_key"))?;
    let base = Base::of("https://api.aftership.com", settings)?;
    Ok(Ask::get(&base, &format!("/tracking/2025-01/trackings{path}")).header("as-api-key", key))
}

#[cfg(test)]
mod tests;
