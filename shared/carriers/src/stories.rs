//! What each recorded delivery comes to, for a customer whose parcel it is.

use domain::fact::{Fact, Source, Tracking};
use domain::ids::OrderId;
use domain::ledger::Ledger;
use domain::policy::Policy;
use domain::situations::{Kind, Verdict, situations};
use domain::view::View;
use jiff::SignedDuration;
use testing::facts::{Said, checkout, fulfilment, order};
use testing::recorded::{provider, recorded, settings};

use crate::PROVIDERS;

const HOUR: SignedDuration = SignedDuration::from_hours(1);

/// Where the parcel is, and what there is to tell two hours after the newest scan. It was ordered two hours before the first.
fn story(name: &str, tracking: Tracking) -> String {
    let first = tracking.scans.iter().map(|scan| scan.at).min().unwrap_or(tracking.at);
    let now = tracking.moved_at() + HOUR;
    let sent = fulfilment("f1").number(tracking.number.as_str()).at(first).with(|fact| fact.carrier = None);
    let bought = checkout().paid().placed(first - HOUR * 2);
    let test = tracking.test;
    let source = Source::new("demo", name);
    let scanned = Said { source, observed: now, fact: Fact::Tracking(Box::new(tracking)) };
    let order = order([bought.said(), sent.said(), scanned]);
    let policy = Policy { test_shop: test, ..Policy::since(first - HOUR * 24) };
    let state = View::new(&order, &policy).expect("an order").parcels.first().map(|parcel| parcel.state);
    let all = situations(&OrderId::new("demo", "727"), &order, &Ledger::new(), &policy, now + HOUR);
    let is_due = |verdict: &Verdict| matches!(verdict, Verdict::Tell { not_before } if *not_before <= now + HOUR);
    let due = all.iter().filter(|one| is_due(&one.verdict));
    let kinds = due.map(|one| one.kind).filter(|kind| !matches!(kind, Kind::Confirmed | Kind::Receipt));
    let told = match kinds.map(Kind::name).collect::<Vec<_>>().join(", ") {
        nothing if nothing.is_empty() => "nothing new".to_owned(),
        kinds => kinds,
    };
    format!("{name}: {}; {told}", state.map_or_else(|| "nowhere".to_owned(), |state| format!("{state:?}")))
}

#[test]
fn recorded_deliveries_come_to_what_the_snapshot_says() {
    let all = recorded("tracking-webhook").into_iter().flat_map(|one| {
        let read = provider(PROVIDERS, &one.provider).interpret(&one.proved(&one.body), &settings(&one.provider));
        let told = |tracking| story(&one.name, tracking);
        read.unwrap_or_default().into_iter().map(told).collect::<Vec<_>>()
    });
    insta::assert_snapshot!(all.collect::<Vec<_>>().join("\n"));
}
