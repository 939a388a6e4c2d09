//! Servers on the loopback: one that speaks HTTP as a test says, and one that says any bytes at all.

use std::convert::Infallible;
use std::sync::{Arc, Mutex};

use domain::personal::Personal;
use http::{Method, Request, Response};
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use webhooks::source::Ask;

/// A question as it came over the wire.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) headers: http::HeaderMap,
    pub(crate) body: String,
    /// All of the address, as a signature has it.
    pub(crate) url: String,
}

impl Asked {
    /// A header, empty if it is not there.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// A field of the query, empty if it is not there.
    pub(crate) fn field(&self, name: &str) -> &str {
        self.query.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}

/// Status, headers, body.
pub(crate) type Answer = (u16, Vec<(&'static str, String)>, String);

/// JSON.
pub(crate) fn json(body: &serde_json::Value) -> Answer {
    (200, vec![("content-type", "application/json".to_owned())], body.to_string())
}

/// A server.
pub(crate) struct Server {
    /// `http://127.0.0.1:1234`.
    pub(crate) address: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Server {
    /// Answers as the test says.
    pub(crate) async fn answering(answer: impl Fn(&Asked) -> Answer + Send + Sync + 'static) -> Self {
        let (asked, answer) = (Arc::<Mutex<Vec<Asked>>>::default(), Arc::new(answer));
        let (noted, listener) = (Arc::clone(&asked), listener().await);
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (noted, answer) = (Arc::clone(&noted), Arc::clone(&answer));
                let service = service_fn(move |request: Request<Incoming>| {
                    let (noted, answer) = (Arc::clone(&noted), Arc::clone(&answer));
                    async move {
                        let asked = read(request).await;
                        noted.lock().expect("no panic").push(asked.clone());
                        let (status, headers, body) = answer(&asked);
                        let mut response = Response::builder().status(status);
                        for (name, value) in headers {
                            response = response.header(name, value);
                        }
                        Ok::<_, Infallible>(response.body(Full::new(Bytes::from(body))).expect("an answer"))
                    }
                });
                tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
            }
        });
        Self { address, asked }
    }

    /// What it was asked so far.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().expect("no panic").clone()
    }
}

async fn read(request: Request<Incoming>) -> Asked {
    let (head, body) = request.into_parts();
    let body = body.collect().await.expect("a body").to_bytes().to_vec();
    let (path, query) = (head.uri.path().to_owned(), head.uri.query().unwrap_or_default());
    let host = head.headers["host"].to_str().expect("plain");
    Asked {
        url: format!("http://{host}{path}"),
        query: form_urlencoded::parse(query.as_bytes()).into_owned().collect(),
        method: head.method,
        body: String::from_utf8(body).expect("text"),
        headers: head.headers,
        path,
    }
}

pub(crate) async fn listener() -> TcpListener {
    TcpListener::bind("127.0.0.1:0").await.expect("a port")
}

/// A server that does with its first connection what the test says; where it is.
pub(crate) async fn raw<F: Future<Output = ()> + Send>(serve: impl FnOnce(TcpStream) -> F + Send + 'static) -> String {
    let listener = listener().await;
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move {
        if let Ok((stream, _)) = listener.accept().await {
            serve(stream).await;
        }
    });
    address
}

/// A GET of a path, with a secret.
pub(crate) fn ask(address: &str, path: &str) -> Ask {
    let (headers, body) = (Vec::new(), Personal::new(Vec::new()));
    Ask { method: Method::GET, url: format!("{address}{path}"), headers, body }.bearer(SECRET)
}

/// What must be read nowhere.
pub(crate) const SECRET: &str = "tell-nobody-0123456789";
