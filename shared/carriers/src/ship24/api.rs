//! The API: the trackers, and all the events of one.
//!
//! <https://docs.ship24.com/tracking-api-reference/>

use domain::reconciling::turn;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::value::RawValue;
use webhooks::hint::Hint;
use webhooks::settings::Settings;
use webhooks::source::{Answered, Ask, Base, Found, Listing, Source, Step, Stuck, Talk, Window};
use webhooks::wire::{List, Text};

use super::Ship24;
use crate::watched::since;

/// How many trackers a page has.
const PAGE: &str = "100";

impl Source for Ship24 {
    fn name(&self) -> &'static str {
        "ship24"
    }

    fn fetch(&self, hint: &Hint, got: &[Answered], talk: &Talk<'_>) -> Result<Step, Stuck> {
        match got.first() {
            _ if hint.what != "tracker" => Ok(Step::Gone),
            None => ask(talk.settings, &format!("/{}/results", hint.id(0))).map(Step::Ask),
            Some(answer) if !answer.is_there() => Ok(Step::Gone),
            // As a webhook would have brought it: there it stands at the root.
            Some(answer) => Ok(Step::Done(vec![answer.json::<One>("data")?.data.get().as_bytes().to_vec()])),
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
    trackers: List<Listed>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Listed {
    tracker_id: Text,
    created_at: Text,
}

/// Newest first, page after page, until one has nothing that is new to us and young enough.
fn list(window: Window, got: &[Answered], settings: &Settings) -> Result<Listing, Stuck> {
    let page = |number: usize| {
        Ok::<Ask, Stuck>(ask(settings, "")?.query([("page", &*number.to_string()), ("limit", PAGE), ("sort", "-1")]))
    };
    let Some((newest, before)) = got.split_last() else {
        return Ok(Listing { found: Vec::new(), next: Some(page(1)?) });
    };
    let since = since(window, settings);
    let mut known = Vec::new();
    for answer in before {
        known.extend(young(answer, since)?);
    }
    let new: Vec<String> = young(newest, since)?.into_iter().filter(|id| !known.contains(id)).collect();
    let next = if new.is_empty() { None } else { Some(page(got.len() + 1)?) };
    let asked = new.iter().filter(|id| turn(id, window.from) < window.to).filter_map(|id| Hint::new("tracker", &[id]));
    Ok(Listing { found: asked.map(Found::Hint).collect(), next })
}

/// The ids of those that were made since.
fn young(answer: &Answered, since: Timestamp) -> Result<Vec<String>, Stuck> {
    if !answer.is_there() {
        return Err(Stuck::misread("data.trackers"));
    }
    let page = answer.json::<Many>("data.trackers")?.data;
    let young = page.trackers.0.iter().filter(|one| one.created_at.utc().is_none_or(|at| at >= since));
    Ok(young.filter_map(|one| one.tracker_id.owned()).collect())
}

fn ask(settings: &Settings, path: &str) -> Result<Ask, Stuck> {
    let key = settings.own("api_key").ok_or_else(|| Stuck::without("api_key"))?;
    let base = Base::of("https://api.ship24.com", settings)?;
    Ok(Ask::get(&base, &format!("/public/v1/trackers{path}")).bearer(key))
}

#[cfg(test)]
mod tests;
