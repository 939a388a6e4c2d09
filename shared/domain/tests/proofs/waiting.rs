//! What did not happen: told once, to whom it concerns, and withdrawn when it happens before it is told.

use domain::fact::OrderStatus::{Cancelled, Completed, Processing};
use domain::fact::{FulfilmentState, PaymentStatus};
use domain::ledger::{Entry, Ledger, Seen, State};
use domain::policy::Policy;
use domain::situations::{Class, Kind, Situation, Verdict, situations};
use domain::sleep::{LONGEST_SLEEP, wake_at};
use domain::tracking::ParcelState::{
    AvailableForPickup, Delivered, InTransit, Lost, OutForDelivery, PreTransit, ReturnToSender,
};
use domain::view::View;
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use testing::facts::{Said, TOTAL, checkout, day, euros, fulfilment, minute, order, payment, tracking};

use crate::sender::{Life, id, live};

fn paid() -> Said {
    checkout().status(Processing).at(minute(1)).paid().said()
}

fn hours(hours: i64) -> SignedDuration {
    SignedDuration::from_hours(hours)
}

/// A shop that asks for everything, and its order that arrived on the third day, a Thursday.
fn asking() -> Policy {
    let mut policy = live();
    policy.ask_after = [(Kind::FollowUp, 2), (Kind::Csat, 5), (Kind::Nps, 8), (Kind::Review, 15)].into();
    policy
}

fn arrived() -> [Said; 3] {
    let there = tracking(Delivered).at(day(3)).scan(day(2), InTransit).scan(day(3), Delivered);
    [paid(), fulfilment("f1").said(), there.said()]
}

impl Life {
    /// Time passes, and the sender looks every hour.
    pub(crate) fn wait(&mut self, until: Timestamp) -> &mut Self {
        let mut now = day(0);
        while now < until {
            now += hours(1);
            self.sender.look(&self.order, &self.policy, now);
        }
        self
    }

    fn hear_silently(&mut self, fact: impl Into<Said>) -> &mut Self {
        let Said { source, observed, fact } = fact.into();
        self.order.fold(&source, observed, fact);
        self
    }
}

fn find(all: &[Situation], kind: Kind, subject: &str) -> Situation {
    all.iter().find(|one| one.kind == kind && one.subject == subject).expect("the situation").clone()
}

// The order is placed on Monday, 2 March 2026, at eight, UTC.

#[test]
fn paid_and_not_shipped_is_told_to_the_shop_first_and_then_to_the_customer() {
    let mut life = Life::new();
    life.hear(paid()).wait(day(3) - hours(9));
    assert_eq!(life.sender.alerts(), [] as [&str; 0], "Wednesday is not over");
    life.wait(day(3)).told(&[Kind::Confirmed, Kind::Receipt]);
    assert_eq!(life.sender.alerts(), ["order/not_shipped"]);
    // Friday is the fourth business day; nobody is woken at night.
    life.wait(day(5) - hours(1)).told(&[Kind::Confirmed, Kind::Receipt]);
    life.wait(day(5)).told(&[Kind::Confirmed, Kind::Receipt, Kind::LateToShip]);
    life.wait(day(20)).told(&[Kind::Confirmed, Kind::Receipt, Kind::LateToShip]);
    assert_eq!(life.sender.alerts(), ["order/not_shipped"], "once");
}

#[test]
fn weekends_and_holidays_are_no_delay() {
    let mut policy = live();
    policy.business_days.holidays.insert(date(2026, 3, 3));
    let mut life = Life::of(policy);
    life.hear(paid()).wait(day(4) - hours(9));
    assert_eq!(life.sender.alerts(), [] as [&str; 0]);
    life.wait(day(4));
    assert_eq!(life.sender.alerts(), ["order/not_shipped"]);
}

#[test]
fn what_is_shipped_cancelled_refunded_or_completed_in_time_is_not_late() {
    for fact in [
        fulfilment("f1").at(day(1)).said(),
        checkout().at(day(1)).status(Cancelled).said(),
        checkout().at(day(1)).status(Completed).paid().said(),
    ] {
        let mut life = Life::new();
        life.hear(paid()).hear_silently(fact.clone()).wait(day(10));
        assert_eq!(life.sender.alerts(), [] as [&str; 0], "{fact:?}");
        assert_eq!(life.sender.count(Kind::LateToShip), 0, "{fact:?}");
        let all = situations(&id(), &life.order, &Ledger::new(), &live(), day(10));
        let verdict = find(&all, Kind::LateToShip, "order").verdict;
        assert!(matches!(verdict, Verdict::Idle(_)), "it never came to it: {verdict:?}");
    }
}

