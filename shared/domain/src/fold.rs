//! Facts become orders: a fact is an order that knows one thing, and folding is joining.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::back_orders;
use crate::content::Content;
use crate::customer::CustomerRegisters;
use crate::fact::{Checkout, Fact, Fulfilment, Payment, Reference, Return, Source, Tracking};
use crate::order::{
    CheckoutRegisters, FulfilmentRegisters, Given, Key, Keys, Moment, Order, PaymentRegisters, ReturnRegisters, Totals,
    TrackingRegisters,
};
use crate::register::{Join, Register};

impl Order {
    /// Takes a fact in. Folding the same facts in any order, any number of times, gives the same order.
    pub fn fold(&mut self, source: &Source, observed: Timestamp, fact: Fact) {
        self.join(Self::knowing(source, observed, fact));
    }

    /// An order that knows one fact.
    fn knowing(source: &Source, observed: Timestamp, fact: Fact) -> Self {
        let mut order = Self::default();
        match fact {
            Fact::Checkout(checkout) => {
                order.checkouts.insert(source.clone(), from_checkout(observed, *checkout).into());
            }
            Fact::Payment(payment) => {
                let id = payment.id.clone();
                order.payments.insert(source.clone(), BTreeMap::from([(id, from_payment(observed, *payment))]));
            }
            Fact::Fulfilment(fulfilment) => {
                let id = fulfilment.id.clone();
                let registers = from_fulfilment(observed, *fulfilment);
                order.fulfilments.insert(source.clone(), BTreeMap::from([(id, registers.into())]));
            }
            Fact::Return(back) => {
                let id = back.id.clone();
                order.returns.insert(source.clone(), BTreeMap::from([(id, from_return(observed, *back))]));
            }
            Fact::Customer(word) => order.customer = CustomerRegisters::knowing(observed, *word),
            Fact::Tracking(tracking) => {
                let id = tracking.tracker.clone();
                order
                    .trackings
                    .insert(source.clone(), BTreeMap::from([(id, from_tracking(observed, *tracking).into())]));
            }
        }
        order
    }
}

fn from_checkout(observed: Timestamp, checkout: Checkout) -> CheckoutRegisters {
    let Checkout { at, status, document, test, .. } = checkout;
    let (total, refunded) = (document.total, document.refunded);
    // Those that say since when need no timeline of it.
    let paid = document.paid && document.paid_at.is_none();
    // What is in a basket changes until it is ordered, and nobody is told of that.
    let content = document.basket.is_none().then(|| Content::of(&document)).map(|content| (content.key(), content));
    let key = content.as_ref().map(|(key, _)| key.clone());
    let short = if document.basket.is_none() { back_orders::of(&document) } else { Vec::new() };
    let back_order = back_orders::key(&short);
    let moment = Moment { at, status, total, refunded, paid, content: key, back_order: back_order.clone() };
    let ordered = document.basket.as_ref().is_some_and(|basket| basket.ordered);
    let rank = status.map_or(u8::from(ordered), |status| status as u8);
    let promises = document.promised.map(|date| (at, date)).into_iter().collect();
    CheckoutRegisters {
        promises,
        document: Register::new(at, rank, observed, document),
        moments: [moment].into_iter().collect(),
        contents: content.into_iter().collect(),
        back_orders: back_order.map(|key| (key, short)).into_iter().collect(),
        test,
        ordered,
    }
}

fn from_payment(observed: Timestamp, payment: Payment) -> PaymentRegisters {
    let at = payment.at;
    let rank = payment.status.map_or(0, |status| status as u8);
    let mut registers = PaymentRegisters { test: payment.test, ..PaymentRegisters::default() };
    if let Some(attempt) = &payment.attempt {
        let newest = Register::new(at, u8::from(!attempt.failed), observed, attempt.clone());
        registers.attempts.insert(attempt.id.clone(), newest);
    }
    if let Some(refund) = &payment.refund {
        let newest = Register::new(at, refund.rank(), observed, refund.clone());
        registers.refunds.insert(refund.id.clone(), newest);
    }
    if payment.captured.is_some() || payment.refunded.is_some() {
        let totals = Totals { at, captured: payment.captured, refunded: payment.refunded };
        registers.totals = [totals].into_iter().collect();
    }
    registers.objects.insert(payment.object.clone(), Register::new(at, rank, observed, payment).into());
    registers
}

