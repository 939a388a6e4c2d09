//! Razorpay's API: payments and refunds as they are now, told as its events would.
//!
//! Lists are by the time of making, and nothing says when a payment was captured or a refund processed. So what was made in a
//! time is looked at when it is new and at some ages after it: a payment that is not captured within five days is given back by
//! itself, and a refund takes a bank two weeks at most. What changes between two ages without a webhook is found at the next
//! one. A payment says only Razorpay's own id of its order; where its notes do not name the shop's, the order is asked for.
//!
//! What is found has the time of its making, which is before any webhook on it: it adds what no webhook told, and changes
//! nothing that one did. How much of a payment was given back is left to its refunds, which have times of their own.
//!
//! <https://razorpay.com/docs/api/payments/fetch-all-payments-with-expanded-card-details>,
//! <https://razorpay.com/docs/api/refunds/fetch-all>, <https://razorpay.com/docs/api/orders/fetch-with-id>,
//! <https://razorpay.com/docs/api/authentication>
//!
//! Not documented, and so not relied on: in what order lists are.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use webhooks::hint::{Hint, Id};
use webhooks::settings::Settings;
use webhooks::source::{Answered, Ask, Base, Found, Listing, Source, Step, Stuck, Talk, Window};
use webhooks::wire::{self, Maybe, Text, only};

use super::Razorpay;
use crate::parts::{self, Notes};

const API: &str = "https://api.razorpay.com";
/// No page is longer.
const COUNT: usize = 100;

/// What is listed, and how many hours old it is then.
const LISTS: [(&str, i64); 12] = [
    ("payments", 0),
    ("payments", 2),
    ("payments", 12),
    ("payments", 24),
    ("payments", 48),
    ("payments", 72),
    ("payments", 5 * 24 + 1),
    ("refunds", 0),
    ("refunds", 24),
    ("refunds", 3 * 24),
    ("refunds", 7 * 24),
    ("refunds", 14 * 24),
];

/// A refund that has come to its end by then did so after whatever was told of its making.
const ENDED: SignedDuration = SignedDuration::from_hours(12);

impl Source for Razorpay {
    fn name(&self) -> &'static str {
        "razorpay"
    }

    /// What does not exist is a 400.
    fn is_unknown(&self, answer: &Answered) -> bool {
        let refusal: Refusal = answer.json("error").unwrap_or_default();
        let why = refusal.error.0.and_then(|error| error.description.owned());
        why.is_some_and(|why| why.contains("does not exist"))
    }

    /// A payment with its order, or a refund with its payment.
    fn fetch(&self, hint: &Hint, got: &[Answered], talk: &Talk<'_>) -> Result<Step, Stuck> {
        let (refund, rest) = match (hint.what.as_str(), got) {
            ("payment", _) => (None, got),
            ("refund", []) => return ask("refunds", hint.id(1), talk).map(Step::Ask),
            ("refund", [refund, ..]) if !refund.is_there() => return Ok(Step::Gone),
            ("refund", [refund, rest @ ..]) => (Some(document(refund, hint.id(1), "a refund")?), rest),
            _ => return Ok(Step::Gone),
        };
        let (payment, order) = match rest {
            [] => return ask("payments", hint.id(0), talk).map(Step::Ask),
            [payment, ..] if !payment.is_there() => (None, None),
            [payment, order @ ..] => (Some(document(payment, hint.id(0), "a payment")?), order.first()),
        };
        let named = match (payment.as_ref().and_then(order_of), order) {
            (Some(id), None) => return ask("orders", id.as_str(), talk).map(Step::Ask),
            (Some(id), Some(order)) if order.is_there() => Some(document(order, id.as_str(), "an order")?),
            _ => None,
        };
        let paid = payment.as_ref().and_then(|payment| told(payment, named.as_ref(), talk.settings));
        let back = refund.as_ref().and_then(|refund| given_back(refund, payment.as_ref(), named.as_ref(), talk));
        let bodies: Vec<Vec<u8>> = paid.into_iter().chain(back).collect();
        Ok(if bodies.is_empty() { Step::Gone } else { Step::Done(bodies) })
    }

    fn changed(&self, window: Window, got: &[Answered], talk: &Talk<'_>) -> Option<Result<Listing, Stuck>> {
        talk.settings.own("key_id").and(talk.settings.own("key_secret"))?;
        Some(list(window, got, talk))
    }
}

