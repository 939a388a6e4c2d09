//! What of the ledger only DynamoDB shows: when entries expire, and that a table that does not answer is not a lost claim.

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::ScalarAttributeType;
use aws_sdk_dynamodb::types::{AttributeDefinition, AttributeValue, BillingMode, KeySchemaElement, KeyType};
use domain::ids::{IntentId, OrderId};
use domain::ledger::{Said, State, Suppression};
use domain::ports::{AddressKey, Claim, Claimed, Mails, Suppress};
use domain::situations::Kind;
use jiff::Timestamp;
use store::mails::MailsTable;

async fn mails() -> (Client, MailsTable) {
    let client = crate::dynamo::client().await;
    let mut table = client.create_table().table_name("mails").billing_mode(BillingMode::PayPerRequest);
    for (name, kind) in [("pk", KeyType::Hash), ("sk", KeyType::Range)] {
        let text = AttributeDefinition::builder().attribute_name(name).attribute_type(ScalarAttributeType::S);
        let key = KeySchemaElement::builder().attribute_name(name).key_type(kind);
        table = table.attribute_definitions(text.build().expect("an attribute"));
        table = table.key_schema(key.build().expect("a key"));
    }
    table.send().await.expect("a table");
    (client.clone(), MailsTable::with_client(client, "mails".to_owned(), "orders".to_owned()))
}

fn second(second: i64) -> Timestamp {
    Timestamp::from_second(1_772_000_000 + second).expect("in range")
}

fn claim(subject: &str) -> Claim {
    let intent = IntentId::new(&OrderId::new("demo", "727"), "shipped", subject);
    let (kind, token) = (Kind::Shipped, "m1:1".to_owned());
    Claim { intent, kind, token, said: Said::default(), over: None, at: second(0) }
}

async fn expires(client: &Client, intent: &IntentId) -> i64 {
    let item = client.get_item().table_name("mails");
    let item = item.key("pk", AttributeValue::S(intent.order().as_str().to_owned()));
    let item = item.key("sk", AttributeValue::S(intent.as_str().to_owned())).send().await.expect("read");
    let expires = item.item().and_then(|item| item.get("expires")?.as_n().ok()).expect("it expires");
    expires.parse().expect("seconds")
}

/// Longer than any mail could still be told.
#[tokio::test]
async fn what_was_claimed_or_noted_is_kept_for_400_days() {
    let (client, mails) = mails().await;
    let (claimed, noted) = (claim("claimed"), claim("noted"));
    assert_eq!(mails.claim(&claimed).await.expect("answered"), Claimed::Ours { attempt: 1 });
    let held = State::Held { reason: "a test".to_owned() };
    mails.note(&noted.intent, Kind::Shipped, &held, "a test", second(5)).await.expect("noted");
    let life = 400 * 24 * 60 * 60;
    assert_eq!(expires(&client, &claimed.intent).await, second(life).as_second());
    assert_eq!(expires(&client, &noted.intent).await, second(life + 5).as_second());
}

#[tokio::test]
async fn whoever_only_reads_learns_why_an_address_is_suppressed() {
    let (_, mails) = mails().await;
    let address = |hash: &str| AddressKey { shop: "demo".to_owned(), hash: hash.to_owned() };
    mails.suppress(&address("a"), Suppression::Complaint, second(0)).await.expect("written");
    assert_eq!(mails.suppression(&address("a")).await.expect("read"), Some(Suppression::Complaint));
    assert_eq!(mails.suppression(&address("b")).await.expect("read"), None);
}

#[tokio::test]
async fn an_end_that_could_not_be_written_is_an_error_and_one_of_a_lost_claim_is_not() {
    let (client, mails) = mails().await;
    let sent = State::Sent { ses_id: "ses".to_owned(), at: second(1) };
    mails.settle(&claim("never claimed"), &sent, second(1)).await.expect("who lost its claim ends nothing");
    let nowhere = MailsTable::with_client(client, "nowhere".to_owned(), "orders".to_owned());
    assert!(nowhere.settle(&claim("shipped"), &sent, second(1)).await.is_err());
    assert!(nowhere.claim(&claim("shipped")).await.is_err());
}
