//! What is known of an order, one thing at a time.

use jiff::Timestamp;
use serde::Serialize;

use super::amount;
use crate::back_orders;
use crate::customer::CustomerRegisters;
use crate::edits::{self, Versions};
use crate::fact::{
    Answered, Basket, Fact, FulfilmentState, OrderStatus, PaymentStatus, Refund, ReturnStatus, Says, Scope, Source,
    Withdrawal,
};
use crate::order::{
    CheckoutRegisters, FulfilmentRegisters, Order, PaymentRegisters, ReturnRegisters, TrackingRegisters,
};
use crate::register::Newest;
use crate::tracking::{ParcelState, TrackingNumber};

/// One thing that a source says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Evidence {
    /// Who says it.
    pub source: Source,
    /// Of what.
    pub object: Object,
    /// When it was so, by the source's clock.
    pub at: Timestamp,
    /// What kind of thing it is.
    pub what: What,
    /// The same in words; names no person.
    pub text: String,
}

impl Evidence {
    /// Whether a fact of its source says it: of the same thing, at the same time.
    pub fn is_in(&self, fact: &Fact) -> bool {
        match (&self.object, fact) {
            (Object::Order, Fact::Checkout(checkout)) => {
                let document = &checkout.document;
                checkout.at == self.at || document.placed_at == self.at || document.paid_at == Some(self.at)
            }
            (Object::Payment(id), Fact::Payment(payment)) => payment.id == *id && payment.at == self.at,
            (Object::Fulfilment(id), Fact::Fulfilment(other)) => other.id == *id && other.at == self.at,
            (Object::Parcel(number), Fact::Tracking(tracking)) => {
                let scanned = tracking.scans.iter().any(|scan| scan.at == self.at);
                tracking.number == *number && (scanned || tracking.at == self.at)
            }
            (Object::Return(id), Fact::Return(back)) => back.id == *id && back.at == self.at,
            (Object::Customer, Fact::Customer(word)) => match &word.says {
                Says::Stopped(address) => self.text.ends_with(&stopped(address)),
                _ => self.text.contains(&word.id),
            },
            _ => false,
        }
    }

    /// Whether a source is the one that says it. A customer's word comes from our own page, of whichever shop.
    pub fn is_of(&self, source: &Source) -> bool {
        match self.object {
            Object::Customer => self.source.provider() == source.provider(),
            _ => self.source == *source,
        }
    }
}

/// What a thing is said of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Object {
    /// The order.
    Order,
    /// A payment, by the provider's outermost id.
    Payment(String),
    /// A fulfilment, by its source's id.
    Fulfilment(String),
    /// A parcel, by its number.
    Parcel(TrackingNumber),
    /// A return, by its source's id.
    Return(String),
    /// What the customer said.
    Customer,
}

/// A kind of thing that is said.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// The order was placed.
    Placed,
    /// What became of a basket.
    Basket,
    /// A status of the order.
    Status,
    /// Its content is another one.
    Content,
    /// More of it is not in stock, or comes later.
    BackOrder,
    /// The storefront calls it paid.
    StatedPaid,
    /// The storefront says what was given back.
    StatedRefund,
    /// The day that was promised at the checkout, or later.
    Promise,
    /// Where a payment is.
    Payment,
    /// Money came in.
    Taken,
    /// A try to pay.
    Attempt,
    /// Money went back, or did not.
    Refund,
    /// How far a fulfilment is.
    Fulfilment,
    /// A number.
    Number,
    /// Where a carrier says that a parcel is.
    Parcel,
    /// The carrier calls it late.
    Late,
    /// The carrier says why something is wrong.
    Reason,
    /// Where a return is.
    Return,
    /// The customer's word.
    Word,
}

/// Everything that an order's registers hold, in the order of the sources' clocks.
pub fn evidence(order: &Order) -> Vec<Evidence> {
    let mut all = Vec::new();
    for (source, checkout) in &order.checkouts {
        of_checkout(&mut all, source, checkout);
    }
    for (source, id, payment) in each(&order.payments) {
        of_payment(&mut all, source, id, payment);
    }
    for (source, id, fulfilment) in each(&order.fulfilments) {
        of_fulfilment(&mut all, source, id, fulfilment);
    }
    for (source, _, tracking) in each(&order.trackings) {
        of_tracking(&mut all, source, tracking);
    }
    for (source, id, back) in each(&order.returns) {
        of_return(&mut all, source, id, back);
    }
    of_customer(&mut all, &order.customer);
    all.sort_by(|a, b| (a.at, &a.source, a.what, &a.text).cmp(&(b.at, &b.source, b.what, &b.text)));
    all.dedup();
    all
}

fn each<V>(
    all: &std::collections::BTreeMap<Source, std::collections::BTreeMap<String, V>>,
) -> impl Iterator<Item = (&Source, &String, &V)> {
    all.iter().flat_map(|(source, objects)| objects.iter().map(move |(id, registers)| (source, id, registers)))
}

