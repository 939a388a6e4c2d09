//! What payment providers say of a payment.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Reference;
use crate::money::Money;
use crate::personal::Personal;

/// What a payment provider says of a payment, or of a part of it (a charge, a refund).
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Payment {
    /// The provider's outermost id; a charge is part of its payment.
    pub id: String,
    /// The object that this is about: the payment itself, or a part.
    pub object: String,
    /// The provider's time.
    pub at: Timestamp,
    /// Made in a test mode.
    pub test: bool,
    /// Names of its order.
    pub references: Vec<Reference>,
    /// Absent when the provider's status is not one that we know, or the object has none.
    pub status: Option<PaymentStatus>,
    /// What was asked for.
    pub amount: Option<Money>,
    /// All that was ever taken by this object; never reduced by refunds.
    pub captured: Option<Money>,
    /// All that was given back by this object so far.
    pub refunded: Option<Money>,
    /// The one try to pay that this tells of.
    pub attempt: Option<Attempt>,
    /// The one refund that this tells of.
    pub refund: Option<Refund>,
    /// How it was paid, in short.
    pub method: Option<Method>,
    /// What a receipt shows and the provider's support asks for.
    pub transaction: Option<String>,
}

/// Where a payment is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaymentStatus {
    /// Open: nothing is under way.
    Open,
    /// Under way.
    Pending,
    /// The try did not succeed; another may.
    Failed,
    /// Given up.
    Cancelled,
    /// Reserved, not taken.
    Authorised,
    /// Taken.
    Paid,
}

impl PaymentStatus {
    /// Money is on its way, reserved or taken: nobody needs to try again.
    pub const fn under_way(self) -> bool {
        matches!(self, Self::Pending | Self::Authorised | Self::Paid)
    }
}

/// One try to pay.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Attempt {
    /// Two reports of one failure name the same try.
    pub id: String,
    /// Whether it failed.
    pub failed: bool,
}

/// One refund object.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Refund {
    /// The provider's id.
    pub id: String,
    /// How much.
    pub amount: Money,
    /// It failed or was taken back.
    pub failed: bool,
    /// It is not on its way yet: the provider waits for something.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pending: bool,
}

impl Refund {
    /// Decides between two reports of one second.
    pub const fn rank(&self) -> u8 {
        match (self.failed, self.pending) {
            (true, _) => 2,
            (false, false) => 1,
            (false, true) => 0,
        }
    }
}

/// How it was paid: never more than a brand and four digits.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Method {
    /// `card`, `ideal`, `sepa_debit` …
    pub kind: String,
    /// `visa` …
    pub brand: Option<String>,
    /// Of the card, not of a wallet's device token.
    pub last4: Option<Personal<String>>,
    /// `apple_pay` …
    pub wallet: Option<String>,
}