#[test]
fn what_was_late_and_came_before_it_was_told_is_withdrawn() {
    let order = order([paid(), fulfilment("f1").at(day(6)).said()]);
    let all = situations(&id(), &order, &Ledger::new(), &live(), day(7));
    assert_eq!(find(&all, Kind::LateToShip, "order").verdict, Verdict::Obsolete("shipped"));
}

#[test]
fn a_far_promised_day_is_waited_for() {
    let mut life = Life::new();
    let promised = |said: testing::facts::Saying<domain::fact::Checkout>| {
        said.with(|fact| fact.document.promised = Some(date(2026, 3, 20))).said()
    };
    life.hear(promised(checkout().status(Processing).at(minute(1)).paid())).wait(day(16));
    assert_eq!((life.sender.alerts(), life.sender.count(Kind::LateToShip)), (vec![], 0));
    life.wait(day(18));
    assert_eq!(life.sender.alerts(), ["order/not_shipped"], "the day before is too late to begin");
    life.wait(day(19));
    assert_eq!(life.sender.count(Kind::LateToShip), 1);
}

#[test]
fn a_label_without_a_scan_is_told_to_the_shop_where_a_carrier_reports() {
    let label = fulfilment("f1").state(FulfilmentState::Packed);
    let mut unwatched = Life::new();
    unwatched.hear(paid()).hear(label.clone()).wait(day(9));
    assert!(!unwatched.sender.alerts().contains(&"f1/not_handed_over"), "nobody can know");
    let mut life = Life::new();
    life.hear(paid()).hear(label).hear(tracking(PreTransit).at(day(1))).wait(day(9));
    assert!(life.sender.alerts().contains(&"f1/not_handed_over"), "{:?}", life.sender.alerts());
}

#[test]
fn a_silent_parcel_is_told_to_the_shop_and_after_twice_the_time_to_the_customer() {
    let mut life = Life::new();
    let scan = tracking(InTransit).at(day(2)).scan(day(2), InTransit);
    life.hear(paid()).hear(fulfilment("f1")).hear(scan);
    // Wednesday's scan: Thursday, Friday, Monday.
    life.wait(day(8) - hours(9));
    assert_eq!(life.sender.alerts(), [] as [&str; 0]);
    life.wait(day(8));
    assert_eq!(life.sender.alerts(), ["f1/no_scan"]);
    assert_eq!(life.sender.count(Kind::Delayed), 0);
    life.wait(day(11));
    assert_eq!(life.sender.count(Kind::Delayed), 1);
    // A scan clears it, and the next silence is no second mail.
    life.hear_silently(tracking(InTransit).at(day(12)).scan(day(2), InTransit).scan(day(12), InTransit));
    life.wait(day(40));
    assert_eq!((life.sender.count(Kind::Delayed), life.sender.alerts()), (1, vec!["f1/no_scan"]));
}

#[test]
fn a_parcel_to_another_country_may_be_silent_for_longer() {
    let silent = |from: &str| {
        let mut policy = live();
        policy.country = Some(from.to_owned());
        let mut life = Life::of(policy);
        let scan = tracking(InTransit).at(day(2)).scan(day(2), InTransit);
        life.hear(paid()).hear(fulfilment("f1")).hear(scan);
        (2..40).find(|days| !life.wait(day(*days)).sender.alerts().is_empty())
    };
    // To Germany: three, five and seven business days after Wednesday, 4 March.
    assert_eq!([silent("DE"), silent("FR"), silent("US")], [Some(8), Some(10), Some(12)]);
}

