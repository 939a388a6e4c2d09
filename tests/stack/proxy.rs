//! Between the functions and the local AWS: forwards every call as it is, meters it, breaks it on demand, and adds what
//! the local AWS lacks: mails exactly as sent, and the events that SES publishes about them.

mod calls;
mod control;
mod effects;
mod events;
mod faults;
mod inbox;
mod mails;
mod peer;

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Instant;

use anyhow::Result;
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{AUTHORIZATION, CONNECTION, CONTENT_LENGTH, HOST, HeaderMap, HeaderValue, TRANSFER_ENCODING};
use hyper::http::{Method, Uri};
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

pub use calls::Call;
pub use faults::{Effect, Fault, When};
pub use mails::Mail;
pub(crate) use peer::kill_all;

use crate::aws::Aws;
use crate::watch::Told;

/// Which door a request came through.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Front {
    /// Functions that call AWS.
    Aws,
    /// Whoever posts webhooks and reads pages.
    Api,
}

/// What is known once the stack is deployed.
pub(crate) struct Deployed {
    /// Logical ids of functions, by the access key of their role's session.
    pub(crate) functions: HashMap<String, String>,
    /// The id of the HTTP API.
    pub(crate) api: String,
    /// The configuration sets of the stack's mails: of what is told, and of what is asked for.
    pub(crate) configuration_sets: [String; 2],
    /// Where SES events go.
    pub(crate) topic: String,
}

/// What the proxy has seen, and what it was told to do.
pub(crate) struct Proxy {
    pub(crate) aws: Aws,
    pub(crate) deployed: OnceLock<Deployed>,
    pub(crate) calls: Mutex<Vec<Call>>,
    pub(crate) faults: Mutex<Vec<Fault>>,
    pub(crate) mails: Mutex<Vec<Mail>>,
    /// Words by which calls about something are known, each with its name.
    pub(crate) watched: Mutex<HashMap<String, String>>,
    /// What each order was told.
    pub(crate) told: Mutex<HashMap<String, Vec<Told>>>,
    /// Whether SES events are published.
    pub(crate) events: AtomicBool,
    client: reqwest::Client,
}

/// The connection ends without an answer.
#[derive(Debug)]
struct Dropped;

impl std::fmt::Display for Dropped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("dropped on demand")
    }
}

impl std::error::Error for Dropped {}

type Answer = Response<Full<Bytes>>;

/// A request, read to its end.
struct Received {
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
    peer: SocketAddr,
}

impl Proxy {
    pub(crate) fn new(aws: Aws) -> Arc<Self> {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build();
        Arc::new(Self {
            aws,
            deployed: OnceLock::new(),
            calls: Mutex::default(),
            faults: Mutex::default(),
            mails: Mutex::default(),
            watched: Mutex::default(),
            told: Mutex::default(),
            events: AtomicBool::new(true),
            client: client.expect("a client without TLS needs nothing that could fail"),
        })
    }

    /// Answers at one door for ever.
    pub(crate) async fn serve(self: Arc<Self>, listener: TcpListener, front: Front) {
        while let Ok((stream, peer)) = listener.accept().await {
            let proxy = Arc::clone(&self);
            tokio::spawn(async move {
                let service =
                    hyper::service::service_fn(move |request| Arc::clone(&proxy).answer(front, peer, request));
                // An error here is a caller that went away, or one that was dropped on demand.
                let _ =
                    hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
            });
        }
    }

    async fn answer(
        self: Arc<Self>,
        front: Front,
        peer: SocketAddr,
        request: Request<Incoming>,
    ) -> Result<Answer, Dropped> {
        let (parts, body) = request.into_parts();
        let body = body.collect().await.map_err(|_| Dropped)?.to_bytes();
        let (method, uri, headers) = (parts.method, parts.uri, parts.headers);
        let request = Received { method, uri, headers, body, peer };
        if let Some(answer) = self.control(front, &request) {
            return Ok(answer);
        }
        match front {
            // To its end, even if the caller does not wait for it: what is late at AWS is still done.
            Front::Aws => tokio::spawn(self.aws_call(request)).await.unwrap_or(Err(Dropped)),
            Front::Api => Ok(self.api_call(request).await),
        }
    }

