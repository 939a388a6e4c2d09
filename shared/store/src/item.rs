//! Attributes in and out, and the state of an order as one versioned, deflated attribute.

use std::collections::{BTreeMap, BTreeSet};

use aws_sdk_dynamodb::primitives::Blob;
use aws_sdk_dynamodb::types::AttributeValue;
use domain::ids::OrderId;
use domain::order::Order;
use domain::ports::{Handles, Stored, Unavailable};
use domain::waking::lane;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::calls::Item;

/// The version of ledger entries that this code writes, and the newest that it reads.
pub(crate) const VERSION: u32 = 1;

/// The same of orders' states: what older code would drop makes a new one. Since 2 they keep promises and what customers
/// say, since 3 what an order's content was and withdrawals, and baskets, which it would take for orders, since 4 returns,
/// and what of an order was back-ordered.
const STATE_VERSION: u32 = 4;

pub(crate) fn s(text: impl Into<String>) -> AttributeValue {
    AttributeValue::S(text.into())
}

pub(crate) fn n(number: impl std::fmt::Display) -> AttributeValue {
    AttributeValue::N(number.to_string())
}

pub(crate) fn text<'a>(item: &'a Item, name: &str) -> Option<&'a str> {
    item.get(name).and_then(|value| value.as_s().ok()).map(String::as_str)
}

pub(crate) fn number<T: std::str::FromStr>(item: &Item, name: &str) -> Option<T> {
    item.get(name).and_then(|value| value.as_n().ok()).and_then(|text| text.parse().ok())
}

pub(crate) fn time(item: &Item, name: &str) -> Option<Timestamp> {
    number(item, name).and_then(|millis| Timestamp::from_millisecond(millis).ok())
}

pub(crate) fn set(item: &Item, name: &str) -> BTreeSet<String> {
    item.get(name).and_then(|value| value.as_ss().ok()).into_iter().flatten().cloned().collect()
}

pub(crate) fn key(pk: impl Into<String>) -> Item {
    Item::from([("pk".to_owned(), s(pk))])
}

/// Deflates text for storage: an order's JSON becomes a fourth of its size, and so does its price.
pub(crate) fn deflate(bytes: &[u8]) -> AttributeValue {
    AttributeValue::B(Blob::new(miniz_oxide::deflate::compress_to_vec(bytes, 4)))
}

/// The opposite of `deflate`, bounded.
pub(crate) fn inflate(value: &AttributeValue) -> Option<Vec<u8>> {
    miniz_oxide::inflate::decompress_to_vec_with_limit(value.as_b().ok()?.as_ref(), 16 << 20).ok()
}

#[derive(Serialize)]
struct StateOut<'a> {
    v: u32,
    order: &'a Order,
    deliveries: &'a BTreeSet<String>,
}

