//! The events that SES publishes about a mail, which the local AWS does not.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use anyhow::{Context, Result};
use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::{Mail, Proxy};
use crate::now;

/// How long after `Send` a mail has arrived or failed.
const TRANSIT: Duration = Duration::from_millis(100);

impl Proxy {
    /// Publishes all that SES would say about a mail, to the topic of its configuration set.
    pub(super) async fn publish(self: Arc<Self>, mail: Mail) {
        let Some(deployed) = self.deployed.get() else { return };
        if !deployed.configuration_sets.contains(&mail.configuration_set) {
            return;
        }
        for event in events(&mail) {
            if !self.events.load(Ordering::Relaxed) {
                return;
            }
            if let Err(error) = self.publish_event(&event).await {
                eprintln!("an SES event could not be published: {error:#}");
            }
            tokio::time::sleep(TRANSIT).await;
        }
    }

    /// Publishes one event as it is.
    pub(crate) async fn publish_event(&self, event: &Value) -> Result<()> {
        let topic = &self.deployed.get().context("nothing is deployed")?.topic;
        let event = event.to_string();
        let parameters = [("Action", "Publish"), ("Version", "2010-03-31"), ("TopicArn", topic), ("Message", &event)];
        self.aws.query("sns", &parameters).await?;
        Ok(())
    }
}

/// `Send`, then what the mailbox simulator's address asks for, by default `Delivery`.
fn events(mail: &Mail) -> Vec<Value> {
    let simulated = mail.to.strip_suffix("@simulator.amazonses.com").unwrap_or_default();
    let name = simulated.split('+').next().unwrap_or_default();
    let kinds: &[&str] = match name {
        "bounce" | "suppressionlist" => &["Bounce"],
        "complaint" => &["Delivery", "Complaint"],
        _ => &["Delivery"],
    };
    let subtype = if name == "bounce" { "General" } else { "OnAccountSuppressionList" };
    ["Send"].iter().chain(kinds).map(|kind| event(mail, kind, subtype)).collect()
}

/// One event as SES writes it.
pub(crate) fn event(mail: &Mail, kind: &str, bounce_subtype: &str) -> Value {
    let now = time(now());
    let recipients: Vec<_> = mail.to.split(", ").collect();
    let part = match kind {
        "Send" => json!({}),
        "Bounce" => json!({
            "feedbackId": format!("feedback-{}", mail.id),
            "bounceType": "Permanent",
            "bounceSubType": bounce_subtype,
            "bouncedRecipients": recipients.iter().map(|address| json!({
                "emailAddress": address, "action": "failed", "status": "5.1.1",
                "diagnosticCode": "smtp; 550 5.1.1 user unknown",
            })).collect::<Vec<_>>(),
            "timestamp": now,
            "reportingMTA": "dns; a1-2.smtp-out.amazonses.com",
        }),
        "Complaint" => json!({
            "feedbackId": format!("feedback-{}", mail.id),
            "complaintSubType": null,
            "complainedRecipients": recipients.iter().map(|address| json!({"emailAddress": address})).collect::<Vec<_>>(),
            "timestamp": now,
            "userAgent": "Amazon SES Mailbox Simulator",
            "complaintFeedbackType": "abuse",
            "arrivalDate": now,
        }),
        _ => json!({
            "timestamp": now,
            "processingTimeMillis": TRANSIT.as_millis(),
            "recipients": recipients,
            "smtpResponse": "250 2.6.0 Message received",
            "reportingMTA": "a1-2.smtp-out.amazonses.com",
        }),
    };
    let mut whole = json!({"eventType": kind, "mail": about(mail, &recipients)});
    whole[key(kind)] = part;
    whole
}

/// `DeliveryDelay` is told in `deliveryDelay`.
fn key(kind: &str) -> String {
    kind.chars().take(1).flat_map(char::to_lowercase).chain(kind.chars().skip(1)).collect()
}

fn about(mail: &Mail, recipients: &[&str]) -> Value {
    let mut tags: Map<String, Value> = mail.tags.iter().map(|(name, value)| (name.clone(), json!([value]))).collect();
    let domain = mail.from.trim_end_matches('>').rsplit('@').next().unwrap_or_default();
    let own = [
        ("ses:configuration-set", mail.configuration_set.as_str()),
        ("ses:source-ip", "127.0.0.1"),
        ("ses:from-domain", domain),
        ("ses:caller-identity", "email-sender"),
        ("ses:source-tls-version", "TLSv1.3"),
    ];
    tags.extend(own.map(|(name, value)| (name.to_owned(), json!([value]))));
    let headers: Vec<_> = mail.headers.iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
    let sender = mail.from.rsplit('<').next().unwrap_or_default().trim_end_matches('>');
    json!({
        "timestamp": time(mail.at),
        "source": mail.from,
        "sourceArn": format!("arn:aws:ses:us-east-1:000000000000:identity/{sender}"),
        "sendingAccountId": "000000000000",
        "messageId": mail.id,
        "destination": recipients,
        "headersTruncated": false,
        "headers": headers,
        "commonHeaders": {"from": [mail.from], "to": recipients, "messageId": mail.id, "subject": mail.subject},
        "tags": tags,
    })
}

fn time(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
}
