//! Tracking numbers that come late, are corrected, and corrected back.

use domain::fact::FulfilmentState::{Cancelled, Packed, Shipped};
use domain::situations::Kind::{self, NumberChanged};
use domain::situations::{Verdict, situations};
use domain::tracking::ParcelState::{Delivered, InTransit, ReturnToSender};
use testing::facts::{Said, checkout, day, fulfilment, tracking};

use crate::sender::{Life, id};

/// The fulfilment, so many minutes after it was packed.
fn parcel(minutes: i64, number: &str) -> Said {
    fulfilment("f1").number(number).at(day(1) + jiff::SignedDuration::from_mins(minutes)).said()
}

fn placed() -> Life {
    let mut life = Life::new();
    life.hear(checkout());
    life
}

/// What was told of the parcel, with the numbers as they were told.
fn told(life: &Life) -> Vec<String> {
    let numbers = life.sender.mails.iter().filter(|(kind, _)| matches!(kind, Kind::Shipped | NumberChanged));
    numbers.map(|(kind, subject)| format!("{} {subject}", kind.name())).collect()
}

#[test]
fn a_number_that_is_corrected_before_it_was_told_is_told_once() {
    let mut life = placed();
    life.hear_all([parcel(0, "1Z1"), parcel(10, "1Z2")]);
    assert_eq!(told(&life), ["shipped f1"]);
    let said = life.sender.ledger.values().find_map(|entry| entry.said.number.clone());
    assert_eq!(said.as_deref(), Some("1Z2"));
}

#[test]
fn a_number_that_is_corrected_after_it_was_told_is_told() {
    let mut life = placed();
    life.hear(parcel(0, "1Z1")).hear(parcel(90, "1Z2")).hear(parcel(91, "1Z2"));
    assert_eq!(told(&life), ["shipped f1", "number_changed f1/1Z2"]);
}

#[test]
fn a_number_that_is_corrected_back_is_told_each_time() {
    let mut life = placed();
    life.hear(parcel(0, "1Z1")).hear(parcel(90, "1Z2")).hear(parcel(180, "1Z1")).hear(parcel(270, "1Z2"));
    let all = ["shipped f1", "number_changed f1/1Z2", "number_changed f1/1Z1/2", "number_changed f1/1Z2/2"];
    assert_eq!(told(&life), all);
}

#[test]
fn a_number_that_went_and_came_back_unnoticed_is_not_told() {
    let mut life = placed();
    life.hear(parcel(0, "1Z1")).hear_all([parcel(90, "1Z2"), parcel(100, "1Z1")]);
    assert_eq!(told(&life), ["shipped f1"]);
}

#[test]
fn a_late_number_is_told_and_one_that_the_shipped_mail_had_is_not() {
    let mut life = placed();
    life.hear(parcel(0, "")).hear(parcel(90, "1Z1"));
    assert_eq!(told(&life), ["shipped f1", "number_changed f1/1Z1"]);

    let mut packed_before = placed();
    let packed = fulfilment("f1").state(Packed).number("").at(day(1)).said();
    packed_before.hear(packed).hear(parcel(90, "1Z1"));
    assert_eq!(told(&packed_before), ["shipped f1"]);
}

#[test]
fn a_late_number_from_a_source_that_keeps_its_time_still_counts() {
    let mut life = placed();
    let corrected =
        fulfilment("f1").number("1Z2").at(day(1)).heard(day(1) + jiff::SignedDuration::from_mins(90)).said();
    life.hear(parcel(0, "1Z1")).hear(corrected);
    assert_eq!(told(&life), ["shipped f1", "number_changed f1/1Z2"]);
}

#[test]
fn a_corrected_number_of_a_parcel_that_has_arrived_is_not_told() {
    let mut life = placed();
    life.hear(parcel(0, "1Z1"));
    life.hear(tracking(Delivered).number("1Z2").scan(day(2), Delivered));
    life.hear(fulfilment("f1").number("1Z2").at(day(2) + jiff::SignedDuration::from_mins(9)));
    assert_eq!(told(&life), ["shipped f1"]);
    assert_eq!(life.sender.count(Kind::Delivered), 1);
}

