//! Asking providers over HTTPS, with the HTTP client that the AWS SDKs bring along anyway: no redirects are followed, every
//! answer has a size and a time that it may not exceed.

mod keys;
pub mod talk;

use std::sync::OnceLock;
use std::time::Duration;

use aws_smithy_async::rt::sleep::{SharedAsyncSleep, TokioSleep};
use aws_smithy_http_client::tls::Provider;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::{Connector, tls};
use aws_smithy_runtime_api::client::http::{HttpConnector, HttpConnectorSettings, SharedHttpConnector};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::body::SdkBody;
use domain::personal::Personal;
use http::{HeaderMap, HeaderName, HeaderValue};
use http_body_util::{BodyExt, Limited};
use webhooks::source::{Answered, Ask};

pub use keys::WebKeys;

/// How patient a client is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Patience {
    /// How long a whole question may take.
    pub whole: Duration,
    /// How long a connection may take.
    pub connect: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { whole: Duration::from_secs(10), connect: Duration::from_secs(3) }
    }
}

/// Why there is no answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Failed {
    /// The question cannot be asked: an address or a header that is none.
    #[error("the question is none that HTTP knows: correct the connection's settings")]
    Unaskable,
    /// Nobody answered, or broke off.
    #[error("no answer")]
    NoAnswer,
    /// Not in time.
    #[error("no answer in time")]
    TooLate,
    /// More than may come.
    #[error("the answer is larger than what may come")]
    TooLarge,
}

/// A client. Its connection is set up at the first question: most processes ask none, and the system's 145 roots cost 18 M
/// instructions.
#[derive(Debug, Default)]
pub struct Client {
    patience: Patience,
    connector: OnceLock<SharedHttpConnector>,
}

impl Client {
    /// One that waits for so long.
    pub fn patient(patience: Patience) -> Self {
        Self { patience, connector: OnceLock::new() }
    }

    /// Asks, and takes an answer of at most so many bytes, whatever its status.
    pub async fn ask(&self, ask: &Ask, most: usize) -> Result<Answered, Failed> {
        tokio::time::timeout(self.patience.whole, self.exchange(ask, most)).await.unwrap_or(Err(Failed::TooLate))
    }

    async fn exchange(&self, ask: &Ask, most: usize) -> Result<Answered, Failed> {
        let mut request = HttpRequest::new(SdkBody::from(ask.body.reveal().clone()));
        request.set_method(ask.method.as_str()).map_err(|_| Failed::Unaskable)?;
        request.set_uri(ask.url.as_str()).map_err(|_| Failed::Unaskable)?;
        let headers = ask.headers.iter().map(|(name, value)| (*name, value.reveal().as_str()));
        for (name, value) in headers.chain([("user-agent", concat!("tidings/", env!("CARGO_PKG_VERSION")))]) {
            request.headers_mut().try_insert(name, value.to_owned()).map_err(|_| Failed::Unaskable)?;
        }
        let answer = self
            .connector
            .get_or_init(|| connector(self.patience))
            .call(request)
            .await
            .map_err(|_| Failed::NoAnswer)?;
        let status = answer.status().as_u16();
        let mut headers = HeaderMap::new();
        for (name, value) in answer.headers() {
            if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse::<HeaderValue>()) {
                headers.append(name, value);
            }
        }
        let body = Limited::new(answer.into_body(), most).collect().await;
        let body = body.map_err(|error| {
            if error.is::<http_body_util::LengthLimitError>() { Failed::TooLarge } else { Failed::NoAnswer }
        })?;
        Ok(Answered { status, headers, body: Personal::new(body.to_bytes().to_vec()) })
    }
}

fn connector(patience: Patience) -> SharedHttpConnector {
    // The whole question's time is kept where it is asked: two clocks would end it now with one word, now with another.
    let settings = HttpConnectorSettings::builder().connect_timeout(patience.connect).build();
    let builder = Connector::builder()
        .connector_settings(settings)
        .sleep_impl(SharedAsyncSleep::new(TokioSleep::new()))
        .tls_provider(Provider::Rustls(CryptoMode::Ring));
    let roots = tls::TlsContext::builder().with_trust_store(tls::TrustStore::default()).build();
    SharedHttpConnector::new(match roots {
        Ok(roots) => builder.tls_context(roots).build(),
        Err(_) => builder.build(),
    })
}
