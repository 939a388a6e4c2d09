//! What was told of one payment, in one order, and what that order lacks of something else.

use domain::fact::{Fact, Payment, PaymentStatus, Source};
use domain::lack::Lack;
use domain::money::Currency;
use domain::order::Order;
use domain::policy::Policy;
use domain::view::View;
use jiff::Timestamp;
use testing::facts::{Said, checkout, order};

fn told(facts: &[Payment]) -> Order {
    let mut placed = checkout().total(2870).said();
    if let Fact::Checkout(checkout) = &mut placed.fact {
        let money = facts.iter().find_map(|fact| fact.amount.or(fact.refund.as_ref().map(|refund| refund.amount)));
        checkout.document.currency = money.map_or(Currency::parse("EUR").expect("a currency"), |money| money.currency);
    }
    let said = |fact: &Payment| Said { source: source(), observed: fact.at, fact: fact.clone().into() };
    order([placed].into_iter().chain(facts.iter().map(said)))
}

fn source() -> Source {
    Source::new("demo", "provider")
}

/// What an order that was told the ones lacks of the others.
pub(crate) fn lack(heard: &[Payment], facts: &[Payment]) -> Option<Lack> {
    facts.iter().map(|fact| told(heard).lacks(&source(), &fact.clone().into())).max()
}

/// Where each payment is, and what was taken and given back of the order.
pub(crate) fn sums(facts: &[Payment]) -> (Vec<Option<PaymentStatus>>, i64, i64) {
    let (order, policy) = (told(facts), Policy::since(Timestamp::UNIX_EPOCH));
    let view = View::new(&order, &policy).expect("an order");
    (view.payments.iter().map(|payment| payment.status).collect(), view.captured(), domain::refunds::current(&view))
}
