//! What the three webhook functions do: prove who sent it, keep it, answer.

use bootstrap::answers;
use bootstrap::metrics::{self, Metric};
use config::connection::is_name;
use config::parameters::{Parameters, Read};
use config::settings::Settings;
use domain::kept::{Body, By, Kept};
use domain::ports::Unavailable;
use jiff::Timestamp;
use lambda_http::http::{Method, Response};
use lambda_http::request::RequestContext;
use lambda_http::{Request, RequestExt};
use queue::deliveries::Deliveries;
use queue::messages::{Incoming, LARGEST, ToFetch, VERSION, What};
use webhooks::delivery::{Delivery, Proof, Rejection, Reply, telling_headers};
use webhooks::hint::{KeyUrl, Keys};
use webhooks::provider::{Prover, named};
use webhooks::settings::Settings as Secrets;

/// For a family in which nobody signs with a key of his own.
#[derive(Clone, Copy, Debug)]
pub struct NoKeys;

impl Keys for NoKeys {
    async fn key(&self, _url: &KeyUrl, _now: Timestamp) -> Result<Option<String>, Unavailable> {
        Ok(None)
    }
}

/// One family of webhooks: its name in paths and settings, and everyone in it.
#[derive(Clone, Copy)]
pub struct Family {
    /// `storefronts`, `payments` or `carriers`.
    pub name: &'static str,
    /// Everyone who sends webhooks of this family.
    pub provers: &'static [&'static dyn Prover],
}

impl std::fmt::Debug for Family {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// What an intake works with.
#[derive(Debug)]
pub struct World<'a, P, D, K> {
    /// Whose webhooks.
    pub family: Family,
    /// Connections.
    pub settings: &'a Settings<P>,
    /// Where they go.
    pub deliveries: &'a D,
    /// What proves some of them.
    pub keys: &'a K,
}

