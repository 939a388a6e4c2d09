//! Every order, or those of a month: for whoever replays them, not for a function.

use domain::ids::OrderId;
use domain::ports::Unavailable;

use crate::calls::{Item, unavailable};
use crate::item::{names, s, text, values};
use crate::orders::OrdersTable;

impl OrdersTable {
    /// Orders, placed in one month (`2026-10`) or ever, at most so many. Reads the table from its start until it has them.
    pub async fn list(&self, month: Option<&str>, most: usize) -> Result<Vec<OrderId>, Unavailable> {
        let mut orders = Vec::new();
        let mut from: Option<Item> = None;
        loop {
            let asked = self.client.scan().table_name(&self.table).set_exclusive_start_key(from);
            let asked = match month {
                None => asked
                    .filter_expression("attribute_exists(#headline)")
                    .projection_expression("#pk")
                    .set_expression_attribute_names(names(&["headline", "pk"])),
                Some(month) => asked
                    .filter_expression("#month = :month")
                    .projection_expression("#pk")
                    .set_expression_attribute_names(names(&["month", "pk"]))
                    .set_expression_attribute_values(values([(":month", s(month))])),
            };
            let answer = asked.send().await.map_err(|error| unavailable(&error))?;
            orders.extend(answer.items().iter().filter_map(|item| OrderId::parse(text(item, "pk")?)));
            from = answer.last_evaluated_key().cloned();
            if from.is_none() || orders.len() >= most {
                orders.truncate(most);
                return Ok(orders);
            }
        }
    }
}
