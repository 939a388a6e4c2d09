//! Whom a situation's mail goes to, and whether that address takes mail and may be asked for something.

use config::links::{CONFIRMATION, LIFE, STOPPING};
use config::parameters::Parameters;
use domain::ledger::{State, Suppression};
use domain::ports::{AddressKey, Hints, Mails, Stored, Unavailable};
use domain::situations::{About, Class, Situation};
use domain::view::View;
use email::Leads;
use email::ses::Sender;
use jiff::{SignedDuration, Timestamp};

use crate::World;
use crate::tell::Telling;

/// Why the address of a situation's mail is suppressed, if it is.
pub(crate) async fn suppressed<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
    situation: &Situation,
    now: Timestamp,
) -> Result<Option<Suppression>, Unavailable> {
    let About::Correction(id) = &situation.about else { return Ok(telling.suppressed) };
    let mut proved = telling.stored.order.customer.proved();
    let Some((_, correction)) = proved.find(|(one, _)| one.id == *id) else { return Ok(None) };
    let people = telling.world.settings.people(now).await?;
    let shop = &telling.stored.shop;
    let address = AddressKey { shop: shop.clone(), hash: people.hash(shop, &correction.with) };
    Ok(telling.world.mails.look(telling.order, &[], Some(&address)).await?.suppressed)
}

/// Notes the addresses of those who want no more questions, whatever order's mail they said so in; answers with what is known
/// of the order's own address then. The order's address may be another one by now: who stopped is who read the mail.
pub(crate) async fn heed<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    world: &World<P, M, S, H>,
    stored: &Stored,
    own: Option<&AddressKey>,
    known: Option<Suppression>,
) -> Result<Option<Suppression>, Unavailable> {
    let mut known = known;
    for (hash, at) in stored.order.customer.stopped.iter().filter(|(hash, _)| !hash.is_empty()) {
        let address = AddressKey { shop: stored.shop.clone(), hash: hash.clone() };
        let is_own = own == Some(&address);
        if is_own && known.is_some() {
            continue;
        }
        world.mails.suppress(&address, Suppression::OptedOut, at.0).await?;
        tracing::info!(shop = stored.shop, "an address wants no more questions of this shop");
        known = known.or(is_own.then_some(Suppression::OptedOut));
    }
    Ok(known)
}

/// Where a situation's mail leads: to the order's page, or, while nobody knows who reads it, to a page that only confirms;
/// and, of a mail that asks for something, to where that is stopped.
pub(crate) async fn leads<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
    situation: &Situation,
    view: &View<'_>,
    now: Timestamp,
) -> Result<Leads, Unavailable> {
    let (settings, shop) = (&telling.world.settings, &telling.stored.shop);
    let links = settings.links(now).await?;
    let pages = telling.world.pages.trim_end_matches('/');
    let page = match &situation.about {
        About::Correction(id) => {
            // It ends when the situation does, however late the mail goes out.
            let token = links.confirmation(telling.order, id, situation.arose_at + CONFIRMATION);
            format!("{pages}/addresses/{token}")
        }
        _ => format!("{pages}/orders/{}", links.token(telling.order, now + LIFE)),
    };
    let way_out = match view.email().filter(|_| situation.kind.class() == Class::Feedback) {
        Some(email) => {
            let hash = settings.people(now).await?.hash(shop, email);
            Some(format!("{pages}/unsubscribe/{}", links.stop(telling.order, &hash, now + STOPPING)))
        }
        None => None,
    };
    Ok(Leads { page, stop: way_out })
}

/// Whether a mail that asks its customer for something may go: at most one in so many days, of all orders of a shop. What may
/// not ends in the ledger with its reason.
pub(crate) async fn may_ask<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
    situation: &Situation,
    view: &View<'_>,
    now: Timestamp,
) -> Result<bool, Unavailable> {
    let Some(email) = view.email().filter(|_| situation.kind.class() == Class::Feedback) else { return Ok(true) };
    let (world, shop) = (telling.world, &telling.stored.shop);
    let people = world.settings.people(now).await?;
    let address = AddressKey { shop: shop.clone(), hash: people.hash(shop, email) };
    let days = telling.shop.ask_every_days;
    let since = now.saturating_sub(SignedDuration::from_hours(24 * i64::from(days))).unwrap_or(Timestamp::MIN);
    if world.mails.ask(&address, &situation.intent, since, now).await? {
        return Ok(true);
    }
    let (intent, kind) = (&situation.intent, situation.kind);
    let why = format!("the customer was asked within {days} days");
    tracing::info!(%intent, kind = kind.name(), why, "not told");
    world.mails.note(intent, kind, &State::Held { reason: why.clone() }, &why, now).await?;
    Ok(false)
}
