//! The bill of 1,000 orders at list price (us-east-1, November 2026, no free tier), from the calls of one.

use it::Call;

use crate::line;
use crate::order::Measured;

/// Dollars a million HTTP API requests, Lambda requests, SQS requests, SNS publishes.
const API: f64 = 1.00;
const INVOCATION: f64 = 0.20;
const QUEUE: f64 = 0.40;
const TOPIC: f64 = 0.50;
/// Dollars a million write and read units of DynamoDB on demand.
const WRITE: f64 = 0.625;
const READ: f64 = 0.125;
/// Dollars a GB-second on arm64, a GB of logs, a mail.
const GB_SECOND: f64 = 0.000_013_333_4;
const LOG_GB: f64 = 0.50;
const MAIL: f64 = 0.000_10;

/// Milliseconds that an invocation takes on AWS at 256 MB: its calls at 5 ms each, or SES at 130 ms.
const PER_CALL: f64 = 5.0;
const PER_SEND: f64 = 130.0;
/// Bytes of log an invocation writes, and Lambda's own three lines.
const LOG: f64 = 700.0;

/// Prints the bill.
pub(crate) fn print(order: &Measured) {
    let mails = count(order.mails);
    let webhooks = count(order.webhooks);
    let views = 2.0;
    let events = 2.0 * mails;
    let invocations = webhooks * 2.0 + mails + events + views;
    let calls: Vec<&Call> = order.calls().collect();
    let sends = calls.iter().filter(|call| call.action.starts_with("ses:")).count();
    let milliseconds = count(calls.len() - sends) * PER_CALL + count(sends) * PER_SEND;
    let sent: f64 = count(calls.iter().filter(|call| call.action.starts_with("sqs:SendMessage")).count());
    // Each message is also received and deleted, by the event source mapping.
    let messages = 3.0 * sent + 2.0 * events;
    let writes: f64 = calls.iter().map(|call| writes(call)).sum();
    let reads: f64 = calls.iter().map(|call| reads(call)).sum::<f64>() + views;

    let rows = [
        ("SES", mails * MAIL),
        ("DynamoDB", (writes * WRITE + reads * READ) / 1e6),
        ("SQS", messages * QUEUE / 1e6),
        ("SNS", events * TOPIC / 1e6),
        ("API Gateway", (webhooks + views) * API / 1e6),
        ("Lambda, requests", invocations * INVOCATION / 1e6),
        ("Lambda, 256 MB", milliseconds / 1e3 * 0.256 * GB_SECOND),
        ("logs", invocations * LOG / 1e9 * LOG_GB),
    ];
    line("| $ per 1,000 orders, nothing batched | |");
    line("|---|---|");
    for (what, dollars) in rows {
        line(&format!("| {what} | {:.4} |", dollars * 1e3));
    }
    line(&format!("| **all** | **{:.4}** |", rows.iter().map(|(_, dollars)| dollars * 1e3).sum::<f64>()));
    line("");
    line(&format!(
        "{writes} write units and {reads} read units an order; alarms and idle polling are in template.yaml."
    ));
}

#[expect(clippy::cast_precision_loss, reason = "small counts")]
fn count(count: usize) -> f64 {
    count as f64
}

/// Units are a kilobyte; a request's body is its items in JSON, binary in base64, so this errs upwards.
#[expect(clippy::cast_precision_loss, reason = "small counts")]
fn writes(call: &Call) -> f64 {
    match call.action.as_str() {
        "dynamodb:PutItem" | "dynamodb:BatchWriteItem" => (call.request_bytes as f64 * 0.8 / 1024.0).ceil(),
        "dynamodb:UpdateItem" => 1.0,
        _ => 0.0,
    }
}

/// Consistent reads: a unit is four kilobytes, and a key that is not there costs one.
#[expect(clippy::cast_precision_loss, reason = "small counts")]
fn reads(call: &Call) -> f64 {
    match call.action.as_str() {
        "dynamodb:GetItem" => (call.response_bytes as f64 / 4096.0).ceil().max(1.0),
        // A key is some 60 bytes of a request.
        "dynamodb:BatchGetItem" => (call.request_bytes as f64 / 90.0).ceil().max(1.0),
        _ => 0.0,
    }
}
