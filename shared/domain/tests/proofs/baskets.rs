//! Who left a basket is reminded of it once, if he agreed to that; and a basket is never taken for an order.

use std::collections::BTreeSet;

use domain::fact::OrderStatus::{Cancelled, Completed, Pending, Processing, Refunded};
use domain::ids::IntentId;
use domain::ledger::Ledger;
use domain::order::Order;
use domain::policy::{KindPolicy, Policy};
use domain::situations::{Kind, Situation, Verdict, situations};
use domain::sleep::wake_at;
use domain::view::View;
use jiff::{SignedDuration, Timestamp};
use testing::facts::{
    NUMBER, Said, TOTAL, basket, checkout, day, euros, fulfilment, minute, order, ordered, payment, placed, stopped,
};

use crate::sender::{Life, id, live};

/// A shop that reminds after so many hours.
fn reminding(hours: i64) -> Policy {
    Policy { abandoned_after: Some(SignedDuration::from_hours(hours)), ..live() }
}

fn all(order: &Order, policy: &Policy, now: Timestamp) -> Vec<Situation> {
    situations(&id(), order, &Ledger::new(), policy, now)
}

#[track_caller]
fn verdict(facts: impl IntoIterator<Item = Said>, policy: &Policy, now: Timestamp) -> Verdict {
    let all = all(&order(facts), policy, now);
    assert_eq!(all.iter().map(|one| one.kind).collect::<Vec<_>>(), [Kind::Abandoned]);
    all[0].verdict.clone()
}

#[test]
fn a_basket_is_told_of_once_so_many_hours_after_the_last_word_on_it() {
    let mut life = Life::of(reminding(4));
    life.hear(basket()).hear(basket().at(minute(60))).wait(minute(4 * 60)).told(&[]);
    life.wait(minute(5 * 60)).told(&[Kind::Abandoned]);
    life.hear(basket().at(day(1))).wait(day(2)).told(&[Kind::Abandoned]);
    assert_eq!(life.sender.alerts(), [] as [&str; 0]);
}

#[test]
fn at_night_and_after_two_days_it_waits_or_is_no_news_any_more() {
    let evening = minute(13 * 60);
    let facts = || [basket().at(evening).said()];
    let policy = reminding(4);
    let Verdict::Tell { not_before } = verdict(facts(), &policy, evening) else { panic!("to be told") };
    assert!(not_before > evening + SignedDuration::from_hours(9), "{not_before}");
    assert_eq!(verdict(facts(), &policy, day(4)), Verdict::Off("too old to be news"));
}

#[test]
fn what_became_an_order_is_not_told_of_whatever_is_heard_first() {
    let late = basket().at(minute(5)).said();
    // A snapshot of later that does not know of it yet.
    let behind = basket().at(minute(2)).said();
    let same_second = basket().at(minute(1)).said();
    let facts = [basket().said(), late, behind, same_second, ordered().said()];
    for first in 0..facts.len() {
        let mut facts = facts.to_vec();
        facts.rotate_left(first);
        assert_eq!(verdict(facts, &reminding(1), day(1)), Verdict::Idle("it became an order"));
    }
    let mut told = Life::of(reminding(1));
    told.hear(basket()).wait(minute(90)).hear(ordered().at(minute(100))).wait(day(3)).told(&[Kind::Abandoned]);
}

#[test]
fn without_consent_an_address_a_way_back_or_anything_in_it_nobody_is_reminded() {
    let without = |why: &'static str, said: Said| {
        assert_eq!(verdict([said], &reminding(1), minute(61)), Verdict::Off(why));
    };
    without("no consent", basket().basket(|basket| basket.consent = false).said());
    without("the storefront says no way back to it", basket().basket(|basket| basket.resume = None).said());
    without("there is no address to write to", basket().with(|c| c.document.customer.email = None).said());
    without("nothing is in it", basket().with(|checkout| checkout.document.lines.clear()).said());
    // Who takes it back is not reminded either.
    let withdrawn = basket().at(minute(1)).basket(|basket| basket.consent = false).said();
    assert_eq!(verdict([basket().said(), withdrawn], &reminding(1), minute(90)), Verdict::Off("no consent"));
}

#[test]
fn who_stopped_all_questions_is_not_reminded() {
    let facts = [basket().said(), stopped("w1", "hash", minute(5))];
    let why = Verdict::Off("the customer wants no more questions");
    assert_eq!(verdict(facts, &reminding(1), minute(61)), why);
}

#[test]
fn a_shop_that_does_not_say_when_reminds_nobody_and_keeps_nothing() {
    let mut life = Life::new();
    life.hear(basket()).wait(day(5)).told(&[]);
    assert!(!live().keeps_baskets() && reminding(1).keeps_baskets());
    let mut off = reminding(1);
    off.kinds.insert(Kind::Abandoned, KindPolicy { on: false, on_since: None });
    assert!(!off.keeps_baskets());
}

