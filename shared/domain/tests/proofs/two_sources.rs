//! Two sources that tell of one parcel: a storefront's plug-in and the warehouse.

use domain::fact::FulfilmentState::{Delivered, Packed, Shipped};
use domain::situations::Kind::{self, NumberChanged};
use domain::situations::{Verdict, situations};
use domain::view::View;
use jiff::SignedDuration;
use testing::facts::{Said, checkout, day, fulfilment, tracking};

use crate::sender::{Life, id, intents, live};

fn warehouse(minutes: i64, number: &str) -> Said {
    fulfilment("w1").number(number).at(day(1) + SignedDuration::from_mins(minutes)).said()
}

fn plug_in(minutes: i64, number: &str) -> Said {
    let at = day(1) + SignedDuration::from_mins(minutes);
    fulfilment("p1").by("demo", "woocommerce").number(number).at(at).said()
}

#[test]
fn whoever_tells_first_the_customer_hears_once() {
    for facts in [[warehouse(0, "1Z1"), plug_in(90, "1Z1")], [plug_in(0, "1Z1"), warehouse(90, "1Z1")]] {
        let mut life = Life::new();
        life.hear(checkout());
        for fact in facts {
            life.hear(fact);
        }
        let scan = domain::tracking::ParcelState::Delivered;
        life.hear(tracking(scan).number("1Z1").scan(day(2), scan));
        assert_eq!((life.sender.count(Kind::Shipped), life.sender.count(Kind::Delivered)), (1, 1));
        assert_eq!(View::new(&life.order, &live()).expect("an order").parcels.len(), 1);
    }
}

#[test]
fn a_number_that_both_correct_one_after_the_other_is_told_once() {
    for first in [warehouse, plug_in] {
        let second = if first(0, "1Z1") == warehouse(0, "1Z1") { plug_in } else { warehouse };
        let mut life = Life::new();
        life.hear(checkout()).hear(first(0, "1Z1")).hear(second(90, "1Z1"));
        life.hear(second(180, "1Z2")).hear(first(270, "1Z2"));
        assert_eq!((life.sender.count(Kind::Shipped), life.sender.count(NumberChanged)), (1, 1));
    }
}

#[test]
fn a_source_that_only_packed_does_not_silence_the_one_that_shipped() {
    for (one, other) in [(Packed, Shipped), (Shipped, Packed)] {
        let mut life = Life::new();
        life.hear(checkout());
        life.hear(fulfilment("a").by("a", "standard").state(one))
            .hear(fulfilment("b").by("b", "standard").state(other));
        assert_eq!(life.sender.count(Kind::Shipped), 1);
        assert!(View::new(&life.order, &live()).expect("an order").parcels[0].shipped_at.is_some());
    }
}

#[test]
fn a_parcel_that_one_source_calls_delivered_is_not_told_as_shipped_by_the_other() {
    for (one, other) in [(Delivered, Shipped), (Shipped, Delivered)] {
        let mut life = Life::new();
        life.hear_all([
            checkout().said(),
            fulfilment("a").by("a", "standard").state(one).said(),
            fulfilment("b").by("b", "standard").state(other).said(),
        ]);
        assert_eq!((life.sender.count(Kind::Shipped), life.sender.count(Kind::Delivered)), (0, 1));
    }
}

#[test]
fn which_situations_there_are_does_not_depend_on_who_was_first() {
    let facts = [checkout().said(), warehouse(0, "1Z1"), plug_in(0, "1Z1"), plug_in(90, "1Z2"), warehouse(95, "1Z2")];
    let forwards = testing::facts::order(facts.clone());
    let backwards = testing::facts::order(facts.into_iter().rev());
    assert_eq!(intents(&forwards), intents(&backwards));
}

#[test]
fn what_is_over_ends_with_its_own_reason_though_the_other_source_told_it() {
    let mut life = Life::new();
    life.hear(checkout()).hear(warehouse(0, "1Z1")).hear(plug_in(90, "1Z1"));
    let there = domain::tracking::ParcelState::Delivered;
    life.hear(tracking(there).number("1Z1").scan(day(2), there));
    let all = situations(&id(), &life.order, &life.sender.ledger, &life.policy, day(2));
    let shipped: Vec<_> = all.into_iter().filter(|one| one.kind == Kind::Shipped).map(|one| one.verdict).collect();
    assert_eq!(shipped, [Verdict::Obsolete("delivered"), Verdict::Obsolete("delivered")]);
}

#[test]
fn the_mail_that_was_told_stays_the_one_that_counts() {
    let mut life = Life::new();
    life.hear(checkout()).hear(plug_in(0, "1Z1")).hear(warehouse(90, "1Z1"));
    let all = situations(&id(), &life.order, &life.sender.ledger, &life.policy, day(2));
    let verdict = |subject: &str| {
        let found = all.iter().find(|one| one.kind == Kind::Shipped && one.subject == subject);
        found.expect("a shipment").verdict.clone()
    };
    assert!(matches!(verdict("p1"), Verdict::Tell { .. }), "{:?}", verdict("p1"));
    assert_eq!(verdict("w1"), Verdict::Obsolete("another source tells the same parcel"));
}

#[test]
fn another_parcel_of_the_order_is_no_reason_not_to_tell_the_one_that_two_sources_tell_of() {
    let mut life = Life::new();
    let other = fulfilment("a").number("1Z7").lines(&["1"]).said();
    life.hear_all([checkout().said(), other, warehouse(5, "1Z1"), plug_in(5, "1Z1")]);
    assert_eq!(life.sender.count(Kind::Shipped), 2);
}

#[test]
fn two_sources_parcels_are_one_by_their_id_or_a_number_and_two_of_one_source_never_are() {
    let parcels = |facts: [Said; 2]| {
        let order = testing::facts::order([checkout().said()].into_iter().chain(facts));
        View::new(&order, &live()).expect("an order").parcels.len()
    };
    let by = |provider: &str, id: &str, number: &str| fulfilment(id).by("demo", provider).number(number).said();
    assert_eq!(parcels([by("standard", "a", "1Z1"), by("woocommerce", "a", "1Z2")]), 1);
    assert_eq!(parcels([by("standard", "a", "1Z1"), by("woocommerce", "b", "1Z1")]), 1);
    assert_eq!(parcels([by("standard", "a", "1Z1"), by("woocommerce", "b", "1Z2")]), 2);
    assert_eq!(parcels([by("standard", "a", "1Z1"), by("standard", "b", "1Z1")]), 2);
}
