//! What is sent and what is asked for of one parcel, in one order.

use domain::fact::{Fact, Source, Tracking};
use domain::lack::Lack;
use domain::order::Order;
use domain::policy::Policy;
use domain::tracking::ParcelState;
use domain::view::View;
use jiff::{SignedDuration, Timestamp};
use testing::facts::{Said, checkout, fulfilment, order};

/// An order of that parcel, which was told of so.
fn told(facts: &[&Tracking]) -> Order {
    let first = facts.iter().flat_map(|fact| &fact.scans).map(|scan| scan.at).min().expect("a scan");
    let sent = fulfilment("f1").number(facts[0].number.as_str()).at(first);
    let sent = sent.with(|fulfilment| fulfilment.carrier.clone_from(&facts[0].carrier));
    let said = facts.iter().map(|fact| Said { source: source(), observed: fact.at, fact: tracking(fact) });
    let bought = checkout().paid().placed(first - SignedDuration::from_hours(1));
    order([bought.said(), sent.said()].into_iter().chain(said))
}

fn tracking(fact: &Tracking) -> Fact {
    Fact::Tracking(Box::new(fact.clone()))
}

fn source() -> Source {
    Source::new("demo", "carrier")
}

/// When what happened to the parcel, as customers see it.
pub(crate) fn seen(facts: &[&Tracking]) -> Vec<(String, Option<ParcelState>)> {
    let order = told(facts);
    let view = View::new(&order, &Policy::since(Timestamp::UNIX_EPOCH)).expect("an order");
    view.parcels[0].events.iter().map(|event| (event.at.to_string(), event.state)).collect()
}

/// What an order that was told the ones lacks of the other.
pub(crate) fn lack(heard: &[&Tracking], fact: &Tracking) -> Lack {
    told(heard).lacks(&source(), &tracking(fact))
}
