//! What turns out not to be in stock: told once, against what the customer knows, and never of what is shipped or called off.

use domain::fact::OrderStatus::{Cancelled, Completed, Processing};
use domain::fact::{BackOrder, Checkout};
use domain::ids::IntentId;
use domain::ledger::{Entry, Ledger, State};
use domain::policy::{KindPolicy, Policy};
use domain::situations::{Kind, Situation, Trouble, Verdict, situations};
use domain::view::View;
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use testing::facts::{Said, Saying, checkout, day, fulfilment, minute, order};

use crate::sender::{Life, id, live};

const SOON: Date = date(2026, 3, 20);
const LATER: Date = date(2026, 4, 1);

/// The accepted order, with what of each line is not in stock.
fn stock(minutes: i64, short: [Option<(u32, Option<Date>)>; 2]) -> Saying<Checkout> {
    checkout().status(Processing).at(minute(minutes)).paid().at(minute(minutes)).with(|fact| {
        fact.document.paid_at = Some(minute(1));
        for (line, short) in fact.document.lines.iter_mut().zip(short) {
            line.quantity = 3;
            line.back_order = short.and_then(|(quantity, expected)| BackOrder::of(quantity, expected));
        }
    })
}

fn first(minutes: i64, quantity: u32, expected: Option<Date>) -> Said {
    stock(minutes, [Some((quantity, expected)), None]).said()
}

fn whole(minutes: i64) -> Said {
    stock(minutes, [None, None]).said()
}

fn of_kind(facts: impl IntoIterator<Item = Said>, told: &Ledger, now: Timestamp) -> Vec<Situation> {
    let mut all = situations(&id(), &order(facts), told, &live(), now);
    all.retain(|one| one.kind == Kind::BackOrdered);
    all
}

/// How often it was told, if these were heard one after the other, at their times.
fn told(facts: impl IntoIterator<Item = Said>) -> usize {
    let mut life = Life::new();
    for fact in facts {
        life.hear(fact);
    }
    assert_eq!(life.sender.count(Kind::Confirmed), 1);
    life.sender.look(&life.order, &life.policy, day(4));
    life.sender.count(Kind::BackOrdered)
}

#[test]
fn what_is_short_when_it_is_confirmed_is_said_by_the_confirmation_alone() {
    assert_eq!(told([first(1, 1, Some(SOON))]), 0);
    assert_eq!(told([first(1, 1, None), first(200, 1, None), first(400, 1, Some(LATER))]), 0, "no worse than unknown");
    // It was in stock when it was placed, and not when the confirmation went.
    let facts = [whole(1), first(2, 1, None)];
    let all = of_kind(facts.clone(), &Ledger::new(), minute(30));
    assert_eq!(all[0].verdict, Verdict::Idle("the confirmation says it"));
    let mut life = Life::new();
    life.hear_all(facts);
    assert_eq!((life.sender.count(Kind::Confirmed), life.sender.count(Kind::BackOrdered)), (1, 0));
}

#[test]
fn what_becomes_short_after_it_was_confirmed_is_told_once() {
    assert_eq!(told([whole(1), first(100, 1, Some(SOON))]), 1);
    assert_eq!(told([whole(1), first(100, 1, Some(SOON)), first(200, 1, Some(SOON))]), 1, "said again");
    assert_eq!(told([first(1, 1, Some(SOON)), first(100, 2, Some(SOON))]), 1, "more of it");
    let both = stock(100, [Some((1, Some(SOON))), Some((3, None))]).said();
    assert_eq!(told([first(1, 1, Some(SOON)), both]), 1, "another thing");
}

#[test]
fn a_later_day_is_news_and_an_earlier_one_or_less_is_none() {
    let then = |quantity, expected| told([whole(1), first(100, 2, Some(SOON)), first(300, quantity, expected)]);
    assert_eq!([then(2, Some(LATER)), then(2, None)], [2, 2]);
    assert_eq!([then(2, Some(date(2026, 3, 10))), then(1, Some(SOON)), then(0, None)], [1, 1, 1]);
    // Later, earlier, and as the customer knows it.
    let back = [first(300, 2, Some(date(2026, 3, 10))), first(500, 2, Some(SOON))];
    assert_eq!(told([whole(1), first(100, 2, Some(SOON))].into_iter().chain(back)), 1);
}

