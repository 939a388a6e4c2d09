//! The customer's word: corrections that cannot become a take-over, mails that are issued again once, answers.

use domain::explain::behind;
use domain::fact::OrderStatus::{Cancelled, Processing, Refunded};
use domain::fact::Question::{self, Csat, Nps};
use domain::fact::{FulfilmentState, Says, Scope, Withdrawal};
use domain::ids::IntentId;
use domain::ledger::{Entry, Ledger, Seen, State, Suppression};
use domain::order::{Erased, Order};
use domain::register::Join;
use domain::situations::{About, Class, Kind, Situation, Trouble, Verdict, situations};
use domain::tracking::ParcelState::{Delivered, Exception, InTransit, Lost, ReturnToSender, Returned};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use testing::facts::{
    Said, answered, checkout, confirmed, corrected, day, fulfilment, minute, order, payment, refused, stopped,
    tracking, word,
};

use crate::sender::{id, live};

const OLD: &str = "ana@example.com";
const NEW: &str = "ana@example.org";

fn paid() -> Said {
    checkout().status(Processing).at(minute(1)).paid().said()
}

fn with_email(address: &str, at: Timestamp) -> Said {
    let address = domain::personal::Email::parse(address).ok();
    checkout().status(Processing).at(at).paid().with(|fact| fact.document.customer.email = address).said()
}

fn email(facts: impl IntoIterator<Item = Said>) -> String {
    order(facts).email().expect("an address").reveal().to_owned()
}

fn all(order: &Order, told: &Ledger, now: Timestamp) -> Vec<Situation> {
    situations(&id(), order, told, &live(), now)
}

fn find(all: &[Situation], kind: Kind, subject: &str) -> Situation {
    all.iter().find(|one| one.kind == kind && one.subject == subject).expect("the situation").clone()
}

fn bounced() -> Entry {
    let state = State::Sent { ses_id: "ses".to_owned(), at: minute(2) };
    Entry { state, attempts: 1, seen: Some(Seen::Bounce), ..Entry::default() }
}

fn tells(situation: &Situation) -> bool {
    matches!(situation.verdict, Verdict::Tell { .. })
}

fn repaired() -> [Said; 3] {
    [paid(), corrected("t1", OLD, NEW, minute(10)), confirmed("w2", "t1", minute(20))]
}

#[test]
fn a_correction_is_in_force_only_once_it_was_confirmed() {
    let [paid, corrected, confirmed] = repaired();
    assert_eq!(email([paid.clone(), corrected.clone()]), OLD);
    assert_eq!(email([paid.clone(), confirmed.clone()]), OLD, "nothing was proved");
    assert_eq!(email([confirmed, corrected, paid]), NEW, "in whichever order it comes");
}

#[test]
fn a_correction_holds_only_while_the_storefront_has_the_replaced_address() {
    let moved = |address: &str, at| email(repaired().into_iter().chain([with_email(address, at)]));
    assert_eq!(moved("ana@example.net", minute(30)), "ana@example.net", "whatever the customer said before");
    assert_eq!(moved("Ana@Example.com", minute(30)), NEW, "the same address, written otherwise");
    let all = all(
        &order(repaired().into_iter().take(2).chain([with_email("ana@example.net", minute(30))])),
        &Ledger::new(),
        minute(31),
    );
    assert_eq!(find(&all, Kind::ConfirmAddress, "t1").verdict, Verdict::Obsolete("the storefront has another address"));
}

#[test]
fn the_newest_confirmed_correction_counts() {
    let again = corrected("t2", OLD, "ana@example.net", minute(30));
    assert_eq!(email(repaired().into_iter().chain([again.clone()])), NEW, "not before it is confirmed");
    let all = all(&order(repaired().into_iter().chain([again.clone()])), &Ledger::new(), minute(31));
    assert_eq!(find(&all, Kind::ConfirmAddress, "t1").verdict, Verdict::Obsolete("confirmed"));
    assert!(tells(&find(&all, Kind::ConfirmAddress, "t2")));
    assert_eq!(email(repaired().into_iter().chain([again, confirmed("w4", "t2", minute(40))])), "ana@example.net");
}

