//! Old news is not news: connecting a shop with thousands of old orders tells nobody anything.

use domain::fact::{FulfilmentState, OrderStatus, PaymentStatus};
use domain::policy::{KindPolicy, Policy};
use domain::situations::Kind;
use domain::tracking::ParcelState::{Delivered, InTransit};
use jiff::{SignedDuration, Timestamp};
use testing::facts::{TOTAL, checkout, day, euros, fulfilment, minute, payment, tracking};

use crate::sender::Life;

/// The shop goes live half a year after its orders were placed.
fn connected() -> Timestamp {
    day(180)
}

fn old_shop() -> Policy {
    let mut policy = Policy::since(connected());
    policy.pay_later.insert("cod".to_owned());
    policy
}

/// After connecting, somebody edits an old order, twice: both times the storefront sends all of it.
#[track_caller]
fn edited_today(edit: impl Fn(Timestamp) -> Vec<testing::facts::Said>) {
    let (today, tomorrow) = (connected() + SignedDuration::from_hours(2), connected() + SignedDuration::from_hours(26));
    for times in [vec![today, tomorrow], vec![tomorrow, today], vec![tomorrow]] {
        let mut life = Life::of(old_shop());
        for at in times {
            life.hear_all(edit(at));
        }
        life.told(&[]);
    }
}

#[test]
fn old_orders_that_are_edited_today_tell_nothing() {
    let statuses = [
        OrderStatus::Pending,
        OrderStatus::OnHold,
        OrderStatus::Failed,
        OrderStatus::Processing,
        OrderStatus::Completed,
        OrderStatus::Cancelled,
        OrderStatus::Refunded,
        OrderStatus::Deleted,
    ];
    for status in statuses {
        for method in ["stripe", "cod"] {
            edited_today(|at| vec![checkout().at(at).status(status).method(method).said()]);
            edited_today(|at| vec![checkout().at(minute(9)).status(status).method(method).paid().at(at).said()]);
            edited_today(|at| vec![checkout().at(at).status(status).method(method).refunded(TOTAL).said()]);
            let paid = |fact: &mut domain::fact::Checkout| fact.document.paid = true;
            edited_today(|at| vec![checkout().at(at).status(status).method(method).with(paid).said()]);
        }
    }
}

#[test]
fn an_old_order_that_is_free_tells_nothing() {
    edited_today(|at| vec![checkout().at(at).status(OrderStatus::Completed).total(0).said()]);
}

#[test]
fn an_old_order_on_delivery_that_is_marked_paid_when_we_first_hear_of_it_tells_nothing() {
    let mut life = Life::of(old_shop());
    let at = connected() + SignedDuration::from_hours(2);
    life.hear(checkout().status(OrderStatus::Completed).method("cod").at(at).paid()).told(&[]);
}

#[test]
fn an_old_order_whose_unknown_status_becomes_a_known_one_tells_nothing() {
    let mut life = Life::of(old_shop());
    let at = connected() + SignedDuration::from_hours(2);
    life.hear(checkout().method("cod").at(at).with(|fact| fact.status = None));
    life.hear(checkout().method("cod").at(at + SignedDuration::from_hours(1)).status(OrderStatus::Completed));
    life.told(&[]);
}

#[test]
fn an_old_order_that_lists_its_parcels_again_tells_nothing() {
    for state in [FulfilmentState::Shipped, FulfilmentState::Delivered] {
        edited_today(|at| {
            let parcel = fulfilment("f1").by("demo", "woocommerce").state(state).at(at);
            vec![checkout().at(at).status(OrderStatus::Completed).said(), parcel.said()]
        });
    }
}

#[test]
fn an_old_parcel_whose_number_travels_again_tells_nothing() {
    let mut life = Life::new();
    life.hear_all([checkout().said(), fulfilment("f1").said()]);
    life.hear(tracking(Delivered).scan(day(2), Delivered));
    let before = life.sender.mails.len();
    let again = day(90);
    life.hear(tracking(InTransit).at(again).scan(day(2), Delivered).scan(again, InTransit));
    let out = domain::tracking::ParcelState::OutForDelivery;
    life.hear(tracking(out).at(day(91)).scan(day(2), Delivered).scan(day(91), out));
    life.hear(tracking(Delivered).at(day(92)).scan(day(91), out).scan(day(92), Delivered));
    assert_eq!(life.sender.mails.len(), before, "{:?}", life.sender.mails);
}

#[test]
fn a_parcel_that_had_the_number_before_says_nothing_of_this_one() {
    let mut life = Life::new();
    life.hear_all([checkout().said(), tracking(Delivered).at(day(-9)).scan(day(-9), Delivered).said()]);
    life.hear(fulfilment("f1")).told(&[Kind::Received, Kind::Shipped]);
}

#[test]
fn a_refund_made_today_of_an_order_from_before_is_told_by_the_provider_that_made_it() {
    let mut life = Life::of(old_shop());
    let at = connected() + SignedDuration::from_hours(2);
    life.hear(payment("pi_1").at(at).object("ch_1").took(euros(TOTAL)).refunded(1_000));
    life.hear(checkout().at(at).status(OrderStatus::Completed).refunded(1_000));
    life.told(&[Kind::Refund]);
}

#[test]
fn what_arose_before_a_kind_was_switched_on_is_not_told_and_what_arises_later_is() {
    let mut policy = crate::sender::live();
    policy.kinds.insert(Kind::Shipped, KindPolicy { on: true, on_since: Some(day(2)) });
    for kind in [Kind::Received, Kind::PaymentReminder] {
        policy.kinds.insert(kind, KindPolicy { on: false, on_since: None });
    }
    let mut life = Life::of(policy);
    life.hear(checkout()).told(&[]);
    life.hear(fulfilment("f1")).told(&[]);
    life.hear(fulfilment("f2").number("1Z2").at(day(3))).told(&[Kind::Shipped]);
}

#[test]
fn what_is_too_old_to_be_news_is_not_told() {
    let mut life = Life::new();
    life.hear(checkout().heard(day(8))).told(&[]);
    life.hear(fulfilment("f1").heard(day(9))).told(&[]);
    life.hear(tracking(Delivered).at(day(9)).scan(day(2), Delivered).heard(day(9))).told(&[]);
    life.hear(payment("pi_1").failed("ch_1").heard(day(9))).told(&[]);
}

#[test]
fn an_invoice_that_is_paid_weeks_later_is_news() {
    let mut life = Life::new();
    life.hear(checkout().status(OrderStatus::OnHold)).told(&[Kind::Received]);
    life.hear(payment("pi_1").at(day(20)).status(PaymentStatus::Paid).took(euros(TOTAL)));
    life.told(&[Kind::Received, Kind::Confirmed, Kind::Receipt]);
}

#[test]
fn what_arises_in_the_moment_that_a_shop_goes_live_or_switches_a_kind_on_is_news() {
    let second = SignedDuration::from_secs(1);
    let on = |on_since| KindPolicy { on: true, on_since: Some(on_since) };
    let told = |policy: Policy| Life::of(policy).hear(checkout()).sender.count(Kind::Received);
    let placed = minute(0);
    assert_eq!([placed, placed + second].map(|live| told(Policy::since(live))), [1, 0]);
    let kinds = |on_since| Policy { kinds: [(Kind::Received, on(on_since))].into(), ..Policy::since(day(-1)) };
    assert_eq!([placed, placed + second].map(|since| told(kinds(since))), [1, 0]);
}