#[test]
fn a_promise_that_is_not_kept_is_told_in_the_morning_and_only_if_the_carrier_did_not_say_so() {
    let promised = |life: &mut Life| {
        let scan = tracking(InTransit).at(day(2)).scan(day(2), InTransit);
        let scan = scan.with(|fact| fact.promised = Some(date(2026, 3, 5)));
        life.hear(paid()).hear(fulfilment("f1")).hear(scan);
    };
    let mut life = Life::new();
    promised(&mut life);
    life.wait(day(4));
    assert_eq!(life.sender.alerts(), ["f1/2026-03-05/promise_at_risk", "f1/2026-03-05/promise_passed"]);
    assert_eq!(life.sender.count(Kind::Delayed), 0, "eight o'clock");
    life.wait(day(4) + hours(1));
    assert_eq!(life.sender.count(Kind::Delayed), 1);
    let mut declared = Life::new();
    promised(&mut declared);
    let late = tracking(InTransit).at(day(3)).scan(day(2), InTransit);
    declared.hear(late.late(domain::fact::DelayCause::Weather, Some(date(2026, 3, 7)))).wait(day(4) + hours(2));
    let told: Vec<&str> = declared.sender.mails.iter().map(|(_, subject)| subject.as_str()).collect();
    assert!(told.contains(&"f1/2026-03-07") && !told.contains(&"f1/2026-03-05/promise_passed"), "{told:?}");
}

#[test]
fn the_first_promise_is_kept_apart_from_later_ones_and_each_day_later_is_told_once() {
    let mut life = Life::new();
    let shipped = fulfilment("f1").with(|fact| fact.promised = Some(date(2026, 3, 6)));
    life.hear(paid()).hear(shipped);
    for (at, promised) in [(2, 6), (3, 9), (3, 9), (4, 10), (5, 9), (6, 10)] {
        let scan = tracking(InTransit).at(day(at)).scan(day(at), InTransit);
        life.hear(scan.with(|fact| fact.promised = Some(date(2026, 3, promised))));
    }
    let told = life.sender.mails.iter().filter(|(kind, _)| *kind == Kind::Delayed);
    let told: Vec<&str> = told.map(|(_, subject)| subject.as_str()).collect();
    assert_eq!(told, ["f1/2026-03-09", "f1/2026-03-10"]);
    let view = View::new(&life.order, &life.policy).expect("an order");
    assert_eq!(view.parcels[0].promises.first().map(|(_, day)| *day), Some(date(2026, 3, 6)));
    assert_eq!(view.parcels[0].promised, Some(date(2026, 3, 10)));
}

#[test]
fn an_unpaid_order_is_reminded_of_once_and_then_given_up() {
    let mut policy = live();
    let on = domain::policy::KindPolicy { on: true, on_since: None };
    policy.kinds.insert(Kind::PaymentExpired, on);
    let mut life = Life::of(policy);
    life.hear(checkout()).wait(day(30)).told(&[Kind::Received, Kind::PaymentReminder, Kind::PaymentExpired]);
    assert_eq!(life.sender.alerts(), ["order/payment_expired"]);
}

#[test]
fn nobody_is_reminded_of_a_payment_that_is_under_way_or_failed_or_made() {
    for fact in [
        payment("pi_1").at(minute(5)).status(PaymentStatus::Pending).said(),
        payment("pi_1").at(minute(5)).failed("ch_1").said(),
        payment("pi_1").at(minute(5)).took(euros(TOTAL)).said(),
        checkout().at(minute(5)).status(Cancelled).said(),
    ] {
        let mut life = Life::new();
        life.hear(checkout()).hear(fact.clone()).wait(day(3));
        assert_eq!(life.sender.count(Kind::PaymentReminder), 0, "{fact:?}");
    }
}

#[test]
fn a_payment_that_is_under_way_for_days_is_told_to_the_shop() {
    let mut life = Life::new();
    life.hear(checkout()).hear(payment("pi_1").at(minute(5)).status(PaymentStatus::Pending)).wait(day(5));
    assert_eq!(life.sender.alerts(), ["order/payment_pending"]);
}

#[test]
fn a_parcel_that_waits_is_told_of_three_times_and_then_the_shop_hears_of_it() {
    let mut life = Life::new();
    let waits = tracking(AvailableForPickup).at(day(2)).scan(day(2), AvailableForPickup);
    life.hear(paid()).hear(fulfilment("f1")).hear(waits.clone()).wait(day(15));
    let parcel = [Kind::Shipped, Kind::ReadyForPickup, Kind::PickupWaiting, Kind::PickupWaiting];
    life.told(&[&[Kind::Confirmed, Kind::Receipt], &parcel[..]].concat());
    assert_eq!(life.sender.alerts(), ["f1/pickup_waiting"]);
    let mut fetched = Life::new();
    fetched.hear(paid()).hear(fulfilment("f1")).hear(waits);
    fetched.hear(tracking(Delivered).at(day(3)).scan(day(2), AvailableForPickup).scan(day(3), Delivered)).wait(day(15));
    assert_eq!((fetched.sender.count(Kind::PickupWaiting), fetched.sender.alerts()), (0, vec![]));
}

