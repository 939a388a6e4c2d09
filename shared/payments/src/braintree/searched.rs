//! Braintree's search, played, and what its transactions say.

use domain::fact::{Payment, PaymentStatus};
use domain::lack::Lack;
use serde_json::{Value, json};
use testing::recorded::{one, settings};
use testing::talk::{fetched, listed, window};
use webhooks::hint::Hint;
use webhooks::provider::Provider;
use webhooks::settings::Settings;
use webhooks::source::{Ask, Found, Source, Step, Stuck};

use super::Braintree;
use super::api::{SEARCHES, TIMES};
use crate::tests::joined::{lack, sums};

/// A transaction as Braintree writes it, with people and numbers in it.
const SALE: &str = r#"<transaction>
    <id>4wdkfr</id> <status>submitted_for_settlement</status> <type>sale</type> <currency-iso-code>USD</currency-iso-code>
    <amount>28.70</amount> <merchant-account-id>shop_us</merchant-account-id> <order-id>727</order-id>
    <created-at type="datetime">2026-09-21T14:12:00Z</created-at> <updated-at type="datetime">2026-09-21T14:13:00Z</updated-at>
    <customer><id nil="true"/><first-name>Ann</first-name><email>ann@example.com</email></customer>
    <billing><street-address>1 Main St</street-address></billing> <refund-ids type="array"/>
    <refunded-transaction-id nil="true"/> <custom-fields> </custom-fields>
    <credit-card>
      <token>abc</token> <bin>411111</bin> <last-4>1111</last-4> <card-type>Visa</card-type>
      <expiration-month>12</expiration-month> <cardholder-name>Ann Example</cardholder-name>
      <number>4111111111111111</number> <cvv>123</cvv>
      <image-url>https://assets.braintreegateway.com/visa.png?environment=sandbox&amp;merchant_id=foo</image-url>
    </credit-card>
    <status-history type="array">
      <status-event><timestamp type="datetime">2026-09-21T14:12:01Z</timestamp> <status>authorized</status>
        <amount>28.70</amount> <user>ann-admin</user></status-event>
      <status-event><timestamp type="datetime">2026-09-21T14:13:00Z</timestamp> <status>submitted_for_settlement</status>
        <amount>28.70</amount> <user>ann-admin</user></status-event>
    </status-history>
    <payment-instrument-type>credit_card</payment-instrument-type>
  </transaction>"#;

fn results(ids: &[&str]) -> String {
    let items: String = ids.iter().flat_map(|id| ["<item>", *id, "</item>\n"]).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<search-results>\n  <page-size type=\"integer\">50</page-size>\n  <ids type=\"array\">\n{items}</ids>\n</search-results>\n"
    )
}

fn page(transactions: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<credit-card-transactions type=\"collection\">\n  <current-page-number type=\"integer\">1</current-page-number>\n  <page-size type=\"integer\">50</page-size>\n  {transactions}\n</credit-card-transactions>\n"
    )
}

/// What one search is by, or nothing of a page.
fn by(ask: &Ask) -> Option<String> {
    let host = "https://api.braintreegateway.com/merchants/integration_merchant_id/transactions";
    let header = |wanted: &str| ask.headers.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.reveal());
    let basic = "Basic aW50ZWdyYXRpb25fcHVibGljX2tleTppbnRlZ3JhdGlvbl9wcml2YXRlX2tleQ==";
    assert_eq!(header("authorization").map(String::as_str), Some(basic));
    assert_eq!(
        ["x-apiversion", "accept", "content-type"].map(|name| header(name).map(String::as_str)),
        [Some("6"), Some("application/xml"), Some("application/xml")]
    );
    assert_eq!(ask.method.as_str(), "POST");
    let body = String::from_utf8(ask.body.reveal().clone()).expect("text");
    let search = body.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?><search>").expect("a search");
    let search = search.strip_suffix("</search>").expect("a search").to_owned();
    match ask.url.strip_prefix(host) {
        Some("/advanced_search_ids") => Some(search),
        Some("/advanced_search") => None,
        _ => panic!("{}", ask.url),
    }
}

fn hour() -> webhooks::source::Window {
    window("2026-09-21T13:59:30Z", "2026-09-21T15:00:00.5Z")
}

