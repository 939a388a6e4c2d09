//! Conversations with providers, played against scripted answers.

use domain::personal::Personal;
use http::{HeaderMap, HeaderName, HeaderValue};
use webhooks::hint::Hint;
use webhooks::settings::Settings;
use webhooks::source::{Answered, Ask, Found, Source, Step, Stuck, Talk, Window};

use crate::recorded::signed_at;

/// No conversation is longer.
const MOST: usize = 50;

/// How a script answers: a status and a body, with headers between them if it likes. Of failures only 404 and 410 reach a
/// source; the others end the conversation.
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
///
/// # Panics
/// If the conversation does not end.
pub fn fetched<A: Into<Answer>>(
    source: &dyn Source,
    hint: &Hint,
    settings: &Settings,
    answer: impl Fn(&Ask) -> A,
) -> Result<Step, Stuck> {
    let mut got = Vec::new();
    for _ in 0..MOST {
        match source.fetch(hint, &got, &talk(settings))? {
            Step::Ask(ask) => got.push(answered(answer(&ask).into())?),
            end => return Ok(end),
        }
    }
    panic!("no end of asking {}", source.name());
}

/// The bodies that a hint leads to, as text.
///
/// # Panics
/// If it leads to none.
#[track_caller]
pub fn bodies<A: Into<Answer>>(
    source: &dyn Source,
    hint: &Hint,
    settings: &Settings,
    answer: impl Fn(&Ask) -> A,
) -> Vec<String> {
    match fetched(source, hint, settings, answer) {
        Ok(Step::Done(bodies)) => bodies.into_iter().map(|body| String::from_utf8(body).expect("text")).collect(),
        other => panic!("{}: {other:?}", source.name()),
    }
}

/// Lists what has changed in a window, to the last page; nothing if the source has no list.
///
/// # Panics
/// If there is no last page.
pub fn listed<A: Into<Answer>>(
    source: &dyn Source,
    window: Window,
    settings: &Settings,
    answer: impl Fn(&Ask) -> A,
) -> Option<Result<Vec<Found>, Stuck>> {
    let (mut got, mut found) = (Vec::new(), Vec::new());
    for _ in 0..MOST {
        let page = match source.changed(window, &got, &talk(settings))? {
            Ok(page) => page,
            Err(stuck) => return Some(Err(stuck)),
        };
        found.extend(page.found);
        let Some(ask) = page.next else { return Some(Ok(found)) };
        match answered(answer(&ask).into()) {
            Ok(answer) => got.push(answer),
            Err(stuck) => return Some(Err(stuck)),
        }
    }
    panic!("no last page of {}", source.name());
}

/// From and until, as RFC 3339.
///
/// # Panics
/// If they are no times.
pub fn window(from: &str, to: &str) -> Window {
    Window { from: from.parse().expect("a time"), to: to.parse().expect("a time") }
}

fn talk(settings: &Settings) -> Talk<'_> {
    Talk { settings, now: signed_at(), nonce: "recorded" }
}

fn answered(Answer(status, headers, body): Answer) -> Result<Answered, Stuck> {
    if status >= 300 && ![404, 410].contains(&status) {
        return Err(Stuck(format!("answered {status}")));
    }
    let header = |(name, value): (&str, String)| {
        let name: HeaderName = name.parse().expect("a header's name");
        (name, HeaderValue::from_str(&value).expect("a header's value"))
    };
    let headers: HeaderMap = headers.into_iter().map(header).collect();
    Ok(Answered { status, headers, body: Personal::new(body.into_bytes()) })
}
