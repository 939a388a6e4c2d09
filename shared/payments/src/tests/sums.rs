//! What the recorded deliveries of each provider come to, in whatever order they are heard.

use domain::fact::{Payment, Source};
use domain::money::Currency;
use domain::order::Order;
use domain::policy::Policy;
use domain::view::View;
use jiff::Timestamp;
use testing::facts::{Said, checkout, order};
use testing::recorded::{Recorded, one, provider, settings, signed_at};

use super::FUNCTION;
use crate::PROVIDERS;

/// A provider's deliveries, and what was taken and given back by then, of an order of 28.70.
const STORIES: &[(&str, &str, &[&str], i64, i64)] = &[
    ("adyen", "EUR", &["AUTHORISATION.refused", "AUTHORISATION"], 0, 0),
    ("adyen", "EUR", &["AUTHORISATION.refused", "AUTHORISATION", "CAPTURE"], 2870, 0),
    ("adyen", "EUR", &["AUTHORISATION", "CAPTURE", "REFUND", "CHARGEBACK"], 2870, 650),
    ("adyen", "EUR", &["AUTHORISATION", "CAPTURE", "REFUND", "REFUND_FAILED"], 2870, 0),
    ("braintree", "USD", &["transaction_settlement_declined", "transaction_settled"], 2870, 0),
    ("braintree", "USD", &["transaction_settled", "transaction_settled.refund", "dispute_opened"], 2870, 650),
    ("braintree", "USD", &["declined.fetched", "sale.fetched"], 2870, 0),
    ("braintree", "USD", &["declined.fetched", "sale.fetched", "refund.fetched"], 2870, 650),
    ("klarna", "EUR", &["payment.request.state-change.completed"], 0, 0),
    ("klarna", "EUR", &["payment.request.state-change.completed", "order.fetched"], 2870, 650),
    ("mollie", "EUR", &["payment.failed", "payment.paid"], 2870, 0),
    ("mollie", "EUR", &["payment.failed", "payment.paid", "refund.processing", "payment.fetched"], 2870, 650),
    ("paypal", "EUR", &["CHECKOUT.ORDER.APPROVED", "PAYMENT.CAPTURE.DENIED", "PAYMENT.AUTHORIZATION.CREATED"], 0, 0),
    ("paypal", "EUR", &["PAYMENT.CAPTURE.COMPLETED", "CHECKOUT.ORDER.COMPLETED", "CUSTOMER.DISPUTE.RESOLVED"], 2870, 0),
    ("paypal", "EUR", &["CHECKOUT.ORDER.COMPLETED", "PAYMENT.CAPTURE.REFUNDED", "capture.fetched"], 2870, 650),
    ("razorpay", "INR", &["payment.failed", "payment.authorized"], 0, 0),
    ("razorpay", "INR", &["payment.authorized", "order.paid", "refund.processed"], 2870, 650),
    ("razorpay", "INR", &["payment.authorized", "payment.fetched", "refund.fetched"], 2870, 650),
    ("razorpay", "INR", &["order.paid", "refund.processed", "payment.fetched", "refund.fetched"], 2870, 650),
    ("square", "EUR", &["payment.updated.failed", "payment.updated.completed", "payment.created.till"], 2870, 0),
    ("square", "EUR", &["payment.updated.completed", "payment.updated.refunded", "refund.updated"], 2870, 650),
    ("stripe", "EUR", &["payment_intent.succeeded", "charge.succeeded", "checkout.session.completed"], 2870, 0),
    ("stripe", "EUR", &["payment_intent.succeeded", "charge.refunded", "refund.created"], 2870, 650),
];

#[test]
fn recorded_deliveries_come_to_the_same_in_every_order() {
    for (name, currency, told, captured, refunded) in STORIES {
        let said: Vec<Said> = told.iter().flat_map(|delivery| said(name, &format!("{name}.{delivery}"))).collect();
        let mut placed = checkout().total(2870).said();
        if let domain::fact::Fact::Checkout(checkout) = &mut placed.fact {
            checkout.document.currency = Currency::parse(currency).expect("a currency");
        }
        assert!(are_found(&placed, &said), "{name} {told:?}: one names neither the order nor a payment that does");
        for turn in 0..said.len() {
            let (before, after) = said.split_at(turn);
            let turned = after.iter().chain(before).cloned();
            let there = order([placed.clone()].into_iter().chain(turned.clone()));
            let back = order(turned.rev().chain([placed.clone()]));
            assert_eq!([sums(&there), sums(&back)], [(*captured, *refunded); 2], "{name} {told:?} from {turn}");
        }
    }
}

fn are_found(placed: &Said, said: &[Said]) -> bool {
    let mut known = placed.fact.claims();
    let mut unknown: Vec<&Said> = said.iter().collect();
    loop {
        let before = unknown.len();
        unknown.retain(|one| {
            let found = one.fact.sought().iter().any(|key| known.contains(key));
            known.extend(found.then(|| one.fact.claims()).into_iter().flatten());
            !found
        });
        if unknown.is_empty() || unknown.len() == before {
            return unknown.is_empty();
        }
    }
}

fn sums(order: &Order) -> (i64, i64) {
    let policy = Policy::since(Timestamp::UNIX_EPOCH);
    let view = View::new(order, &policy).expect("an order");
    (view.captured(), domain::refunds::current(&view))
}

/// What a recorded delivery says.
fn said(name: &str, delivery: &str) -> Vec<Said> {
    let one: Recorded = one(FUNCTION, delivery);
    let facts = provider(PROVIDERS, name).interpret(&one.proved(&one.body), &settings(name)).expect("readable");
    let said = |fact: Payment| Said { source: Source::new("demo", name), observed: signed_at(), fact: fact.into() };
    facts.into_iter().map(said).collect()
}
