//! Parcels that are delivered, withdrawn, sent back, late, or heard of all at once.

use domain::fact::DelayCause::{Carrier, Weather};
use domain::fact::OrderStatus::{Cancelled, Processing};
use domain::fact::{FulfilmentState, Reason};
use domain::ledger::Ledger;
use domain::situations::Kind::{
    self, AddressProblem, Confirmed, Delayed, DeliveryAttempted as Tried, OutForDelivery, Receipt, Shipped,
};
use domain::situations::{About, Verdict, situations};
use domain::tracking::ParcelState::{self, DeliveryAttempted, Expired, InTransit, PreTransit, ReturnToSender};
use domain::view::{Headline, View};
use jiff::civil::date;
use jiff::tz::{TimeZone, offset};
use jiff::{SignedDuration, Timestamp};
use testing::facts::{Said, Saying, TOTAL, checkout, day, euros, fulfilment, order, payment, tracking};

use crate::sender::{Life, Sender, id, intents, live};

const OUT: ParcelState = ParcelState::OutForDelivery;
const THERE: ParcelState = ParcelState::Delivered;

/// So many hours after the parcel left.
fn hour(hours: i64) -> Timestamp {
    day(1) + SignedDuration::from_hours(hours)
}

/// One scan, of a source that sends one a post.
fn scan(hours: i64, state: ParcelState) -> Saying<domain::fact::Tracking> {
    tracking(state).at(hour(hours)).scan(hour(hours), state).with(|fact| fact.whole = false)
}

fn shipped() -> Life {
    let mut life = Life::new();
    life.hear(checkout().status(Processing).paid()).hear(fulfilment("f1"));
    life.told(&[Confirmed, Receipt, Shipped]);
    life
}

fn headline(life: &Life) -> Headline {
    View::new(&life.order, &live()).expect("an order").headline()
}

fn state(life: &Life) -> ParcelState {
    View::new(&life.order, &live()).expect("an order").parcels[0].state
}

#[test]
fn a_parcel_that_came_back_to_the_shop_was_not_delivered() {
    let mut life = shipped();
    life.hear(scan(20, InTransit)).hear(scan(30, ReturnToSender)).hear(scan(60, THERE));
    life.told(&[Confirmed, Receipt, Shipped, Kind::Returning]);
    assert_eq!((state(&life), headline(&life)), (ParcelState::Returned, Headline::Returning));
    let mut all_at_once = shipped();
    all_at_once.hear_all([scan(60, THERE).said(), scan(30, ReturnToSender).said(), scan(20, InTransit).said()]);
    all_at_once.told(&[Confirmed, Receipt, Shipped, Kind::Returning]);
}

#[test]
fn what_comes_back_or_is_lost_is_told_once_until_it_is_put_right() {
    for (state, kind) in
        [(ReturnToSender, Kind::Returning), (ParcelState::Returned, Kind::Returning), (ParcelState::Lost, Kind::Lost)]
    {
        let mut life = shipped();
        life.hear(scan(30, state)).hear(scan(40, state));
        life.told(&[Confirmed, Receipt, Shipped, kind]);
        let mut refunded = shipped();
        let back = payment("pi_1").took(euros(TOTAL)).refunded(TOTAL).at(hour(20)).said();
        refunded.hear_all([back, scan(30, state).said()]);
        assert_eq!(refunded.sender.count(kind), 0, "{state:?}");
        let mut cancelled = shipped();
        cancelled.hear_all([checkout().status(Cancelled).at(hour(20)).paid().said(), scan(30, state).said()]);
        assert_eq!(cancelled.sender.count(kind), 0, "{state:?}");
    }
}

#[test]
fn what_the_customer_had_and_sends_back_was_not_undeliverable() {
    let mut life = shipped();
    life.hear(scan(20, THERE)).hear(scan(200, InTransit).back()).hear(scan(220, ReturnToSender).back());
    let mut unflagged = shipped();
    unflagged.hear(scan(20, THERE)).hear(scan(200, ReturnToSender));
    for life in [life, unflagged] {
        assert_eq!(life.sender.count(Kind::Returning), 0);
    }
    // One that the carrier had marked as delivered by mistake could not be delivered.
    let mut mistaken = shipped();
    mistaken.hear_all([scan(20, THERE).said(), scan(21, InTransit).said(), scan(30, ReturnToSender).said()]);
    assert_eq!(mistaken.sender.count(Kind::Returning), 1);
}

