//! Which order a fact belongs to: checkouts make theirs, everything else is looked up, or parked until it can be.

mod meant;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use bootstrap::metrics::{self, Metric};
use config::parameters::{Parameters, Read};
use domain::fact::{Fact, Source};
use domain::ids::OrderId;
use domain::kept::Kept;
use domain::ports::{DeadLetters, Found, Hints, Keeping, Link, LinkKey, Orders, ReadLedger, Stored, Unavailable};
use interpret::interpret;
use jiff::Timestamp;

use crate::World;
use crate::understand::Understood;

/// A fact and its order.
#[derive(Clone, Debug)]
pub(crate) struct Placed {
    /// The order that it belongs to.
    pub(crate) order: OrderId,
    /// Its shop.
    pub(crate) shop: String,
    /// Who says it.
    pub(crate) source: Source,
    /// When we got it.
    pub(crate) observed: Timestamp,
    /// What it says.
    pub(crate) fact: Arc<Fact>,
    /// The correlation id of the delivery that says it.
    pub(crate) delivery: String,
    /// The key of the raw delivery that it came from.
    pub(crate) digest: String,
    /// The message that it came with, or whose checkout found it parked.
    pub(crate) message: String,
    /// The message was received before: what it did then may have been cut short.
    pub(crate) again: bool,
}

/// A delivery that waits under a name for nothing any more, once its order is written.
#[derive(Clone, Debug)]
pub(crate) struct Waited {
    /// The name.
    pub(crate) link: LinkKey,
    /// The key of the raw delivery.
    pub(crate) digest: String,
    /// The message whose facts took it along.
    pub(crate) message: String,
}

/// Every fact of a batch with its order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    /// Facts that have an order.
    pub(crate) placed: Vec<Placed>,
    /// Orders as they were read.
    pub(crate) orders: BTreeMap<OrderId, Stored>,
    /// Raw deliveries that came back from where they were parked.
    pub(crate) recovered: Vec<Understood>,
    /// Where they were parked.
    pub(crate) waited: Vec<Waited>,
    /// Messages with a customer's word of an order that is not there.
    pub(crate) strangers: BTreeSet<String>,
}

/// Finds the order of every fact of a batch. Names are claimed before orders are written, so that whoever parks a fact
/// after that sees the order, and whoever parked one before is seen.
pub(crate) async fn places<P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters>(
    world: &World<P, O, L, H, D>,
    understood: &[Understood],
    now: Timestamp,
) -> Result<Places, Unavailable> {
    let mut search = Search { world, now, links: BTreeMap::new(), asked: BTreeSet::new(), places: Places::default() };
    let all: Vec<(&Understood, &Arc<Fact>)> =
        understood.iter().flat_map(|u| u.facts.iter().map(move |f| (u, f))).collect();
    search.read(&all).await?;
    // Each stage claims the names that the next one looks for.
    for stage in [Stage::Checkouts, Stage::OfOrders, Stage::OfParcels] {
        for (delivery, fact) in all.iter().filter(|(_, fact)| Stage::of(fact) == stage) {
            search.place(delivery, fact).await?;
        }
    }
    search.load().await?;
    Ok(search.places)
}

impl Places {
    /// Only a checkout makes an order: a word of an order that is not there, or not this shop's, is nobody's. Our page says
    /// only what it has read, so this is a mistake of ours, and its message comes back until it is in the dead-letter queue.
    fn refuse_strangers(&mut self) {
        let orders = &self.orders;
        let at_home = |placed: &Placed| orders.get(&placed.order).is_some_and(|stored| stored.shop == placed.shop);
        let strange = |placed: &Placed| matches!(*placed.fact, Fact::Customer(_)) && !at_home(placed);
        let (strangers, placed) = std::mem::take(&mut self.placed).into_iter().partition(strange);
        self.placed = placed;
        self.strangers = strangers.iter().map(|placed: &Placed| placed.message.clone()).collect();
        for order in strangers.iter().map(|placed| &placed.order) {
            tracing::error!(%order, "a customer's word of an order that is not this shop's: it goes back to the queue");
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Checkouts,
    OfOrders,
    OfParcels,
}

impl Stage {
    fn of(fact: &Fact) -> Self {
        match fact {
            Fact::Checkout(_) => Self::Checkouts,
            Fact::Payment(_) | Fact::Fulfilment(_) | Fact::Return(_) | Fact::Customer(_) => Self::OfOrders,
            Fact::Tracking(_) => Self::OfParcels,
        }
    }
}

struct Search<'w, P, O, L, H, D> {
    world: &'w World<P, O, L, H, D>,
    now: Timestamp,
    links: BTreeMap<LinkKey, Link>,
    /// Orders that were asked for: those that are not there are new.
    asked: BTreeSet<OrderId>,
    places: Places,
}

impl<P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters> Search<'_, P, O, L, H, D> {
    /// One read of all checkouts' orders and all names that the batch looks for or claims.
    async fn read(&mut self, all: &[(&Understood, &Arc<Fact>)]) -> Result<(), Unavailable> {
        let mut orders = BTreeSet::new();
        let mut links = BTreeSet::new();
        for (delivery, fact) in all {
            if let (Fact::Checkout(checkout), Some(shop)) = (fact.as_ref(), delivery.shops.first()) {
                orders.insert(OrderId::new(shop, &checkout.id));
            }
            for shop in &delivery.shops {
                let keys = fact.sought().into_iter().chain(fact.claims());
                links.extend(keys.map(|key| LinkKey { shop: shop.clone(), key }));
            }
        }
        let links: Vec<LinkKey> = links.into_iter().collect();
        let found = self.world.orders.find(&orders.iter().cloned().collect::<Vec<_>>(), &links).await?;
        self.take(found);
        self.asked = orders;
        Ok(())
    }

