//! Orders whose time has come: the sparse index that only orders with something due are in.

use domain::ids::OrderId;
use domain::ports::Unavailable;
use jiff::Timestamp;

use crate::calls::unavailable;
use crate::item::{n, names, s, values};
use crate::orders::OrdersTable;

/// Partitions of the index.
const PARTITIONS: u8 = 8;

impl OrdersTable {
    /// Orders that are due, the longest overdue first in each partition, at most `most` of each.
    pub async fn due(&self, now: Timestamp, most: i32) -> Result<Vec<OrderId>, Unavailable> {
        let mut due = Vec::new();
        for partition in 0..PARTITIONS {
            let asked = self
                .client
                .query()
                .table_name(&self.table)
                .index_name("due")
                .key_condition_expression("#due = :due AND #wake_at <= :now")
                .set_expression_attribute_names(names(&["due", "wake_at"]))
                .set_expression_attribute_values(values([
                    (":due", s(format!("due#{partition}"))),
                    (":now", n(now.as_millisecond())),
                ]))
                .limit(most);
            let answer = asked.send().await.map_err(|error| unavailable(&error))?;
            let ids = answer.items().iter().filter_map(|item| item.get("pk").and_then(|pk| pk.as_s().ok()));
            due.extend(ids.filter_map(|pk| OrderId::parse(pk)));
        }
        Ok(due)
    }
}