#[test]
fn scans_of_a_number_that_was_replaced_are_another_parcels() {
    let mut life = placed();
    life.hear(parcel(0, "1Z1")).hear(parcel(90, "1Z2"));
    life.hear(tracking(Delivered).number("1Z1").scan(day(2), Delivered));
    assert_eq!(life.sender.count(Kind::Delivered), 0);
}

#[test]
fn a_voided_shipment_tells_nothing_and_its_successor_does() {
    let mut life = placed();
    life.hear_all([
        parcel(0, "1Z1"),
        fulfilment("f1").state(Cancelled).at(day(1) + jiff::SignedDuration::from_mins(5)).said(),
    ]);
    assert!(told(&life).is_empty());
    life.hear(fulfilment("f2").number("1Z2").at(day(2)));
    assert_eq!(told(&life), ["shipped f2"]);
}

#[test]
fn an_unknown_state_does_not_revive_a_voided_shipment() {
    let mut life = placed();
    life.hear_all([
        fulfilment("f1").state(Shipped).said(),
        fulfilment("f1").state(Cancelled).at(day(1) + jiff::SignedDuration::from_mins(5)).said(),
        fulfilment("f1").at(day(1) + jiff::SignedDuration::from_mins(9)).with(|fact| fact.state = None).said(),
    ]);
    assert!(told(&life).is_empty());
}

#[test]
fn a_label_that_the_carrier_voided_is_not_shipped_unless_it_travels() {
    let cancelled = domain::tracking::ParcelState::Cancelled;
    let void = tracking(cancelled).at(day(1) + jiff::SignedDuration::from_mins(2));
    let mut life = placed();
    life.hear_all([fulfilment("f1").said(), void.clone().said()]);
    assert!(told(&life).is_empty());
    life.hear(
        tracking(InTransit).at(day(1)).scan(day(1) + jiff::SignedDuration::from_mins(1), InTransit).heard(day(2)),
    );
    assert_eq!(told(&life), ["shipped f1"]);
}

#[test]
fn a_corrected_number_of_a_parcel_on_its_way_back_is_not_told() {
    let mut life = placed();
    life.hear(parcel(0, "1Z1"));
    life.hear_all([tracking(ReturnToSender).number("1Z2").scan(day(2), ReturnToSender).said(), parcel(90, "1Z2")]);
    assert_eq!(told(&life), ["shipped f1"]);
}

#[test]
fn a_number_that_was_told_can_be_told_again_where_its_mail_did_not_arrive() {
    let mut life = placed();
    life.hear(parcel(0, "1Z1")).hear(parcel(90, "1Z2"));
    let now = day(1) + jiff::SignedDuration::from_mins(200);
    let all = situations(&id(), &life.order, &life.sender.ledger, &life.policy, now);
    let number = all.iter().find(|one| one.kind == NumberChanged).expect("another number");
    assert!(matches!(number.verdict, Verdict::Tell { .. }), "its own mail is no reason against it: {number:?}");
}

#[test]
fn a_number_that_was_taken_off_again_is_not_told() {
    let mut life = placed();
    life.hear(parcel(0, "1Z1")).hear_all([parcel(90, "1Z2"), parcel(100, "")]);
    assert_eq!(told(&life), ["shipped f1"]);
}

#[test]
fn the_mail_that_told_a_number_is_no_reason_not_to_tell_it() {
    let mut life = placed();
    life.hear(parcel(0, "1Z1")).hear(parcel(90, "1Z2")).hear(parcel(180, "1Z1"));
    let all = situations(&id(), &life.order, &life.sender.ledger, &life.policy, day(2));
    let last = all.into_iter().find(|one| one.subject == "f1/1Z1/2").expect("it was told");
    assert!(matches!(last.verdict, Verdict::Tell { .. }), "{:?}", last.verdict);
}