#[test]
fn a_return_label_that_is_delivered_reached_the_shop() {
    let mut life = shipped();
    life.hear(scan(60, THERE).back());
    life.told(&[Confirmed, Receipt, Shipped]);
}

#[test]
fn a_return_that_we_only_read_in_the_history_is_a_return() {
    let mut life = shipped();
    life.hear(tracking(THERE).at(hour(60)).scan(hour(30), ReturnToSender).scan(hour(60), THERE));
    life.told(&[Confirmed, Receipt, Shipped, Kind::Returning]);
    assert_eq!(state(&life), ParcelState::Returned);
}

/// Whoever began to tell it must find it again, to end it.
#[test]
fn a_delivery_that_proves_to_be_the_shops_own_stays_a_situation_and_is_obsolete() {
    let mut life = shipped();
    life.hear(scan(60, THERE));
    let before = intents(&life.order);
    life.hear(scan(30, ReturnToSender));
    let lost: Vec<_> = before.difference(&intents(&life.order)).cloned().collect();
    assert_eq!(lost, [], "what was a situation once stays one");
    let all = situations(&id(), &life.order, &Ledger::new(), &live(), hour(61));
    let delivered = all.iter().find(|situation| situation.kind == Kind::Delivered).expect("it is there");
    assert_eq!(delivered.verdict, Verdict::Obsolete("on its way back"));
}

#[test]
fn a_tracker_that_mixes_up_the_zones_of_its_scans_is_believed_in_where_the_parcel_is() {
    let mut life = shipped();
    // The depot's clock is written as if it were UTC, nine hours ahead; the door's is right.
    let out = tracking(OUT).at(hour(20)).scan(hour(28), OUT);
    let there = tracking(THERE).at(hour(23)).scan(hour(28), OUT).scan(hour(23), THERE);
    life.hear_all([there.said(), out.said()]);
    life.told(&[Confirmed, Receipt, Shipped, Kind::Delivered]);
    assert_eq!(state(&life), THERE);
}

#[test]
fn a_delivery_that_the_carrier_withdraws_is_not_told_and_the_real_one_is() {
    let mut life = shipped();
    life.hear_all([scan(20, THERE).said(), scan(21, InTransit).said()]);
    life.told(&[Confirmed, Receipt, Shipped]);
    // Days later, when the wrong scan would be too old to be told.
    life.hear(scan(90, THERE)).told(&[Confirmed, Receipt, Shipped, Kind::Delivered]);
    life.hear(scan(91, InTransit)).hear(scan(95, THERE));
    assert_eq!(life.sender.count(Kind::Delivered), 1, "but never twice");
}

#[test]
fn a_late_bunch_of_scans_tells_only_what_is_still_true() {
    let mut life = shipped();
    let whole = [(20, InTransit), (24, OUT), (26, DeliveryAttempted), (48, OUT), (50, THERE)];
    let document = whole.iter().fold(tracking(THERE).at(hour(51)), |fact, (at, state)| fact.scan(hour(*at), *state));
    life.hear(document).told(&[Confirmed, Receipt, Shipped, Kind::Delivered]);
    let mut posts = shipped();
    posts.hear_all(whole.iter().rev().map(|(at, state)| scan(*at, *state).heard(hour(51)).said()));
    posts.told(&[Confirmed, Receipt, Shipped, Kind::Delivered]);
}

#[test]
fn all_of_a_parcel_heard_at_once_tells_only_that_it_is_there() {
    let mut life = Life::new();
    life.hear(checkout().status(Processing).paid());
    life.hear_all([fulfilment("f1").said(), scan(20, OUT).said(), scan(22, THERE).said()]);
    life.told(&[Confirmed, Receipt, Kind::Delivered]);
}

