//! What SES tells of mails, into the ledger.

use std::collections::{BTreeMap, BTreeSet};

use aws_sdk_dynamodb::types::ReturnValue;
use domain::ids::IntentId;
use domain::ledger::{Seen, Suppression};
use domain::ports::{AddressKey, Feedback, Suppress, Unavailable};
use domain::reputation::{Harm, hour};
use jiff::Timestamp;

use crate::calls::{Item, unavailable};
use crate::canaries::CANARY;
use crate::entries::seen_attribute;
use crate::gates::{GATE, attribute, to_reputation};
use crate::item::{VERSION, n, names, s, values};
use crate::mails::{LIFE, MailsTable, ignoring_lost_condition, pair, suppressed};

impl Suppress for MailsTable {
    async fn suppress(&self, address: &AddressKey, why: Suppression, at: Timestamp) -> Result<(), Unavailable> {
        let update = self.client.update_item().table_name(&self.table).set_key(Some(suppressed(address)));
        let mut given = values([(":reason", s(why.name())), (":at", n(at.as_millisecond())), (":v", n(VERSION))]);
        // What is there already may only become stronger.
        let condition = match why {
            Suppression::OptedOut => Some("attribute_not_exists(#reason)"),
            Suppression::Complaint => Some("attribute_not_exists(#reason) OR #reason IN (:reason, :weaker)"),
            Suppression::HardBounce => None,
        };
        if let (Suppression::Complaint, Some(given)) = (why, given.as_mut()) {
            given.insert(":weaker".to_owned(), s(Suppression::OptedOut.name()));
        }
        let update = update
            .update_expression("SET #reason = :reason, #at = :at, #v = :v")
            .set_condition_expression(condition.map(str::to_owned))
            .set_expression_attribute_names(names(&["reason", "at", "v"]))
            .set_expression_attribute_values(given);
        ignoring_lost_condition(update.send().await)
    }
}

impl Feedback for MailsTable {
    async fn see(
        &self,
        intent: &IntentId,
        seen: &BTreeMap<Seen, Timestamp>,
        ses_id: &str,
    ) -> Result<BTreeSet<Seen>, Unavailable> {
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
            .set_key(Some(pair((intent.order().as_str(), intent.as_str()))))
            .update_expression(format!("SET {}", sets.join(", ")))
            .set_expression_attribute_names(names(&[&attributes[..], &["expires"]].concat()))
            .set_expression_attribute_values(Some(given))
            .return_values(ReturnValue::UpdatedOld);
        let answer = update.send().await.map_err(|error| unavailable(&error))?;
        let known = |seen: &Seen| answer.attributes().is_some_and(|old| old.contains_key(seen_attribute(*seen)));
        Ok(seen.keys().filter(|seen| !known(seen)).copied().collect())
    }

    async fn harmed(&self, harm: Harm, now: Timestamp) -> Result<(), Unavailable> {
        let name = attribute(harm, hour(now));
        let update = self.client.update_item().table_name(&self.table).set_key(Some(pair(GATE)));
        let update = update
            .update_expression(format!("ADD #{name} :one"))
            .set_expression_attribute_names(names(&[&name]))
            .set_expression_attribute_values(values([(":one", n(1))]))
            .return_values(ReturnValue::AllNew);
        let answer = update.send().await.map_err(|error| unavailable(&error))?;
        let reputation = answer.attributes().map(to_reputation).unwrap_or_default();
        let old: Vec<String> = reputation.outdated(now).map(|(harm, hour)| attribute(harm, hour)).collect();
        if old.is_empty() {
            return Ok(());
        }
        let old: Vec<&str> = old.iter().map(String::as_str).collect();
        let removed: Vec<String> = old.iter().map(|name| format!("#{name}")).collect();
        let update = self.client.update_item().table_name(&self.table).set_key(Some(pair(GATE)));
        let update = update
            .update_expression(format!("REMOVE {}", removed.join(", ")))
            .set_expression_attribute_names(names(&old));
        // What stays is removed at the next time; it does not count any more.
        let _ = update.send().await;
        Ok(())
    }

    async fn canary_back(&self, sent_at: Timestamp) -> Result<(), Unavailable> {
        let update = self.client.update_item().table_name(&self.table).set_key(Some(pair(CANARY)));
        let update = update
            .update_expression("SET #back = :sent")
            .condition_expression("attribute_not_exists(#back) OR #back < :sent")
            .set_expression_attribute_names(names(&["back"]))
            .set_expression_attribute_values(values([(":sent", n(sent_at.as_millisecond()))]));
        ignoring_lost_condition(update.send().await)
    }
}
