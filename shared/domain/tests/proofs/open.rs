//! What of an order is open, as a source may be asked for it.

use domain::fact::FulfilmentState::{Cancelled, Packed};
use domain::fact::{PaymentStatus, Source};
use domain::order::Order;
use domain::tracking::ParcelState::{self, Delivered, Exception, Expired, InTransit, Lost, ReturnToSender, Returned};
use testing::facts::{NUMBER, checkout, day, euros, fulfilment, order, payment, tracking};

fn easypost() -> Source {
    Source::new("demo", "easypost")
}

/// Number, carrier, known.
fn open(order: &Order, source: &Source) -> Vec<(String, Option<String>, bool)> {
    let all = order.open_parcels(source).into_iter();
    all.map(|parcel| (parcel.number.as_str().to_owned(), parcel.carrier.map(str::to_owned), parcel.known)).collect()
}

#[test]
fn a_parcel_is_open_until_it_has_ended() {
    for (state, is_open) in [
        (InTransit, true),
        (Exception, true),
        (ReturnToSender, true),
        (Expired, true),
        (Delivered, false),
        (Returned, false),
        (Lost, false),
        (ParcelState::Cancelled, false),
    ] {
        let all = order([checkout().said(), fulfilment("f1").said(), tracking(state).scan(day(2), state).said()]);
        assert_eq!(!open(&all, &easypost()).is_empty(), is_open, "{state:?}");
    }
    let label = order([checkout().said(), fulfilment("f1").state(Packed).said()]);
    assert_eq!(open(&label, &easypost()).len(), 1);
    let voided =
        order([checkout().said(), fulfilment("f1").said(), fulfilment("f1").state(Cancelled).at(day(2)).said()]);
    let unnamed = order([checkout().said(), fulfilment("f1").number("").said()]);
    assert!(open(&voided, &easypost()).is_empty() && open(&unnamed, &easypost()).is_empty());
}

#[test]
fn a_source_is_told_whether_it_knows_a_parcel_in_its_own_words() {
    let shop = [checkout().said(), fulfilment("f1").with(|f| f.carrier = Some("United Parcel".to_owned())).said()];
    let number = || NUMBER.to_owned();
    let unknown = order(shop.clone());
    assert_eq!(open(&unknown, &easypost()), [(number(), Some("United Parcel".to_owned()), false)]);
    let told = tracking(InTransit).with(|tracking| tracking.carrier = Some("UPSDAP".to_owned())).said();
    let known = order(shop.into_iter().chain([told]));
    assert_eq!(open(&known, &easypost()), [(number(), Some("UPSDAP".to_owned()), true)]);
    for other in [Source::new("demo", "shippo"), Source::new("another", "easypost")] {
        assert_eq!(open(&known, &other), [(number(), Some("United Parcel".to_owned()), false)], "{other:?}");
    }
}

#[test]
fn a_number_is_asked_for_once_and_only_the_one_in_force() {
    let twice = order([
        checkout().said(),
        fulfilment("f1").number("1Z1").said(),
        fulfilment("f1").number("1Z2").at(day(2)).said(),
        fulfilment("f2").number("1Z2").said(),
        fulfilment("s1").number("1Z2").by("demo", "woocommerce").said(),
    ]);
    let numbers: Vec<String> = open(&twice, &easypost()).into_iter().map(|(number, ..)| number).collect();
    assert_eq!(numbers, ["1Z2"]);
    assert_eq!(twice.open_parcels(&easypost())[0].since, day(1), "since there was a label");
}

#[test]
fn a_payment_is_open_while_it_is_under_way_or_reserved() {
    use PaymentStatus::{Authorised, Cancelled, Failed, Open, Paid, Pending};
    let stripe = Source::new("demo", "stripe");
    let statuses = [("a", Authorised), ("b", Pending), ("c", Open), ("d", Failed), ("e", Cancelled), ("f", Paid)];
    let mut facts =
        vec![checkout().said(), payment("g").said(), payment("h").status(Pending).by("demo", "klarna").said()];
    facts.extend(statuses.map(|(id, status)| payment(id).status(status).said()));
    facts.push(payment("i").took(euros(5_000)).said());
    facts.push(payment("i").status(Authorised).object("part").said());
    let order = order(facts);
    assert_eq!(order.open_payments(&stripe), ["a", "b"]);
    assert_eq!(order.open_payments(&Source::new("demo", "klarna")), ["h"]);
    assert!(order.open_payments(&Source::new("other", "stripe")).is_empty());
}
