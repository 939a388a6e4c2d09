//! What an order is: pure functions over its registers, as one shop's policy sees them.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::customer::CustomerRegisters;
use crate::fact::{Basket, Correction, Document, Method, Needs, OrderStatus, PaymentStatus, Source};
pub use crate::headline::Headline;
use crate::ledger::{Ledger, Said};
use crate::money::Money;
use crate::order::{CheckoutRegisters, Order, PaymentRegisters};
use crate::parcel::{Parcel, all_parcels, live};
use crate::personal::Email;
use crate::policy::Policy;
use crate::returns::{Returned, returns};
use crate::tracking::ParcelState;

/// An order as it is.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// The storefront's registers.
    pub checkout: &'a CheckoutRegisters,
    /// The storefront's newest document.
    pub document: &'a Document,
    /// What the customer said on pages of ours.
    pub customer: &'a CustomerRegisters,
    /// Payments that count: of test payments none, unless the shop is a test shop.
    pub payments: Vec<PaymentView<'a>>,
    /// Live parcels, oldest first, each once.
    pub parcels: Vec<Parcel<'a>>,
    /// What the customer sends back.
    pub returns: Vec<Returned<'a>>,
    pay_later: bool,
}

/// One payment as it is.
#[derive(Clone, Debug)]
pub struct PaymentView<'a> {
    /// Who says it.
    pub source: &'a Source,
    /// The provider's outermost id.
    pub id: &'a str,
    /// All that is known of it.
    pub registers: &'a PaymentRegisters,
    /// Made in a test mode.
    pub test: bool,
    /// Where it is.
    pub status: Option<PaymentStatus>,
    /// All that was ever taken.
    pub captured: Option<Money>,
    /// When money was first taken.
    pub captured_at: Option<Timestamp>,
}

/// How far one line of an order is: sums over live parcels, capped by what was ordered.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Progress {
    /// On its way or there.
    pub shipped: u32,
    /// There.
    pub delivered: u32,
}

/// Why money does not yet make an order accepted although some came in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Held {
    /// Less than the total.
    TooLittle,
    /// Not the order's currency.
    OtherCurrency,
}

impl<'a> View<'a> {
    /// The order as `policy` sees it; nothing while no checkout has made it an order.
    pub fn new(order: &'a Order, policy: &Policy) -> Option<Self> {
        Self::with_parcels(order, policy, live(all_parcels(order, policy.test_shop)))
    }

    /// The same, of parcels that somebody has made out already.
    pub(crate) fn with_parcels(order: &'a Order, policy: &Policy, parcels: Vec<Parcel<'a>>) -> Option<Self> {
        let checkout = order.checkout()?;
        let document = &checkout.document.value;
        let payments = distinct(all_payments(order).filter(|payment| policy.test_shop || !payment.test));
        let method = document.payment_method.as_ref();
        let pay_later = method.is_some_and(|method| policy.pay_later.contains(&method.code));
        let customer = &order.customer;
        let returns = returns(order).collect();
        Some(Self { checkout, document, customer, payments, parcels, returns, pay_later })
    }

