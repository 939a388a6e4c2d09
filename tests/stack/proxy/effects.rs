//! What a broken call meets.

use std::time::Duration;

use hyper::StatusCode;
use hyper::header::HeaderValue;
use serde_json::json;

use super::{Answer, Call, Dropped, Effect, Proxy, Received, peer, text};

impl Proxy {
    /// Does what a fault says. An answer replaces AWS's; `None` leaves the call as it is.
    pub(super) async fn break_call(
        &self,
        effect: &Effect,
        call: &Call,
        request: &Received,
    ) -> Result<Option<Answer>, Dropped> {
        match effect {
            Effect::Kill => {
                peer::kill(request.peer);
                Err(Dropped)
            }
            Effect::Drop => Err(Dropped),
            Effect::Delay(milliseconds) => {
                tokio::time::sleep(Duration::from_millis(*milliseconds)).await;
                Ok(None)
            }
            Effect::Fail { status, error } => Ok(Some(failure(*status, error))),
            Effect::Throttle => {
                let (status, error) = too_many(&call.action);
                Ok(Some(failure(status, error)))
            }
            // Whoever forwards it does so twice.
            Effect::Duplicate => Ok(None),
        }
    }
}

/// How a service says that it is asked too often.
fn too_many(action: &str) -> (u16, &'static str) {
    match action.split(':').next() {
        Some("dynamodb") => (400, "ProvisionedThroughputExceededException"),
        Some("sqs") => (400, "RequestThrottled"),
        Some("ses") => (429, "TooManyRequestsException"),
        _ => (400, "ThrottlingException"),
    }
}

/// An error as all JSON services of AWS write it: the name in the body and in a header.
fn failure(status: u16, error: &str) -> Answer {
    let body = json!({"__type": error, "message": "failed on demand"}).to_string();
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut answer = text(status, "application/x-amz-json-1.0", &body);
    if let Ok(error) = HeaderValue::from_str(error) {
        answer.headers_mut().insert("x-amzn-errortype", error);
    }
    answer
}
