//! Why a kind of situation never arose.

use crate::fact::Needs;
use crate::order::Order;
use crate::policy::Policy;
use crate::situations::Kind;
use crate::view::{Held, View};

/// Why an order has no situation of a kind. A new kind must say it.
pub fn never(kind: Kind, order: &Order, policy: &Policy) -> String {
    let Some(view) = View::new(order, policy) else {
        return "no storefront has told of the order yet: only a checkout makes one".to_owned();
    };
    if kind.of_baskets() != view.basket().is_some() {
        return if kind.of_baskets() { "it is an order" } else { "it is no order but a basket" }.to_owned();
    }
    let why = match kind {
        Kind::ConfirmAddress => "nobody corrected the customer's address",
        Kind::Withdrawal => "the customer has not withdrawn from the contract",
        Kind::Received => "no storefront has told when it was placed",
        Kind::Confirmed | Kind::NewOrder => not_accepted(&view),
        Kind::Edited => "nobody changed what was ordered, its total or where it goes",
        Kind::Receipt if view.document.total == 0 => "there is nothing to pay",
        Kind::Receipt => not_covered(&view),
        Kind::PaymentFailed => "no try to pay failed",
        Kind::PaymentReminder | Kind::PaymentExpired => "there is nothing to pay",
        Kind::OnHold => "the storefront never called it on hold",
        Kind::BackOrdered => "the storefront never told of something that was not in stock any more",
        Kind::LateToShip if !view.document.lines.iter().any(|line| line.needs == Needs::Shipping) => {
            "nothing of it needs shipping"
        }
        Kind::LateToShip => "it was not accepted, so nobody waits for it to be shipped",
        Kind::Shipped | Kind::Delivered | Kind::Delayed if view.parcels.is_empty() => "no fulfilment was reported",
        Kind::Shipped => "no fulfilment has left yet",
        Kind::NumberChanged => "no parcel got a number after it was shipped, or another one",
        Kind::OutForDelivery => "no carrier said that it is with the courier",
        Kind::DeliveryAttempted => "no carrier said that it was tried to hand it over",
        Kind::AddressProblem => "no carrier said that the address is wrong",
        Kind::ReadyForPickup | Kind::PickupWaiting => "no carrier said that it waits to be fetched",
        Kind::Delivered => "neither a carrier nor the shop said that anything arrived",
        Kind::Delayed => "nobody called it late, promised a day, or scanned it",
        Kind::Returning => "no carrier said that anything is on its way back",
        Kind::Lost => "no carrier said that anything was lost",
        Kind::ReturnRequested => "nobody told that the customer asks to send something back",
        Kind::ReturnApproved => "nobody told that the customer may send something back",
        Kind::ReturnDeclined => "nobody told that something is not taken back",
        Kind::ReturnReceived => "nobody told that something was received back",
        Kind::Cancelled => "the storefront never called it cancelled",
        Kind::Refund => "no money went back",
        Kind::RefundFailed => "no payment provider told of a refund",
        Kind::FollowUp | Kind::Csat | Kind::Nps | Kind::Review if !policy.ask_after.contains_key(&kind) => {
            return format!("the shop does not ask for it: its settings have no ask_after_days.{}", kind.name());
        }
        Kind::FollowUp | Kind::Csat | Kind::Nps | Kind::Review if view.delivered() => {
            "it arrived, but no carrier proved it"
        }
        Kind::FollowUp | Kind::Csat | Kind::Nps | Kind::Review => "not all of it has arrived",
        Kind::Abandoned => "the shop reminds nobody of baskets: its settings have no abandoned_after_hours",
        Kind::Attention => "nothing went wrong, and nothing is waited for",
    };
    if policy.on(kind) { why.to_owned() } else { format!("{why}; and it is switched off") }
}

fn not_accepted(view: &View<'_>) -> &'static str {
    if view.pay_later() {
        return "it is paid later, and the shop has not released it";
    }
    not_covered(view)
}

fn not_covered(view: &View<'_>) -> &'static str {
    match view.held() {
        Some(Held::TooLittle) => "less money came in than it costs: somebody has to look at the payment",
        Some(Held::OtherCurrency) => "the money that came in is of another currency: somebody has to look at it",
        None => "no money covers it",
    }
}
