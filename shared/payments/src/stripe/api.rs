//! Stripe's API: the events of a time, each exactly as a webhook would have brought it. They are kept for 30 days.
//!
//! <https://docs.stripe.com/api/events/list>, <https://docs.stripe.com/api/pagination>

use serde::Deserialize;
use serde_json::value::RawValue;
use webhooks::hint::{Hint, Id};
use webhooks::source::{Answered, Ask, Base, Found, Listing, Source, Step, Stuck, Talk, Window};
use webhooks::wire::Text;

use super::Stripe;

const API: &str = "https://api.stripe.com";

/// Events that say something to us; the list takes no more than 20 of them.
const TYPES: [&str; 18] = [
    "payment_intent.requires_action",
    "payment_intent.processing",
    "payment_intent.amount_capturable_updated",
    "payment_intent.succeeded",
    "payment_intent.payment_failed",
    "payment_intent.canceled",
    "charge.pending",
    "charge.succeeded",
    "charge.captured",
    "charge.failed",
    "charge.expired",
    "charge.refunded",
    "refund.*",
    "charge.refund.updated",
    "checkout.session.completed",
    "checkout.session.async_payment_succeeded",
    "checkout.session.async_payment_failed",
    "checkout.session.expired",
];

impl Source for Stripe {
    fn name(&self) -> &'static str {
        "stripe"
    }

    /// Webhooks hold all that they tell: there is nothing that hints.
    fn fetch(&self, _hint: &Hint, _got: &[Answered], _talk: &Talk<'_>) -> Result<Step, Stuck> {
        Ok(Step::Gone)
    }

    /// Newest first; the next page starts after the last event of this one.
    fn changed(&self, window: Window, got: &[Answered], talk: &Talk<'_>) -> Option<Result<Listing, Stuck>> {
        let key = talk.settings.own("api_key")?;
        Some(list(window, got, key, talk))
    }
}

fn list(window: Window, got: &[Answered], key: &str, talk: &Talk<'_>) -> Result<Listing, Stuck> {
    // Whole seconds: a window that begins within one begins with it, and one that ends within one holds it.
    let from = window.from.as_second().to_string();
    let to = (window.to.as_second() + i64::from(window.to.subsec_nanosecond() > 0)).to_string();
    let range = [("created[gte]", from.as_str()), ("created[lt]", to.as_str()), ("limit", "100")];
    let types = TYPES.iter().map(|kind| ("types[]", *kind));
    let ask = Ask::get(&Base::of(API, talk.settings)?, "/v1/events").query(range.into_iter().chain(types)).bearer(key);
    let Some(answer) = got.last() else { return Ok(Listing { found: Vec::new(), next: Some(ask) }) };
    let page: Page = answer.json("a list of events")?;
    let last = page.data.last().map(|raw| serde_json::from_str::<Event>(raw.get()).unwrap_or_default().id);
    let next = match (page.has_more.yes(), last) {
        (true, Some(id)) => {
            let id = id.get().and_then(Id::parse).ok_or_else(|| Stuck::misread("an event's id"))?;
            Some(ask.query([("starting_after", id.as_str())]))
        }
        _ => None,
    };
    let found = page.data.iter().map(|raw| Found::Delivery(raw.get().as_bytes().to_vec())).collect();
    Ok(Listing { found, next })
}

#[derive(Deserialize)]
struct Page {
    data: Vec<Box<RawValue>>,
    #[serde(default)]
    has_more: Text,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Event {
    id: Text,
}
