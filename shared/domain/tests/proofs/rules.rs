//! The rules that hold of every row of the table: how old its news may be, how long it settles, which way its mail errs.

use domain::ledger::Ledger;
use domain::policy::{KindPolicy, Policy};
use domain::situations::Errs::{self, Double, Miss};
use domain::situations::{Kind, Situation, Verdict, situations};
use jiff::{SignedDuration, Timestamp};
use testing::facts::{Said, TOTAL, checkout, day, euros, fulfilment, minute, order, payment};

use crate::sender::{id, live};

/// Each kind's longest age in hours, how many minutes it settles, and which way it errs.
const RULES: [(Kind, i64, i64, Errs); 37] = [
    (Kind::ConfirmAddress, 168, 0, Double),
    (Kind::Withdrawal, 168, 0, Double),
    (Kind::Received, 168, 2, Miss),
    (Kind::Confirmed, 168, 0, Double),
    (Kind::Edited, 48, 10, Miss),
    (Kind::Receipt, 168, 0, Double),
    (Kind::PaymentFailed, 48, 20, Miss),
    (Kind::PaymentReminder, 48, 0, Miss),
    (Kind::PaymentExpired, 168, 0, Miss),
    (Kind::OnHold, 168, 30, Miss),
    (Kind::BackOrdered, 168, 10, Double),
    (Kind::LateToShip, 168, 0, Miss),
    (Kind::Shipped, 168, 0, Double),
    (Kind::NumberChanged, 48, 0, Miss),
    (Kind::OutForDelivery, 30, 2, Miss),
    (Kind::DeliveryAttempted, 48, 2, Miss),
    (Kind::AddressProblem, 168, 2, Double),
    (Kind::ReadyForPickup, 48, 0, Double),
    (Kind::PickupWaiting, 48, 0, Miss),
    (Kind::Delivered, 48, 0, Double),
    (Kind::Delayed, 48, 0, Miss),
    (Kind::Returning, 168, 0, Double),
    (Kind::Lost, 168, 0, Double),
    (Kind::ReturnRequested, 48, 2, Miss),
    (Kind::ReturnApproved, 168, 2, Double),
    (Kind::ReturnDeclined, 168, 0, Double),
    (Kind::ReturnReceived, 168, 0, Double),
    (Kind::Cancelled, 168, 0, Double),
    (Kind::Refund, 168, 0, Double),
    (Kind::RefundFailed, 168, 60, Miss),
    (Kind::FollowUp, 336, 0, Miss),
    (Kind::Csat, 336, 0, Miss),
    (Kind::Nps, 336, 0, Miss),
    (Kind::Review, 336, 0, Miss),
    (Kind::Abandoned, 48, 0, Miss),
    (Kind::NewOrder, 168, 0, Double),
    (Kind::Attention, 168, 10, Double),
];

#[test]
fn every_kind_grows_old_settles_and_errs_as_the_table_says() {
    for (kind, hours, minutes, errs) in RULES {
        let expected = (SignedDuration::from_hours(hours), SignedDuration::from_mins(minutes), errs);
        assert_eq!((kind.longest_age(), kind.settle(), kind.errs()), expected, "{kind:?}");
    }
    assert_eq!(RULES.map(|(kind, ..)| kind), Kind::ALL);
}

fn of_kind(facts: impl IntoIterator<Item = Said>, kind: Kind, policy: &Policy, now: Timestamp) -> Situation {
    let all = situations(&id(), &order(facts), &Ledger::new(), policy, now);
    all.into_iter().find(|one| one.kind == kind).expect("there is one")
}

#[test]
fn what_is_switched_off_is_noted_and_what_nobody_ever_asked_for_is_not() {
    let off = |kind| Policy { kinds: [(kind, KindPolicy { on: false, on_since: None })].into(), ..live() };
    let paid = || [checkout().said(), payment("pi_1").took(euros(TOTAL)).said()];
    let verdict = |kind, policy: &Policy| of_kind(paid(), kind, policy, minute(9)).verdict;
    let switched_off = Verdict::Off("this kind of mail is switched off");
    assert_eq!(verdict(Kind::Confirmed, &off(Kind::Confirmed)), switched_off);
    assert_eq!(verdict(Kind::NewOrder, &off(Kind::NewOrder)), switched_off);
    assert!(matches!(verdict(Kind::NewOrder, &live()), Verdict::Idle(_)));
    let on = Policy { kinds: [(Kind::NewOrder, KindPolicy { on: true, on_since: None })].into(), ..live() };
    assert!(matches!(verdict(Kind::NewOrder, &on), Verdict::Tell { .. }));
}

#[test]
fn what_need_not_settle_is_due_at_once_though_whoever_heard_of_it_has_a_clock_that_is_ahead() {
    let shipped = [checkout().said(), fulfilment("f1").heard(day(1) + SignedDuration::from_secs(30)).said()];
    let due = of_kind(shipped, Kind::Shipped, &live(), day(1));
    assert_eq!(due.verdict, Verdict::Tell { not_before: day(1) });
}

#[test]
fn what_is_waited_for_comes_when_it_is_due_and_what_happened_has_come() {
    let unpaid = of_kind([checkout().said()], Kind::PaymentReminder, &live(), minute(9));
    let due = unpaid.due.expect("it is waited for");
    assert_eq!([due - SignedDuration::from_secs(1), due].map(|now| unpaid.came(now)), [false, true]);
    assert!(of_kind([checkout().said()], Kind::Received, &live(), minute(9)).came(minute(0)));
}
