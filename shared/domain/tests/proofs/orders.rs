//! When an order is received, confirmed, held and cancelled.

use domain::fact::OrderStatus::{Cancelled, Completed, Deleted, Failed, OnHold, Pending, Processing, Refunded};
use domain::money::{Currency, Money};
use domain::situations::Kind;
use domain::view::{Held, View};
use testing::facts::{TOTAL, checkout, day, euros, fulfilment, minute, order, payment};

use crate::sender::{Life, live};

fn pay_later() -> Life {
    let mut policy = live();
    policy.pay_later.insert("cod".to_owned());
    Life::of(policy)
}

#[test]
fn placed_is_not_accepted() {
    Life::new().hear(checkout()).told(&[Kind::Received]);
    Life::new().hear(checkout().status(OnHold)).told(&[Kind::Received]);
    Life::new().hear(checkout().status(Processing)).told(&[Kind::Received]);
}

#[test]
fn an_order_that_is_paid_at_once_is_not_called_unpaid() {
    let mut life = Life::new();
    life.hear_all([checkout().said(), checkout().status(Processing).at(minute(0)).paid().said()]);
    life.told(&[Kind::Confirmed, Kind::Receipt]);
}

#[test]
fn cash_on_delivery_is_confirmed_when_released_and_receipted_when_paid() {
    let mut life = pay_later();
    life.hear(checkout().method("cod")).told(&[Kind::Received]);
    life.hear(checkout().method("cod").status(Processing).at(minute(90))).told(&[Kind::Received, Kind::Confirmed]);
    life.hear(checkout().method("cod").status(Completed).at(day(3)).paid());
    life.told(&[Kind::Received, Kind::Confirmed, Kind::Receipt]);
}

#[test]
fn an_order_that_is_released_long_before_it_is_paid_is_confirmed_when_it_is_paid() {
    let mut life = Life::new();
    life.hear(checkout().status(Processing));
    life.hear(payment("pi_1").took(euros(TOTAL)).at(day(20)));
    life.told(&[Kind::Received, Kind::Confirmed, Kind::Receipt]);
}

#[test]
fn an_order_whose_storefront_does_not_say_when_it_was_placed_was_placed_when_we_first_heard_of_it() {
    let mut life = Life::new();
    let unpaid = |days: i64| checkout().at(day(days)).placed(day(days)).said();
    life.hear_all([unpaid(0), unpaid(20)]);
    life.told(&[]);
}

#[test]
fn an_order_that_is_only_said_to_be_paid_is_paid_since_that_was_first_said() {
    let stated = |at| checkout().status(Processing).at(at).with(|fact| fact.document.paid = true).said();
    let mut life = Life::new();
    life.hear_all([checkout().said()]).told(&[Kind::Received]);
    life.hear_all([stated(day(9)), stated(day(10))]);
    life.told(&[Kind::Received, Kind::Confirmed, Kind::Receipt]);
    // What is paid when we first hear of it may be so for long.
    let mut life = Life::new();
    life.hear_all([stated(day(9)), stated(day(10))]);
    assert_eq!([Kind::Confirmed, Kind::Receipt].map(|kind| life.sender.count(kind)), [0, 0]);
}

#[test]
fn a_free_order_is_confirmed_without_a_receipt() {
    let mut life = Life::new();
    life.hear(checkout().total(0).status(Processing).paid()).told(&[Kind::Confirmed]);
}

#[test]
fn an_order_that_the_shop_is_still_writing_is_not_free() {
    let mut life = Life::new();
    life.hear_all([checkout().total(0).with(|fact| fact.document.lines.clear()).said()]);
    assert_eq!(life.sender.count(Kind::Confirmed), 0);
}

#[test]
fn too_little_and_another_currency_are_held() {
    let dollars = Money::new(TOTAL, Currency::parse("USD").expect("a currency"));
    for (money, held) in [(euros(TOTAL - 1), Held::TooLittle), (dollars, Held::OtherCurrency)] {
        let mut life = Life::new();
        life.hear(checkout()).hear(payment("pi_1").took(money)).told(&[Kind::Received]);
        assert_eq!(View::new(&life.order, &live()).expect("an order").held(), Some(held));
    }
}

