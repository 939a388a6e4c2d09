//! Amazon SES: hands a message over once and says what is known of it afterwards.

use std::future::Future;
use std::time::Duration;

use aws_sdk_sesv2::config::Builder;
use aws_sdk_sesv2::config::retry::RetryConfig;
use aws_sdk_sesv2::config::timeout::TimeoutConfig;
use aws_sdk_sesv2::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_sesv2::operation::RequestId;
use aws_sdk_sesv2::operation::send_email::{SendEmailError, SendEmailOutput};
use aws_sdk_sesv2::primitives::Blob;
use aws_sdk_sesv2::types::{Body, Content, Destination, EmailContent, Message as Simple, MessageTag, RawMessage};
use aws_sdk_sesv2::{Client, config::http::HttpResponse};
use domain::ids::{IntentId, OrderId};
use domain::personal::Email;
use jiff::SignedDuration;

use crate::compose::Message;

/// A try that takes longer has an unknown outcome; the function that tries lives longer.
const LONGEST: Duration = Duration::from_secs(8);
/// A sending rate recovers in seconds.
const SOON: SignedDuration = SignedDuration::from_secs(30);
/// Quotas, pauses and missing identities are put right by people.
const LATER: SignedDuration = SignedDuration::from_mins(15);
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
        /// How long to wait at least.
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

/// Whoever hands mails over.
pub trait Sender {
    /// Hands a message over, once.
    fn send(&self, message: &Message, tags: &Tags) -> impl Future<Output = Outcome> + Send;

    /// Sends a tiny mail to AWS's own mailbox: its event, tagged `canary`, proves that events reach us.
    fn canary(&self, from: &Email, id: &str) -> impl Future<Output = Outcome> + Send;
}

/// SES of one account and region.
#[derive(Clone, Debug)]
pub struct Ses {
    client: Client,
    configuration_set: String,
}

impl Ses {
    /// Its events go where `configuration_set` says. A try is made once: what tries again must first know.
    pub fn new(config: &aws_types::SdkConfig, configuration_set: impl Into<String>) -> Self {
        let timeouts = TimeoutConfig::builder().operation_timeout(LONGEST).operation_attempt_timeout(LONGEST).build();
        let config = Builder::from(config).retry_config(RetryConfig::disabled()).timeout_config(timeouts).build();
        Self { client: Client::from_conf(config), configuration_set: configuration_set.into() }
    }

    /// Opens the connection, so that the first event does not pay for it. SES refuses the question: no right is given
    /// for a warm-up.
    pub async fn touch(&self) {
        let _ = self.client.get_account().send().await;
    }

    async fn hand_over(&self, from: &str, to: &str, content: EmailContent, tags: Vec<Option<MessageTag>>) -> Outcome {
        let request = self
            .client
            .send_email()
            .from_email_address(from)
            .destination(Destination::builder().to_addresses(to).build())
            .content(content)
            .set_email_tags(Some(tags.into_iter().flatten().collect()))
            .configuration_set_name(&self.configuration_set);
        outcome(request.send().await)
    }
}

impl Sender for Ses {
    async fn send(&self, message: &Message, tags: &Tags) -> Outcome {
        let Ok(raw) = RawMessage::builder().data(Blob::new(message.raw.as_slice())).build() else {
            return Outcome::Never { why: "no message".to_owned() };
        };
        let content = EmailContent::builder().raw(raw).build();
        let tags = vec![
            tag("shop", &tags.shop),
            tag("order", tags.order.as_str()),
            tag("intent", tags.intent.as_str()),
            tag("attempt", &tags.attempt.to_string()),
            tag("ses:feedback-id-a", message.kind.name()),
        ];
        self.hand_over(&message.from, message.to.reveal(), content, tags).await
    }

    async fn canary(&self, from: &Email, id: &str) -> Outcome {
        let text = |text: &str| Content::builder().data(text).charset("UTF-8").build().ok();
        let body = Body::builder().set_text(text("Events of this mail prove that the feedback path is alive.")).build();
        let message = Simple::builder().set_subject(text("canary")).body(body).build();
        let content = EmailContent::builder().simple(message).build();
        self.hand_over(from.reveal(), SIMULATOR, content, vec![tag("canary", id)]).await
    }
}

/// Values may hold letters, digits, `_` and `-`; anything else would fail the whole mail.
fn tag(name: &str, value: &str) -> Option<MessageTag> {
    let fit = |c: char| if c.is_ascii_alphanumeric() || "_-".contains(c) { c } else { '_' };
    let value: String = value.chars().map(fit).take(256).collect();
    MessageTag::builder().name(name).value(value).build().ok()
}

fn outcome(answer: Result<SendEmailOutput, SdkError<SendEmailError, HttpResponse>>) -> Outcome {
    let error = match answer {
        Ok(output) => return output.message_id.map_or_else(no_id, |ses_id| Outcome::Accepted { ses_id }),
        Err(error) => error,
    };
    let why = why(&error);
    match &error {
        // The request was never made.
        SdkError::ConstructionFailure(_) => Outcome::NotNow { why, retry_after: SOON },
        SdkError::ServiceError(service) if service.raw().status().is_client_error() => refused(service.err(), why),
        _ => Outcome::Unknown { why },
    }
}