fn of_checkout(all: &mut Vec<Evidence>, source: &Source, checkout: &CheckoutRegisters) {
    let document = &checkout.document.value;
    let mut say = |at, what, text| all.push(Evidence { source: source.clone(), object: Object::Order, at, what, text });
    if let Some(of) = &document.basket {
        return say(checkout.document.stamp.at, What::Basket, basket(of));
    }
    say(document.placed_at, What::Placed, format!("order {} was placed", document.number));
    let (mut last, mut given) = (None, 0);
    for moment in checkout.moments.iter() {
        if let Some(now) = moment.status.filter(|now| last != Some(*now)) {
            say(moment.at, What::Status, format!("order {}: {}", document.number, status(now)));
            last = Some(now);
        }
        if moment.refunded != given {
            let text = format!("{} given back in all, says the storefront", amount(document.money(moment.refunded)));
            say(moment.at, What::StatedRefund, text);
            given = moment.refunded;
        }
    }
    let first = || checkout.moments.iter().find(|moment| moment.paid).map(|moment| moment.at);
    if let Some(at) = document.paid_at.or_else(first).filter(|_| document.is_paid()) {
        say(at, What::StatedPaid, format!("order {} is paid, says the storefront", document.number));
    }
    for (at, day) in checkout.promises.iter() {
        say(*at, What::Promise, format!("promised for {day}"));
    }
    for changed in Versions::of(checkout).changes() {
        let total = edits::content(checkout, changed.key).map_or(0, |content| content.total);
        let total = amount(document.money(total));
        say(changed.at, What::Content, format!("order {} was changed, for {total} now", document.number));
    }
    for worse in back_orders::news(checkout) {
        say(worse.at, What::BackOrder, format!("some of order {} is not in stock, or comes later", document.number));
    }
}

fn of_payment(all: &mut Vec<Evidence>, source: &Source, id: &str, payment: &PaymentRegisters) {
    let test = if payment.test { " (test mode)" } else { "" };
    let mut say = |at, what, text: String| {
        let object = Object::Payment(id.to_owned());
        all.push(Evidence { source: source.clone(), object, at, what, text: format!("payment {id}: {text}{test}") });
    };
    for object in payment.objects.values() {
        if let Some(status) = object.value.status {
            say(object.stamp.at, What::Payment, payment_status(status));
        }
    }
    for attempt in payment.attempts.values() {
        let how = if attempt.value.failed { "failed" } else { "succeeded" };
        say(attempt.stamp.at, What::Attempt, format!("try {} {how}", attempt.value.id));
    }
    for one in payment.refunds.values() {
        say(one.stamp.at, What::Refund, refund(&one.value));
    }
    let (mut taken, mut given) = (None, None);
    for totals in payment.totals.iter() {
        if let Some(money) = totals.captured.filter(|money| money.minor > 0 && taken != Some(*money)) {
            say(totals.at, What::Taken, format!("{} taken", amount(money)));
            taken = Some(money);
        }
        if let Some(money) = totals.refunded.filter(|money| given.map_or(money.minor > 0, |given| given != *money)) {
            say(totals.at, What::Refund, format!("{} given back in all", amount(money)));
            given = Some(money);
        }
    }
}

fn of_fulfilment(all: &mut Vec<Evidence>, source: &Source, id: &str, fulfilment: &FulfilmentRegisters) {
    let mut say = |at, what, text: String| {
        let object = Object::Fulfilment(id.to_owned());
        all.push(Evidence { source: source.clone(), object, at, what, text: format!("fulfilment {id}: {text}") });
    };
    let mut last = None;
    for (at, state) in fulfilment.states.iter().filter(|(_, state)| last.replace(*state) != Some(*state)) {
        say(*at, What::Fulfilment, fulfilment_state(*state));
    }
    let mut last = None;
    for (at, number) in fulfilment.numbers.iter().filter(|(_, number)| last.replace(number) != Some(number)) {
        say(*at, What::Number, format!("number {}", number.as_str()));
    }
    let mut last = None;
    for (at, day) in fulfilment.promises.iter().filter(|(_, day)| last.replace(*day) != Some(*day)) {
        say(*at, What::Promise, format!("promised for {day}"));
    }
}

fn of_return(all: &mut Vec<Evidence>, source: &Source, id: &str, back: &ReturnRegisters) {
    let mut last = None;
    for (at, status) in back.statuses.iter().filter(|(_, status)| last.replace(*status) != Some(*status)) {
        let text = format!("return {id}: {}", return_status(*status));
        let object = Object::Return(id.to_owned());
        all.push(Evidence { source: source.clone(), object, at: *at, what: What::Return, text });
    }
}

