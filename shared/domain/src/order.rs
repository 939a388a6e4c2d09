//! An order: the join of its registers.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::address::{Address, Customer};
use crate::back_orders::BackOrders;
use crate::content::{Content, Contents};
use crate::customer::CustomerRegisters;
use crate::fact::{
    Attempt, Basket, DelayCause, Document, Fulfilment, FulfilmentState, OrderStatus, Payment, Reason, Refund, Return,
    ReturnStatus, Scan, Source, Tracking,
};
use crate::money::Money;
use crate::personal::Email;
use crate::register::{First, Join, Member, Newest, Register};
use crate::tracking::{ParcelState, TrackingNumber};

/// Everything that is known of an order, by source and by the source's own ids. What is large is boxed: a map makes room for
/// eleven, and of most there is one.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Order {
    /// What storefronts say.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub checkouts: BTreeMap<Source, Box<CheckoutRegisters>>,
    /// What payment providers say, by their outermost id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub payments: BTreeMap<Source, BTreeMap<String, PaymentRegisters>>,
    /// What was shipped, by fulfilment id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fulfilments: BTreeMap<Source, BTreeMap<String, Box<FulfilmentRegisters>>>,
    /// What carriers say, by tracker id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub trackings: BTreeMap<Source, BTreeMap<String, Box<TrackingRegisters>>>,
    /// What the customer sends back, by the return's id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub returns: BTreeMap<Source, BTreeMap<String, ReturnRegisters>>,
    /// What the customer said on pages of ours.
    #[serde(skip_serializing_if = "CustomerRegisters::is_empty")]
    pub customer: CustomerRegisters,
    /// From then on no person is kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub erased: Option<Erased>,
}

/// The person behind an order asked to be forgotten.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Erased(pub Timestamp);

/// One storefront's registers of one order.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct CheckoutRegisters {
    /// The newest document.
    pub document: Register<Document>,
    /// Where the order was, when, and what it cost then.
    pub moments: Newest<Moment, 100>,
    /// What its content was, by the keys of the moments.
    #[serde(default, skip_serializing_if = "First::is_empty")]
    pub contents: Contents,
    /// What was back-ordered, by the keys of the moments.
    #[serde(default, skip_serializing_if = "First::is_empty")]
    pub back_orders: BackOrders,
    /// Every promised date of delivery, as the storefront showed it.
    #[serde(default, skip_serializing_if = "Newest::is_empty")]
    pub promises: Newest<(Timestamp, Date), 30>,
    /// Made in a test mode.
    #[serde(default)]
    pub test: bool,
    /// It was a basket that became an order, as any word on it said.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ordered: bool,
}

/// One point of an order's timeline. A stale snapshot still adds its own.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Moment {
    /// By the storefront's clock.
    pub at: Timestamp,
    /// Statuses are ordered as they follow in life, which decides between two of one second.
    pub status: Option<OrderStatus>,
    /// The total then, in minor units.
    pub total: i64,
    /// What was given back by then, in minor units.
    pub refunded: i64,
    /// Stated as paid then.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub paid: bool,
    /// The key of its content then; nothing if older code noted it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// The key of what was back-ordered then; nothing if nothing was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back_order: Option<String>,
}

impl Member for Moment {}

/// One payment's registers.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PaymentRegisters {
    /// The payment and its parts, by object id.
    pub objects: BTreeMap<String, Box<Register<Payment>>>,
    /// Tries to pay.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub attempts: BTreeMap<String, Register<Attempt>>,
    /// Refund objects.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub refunds: BTreeMap<String, Register<Refund>>,
    /// How much was taken and given back in total, when.
    pub totals: Newest<Totals, 60>,
    /// Made in a test mode, as any word on it said.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub test: bool,
}

/// One point of a payment's cumulative totals.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Totals {
    /// By the provider's clock.
    pub at: Timestamp,
    /// All that was ever taken.
    pub captured: Option<Money>,
    /// All that was given back.
    pub refunded: Option<Money>,
}

impl Member for Totals {}

/// One fulfilment's registers.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FulfilmentRegisters {
    /// The newest document.
    pub document: Register<Fulfilment>,
    /// Every state that it was in.
    pub states: Newest<(Timestamp, FulfilmentState), 30>,
    /// Every number that it had.
    pub numbers: Newest<(Timestamp, TrackingNumber), 20>,
    /// Every promised date.
    #[serde(default, skip_serializing_if = "Newest::is_empty")]
    pub promises: Newest<(Timestamp, Date), 30>,
}

/// One tracker's registers.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct TrackingRegisters {
    /// The newest document.
    pub document: Register<Tracking>,
    /// Every state that it reported, with the local date.
    pub states: Newest<(Timestamp, ParcelState, Date), 60>,
    /// Scans of sources that send one event a post.
    pub scans: Newest<Scan, 60>,
    /// Every promised date.
    pub promises: Newest<(Timestamp, Date), 30>,
    /// Every time that the carrier called it late, with the date promised then.
    #[serde(default)]
    pub delays: Newest<(Timestamp, DelayCause, Option<Date>), 30>,
    /// Every reason that the carrier gave for what is wrong.
    #[serde(default, skip_serializing_if = "Newest::is_empty")]
    pub reasons: Newest<Given, 30>,
    /// Made in a test mode, as any word on it said.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub test: bool,
}

