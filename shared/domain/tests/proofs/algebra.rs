//! The algebra that makes arrival order meaningless: every join is commutative, associative and idempotent.

use domain::fact::{Fact, FulfilmentState, OrderStatus, PaymentStatus, Question, ReturnStatus};
use domain::lack::Lack;
use domain::order::{Erased, Order};
use domain::register::{Join, Newest, Register};
use domain::tracking::ParcelState;
use proptest::prelude::*;
use testing::facts::{
    Said, answered, checkout, confirmed, corrected, euros, fulfilment, minute, order, payment, refused, sent_back,
    stopped, tracking, withdrew,
};

/// Few values, so that times, ranks and ids are often the same, and often all but the digest.
fn few() -> impl Strategy<Value = i64> {
    0..4_i64
}

fn said() -> impl Strategy<Value = Said> {
    (0..7_u8, few(), few(), few(), few(), any::<bool>()).prop_map(|(kind, at, heard, what, id, twist)| {
        let (at, heard) = (minute(at), minute(heard));
        let by = if id % 2 == 0 { "one" } else { "other" };
        match kind {
            0 => a_checkout(what, twist).at(at).heard(heard).by(by, "woocommerce").said(),
            1 => a_payment(what, id, twist).at(at).heard(heard).by(by, "stripe").said(),
            4 => a_word(at, what, id, twist),
            5 => a_word(at, 4, id, twist),
            6 => a_return(what, id, twist).at(at).heard(heard).by(by, "standard").said(),
            2 => a_fulfilment(what, id, twist).at(at).heard(heard).by(by, "standard").said(),
            _ => a_tracking(what, id, twist).at(at).heard(heard).by(by, "easypost").said(),
        }
    })
}

fn a_checkout(what: i64, twist: bool) -> testing::facts::Saying<domain::fact::Checkout> {
    let statuses = [OrderStatus::Pending, OrderStatus::Processing, OrderStatus::Cancelled, OrderStatus::Refunded];
    checkout().status(pick(&statuses, what)).refunded(what * 100).with(|fact| {
        fact.test = twist && what == 3;
        fact.document.lines[0].quantity = u32::from(twist) + u32::from(what == 2);
        fact.document.lines[0].back_order = domain::fact::BackOrder::of(u32::from(twist), None);
        fact.document.total += what / 2;
        fact.document.note = twist.then(|| domain::personal::Personal::new("please".to_owned()));
    })
}

fn a_payment(what: i64, id: i64, twist: bool) -> testing::facts::Saying<domain::fact::Payment> {
    let statuses = [PaymentStatus::Open, PaymentStatus::Pending, PaymentStatus::Failed, PaymentStatus::Paid];
    let payment = payment(&format!("pi_{}", id / 2)).status(pick(&statuses, what));
    match (what, twist) {
        (0, _) => payment.took(euros(100 * id)),
        (1, true) => payment.failed("try"),
        (2, failed) => payment.refund("re_1", 300, failed),
        (3, true) => payment.object("ch_1").refunded(100 * id),
        _ => payment,
    }
}

fn a_fulfilment(what: i64, id: i64, twist: bool) -> testing::facts::Saying<domain::fact::Fulfilment> {
    let states = [FulfilmentState::Packed, FulfilmentState::Shipped, FulfilmentState::Delivered];
    fulfilment(&format!("f{}", id / 2))
        .state(pick(&states, what))
        .number(if twist { "1Z1" } else { "1Z2" })
        .with(|fact| fact.state = fact.state.filter(|_| what < 3))
}

fn a_tracking(what: i64, id: i64, twist: bool) -> testing::facts::Saying<domain::fact::Tracking> {
    let states = [ParcelState::InTransit, ParcelState::OutForDelivery, ParcelState::Delivered, ParcelState::Returned];
    let state = pick(&states, what);
    let tracking = tracking(state).number(if id < 2 { "1Z1" } else { "1Z2" }).with(|fact| fact.whole = twist);
    if twist { tracking.scan(minute(id), state) } else { tracking.late(domain::fact::DelayCause::Carrier, None) }
}

fn a_return(what: i64, id: i64, twist: bool) -> testing::facts::Saying<domain::fact::Return> {
    let statuses = [ReturnStatus::Requested, ReturnStatus::Approved, ReturnStatus::Declined, ReturnStatus::Received];
    sent_back(&format!("r{}", id / 2), pick(&statuses, what)).with(|fact| {
        fact.status = fact.status.filter(|_| id != 3);
        fact.reason = twist.then(|| domain::personal::Personal::new("too small".to_owned()));
    })
}

fn a_word(at: jiff::Timestamp, what: i64, id: i64, twist: bool) -> Said {
    let name = format!("t{id}");
    match what {
        0 => refused(&name, at),
        4 => withdrew(&name, if twist { &["1"] } else { &[] }, at),
        1 => corrected(&name, "ana@example.com", if twist { "a@example.org" } else { "b@example.org" }, at),
        2 => confirmed(&name, &format!("t{}", i64::from(twist)), at),
        _ if id == 3 => stopped(&name, if twist { "hash1" } else { "hash2" }, at),
        _ => answered(&name, if twist { Question::Csat } else { Question::Review }, twist.then_some(3), at),
    }
}