#[test]
fn it_settles_and_what_is_not_true_any_more_is_not_told() {
    let confirmed = |facts: Vec<Said>| {
        let mut life = Life::new();
        life.hear(whole(1));
        for said in facts {
            life.order.fold(&said.source, said.observed, said.fact);
        }
        let mut all = situations(&id(), &life.order, &life.sender.ledger, &life.policy, day(1));
        all.retain(|one| one.kind == Kind::BackOrdered);
        all.into_iter().map(|one| one.verdict).collect::<Vec<_>>()
    };
    let short = || first(100, 2, None);
    let heard = minute(100) + SignedDuration::from_secs(1);
    let told = confirmed(vec![short()]);
    assert!(matches!(told[0], Verdict::Tell { not_before } if not_before >= heard + SignedDuration::from_mins(10)));
    for (after, why) in [
        (whole(105), "in stock"),
        (stock(105, [Some((2, None)), None]).status(Cancelled).said(), "cancelled"),
        (stock(105, [Some((2, None)), None]).status(Completed).said(), "completed by the shop"),
        (fulfilment("f1").at(minute(105)).said(), "shipped"),
    ] {
        assert_eq!(confirmed(vec![short(), after]), [Verdict::Obsolete(why)]);
    }
    let two = confirmed(vec![short(), first(103, 3, None)]);
    assert_eq!((two.len(), two.iter().filter(|one| matches!(one, Verdict::Tell { .. })).count()), (2, 1));
    assert!(two.contains(&Verdict::Obsolete("a newer word on it")));
}

#[test]
fn whoever_was_told_when_it_is_expected_is_not_told_before_that_it_is_late() {
    let late = |facts: Vec<Said>, kind: Kind, trouble: Option<Trouble>| {
        let all = situations(&id(), &order(facts), &Ledger::new(), &live(), day(1));
        all.into_iter().find(|one| one.kind == kind && one.trouble == trouble).expect("waited for").due.expect("a day")
    };
    for (kind, trouble) in [(Kind::LateToShip, None), (Kind::Attention, Some(Trouble::NotShipped))] {
        let usual = late(vec![whole(1)], kind, trouble);
        assert_eq!(late(vec![first(1, 1, None)], kind, trouble), usual);
        let expected = late(vec![first(1, 1, Some(LATER))], kind, trouble);
        assert!(usual < day(10) && expected > "2026-04-02T00:00:00Z".parse::<Timestamp>().expect("a time"));
    }
}

#[test]
fn a_back_order_is_a_wire_format() {
    let facts = [whole(1), first(100, 2, Some(SOON))];
    let order = order(facts.clone());
    let value = serde_json::to_value(order.checkout()).expect("JSON");
    assert_eq!(value["back_orders"][0][1], serde_json::json!([{"line": "1", "quantity": 2, "expected": "2026-03-20"}]));
    assert_eq!(value["moments"][1]["back_order"], value["back_orders"][0][0]);
    let intents: Vec<String> =
        of_kind(facts, &Ledger::new(), day(1)).iter().map(|one| one.intent.to_string()).collect();
    assert_eq!(intents, ["wdvnqdt7sdkvqc2lww4ld6sdee-eneemjppogg2"]);
}

/// A shop that sends no confirmations, or whose confirmation will not come any more.
fn unconfirmed(facts: impl IntoIterator<Item = Said>, policy: &Policy, now: Timestamp) -> Verdict {
    let all = situations(&id(), &order(facts), &Ledger::new(), policy, now);
    all.into_iter().rfind(|one| one.kind == Kind::BackOrdered).expect("it arose").verdict
}

