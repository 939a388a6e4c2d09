//! What the tables and the mails say of an order: nothing lost, nothing doubled, every intent ended.

use anyhow::Result;
use domain::ids::OrderId;
use serde::Serialize;
use serde_json::{Value, json};

use super::Step;
use super::life::{Beat, Life};
use crate::{Stack, now};

/// What became of a step.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Verdict {
    /// Mails, pages and looks that never came.
    pub lost: u32,
    /// Mails that came more than once.
    pub doubled: u32,
    /// Mails that were told once, but not by the first try.
    pub sent_again: u32,
}

/// Judges every step of a life that is at rest.
pub(super) async fn judge(stack: &Stack, life: &Life) -> Result<Vec<Verdict>> {
    let ledger = ledger(stack, &life.order).await?;
    Ok(life.beats.iter().map(|beat| verdict(stack, life, beat, &ledger)).collect())
}

fn verdict(stack: &Stack, life: &Life, beat: &Beat, ledger: &[Value]) -> Verdict {
    let told = stack.told(&life.order);
    let mut verdict = Verdict::default();
    for kind in beat.step.kinds() {
        let count = u32::try_from(told.iter().filter(|mail| mail.kind == *kind).count()).unwrap_or(u32::MAX);
        let open = ledger.iter().any(|entry| of(entry, kind) && !closed(entry));
        verdict.lost += u32::from(count == 0 || open);
        verdict.doubled += count.saturating_sub(1);
        verdict.sent_again += u32::from(count == 1 && told.iter().any(|mail| mail.kind == *kind && mail.attempt > 1));
    }
    if beat.step.kinds().is_empty() {
        verdict.lost += u32::from(!beat.ended);
    }
    // What no step calls for is told once too often. It counts where life ends, as nobody knows what caused it.
    let last = life.beats.last().is_some_and(|last| std::ptr::eq(last, beat));
    let called_for = |kind: &str| Step::ALL.iter().any(|step| step.kinds().contains(&kind));
    if last {
        let others = told.iter().filter(|mail| !called_for(&mail.kind)).count();
        verdict.doubled += u32::try_from(others).unwrap_or(u32::MAX);
    }
    verdict
}

/// Whether all that a step calls for has come to its end, SES's events included.
pub(super) async fn ended(stack: &Stack, order: &OrderId, step: Step) -> bool {
    let Ok(ledger) = ledger(stack, order).await else { return false };
    let arrived =
        |entry: &Value| entry.get("seen_delivery").is_some() || state(entry) == "held" || state(entry) == "given_up";
    step.kinds().iter().all(|kind| ledger.iter().any(|entry| of(entry, kind) && arrived(entry)))
}

async fn ledger(stack: &Stack, order: &OrderId) -> Result<Vec<Value>> {
    let query = json!({
        "TableName": stack.resources().id("MailsTable"), "ConsistentRead": true,
        "KeyConditionExpression": "pk = :pk", "ExpressionAttributeValues": {":pk": {"S": order.as_str()}},
    });
    let mut answer = stack.aws().json("DynamoDB_20120810.Query", &query).await?;
    Ok(answer["Items"].as_array_mut().map(std::mem::take).unwrap_or_default())
}

fn of(entry: &Value, kind: &str) -> bool {
    entry["kind"]["S"] == kind
}

fn state(entry: &Value) -> &str {
    entry["st"]["S"].as_str().unwrap_or_default()
}

/// Nothing is to be done any more: SES has it, or it says why not.
fn closed(entry: &Value) -> bool {
    let seen = entry.as_object().is_some_and(|entry| entry.keys().any(|name| name.starts_with("seen_")));
    seen || matches!(state(entry), "sent" | "held" | "given_up" | "untold")
}

/// The order's version; 0 if there is none.
pub(super) async fn version(stack: &Stack, order: &OrderId) -> u64 {
    number(stack, order, "v").await.unwrap_or_default().try_into().unwrap_or_default()
}

/// Whether the clock still has to look at it.
pub(super) async fn due(stack: &Stack, order: &OrderId) -> bool {
    number(stack, order, "wake_at").await.is_some_and(|at| at <= now().as_millisecond())
}

async fn number(stack: &Stack, order: &OrderId, attribute: &str) -> Option<i64> {
    let key = json!({"pk": {"S": order.as_str()}});
    let get = json!({
        "TableName": stack.resources().id("OrdersTable"), "Key": key, "ConsistentRead": true,
        "ProjectionExpression": "#a", "ExpressionAttributeNames": {"#a": attribute},
    });
    let answer = stack.aws().json("DynamoDB_20120810.GetItem", &get).await.ok()?;
    answer["Item"][attribute]["N"].as_str()?.parse().ok()
}

/// Makes it time to look at an order again.
pub(super) async fn make_due(stack: &Stack, order: &OrderId) -> Result<()> {
    // As `store` spreads them.
    let partition = format!("due#{}", order.as_str().bytes().last().unwrap_or_default() % 8);
    let at = (now().as_millisecond() - 1_000).to_string();
    let update = json!({
        "TableName": stack.resources().id("OrdersTable"), "Key": {"pk": {"S": order.as_str()}},
        "ConditionExpression": "attribute_exists(pk)",
        "UpdateExpression": "SET #d = :d, #w = :w", "ExpressionAttributeNames": {"#d": "due", "#w": "wake_at"},
        "ExpressionAttributeValues": {":d": {"S": partition}, ":w": {"N": at}},
    });
    stack.aws().json("DynamoDB_20120810.UpdateItem", &update).await.map(|_| ())
}
