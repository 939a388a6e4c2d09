//! Razorpay's lists, played, and what is found there beside what webhooks told.

use std::cell::RefCell;
use std::collections::BTreeMap;

use domain::fact::{Payment, PaymentStatus, Reference};
use domain::lack::Lack;
use serde_json::{Value, json};
use testing::recorded::{one, settings};
use testing::talk::{bodies, fetched, listed, window};
use webhooks::hint::Hint;
use webhooks::provider::Provider;
use webhooks::settings::Settings;
use webhooks::source::{Ask, Found, Source, Step, Stuck, Window};

use super::Razorpay;
use crate::tests::joined::{lack, sums};

/// A payment as the API gives it, with people and numbers in it.
fn payment(changes: &Value) -> Value {
    let mut payment = json!({
        "id": "pay_DESp9bgForNoUd", "entity": "payment", "amount": 2870, "currency": "INR", "status": "captured",
        "order_id": "order_DESoU0U4ikYA19", "invoice_id": null, "international": false, "method": "card",
        "amount_refunded": 650, "refund_status": "partial", "captured": true, "description": "For Ann",
        "card_id": "card_1", "card": {"id": "card_1", "entity": "card", "name": "Ann Example", "last4": "0153",
            "network": "Visa", "type": "debit", "issuer": null},
        "bank": null, "wallet": null, "vpa": "ann@upi", "email": "ann@example.com", "contact": "+919876543210",
        "notes": [], "fee": 198, "tax": 0, "error_code": null, "acquirer_data": {"auth_code": "299196"},
        "created_at": 1_789_999_980
    });
    payment.as_object_mut().expect("a payment").extend(changes.as_object().expect("changes").clone());
    payment
}

fn refund(changes: &Value) -> Value {
    let mut refund = json!({
        "id": "rfnd_EqWThTE7dd7utf", "entity": "refund", "amount": 650, "currency": "INR",
        "payment_id": "pay_DESp9bgForNoUd", "notes": {"comment": "Ann changed her mind"}, "receipt": null,
        "acquirer_data": {"arn": "1"}, "created_at": 1_789_999_995, "status": "processed", "speed_processed": "normal"
    });
    refund.as_object_mut().expect("a refund").extend(changes.as_object().expect("changes").clone());
    refund
}

fn order() -> Value {
    json!({"id": "order_DESoU0U4ikYA19", "entity": "order", "amount": 2870, "receipt": "727",
        "notes": {"order_id": "727", "phone": "09000090000"}, "status": "paid"})
}

fn collection(items: &[Value]) -> String {
    json!({"entity": "collection", "count": items.len(), "items": items}).to_string()
}

fn hour() -> Window {
    window("2026-09-21T13:30:00Z", "2026-09-21T14:30:00.5Z")
}

/// The path and the fields of a question.
fn asked(ask: &Ask) -> (String, BTreeMap<String, String>) {
    let basic = "Basic cnpwX2xpdmVfdGVzdDp0ZXN0X2tleV9zZWNyZXQ=";
    assert!(ask.headers.iter().any(|(name, value)| *name == "authorization" && value.reveal() == basic));
    let url = ask.url.strip_prefix("https://api.razorpay.com/v1/").expect("the API");
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    (path.to_owned(), form_urlencoded::parse(query.as_bytes()).into_owned().collect())
}

#[test]
fn what_was_made_is_looked_at_when_it_is_new_and_at_some_ages() {
    let seen = RefCell::new(Vec::new());
    let found = listed(&Razorpay, hour(), &settings("razorpay"), |ask: &Ask| {
        let (path, fields) = asked(ask);
        assert_eq!((fields["count"].as_str(), fields["skip"].as_str()), ("100", "0"));
        assert_eq!(fields.get("expand[]").map(String::as_str), (path == "payments").then_some("card"));
        let number = |name: &str| fields[name].parse::<i64>().expect("seconds");
        assert_eq!(number("to") - number("from"), 3601, "a part of a second is a whole one");
        seen.borrow_mut().push((path, (1_789_997_400 - number("from")) / 3600));
        (200, collection(&[]))
    });
    assert_eq!(found, Some(Ok(Vec::new())));
    let ages = |list: &str| -> Vec<i64> {
        seen.borrow().iter().filter(|(path, _)| path == list).map(|(_, age)| *age).collect()
    };
    assert_eq!(ages("payments"), [0, 2, 12, 24, 48, 72, 121]);
    assert_eq!(ages("refunds"), [0, 24, 72, 168, 336]);
    assert!(Razorpay.narrows() && Razorpay.is_heard());
}