#[test]
fn out_for_delivery_is_told_once_a_day_while_it_is_true() {
    let mut life = shipped();
    life.hear(scan(24, OUT)).hear(scan(26, OUT));
    assert_eq!(life.sender.count(OutForDelivery), 1);
    life.hear(scan(27, DeliveryAttempted)).hear(scan(28, OUT));
    assert_eq!(life.sender.count(OutForDelivery), 1, "the same day");
    life.hear(scan(48, OUT));
    assert_eq!(life.sender.count(OutForDelivery), 2);
    life.hear(scan(72, OUT).heard(hour(90)));
    assert_eq!(life.sender.count(OutForDelivery), 2, "its day is over");
}

#[test]
fn a_courier_who_left_just_before_the_shop_s_midnight_is_still_out_after_it() {
    // 16:00 UTC is the next day already where the shop is; the scan has the date of where the parcel is.
    let left = hour(8);
    let known = order([checkout().status(Processing).paid().said(), fulfilment("f1").said(), scan(8, OUT).said()]);
    let mut policy = live();
    policy.time_zone = TimeZone::fixed(offset(14));
    let told = |now| {
        let all = situations(&id(), &known, &Ledger::new(), &policy, now);
        let out = all.into_iter().find(|situation| situation.kind == OutForDelivery).expect("it arose");
        matches!(out.verdict, Verdict::Tell { .. })
    };
    assert!(told(left + SignedDuration::from_mins(10)));
    assert!(!told(left + SignedDuration::from_hours(13)), "nobody delivers for so long");
}

#[test]
fn what_the_courier_could_not_hand_over_is_told_once_a_day_while_it_is_news() {
    let mut life = shipped();
    life.hear(scan(24, DeliveryAttempted)).hear(scan(25, DeliveryAttempted)).hear(scan(30, InTransit));
    assert_eq!(life.sender.count(Tried), 1, "back at the depot it still was tried");
    life.hear(scan(48, OUT)).hear(scan(50, DeliveryAttempted));
    assert_eq!((life.sender.count(OutForDelivery), life.sender.count(Tried)), (1, 2));
    life.hear(scan(72, DeliveryAttempted).heard(hour(96)));
    assert_eq!(life.sender.count(Tried), 2, "its day is over");
}

#[test]
fn what_was_tried_is_no_news_once_it_goes_on() {
    for next in [OUT, THERE, ParcelState::AvailableForPickup, ReturnToSender, ParcelState::Lost] {
        let mut life = shipped();
        life.hear_all([scan(24, DeliveryAttempted).said(), scan(25, next).said()]);
        assert_eq!(life.sender.count(Tried), 0, "{next:?}");
    }
}

#[test]
fn who_is_asked_for_the_right_address_is_not_told_of_the_same_days_attempt() {
    let wrong = |hours| scan(hours, DeliveryAttempted).because(Reason::Address);
    let mut life = shipped();
    life.hear(wrong(24)).told(&[Confirmed, Receipt, Shipped, AddressProblem]);
    life.hear(scan(28, InTransit)).told(&[Confirmed, Receipt, Shipped, AddressProblem]);
    life.hear(wrong(48)).told(&[Confirmed, Receipt, Shipped, AddressProblem, Tried]);
    let mut policy = live();
    policy.kinds.insert(AddressProblem, domain::policy::KindPolicy { on: false, on_since: None });
    let mut without = Life::of(policy);
    without.hear(checkout().status(Processing).paid()).hear(fulfilment("f1")).hear(wrong(24));
    without.told(&[Confirmed, Receipt, Shipped, Tried]);
}

