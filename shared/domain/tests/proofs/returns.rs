//! What customers send back: each status is told once a return, and only while nothing newer took its place.

use domain::fact::ReturnStatus::{self, Approved, Closed, Declined, Received, Requested};
use domain::fact::{Declined as Because, OrderStatus::Processing, Return};
use domain::ledger::Ledger;
use domain::link::Link;
use domain::order::{Erased, Order};
use domain::policy::Policy;
use domain::register::Join;
use domain::situations::{Kind, Situation, Trouble, Verdict, situations};
use domain::tracking::ParcelState::{Delivered, InTransit};
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use testing::facts::{Said, Saying, checkout, day, fulfilment, minute, order, sent_back, tracking};

use crate::sender::{Life, id, live};

const KINDS: [Kind; 4] = [Kind::ReturnRequested, Kind::ReturnApproved, Kind::ReturnDeclined, Kind::ReturnReceived];

fn paid() -> Said {
    checkout().status(Processing).at(minute(1)).paid().said()
}

fn arrived() -> Vec<Said> {
    let there = tracking(Delivered).at(day(3)).scan(day(2), InTransit).scan(day(3), Delivered);
    vec![paid(), fulfilment("f1").said(), there.said()]
}

/// One return at a time on its fifth day.
fn at(minutes: i64, status: ReturnStatus) -> Saying<Return> {
    sent_back("r1", status).at(day(5) + SignedDuration::from_mins(minutes)).with(|back| {
        back.declined = (status == Declined).then_some(Because::Late);
    })
}

fn verdicts(facts: impl IntoIterator<Item = Said>, now: Timestamp) -> Vec<(Kind, Verdict)> {
    let all = situations(&id(), &order([paid()].into_iter().chain(facts)), &Ledger::new(), &live(), now);
    all.into_iter().filter(|one| KINDS.contains(&one.kind)).map(|one| (one.kind, one.verdict)).collect()
}

fn of_kind(order: &Order, policy: &Policy, kind: Kind, now: Timestamp) -> Vec<Situation> {
    let mut all = situations(&id(), order, &Ledger::new(), policy, now);
    all.retain(|one| one.kind == kind && (kind != Kind::Attention || one.trouble == Some(Trouble::ReturnRequested)));
    all
}

#[test]
fn each_status_is_told_once_whatever_else_is_said_of_the_return() {
    let mut life = Life::new();
    life.hear(paid());
    for (minutes, status) in [(0, Requested), (5, Requested), (60, Approved), (90, Approved), (600, Received)] {
        life.hear(at(minutes, status));
    }
    // A stale document says what was known before.
    life.hear(at(61, Approved).with(|back| back.send_by = Some(date(2026, 3, 20))));
    let told: Vec<Kind> = life.sender.kinds().into_iter().filter(|kind| KINDS.contains(kind)).collect();
    assert_eq!(told, [Kind::ReturnRequested, Kind::ReturnApproved, Kind::ReturnReceived]);
}

#[test]
fn two_returns_of_an_order_are_told_apart() {
    let mut life = Life::new();
    let second = sent_back("r2", Approved).at(day(5));
    life.hear(paid()).hear(at(0, Approved)).hear(second);
    assert_eq!(life.sender.count(Kind::ReturnApproved), 2);
}

#[test]
fn what_was_decided_before_it_was_told_is_told_alone() {
    for (then, kind, why) in [
        (Approved, Kind::ReturnApproved, "approved"),
        (Declined, Kind::ReturnDeclined, "declined"),
        (Received, Kind::ReturnReceived, "received"),
    ] {
        let all = verdicts([at(0, Requested).said(), at(1, then).said()], day(5) + SignedDuration::from_mins(9));
        assert_eq!(all[0], (Kind::ReturnRequested, Verdict::Obsolete(why)));
        assert!(matches!(all[1], (told, Verdict::Tell { .. }) if told == kind), "{all:?}");
        assert_eq!(all.len(), 2);
    }
    let closed = verdicts([at(0, Approved).said(), at(1, Closed).said()], day(5) + SignedDuration::from_mins(9));
    assert_eq!(closed, [(Kind::ReturnApproved, Verdict::Obsolete("closed"))], "nobody is told that it is closed");
    // A desk may change its mind.
    let after_all = verdicts([at(0, Declined).said(), at(1, Approved).said()], day(5) + SignedDuration::from_mins(9));
    assert_eq!(after_all[1], (Kind::ReturnDeclined, Verdict::Obsolete("approved")));
    assert!(matches!(after_all[0], (Kind::ReturnApproved, Verdict::Tell { .. })));
}

#[test]
fn nobody_is_told_to_send_what_cannot_be_sent_any_more_nor_declined_without_a_reason() {
    let until = |now| verdicts([at(0, Approved).with(|back| back.send_by = Some(date(2026, 3, 8))).said()], now);
    let last: Timestamp = "2026-03-08T23:59:59Z".parse().expect("a time");
    assert!(matches!(until(last)[0].1, Verdict::Tell { .. }));
    let over = Verdict::Obsolete("the last day to send it is over");
    assert_eq!(until(last + SignedDuration::from_secs(1))[0].1, over);
    let without = at(0, Declined).with(|back| back.declined = None).said();
    assert_eq!(verdicts([without], day(5))[0].1, Verdict::Off("the shop gives no reason"));
}