fn of_tracking(all: &mut Vec<Evidence>, source: &Source, tracking: &TrackingRegisters) {
    let number = &tracking.document.value.number;
    let mode = if tracking.test { " (test mode)" } else { "" };
    let mut say = |at, what, text: String| {
        let text = format!("parcel {}: {text}{mode}", number.as_str());
        all.push(Evidence { source: source.clone(), object: Object::Parcel(number.clone()), at, what, text });
    };
    let scans = tracking.scans.iter().chain(&tracking.document.value.scans);
    let scanned = scans.filter_map(|scan| Some((scan.at, scan.state?)));
    let mut states: Vec<(Timestamp, ParcelState)> =
        tracking.states.iter().map(|(at, state, _)| (*at, *state)).chain(scanned).collect();
    states.sort_by_key(|(at, state)| (*at, state.rank()));
    states.dedup_by_key(|(_, state)| *state);
    for (at, state) in states {
        say(at, What::Parcel, parcel_state(state));
    }
    let mut last = None;
    for (at, day) in tracking.promises.iter().filter(|(_, day)| last.replace(*day) != Some(*day)) {
        say(*at, What::Promise, format!("promised for {day}"));
    }
    for (at, cause, _) in tracking.delays.iter() {
        say(*at, What::Late, format!("late, says the carrier ({})", cause.name()));
    }
    for given in tracking.reasons.iter() {
        let asks = if given.action_required { ", the customer has to act" } else { "" };
        say(given.at, What::Reason, format!("something is wrong ({}{asks})", words(&given.reason)));
    }
}

fn of_customer(all: &mut Vec<Evidence>, customer: &CustomerRegisters) {
    let mut say = |at, of: &str, text: String| {
        let text = format!("{text} {of}");
        all.push(Evidence {
            source: Source::new("customers", "page"),
            object: Object::Customer,
            at,
            what: What::Word,
            text,
        });
    };
    for one in customer.tries.iter() {
        say(one.at, &by(&one.id), word(&Says::Tried(one.correction.clone())));
    }
    for statement in customer.withdrawals.iter() {
        say(statement.at, &by(&statement.id), word(&Says::Withdrew(statement.said.clone())));
    }
    for answer in customer.answers.values().flat_map(Newest::iter) {
        say(answer.at, &by(&answer.id), word(&Says::Answered(answer.answered.clone())));
    }
    for (address, at) in &customer.stopped {
        say(at.0, &stopped(address), word(&Says::Stopped(address.clone())));
    }
}

fn by(word: &str) -> String {
    format!("(word {word})")
}

/// By which address: the start of its keyed hash, which names nobody.
fn stopped(address: &str) -> String {
    format!("(address {})", address.get(..8).unwrap_or(address))
}

/// What a customer said, without addresses and without the customer's own words.
pub(super) fn word(says: &Says) -> String {
    match says {
        Says::Tried(Some(_)) => "the customer corrected the address, and proved it".to_owned(),
        Says::Tried(None) => "somebody tried to correct the address, and did not prove it".to_owned(),
        Says::Confirmed(_) => "the corrected address was confirmed".to_owned(),
        Says::Answered(Answered { question, value: Some(value), .. }) => {
            format!("answered {}: {value}", question.name())
        }
        Says::Answered(Answered { question, .. }) => format!("answered {}", question.name()),
        Says::Stopped(_) => "the customer wants no more questions of the shop".to_owned(),
        Says::Withdrew(Withdrawal { of: Scope::Whole, .. }) => "the customer withdrew from all of it".to_owned(),
        Says::Withdrew(Withdrawal { of: Scope::Lines(lines), .. }) => {
            format!("the customer withdrew from {} of its lines", lines.len())
        }
    }
}

/// A name as it is stored, in words: `out_for_delivery` is "out for delivery".
fn words(name: &impl Serialize) -> String {
    let name = serde_json::to_value(name).ok();
    name.as_ref().and_then(serde_json::Value::as_str).unwrap_or("unknown").replace('_', " ")
}

/// A basket in a few words.
pub(super) fn basket(basket: &Basket) -> String {
    let so = match (basket.ordered, basket.consent) {
        (true, _) => "it became an order",
        (false, true) => "not ordered yet",
        (false, false) => "not ordered yet; its owner did not agree to e-mails",
    };
    format!("a basket: {so}")
}

pub(super) fn status(status: OrderStatus) -> String {
    words(&status)
}

pub(super) fn payment_status(status: PaymentStatus) -> String {
    words(&status)
}

pub(super) fn fulfilment_state(state: FulfilmentState) -> String {
    words(&state)
}

pub(super) fn return_status(status: ReturnStatus) -> String {
    words(&status)
}

pub(super) fn parcel_state(state: ParcelState) -> String {
    words(&state)
}

pub(super) fn refund(refund: &Refund) -> String {
    let how = match (refund.failed, refund.pending) {
        (true, _) => "failed or was taken back",
        (false, true) => "is not on its way yet",
        (false, false) => "is on its way",
    };
    format!("refund {} of {} {how}", refund.id, amount(refund.amount))
}
