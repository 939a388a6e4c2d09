//! Refunds: partial, reported by several sources, taken back and made again.

use domain::fact::OrderStatus::{Completed, Refunded};
use domain::situations::Kind::{self, Refund};
use domain::situations::{Trouble, Verdict, situations};
use domain::view::View;
use testing::facts::{Said, TOTAL, checkout, euros, minute, payment};

use crate::sender::{Life, id, intents, live};

fn paid() -> Life {
    let mut life = Life::new();
    life.hear(checkout().status(Completed).paid()).hear(payment("pi_1").took(euros(TOTAL)));
    life
}

/// A snapshot of the charge, by Stripe.
fn charge(minutes: i64, total: i64) -> Said {
    payment("pi_1").object("ch_1").took(euros(TOTAL)).refunded(total).at(minute(minutes)).said()
}

/// A refund object, by Stripe.
fn refund(minutes: i64, id: &str, amount: i64, failed: bool) -> Said {
    payment("pi_1").refund(id, amount, failed).at(minute(minutes)).said()
}

/// The whole order, by the storefront.
fn storefront(minutes: i64, total: i64) -> Said {
    checkout().status(Completed).at(minute(minutes)).refunded(total).said()
}

fn subjects(life: &Life) -> Vec<&str> {
    let told = life.sender.mails.iter().filter(|(kind, _)| *kind == Refund);
    told.map(|(_, subject)| subject.as_str()).collect()
}

#[test]
fn the_same_refund_that_two_sources_report_is_told_once() {
    let reports = [charge(100, 1_000), refund(100, "re_1", 1_000, false), storefront(160, 1_000)];
    for first in 0..3 {
        let mut life = paid();
        for place in 0..3 {
            life.hear(reports[(first + place) % 3].clone());
        }
        assert_eq!(subjects(&life), ["1000/0"]);
    }
}

#[test]
fn each_partial_refund_is_told_with_its_total_and_never_summed_across_sources() {
    let mut life = paid();
    life.hear(charge(100, 1_000)).hear(storefront(160, 1_000));
    life.hear(storefront(300, 3_000)).hear(charge(310, 3_000));
    life.hear(checkout().status(Refunded).at(minute(500)).refunded(TOTAL)).hear(charge(510, TOTAL));
    assert_eq!(subjects(&life), ["1000/0", "3000/0", "5000/0"]);
}

#[test]
fn of_partial_refunds_that_are_heard_together_the_largest_total_is_told() {
    let mut life = paid();
    life.hear_all([charge(100, 1_000), charge(110, 3_000), storefront(160, 3_000)]);
    assert_eq!(subjects(&life), ["3000/0"]);
}

#[test]
fn a_refund_that_failed_and_is_made_again_is_told_again() {
    let histories: [&[Said]; 5] = [
        &[charge(100, 1_000), charge(200, 0), charge(300, 1_000)],
        &[refund(100, "re_1", 1_000, false), refund(200, "re_1", 1_000, true), refund(300, "re_2", 1_000, false)],
        &[charge(100, 1_000), refund(200, "re_1", 1_000, true), charge(300, 1_000)],
        &[charge(100, 1_000), refund(200, "re_1", 1_000, true), charge(201, 0), charge(300, 1_000)],
        &[charge(100, 1_000), charge(200, 0), refund(201, "re_1", 1_000, true), refund(300, "re_2", 1_000, false)],
    ];
    for history in histories {
        let mut life = paid();
        for fact in history {
            life.hear(fact.clone());
        }
        assert_eq!(subjects(&life), ["1000/0", "1000/1"], "{history:?}");
        let mut backwards = paid();
        backwards.hear_all(history.iter().rev().cloned());
        assert_eq!(intents(&backwards.order), intents(&life.order));
        assert_eq!(subjects(&backwards), ["1000/1"], "only the last one is true");
    }
}

#[test]
fn a_refund_that_failed_before_it_was_told_is_not_told() {
    let mut life = paid();
    life.hear_all([refund(100, "re_1", 1_000, false), refund(101, "re_1", 1_000, true)]);
    assert!(subjects(&life).is_empty());
    assert_eq!(domain::refunds::current(&View::new(&life.order, &live()).expect("an order")), 0);
}

#[test]
fn one_of_two_refunds_that_failed_is_not_told_as_a_new_refund() {
    let mut life = paid();
    life.hear(charge(100, 1_000)).hear(charge(200, 3_000)).hear(refund(300, "re_2", 2_000, true));
    assert_eq!(subjects(&life), ["1000/0", "3000/0"]);
    let mut late = paid();
    late.hear_all([charge(100, 1_000), charge(200, 3_000), refund(300, "re_2", 2_000, true)]);
    assert_eq!(subjects(&late), ["1000/1"], "but whoever knows of none hears of the one that stands");
}

