//! Canaries: mails to nobody that prove that SES's events come back.

use domain::ports::{Canaries, Canary, Unavailable};
use jiff::Timestamp;

use crate::calls::unavailable;
use crate::item::{n, names, time, values};
use crate::mails::{MailsTable, ignoring_lost_condition, met, pair};

/// The one item: `sent` when somebody was about to send one, `out` when SES took it, `back` when its event came.
pub(crate) const CANARY: (&str, &str) = ("feedback", "canary");

impl Canaries for MailsTable {
    async fn feedback_alive(&self) -> Result<Canary, Unavailable> {
        let asked = self.client.get_item().table_name(&self.table).set_key(Some(pair(CANARY)));
        let answer = asked.consistent_read(true).send().await.map_err(|error| unavailable(&error))?;
        let item = answer.item().cloned().unwrap_or_default();
        Ok(Canary { sent_at: time(&item, "out"), back_from: time(&item, "back") })
    }

    async fn send_canary(&self, now: Timestamp, since: Timestamp) -> Result<bool, Unavailable> {
        let update = self.client.update_item().table_name(&self.table).set_key(Some(pair(CANARY)));
        let update = update
            .update_expression("SET #sent = :now")
            .condition_expression("attribute_not_exists(#sent) OR #sent < :since")
            .set_expression_attribute_names(names(&["sent"]))
            .set_expression_attribute_values(values([
                (":now", n(now.as_millisecond())),
                (":since", n(since.as_millisecond())),
            ]));
        met(update.send().await)
    }

    async fn canary_sent(&self, at: Timestamp, accepted: bool) -> Result<(), Unavailable> {
        let update = self.client.update_item().table_name(&self.table).set_key(Some(pair(CANARY)));
        let update = update
            .update_expression(if accepted { "SET #out = :at" } else { "REMOVE #sent" })
            .condition_expression("#sent = :at")
            .set_expression_attribute_names(names(if accepted { &["sent", "out"] } else { &["sent"] }))
            .set_expression_attribute_values(values([(":at", n(at.as_millisecond()))]));
        ignoring_lost_condition(update.send().await)
    }
}
