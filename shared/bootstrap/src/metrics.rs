//! The figures that alarms and dashboards use, as embedded metrics in the log.
//!
//! A metric costs $0.30 a month, by the hours in which it is written: three are written every day (`DeliveriesKept`,
//! `DeliveriesRefused`, `MailsSent`), the others when something is the matter, at $0.0004 an hour.
//! No shop, provider or kind is a dimension: each combination would cost $0.30 a month. They are fields of log lines.

use std::io::Write;
use std::sync::OnceLock;

use jiff::Timestamp;

/// A figure.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Metric {
    /// Webhooks that were proved and kept.
    DeliveriesKept,
    /// Webhooks that were refused: not genuine, or stale.
    DeliveriesRefused,
    /// Genuine webhooks that we could not read: kept raw and dead-lettered.
    DeliveriesUnread,
    /// Changes at a source that no webhook brought, found by comparing; and each run in which a source could not be compared,
    /// or was silent though it usually speaks.
    ChangesMissed,
    /// Facts that wait for the order that they belong to.
    FactsParked,
    /// What a person of the shop has to put right: orders with money that does not cover them, and mails that went out as they
    /// are built in because the shop's own design fails. One figure, because it is one alarm.
    OrdersHeld,
    /// Mails that SES accepted.
    MailsSent,
    /// Mails that cannot be sent: no address, or a suppressed one.
    MailsHeld,
    /// Sends of which nobody knows yet whether SES accepted them.
    SendsAmbiguous,
    /// Ambiguous sends that an event of SES settled: they went out.
    SendsHeardOf,
    /// Ambiguous sends that were sent again, because SES's events are proved to come back and theirs did not.
    SendsRepeated,
    /// Ambiguous sends that were given up: better missed than doubled, or no news any more.
    SendsGivenUp,
    /// Mails wait for long because SES takes none, or because sending has stopped by itself.
    SendingStopped,
    /// Hard bounces and complaints.
    MailsBounced,
    /// Ambiguous sends that wait because SES's events do not come back.
    FeedbackSilent,
}

/// Who takes figures.
pub type Sink = fn(Metric, usize);

static SINK: OnceLock<Sink> = OnceLock::new();

/// From now on `sink` takes the figures of this process, and the log has none. Only the first call has an effect.
pub fn give_to(sink: Sink) {
    let _ = SINK.set(sink);
}

/// Writes a figure as one line of CloudWatch's embedded metric format.
pub fn count(metric: Metric, count: usize, now: Timestamp) {
    if count == 0 {
        return;
    }
    if let Some(sink) = SINK.get() {
        return sink(metric, count);
    }
    let name = format!("{metric:?}");
    let line = serde_json::json!({
        "_aws": {
            "Timestamp": now.as_millisecond(),
            "CloudWatchMetrics": [{
                "Namespace": "Tidings",
                "Dimensions": [["stack"]],
                "Metrics": [{"Name": name, "Unit": "Count"}],
            }],
        },
        "stack": std::env::var("STACK").unwrap_or_default(),
        name.as_str(): count,
    });
    let _ = writeln!(std::io::stdout(), "{line}");
}
