//! What the contract promises of defaults and strange words.

use domain::fact::{FulfilmentState, Needs, OrderStatus, StorefrontFact};
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
    for (kind, whole) in [("order", order), ("fulfilment", fulfilment)] {
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
            StorefrontFact::Fulfilment(_) => None,
        }
    };
    assert_eq!([status("on_hold"), status("deleted")], [Some(OrderStatus::OnHold), Some(OrderStatus::Deleted)]);
    assert_eq!([status("at_risk"), status("On Hold")], [Some(OrderStatus::OnHold), None]);
    let state = |word: &str| {
        let shipment = json!({"id": "1", "updated_at": "2026-03-22T16:28:02Z", "order": "1", "state": word});
        match &read("fulfilment", &shipment).expect("readable")[0] {
            StorefrontFact::Fulfilment(fulfilment) => fulfilment.state,
            StorefrontFact::Checkout(_) => None,
        }
    };
    assert_eq!([state("inspected"), state("teleported")], [Some(FulfilmentState::Inspected), None]);
    assert_eq!(read("basket", &json!({})), Ok(Vec::new()));
}
