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
use crate::pages;

/// An order is some 5 KB, and plug-ins add what they like.
const PAGE: &str = "50";

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

    /// By place and not by page, in the order of ids, which never changes.
    fn changed(&self, window: Window, got: &[Answered], talk: &Talk<'_>) -> Option<Result<Listing, Stuck>> {
        ["site", "consumer_key", "consumer_secret"]
            .into_iter()
            .try_for_each(|name| talk.settings.own(name).map(drop))?;
        Some(list(pages::whole_seconds(window), got, talk.settings))
    }
}

fn list(window: Window, got: &[Answered], settings: &Settings) -> Result<Listing, Stuck> {
    let mut found = Vec::new();
    let mut pages = Vec::new();
    for answer in got {
        if !answer.is_there() {
            return Err(Stuck::misread("orders"));
        }
        let orders: Vec<&RawValue> = answer.json("orders")?;
        // A cache may have dropped the header.
        let total = answer.headers.get("x-wp-total").and_then(|total| total.to_str().ok()?.parse().ok());
        pages.push((orders.len(), total));
        found = orders.iter().map(|order| Found::Delivery(order.get().as_bytes().to_vec())).collect();
    }
    let again = matches!(got, [.., before, newest] if before.body == newest.body);
    let Some(place) = pages::next(pages).filter(|_| !again) else { return Ok(Listing { found, next: None }) };
    // Neither end is part of what they list.
    let (after, until) = (written(window.from.as_second() - 1), written(window.to.as_second()));
    let next = ask(settings, "orders")?
        .query([
            ("modified_after", &*after),
            ("modified_before", &*until),
            ("dates_are_gmt", "true"),
            ("status", "any"),
        ])
        .query([("orderby", "id"), ("order", "asc"), ("per_page", PAGE), ("offset", &*place.to_string())]);
    Ok(Listing { found, next: Some(next) })
}

/// Without a zone, as they write times.
fn written(second: i64) -> String {
    let moment = Timestamp::from_second(second).unwrap_or_default();
    moment.to_zoned(TimeZone::UTC).strftime("%Y-%m-%dT%H:%M:%S").to_string()
}

fn ask(settings: &Settings, path: &str) -> Result<Ask, Stuck> {
    let base = Base::own(settings, "site")?;
    let own = |name: &str| settings.own(name).ok_or_else(|| Stuck::without(name));
    Ok(Ask::get(&base, &format!("/wp-json/wc/v3/{path}")).basic(own("consumer_key")?, own("consumer_secret")?))
}