    /// Meters, breaks and forwards one AWS call.
    async fn aws_call(self: Arc<Self>, request: Received) -> Result<Answer, Dropped> {
        let began = Instant::now();
        let mut call = self.meter(&request);
        let fault = self.fault_for(&call, &request.body);
        call.fault = fault.as_ref().map(ToString::to_string);
        let mut outcome = Ok(None);
        if let Some(fault) = fault.as_ref().filter(|fault| fault.when == When::Before) {
            outcome = self.break_call(&fault.effect, &call, &request).await;
        }
        if matches!(outcome, Ok(None)) {
            let mut answer = self.done(&request, &mut call).await;
            if fault.as_ref().is_some_and(|fault| fault.effect == Effect::Duplicate) {
                answer = self.done(&request, &mut call).await;
            }
            outcome = match fault.as_ref().filter(|fault| fault.when == When::After) {
                Some(fault) => {
                    self.break_call(&fault.effect, &call, &request).await.map(|broken| broken.or(Some(answer)))
                }
                None => Ok(Some(answer)),
            };
        }
        let outcome = outcome.and_then(|answer| answer.ok_or(Dropped));
        call.end(began, outcome.as_ref().ok());
        lock(&self.calls).push(call);
        outcome
    }

    /// Has the local AWS do a call.
    async fn done(self: &Arc<Self>, request: &Received, call: &mut Call) -> Answer {
        let answer = self.forward(request, None).await;
        call.served = answer.status().is_success();
        call.error = calls::error(&answer).await;
        if call.served && call.action == "ses:SendEmail" {
            self.sent(&request.body, &answer).await;
        }
        answer
    }

    /// Forwards a webhook or a page request to the HTTP API, under the host name by which it knows the API.
    async fn api_call(&self, request: Received) -> Answer {
        let Some(deployed) = self.deployed.get() else {
            return text(StatusCode::SERVICE_UNAVAILABLE, "text/plain", "not deployed yet\n");
        };
        let port = self.aws.endpoint().rsplit(':').next().unwrap_or_default();
        let host = format!("{}.execute-api.localhost:{port}", deployed.api);
        self.forward(&request, HeaderValue::from_str(&host).ok()).await
    }

    async fn forward(&self, request: &Received, host: Option<HeaderValue>) -> Answer {
        let path = request.uri.path_and_query().map_or("/", |path| path.as_str());
        let mut headers = request.headers.clone();
        headers.remove(CONTENT_LENGTH);
        headers.remove(CONNECTION);
        if let Some(host) = host {
            headers.insert(HOST, host);
        }
        let url = format!("{}{path}", self.aws.endpoint());
        let call = self.client.request(request.method.clone(), url).headers(headers).body(request.body.clone());
        match call.send().await {
            Ok(answer) => copy(answer).await,
            Err(error) => text(StatusCode::BAD_GATEWAY, "text/plain", &format!("{error:?}\n")),
        }
    }

    /// The function that made a call.
    fn function(&self, headers: &HeaderMap) -> String {
        let credential = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok()?.split("Credential=").nth(1));
        let key = credential.and_then(|rest| rest.split('/').next()).unwrap_or_default();
        let name = self.deployed.get().and_then(|deployed| deployed.functions.get(key));
        name.cloned().unwrap_or_else(|| format!("key {key}"))
    }
}

async fn copy(answer: reqwest::Response) -> Answer {
    let (status, headers) = (answer.status(), answer.headers().clone());
    let mut copied = Response::new(Full::new(answer.bytes().await.unwrap_or_default()));
    *copied.status_mut() = status;
    *copied.headers_mut() = headers;
    for name in [CONTENT_LENGTH, CONNECTION, TRANSFER_ENCODING] {
        copied.headers_mut().remove(name);
    }
    copied
}

fn text(status: StatusCode, content_type: &'static str, body: &str) -> Answer {
    let mut answer = Response::new(Full::new(Bytes::copy_from_slice(body.as_bytes())));
    *answer.status_mut() = status;
    answer.headers_mut().insert("content-type", HeaderValue::from_static(content_type));
    answer
}

/// Locks what a panicking test may have left poisoned.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
