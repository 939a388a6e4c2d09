//! When sources were heard: an item a day and source, with the hours of that day.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use aws_sdk_dynamodb::types::AttributeValue;
use domain::fact::Source;
use domain::ports::Unavailable;
use domain::silence::{DAYS, hour};
use jiff::{SignedDuration, Timestamp};

use crate::calls::{get, unavailable};
use crate::item::{key, n, names, values};
use crate::orders::OrdersTable;

/// What this process has noted: one write an hour and source is enough.
#[derive(Clone, Debug, Default)]
pub(crate) struct Noted(Arc<Mutex<HashMap<Source, i64>>>);

impl Noted {
    fn is(&self, source: &Source, hour: i64) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(source) == Some(&hour)
    }

    fn note(&self, source: &Source, hour: i64) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(source.clone(), hour);
    }
}

fn name(source: &Source, hour: i64) -> String {
    format!("heard#{}#{}", source.as_str(), hour.div_euclid(24))
}

impl OrdersTable {
    pub(crate) async fn note_heard(&self, source: &Source, now: Timestamp) -> Result<(), Unavailable> {
        let hour = hour(now);
        if self.noted.is(source, hour) {
            return Ok(());
        }
        let expires = now + SignedDuration::from_hours(24 * (DAYS + 2));
        let update = self.client.update_item().table_name(&self.table).set_key(Some(key(name(source, hour))));
        let update = update
            .update_expression("ADD #hours :hour SET #expires = :expires")
            .set_expression_attribute_names(names(&["hours", "expires"]))
            .set_expression_attribute_values(values([
                (":hour", AttributeValue::Ns(vec![hour.to_string()])),
                (":expires", n(expires.as_second())),
            ]));
        update.send().await.map_err(|error| unavailable(&error))?;
        self.noted.note(source, hour);
        Ok(())
    }

    pub(crate) async fn read_hours(&self, source: &Source, now: Timestamp) -> Result<BTreeSet<i64>, Unavailable> {
        let now = hour(now);
        let keys = (0..=DAYS).map(|day| (self.table.as_str(), key(name(source, now - day * 24)))).collect();
        let items = get(&self.client, keys).await?;
        let hours = items.iter().filter_map(|(_, item)| item.get("hours")?.as_ns().ok()).flatten();
        Ok(hours.filter_map(|hour| hour.parse().ok()).filter(|hour| *hour > now - DAYS * 24).collect())
    }
}
