//! AWS configuration from what Lambda puts into the environment: no profile files, no STS, no metadata service.

use std::time::Duration;

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_async::rt::sleep::{SharedAsyncSleep, TokioSleep};
use aws_smithy_async::time::{SharedTimeSource, SystemTimeSource};
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore};
use aws_smithy_http_client::{Builder, tls};
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::connector_metadata::ConnectorMetadata;
use aws_smithy_runtime_api::client::http::{HttpClient, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;
use aws_types::SdkConfig;
use aws_types::region::Region;

/// Amazon's roots: five to parse instead of the system's 145. Takes init and first event of checkout-webhook from 23 to
/// 5 M instructions (`cargo figures`).
const AMAZON_ROOTS: &[u8] = include_bytes!("../roots/amazon.pem");

/// The configuration that all clients of a function share, so that they share one connection pool and one TLS set-up.
pub fn config() -> SdkConfig {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let endpoint = variable("AWS_ENDPOINT_URL");
    let region = variable("AWS_REGION").or_else(|| variable("AWS_DEFAULT_REGION")).unwrap_or("us-east-1".to_owned());
    // An endpoint of one's own has a certificate of one's own; plain HTTP, as on the local stack, needs none.
    let private = endpoint.as_deref().is_some_and(|url| url.starts_with("https:"));
    let http = http_client(private || !region_of_amazon_roots(&region));
    let credentials = Credentials::new(
        variable("AWS_ACCESS_KEY_ID").unwrap_or_default(),
        variable("AWS_SECRET_ACCESS_KEY").unwrap_or_default(),
        variable("AWS_SESSION_TOKEN"),
        None,
        "environment",
    );
    let mut config = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new(region))
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .http_client(http)
        .sleep_impl(SharedAsyncSleep::new(TokioSleep::new()))
        .time_source(SharedTimeSource::new(SystemTimeSource::new()))
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
        // A connection that died while the function was frozen is found out by the first try, so the next is quick.
        .retry_config(RetryConfig::standard().with_max_attempts(3).with_initial_backoff(Duration::from_millis(25)))
        .timeout_config(
            TimeoutConfig::builder()
                .connect_timeout(Duration::from_secs(1))
                .operation_attempt_timeout(Duration::from_secs(2))
                .operation_timeout(Duration::from_secs(6))
                .build(),
        );
    if let Some(endpoint) = endpoint {
        config = config.endpoint_url(endpoint);
    }
    config.build()
}

/// China and the isolated partitions have certificates of other authorities.
fn region_of_amazon_roots(region: &str) -> bool {
    !["cn-", "us-iso", "eu-iso", "eusc-"].iter().any(|partition| region.starts_with(partition))
}

fn http_client(system_roots: bool) -> SharedHttpClient {
    let roots =
        if system_roots { TrustStore::default() } else { TrustStore::empty().with_pem_certificate(AMAZON_ROOTS) };
    let builder = Builder::new().tls_provider(Provider::Rustls(CryptoMode::Ring));
    let client = match TlsContext::builder().with_trust_store(roots).build() {
        Ok(context) => builder.tls_context(context).build_https(),
        Err::<tls::TlsContext, _>(_) => builder.build_https(),
    };
    SharedHttpClient::new(Lazy(client))
}

/// A client whose connector is made when it is first needed. By itself it makes one more for each service's client, reads
/// all roots for it, and throws it away: 0.24 M instructions each (`cargo figures`).
#[derive(Debug)]
struct Lazy(SharedHttpClient);

impl HttpClient for Lazy {
    fn http_connector(&self, settings: &HttpConnectorSettings, components: &RuntimeComponents) -> SharedHttpConnector {
        self.0.http_connector(settings, components)
    }

    fn connector_metadata(&self) -> Option<ConnectorMetadata> {
        self.0.connector_metadata()
    }
}
