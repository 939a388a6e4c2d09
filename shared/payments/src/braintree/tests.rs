//! Signature vectors of Braintree's own library, and the corners of its XML.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::fact::{Payment, PaymentStatus};
use http::HeaderMap;
use serde_json::{Value, json};
use testing::recorded::{Recorded, settings, settings_with, signed_at};
use webhooks::delivery::{Delivery, Rejection, Reply, Unreadable};
use webhooks::provider::{Prover, Provider};
use webhooks::settings::Settings;
use webhooks::signature;

use super::{Braintree, xml};

const COMPOSED: &str = "bt_signature=integration_public_key%7C3d9e2126e0490f592dee8948328ea59ee595d89e&bt_payload=PG5vdGlmaWNhdGlvbj48dGltZXN0YW1wIHR5cGU9ImRhdGV0aW1lIj4yMDI2LTA5LTAxVDEwOjAw%0AOjAwWjwvdGltZXN0YW1wPjxraW5kPmRpc3B1dGVfb3BlbmVkPC9raW5kPjxzdWJqZWN0PjxkaXNw%0AdXRlPjxpZD5kcF8xPC9pZD48YW1vdW50LWRpc3B1dGVkPjEwMC4wMDwvYW1vdW50LWRpc3B1dGVk%0APjxjdXJyZW5jeS1pc28tY29kZT5VU0Q8L2N1cnJlbmN5LWlzby1jb2RlPjxraW5kPmNoYXJnZWJh%0AY2s8L2tpbmQ%2BPHN0YXR1cz5vcGVuPC9zdGF0dXM%2BPHJlYXNvbj5mcmF1ZDwvcmVhc29uPjx0cmFu%0Ac2FjdGlvbj48aWQ%2BdHhfMTwvaWQ%2BPG9yZGVyLWlkPjEwMDE8L29yZGVyLWlkPjxhbW91bnQ%2BMTAw%0ALjAwPC9hbW91bnQ%2BPC90cmFuc2FjdGlvbj48L2Rpc3B1dGU%2BPC9zdWJqZWN0Pjwvbm90aWZpY2F0%0AaW9uPg%3D%3D%0A";

fn ask(body: &str, settings: &Settings) -> Option<Rejection> {
    Braintree.verify(Recorded::new("braintree", &[], body.as_bytes()).delivery(), settings, signed_at()).err()
}

fn greeting(query: &str, settings: &Settings) -> Option<Reply> {
    let headers = HeaderMap::new();
    Braintree.greet(Delivery { headers: &headers, query, body: b"", received_at: signed_at() }, settings)
}

#[test]
fn official_vectors_are_genuine() {
    let key = signature::sha1_of("secretKey").expect("a key");
    let mac = signature::answer_sha1(&key, b"hello world").map(hex::encode);
    assert_eq!(mac.as_deref(), Some("d503d7a1a6adba1e6474e9ff2c4167f9dfdf4247"));
    let key = signature::sha1_of("integration_private_key").map(hex::encode);
    assert_eq!(key.as_deref(), Some("595532c81f425988ef0d0cdea466625e8723d60a"));
    let challenge = "bt_challenge=20f9f8ed05f77439fe955c977e4c8a53";
    let answer = "integration_public_key|d9b899556c966b3f06945ec21311865d35df3ce4";
    assert_eq!(greeting(challenge, &settings("braintree")), Some(Reply::text(answer)));
}

#[test]
fn the_composed_vector_is_genuine_with_and_without_its_last_newline() {
    let known = settings("braintree");
    assert_eq!(ask(COMPOSED, &known), None);
    assert_eq!(ask(COMPOSED.strip_suffix("%0A").expect("a newline"), &known), None);
    let two = COMPOSED.replace("bt_signature=", "bt_signature=other_key%7C00%26");
    assert_eq!(ask(&two, &known), None, "one of two pairs is ours");
}

#[test]
fn the_answer_to_a_challenge_proves_no_notification() {
    let known = settings("braintree");
    for challenge in ["20f9f8ed05f77439fe955c977e4c8a53", "00000000000000000000"] {
        let answer = greeting(&format!("bt_challenge={challenge}"), &known).expect("an answer").body;
        let replayed = format!("bt_signature={}&bt_payload={challenge}", answer.replace('|', "%7C"));
        assert_eq!(ask(&replayed, &known), Some(Rejection::Forged), "anybody can have {challenge} signed");
    }
}

#[test]
fn what_the_official_library_refuses_is_refused() {
    let known = settings("braintree");
    let signature = "3d9e2126e0490f592dee8948328ea59ee595d89e";
    for (changed, why) in [
        (COMPOSED.replace(signature, "bad_stuff"), Rejection::Forged),
        (COMPOSED.replace("integration_public_key", "uknown_public_key"), Rejection::Forged),
        (COMPOSED.replace("bt_payload=", "bt_payload=badstuff"), Rejection::Forged),
        (COMPOSED.replace("bt_payload=", "bt_payload=~*%20invalid!%20*~"), Rejection::Missing),
        (COMPOSED.replace("bt_signature", "signature"), Rejection::Missing),
        (format!("{COMPOSED}&bt_payload=x"), Rejection::Missing),
        (String::new(), Rejection::Missing),
    ] {
        assert_eq!(ask(&changed, &known), Some(why), "{changed}");
    }
    assert_eq!(ask(COMPOSED, &settings_with("braintree", &["", " "])), Some(Rejection::NoSecret));
    assert_eq!(ask(COMPOSED, &Settings::default()), Some(Rejection::NoSecret));
    // Every byte of the signed text counts.
    let start = COMPOSED.find("bt_payload=").expect("a payload") + "bt_payload=".len();
    for index in start..COMPOSED.len() - "%0A".len() {
        let mut body = COMPOSED.as_bytes().to_vec();
        body[index] ^= 1;
        assert!(ask(&String::from_utf8_lossy(&body), &known).is_some(), "{index}");
    }
}

