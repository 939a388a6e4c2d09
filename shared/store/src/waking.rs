//! Orders whose time has come: the sparse index that only orders with something due are in, and how far the clock came.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use domain::ids::OrderId;
use domain::ports::Unavailable;
use domain::waking::{Ask, Cursor, Cursors, Due, Page};
use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp};

use crate::calls::{Item, unavailable};
use crate::item::{due_key, key, n, names, s, text, time, values};
use crate::mails::MailsTable;
use crate::orders::OrdersTable;

/// The cursor's item.
const CURSOR: (&str, &str) = ("clock", "cursor");

impl Due for OrdersTable {
    async fn due(&self, asks: &[Ask]) -> Vec<Result<Page, Unavailable>> {
        join_all(asks.iter().map(|ask| self.page(ask))).await
    }
}

impl OrdersTable {
    async fn page(&self, ask: &Ask) -> Result<Page, Unavailable> {
        let mut page = Page::default();
        let (from, mut start) = match &ask.after.after {
            // Only the index knows what comes after this one; the order itself may have left the index.
            Some(order) => (ask.after.at, Some(start_key(ask.lane, ask.after.at, order))),
            None => (ask.after.at + SignedDuration::from_millis(1), None),
        };
        if from > ask.to {
            return Ok(page);
        }
        // A page of DynamoDB ends after 1 MB too.
        while page.orders.len() < ask.most {
            let left = ask.most - page.orders.len();
            let asked = self
                .client
                .query()
                .table_name(&self.table)
                .index_name("due")
                .key_condition_expression("#due = :due AND #wake_at BETWEEN :from AND :to")
                .set_expression_attribute_names(names(&["due", "wake_at"]))
                .set_expression_attribute_values(values([
                    (":due", s(due_key(ask.lane))),
                    (":from", n(from.as_millisecond())),
                    (":to", n(ask.to.as_millisecond())),
                ]))
                .set_exclusive_start_key(start)
                .limit(i32::try_from(left).unwrap_or(i32::MAX));
            let answer = asked.send().await.map_err(|error| unavailable(&error))?;
            page.orders.extend(answer.items().iter().filter_map(waiting));
            start = answer.last_evaluated_key;
            if start.is_none() {
                return Ok(page);
            }
        }
        page.more = true;
        Ok(page)
    }
}

fn waiting(item: &HashMap<String, AttributeValue>) -> Option<(Timestamp, OrderId)> {
    Some((time(item, "wake_at")?, OrderId::parse(text(item, "pk")?)?))
}

fn start_key(lane: usize, at: Timestamp, order: &OrderId) -> Item {
    let mut start = key(order.as_str());
    start.insert("due".to_owned(), s(due_key(lane)));
    start.insert("wake_at".to_owned(), n(at.as_millisecond()));
    start
}

impl Cursors for MailsTable {
    async fn cursor(&self) -> Result<Option<(u64, Cursor)>, Unavailable> {
        self.place(CURSOR).await
    }

    async fn move_cursor(&self, turn: Option<u64>, cursor: &Cursor) -> Result<bool, Unavailable> {
        self.move_place(CURSOR, turn, cursor).await
    }
}