fn from_fulfilment(observed: Timestamp, fulfilment: Fulfilment) -> FulfilmentRegisters {
    let at = fulfilment.at;
    FulfilmentRegisters {
        states: fulfilment.state.map(|state| (at, state)).into_iter().collect(),
        numbers: fulfilment.number.clone().map(|number| (at, number)).into_iter().collect(),
        promises: fulfilment.promised.map(|date| (at, date)).into_iter().collect(),
        document: Register::new(at, fulfilment.state.map_or(0, |state| state as u8), observed, fulfilment),
    }
}

fn from_return(observed: Timestamp, back: Return) -> ReturnRegisters {
    let at = back.at;
    ReturnRegisters {
        statuses: back.status.map(|status| (at, status)).into_iter().collect(),
        document: Register::new(at, back.status.map_or(0, |status| status as u8), observed, back),
    }
}

fn from_tracking(observed: Timestamp, mut tracking: Tracking) -> TrackingRegisters {
    let at = tracking.at;
    tracking.scans.sort();
    let moved_at = tracking.moved_at();
    let newest = tracking.scans.last().map(|scan| scan.date);
    let date = newest.unwrap_or_else(|| at.to_zoned(jiff::tz::TimeZone::UTC).date());
    let (state, action_required) = (tracking.state, tracking.action_required);
    let given = tracking.reason.map(|reason| Given { at: moved_at, date, reason, state, action_required });
    let scans = if tracking.whole { Vec::new() } else { std::mem::take(&mut tracking.scans) };
    TrackingRegisters {
        states: tracking.state.map(|state| (moved_at, state, date)).into_iter().collect(),
        scans: scans.into_iter().collect(),
        promises: tracking.promised.map(|date| (at, date)).into_iter().collect(),
        test: tracking.test,
        reasons: given.into_iter().collect(),
        delays: tracking.delayed.map(|cause| (moved_at, cause, tracking.promised)).into_iter().collect(),
        document: Register::new(at, tracking.state.map_or(0, crate::tracking::ParcelState::rank), observed, tracking),
    }
}

impl Fact {
    /// The names under which an order that has this fact can be found from then on.
    pub fn claims(&self) -> Keys {
        match self {
            // A basket is no order: nobody pays it or ships it, and nothing may be taken for its.
            Self::Checkout(checkout) if checkout.document.basket.is_some() => Keys::new(),
            Self::Checkout(checkout) => {
                let order = [&checkout.id, &checkout.document.number].map(|id| key("order", id));
                order.into_iter().chain(checkout.document.transaction.iter().map(|id| key("pay", id))).collect()
            }
            Self::Payment(payment) => [key("pay", &payment.id)].into(),
            Self::Fulfilment(fulfilment) => {
                // Its own id is claimed as soon as a source looks for it: each claim is a write.
                fulfilment.number.iter().map(|number| key("track", number.as_str())).collect()
            }
            Self::Tracking(_) | Self::Return(_) | Self::Customer(_) => Keys::new(),
        }
    }

    /// The names under which its order is looked for, surest first. A checkout needs none, because it makes its order, and
    /// the customer's word none, because it says which order it is about.
    pub fn sought(&self) -> Vec<Key> {
        let named = |references: &[Reference]| references.iter().map(Reference::key).collect::<Vec<_>>();
        match self {
            Self::Checkout(_) | Self::Customer(_) => Vec::new(),
            Self::Payment(payment) => {
                let mut keys = vec![key("pay", &payment.id), key("pay", &payment.object)];
                keys.extend(named(&payment.references));
                keys.sort_by_key(|key| !key.0.starts_with("pay:"));
                keys.dedup();
                keys
            }
            Self::Fulfilment(fulfilment) => named(&fulfilment.references),
            Self::Return(back) => named(&back.references),
            Self::Tracking(tracking) => vec![key("track", tracking.number.as_str())],
        }
    }
}

impl Reference {
    /// The link that this name is claimed under.
    pub fn key(&self) -> Key {
        match self {
            Self::Order(id) => key("order", id),
            Self::Payment(id) => key("pay", id),
            Self::Tracking(number) => key("track", number.as_str()),
            Self::Fulfilment(id) => key("fulfilment", id),
        }
    }
}

/// Keys have a bounded length, whatever a sender writes.
fn key(kind: &str, value: &str) -> Key {
    let value = value.trim().trim_start_matches('#');
    if value.len() <= 120 {
        Key([kind, ":", value].concat())
    } else {
        Key(format!("{kind}:~{}", crate::ids::digest(&[value.as_bytes()])))
    }
}
