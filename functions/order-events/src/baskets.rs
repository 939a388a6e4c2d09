//! Baskets are people's who ordered nothing: they are kept only for shops that remind of them, and for a short time.

use std::borrow::Cow;

use config::parameters::Parameters;
use domain::fact::Fact;
use domain::kept::BASKETS;
use domain::ports::{DeadLetters, Hints, Keeping, Orders, ReadLedger, Unavailable};
use domain::view::View;
use jiff::Timestamp;

use crate::World;
use crate::decide::Shop;
use crate::understand::Understood;

/// A batch without the baskets of shops that remind nobody.
pub(crate) async fn wanted<'a, P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters>(
    world: &World<P, O, L, H, D>,
    understood: &'a [Understood],
    now: Timestamp,
) -> Result<Cow<'a, [Understood]>, Unavailable> {
    let mut all = Cow::Borrowed(understood);
    for (index, delivery) in understood.iter().enumerate() {
        // A basket is the first shop's, as an order is.
        let Some(shop) = delivery.shops.first().filter(|_| delivery.facts.iter().any(|fact| is_basket(fact))) else {
            continue;
        };
        if !Shop::read(&world.settings, shop, now).await?.policy().keeps_baskets() {
            all.to_mut()[index].facts.retain(|fact| !is_basket(fact));
        }
    }
    Ok(all)
}

fn is_basket(fact: &Fact) -> bool {
    fact.basket().is_some()
}

/// For how long a delivery is kept that something was folded from.
pub(crate) fn keeping(delivery: &Understood) -> Keeping {
    if delivery.facts.iter().all(|fact| is_basket(fact)) { Keeping::Basket } else { Keeping::Claimed }
}

/// When what is stored of a basket is forgotten; an order never is.
pub(crate) fn expires(view: &View<'_>) -> Option<Timestamp> {
    let heard = view.checkout.document.stamp.observed;
    view.basket().map(|_| heard.saturating_add(BASKETS).unwrap_or(Timestamp::MAX))
}
