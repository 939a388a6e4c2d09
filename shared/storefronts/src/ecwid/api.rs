//! The REST API: an order with its store's currency, and the orders that changed, store by store.
//!
//! <https://docs.ecwid.com/api-reference/rest-api/orders/search-orders>

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use webhooks::hint::{Hint, Id};
use webhooks::settings::Settings;
use webhooks::source::{Answered, Ask, Base, Found, Listing, Source, Step, Stuck, Talk, Window};
use webhooks::wire::{Maybe, Text};

use super::{Ecwid, INCOMPLETE};
use crate::pages;

/// As many as they give.
const PAGE: &str = "100";

impl Source for Ecwid {
    fn name(&self) -> &'static str {
        "ecwid"
    }

    fn fetch(&self, hint: &Hint, got: &[Answered], talk: &Talk<'_>) -> Result<Step, Stuck> {
        if hint.what != "order" {
            return Ok(Step::Gone);
        }
        let (store, order) = (hint.id(0), hint.id(1));
        let Some(first) = got.first() else {
            return ask(talk.settings, store, &format!("orders/{order}")).map(Step::Ask);
        };
        if !first.is_there() || first.json::<Listed>("order")?.status.get() == Some(INCOMPLETE) {
            return Ok(Step::Gone);
        }
        let Some(currency) = currency(talk.settings, store, got.get(1))? else {
            return ask(talk.settings, store, "profile").map(Step::Ask);
        };
        body(store, &currency, first.json("order")?).map(|body| Step::Done(vec![body]))
    }

    fn changed(&self, window: Window, got: &[Answered], talk: &Talk<'_>) -> Option<Result<Listing, Stuck>> {
        let stores = talk.settings.own.get("tokens")?.reveal().as_object()?;
        let stores: Vec<&str> = stores.keys().map(String::as_str).collect();
        (!stores.is_empty()).then(|| changes(&stores, pages::whole_seconds(window), got, talk.settings))
    }
}

/// Plays what was answered so far, to know what comes next; the newest answer's orders are what is found.
fn changes(stores: &[&str], window: Window, got: &[Answered], settings: &Settings) -> Result<Listing, Stuck> {
    let mut answers = got.iter().peekable();
    let mut found = Vec::new();
    for store in stores {
        let known = currency(settings, store, None)?;
        let profile = if known.is_none() { answers.next() } else { None };
        let Some(currency) = currency(settings, store, profile)? else {
            return Ok(Listing { found, next: Some(ask(settings, store, "profile")?) });
        };
        let mut turned = Vec::new();
        while let Some(place) = pages::next(turned.iter().copied()) {
            let Some(answer) = answers.next() else {
                let place = place.to_string();
                let [from, to] = [window.from, window.to].map(|moment| moment.as_second().to_string());
                let fields = [("updatedFrom", &*from), ("updatedTo", &*to), ("limit", PAGE), ("offset", &*place)];
                return Ok(Listing { found, next: Some(ask(settings, store, "orders")?.query(fields)) });
            };
            if !answer.is_there() {
                return Err(Stuck::misread("orders"));
            }
            let page: Page<'_> = answer.json("orders")?;
            let total = page.total.integer().and_then(|total| usize::try_from(total).ok());
            turned.push((page.items.len(), Some(total.ok_or_else(|| Stuck::misread("total"))?)));
            if answers.peek().is_none() {
                let orders = page.items.iter().filter_map(|order| listed(store, &currency, order).transpose());
                found = orders.collect::<Result<_, _>>()?;
            }
        }
    }
    Ok(Listing { found, next: None })
}

fn listed(store: &str, currency: &str, order: &RawValue) -> Result<Option<Found>, Stuck> {
    let status: Listed = serde_json::from_str(order.get()).map_err(|_| Stuck::misread("items"))?;
    if status.status.get() == Some(INCOMPLETE) {
        return Ok(None);
    }
    body(store, currency, order).map(|body| Some(Found::Delivery(body)))
}

/// As the settings say, or else as the store's profile does; nothing if that has to be asked for.
fn currency(settings: &Settings, store: &str, profile: Option<&Answered>) -> Result<Option<String>, Stuck> {
    if let Some(own) = settings.own_of("currencies", store) {
        return Ok(Some(own.to_owned()));
    }
    let Some(profile) = profile else { return Ok(None) };
    let profile: Profile = profile.json("profile")?;
    let currency = profile.units.0.and_then(|units| units.currency.owned());
    currency.map(Some).ok_or_else(|| Stuck::misread("profile.formatsAndUnits.currency"))
}

fn body(store: &str, currency: &str, order: &RawValue) -> Result<Vec<u8>, Stuck> {
    serde_json::to_vec(&Whole { store, currency, order }).map_err(|_| Stuck::misread("order"))
}

fn ask(settings: &Settings, store: &str, path: &str) -> Result<Ask, Stuck> {
    let base = Base::of("https://app.ecwid.com", settings)?;
    let refused = || Stuck("the connection has no access token of this store: add it to `tokens`".to_owned());
    let token = settings.own_of("tokens", store).ok_or_else(refused)?;
    let store = Id::parse(store).ok_or_else(refused)?;
    Ok(Ask::get(&base, &format!("/api/v3/{}/{path}", store.as_str())).bearer(token))
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Listed {
    #[serde(rename = "paymentStatus")]
    status: Text,
}

#[derive(Deserialize)]
struct Page<'a> {
    #[serde(default)]
    total: Text,
    #[serde(borrow)]
    items: Vec<&'a RawValue>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Profile {
    #[serde(rename = "formatsAndUnits")]
    units: Maybe<Units>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Units {
    currency: Text,
}

/// What `interpret` reads.
#[derive(Serialize)]
struct Whole<'a> {
    store: &'a str,
    currency: &'a str,
    order: &'a RawValue,
}