#[test]
fn a_storefront_that_writes_its_refund_anew_tells_nothing_while_the_provider_stands() {
    let mut life = paid();
    life.hear(charge(100, 1_000));
    life.hear(storefront(160, 1_000)).hear(storefront(300, 0)).hear(storefront(400, 1_000));
    assert_eq!(subjects(&life), ["1000/0"]);
}

#[test]
fn a_refund_by_hand_is_told_by_the_storefront_alone() {
    let mut life = paid();
    life.hear(charge(100, 1_000)).hear(storefront(160, 1_000)).hear(storefront(300, 3_000));
    assert_eq!(subjects(&life), ["1000/0", "3000/0"]);
}

#[test]
fn refunds_of_two_payments_of_one_provider_add_up() {
    let mut life = paid();
    life.hear(payment("pi_2").took(euros(2_000)).at(minute(90)));
    life.hear(charge(300, 1_000));
    life.hear(payment("pi_2").object("ch_2").took(euros(2_000)).refunded(500).at(minute(400)));
    assert_eq!(subjects(&life), ["1000/0", "1500/0"]);
    assert_eq!(life.sender.count(Kind::Receipt), 2);
}

#[test]
fn a_refund_that_the_storefront_takes_back_and_makes_again_is_told_again() {
    let mut life = paid();
    life.hear(storefront(100, 1_000)).hear(storefront(200, 0)).hear(storefront(300, 1_000));
    assert_eq!(subjects(&life), ["1000/0", "1000/1"]);
}

#[test]
fn a_refund_that_failed_is_taken_off_once_though_total_and_object_both_say_so() {
    let mut life = paid();
    life.hear_all([charge(100, 1_000), charge(150, 400), refund(160, "re_2", 600, true)]);
    let policy = live();
    let view = View::new(&life.order, &policy).expect("an order");
    assert_eq!(domain::refunds::current(&view), 400);
}

#[test]
fn a_total_that_is_said_again_is_no_reversal() {
    let mut life = paid();
    life.hear(charge(100, 1_000)).hear(charge(200, 1_000)).hear(charge(300, 1_000));
    assert_eq!(subjects(&life), ["1000/0"]);
    let mut at_once = paid();
    at_once.hear_all([charge(100, 1_000), charge(200, 1_000)]);
    assert_eq!(subjects(&at_once), ["1000/0"]);
}

#[test]
fn a_total_that_one_source_reached_by_giving_back_is_told_though_another_reached_it_by_taking_back() {
    // The customer knows of 3000. That 1000 stand is news where somebody gave 1000 back anew.
    let again = |by: &str| {
        let at = |minutes: i64, total: i64| {
            payment("tr_1").by("demo", by).took(euros(TOTAL)).refunded(total).at(minute(minutes)).said()
        };
        [at(250, 1_000), at(260, 0), at(270, 1_000)]
    };
    let storefronts = [storefront(250, 1_000), storefront(260, 0), storefront(270, 1_000)];
    for made_again in [storefronts, again("adyen"), again("tpay")] {
        let mut life = paid();
        life.hear(charge(200, 3_000));
        life.hear_all(made_again.into_iter().chain([charge(280, 1_000)]));
        assert_eq!(subjects(&life), ["3000/0", "1000/1"]);
    }
}

#[test]
fn a_refund_that_failed_is_told_to_the_shop_once_it_has_settled_from_when_we_heard_of_it() {
    let mut life = paid();
    let failed = payment("pi_1").refund("re_1", 1_000, true).at(minute(100)).heard(minute(300)).said();
    life.order.fold(&failed.source, failed.observed, failed.fact);
    let all = situations(&id(), &life.order, &life.sender.ledger, &life.policy, minute(300));
    let told = all.iter().find(|one| one.trouble == Some(Trouble::RefundFailed)).map(|one| one.verdict.clone());
    assert_eq!(told, Some(Verdict::Tell { not_before: minute(310) }));
}

#[test]
fn a_refund_of_a_test_payment_is_not_told_for_that_reason() {
    let mut life = paid();
    life.hear(payment("pi_2").test().took(euros(TOTAL)).refunded(1_000).at(minute(100)));
    assert!(subjects(&life).is_empty());
    let all = situations(&id(), &life.order, &life.sender.ledger, &life.policy, minute(200));
    let refund = all.iter().find(|one| one.kind == Refund).map(|one| one.verdict.clone());
    assert_eq!(refund, Some(Verdict::Off("only test payments")));
}

