//! The customer withdraws: every statement is acknowledged once, told to the shop once, and nothing is asked any more.

use domain::fact::OrderStatus::{Cancelled, Processing};
use domain::fact::{Needs, Scope};
use domain::ledger::{Entry, Ledger, State};
use domain::order::{Erased, Order};
use domain::policy::Policy;
use domain::register::Join;
use domain::situations::{About, Kind, Situation, Trouble, Verdict, situations};
use domain::tracking::ParcelState::{Delivered, InTransit};
use domain::view::View;
use domain::withdrawal::{Period, period};
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use testing::facts::{Said, checkout, day, fulfilment, minute, order, tracking, withdrew};

use crate::sender::{Life, id, live};

fn paid() -> Said {
    checkout().status(Processing).at(minute(1)).paid().said()
}

fn arrived() -> Vec<Said> {
    let there = tracking(Delivered).at(day(3)).scan(day(2), InTransit).scan(day(3), Delivered);
    vec![paid(), fulfilment("f1").said(), there.said()]
}

fn of_kind(order: &Order, told: &Ledger, kind: Kind, now: Timestamp) -> Vec<Situation> {
    let all = situations(&id(), order, told, &live(), now);
    all.into_iter()
        .filter(|one| one.kind == kind && (kind != Kind::Attention || one.trouble == Some(Trouble::Withdrawal)))
        .collect()
}

fn tells(all: &[Situation]) -> Vec<&str> {
    let told = all.iter().filter(|one| matches!(one.verdict, Verdict::Tell { .. }));
    told.filter_map(|one| match &one.about {
        About::Withdrawal(id) => Some(id.as_str()),
        _ => None,
    })
    .collect()
}

fn told(order: &Order, which: &str) -> Ledger {
    let sent = Entry { state: State::Sent { ses_id: "ses".to_owned(), at: minute(90) }, ..Entry::default() };
    let all = of_kind(order, &Ledger::new(), Kind::Withdrawal, minute(90));
    all.into_iter().filter(|one| one.subject == which).map(|one| (one.intent, sent.clone())).collect()
}

#[test]
fn a_statement_is_acknowledged_at_once_and_told_to_the_shop() {
    let order = order([paid(), withdrew("w1", &[], minute(60))]);
    for now in [minute(60), minute(60 * 24 * 6)] {
        let all = of_kind(&order, &Ledger::new(), Kind::Withdrawal, now);
        assert_eq!(all[0].verdict, Verdict::Tell { not_before: minute(60) }, "at night too");
        assert_eq!((&*all[0].subject, all[0].arose_at), ("w1", minute(60)));
    }
    let shop = of_kind(&order, &Ledger::new(), Kind::Attention, minute(60));
    assert_eq!(shop[0].subject, "w1/withdrawal");
    assert_eq!(tells(&shop), ["w1"]);
    assert!(of_kind(&testing::facts::order([paid()]), &Ledger::new(), Kind::Attention, minute(60)).is_empty());
}

#[test]
fn what_is_stated_twice_is_acknowledged_once_whichever_comes_first() {
    let twice = [withdrew("w1", &[], minute(60)), withdrew("w2", &[], minute(60) + SignedDuration::from_secs(1))];
    let both = order([paid()].into_iter().chain(twice.clone()));
    assert_eq!(tells(&of_kind(&both, &Ledger::new(), Kind::Withdrawal, minute(61))), ["w1"]);
    let late = order([paid(), twice[1].clone()]);
    assert_eq!(tells(&of_kind(&late, &Ledger::new(), Kind::Withdrawal, minute(61))), ["w2"]);
    assert_eq!(tells(&of_kind(&both, &told(&late, "w2"), Kind::Withdrawal, minute(61))), ["w2"], "w1 is no news then");
    let mut life = Life::new();
    life.hear_all([paid()].into_iter().chain(twice));
    assert_eq!((life.sender.count(Kind::Withdrawal), life.sender.alerts().len()), (1, 1));
}