#[test]
fn pages_are_read_to_the_end_even_if_the_last_one_comes_again() {
    let many: Vec<Value> = (0..250)
        .map(|number| payment(&json!({"id": format!("pay_{number}"), "notes": {"order_id": number}})))
        .collect();
    let all = |last: fn(usize) -> usize| {
        let answer = |ask: &Ask| {
            let (path, fields) = asked(ask);
            let skip = last(fields["skip"].parse().expect("a number"));
            let new = path == "payments" && fields["from"] == "1789997400";
            (200, collection(if new { many.get(skip..(skip + 100).min(250)).unwrap_or_default() } else { &[] }))
        };
        listed(&Razorpay, hour(), &settings("razorpay"), answer).expect("a list").expect("an end").len()
    };
    assert_eq!(all(|skip| skip), 250);
    assert_eq!(all(|skip| skip.min(100)), 200, "the second page again and again");
}

#[test]
fn who_names_the_order_goes_on_and_of_the_others_it_is_asked_for() {
    let named = json!({"id": "pay_named", "notes": {"woocommerce_order_number": "727", "email": "ann@example.com"}});
    let items = [
        payment(&json!({})),
        payment(&named),
        payment(&json!({"id": "pay_alone", "order_id": null, "amount": "2870", "created_at": "1789999980"})),
        payment(&json!({"id": "pay_new", "status": "created"})),
        payment(&json!({"id": "pay_let_go", "status": "refunded", "captured": false})),
        payment(&json!({"id": "pay_later", "created_at": 1_790_001_001})),
    ];
    let answer = |ask: &Ask| {
        let (path, fields) = asked(ask);
        let new = fields["from"] == "1789997400";
        let back = [refund(&json!({}))];
        let items = if path == "payments" { &items[..] } else { &back[..] };
        (200, collection(if new { items } else { &[] }))
    };
    let found = listed(&Razorpay, hour(), &settings("razorpay"), answer).expect("a list").expect("an end");
    let hint = |what: &'static str, ids: &[&str]| Found::Hint(Hint::new(what, ids).expect("a hint"));
    assert_eq!(found.len(), 4);
    assert_eq!(found[0], hint("payment", &["pay_DESp9bgForNoUd"]));
    assert_eq!(found[3], hint("refund", &["pay_DESp9bgForNoUd", "rfnd_EqWThTE7dd7utf"]));
    let said = |found: &Found| match found {
        Found::Delivery(body) => (String::from_utf8_lossy(body).into_owned(), read(body).swap_remove(0)),
        Found::Hint(hint) => panic!("{hint:?}"),
    };
    let (text, fact) = said(&found[1]);
    assert!(!text.contains("nn") && !text.contains("9876"), "{text}");
    assert_eq!(fact.references[0], Reference::Order("727".to_owned()));
    assert_eq!(said(&found[2]).1.captured.map(|money| money.minor), Some(2870), "numbers may be text");
}

fn read(body: &[u8]) -> Vec<Payment> {
    let one = one("payment-webhook", "razorpay.payment.fetched");
    Razorpay.interpret(&one.proved(body), &settings("razorpay")).expect("readable")
}

fn answers<'a>(payment: &'a Value, refund: &'a Value) -> impl Fn(&Ask) -> (u16, String) + 'a {
    move |ask: &Ask| {
        let (path, _) = asked(ask);
        let document = match path.split_once('/') {
            Some(("payments", _)) => payment.clone(),
            Some(("refunds", _)) => refund.clone(),
            Some(("orders", "order_DESoU0U4ikYA19")) => order(),
            _ => panic!("{path}"),
        };
        (200, document.to_string())
    }
}

