//! Orders, links and raw deliveries.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::fact::Source;
use domain::ids::OrderId;
use domain::kept::Kept;
use domain::order::Order;
use domain::ports::{Found, Handles, Keeping, Link, LinkKey, Orders, Stored, Unavailable, Written};
use domain::silence::{DAYS, hour};
use jiff::Timestamp;

use super::{Data, Row, Tables};

/// A name takes no more than so many parked facts.
const MOST_PARKED: usize = 50;

impl Orders for Tables {
    async fn find(&self, orders: &[OrderId], links: &[LinkKey]) -> Result<Found, Unavailable> {
        if orders.is_empty() && links.is_empty() {
            return Ok(Found::default());
        }
        let find = || {
            let data = self.data();
            Found {
                orders: orders.iter().filter_map(|id| Some((id.clone(), data.stored(id)?))).collect(),
                links: links.iter().filter_map(|key| Some((key.clone(), data.links.get(key)?.clone()))).collect(),
            }
        };
        self.faults.call("BatchGetItem orders", find).await
    }

    async fn write(
        &self,
        id: &OrderId,
        stored: &Stored,
        handles: &Handles,
        read: Option<u64>,
        _now: Timestamp,
    ) -> Result<Written, Unavailable> {
        self.faults.call("PutItem order", || self.data().write(id, stored, handles, read)).await
    }

    async fn claim(&self, link: &LinkKey, order: &OrderId) -> Result<Link, Unavailable> {
        let claim = || {
            let mut data = self.data();
            let there = data.links.entry(link.clone()).or_default();
            there.orders.insert(order.clone());
            there.clone()
        };
        self.faults.call("UpdateItem claim", claim).await
    }

    async fn park(&self, link: &LinkKey, delivery: &str, _now: Timestamp) -> Result<Link, Unavailable> {
        let park = || {
            let mut data = self.data();
            let there = data.links.entry(link.clone()).or_default();
            if there.parked.len() < MOST_PARKED {
                there.parked.insert(delivery.to_owned());
            }
            there.clone()
        };
        self.faults.call("UpdateItem park", park).await
    }

    async fn unpark(&self, link: &LinkKey, deliveries: &BTreeSet<String>) -> Result<(), Unavailable> {
        if deliveries.is_empty() {
            return Ok(());
        }
        let unpark = || {
            let mut data = self.data();
            let there = data.links.entry(link.clone()).or_default();
            there.parked.retain(|parked| !deliveries.contains(parked));
        };
        self.faults.call("UpdateItem unpark", unpark).await
    }

    async fn heard(&self, source: &Source, now: Timestamp) -> Result<(), Unavailable> {
        let hour = hour(now);
        // A table of one process, so to speak.
        if self.data().heard.get(source).is_some_and(|hours| hours.contains(&hour)) {
            return Ok(());
        }
        let note = || {
            self.data().heard.entry(source.clone()).or_default().insert(hour);
        };
        self.faults.call("UpdateItem heard", note).await
    }

    async fn hours(&self, source: &Source, now: Timestamp) -> Result<BTreeSet<i64>, Unavailable> {
        let recent = |hours: &BTreeSet<i64>| hours.range(hour(now) - DAYS * 24 + 1..).copied().collect();
        let read = || self.data().heard.get(source).map(recent).unwrap_or_default();
        self.faults.call("BatchGetItem heard", read).await
    }

    async fn keep(&self, kept: &[(&Kept, Keeping)], _now: Timestamp) -> Result<(), Unavailable> {
        if kept.is_empty() {
            return Ok(());
        }
        let keep = || {
            let mut data = self.data();
            for (kept, keeping) in kept {
                data.raw.insert(kept.digest(), ((*kept).clone(), keeping.clone()));
            }
        };
        self.faults.call("BatchWriteItem raw", keep).await
    }

    async fn raw(&self, digests: &BTreeSet<String>) -> Result<Vec<Kept>, Unavailable> {
        if digests.is_empty() {
            return Ok(Vec::new());
        }
        let raw = || {
            let data = self.data();
            let there = digests.iter().filter_map(|digest| data.raw.get(digest));
            there.map(|(kept, _)| kept.clone()).collect()
        };
        self.faults.call("BatchGetItem raw", raw).await
    }
}

impl Data {
    /// A state as it is read again: what does not survive being written does not survive here either.
    fn written(&mut self, order: &Arc<Order>) -> Arc<Order> {
        self.writes += 1;
        if self.lean > 1 && !self.writes.is_multiple_of(self.lean) {
            return order.clone();
        }
        let text = serde_json::to_string(order.as_ref()).expect("a state can be written");
        Arc::new(serde_json::from_str(&text).expect("a state can be read"))
    }

    fn write(&mut self, id: &OrderId, stored: &Stored, handles: &Handles, read: Option<u64>) -> Written {
        if self.orders.get(id).map(|there| there.v) != read {
            return Written::Conflict(self.stored(id).map(Box::new));
        }
        let row = Row {
            shop: stored.shop.clone(),
            order: self.written(&stored.order),
            deliveries: stored.deliveries.clone(),
            wake_at: stored.wake_at,
            v: stored.v,
            handles: handles.clone(),
        };
        let woken_at = self.orders.get(id).and_then(|there| there.wake_at);
        self.index(id, woken_at, row.wake_at);
        self.orders.insert(id.clone(), row);
        Written::Done
    }
}
