//! Facts: what deliveries say about orders, in our words.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::address::{Address, Customer};
use crate::link::Link;
use crate::money::{Currency, Money};
use crate::personal::Personal;
use crate::tracking::{ParcelState, TrackingNumber};

/// Who says it: `{connection}/{provider}`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Source(String);

impl Source {
    /// One provider of one connection has one clock and one set of ids.
    pub fn new(connection: &str, provider: &str) -> Self {
        Self(format!("{connection}/{provider}"))
    }
}

/// One thing that a delivery says.
#[derive(Clone, PartialEq, Debug)]
pub enum Fact {
    /// A storefront's whole order: the only fact that makes an order.
    Checkout(Box<Checkout>),
    /// A payment, or a part of one.
    Payment(Box<Payment>),
    /// A whole fulfilment document.
    Fulfilment(Box<Fulfilment>),
    /// A carrier's word on a parcel.
    Tracking(Box<Tracking>),
}

/// What a storefront may say.
#[derive(Clone, PartialEq, Debug)]
pub enum StorefrontFact {
    /// The order.
    Checkout(Box<Checkout>),
    /// Something shipped.
    Fulfilment(Box<Fulfilment>),
}

impl From<StorefrontFact> for Fact {
    fn from(fact: StorefrontFact) -> Self {
        match fact {
            StorefrontFact::Checkout(checkout) => Self::Checkout(checkout),
            StorefrontFact::Fulfilment(fulfilment) => Self::Fulfilment(fulfilment),
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

/// A storefront's order document.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Checkout {
    /// The storefront's immutable id.
    pub id: String,
    /// When the document was last changed, by the storefront's clock.
    pub at: Timestamp,
    /// Made in a test mode.
    pub test: bool,
    /// Absent when the storefront's status is not one that we know.
    pub status: Option<OrderStatus>,
    /// Everything else.
    pub document: Document,
}

/// Where a storefront says an order is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderStatus {
    /// Placed; payment is awaited.
    Pending,
    /// Placed; the shop waits for something.
    OnHold,
    /// The payment did not succeed.
    Failed,
    /// Released to be fulfilled.
    Processing,
    /// The storefront is done with it.
    Completed,
    /// Cancelled.
    Cancelled,
    /// Fully refunded.
    Refunded,
    /// In the storefront's bin.
    Deleted,
}

impl OrderStatus {
    /// Whether the shop has let it go to fulfilment.
    pub const fn released(self) -> bool {
        matches!(self, Self::Processing | Self::Completed)
    }
}

/// What was ordered, by whom, for how much. All amounts are minor units of `currency`.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Document {
    /// What people call the order; never a key.
    pub number: String,
    /// When it was placed.
    pub placed_at: Timestamp,
    /// Of every amount here.
    pub currency: Currency,
    /// What was ordered, as the shop shows it.
    pub lines: Vec<Line>,
    /// Shown amounts beside the lines; with them they add up to `total`.
    pub amounts: Amounts,
    /// What the customer owes for all.
    pub total: i64,
    /// What the storefront says was given back so far, as a positive amount.
    #[serde(default)]
    pub refunded: i64,
    /// How it is paid.
    pub payment_method: Option<PaymentMethod>,
    /// The payment provider's id, as the storefront noted it.
    pub transaction: Option<String>,
    /// The storefront's statement that it was paid.
    pub paid_at: Option<Timestamp>,
    /// Who ordered.
    pub customer: Customer,
    /// Where the invoice goes.
    pub billing: Option<Address>,
    /// Where the goods go.
    pub shipping: Option<Address>,
    /// How the goods go, as the shop calls it.
    pub shipping_method: Option<String>,
    /// Where an open order can be paid.
    pub pay_url: Option<Link>,
    /// BCP 47, if the storefront knows it.
    pub locale: Option<String>,
    /// What the customer wrote.
    pub note: Option<Personal<String>>,
    /// Where the order came from: utm fields and click ids.
    #[serde(default)]
    pub attribution: std::collections::BTreeMap<String, String>,
}

impl Document {
    /// An amount of this document.
    pub const fn money(&self, minor: i64) -> Money {
        Money::new(minor, self.currency)
    }
}