fn signed(ask: Ask, talk: &Talk<'_>) -> Result<Ask, Stuck> {
    let own = |name: &str| talk.settings.own(name).ok_or_else(|| Stuck::without(name));
    Ok(ask.basic(own("key_id")?, own("key_secret")?))
}

fn ask(what: &str, id: &str, talk: &Talk<'_>) -> Result<Ask, Stuck> {
    let ask = Ask::get(&Base::of(API, talk.settings)?, &format!("/v1/{what}/{id}"));
    signed(if what == "payments" { ask.query([("expand[]", "card")]) } else { ask }, talk)
}

/// An answer that is the thing of this id.
fn document(answer: &Answered, id: &str, what: &str) -> Result<Value, Stuck> {
    let document: Value = answer.json(what)?;
    let same = text(&document, "id").get() == Some(id);
    same.then_some(document).ok_or_else(|| Stuck::misread(what))
}

fn list(window: Window, got: &[Answered], talk: &Talk<'_>) -> Result<Listing, Stuck> {
    let (mut place, mut skip, mut before, mut newest) = (0, 0, None, None);
    for answer in got {
        let (what, hours) = LISTS.get(place).copied().unwrap_or_default();
        let page: Page = answer.json("a collection")?;
        let first = page.items.first().map(|item| text(item, "id").owned());
        // A page that comes again is the end, too.
        let again = skip > 0 && first == before;
        let items = if again { Vec::new() } else { page.items };
        let ended = items.len() < COUNT;
        (place, skip) = if ended { (place + 1, 0) } else { (place, skip + items.len()) };
        before = first;
        newest = Some((what, aged(window, hours), items));
    }
    let (what, within, items) = newest.unwrap_or(("", window, Vec::new()));
    let inside = items.iter().filter(|item| made(item).is_none_or(|at| within.from <= at && at < within.to));
    let changes = inside.map(|item| change(what, item, talk.settings)).collect::<Result<Vec<_>, Stuck>>()?;
    let found = changes.into_iter().flatten().collect();
    let next = LISTS.get(place).map(|(what, hours)| page(what, aged(window, *hours), skip, talk)).transpose()?;
    Ok(Listing { found, next })
}

/// The time in which that was made which is so old in this one.
fn aged(window: Window, hours: i64) -> Window {
    let age = SignedDuration::from_hours(hours);
    Window { from: window.from - age, to: window.to - age }
}

/// Whole seconds, and whether the last one belongs to what is listed is not documented.
fn page(what: &str, within: Window, skip: usize, talk: &Talk<'_>) -> Result<Ask, Stuck> {
    let to = within.to.as_second() + i64::from(within.to.subsec_nanosecond() > 0);
    let bounds = [within.from.as_second().to_string(), to.to_string(), COUNT.to_string(), skip.to_string()];
    let fields = ["from", "to", "count", "skip"].into_iter().zip(bounds.iter().map(String::as_str));
    let ask = Ask::get(&Base::of(API, talk.settings)?, &format!("/v1/{what}")).query(fields);
    signed(if what == "payments" { ask.query([("expand[]", "card")]) } else { ask }, talk)
}

/// What a member of a list says, or where more is to be had.
fn change(what: &str, item: &Value, settings: &Settings) -> Result<Option<Found>, Stuck> {
    let misread = |name: &str| Stuck::misread(&format!("`{name}` of {what}"));
    let id = |name: &str| text(item, name).get().and_then(Id::parse).ok_or_else(|| misread(name));
    if what == "refunds" {
        return Ok(Hint::new("refund", &[id("payment_id")?.as_str(), id("id")?.as_str()]).map(Found::Hint));
    }
    let payment = id("id")?;
    let body = told(item, None, settings);
    Ok(match order_of(item) {
        Some(_) => body.and_then(|_| Hint::new("payment", &[payment.as_str()])).map(Found::Hint),
        None => body.map(Found::Delivery),
    })
}

