//! The REST API: an order and its parts, and those that changed.
//!
//! <https://developer.bigcommerce.com/docs/rest-management/orders>,
//! <https://developer.bigcommerce.com/docs/rest-management/transactions/payment-actions>

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use webhooks::hint::{Hint, Id};
use webhooks::settings::Settings;
use webhooks::source::{Answered, Ask, Base, Found, Listing, Source, Step, Stuck, Talk, Window};
use webhooks::wire::Text;

use super::{BigCommerce, INCOMPLETE};
use crate::pages::whole_seconds;

/// What is fetched beside the order.
const PARTS: [&str; 3] = ["products", "shipping_addresses", "shipments"];
/// A page as large as they allow, it is believed; one with less than `LEAST` is the last in any case.
const PAGE: &str = "250";
const LEAST: usize = 50;
/// Pages of a part of one order.
const PAGES: usize = 10;

impl Source for BigCommerce {
    fn name(&self) -> &'static str {
        "bigcommerce"
    }

    fn fetch(&self, hint: &Hint, got: &[Answered], talk: &Talk<'_>) -> Result<Step, Stuck> {
        if !hint.what.starts_with("order") {
            return Ok(Step::Gone);
        }
        let id = hint.id(0);
        let mut answers = got.iter();
        let Some(first) = answers.next() else { return ask(talk.settings, &format!("v2/orders/{id}")).map(Step::Ask) };
        if !first.is_there() || first.json::<Listed>("order")?.status_id.get() == Some(INCOMPLETE) {
            return Ok(Step::Gone);
        }
        let mut parts: Vec<Vec<&RawValue>> = Vec::new();
        for part in PARTS {
            let mut all: Vec<&RawValue> = Vec::new();
            for page in 1..=PAGES {
                let Some(answer) = answers.next() else {
                    let next = ask(talk.settings, &format!("v2/orders/{id}/{part}"))?;
                    return Ok(Step::Ask(next.query([("limit", PAGE), ("page", &*page.to_string())])));
                };
                let more = list(answer, part)?;
                // Beyond the last page there is nothing, or the last page again.
                let new = more.first().is_some_and(|one| !all.iter().any(|known| known.get() == one.get()));
                let last = !new || more.len() < LEAST;
                all.extend(if new { more } else { Vec::new() });
                if last {
                    break;
                }
            }
            parts.push(all);
        }
        let Some(refunds) = answers.next() else {
            return ask(talk.settings, &format!("v3/orders/{id}/payment_actions/refunds")).map(Step::Ask);
        };
        let refunds = if has_body(refunds) { refunds.json::<Data<'_>>("refunds")?.data } else { Vec::new() };
        let [products, shipping_addresses, shipments] = &parts[..] else { return Err(Stuck::misread("order")) };
        let whole = Whole {
            order: first.json("order")?,
            products,
            shipping_addresses,
            shipments,
            refunds: &refunds,
            gone: hint.ids.get(1).map(Id::as_str),
        };
        serde_json::to_vec(&whole).map(|body| Step::Done(vec![body])).map_err(|_| Stuck::misread("order"))
    }

    /// By ids, each page from the last one of the page before: what changes meanwhile leaves the list, and must not shift
    /// another out of sight.
    fn changed(&self, window: Window, got: &[Answered], talk: &Talk<'_>) -> Option<Result<Listing, Stuck>> {
        talk.settings.own("api_token")?;
        talk.settings.own("store_hash")?;
        Some(changes(whole_seconds(window), got, talk.settings))
    }
}

fn changes(window: Window, got: &[Answered], settings: &Settings) -> Result<Listing, Stuck> {
    let (mut found, mut last) = (Vec::new(), 0_i64);
    for answer in got {
        let orders = listed(answer)?;
        let ids: Option<Vec<i64>> = orders.iter().map(|order| order.id.integer()).collect();
        let ids = ids.ok_or_else(|| Stuck::misread("orders.id"))?;
        if !ids.is_sorted() || ids.first().is_some_and(|first| *first < last) {
            return Err(Stuck::misread("orders, by id"));
        }
        let complete = orders.iter().filter(|order| order.status_id.get() != Some(INCOMPLETE));
        found = complete.filter_map(|order| Hint::new("order", &[order.id.get()?])).map(Found::Hint).collect();
        match ids.last() {
            Some(newest) if *newest > last && ids.len() >= LEAST => last = *newest,
            _ => return Ok(Listing { found, next: None }),
        }
    }
    let (from, to, id) = (window.from.to_string(), window.to.to_string(), last.to_string());
    let fields = [("min_date_modified", &*from), ("max_date_modified", &*to), ("min_id", &*id)];
    let next = ask(settings, "v2/orders")?.query(fields).query([("sort", "id:asc"), ("limit", PAGE)]);
    Ok(Listing { found, next: Some(next) })
}

fn listed(answer: &Answered) -> Result<Vec<Listed>, Stuck> {
    if has_body(answer) { answer.json("orders") } else { Ok(Vec::new()) }
}

/// An empty list is answered 204, without a body; 404 too, where nothing was ever made.
fn list<'a>(answer: &'a Answered, part: &str) -> Result<Vec<&'a RawValue>, Stuck> {
    if has_body(answer) { answer.json(part) } else { Ok(Vec::new()) }
}

fn has_body(answer: &Answered) -> bool {
    answer.is_there() && answer.status != 204
}

/// Without `Accept: application/json`, which every question has, the second API may answer XML.
fn ask(settings: &Settings, path: &str) -> Result<Ask, Stuck> {
    let base = Base::of("https://api.bigcommerce.com", settings)?;
    let store = settings.own("store_hash").and_then(Id::parse).ok_or_else(|| Stuck::without("store_hash"))?;
    let token = settings.own("api_token").ok_or_else(|| Stuck::without("api_token"))?;
    Ok(Ask::get(&base, &format!("/stores/{}/{path}", store.as_str())).header("x-auth-token", token))
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Listed {
    id: Text,
    status_id: Text,
}

#[derive(Deserialize)]
struct Data<'a> {
    #[serde(borrow)]
    data: Vec<&'a RawValue>,
}

/// What `interpret` reads.
#[derive(Serialize)]
struct Whole<'a> {
    order: &'a RawValue,
    products: &'a [&'a RawValue],
    shipping_addresses: &'a [&'a RawValue],
    shipments: &'a [&'a RawValue],
    refunds: &'a [&'a RawValue],
    #[serde(skip_serializing_if = "Option::is_none")]
    gone: Option<&'a str>,
}
