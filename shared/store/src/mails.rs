//! The mails table: the ledger of what became of each intent. Beside it suppressed addresses, canaries and the gate.

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{ReturnValue, ReturnValuesOnConditionCheckFailure};
use aws_types::SdkConfig;
use domain::ids::{IntentId, OrderId};
use domain::ledger::{Entry, Ledger, State, Suppression};
use domain::ports::{AddressKey, Claim, Claimed, Looked, Mails, ReadLedger, Unavailable};
use domain::situations::Kind;
use jiff::{SignedDuration, Timestamp};

use crate::calls::{Item, get, unavailable};
use crate::canaries::CANARY;
use crate::entries::{UNSEEN, entry, with_seen, written};
use crate::gates::{GATE, to_gate, to_reputation};
use crate::item::{VERSION, key, n, names, number, s, text, to_stored, values};

/// Entries outlive every mail that could still be told by far.
pub(crate) const LIFE: SignedDuration = SignedDuration::from_hours(400 * 24);

/// The table of mails; the sender also reads orders, in the same call.
#[derive(Clone, Debug)]
pub struct MailsTable {
    pub(crate) client: Client,
    pub(crate) table: String,
    orders: String,
}

impl MailsTable {
    /// The tables that the template names.
    pub fn new(aws: &SdkConfig, table: String, orders: String) -> Self {
        Self::with_client(Client::new(aws), table, orders)
    }

    /// Tables behind a client of the caller's, for tests.
    pub fn with_client(client: Client, table: String, orders: String) -> Self {
        Self { client, table, orders }
    }

    /// Opens the connection, so that the first event does not pay for it.
    pub async fn touch(&self) {
        let _ = self.client.get_item().table_name(&self.table).set_key(Some(pair(CANARY))).send().await;
    }

    /// Why an address is suppressed for its shop, for whoever only reads.
    pub async fn suppression(&self, address: &AddressKey) -> Result<Option<Suppression>, Unavailable> {
        let asked = self.client.get_item().table_name(&self.table).set_key(Some(suppressed(address)));
        let answer = asked.consistent_read(true).send().await.map_err(|error| unavailable(&error))?;
        Ok(answer.item().map(|item| Suppression::parse(text(item, "reason").unwrap_or_default())))
    }

    fn update(&self, intent: &IntentId) -> Update {
        self.client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(pair((intent.order().as_str(), intent.as_str()))))
    }
}

type Update = aws_sdk_dynamodb::operation::update_item::builders::UpdateItemFluentBuilder;

impl ReadLedger for MailsTable {
    async fn entries(&self, intents: &[IntentId]) -> Result<Ledger, Unavailable> {
        let keys: Vec<(&str, Item)> =
            intents.iter().map(|i| (self.table.as_str(), pair((i.order().as_str(), i.as_str())))).collect();
        if keys.is_empty() {
            return Ok(Ledger::new());
        }
        get(&self.client, keys).await?.iter().filter_map(|(_, item)| entry(item).transpose()).collect()
    }
}

impl Mails for MailsTable {
    async fn look(
        &self,
        order: &OrderId,
        intents: &[IntentId],
        address: Option<&AddressKey>,
    ) -> Result<Looked, Unavailable> {
        let mut keys = vec![(self.orders.as_str(), key(order.as_str()))];
        keys.extend(intents.iter().map(|i| (self.table.as_str(), pair((i.order().as_str(), i.as_str())))));
        keys.extend(address.map(|address| (self.table.as_str(), suppressed(address))));
        keys.push((self.table.as_str(), pair(GATE)));
        let mut looked = Looked::default();
        for (table, item) in get(&self.client, keys).await? {
            if table == self.orders {
                looked.stored = Some(to_stored(&item)?);
            } else if text(&item, "pk").is_some_and(|pk| pk.starts_with("suppressed#")) {
                looked.suppressed = Some(Suppression::parse(text(&item, "reason").unwrap_or_default()));
            } else if text(&item, "pk") == Some(GATE.0) {
                looked.gate = to_gate(&item)?;
                looked.reputation = to_reputation(&item);
            } else if let Some((intent, entry)) = entry(&item)? {
                looked.ledger.insert(intent, entry);
            }
        }
        Ok(looked)
    }

