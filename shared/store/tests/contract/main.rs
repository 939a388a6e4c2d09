//! The stores keep what the ports promise: the ones in memory, and the real ones on an embedded DynamoDB.

use aws_sdk_dynamodb::types::{
    AttributeDefinition, BillingMode, GlobalSecondaryIndex, KeySchemaElement, KeyType, Projection, ProjectionType,
    ScalarAttributeType,
};
use store::designs::DesignsTable;
use store::mails::MailsTable;
use store::orders::OrdersTable;
use testing::memory::Tables;
use testing::memory::contract::{
    check_cursor, check_designs, check_due, check_heard, check_history, check_mails, check_orders, check_progress,
};

mod dynamo;
mod ledger;

fn attribute(name: &str, kind: ScalarAttributeType) -> AttributeDefinition {
    AttributeDefinition::builder().attribute_name(name).attribute_type(kind).build().expect("an attribute")
}

fn key(name: &str, kind: KeyType) -> KeySchemaElement {
    KeySchemaElement::builder().attribute_name(name).key_type(kind).build().expect("a key")
}

/// The tables of `template.yaml`.
async fn tables() -> (OrdersTable, MailsTable) {
    let client = dynamo::client().await;
    let text = |name| attribute(name, ScalarAttributeType::S);
    let due = GlobalSecondaryIndex::builder()
        .index_name("due")
        .key_schema(key("due", KeyType::Hash))
        .key_schema(key("wake_at", KeyType::Range))
        .projection(Projection::builder().projection_type(ProjectionType::KeysOnly).build())
        .build();
    let orders = client.create_table().table_name("orders").billing_mode(BillingMode::PayPerRequest);
    let orders = orders.key_schema(key("pk", KeyType::Hash)).global_secondary_indexes(due.expect("an index"));
    let orders = orders.attribute_definitions(text("pk")).attribute_definitions(text("due"));
    orders.attribute_definitions(attribute("wake_at", ScalarAttributeType::N)).send().await.expect("a table");
    let mails = client.create_table().table_name("mails").billing_mode(BillingMode::PayPerRequest);
    let mails = mails.key_schema(key("pk", KeyType::Hash)).key_schema(key("sk", KeyType::Range));
    mails.attribute_definitions(text("pk")).attribute_definitions(text("sk")).send().await.expect("a table");
    let orders = OrdersTable::with_client(client.clone(), "orders".to_owned());
    (orders, MailsTable::with_client(client, "mails".to_owned(), "orders".to_owned()))
}

#[tokio::test]
async fn orders_in_memory_keep_what_the_port_promises() {
    check_orders(&Tables::default()).await;
}

#[tokio::test]
async fn orders_in_dynamodb_keep_what_the_port_promises() {
    check_orders(&tables().await.0).await;
}

#[tokio::test]
async fn mails_in_memory_keep_what_the_ports_promise() {
    let tables = Tables::default();
    check_mails(&tables, &tables).await;
}

#[tokio::test]
async fn mails_in_dynamodb_keep_what_the_ports_promise() {
    let (orders, mails) = tables().await;
    check_mails(&orders, &mails).await;
}

#[tokio::test]
async fn all_that_is_kept_of_mails_in_memory_is_found() {
    check_history(&Tables::default()).await;
}

#[tokio::test]
async fn all_that_is_kept_of_mails_in_dynamodb_is_found() {
    check_history(&tables().await.1).await;
}

#[tokio::test]
async fn due_orders_are_found_in_memory() {
    let tables = Tables::default();
    check_due(&tables, &tables).await;
}

#[tokio::test]
async fn due_orders_are_found_in_dynamodb() {
    let (orders, _) = tables().await;
    check_due(&orders, &orders).await;
}

#[tokio::test]
async fn the_clocks_cursor_is_moved_by_one_alone_in_memory() {
    check_cursor(&Tables::default()).await;
}

#[tokio::test]
async fn the_clocks_cursor_is_moved_by_one_alone_in_dynamodb() {
    check_cursor(&tables().await.1).await;
}

#[tokio::test]
async fn orders_are_listed_by_the_month_in_which_they_were_placed() {
    let (orders, _) = tables().await;
    check_orders(&orders).await;
    let all = orders.list(None, usize::MAX).await.expect("listed");
    assert!(all.len() > 1, "links and raw deliveries are no orders");
    assert_eq!(orders.list(Some("2026-03"), usize::MAX).await.expect("listed").len(), all.len());
    assert_eq!(orders.list(Some("2026-04"), usize::MAX).await.expect("listed"), []);
    assert_eq!(orders.list(None, 1).await.expect("listed").len(), 1);
}

#[tokio::test]
async fn hours_in_memory_are_known_for_two_weeks() {
    check_heard(&Tables::default()).await;
}

#[tokio::test]
async fn hours_in_dynamodb_are_known_for_two_weeks() {
    check_heard(&tables().await.0).await;
}

#[tokio::test]
async fn progress_is_moved_by_one_alone_in_memory() {
    check_progress(&Tables::default()).await;
}

#[tokio::test]
async fn progress_is_moved_by_one_alone_in_dynamodb() {
    check_progress(&tables().await.1).await;
}

async fn designs() -> DesignsTable {
    let client = dynamo::client().await;
    let text = |name| attribute(name, ScalarAttributeType::S);
    let table = client.create_table().table_name("designs").billing_mode(BillingMode::PayPerRequest);
    let table = table.key_schema(key("pk", KeyType::Hash)).key_schema(key("sk", KeyType::Range));
    table.attribute_definitions(text("pk")).attribute_definitions(text("sk")).send().await.expect("a table");
    DesignsTable::with_client(client, "designs".to_owned())
}

#[tokio::test]
async fn designs_in_memory_keep_what_the_port_promises() {
    check_designs(&Tables::default()).await;
}

#[tokio::test]
async fn designs_in_dynamodb_keep_what_the_port_promises() {
    check_designs(&designs().await).await;
}
