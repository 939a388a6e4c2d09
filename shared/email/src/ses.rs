//! Amazon SES: hands a message over once and says what is known of it afterwards.

mod outcome;

use std::future::Future;
use std::time::Duration;

use aws_sdk_sesv2::Client;
use aws_sdk_sesv2::config::Builder;
use aws_sdk_sesv2::config::retry::RetryConfig;
use aws_sdk_sesv2::config::timeout::TimeoutConfig;
use aws_sdk_sesv2::primitives::Blob;
use aws_sdk_sesv2::types::{Body, Content, Destination, EmailContent, Message as Simple, MessageTag, RawMessage};
use domain::gate::Why;
use domain::ids::{IntentId, OrderId};
use domain::personal::Email;
use domain::situations::Class;
use jiff::SignedDuration;

use crate::compose::Message;

/// A try that takes longer has an unknown outcome; the function that tries lives longer.
const LONGEST: Duration = Duration::from_secs(8);
/// A question that mails wait for.
const SHORT: Duration = Duration::from_secs(2);
/// AWS's mailbox that accepts everything.
const SIMULATOR: &str = "success@simulator.amazonses.com";

/// What SES's events say a mail was.
#[derive(Clone, Debug)]
pub struct Tags {
    /// The shop, whose address the mail went to.
    pub shop: String,
    /// The order.
    pub order: OrderId,
    /// The intent.
    pub intent: IntentId,
    /// Which try, from 1.
    pub attempt: u32,
}

/// What is known after a try. Reasons hold a code and a request id, never an address.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// SES has it.
    Accepted {
        /// SES's id.
        ses_id: String,
    },
    /// SES refused it for a reason that passes.
    NotNow {
        /// Why.
        why: String,
        /// Whether every other mail would be refused as well.
        account: Option<Why>,
        /// How long to wait at least, if it is this mail alone.
        retry_after: SignedDuration,
    },
    /// SES will never take this message.
    Never {
        /// Why.
        why: String,
    },
    /// Whether SES has it cannot be known.
    Unknown {
        /// Why.
        why: String,
    },
}

/// What SES allows the account.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Account {
    /// Whether it may send at all.
    pub enabled: bool,
    /// Mails a second.
    pub rate: f64,
    /// Mails in 24 hours; nothing if there is no limit.
    pub daily: Option<f64>,
    /// Mails sent in the last 24 hours, by whomever in the account.
    pub sent: f64,
}

/// Whoever hands mails over.
pub trait Sender {
    /// What the account is allowed; nothing if that cannot be known.
    fn account(&self) -> impl Future<Output = Option<Account>> + Send;

    /// Hands a message over, once.
    fn send(&self, message: &Message, tags: &Tags) -> impl Future<Output = Outcome> + Send;

    /// Sends a tiny mail to AWS's own mailbox: its event, tagged `canary`, proves that events reach us.
    fn canary(&self, from: &Email, id: &str) -> impl Future<Output = Outcome> + Send;
}

/// SES of one account and region.
#[derive(Clone, Debug)]
pub struct Ses {
    client: Client,
    sets: Sets,
}

/// Configuration sets: their reputations are told apart, and the second can be paused alone.
#[derive(Clone, Debug)]
pub struct Sets {
    /// Of what customers and shops are told.
    pub telling: String,
    /// Of what customers are asked for.
    pub asking: String,
}

impl Ses {
    /// Its events go where the configuration sets say. A try is made once: what tries again must first know.
    pub fn new(config: &aws_types::SdkConfig, sets: Sets) -> Self {
        let timeouts = TimeoutConfig::builder().operation_timeout(LONGEST).operation_attempt_timeout(LONGEST).build();
        let config = Builder::from(config).retry_config(RetryConfig::disabled()).timeout_config(timeouts).build();
        Self { client: Client::from_conf(config), sets }
    }

    async fn hand_over(
        &self,
        set: &str,
        from: &str,
        to: &str,
        content: EmailContent,
        tags: Vec<Option<MessageTag>>,
    ) -> Outcome {
        let request = self
            .client
            .send_email()
            .from_email_address(from)
            .destination(Destination::builder().to_addresses(to).build())
            .content(content)
            .set_email_tags(Some(tags.into_iter().flatten().collect()))
            .configuration_set_name(set);
        outcome::of(request.send().await)
    }
}

impl Sender for Ses {
    async fn account(&self) -> Option<Account> {
        let timeouts = TimeoutConfig::builder().operation_timeout(SHORT).operation_attempt_timeout(SHORT).build();
        let asked = self.client.get_account().customize();
        let account = asked.config_override(Builder::new().timeout_config(timeouts)).send().await.ok()?;
        let quota = account.send_quota()?;
        Some(Account {
            enabled: account.sending_enabled(),
            rate: quota.max_send_rate(),
            daily: Some(quota.max24_hour_send()).filter(|most| *most >= 0.0),
            sent: quota.sent_last24_hours(),
        })
    }

    async fn send(&self, message: &Message, tags: &Tags) -> Outcome {
        let Ok(raw) = RawMessage::builder().data(Blob::new(message.raw.as_slice())).build() else {
            return Outcome::Never { why: "no message".to_owned() };
        };
        let content = EmailContent::builder().raw(raw).build();
        let asks = message.kind.class() == Class::Feedback;
        let set = if asks { &self.sets.asking } else { &self.sets.telling };
        let tags = vec![
            tag("shop", &tags.shop),
            tag("order", tags.order.as_str()),
            tag("intent", tags.intent.as_str()),
            tag("attempt", &tags.attempt.to_string()),
            // Mailbox providers count complaints by these, in `Feedback-ID`.
            tag("ses:feedback-id-a", message.kind.name()),
            tag("ses:feedback-id-b", &tags.shop),
        ];
        let outcome = self.hand_over(set, &message.from, message.to.reveal(), content, tags).await;
        if asks { outcome.of_a_set_of_its_own() } else { outcome }
    }

    async fn canary(&self, from: &Email, id: &str) -> Outcome {
        let text = |text: &str| Content::builder().data(text).charset("UTF-8").build().ok();
        let body = Body::builder().set_text(text("Events of this mail prove that the feedback path is alive.")).build();
        let message = Simple::builder().set_subject(text("canary")).body(body).build();
        let content = EmailContent::builder().simple(message).build();
        self.hand_over(&self.sets.telling, from.reveal(), SIMULATOR, content, vec![tag("canary", id)]).await
    }
}

/// Values may hold letters, digits, `_` and `-`; anything else would fail the whole mail.
fn tag(name: &str, value: &str) -> Option<MessageTag> {
    let fit = |c: char| if c.is_ascii_alphanumeric() || "_-".contains(c) { c } else { '_' };
    let value: String = value.chars().map(fit).take(256).collect();
    MessageTag::builder().name(name).value(value).build().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_hold_only_what_ses_takes() {
        let value = tag("canary", "a b@c/d-1_2").map(|tag| tag.value().to_owned());
        assert_eq!(value.as_deref(), Some("a_b_c_d-1_2"));
    }
}
