//! What the three webhook functions do: prove who sent it, keep it, answer.

use bootstrap::answers;
use bootstrap::metrics::{self, Metric};
use config::connection::is_name;
use config::parameters::{Parameters, Read};
use config::settings::Settings;
use domain::kept::{Body, Kept};
use domain::ports::Unavailable;
use jiff::Timestamp;
use lambda_http::http::Response;
use lambda_http::request::RequestContext;
use lambda_http::{Request, RequestExt};
use queue::messages::{Incoming, VERSION, What};
use queue::sqs::Queue;
use webhooks::delivery::{Delivery, Proof, Rejection, telling_headers};
use webhooks::provider::{Provider, named};
use webhooks::settings::Settings as Secrets;

/// Larger bodies do not fit into a queue message once they are base64.
pub const LARGEST: usize = 700 * 1024;

/// Where proved deliveries go.
pub trait Deliveries: Sync {
    /// `Ok` means durable.
    fn put(&self, incoming: &Incoming) -> impl Future<Output = Result<(), Unavailable>> + Send;
}

impl Deliveries for Queue {
    async fn put(&self, incoming: &Incoming) -> Result<(), Unavailable> {
        self.send(incoming).await
    }
}

/// One family of webhooks: its name in paths and settings, and everyone in it.
pub struct Family<Fact: 'static> {
    /// `storefronts`, `payments` or `carriers`.
    pub name: &'static str,
    /// Everyone who sends webhooks of this family.
    pub providers: &'static [&'static dyn Provider<Fact>],
}

/// How a request is answered.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Answer {
    Kept,
    Ping(String),
    Unknown,
    Refused(Rejection),
    TooLarge,
    TryAgain,
}

/// Answers one webhook request. 2xx means that its raw bytes are in SQS.
pub async fn handle<Fact>(
    family: &Family<Fact>,
    settings: &Settings<impl Parameters>,
    deliveries: &impl Deliveries,
    request: Request,
    now: Timestamp,
) -> Response<String> {
    let named = request.path_parameters();
    let provider = named.first("provider").unwrap_or_default().to_owned();
    let connection = named.first("connection").unwrap_or_default().to_owned();
    let id = correlation_id(&request);
    let answer = take(family, settings, deliveries, &request, &provider, &connection, &id, now).await;
    log(&answer, family.name, &provider, &connection, &id, now);
    match answer {
        Answer::Kept => answers::text(200, "kept"),
        Answer::Ping(text) => answers::text(200, &text),
        Answer::Unknown => {
            answers::text(404, "no such provider or connection: compare the URL with the deployed outputs")
        }
        Answer::Refused(why) => answers::text(401, &format!("not genuine: {why}")),
        Answer::TooLarge => answers::text(413, "larger than 700 KB"),
        Answer::TryAgain => answers::text(503, "not kept: send it again"),
    }
}

#[expect(clippy::too_many_arguments, reason = "what a request has is what is asked of it, once")]
async fn take<Fact>(
    family: &Family<Fact>,
    settings: &Settings<impl Parameters>,
    deliveries: &impl Deliveries,
    request: &Request,
    provider_name: &str,
    connection_name: &str,
    id: &str,
    now: Timestamp,
) -> Answer {
    let Some(provider) = named(family.providers, provider_name) else { return Answer::Unknown };
    if !is_name(connection_name) {
        return Answer::Unknown;
    }
    let body: &[u8] = request.body().as_ref();
    if body.len() > LARGEST {
        return Answer::TooLarge;
    }
    let delivery = Delivery { headers: request.headers(), body, received_at: now };
    let mut proof = Err(Rejection::NoSecret);
    // A secret that was changed a minute ago is worth one more read; a stranger's guesses share a small budget.
    for read in [Read::Cached, Read::Again] {
        let secrets = match settings.connection(family.name, connection_name, read, now).await {
            Ok(Some(connection)) => connection.providers.get(provider_name).cloned(),
            Ok(None) => None,
            Err(_) => return Answer::TryAgain,
        };
        let Some(secrets): Option<Secrets> = secrets else { return Answer::Unknown };
        proof = provider.verify(delivery, &secrets, now);
        if !matches!(proof, Err(Rejection::Forged | Rejection::NoSecret)) {
            break;
        }
    }
    match proof {
        Err(why) => Answer::Refused(why),
        Ok(Proof::Answer(text)) => Answer::Ping(text),
        Ok(Proof::Signed(verified)) => {
            let what = What::Delivery(Kept {
                id: id.to_owned(),
                family: family.name.to_owned(),
                provider: provider_name.to_owned(),
                connection: connection_name.to_owned(),
                received_at: now,
                headers: telling_headers(request.headers()),
                body: Body(verified.body().to_vec()),
            });
            match deliveries.put(&Incoming { v: VERSION, what }).await {
                Ok(()) => Answer::Kept,
                Err(_) => Answer::TryAgain,
            }
        }
    }
}

/// API Gateway's id of the request: the correlation id, from here to the SES message id.
fn correlation_id(request: &Request) -> String {
    match request.request_context_ref() {
        Some(RequestContext::ApiGatewayV2(context)) => context.request_id.clone().unwrap_or_default(),
        _ => String::new(),
    }
}

fn log(answer: &Answer, family: &str, provider: &str, connection: &str, delivery: &str, now: Timestamp) {
    match answer {
        Answer::Kept => {
            tracing::info!(family, provider, connection, delivery, "kept a delivery");
            metrics::count(Metric::DeliveriesKept, 1, now);
        }
        Answer::Ping(_) => tracing::info!(family, provider, connection, "answered a ping"),
        // Names that nobody configured are a stranger's words and stay out of the log.
        Answer::Unknown => tracing::info!(family, "a request for an unknown provider or connection"),
        Answer::Refused(why) => {
            tracing::warn!(family, provider, connection, delivery, %why, "refused a delivery: if it was genuine, compare the secret at the provider with the connection's parameter");
            metrics::count(Metric::DeliveriesRefused, 1, now);
        }
        Answer::TooLarge => {
            tracing::warn!(family, provider, connection, delivery, "refused a body of more than 700 KB");
        }
        Answer::TryAgain => {
            tracing::error!(
                family,
                provider,
                connection,
                delivery,
                "could not keep a delivery: SQS or SSM did not answer, the provider was told to send it again"
            );
        }
    }
}