#[test]
fn the_right_address_is_asked_for_while_the_carrier_keeps_the_parcel() {
    let wrong = || scan(24, ParcelState::Exception).because(Reason::Address).said();
    let mut life = shipped();
    life.hear(wrong()).told(&[Confirmed, Receipt, Shipped, AddressProblem]);
    // Whoever asks for something says so even while the parcel moves.
    for (asks, told) in [(true, 1), (false, 0)] {
        let mut life = shipped();
        life.hear(scan(24, InTransit).because(Reason::Address).with(|fact| fact.action_required = asks));
        assert_eq!(life.sender.count(AddressProblem), told);
    }
    for next in [InTransit, OUT, THERE, ParcelState::AvailableForPickup, ReturnToSender, ParcelState::Lost] {
        let mut life = shipped();
        life.hear_all([wrong(), scan(25, next).said()]);
        assert_eq!(life.sender.count(AddressProblem), 0, "{next:?}");
    }
    let mut life = shipped();
    life.hear_all([wrong(), scan(25, ParcelState::Exception).because(Reason::Other).said()]);
    assert_eq!(life.sender.count(AddressProblem), 1, "it is kept for that all the same");
}

#[test]
fn a_source_that_stopped_watching_says_nothing() {
    let mut life = shipped();
    life.hear(scan(24, THERE)).hear(tracking(Expired).at(hour(700)));
    assert_eq!((state(&life), headline(&life)), (THERE, Headline::Delivered));
}

#[test]
fn a_shop_that_handed_the_goods_over_knows_more_than_a_label() {
    let mut life = Life::new();
    life.hear(checkout().status(Processing).paid());
    life.hear(tracking(PreTransit).at(hour(-1)));
    life.hear(fulfilment("f1").state(FulfilmentState::Delivered));
    life.told(&[Confirmed, Receipt, Kind::Delivered]);
}

#[test]
fn the_carrier_ships_what_the_shop_only_packed() {
    let mut life = Life::new();
    life.hear(checkout().status(Processing).paid()).hear(fulfilment("f1").state(FulfilmentState::Packed));
    life.told(&[Confirmed, Receipt]);
    life.hear(scan(5, InTransit)).told(&[Confirmed, Receipt, Shipped]);
}

#[test]
fn another_carriers_parcel_with_the_same_number_is_not_this_one() {
    let mut life = shipped();
    life.hear(scan(20, THERE).with(|fact| fact.carrier = Some("DHL Express".to_owned())));
    life.told(&[Confirmed, Receipt, Shipped]);
    life.hear(scan(21, THERE).with(|fact| (fact.carrier, fact.tracker) = (None, "other".to_owned())));
    life.told(&[Confirmed, Receipt, Shipped, Kind::Delivered]);
}

#[test]
fn a_parcel_that_one_post_hands_to_another_is_this_one() {
    for (number, told) in [("RB123456785GB", true), ("RB123456786GB", false)] {
        let mut life = Life::new();
        let sent = fulfilment("f1").number(number).with(|fact| fact.carrier = Some("Royal Mail".to_owned()));
        life.hear(checkout().status(Processing).paid()).hear(sent);
        life.hear(scan(20, THERE).number(number).with(|fact| fact.carrier = Some("fr-post".to_owned())));
        let delivered: &[Kind] = if told { &[Kind::Delivered] } else { &[] };
        life.told(&[&[Confirmed, Receipt, Shipped], delivered].concat());
    }
}

#[test]
fn a_delay_is_told_once_a_date_and_not_after_it_is_over() {
    let mut life = shipped();
    let late = |hours: i64, on: i8| scan(hours, InTransit).late(Carrier, Some(date(2026, 3, on)));
    life.hear(late(10, 6)).hear(late(12, 6)).hear(late(14, 7));
    assert_eq!(life.sender.count(Delayed), 2);
    life.hear_all([late(16, 8).said(), scan(17, OUT).said()]);
    assert_eq!(life.sender.count(Delayed), 2);
}

#[test]
fn a_delay_without_a_date_is_told_once_a_cause_and_only_the_newest() {
    let mut life = shipped();
    life.hear_all([scan(10, InTransit).late(Carrier, None).said(), scan(11, InTransit).late(Weather, None).said()]);
    assert_eq!(life.sender.count(Delayed), 1);
    assert!(life.sender.mails.contains(&(Delayed, "f1/unknown/weather".to_owned())));
}

