//! What SES tells of mails, into the ledger.

use std::collections::BTreeMap;

use domain::ids::IntentId;
use domain::ledger::Seen;
use domain::ports::{AddressKey, Feedback, Unavailable};
use jiff::Timestamp;

use crate::calls::{Item, unavailable};
use crate::item::{VERSION, n, names, s, values};
use crate::mails::{CANARY, LIFE, MailsTable, pair, seen_attribute, suppressed};

impl Feedback for MailsTable {
    async fn see(&self, intent: &IntentId, seen: &BTreeMap<Seen, Timestamp>, ses_id: &str) -> Result<(), Unavailable> {
        let attributes: Vec<&str> = seen.keys().map(|seen| seen_attribute(*seen)).chain(["ses_id"]).collect();
        let mut sets: Vec<String> = attributes.iter().map(|name| format!("#{name} = :{name}")).collect();
        // Heard of before it was noted, or after: an entry ends with the others.
        sets.push("#expires = if_not_exists(#expires, :expires)".to_owned());
        let newest = seen.values().max().copied().unwrap_or_default();
        let mut given: Item =
            seen.iter().map(|(seen, at)| (format!(":{}", seen_attribute(*seen)), n(at.as_millisecond()))).collect();
        given.insert(":ses_id".to_owned(), s(ses_id));
        given.insert(":expires".to_owned(), n((newest + LIFE).as_second()));
        let update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(pair(intent.order().as_str(), intent.as_str())))
            .update_expression(format!("SET {}", sets.join(", ")))
            .set_expression_attribute_names(names(&[&attributes[..], &["expires"]].concat()))
            .set_expression_attribute_values(Some(given));
        update.send().await.map(|_| ()).map_err(|error| unavailable(&error))
    }

    async fn suppress(&self, address: &AddressKey, reason: &str, at: Timestamp) -> Result<(), Unavailable> {
        let mut item = suppressed(address);
        item.insert("reason".to_owned(), s(reason));
        item.insert("at".to_owned(), n(at.as_millisecond()));
        item.insert("v".to_owned(), n(VERSION));
        let put = self.client.put_item().table_name(&self.table).set_item(Some(item));
        put.send().await.map(|_| ()).map_err(|error| unavailable(&error))
    }

    async fn canary_back(&self, sent_at: Timestamp) -> Result<(), Unavailable> {
        let update = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(pair(CANARY.0, CANARY.1)))
            .update_expression("SET #back = :sent")
            .condition_expression("attribute_not_exists(#back) OR #back < :sent")
            .set_expression_attribute_names(names(&["back"]))
            .set_expression_attribute_values(values([(":sent", n(sent_at.as_millisecond()))]));
        match update.send().await {
            Ok(_) => Ok(()),
            Err(error) => match error.as_service_error() {
                Some(aws_sdk_dynamodb::operation::update_item::UpdateItemError::ConditionalCheckFailedException(_)) => {
                    Ok(())
                }
                _ => Err(unavailable(&error)),
            },
        }
    }
}
