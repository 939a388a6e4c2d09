//! PayPal's API: an event by its id, the capture that it is about, and the events of a time.
//!
//! <https://developer.paypal.com/api/rest/authentication/>,
//! <https://developer.paypal.com/docs/api/webhooks/v1/#webhooks-events_get>,
//! <https://developer.paypal.com/docs/api/webhooks/v1/#webhooks-events_list>,
//! <https://developer.paypal.com/docs/api/payments/v2/#captures_get>

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::value::RawValue;
use webhooks::hint::{Hint, Id};
use webhooks::source::{Answered, Ask, Base, Found, Listing, Source, Step, Stuck, Talk, Window};
use webhooks::wire::Text;

use super::PayPal;

const LIVE: &str = "https://api-m.paypal.com";
const SANDBOX: &str = "https://api-m.sandbox.paypal.com";

impl Source for PayPal {
    fn name(&self) -> &'static str {
        "paypal"
    }

    /// The event as PayPal keeps it; of a capture, with the capture as it is now.
    fn fetch(&self, hint: &Hint, got: &[Answered], talk: &Talk<'_>) -> Result<Step, Stuck> {
        let base = base(talk)?;
        let Some((token, rest)) = got.split_first() else { return ask_token(&base, talk).map(Step::Ask) };
        let token = read_token(token)?;
        let ask = |path: String| Ok(Step::Ask(Ask::get(&base, &path).bearer(&token)));
        let event = match rest {
            [] => return ask(format!("/v1/notifications/webhooks-events/{}", hint.id(0))),
            [event, ..] if !event.is_there() => return Ok(Step::Gone),
            [event, ..] => event,
        };
        let known: Event = event.json("an event")?;
        let as_it_is = vec![event.body.reveal().clone()];
        match (known.capture(), rest) {
            (Some(id), [_]) => ask(format!("/v2/payments/captures/{}", id.as_str())),
            (Some(id), [_, capture, ..]) if capture.is_there() => {
                let found: Resource = capture.json("a capture")?;
                let same = found.id.get() == Some(id.as_str());
                same.then(|| known.with(capture))
                    .flatten()
                    .map(|body| Step::Done(vec![body]))
                    .ok_or_else(|| Stuck::misread("a capture"))
            }
            _ => known.id.get().map(|_| Step::Done(as_it_is)).ok_or_else(|| Stuck::misread("an event")),
        }
    }

    /// Newest first, and how pages are linked is not documented: the next page ends where this one began, until nothing older
    /// comes.
    fn changed(&self, window: Window, got: &[Answered], talk: &Talk<'_>) -> Option<Result<Listing, Stuck>> {
        talk.settings.own("client_id")?;
        talk.settings.own("client_secret")?;
        Some(list(window, got, talk))
    }
}

fn base(talk: &Talk<'_>) -> Result<Base, Stuck> {
    Base::of(if talk.settings.says("test") { SANDBOX } else { LIVE }, talk.settings)
}

fn ask_token(base: &Base, talk: &Talk<'_>) -> Result<Ask, Stuck> {
    let own = |name: &str| talk.settings.own(name).ok_or_else(|| Stuck::without(name));
    let ask = Ask::form(base, "/v1/oauth2/token", &[("grant_type", "client_credentials")]);
    Ok(ask.basic(own("client_id")?, own("client_secret")?))
}

fn read_token(answer: &Answered) -> Result<String, Stuck> {
    let token: Token = answer.json("a token")?;
    token.access_token.owned().ok_or_else(|| Stuck::misread("a token"))
}

fn list(window: Window, got: &[Answered], talk: &Talk<'_>) -> Result<Listing, Stuck> {
    let base = base(talk)?;
    let Some((token, pages)) = got.split_first() else {
        return Ok(Listing { found: Vec::new(), next: Some(ask_token(&base, talk)?) });
    };
    let token = read_token(token)?;
    let (mut until, mut ended, mut found) = (window.to, false, Vec::new());
    for answer in pages {
        let page: Page = answer.json("a list of events")?;
        let events = page.events.iter().map(|raw| (raw, serde_json::from_str::<Event>(raw.get()).unwrap_or_default()));
        let events: Vec<_> = events.filter_map(|(raw, event)| Some((raw, event.create_time.utc()?))).collect();
        let within = |at: Timestamp| window.from <= at && at < window.to;
        let inside = events.iter().filter(|(_, at)| within(*at));
        found = inside.map(|(raw, _)| Found::Delivery(raw.get().as_bytes().to_vec())).collect();
        let oldest = events.iter().map(|(_, at)| *at).min();
        ended = oldest.is_none_or(|oldest| oldest >= until || oldest < window.from);
        until = oldest.unwrap_or(until);
    }
    let query = [("page_size", "100"), ("start_time", &second(window.from)), ("end_time", &up_to(until))];
    let next = (!ended).then(|| Ask::get(&base, "/v1/notifications/webhooks-events").query(query).bearer(&token));
    Ok(Listing { found, next })
}

/// Times are given in whole seconds, and both ends belong to what is listed.
fn second(time: Timestamp) -> String {
    Timestamp::from_second(time.as_second()).unwrap_or(time).to_string()
}

fn up_to(time: Timestamp) -> String {
    let more = i64::from(time.subsec_nanosecond() > 0);
    Timestamp::from_second(time.as_second() + more).unwrap_or(time).to_string()
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Token {
    access_token: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Page {
    events: Vec<Box<RawValue>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Event {
    id: Text,
    #[serde(rename = "event_type")]
    kind: Text,
    create_time: Text,
    resource: Option<Box<RawValue>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Resource {
    id: Text,
}

impl Event {
    /// The capture that it is about; a refund's event holds the refund.
    fn capture(&self) -> Option<Id> {
        let kind = self.kind.get()?;
        let of_capture =
            kind.starts_with("PAYMENT.CAPTURE.") && !kind.ends_with(".REFUNDED") && !kind.ends_with(".REVERSED");
        let resource: Resource = serde_json::from_str(self.resource.as_deref()?.get()).ok()?;
        Id::parse(resource.id.get()?).filter(|_| of_capture)
    }

    /// The event with the capture as it is now, every byte of it as it was sent.
    fn with(&self, capture: &Answered) -> Option<Vec<u8>> {
        let resource: &RawValue = serde_json::from_slice(capture.body.reveal()).ok()?;
        let text = |text: &Text| serde_json::to_string(&text.get()).ok();
        let (id, kind, time) = (text(&self.id)?, text(&self.kind)?, text(&self.create_time)?);
        let resource = resource.get();
        Some(format!(r#"{{"id":{id},"event_type":{kind},"create_time":{time},"resource":{resource}}}"#).into_bytes())
    }
}
