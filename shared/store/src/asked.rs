//! Who was asked for something, and when: at most one question a customer in so many days.

use domain::ids::IntentId;
use domain::ports::{AddressKey, Asked, Unavailable};
use jiff::Timestamp;

use crate::item::{VERSION, n, names, s, values};
use crate::mails::{LIFE, MailsTable, met, pair};

impl Asked for MailsTable {
    async fn ask(
        &self,
        address: &AddressKey,
        intent: &IntentId,
        since: Timestamp,
        now: Timestamp,
    ) -> Result<bool, Unavailable> {
        let item = pair((&format!("asked#{}", address.shop), &address.hash));
        let update = self.client.update_item().table_name(&self.table).set_key(Some(item));
        let update = update
            .update_expression("SET #at = :now, #intent = :intent, #v = :v, #expires = :expires")
            .condition_expression("attribute_not_exists(#at) OR #at <= :since OR #intent = :intent")
            .set_expression_attribute_names(names(&["at", "intent", "v", "expires"]))
            .set_expression_attribute_values(values([
                (":now", n(now.as_millisecond())),
                (":since", n(since.as_millisecond())),
                (":intent", s(intent.as_str())),
                (":v", n(VERSION)),
                (":expires", n((now + LIFE).as_second())),
            ]));
        met(update.send().await)
    }
}