fn pick<T: Copy>(from: &[T], at: i64) -> T {
    from[usize::try_from(at).unwrap_or(0) % from.len()]
}

fn some_order() -> impl Strategy<Value = Order> {
    (prop::collection::vec(said(), 0..9), prop::option::weighted(0.2, few())).prop_map(|(facts, erased)| {
        let mut order = order(facts);
        order.join(Order { erased: erased.map(|at| Erased(minute(at))), ..Order::default() });
        order
    })
}

fn join<T: Join + Clone>(one: &T, other: &T) -> T {
    let mut both = one.clone();
    both.join(other.clone());
    both
}

fn is_a_join<T: Join + Clone + PartialEq + std::fmt::Debug>(a: &T, b: &T, c: &T) {
    assert_eq!(join(a, b), join(b, a), "commutative");
    assert_eq!(join(&join(a, b), c), join(a, &join(b, c)), "associative");
    assert_eq!(&join(a, a), a, "idempotent");
    assert_eq!(join(&join(a, b), b), join(a, b), "and however often");
}

/// As many as anybody wants: `PROOFS=100000 cargo test -p domain algebra`.
fn cases() -> u32 {
    std::env::var("PROOFS").ok().and_then(|cases| cases.parse().ok()).unwrap_or(512)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: cases(), ..ProptestConfig::default() })]

    #[test]
    fn orders_join(a in some_order(), b in some_order(), c in some_order()) {
        is_a_join(&a, &b, &c);
    }

    #[test]
    fn facts_fold_in_any_order(facts in prop::collection::vec(said(), 0..12), seed in any::<usize>()) {
        let mut other = facts.clone();
        other.extend(facts.iter().take(seed % 5).cloned());
        let turns = seed % other.len().max(1);
        other.rotate_left(turns);
        other.reverse();
        prop_assert_eq!(order(facts), order(other));
    }

    #[test]
    fn what_was_folded_is_no_news_and_what_is_newer_is(
        facts in prop::collection::vec(said(), 1..9), newer in said(), heard in few(),
    ) {
        let whole = order(facts.clone());
        for said in facts.iter().filter(|said| said.fact.at().is_some()) {
            prop_assert!(whole.lacks(&said.source, &said.fact) < Lack::News, "{:?}", said.fact);
        }
        let newer = match newer.fact {
            Fact::Checkout(checkout) => Fact::Checkout(Box::new(domain::fact::Checkout { at: minute(9), ..*checkout })),
            Fact::Payment(payment) => Fact::Payment(Box::new(domain::fact::Payment { at: minute(9), ..*payment })),
            other => other,
        };
        if newer.at() == Some(minute(9)) {
            let source = domain::fact::Source::new("one", "woocommerce");
            prop_assert_eq!(whole.lacks(&source, &newer), Lack::News);
            let mut after = whole;
            after.fold(&source, minute(heard), newer.clone());
            prop_assert_eq!(after.lacks(&source, &newer), Lack::Nothing);
        }
    }

    #[test]
    fn a_register_keeps_one_of_two_values_whatever_is_equal(
        a in (few(), 0..2_u8, few(), few()), b in (few(), 0..2_u8, few(), few()), c in (few(), 0..2_u8, few(), few()),
    ) {
        let register = |(at, rank, observed, value)| Register::new(minute(at), rank, minute(observed), value);
        is_a_join(&register(a), &register(b), &register(c));
    }

    #[test]
    fn a_capped_set_joins(
        a in prop::collection::vec(0..60_u8, 0..40), b in prop::collection::vec(0..60_u8, 0..40),
        c in prop::collection::vec(0..60_u8, 0..40),
    ) {
        let set = |items: &Vec<u8>| items.iter().map(|item| (*item, true)).collect::<Newest<(u8, bool), 5>>();
        is_a_join(&set(&a), &set(&b), &set(&c));
        let all: Vec<u8> = [a.clone(), b.clone(), c.clone()].concat();
        prop_assert_eq!(join(&join(&set(&a), &set(&b)), &set(&c)), set(&all));
    }

    #[test]
    fn an_order_is_what_was_written_of_it(order in some_order()) {
        let text = serde_json::to_string(&order).expect("an order is JSON");
        prop_assert_eq!(serde_json::from_str::<Order>(&text).expect("and back"), order);
    }
}

#[test]
fn a_capped_set_keeps_how_it_began_and_how_it_is() {
    let set: Newest<(u32, bool), 5> = (0..100).map(|item| (item, true)).collect();
    assert_eq!(set.iter().map(|(item, _)| *item).collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5, 6, 7, 95, 96, 97, 98, 99]);
}

#[test]
fn an_erased_order_keeps_no_person_whatever_comes_later() {
    let mut order = order([checkout().said()]);
    order.join(Order { erased: Some(Erased(minute(5))), ..Order::default() });
    let late = checkout().at(minute(9)).said();
    assert!(matches!(late.fact, Fact::Checkout(_)));
    order.fold(&late.source, late.observed, late.fact);
    let text = serde_json::to_string(&order).expect("an order is JSON");
    assert!(!text.contains("ana@") && !text.contains("Ana"), "{text}");
    assert!(text.contains("5000"), "amounts stay");
    assert_eq!(order.erased.map(|erased| erased.0), Some(minute(5)));
}