#[test]
fn after_five_tries_a_right_one_has_no_effect_and_the_merchant_is_told() {
    let wrong = |n: i64| refused(&format!("t{n}"), minute(n));
    let right = [corrected("t9", OLD, NEW, minute(9)), confirmed("w", "t9", minute(10))];
    let four = (1..=4).map(wrong);
    assert_eq!(email([paid()].into_iter().chain(four.clone()).chain(right.clone())), NEW);
    let five = || [paid()].into_iter().chain((1..=5).map(wrong)).chain(right.clone());
    assert_eq!(email(five()), OLD);
    let all = all(&order(five()), &Ledger::new(), minute(30));
    assert!(all.iter().all(|one| one.kind != Kind::ConfirmAddress), "nobody is written to");
    let told = find(&all, Kind::Attention, "order/correction_refused");
    assert!(tells(&told) && told.trouble == Some(Trouble::CorrectionRefused));
    assert_eq!(order(five()).customer.tries_left(), 0);
}

#[test]
fn five_wrong_tries_after_a_right_one_take_nothing_away() {
    let wrong = (30..40).map(|n| refused(&format!("t{n}"), minute(n)));
    assert_eq!(email(repaired().into_iter().chain(wrong)), NEW);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 256, ..ProptestConfig::default() })]

    /// Whoever sends many tries at once, to pages that know nothing of one another: only the first five count.
    #[test]
    fn racing_tries_gain_nothing(
        lucky in 0..20_usize, arrivals in Just((0..20_usize).collect::<Vec<_>>()).prop_shuffle(), same_time in any::<bool>(),
    ) {
        let at = |n: usize| minute(if same_time { 5 } else { 5 + i64::try_from(n).unwrap_or(0) });
        let name = |n: usize| format!("t{n:02}");
        let one = |n: usize| if n == lucky { corrected(&name(n), OLD, NEW, at(n)) } else { refused(&name(n), at(n)) };
        let facts = [paid(), confirmed("w", &name(lucky), minute(60))];
        let order = order(facts.into_iter().chain(arrivals.into_iter().map(one)));
        let expected = if lucky < 5 { NEW } else { OLD };
        prop_assert_eq!(order.email().map(domain::personal::Email::reveal), Some(expected));
    }
}

/// A ledger in which these first mails came back.
fn lost(order: &Order, kinds: &[Kind]) -> Ledger {
    let first = all(order, &Ledger::new(), minute(5));
    let of = first.iter().filter(|one| kinds.contains(&one.kind) && !one.intent.is_successor());
    of.map(|one| (one.intent.clone(), bounced())).collect()
}

#[test]
fn every_mail_that_came_back_is_issued_again_once_the_address_is_corrected_and_confirmed() {
    let before = order([paid()]);
    let ledger = lost(&before, &[Kind::Confirmed]);
    assert!(!all(&before, &ledger, minute(25)).iter().any(|one| one.intent.is_successor()));
    let after = order(repaired());
    let all = all(&after, &ledger, minute(25));
    let again: Vec<&Situation> = all.iter().filter(|one| one.intent.is_successor() && tells(one)).collect();
    assert_eq!(again.iter().map(|one| one.kind).collect::<Vec<_>>(), [Kind::Confirmed], "the receipt arrived");
    let first = find(&all, Kind::Confirmed, "order").intent;
    assert_eq!(first.successor().as_ref(), Some(&again[0].intent));
    let customers = all.iter().filter(|one| one.kind.class() != Class::Merchant && one.kind != Kind::ConfirmAddress);
    let (second, first): (Vec<&Situation>, Vec<&Situation>) = customers.partition(|one| one.intent.is_successor());
    assert_eq!(first.len(), second.len(), "ids depend on facts alone");
}

#[test]
fn what_was_held_because_the_address_takes_nothing_is_issued_again_and_what_was_held_otherwise_is_not() {
    let order = order(repaired());
    for (reason, again) in
        [(Suppression::HardBounce.reason(), true), (Suppression::Complaint.reason(), false), ("no template", false)]
    {
        let held = Entry { state: State::Held { reason: reason.to_owned() }, ..Entry::default() };
        let first = find(&all(&order, &Ledger::new(), minute(25)), Kind::Receipt, "order").intent;
        let all = all(&order, &Ledger::from([(first.clone(), held)]), minute(25));
        let successor = all.iter().find(|one| Some(&one.intent) == first.successor().as_ref()).expect("a successor");
        assert_eq!(tells(successor), again, "{reason}");
    }
}

#[test]
fn what_is_not_true_any_more_is_not_issued_again() {
    let ledger = lost(&order([paid()]), &[Kind::Confirmed, Kind::Receipt]);
    let cancelled = checkout().status(Cancelled).at(minute(30)).paid().said();
    let all = all(&order(repaired().into_iter().chain([cancelled])), &ledger, minute(31));
    let again = all.iter().filter(|one| one.intent.is_successor() && tells(one)).map(|one| one.kind);
    assert!(!again.clone().any(|kind| kind == Kind::Confirmed), "{:?}", again.collect::<Vec<_>>());
    let late = all_later(&ledger);
    assert!(!late.iter().any(|one| one.intent.is_successor() && tells(one)), "too old to be news");
}

