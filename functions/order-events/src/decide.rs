//! What customers should hear of an order as it is now, and when to look again.

use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use bootstrap::metrics::{self, Metric};
use config::keys::People;
use config::parameters::Parameters;
use config::settings::Settings;
use domain::ids::{IntentId, OrderId};
use domain::order::Order;
use domain::policy::Policy;
use domain::ports::{AddressKey, DeadLetters, Handles, Hints, Orders, ReadLedger, Stored, Unavailable};
use domain::situations::{Kind, Situation, Verdict};
use domain::sleep;
use domain::table::Table;
use domain::view::View;
use jiff::{SignedDuration, Timestamp};
use queue::sqs::LONGEST_DELAY;

use crate::World;
use crate::baskets::expires;

/// When a mail should have gone, this much later somebody looks whether it did: a lost hint is never a lost mail.
pub(crate) const NET: SignedDuration = SignedDuration::from_mins(15);

/// So long somebody makes sure that who wants no more questions gets none.
const HEEDED: SignedDuration = SignedDuration::from_hours(24);

/// When the clock comes by next, at the latest.
const SOON: SignedDuration = SignedDuration::from_mins(2);

/// A shop's decisions, and the key of its people.
#[derive(Clone, Debug)]
pub(crate) struct Shop {
    shop: Arc<domain::shop::Shop>,
    people: People,
}

impl Shop {
    /// Reads them. A shop without settings is nobody's: what is known of it waits in the queue.
    pub(crate) async fn read(
        settings: &Settings<impl Parameters>,
        name: &str,
        now: Timestamp,
    ) -> Result<Self, Unavailable> {
        let shop: Option<Arc<domain::shop::Shop>> = settings.shop(name, now).await?;
        let Some(shop) = shop else {
            tracing::error!(
                shop = name,
                "a connection serves a shop that has no settings: put its parameter shops/{name}"
            );
            return Err(Unavailable::new("the shop's settings", "there are none"));
        };
        Ok(Self { shop, people: settings.people(now).await? })
    }

    /// Its decisions.
    pub(crate) fn policy(&self) -> &Policy {
        self.shop.policy()
    }

    /// Where the customer's suppression is noted.
    pub(crate) fn address(&self, stored: &Stored) -> Option<AddressKey> {
        let email = stored.order.email()?;
        Some(AddressKey { shop: stored.shop.clone(), hash: self.people.hash(&stored.shop, email) })
    }
}

/// What follows from an order's facts.
#[derive(Clone, Debug)]
pub(crate) struct Decided {
    /// Figures beside the state.
    pub(crate) handles: Handles,
    /// Every intent of the order that the ledger may know, if the sender should look.
    pub(crate) intents: Vec<IntentId>,
    /// The customer's address.
    pub(crate) address: Option<AddressKey>,
    /// When the sender should look, if something became due that was not before.
    pub(crate) look_at: Option<Timestamp>,
}

