//! Which order a fact belongs to: checkouts make theirs, everything else is looked up, or parked until it can be.

use std::collections::{BTreeMap, BTreeSet};

use bootstrap::metrics::{self, Metric};
use config::parameters::{Parameters, Read};
use domain::fact::{Fact, Payment, Reference, Source};
use domain::ids::OrderId;
use domain::ports::{DeadLetters, Found, Hints, Keeping, Link, LinkKey, Orders, ReadLedger, Stored, Unavailable};
use jiff::Timestamp;

use crate::World;
use crate::understand::{Understood, interpret};

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
    pub(crate) fact: Fact,
    /// The correlation id of the delivery that says it.
    pub(crate) delivery: String,
    /// The key of the raw delivery that it came from.
    pub(crate) digest: String,
    /// The message that it came with, or whose checkout found it parked.
    pub(crate) message: String,
    /// The message was received before: what it did then may have been cut short.
    pub(crate) again: bool,
    /// Where it was parked, to be taken off when its order is written.
    pub(crate) parked: Option<LinkKey>,
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
}

/// Finds the order of every fact of a batch. Names are claimed before orders are written, so that whoever parks a fact
/// after that sees the order, and whoever parked one before is seen.
pub(crate) async fn places<P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters>(
    world: &World<P, O, L, H, D>,
    understood: &[Understood],
    now: Timestamp,
) -> Result<Places, Unavailable> {
    let mut search = Search { world, now, links: BTreeMap::new(), places: Places::default() };
    let all: Vec<(&Understood, &Fact)> = understood.iter().flat_map(|u| u.facts.iter().map(move |f| (u, f))).collect();
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
            Fact::Payment(_) | Fact::Fulfilment(_) => Self::OfOrders,
            Fact::Tracking(_) => Self::OfParcels,
        }
    }
}

struct Search<'w, P, O, L, H, D> {
    world: &'w World<P, O, L, H, D>,
    now: Timestamp,
    links: BTreeMap<LinkKey, Link>,
    places: Places,
}