/// Only what SES's own description names, or a throttle at its door, is surely a refusal.
fn refused(error: &SendEmailError, why: String) -> Outcome {
    use SendEmailError as E;
    match error {
        E::TooManyRequestsException(_) if !daily(error) => Outcome::NotNow { why, retry_after: SOON },
        E::TooManyRequestsException(_)
        | E::LimitExceededException(_)
        | E::SendingPausedException(_)
        | E::AccountSuspendedException(_)
        | E::MessageRejected(_)
        | E::MailFromDomainNotVerifiedException(_)
        | E::NotFoundException(_) => Outcome::NotNow { why, retry_after: LATER },
        E::BadRequestException(_) => Outcome::Never { why },
        other if other.code().is_some_and(|code| code.starts_with("Throttl")) => {
            Outcome::NotNow { why, retry_after: SOON }
        }
        _ => Outcome::Unknown { why },
    }
}

fn daily(error: &SendEmailError) -> bool {
    error.message().is_some_and(|message| message.to_ascii_lowercase().contains("daily"))
}

fn no_id() -> Outcome {
    Outcome::Unknown { why: "accepted without an id".to_owned() }
}

/// A code and a request id: SES's own words may quote an address.
fn why(error: &SdkError<SendEmailError, HttpResponse>) -> String {
    let code = match error {
        SdkError::ConstructionFailure(_) => "not sent",
        SdkError::TimeoutError(_) => "timed out",
        SdkError::DispatchFailure(_) => "connection failed",
        SdkError::ResponseError(_) => "unreadable answer",
        SdkError::ServiceError(service) => service.err().code().unwrap_or("unnamed error"),
        _ => "unknown error",
    };
    let status = error.raw_response().map(|answer| format!(" ({})", answer.status().as_u16())).unwrap_or_default();
    let id = error.request_id().map(|id| format!(", request {id}")).unwrap_or_default();
    format!("{code}{status}{id}")
}

#[cfg(test)]
mod tests {
    use aws_sdk_sesv2::types::error::{
        AccountSuspendedException, BadRequestException, LimitExceededException, MailFromDomainNotVerifiedException,
        MessageRejected, NotFoundException, SendingPausedException, TooManyRequestsException,
    };
    use aws_smithy_types::body::SdkBody;

    use super::*;

    macro_rules! error {
        ($variant:ident) => {
            SendEmailError::$variant($variant::builder().message("Address ana@example.com is bad").build())
        };
    }

    fn answered(status: u16, error: SendEmailError) -> Outcome {
        let response = HttpResponse::new(status.try_into().expect("a status"), SdkBody::empty());
        outcome(Err(SdkError::service_error(error, response)))
    }

    fn unmodelled(code: &str) -> SendEmailError {
        SendEmailError::generic(aws_sdk_sesv2::error::ErrorMetadata::builder().code(code).build())
    }

    #[test]
    fn only_a_modelled_refusal_is_a_refusal() {
        let waits = |outcome: Outcome| match outcome {
            Outcome::NotNow { retry_after, .. } => Some(retry_after),
            _ => None,
        };
        assert_eq!(waits(answered(429, error!(TooManyRequestsException))), Some(SOON));
        assert_eq!(waits(answered(400, unmodelled("ThrottlingException"))), Some(SOON));
        for refusal in [
            error!(LimitExceededException),
            error!(SendingPausedException),
            error!(AccountSuspendedException),
            error!(MessageRejected),
            error!(MailFromDomainNotVerifiedException),
            error!(NotFoundException),
        ] {
            assert_eq!(waits(answered(400, refusal)), Some(LATER));
        }
        assert!(matches!(answered(400, error!(BadRequestException)), Outcome::Never { .. }));
    }

    #[test]
    fn what_may_have_been_sent_is_unknown() {
        for outcome in [
            answered(500, error!(TooManyRequestsException)),
            answered(503, unmodelled("ServiceUnavailable")),
            answered(403, unmodelled("SomethingNew")),
            outcome(Err(SdkError::timeout_error("slow"))),
            outcome(Ok(SendEmailOutput::builder().build())),
        ] {
            assert!(matches!(outcome, Outcome::Unknown { .. }), "{outcome:?}");
        }
        assert!(matches!(outcome(Err(SdkError::construction_failure("no"))), Outcome::NotNow { .. }));
    }

    #[test]
    fn reasons_hold_no_address() {
        let Outcome::Never { why } = answered(400, error!(BadRequestException)) else { panic!("a refusal") };
        assert!(!why.contains('@') && why.contains("400"), "{why}");
    }

    #[test]
    fn tags_hold_only_what_ses_takes() {
        let value = tag("canary", "a b@c/d-1_2").map(|tag| tag.value().to_owned());
        assert_eq!(value.as_deref(), Some("a_b_c_d-1_2"));
    }
}
