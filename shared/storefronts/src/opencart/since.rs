//! What the extension answers when it is asked what changed: signed questions, bodies as it sends them itself.

use domain::hint::Hint;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::value::RawValue;
use webhooks::source::{Answered, Ask, Base, Found, Listing, Step, Stuck, Talk, Window};
use webhooks::standard;
use webhooks::wire::{Maybe, Text};

/// How many orders an answer has at most.
const LIMIT: u64 = 50;

#[derive(Deserialize)]
struct Page<'a> {
    #[serde(borrow)]
    events: Vec<&'a RawValue>,
    #[serde(default)]
    next: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Named {
    order: Maybe<Number>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Number {
    order_id: Text,
}

/// One order: the first behind the number before it, of all time.
pub(super) fn fetch(hint: &Hint, got: &[Answered], talk: &Talk<'_>) -> Result<Step, Stuck> {
    let number = hint.id(0).parse::<u64>().ok().filter(|number| *number > 0 && hint.what == "order");
    let Some(number) = number else { return Ok(Step::Gone) };
    let Some(answer) = got.last() else {
        let all = Window { from: Timestamp::UNIX_EPOCH, to: talk.now + jiff::SignedDuration::from_secs(60) };
        return Ok(Step::Ask(ask(all, number - 1, 1, 0, talk)?));
    };
    let page = read(answer)?;
    let is_it = |event: &&&RawValue| {
        let named: Named = serde_json::from_str(event.get()).unwrap_or_default();
        named.order.0.is_some_and(|order| order.order_id.get() == Some(hint.id(0)))
    };
    let event = page.events.iter().find(is_it).map(|event| event.get().as_bytes().to_vec());
    Ok(event.map_or(Step::Gone, |event| Step::Done(vec![event])))
}

/// All orders that changed, by their numbers.
pub(super) fn changed(window: Window, got: &[Answered], talk: &Talk<'_>) -> Option<Result<Listing, Stuck>> {
    talk.settings.own("api")?;
    talk.settings.secrets.first()?;
    Some(list(window, got, talk))
}

fn list(window: Window, got: &[Answered], talk: &Talk<'_>) -> Result<Listing, Stuck> {
    let Some((newest, before)) = got.split_last() else {
        return Ok(Listing { found: Vec::new(), next: Some(ask(window, 0, LIMIT, 0, talk)?) });
    };
    let page = read(newest)?;
    let reached = before.last().map_or(Ok(0), |answer| read(answer).map(|page| next(&page).unwrap_or(0)))?;
    let found = page.events.iter().map(|event| Found::Delivery(event.get().as_bytes().to_vec())).collect();
    let next = match next(&page) {
        Some(after) if after > reached => Some(ask(window, after, LIMIT, got.len(), talk)?),
        Some(_) => return Err(Stuck::misread("next")),
        None => None,
    };
    Ok(Listing { found, next })
}

fn next(page: &Page<'_>) -> Option<u64> {
    page.next.get()?.parse().ok()
}

fn read(answer: &Answered) -> Result<Page<'_>, Stuck> {
    if !answer.is_there() {
        return Err(Stuck(
            "the extension does not answer: is it installed, switched on, and the setting `api` right?".to_owned(),
        ));
    }
    answer.json("events")
}

fn ask(window: Window, after: u64, limit: u64, place: usize, talk: &Talk<'_>) -> Result<Ask, Stuck> {
    let base = Base::own(talk.settings, "api")?;
    let path = if base.as_str().ends_with("/index.php") { "" } else { "/index.php" };
    // A second that has begun is asked for whole.
    let [from, to] = [window.from, window.to].map(|time| time.as_second().max(0));
    let asked = [from.to_string(), to.to_string(), after.to_string(), limit.to_string()];
    let [from, to, after, limit] = asked.each_ref().map(String::as_str);
    let ask = Ask::get(&base, path).query([
        ("route", "extension/tidings/module/tidings.since"),
        ("from", from),
        ("to", to),
        ("after", after),
        ("limit", limit),
    ]);
    let message = format!("since.{from}.{to}.{after}.{limit}");
    let secret = talk.settings.secrets.first().ok_or_else(|| Stuck::without("secrets"))?;
    let signed = standard::sign(ask, secret, &talk.once(place), talk.now, &message);
    signed.ok_or_else(|| Stuck("the first of the `secrets` is not whsec_ and base64".to_owned()))
}