    /// The basket that it is, if it is no order.
    pub const fn basket(&self) -> Option<&'a Basket> {
        self.document.basket.as_ref()
    }

    /// Where the customer's mail goes: the storefront's address, or what the customer corrected it to.
    pub fn email(&self) -> Option<&'a Email> {
        self.correction().map(|correction| &correction.with).or(self.document.customer.email.as_ref())
    }

    /// The correction of the storefront's address that is in force.
    pub fn correction(&self) -> Option<&'a Correction> {
        let storefront = self.document.customer.email.as_ref()?;
        self.customer.in_force(storefront).map(|(_, correction)| correction)
    }

    /// When it was placed: at the latest when we first heard of it, whatever its newest document says.
    pub fn placed_at(&self) -> Timestamp {
        first_heard(self.checkout).map_or(self.document.placed_at, |first| first.min(self.document.placed_at))
    }

    /// Whether the shop accepts it before it is paid, once it is released.
    pub const fn pay_later(&self) -> bool {
        self.pay_later
    }

    /// The newest status that we know.
    pub fn status(&self) -> Option<OrderStatus> {
        self.checkout.moments.iter().rev().find_map(|moment| moment.status)
    }

    /// Cancelled, or in the bin.
    pub fn called_off(&self) -> Option<&'static str> {
        match self.status() {
            Some(OrderStatus::Cancelled) => Some("cancelled"),
            Some(OrderStatus::Deleted) => Some("withdrawn by the shop"),
            _ => None,
        }
    }

    /// What came in, in the order's currency.
    pub fn captured(&self) -> i64 {
        self.in_currency().map(|money| money.minor).fold(0, i64::saturating_add)
    }

    /// Since when the storefront calls it paid. One that only says so has said it since the first time that it did.
    pub fn paid_since(&self) -> Option<Timestamp> {
        let first = || self.checkout.moments.iter().find(|moment| moment.paid).map(|moment| moment.at);
        self.document.paid_at.or_else(|| self.document.paid.then(first).flatten())
    }

    /// Covered by money, as payments or the storefront say.
    pub fn covered(&self) -> bool {
        self.document.is_paid() || (self.captured() > 0 && self.captured() >= self.document.total)
    }

    /// Covered, or free, or released with a payment method that is paid later. Placed is not accepted.
    pub fn accepted(&self) -> bool {
        let released = self.checkout.moments.iter().filter_map(|moment| moment.status).any(OrderStatus::released);
        self.covered() || self.free() || (released && self.pay_later)
    }

    /// Nothing to pay. An order without lines is only being written.
    pub fn free(&self) -> bool {
        let written = !self.document.lines.is_empty() || self.status().is_some_and(OrderStatus::released);
        self.document.total == 0 && written
    }

    /// Whether money came in that does not cover the order.
    pub fn held(&self) -> Option<Held> {
        let any = self.payments.iter().any(|payment| payment.captured.is_some_and(|money| money.minor > 0));
        match (any && !self.accepted(), self.captured()) {
            (false, _) => None,
            (true, 0) => Some(Held::OtherCurrency),
            (true, _) => Some(Held::TooLittle),
        }
    }

    /// What is still to be paid.
    pub fn due(&self) -> Money {
        let open = if self.document.is_paid() { 0 } else { self.document.total.saturating_sub(self.captured()) };
        self.document.money(open.max(0))
    }

    /// How an order was paid, in short: the newest payment that says.
    pub fn method(&self) -> Option<&'a Method> {
        let objects = self.payments.iter().flat_map(|payment| payment.registers.objects.values());
        let mut known: Vec<_> = objects.filter(|object| object.value.method.is_some()).collect();
        known.sort_by(|one, other| one.stamp.cmp(&other.stamp));
        known.last().and_then(|object| object.value.method.as_ref())
    }

    /// What a receipt shows as the transaction: a provider's charge, else what the storefront noted.
    pub fn transaction(&self) -> Option<&'a str> {
        let objects = self.payments.iter().filter(|p| p.captured.is_some()).flat_map(|p| p.registers.objects.values());
        let mut known: Vec<_> = objects.filter_map(|o| o.value.transaction.as_deref()).collect();
        known.sort_unstable();
        known.first().copied().or(self.document.transaction.as_deref())
    }

    /// How far each line is, in the order of the document's lines.
    pub fn progress(&self) -> Vec<Progress> {
        self.document.lines.iter().map(|line| self.line_progress(&line.id, line.quantity)).collect()
    }

    /// Everything that needs shipping has arrived.
    pub fn delivered(&self) -> bool {
        self.all_needing(&|parcel| parcel.state == ParcelState::Delivered)
    }

    /// Whether all that needs shipping is in parcels of a kind.
    fn all_needing(&self, counts: &dyn Fn(&Parcel<'_>) -> bool) -> bool {
        let mut needing = self.document.lines.iter().filter(|line| line.needs == Needs::Shipping).peekable();
        needing.peek().is_some()
            && needing.all(|line| self.in_parcels(&line.id, line.quantity, counts) >= line.quantity)
    }

    /// When the last of what needs shipping left, if all of it has.
    pub fn all_shipped_at(&self) -> Option<Timestamp> {
        let lines = self.document.lines.iter().zip(self.progress());
        let mut needing = lines.filter(|(line, _)| line.needs == Needs::Shipping);
        let all = needing.all(|(line, progress)| progress.shipped >= line.quantity);
        let last = self.parcels.iter().filter_map(|parcel| parcel.shipped_at).max();
        last.filter(|_| all)
    }

    /// When the last of it arrived, if all of it did and carriers say so, not only the shop; wherever it is by now.
    pub fn proved_arrival(&self) -> Option<Timestamp> {
        let mut came = self.parcels.iter().filter(|parcel| parcel.came());
        let proved = came.clone().all(|parcel| parcel.proved);
        let last = came.by_ref().filter_map(|parcel| parcel.delivered_at).max();
        last.filter(|_| proved && self.all_needing(&|parcel| parcel.came()))
    }

    /// Delivered and settled.
    pub fn complete(&self) -> bool {
        self.delivered() && self.due().minor == 0 && self.called_off().is_none()
    }

    /// Which parcel of how many, and whether something of the order is not in any parcel yet.
    pub fn position(&self, fulfilment: &str) -> Position {
        let shipped: Vec<_> = self.parcels.iter().filter(|parcel| parcel.shipped_at.is_some()).collect();
        let number = shipped.iter().position(|parcel| parcel.id == fulfilment).map_or(1, |index| index + 1);
        let needing = self.document.lines.iter().zip(self.progress()).filter(|(line, _)| line.needs == Needs::Shipping);
        let missing = needing.into_iter().any(|(line, progress)| progress.shipped < line.quantity);
        Position { number, of: shipped.len().max(1), more_to_come: missing }
    }

    fn line_progress(&self, id: &str, ordered: u32) -> Progress {
        Progress {
            shipped: self.in_parcels(id, ordered, &|parcel| parcel.shipped_at.is_some()),
            delivered: self.in_parcels(id, ordered, &|parcel| parcel.state == ParcelState::Delivered),
        }
    }

    /// How many of a line are in parcels of a kind, at most as many as were ordered.
    fn in_parcels(&self, id: &str, ordered: u32, counts: &dyn Fn(&Parcel<'_>) -> bool) -> u32 {
        let parcels = self.parcels.iter().filter(|parcel| counts(parcel));
        parcels.map(|parcel| parcel.quantity(id, ordered)).fold(0, u32::saturating_add).min(ordered)
    }

    fn in_currency(&self) -> impl Iterator<Item = Money> + '_ {
        let captured = self.payments.iter().filter_map(|payment| payment.captured);
        captured.filter(|money| money.currency == self.document.currency)
    }
}