#[test]
fn who_gets_no_confirmation_knows_what_was_short_when_the_order_was_accepted() {
    let off = KindPolicy { on: false, on_since: None };
    let silent = Policy { kinds: [(Kind::Confirmed, off)].into(), ..live() };
    let less = || first(1, 1, Some(SOON));
    let tells = |verdict: Verdict| matches!(verdict, Verdict::Tell { .. });
    assert!(tells(unconfirmed([less(), first(100, 2, Some(SOON))], &silent, minute(101))));
    let as_before = [less(), first(50, 0, None), first(100, 1, Some(SOON))];
    assert_eq!(unconfirmed(as_before, &silent, minute(101)), Verdict::Obsolete("as the customer knows it"));
    // The confirmation was never told, and is no news any more, or was none when the shop went live.
    assert!(tells(unconfirmed([less(), first(9 * 24 * 60, 2, Some(SOON))], &live(), day(9))));
    let later = Policy { live_since: minute(60), ..live() };
    assert!(tells(unconfirmed([less(), first(100, 2, Some(SOON))], &later, minute(101))));
    // … or when confirmations were switched on.
    let since = KindPolicy { on: true, on_since: Some(minute(60)) };
    let switched_on = Policy { kinds: [(Kind::Confirmed, since)].into(), ..live() };
    assert!(tells(unconfirmed([less(), first(100, 2, Some(SOON))], &switched_on, minute(101))));
    let to_come = Verdict::Idle("the confirmation says it");
    assert_eq!(unconfirmed([less(), first(100, 2, Some(SOON))], &live(), minute(101)), to_come);
}

#[test]
fn a_confirmation_that_was_given_up_will_not_come_and_one_that_is_held_may() {
    let facts = || order([first(1, 1, Some(SOON)), first(100, 2, Some(SOON))]);
    let verdict = |state: State| {
        let confirmed = IntentId::new(&id(), "confirmed", "order");
        let told = Ledger::from([(confirmed, Entry { state, ..Entry::default() })]);
        let all = situations(&id(), &facts(), &told, &live(), minute(101));
        all.into_iter().rfind(|one| one.kind == Kind::BackOrdered).expect("it arose").verdict
    };
    let reason = || "a test".to_owned();
    assert!(matches!(verdict(State::GivenUp { reason: reason() }), Verdict::Tell { .. }));
    assert_eq!(verdict(State::Held { reason: reason() }), Verdict::Idle("the confirmation says it"));
}

#[test]
fn a_mail_about_a_change_shows_what_is_short_too() {
    let mut life = Life::new();
    life.hear(whole(1));
    life.hear(stock(100, [Some((1, None)), None]).with(|fact| fact.document.lines[0].quantity = 5));
    assert_eq!((life.sender.count(Kind::Edited), life.sender.count(Kind::BackOrdered)), (1, 0));
}

#[test]
fn the_same_shortage_for_the_second_time_is_another_one_and_two_words_of_one_second_are_one() {
    let short = |at| first(at, 1, Some(SOON));
    let subjects = |facts: Vec<Said>| {
        let all = of_kind(facts, &Ledger::new(), day(1)).into_iter();
        all.map(|one| one.subject.into_owned()).collect::<Vec<_>>()
    };
    let twice = subjects(vec![whole(1), short(100), whole(200), short(300)]);
    assert_eq!(twice, [twice[0].clone(), format!("{}/2", twice[0])]);
    let both_worse = [first(100, 1, Some(LATER)), first(100, 2, Some(SOON))];
    assert_eq!(subjects([vec![whole(1)], both_worse.to_vec(), vec![whole(200)]].concat()).len(), 1);
}

#[test]
fn what_has_left_is_not_short_any_more() {
    let order = order([first(1, 2, None), fulfilment("f1").said()]);
    assert_eq!(View::new(&order, &live()).expect("an order").back_ordered(), []);
    assert_eq!(BackOrder::of(0, Some(SOON)), None);
}
