//! The facts of a story, up to the news of one kind.

use domain::address::Customer;
use domain::fact::{
    Attempt, BackOrder, Basket, Checkout, Correction, Document, Fact, FulfilledLine, Fulfilment, FulfilmentState, Line,
    OrderStatus, Payment, PaymentStatus, Reason, Reference, Refund, ReturnStatus, Says, Scan, Scope, Tracking,
    WORD_VERSION, Withdrawal, WithdrawnLine, Word,
};
use domain::money::Money;
use domain::personal::Personal;
use domain::situations::{Class, Kind};
use domain::tracking::{ParcelState, TrackingNumber};
use jiff::civil::date;

use super::{Paying, Story, link, time};

/// The second parcel's number.
const SECOND: &str = "1Z999AA10123456784";

impl Story {
    pub(super) fn facts(&self, kind: Kind) -> Vec<(&'static str, Fact)> {
        if kind == Kind::Edited {
            return self.edited();
        }
        if kind == Kind::BackOrdered {
            return self.back_ordered();
        }
        if kind.of_baskets() {
            return vec![("shopfront", self.basket())];
        }
        let mut facts = vec![("shopfront", self.checkout("2026-11-21T22:30:05Z", OrderStatus::Pending))];
        match kind {
            Kind::Received => facts.extend(self.captured.and_then(|_| self.paid()).map(|fact| ("pay", fact))),
            Kind::PaymentFailed => facts.push(("pay", self.failed())),
            Kind::PaymentReminder | Kind::PaymentExpired => {}
            Kind::ConfirmAddress => facts.push(("page", self.corrected())),
            Kind::Withdrawal => facts.push(("page", self.withdrew())),
            _ => facts.extend(self.after_payment(kind)),
        }
        facts
    }

    /// From the first two lines, or from all of it where there are no more.
    fn withdrew(&self) -> Fact {
        let personal = |text: &str| Some(Personal::new(text.to_owned()));
        let lines = self.document.lines.iter().take(2).map(|line| WithdrawnLine {
            line: line.id.clone(),
            name: line.name.clone(),
            quantity: line.quantity,
        });
        let of = if self.document.lines.len() > 2 { Scope::Lines(lines.collect()) } else { Scope::Whole };
        let text = format!("{0}\n{0}, 2", self.document.lines[0].name);
        let says = Says::Withdrew(Withdrawal { of, name: personal("Zoë Winter"), text: personal(&text) });
        let (id, order) = ("abcdefghijklmnopqr23".to_owned(), Self::id());
        Fact::Customer(Box::new(Word { v: WORD_VERSION, order, id, says }))
    }

    /// Accepted as it was before, and changed to what it is.
    fn edited(&self) -> Vec<(&'static str, Fact)> {
        let mut before = self.clone();
        let document = &mut before.document;
        if let Some(address) = &mut document.shipping {
            address.lines = vec![Personal::new("Harbour Rd 3".to_owned())];
        }
        let mut removed = document.lines[0].clone();
        "x".clone_into(&mut removed.id);
        removed.variant.push_str(", small");
        if document.lines.len() > 1 {
            document.lines.remove(0);
        }
        document.lines[0].quantity += 1;
        document.lines.push(removed);
        document.total -= 500;
        let mut facts = vec![("shopfront", before.checkout("2026-11-21T22:30:05Z", OrderStatus::Pending))];
        facts.extend(self.paid().map(|fact| ("pay", fact)));
        facts.push(("shopfront", before.checkout("2026-11-21T22:31:05Z", OrderStatus::Processing)));
        facts.push(("shopfront", self.checkout("2026-11-26T09:00:00Z", OrderStatus::Processing)));
        facts
    }

    /// Accepted with everything in stock, and some of it is not any more.
    fn back_ordered(&self) -> Vec<(&'static str, Fact)> {
        let mut facts = vec![("shopfront", self.checkout("2026-11-21T22:30:05Z", OrderStatus::Pending))];
        facts.extend(self.paid().map(|fact| ("pay", fact)));
        facts.push(("shopfront", self.checkout("2026-11-21T22:31:05Z", OrderStatus::Processing)));
        let mut short = self.clone();
        let most = if short.document.lines.len() > 40 { usize::MAX } else { 2 };
        for (place, line) in short.document.lines.iter_mut().take(most).enumerate() {
            let expected = self.restocked.filter(|_| place == 0);
            line.back_order = BackOrder::of(if place == 0 { 1 } else { line.quantity.div_ceil(2) }, expected);
        }
        facts.push(("shopfront", short.checkout("2026-11-26T09:00:00Z", OrderStatus::Processing)));
        facts
    }