/// Compares what is to be told now with what was before, sets the time to wake, and says whether to hint.
pub(crate) async fn decide<P: Parameters, O: Orders, L: ReadLedger, H: Hints, D: DeadLetters>(
    world: &World<P, O, L, H, D>,
    shop: &Shop,
    id: &OrderId,
    before: Option<&Order>,
    stored: &mut Stored,
    again: bool,
    now: Timestamp,
) -> Result<Decided, Unavailable> {
    let table = Table::new(id, &stored.order, shop.policy(), now);
    let untold = table.as_ref().map(Table::untold).unwrap_or_default();
    let may_come_true = |one: &Situation| {
        matches!(one.kind, Kind::NumberChanged | Kind::Edited | Kind::BackOrdered) || one.intent.is_successor()
    };
    // What was told can make these true, too: another number, another content or less in stock than the mail told, a mail
    // that came back.
    let all = if untold.situations().iter().any(may_come_true) {
        // For the others it only takes away, which the sender finds out.
        let told = world.ledger.entries(&came(untold.situations(), now)).await?;
        table.as_ref().map(|table| table.told(untold, &told)).unwrap_or_default()
    } else {
        untold.into_situations()
    };
    // Of what is due later it does not matter whether it was known before.
    let soon = tells(&all).filter(|(_, not_before)| not_before.duration_since(now) <= LONGEST_DELAY);
    let kinds: BTreeSet<Kind> = soon.map(|(situation, _)| situation.kind).collect();
    let table_before = LazyCell::new(|| before.and_then(|order| Table::new(id, order, shop.policy(), now)));
    let tells_before = || table_before.iter().flat_map(|table| table.tells(kinds.iter().copied())).collect();
    let old: BTreeSet<IntentId> = if kinds.is_empty() { BTreeSet::new() } else { tells_before() };
    let new = |situation: &Situation| again || !old.contains(&situation.intent);
    let due = tells(&all).filter(|(situation, _)| new(situation)).map(|(_, not_before)| not_before).min();
    let stopped = |order: &Order| order.customer.stopped.keys().cloned().collect::<BTreeSet<_>>();
    let stops = stopped(&stored.order);
    // The sender notes the address: it writes the list of those that do not get every mail.
    let heed = !stops.is_empty() && (again || before.map(stopped) != Some(stops));
    // What is due later may be due earlier than it was before this fact.
    let later = tells(&all).filter(|(situation, not_before)| *not_before > now || new(situation));
    // The clock looks only forward: what it has passed by, or is about to, is asked for again.
    let known = stored.wake_at.map(|at| at.max(now + SOON));
    let net = heed.then(|| now + NET);
    let wake = later.map(|(_, not_before)| wake_for(not_before, now)).chain(known).chain(net).min();
    let view = table.as_ref().map(Table::view);
    let wake_at = sleep::wake_at(view, shop.policy(), wake, now);
    let held_before = || table_before.as_ref().is_some_and(|table| table.view().held().is_some());
    if let Some(held) = view.and_then(View::held).filter(|_| !held_before()) {
        tracing::warn!(order = %id, shop = stored.shop, ?held, "money came in that does not cover the order: it is not confirmed; look at the payment");
        metrics::count(Metric::OrdersHeld, 1, now);
    }
    let address = shop.address(stored);
    // What settles for longer than a queue can wait is woken by the clock.
    let look_at = due.filter(|due| due.duration_since(now) <= LONGEST_DELAY);
    let look_at = look_at.into_iter().chain(heed.then_some(now)).min();
    let intents = look_at.map(|_| came(&all, now)).unwrap_or_default();
    let decided = Decided { handles: handles(view, address.as_ref()), intents, address, look_at };
    stored.wake_at = wake_at;
    Ok(decided)
}

/// When somebody has to make sure again that a stop of all questions was heeded: a lost hint is never a question too many.
/// Ever more seldom, for a day.
pub(crate) fn heed_again(order: &Order, now: Timestamp) -> Option<Timestamp> {
    let age = now.duration_since(order.customer.stopped_last()?);
    (age < HEEDED).then(|| now + age.max(NET))
}

/// The intents of what can have come true by now: of the others the ledger knows nothing.
pub(crate) fn came(all: &[Situation], now: Timestamp) -> Vec<IntentId> {
    all.iter().filter(|situation| situation.came(now)).map(|situation| situation.intent.clone()).collect()
}

/// What is to be told, and from when.
pub(crate) fn tells(all: &[Situation]) -> impl Iterator<Item = (&Situation, Timestamp)> {
    all.iter().filter_map(|situation| match situation.verdict {
        Verdict::Tell { not_before } => Some((situation, not_before)),
        _ => None,
    })
}

/// When to look again at an order that has something due.
pub(crate) fn wake_for(due: Timestamp, now: Timestamp) -> Timestamp {
    let in_queue = due.duration_since(now) <= LONGEST_DELAY;
    if in_queue { due.max(now) + NET } else { due }
}

pub(crate) fn handles(view: Option<&View<'_>>, address: Option<&AddressKey>) -> Handles {
    // Nothing was placed with a basket, and it costs nothing yet.
    let order = view.filter(|view| view.basket().is_none());
    Handles {
        headline: view.map_or("unknown", |view| view.headline().name()),
        placed_at: order.map(|view| view.document.placed_at),
        total: order.map(|view| view.document.money(view.document.total)),
        customer: address.map(|address| address.hash.clone()),
        expires: view.and_then(expires),
    }
}
