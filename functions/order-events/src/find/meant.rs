//! Which of the orders that a fact's names lead to it belongs to.

use std::collections::BTreeMap;

use config::parameters::Parameters;
use domain::fact::{Document, Fact, Payment, Reference};
use domain::ids::OrderId;
use domain::ports::{DeadLetters, Hints, LinkKey, Orders, ReadLedger, Unavailable};

use super::Search;
use crate::understand::Understood;

impl<P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters> Search<'_, P, O, L, H, D> {
    /// The orders that a fact can belong to, by the names that are claimed.
    pub(super) async fn candidates(
        &self,
        delivery: &Understood,
        fact: &Fact,
    ) -> Result<Vec<(String, OrderId)>, Unavailable> {
        if let Fact::Checkout(checkout) = fact {
            let shop = delivery.shops.first().cloned();
            return Ok(shop.map(|shop| (shop.clone(), OrderId::new(&shop, &checkout.id))).into_iter().collect());
        }
        if let Fact::Customer(word) = fact {
            // Our own page said it, of an order that it had read.
            return Ok(delivery.shops.first().map(|shop| (shop.clone(), word.order.clone())).into_iter().collect());
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
            Fact::Fulfilment(fulfilment) if found.len() > 1 => Ok(exact(&fulfilment.references, found)),
            Fact::Return(back) if found.len() > 1 => Ok(exact(&back.references, found)),
            _ => Ok(found),
        }
    }

    /// Of several orders that a payment's reference can mean (an id of one, the number of another), the one whose total
    /// it is, then the one whose number it is; if that leaves several, nobody guesses.
    async fn meant(
        &self,
        payment: &Payment,
        mut found: Vec<(String, OrderId)>,
    ) -> Result<Vec<(String, OrderId)>, Unavailable> {
        // A checkout of this very batch is not stored yet.
        let news: BTreeMap<&OrderId, &Document> =
            self.places.placed.iter().filter_map(|placed| Some((&placed.order, document_of(&placed.fact)?))).collect();
        let known = |id: &OrderId| news.contains_key(id) || self.places.orders.contains_key(id);
        let missing: Vec<OrderId> = found.iter().map(|(_, id)| id.clone()).filter(|id| !known(id)).collect();
        let read = self.world.orders.find(&missing, &[]).await?.orders;
        let stored = |id: &OrderId| {
            let stored = self.places.orders.get(id).or_else(|| read.get(id))?;
            stored.order.checkout().map(|checkout| &checkout.document.value)
        };
        let document = |id: &OrderId| news.get(id).copied().or_else(|| stored(id));
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
}

/// Of several orders, those whose id is named, not their number.
fn exact(references: &[Reference], mut found: Vec<(String, OrderId)>) -> Vec<(String, OrderId)> {
    let named = |shop: &str, order: &OrderId| {
        references.iter().any(|r| matches!(r, Reference::Order(id) if *order == OrderId::new(shop, id)))
    };
    found.retain(|(shop, order)| named(shop, order));
    found
}

fn document_of(fact: &Fact) -> Option<&Document> {
    match fact {
        Fact::Checkout(checkout) => Some(&checkout.document),
        _ => None,
    }
}