    async fn claim(&self, claim: &Claim) -> Result<Claimed, Unavailable> {
        // Untold, owed, or the very claim that is taken over; never what ended or what SES was heard of.
        let free = "attribute_not_exists(#st) OR #st IN (:untold, :owed)";
        let condition = match &claim.over {
            None => format!("({free}) AND {UNSEEN}"),
            Some(_) => format!("({free} OR (#st = :claimed AND #token = :over)) AND {UNSEEN}"),
        };
        let mut given = values([
            (":claimed", s("claimed")),
            (":untold", s("untold")),
            (":owed", s("owed")),
            (":token", s(&claim.token)),
            (":at", n(claim.at.as_millisecond())),
            (":kind", s(claim.kind.name())),
            (":said", s(serde_json::to_string(&claim.said).unwrap_or_default())),
            (":v", n(VERSION)),
            (":one", n(1)),
            (":expires", n((claim.at + LIFE).as_second())),
        ]);
        if let (Some(over), Some(given)) = (&claim.over, given.as_mut()) {
            given.insert(":over".to_owned(), s(over));
        }
        let set = "SET #st = :claimed, #token = :token, #at = :at, #kind = :kind, #said = :said, #v = :v, \
                   #expires = :expires ADD #attempts :one";
        let update = self
            .update(&claim.intent)
            .update_expression(set)
            .condition_expression(condition)
            .set_expression_attribute_names(with_seen(&[
                "st", "token", "at", "kind", "said", "v", "expires", "attempts",
            ]))
            .set_expression_attribute_values(given)
            .return_values(ReturnValue::UpdatedNew)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        match update.send().await {
            Ok(answer) => {
                Ok(Claimed::Ours { attempt: answer.attributes().and_then(|a| number(a, "attempts")).unwrap_or(1) })
            }
            Err(error) => match error.as_service_error() {
                Some(UpdateItemError::ConditionalCheckFailedException(lost)) => lost_claim(claim, lost.item()),
                _ => Err(unavailable(&error)),
            },
        }
    }

    async fn settle(&self, claim: &Claim, state: &State, now: Timestamp) -> Result<(), Unavailable> {
        let (name, detail) = written(state);
        let update = self
            .update(&claim.intent)
            .update_expression("SET #st = :st, #detail = :detail, #ended = :now")
            .condition_expression("#st = :claimed AND #token = :token")
            .set_expression_attribute_names(names(&["st", "detail", "ended", "token"]))
            .set_expression_attribute_values(values([
                (":st", s(name)),
                (":detail", s(detail)),
                (":now", n(now.as_millisecond())),
                (":claimed", s("claimed")),
                (":token", s(&claim.token)),
            ]));
        ignoring_lost_condition(update.send().await)
    }

    async fn note(
        &self,
        intent: &IntentId,
        kind: Kind,
        state: &State,
        reason: &str,
        now: Timestamp,
    ) -> Result<(), Unavailable> {
        let (name, detail) = written(state);
        let detail = if detail.is_empty() { reason.to_owned() } else { detail };
        let set = "SET #st = :st, #detail = :detail, #why = :why, #ended = :now, #kind = :kind, #v = :v, \
                   #expires = :expires";
        let update = self
            .update(intent)
            .update_expression(set)
            .condition_expression(format!("(attribute_not_exists(#st) OR #st IN (:untold, :owed)) AND {UNSEEN}"))
            .set_expression_attribute_names(with_seen(&["st", "detail", "why", "ended", "kind", "v", "expires"]))
            .set_expression_attribute_values(values([
                (":st", s(name)),
                (":detail", s(detail)),
                (":why", s(reason)),
                (":now", n(now.as_millisecond())),
                (":kind", s(kind.name())),
                (":v", n(VERSION)),
                (":untold", s("untold")),
                (":owed", s("owed")),
                (":expires", n((now + LIFE).as_second())),
            ]));
        ignoring_lost_condition(update.send().await)
    }
}

/// A failed condition that returns our token is our own claim, made by a call whose answer was lost.
fn lost_claim(claim: &Claim, item: Option<&Item>) -> Result<Claimed, Unavailable> {
    let Some(item) = item else { return Ok(Claimed::Theirs(Entry::default())) };
    let (_, entry) = entry(item)?.unwrap_or((claim.intent.clone(), Entry::default()));
    match &entry.state {
        State::Claimed { token, .. } if *token == claim.token && entry.seen.is_none() => {
            Ok(Claimed::Ours { attempt: entry.attempts })
        }
        _ => Ok(Claimed::Theirs(entry)),
    }
}

pub(crate) fn ignoring_lost_condition<T, R>(
    result: Result<T, aws_sdk_dynamodb::error::SdkError<UpdateItemError, R>>,
) -> Result<(), Unavailable> {
    met(result).map(|_| ())
}

/// Whether a condition was met.
pub(crate) fn met<T, R>(
    result: Result<T, aws_sdk_dynamodb::error::SdkError<UpdateItemError, R>>,
) -> Result<bool, Unavailable> {
    match result {
        Ok(_) => Ok(true),
        Err(error) => match error.as_service_error() {
            Some(UpdateItemError::ConditionalCheckFailedException(_)) => Ok(false),
            _ => Err(unavailable(&error)),
        },
    }
}

pub(crate) fn pair((pk, sk): (&str, &str)) -> Item {
    let mut item = key(pk);
    item.insert("sk".to_owned(), s(sk));
    item
}

pub(crate) fn suppressed(address: &AddressKey) -> Item {
    pair((&format!("suppressed#{}", address.shop), &address.hash))
}
