//! The REST API: an order by its id, and those that changed, each as its webhook would send it.
//!
//! <https://woocommerce.github.io/woocommerce-rest-api-docs/#list-all-orders>

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::value::RawValue;
use webhooks::hint::Hint;
use webhooks::settings::Settings;
use webhooks::source::{Answered, Ask, Base, Found, Listing, Source, Step, Stuck, Talk, Window};

use super::WooCommerce;

/// An order is some 5 KB, and plug-ins add what they like.
const PAGE: usize = 50;

impl Source for WooCommerce {
    fn name(&self) -> &'static str {
        "woocommerce"
    }

    fn fetch(&self, hint: &Hint, got: &[Answered], talk: &Talk<'_>) -> Result<Step, Stuck> {
        match got.first() {
            _ if hint.what != "order" => Ok(Step::Gone),
            None => ask(talk.settings, &format!("orders/{}", hint.id(0))).map(Step::Ask),
            Some(answer) if !answer.is_there() => Ok(Step::Gone),
            Some(answer) => {
                answer.json::<&RawValue>("order")?;
                Ok(Step::Done(vec![answer.body.reveal().clone()]))
            }
        }
    }

    /// Newest order first, as they list by default, and without an upper bound: an order that changes while pages are turned
    /// is added, and shifts none out of sight.
    fn changed(&self, window: Window, got: &[Answered], talk: &Talk<'_>) -> Option<Result<Listing, Stuck>> {
        ["site", "consumer_key", "consumer_secret"]
            .into_iter()
            .try_for_each(|name| talk.settings.own(name).map(drop))?;
        Some(list(window, got, talk.settings))
    }
}

fn list(window: Window, got: &[Answered], settings: &Settings) -> Result<Listing, Stuck> {
    let mut found = Vec::new();
    if let Some((newest, before)) = got.split_last() {
        if !newest.is_there() {
            return Err(Stuck::misread("orders"));
        }
        let orders: Vec<&RawValue> = newest.json("orders")?;
        let again = before.last().is_some_and(|page| page.body == newest.body);
        found = orders.iter().map(|order| Found::Delivery(order.get().as_bytes().to_vec())).collect();
        // A cache may have dropped the header.
        let pages = newest.headers.get("x-wp-totalpages").and_then(|pages| pages.to_str().ok()?.parse::<usize>().ok());
        let last = pages.map_or(orders.len() < PAGE || again, |pages| got.len() >= pages);
        if last {
            return Ok(Listing { found, next: None });
        }
    }
    let (page, size) = ((got.len() + 1).to_string(), PAGE.to_string());
    let after = before(window.from);
    let fields = [("modified_after", &*after), ("dates_are_gmt", "true"), ("status", "any")];
    let next = ask(settings, "orders")?.query(fields).query([("per_page", &*size), ("page", &*page)]);
    Ok(Listing { found, next: Some(next) })
}

/// The second before, since theirs is not part of it; without a zone, as they write times.
fn before(moment: Timestamp) -> String {
    let second = Timestamp::from_second(moment.as_second().saturating_sub(1)).unwrap_or(moment);
    second.to_zoned(TimeZone::UTC).strftime("%Y-%m-%dT%H:%M:%S").to_string()
}

fn ask(settings: &Settings, path: &str) -> Result<Ask, Stuck> {
    let base = Base::own(settings, "site")?;
    let own = |name: &str| settings.own(name).ok_or_else(|| Stuck::without(name));
    Ok(Ask::get(&base, &format!("/wp-json/wc/v3/{path}")).basic(own("consumer_key")?, own("consumer_secret")?))
}
