//! The kinds of mail, and the rules that hold for all of a kind.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

/// A kind of mail. Names are a wire format: they are part of intent ids, settings and templates.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The customer corrected the address: whoever reads its mail is asked to confirm it.
    ConfirmAddress,
    /// The customer withdrew from the contract: what was stated is acknowledged at once.
    Withdrawal,
    /// Placed, not paid.
    Received,
    /// Accepted.
    Confirmed,
    /// Changed after it was accepted.
    Edited,
    /// Paid.
    Receipt,
    /// A try to pay failed.
    PaymentFailed,
    /// Still not paid.
    PaymentReminder,
    /// Not paid for so long that the shop does not wait any more.
    PaymentExpired,
    /// Accepted, and held by the shop.
    OnHold,
    /// Some of it turned out not to be in stock.
    BackOrdered,
    /// Accepted, and not on its way by the time that the shop needs at most.
    LateToShip,
    /// On its way.
    Shipped,
    /// Another tracking number than the one told.
    NumberChanged,
    /// With the courier today.
    OutForDelivery,
    /// The courier could not hand it over.
    DeliveryAttempted,
    /// The carrier cannot deliver it to the address that it has.
    AddressProblem,
    /// Waits where the customer can fetch it.
    ReadyForPickup,
    /// Still waits there.
    PickupWaiting,
    /// Arrived.
    Delivered,
    /// Late, as the carrier says or as nobody says.
    Delayed,
    /// On its way back to the shop, because it could not be delivered.
    Returning,
    /// The carrier lost it.
    Lost,
    /// The customer asks to send something back.
    ReturnRequested,
    /// The customer may send it.
    ReturnApproved,
    /// The shop does not take it back.
    ReturnDeclined,
    /// The shop has it.
    ReturnReceived,
    /// Cancelled.
    Cancelled,
    /// Money went back.
    Refund,
    /// Money that should have gone back did not.
    RefundFailed,
    /// Whether all is well, some days after it arrived.
    FollowUp,
    /// How satisfied the customer is, from 1 to 5.
    Csat,
    /// Whether the customer would recommend the shop, from 0 to 10.
    Nps,
    /// Whether the customer would write a review.
    Review,
    /// A basket was left, and not ordered.
    Abandoned,
    /// Accepted: what the shop has to pack.
    NewOrder,
    /// Somebody in the shop has to look at the order.
    Attention,
}

/// Who is told, and by which rules.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Class {
    /// The customer, about the order.
    Transactional,
    /// Somebody in the shop.
    Merchant,
    /// The customer is asked for something, or reminded of a basket: by policy, seldom, and never after a complaint.
    Feedback,
}

/// Which way a mail errs when it cannot be known whether it went out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Errs {
    /// Rather twice than never.
    Double,
    /// Rather never than twice.
    Miss,
}

impl Kind {
    /// Every kind, in the order in which mails of one order are told.
    pub const ALL: [Self; 37] = [
        Self::ConfirmAddress,
        Self::Withdrawal,
        Self::Received,
        Self::Confirmed,
        Self::Edited,
        Self::Receipt,
        Self::PaymentFailed,
        Self::PaymentReminder,
        Self::PaymentExpired,
        Self::OnHold,
        Self::BackOrdered,
        Self::LateToShip,
        Self::Shipped,
        Self::NumberChanged,
        Self::OutForDelivery,
        Self::DeliveryAttempted,
        Self::AddressProblem,
        Self::ReadyForPickup,
        Self::PickupWaiting,
        Self::Delivered,
        Self::Delayed,
        Self::Returning,
        Self::Lost,
        Self::ReturnRequested,
        Self::ReturnApproved,
        Self::ReturnDeclined,
        Self::ReturnReceived,
        Self::Cancelled,
        Self::Refund,
        Self::RefundFailed,
        Self::FollowUp,
        Self::Csat,
        Self::Nps,
        Self::Review,
        Self::Abandoned,
        Self::NewOrder,
        Self::Attention,
    ];

