//! The table of situations over named histories: a change of behaviour is a difference that one can read.

use std::fmt::Write;

use domain::fact::DelayCause::Carrier;
use domain::fact::OrderStatus::{Cancelled, Completed, OnHold, Pending, Processing};
use domain::fact::{FulfilmentState, Reason};
use domain::ledger::Ledger;
use domain::policy::Policy;
use domain::situations::{Kind, Situation, Verdict, situations};
use domain::tracking::ParcelState::{
    self, Delivered, DeliveryAttempted, InTransit, Lost, OutForDelivery, ReturnToSender,
};
use jiff::{SignedDuration, Timestamp, civil::date};
use testing::facts::{Said, Saying, TOTAL, checkout, day, euros, fulfilment, minute, order, payment, tracking};

use crate::sender::{id, live};

struct History {
    name: &'static str,
    policy: Policy,
    facts: Vec<Said>,
}

fn history(name: &'static str, facts: impl Into<Vec<Said>>) -> History {
    History { name, policy: live(), facts: facts.into() }
}

fn cash_on_delivery(name: &'static str, facts: impl Into<Vec<Said>>) -> History {
    let mut policy = live();
    policy.pay_later.insert("cod".to_owned());
    History { policy, ..history(name, facts) }
}

fn connected_later(name: &'static str, facts: impl Into<Vec<Said>>) -> History {
    History { policy: Policy::since(day(180)), ..history(name, facts) }
}

fn paid() -> Said {
    checkout().status(Processing).at(minute(1)).paid().said()
}

fn took(id: &str, minor: i64) -> Said {
    payment(id).took(euros(minor)).said()
}

fn scan(hours: i64, state: ParcelState) -> Saying<domain::fact::Tracking> {
    let at = day(1) + SignedDuration::from_hours(hours);
    tracking(state).at(at).scan(at, state).with(|fact| fact.whole = false)
}

fn shipped(more: impl IntoIterator<Item = Said>) -> Vec<Said> {
    [paid(), fulfilment("f1").said()].into_iter().chain(more).collect()
}

fn orders() -> Vec<History> {
    vec![
        history("placed, not paid", [checkout().said()]),
        history("paid by card", [paid(), took("pi_1", TOTAL)]),
        history("paid, says the storefront alone", [paid()]),
        history("paid too little: held", [checkout().said(), took("pi_1", 2_000)]),
        history("paid in a test mode", [checkout().said(), payment("pi_1").took(euros(TOTAL)).test().said()]),
        history("a test order", [checkout().status(Processing).paid().test().said()]),
        history("on hold, not paid", [checkout().status(OnHold).said()]),
        history("paid, then on hold", [paid(), checkout().status(OnHold).at(minute(1)).paid().at(minute(60)).said()]),
        history(
            "paid, on hold, and released",
            [
                paid(),
                checkout().status(OnHold).at(minute(1)).paid().at(minute(60)).said(),
                checkout().status(Processing).at(minute(1)).paid().at(minute(120)).said(),
            ],
        ),
        history(
            "on hold until it is paid",
            [checkout().status(OnHold).said(), checkout().status(Processing).at(day(2)).paid().said()],
        ),
        history("free", [checkout().status(Processing).total(0).said()]),
        cash_on_delivery("on delivery: released", [checkout().status(Processing).method("cod").said()]),
        cash_on_delivery(
            "on delivery: paid",
            [
                checkout().status(Processing).method("cod").said(),
                checkout().status(Completed).method("cod").at(day(3)).paid().said(),
            ],
        ),
    ]
}