fn all_later(ledger: &Ledger) -> Vec<Situation> {
    all(&order(repaired()), ledger, day(9))
}

#[test]
fn successors_are_pinned_because_they_are_a_wire_format() {
    let all = all(&order(repaired()), &Ledger::new(), minute(25));
    let confirmed = all.iter().find(|one| one.kind == Kind::Confirmed && one.intent.is_successor()).expect("one");
    assert_eq!(confirmed.intent.as_str(), "wdvnqdt7sdkvqc2lww4ld6sdee-semj2qy4jx6c~1");
    assert_eq!(confirmed.intent, IntentId::new(&id(), "confirmed", "order").successor().expect("one"));
    let confirm = find(&all, Kind::ConfirmAddress, "t1").intent;
    assert_eq!(confirm.as_str(), "wdvnqdt7sdkvqc2lww4ld6sdee-ziux5y5efhmx");
}

#[test]
fn mail_that_comes_back_or_is_unwanted_is_told_to_the_merchant_until_the_address_is_corrected() {
    let before = order([paid()]);
    let ids = |told: &Ledger| all(&before, told, minute(15)).into_iter().map(|one| one.intent).collect::<Vec<_>>();
    let ledger = lost(&before, &[Kind::Confirmed]);
    assert_eq!(ids(&Ledger::new()), ids(&ledger), "the ledger makes no situation");
    let unreachable =
        |order: &Order, told: &Ledger| find(&all(order, told, minute(25)), Kind::Attention, "order/unreachable");
    let quiet = unreachable(&before, &Ledger::new());
    assert!(matches!(quiet.verdict, Verdict::Idle(_)) && !quiet.came(day(300)), "nobody looks it up");
    assert!(tells(&unreachable(&before, &ledger)));
    assert_eq!(unreachable(&order(repaired()), &ledger).verdict, Verdict::Obsolete("the address was corrected"));

    let unwanted = |entry: &mut Entry| entry.seen = Some(Seen::Complaint);
    let mut ledger = ledger;
    ledger.values_mut().for_each(unwanted);
    let all = all(&before, &ledger, minute(25));
    assert!(tells(&find(&all, Kind::Attention, "order/complaint")));
    assert!(!tells(&find(&all, Kind::Attention, "order/unreachable")));
}

fn asked() -> Vec<Said> {
    let there = tracking(Delivered).at(day(3)).scan(day(2), InTransit).scan(day(3), Delivered);
    vec![paid(), fulfilment("f1").said(), there.said()]
}

fn asking(facts: Vec<Said>, kind: Kind) -> Verdict {
    let mut policy = live();
    policy.ask_after = [(Kind::Csat, 2), (Kind::Nps, 2), (Kind::Review, 2)].into();
    let all = situations(&id(), &order(facts), &Ledger::new(), &policy, day(6));
    find(&all, kind, "order").verdict
}

#[test]
fn who_has_answered_is_not_asked_again_and_who_is_unhappy_is_asked_nothing() {
    assert!(matches!(asking(asked(), Kind::Csat), Verdict::Tell { .. }));
    let on = |at, question: Question, value| [asked(), vec![answered("a", question, Some(value), at)]].concat();
    let with = |question, value| on(day(6), question, value);
    assert_eq!(asking(on(day(4), Csat, 5), Kind::Csat), Verdict::Idle("answered"), "before it was asked");
    assert_eq!(asking(on(day(4), Csat, 1), Kind::Nps), Verdict::Idle("the customer is unhappy"));
    assert_eq!(asking(with(Csat, 5), Kind::Csat), Verdict::Obsolete("answered"));
    assert!(matches!(asking(with(Csat, 5), Kind::Review), Verdict::Tell { .. }));
    assert_eq!(asking(with(Csat, 2), Kind::Review), Verdict::Off("the customer is unhappy"));
    assert_eq!(asking(with(Nps, 6), Kind::Review), Verdict::Off("the customer is unhappy"));
}

