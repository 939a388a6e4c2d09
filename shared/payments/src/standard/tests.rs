//! What the contract promises of defaults and strange words.

use domain::fact::Payment;
use serde_json::{Value, json};
use testing::recorded::Recorded;
use webhooks::delivery::Unreadable;
use webhooks::provider::Provider;
use webhooks::settings::Settings;

use super::Standard;

fn read(changes: &[(&str, Value)]) -> Result<Vec<Payment>, Unreadable> {
    let mut data = json!({"id": 7, "updated_at": "2026-03-22T16:28:02Z", "currency": "eur", "amount": 12.5});
    for (key, value) in changes {
        data[*key] = value.clone();
    }
    let body = json!({"type": "payment", "data": data}).to_string();
    Standard.interpret(&Recorded::new("standard", &[], b"").proved(body.as_bytes()), &Settings::default())
}

#[track_caller]
fn payment(changes: &[(&str, Value)]) -> Payment {
    read(changes).expect("readable").swap_remove(0)
}

#[test]
fn what_is_paid_is_captured_unless_it_says_otherwise() {
    let captured = |changes: &[(&str, Value)]| payment(changes).captured.map(|money| money.minor);
    assert_eq!(captured(&[]), None);
    assert_eq!(captured(&[("status", json!("paid"))]), Some(1250));
    assert_eq!(captured(&[("status", json!("paid")), ("captured", json!("5"))]), Some(500));
    assert_eq!(captured(&[("status", json!("PAID!"))]), None);
}

#[test]
fn a_payment_is_its_one_try_unless_it_says_otherwise() {
    let attempt = |changes: &[(&str, Value)]| payment(changes).attempt.map(|attempt| (attempt.id, attempt.failed));
    assert_eq!(attempt(&[("status", json!("open"))]), None);
    assert_eq!(attempt(&[("status", json!("failed"))]), Some(("7".to_owned(), true)));
    assert_eq!(attempt(&[("status", json!("paid"))]), Some(("7".to_owned(), false)));
    let told = json!({"id": "t2", "failed": true});
    assert_eq!(attempt(&[("status", json!("open")), ("attempt", told)]), Some(("t2".to_owned(), true)));
}

#[test]
fn refunds_are_told_as_a_total_or_one_by_one() {
    let one = [("status", json!("paid")), ("refund", json!({"id": "r1", "amount": "2.50", "failed": false}))];
    let payment = payment(&one);
    assert_eq!(payment.refunded, None);
    assert_eq!(payment.refund.map(|refund| (refund.id, refund.amount.minor)), Some(("r1".to_owned(), 250)));
    let error = read(&[("refund", json!({"id": "r1"}))]).expect_err("no amount").to_string();
    assert_eq!(error, "`data.refund.amount` is missing or of another kind");
}

#[test]
fn required_fields_are_named_when_they_are_missing() {
    for key in ["id", "updated_at", "currency"] {
        let error = read(&[(key, json!(null))]).expect_err("unreadable").to_string();
        assert_eq!(error, format!("`data.{key}` is missing or of another kind"));
    }
}
