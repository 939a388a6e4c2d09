//! Why something is not told, or not any more: the ledger says what is true, not only that it is so.

use domain::fact::Reason;
use domain::ledger::Ledger;
use domain::policy::Policy;
use domain::situations::Kind::{self, AddressProblem, DeliveryAttempted as Tried, OutForDelivery, ReadyForPickup};
use domain::situations::{About, Situation, Trouble, Verdict, situations};
use domain::tracking::ParcelState::{
    self, AvailableForPickup, Cancelled, Delivered, DeliveryAttempted, Exception, InTransit, Lost,
    OutForDelivery as Out, ReturnToSender,
};
use jiff::{SignedDuration, Timestamp};
use testing::facts::{Said, Saying, TOTAL, checkout, day, euros, fulfilment, minute, order, payment, tracking};

use crate::sender::{id, live};

fn hour(hours: i64) -> Timestamp {
    day(1) + SignedDuration::from_hours(hours)
}

fn paid() -> Said {
    checkout().status(domain::fact::OrderStatus::Processing).paid().said()
}

fn all(facts: impl IntoIterator<Item = Said>, policy: &Policy, now: Timestamp) -> Vec<Situation> {
    situations(&id(), &order(facts), &Ledger::new(), policy, now)
}

#[track_caller]
fn find(all: Vec<Situation>, kind: Kind, subject: &str) -> Situation {
    let found = all.into_iter().find(|one| one.kind == kind && one.subject.starts_with(subject));
    found.expect("there is one")
}

/// A tracker with a history and without a word of where the parcel is now.
fn history(seen: ParcelState) -> Saying<domain::fact::Tracking> {
    let silent = |fact: &mut domain::fact::Tracking| fact.state = None;
    tracking(seen).at(hour(24)).scan(hour(24), seen).with(silent)
}

/// Another tracker, of the same parcel.
fn now(state: ParcelState) -> Said {
    let other = |fact: &mut domain::fact::Tracking| "other".clone_into(&mut fact.tracker);
    tracking(state).at(hour(30)).scan(hour(30), state).with(other).said()
}

#[test]
fn what_is_over_says_what_became_of_the_parcel() {
    let wrong_address = history(DeliveryAttempted).because(Reason::Address).with(|fact| fact.action_required = true);
    let (there, back, void) = ((Delivered, "delivered"), (ReturnToSender, "on its way back"), "the label was voided");
    for (kind, history, ends) in [
        (
            Tried,
            history(DeliveryAttempted),
            vec![there, back, (AvailableForPickup, "waits to be fetched"), (Lost, "lost"), (Cancelled, void)],
        ),
        (
            AddressProblem,
            wrong_address,
            vec![there, back, (Lost, "lost"), (Cancelled, void), (Out, "it goes on"), (InTransit, "it goes on")],
        ),
        (
            ReadyForPickup,
            history(AvailableForPickup),
            vec![(Delivered, "fetched"), back, (InTransit, "does not wait there any more")],
        ),
        (Kind::Lost, history(Lost), vec![there, back, (InTransit, "found")]),
        (Kind::Returning, history(ReturnToSender), vec![(InTransit, "not on its way back any more")]),
    ] {
        for (state, why) in ends {
            let facts = [paid(), fulfilment("f1").said(), history.clone().said(), now(state)];
            let over = find(all(facts, &live(), hour(31)), kind, "");
            assert_eq!(over.verdict, Verdict::Obsolete(why), "{kind:?} {state:?}");
        }
    }
}

#[test]
fn a_courier_who_leaves_although_the_address_is_asked_for_goes_on() {
    let asks = |fact: &mut domain::fact::Tracking| (fact.whole, fact.action_required) = (false, true);
    let out = tracking(Out).at(hour(24)).scan(hour(24), Out).because(Reason::Address).with(asks).said();
    let asked = find(all([paid(), fulfilment("f1").said(), out], &live(), hour(25)), AddressProblem, "");
    assert_eq!(asked.verdict, Verdict::Obsolete("it goes on"));
}

#[test]
fn who_was_asked_for_the_address_hears_of_another_days_attempt_as_of_any_other() {
    let wrong = |hours: i64, state| {
        let said = tracking(state).at(hour(hours)).scan(hour(hours), state).because(Reason::Address);
        said.with(|fact| fact.whole = false).said()
    };
    let verdict = |again| {
        let facts = [paid(), fulfilment("f1").said(), wrong(24, DeliveryAttempted), again];
        find(all(facts, &live(), hour(49)), AddressProblem, "f1").verdict
    };
    assert_eq!(verdict(wrong(48, DeliveryAttempted)), Verdict::Obsolete("tried again since"));
    assert!(matches!(verdict(wrong(48, Exception)), Verdict::Tell { .. }), "it is only kept");
    assert!(matches!(verdict(wrong(26, DeliveryAttempted)), Verdict::Tell { .. }), "the same day");
}

#[test]
fn a_courier_who_left_and_tried_in_one_minute_tried() {
    let door = tracking(DeliveryAttempted).at(hour(24)).scan(hour(24), Out).scan(hour(24), DeliveryAttempted).said();
    let tried = find(all([paid(), fulfilment("f1").said(), door], &live(), hour(25)), Tried, "");
    assert!(matches!(tried.verdict, Verdict::Tell { .. }), "{:?}", tried.verdict);
}

