//! The real intake, with queues and parameters in memory.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use config::parameters::Parameters;
use config::settings::Settings;
use domain::ports::Unavailable;
use fastrand::Rng;
use intake::{Family, NoKeys, World};
use lambda_http::http::Method;
use lambda_http::{Body, RequestExt};
use queue::deliveries::Deliveries;
use queue::messages::{Incoming, LARGEST, ToFetch};
use serde_json::json;
use tokio::runtime::Runtime;
use webhooks::delivery::{Proof, Rejection};

use crate::corpus::{FAMILIES, Genuine};
use crate::request::Request;

/// Connections' parameters.
#[derive(Clone)]
struct Params(Arc<BTreeMap<String, Arc<str>>>);

impl Parameters for Params {
    async fn get(&self, name: &str) -> Result<Option<Arc<str>>, Unavailable> {
        Ok(self.0.get(name).cloned())
    }
}

/// Counts what is queued, or takes nothing.
#[derive(Default)]
struct Counted(AtomicUsize, bool);

impl Counted {
    fn take(&self) -> Result<(), Unavailable> {
        if self.1 {
            return Err(Unavailable::new("SQS", "down"));
        }
        self.0.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }
}

impl Deliveries for Counted {
    async fn put(&self, incoming: &Incoming) -> Result<(), Unavailable> {
        let message = serde_json::to_string(incoming).expect("it can be written");
        assert!(message.len() < 1 << 20, "it fits into a message");
        self.take()
    }

    async fn fetch(&self, _hint: &ToFetch) -> Result<(), Unavailable> {
        self.take()
    }
}

/// A process of each webhook function.
pub(crate) struct Intake {
    params: Params,
    runtime: Runtime,
}

impl Intake {
    pub(crate) fn new() -> Self {
        let parameter = |(function, family): (&str, &str)| {
            let providers = testing::recorded::all_settings(function);
            let parameter = json!({"shops": ["demo"], "providers": providers}).to_string();
            (format!("/tidings/test/connections/{family}/demo"), parameter.into())
        };
        bootstrap::metrics::give_to(|_, _| {});
        let params = Params(Arc::new(FAMILIES.map(parameter).into()));
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        Self { params, runtime }
    }

    /// Sends it a request that the prover says something of: the answer says the same, and 2xx alone means queued.
    pub(crate) fn check(
        &self,
        one: &Genuine,
        request: &Request,
        proof: &Result<Proof, Rejection>,
        rng: &mut Rng,
    ) -> Result<&'static str, String> {
        let (down, get, stranger) = (rng.u8(..16) == 0, rng.u8(..16) == 0, rng.u8(..32) == 0);
        let provers = match one.party.family {
            "storefronts" => storefronts::PROVERS,
            "payments" => payments::PROVERS,
            _ => carriers::PROVERS,
        };
        let taken = Counted(AtomicUsize::new(0), down);
        let family = Family { name: one.party.family, provers };
        // A new process each time: what came before changes nothing, so that a request can be played again alone.
        let settings = &Settings::for_strangers(self.params.clone(), "test".to_owned());
        let world = World { family, settings, deliveries: &taken, keys: &NoKeys };
        let sent = sent(one, request, if get { Method::GET } else { Method::POST }, stranger);
        let answer = self.runtime.block_on(intake::handle(&world, sent, request.now));
        let (status, queued) = (answer.status().as_u16(), taken.0.into_inner());
        let due = match proof {
            _ if request.body.len() > LARGEST => [413].as_slice(),
            _ if stranger => &[404],
            _ if get => &[200, 404],
            Ok(Proof::Signed(_) | Proof::Hints(_)) if down => &[503],
            Ok(Proof::Signed(_) | Proof::Hints(_) | Proof::Answer(_)) => &[200],
            // There is no such key: who is genuine will send again.
            Ok(Proof::Wants(_)) => &[503],
            Err(_) => &[401],
        };
        let kept = status == 200 && !get && matches!(proof, Ok(Proof::Signed(_) | Proof::Hints(_)));
        if !due.contains(&status) || (queued > 0) != kept {
            return Err(format!("answered {status}, due is {due:?}; queued {queued}"));
        }
        Ok(match status {
            200 => "intake: 200",
            401 => "intake: 401",
            404 => "intake: 404",
            413 => "intake: 413",
            _ => "intake: 503",
        })
    }
}

fn sent(one: &Genuine, request: &Request, method: Method, stranger: bool) -> lambda_http::Request {
    let mut sent = lambda_http::Request::new(Body::from(request.body.clone()));
    *sent.method_mut() = method;
    *sent.headers_mut() = request.headers.clone();
    if let Ok(uri) = format!("https://api.example.com/x?{}", request.query).parse() {
        *sent.uri_mut() = uri;
    }
    let connection = if stranger { "nobody" } else { "demo" };
    let named = [("provider", one.party.name.as_str()), ("connection", connection)];
    let named: HashMap<String, Vec<String>> =
        named.map(|(name, value)| (name.to_owned(), vec![value.to_owned()])).into();
    sent.with_path_parameters(named)
}