#[derive(Deserialize)]
struct StateIn {
    v: u32,
    order: Order,
    deliveries: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Version {
    v: u32,
}

/// An order as an item.
pub(crate) fn from_stored(
    id: &OrderId,
    stored: &Stored,
    handles: &Handles,
    now: Timestamp,
) -> Result<Item, Unavailable> {
    let state = StateOut { v: STATE_VERSION, order: &stored.order, deliveries: &stored.deliveries };
    let state = serde_json::to_vec(&state).map_err(|_| Unavailable::new("the state", "it cannot be written"))?;
    let mut item = key(id.as_str());
    let mut put = |name: &str, value| item.insert(name.to_owned(), value);
    put("state", deflate(&state));
    put("v", n(stored.v));
    put("shop", s(&stored.shop));
    put("headline", s(handles.headline));
    put("updated_at", n(now.as_millisecond()));
    if let Some(at) = stored.wake_at {
        put("due", s(due_key(lane(id))));
        put("wake_at", n(at.as_millisecond()));
    }
    if let Some(placed_at) = handles.placed_at {
        put("placed_at", n(placed_at.as_millisecond()));
        put("month", s(placed_at.strftime("%Y-%m").to_string()));
    }
    if let Some(total) = handles.total {
        put("total", n(total.minor));
        put("currency", s(total.currency.code()));
    }
    if let Some(at) = handles.expires {
        put("expires", n(at.as_second()));
    }
    if let Some(customer) = &handles.customer {
        put("customer", s(customer));
    }
    Ok(item)
}

/// An item as an order; code that meets a newer state changes nothing and returns the message.
pub(crate) fn to_stored(item: &Item) -> Result<Stored, Unavailable> {
    let broken = || Unavailable::new("the state", "it cannot be read");
    let state = item.get("state").and_then(inflate).ok_or_else(broken)?;
    let read = serde_json::from_slice::<StateIn>(&state).ok().filter(|read| read.v <= STATE_VERSION);
    // Only of what cannot be read, or may mean something else by now, the version is asked by itself.
    let Some(StateIn { order, deliveries, .. }) = read else {
        let version: Version = serde_json::from_slice(&state).map_err(|_| broken())?;
        let newer = Unavailable::new("the state", "newer code wrote it: deploy that here too");
        return Err(if version.v > STATE_VERSION { newer } else { broken() });
    };
    Ok(Stored {
        shop: text(item, "shop").unwrap_or_default().to_owned(),
        order: order.into(),
        deliveries: deliveries.into(),
        wake_at: time(item, "wake_at"),
        v: number(item, "v").ok_or_else(broken)?,
    })
}

/// The partition key of a lane of the sparse index: there are several, so that no one of them is hot.
pub(crate) fn due_key(lane: usize) -> String {
    format!("due#{lane}")
}

/// Attributes by name, as builders take them.
#[expect(clippy::unnecessary_wraps, reason = "builders take options")]
pub(crate) fn values<const N: usize>(pairs: [(&str, AttributeValue); N]) -> Option<Item> {
    Some(pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// Names for attributes, so that no reserved word is ever met.
#[expect(clippy::unnecessary_wraps, reason = "builders take options")]
pub(crate) fn names(attributes: &[&str]) -> Option<std::collections::HashMap<String, String>> {
    let pairs: BTreeMap<_, _> = attributes.iter().map(|name| (format!("#{name}"), (*name).to_owned())).collect();
    Some(pairs.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(state: &str) -> Item {
        let mut item = key("id");
        item.extend([("state".to_owned(), deflate(state.as_bytes())), ("v".to_owned(), n(7))]);
        item
    }

    #[test]
    fn a_state_of_older_code_is_read_and_one_of_newer_code_is_left_alone() {
        for version in 1..=STATE_VERSION {
            let stored = to_stored(&item(&format!(r#"{{"v": {version}, "order": {{}}, "deliveries": ["d"]}}"#)));
            assert_eq!(stored.expect("readable").v, 7);
        }
        let newer = format!(r#"{{"v": {}, "orders": []}}"#, STATE_VERSION + 1);
        assert!(to_stored(&item(&newer)).is_err_and(|error| error.to_string().contains("newer code")));
    }
    #[test]
    fn a_basket_is_forgotten_and_is_in_no_month() {
        use testing::facts::{basket, checkout, order};
        let written = |fact, placed_at, expires| {
            let order = order([fact]).into();
            let deliveries = BTreeSet::new();
            let stored = Stored { shop: "demo".to_owned(), order, deliveries: deliveries.into(), wake_at: None, v: 1 };
            let handles = Handles { headline: "any", placed_at, total: None, customer: None, expires };
            let item = from_stored(&OrderId::new("demo", "1"), &stored, &handles, Timestamp::UNIX_EPOCH);
            let item = item.expect("an item");
            assert_eq!(to_stored(&item).expect("readable").order, stored.order);
            (number::<i64>(&item, "expires"), item.contains_key("month"))
        };
        let at = Timestamp::from_second(1_790_000_000).expect("in range");
        assert_eq!(written(basket().said(), None, Some(at)), (Some(1_790_000_000), false));
        assert_eq!(written(checkout().said(), Some(at), None), (None, true));
    }
}