#[test]
fn every_time_is_searched_and_what_is_found_is_asked_for_once() {
    let minutes = r#"<min type="datetime">2026-09-21T13:59:00Z</min><max type="datetime">2026-09-21T15:00:00Z</max>"#;
    let weeks = r#"<min type="datetime">2026-09-07T13:59:00Z</min><max type="datetime">2026-09-21T15:00:00Z</max>"#;
    let many: Vec<String> = (0..60).map(|number| format!("tx{number:02}")).collect();
    let seen = std::cell::RefCell::new(Vec::new());
    let answer = |ask: &Ask| {
        let searched = by(ask);
        let body = String::from_utf8_lossy(ask.body.reveal()).into_owned();
        let answer = match searched.as_deref() {
            Some(search) if search.starts_with("<authorized-at>") => results(&["4wdkfr"]),
            Some(search) if search.starts_with("<submitted-for-settlement-at>") => {
                results(&many.iter().map(String::as_str).chain(["4wdkfr"]).collect::<Vec<_>>())
            }
            Some(_) => results(&[]),
            None if body.contains("<item>4wdkfr</item>") => page(SALE),
            None => page(""),
        };
        seen.borrow_mut().push(searched.unwrap_or(body));
        (200, answer)
    };
    let found = listed(&Braintree, hour(), &settings("braintree"), answer).expect("a list").expect("an end");
    let [Found::Delivery(body)] = found.as_slice() else { panic!("{found:?}") };
    let body: Value = serde_json::from_slice(body).expect("JSON");
    let kept: Value = serde_json::from_slice(&one("payment-webhook", "braintree.sale.fetched").body).expect("JSON");
    assert_eq!(body, kept, "nothing that is not read goes on, and this is the recorded one");
    let seen = seen.into_inner();
    let searches: Vec<String> = TIMES.iter().map(|time| format!("<{time}>{minutes}</{time}>")).collect();
    assert_eq!(seen[..TIMES.len()], searches);
    let declined =
        format!("<status type=\"array\"><item>settlement_declined</item></status><created-at>{weeks}</created-at>");
    assert_eq!((seen[TIMES.len()].as_str(), seen.len()), (declined.as_str(), SEARCHES + 2));
    let asked = |page: &str| page.matches("<item>").count();
    assert_eq!([asked(&seen[SEARCHES]), asked(&seen[SEARCHES + 1])], [50, 11], "each once");
    assert!(Braintree.narrows() && !Braintree.is_heard());
}

#[test]
fn who_has_nothing_new_is_asked_for_nothing_more() {
    let none = listed(&Braintree, hour(), &settings("braintree"), |ask: &Ask| {
        assert!(by(ask).is_some(), "a page of nothing");
        (200, results(&[]))
    });
    assert_eq!(none, Some(Ok(Vec::new())));
    let bare = |_: &Ask| (200, "<search-results><page-size>50</page-size><ids type=\"array\"/></search-results>");
    assert_eq!(listed(&Braintree, hour(), &settings("braintree"), bare), Some(Ok(Vec::new())));
}

#[test]
fn other_shapes_are_no_answer_and_no_credentials_are_no_list() {
    let known = settings("braintree");
    let stuck = |body: &str| listed(&Braintree, hour(), &known, |_: &Ask| (200, body.to_owned())).expect("a list");
    for body in [
        "",
        "{}",
        "<errors/>",
        "<search-results",
        "<!DOCTYPE x><search-results/>",
        "<search-results><ids type=\"array\"><item>a/b</item></ids></search-results>",
        "<search-results><ids type=\"array\"><item/></ids></search-results>",
    ] {
        assert_eq!(stuck(body), Err(Stuck::misread("search-results")), "{body}");
    }
    let pages = |_: &Ask| (200, results(&["a"]));
    let end = listed(&Braintree, hour(), &known, pages);
    assert_eq!(end, Some(Err(Stuck::misread("credit-card-transactions"))));
    assert!(
        listed(&Braintree, hour(), &known, |_: &Ask| (404, "")).is_some_and(|end| end.is_err()),
        "no such merchant"
    );
    for without in ["merchant_id", "public_key", "private_key"] {
        let mut some = known.clone();
        some.own.remove(without);
        assert_eq!(listed(&Braintree, hour(), &some, |_: &Ask| (200, "")), None, "{without}");
    }
    let strange = json!({"merchant_id": "a/../b", "public_key": "k", "private_key": "p"});
    let strange: Settings = serde_json::from_value(strange).expect("settings");
    assert!(listed(&Braintree, hour(), &strange, |_: &Ask| (200, "")).is_some_and(|end| end.is_err()));
    let sandbox = json!({"merchant_id": "m", "public_key": "k", "private_key": "p", "test": true});
    let sandbox: Settings = serde_json::from_value(sandbox).expect("settings");
    let there = "https://api.sandbox.braintreegateway.com/merchants/m/transactions/advanced_search_ids";
    let asked = listed(&Braintree, hour(), &sandbox, |ask: &Ask| {
        assert_eq!(ask.url, there);
        (200, results(&[]))
    });
    assert_eq!(asked, Some(Ok(Vec::new())));
    let hint = Hint::new("transaction", &["a"]).expect("a hint");
    assert_eq!(fetched(&Braintree, &hint, &known, |_: &Ask| (200, "")), Ok(Step::Gone));
}

