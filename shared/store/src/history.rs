//! All that the mails table keeps of an order: for whoever asks what became of a mail, not for who decides.

use std::collections::BTreeMap;

use domain::ids::{IntentId, OrderId};
use domain::ledger::{History, State};
use domain::ports::{ReadHistory, Unavailable};
use domain::situations::Kind;

use crate::calls::{Item, unavailable};
use crate::entries::{SEEN, entry};
use crate::item::{names, s, text, time, values};
use crate::mails::MailsTable;

impl ReadHistory for MailsTable {
    async fn history(&self, order: &OrderId) -> Result<BTreeMap<IntentId, History>, Unavailable> {
        let mut all = BTreeMap::new();
        let mut from = None;
        loop {
            let asked = self
                .client
                .query()
                .table_name(&self.table)
                .consistent_read(true)
                .key_condition_expression("#pk = :order")
                .set_expression_attribute_names(names(&["pk"]))
                .set_expression_attribute_values(values([(":order", s(order.as_str()))]))
                .set_exclusive_start_key(from);
            let answer = asked.send().await.map_err(|error| unavailable(&error))?;
            for item in answer.items() {
                all.extend(history(item)?);
            }
            from = answer.last_evaluated_key().cloned();
            if from.is_none() {
                return Ok(all);
            }
        }
    }
}

fn history(item: &Item) -> Result<Option<(IntentId, History)>, Unavailable> {
    let Some((intent, entry)) = entry(item)? else { return Ok(None) };
    let open = matches!(entry.state, State::Claimed { .. });
    let (ses_id, reason) = match &entry.state {
        State::Sent { ses_id, .. } => (Some(ses_id.clone()), None),
        State::Held { reason } | State::GivenUp { reason } => (None, Some(reason.clone())),
        State::Untold => (None, text(item, "detail").filter(|why| !why.is_empty()).map(str::to_owned)),
        State::Owed { .. } | State::Claimed { .. } => (None, None),
    };
    let history = History {
        kind: text(item, "kind").and_then(Kind::named),
        token: text(item, "token").map(str::to_owned),
        claimed_at: time(item, "at"),
        ended_at: time(item, "ended").filter(|_| !open),
        reason,
        ses_id: ses_id.or_else(|| text(item, "ses_id").map(str::to_owned)),
        seen: SEEN.iter().filter_map(|(seen, name)| Some((*seen, time(item, name)?))).collect(),
        entry,
    };
    Ok(Some((intent, history)))
}