/// What a hint leads to, as it is recorded.
#[track_caller]
fn leads(hint: &Hint, payment: &Value, refund: &Value, names: &[&str]) {
    let found = bodies(&Razorpay, hint, &settings("razorpay"), answers(payment, refund));
    let found: Vec<Value> = found.iter().map(|body| serde_json::from_str(body).expect("JSON")).collect();
    let kept = |name: &&str| {
        let one = one("payment-webhook", &format!("razorpay.{name}.fetched"));
        serde_json::from_slice::<Value>(&one.body).expect("JSON")
    };
    assert_eq!(found, names.iter().map(kept).collect::<Vec<_>>());
}

#[test]
fn nothing_goes_on_that_is_not_read() {
    let hint = Hint::new("payment", &["pay_DESp9bgForNoUd"]).expect("a hint");
    leads(&hint, &payment(&json!({})), &json!({}), &["payment"]);
    let hint = Hint::new("refund", &["pay_DESp9bgForNoUd", "rfnd_EqWThTE7dd7utf"]).expect("a hint");
    leads(&hint, &payment(&json!({})), &refund(&json!({})), &["payment", "refund"]);
    let hint = Hint::new("refund", &["pay_DESp9bgForNoUf", "rfnd_EqWThTE7dd7utg"]).expect("a hint");
    let reserved = payment(&json!({"id": "pay_DESp9bgForNoUf", "status": "refunded", "captured": false}));
    let all = refund(&json!({"id": "rfnd_EqWThTE7dd7utg", "payment_id": "pay_DESp9bgForNoUf", "amount": 2870}));
    leads(&hint, &reserved, &all, &["let_go"]);
    let token = payment(&json!({"token_id": "token_1"}));
    let hint = Hint::new("payment", &["pay_DESp9bgForNoUd"]).expect("a hint");
    let body = bodies(&Razorpay, &hint, &settings("razorpay"), answers(&token, &json!({}))).swap_remove(0);
    assert!(!body.contains("0153") && !body.contains("token"), "{body}");
}

#[test]
fn what_does_not_exist_is_gone_and_other_shapes_are_no_answer() {
    let known = settings("razorpay");
    let (pay, back) =
        (Hint::new("payment", &["pay_1"]).expect("a hint"), Hint::new("refund", &["p", "r"]).expect("a hint"));
    for hint in [&pay, &back] {
        assert_eq!(fetched(&Razorpay, hint, &known, |_: &Ask| (404, "")), Ok(Step::Gone));
        for strange in ["[]", "{}", "7", r#"{"id": "other"}"#, "<html>"] {
            assert!(fetched(&Razorpay, hint, &known, |_: &Ask| (200, strange)).is_err(), "{strange}");
        }
        assert_eq!(fetched(&Razorpay, hint, &Settings::default(), |_: &Ask| (200, "")), Err(Stuck::without("key_id")));
    }
    let other = Hint::new("dispute", &["d"]).expect("a hint");
    assert_eq!(fetched(&Razorpay, &other, &known, |_: &Ask| (200, "")), Ok(Step::Gone));
    // The order is gone, the payment is not.
    let alone = |ask: &Ask| match asked(ask).0.split_once('/') {
        Some(("payments", _)) => (200, payment(&json!({"id": "pay_1"})).to_string()),
        _ => (404, String::new()),
    };
    let fact = read(bodies(&Razorpay, &pay, &known, alone)[0].as_bytes()).swap_remove(0);
    assert_eq!(fact.references, [Reference::Payment("order_DESoU0U4ikYA19".to_owned())]);
    for strange in ["[]", "{}", r#"{"items": {}}"#, r#"{"items": [{"status": "captured"}]}"#, "x"] {
        let end = listed(&Razorpay, hour(), &known, |_: &Ask| (200, strange)).expect("a list");
        assert!(end.is_err(), "{strange}: {end:?}");
    }
    for without in ["key_id", "key_secret"] {
        let mut some = known.clone();
        some.own.remove(without);
        assert_eq!(listed(&Razorpay, hour(), &some, |_: &Ask| (200, "{}")), None, "{without}");
    }
}

/// What was found at an age in hours.
fn found(payment: &Value, refund: Option<&Value>) -> Vec<Payment> {
    let id = |document: &Value| document["id"].as_str().expect("an id").to_owned();
    let hint = match refund {
        Some(refund) => Hint::new("refund", &[&id(payment), &id(refund)]),
        None => Hint::new("payment", &[&id(payment)]),
    };
    let none = Value::Null;
    let answer = answers(payment, refund.unwrap_or(&none));
    let found = bodies(&Razorpay, &hint.expect("a hint"), &settings("razorpay"), answer);
    found.iter().flat_map(|body| read(body.as_bytes())).collect()
}