#[test]
fn a_post_that_says_nothing_of_where_a_parcel_is_takes_no_delay_back() {
    let photo = |hours: i64| {
        let silent = |fact: &mut domain::fact::Tracking| (fact.state, fact.scans) = (None, Vec::new());
        scan(hours, InTransit).with(silent).said()
    };
    let delay = scan(10, InTransit).late(Carrier, Some(date(2026, 3, 6))).said();
    let mut life = shipped();
    life.hear_all([delay.clone(), photo(11)]);
    assert_eq!(life.sender.count(Delayed), 1);
    let mut life = shipped();
    life.hear_all([delay, scan(11, InTransit).said(), photo(12)]);
    assert_eq!(life.sender.count(Delayed), 0, "seen again without a word of being late");
}

#[test]
fn each_of_two_parcels_is_told_and_the_order_is_delivered_with_the_last() {
    let mut life = Life::new();
    life.hear(checkout().status(Processing).paid());
    life.hear(fulfilment("f1").lines(&["1"])).hear(fulfilment("f2").lines(&["2"]).number("1Z2").at(hour(3)));
    life.hear(scan(20, THERE));
    assert_eq!(headline(&life), Headline::PartlyDelivered);
    life.hear(scan(26, THERE).number("1Z2"));
    assert_eq!(headline(&life), Headline::Delivered);
    assert_eq!((life.sender.count(Shipped), life.sender.count(Kind::Delivered)), (2, 2));
}

#[test]
fn a_tracker_that_repeats_itself_for_months_does_not_move_what_was() {
    let mut life = shipped();
    let said = |touch: i64| -> Said { fulfilment("f1").at(hour(touch)).said() };
    life.hear_all((1..90).map(said));
    life.hear(scan(92, THERE));
    let facts: Vec<Said> = (93..200).map(|touch| scan(touch, THERE).said()).collect();
    life.hear_all(facts);
    let view = View::new(&life.order, &live()).expect("an order");
    assert_eq!(view.parcels[0].shipped_at, Some(day(1)));
    assert_eq!(view.parcels[0].delivered_at, Some(hour(92)));
}

#[test]
fn that_a_parcel_left_is_no_news_once_the_scan_that_alone_tells_of_it_is_two_days_old() {
    let told = |hours: i64| {
        let packed = fulfilment("f1").state(FulfilmentState::Packed).number("1Z1").said();
        let heard = day(2) + SignedDuration::from_hours(hours);
        let scan = tracking(InTransit).number("1Z1").at(day(2)).scan(day(2), InTransit).heard(heard).said();
        let mut sender = Sender::default();
        sender.look(&order([checkout().said(), packed, scan]), &live(), heard);
        sender.count(Shipped)
    };
    assert_eq!([47, 48, 49, 72].map(told), [1, 1, 0, 0]);
}

#[test]
fn a_parcel_that_is_lost_before_anybody_told_that_it_left_is_not_told_as_shipped() {
    let mut life = Life::new();
    life.hear(checkout().status(Processing).paid());
    let lost = tracking(ParcelState::Lost).number("1Z1").at(day(2)).scan(day(2), ParcelState::Lost);
    life.hear_all([fulfilment("f1").number("1Z1").said(), lost.said()]);
    assert_eq!(life.sender.count(Shipped), 0);
}

#[test]
fn a_mail_of_a_parcel_is_about_that_parcel() {
    let facts = ["f1", "f2", "f3"].map(|id| fulfilment(id).number(&format!("1Z{id}")).said());
    let order = order([checkout().said()].into_iter().chain(facts));
    let all = situations(&id(), &order, &Ledger::new(), &live(), hour(1));
    let shipped: Vec<_> = all.into_iter().filter(|one| one.kind == Shipped).collect();
    assert_eq!(shipped.len(), 3);
    for one in shipped {
        assert!(matches!(&one.about, About::Fulfilment(_, id) if *id == one.subject), "{one:?}");
    }
}