#[test]
fn baskets_from_before_the_shop_went_live_are_old_news() {
    let policy = Policy { live_since: minute(1), ..reminding(1) };
    assert_eq!(verdict([basket().said()], &policy, minute(61)), Verdict::Off("arose before the shop went live"));
}

/// Whatever an order hears, a basket that hears the same is none.
fn of_an_order() -> Vec<Said> {
    let mut facts: Vec<Said> = [Pending, Processing, Completed, Refunded, Cancelled]
        .into_iter()
        .zip(1..)
        .map(|(status, at)| basket().status(status).at(minute(at)).said())
        .collect();
    facts.push(basket().at(minute(7)).paid().total(TOTAL).refunded(TOTAL).said());
    facts.push(payment("pi_1").took(euros(100)).said());
    facts.push(payment("pi_2").took(euros(TOTAL)).refunded(100).said());
    facts.push(payment("pi_3").failed("a1").said());
    facts.push(fulfilment("f1").said());
    facts
}

#[test]
fn of_a_basket_nothing_is_told_that_is_true_of_orders_and_of_an_order_no_reminder() {
    let mut policy = reminding(1);
    policy.ask_after = [(Kind::FollowUp, 2), (Kind::Csat, 5), (Kind::Nps, 8), (Kind::Review, 15)].into();
    policy.kinds.insert(Kind::NewOrder, KindPolicy { on: true, on_since: None });
    for hours in [0, 1, 30, 24 * 9, 24 * 40] {
        let now = placed() + SignedDuration::from_hours(hours);
        let kinds = |order: &Order| all(order, &policy, now).iter().map(|one| one.kind).collect::<BTreeSet<_>>();
        assert_eq!(kinds(&order(of_an_order())), [Kind::Abandoned].into(), "after {hours} hours");
        let real = [checkout().said(), payment("pi_1").took(euros(TOTAL)).said(), fulfilment("f1").said()];
        let kinds = kinds(&order(real));
        assert!(kinds.contains(&Kind::Confirmed) && !kinds.contains(&Kind::Abandoned), "{kinds:?}");
    }
}

#[test]
fn a_basket_is_found_by_no_name_of_an_orders() {
    let mut claimed = basket().with(|checkout| checkout.document.transaction = Some(NUMBER.to_owned()));
    claimed.fact.document.number = "1001".to_owned();
    assert!(claimed.said().fact.claims().is_empty() && ordered().said().fact.claims().is_empty());
    assert!(!checkout().said().fact.claims().is_empty());
}

#[test]
fn a_basket_sleeps_but_for_its_reminder_and_is_one_word() {
    let order = order([basket().said()]);
    let policy = reminding(4);
    let view = View::new(&order, &policy);
    assert_eq!(view.as_ref().map(|view| view.headline().name()), Some("basket"));
    assert_eq!(wake_at(view.as_ref(), &policy, None, minute(1)), None);
    assert_eq!(wake_at(view.as_ref(), &policy, Some(minute(240)), minute(1)), Some(minute(240)));
}

#[test]
fn what_became_an_order_keeps_nobodys_name() {
    let order = order([basket().said(), ordered().at(minute(3)).said()]);
    let kept = serde_json::to_string(&order).expect("JSON");
    for person in ["ana@example.com", "Ana", "Mug", "recover"] {
        assert!(!kept.contains(person), "{kept}");
    }
    assert!(kept.contains("ordered"), "{kept}");
}

#[test]
fn the_intent_of_a_basket_is_pinned() {
    let all = all(&order([basket().said()]), &reminding(4), minute(1));
    assert_eq!(all[0].intent, IntentId::new(&id(), "abandoned", "order"));
}

#[test]
fn a_fact_says_when_it_was_so_and_which_basket_it_is_about() {
    let basket = basket().at(minute(5)).said();
    assert_eq!((basket.fact.at(), basket.fact.basket().map(|basket| basket.consent)), (Some(minute(5)), Some(true)));
    for said in [checkout().at(minute(5)).said(), payment("pi_1").at(minute(5)).said()] {
        assert_eq!((said.fact.at(), said.fact.basket()), (Some(minute(5)), None));
    }
    assert_eq!(stopped("s1", "a", minute(5)).fact.at(), None, "we get a customer's word when it is said");
    assert_eq!(domain::fact::Basket::id("7"), "checkout/7");
}

#[test]
fn of_a_person_who_is_forgotten_stays_where_the_goods_went_and_that_a_basket_was_ordered() {
    use domain::order::Erased;
    use domain::register::Join;
    let erased = |facts: [Said; 2]| {
        let mut order = order(facts);
        order.join(Order { erased: Some(Erased(minute(90))), ..Order::default() });
        let documents = order.checkouts.into_values().map(|checkout| checkout.document.value);
        documents.map(|one| (one.shipping, one.basket)).next().expect("a checkout")
    };
    let (shipping, _) = erased([checkout().said(), payment("pi_1").said()]);
    assert_eq!(shipping.expect("an address").country, "DE");
    let (_, left) = erased([basket().said(), ordered().said()]);
    assert!(left.is_some_and(|left| left.ordered && left.resume.is_none()));
}
