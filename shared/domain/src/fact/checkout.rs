//! What storefronts say of an order.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::address::{Address, Customer};
use crate::link::Link;
use crate::money::{Currency, Money};
use crate::personal::Personal;

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
    /// Since when it is paid, as the storefront states.
    pub paid_at: Option<Timestamp>,
    /// The storefront states that it is paid, and may not say since when.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub paid: bool,
    /// Who ordered.
    pub customer: Customer,
    /// Where the invoice goes.
    pub billing: Option<Address>,
    /// Where the goods go.
    pub shipping: Option<Address>,
    /// How the goods go, as the shop calls it.
    pub shipping_method: Option<String>,
    /// The day of delivery that the checkout promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised: Option<Date>,
    /// Where an open order can be paid.
    pub pay_url: Option<Link>,
    /// BCP 47, if the storefront knows it.
    pub locale: Option<String>,
    /// What the customer wrote.
    pub note: Option<Personal<String>>,
    /// Where the order came from: utm fields and click ids.
    #[serde(default)]
    pub attribution: std::collections::BTreeMap<String, String>,
    /// There only if this is no order's document but a basket's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basket: Option<Basket>,
}

/// What somebody began to check out. It is no order, and nothing is told of it but that it was left.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Basket {
    /// Where the storefront lets its owner go on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resume: Option<Link>,
    /// Its owner agreed to get e-mails that are not about an order.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub consent: bool,
    /// It became an order.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub ordered: bool,
}

impl Basket {
    /// The id that a basket has beside orders, never one of theirs.
    pub fn id(token: &str) -> String {
        format!("checkout/{token}")
    }
}

impl Checkout {
    /// All that is kept of a basket that became an order: that it did.
    pub fn ordered(token: &str, at: Timestamp, currency: Currency) -> Self {
        let basket = Basket { ordered: true, ..Basket::default() };
        let document = Document::of_basket(at, currency, basket);
        Self { id: Basket::id(token), at, test: false, status: None, document }
    }
}

impl Document {
    /// Whether the storefront states that it is paid.
    pub const fn is_paid(&self) -> bool {
        self.paid || self.paid_at.is_some()
    }

    /// A basket's document, of which nothing else is known. What is in a basket may cost something else once it is ordered,
    /// so no amounts are kept of it.
    pub fn of_basket(begun_at: Timestamp, currency: Currency, basket: Basket) -> Self {
        Self {
            number: String::new(),
            placed_at: begun_at,
            currency,
            lines: Vec::new(),
            amounts: Amounts::default(),
            total: 0,
            refunded: 0,
            payment_method: None,
            transaction: None,
            paid_at: None,
            paid: false,
            customer: Customer::default(),
            billing: None,
            shipping: None,
            shipping_method: None,
            promised: None,
            pay_url: None,
            locale: None,
            note: None,
            attribution: std::collections::BTreeMap::new(),
            basket: Some(basket),
        }
    }

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
    /// What of it is not in stock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back_order: Option<BackOrder>,
}

/// What of a line is not in stock, and comes later.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct BackOrder {
    /// How many.
    pub quantity: u32,
    /// When they are expected; nothing if nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Date>,
}

impl BackOrder {
    /// So many, if it is any.
    pub fn of(quantity: u32, expected: Option<Date>) -> Option<Self> {
        (quantity > 0).then_some(Self { quantity, expected })
    }
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