#[test]
fn a_courier_is_out_for_half_a_day_at_least() {
    // At one in the afternoon: an hour after midnight, half a day is over.
    let order = order([checkout().said(), fulfilment("f1").said(), scan(5, OUT).said()]);
    let verdict = |now| {
        let all = situations(&id(), &order, &Ledger::new(), &live(), now);
        all.into_iter().find(|one| one.kind == OutForDelivery).expect("it is out").verdict
    };
    assert!(matches!(verdict(hour(17)), Verdict::Tell { .. }));
    assert_eq!(verdict(hour(17) + SignedDuration::from_secs(1)), Verdict::Obsolete("its day is over"));
}

#[test]
fn what_has_come_or_never_will_is_not_late_though_its_carrier_still_says_so() {
    use ParcelState::{AvailableForPickup, Cancelled, Lost};
    let over = [OUT, THERE, DeliveryAttempted, AvailableForPickup, Lost, Cancelled, ReturnToSender];
    for state in over {
        let mut life = Life::new();
        life.hear(checkout().status(Processing).paid());
        life.hear_all([fulfilment("f1").said(), scan(20, state).late(Carrier, Some(date(2026, 3, 9))).said()]);
        assert_eq!(life.sender.count(Delayed), 0, "{state:?}");
    }
    let mut life = shipped();
    life.hear(scan(20, InTransit).late(Carrier, Some(date(2026, 3, 9))));
    assert_eq!(life.sender.count(Delayed), 1);
}

#[test]
fn a_courier_who_leaves_again_in_the_evening_is_out_though_he_was_out_that_morning() {
    let morning = day(2) - SignedDuration::from_hours(4);
    let evening = morning + SignedDuration::from_hours(19);
    let out = |at| tracking(OUT).at(at).scan(at, OUT).with(|fact| fact.whole = false).said();
    let attempted = tracking(DeliveryAttempted).at(hour(21)).scan(hour(21), DeliveryAttempted);
    let attempted = attempted.with(|fact| fact.whole = false).said();
    let mut life = shipped();
    // We look two hours later: after midnight, and nineteen hours after he first left.
    life.hear_all([out(morning), attempted, out(evening)]);
    let midnight = evening + SignedDuration::from_hours(2);
    life.sender.look(&life.order, &life.policy, midnight);
    assert_eq!(life.sender.mails.last(), Some(&(OutForDelivery, format!("{}/2026-03-04", testing::facts::NUMBER))));
}

#[test]
fn a_parcel_says_who_carries_it_and_where_to_follow_it() {
    let shown = |sent: Saying<domain::fact::Fulfilment>, tracked: Saying<domain::fact::Tracking>| {
        let order = order([checkout().status(Processing).paid().said(), sent.said(), tracked.said()]);
        let policy = live();
        let view = View::new(&order, &policy).expect("an order");
        let link = view.parcels[0].link().map(|link| link.as_str().to_owned());
        (view.parcels[0].carrier_name().map(str::to_owned), link)
    };
    let url = |text: &str| domain::link::Link::parse(text).ok();
    let sent = |carrier: Option<&str>, page: Option<&str>| {
        let (carrier, page) = (carrier.map(str::to_owned), page.and_then(url));
        fulfilment("f1").with(|fact| (fact.carrier, fact.url) = (carrier, page))
    };
    let tracked = |carrier: Option<&str>| {
        let carrier = carrier.map(str::to_owned);
        tracking(InTransit).with(|fact| (fact.carrier, fact.url) = (carrier, url("https://track.example/1")))
    };
    let (own, given) = ("https://shop.example/follow", Some("https://shop.example/follow".to_owned()));
    let (name, link) = shown(sent(Some("ups"), Some(own)), tracked(None));
    assert_eq!(name.as_deref(), Some("UPS"));
    assert!(link.is_some_and(|link| link.contains("ups.com") && link.contains("1Z999AA10123456784")));
    assert_eq!(shown(sent(Some("Bike Bob"), Some(own)), tracked(None)), (Some("Bike Bob".to_owned()), given));
    let aggregators = Some("https://track.example/1".to_owned());
    assert_eq!(shown(sent(None, None), tracked(Some("Bike Bob"))), (Some("Bike Bob".to_owned()), aggregators.clone()));
    assert_eq!(shown(sent(None, None), tracked(None)), (None, aggregators));
}