#[test]
fn what_was_held_is_accepted_with_the_rest_of_the_money() {
    let mut life = Life::new();
    life.hear(checkout()).hear(payment("pi_1").took(euros(2_000)));
    life.hear(payment("pi_2").took(euros(3_000)).at(minute(90)));
    life.told(&[Kind::Received, Kind::Confirmed, Kind::Receipt]);
}

#[test]
fn each_cancellation_is_told_once() {
    let mut life = Life::new();
    life.hear(checkout());
    life.hear(checkout().status(Cancelled).at(minute(120)));
    life.hear(checkout().status(Cancelled).at(minute(121)));
    life.told(&[Kind::Received, Kind::Cancelled]);
    life.hear(checkout().status(Pending).at(minute(240)));
    life.told(&[Kind::Received, Kind::Cancelled]);
    life.hear(checkout().status(Cancelled).at(minute(360)));
    life.hear(checkout().status(Refunded).at(minute(480)));
    life.hear(checkout().status(Deleted).at(minute(481)));
    life.told(&[Kind::Received, Kind::Cancelled, Kind::Cancelled]);
}

#[test]
fn a_cancellation_that_was_taken_back_before_we_looked_is_not_told() {
    let mut life = Life::new();
    let cancelled = checkout().status(Cancelled).at(minute(5)).said();
    life.hear_all([cancelled, checkout().status(Processing).at(minute(6)).paid().said()]);
    life.told(&[Kind::Confirmed, Kind::Receipt]);
}

#[test]
fn a_cancelled_order_is_not_confirmed_and_a_revived_one_is() {
    let mut life = Life::new();
    life.hear_all([checkout().said(), checkout().status(Cancelled).at(minute(1)).said()]);
    life.hear(payment("pi_1").took(euros(TOTAL)).at(minute(2)).heard(minute(120)));
    life.told(&[Kind::Cancelled, Kind::Receipt]);
    life.hear(checkout().status(Processing).at(minute(240)));
    life.told(&[Kind::Cancelled, Kind::Receipt, Kind::Confirmed]);
}

#[test]
fn of_two_statuses_of_one_second_the_later_in_life_counts() {
    let statuses = [Pending, OnHold, Failed, Processing, Completed, Cancelled, Refunded, Deleted];
    for (one, other) in statuses.iter().flat_map(|one| statuses.iter().map(move |other| (*one, *other))) {
        let order = order([checkout().status(one).said(), checkout().status(other).said()]);
        assert_eq!(View::new(&order, &live()).expect("an order").status(), Some(one.max(other)));
    }
}

#[test]
fn an_unknown_status_changes_nothing_but_its_lines_count() {
    let order = order([
        checkout().status(Processing).said(),
        checkout().at(minute(9)).with(|fact| (fact.status, fact.document.lines[0].quantity) = (None, 7)).said(),
    ]);
    let view = View::new(&order, &live()).expect("an order");
    assert_eq!((view.status(), view.document.lines[0].quantity), (Some(Processing), 7));
}

#[test]
fn an_order_is_found_by_its_id_and_by_the_number_that_a_plug_in_gave_it() {
    let names = checkout().said().fact.claims();
    for name in ["order:727", "order:1001"] {
        assert!(names.iter().any(|key| key.0 == name), "{name} in {names:?}");
    }
    let sought = payment("pi_1").with(|fact| fact.references = vec![reference("#1001")]).said().fact.sought();
    assert!(sought.iter().any(|key| key.0 == "order:1001"), "{sought:?}");
    assert_eq!(fulfilment("f1").with(|fact| fact.references = vec![reference("727")]).said().fact.sought().len(), 1);
}

fn reference(text: &str) -> domain::fact::Reference {
    domain::fact::Reference::Order(text.to_owned())
}

#[test]
fn amounts_and_times_at_the_edge_of_what_there_is_break_nothing() {
    let mut life = Life::new();
    let far = jiff::Timestamp::MAX;
    life.hear_all([
        checkout().total(i64::MAX).placed(far).at(far).heard(minute(1)).said(),
        payment("pi_1").took(euros(i64::MAX)).heard(minute(2)).said(),
        payment("pi_2").took(euros(i64::MAX)).refunded(i64::MAX).heard(minute(2)).said(),
        payment("pi_3").refund("re", i64::MAX, false).at(far).heard(minute(2)).said(),
        fulfilment("f1").at(jiff::Timestamp::MIN).heard(minute(2)).said(),
    ]);
}