#[test]
fn nothing_but_a_challenge_is_signed() {
    let known = settings("braintree");
    for query in [
        "bt_challenge=20F9F8ED05F77439FE955C977E4C8A53",
        "bt_challenge=20f9f8ed05f77439fe9",
        "bt_challenge=20f9f8ed05f77439fe955c977e4c8a530",
        "bt_challenge=PG5vdGlmaWNhdGlvbj48",
        "bt_challenge=",
        "",
    ] {
        assert_eq!(greeting(query, &known), None, "{query}");
    }
    assert_eq!(greeting("bt_challenge=20f9f8ed05f77439fe955c977e4c8a53", &settings_with("braintree", &[])), None);
}

fn read(xml: &str) -> Result<Vec<Payment>, Unreadable> {
    let payload: String = form_urlencoded::byte_serialize(BASE64_STANDARD.encode(xml).as_bytes()).collect();
    let body = format!("bt_signature=x&bt_payload={payload}");
    let delivery = Recorded::new("braintree", &[], body.as_bytes());
    Braintree.interpret(&delivery.proved(body.as_bytes()), &settings("braintree"))
}

fn notification(kind: &str, fields: &str) -> String {
    format!(
        "<notification><timestamp type=\"datetime\">2026-09-21T14:13:10Z</timestamp><kind>{kind}</kind><subject><transaction><id>t1</id><amount>28.70</amount><currency-iso-code>EUR</currency-iso-code>{fields}</transaction></subject></notification>"
    )
}

#[test]
fn kinds_in_our_words() {
    let of = |kind: &str, fields: &str| {
        let payment = read(&notification(kind, fields)).expect("readable").pop()?;
        let refund = payment.refund.map(|refund| (refund.amount.minor, refund.failed));
        Some((payment.id, payment.status, payment.captured.map(|money| money.minor), refund))
    };
    let sale = |status, captured| Some(("t1".to_owned(), Some(status), captured, None));
    assert_eq!(of("transaction_settled", ""), sale(PaymentStatus::Paid, Some(2870)));
    assert_eq!(of("transaction_settlement_declined", ""), sale(PaymentStatus::Failed, None));
    let credit = "<type>credit</type><refunded-transaction-id>t0</refunded-transaction-id>";
    let refund = |failed| Some(("t0".to_owned(), None, None, Some((2870, failed))));
    assert_eq!(of("transaction_settled", credit), refund(false));
    assert_eq!(of("refund_failed", credit), refund(true));
    assert_eq!(of("transaction_settled", "<type>credit</type>"), None);
    assert_eq!(of("refund_failed", ""), None, "a refund that failed is no failed payment");
    for kind in ["transaction_disbursed", "dispute_lost", "local_payment_completed", "check", "never_seen"] {
        assert_eq!(of(kind, ""), None, "{kind}");
    }
}

#[test]
fn strange_xml_is_survived_and_named() {
    let settled = |fields: &str| read(&notification("transaction_settled", fields));
    let nil = settled("<order-id nil=\"true\"></order-id><payment-instrument-type/>").expect("readable");
    assert_eq!((nil[0].references.len(), nil[0].method.is_none()), (0, true));
    let escaped = settled("<order-id>A&amp;B&#x2D;<![CDATA[<7>]]></order-id><!-- so --><?pi?>").expect("readable");
    assert_eq!(escaped[0].references, [domain::fact::Reference::Order("A&B-<7>".to_owned())]);
    for (xml, why) in [
        (notification("transaction_settled", "&nbsp;"), "entity"),
        (format!("<!DOCTYPE x [<!ENTITY e \"y\">]>{}", notification("transaction_settled", "&e;")), "type of document"),
        ("<a>".repeat(1_000), "nested"),
        ("<notification>".to_owned(), "early"),
        ("<a></b>".to_owned(), "well formed"),
        (String::new(), "early"),
        (notification("transaction_settled", "").replace("<id>t1</id>", ""), "transaction.id"),
        (notification("transaction_settled", "").replace("28.70", "a lot"), "transaction.amount"),
        (notification("transaction_settled", "").replace("2026-09-21", ""), "timestamp"),
        (notification("transaction_settled", "").replace("transaction>", "x>"), "subject.transaction"),
    ] {
        let error = read(&xml).expect_err("unreadable").to_string();
        assert!(error.contains(why) && error.len() < 100, "{error}");
    }
    assert_eq!(read("<notification/>"), Ok(Vec::new()));
}

#[test]
fn card_data_is_dropped_as_it_is_read() {
    let tree = xml::read(b"<a><credit-card><number>4111</number><cvv>123</cvv><bin>4</bin></credit-card></a>");
    assert_eq!(tree, Ok(("a".to_owned(), json!({"credit-card": {"bin": "4"}}))));
    assert_eq!(xml::read(b"<a>t</a>"), Ok(("a".to_owned(), Value::String("t".to_owned()))));
    let list = xml::read(b"<a type=\"collection\"> <b>1</b> <b nil=\"true\"/> <number>4111</number> <b><c/></b> </a>");
    assert_eq!(list, Ok(("a".to_owned(), json!({"b": ["1", null, {"c": ""}]}))));
}
