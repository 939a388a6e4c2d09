//! Payments that fail, come twice, come in parts, or come after the order was changed.

use domain::fact::OrderStatus::{Cancelled, Processing};
use domain::fact::PaymentStatus::{Authorised, Failed, Open, Paid, Pending};
use domain::lack::Lack;
use domain::ledger::Ledger;
use domain::money::{Currency, Money};
use domain::situations::Kind::{Confirmed, Edited, PaymentFailed, Receipt, Received};
use domain::situations::situations;
use testing::facts::{Said, TOTAL, checkout, euros, minute, order, payment};

use crate::sender::{Life, id, live};

#[test]
fn one_failure_that_is_reported_by_a_payment_and_its_charge_is_told_once() {
    let mut life = Life::new();
    life.hear(checkout());
    life.hear(payment("pi_1").failed("ch_1").at(minute(70)));
    life.hear(payment("pi_1").failed("ch_1").at(minute(70)).object("ch_1").heard(minute(140)));
    life.told(&[Received, PaymentFailed]);
}

#[test]
fn a_failure_settles_before_it_is_told() {
    let mut life = Life::new();
    life.hear_all([checkout().said()]);
    let failed = payment("pi_1").failed("ch_1").at(minute(70)).said();
    life.order.fold(&failed.source, failed.observed, failed.fact);
    life.sender.look(&life.order, &life.policy, minute(89));
    life.told(&[Received]);
    life.hear(payment("pi_1").at(minute(85)).took(euros(TOTAL)).heard(minute(90)));
    life.told(&[Received, Confirmed, Receipt]);
}

#[test]
fn a_failure_is_stale_after_any_success_or_a_newer_try() {
    let later = [
        payment("pi_1").at(minute(9)).took(euros(TOTAL)).said(),
        payment("pi_1").at(minute(9)).status(Pending).said(),
        payment("pi_2").at(minute(9)).took(euros(TOTAL)).said(),
        payment("pi_2").at(minute(9)).status(Pending).said(),
        payment("tr_2").by("demo", "mollie").at(minute(9)).took(euros(TOTAL)).said(),
        payment("tr_2").by("demo", "mollie").at(minute(9)).status(Pending).said(),
        checkout().status(Processing).at(minute(9)).paid().said(),
        checkout().status(Cancelled).at(minute(9)).said(),
    ];
    for fact in later {
        let mut life = Life::new();
        life.hear_all([checkout().said(), payment("pi_1").failed("ch_1").at(minute(5)).said(), fact.clone()]);
        assert_eq!(life.sender.count(PaymentFailed), 0, "{fact:?}");
    }
}

#[test]
fn an_abandoned_earlier_try_does_not_hide_a_failure() {
    for early in [
        payment("pi_0").status(Pending),
        payment("pi_0").status(Open),
        payment("t").by("demo", "mollie").status(Pending),
    ] {
        let mut life = Life::new();
        life.hear_all([
            checkout().said(),
            early.at(minute(2)).said(),
            payment("pi_1").failed("ch_1").at(minute(5)).said(),
        ]);
        assert_eq!(life.sender.count(PaymentFailed), 1);
    }
}

#[test]
fn of_several_failures_the_newest_is_told() {
    let mut life = Life::new();
    life.hear_all([
        checkout().said(),
        payment("pi_1").failed("ch_1").at(minute(5)).said(),
        payment("pi_1").failed("ch_2").at(minute(6)).said(),
        payment("tr_1").by("demo", "mollie").failed("tr_1").at(minute(7)).said(),
    ]);
    assert_eq!(life.sender.count(PaymentFailed), 1);
    assert!(life.sender.mails.contains(&(PaymentFailed, "tr_1".to_owned())));
    life.hear(payment("pi_1").failed("ch_3").at(minute(200)));
    assert_eq!(life.sender.count(PaymentFailed), 2);
}

#[test]
fn a_failure_after_the_money_came_is_not_told() {
    let mut life = Life::new();
    life.hear(checkout()).hear(payment("pi_1").took(euros(TOTAL)));
    life.hear(payment("pi_1").failed("ch_1").at(minute(90)));
    life.hear(payment("pi_2").failed("ch_2").at(minute(95)));
    life.told(&[Received, Confirmed, Receipt]);
}