/// How a request is answered.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Answer {
    Kept(&'static str),
    Hinted(&'static str),
    Ping(Reply),
    Unknown,
    Refused(Rejection),
    TooLarge,
    TryAgain,
}

/// Answers one webhook request. 2xx means that its raw bytes, or what it hints at, are in SQS.
pub async fn handle(
    world: &World<'_, impl Parameters, impl Deliveries, impl Keys>,
    request: Request,
    now: Timestamp,
) -> Response<String> {
    let named = request.path_parameters();
    let provider = named.first("provider").unwrap_or_default().to_owned();
    let connection = named.first("connection").unwrap_or_default().to_owned();
    let from = From { provider, connection, id: correlation_id(&request) };
    let answer = take(world, &request, &from, now).await;
    log(&answer, world.family.name, &from, now);
    match answer {
        Answer::Kept(receipt) | Answer::Hinted(receipt) => answers::text(200, receipt),
        Answer::Ping(reply) if reply.json => answers::json(200, &reply.body),
        Answer::Ping(reply) => answers::text(200, &reply.body),
        Answer::Unknown => {
            answers::text(404, "no such provider or connection: compare the URL with the deployed outputs")
        }
        Answer::Refused(why) => answers::text(401, &format!("not genuine: {why}")),
        Answer::TooLarge => answers::text(413, "larger than 700 KB"),
        Answer::TryAgain => answers::text(503, "not kept: send it again"),
    }
}

/// Where a request says that it comes from.
struct From {
    provider: String,
    connection: String,
    /// The correlation id, from here to the SES message id.
    id: String,
}

async fn take(
    world: &World<'_, impl Parameters, impl Deliveries, impl Keys>,
    request: &Request,
    from: &From,
    now: Timestamp,
) -> Answer {
    let Some(prover) = named(world.family.provers, &from.provider) else { return Answer::Unknown };
    if !is_name(&from.connection) {
        return Answer::Unknown;
    }
    let body: &[u8] = request.body().as_ref();
    if body.len() > LARGEST {
        return Answer::TooLarge;
    }
    let query = request.uri().query().unwrap_or_default();
    let delivery = Delivery { headers: request.headers(), query, body, received_at: now };
    let mut proof = Err(Rejection::NoSecret);
    // A secret that was changed a minute ago is worth one more read; a stranger's guesses share a small budget.
    for read in [Read::Cached, Read::Again] {
        let secrets = match world.settings.connection(world.family.name, &from.connection, read, now).await {
            Ok(Some(connection)) => connection.providers.get(&from.provider).cloned(),
            Ok(None) => None,
            Err(_) => return Answer::TryAgain,
        };
        let Some(secrets) = secrets else { return Answer::Unknown };
        if request.method() == Method::GET {
            return prover.greet(delivery, &secrets).map_or(Answer::Unknown, Answer::Ping);
        }
        proof = match verify(prover, delivery, secrets, world.keys, now).await {
            Ok(proof) => proof,
            Err(_) => return Answer::TryAgain,
        };
        if !matches!(proof, Err(Rejection::Forged | Rejection::NoSecret | Rejection::Foreign)) {
            break;
        }
    }
    match proof {
        Err(why) => Answer::Refused(why),
        Ok(Proof::Wants(_)) => Answer::Refused(Rejection::Forged),
        Ok(Proof::Answer(reply)) => Answer::Ping(reply),
        Ok(Proof::Hints(hints)) => {
            for hint in hints {
                let hint = ToFetch {
                    v: VERSION,
                    id: from.id.clone(),
                    family: world.family.name.to_owned(),
                    provider: from.provider.clone(),
                    connection: from.connection.clone(),
                    hint,
                    hinted_at: now,
                    tries: 0,
                };
                if world.deliveries.fetch(&hint).await.is_err() {
                    return Answer::TryAgain;
                }
            }
            Answer::Hinted(prover.receipt())
        }
        Ok(Proof::Signed(verified)) => {
            let what = What::Delivery(Kept {
                id: from.id.clone(),
                family: world.family.name.to_owned(),
                provider: from.provider.clone(),
                connection: from.connection.clone(),
                received_at: now,
                headers: telling_headers(request.headers()),
                by: By::Webhook,
                body: Body(verified.body().to_vec()),
            });
            match world.deliveries.put(&Incoming { v: VERSION, what }).await {
                Ok(()) => Answer::Kept(prover.receipt()),
                Err(_) => Answer::TryAgain,
            }
        }
    }
}

/// Asks for a proof, and again with the public keys that it takes.
async fn verify(
    prover: &dyn Prover,
    delivery: Delivery<'_>,
    mut secrets: Secrets,
    keys: &impl Keys,
    now: Timestamp,
) -> Result<Result<Proof, Rejection>, Unavailable> {
    for _ in 0..KEYS {
        let proof = prover.verify(delivery, &secrets, now);
        let Ok(Proof::Wants(url)) = &proof else { return Ok(proof) };
        // A provider that does not know its own key has changed it just now, or somebody made it up: who is genuine will
        // send again.
        let missing = || Unavailable::new("a provider's key", "there is none at its address");
        let key = keys.key(url, now).await?.ok_or_else(missing)?;
        secrets.keys.insert(url.as_str().to_owned(), key);
    }
    Ok(prover.verify(delivery, &secrets, now))
}

/// Some sign twice, with two keys, and one of them is enough.
const KEYS: usize = 2;

/// API Gateway's id of the request: the correlation id, from here to the SES message id.
fn correlation_id(request: &Request) -> String {
    match request.request_context_ref() {
        Some(RequestContext::ApiGatewayV2(context)) => context.request_id.clone().unwrap_or_default(),
        _ => String::new(),
    }
}

fn log(answer: &Answer, family: &str, from: &From, now: Timestamp) {
    let From { provider, connection, id: delivery } = from;
    match answer {
        Answer::Kept(_) => {
            tracing::info!(family, provider, connection, delivery, "kept a delivery");
            metrics::count(Metric::DeliveriesKept, 1, now);
        }
        Answer::Hinted(_) => {
            tracing::info!(family, provider, connection, delivery, "noted what has to be fetched");
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
                "could not keep a delivery: SQS, SSM or the provider's key did not answer, the provider was told to send it again"
            );
        }
    }
}
