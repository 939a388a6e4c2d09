//! Orders that the shop holds after they were accepted, and what it has to pack.

use domain::fact::OrderStatus::{Cancelled, OnHold, Pending, Processing};
use domain::ledger::Ledger;
use domain::policy::KindPolicy;
use domain::situations::{Kind, Situation, Verdict, situations};
use jiff::SignedDuration;
use testing::facts::{Said, TOTAL, checkout, day, euros, fulfilment, minute, order, payment};

use crate::sender::{Life, id, live};

fn paid() -> Said {
    checkout().status(Processing).at(minute(1)).paid().said()
}

fn held(minutes: i64) -> Said {
    checkout().status(OnHold).at(minute(minutes)).paid().said()
}

fn released(minutes: i64) -> Said {
    checkout().status(Processing).at(minute(minutes)).paid().said()
}

fn of_holds(facts: impl IntoIterator<Item = Said>) -> Vec<Situation> {
    let all = situations(&id(), &order(facts), &Ledger::new(), &live(), minute(300));
    all.into_iter().filter(|one| one.kind == Kind::OnHold).collect()
}

#[test]
fn each_time_that_an_accepted_order_is_held_for_longer_is_told_once() {
    let mut life = Life::new();
    life.hear(paid()).hear(held(60)).hear(held(90));
    assert_eq!(life.sender.count(Kind::OnHold), 1);
    life.hear(released(120)).hear(held(180));
    let told: Vec<_> = life.sender.mails.iter().filter(|(kind, _)| *kind == Kind::OnHold).collect();
    assert_eq!(told, [&(Kind::OnHold, "1".to_owned()), &(Kind::OnHold, "2".to_owned())]);
}

#[test]
fn what_is_released_cancelled_shipped_or_refunded_is_not_told_as_held() {
    let last = [
        released(70),
        released(200),
        checkout().status(Cancelled).at(minute(70)).paid().said(),
        fulfilment("f1").at(minute(70)).said(),
        payment("pi_1").took(euros(TOTAL)).refunded(TOTAL).at(minute(70)).said(),
    ];
    for fact in last {
        let mut life = Life::new();
        life.hear_all([paid(), held(60), fact.clone()]);
        assert_eq!(life.sender.count(Kind::OnHold), 0, "{fact:?}");
    }
}

#[test]
fn an_order_that_waits_for_its_payment_is_not_held_by_the_shop() {
    let unpaid = || checkout().status(OnHold).said();
    let never_came_to_it = |facts: Vec<Said>| {
        let all = of_holds(facts);
        assert!(matches!(all.as_slice(), [Situation { verdict: Verdict::Idle(_), .. }]), "{all:#?}");
    };
    never_came_to_it(vec![unpaid()]);
    never_came_to_it(vec![unpaid(), checkout().status(Pending).at(minute(200)).said()]);
    never_came_to_it(vec![unpaid(), released(200)]);
    // The bank was faster than the clerk.
    let took = || payment("pi_1").took(euros(TOTAL)).at(minute(190)).said();
    never_came_to_it(vec![unpaid(), took()]);
    never_came_to_it(vec![unpaid(), took(), released(200)]);
    let said_again = checkout().status(OnHold).at(minute(290)).said();
    let settles = minute(320) + SignedDuration::from_secs(1);
    assert_eq!(of_holds([unpaid(), took(), said_again])[0].verdict, Verdict::Tell { not_before: settles });
}

#[test]
fn nobody_is_woken_because_the_shop_holds_an_order() {
    let evening = held(14 * 60);
    let all = situations(&id(), &order([paid(), evening]), &Ledger::new(), &live(), minute(14 * 60 + 1));
    let told = all.into_iter().find(|one| one.kind == Kind::OnHold).expect("it is held");
    assert_eq!(told.verdict, Verdict::Tell { not_before: day(1) });
}

#[test]
fn a_shop_hears_of_what_it_has_to_pack_if_it_wants_to() {
    let mut policy = live();
    let mut unasked = Life::new();
    unasked.hear(checkout()).hear(paid());
    assert_eq!(unasked.sender.count(Kind::NewOrder), 0);
    let all = situations(&id(), &unasked.order, &Ledger::new(), &policy, minute(90));
    let verdict = &all.iter().find(|one| one.kind == Kind::NewOrder).expect("it arose").verdict;
    assert!(matches!(verdict, Verdict::Idle(_)), "nobody asked, so nothing is noted: {verdict:?}");
    policy.kinds.insert(Kind::NewOrder, KindPolicy { on: true, on_since: None });
    let mut life = Life::of(policy);
    life.hear(checkout());
    assert_eq!(life.sender.count(Kind::NewOrder), 0, "not paid");
    life.hear(paid()).hear(released(60));
    assert_eq!(life.sender.alerts(), ["order"]);
}

#[test]
fn what_was_released_before_it_was_news_needs_no_word_in_the_ledger() {
    let paid_at_once = |said: testing::facts::Saying<domain::fact::Checkout>| {
        said.with(|fact| fact.document.paid_at = Some(minute(1))).said()
    };
    let held = || paid_at_once(checkout().status(OnHold).at(minute(60)));
    let released = |at| paid_at_once(checkout().status(Processing).at(minute(at)));
    let verdict = |until| of_holds([paid(), held(), released(until)])[0].verdict.clone();
    assert_eq!(verdict(90), Verdict::Idle("released before it was news"));
    assert_eq!(verdict(91), Verdict::Obsolete("released again"));
}
