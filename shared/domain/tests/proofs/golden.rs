//! Intent ids are a wire format: a change of one would tell old news again.

use domain::fact::DelayCause::{Carrier, Customs};
use domain::fact::OrderStatus::{Cancelled, OnHold, Processing};
use domain::fact::Reason;
use domain::ids::{IntentId, OrderId};
use domain::ledger::Ledger;
use domain::situations::{Kind, situations};
use domain::tracking::ParcelState::{Delivered, DeliveryAttempted, InTransit, Lost, OutForDelivery, ReturnToSender};
use jiff::civil::date;
use serde_json::json;
use testing::facts::{Said, TOTAL, checkout, day, euros, fulfilment, minute, order, payment, tracking};

use crate::sender::{id, live};

/// One order with every kind of situation, and every form that subjects have.
fn everything() -> Vec<Said> {
    vec![
        checkout().said(),
        checkout().status(Cancelled).at(minute(2)).said(),
        checkout().status(Processing).at(minute(3)).paid().said(),
        checkout().status(OnHold).at(minute(7)).paid().said(),
        checkout().status(Processing).at(minute(8)).paid().said(),
        payment("pi_1").failed("ch_0").said(),
        payment("pi_1").took(euros(TOTAL)).at(minute(3)).said(),
        payment("pi_2").took(euros(700)).at(minute(4)).said(),
        payment("pi_1").refund("re_1", 900, true).at(minute(5)).said(),
        payment("pi_1").refund("re_2", 900, false).at(minute(6)).said(),
        fulfilment("f1").number("1Z1").said(),
        fulfilment("f1").number("1Z2").at(day(2)).said(),
        fulfilment("f1").number("1Z1").at(day(3)).said(),
        tracking(InTransit).number("1Z1").at(day(4)).late(Carrier, Some(date(2026, 3, 9))).said(),
        tracking(InTransit).number("1Z1").at(day(5)).late(Customs, None).said(),
        tracking(OutForDelivery).number("1Z1").at(day(6)).scan(day(6), OutForDelivery).said(),
        tracking(DeliveryAttempted).number("1Z1").at(day(6)).because(Reason::Address).said(),
        tracking(ReturnToSender).number("1Z1").at(day(6)).said(),
        tracking(Lost).number("1Z1").at(day(6)).said(),
        tracking(Delivered).number("1Z1").at(day(6)).scan(day(6), OutForDelivery).scan(day(7), Delivered).said(),
    ]
}

const PINNED: &[&str] = &[
    "eyzlnhl6yq67 address_problem f1",
    "wl4mwnd5zrqg attention demo/stripe/re_1/refund_failed",
    "ymdc3gwykgkb attention demo/stripe/re_1/refund_not_settled",
    "waj6qirdgqeg attention demo/stripe/re_2/refund_failed",
    "va7wg2zz5hbe attention demo/stripe/re_2/refund_not_settled",
    "b7oizhglpcg4 attention f1/2026-03-09/promise_at_risk",
    "u4jk6xjz2ar6 attention f1/2026-03-09/promise_passed",
    "ptcfta5oey6h attention f1/lost",
    "i4q6tsvn4qgs attention f1/no_scan",
    "25laaq2nqegq attention f1/not_handed_over",
    "czobdew572sn attention f1/returning",
    "oq77k65jyflk attention order/complaint",
    "zp3v4piwjnsk attention order/held",
    "hh7k2g5ypi4w attention order/not_shipped",
    "2ovqv6ygigva attention order/payment_expired",
    "fu26u24a7znd attention order/payment_pending",
    "r5utdjrnxd7p attention order/unreachable",
    "mnmyfpsq7cdf cancelled 1",
    "semj2qy4jx6c confirmed order",
    "rqfnm6du6mx3 delayed f1/2026-03-09",
    "xpk4vxmzzvjc delayed f1/2026-03-09/promise_passed",
    "4xwo7zuo4ivh delayed f1/no_scan",
    "ghxal7pqnncc delayed f1/unknown/customs",
    "af34wtdmgwor delivered f1",
    "bu4v4rdbae7y delivery_attempted 1Z1/2026-03-08",
    "t7pjwbais2cj late_to_ship order",
    "aaic56qkpxxc lost f1",
    "denw5popaozu new_order order",
    "pduauseigydt number_changed f1/1Z1/2",
    "rulpugbtvncf number_changed f1/1Z2",
    "65iujsgsdam4 on_hold 1",
    "4nsx2yhqvrbj out_for_delivery 1Z1/2026-03-08",
    "v435sy7tqkib payment_expired order",
    "m2r7rk7pibpc payment_failed ch_0",
    "6cknvy7ygks4 payment_reminder order",
    "igkxjlwexpir receipt demo/stripe/pi_2",
    "7zbdfog7w7wn receipt order",
    "mbsgxy54ojbo received order",
    "2jkpwpaqryzv refund 900/1",
    "fqzbgugxqsxx refund_failed demo/stripe/re_1",
    "4qxi6dvrgvco refund_failed demo/stripe/re_2",
    "75cvxmbx6ta2 returning f1",
    "xe6q77v436a3 shipped f1",
];

