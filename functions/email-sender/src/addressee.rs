//! Whom a situation's mail goes to, and whether that address takes mail and may be asked for something.

use config::links::{CONFIRMATION, LIFE};
use config::parameters::Parameters;
use domain::ledger::{State, Suppression};
use domain::ports::{AddressKey, Hints, Mails, Unavailable};
use domain::situations::{About, Class, Situation};
use domain::view::View;
use email::ses::Sender;
use jiff::{SignedDuration, Timestamp};

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

/// Where a situation's mail leads: to the order's page, or, while nobody knows who reads it, to a page that only confirms.
pub(crate) async fn link<P: Parameters, M: Mails, S: Sender + Sync, H: Hints>(
    telling: &Telling<'_, P, M, S, H>,
    situation: &Situation,
    now: Timestamp,
) -> Result<String, Unavailable> {
    let links = telling.world.settings.links(now).await?;
    let pages = telling.world.pages.trim_end_matches('/');
    Ok(match &situation.about {
        About::Correction(id) => {
            // It ends when the situation does, however late the mail goes out.
            let token = links.confirmation(telling.order, id, situation.arose_at + CONFIRMATION);
            format!("{pages}/addresses/{token}")
        }
        _ => format!("{pages}/orders/{}", links.token(telling.order, now + LIFE)),
    })
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
