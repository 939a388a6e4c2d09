//! Mollie's API: payments by id, and what changed.
//!
//! <https://docs.mollie.com/reference/list-payments>, <https://docs.mollie.com/reference/list-all-refunds>

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use webhooks::hint::{Hint, Id};
use webhooks::source::{Answered, Ask, Base, Found, Listing, Source, Step, Stuck, Talk, Window};
use webhooks::wire::{List, Maybe, Text};

use super::objects::{Back, Document};
use super::{Mollie, hint};

const API: &str = "https://api.mollie.com";

/// Lists are in the order of making, and a payment may be paid days after it was made.
const LOOK_BACK: SignedDuration = SignedDuration::from_hours(14 * 24);

impl Source for Mollie {
    fn name(&self) -> &'static str {
        "mollie"
    }

    /// They list by another time than that of the change.
    fn narrows(&self) -> bool {
        false
    }

    /// A payment is what `interpret` reads as it is; an order of the old API only names its payments.
    fn fetch(&self, hint: &Hint, got: &[Answered], talk: &Talk<'_>) -> Result<Step, Stuck> {
        let (key, base) = (key(talk)?, Base::of(API, talk.settings)?);
        let payment = |id: &str| {
            let ask = Ask::get(&base, &format!("/v2/payments/{id}")).query([("embed", "refunds,chargebacks")]);
            Ok(Step::Ask(ask.bearer(key)))
        };
        let Some((first, rest)) = got.split_first() else {
            return match hint.what.as_str() {
                "payment" => payment(hint.id(0)),
                "order" => {
                    let ask = Ask::get(&base, &format!("/v2/orders/{}", hint.id(0))).query([("embed", "payments")]);
                    Ok(Step::Ask(ask.bearer(key)))
                }
                _ => Ok(Step::Gone),
            };
        };
        if !first.is_there() {
            return Ok(Step::Gone);
        }
        let answers = if hint.what == "payment" {
            got
        } else {
            let order: Page = first.json("an order")?;
            let payments = order.embedded.0.unwrap_or_default().payments.0;
            let ids: Vec<Hint> = payments.iter().filter_map(|paid| super::hint(paid.id.get()?)).collect();
            match ids.get(rest.len()) {
                Some(next) => return payment(next.id(0)),
                None => rest,
            }
        };
        let found = answers.iter().filter(|answer| answer.is_there());
        let bodies: Vec<Vec<u8>> = found.map(whole).collect::<Result<_, _>>()?;
        Ok(if bodies.is_empty() { Step::Gone } else { Step::Done(bodies) })
    }

    /// Two lists, newest first: payments, then refunds.
    fn changed(&self, window: Window, got: &[Answered], talk: &Talk<'_>) -> Option<Result<Listing, Stuck>> {
        let key = talk.settings.own("api_key")?;
        Some(list(window, got, key, talk))
    }
}

fn key<'a>(talk: &Talk<'a>) -> Result<&'a str, Stuck> {
    talk.settings.own("api_key").ok_or_else(|| Stuck::without("api_key"))
}

/// A payment's body, if it is one.
fn whole(answer: &Answered) -> Result<Vec<u8>, Stuck> {
    let paid: Document = answer.json("a payment")?;
    paid.id.get().map(|_| answer.body.reveal().clone()).ok_or_else(|| Stuck::misread("a payment"))
}

fn list(window: Window, got: &[Answered], key: &str, talk: &Talk<'_>) -> Result<Listing, Stuck> {
    let base = Base::of(API, talk.settings)?;
    let horizon = window.from - LOOK_BACK;
    let (mut lists, mut cursor, mut found) = (["payments", "refunds"].iter().peekable(), None, Vec::new());
    for answer in got {
        let page: Page = answer.json("a list")?;
        found = page.found(window);
        let next = page.next().filter(|next| page.oldest() >= Some(horizon) && cursor.as_ref() != Some(next));
        if next.is_none() {
            lists.next();
        }
        cursor = next;
    }
    let next = lists.peek().map(|list| {
        let ask = Ask::get(&base, &format!("/v2/{list}")).query([("limit", "250")]).bearer(key);
        match &cursor {
            Some(cursor) => ask.query([("from", cursor.as_str())]),
            None => ask,
        }
    });
    Ok(Listing { found, next })
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Page {
    #[serde(rename = "_embedded")]
    embedded: Maybe<Members>,
    #[serde(rename = "_links")]
    links: Maybe<Links>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Members {
    payments: List<Document>,
    refunds: List<Back>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Links {
    next: Maybe<Link>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Link {
    href: Text,
}

impl Page {
    /// Payments to which something happened in the window, and those of refunds that were made then. When a refund failed is
    /// not said, so those that did are looked at again as long as they are listed.
    fn found(&self, window: Window) -> Vec<Found> {
        let within = |time: Option<Timestamp>| time.is_some_and(|time| window.from <= time && time < window.to);
        let Some(members) = &self.embedded.0 else { return Vec::new() };
        let payments = members.payments.0.iter().filter(|paid| within(paid.newest())).filter_map(|paid| paid.id.get());
        let failed = |back: &&Back| matches!(back.status.get(), Some("failed" | "canceled"));
        let refunds = members.refunds.0.iter().filter(|back| within(back.made()) || failed(back));
        let mut hints: Vec<Hint> =
            payments.chain(refunds.filter_map(|back| back.payment_id.get())).filter_map(hint).collect();
        hints.dedup();
        hints.into_iter().map(Found::Hint).collect()
    }

    fn oldest(&self) -> Option<Timestamp> {
        let members = self.embedded.0.as_ref()?;
        let payments = members.payments.0.iter().filter_map(Document::made);
        payments.chain(members.refunds.0.iter().filter_map(Back::made)).min()
    }

    /// The id that the next page begins with: only that is taken from the link.
    fn next(&self) -> Option<Id> {
        let href = self.links.0.as_ref()?.next.0.as_ref()?.href.owned()?;
        let (_, query) = href.split_once('?')?;
        let mut fields = form_urlencoded::parse(query.as_bytes());
        fields.find(|(name, _)| name == "from").and_then(|(_, from)| Id::parse(&from))
    }
}
