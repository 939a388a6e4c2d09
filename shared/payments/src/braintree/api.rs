//! Braintree's search: every transaction to which something happened in a time, as it is now.
//!
//! A search is by one of the times of a transaction, and gives ids; the transactions are then asked for by their ids, so that
//! one that has changed again in between is not left out. There is a time for all that may happen but one: a settlement that is
//! declined is searched for by that status, among what was made in the last weeks.
//!
//! <https://developer.paypal.com/braintree/docs/reference/request/transaction/search>,
//! <https://developer.paypal.com/braintree/docs/reference/general/searching/search-fields>,
//! <https://developer.paypal.com/braintree/docs/reference/general/searching/search-results>
//!
//! How it is written is what Braintree's own libraries for Python, Ruby and Node write and read; it was not tried against a
//! gateway.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Value, json};
use webhooks::hint::{Hint, Id};
use webhooks::source::{Answered, Ask, Base, Found, Listing, Source, Step, Stuck, Talk, Window};
use webhooks::wire::{self, List, Maybe, Text, only};

use super::{Braintree, xml};

const LIVE: &str = "https://api.braintreegateway.com";
const SANDBOX: &str = "https://api.sandbox.braintreegateway.com";
/// The version of the API that the libraries speak.
const VERSION: &str = "6";

/// What happens to a transaction.
pub(super) const TIMES: [&str; 9] = [
    "created-at",
    "authorized-at",
    "submitted-for-settlement-at",
    "settled-at",
    "voided-at",
    "processor-declined-at",
    "gateway-rejected-at",
    "failed-at",
    "authorization-expired-at",
];
pub(super) const SEARCHES: usize = TIMES.len() + 1;
/// A bank declines within so long after it was asked; what it returns later, its notification tells.
const DECLINED: SignedDuration = SignedDuration::from_hours(14 * 24);
/// So many transactions are given at a time, whatever more is asked for.
const PAGE: usize = 50;

impl Source for Braintree {
    fn name(&self) -> &'static str {
        "braintree"
    }

    /// Of cards there is no webhook that could be lost.
    fn is_heard(&self) -> bool {
        false
    }

    /// Notifications hold all that they tell: there is nothing that hints.
    fn fetch(&self, _hint: &Hint, _got: &[Answered], _talk: &Talk<'_>) -> Result<Step, Stuck> {
        Ok(Step::Gone)
    }

    /// First all searches, then what they found, page by page.
    fn changed(&self, window: Window, got: &[Answered], talk: &Talk<'_>) -> Option<Result<Listing, Stuck>> {
        let own = |name: &str| talk.settings.own(name);
        let gateway =
            Gateway { merchant: own("merchant_id")?, public: own("public_key")?, private: own("private_key")? };
        Some(gateway.list(window, got, talk))
    }
}

/// Whose transactions are searched. Without `Debug`: it holds a secret.
struct Gateway<'a> {
    merchant: &'a str,
    public: &'a str,
    private: &'a str,
}

impl Gateway<'_> {
    fn list(&self, window: Window, got: &[Answered], talk: &Talk<'_>) -> Result<Listing, Stuck> {
        let (searches, pages) = got.split_at(got.len().min(SEARCHES));
        let found = pages.last().map(transactions).transpose()?.unwrap_or_default();
        if let Some(criteria) = criteria(window, searches.len()) {
            // Read at once, so that nothing more is asked of whoever gives no ids.
            searches.last().map(ids).transpose()?;
            return Ok(Listing { found, next: Some(self.ask("advanced_search_ids", &criteria, talk)?) });
        }
        let all = searches.iter().map(ids).collect::<Result<Vec<_>, _>>()?;
        let all: BTreeSet<Id> = all.into_iter().flatten().collect();
        let some: Vec<&str> = all.iter().skip(pages.len() * PAGE).take(PAGE).map(Id::as_str).collect();
        let next = (!some.is_empty()).then(|| self.ask("advanced_search", &list("ids", &some), talk)).transpose()?;
        Ok(Listing { found, next })
    }

    fn ask(&self, what: &str, criteria: &str, talk: &Talk<'_>) -> Result<Ask, Stuck> {
        let base = Base::of(if talk.settings.says("test") { SANDBOX } else { LIVE }, talk.settings)?;
        let merchant = Id::parse(self.merchant).ok_or_else(|| {
            Stuck(
                "the setting `merchant_id` is none of Braintree's: copy it from the control panel's API page"
                    .to_owned(),
            )
        })?;
        let path = format!("/merchants/{}/transactions/{what}", merchant.as_str());
        let search = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><search>{criteria}</search>");
        let ask = Ask::xml(&base, &path, &search).header("x-apiversion", VERSION).header("accept-encoding", "identity");
        Ok(ask.basic(self.public, self.private))
    }
}

