//! What a shop is told to look at.

use serde::{Deserialize, Serialize};

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