#[test]
fn a_refund_that_does_not_arrive_is_told_to_the_shop() {
    let mut life = Life::new();
    let pending = payment("pi_1").refund("re_1", 900, false).at(day(1));
    let pending = pending.with(|fact| fact.refund.iter_mut().for_each(|refund| refund.pending = true));
    life.hear(paid()).hear(payment("pi_1").took(euros(TOTAL))).hear(fulfilment("f1").at(minute(60))).hear(pending);
    life.wait(day(9));
    assert_eq!(life.sender.alerts(), ["demo/stripe/re_1/refund_not_settled"]);
    let mut stated = Life::new();
    stated.hear(paid()).hear(payment("pi_1").took(euros(TOTAL))).hear(fulfilment("f1").at(minute(60)));
    stated.hear(checkout().status(Processing).at(day(1)).paid().refunded(900)).wait(day(9));
    assert_eq!(stated.sender.alerts(), ["900/refund_not_settled"]);
    let mut known = Life::new();
    known.hear(paid()).hear(payment("pi_1").took(euros(TOTAL))).hear(fulfilment("f1").at(minute(60)));
    known.hear(checkout().status(Processing).at(day(1)).paid().refunded(900));
    known.hear(payment("pi_1").took(euros(TOTAL)).refunded(900).at(day(2))).wait(day(12));
    assert_eq!(known.sender.alerts(), [] as [&str; 0], "the provider gave it back");
    let mut failed = Life::new();
    failed.hear(paid()).hear(payment("pi_1").took(euros(TOTAL))).hear(fulfilment("f1").at(minute(60)));
    failed.hear(payment("pi_1").refund("re_1", 900, true).at(day(1))).wait(day(2));
    assert_eq!(failed.sender.alerts(), ["demo/stripe/re_1/refund_failed"]);
}

#[test]
fn what_comes_back_or_is_lost_is_told_to_the_shop_and_to_the_customer_and_its_silence_to_the_shop_alone() {
    let mut back = Life::new();
    let returning = tracking(ReturnToSender).at(day(2)).scan(day(2), ReturnToSender);
    // Twice the time that it may be silent, which is when a customer would hear of a parcel on its way out.
    back.hear(paid()).hear(fulfilment("f1")).hear(returning).wait(day(35));
    assert_eq!(back.sender.alerts(), ["f1/returning", "f1/return_silent"]);
    let mut there = Life::new();
    let returned = tracking(Delivered).at(day(3)).scan(day(2), ReturnToSender).scan(day(3), Delivered);
    there.hear(paid()).hear(fulfilment("f1")).hear(returned).wait(day(40));
    assert_eq!(there.sender.alerts(), ["f1/returning"], "it came back, so nobody waits for it");
    let mut lost = Life::new();
    lost.hear(paid()).hear(fulfilment("f1")).hear(tracking(Lost).at(day(2)).scan(day(2), Lost)).wait(day(20));
    assert_eq!(lost.sender.alerts(), ["f1/lost"]);
    for (life, kind) in [(back, Kind::Returning), (lost, Kind::Lost)] {
        life.told(&[Kind::Confirmed, Kind::Receipt, Kind::Shipped, kind]);
    }
}

#[test]
fn customers_are_asked_after_proved_delivery_and_by_day() {
    let mut life = Life::of(asking());
    life.hear_all(arrived()).wait(day(5) - hours(1)).told(&[Kind::Confirmed, Kind::Receipt, Kind::Delivered]);
    life.wait(day(30));
    let asked = [Kind::FollowUp, Kind::Csat, Kind::Nps, Kind::Review];
    life.told(&[&[Kind::Confirmed, Kind::Receipt, Kind::Delivered], &asked[..]].concat());
}