/// A recorded transaction with some fields changed, and the history of these statuses, one a minute.
fn transaction(name: &str, changes: &Value, history: &[&str]) -> Vec<Payment> {
    let one = one("payment-webhook", &format!("braintree.{name}.fetched"));
    let mut body: Value = serde_json::from_slice(&one.body).expect("JSON");
    let fields = body["transaction"].as_object_mut().expect("a transaction");
    let event = |(minute, status): (usize, &&str)| json!({"timestamp": at(minute), "status": status});
    let events: Vec<Value> = history.iter().enumerate().map(event).collect();
    fields.insert("status".to_owned(), json!(history.last()));
    fields.insert("status-history".to_owned(), json!({"status-event": events}));
    fields.extend(changes.as_object().expect("changes").clone());
    Braintree.interpret(&one.proved(body.to_string().as_bytes()), &settings("braintree")).expect("readable")
}

fn at(minute: usize) -> String {
    format!("2026-09-21T14:{minute:02}:00Z")
}

#[test]
fn statuses_of_transactions() {
    use PaymentStatus::{Authorised, Cancelled, Failed, Paid, Pending};
    let of = |instrument: &str, history: &[&str]| {
        let said = transaction("sale", &json!({"payment-instrument-type": instrument}), history).swap_remove(0);
        (
            said.status,
            said.captured.map(|money| money.minor),
            said.refunded.map(|money| money.minor),
            said.at.to_string(),
        )
    };
    let card = |history: &[&str]| of("credit_card", history);
    let plain = |status, minute| (Some(status), None, None, at(minute));
    let paid = |minute| (Some(Paid), Some(2870), None, at(minute));
    assert_eq!(card(&["authorizing"]), plain(Authorised, 0));
    assert_eq!(card(&["authorizing", "authorized"]), plain(Authorised, 0));
    assert_eq!(card(&["authorized", "submitted_for_settlement"]), paid(1));
    let settled = ["authorized", "submitted_for_settlement", "settling", "settlement_confirmed", "settled"];
    assert_eq!(card(&settled), paid(1), "it has been so since it was submitted");
    assert_eq!(card(&["settlement_pending"]), paid(0));
    assert_eq!(card(&["authorized", "voided"]), plain(Cancelled, 1));
    assert_eq!(card(&["authorized", "authorization_expired"]), plain(Cancelled, 1));
    for failed in ["processor_declined", "gateway_rejected", "failed"] {
        assert_eq!(card(&[failed]), plain(Failed, 0), "{failed}");
    }
    // It counted as paid, and nothing was ever taken from anybody in the end.
    let undone = |status| (Some(status), Some(2870), Some(2870), at(2));
    assert_eq!(card(&["authorized", "submitted_for_settlement", "voided"]), undone(Cancelled));
    assert_eq!(card(&["authorized", "submitted_for_settlement", "settlement_declined"]), undone(Failed));
    assert_eq!(card(&["authorized", "submitted_for_settlement", "sleeping"]).0, None);
    // A bank may still refuse.
    let debit = |history: &[&str]| of("us_bank_account", history);
    assert_eq!(debit(&["settlement_pending"]), plain(Pending, 0));
    assert_eq!(debit(&["settlement_pending", "settled"]), paid(1));
    assert_eq!(debit(&["settlement_pending", "settlement_declined"]), plain(Failed, 1));
    assert_eq!(of("sepa_debit_account", &["submitted_for_settlement", "settling"]), plain(Pending, 0));
}

#[test]
fn statuses_of_refunds() {
    let of = |history: &[&str]| {
        let said = transaction("refund", &json!({}), history).swap_remove(0);
        let refund = said.refund.map(|refund| (refund.amount.minor, refund.failed, refund.pending));
        (said.id, said.captured.is_some(), refund)
    };
    let refund = |failed, pending| ("4wdkfr".to_owned(), false, Some((650, failed, pending)));
    assert_eq!(of(&["authorized"]), refund(false, true));
    assert_eq!(of(&["submitted_for_settlement", "settled"]), refund(false, false));
    assert_eq!(of(&["submitted_for_settlement", "voided"]), refund(true, false));
    assert_eq!(of(&["submitted_for_settlement", "settlement_declined"]), refund(true, false));
    assert_eq!(of(&["sleeping"]).2, None);
    assert_eq!(transaction("refund", &json!({"refunded-transaction-id": null}), &["settled"]), [], "a gift");
}

