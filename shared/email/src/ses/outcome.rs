//! What is known of a mail after SES answered, or did not.

use aws_sdk_sesv2::config::http::HttpResponse;
use aws_sdk_sesv2::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_sesv2::operation::RequestId;
use aws_sdk_sesv2::operation::send_email::{SendEmailError, SendEmailOutput};
use domain::gate::Why;
use jiff::SignedDuration;

use super::Outcome;

/// A request that was never made may be made again.
const SOON: SignedDuration = SignedDuration::from_secs(30);
/// Missing identities are put right by people.
const LATER: SignedDuration = SignedDuration::from_mins(15);

/// What is asked may be paused alone: nobody waits for it, so it comes back by the hour.
const PAUSED: SignedDuration = SignedDuration::from_hours(1);

impl Outcome {
    /// Of a mail with a configuration set of its own: that it is paused says nothing of other mails. If the account is, they
    /// will find out.
    pub(super) fn of_a_set_of_its_own(self) -> Self {
        match self {
            Self::NotNow { why, account: Some(Why::Paused), .. } => {
                Self::NotNow { why, account: None, retry_after: PAUSED }
            }
            other => other,
        }
    }
}

pub(super) fn of(answer: Result<SendEmailOutput, SdkError<SendEmailError, HttpResponse>>) -> Outcome {
    let error = match answer {
        Ok(output) => return output.message_id.map_or_else(no_id, |ses_id| Outcome::Accepted { ses_id }),
        Err(error) => error,
    };
    let why = why(&error);
    match &error {
        // The request was never made.
        SdkError::ConstructionFailure(_) => Outcome::NotNow { why, account: None, retry_after: SOON },
        SdkError::ServiceError(service) if service.raw().status().is_client_error() => refused(service.err(), why),
        _ => Outcome::Unknown { why },
    }
}

/// Only what SES's own description names, or a throttle at its door, is surely a refusal.
fn refused(error: &SendEmailError, why: String) -> Outcome {
    use SendEmailError as E;
    let account = match error {
        E::TooManyRequestsException(_) if daily(error) => Some(Why::Quota),
        E::TooManyRequestsException(_) => Some(Why::Rate),
        E::LimitExceededException(_) => Some(Why::Quota),
        E::SendingPausedException(_) | E::AccountSuspendedException(_) => Some(Why::Paused),
        // One shop's sender, or one customer's address while the account is in the sandbox: others may be sent.
        E::MessageRejected(_) | E::MailFromDomainNotVerifiedException(_) | E::NotFoundException(_) => None,
        E::BadRequestException(_) => return Outcome::Never { why },
        other if other.code().is_some_and(|code| code.starts_with("Throttl")) => Some(Why::Rate),
        _ => return Outcome::Unknown { why },
    };
    Outcome::NotNow { why, account, retry_after: LATER }
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
        of(Err(SdkError::service_error(error, response)))
    }

    fn unmodelled(code: &str) -> SendEmailError {
        SendEmailError::generic(aws_sdk_sesv2::error::ErrorMetadata::builder().code(code).build())
    }

    #[test]
    fn only_a_modelled_refusal_is_a_refusal() {
        let refuses = |outcome: Outcome| match outcome {
            Outcome::NotNow { account, .. } => Some(account),
            _ => None,
        };
        for (status, error, account) in [
            (429, error!(TooManyRequestsException), Some(Why::Rate)),
            (400, unmodelled("ThrottlingException"), Some(Why::Rate)),
            (400, error!(LimitExceededException), Some(Why::Quota)),
            (400, error!(SendingPausedException), Some(Why::Paused)),
            (400, error!(AccountSuspendedException), Some(Why::Paused)),
            (400, error!(MessageRejected), None),
            (400, error!(MailFromDomainNotVerifiedException), None),
            (400, error!(NotFoundException), None),
        ] {
            assert_eq!(refuses(answered(status, error)), Some(account));
        }
        let said = aws_sdk_sesv2::error::ErrorMetadata::builder().message("Daily message quota exceeded.").build();
        let daily = TooManyRequestsException::builder().meta(said).build();
        let daily = SendEmailError::TooManyRequestsException(daily);
        assert_eq!(refuses(answered(429, daily)), Some(Some(Why::Quota)));
        assert!(matches!(answered(400, error!(BadRequestException)), Outcome::Never { .. }));
    }

    #[test]
    fn a_pause_of_what_is_asked_closes_the_gate_for_nothing_else() {
        let paused = || answered(400, error!(SendingPausedException));
        assert!(matches!(paused(), Outcome::NotNow { account: Some(Why::Paused), .. }));
        assert!(matches!(paused().of_a_set_of_its_own(), Outcome::NotNow { account: None, .. }));
        let quota = answered(400, error!(LimitExceededException));
        assert_eq!(quota.clone().of_a_set_of_its_own(), quota, "the account's own limits are everybody's");
    }

    #[test]
    fn what_may_have_been_sent_is_unknown() {
        for unknown in [
            answered(500, error!(TooManyRequestsException)),
            answered(503, unmodelled("ServiceUnavailable")),
            answered(403, unmodelled("SomethingNew")),
            of(Err(SdkError::timeout_error("slow"))),
            of(Ok(SendEmailOutput::builder().build())),
        ] {
            assert!(matches!(unknown, Outcome::Unknown { .. }), "{unknown:?}");
        }
        assert!(matches!(of(Err(SdkError::construction_failure("no"))), Outcome::NotNow { .. }));
    }

    #[test]
    fn reasons_hold_no_address() {
        let Outcome::Never { why } = answered(400, error!(BadRequestException)) else { panic!("a refusal") };
        assert!(!why.contains('@') && why.contains("400"), "{why}");
    }
}