#[test]
fn intent_ids_are_pinned() {
    let order_id = OrderId::new("demo", "727");
    assert_eq!(order_id.as_str(), "wdvnqdt7sdkvqc2lww4ld6sdee");
    let all = situations(&order_id, &order(everything()), &Ledger::new(), &live(), day(8));
    let line = |one: &domain::situations::Situation| {
        let (_, intent) = one.intent.as_str().split_once('-').expect("an order and a digest");
        format!("{intent} {} {}", one.kind.name(), one.subject)
    };
    let mut lines: Vec<String> = all.iter().map(line).collect();
    lines.sort_unstable_by(|one, other| one[13..].cmp(&other[13..]));
    assert_eq!(lines, PINNED, "{lines:#?}");
}

#[test]
fn order_ids_are_pinned() {
    for (shop, storefront, id) in PINNED_ORDERS {
        assert_eq!(OrderId::new(shop, storefront).as_str(), *id);
    }
}

const PINNED_ORDERS: &[(&str, &str, &str)] = &[
    ("demo", "727", "wdvnqdt7sdkvqc2lww4ld6sdee"),
    ("demo", "1001", "rmq5uyuvn65n5mha7zwiykyzo6"),
    ("other", "727", "iz4xrvm2fgyujld6yx3gxs7x3w"),
    ("café", "gid://shop/Order/4503599627370497", "jzb6f4jtetpapdjoeb6rpsndne"),
];

#[test]
fn an_order_is_read_back_as_it_was_written() {
    let promised = Some(date(2026, 3, 9));
    let facts = everything().into_iter().chain([
        checkout().at(minute(9)).with(|fact| fact.document.promised = promised).said(),
        fulfilment("f1").at(day(3)).with(|fact| fact.promised = promised).said(),
    ]);
    let order = order(facts);
    let text = serde_json::to_string(&order).expect("it can be written");
    assert_eq!(serde_json::from_str::<domain::order::Order>(&text).expect("it can be read"), order);
    let parcel = &order.fulfilments.values().flatten().next().expect("a fulfilment").1;
    let shown = order.checkouts.values().map(|checkout| checkout.promises.iter().count()).sum::<usize>();
    assert_eq!((parcel.promises.iter().count(), shown), (1, 1));
}

#[test]
fn a_parcel_that_is_named_like_an_order_has_mails_of_its_own() {
    let shipped = ["order", "order2", "order3"].map(|id| fulfilment(id).number(&format!("1Z{id}")).said());
    let scan = |id: &str| tracking(InTransit).number(&format!("1Z{id}")).with(|fact| id.clone_into(&mut fact.tracker));
    let scans = ["order", "order2", "order3"].map(|id| scan(id).said());
    let facts = [checkout().said()].into_iter().chain(shipped).chain(scans);
    let all = situations(&id(), &order(facts), &Ledger::new(), &live(), minute(9));
    for subject in ["order/no_scan", "order2/no_scan", "order3/no_scan"] {
        assert!(all.iter().any(|one| one.kind == Kind::Attention && one.subject == subject), "{all:#?}");
    }
    for one in all {
        assert_eq!(one.intent, IntentId::new(&id(), one.kind.name(), &one.subject));
    }
}

/// A state of 400 KB is too large for its table, and most orders know little.
#[test]
fn what_nobody_said_is_not_written() {
    let order = order([checkout().said(), tracking(InTransit).with(|fact| fact.state = None).said()]);
    let written = serde_json::to_value(&order).expect("it can be written");
    let storefront = &written["checkouts"]["demo/woocommerce"];
    let tracker = &written["trackings"]["demo/easypost"]["trk_1Z999AA10123456784"];
    assert_eq!((&storefront["test"], &tracker["document"]["value"]["state"]), (&json!(false), &json!(null)));
    for (of, absent) in [
        (&written, ["payments", "fulfilments", "customer", "erased"]),
        (storefront, ["promises", "ordered", "paid", "rank"]),
        (tracker, ["reasons", "test", "rank", "ordered"]),
        (&tracker["document"]["stamp"], ["rank", "test", "reasons", "ordered"]),
    ] {
        assert!(absent.iter().all(|name| of.get(name).is_none()), "{absent:?}: {of}");
    }
    let asked = testing::facts::order([checkout().said(), testing::facts::stopped("s1", "a", minute(5))]);
    let customer = serde_json::to_value(&asked.customer).expect("it can be written");
    assert_eq!(customer, json!({"stopped": {"a": minute(5).to_string()}}));
}