#[test]
fn nobody_is_asked_without_proof_or_while_anything_is_wrong() {
    let by_hand = [paid(), fulfilment("f1").state(FulfilmentState::Delivered).at(day(3)).said()];
    let refunded = [payment("pi_1").took(euros(TOTAL)).refunded(100).at(day(4)).said()];
    let late = day(4);
    let back = [tracking(ReturnToSender).at(late).scan(day(3), Delivered).scan(late, ReturnToSender).said()];
    let cancelled = [checkout().at(day(4)).status(Cancelled).said()];
    for facts in [
        by_hand.to_vec(),
        arrived().into_iter().chain(refunded).collect(),
        arrived().into_iter().chain(back).collect(),
        arrived().into_iter().chain(cancelled).collect(),
    ] {
        let mut life = Life::of(asking());
        life.hear_all(facts).wait(day(40));
        let asked = life.sender.mails.iter().filter(|(kind, _)| kind.class() == domain::situations::Class::Feedback);
        assert_eq!(asked.count(), 0, "{:?}", life.sender.mails);
    }
}

#[test]
fn who_called_a_mail_unwanted_is_not_asked_for_anything() {
    let order = order(arrived());
    let first = situations(&id(), &order, &Ledger::new(), &asking(), day(6));
    let delivered = find(&first, Kind::Delivered, "f1").intent;
    let state = State::Sent { ses_id: "ses".to_owned(), at: day(3) };
    let told = Ledger::from([(delivered, Entry { state, seen: Some(Seen::Complaint), ..Entry::default() })]);
    let all = situations(&id(), &order, &told, &asking(), day(6));
    assert_eq!(find(&all, Kind::FollowUp, "order").verdict, Verdict::Off("the customer called a mail unwanted"));
}

#[test]
fn an_open_order_never_sleeps_longer_than_a_day_and_a_finished_one_sleeps_for_ever() {
    let wakes = |facts: Vec<Said>, due: Option<Timestamp>, now: Timestamp| {
        let order = order(facts);
        wake_at(View::new(&order, &live()).as_ref(), &live(), due, now)
    };
    let now = day(4);
    assert_eq!(wakes(vec![paid()], None, now), Some(now + LONGEST_SLEEP));
    assert_eq!(wakes(vec![paid()], Some(day(20)), now), Some(now + LONGEST_SLEEP));
    assert_eq!(wakes(vec![paid()], Some(now + hours(2)), now), Some(now + hours(2)));
    assert_eq!(wakes(arrived().to_vec(), None, now), None);
    assert_eq!(wakes(arrived().to_vec(), Some(day(9)), now), Some(day(9)), "what is asked later is not forgotten");
    assert_eq!(wakes(vec![paid(), checkout().at(day(2)).status(Cancelled).said()], None, now), None);
    assert_eq!(wakes(vec![paid()], None, day(90)), None, "nothing was heard for months");
    assert_eq!(wakes(vec![tracking(OutForDelivery).said()], None, now), None, "nobody knows its order");
}

#[test]
fn what_may_wait_waits_for_the_morning_and_what_may_not_does_not() {
    let evening = minute(14 * 60);
    let mut policy = live();
    policy.patience.payment_reminder_hours = 14;
    let unpaid = order([checkout().said()]);
    let all = situations(&id(), &unpaid, &Ledger::new(), &policy, evening);
    assert_eq!(find(&all, Kind::PaymentReminder, "order").verdict, Verdict::Tell { not_before: day(1) });
    let delivered = tracking(Delivered).at(evening).scan(evening, Delivered).said();
    let arrived = order([paid(), fulfilment("f1").at(minute(60)).said(), delivered]);
    let all = situations(&id(), &arrived, &Ledger::new(), &policy, evening + hours(1));
    let verdict = find(&all, Kind::Delivered, "f1").verdict;
    assert!(matches!(verdict, Verdict::Tell { not_before } if not_before <= evening + hours(1)), "{verdict:?}");
}

#[test]
fn the_readme_names_the_patience_that_shops_have_unless_they_say_otherwise() {
    let patience = domain::policy::Patience::default();
    let readme = include_str!("../../../../README.md");
    for (name, value) in [
        ("to_ship", patience.to_ship),
        ("to_hand_over", patience.to_hand_over),
        ("between_scans", patience.between_scans),
        ("between_scans_eu", patience.between_scans_eu),
        ("between_scans_abroad", patience.between_scans_abroad),
        ("payment_reminder_hours", patience.payment_reminder_hours),
        ("payment_expires_days", patience.payment_expires_days),
        ("pickup_days", patience.pickup_days),
        ("refund", patience.refund),
        ("between_scans_back", patience.between_scans_back),
    ] {
        assert!(readme.contains(&format!("`{name}`: {value}")), "{name} is {value}");
    }
}

