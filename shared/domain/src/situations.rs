//! The table of situations: what is true of an order that a customer should hear. One row, one function, in rank order.
//!
//! Which situations there are depends on the facts alone; whether one is told also depends on policy, on what was told
//! before and on the time.

use std::borrow::Cow;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::ids::{IntentId, OrderId};
use crate::ledger::Ledger;
use crate::order::Order;
use crate::policy::Policy;
use crate::table::Table;

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

/// What is wrong with an order, as its shop is told; a delay that nobody declared is told to the customer too. Names are a
/// wire format.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    /// Accepted, and not on its way.
    NotShipped,
    /// A label, and no scan.
    NotHandedOver,
    /// No scan for long.
    NoScan,
    /// Promised for today, and not with the courier.
    PromiseAtRisk,
    /// The promised day is over.
    PromisePassed,
    /// Money is on its way for long.
    PaymentPending,
    /// Not paid for long.
    PaymentExpired,
    /// Money came in that does not cover the order.
    Held,
    /// Nobody fetches it.
    PickupWaiting,
    /// A refund that does not arrive.
    RefundNotSettled,
    /// A refund that failed.
    RefundFailed,
    /// On its way back.
    Returning,
    /// On its way back, and no scan for long.
    ReturnSilent,
    /// The carrier lost it.
    Lost,
    /// The carrier needs something.
    Problem,
    /// Mail to the customer's address comes back.
    Unreachable,
    /// The customer called a mail unwanted.
    Complaint,
    /// Somebody tried to correct the address and could not prove it.
    CorrectionRefused,
    /// The customer's answer to a question is a bad one.
    Unhappy,
    /// The customer withdrew from the contract.
    Withdrawal,
    /// The customer asks to send something back.
    ReturnRequested,
}

impl Trouble {
    /// Every one.
    pub const ALL: [Self; 21] = [
        Self::NotShipped,
        Self::NotHandedOver,
        Self::NoScan,
        Self::PromiseAtRisk,
        Self::PromisePassed,
        Self::PaymentPending,
        Self::PaymentExpired,
        Self::Held,
        Self::PickupWaiting,
        Self::RefundNotSettled,
        Self::RefundFailed,
        Self::Returning,
        Self::ReturnSilent,
        Self::Lost,
        Self::Problem,
        Self::Unreachable,
        Self::Complaint,
        Self::CorrectionRefused,
        Self::Unhappy,
        Self::Withdrawal,
        Self::ReturnRequested,
    ];

    /// The name in subjects, texts and lists.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotShipped => "not_shipped",
            Self::NotHandedOver => "not_handed_over",
            Self::NoScan => "no_scan",
            Self::PromiseAtRisk => "promise_at_risk",
            Self::PromisePassed => "promise_passed",
            Self::PaymentPending => "payment_pending",
            Self::PaymentExpired => "payment_expired",
            Self::Held => "held",
            Self::PickupWaiting => "pickup_waiting",
            Self::RefundNotSettled => "refund_not_settled",
            Self::RefundFailed => "refund_failed",
            Self::Returning => "returning",
            Self::ReturnSilent => "return_silent",
            Self::Lost => "lost",
            Self::Problem => "problem",
            Self::Unreachable => "unreachable",
            Self::Complaint => "complaint",
            Self::CorrectionRefused => "correction_refused",
            Self::Unhappy => "unhappy",
            Self::Withdrawal => "withdrawal",
            Self::ReturnRequested => "return_requested",
        }
    }
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

/// Something true of an order that a customer should hear.
#[derive(Clone, PartialEq, Debug)]
pub struct Situation {
    /// Its one mail.
    pub intent: IntentId,
    /// What kind.
    pub kind: Kind,
    /// Of what: an order, a fulfilment, a date …; with the kind it makes the intent.
    pub subject: Cow<'static, str>,
    /// What of the order it is about, for the mail to find it.
    pub about: About,
    /// What is wrong, if that is what is told.
    pub trouble: Option<Trouble>,
    /// When it became true, by its source's clock; of what did not happen, since when it is waited for.
    pub arose_at: Timestamp,
    /// Of what did not happen: when it should have.
    pub due: Option<Timestamp>,
    /// Whether to tell it.
    pub verdict: Verdict,
}

impl Situation {
    /// Whether it can have come true by now: if not, nobody can have told it, and there is nothing to look up.
    pub fn came(&self, now: Timestamp) -> bool {
        self.due.is_none_or(|due| due <= now)
    }
}

/// What of an order a situation is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum About {
    /// All of it.
    Order,
    /// One payment: source and id.
    Payment(crate::fact::Source, String),
    /// One fulfilment: source and id.
    Fulfilment(crate::fact::Source, String),
    /// What became of it since it had the content of this key.
    Edit(String),
    /// A refunded total, in minor units.
    Refund(i64),
    /// A try to correct the address, by its id.
    Correction(String),
    /// A statement that the customer withdraws, by its id.
    Withdrawal(String),
    /// One return: source and id.
    Return(crate::fact::Source, String),
}

/// Whether a situation is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// Tell it, when this time has come.
    Tell {
        /// Until then it settles.
        not_before: Timestamp,
    },
    /// Something newer took its place.
    Obsolete(&'static str),
    /// It is not to be told.
    Off(&'static str),
    /// It never came to it, because what was waited for happened in time: there is nothing to tell, and nothing to note.
    Idle(&'static str),
}

/// Every situation that the joined facts have ever made true, in the order in which mails are told.
pub fn situations(id: &OrderId, order: &Order, told: &Ledger, policy: &Policy, now: Timestamp) -> Vec<Situation> {
    Table::new(id, order, policy, now).map(|table| table.situations(told)).unwrap_or_default()
}
