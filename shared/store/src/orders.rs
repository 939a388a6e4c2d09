//! The orders table: orders, links and raw deliveries. Only `order-events` writes it.

use std::collections::BTreeSet;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::operation::put_item::PutItemError;
use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValue, ReturnValuesOnConditionCheckFailure};
use aws_types::SdkConfig;
use domain::fact::Source;
use domain::ids::OrderId;
use domain::kept::Kept;
use domain::ports::{Found, Handles, Keeping, Link, LinkKey, Orders, Stored, Unavailable, Written};
use jiff::{SignedDuration, Timestamp};

use crate::calls::{Item, get, unavailable};
use crate::heard::Noted;
use crate::item::{from_stored, key, n, names, s, set, to_stored, values};

/// How long a fact waits for its order.
pub(crate) const PARKED: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The table of orders.
#[derive(Clone, Debug)]
pub struct OrdersTable {
    pub(crate) client: Client,
    pub(crate) table: String,
    pub(crate) noted: Noted,
}

impl OrdersTable {
    /// The table that the template names.
    pub fn new(aws: &SdkConfig, table: String) -> Self {
        Self::with_client(Client::new(aws), table)
    }

    /// A table behind a client of the caller's, for tests.
    pub fn with_client(client: Client, table: String) -> Self {
        Self { client, table, noted: Noted::default() }
    }

    /// Opens the connection, so that the first event does not pay for it.
    pub async fn touch(&self) {
        let _ = self.client.get_item().table_name(&self.table).set_key(Some(key("warm-up"))).send().await;
    }

    /// One order, for whoever only reads.
    pub async fn order(&self, id: &OrderId) -> Result<Option<Stored>, Unavailable> {
        let asked =
            self.client.get_item().table_name(&self.table).set_key(Some(key(id.as_str()))).consistent_read(true);
        let answer = asked.send().await.map_err(|error| unavailable(&error))?;
        answer.item().map(to_stored).transpose()
    }
}

impl Orders for OrdersTable {
    async fn find(&self, orders: &[OrderId], links: &[LinkKey]) -> Result<Found, Unavailable> {
        let mut found = Found::default();
        let keys = orders.iter().map(|id| id.as_str().to_owned()).chain(links.iter().map(link_pk));
        let keys: Vec<(&str, Item)> = keys.map(|pk| (self.table.as_str(), key(pk))).collect();
        if keys.is_empty() {
            return Ok(found);
        }
        for (_, item) in get(&self.client, keys).await? {
            let Some(pk) = item.get("pk").and_then(|pk| pk.as_s().ok()) else { continue };
            if let Some(link) = links.iter().find(|link| link_pk(link) == *pk) {
                found.links.insert(link.clone(), to_link(&item));
            } else if let Some(id) = OrderId::parse(pk) {
                found.orders.insert(id, to_stored(&item)?);
            }
        }
        Ok(found)
    }

    async fn write(
        &self,
        id: &OrderId,
        stored: &Stored,
        handles: &Handles,
        read: Option<u64>,
        now: Timestamp,
    ) -> Result<Written, Unavailable> {
        let put = self.client.put_item().table_name(&self.table).set_item(Some(from_stored(id, stored, handles, now)?));
        let put = match read {
            None => {
                put.condition_expression("attribute_not_exists(#pk)").set_expression_attribute_names(names(&["pk"]))
            }
            Some(v) => put
                .condition_expression("#v = :read")
                .set_expression_attribute_names(names(&["v"]))
                .set_expression_attribute_values(values([(":read", n(v))])),
        };
        let put = put.return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        match put.send().await {
            Ok(_) => Ok(Written::Done),
            Err(error) => match error.as_service_error() {
                Some(PutItemError::ConditionalCheckFailedException(lost)) => {
                    let there = lost.item().map(to_stored).transpose()?;
                    Ok(Written::Conflict(there.map(Box::new)))
                }
                _ => Err(unavailable(&error)),
            },
        }
    }

    async fn claim(&self, link: &LinkKey, order: &OrderId) -> Result<Link, Unavailable> {
        // A claimed name stays: its parked facts may go, so it has no time to live any more.
        let update = self.client.update_item().update_expression("ADD #orders :order REMOVE #expires");
        let update = update
            .set_expression_attribute_names(names(&["orders", "expires"]))
            .set_expression_attribute_values(values([(":order", AttributeValue::Ss(vec![order.to_string()]))]));
        self.linked(link, update).await
    }

    async fn park(&self, link: &LinkKey, delivery: &str, now: Timestamp) -> Result<Link, Unavailable> {
        let update = self.client.update_item().update_expression("ADD #parked :parked SET #expires = :expires");
        let update = update
            .condition_expression("attribute_not_exists(#parked) OR size(#parked) < :most OR contains(#parked, :one)")
            .set_expression_attribute_names(names(&["parked", "expires"]))
            .set_expression_attribute_values(values([
                (":parked", AttributeValue::Ss(vec![delivery.to_owned()])),
                (":one", s(delivery)),
                (":most", n(50)),
                (":expires", n((now + PARKED).as_second())),
            ]));
        let update = update.return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        let update =
            update.table_name(&self.table).set_key(Some(key(link_pk(link)))).return_values(ReturnValue::AllNew);
        match update.send().await {
            Ok(answer) => Ok(answer.attributes().map(to_link).unwrap_or_default()),
            Err(error) => match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(full)) => {
                    tracing::warn!(delivery, "a name has 50 parked facts already: this one is kept raw, unparked");
                    Ok(full.item().map(to_link).unwrap_or_default())
                }
                _ => Err(unavailable(&error)),
            },
        }
    }

    async fn unpark(&self, link: &LinkKey, deliveries: &BTreeSet<String>) -> Result<(), Unavailable> {
        if deliveries.is_empty() {
            return Ok(());
        }
        let gone = AttributeValue::Ss(deliveries.iter().cloned().collect());
        let update = self.client.update_item().update_expression("DELETE #parked :gone");
        let update = update
            .set_expression_attribute_names(names(&["parked"]))
            .set_expression_attribute_values(values([(":gone", gone)]));
        self.linked(link, update).await.map(|_| ())
    }

    async fn keep(&self, kept: &[(&Kept, Keeping)], now: Timestamp) -> Result<(), Unavailable> {
        self.keep_raw(kept, now).await
    }

    async fn raw(&self, digests: &BTreeSet<String>) -> Result<Vec<Kept>, Unavailable> {
        self.read_raw(digests).await
    }

    async fn heard(&self, source: &Source, now: Timestamp) -> Result<(), Unavailable> {
        self.note_heard(source, now).await
    }

    async fn hours(&self, source: &Source, now: Timestamp) -> Result<BTreeSet<i64>, Unavailable> {
        self.read_hours(source, now).await
    }
}

type Update = aws_sdk_dynamodb::operation::update_item::builders::UpdateItemFluentBuilder;

impl OrdersTable {
    async fn linked(&self, link: &LinkKey, update: Update) -> Result<Link, Unavailable> {
        let update =
            update.table_name(&self.table).set_key(Some(key(link_pk(link)))).return_values(ReturnValue::AllNew);
        let answer = update.send().await.map_err(|error| unavailable(&error))?;
        Ok(answer.attributes().map(to_link).unwrap_or_default())
    }
}

fn link_pk(link: &LinkKey) -> String {
    format!("link#{}#{}", link.shop, link.key.0)
}

fn to_link(item: &Item) -> Link {
    let orders = set(item, "orders").iter().filter_map(|id| OrderId::parse(id)).collect();
    Link { orders, parked: set(item, "parked") }
}
