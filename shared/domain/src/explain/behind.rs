//! Which of all that is known bears on a situation.

use std::collections::BTreeSet;

use super::evidence::{Evidence, Object, What, evidence};
use crate::order::{FulfilmentRegisters, Order};
use crate::situations::{About, Kind, Situation};
use crate::tracking::TrackingNumber;

/// What bears on a situation: made it true, or took it away again.
pub fn behind(order: &Order, situation: &Situation) -> Vec<Evidence> {
    let parcel = Twins::of(order, situation);
    let is_about = |object: &Object| match (&situation.about, object) {
        (_, Object::Order | Object::Customer) | (About::Order | About::Edit(_) | About::Refund(_), _) => true,
        (About::Payment(_, id), Object::Payment(other)) if id == other => true,
        // Another payment may have taken the place of the one that failed.
        (About::Payment(..), _) => matches!(situation.kind, Kind::PaymentFailed | Kind::RefundFailed),
        (About::Fulfilment(..), Object::Fulfilment(id)) => parcel.ids.contains(id.as_str()),
        (About::Fulfilment(..), Object::Parcel(number)) => parcel.numbers.contains(number),
        (About::Return(_, id), Object::Return(other)) => id == other,
        (About::Fulfilment(..), Object::Payment(_) | Object::Return(_))
        | (About::Correction(_) | About::Withdrawal(_) | About::Return(..), _) => false,
    };
    let mut found: Vec<Evidence> = evidence(order);
    found.retain(|one| bears(situation.kind, one.what) && is_about(&one.object));
    found
}

/// A parcel as every source knows it: fulfilments that have an id or a number in common.
#[derive(Default)]
struct Twins<'a> {
    ids: BTreeSet<&'a str>,
    numbers: BTreeSet<&'a TrackingNumber>,
}

impl<'a> Twins<'a> {
    fn of(order: &'a Order, situation: &'a Situation) -> Self {
        let About::Fulfilment(_, shown) = &situation.about else { return Self::default() };
        let all = || order.fulfilments.values().flatten();
        let is_it = |id: &str| id == shown || situation.subject.split('/').next() == Some(id);
        let mut twins = Self::default();
        twins.ids.extend(all().map(|(id, _)| id.as_str()).filter(|id| is_it(id)));
        // Out for delivery, and that it was tried, is told of a number.
        let told = |number: &TrackingNumber| situation.subject.split('/').next() == Some(number.as_str());
        let own = all().filter(|(id, _)| twins.ids.contains(id.as_str())).flat_map(|(_, one)| one.numbers.iter());
        let named = all().flat_map(|(_, one)| one.numbers.iter()).filter(|(_, number)| told(number));
        twins.numbers.extend(own.chain(named).map(|(_, number)| number));
        let shares = |one: &FulfilmentRegisters| one.numbers.iter().any(|(_, number)| twins.numbers.contains(number));
        twins.ids.extend(all().filter(|(_, one)| shares(one)).map(|(id, _)| id.as_str()));
        twins
    }
}

/// Whether a kind of thing can make a kind of situation true, or take it away.
fn bears(kind: Kind, what: What) -> bool {
    use What::{
        Attempt, BackOrder, Basket, Content, Fulfilment, Late, Number, Parcel, Payment, Placed, Promise, Reason,
        Refund, Return, StatedPaid, StatedRefund, Status, Taken, Word,
    };
    match kind {
        Kind::ConfirmAddress | Kind::Withdrawal => what == Word,
        Kind::Received => matches!(what, Placed | Status | StatedPaid | Taken),
        Kind::Confirmed | Kind::NewOrder => matches!(what, Status | StatedPaid | Taken),
        Kind::Edited => matches!(what, Content | Status | StatedPaid | Taken),
        Kind::Receipt => matches!(what, StatedPaid | Taken),
        Kind::PaymentFailed => matches!(what, Attempt | Payment | Taken | StatedPaid),
        Kind::PaymentReminder | Kind::PaymentExpired => {
            matches!(what, Placed | Status | StatedPaid | Taken | Attempt | Payment)
        }
        Kind::LateToShip => matches!(what, Status | StatedPaid | Taken | Promise | Fulfilment | Parcel),
        Kind::Shipped | Kind::ReadyForPickup | Kind::PickupWaiting | Kind::OutForDelivery | Kind::Delivered => {
            matches!(what, Fulfilment | Parcel)
        }
        Kind::DeliveryAttempted | Kind::AddressProblem => matches!(what, Fulfilment | Parcel | Reason),
        Kind::NumberChanged => matches!(what, Number | Fulfilment | Parcel),
        Kind::Returning | Kind::Lost => matches!(what, Fulfilment | Parcel),
        Kind::Delayed => matches!(what, Late | Promise | Parcel | Fulfilment),
        Kind::ReturnRequested | Kind::ReturnApproved | Kind::ReturnDeclined | Kind::ReturnReceived => what == Return,
        Kind::Cancelled => what == Status,
        Kind::BackOrdered => matches!(what, BackOrder | Status | StatedPaid | Taken | Fulfilment | Parcel),
        Kind::OnHold => matches!(what, Status | StatedPaid | Taken),
        Kind::RefundFailed => what == Refund,
        Kind::Refund => matches!(what, Refund | StatedRefund),
        Kind::FollowUp | Kind::Csat | Kind::Nps | Kind::Review => {
            matches!(what, Parcel | Fulfilment | Return | Refund | StatedRefund | Word)
        }
        Kind::Abandoned => matches!(what, Basket | Word),
        Kind::Attention => !matches!(what, Placed | Number),
    }
}