#[test]
fn what_is_settled_in_parts_is_told_by_its_parts() {
    let parts = json!({"partial-settlement-transaction-ids": {"item": ["p1", "p2"]}});
    assert_eq!(transaction("sale", &parts, &["authorized", "settlement_pending"]), []);
    let none = json!({"partial-settlement-transaction-ids": ""});
    assert_eq!(transaction("sale", &none, &["authorized"]).len(), 1);
}

#[test]
fn ways_to_pay_are_told_in_short() {
    let method = |changes: Value| {
        let method = transaction("sale", &changes, &["authorized"]).swap_remove(0).method?;
        let last4 = method.last4.map(|digits| digits.reveal().clone());
        Some([Some(method.kind), method.brand, last4, method.wallet].map(Option::unwrap_or_default).join(" "))
    };
    assert_eq!(method(json!({})).as_deref(), Some("card visa 1111 "));
    let apple = json!({"payment-instrument-type": "apple_pay_card",
        "apple-pay": {"card-type": "Apple Pay - MasterCard", "last-4": "0492"}});
    assert_eq!(method(apple).as_deref(), Some("card mastercard  apple_pay"), "the digits are the device's");
    let google = json!({"payment-instrument-type": "android_pay_card",
        "android-pay-card": {"source-card-type": "Visa", "source-card-last-4": 1881}});
    assert_eq!(method(google).as_deref(), Some("card visa 1881 google_pay"));
    assert_eq!(method(json!({"payment-instrument-type": "paypal_account"})).as_deref(), Some("paypal   "));
    assert_eq!(method(json!({"payment-instrument-type": "sepa_debit_account"})).as_deref(), Some("sepa_debit   "));
    assert_eq!(method(json!({"payment-instrument-type": null})), None);
}

/// What a notification of this name says.
fn heard(name: &str) -> Vec<Payment> {
    let one = one("payment-webhook", &format!("braintree.{name}"));
    Braintree.interpret(&one.proved(&one.body), &settings("braintree")).expect("readable")
}

#[test]
fn what_a_notification_told_is_no_news_when_it_is_found() {
    let debit = json!({"id": "9ygmvcz3", "payment-instrument-type": "us_bank_account"});
    let found = |history: &[&str]| transaction("sale", &debit, history);
    let told = heard("transaction_settled");
    let settled = found(&["settlement_pending", "settled"]);
    assert_ne!(told[0].at, settled[0].at, "a notification has another time");
    assert_eq!(lack(&told, &settled), Some(Lack::Nothing));
    assert_eq!(lack(&told, &found(&["settlement_pending"])), Some(Lack::Nothing), "older");
    assert_eq!(lack(&[], &settled), Some(Lack::News));
    let both = [told.clone(), settled].concat();
    assert_eq!(sums(&both), (vec![Some(PaymentStatus::Paid)], 2870, 0), "nothing doubles");
    let returned = found(&["settlement_pending", "settled", "settlement_declined"]);
    assert_eq!(lack(&told, &returned), Some(Lack::News));
    assert_eq!(sums(&[told.clone(), returned].concat()).2, 2870);
    let back = json!({"id": "9ygmvcz9", "refunded-transaction-id": "9ygmvcz3"});
    let refund = transaction("refund", &back, &["submitted_for_settlement", "settled"]);
    let refunded = heard("transaction_settled.refund");
    assert_eq!(lack(&[told.clone(), refunded.clone()].concat(), &refund), Some(Lack::Nothing));
    assert_eq!(sums(&[told, refunded, refund].concat()), (vec![Some(PaymentStatus::Paid)], 2870, 650));
}

#[test]
fn a_card_that_nobody_tells_of_is_found_at_every_turn_and_told_once() {
    let steps: [&[&str]; 3] = [
        &["authorized"],
        &["authorized", "submitted_for_settlement"],
        &["authorized", "submitted_for_settlement", "settling", "settled"],
    ];
    let mut known: Vec<Payment> = Vec::new();
    let mut news = Vec::new();
    for history in steps {
        let found = transaction("sale", &json!({}), history);
        news.push(lack(&known, &found));
        known.extend(found);
    }
    assert_eq!(news, [Some(Lack::News), Some(Lack::News), Some(Lack::Nothing)]);
    known.extend(transaction("refund", &json!({}), &["submitted_for_settlement"]));
    assert_eq!(sums(&known), (vec![Some(PaymentStatus::Paid)], 2870, 650));
}
