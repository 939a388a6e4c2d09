//! What the contract promises of defaults and strange words.

use domain::fact::{Declined, FulfilmentState, Needs, OrderStatus, Return, ReturnCost, StorefrontFact};
use domain::money::{Currency, Money};
use serde_json::{Value, json};
use testing::recorded::Recorded;
use webhooks::delivery::Unreadable;
use webhooks::provider::Provider;
use webhooks::settings::Settings;

use super::Standard;

fn read(kind: &str, data: &Value) -> Result<Vec<StorefrontFact>, Unreadable> {
    let settings = Settings { status_map: [("at_risk".to_owned(), OrderStatus::OnHold)].into(), ..Settings::default() };
    let body = json!({"type": kind, "data": data}).to_string();
    Standard.interpret(&Recorded::new("standard", &[], b"").proved(body.as_bytes()), &settings)
}

#[test]
fn the_least_order_is_an_order() {
    let mut least = json!({"id": 7, "updated_at": "2026-03-22T16:28:02+01:00", "currency": "EUR", "total": 12.5});
    least["lines"] = json!([{"name": "Cup", "total": "12.50"}, {"name": "Card", "quantity": "2", "needs": "pickup"}]);
    let facts = read("order", &least).expect("readable");
    let StorefrontFact::Checkout(checkout) = &facts[0] else { panic!("an order") };
    let document = &checkout.document;
    assert_eq!((checkout.id.as_str(), checkout.status, checkout.test), ("7", None, false));
    assert_eq!((document.number.as_str(), document.placed_at, document.total), ("7", checkout.at, 1250));
    let lines: Vec<_> = document.lines.iter().map(|line| (line.id.as_str(), line.quantity, line.needs)).collect();
    assert_eq!(lines, [("1", 1, Needs::Shipping), ("2", 2, Needs::Pickup)]);
}

#[test]
fn required_fields_are_named_when_they_are_missing() {
    let order = json!({"id": "1", "updated_at": "2026-03-22T16:28:02Z", "currency": "EUR", "total": "1"});
    let fulfilment = json!({"id": "1", "updated_at": "2026-03-22T16:28:02Z", "order": "1"});
    for (kind, whole) in [("order", order), ("return", fulfilment.clone()), ("fulfilment", fulfilment)] {
        assert!(read(kind, &whole).is_ok());
        for key in whole.as_object().expect("an object").keys() {
            let mut data = whole.clone();
            data[key] = json!(null);
            let error = read(kind, &data).expect_err("unreadable").to_string();
            assert_eq!(error, format!("`data.{key}` is missing or of another kind"));
        }
    }
}

#[test]
fn words_are_ours_or_the_shops_or_nothing() {
    let status = |word: &str| {
        let order =
            json!({"id": "1", "updated_at": "2026-03-22T16:28:02Z", "currency": "EUR", "total": "1", "status": word});
        match &read("order.paid", &order).expect("readable")[0] {
            StorefrontFact::Checkout(checkout) => checkout.status,
            _ => None,
        }
    };
    assert_eq!([status("on_hold"), status("deleted")], [Some(OrderStatus::OnHold), Some(OrderStatus::Deleted)]);
    assert_eq!([status("at_risk"), status("On Hold")], [Some(OrderStatus::OnHold), None]);
    let state = |word: &str| {
        let shipment = json!({"id": "1", "updated_at": "2026-03-22T16:28:02Z", "order": "1", "state": word});
        match &read("fulfilment", &shipment).expect("readable")[0] {
            StorefrontFact::Fulfilment(fulfilment) => fulfilment.state,
            _ => None,
        }
    };
    assert_eq!([state("inspected"), state("teleported")], [Some(FulfilmentState::Inspected), None]);
    assert_eq!(read("basket", &json!({})), Ok(Vec::new()));
}

fn sent(changes: &Value) -> Result<Return, Unreadable> {
    let mut data = json!({"id": "r1", "updated_at": "2026-03-22T16:28:02Z", "order": "1", "status": "approved"});
    data.as_object_mut().expect("an object").extend(changes.as_object().expect("an object").clone());
    match read("return.updated", &data)?.remove(0) {
        StorefrontFact::Return(back) => Ok(*back),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_a_return_costs_is_free_an_amount_or_words() {
    let cost = |cost: Value| sent(&json!({"cost": cost, "currency": "EUR"})).expect("readable").cost;
    assert_eq!([cost(json!("free")), cost(json!("0.00")), cost(json!(0))], [const { Some(ReturnCost::Free) }; 3]);
    let euros = Money::parse("4.90", Currency::parse("EUR").expect("a currency")).expect("money");
    assert_eq!(cost(json!("4.90")), Some(ReturnCost::Amount(euros)));
    let words = "taken off the refund, 4.90";
    assert_eq!(cost(json!(words)), Some(ReturnCost::Words(words.to_owned())));
    let error = sent(&json!({"cost": "4.90"})).expect_err("which currency").to_string();
    assert_eq!(error, "`data.currency` is missing or of another kind");
}

#[test]
fn nothing_is_declined_without_a_reason_and_no_label_leads_to_what_is_no_page() {
    let error = sent(&json!({"status": "declined"})).expect_err("why").to_string();
    assert_eq!(error, "`data.declined_because` is missing or of another kind");
    let because = |why: &str| sent(&json!({"status": "declined", "declined_because": why})).expect("readable").declined;
    assert_eq!([because("late"), because("final_sale")], [Some(Declined::Late), Some(Declined::FinalSale)]);
    assert!(matches!(because("It was worn."), Some(Declined::Words(_))));
    let label = |url: &str| sent(&json!({"label": url})).expect("readable").label.is_some();
    assert_eq!(
        [label("https://l.example/1"), label("http://l.example/1"), label("javascript:alert(1)")],
        [true, false, false]
    );
    let strange = sent(&json!({"status": "pondered", "lines": [{"line": "l1", "quantity": 2, "accepted": 7}]}));
    let strange = strange.expect("readable");
    assert_eq!((strange.status, strange.lines[0].accepted), (None, Some(2)));
}