#[test]
fn who_wants_no_more_questions_is_asked_nothing_and_told_everything_else() {
    let at = |at| [asked(), vec![stopped("s", "hash", at)]].concat();
    let why = "the customer wants no more questions";
    for kind in [Kind::Csat, Kind::Nps, Kind::Review] {
        assert_eq!(asking(at(day(6)), kind), Verdict::Off(why), "{kind:?}");
        assert_eq!(asking(at(day(4)), kind), Verdict::Idle(why), "{kind:?}: before it would have been asked");
    }
    let told = |facts: Vec<Said>| {
        let all = all(&order(facts), &Ledger::new(), day(3)).into_iter();
        all.filter(|one| one.kind.class() != Class::Feedback).map(|one| (one.intent, one.verdict)).collect::<Vec<_>>()
    };
    assert_eq!(told(at(day(2))), told(asked()));
}

#[test]
fn it_is_explained_by_whose_wish_nothing_is_asked_without_naming_anybody() {
    let wish = stopped("s", "abcdefghijklmnop", day(4));
    let order = order([asked(), vec![wish.clone()]].concat());
    let mut policy = live();
    policy.ask_after = [(Kind::Review, 2)].into();
    let all = situations(&id(), &order, &Ledger::new(), &policy, day(6));
    let behind = behind(&order, &find(&all, Kind::Review, "order"));
    let text = "the customer wants no more questions of the shop (address abcdefgh)";
    let found = behind.iter().find(|one| one.text == text).expect("the wish is among the reasons");
    assert!(found.is_in(&wish.fact) && !found.is_in(&stopped("s", "qrstuvwxyz", day(4)).fact));
}

#[test]
fn nothing_is_asked_of_an_order_with_which_anything_is_wrong() {
    let with = |said: Said| asking([asked(), vec![said]].concat(), Kind::Csat);
    let off = |why| Verdict::Off(why);
    let status = |status| checkout().status(status).at(day(4)).paid();
    assert_eq!(with(status(Cancelled).said()), off("cancelled"));
    assert_eq!(with(status(Refunded).said()), off("money went back"));
    assert_eq!(with(status(Processing).refunded(100).said()), off("money went back"));
    let failed = payment("pi_1").refund("re_1", 300, true).at(day(4)).said();
    assert_eq!(with(failed), off("money went back"), "it failed: the customer still waits for it");
    let nobody = status(Processing).with(|fact| fact.document.customer.email = None).said();
    assert_eq!(with(nobody), off("there is no address to ask at"));
    let back = tracking(ReturnToSender).at(day(4)).scan(day(4), ReturnToSender).said();
    assert_eq!(with(back), off("something is on its way back"));
    let withdrawn = tracking(InTransit).at(day(4)).scan(day(4), InTransit).said();
    assert_eq!(with(withdrawn), off("a carrier withdrew its word that all has arrived"));
    let other = |state| {
        let parcel = fulfilment("f2").number("1Z999AA10123456785").at(day(3)).said();
        let scan = tracking(state).number("1Z999AA10123456785").at(day(4)).scan(day(4), state).said();
        asking([asked(), vec![parcel, scan]].concat(), Kind::Csat)
    };
    assert!(matches!(other(Delivered), Verdict::Tell { .. }));
    for (state, why) in [
        (ReturnToSender, "something is on its way back"),
        (Returned, "something is on its way back"),
        (Exception, "something is wrong with a parcel"),
        (Lost, "something is wrong with a parcel"),
    ] {
        assert_eq!(other(state), off(why), "{state:?}");
    }
}

#[test]
fn nothing_is_asked_of_an_order_of_which_a_parcel_came_back_though_it_was_voided_since() {
    let number = "1Z999AA10123456785";
    let parcel = |at, state| fulfilment("f2").number(number).state(state).at(at).said();
    let back = tracking(Returned).number(number).at(day(1)).scan(day(1), Returned).said();
    let facts = vec![parcel(day(0), FulfilmentState::Shipped), back, parcel(day(2), FulfilmentState::Cancelled)];
    assert_eq!(asking([asked(), facts].concat(), Kind::Csat), Verdict::Off("something is on its way back"));
}

#[test]
fn an_unhappy_answer_is_told_to_the_merchant_and_the_newest_answer_counts() {
    let verdict = |answers: Vec<Said>, subject: &str| {
        find(&all(&order([asked(), answers].concat()), &Ledger::new(), day(5)), Kind::Attention, subject).verdict
    };
    let bad = answered("a", Csat, Some(1), day(4));
    assert!(matches!(verdict(vec![bad.clone()], "csat/unhappy"), Verdict::Tell { .. }));
    let better = answered("b", Csat, Some(4), day(4) + SignedDuration::from_hours(1));
    for answers in [vec![bad.clone(), better.clone()], vec![better, bad]] {
        assert_eq!(verdict(answers, "csat/unhappy"), Verdict::Idle("the customer is content"));
    }
    assert!(matches!(verdict(vec![answered("a", Nps, Some(6), day(4))], "nps/unhappy"), Verdict::Tell { .. }));
}