impl<P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters> Search<'_, P, O, L, H, D> {
    /// One read of all checkouts' orders and all names that the batch looks for or claims.
    async fn read(&mut self, all: &[(&Understood, &Fact)]) -> Result<(), Unavailable> {
        let mut orders = BTreeSet::new();
        let mut links = BTreeSet::new();
        for (delivery, fact) in all {
            if let (Fact::Checkout(checkout), Some(shop)) = (fact, delivery.shops.first()) {
                orders.insert(OrderId::new(shop, &checkout.id));
            }
            for shop in &delivery.shops {
                let keys = fact.sought().into_iter().chain(fact.claims());
                links.extend(keys.map(|key| LinkKey { shop: shop.clone(), key }));
            }
        }
        let links: Vec<LinkKey> = links.into_iter().collect();
        let found = self.world.orders.find(&orders.into_iter().collect::<Vec<_>>(), &links).await?;
        self.take(found);
        Ok(())
    }

    fn take(&mut self, found: Found) {
        self.links.extend(found.links);
        self.places.orders.extend(found.orders);
    }

    /// Orders that were found by name, with their state.
    async fn load(&mut self) -> Result<(), Unavailable> {
        let missing: BTreeSet<OrderId> = self.places.placed.iter().map(|placed| placed.order.clone()).collect();
        let missing: Vec<OrderId> = missing.into_iter().filter(|id| !self.places.orders.contains_key(id)).collect();
        if !missing.is_empty() {
            let found = self.world.orders.find(&missing, &[]).await?;
            self.take(found);
        }
        Ok(())
    }

    async fn place(&mut self, delivery: &Understood, fact: &Fact) -> Result<(), Unavailable> {
        let mut orders = self.candidates(delivery, fact).await?;
        if orders.is_empty() {
            orders = self.park(delivery, fact).await?;
        }
        for (shop, order) in orders {
            self.put(delivery, fact, shop, order, None).await?;
        }
        Ok(())
    }

    async fn candidates(&mut self, delivery: &Understood, fact: &Fact) -> Result<Vec<(String, OrderId)>, Unavailable> {
        if let Fact::Checkout(checkout) = fact {
            let shop = delivery.shops.first().cloned();
            return Ok(shop.map(|shop| (shop.clone(), OrderId::new(&shop, &checkout.id))).into_iter().collect());
        }
        let mut found: Vec<(String, OrderId)> = Vec::new();
        for key in fact.sought() {
            let sure = !key.0.starts_with("order:");
            for shop in &delivery.shops {
                let link = LinkKey { shop: shop.clone(), key: key.clone() };
                let orders = self.links.get(&link).into_iter().flat_map(|link| &link.orders);
                found.extend(orders.map(|order| (shop.clone(), order.clone())));
            }
            if sure && !found.is_empty() && matches!(fact, Fact::Payment(_)) {
                break;
            }
        }
        found.sort();
        found.dedup();
        match fact {
            Fact::Payment(payment) if found.len() > 1 => self.meant(payment, found).await,
            Fact::Fulfilment(fulfilment) if found.len() > 1 => {
                let exact = |(shop, order): &(String, OrderId)| {
                    fulfilment
                        .references
                        .iter()
                        .any(|r| matches!(r, Reference::Order(id) if *order == OrderId::new(shop, id)))
                };
                found.retain(exact);
                Ok(found)
            }
            _ => Ok(found),
        }
    }

    /// Of several orders that a payment's reference can mean (an id of one, the number of another), the one whose total
    /// it is, then the one whose number it is; if that leaves several, nobody guesses.
    async fn meant(
        &mut self,
        payment: &Payment,
        mut found: Vec<(String, OrderId)>,
    ) -> Result<Vec<(String, OrderId)>, Unavailable> {
        let missing: Vec<OrderId> =
            found.iter().map(|(_, id)| id.clone()).filter(|id| !self.places.orders.contains_key(id)).collect();
        let read = self.world.orders.find(&missing, &[]).await?;
        self.take(read);
        let document =
            |id: &OrderId| self.places.orders.get(id).and_then(|s| s.order.checkout()).map(|c| &c.document.value);
        let amount = payment.captured.or(payment.amount);
        let pays =
            |(_, id): &(String, OrderId)| document(id).zip(amount).is_some_and(|(d, money)| d.money(d.total) == money);
        let named = |(_, id): &(String, OrderId)| {
            let names =
                |number: &str| payment.references.iter().any(|r| matches!(r, Reference::Order(n) if n == number));
            document(id).is_some_and(|document| names(&document.number))
        };
        for keep in [&pays as &dyn Fn(&(String, OrderId)) -> bool, &named] {
            if found.len() > 1 && found.iter().any(keep) {
                found.retain(keep);
            }
        }
        if found.len() > 1 {
            tracing::warn!(orders = ?found, "a payment's reference can mean several orders: it is parked, not guessed");
            found.clear();
        }
        Ok(found)
    }

    /// Keeps the delivery, then parks it; whoever claims the name from then on finds it, and who already did is seen.
    async fn park(&mut self, delivery: &Understood, fact: &Fact) -> Result<Vec<(String, OrderId)>, Unavailable> {
        self.world.orders.keep(&[(delivery.kept.clone(), Keeping::Parked)], self.now).await?;
        let mut orders = BTreeSet::new();
        for key in fact.sought() {
            for shop in &delivery.shops {
                let link = LinkKey { shop: shop.clone(), key: key.clone() };
                let there = self.world.orders.park(&link, &delivery.digest, self.now).await?;
                let before = self.links.insert(link, there.clone()).unwrap_or_default();
                let new = there.orders.into_iter().filter(|order| !before.orders.contains(order));
                orders.extend(new.map(|order| (shop.clone(), order)));
            }
        }
        if orders.is_empty() {
            tracing::info!(delivery = delivery.kept.id, "a fact waits for its order");
            metrics::count(Metric::FactsParked, 1, self.now);
        }
        Ok(orders.into_iter().collect())
    }

    /// Claims the fact's names for its order, takes in what was parked under them, and notes the place.
    async fn put(
        &mut self,
        delivery: &Understood,
        fact: &Fact,
        shop: String,
        order: OrderId,
        parked: Option<LinkKey>,
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
            parked,
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
                Box::pin(self.recover(&link, &there.parked, &order, delivery)).await?;
            }
        }
        Ok(())
    }

    /// Facts that waited for this name.
    async fn recover(
        &mut self,
        link: &LinkKey,
        digests: &BTreeSet<String>,
        order: &OrderId,
        finder: &Understood,
    ) -> Result<(), Unavailable> {
        for kept in self.world.orders.raw(digests).await? {
            let connection =
                self.world.settings.connection(&kept.family, &kept.connection, Read::Cached, self.now).await?;
            let Some(read) = connection.and_then(|connection| interpret(&kept, &connection).ok()) else {
                tracing::warn!(delivery = kept.id, "a parked delivery cannot be read: it stays parked");
                continue;
            };
            // It lives and fails with the message that found it.
            let read = Understood { message: finder.message.clone(), receives: finder.receives, ..read };
            for fact in read.facts.iter().filter(|fact| fact.sought().contains(&link.key)) {
                let known =
                    self.places.placed.iter().any(|p| p.order == *order && p.digest == read.digest && p.fact == *fact);
                if !known {
                    self.put(&read, fact, link.shop.clone(), order.clone(), Some(link.clone())).await?;
                }
            }
            self.places.recovered.push(read);
        }
        Ok(())
    }
}
