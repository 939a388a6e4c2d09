//! What posts of one scan each, in any order, come to.

use std::collections::BTreeSet;

use domain::fact::{Fact, OrderStatus};
use domain::ids::OrderId;
use domain::ledger::Ledger;
use domain::policy::Policy;
use domain::situations::{Kind, Verdict, situations};
use jiff::SignedDuration;
use serde_json::json;
use testing::facts::{NUMBER, Said, checkout, day, fulfilment, order, placed};
use testing::recorded::Recorded;
use webhooks::provider::Provider;
use webhooks::settings::Settings;

use super::Ups;

/// A post, an hour after the one before it.
#[derive(Clone, Copy)]
struct Post(&'static str, &'static str, &'static str, &'static str);

fn said(hour: i64, Post(kind, code, description, scheduled): &Post) -> Said {
    let at = (day(2) + SignedDuration::from_hours(hour)).to_string();
    let (date, time) = (at[..10].replace('-', ""), at[11..19].replace(':', ""));
    let body = json!({
        "trackingNumber": NUMBER,
        "activityStatus": {"type": kind, "code": code, "description": "", "descriptionCode": description},
        "gmtActivityDate": date, "gmtActivityTime": time, "gmtOffset": "+00.00", "scheduledDeliveryDate": scheduled,
    });
    let recorded = Recorded::new("ups", &[], body.to_string().as_bytes());
    let mut read = Ups.interpret(&recorded.proved(&recorded.body), &Settings::default()).expect("readable");
    let source = domain::fact::Source::new("demo", "ups");
    Said {
        source,
        observed: day(2) + SignedDuration::from_hours(hour),
        fact: Fact::Tracking(Box::new(read.swap_remove(0))),
    }
}

/// What there would be to tell after the posts, whatever order they came in; some came twice.
#[track_caller]
fn news(posts: &[Post]) -> BTreeSet<Kind> {
    let policy = Policy::since(placed() - SignedDuration::from_hours(24));
    let bought = || [checkout().status(OrderStatus::Processing).paid().said(), fulfilment("f1").said()];
    let told: Vec<Said> = (0_i64..).zip(posts).map(|(hour, post)| said(hour, post)).collect();
    let due = |told: Vec<Said>| {
        let order = order(bought().into_iter().chain(told));
        let now = day(2) + SignedDuration::from_hours(9);
        let all = situations(&OrderId::new("demo", "727"), &order, &Ledger::new(), &policy, now);
        let due =
            all.into_iter().filter(|one| matches!(one.verdict, Verdict::Tell { not_before } if not_before <= now));
        due.map(|one| one.kind)
            .filter(|kind| !matches!(kind, Kind::Confirmed | Kind::Receipt))
            .collect::<BTreeSet<Kind>>()
    };
    let expected = due(told.clone());
    for turn in 0..told.len() {
        let mut turned = told.clone();
        turned.rotate_left(turn);
        turned.push(told[turn].clone());
        assert_eq!(due(turned.clone()), expected);
        turned.reverse();
        assert_eq!(due(turned), expected);
    }
    expected
}

const LABEL: Post = Post("M", "MP", "003", "20260305");
const ORIGIN: Post = Post("I", "OR", "", "20260305");
const LOADED: Post = Post("I", "OF", "021", "20260305");
const ATTEMPT: Post = Post("X", "48", "022", "20260305");
const LEFT: Post = Post("D", "FS", "011", "20260305");
const PHOTO: Post = Post("U", "PX", "155", "");

#[test]
fn a_parcel_that_arrives_is_told_once_and_a_photograph_changes_nothing() {
    assert_eq!(news(&[LABEL, ORIGIN, LOADED]), [Kind::Shipped, Kind::OutForDelivery].into());
    let arrived = news(&[LABEL, ORIGIN, LOADED, ATTEMPT, LOADED, LEFT]);
    assert!(arrived.contains(&Kind::Delivered) && !arrived.contains(&Kind::OutForDelivery), "{arrived:?}");
    assert_eq!(news(&[LABEL, ORIGIN, LOADED, ATTEMPT, LOADED, LEFT, PHOTO]), arrived);
}

#[test]
fn an_access_point_is_where_it_waits_not_where_it_arrives() {
    let waits = news(&[LABEL, ORIGIN, Post("D", "2Q", "011", "20260305")]);
    assert!(waits.contains(&Kind::ReadyForPickup) && !waits.contains(&Kind::Delivered), "{waits:?}");
    let fetched = news(&[LABEL, ORIGIN, Post("D", "2Q", "011", "20260305"), Post("D", "2W", "", "20260305")]);
    assert!(fetched.contains(&Kind::Delivered) && !fetched.contains(&Kind::ReadyForPickup), "{fetched:?}");
}

#[test]
fn what_goes_back_never_arrives() {
    for back in
        [&[Post("X", "AM", "035", ""), LEFT][..], &[Post("D", "B0", "011", "")], &[Post("X", "4S", "", ""), LEFT]]
    {
        let told = news(&[&[LABEL, ORIGIN, LOADED], back].concat());
        assert!(!told.contains(&Kind::Delivered) && !told.contains(&Kind::OutForDelivery), "{told:?}");
    }
}

#[test]
fn a_delay_is_told_and_then_its_new_date() {
    let late = Post("X", "1E", "051", "20260305");
    assert!(news(&[LABEL, ORIGIN, late]).contains(&Kind::Delayed));
    let moved = [LABEL, ORIGIN, Post("X", "1E", "051", "20260305"), Post("U", "UP", "154", "20260306")];
    assert!(news(&moved).contains(&Kind::Delayed));
    assert!(
        !news(&[LABEL, ORIGIN, Post("U", "UP", "154", "20260304")]).contains(&Kind::Delayed),
        "earlier is not late"
    );
}
