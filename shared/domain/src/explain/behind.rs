//! Which of all that is known bears on a situation.

use super::evidence::{Evidence, Object, What, evidence};
use crate::order::Order;
use crate::situations::{About, Kind, Situation};

/// What bears on a situation: made it true, or took it away again.
pub fn behind(order: &Order, situation: &Situation) -> Vec<Evidence> {
    let numbers = match &situation.about {
        About::Fulfilment(source, id) => order.fulfilments.get(source).and_then(|all| all.get(id)),
        _ => None,
    };
    let is_about = |object: &Object| match (&situation.about, object) {
        (_, Object::Order) | (About::Order | About::Refund(_), _) => true,
        (About::Payment(_, id), Object::Payment(other)) | (About::Fulfilment(_, id), Object::Fulfilment(other)) => {
            id == other
        }
        (About::Fulfilment(..), Object::Parcel(number)) => {
            numbers.is_some_and(|registers| registers.numbers.iter().any(|(_, known)| known == number))
        }
        // Another payment may have taken the place of the one that failed.
        (About::Payment(..), _) => situation.kind == Kind::PaymentFailed,
        (About::Fulfilment(..), Object::Payment(_)) => false,
    };
    let mut found: Vec<Evidence> = evidence(order);
    found.retain(|one| bears(situation.kind, one.what) && is_about(&one.object));
    found
}

/// Whether a kind of thing can make a kind of situation true, or take it away.
fn bears(kind: Kind, what: What) -> bool {
    use What::{
        Attempt, Fulfilment, Late, Number, Parcel, Payment, Placed, Promise, Refund, StatedPaid, StatedRefund, Status,
        Taken,
    };
    match kind {
        Kind::Received => matches!(what, Placed | Status | StatedPaid | Taken),
        Kind::Confirmed => matches!(what, Status | StatedPaid | Taken),
        Kind::Receipt => matches!(what, StatedPaid | Taken),
        Kind::PaymentFailed => matches!(what, Attempt | Payment | Taken | StatedPaid),
        Kind::PaymentReminder | Kind::PaymentExpired => {
            matches!(what, Placed | Status | StatedPaid | Taken | Attempt | Payment)
        }
        Kind::LateToShip => matches!(what, Status | StatedPaid | Taken | Promise | Fulfilment | Parcel),
        Kind::Shipped | Kind::ReadyForPickup | Kind::PickupWaiting | Kind::OutForDelivery | Kind::Delivered => {
            matches!(what, Fulfilment | Parcel)
        }
        Kind::NumberChanged => matches!(what, Number | Fulfilment | Parcel),
        Kind::Delayed => matches!(what, Late | Promise | Parcel),
        Kind::Cancelled => what == Status,
        Kind::Refund => matches!(what, Refund | StatedRefund),
        Kind::FollowUp | Kind::Csat | Kind::Nps | Kind::Review => {
            matches!(what, Parcel | Fulfilment | Refund | StatedRefund)
        }
        Kind::Attention => !matches!(what, Placed | Number),
    }
}
