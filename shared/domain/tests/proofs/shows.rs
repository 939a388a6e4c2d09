//! What an order shows of itself: how far each line is, which parcel of how many, what is owed and how it was paid.

use domain::fact::OrderStatus::{Cancelled, Deleted, Pending, Processing};
use domain::fact::{FulfilmentState, Method, Needs, PaymentStatus};
use domain::policy::Policy;
use domain::tracking::ParcelState::{Delivered, InTransit};
use domain::view::{Headline, Position, Progress, View};
use testing::facts::{Said, TOTAL, checkout, day, euros, fulfilment, minute, order, payment, tracking};

use crate::sender::live;

/// What an order of these facts shows, in a shop where cash on delivery is paid later.
macro_rules! shows {
    ($facts:expr, |$view:ident| $shown:expr, $expected:expr) => {{
        let order = order($facts);
        let policy = Policy { pay_later: ["cod".to_owned()].into(), ..live() };
        let $view = View::new(&order, &policy).expect("an order");
        assert_eq!($shown, $expected);
    }};
}

/// Two mugs that travel apart, and a voucher that needs no parcel.
fn apart(second: FulfilmentState) -> [Said; 4] {
    let voucher = |fact: &mut domain::fact::Checkout| {
        let mut line = fact.document.lines[0].clone();
        (line.id, line.needs) = ("3".to_owned(), Needs::Nothing);
        fact.document.lines.push(line);
    };
    [
        checkout().status(Processing).paid().with(voucher).said(),
        fulfilment("f1").number("1Z1").lines(&["1"]).said(),
        tracking(Delivered).number("1Z1").said(),
        fulfilment("f2").number("1Z2").lines(&["2"]).at(day(2)).state(second).said(),
    ]
}

#[test]
fn each_line_is_as_far_as_its_parcel_and_each_parcel_is_one_of_those_that_left() {
    let (none, there, left) = (Progress::default(), (1, 1), (1, 0));
    let progress = |(shipped, delivered)| Progress { shipped, delivered };
    let position = |number, of, more_to_come| Position { number, of, more_to_come };
    let packed = || apart(FulfilmentState::Packed);
    shows!(packed(), |view| view.progress(), vec![progress(there), none, none]);
    shows!(packed(), |view| view.position("f1"), position(1, 1, true));
    shows!(packed(), |view| view.all_shipped_at(), None);
    shows!(packed(), |view| view.headline(), Headline::PartlyDelivered);
    let shipped = || apart(FulfilmentState::Shipped);
    shows!(shipped(), |view| view.progress(), vec![progress(there), progress(left), none]);
    shows!(shipped(), |view| ["f1", "f2"].map(|id| view.position(id)), [position(1, 2, false), position(2, 2, false)]);
    shows!(shipped(), |view| view.all_shipped_at(), Some(day(2)));
    let travels = |second: FulfilmentState| {
        let [order, one, _, two] = apart(second);
        [order, one, tracking(InTransit).number("1Z1").said(), two]
    };
    shows!(travels(FulfilmentState::Packed), |view| view.headline(), Headline::PartlyShipped);
    shows!(travels(FulfilmentState::Shipped), |view| view.headline(), Headline::Shipped);
}

#[test]
fn more_of_a_line_in_parcels_than_was_ordered_is_as_much_as_was_ordered() {
    let twice = ["f1", "f2"].map(|id| fulfilment(id).number(&format!("1Z{id}")).said());
    let facts = [checkout().status(Processing).paid().said()].into_iter().chain(twice);
    shows!(facts, |view| view.progress(), vec![Progress { shipped: 1, delivered: 0 }; 2]);
}

#[test]
fn an_order_that_was_called_off_says_so() {
    let of = |status| [checkout().paid().status(status).said()];
    shows!(of(Cancelled), |view| view.called_off(), Some("cancelled"));
    shows!(of(Cancelled), |view| view.headline(), Headline::Cancelled);
    shows!(of(Deleted), |view| view.called_off(), Some("withdrawn by the shop"));
    shows!(of(Deleted), |view| view.headline(), Headline::Withdrawn);
    shows!(of(Processing), |view| view.headline(), Headline::Confirmed);
}