/// The order that has to be asked for, because nothing else names the shop's.
fn order_of(payment: &Value) -> Option<Id> {
    let notes: Notes = wire::of(&payment["notes"]).unwrap_or_default();
    text(payment, "order_id").get().and_then(Id::parse).filter(|_| parts::orders(&notes, None).is_empty())
}

/// A payment as an event tells it. Nothing of one that nobody has tried to pay yet, and nothing of one that was only reserved
/// and let go: its refund tells of that.
fn told(payment: &Value, order: Option<&Value>, settings: &Settings) -> Option<Vec<u8>> {
    let event = match text(payment, "status").get()? {
        "captured" => "payment.captured",
        "refunded" if !is_reserved(payment) => "payment.captured",
        "authorized" => "payment.authorized",
        "failed" => "payment.failed",
        _ => return None,
    };
    let order = order.map(ordered);
    Some(body(event, &json!({"payment": {"entity": paid(payment)}, "order": order}), None, settings))
}

/// A refund as an event tells it; with its payment, if that was only reserved.
fn given_back(refund: &Value, payment: Option<&Value>, order: Option<&Value>, talk: &Talk<'_>) -> Option<Vec<u8>> {
    let (event, ended) = match text(refund, "status").get()? {
        "processed" => ("refund.processed", true),
        "failed" => ("refund.failed", true),
        "pending" => ("refund.created", false),
        _ => return None,
    };
    let made = made(refund)?;
    let at = if ended && talk.now.duration_since(made) > ENDED { made + ENDED } else { made };
    let shape =
        json!({"id": 0, "payment_id": 0, "amount": 0, "currency": 0, "status": 0, "notes": names(), "created_at": 0});
    let mut payload = json!({"refund": {"entity": only(refund, &shape)}});
    if let Some(reserved) = payment.filter(|payment| is_reserved(payment)) {
        payload["payment"] = json!({"entity": paid(reserved)});
        payload["order"] = json!(order.map(ordered));
    }
    Some(body(event, &payload, Some(at), talk.settings))
}

fn body(event: &str, payload: &Value, at: Option<Timestamp>, settings: &Settings) -> Vec<u8> {
    let (account, at) = (settings.own("account_id"), at.map(Timestamp::as_second));
    let body = json!({"entity": "event", "account_id": account, "event": event, "payload": payload, "created_at": at});
    body.to_string().into_bytes()
}

/// No people and no numbers: of a card its network and last digits, unless those are a token's.
fn paid(payment: &Value) -> Value {
    let token = text(payment, "token_id").get().is_some();
    let card = if token { json!({"network": 0}) } else { json!({"network": 0, "last4": 0}) };
    let shape = json!({
        "id": 0, "amount": 0, "currency": 0, "status": 0, "order_id": 0, "method": 0, "card": card, "wallet": 0,
        "captured": 0, "notes": names(), "created_at": 0
    });
    only(payment, &shape)
}

/// Of an order, what names the shop's.
fn ordered(order: &Value) -> Value {
    json!({"entity": only(order, &json!({"id": 0, "receipt": 0, "notes": names()}))})
}

/// Of the notes, what names an order.
fn names() -> Value {
    Value::Object(parts::NAMES.into_iter().map(|name| (name.to_owned(), json!(0))).collect::<Map<_, _>>())
}

/// Money that the shop has not taken.
fn is_reserved(payment: &Value) -> bool {
    text(payment, "captured").get() == Some("false")
}

fn made(document: &Value) -> Option<Timestamp> {
    text(document, "created_at").unix()
}

fn text(document: &Value, name: &str) -> Text {
    wire::of(&document[name]).unwrap_or_default()
}

#[derive(Deserialize)]
struct Page {
    items: Vec<Value>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Refusal {
    error: Maybe<Why>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Why {
    description: Text,
}