#[test]
fn of_two_days_with_the_courier_the_first_is_over_because_of_the_second() {
    let out = [hour(24), hour(48)].map(|at| tracking(Out).at(at).scan(at, Out).with(|fact| fact.whole = false).said());
    let facts = [paid(), fulfilment("f1").said()].into_iter().chain(out);
    let first = find(all(facts, &live(), hour(49)), OutForDelivery, "1Z999AA10123456784/2026-03-04");
    assert_eq!(first.verdict, Verdict::Obsolete("out for delivery again"));
}

#[test]
fn what_only_test_scans_tell_of_is_off_and_what_real_ones_tell_of_is_not() {
    let out = |at| tracking(Out).at(at).scan(at, Out).with(|fact| fact.whole = false);
    let test = out(hour(24)).test().with(|fact| "test".clone_into(&mut fact.tracker)).said();
    let facts = [paid(), fulfilment("f1").said(), test, out(hour(48)).said()];
    let verdict = |date: &str| {
        let subject = format!("1Z999AA10123456784/{date}");
        find(all(facts.clone(), &live(), hour(49)), OutForDelivery, &subject).verdict
    };
    assert_eq!(verdict("2026-03-04"), Verdict::Off("only test scans"));
    assert!(matches!(verdict("2026-03-05"), Verdict::Tell { .. }));
}

#[test]
fn what_was_true_under_another_number_ends_because_of_the_new_one() {
    let under = |number: &str, hours| {
        [
            fulfilment("f1").number(number).at(hour(hours)).said(),
            tracking(Out).number(number).at(hour(hours + 1)).scan(hour(hours + 1), Out).said(),
        ]
    };
    let facts = [paid()].into_iter().chain(under("1Z1", 0)).chain(under("1Z2", 24));
    let all = all(facts, &live(), hour(26));
    let verdict = |subject: &str| find(all.clone(), OutForDelivery, subject).verdict;
    assert_eq!(verdict("1Z1/2026-03-03"), Verdict::Obsolete("another number since"));
    assert!(matches!(verdict("1Z2/2026-03-04"), Verdict::Tell { .. }));
}

#[test]
fn a_promise_that_holds_is_no_delay() {
    let promised = |fact: &mut domain::fact::Tracking| fact.promised = Some(jiff::civil::date(2026, 3, 9));
    let travels = tracking(InTransit).at(hour(20)).scan(hour(20), InTransit).with(promised).said();
    let all = all([paid(), fulfilment("f1").said(), travels], &live(), hour(21));
    let declared = |one: &&Situation| one.kind == Kind::Delayed && one.due.is_none();
    assert_eq!(all.iter().filter(declared).count(), 0, "{all:#?}");
}

#[test]
fn each_trouble_names_itself() {
    let stuck =
        |seen: ParcelState| [paid(), fulfilment("f1").said(), tracking(seen).scan(day(2), seen).said()].to_vec();
    let refunds = ["re_1", "re_2"].map(|id| payment("pi_1").refund(id, 900, id == "re_1").at(day(1)).said());
    let little = [checkout().said(), payment("pi_1").took(euros(TOTAL - 1)).said()].to_vec();
    let mut found = std::collections::BTreeSet::new();
    for facts in [stuck(Exception), stuck(Lost), stuck(ReturnToSender), stuck(AvailableForPickup), little, {
        [paid(), payment("pi_1").took(euros(TOTAL)).said()].into_iter().chain(refunds).collect()
    }] {
        for one in all(facts, &live(), day(3)) {
            match one.trouble {
                Some(trouble) => assert!(one.subject.ends_with(&format!("/{}", trouble.name())), "{one:?}"),
                None => assert_ne!(one.kind, Kind::Attention, "{one:?}"),
            }
            assert!(one.trouble.is_none() || one.kind != Kind::PickupWaiting, "{one:?}");
            found.extend(one.trouble.map(Trouble::name));
        }
    }
    for trouble in ["held", "lost", "problem", "returning", "pickup_waiting", "refund_failed", "not_shipped"] {
        assert!(found.contains(trouble), "{trouble}: {found:?}");
    }
}

#[test]
fn a_parcel_that_is_stuck_is_the_shops_trouble_until_it_goes_on() {
    let verdict = |then: &[Said]| {
        let facts =
            [paid(), fulfilment("f1").said(), tracking(Exception).at(hour(24)).scan(hour(24), Exception).said()];
        find(all(facts.into_iter().chain(then.iter().cloned()), &live(), hour(31)), Kind::Attention, "f1/problem")
            .verdict
    };
    assert!(matches!(verdict(&[]), Verdict::Tell { .. }));
    let goes_on = tracking(InTransit).at(hour(30)).scan(hour(24), Exception).scan(hour(30), InTransit).said();
    assert_eq!(verdict(&[goes_on]), Verdict::Obsolete("it goes on"));
}

