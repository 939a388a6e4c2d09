//! Providers' own APIs, played by a test; the fetcher and the comparison, which ask them.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use config::parameters::Names;
use config::settings::Settings;
use domain::personal::Personal;
use domain::ports::Unavailable;
use http::{HeaderMap, HeaderName, HeaderValue};
use jiff::SignedDuration;
use queue::messages::{Incoming, ToFetch};
use testing::memory::{Faults, Queue};
use web::Failed;
use web::talk::Web;
use webhooks::source::{Answered, Ask};

use super::run::{event, survives};
use super::{Params, World, now, ports};

/// An answer: status, headers, body.
pub(crate) type Answer = (u16, Vec<(&'static str, String)>, String);

type Play = dyn FnMut(&Ask) -> Answer + Send;

/// Whoever answers questions. A clone is the same.
#[derive(Clone)]
pub(crate) struct Api(Arc<Mutex<Box<Play>>>);

impl Api {
    /// Answers as the test says.
    pub(crate) fn new(play: impl FnMut(&Ask) -> Answer + Send + 'static) -> Self {
        Self(Arc::new(Mutex::new(Box::new(play))))
    }
}

impl Web for Api {
    async fn ask(&self, ask: &Ask, most: usize) -> Result<Answered, Failed> {
        let (status, headers, body) = (self.0.lock().expect("no test panicked with it"))(ask);
        if body.len() > most {
            return Err(Failed::TooLarge);
        }
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(HeaderName::from_static(name), HeaderValue::from_str(&value).expect("plain"));
        }
        Ok(Answered { status, headers: map, body: Personal::new(body.into_bytes()) })
    }
}

impl Names for Params {
    async fn below(&self, path: &str) -> Result<Vec<String>, Unavailable> {
        Ok(self.names(path))
    }
}

/// The fetcher's queues.
struct Queues {
    deliveries: Queue,
    fetches: Queue,
    dead: Arc<Mutex<Vec<String>>>,
    faults: Faults,
}

impl fetcher::Joined for Queues {
    async fn put(&self, incoming: &Incoming) -> Result<(), Unavailable> {
        let message = serde_json::to_string(incoming).expect("a delivery can be written");
        self.faults.call("SendMessage delivery", || self.deliveries.send(message, now())).await
    }

    async fn later(&self, hint: &ToFetch, pause: SignedDuration) -> Result<(), Unavailable> {
        let message = serde_json::to_string(hint).expect("a hint can be written");
        self.faults.call("SendMessage fetch", || self.fetches.send(message, now() + pause)).await
    }

    async fn give_up(&self, hint: &ToFetch) -> Result<(), Unavailable> {
        self.bury(&serde_json::to_string(hint).expect("a hint can be written")).await
    }

    async fn bury(&self, text: &str) -> Result<(), Unavailable> {
        let bury = || self.dead.lock().expect("no test panicked with it").push(text.to_owned());
        self.faults.call("SendMessage dead", bury).await
    }
}

impl World {
    /// One run of the comparison, and all that follows of it at once.
    pub(crate) async fn reconcile(&mut self, api: &Api) {
        self.reconcile_until(api, || false).await;
    }

    /// The same with as much time as `late` leaves.
    pub(crate) async fn reconcile_until(&mut self, api: &Api, late: impl Fn() -> bool) {
        let world = reconcile::World {
            settings: Settings::new(self.params.clone(), ports::STACK.to_owned()),
            web: api.clone(),
            orders: self.tables.clone(),
            progress: self.tables.clone(),
            queues: ports::Kept(self.deliveries.clone(), self.fetches.clone(), self.faults.clone()),
            grace: SignedDuration::from_secs(60),
            pause: |_| Box::pin(std::future::ready(())),
        };
        let run = async { reconcile::handle(&world, "run", now(), late).await.expect("compared") };
        survives(&self.faults, run).await;
        self.drain().await;
    }

    /// The fetcher handles what there is to be fetched now, and all that follows of it at once happens; what went to its
    /// dead letters.
    pub(crate) async fn fetch(&mut self, api: &Api) -> Vec<String> {
        let dead: Arc<Mutex<Vec<String>>> = Arc::default();
        loop {
            let batch = self.fetches.receive(now(), self.batch);
            if batch.is_empty() {
                break;
            }
            let world = fetcher::World {
                settings: Settings::new(self.params.clone(), ports::STACK.to_owned()),
                web: api.clone(),
                queues: Queues {
                    deliveries: self.deliveries.clone(),
                    fetches: self.fetches.clone(),
                    dead: Arc::clone(&dead),
                    faults: self.faults.clone(),
                },
            };
            let receipts = self.receipts(&self.fetches);
            let turn = fetcher::Turn { nonce: "run", now: now(), longest: Duration::from_secs(20) };
            let work = fetcher::handle(&world, &receipts, event(&batch), turn);
            let done = survives(&self.faults, work).await;
            self.finish(&self.fetches.clone(), &batch, done);
        }
        self.drain().await;
        std::mem::take(&mut *dead.lock().expect("no test panicked with it"))
    }
}