    fn after_payment(&self, kind: Kind) -> Vec<(&'static str, Fact)> {
        let mut facts: Vec<(&'static str, Fact)> = self.paid().into_iter().map(|fact| ("pay", fact)).collect();
        facts.extend(self.paid_again().map(|fact| ("pay", fact)));
        facts.push(("shopfront", self.checkout("2026-11-21T22:31:05Z", OrderStatus::Processing)));
        match kind {
            Kind::Confirmed | Kind::Receipt | Kind::LateToShip | Kind::NewOrder => {}
            Kind::OnHold => facts.push(("shopfront", self.checkout("2026-11-22T09:00:00Z", OrderStatus::OnHold))),
            Kind::Cancelled => {
                facts.push(("shopfront", self.checkout("2026-11-22T09:00:00Z", OrderStatus::Cancelled)));
                facts.extend(self.refunded.map(|back| ("pay", self.payment("2026-11-22T09:05:00Z", Some(back)))));
            }
            Kind::Refund => {
                let back = self.refunded.unwrap_or(self.document.total);
                facts.push(("pay", self.payment("2026-11-25T09:05:00Z", Some(back))));
            }
            Kind::RefundFailed => {
                let back = self.refunded.unwrap_or(self.document.total);
                facts.push(("pay", self.refund_failed("2026-11-25T09:05:00Z", back)));
            }
            Kind::ReturnRequested => facts.push(("shopfront", self.sent_back(ReturnStatus::Requested))),
            Kind::ReturnApproved => facts.push(("shopfront", self.sent_back(ReturnStatus::Approved))),
            Kind::ReturnDeclined => facts.push(("shopfront", self.sent_back(ReturnStatus::Declined))),
            Kind::ReturnReceived => facts.push(("shopfront", self.sent_back(ReturnStatus::Received))),
            _ => facts.extend(self.on_its_way(kind)),
        }
        facts
    }

    fn on_its_way(&self, kind: Kind) -> Vec<(&'static str, Fact)> {
        let mut facts = Vec::new();
        let corrected = kind == Kind::NumberChanged;
        if corrected {
            facts.push(("shopfront", self.fulfilment("f1", "2026-11-24T10:00:00Z", "OLD-1", &self.first)));
        }
        let at = if corrected { "2026-11-24T15:00:00Z" } else { "2026-11-24T10:00:00Z" };
        // Who is asked has everything.
        let all = kind.class() == Class::Feedback && self.second.is_empty();
        let first = if all { &[][..] } else { &self.first };
        facts.push(("shopfront", self.fulfilment("f1", at, self.number, first)));
        if !self.second.is_empty() {
            facts.push(("shopfront", self.fulfilment("f2", "2026-11-25T10:00:00Z", SECOND, &self.second)));
        }
        facts.extend(self.tracking(kind, self.number).map(|fact| ("track", fact)));
        if kind.class() == Class::Feedback && !self.second.is_empty() {
            facts.extend(self.tracking(kind, SECOND).map(|fact| ("track", fact)));
        }
        facts
    }

    fn corrected(&self) -> Fact {
        let with = domain::personal::Email::parse("zoe@example.org").ok();
        let correction = self.document.customer.email.clone().zip(with);
        let correction = correction.map(|(replaces, with)| Correction { replaces, with });
        let (id, order) = ("abcdefghijklmnopqrst".to_owned(), Self::id());
        Fact::Customer(Box::new(Word { v: WORD_VERSION, order, id, says: Says::Tried(correction) }))
    }

    fn checkout(&self, at: &str, status: OrderStatus) -> Fact {
        Fact::Checkout(Box::new(Checkout {
            id: "10427".to_owned(),
            at: time(at),
            test: false,
            status: Some(status),
            document: self.document.clone(),
        }))
    }

    /// The same things, before they were ordered.
    fn basket(&self) -> Fact {
        let resume = Some(link("https://harborandpine.example/checkouts/6f1e2d/recover?key=9a1c&locale=en"));
        let Document { lines, customer, locale, .. } = self.document.clone();
        let Customer { email, name, .. } = customer;
        let basket = Basket { resume, consent: true, ordered: false };
        let at = time("2026-11-26T08:00:00Z");
        let document = Document {
            lines: lines.into_iter().map(|line| Line { total: 0, ..line }).collect(),
            customer: Customer { email, name, phone: None },
            locale,
            ..Document::of_basket(at, self.document.currency, basket)
        };
        Fact::Checkout(Box::new(Checkout { id: Basket::id("6f1e2d"), at, test: false, status: None, document }))
    }

    fn failed(&self) -> Fact {
        let attempt = Some(Attempt { id: "a1".to_owned(), failed: true });
        let mut payment = self.bare_payment("2026-11-26T12:00:00Z", PaymentStatus::Failed);
        payment.attempt = attempt;
        payment.into()
    }

    /// The payment, if there is one.
    fn paid(&self) -> Option<Fact> {
        match (self.payment, self.captured) {
            (Paying::Reserved, _) => Some(self.bare_payment("2026-11-21T22:31:00Z", PaymentStatus::Authorised).into()),
            (_, Some(0)) => None,
            _ => Some(self.payment("2026-11-21T22:31:00Z", None)),
        }
    }

    /// The second payment, if there is one.
    fn paid_again(&self) -> Option<Fact> {
        let Fact::Payment(mut second) = self.payment("2026-11-22T08:00:00Z", None) else { return None };
        "pi_2".clone_into(&mut second.id);
        "pi_2".clone_into(&mut second.object);
        second.transaction = Some("ch_SECOND".to_owned());
        (self.payment == Paying::Twice).then_some(Fact::Payment(second))
    }

    fn payment(&self, at: &str, refunded: Option<i64>) -> Fact {
        let money = |minor| Money::new(minor, self.document.currency);
        let mut payment = self.bare_payment(at, PaymentStatus::Paid);
        payment.captured = Some(money(self.captured.unwrap_or(self.document.total)));
        payment.refunded = refunded.map(money);
        payment.method.clone_from(&self.method);
        payment.transaction = Some("ch_3QKd2nLkdIwHu7ix0Xy1aBcD".to_owned());
        payment.into()
    }

    fn refund_failed(&self, at: &str, amount: i64) -> Fact {
        let amount = Money::new(amount, self.document.currency);
        let mut part = self.bare_payment(at, PaymentStatus::Paid);
        "re_3QKd2nLkdIwHu7ix".clone_into(&mut part.object);
        part.status = None;
        part.refund = Some(Refund { id: part.object.clone(), amount, failed: true, pending: false });
        part.into()
    }

    fn bare_payment(&self, at: &str, status: PaymentStatus) -> Payment {
        Payment {
            id: "pi_1".to_owned(),
            object: "pi_1".to_owned(),
            at: time(at),
            test: false,
            references: vec![Reference::Order("10427".to_owned())],
            status: Some(status),
            amount: Some(Money::new(self.document.total, self.document.currency)),
            captured: None,
            refunded: None,
            attempt: None,
            refund: None,
            method: None,
            transaction: None,
        }
    }

    fn fulfilment(&self, id: &str, at: &str, number: &str, lines: &[FulfilledLine]) -> Fact {
        Fact::Fulfilment(Box::new(Fulfilment {
            id: id.to_owned(),
            at: time(at),
            references: vec![Reference::Order("10427".to_owned())],
            state: Some(FulfilmentState::Shipped),
            lines: lines.to_vec(),
            carrier: self.carrier.clone(),
            number: TrackingNumber::parse(number),
            url: None,
            promised: self.promised,
        }))
    }

    fn tracking(&self, kind: Kind, number: &str) -> Option<Fact> {
        let (state, delayed) = match kind {
            Kind::OutForDelivery => (ParcelState::OutForDelivery, None),
            Kind::DeliveryAttempted => (ParcelState::DeliveryAttempted, None),
            Kind::Returning => (ParcelState::ReturnToSender, None),
            Kind::Lost => (ParcelState::Lost, None),
            Kind::Delivered | Kind::FollowUp | Kind::Csat | Kind::Nps | Kind::Review => (ParcelState::Delivered, None),
            Kind::ReadyForPickup | Kind::PickupWaiting => (ParcelState::AvailableForPickup, None),
            Kind::AddressProblem | Kind::Attention => (ParcelState::Exception, None),
            Kind::Delayed => (ParcelState::InTransit, Some(self.late)),
            _ => return None,
        };
        let reason = match kind {
            Kind::DeliveryAttempted => self.carrier.is_some().then_some(Reason::RecipientAbsent),
            Kind::AddressProblem => Some(Reason::Address),
            _ => None,
        };
        let late = if delayed.is_some() { 2 } else { 0 };
        let at = time(if kind == Kind::Delivered { "2026-11-26T12:00:00Z" } else { "2026-11-26T07:00:00Z" });
        Some(Fact::Tracking(Box::new(Tracking {
            tracker: number.to_owned(),
            at,
            test: false,
            number: TrackingNumber::parse(number)?,
            carrier: None,
            state: Some(state),
            is_return: false,
            delayed,
            action_required: false,
            reason,
            scans: vec![Scan {
                at,
                date: date(2026, 11, 26),
                state: Some(state),
                text: "A scan".to_owned(),
                place: self.place.clone(),
            }],
            whole: false,
            promised: self.promised.map(|day| day.saturating_add(jiff::Span::new().days(late))),
            url: None,
        })))
    }
}