fn money_and_old_news() -> Vec<History> {
    let failed = || payment("pi_1").failed("ch_1").at(minute(5)).said();
    let refunded = |minutes, minor| payment("pi_1").took(euros(TOTAL)).refunded(minor).at(minute(minutes)).said();
    vec![
        history(
            "paid, then more was ordered and paid",
            [
                paid(),
                took("pi_1", TOTAL),
                checkout().status(Processing).total(7_000).at(minute(60)).paid().said(),
                payment("pi_2").took(euros(2_000)).at(minute(90)).said(),
            ],
        ),
        history("a try failed", [checkout().said(), failed()]),
        history(
            "a try failed, the next one succeeded",
            [checkout().said(), failed(), payment("pi_1").took(euros(TOTAL)).at(minute(9)).said()],
        ),
        history(
            "cancelled before it was paid",
            [checkout().said(), checkout().status(Cancelled).at(minute(60)).said()],
        ),
        history(
            "cancelled, revived, cancelled again",
            [
                checkout().status(Cancelled).at(minute(1)).said(),
                checkout().status(Pending).at(minute(2)).said(),
                checkout().status(Cancelled).at(minute(3)).said(),
            ],
        ),
        history(
            "refunded in part, then in full",
            [paid(), took("pi_1", TOTAL), refunded(60, 1_000), refunded(90, TOTAL)],
        ),
        history(
            "a refund failed and was made again",
            [
                paid(),
                took("pi_1", TOTAL),
                refunded(60, 1_000),
                payment("pi_1").refund("re_1", 1_000, true).at(minute(70)).said(),
                refunded(90, 1_000),
            ],
        ),
        history(
            "a refund failed",
            [paid(), took("pi_1", TOTAL), payment("pi_1").refund("re_1", 1_000, true).at(minute(70)).said()],
        ),
        connected_later(
            "an old order, edited today",
            [checkout().status(Completed).refunded(1_000).at(day(181)).paid().said()],
        ),
        connected_later("an old cancelled order, edited today", [checkout().status(Cancelled).at(day(181)).said()]),
    ]
}

fn parcels() -> Vec<History> {
    let later = |hours| day(1) + SignedDuration::from_hours(hours);
    let changed = fulfilment("f1").number("1Z2").at(later(2)).said();
    vec![
        history("packed", [paid(), fulfilment("f1").state(FulfilmentState::Packed).said()]),
        history("shipped", shipped([])),
        history(
            "shipped in two parcels",
            [
                paid(),
                fulfilment("f1").lines(&["1"]).said(),
                fulfilment("f2").lines(&["2"]).number("1Z2").at(later(3)).said(),
            ],
        ),
        history("shipped, the number corrected before we told", shipped([changed])),
        history(
            "shipped, then voided",
            shipped([fulfilment("f1").state(FulfilmentState::Cancelled).at(later(1)).said()]),
        ),
        history("late, says the carrier", shipped([scan(20, InTransit).late(Carrier, Some(date(2026, 3, 9))).said()])),
        history("out for delivery", shipped([scan(20, OutForDelivery).said()])),
        history("tried in vain", shipped([scan(20, OutForDelivery).said(), scan(24, DeliveryAttempted).said()])),
        history(
            "tried in vain, and again the next day",
            shipped([24, 48].map(|hours| scan(hours, DeliveryAttempted).said())),
        ),
        history("tried at a wrong address", shipped([scan(24, DeliveryAttempted).because(Reason::Address).said()])),
        history(
            "tried at a wrong address, then on its way",
            shipped([scan(24, DeliveryAttempted).because(Reason::Address).said(), scan(26, InTransit).said()]),
        ),
        history("delivered", shipped([scan(20, OutForDelivery).said(), scan(24, Delivered).said()])),
        history(
            "delivered, then withdrawn by the carrier",
            shipped([scan(20, Delivered).said(), scan(21, InTransit).said()]),
        ),
        history(
            "sent back, and delivered to the shop",
            shipped([scan(20, ReturnToSender).said(), scan(60, Delivered).said()]),
        ),
        history("sent back", shipped([scan(20, ReturnToSender).said()])),
        history("sent back by the customer, or so the carrier says", shipped([scan(20, ReturnToSender).back().said()])),
        history(
            "sent back, and refunded",
            shipped([
                scan(20, ReturnToSender).said(),
                took("pi_1", TOTAL),
                payment("pi_1").took(euros(TOTAL)).refunded(TOTAL).at(later(30)).said(),
            ]),
        ),
        history("lost", shipped([scan(20, Lost).said()])),
        history("lost, and found", shipped([scan(20, Lost).said(), scan(90, Delivered).said()])),
        history("delivered three days before we heard", shipped([scan(20, Delivered).heard(later(92)).said()])),
        history("one parcel by two sources", shipped([fulfilment("p1").by("demo", "woocommerce").said()])),
        history("scans before any order is known", [scan(20, Delivered).said(), fulfilment("f1").said()]),
    ]
}

