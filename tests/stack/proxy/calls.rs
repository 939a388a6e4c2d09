//! What each AWS call was: who called, for what, how large.

use std::collections::BTreeSet;
use std::time::Instant;

use http_body_util::BodyExt;
use hyper::body::Body;
use hyper::header::AUTHORIZATION;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;

use super::{Answer, Proxy, Received, lock};
use crate::now;

/// One AWS call of a function.
#[derive(Clone, Debug, Serialize)]
pub struct Call {
    /// When it came.
    pub at: Timestamp,
    /// The logical id of the calling function.
    pub function: String,
    /// As IAM names it, such as `dynamodb:UpdateItem`.
    pub action: String,
    /// The table, queue or parameter; several are joined by a comma.
    pub resource: String,
    /// Names of what is watched that the request is about.
    pub about: Vec<String>,
    /// The SDK's count, 1 at first.
    pub attempt: u32,
    /// Whether the local AWS did it, whatever the function was then told.
    pub served: bool,
    /// What the function was told; 0 if nothing.
    pub status: u16,
    /// The name of the error that AWS answered with.
    pub error: Option<String>,
    /// Bytes of the request's body.
    pub request_bytes: u64,
    /// Bytes of the answer's body.
    pub response_bytes: u64,
    /// How long it took here.
    pub milliseconds: u64,
    /// The fault that hit it.
    pub fault: Option<String>,
}

impl Call {
    /// Fills in what the caller was told.
    pub(super) fn end(&mut self, began: Instant, answer: Option<&Answer>) {
        self.milliseconds = began.elapsed().as_millis().try_into().unwrap_or(u64::MAX);
        self.status = answer.map_or(0, |answer| answer.status().as_u16());
        self.response_bytes = answer.and_then(|answer| answer.body().size_hint().exact()).unwrap_or_default();
    }
}

impl Proxy {
    /// Names of what is watched, by the words of the request. Words end where base64 could not go on.
    fn about(&self, request: &Received) -> Vec<String> {
        let watched = lock(&self.watched);
        if watched.is_empty() {
            return Vec::new();
        }
        let body = String::from_utf8_lossy(&request.body);
        let words = body.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '+' | '/' | '=' | '_'));
        let names: BTreeSet<&String> = words.filter_map(|word| watched.get(word)).collect();
        names.into_iter().cloned().collect()
    }

    pub(super) fn meter(&self, request: &Received) -> Call {
        Call {
            at: now(),
            function: self.function(&request.headers),
            action: action(request),
            resource: resource(request),
            about: self.about(request),
            attempt: attempt(request),
            served: false,
            status: 0,
            error: None,
            request_bytes: request.body.len().try_into().unwrap_or(u64::MAX),
            response_bytes: 0,
            milliseconds: 0,
            fault: None,
        }
    }
}

/// What went wrong, as AWS names it.
pub(super) async fn error(answer: &Answer) -> Option<String> {
    if answer.status().is_success() {
        return None;
    }
    let body = answer.body().clone().collect().await.map(http_body_util::Collected::to_bytes).ok()?;
    let body: Value = serde_json::from_slice(&body).unwrap_or_default();
    let header = answer.headers().get("x-amzn-errortype").and_then(|value| value.to_str().ok());
    let named = body["__type"].as_str().or(header);
    named.map(|name| name.rsplit('#').next().unwrap_or(name).to_owned())
}

fn header<'a>(request: &'a Received, name: &str) -> Option<&'a str> {
    request.headers.get(name)?.to_str().ok()
}

fn action(request: &Received) -> String {
    // Credential=KEY/DATE/REGION/SERVICE/aws4_request
    let scope = header(request, AUTHORIZATION.as_str()).and_then(|text| text.split("Credential=").nth(1));
    let service = scope.and_then(|scope| scope.split('/').nth(3)).unwrap_or("unsigned");
    let name = match (header(request, "x-amz-target"), request.uri.path()) {
        (Some(target), _) => target.rsplit('.').next().unwrap_or(target).to_owned(),
        (None, "/v2/email/outbound-emails") => "SendEmail".to_owned(),
        (None, path) => format!("{} {path}", request.method),
    };
    format!("{service}:{name}")
}

fn resource(request: &Received) -> String {
    let body: Value = serde_json::from_slice(&request.body).unwrap_or_default();
    let text = |name: &str| body[name].as_str();
    if let Some(items) = body["RequestItems"].as_object() {
        return items.keys().cloned().collect::<Vec<_>>().join(",");
    }
    if let Some(items) = body["TransactItems"].as_array() {
        let one = |item: &Value| Some(item.as_object()?.values().next()?["TableName"].as_str()?.to_owned());
        return items.iter().filter_map(one).collect::<Vec<_>>().join(",");
    }
    let queue = text("QueueUrl").and_then(|url| url.rsplit('/').next());
    queue.or(text("TableName")).or(text("Name")).or(text("ConfigurationSetName")).unwrap_or_default().to_owned()
}

fn attempt(request: &Received) -> u32 {
    let retry = header(request, "amz-sdk-request").and_then(|text| text.split("attempt=").nth(1));
    retry.and_then(|text| text.split(';').next()?.trim().parse().ok()).unwrap_or(1)
}