#[test]
fn why_the_courier_came_in_vain_is_said_of_its_day() {
    let tried = |hours, reason| scan(hours, DeliveryAttempted).because(reason).said();
    let stuck = scan(30, ParcelState::Exception).because(Reason::Damaged).said();
    let facts = [tried(24, Reason::RecipientAbsent), stuck, tried(48, Reason::Refused)];
    let order = order([checkout().said(), fulfilment("f1").said()].into_iter().chain(facts));
    let policy = live();
    let view = View::new(&order, &policy).expect("an order");
    let reasons = [4, 5, 6].map(|day| view.parcels[0].attempt_failed_for(date(2026, 3, day)));
    assert_eq!(reasons, [Some(Reason::RecipientAbsent), Some(Reason::Refused), None]);
}

#[test]
fn what_no_carrier_tells_of_is_where_the_shop_says() {
    for (said, expected, shown) in [
        (FulfilmentState::Packed, PreTransit, Headline::Preparing),
        (FulfilmentState::Shipped, InTransit, Headline::Shipped),
        (FulfilmentState::Delivered, THERE, Headline::Delivered),
    ] {
        let mut life = Life::new();
        life.hear(checkout().status(Processing).paid()).hear(fulfilment("f1").state(said));
        assert_eq!((state(&life), headline(&life)), (expected, shown));
    }
    let mut labelled = Life::new();
    labelled.hear(checkout().status(Processing).paid()).hear(fulfilment("f1").state(FulfilmentState::Packed));
    labelled.hear(scan(5, PreTransit));
    assert_eq!((state(&labelled), labelled.sender.count(Shipped)), (PreTransit, 0), "a label is no parcel on its way");
}

#[test]
fn of_two_trackers_of_one_parcel_the_one_that_brings_it_back_is_right() {
    for first in [ReturnToSender, ParcelState::Returned] {
        let mut life = shipped();
        let other = |fact: &mut domain::fact::Tracking| "other".clone_into(&mut fact.tracker);
        life.hear_all([scan(20, THERE).said(), scan(30, first).with(other).said()]);
        assert_eq!(state(&life), first);
    }
}

#[test]
fn a_courier_has_half_a_day_and_is_back_the_evening_after() {
    let order = order([checkout().status(Processing).paid().said(), fulfilment("f1").said(), scan(8, OUT).said()]);
    let mut policy = live();
    policy.time_zone = TimeZone::fixed(offset(14));
    let left = hour(8);
    let verdict = |now, kind, subject: &str| {
        let all = situations(&id(), &order, &Ledger::new(), &policy, now);
        all.into_iter().find(|one| one.kind == kind && one.subject.ends_with(subject)).expect("it arose").verdict
    };
    let noon = left + SignedDuration::from_hours(12);
    assert!(matches!(verdict(noon, OutForDelivery, ""), Verdict::Tell { .. }));
    let second = SignedDuration::from_secs(1);
    assert_eq!(verdict(noon + second, OutForDelivery, ""), Verdict::Obsolete("its day is over"));
    // Out on the third of March by the scan, the fourth where the shop is: silent until the fifth is over.
    let silent = verdict(day(5), Kind::Attention, "/no_scan");
    let due = date(2026, 3, 6).to_zoned(TimeZone::fixed(offset(14))).expect("a day").timestamp();
    assert_eq!(silent, Verdict::Tell { not_before: due });
}

#[test]
fn a_delay_that_a_newer_word_of_the_same_scan_does_not_repeat_is_over() {
    let mut life = shipped();
    life.hear(scan(10, InTransit).late(Carrier, None));
    let moves = tracking(InTransit).at(hour(12)).scan(hour(10), InTransit).with(|fact| fact.whole = false);
    life.hear(moves);
    let all = situations(&id(), &life.order, &Ledger::new(), &live(), hour(13));
    let late = all.into_iter().find(|one| one.kind == Delayed && one.due.is_none()).expect("it was late");
    assert_eq!(late.verdict, Verdict::Obsolete("not late any more"));
}