#[test]
fn an_order_of_which_all_went_back_is_refunded_and_one_that_cost_nothing_is_not() {
    let back = |minor| [checkout().status(Processing).paid().refunded(minor).said()];
    shows!(back(TOTAL), |view| view.headline(), Headline::Refunded);
    shows!(back(TOTAL - 1), |view| view.headline(), Headline::Confirmed);
    shows!([checkout().total(0).status(Processing).said()], |view| view.headline(), Headline::Confirmed);
}

#[test]
fn what_costs_nothing_is_accepted_once_it_is_written() {
    let nothing = || checkout().total(0).status(Pending);
    let unwritten = || nothing().with(|fact| fact.document.lines.clear());
    let accepted = |view: &View<'_>| (view.free(), view.covered(), view.accepted());
    shows!([nothing().said()], |view| accepted(&view), (true, false, true));
    shows!([unwritten().said()], |view| accepted(&view), (false, false, false));
    shows!([unwritten().status(Processing).said()], |view| accepted(&view), (true, false, true));
}

#[test]
fn what_is_paid_later_is_accepted_once_it_is_released() {
    let accepted = |view: &View<'_>| (view.pay_later(), view.accepted());
    shows!([checkout().method("cod").said()], |view| accepted(&view), (true, false));
    shows!([checkout().method("cod").status(Processing).said()], |view| accepted(&view), (true, true));
    shows!([checkout().status(Processing).said()], |view| accepted(&view), (false, false));
}

#[test]
fn what_was_taken_was_taken_whatever_a_later_word_says_and_nothing_taken_holds_nothing() {
    let took = |at, minor| payment("pi_1").at(minute(at)).took(euros(minor)).said();
    let failed = payment("pi_1").at(minute(9)).status(PaymentStatus::Failed).said();
    let one = |view: &View<'_>| (view.payments[0].status, view.payments[0].captured_at);
    shows!(
        [checkout().said(), took(5, TOTAL), failed],
        |view| one(&view),
        (Some(PaymentStatus::Paid), Some(minute(5)))
    );
    let pending = |at, minor| {
        let captured = Some(euros(minor));
        payment("pi_1").at(minute(at)).status(PaymentStatus::Pending).with(|fact| fact.captured = captured).said()
    };
    shows!([checkout().said(), pending(5, 0)], |view| one(&view), (Some(PaymentStatus::Pending), None));
    shows!(
        [checkout().said(), pending(5, 0), took(7, TOTAL)],
        |view| one(&view),
        (Some(PaymentStatus::Paid), Some(minute(7)))
    );
    shows!([checkout().said(), pending(5, 0)], |view| view.held(), None);
}

#[test]
fn of_two_connections_that_tell_of_one_payment_the_one_that_knows_of_money_counts() {
    let by = |connection: &str| payment("pi_1").by(connection, "stripe");
    let all = |view: &View<'_>| (view.payments.len(), view.captured(), view.payments[0].source.as_str().to_owned());
    for (knows, other) in [("demo", "second"), ("second", "demo")] {
        let facts = [checkout().said(), by(knows).took(euros(TOTAL)).said(), by(other).said()];
        shows!(facts, |view| all(&view), (1, TOTAL, format!("{knows}/stripe")));
    }
    let both = ["demo", "second"].map(|connection| by(connection).took(euros(TOTAL)).said());
    shows!([checkout().said()].into_iter().chain(both), |view| all(&view), (1, TOTAL, "demo/stripe".to_owned()));
}

#[test]
fn a_receipt_names_how_it_was_paid_last_and_what_took_the_money() {
    let by = |id: &str, at: i64, kind: &str| {
        let method = Method { kind: kind.to_owned(), ..Method::default() };
        payment(id).at(minute(at)).with(|fact| {
            fact.method = Some(method);
            fact.transaction = Some(format!("ch_of_{id}"));
        })
    };
    let noted = || checkout().with(|fact| fact.document.transaction = Some("noted".to_owned())).said();
    let paid = || [noted(), by("pi_1", 5, "card").said(), by("pi_2", 6, "ideal").took(euros(TOTAL)).said()];
    let method = |view: &View<'_>| view.method().map(|method| method.kind.clone());
    let transaction = |view: &View<'_>| view.transaction().map(str::to_owned);
    shows!(paid(), |view| method(&view), Some("ideal".to_owned()));
    shows!(paid(), |view| transaction(&view), Some("ch_of_pi_2".to_owned()));
    shows!([noted()], |view| method(&view), None);
    shows!([noted()], |view| transaction(&view), Some("noted".to_owned()));
}