#[test]
fn an_erased_order_keeps_no_word_of_the_person_and_still_counts_the_tries() {
    let words = [
        refused("t0", minute(5)),
        answered("a", Question::Review, None, minute(30)),
        stopped("s1", "hashofananame", minute(31)),
        stopped("s2", "hashofanother", minute(32)),
    ];
    let mut order = order(repaired().into_iter().chain(words.clone()));
    order.join(Order { erased: Some(Erased(minute(40))), ..Order::default() });
    for said in repaired().into_iter().chain(words) {
        order.fold(&said.source, said.observed, said.fact);
    }
    let text = serde_json::to_string(&order).expect("JSON");
    assert!(!text.contains("example.") && !text.contains("Ana") && !text.contains("hashof"), "{text}");
    assert_eq!(order.customer.stopped_at(), Some(minute(31)), "that somebody was stopped stays");
    assert_eq!(order.customer.tries.iter().count(), 2, "a try and what is left of it are one");
    assert_eq!(order.email(), None);
}

#[test]
fn an_unhappy_answer_is_told_to_the_shop_once_it_has_settled_from_when_it_was_given() {
    let order = order([asked(), vec![answered("a", Csat, Some(1), day(4))]].concat());
    let all = situations(&id(), &order, &Ledger::new(), &live(), day(4));
    let told = all.iter().find(|one| one.trouble == Some(Trouble::Unhappy)).map(|one| one.verdict.clone());
    assert_eq!(told, Some(Verdict::Tell { not_before: day(4) + SignedDuration::from_mins(10) }));
}

#[test]
fn of_two_corrections_the_newer_one_is_to_be_confirmed_at_once() {
    let second = corrected("t2", OLD, "ana@example.net", minute(30));
    let all = all(&order(repaired().into_iter().take(2).chain([second])), &Ledger::new(), minute(40));
    assert_eq!(find(&all, Kind::ConfirmAddress, "t1").verdict, Verdict::Obsolete("a newer correction"));
    let newer = find(&all, Kind::ConfirmAddress, "t2");
    assert_eq!(newer.verdict, Verdict::Tell { not_before: minute(30) });
    assert_eq!(newer.about, About::Correction("t2".to_owned()));
}

#[test]
fn one_word_that_comes_twice_is_one_whatever_is_left_of_it() {
    let withdrew = |name: Option<&str>| {
        let name = name.map(|name| domain::personal::Personal::new(name.to_owned()));
        let said = Withdrawal { of: Scope::Whole, name, text: None };
        word("w1", minute(3), Says::Withdrew(said))
    };
    let twice = [
        [refused("t1", minute(1)), corrected("t1", OLD, NEW, minute(1))],
        [answered("a1", Csat, None, minute(2)), answered("a1", Csat, Some(5), minute(2))],
        [withdrew(None), withdrew(Some("Ana"))],
    ];
    let order = order(twice.into_iter().flatten());
    assert_eq!((order.customer.tries_left(), order.customer.proved().count()), (4, 1));
    assert_eq!(order.customer.answers[&Csat].iter().count(), 1);
    assert_eq!(order.customer.withdrawals.iter().count(), 1);
    assert!(order.customer.withdrawals.find("w1").is_some_and(|one| one.said.name.is_some()));
    let apart = [refused("t1", minute(1)), refused("t2", minute(1)), refused("t1", minute(2))];
    assert_eq!(testing::facts::order(apart).customer.tries_left(), 2, "what differs in time or id is another word");
}

#[test]
fn questions_are_stopped_since_the_first_address_wanted_none_and_last_by_the_newest() {
    let order = order([paid(), stopped("s1", "a", minute(10)), stopped("s2", "b", minute(20))]);
    assert_eq!((order.customer.stopped_at(), order.customer.stopped_last()), (Some(minute(10)), Some(minute(20))));
}

#[test]
fn every_question_is_found_by_its_name_and_has_its_scale() {
    for question in Question::ALL {
        assert_eq!(Question::parse(question.name()), Some(question));
    }
    assert_eq!(Question::parse("follow_up"), None);
    assert_eq!(Question::ALL.map(Question::scale), [Some((1, 5)), Some((0, 10)), None]);
}