#[test]
fn what_is_withdrawn_from_later_is_acknowledged_too() {
    let parts = |scopes: &[&[&str]]| {
        let ids = ["w1", "w2", "w3", "w4"];
        let said = scopes.iter().zip(ids).zip(60..).map(|((lines, id), at)| withdrew(id, lines, minute(at)));
        let order = order([paid()].into_iter().chain(said));
        let all = of_kind(&order, &Ledger::new(), Kind::Withdrawal, minute(90));
        tells(&all).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(parts(&[&["1"], &["2"], &["1", "2"], &[]]), ["w1", "w2", "w4"]);
    assert_eq!(parts(&[&[], &["1"], &["2"]]), ["w1"]);
    assert_eq!(parts(&[&["1", "2"], &["1"]]), ["w1"]);
}

#[test]
fn however_much_is_stated_of_some_lines_the_whole_order_can_be_withdrawn_from() {
    let many = (0..200).map(|turn| withdrew(&format!("s{turn}"), &["1"], minute(60 + turn)));
    let order = order([paid()].into_iter().chain(many).chain([withdrew("whole", &[], minute(999))]));
    let withdrawals = &order.customer.withdrawals;
    assert_eq!(withdrawals.iter().count(), 13);
    assert!(!withdrawals.takes(&Scope::Whole) && !withdrawals.takes(&Scope::Lines(Vec::new())));
    assert_eq!(tells(&of_kind(&order, &Ledger::new(), Kind::Withdrawal, minute(1_000))), ["s0", "whole"]);
}

#[test]
fn after_a_withdrawal_nothing_is_asked_and_nobody_is_reminded_to_pay() {
    let mut policy = live();
    policy.ask_after = [(Kind::FollowUp, 2), (Kind::Csat, 2), (Kind::Nps, 2), (Kind::Review, 2)].into();
    let verdicts = |facts: Vec<Said>, kinds: &[Kind]| {
        let all = situations(&id(), &order(facts), &Ledger::new(), &policy, day(6));
        all.into_iter().filter(|one| kinds.contains(&one.kind)).map(|one| one.verdict).collect::<Vec<_>>()
    };
    let asks = [Kind::FollowUp, Kind::Csat, Kind::Nps, Kind::Review];
    for (at, verdict) in
        [(day(4), Verdict::Idle("the customer withdrew")), (day(6), Verdict::Off("the customer withdrew"))]
    {
        let facts = [arrived(), vec![withdrew("w1", &["1"], at)]].concat();
        assert_eq!(verdicts(facts, &asks), vec![verdict; 4]);
    }
    let unpaid = vec![checkout().said(), withdrew("w1", &[], minute(60))];
    let reminders = verdicts(unpaid, &[Kind::PaymentReminder, Kind::LateToShip]);
    assert!(reminders.iter().all(|verdict| matches!(verdict, Verdict::Idle(_))), "{reminders:?}");
}

#[test]
fn one_may_withdraw_until_so_many_days_after_everything_has_provably_arrived() {
    let berlin = jiff::tz::TimeZone::get("Europe/Berlin").expect("a known zone");
    let policy = Policy { withdrawal: Some(14), time_zone: berlin, ..live() };
    let at = |facts: Vec<Said>, policy: &Policy, now: Timestamp| {
        let order = order(facts);
        period(&View::new(&order, policy).expect("an order"), policy, now)
    };
    assert_eq!(at(arrived(), &live(), day(4)), None, "the shop does not offer it");
    assert_eq!(at(vec![paid()], &policy, day(90)), Some(Period::Early));
    let handed = fulfilment("f1").state(domain::fact::FulfilmentState::Delivered).said();
    assert_eq!(at(vec![paid(), handed], &policy, day(90)), Some(Period::Early), "nobody proved it");
    // Delivered on the 5th of March; the last day is over at midnight in Berlin, daylight saving time or not.
    let last: Timestamp = "2026-03-19T22:59:59Z".parse().expect("a time");
    assert_eq!(at(arrived(), &policy, last), Some(Period::Until(date(2026, 3, 19))));
    assert_eq!(at(arrived(), &policy, last + SignedDuration::from_secs(1)), Some(Period::Over));
    let cancelled = checkout().status(Cancelled).at(minute(9)).said();
    assert_eq!(at(vec![paid(), cancelled], &policy, day(1)), None);
    let nothing_moves = |fact: &mut domain::fact::Checkout| {
        fact.document.lines.iter_mut().for_each(|line| line.needs = Needs::Nothing);
    };
    let digital = || vec![checkout().status(Processing).at(minute(1)).paid().with(nothing_moves).said()];
    assert_eq!(at(digital(), &policy, day(1)), Some(Period::Until(date(2026, 3, 16))));
    assert_eq!(at(digital(), &policy, day(15)), Some(Period::Over));
}

#[test]
fn an_erased_order_keeps_that_somebody_withdrew_and_not_who() {
    let facts = || [paid(), withdrew("w1", &["1"], minute(60)), withdrew("w2", &[], minute(61))];
    let erased = || Order { erased: Some(Erased(minute(90))), ..Order::default() };
    let mut late = order(facts());
    late.join(erased());
    let mut early = erased();
    for said in facts() {
        early.fold(&said.source, said.observed, said.fact);
    }
    assert_eq!(early, late);
    let text = serde_json::to_string(&late).expect("JSON");
    assert!(!text.contains("Ana") && text.contains("w1") && text.contains("w2"), "{text}");
}

#[test]
fn a_statement_is_a_wire_format() {
    let order = order([paid(), withdrew("w1", &["1"], minute(60)), withdrew("w2", &[], minute(61))]);
    let value = serde_json::to_value(&order.customer).expect("JSON");
    assert_eq!(
        value["withdrawals"],
        serde_json::json!({
            "some": [{"at": "2026-03-02T09:00:00Z", "id": "w1", "name": "Ana", "text": "They are too small, says Ana",
                "of": {"lines": [{"line": "1", "name": "Mug 1", "quantity": 1}]}}],
            "whole": [{"at": "2026-03-02T09:01:00Z", "id": "w2", "name": "Ana", "text": "They are too small, says Ana",
                "of": "whole"}],
        })
    );
    let intents: Vec<String> = of_kind(&order, &Ledger::new(), Kind::Withdrawal, minute(90))
        .iter()
        .map(|one| one.intent.to_string())
        .collect();
    assert_eq!(intents, ["wdvnqdt7sdkvqc2lww4ld6sdee-55boolmpmuku", "wdvnqdt7sdkvqc2lww4ld6sdee-hsutfs7xrw3e"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn statements_join_in_any_order(
        said in prop::collection::vec((0..40_i64, 0..3_usize), 0..40), seed in any::<usize>(),
    ) {
        let lines: [&[&str]; 3] = [&[], &["1"], &["1", "2"]];
        let facts: Vec<Said> = said.iter().enumerate()
            .map(|(index, (at, scope))| withdrew(&format!("w{index}"), lines[*scope], minute(*at))).collect();
        let mut turned = facts.clone();
        turned.extend(facts.iter().take(seed % 5).cloned());
        let turns = seed % turned.len().max(1);
        turned.rotate_left(turns);
        turned.reverse();
        prop_assert_eq!(order(facts), order(turned));
    }
}

#[test]
fn a_statement_is_found_by_its_id_and_one_that_adds_nothing_is_known() {
    use domain::fact::WithdrawnLine;
    let line = |line: &str| WithdrawnLine { line: line.to_owned(), name: String::new(), quantity: 1 };
    let lines = |all: &[&str]| Scope::Lines(all.iter().map(|one| line(one)).collect());
    let said = |facts: Vec<Said>| order(facts).customer.withdrawals;
    let one = said(vec![paid(), withdrew("w1", &["1"], minute(60))]);
    assert_eq!((one.find("w1").map(|found| found.at), one.find("w2")), (Some(minute(60)), None));
    assert!(one.cover(&lines(&["1"])) && !one.cover(&lines(&["1", "2"])) && !one.cover(&Scope::Whole));
    assert!(one.takes(&Scope::Whole) && one.takes(&lines(&["2"])));
    let whole = said(vec![paid(), withdrew("w2", &[], minute(61))]);
    assert!(whole.cover(&Scope::Whole) && whole.cover(&lines(&["1"])));
    assert!(!whole.takes(&Scope::Whole) && whole.takes(&lines(&["2"])));
    let many = (0..30).map(|n| withdrew(&format!("w{n}"), &["1"], minute(n)));
    assert!(!said(many.collect()).takes(&lines(&["2"])), "nobody fills an order's state");
}