#[test]
fn a_scan_that_comes_late_moves_no_parcel_back_and_each_word_is_a_sign_of_life() {
    let late = tracking(InTransit).at(hour(30)).scan(hour(10), InTransit).with(|fact| fact.whole = false);
    let mut life = shipped();
    life.hear(scan(24, OUT)).hear(late);
    assert_eq!(state(&life), OUT);
    let word = |hours| tracking(InTransit).at(hour(hours)).said();
    let order = order([checkout().said(), fulfilment("f1").said(), word(10), word(20)]);
    let policy = live();
    let view = View::new(&order, &policy).expect("an order");
    assert_eq!(view.parcels[0].events.iter().map(|event| event.at).collect::<Vec<_>>(), [hour(10), hour(20)]);
    assert!(!view.parcels[0].preparing());
}

#[test]
fn what_a_return_label_brings_is_back_at_the_shop() {
    let order = order([checkout().said(), fulfilment("f1").said(), tracking(THERE).back().said()]);
    let policy = live();
    let view = View::new(&order, &policy).expect("an order");
    let events = view.parcels[0].events.iter().map(|event| event.state).collect::<Vec<_>>();
    assert_eq!((view.parcels[0].state, events), (ParcelState::Returned, vec![Some(ParcelState::Returned)]));
}

#[test]
fn a_courier_who_left_before_dawn_is_out_until_the_day_is_over() {
    let left = day(2) - SignedDuration::from_hours(5);
    let out = tracking(OUT).at(left).scan(left, OUT).said();
    let order = order([checkout().status(Processing).paid().said(), fulfilment("f1").said(), out]);
    let told = |hours| {
        let now = left + SignedDuration::from_hours(hours);
        let all = situations(&id(), &order, &Ledger::new(), &live(), now);
        let out = all.into_iter().find(|one| one.kind == OutForDelivery).expect("it arose");
        matches!(out.verdict, Verdict::Tell { .. })
    };
    assert_eq!([20, 21].map(told), [true, false]);
}

#[test]
fn a_parcel_of_two_fulfilments_of_which_one_was_voided_is_with_the_courier_all_the_same() {
    for voided in ["f1", "f2"] {
        let void = fulfilment(voided).state(FulfilmentState::Cancelled).at(hour(2)).said();
        let mut life = Life::new();
        life.hear_all([
            checkout().status(Processing).paid().said(),
            fulfilment("f1").said(),
            fulfilment("f2").said(),
            void,
            scan(24, OUT).said(),
        ]);
        assert_eq!(life.sender.count(OutForDelivery), 1, "{voided}");
    }
}

#[test]
fn what_was_scanned_long_before_it_was_shipped_or_long_after_is_another_parcels() {
    let counts = |scans: &[(Timestamp, ParcelState)]| {
        let scans = scans.iter().map(|(at, state)| {
            let said = tracking(*state).at(*at).scan(*at, *state).heard(day(400));
            said.with(|fact| fact.whole = false).said()
        });
        let order = order([checkout().said(), fulfilment("f1").said()].into_iter().chain(scans));
        let policy = live();
        View::new(&order, &policy).expect("an order").parcels[0].events.len()
    };
    let (left, second) = (day(1), SignedDuration::from_secs(1));
    let early = left - SignedDuration::from_hours(48);
    assert_eq!([early, early - second].map(|at| counts(&[(at, InTransit)])), [1, 0]);
    let late = left + SignedDuration::from_hours(180 * 24);
    assert_eq!([late, late + second].map(|at| counts(&[(at, InTransit)])), [1, 0]);
    // Once it was delivered, a month is enough to withdraw that or to send it back.
    let back = day(3) + SignedDuration::from_hours(30 * 24);
    assert_eq!([back, back + second].map(|at| counts(&[(day(3), THERE), (at, InTransit)])), [2, 1]);
}
