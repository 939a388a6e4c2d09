//! SES's events, as far as we use them.
//!
//! <https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html>

use std::collections::BTreeMap;

use domain::ids::IntentId;
use domain::ledger::{Seen, Suppression};
use domain::personal::{Email, Personal};
use domain::reputation::Harm;
use jiff::Timestamp;
use serde::Deserialize;

/// One event.
#[derive(Deserialize, Debug)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Event {
    #[serde(rename = "eventType")]
    what: String,
    mail: Mail,
    bounce: Option<Bounce>,
    complaint: Option<Complaint>,
    delivery: Option<Timed>,
}

#[derive(Deserialize, Debug)]
#[serde(rename_all = "camelCase")]
struct Mail {
    timestamp: Timestamp,
    message_id: String,
    #[serde(default)]
    tags: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize, Debug)]
#[serde(rename_all = "camelCase")]
struct Bounce {
    #[serde(default, rename = "bounceType")]
    lasting: String,
    #[serde(default, rename = "bounceSubType")]
    detail: String,
    #[serde(default)]
    bounced_recipients: Vec<Recipient>,
    timestamp: Option<Timestamp>,
}

#[derive(Deserialize, Debug)]
#[serde(rename_all = "camelCase")]
struct Complaint {
    #[serde(default)]
    complained_recipients: Vec<Recipient>,
    timestamp: Option<Timestamp>,
}

#[derive(Deserialize, Debug)]
struct Timed {
    timestamp: Option<Timestamp>,
}

#[derive(Deserialize, Debug)]
#[serde(rename_all = "camelCase")]
struct Recipient {
    email_address: Personal<String>,
}

impl Event {
    /// What it says of a mail; nothing for kinds that we do not ask for.
    pub(crate) fn seen(&self) -> Option<Seen> {
        match self.what.as_str() {
            "Send" => Some(Seen::Send),
            "Delivery" => Some(Seen::Delivery),
            "Reject" | "Rendering Failure" => Some(Seen::Reject),
            "Bounce" if self.is_lasting() => Some(Seen::Bounce),
            // A full mailbox, or an answer that its owner is away: the mail may have arrived, and the next one may.
            "Bounce" | "DeliveryDelay" => Some(Seen::Delay),
            "Complaint" => Some(Seen::Complaint),
            _ => None,
        }
    }

    /// Refused for good.
    fn is_lasting(&self) -> bool {
        self.bounce.as_ref().is_some_and(|bounce| bounce.lasting == "Permanent")
    }

    pub(crate) fn at(&self) -> Timestamp {
        let of_bounce = self.bounce.as_ref().and_then(|bounce| bounce.timestamp);
        let of_complaint = self.complaint.as_ref().and_then(|complaint| complaint.timestamp);
        let of_delivery = self.delivery.as_ref().and_then(|delivery| delivery.timestamp);
        of_bounce.or(of_complaint).or(of_delivery).unwrap_or(self.mail.timestamp)
    }

    pub(crate) fn ses_id(&self) -> &str {
        &self.mail.message_id
    }

    pub(crate) fn intent(&self) -> Option<IntentId> {
        self.tag("intent").and_then(IntentId::from_tag)
    }

    pub(crate) fn shop(&self) -> Option<&str> {
        self.tag("shop")
    }

    /// When the canary that this tells of was sent.
    pub(crate) fn canary(&self) -> Option<Timestamp> {
        self.tag("canary")?.parse().ok().and_then(|millis| Timestamp::from_millisecond(millis).ok())
    }

    /// Addresses that not every mail may go to any more, and why.
    pub(crate) fn suppressed(&self) -> Option<(Vec<Email>, Suppression)> {
        let addresses = |all: &[Recipient]| all.iter().filter_map(|r| address(r.email_address.reveal())).collect();
        match (&self.bounce, &self.complaint) {
            (Some(bounce), _) if bounce.lasting == "Permanent" => {
                Some((addresses(&bounce.bounced_recipients), Suppression::HardBounce))
            }
            (_, Some(complaint)) => Some((addresses(&complaint.complained_recipients), Suppression::Complaint)),
            _ => None,
        }
    }

    /// What it does to the account's reputation. What SES did not even try, because its own list has the address, does
    /// nothing.
    pub(crate) fn harm(&self) -> Option<Harm> {
        match (&self.bounce, &self.complaint) {
            (Some(bounce), _) if bounce.lasting == "Permanent" => {
                (bounce.detail != "OnAccountSuppressionList").then_some(Harm::Bounce)
            }
            (_, Some(_)) => Some(Harm::Complaint),
            _ => None,
        }
    }

    fn tag(&self, name: &str) -> Option<&str> {
        self.mail.tags.get(name).and_then(|values| values.first()).map(String::as_str)
    }
}

/// SES writes recipients as they stood in the header: bare, or behind a name.
fn address(text: &str) -> Option<Email> {
    let bare = text.rsplit_once('<').map_or(text, |(_, rest)| rest.trim_end_matches('>'));
    Email::parse(bare).ok()
}