fn histories() -> Vec<History> {
    orders().into_iter().chain(money_and_old_news()).chain(parcels()).collect()
}

/// An hour after the last word on it, when nothing was told yet.
fn verdicts(history: &History) -> (Timestamp, Vec<Situation>) {
    let heard = history.facts.iter().map(|said| said.observed).max().expect("facts");
    let now = heard + SignedDuration::from_hours(1);
    (now, situations(&id(), &order(history.facts.clone()), &Ledger::new(), &history.policy, now))
}

/// What the table shows: what happened. What did not happen has its own proofs.
const KINDS: [Kind; 18] = [
    Kind::Received,
    Kind::Confirmed,
    Kind::Receipt,
    Kind::PaymentFailed,
    Kind::OnHold,
    Kind::Shipped,
    Kind::NumberChanged,
    Kind::OutForDelivery,
    Kind::DeliveryAttempted,
    Kind::AddressProblem,
    Kind::ReadyForPickup,
    Kind::Delivered,
    Kind::Delayed,
    Kind::Returning,
    Kind::Lost,
    Kind::Cancelled,
    Kind::Refund,
    Kind::RefundFailed,
];

fn cell(all: &[Situation], kind: Kind) -> String {
    let words =
        all.iter().filter(|situation| situation.kind == kind && situation.due.is_none()).map(
            |situation| match situation.verdict {
                Verdict::Tell { .. } => "tell",
                Verdict::Obsolete(_) => "obsolete",
                Verdict::Off(_) => "off",
                Verdict::Idle(_) => "idle",
            },
        );
    words.collect::<Vec<_>>().join(", ")
}

#[test]
fn the_table_of_situations() {
    let heads = KINDS.map(|kind| kind.name().replace('_', " "));
    let mut rows = vec![["history".to_owned()].into_iter().chain(heads).collect::<Vec<_>>()];
    for history in histories() {
        let (_, all) = verdicts(&history);
        let cells = KINDS.iter().map(|kind| cell(&all, *kind));
        rows.push([history.name.to_owned()].into_iter().chain(cells).collect());
    }
    let width = |column: usize| rows.iter().map(|row| row[column].len()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..rows[0].len()).map(width).collect();
    let rule = widths.iter().map(|width| "-".repeat(*width)).collect();
    rows.insert(1, rule);
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    insta::assert_snapshot!(rows.iter().map(line).collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_reasons_of_the_table() {
    let mut text = String::new();
    for history in histories() {
        let (now, all) = verdicts(&history);
        let _ = writeln!(text, "{}", history.name);
        for situation in all.iter().filter(|situation| situation.due.is_none() && KINDS.contains(&situation.kind)) {
            let verdict = match &situation.verdict {
                Verdict::Tell { not_before } if *not_before > now => format!("tell at {not_before}"),
                Verdict::Tell { .. } => "tell".to_owned(),
                Verdict::Obsolete(why) => format!("obsolete: {why}"),
                Verdict::Off(why) => format!("off: {why}"),
                Verdict::Idle(why) => format!("idle: {why}"),
            };
            let _ = writeln!(text, "  {:<16} {:<30} {verdict}", situation.kind.name(), situation.subject);
        }
    }
    insta::assert_snapshot!(text);
}

#[test]
fn the_readme_shows_the_table_as_it_is() {
    let snapshot = include_str!("snapshots/proofs__table__the_table_of_situations.snap");
    let table = snapshot.splitn(3, "---\n").nth(2).expect("a snapshot has a header").trim();
    assert!(include_str!("../../../../README.md").contains(table), "paste the snapshot into the README");
}

#[test]
fn every_kind_is_found_by_its_name_and_no_other_is() {
    for kind in Kind::ALL {
        assert_eq!(Kind::named(kind.name()), Some(kind));
    }
    assert_eq!(Kind::named("Received"), None);
}