/// Which parcel of how many.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Position {
    /// From 1.
    pub number: usize,
    /// Parcels that have left so far.
    pub of: usize,
    /// Something is still to be shipped.
    pub more_to_come: bool,
}

/// Every payment, test payments too.
pub(crate) fn all_payments(order: &Order) -> impl Iterator<Item = PaymentView<'_>> {
    order.payments.iter().flat_map(|(source, payments)| {
        payments.iter().map(move |(id, registers)| {
            let captured = registers.totals.iter().filter_map(|totals| totals.captured).max_by_key(|money| money.minor);
            let first = registers.totals.iter().find(|t| t.captured.is_some_and(|money| money.minor > 0));
            let newest = registers.objects.values().filter(|object| object.value.status.is_some());
            let newest = newest.max_by(|one, other| one.stamp.cmp(&other.stamp));
            let took_money = captured.is_some_and(|money| money.minor > 0);
            PaymentView {
                source,
                id,
                registers,
                test: registers.test,
                // Forward only: what was taken was taken, whatever a later snapshot of another part says.
                status: if took_money {
                    Some(PaymentStatus::Paid)
                } else {
                    newest.and_then(|object| object.value.status)
                },
                captured,
                captured_at: first.map(|totals| totals.at),
            }
        })
    })
}

/// Each payment once: two connections to one provider's account tell of the same payments.
pub(crate) fn distinct<'a>(payments: impl Iterator<Item = PaymentView<'a>>) -> Vec<PaymentView<'a>> {
    let payments: Vec<PaymentView<'a>> = payments.collect();
    if payments.len() < 2 {
        return payments;
    }
    let mut each: BTreeMap<(&str, &str), PaymentView<'a>> = BTreeMap::new();
    let taken = |payment: &PaymentView<'_>| payment.captured.map_or(0, |money| money.minor);
    for payment in payments {
        let known = each.entry((payment.source.provider(), payment.id)).or_insert_with(|| payment.clone());
        if taken(&payment) > taken(known) {
            *known = payment;
        }
    }
    each.into_values().collect()
}

/// Since when something has been so that a storefront says became so at `at`.
///
/// What the first thing says that we ever heard of an order (`first`) may have been so for long: then only the day of
/// the order is sure, and connecting a shop with thousands of old orders tells nobody anything.
pub(crate) fn since(checkout: &CheckoutRegisters, first: Option<Timestamp>, at: Timestamp) -> Timestamp {
    let watched = first.is_some_and(|first| first < at);
    if watched { at } else { checkout.document.value.placed_at.min(at) }
}

/// When the first thing was so that we heard of an order.
pub(crate) fn first_heard(checkout: &CheckoutRegisters) -> Option<Timestamp> {
    checkout.moments.iter().next().map(|moment| moment.at)
}

/// What the last of these mails said, if any was told.
pub(crate) fn last_said<'a>(told: &'a Ledger, intents: &[crate::ids::IntentId]) -> Option<&'a Said> {
    let entries = intents.iter().filter_map(|intent| told.get(intent)).filter(|entry| entry.told());
    entries.max_by_key(|entry| entry.told_at()).map(|entry| &entry.said)
}
