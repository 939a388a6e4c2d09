//! How far somebody came: one item each, which of two that move it at once only one may.

use aws_sdk_dynamodb::operation::put_item::PutItemError;
use domain::ports::Unavailable;
use domain::reconciling::{Progress, Progresses};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::calls::unavailable;
use crate::item::{VERSION, n, names, number, s, text, values};
use crate::mails::{MailsTable, pair};

/// The key under which each source's progress is.
const RECONCILE: &str = "reconcile";

impl MailsTable {
    /// Where somebody is, and how often that was moved; nothing if he never began.
    pub(crate) async fn place<T: DeserializeOwned>(&self, at: (&str, &str)) -> Result<Option<(u64, T)>, Unavailable> {
        let asked = self.client.get_item().table_name(&self.table).set_key(Some(pair(at)));
        let answer = asked.consistent_read(true).send().await.map_err(|error| unavailable(&error))?;
        let Some(item) = answer.item() else { return Ok(None) };
        if number::<u32>(item, "v").unwrap_or(VERSION) > VERSION {
            return Err(Unavailable::new("a cursor", "newer code wrote it: deploy that here too"));
        }
        let broken = || Unavailable::new("a cursor", "it cannot be read: delete its item, and it begins anew");
        let turn = number(item, "turn").ok_or_else(broken)?;
        let place = text(item, "cursor").and_then(|text| serde_json::from_str(text).ok()).ok_or_else(broken)?;
        Ok(Some((turn, place)))
    }

    /// Moves it, if it was moved exactly so often.
    pub(crate) async fn move_place<T: Serialize>(
        &self,
        at: (&str, &str),
        turn: Option<u64>,
        place: &T,
    ) -> Result<bool, Unavailable> {
        let text = serde_json::to_string(place).map_err(|_| Unavailable::new("a cursor", "it cannot be written"))?;
        let mut item = pair(at);
        item.insert("v".to_owned(), n(VERSION));
        item.insert("turn".to_owned(), n(turn.map_or(0, |turn| turn + 1)));
        item.insert("cursor".to_owned(), s(text));
        let put = self.client.put_item().table_name(&self.table).set_item(Some(item));
        let put = match turn {
            None => {
                put.condition_expression("attribute_not_exists(#pk)").set_expression_attribute_names(names(&["pk"]))
            }
            Some(turn) => put
                .condition_expression("#turn = :turn")
                .set_expression_attribute_names(names(&["turn"]))
                .set_expression_attribute_values(values([(":turn", n(turn))])),
        };
        match put.send().await {
            Ok(_) => Ok(true),
            Err(error) => match error.as_service_error() {
                Some(PutItemError::ConditionalCheckFailedException(_)) => Ok(false),
                _ => Err(unavailable(&error)),
            },
        }
    }
}

impl Progresses for MailsTable {
    async fn progress(&self, source: &str) -> Result<Option<(u64, Progress)>, Unavailable> {
        self.place((RECONCILE, source)).await
    }

    async fn advance(&self, source: &str, turn: Option<u64>, progress: &Progress) -> Result<bool, Unavailable> {
        self.move_place((RECONCILE, source), turn, progress).await
    }
}