#[test]
fn a_question_is_asked_within_a_fortnight_of_its_day_and_waits_for_the_morning() {
    let (id, policy, order) = (id(), asking(), order(arrived()));
    for (kind, days) in [(Kind::FollowUp, 2), (Kind::Csat, 5), (Kind::Nps, 8), (Kind::Review, 15)] {
        assert!(kind.class() == Class::Feedback && kind.may_wait());
        let verdict = |now| find(&situations(&id, &order, &Ledger::new(), &policy, now), kind, "order").verdict;
        assert!(matches!(verdict(day(3 + days + 14)), Verdict::Tell { .. }), "{}", kind.name());
        assert_eq!(verdict(day(3 + days + 14) + hours(1)), Verdict::Off("too old to be news"));
        let night = day(3 + days) + hours(15);
        assert_eq!(verdict(night), Verdict::Tell { not_before: night + hours(9) });
    }
}

#[test]
fn a_promise_that_was_broken_before_another_day_was_named_was_broken() {
    let promised = |at, promised| {
        let said = tracking(InTransit).at(at).scan(day(2), InTransit);
        said.with(|fact| fact.promised = Some(promised)).said()
    };
    let verdict = |renewed_at| {
        let (first, newer) = (promised(day(2), date(2026, 3, 5)), promised(renewed_at, date(2026, 3, 12)));
        let order = order([paid(), fulfilment("f1").said(), first, newer]);
        let all = situations(&id(), &order, &Ledger::new(), &live(), day(6));
        find(&all, Kind::Delayed, "f1/2026-03-05/promise_passed").verdict
    };
    // It is due on the morning after the promised Thursday.
    assert_eq!(verdict(day(3)), Verdict::Idle("a newer date"));
    assert_eq!(verdict(day(5)), Verdict::Obsolete("a newer date"));
}

#[test]
fn what_was_given_back_in_full_is_not_late_to_ship() {
    let mut life = Life::new();
    life.hear(paid()).hear(payment("pi_1").took(euros(TOTAL)).at(minute(2)));
    life.hear(checkout().status(Processing).paid().refunded(TOTAL).at(minute(90)));
    life.hear(payment("pi_1").object("ch_1").took(euros(TOTAL)).refunded(TOTAL).at(minute(95))).wait(day(14));
    assert_eq!((life.sender.count(Kind::LateToShip), life.sender.alerts()), (0, vec![]));
}

#[test]
fn nobody_is_reminded_to_fetch_what_does_not_wait_and_the_ledger_knows_why() {
    let why = |state| {
        let scans = tracking(state).at(day(3)).scan(day(2), AvailableForPickup).scan(day(3), state);
        let order = order([paid(), fulfilment("f1").said(), scans.said()]);
        let all = situations(&id(), &order, &Ledger::new(), &live(), day(4));
        find(&all, Kind::PickupWaiting, "f1/3").verdict
    };
    assert_eq!(why(Delivered), Verdict::Idle("fetched"));
    assert_eq!(why(ReturnToSender), Verdict::Idle("on its way back"));
    assert_eq!(why(InTransit), Verdict::Idle("does not wait there any more"));
}

#[test]
fn money_that_does_not_cover_an_order_is_nobodys_trouble_once_it_is_called_off() {
    let mut life = Life::new();
    let too_little = payment("pi_1").took(euros(TOTAL - 1)).at(minute(2));
    life.hear_all([checkout().said(), too_little.said(), checkout().status(Cancelled).at(minute(3)).said()]);
    assert_eq!(life.wait(day(9)).sender.alerts(), [] as [&str; 0]);
}

#[test]
fn a_refund_of_money_that_no_provider_took_is_not_waited_for() {
    let mut life = Life::new();
    life.hear(paid()).hear(fulfilment("f1").at(minute(60)));
    life.hear(checkout().status(Processing).paid().refunded(900).at(day(1))).wait(day(14));
    assert_eq!(life.sender.alerts(), [] as [&str; 0]);
}

#[test]
fn a_test_refund_that_failed_is_nobodys_trouble() {
    let mut life = Life::new();
    life.hear(paid()).hear(payment("pi_1").took(euros(TOTAL))).hear(fulfilment("f1").at(minute(60)));
    life.hear(payment("pi_2").test().refund("re_1", 900, true).at(day(1))).wait(day(2));
    assert_eq!(life.sender.alerts(), [] as [&str; 0]);
}
