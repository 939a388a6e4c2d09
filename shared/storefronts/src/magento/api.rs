//! Conversations with the REST API: one order with all that belongs to it, and what has changed in a time.
//!
//! Lists are walked by id, not by page: asking past the last page returns the last page again, and an order that changes
//! meanwhile would move all those behind it. A list ends when `total_count` says so.

use std::collections::BTreeSet;
use std::slice::Iter;

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::value::RawValue;
use webhooks::hint::{Hint, Id};
use webhooks::oauth1;
use webhooks::source::{Answered, Ask, Base, Found, Listing, Step, Stuck, Talk, Window};
use webhooks::wire::Text;

use super::access::{By, ask_token};

/// Magento may be set up to refuse more than 300.
const SIZE: usize = 100;

/// Fetches an order with its shipments, invoices and credit memos; or finds the order of one of those first.
pub(crate) fn fetch(hint: &Hint, got: &[Answered], talk: &Talk<'_>) -> Result<Step, Stuck> {
    let api = match Api::open(got, talk)? {
        Opened::Asks(ask) => return Ok(Step::Ask(ask)),
        Opened::Api(api) => api,
    };
    let mut answers = api.got.iter();
    let id = match (hint.what.as_str(), part(&hint.what)) {
        ("order", _) => Id::parse(hint.id(0)),
        (_, None) => return Ok(Step::Gone),
        (_, Some(path)) => {
            let Some(answer) = answers.next() else {
                return Ok(Step::Ask(api.get(&format!("{path}/{}", hint.id(0)), &[("fields", "order_id")])));
            };
            if !answer.is_there() {
                return Ok(Step::Gone);
            }
            let row: Row = answer.json("order_id")?;
            row.order_id.get().and_then(Id::parse)
        }
    };
    let id = id.ok_or_else(|| Stuck::misread("order_id"))?;
    let Some(answer) = answers.next() else {
        return Ok(Step::Ask(api.get(&format!("/orders/{}", id.as_str()), &[])));
    };
    if !answer.is_there() {
        return Ok(Step::Gone);
    }
    let order: &RawValue = answer.json("order")?;
    if !order.get().starts_with('{') {
        return Err(Stuck::misread("order"));
    }
    let mut parts = vec![format!("\"order\":{}", order.get())];
    for list in ["shipments", "invoices", "creditmemos"] {
        let mut rows = Vec::new();
        let next = walk(&mut answers, list, true, |_, row, _| rows.push(row.get()))?;
        if let Some(after) = next {
            let of = [("order_id", "eq", id.as_str())];
            return Ok(Step::Ask(api.list(list, &of, after, None)));
        }
        parts.push(format!("\"{list}\":[{}]", rows.join(",")));
    }
    Ok(Step::Done(vec![format!("{{{}}}", parts.join(",")).into_bytes()]))
}

/// Lists the orders that changed, and those of which a shipment or a credit memo did: those may leave the order as it was.
pub(crate) fn changed(window: Window, got: &[Answered], talk: &Talk<'_>) -> Option<Result<Listing, Stuck>> {
    talk.settings.own("api")?;
    By::of(talk.settings)?;
    Some(list_changed(window, got, talk))
}

fn list_changed(window: Window, got: &[Answered], talk: &Talk<'_>) -> Result<Listing, Stuck> {
    let api = match Api::open(got, talk)? {
        Opened::Asks(ask) => return Ok(Listing { found: Vec::new(), next: Some(ask) }),
        Opened::Api(api) => api,
    };
    let [from, to] = [window.from, window.to].map(naive);
    // What is new has a time of its last change too.
    let within = [("updated_at", "gteq", from.as_str()), ("updated_at", "lt", to.as_str())];
    let mut answers = api.got.iter();
    let (mut known, mut found) = (BTreeSet::new(), Vec::new());
    for list in ["orders", "shipments", "creditmemos"] {
        let next = walk(&mut answers, list, false, |left, _, row| {
            let order = if list == "orders" { &row.entity_id } else { &row.order_id };
            let Some(hint) = order.get().and_then(|id| Hint::new("order", &[id])) else { return };
            if known.insert(hint.clone()) && left == 0 {
                found.push(Found::Hint(hint));
            }
        })?;
        if let Some(after) = next {
            let fields =
                if list == "orders" { "items[entity_id],total_count" } else { "items[entity_id,order_id],total_count" };
            let next = api.list(list, &within, after, Some(fields));
            return Ok(Listing { found, next: Some(next) });
        }
    }
    Ok(Listing { found, next: None })
}

/// Where the order of a part is told.
fn part(what: &str) -> Option<&'static str> {
    Some(match what {
        "shipment" => "/shipment",
        "invoice" => "/invoices",
        "creditmemo" => "/creditmemo",
        _ => return None,
    })
}