    /// The name in intent ids, settings and templates.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ConfirmAddress => "confirm_address",
            Self::Withdrawal => "withdrawal",
            Self::Received => "received",
            Self::Confirmed => "confirmed",
            Self::Edited => "edited",
            Self::Receipt => "receipt",
            Self::PaymentFailed => "payment_failed",
            Self::PaymentReminder => "payment_reminder",
            Self::PaymentExpired => "payment_expired",
            Self::OnHold => "on_hold",
            Self::BackOrdered => "back_ordered",
            Self::LateToShip => "late_to_ship",
            Self::Shipped => "shipped",
            Self::NumberChanged => "number_changed",
            Self::OutForDelivery => "out_for_delivery",
            Self::DeliveryAttempted => "delivery_attempted",
            Self::AddressProblem => "address_problem",
            Self::ReadyForPickup => "ready_for_pickup",
            Self::PickupWaiting => "pickup_waiting",
            Self::Delivered => "delivered",
            Self::Delayed => "delayed",
            Self::Returning => "returning",
            Self::Lost => "lost",
            Self::ReturnRequested => "return_requested",
            Self::ReturnApproved => "return_approved",
            Self::ReturnDeclined => "return_declined",
            Self::ReturnReceived => "return_received",
            Self::Cancelled => "cancelled",
            Self::Refund => "refund",
            Self::RefundFailed => "refund_failed",
            Self::FollowUp => "follow_up",
            Self::Csat => "csat",
            Self::Nps => "nps",
            Self::Review => "review",
            Self::Abandoned => "abandoned",
            Self::NewOrder => "new_order",
            Self::Attention => "attention",
        }
    }

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Who is told, and by which rules.
    pub const fn class(self) -> Class {
        match self {
            Self::FollowUp | Self::Csat | Self::Nps | Self::Review | Self::Abandoned => Class::Feedback,
            Self::NewOrder | Self::Attention => Class::Merchant,
            _ => Class::Transactional,
        }
    }

    /// Whether it is told of baskets, and of nothing else; every other kind is told of orders alone.
    pub const fn of_baskets(self) -> bool {
        matches!(self, Self::Abandoned)
    }

    /// Whether it is told unless the shop decides otherwise.
    pub const fn on_by_default(self) -> bool {
        !matches!(self, Self::PaymentExpired | Self::NewOrder)
    }

    /// Whether it may wait for the morning: what the customer can do nothing about at night, and knows already.
    pub const fn may_wait(self) -> bool {
        matches!(self.class(), Class::Feedback)
            || matches!(
                self,
                Self::PaymentReminder
                    | Self::PaymentExpired
                    | Self::OnHold
                    | Self::BackOrdered
                    | Self::LateToShip
                    | Self::PickupWaiting
            )
    }

    /// After that it is no news any more.
    pub const fn longest_age(self) -> SignedDuration {
        match self {
            Self::PaymentFailed
            | Self::Edited
            | Self::NumberChanged
            | Self::DeliveryAttempted
            | Self::Delivered
            | Self::Delayed
            | Self::ReadyForPickup
            | Self::PickupWaiting
            | Self::PaymentReminder
            | Self::ReturnRequested
            | Self::Abandoned => SignedDuration::from_hours(48),
            Self::FollowUp | Self::Csat | Self::Nps | Self::Review => SignedDuration::from_hours(14 * 24),
            // Its day, which its verdict knows; this is only the net.
            Self::OutForDelivery => SignedDuration::from_hours(30),
            _ => SignedDuration::from_hours(7 * 24),
        }
    }

    /// Which way it errs.
    pub const fn errs(self) -> Errs {
        match self {
            Self::ConfirmAddress
            | Self::Withdrawal
            | Self::Confirmed
            | Self::Receipt
            | Self::BackOrdered
            | Self::Shipped
            | Self::AddressProblem
            | Self::ReadyForPickup
            | Self::Delivered
            | Self::Returning
            | Self::Lost
            | Self::ReturnApproved
            | Self::ReturnDeclined
            | Self::ReturnReceived
            | Self::Cancelled
            | Self::Refund
            | Self::NewOrder
            | Self::Attention => Errs::Double,
            _ => Errs::Miss,
        }
    }

    /// How long it settles unless the shop decides otherwise: newer facts may make it untrue.
    pub const fn settle(self) -> SignedDuration {
        match self {
            Self::Received
            | Self::OutForDelivery
            | Self::DeliveryAttempted
            | Self::AddressProblem
            | Self::ReturnRequested
            | Self::ReturnApproved => SignedDuration::from_mins(2),
            Self::PaymentFailed => SignedDuration::from_mins(20),
            Self::OnHold => SignedDuration::from_mins(30),
            Self::RefundFailed => SignedDuration::from_hours(1),
            Self::Edited | Self::BackOrdered | Self::Attention => SignedDuration::from_mins(10),
            _ => SignedDuration::ZERO,
        }
    }
}
