//! The API: the numbers that are watched, and what is known of forty of them at once.
//!
//! <https://asset.17track.net/api/document/v2.2_en/>: of the list only numbers and carriers are relied on; its
//! filter by time is known from those who use it.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::json;
use serde_json::value::RawValue;
use webhooks::hint::{Hint, Id};
use webhooks::settings::Settings;
use webhooks::source::{Answered, Ask, Base, Found, Listing, Source, Step, Stuck, Talk, Window};
use webhooks::wire::{Maybe, Text};

use super::SeventeenTrack;
use super::objects::Watched;
use crate::watched::since;

/// They ask carriers a few times a day, and some carriers tell late.
const LATE: SignedDuration = SignedDuration::from_hours(3 * 24);
/// A call takes no more numbers.
const AT_ONCE: usize = 40;
/// What is fetched: the second since which something happened, then carriers and numbers by turns.
const NUMBERS: &str = "numbers";

impl Source for SeventeenTrack {
    fn name(&self) -> &'static str {
        "17track"
    }

    /// They list by another time than that of the change.
    fn narrows(&self) -> bool {
        false
    }

    fn fetch(&self, hint: &Hint, got: &[Answered], talk: &Talk<'_>) -> Result<Step, Stuck> {
        let Some((since, numbers)) = hint.ids.split_first().filter(|_| hint.what == NUMBERS) else {
            return Ok(Step::Gone);
        };
        let Some(answer) = got.first() else {
            let (pairs, _) = numbers.as_chunks::<2>();
            let carrier = |id: &Id| id.as_str().parse::<u32>().ok().filter(|carrier| *carrier > 0);
            let asked = pairs.iter().map(|[of, number]| match carrier(of) {
                Some(carrier) => json!({"number": number.as_str(), "carrier": carrier}),
                None => json!({"number": number.as_str()}),
            });
            return ask(talk.settings, "gettrackinfo", &asked.collect()).map(Step::Ask);
        };
        let since = since.as_str().parse().ok().and_then(|second| Timestamp::from_second(second).ok());
        let since = since.unwrap_or(Timestamp::MIN);
        let known = accepted(answer)?;
        let news = known.iter().filter(|watched| newest(watched).is_some_and(|at| at >= since));
        match news.map(|watched| as_sent(watched)).collect::<Vec<_>>() {
            none if none.is_empty() => Ok(Step::Gone),
            some => Ok(Step::Done(some)),
        }
    }

    /// Their list is of all that is watched, whenever it changed.
    fn changed(&self, window: Window, got: &[Answered], talk: &Talk<'_>) -> Option<Result<Listing, Stuck>> {
        talk.settings.own("api_key")?;
        Some(list(window, got, talk.settings))
    }
}

#[derive(Deserialize)]
struct Answer {
    data: Data,
    #[serde(default)]
    page: Maybe<Pages>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Pages {
    page_total: Text,
}

#[derive(Deserialize)]
struct Data {
    accepted: Vec<Box<RawValue>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Named {
    number: Text,
    carrier: Text,
}

/// Page after page, until one names nothing new, or is the last of as many as they say that there are.
fn list(window: Window, got: &[Answered], settings: &Settings) -> Result<Listing, Stuck> {
    let registered = since(window, settings).strftime("%Y-%m-%d").to_string();
    let page = |number: usize| {
        let asked = json!({"register_time_from": registered, "page_no": number});
        ask(settings, "gettracklist", &asked)
    };
    let Some((newest, before)) = got.split_last() else {
        return Ok(Listing { found: Vec::new(), next: Some(page(1)?) });
    };
    let mut known = Vec::new();
    for listed in before {
        known.extend(ids(listed)?);
    }
    let new: Vec<(Id, Id)> = ids(newest)?.into_iter().filter(|pair| !known.contains(pair)).collect();
    let late = window.from.saturating_sub(LATE).unwrap_or(window.from).as_second().to_string();
    let hints = new.chunks(AT_ONCE).filter_map(|some| {
        let pairs = some.iter().flat_map(|(carrier, number)| [carrier.as_str(), number.as_str()]);
        Hint::new(NUMBERS, &std::iter::once(late.as_str()).chain(pairs).collect::<Vec<_>>())
    });
    let found = hints.map(Found::Hint).collect();
    let pages = newest.json::<Answer>("data")?.page.0.and_then(|page| page.page_total.integer());
    let over =
        new.is_empty() || pages.is_some_and(|pages| usize::try_from(pages).is_ok_and(|pages| got.len() >= pages));
    Ok(Listing { found, next: if over { None } else { Some(page(got.len() + 1)?) } })
}

/// Carriers and numbers; a number that can stand in no hint is left out.
fn ids(answer: &Answered) -> Result<Vec<(Id, Id)>, Stuck> {
    let named = accepted(answer)?;
    let named = named.iter().map(|one| serde_json::from_str::<Named>(one.get()).unwrap_or_default());
    let pair = |named: Named| Some((Id::parse(named.carrier.get().unwrap_or("0"))?, Id::parse(named.number.get()?)?));
    Ok(named.filter_map(pair).collect())
}

/// With an error there is no list of what was accepted.
fn accepted(answer: &Answered) -> Result<Vec<Box<RawValue>>, Stuck> {
    if !answer.is_there() {
        return Err(Stuck::misread("data"));
    }
    Ok(answer.json::<Answer>("data.accepted")?.data.accepted)
}

fn newest(watched: &RawValue) -> Option<Timestamp> {
    serde_json::from_str::<Watched>(watched.get()).ok()?.newest()
}

/// As a webhook would have brought it.
fn as_sent(watched: &RawValue) -> Vec<u8> {
    format!(r#"{{"event":"TRACKING_UPDATED","data":{}}}"#, watched.get()).into_bytes()
}

fn ask(settings: &Settings, call: &str, body: &serde_json::Value) -> Result<Ask, Stuck> {
    let key = settings.own("api_key").ok_or_else(|| Stuck::without("api_key"))?;
    let base = Base::of("https://api.17track.net", settings)?;
    Ok(Ask::json(&base, &format!("/track/v2.2/{call}"), body).header("17token", key))
}

#[cfg(test)]
mod tests;
