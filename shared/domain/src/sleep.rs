//! When to look at an order again though nothing came in.

use jiff::{SignedDuration, Timestamp};

use crate::policy::Policy;
use crate::refunds;
use crate::view::View;

/// No open order sleeps longer: what its shop decided meanwhile is taken up within a day.
pub const LONGEST_SLEEP: SignedDuration = SignedDuration::from_hours(24);

/// An order of which nothing was heard for so long is left alone.
const FORGOTTEN: SignedDuration = SignedDuration::from_hours(60 * 24);

/// When to wake an order of which something may be due then.
pub fn wake_at(view: Option<&View<'_>>, policy: &Policy, due: Option<Timestamp>, now: Timestamp) -> Option<Timestamp> {
    let open = view.is_some_and(|view| open(view, policy, now));
    let morrow = open.then(|| now.saturating_add(LONGEST_SLEEP).unwrap_or(Timestamp::MAX));
    due.into_iter().chain(morrow).min()
}

/// Whether something may still be expected of an order.
fn open(view: &View<'_>, policy: &Policy, now: Timestamp) -> bool {
    let heard = view.parcels.iter().map(|parcel| parcel.observed).chain([view.checkout.document.stamp.observed]).max();
    let given_back = view.document.total > 0 && refunds::current(view) >= view.document.total;
    let done_elsewhere = view.parcels.is_empty() && view.status() == Some(crate::fact::OrderStatus::Completed);
    let closed =
        view.basket().is_some() || view.called_off().is_some() || view.complete() || given_back || done_elsewhere;
    let recent = heard.is_some_and(|heard| now.duration_since(heard) < FORGOTTEN);
    !closed && recent && view.placed_at() >= policy.live_since
}
