//! Signed calls to the local AWS, for set-up and for tests that look inside.

use anyhow::{Context, Result, bail};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::now;

const REGION: &str = "us-east-1";
/// Both the key and the secret of the local AWS's root user.
pub(crate) const ROOT: &str = "test";

/// Who calls.
#[derive(Clone)]
pub(crate) struct Credentials {
    key: String,
    secret: String,
    token: Option<String>,
}

impl Credentials {
    fn root() -> Self {
        Self { key: ROOT.to_owned(), secret: ROOT.to_owned(), token: None }
    }

    /// What `MiniStack` gives to a function, made from the ARNs of the function and of its role.
    pub(crate) fn session(function: &str, role: &str) -> Self {
        let digest = |text: String| hex::encode(Sha256::digest(text));
        let base = digest(format!("{function}:{role}"));
        let key = format!("ASIA{}", base[..16].to_uppercase());
        Self { key, secret: digest(format!("secret:{base}")), token: Some(digest(format!("token:{base}"))) }
    }

    /// The access key.
    pub(crate) fn key(&self) -> &str {
        &self.key
    }
}

/// The local AWS, called without an SDK, so that all of its services look alike.
#[derive(Clone)]
pub struct Aws {
    endpoint: String,
    credentials: Credentials,
    client: reqwest::Client,
}

struct Request<'a> {
    service: &'a str,
    method: &'a str,
    path: &'a str,
    content_type: &'a str,
    target: Option<&'a str>,
    body: String,
}

impl Aws {
    pub(crate) fn new(endpoint: &str) -> Self {
        Self { endpoint: endpoint.to_owned(), credentials: Credentials::root(), client: client() }
    }

    /// The same service, called by somebody else.
    pub(crate) fn with(&self, credentials: Credentials) -> Self {
        Self { credentials, ..self.clone() }
    }

    /// The same caller at another endpoint.
    pub(crate) fn through(&self, endpoint: &str) -> Self {
        Self { endpoint: endpoint.to_owned(), ..self.clone() }
    }

    /// The endpoint URL, for an SDK.
    #[must_use]
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// Calls a service that speaks JSON by target, such as `AmazonSQS.ReceiveMessage` or `DynamoDB_20120810.Scan`.
    pub async fn json(&self, target: &str, body: &Value) -> Result<Value> {
        let (service, content_type) = match target.split('.').next() {
            Some("DynamoDB_20120810") => ("dynamodb", "application/x-amz-json-1.0"),
            Some("AmazonSQS") => ("sqs", "application/x-amz-json-1.0"),
            Some("AmazonSSM") => ("ssm", "application/x-amz-json-1.1"),
            Some("Logs_20140328") => ("logs", "application/x-amz-json-1.1"),
            _ => bail!("no service is known for {target}"),
        };
        let (body, target) = (body.to_string(), Some(target));
        let text = self.call(Request { service, method: "POST", path: "/", content_type, target, body }).await?;
        if text.is_empty() { Ok(Value::Null) } else { Ok(serde_json::from_str(&text)?) }
    }

    /// Calls a service that speaks REST, such as `lambda` or `ses`.
    pub async fn rest(&self, service: &str, method: &str, path: &str, body: Option<&Value>) -> Result<Value> {
        let content_type = "application/json";
        let body = body.map(Value::to_string).unwrap_or_default();
        let text = self.call(Request { service, method, path, content_type, target: None, body }).await?;
        if text.is_empty() { Ok(Value::Null) } else { Ok(serde_json::from_str(&text)?) }
    }

    /// Calls a service that speaks the query protocol, such as `sns` or `cloudformation`, and returns its XML.
    pub async fn query(&self, service: &str, parameters: &[(&str, &str)]) -> Result<String> {
        let content_type = "application/x-www-form-urlencoded";
        let pairs: Vec<_> = parameters.iter().map(|(name, value)| format!("{name}={}", escape(value))).collect();
        let body = pairs.join("&");
        self.call(Request { service, method: "POST", path: "/", content_type, target: None, body }).await
    }

    async fn call(&self, request: Request<'_>) -> Result<String> {
        let url = format!("{}{}", self.endpoint, request.path);
        let host = self.endpoint.trim_start_matches("http://");
        let date = now().strftime("%Y%m%dT%H%M%SZ").to_string();
        let mut call = self
            .client
            .request(request.method.parse()?, &url)
            .header("content-type", request.content_type)
            .header("x-amz-date", &date)
            .header("authorization", authorization(&request, &self.credentials, host, &date));
        if let Some(token) = &self.credentials.token {
            call = call.header("x-amz-security-token", token);
        }
        if let Some(target) = request.target {
            call = call.header("x-amz-target", target);
        }
        let what = request.target.unwrap_or(request.path).to_owned();
        let answer = call.body(request.body).send().await.with_context(|| format!("calling {what}"))?;
        let status = answer.status();
        let text = answer.text().await?;
        if !status.is_success() {
            bail!("{} {what} answered {status}: {text}", request.service);
        }
        Ok(text)
    }
}

/// A client that keeps no connection: each test has a runtime of its own, and a kept connection dies with its runtime.
pub(crate) fn client() -> reqwest::Client {
    let builder = reqwest::Client::builder().pool_max_idle_per_host(0).redirect(reqwest::redirect::Policy::none());
    builder.no_proxy().build().expect("a client without TLS needs nothing that could fail")
}

/// Signature version 4 over the host and the date.
fn authorization(request: &Request<'_>, credentials: &Credentials, host: &str, date: &str) -> String {
    let Request { service, method, path, body, .. } = request;
    let day = &date[..8];
    let scope = format!("{day}/{REGION}/{service}/aws4_request");
    let digest = hex::encode(Sha256::digest(body));
    let canonical = format!("{method}\n{path}\n\nhost:{host}\nx-amz-date:{date}\n\nhost;x-amz-date\n{digest}");
    let to_sign = format!("AWS4-HMAC-SHA256\n{date}\n{scope}\n{}", hex::encode(Sha256::digest(canonical)));
    let mut key = format!("AWS4{}", credentials.secret).into_bytes();
    for part in [day, REGION, service, "aws4_request"] {
        key = hmac(&key, part.as_bytes());
    }
    let signature = hex::encode(hmac(&key, to_sign.as_bytes()));
    let key = &credentials.key;
    format!("AWS4-HMAC-SHA256 Credential={key}/{scope}, SignedHeaders=host;x-amz-date, Signature={signature}")
}

/// HMAC-SHA256.
///
/// # Panics
/// Never: HMAC takes keys of every length.
#[must_use]
pub fn hmac(key: &[u8], message: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of every length");
    mac.update(message);
    mac.finalize().into_bytes().to_vec()
}

/// Percent-encodes everything but unreserved characters.
fn escape(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}