#[test]
fn a_payment_and_its_charge_are_one_payment() {
    let mut life = Life::new();
    life.hear(payment("pi_1").took(euros(TOTAL)).object("ch_1"));
    life.hear(checkout().status(Processing).at(minute(1)).paid());
    life.hear(payment("pi_1").took(euros(TOTAL)));
    life.told(&[Confirmed, Receipt]);
}

#[test]
fn one_payment_that_two_connections_tell_of_is_one_payment() {
    let mut life = Life::new();
    life.hear(checkout());
    life.hear(payment("pi_1").took(euros(TOTAL / 2)));
    life.hear(payment("pi_1").by("other", "stripe").took(euros(TOTAL / 2)).heard(minute(65)));
    life.told(&[Received]);
    life.hear(payment("pi_2").took(euros(TOTAL / 2)).at(minute(140)));
    life.hear(payment("pi_2").by("other", "stripe").took(euros(TOTAL / 2)).at(minute(140)).heard(minute(145)));
    life.told(&[Received, Confirmed, Receipt]);
}

#[test]
fn an_order_that_grew_after_it_was_paid_gets_a_receipt_for_the_extra_payment() {
    let mut life = Life::new();
    life.hear(checkout()).hear(payment("pi_1").took(euros(TOTAL)));
    life.hear(checkout().status(Processing).total(7_000).at(minute(100)).paid());
    life.told(&[Received, Confirmed, Receipt, Edited]);
    life.hear(payment("pi_2").took(euros(2_000)).at(minute(200)));
    life.told(&[Received, Confirmed, Receipt, Edited, Receipt]);
    assert!(life.sender.mails.contains(&(Receipt, "demo/stripe/pi_2".to_owned())));
}

#[test]
fn an_order_that_shrank_before_it_was_paid_is_covered_by_its_new_total() {
    let mut life = Life::new();
    life.hear(checkout()).hear(payment("pi_1").took(euros(3_000)));
    life.told(&[Received]);
    life.hear(checkout().total(3_000).at(minute(100)));
    life.told(&[Received, Confirmed, Receipt]);
}

#[test]
fn an_order_that_shrank_after_it_was_paid_has_no_other_receipt() {
    let mut life = Life::new();
    life.hear(checkout()).hear(payment("pi_1").took(euros(TOTAL)));
    life.hear(checkout().status(Processing).total(3_000).at(minute(100)).paid());
    life.told(&[Received, Confirmed, Receipt, Edited]);
}

#[test]
fn a_total_of_nothing_while_the_order_was_written_does_not_split_its_receipt() {
    let mut life = Life::new();
    life.hear_all([
        checkout().total(0).with(|fact| fact.document.lines.clear()).said(),
        checkout().at(minute(1)).said(),
    ]);
    life.hear_all([payment("pi_1").took(euros(2_000)).said(), payment("pi_2").took(euros(3_000)).at(minute(3)).said()]);
    life.told(&[Received, Confirmed, Receipt]);
}

#[test]
fn of_two_reports_of_one_try_in_one_second_the_success_counts() {
    let at = minute(5);
    let tried = |failed: bool| {
        let attempt = domain::fact::Attempt { id: "try".to_owned(), failed };
        payment("pi_1").at(at).with(|fact| fact.attempt = Some(attempt)).said()
    };
    for reports in [[tried(true), tried(false)], [tried(false), tried(true)]] {
        let order = testing::facts::order([checkout().said()].into_iter().chain(reports));
        let registers = order.payments.values().flatten().next().expect("a payment").1;
        assert!(!registers.attempts["try"].value.failed);
    }
}

#[test]
fn a_payments_own_names_are_surer_than_what_it_says_of_its_order() {
    let fact = payment("pi_1").object("ch_1").said().fact;
    let kinds: Vec<bool> = fact.sought().iter().map(|key| key.0.starts_with("pay:")).collect();
    assert!(kinds.is_sorted_by(|one, other| one >= other) && kinds[0] && !kinds[kinds.len() - 1], "{kinds:?}");
}

#[test]
fn what_took_nothing_or_other_money_gets_no_receipt() {
    let usd = Money { currency: Currency::parse("USD").expect("a currency"), ..euros(2_000) };
    for extra in [payment("pi_2").took(euros(0)), payment("pi_2").took(usd)] {
        let mut life = Life::new();
        life.hear(checkout()).hear(payment("pi_1").took(euros(TOTAL))).hear(extra.at(minute(90)));
        life.told(&[Received, Confirmed, Receipt]);
    }
}