/// Their times are UTC, without a zone and without fractions.
fn naive(time: Timestamp) -> String {
    time.strftime("%Y-%m-%d %H:%M:%S").to_string()
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Row {
    entity_id: Text,
    order_id: Text,
}

#[derive(Deserialize)]
struct Page<'a> {
    #[serde(borrow)]
    items: Option<Vec<&'a RawValue>>,
    #[serde(default)]
    total_count: Text,
}

/// Goes through the answers about one list: after which id to ask on, or nothing at its end. `seen` gets how many answers
/// are left behind a row's.
fn walk<'a>(
    answers: &mut Iter<'a, Answered>,
    list: &str,
    may_lack: bool,
    mut seen: impl FnMut(usize, &'a RawValue, &Row),
) -> Result<Option<u64>, Stuck> {
    let mut reached = 0;
    loop {
        let Some(answer) = answers.next() else { return Ok(Some(reached)) };
        if !answer.is_there() {
            return if may_lack { Ok(None) } else { Err(Stuck::misread(list)) };
        }
        let page: Page<'a> = answer.json(list)?;
        if page.items.is_none() && page.total_count.get().is_none() {
            return Err(Stuck::misread(list));
        }
        let items = page.items.unwrap_or_default();
        let before = reached;
        for item in &items {
            let row: Row = serde_json::from_str(item.get()).map_err(|_| Stuck::misread(list))?;
            let id =
                row.entity_id.get().and_then(|id| id.parse::<u64>().ok()).ok_or_else(|| Stuck::misread("entity_id"))?;
            if id > before {
                seen(answers.len(), item, &row);
                reached = reached.max(id);
            }
        }
        let all = page.total_count.get().and_then(|count| count.parse::<usize>().ok());
        if all.map_or(items.len() < SIZE, |all| items.len() >= all) {
            return Ok(None);
        }
        if reached == before {
            return Err(Stuck::misread("total_count"));
        }
    }
}

/// The shop's REST API, and how we prove who asks.
struct Api<'a> {
    base: Base,
    by: By<'a>,
    /// All answers, for the place of the next question.
    asked: usize,
    /// The answers without the token's.
    got: &'a [Answered],
    talk: &'a Talk<'a>,
}

enum Opened<'a> {
    Asks(Ask),
    Api(Api<'a>),
}

impl<'a> Api<'a> {
    fn open(got: &'a [Answered], talk: &'a Talk<'a>) -> Result<Opened<'a>, Stuck> {
        let base = Base::own(talk.settings, "api")?;
        let by = By::of(talk.settings).ok_or_else(|| Stuck::without("access_token"))?;
        let By::Client(id, secret) = by else {
            return Ok(Opened::Api(Self { base, by, asked: got.len(), got, talk }));
        };
        let Some((granted, rest)) = got.split_first() else { return Ok(Opened::Asks(ask_token(id, secret, talk)?)) };
        let by = By::granted(granted)?;
        Ok(Opened::Api(Self { base, by, asked: got.len(), got: rest, talk }))
    }

    /// A path below the version, which the merchant may have written behind the address.
    fn get(&self, path: &str, query: &[(&str, &str)]) -> Ask {
        let version = if self.base.as_str().ends_with("/V1") { "" } else { "/rest/V1" };
        let ask = Ask::get(&self.base, &format!("{version}{path}")).query(query.iter().copied());
        match &self.by {
            By::Signature(credentials) => oauth1::sign(ask, *credentials, &self.talk.once(self.asked), self.talk.now),
            By::Token(token) => match self.talk.settings.own("client_id") {
                Some(client) => ask.header("x-api-key", client).bearer(token),
                None => ask.bearer(token),
            },
            // Exchanged for a token before anything else is asked.
            By::Client(..) => ask,
        }
    }

    /// The next rows of a list, by id, of those for which all of this holds.
    fn list(&self, list: &str, filters: &[(&str, &str, &str)], after: u64, fields: Option<&str>) -> Ask {
        let after = after.to_string();
        let filters = filters.iter().copied().chain([("entity_id", "gt", after.as_str())]).enumerate();
        let mut query: Vec<(String, &str)> = Vec::new();
        for (group, (field, condition, value)) in filters {
            let name = |part: &str| format!("searchCriteria[filter_groups][{group}][filters][0][{part}]");
            query.extend([(name("field"), field), (name("value"), value), (name("condition_type"), condition)]);
        }
        let size = SIZE.to_string();
        let mut query: Vec<(&str, &str)> = query.iter().map(|(name, value)| (name.as_str(), *value)).collect();
        query.extend([
            ("searchCriteria[sortOrders][0][field]", "entity_id"),
            ("searchCriteria[sortOrders][0][direction]", "ASC"),
            ("searchCriteria[pageSize]", &size),
            ("searchCriteria[currentPage]", "1"),
        ]);
        query.extend(fields.map(|fields| ("fields", fields)));
        self.get(&format!("/{list}"), &query)
    }
}