/// What webhooks of these names told.
fn heard(names: &[&str]) -> Vec<Payment> {
    let told = |name: &&str| read(&one("payment-webhook", &format!("razorpay.{name}")).body);
    names.iter().flat_map(told).collect()
}

#[test]
fn what_webhooks_told_is_no_news_when_it_is_found() {
    let told = heard(&["payment.authorized", "order.paid", "refund.processed"]);
    let (paid, back) = (found(&payment(&json!({})), None), found(&payment(&json!({})), Some(&refund(&json!({})))));
    assert_eq!((lack(&told, &paid), lack(&told, &back)), (Some(Lack::Nothing), Some(Lack::Nothing)));
    let all = [told.clone(), paid.clone(), back.clone()].concat();
    assert_eq!(sums(&all), (vec![Some(PaymentStatus::Paid)], 2870, 650), "nothing doubles");
    assert_eq!(sums(&[back.clone(), paid.clone(), told].concat()), sums(&all));
    let failed = payment(&json!({"id": "pay_DESp9bgForNoUe", "status": "failed", "captured": false,
        "created_at": 1_789_999_940}));
    assert_eq!(lack(&heard(&["payment.failed"]), &found(&failed, None)), Some(Lack::Nothing));
}

#[test]
fn whatever_webhook_is_lost_is_found() {
    use PaymentStatus::{Authorised, Cancelled, Failed, Paid};
    let said = |told: &[Payment], payment: &Value, refund: Option<&Value>| {
        let found = found(payment, refund);
        let lack = lack(told, &found);
        let (status, captured, refunded) = sums(&[told, &found].concat());
        (lack, status, captured, refunded)
    };
    let news = |status, captured, refunded| (Some(Lack::News), vec![Some(status)], captured, refunded);
    let paid = payment(&json!({}));
    assert_eq!(said(&[], &paid, None), news(Paid, 2870, 0));
    assert_eq!(said(&[], &payment(&json!({"status": "authorized", "captured": false})), None), news(Authorised, 0, 0));
    assert_eq!(said(&[], &payment(&json!({"status": "failed", "captured": false})), None), news(Failed, 0, 0));
    let reserved = heard(&["payment.authorized"]);
    assert_eq!(said(&reserved, &paid, None), news(Paid, 2870, 0));
    let taken = heard(&["order.paid"]);
    assert_eq!(said(&taken, &paid, Some(&refund(&json!({})))), news(Paid, 2870, 650));
    assert_eq!(said(&taken, &payment(&json!({"status": "refunded"})), None).1, [Some(Paid)]);
    let let_go = payment(&json!({"status": "refunded", "captured": false}));
    assert_eq!(said(&reserved, &let_go, Some(&refund(&json!({"amount": 2870})))), news(Cancelled, 0, 0));
    // It was told of when it was made, and half a day later it has failed.
    let made = 1_789_999_995 - 24 * 3600;
    let pending = found(&paid, Some(&refund(&json!({"status": "pending", "created_at": made}))));
    let known = [taken, pending].concat();
    let failed = refund(&json!({"status": "failed", "created_at": made}));
    assert_eq!(said(&known, &paid, Some(&failed)), news(Paid, 2870, 0));
    assert_eq!(said(&known, &paid, Some(&refund(&json!({"created_at": made})))), news(Paid, 2870, 650));
}

#[test]
fn a_400_that_knows_no_such_thing_is_an_answer() {
    let answer = |description: &str| webhooks::source::Answered {
        status: 400,
        headers: http::HeaderMap::new(),
        body: domain::personal::Personal::new(
            json!({"error": {"code": "BAD_REQUEST_ERROR", "description": description}}).to_string().into_bytes(),
        ),
    };
    assert!(Razorpay.is_unknown(&answer("The id provided does not exist")));
    assert!(!Razorpay.is_unknown(&answer("The api key provided is invalid")));
    assert!(!Razorpay.is_unknown(&answer("from must be between 946684800 and 4765046400")));
}