/// One return's registers.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ReturnRegisters {
    /// The newest document.
    pub document: Register<Return>,
    /// Every status that it had.
    pub statuses: Newest<(Timestamp, ReturnStatus), 20>,
}

/// A reason for what is wrong with a parcel, as its carrier gave it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Given {
    /// When it was so.
    pub at: Timestamp,
    /// The date there.
    pub date: Date,
    /// The reason.
    pub reason: Reason,
    /// Where the parcel was.
    pub state: Option<ParcelState>,
    /// The customer has to do something.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub action_required: bool,
}

impl Member for Given {}

impl Order {
    /// The storefront's newest document, with its registers. Nothing without one: only a checkout makes an order.
    pub fn checkout(&self) -> Option<&CheckoutRegisters> {
        let all = self.checkouts.values().map(Box::as_ref);
        all.max_by(|one, other| one.document.stamp.cmp(&other.document.stamp))
    }

    /// Where the customer's mail goes: the storefront's address, or what the customer corrected it to.
    pub fn email(&self) -> Option<&Email> {
        let storefront = self.checkout()?.document.value.customer.email.as_ref()?;
        Some(self.customer.in_force(storefront).map_or(storefront, |(_, correction)| &correction.with))
    }

    /// Forgets the person, keeps amounts and states.
    fn scrub(&mut self) {
        self.customer.scrub();
        for checkout in self.checkouts.values_mut() {
            let nowhere = |content: &Content| Content { address: None, ..content.clone() };
            checkout.contents = checkout.contents.iter().map(|(key, one)| (key.clone(), nowhere(one))).collect();
            let document = &mut checkout.document.value;
            document.customer = Customer::default();
            document.note = None;
            document.attribution.clear();
            document.pay_url = None;
            if let Some(basket) = &mut document.basket {
                *basket = Basket { ordered: basket.ordered, ..Basket::default() };
            }
            for address in [&mut document.billing, &mut document.shipping].into_iter().flatten() {
                *address = Address { country: std::mem::take(&mut address.country), ..Address::default() };
            }
        }
        for object in self.payments.values_mut().flat_map(|p| p.values_mut()).flat_map(|p| p.objects.values_mut()) {
            if let Some(method) = &mut object.value.method {
                method.last4 = None;
            }
        }
        for back in self.returns.values_mut().flat_map(|returns| returns.values_mut()) {
            back.scrub();
        }
    }
}

impl Join for Order {
    fn join(&mut self, mut other: Self) {
        self.erased.join(other.erased);
        if self.erased.is_some() {
            // Both before they are joined: what is capped would otherwise count a try and what is left of it as two.
            self.scrub();
            other.scrub();
        }
        self.checkouts.join(other.checkouts);
        self.payments.join(other.payments);
        self.fulfilments.join(other.fulfilments);
        self.trackings.join(other.trackings);
        self.returns.join(other.returns);
        self.customer.join(other.customer);
    }
}

impl Join for Erased {
    fn join(&mut self, other: Self) {
        self.0 = self.0.min(other.0);
    }
}

impl Join for CheckoutRegisters {
    fn join(&mut self, other: Self) {
        self.document.join(other.document);
        self.moments.join(other.moments);
        self.contents.join(other.contents);
        self.back_orders.join(other.back_orders);
        self.promises.join(other.promises);
        self.test |= other.test;
        self.ordered |= other.ordered;
    }
}

impl Join for PaymentRegisters {
    fn join(&mut self, other: Self) {
        self.objects.join(other.objects);
        self.attempts.join(other.attempts);
        self.refunds.join(other.refunds);
        self.totals.join(other.totals);
        self.test |= other.test;
    }
}

impl Join for FulfilmentRegisters {
    fn join(&mut self, other: Self) {
        self.document.join(other.document);
        self.states.join(other.states);
        self.numbers.join(other.numbers);
        self.promises.join(other.promises);
    }
}

impl Join for TrackingRegisters {
    fn join(&mut self, other: Self) {
        self.document.join(other.document);
        self.states.join(other.states);
        self.scans.join(other.scans);
        self.promises.join(other.promises);
        self.delays.join(other.delays);
        self.reasons.join(other.reasons);
        self.test |= other.test;
    }
}

impl Join for ReturnRegisters {
    fn join(&mut self, other: Self) {
        self.document.join(other.document);
        self.statuses.join(other.statuses);
    }
}

/// What an order is found by, and claims. One item a key holds the orders that claim it and the facts parked under it.
pub type Keys = BTreeSet<Key>;

/// A name of an order inside its shop.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Key(pub String);