/// What is searched for, by its place; nothing after the last.
fn criteria(window: Window, place: usize) -> Option<String> {
    let status = || list("status", &["settlement_declined"]) + &range("created-at", window.from - DECLINED, window.to);
    match TIMES.get(place) {
        Some(time) => Some(range(time, window.from, window.to)),
        None => (place < SEARCHES).then(status),
    }
}

/// Whole minutes: the end holds all of its minute, as is documented.
fn range(name: &str, from: Timestamp, to: Timestamp) -> String {
    let minute = |time: Timestamp| {
        let minute = time.as_second().div_euclid(60) * 60;
        Timestamp::from_second(minute).unwrap_or(time)
    };
    let bound = |bound: &str, time: Timestamp| format!("<{bound} type=\"datetime\">{}</{bound}>", minute(time));
    format!("<{name}>{}{}</{name}>", bound("min", from), bound("max", to))
}

/// Of our own words and of ids, which hold nothing that XML would have to escape.
fn list(name: &str, members: &[&str]) -> String {
    let items: String = members.iter().flat_map(|member| ["<item>", *member, "</item>"]).collect();
    format!("<{name} type=\"array\">{items}</{name}>")
}

/// The ids that a search found.
fn ids(answer: &Answered) -> Result<Vec<Id>, Stuck> {
    let misread = || Stuck::misread("search-results");
    let results: Results = read(answer, "search-results")?;
    let given = results.ids.0.unwrap_or_default().item.0;
    given.iter().map(|id| id.get().and_then(Id::parse).ok_or_else(misread)).collect()
}

/// The transactions of a page, each as a body of its own with no more than we read.
fn transactions(answer: &Answered) -> Result<Vec<Found>, Stuck> {
    let page: Page = read(answer, "credit-card-transactions")?;
    let kept = page.transaction.0.iter().map(|transaction| json!({"transaction": only(transaction, &shape())}));
    Ok(kept.map(|body| Found::Delivery(body.to_string().into_bytes())).collect())
}

/// What the root element of this name holds; an empty one is text.
fn read<T: serde::de::DeserializeOwned + Default>(answer: &Answered, name: &str) -> Result<T, Stuck> {
    let misread = || Stuck::misread(name);
    let (root, tree) = xml::read(answer.body.reveal()).map_err(|_| misread())?;
    let named = (answer.is_there() && root == name).then_some(tree).ok_or_else(misread)?;
    Ok(wire::of::<Maybe<T>>(&named).and_then(|read| read.0).unwrap_or_default())
}

/// No people and no numbers: only a card's brand and last digits.
fn shape() -> Value {
    let card = json!({"card-type": 0, "last-4": 0});
    let wallet = json!({"source-card-type": 0, "source-card-last-4": 0});
    json!({
        "id": 0, "order-id": 0, "status": 0, "type": 0, "amount": 0, "currency-iso-code": 0, "merchant-account-id": 0,
        "payment-instrument-type": 0, "refunded-transaction-id": 0, "created-at": 0,
        "partial-settlement-transaction-ids": {"item": [0]},
        "status-history": {"status-event": [{"timestamp": 0, "status": 0}]},
        "credit-card": card, "apple-pay": {"card-type": 0}, "google-pay-card": wallet, "android-pay-card": wallet
    })
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Results {
    ids: Maybe<Ids>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Ids {
    item: List<Text>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Page {
    transaction: List<Value>,
}
