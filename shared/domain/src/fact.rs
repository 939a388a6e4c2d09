//! Facts: what deliveries say about orders, in our words.

mod checkout;
mod customer;
mod parcel;
mod payment;
mod returns;

use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer};

use crate::tracking::TrackingNumber;

pub use checkout::{Amounts, BackOrder, Basket, Checkout, Document, Line, Needs, OrderStatus, PaymentMethod};
pub use customer::{Answered, Correction, Question, Says, Scope, WORD_VERSION, Withdrawal, WithdrawnLine, Word};
pub use parcel::{DelayCause, FulfilledLine, Fulfilment, FulfilmentState, Reason, Scan, Tracking};
pub use payment::{Attempt, Method, Payment, PaymentStatus, Refund};
pub use returns::{Declined, Return, ReturnCost, ReturnStatus, ReturnedLine};

/// Who says it: `{connection}/{provider}`. Everything that is known of an order has one, so its text is shared.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(from = "String")]
pub struct Source(#[serde(serialize_with = "as_text")] Arc<str>);

fn as_text<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(text)
}

impl From<String> for Source {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl Source {
    /// One provider of one connection has one clock and one set of ids.
    pub fn new(connection: &str, provider: &str) -> Self {
        Self([connection, "/", provider].concat().into())
    }

    /// The text, as it stands in subjects.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whose words they are, whichever connection brought them.
    pub fn provider(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, provider)| provider)
    }
}

/// One thing that a delivery says.
#[derive(Clone, PartialEq, Debug)]
pub enum Fact {
    /// A storefront's whole order: the only fact that makes an order. Or a basket that is none yet.
    Checkout(Box<Checkout>),
    /// A payment, or a part of one.
    Payment(Box<Payment>),
    /// A whole fulfilment document.
    Fulfilment(Box<Fulfilment>),
    /// A carrier's word on a parcel.
    Tracking(Box<Tracking>),
    /// A whole document of something that a customer sends back.
    Return(Box<Return>),
    /// What the customer said on a page of ours.
    Customer(Box<Word>),
}

impl Fact {
    /// The basket that it is about, if it is about none of an order's things.
    pub fn basket(&self) -> Option<&Basket> {
        match self {
            Self::Checkout(checkout) => checkout.document.basket.as_ref(),
            _ => None,
        }
    }

    /// When its source says that it was so; a customer's word is said when we get it.
    pub fn at(&self) -> Option<jiff::Timestamp> {
        match self {
            Self::Checkout(checkout) => Some(checkout.at),
            Self::Payment(payment) => Some(payment.at),
            Self::Fulfilment(fulfilment) => Some(fulfilment.at),
            Self::Tracking(tracking) => Some(tracking.at),
            Self::Return(back) => Some(back.at),
            Self::Customer(_) => None,
        }
    }
}

/// What a storefront may say.
#[derive(Clone, PartialEq, Debug)]
pub enum StorefrontFact {
    /// The order.
    Checkout(Box<Checkout>),
    /// Something shipped.
    Fulfilment(Box<Fulfilment>),
    /// Something that a customer sends back.
    Return(Box<Return>),
}

impl From<StorefrontFact> for Fact {
    fn from(fact: StorefrontFact) -> Self {
        match fact {
            StorefrontFact::Checkout(checkout) => Self::Checkout(checkout),
            StorefrontFact::Fulfilment(fulfilment) => Self::Fulfilment(fulfilment),
            StorefrontFact::Return(back) => Self::Return(back),
        }
    }
}

impl From<Payment> for Fact {
    fn from(payment: Payment) -> Self {
        Self::Payment(Box::new(payment))
    }
}

impl From<Tracking> for Fact {
    fn from(tracking: Tracking) -> Self {
        Self::Tracking(Box::new(tracking))
    }
}

/// How a fact that is no checkout names its order.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reference {
    /// An order id or an order number: senders mix them up, so both are looked up.
    Order(String),
    /// Any id of a payment: the outermost one, a part of it, or what the storefront calls the transaction.
    Payment(String),
    /// A parcel's number.
    Tracking(TrackingNumber),
    /// A fulfilment's id at the storefront.
    Fulfilment(String),
}