fn failures(life: &Life) -> Vec<&str> {
    let told = life.sender.mails.iter().filter(|(kind, _)| *kind == Kind::RefundFailed);
    told.map(|(_, subject)| subject.as_str()).collect()
}

#[test]
fn a_refund_that_failed_is_told_to_the_customer_after_an_hour() {
    let mut life = paid();
    life.hear(refund(100, "re_1", 1_000, false)).hear(refund(200, "re_1", 1_000, true));
    assert_eq!(failures(&life), ["demo/stripe/re_1"]);
    let all = situations(&id(), &life.order, &domain::ledger::Ledger::new(), &live(), minute(201));
    let failed = all.iter().find(|one| one.kind == Kind::RefundFailed).expect("it failed");
    let settled = minute(260) + jiff::SignedDuration::from_secs(1);
    assert_eq!(failed.verdict, Verdict::Tell { not_before: settled });
}

#[test]
fn a_failed_refund_that_arrives_after_all_is_not_told() {
    let made_again: [&[Said]; 4] = [
        &[refund(220, "re_1", 1_000, false)],
        &[refund(220, "re_2", 1_000, false)],
        &[refund(220, "re_2", 600, false), refund(230, "re_3", 400, false)],
        &[charge(220, TOTAL)],
    ];
    for again in made_again {
        let mut life = paid();
        life.hear_all([&[refund(200, "re_1", 1_000, true)], again].concat());
        assert_eq!(failures(&life), [] as [&str; 0], "{again:?}");
    }
    // Less than that covers nothing, and neither does what went back before.
    let other: [&[Said]; 2] = [&[refund(220, "re_2", 400, false)], &[refund(190, "re_2", 1_000, false)]];
    for other in other {
        let mut life = paid();
        life.hear_all([&[refund(200, "re_1", 1_000, true)], other].concat());
        assert_eq!(failures(&life), ["demo/stripe/re_1"], "{other:?}");
    }
}

#[test]
fn of_two_tries_that_fail_the_newer_one_is_told() {
    let mut life = paid();
    life.hear_all([refund(200, "re_1", 1_000, true), refund(220, "re_2", 1_000, true)]);
    assert_eq!(failures(&life), ["demo/stripe/re_2"]);
}

#[test]
fn what_another_provider_gave_back_covers_a_failed_refund_if_we_heard_of_it_later() {
    let failed = || refund(200, "re_1", 1_000, true);
    let elsewhere = |heard: i64| {
        let other = payment("ad_1").by("demo", "adyen").refund("re_9", 1_000, false);
        other.at(minute(10)).heard(minute(heard) + jiff::SignedDuration::from_secs(1)).said()
    };
    let told = |other: Said| {
        let mut life = paid();
        life.hear_all([failed(), other]);
        failures(&life).len()
    };
    assert_eq!([199, 200, 201].map(|heard| told(elsewhere(heard))), [1, 1, 0]);
    // One provider's own clock says which of its refunds is newer, whenever we heard of them.
    let older = payment("pi_1").refund("re_2", 1_000, false).at(minute(190)).heard(minute(300)).said();
    assert_eq!(told(older), 1);
}

#[test]
fn a_smaller_refund_that_fails_too_is_no_word_on_the_larger_one() {
    let mut life = paid();
    life.hear_all([refund(200, "re_1", 1_000, true), refund(220, "re_2", 400, true)]);
    assert_eq!(failures(&life), ["demo/stripe/re_1", "demo/stripe/re_2"]);
}

#[test]
fn a_refund_that_failed_is_told_although_we_never_heard_of_the_payment() {
    let mut life = Life::new();
    life.hear(checkout().status(Completed).paid()).hear(refund(200, "re_1", 1_000, true));
    assert_eq!(failures(&life), ["demo/stripe/re_1"]);
}

#[test]
fn of_two_words_on_a_refund_in_one_second_the_later_in_life_counts() {
    let word = |failed, pending| {
        let said = payment("pi_1").refund("re_1", 1_000, failed).at(minute(200));
        said.with(|fact| fact.refund.iter_mut().for_each(|refund| refund.pending = pending)).said()
    };
    let stands = |words: [Said; 2]| {
        let order = testing::facts::order(words);
        let registers = order.payments.into_values().flatten().next().expect("a payment").1;
        let refund = registers.refunds.into_values().next().expect("a refund").value;
        (refund.failed, refund.pending)
    };
    for (first, last) in
        [((false, true), (false, false)), ((false, false), (true, false)), ((false, true), (true, false))]
    {
        let words = [first, last].map(|(failed, pending)| word(failed, pending));
        assert_eq!(stands(words.clone()), last);
        let [one, other] = words;
        assert_eq!(stands([other, one]), last);
    }
}
