//! Test-mode facts never mail, unless the shop is a test shop.

use domain::fact::OrderStatus::Processing;
use domain::policy::Policy;
use domain::situations::Kind;
use domain::tracking::ParcelState::{Delivered, OutForDelivery};
use testing::facts::{TOTAL, checkout, day, euros, fulfilment, minute, payment, tracking};

use crate::sender::{Life, intents, live};

fn test_shop() -> Policy {
    Policy { test_shop: true, ..live() }
}

fn a_whole_life(life: &mut Life) {
    life.hear(checkout().status(Processing).paid().test());
    life.hear(payment("pi_1").took(euros(TOTAL)).test());
    life.hear(fulfilment("f1"));
    life.hear(tracking(Delivered).scan(day(2), Delivered).test());
}

#[test]
fn a_test_order_tells_nothing_and_in_a_test_shop_everything() {
    let (mut life, mut test) = (Life::new(), Life::of(test_shop()));
    a_whole_life(&mut life);
    a_whole_life(&mut test);
    life.told(&[]);
    test.told(&[Kind::Confirmed, Kind::Receipt, Kind::Shipped, Kind::Delivered]);
    assert_eq!(intents(&life.order), intents(&test.order));
}

#[test]
fn a_test_payment_pays_no_order() {
    let mut life = Life::new();
    life.hear(checkout()).hear(payment("pi_1").took(euros(TOTAL)).test()).told(&[Kind::Received]);
}

#[test]
fn a_test_payment_before_the_real_one_does_not_make_two_receipts() {
    let mut life = Life::new();
    life.hear_all([checkout().said(), payment("pi_1").took(euros(TOTAL)).test().said()]);
    life.hear(payment("pi_2").at(minute(70)).took(euros(TOTAL)));
    life.told(&[Kind::Received, Kind::Confirmed, Kind::Receipt]);
}

#[test]
fn a_test_refund_and_a_test_failure_tell_nothing() {
    let mut life = Life::new();
    life.hear(checkout()).hear(payment("pi_1").failed("ch_1").test());
    life.hear(payment("pi_2").took(euros(TOTAL)).test()).hear(payment("pi_2").refunded(TOTAL).at(minute(9)).test());
    life.told(&[Kind::Received]);
}

#[test]
fn a_failed_test_payment_does_not_hide_a_real_failure() {
    let mut life = Life::new();
    life.hear_all([
        checkout().said(),
        payment("pi_1").failed("ch_1").said(),
        payment("pi_2").failed("ch_2").at(minute(9)).test().said(),
    ]);
    life.told(&[Kind::Received, Kind::PaymentFailed]);
}

#[test]
fn test_scans_move_no_parcel() {
    let mut life = Life::new();
    life.hear_all([checkout().said(), fulfilment("f1").said()]);
    let before = life.sender.kinds();
    life.hear(tracking(OutForDelivery).scan(day(2), OutForDelivery).test());
    life.hear(tracking(Delivered).scan(day(2), OutForDelivery).scan(day(2), Delivered).at(day(3)).test());
    life.told(&before);
}

#[test]
fn a_thing_of_which_any_word_was_a_test_is_one_in_whatever_order_it_is_said() {
    let order = |test_first: bool| {
        let mut facts = vec![
            checkout().test().said(),
            payment("pi_1").test().said(),
            tracking(Delivered).test().said(),
            checkout().at(minute(5)).said(),
            payment("pi_1").at(minute(5)).said(),
            tracking(Delivered).at(day(3)).said(),
        ];
        if !test_first {
            facts.reverse();
        }
        testing::facts::order(facts)
    };
    for order in [order(true), order(false)] {
        let payments = order.payments.values().flat_map(|all| all.values()).all(|one| one.test);
        let trackings = order.trackings.values().flat_map(|all| all.values()).all(|one| one.test);
        assert!(order.checkout().is_some_and(|one| one.test) && payments && trackings);
    }
}