#[test]
fn old_returns_are_no_news_and_test_orders_tell_none() {
    let hours = |hours: i64| day(5) + SignedDuration::from_hours(hours);
    let of = |status| at(0, status).said();
    assert!(matches!(verdicts([of(Requested)], hours(48))[0].1, Verdict::Tell { .. }));
    assert_eq!(verdicts([of(Requested)], hours(49))[0].1, Verdict::Off("too old to be news"));
    for status in [Approved, Declined, Received] {
        assert!(matches!(verdicts([of(status)], hours(7 * 24))[0].1, Verdict::Tell { .. }));
        assert_eq!(verdicts([of(status)], hours(7 * 24 + 1))[0].1, Verdict::Off("too old to be news"));
    }
    let connected = Policy::since(day(6));
    let all = of_kind(&order([paid(), of(Approved)]), &connected, Kind::ReturnApproved, hours(30));
    assert_eq!(all[0].verdict, Verdict::Off("arose before the shop went live"));
    let test = checkout().status(Processing).paid().test().said();
    let all = of_kind(&order([test, of(Approved)]), &live(), Kind::ReturnApproved, hours(1));
    assert_eq!(all[0].verdict, Verdict::Off("a test order"));
    assert!(of_kind(&order([of(Approved)]), &live(), Kind::ReturnApproved, hours(1)).is_empty(), "no order, no news");
}

#[test]
fn the_shop_is_told_of_a_request_that_it_did_not_decide_within_ten_minutes() {
    let asked = [paid(), at(0, Requested).said()];
    let all = of_kind(&order(asked.clone()), &live(), Kind::Attention, day(5));
    let heard = day(5) + SignedDuration::from_secs(1);
    assert_eq!(all[0].verdict, Verdict::Tell { not_before: heard + SignedDuration::from_mins(10) });
    assert_eq!(all[0].subject, "r1/return_requested");
    let decided = order(asked.into_iter().chain([at(3, Approved).said()]));
    let all = of_kind(&decided, &live(), Kind::Attention, day(6));
    assert_eq!(all[0].verdict, Verdict::Obsolete("approved"));
}

#[test]
fn whoever_sends_something_back_is_asked_nothing_until_it_is_declined_or_called_off() {
    let mut policy = live();
    let asks = [Kind::FollowUp, Kind::Csat, Kind::Nps, Kind::Review];
    policy.ask_after = asks.map(|kind| (kind, 2)).into();
    let asked = |returned: &[Said]| {
        let all = situations(&id(), &order([arrived(), returned.to_vec()].concat()), &Ledger::new(), &policy, day(6));
        all.into_iter().filter(|one| asks.contains(&one.kind)).map(|one| one.verdict).collect::<Vec<_>>()
    };
    let tells = |all: &[Verdict]| all.iter().all(|verdict| matches!(verdict, Verdict::Tell { .. }));
    assert!(tells(&asked(&[])));
    for status in [Requested, Approved, Received] {
        assert_eq!(asked(&[at(0, status).said()]), [const { Verdict::Off("something is being returned") }; 4]);
    }
    let closed = [at(0, Received).said(), at(1, Closed).said()];
    assert_eq!(asked(&closed)[0], Verdict::Off("something is being returned"), "what came back stays so");
    for status in [Declined, Closed] {
        assert!(tells(&asked(&[at(0, Requested).said(), at(1, status).said()])));
    }
}

#[test]
fn an_erased_order_keeps_that_something_came_back_and_not_whose() {
    let named = |back: &mut Return| {
        back.reason = Some(domain::personal::Personal::new("Too small, says Ana".to_owned()));
        back.label = Link::parse("https://shop.example/labels/ana.pdf").ok();
    };
    let facts = || [paid(), at(0, Requested).with(named).said(), at(5, Approved).with(named).said()];
    let erased = || Order { erased: Some(Erased(day(6))), ..Order::default() };
    let mut late = order(facts());
    late.join(erased());
    let mut early = erased();
    for said in facts() {
        early.fold(&said.source, said.observed, said.fact);
    }
    assert_eq!(early, late);
    let text = serde_json::to_string(&late).expect("JSON");
    assert!(!text.contains("Ana") && !text.contains("labels") && text.contains("RMA-r1"), "{text}");
}

#[test]
fn a_return_is_a_wire_format() {
    let order = order([paid(), at(0, Requested).said()]);
    let value = serde_json::to_value(&order.returns).expect("JSON");
    let document = &value["demo/standard"]["r1"]["document"]["value"];
    assert_eq!(
        *document,
        serde_json::json!({
            "id": "r1", "at": "2026-03-07T08:00:00Z", "references": [{"order": "727"}], "status": "requested",
            "number": "RMA-r1", "lines": [{"line": "1", "quantity": 1}],
        })
    );
    assert_eq!(value["demo/standard"]["r1"]["statuses"], serde_json::json!([["2026-03-07T08:00:00Z", "requested"]]));
    let intents: Vec<String> =
        of_kind(&order, &live(), Kind::ReturnRequested, day(5)).iter().map(|one| one.intent.to_string()).collect();
    assert_eq!(intents, ["wdvnqdt7sdkvqc2lww4ld6sdee-ehep65dxwjw7"]);
}

#[test]
fn a_return_says_what_comes_back_of_a_line_and_each_mail_about_it_is_about_it() {
    let none = |fact: &mut Return| {
        fact.lines.insert(0, domain::fact::ReturnedLine { line: "2".to_owned(), quantity: 0, accepted: None });
    };
    let order = order([paid(), at(0, Requested).with(none).said()]);
    let policy = live();
    let view = domain::view::View::new(&order, &policy).expect("an order");
    assert_eq!(["1", "2", "3"].map(|line| view.returns[0].line(line).map(|line| line.quantity)), [Some(1), None, None]);
    let source = domain::fact::Source::new("demo", "standard");
    for kind in [Kind::ReturnRequested, Kind::Attention] {
        let about = of_kind(&order, &policy, kind, day(6)).remove(0).about;
        assert_eq!(about, domain::situations::About::Return(source.clone(), "r1".to_owned()));
    }
}
