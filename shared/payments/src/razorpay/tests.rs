//! Signature vectors of Razorpay's own library, and the corners of its objects.

use domain::fact::{Payment, PaymentStatus, Reference};
use serde_json::{Value, json};
use testing::recorded::{Recorded, one, settings, signed_at, with_secrets};
use webhooks::delivery::Rejection;
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;

use super::Razorpay;

const ORDER_PAID: &str = r#"{"entity":"event","account_id":"acc_BFQ7uQEaa7j2z7","event":"order.paid","contains":["payment","order"],"payload":{"payment":{"entity":{"id":"pay_DESp9bgForNoUd","entity":"payment","amount":499900,"currency":"INR","status":"captured","order_id":"order_DESoU0U4ikYA19","international":false,"method":"card","amount_refunded":0,"refund_status":null,"captured":true,"card_id":"card_DESp9fNnu0RoNc","card":{"id":"card_DESp9fNnu0RoNc","entity":"card","last4":"0153","network":"Visa","type":"debit"},"bank":null,"wallet":null,"vpa":null,"notes":[],"error_code":null,"error_description":null,"error_source":null,"error_step":null,"error_reason":null,"created_at":1790000000}},"order":{"entity":{"id":"order_DESoU0U4ikYA19","entity":"order","amount":499900,"amount_paid":499900,"amount_due":0,"currency":"INR","receipt":"1001","status":"paid","attempts":1,"notes":{"order_id":"1001"},"created_at":1789999900}}},"created_at":1790000004}"#;
const SIGNATURE: &str = "a51e5ade2fd925e72fc11c3732f8e1c697d333e1009e48e3119e7a8749b11f55";

fn ask(signature: &str, body: &str, settings: &Settings) -> Option<Rejection> {
    let delivery = Recorded::new("razorpay", &[("x-razorpay-signature", signature)], body.as_bytes());
    Razorpay.verify(delivery.delivery(), settings, signed_at()).err()
}