#[test]
fn money_that_does_not_cover_an_order_is_told_to_the_shop() {
    let facts = [checkout().said(), payment("pi_1").took(euros(TOTAL - 1)).said()];
    let held = find(all(facts, &live(), minute(9)), Kind::Attention, "order/held");
    assert!(matches!(held.verdict, Verdict::Tell { .. }), "{:?}", held.verdict);
}

#[test]
fn an_order_that_is_not_covered_any_more_says_so_and_not_that_its_payments_were_tests() {
    let took = |test: bool| {
        let payment = payment("pi_1").took(euros(TOTAL));
        [if test { payment.test().said() } else { payment.said() }]
    };
    let receipt = |facts: Vec<Said>| find(all(facts, &live(), minute(60)), Kind::Receipt, "order").verdict;
    let grew = [checkout().said(), checkout().at(minute(30)).total(2 * TOTAL).said()];
    let not_any_more = receipt(grew.iter().cloned().chain(took(false)).collect());
    assert_eq!(not_any_more, Verdict::Off("not covered by money any more"));
    assert_eq!(
        receipt([checkout().said()].into_iter().chain(took(true)).collect()),
        Verdict::Off("only test payments")
    );
    let failed = payment("pi_1").test().failed("ch_1").said();
    let failure = find(all([checkout().said(), failed], &live(), minute(60)), Kind::PaymentFailed, "ch_1");
    assert_eq!(failure.verdict, Verdict::Off("a test payment"));
}

#[test]
fn an_order_that_cost_nothing_is_waited_for_and_looked_for_like_any_other() {
    let free = || checkout().total(0).status(domain::fact::OrderStatus::Processing).said();
    let late = find(all([free()], &live(), day(14)), Kind::Attention, "order/not_shipped");
    assert!(matches!(late.verdict, Verdict::Tell { .. } | Verdict::Off("too old to be news")), "{:?}", late.verdict);
    let gone = [free(), fulfilment("f1").said(), tracking(Lost).scan(day(2), Lost).said()];
    let lost = find(all(gone, &live(), day(3)), Kind::Lost, "f1");
    assert!(matches!(lost.verdict, Verdict::Tell { .. }), "{:?}", lost.verdict);
}

#[test]
fn who_pays_later_is_not_reminded_before_the_shop_releases_the_order() {
    let later = Policy { pay_later: ["cod".to_owned()].into(), ..live() };
    let reminder = find(all([checkout().method("cod").said()], &later, day(3)), Kind::PaymentReminder, "order");
    assert_eq!(reminder.verdict, Verdict::Idle("paid later"));
}

#[test]
fn who_has_not_paid_in_full_is_not_asked_how_it_was() {
    let policy = Policy { pay_later: ["cod".to_owned()].into(), ask_after: [(Kind::FollowUp, 2)].into(), ..live() };
    let released = checkout().method("cod").status(domain::fact::OrderStatus::Processing);
    let asked = |paid: bool| {
        let order = if paid { released.clone().paid().said() } else { released.clone().said() };
        let there = tracking(Delivered).at(day(3)).scan(day(3), Delivered).said();
        find(all([order, fulfilment("f1").said(), there], &policy, day(6)), Kind::FollowUp, "order").verdict
    };
    assert_eq!(asked(false), Verdict::Off("not paid in full"));
    assert!(matches!(asked(true), Verdict::Tell { .. }));
}

#[test]
fn a_refund_is_about_its_total_and_one_that_failed_about_its_payment() {
    let facts = [paid(), payment("pi_1").took(euros(TOTAL)).said()];
    let refunds = [
        payment("pi_1").object("ch_1").took(euros(TOTAL)).refunded(1_000).at(minute(30)).said(),
        payment("pi_1").refund("re_1", 900, true).at(minute(40)).said(),
    ];
    let all = all(facts.into_iter().chain(refunds), &live(), minute(60));
    let of = |kind, subject: &str| find(all.clone(), kind, subject).about;
    let source = domain::fact::Source::new("demo", "stripe");
    assert_eq!(of(Kind::Refund, "1000/"), About::Refund(1_000));
    assert_eq!(of(Kind::RefundFailed, "demo/stripe/re_1"), About::Payment(source.clone(), "pi_1".to_owned()));
    assert_eq!(of(Kind::Attention, "demo/stripe/re_1/refund_failed"), About::Payment(source, "pi_1".to_owned()));
}

#[test]
fn a_refund_that_settled_is_not_waited_for_and_one_that_only_the_shop_tells_of_is_since_it_did() {
    let settled = payment("pi_1").refund("re_1", 900, false).at(minute(40)).said();
    let stated =
        |at, minor| checkout().status(domain::fact::OrderStatus::Processing).paid().refunded(minor).at(at).said();
    let facts = [paid(), payment("pi_1").took(euros(TOTAL)).said(), settled, stated(day(1), 500), stated(day(2), 900)];
    let all = all(facts, &live(), day(3));
    let waiting = find(all.clone(), Kind::Attention, "demo/stripe/re_1/refund_not_settled");
    assert_eq!(waiting.verdict, Verdict::Idle("settled"));
    assert_eq!(find(all, Kind::Attention, "900/refund_not_settled").arose_at, day(2));
}
