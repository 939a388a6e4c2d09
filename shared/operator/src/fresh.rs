//! A fresh order from raw deliveries, fact by fact, as `order-events` would fold them.

use std::collections::BTreeSet;

use domain::fact::{Fact, Source};
use domain::ids::OrderId;
use domain::order::{Key, Order};
use jiff::Timestamp;

use crate::read::Delivery;

/// One order that hears deliveries one after the other. What belongs to it is known by the names that it claims; what
/// comes too early waits, as if it were parked.
///
/// The deliveries are those of this order: which of several orders a shared name means is not decided again.
#[derive(Clone, Debug)]
pub struct Fresh {
    id: OrderId,
    order: Order,
    claimed: BTreeSet<Key>,
    waiting: Vec<(Source, Timestamp, Fact)>,
}

impl Fresh {
    /// An order that has heard nothing.
    pub fn new(id: &OrderId) -> Self {
        Self { id: id.clone(), order: Order::default(), claimed: BTreeSet::new(), waiting: Vec::new() }
    }

    /// Takes a delivery in.
    pub fn hear(&mut self, delivery: &Delivery) {
        let Ok(read) = &delivery.read else { return };
        for fact in &read.facts {
            let foreign = match fact {
                // Of several shops, the first one has the checkouts.
                Fact::Checkout(checkout) => {
                    read.shops.first().is_none_or(|shop| OrderId::new(shop, &checkout.id) != self.id)
                }
                _ => false,
            };
            if !foreign {
                self.waiting.push((read.source.clone(), delivery.kept.received_at, fact.clone()));
            }
        }
        while let Some(index) = self.waiting.iter().position(|(_, _, fact)| self.is_ours(fact)) {
            let (source, observed, fact) = self.waiting.remove(index);
            self.claimed.extend(fact.claims());
            self.order.fold(&source, observed, fact);
        }
    }

    fn is_ours(&self, fact: &Fact) -> bool {
        matches!(fact, Fact::Checkout(_)) || fact.sought().iter().any(|key| self.claimed.contains(key))
    }

    /// The order as it is.
    pub const fn order(&self) -> &Order {
        &self.order
    }

    /// The names under which it can be found.
    pub const fn claimed(&self) -> &BTreeSet<Key> {
        &self.claimed
    }

    /// How many facts wait for a name that nobody claimed.
    pub const fn waiting(&self) -> usize {
        self.waiting.len()
    }
}
