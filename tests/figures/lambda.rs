//! A Lambda Runtime API that hands out given events, one after the other, and then nothing more.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::http::Method;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::Notify;

/// A runtime with events to hand out.
pub(crate) struct Runtime {
    events: Mutex<VecDeque<Value>>,
    errors: Mutex<Vec<String>>,
    /// When the last event was answered and the next one is asked for.
    pub(crate) idle: Notify,
}

impl Runtime {
    /// Listens; answers with itself and its address.
    pub(crate) async fn start(events: Vec<Value>) -> Result<(Arc<Self>, String)> {
        let runtime =
            Arc::new(Self { events: Mutex::new(events.into()), errors: Mutex::default(), idle: Notify::new() });
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?.to_string();
        let serving = Arc::clone(&runtime);
        tokio::spawn(async move {
            while let Ok((connection, _)) = listener.accept().await {
                let runtime = Arc::clone(&serving);
                let service = service_fn(move |request| Arc::clone(&runtime).answer(request));
                tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(connection), service));
            }
        });
        Ok((runtime, address))
    }

    /// What the function answered with an error.
    pub(crate) fn errors(&self) -> Vec<String> {
        self.errors.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    async fn answer(self: Arc<Self>, request: Request<Incoming>) -> Result<Response<Full<Bytes>>, hyper::http::Error> {
        let next = request.method() == Method::GET;
        let failed = request.uri().path().ends_with("/error");
        if !next {
            let body = request.into_body().collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
            let text = String::from_utf8_lossy(&body).into_owned();
            if failed || text.contains("itemIdentifier") {
                self.errors.lock().unwrap_or_else(PoisonError::into_inner).push(text);
            }
            return Response::builder().status(StatusCode::ACCEPTED).body(Full::default());
        }
        let event = self.events.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        let Some(event) = event else {
            self.idle.notify_one();
            return std::future::pending().await;
        };
        let deadline = it::now().as_millisecond() + 60_000;
        Response::builder()
            .header("lambda-runtime-aws-request-id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd")
            .header("lambda-runtime-deadline-ms", deadline.to_string())
            .header("lambda-runtime-invoked-function-arn", "arn:aws:lambda:us-east-1:000000000000:function:figures")
            .header("lambda-runtime-trace-id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700")
            .body(Full::new(Bytes::from(event.to_string())))
    }
}