#[test]
fn whether_another_try_came_later_is_decided_by_one_clock_or_by_when_we_heard() {
    let failed = || payment("pi_1").failed("ch_1").at(minute(5)).heard(minute(6)).said();
    let told = |other: Said| {
        let mut life = Life::new();
        life.hear_all([checkout().said(), failed(), other]);
        life.sender.count(PaymentFailed)
    };
    let pending = |id: &str| payment(id).status(Pending);
    // Of one provider, its clock says that this one was before.
    assert_eq!(told(pending("pi_2").at(minute(4)).heard(minute(9)).said()), 1);
    // Of another one, whose clock may be anything, only we know that it came after.
    assert_eq!(told(pending("tr_2").by("demo", "mollie").at(minute(4)).heard(minute(9)).said()), 0);
    assert_eq!(told(pending("tr_2").by("demo", "mollie").at(minute(5)).heard(minute(5)).said()), 1);
}

#[test]
fn what_is_under_way_in_the_second_of_a_failure_is_the_try_that_failed() {
    let mut life = Life::new();
    let same_second = payment("pi_1").object("ch_1").status(Pending).at(minute(5)).said();
    life.hear_all([checkout().said(), payment("pi_1").failed("ch_1").at(minute(5)).said(), same_second]);
    assert_eq!(life.sender.count(PaymentFailed), 1);
}

#[test]
fn a_failure_is_stale_after_a_later_try_of_the_same_payment_or_where_money_is_reserved_already() {
    let attempt = domain::fact::Attempt { id: "ch_2".to_owned(), failed: false };
    let succeeded = payment("pi_1").at(minute(9)).with(|fact| fact.attempt = Some(attempt)).said();
    let reserved = payment("pi_0").at(minute(3)).status(Authorised).said();
    for other in [succeeded, reserved] {
        let mut life = Life::new();
        life.hear_all([checkout().said(), payment("pi_1").failed("ch_1").at(minute(5)).said(), other.clone()]);
        assert_eq!(life.sender.count(PaymentFailed), 0, "{other:?}");
    }
}

#[test]
fn a_receipt_is_of_the_time_at_which_money_was_taken() {
    let arose_at = |facts: Vec<Said>| {
        let order = testing::facts::order([vec![checkout().said()], facts].concat());
        let all = situations(&id(), &order, &Ledger::new(), &live(), minute(60));
        all.into_iter().find(|one| one.kind == Receipt).expect("a receipt").arose_at
    };
    let nothing = payment("pi_1").at(minute(5)).status(Pending).with(|fact| fact.captured = Some(euros(0))).said();
    let took = || payment("pi_1").at(minute(7)).took(euros(TOTAL));
    assert_eq!(arose_at(vec![nothing, took().said()]), minute(7));
    assert_eq!(arose_at(vec![took().refunded(0).said()]), minute(7));
    assert_eq!(arose_at(vec![took().refunded(1).said()]), minute(0), "what was given back was taken before");
}

#[test]
fn only_what_is_reserved_taken_or_on_its_way_needs_no_other_try() {
    let under_way = [Open, Pending, Authorised, Failed, Paid].map(domain::fact::PaymentStatus::under_way);
    assert_eq!(under_way, [false, true, true, false, true]);
}

#[test]
fn the_same_sum_of_an_earlier_time_is_no_news_and_another_sum_is() {
    let took = |at: i64| payment("pi_1").at(minute(at)).took(euros(TOTAL));
    let known = order([checkout().said(), took(70).said(), took(90).refunded(650).said()]);
    let lack = |said: Said| known.lacks(&said.source, &said.fact);
    assert_eq!(lack(took(60).said()), Lack::Nothing, "a provider's API dates it so");
    assert_eq!(lack(took(80).refunded(650).said()), Lack::Nothing);
    assert_eq!(lack(took(60).refunded(100).said()), Lack::News);
    assert_eq!(lack(took(80).refunded(700).said()), Lack::News);
    assert_eq!(lack(payment("pi_1").at(minute(60)).took(euros(TOTAL + 1)).said()), Lack::News);
}