/// What a total is made of beside its lines.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Amounts {
    /// Taken off, as a positive amount.
    pub discount: i64,
    /// Shipping.
    pub shipping: i64,
    /// Other fees.
    pub fees: i64,
    /// Tax.
    pub tax: i64,
    /// The lines, shipping and fees already contain the tax.
    pub tax_included: bool,
    /// What rounding leaves over.
    pub rounding: i64,
}

/// One ordered thing.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Line {
    /// The storefront's id of the line; fulfilments name it.
    pub id: String,
    /// Its name, decoded, never HTML.
    pub name: String,
    /// Colour, size and the like.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub variant: String,
    /// How many.
    pub quantity: u32,
    /// For all of them, before discounts, as the shop shows it.
    pub total: i64,
    /// Stock keeping unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<String>,
    /// A picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<Link>,
    /// How it reaches the customer.
    #[serde(default)]
    pub needs: Needs,
}

/// How a line reaches the customer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Needs {
    /// A parcel.
    #[default]
    Shipping,
    /// The customer fetches it.
    Pickup,
    /// Nothing moves.
    Nothing,
}

/// How an order is paid.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PaymentMethod {
    /// The storefront's code: `stripe`, `cod`. Shops list codes that are paid later.
    pub code: String,
    /// As customers see it.
    pub title: String,
}

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

/// A whole fulfilment document: never an increment.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Fulfilment {
    /// The source's id.
    pub id: String,
    /// The version's time.
    pub at: Timestamp,
    /// Names of its order.
    pub references: Vec<Reference>,
    /// Absent when not one that we know.
    pub state: Option<FulfilmentState>,
    /// Lines and quantities; empty means all of the order.
    pub lines: Vec<FulfilledLine>,
    /// Who carries it, as the source writes it.
    pub carrier: Option<String>,
    /// The current number.
    pub number: Option<TrackingNumber>,
    /// Where to follow it, if the source says.
    pub url: Option<Link>,
    /// The promised date of delivery.
    pub promised: Option<Date>,
}

/// How far a fulfilment is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FulfilmentState {
    /// Being picked.
    Picked,
    /// Checked.
    Inspected,
    /// Packed, perhaps with a label.
    Packed,
    /// On its way.
    Shipped,
    /// With the customer.
    Delivered,
    /// Voided.
    Cancelled,
}

/// A quantity of one ordered line.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FulfilledLine {
    /// The storefront's id of the line.
    pub line: String,
    /// How many of it.
    pub quantity: u32,
}

/// A carrier's or aggregator's word on a parcel.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Tracking {
    /// The source's own id of what it watches.
    pub tracker: String,
    /// The version's time.
    pub at: Timestamp,
    /// Made in a test mode.
    pub test: bool,
    /// The parcel's number.
    pub number: TrackingNumber,
    /// Who carries it.
    pub carrier: Option<String>,
    /// Absent when unknown: the state before it stays.
    pub state: Option<ParcelState>,
    /// A parcel that travels back.
    pub is_return: bool,
    /// The carrier says that it is late.
    pub delayed: Option<DelayCause>,
    /// The customer has to do something.
    pub action_required: bool,
    /// Why something is wrong.
    pub reason: Option<Reason>,
    /// Scans that this delivery tells of.
    pub scans: Vec<Scan>,
    /// Whether `scans` is the whole history, or only what is new.
    pub whole: bool,
    /// The date of delivery as of now.
    pub promised: Option<Date>,
    /// Where to follow it, if the source says and its host is known.
    pub url: Option<Link>,
}

/// Why a parcel is late.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DelayCause {
    /// The carrier said so.
    Carrier,
    /// Weather.
    Weather,
    /// Customs.
    Customs,
}

/// Why something is wrong with a parcel.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Reason {
    Address,
    RecipientAbsent,
    Refused,
    Damaged,
    Missorted,
    HeldOnRequest,
    Customs,
    PickupMissed,
    Weather,
    Lost,
    Other,
}

/// One scan of a parcel.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Scan {
    /// When, as good as the source knows.
    pub at: Timestamp,
    /// The date on the clock where it was scanned.
    pub date: Date,
    /// What it means.
    pub state: Option<ParcelState>,
    /// The source's words.
    pub text: String,
    /// Town, region, country.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
}