#[test]
fn vectors_are_genuine() {
    let official = "2fe04e22977002e6c7cb553adab8b460cb9e2a4970d5953cb27a8472752e3bbc";
    assert_eq!(ask(official, r#"{"a":1,"b":2,"c":{"d":3}}"#, &with_secrets(&["123456"])), None);
    assert_eq!(ask(official, r#"{"a":1,"b":2,"c":{"d":4}}"#, &with_secrets(&["123456"])), Some(Rejection::Forged));
    assert_eq!(ask(SIGNATURE, ORDER_PAID, &with_secrets(&["new", "rzp_webhook_secret"])), None);
    assert_eq!(ask("", ORDER_PAID, &with_secrets(&["rzp_webhook_secret"])), Some(Rejection::Forged));
    // What a browser brings back is signed by the same scheme with another key and no body: it is no webhook.
    let callback = "0d4e745a1838664ad6c9c9902212a32d627d68e917290b0ad5f08ff4561bc50f";
    let text = "order_IEIaMR65cu6nz3|pay_IH4NVgf4Dreq1l";
    assert_eq!(ask(callback, text, &with_secrets(&["EnLs21M47BllR3X8PSFtjtbd"])), None);
    assert_eq!(ask(callback, text, &settings("razorpay")), Some(Rejection::Forged));
}

#[test]
fn another_accounts_event_is_refused_though_it_is_genuine() {
    let own = |account: &str| {
        serde_json::from_value(json!({"secrets": ["rzp_webhook_secret"], "account_id": account})).expect("settings")
    };
    assert_eq!(ask(SIGNATURE, ORDER_PAID, &own("acc_BFQ7uQEaa7j2z7")), None);
    assert_eq!(ask(SIGNATURE, ORDER_PAID, &own("acc_other")), Some(Rejection::Foreign));
}

/// A recorded delivery with some fields of one of its entities changed.
#[track_caller]
fn event(name: &str, entity: &str, changes: &Value) -> Vec<Payment> {
    let one = one("payment-webhook", name);
    let mut body: Value = serde_json::from_slice(&one.body).expect("JSON");
    let object = body["payload"][entity]["entity"].as_object_mut().expect("an entity");
    object.extend(changes.as_object().expect("changes").clone());
    Razorpay.interpret(&one.proved(body.to_string().as_bytes()), &settings("razorpay")).expect("readable")
}

#[test]
fn statuses_of_payments() {
    let of = |status: &str, captured: bool| {
        let changes = json!({"status": status, "captured": captured});
        let payment = event("razorpay.order.paid", "payment", &changes).swap_remove(0);
        (payment.status, payment.captured.is_some(), payment.attempt.map(|attempt| attempt.failed))
    };
    assert_eq!(of("created", false), (Some(PaymentStatus::Open), false, None));
    // Samples show an authorised payment as captured already: only its status counts.
    assert_eq!(of("authorized", true), (Some(PaymentStatus::Authorised), false, Some(false)));
    assert_eq!(of("captured", true), (Some(PaymentStatus::Paid), true, Some(false)));
    assert_eq!(of("refunded", true), (Some(PaymentStatus::Paid), true, Some(false)));
    assert_eq!(of("refunded", false), (Some(PaymentStatus::Cancelled), false, None));
    assert_eq!(of("failed", false), (Some(PaymentStatus::Failed), false, Some(true)));
    assert_eq!(of("sleeping", true), (None, false, None));
}

#[test]
fn a_refund_is_told_by_itself_and_in_the_payments_total() {
    let told = |changes: &Value| {
        let facts = event("razorpay.refund.processed", "refund", changes);
        let total = facts[0].refunded.map(|money| money.minor);
        let refund = facts.get(1).and_then(|back| back.refund.as_ref()).map(|refund| (refund.failed, refund.pending));
        (facts.iter().all(|fact| fact.id == "pay_DESp9bgForNoUd"), total, refund)
    };
    assert_eq!(told(&json!({})), (true, Some(650), Some((false, false))));
    assert_eq!(told(&json!({"status": "pending"})), (true, Some(650), Some((false, true))));
    assert_eq!(told(&json!({"status": "failed"})), (true, Some(650), Some((true, false))));
    assert_eq!(told(&json!({"status": "sleeping"})), (true, Some(650), None));
    let reserved = event("razorpay.refund.processed", "payment", &json!({"captured": false, "status": "refunded"}));
    assert_eq!(reserved.len(), 1, "it never was the shop's to give back");
    assert_eq!((reserved[0].status, reserved[0].refunded), (Some(PaymentStatus::Cancelled), None));
}

#[test]
fn a_refund_that_failed_is_not_counted_whatever_the_total_says() {
    let one = one("payment-webhook", "razorpay.refund.processed");
    let mut body: Value = serde_json::from_slice(&one.body).expect("JSON");
    body["event"] = json!("refund.failed");
    body["payload"]["refund"]["entity"]["status"] = json!("failed");
    let facts = Razorpay.interpret(&one.proved(body.to_string().as_bytes()), &Settings::default()).expect("readable");
    assert_eq!((facts[0].refunded, facts[1].refund.as_ref().map(|refund| refund.failed)), (None, Some(true)));
}

#[test]
fn the_order_is_named_by_receipt_and_notes() {
    let named = |changes: Value| event("razorpay.order.paid", "order", &changes).swap_remove(0).references;
    let (order, id) = (|id: &str| Reference::Order(id.to_owned()), Reference::Payment("order_DESoU0U4ikYA19".into()));
    assert_eq!(named(json!({})), [order("727"), id.clone()]);
    assert_eq!(named(json!({"receipt": "R-1", "notes": []})), [order("R-1"), id.clone()]);
    assert_eq!(named(json!({"receipt": null, "notes": {"order_id": 5}})), [order("5"), id]);
}

#[test]
fn ways_to_pay_are_told_in_short() {
    let method = |changes: Value| {
        let method = event("razorpay.order.paid", "payment", &changes).swap_remove(0).method?;
        let last4 = method.last4.map(|digits| digits.reveal().clone());
        Some([Some(method.kind), method.brand, last4].map(Option::unwrap_or_default).join(" "))
    };
    assert_eq!(method(json!({})).as_deref(), Some("card visa 0153"));
    assert_eq!(method(json!({"token_id": "token_1"})).as_deref(), Some("card visa "), "the digits are the token's");
    assert_eq!(method(json!({"method": "upi", "card": null, "vpa": "ann@upi"})).as_deref(), Some("upi  "));
    assert_eq!(method(json!({"method": "wallet", "wallet": "paytm"})).as_deref(), Some("paytm  "));
    assert_eq!(method(json!({"method": null})), None);
}