    fn take(&mut self, found: Found) {
        self.links.extend(found.links);
        self.places.orders.extend(found.orders);
    }

    /// Orders that were found by name, with their state.
    async fn load(&mut self) -> Result<(), Unavailable> {
        let missing: BTreeSet<OrderId> = self.places.placed.iter().map(|placed| placed.order.clone()).collect();
        let known = |id: &OrderId| self.asked.contains(id) || self.places.orders.contains_key(id);
        let missing: Vec<OrderId> = missing.into_iter().filter(|id| !known(id)).collect();
        if !missing.is_empty() {
            let found = self.world.orders.find(&missing, &[]).await?;
            self.take(found);
        }
        self.places.refuse_strangers();
        Ok(())
    }

    async fn place(&mut self, delivery: &Understood, fact: &Arc<Fact>) -> Result<(), Unavailable> {
        let mut orders = self.candidates(delivery, fact).await?;
        if orders.is_empty() {
            orders = self.park(delivery, fact).await?;
        }
        for (shop, order) in orders {
            self.put(delivery, fact, shop, order).await?;
        }
        Ok(())
    }

    /// Keeps the delivery, then parks it; whoever claims the name from then on finds it, and who already did is seen.
    async fn park(&mut self, delivery: &Understood, fact: &Fact) -> Result<Vec<(String, OrderId)>, Unavailable> {
        self.world.orders.keep(&[(&delivery.kept, Keeping::Parked)], self.now).await?;
        let mut orders = BTreeSet::new();
        let mut waited = Vec::new();
        for key in fact.sought() {
            for shop in &delivery.shops {
                let link = LinkKey { shop: shop.clone(), key: key.clone() };
                let there = self.world.orders.park(&link, &delivery.digest, self.now).await?;
                let before = self.links.insert(link.clone(), there.clone()).unwrap_or_default();
                let new = there.orders.into_iter().filter(|order| !before.orders.contains(order));
                orders.extend(new.map(|order| (shop.clone(), order)));
                waited.push(Waited { link, digest: delivery.digest.clone(), message: delivery.message.clone() });
            }
        }
        if orders.is_empty() {
            tracing::info!(delivery = delivery.kept.id, "a fact waits for its order");
            metrics::count(Metric::FactsParked, 1, self.now);
        } else {
            self.places.waited.extend(waited);
        }
        Ok(orders.into_iter().collect())
    }

    /// Claims the fact's names for its order, takes in what was parked under them, and notes the place.
    async fn put(
        &mut self,
        delivery: &Understood,
        fact: &Arc<Fact>,
        shop: String,
        order: OrderId,
    ) -> Result<(), Unavailable> {
        let again = delivery.receives > 1;
        self.places.placed.push(Placed {
            order: order.clone(),
            shop: shop.clone(),
            source: delivery.source.clone(),
            observed: delivery.kept.received_at,
            fact: fact.clone(),
            delivery: delivery.kept.id.clone(),
            digest: delivery.digest.clone(),
            message: delivery.message.clone(),
            again,
        });
        for key in fact.claims() {
            let link = LinkKey { shop: shop.clone(), key };
            let known = self.links.get(&link);
            // A redelivered linker looks again: it may have died between claiming and writing.
            if !again && known.is_some_and(|known| known.orders.contains(&order) && known.parked.is_empty()) {
                continue;
            }
            let there = self.world.orders.claim(&link, &order).await?;
            self.links.insert(link.clone(), there.clone());
            if !there.parked.is_empty() {
                Box::pin(self.recover(&link, &there.parked, delivery)).await?;
            }
        }
        Ok(())
    }

    /// Facts that waited for this name.
    async fn recover(
        &mut self,
        link: &LinkKey,
        digests: &BTreeSet<String>,
        finder: &Understood,
    ) -> Result<(), Unavailable> {
        let raw = self.world.orders.raw(digests).await?;
        let there: BTreeSet<String> = raw.iter().map(Kept::digest).collect();
        // What is not kept any more waits in vain.
        let mut done: Vec<String> = digests.difference(&there).cloned().collect();
        for kept in raw {
            let connection =
                self.world.settings.connection(&kept.family, &kept.connection, Read::Cached, self.now).await?;
            let Some(read) = connection.and_then(|connection| interpret(&kept, &connection).ok()) else {
                tracing::warn!(delivery = kept.id, "a parked delivery cannot be read: it stays parked");
                continue;
            };
            // It lives and fails with the message that found it.
            let read = Understood::new(kept, read);
            let read = Understood { message: finder.message.clone(), receives: finder.receives, ..read };
            if self.take_in(link, &read).await? {
                done.push(read.digest.clone());
            }
            self.places.recovered.push(read);
        }
        let message = &finder.message;
        let waited = |digest| Waited { link: link.clone(), digest, message: message.clone() };
        self.places.waited.extend(done.into_iter().map(waited));
        Ok(())
    }

    /// Places the facts of a delivery that waited under a name; false if one of them goes on waiting.
    async fn take_in(&mut self, link: &LinkKey, read: &Understood) -> Result<bool, Unavailable> {
        let mut all = true;
        for fact in read.facts.iter().filter(|fact| fact.sought().contains(&link.key)) {
            // The name may be several orders' by now: nobody guesses here either.
            let meant = self.candidates(read, fact).await?;
            all &= !meant.is_empty();
            for (shop, order) in meant {
                let known = |p: &Placed| p.order == order && p.digest == read.digest && p.fact == *fact;
                if !self.places.placed.iter().any(known) {
                    self.put(read, fact, shop, order).await?;
                }
            }
        }
        Ok(all)
    }
}
