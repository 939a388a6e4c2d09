//! When an order is looked at again though nothing came in: daily, while something may still be expected of it.

use domain::fact::OrderStatus::{Completed, Processing};
use domain::sleep::{LONGEST_SLEEP, wake_at};
use domain::view::View;
use jiff::{SignedDuration, Timestamp};
use testing::facts::{Said, TOTAL, checkout, day, euros, fulfilment, order, payment};

use crate::sender::live;

fn awake(facts: impl IntoIterator<Item = Said>, now: Timestamp) -> bool {
    let order = order(facts);
    let woken = wake_at(View::new(&order, &live()).as_ref(), &live(), None, now);
    assert!(woken.is_none_or(|at| at == now + LONGEST_SLEEP), "{woken:?}");
    woken.is_some()
}

#[test]
fn an_order_of_which_all_was_given_back_sleeps() {
    let refunded = |minor| payment("pi_1").took(euros(TOTAL)).refunded(minor).at(day(1)).said();
    assert!(awake([checkout().said(), refunded(TOTAL - 1)], day(2)));
    assert!(!awake([checkout().said(), refunded(TOTAL)], day(2)));
}

#[test]
fn an_order_that_cost_nothing_is_still_to_be_shipped() {
    assert!(awake([checkout().total(0).status(Processing).said()], day(2)));
}

#[test]
fn an_order_that_the_shop_completed_without_a_parcel_sleeps_and_one_that_travels_does_not() {
    let completed = checkout().status(Completed).at(day(1)).paid().said();
    assert!(!awake([completed.clone()], day(2)));
    assert!(awake([completed, fulfilment("f1").said()], day(2)));
    assert!(awake([checkout().status(Processing).at(day(1)).paid().said()], day(2)));
}

#[test]
fn an_order_of_which_nothing_was_heard_for_sixty_days_sleeps() {
    let shipped = || [checkout().said(), fulfilment("f1").heard(day(20)).said()];
    assert!(awake(shipped(), day(80) - SignedDuration::from_secs(1)));
    assert!(!awake(shipped(), day(80)));
}
