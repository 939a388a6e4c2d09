//! Conversations with a provider's API: a test answers each question, as the provider documents it.

use domain::personal::Personal;
use http::{HeaderMap, HeaderName, HeaderValue};
use webhooks::hint::Hint;
use webhooks::settings::Settings;
use webhooks::source::{Answered, Ask, Found, Source, Step, Stuck, Talk, Window};

use crate::recorded::signed_at;

/// How a test answers: a status and a body, with headers between them if it likes.
#[derive(Clone, Debug)]
pub struct Answer(u16, Vec<(&'static str, String)>, String);

impl<B: Into<String>> From<(u16, B)> for Answer {
    fn from((status, body): (u16, B)) -> Self {
        Self(status, Vec::new(), body.into())
    }
}

impl<B: Into<String>, const N: usize> From<(u16, [(&'static str, String); N], B)> for Answer {
    fn from((status, headers, body): (u16, [(&'static str, String); N], B)) -> Self {
        Self(status, headers.into(), body.into())
    }
}

/// Fetches what a hint names.
pub fn fetch<A: Into<Answer>>(
    source: &dyn Source,
    settings: &Settings,
    hint: &Hint,
    api: impl Fn(&Ask) -> A,
) -> Result<Step, Stuck> {
    let mut got = Vec::new();
    loop {
        match source.fetch(hint, &got, &talk(settings))? {
            Step::Ask(ask) => answer(&mut got, api(&ask).into())?,
            end => return Ok(end),
        }
    }
}

/// Lists all that has changed in a time; nothing if the source cannot.
pub fn changed<A: Into<Answer>>(
    source: &dyn Source,
    settings: &Settings,
    window: Window,
    api: impl Fn(&Ask) -> A,
) -> Option<Result<Vec<Found>, Stuck>> {
    let (mut got, mut found) = (Vec::new(), Vec::new());
    loop {
        let listing = match source.changed(window, &got, &talk(settings))? {
            Ok(listing) => listing,
            Err(stuck) => return Some(Err(stuck)),
        };
        found.extend(listing.found);
        let Some(ask) = listing.next else { return Some(Ok(found)) };
        if let Err(stuck) = answer(&mut got, api(&ask).into()) {
            return Some(Err(stuck));
        }
    }
}

fn talk(settings: &Settings) -> Talk<'_> {
    Talk { settings, now: signed_at(), nonce: "a-nonce" }
}

/// Of failures a conversation sees only 404 and 410; the others end it.
fn answer(got: &mut Vec<Answered>, Answer(status, headers, body): Answer) -> Result<(), Stuck> {
    assert!(got.len() < 100, "a conversation without end");
    if status >= 300 && ![404, 410].contains(&status) {
        return Err(Stuck(format!("answered {status}")));
    }
    let header = |(name, value): (&str, String)| {
        let name: HeaderName = name.parse().expect("a header's name");
        (name, HeaderValue::from_str(&value).expect("a header's value"))
    };
    let headers: HeaderMap = headers.into_iter().map(header).collect();
    got.push(Answered { status, headers, body: Personal::new(body.into_bytes()) });
    Ok(())
}
