//! What the functions touch, in memory: parameters, hints, dead letters, pages.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use config::parameters::Parameters;
use config::settings::Settings;
use domain::ids::OrderId;
use domain::ledger::Suppression;
use domain::ports::{AddressKey, DeadLetters, LookAt, Stored, Unavailable};
use email_sender::Timing;
use email_sender::designs::Designs;
use email_sender::sending::Sending;
use intake::Family;
use jiff::SignedDuration;
use lambda_http::http::Response;
use queue::deliveries::Deliveries;
use queue::messages::{Incoming, ToFetch, VERSION, What, WrittenLook};
use serde_json::{Value, json};
use testing::memory::{Faults, Queue, Tables};

use super::{EmailSender, OrderEvents, Ses, now, text};

/// The name of the deployed stack.
pub(crate) const STACK: &str = "test";
/// A connection whose settings make the code panic.
pub(crate) const BOMB: &str = "bomb";
/// A connection whose settings end the process.
pub(crate) const KILLER: &str = "killer";
/// Where order pages are.
pub(crate) const PAGES: &str = "https://pages.example.com";

/// Parameters by the name below the stack's prefix.
#[derive(Clone, Debug)]
pub(crate) struct Params {
    values: Arc<Mutex<BTreeMap<String, String>>>,
    faults: Faults,
}

impl Params {
    /// The demo shop with one connection in each family.
    pub(super) fn demo(faults: &Faults) -> Self {
        let params = Self { values: Arc::default(), faults: faults.clone() };
        params.put("shops/demo", &it::shop::settings());
        for (family, function) in
            [("storefronts", "checkout-webhook"), ("payments", "payment-webhook"), ("carriers", "tracking-webhook")]
        {
            let providers = testing::recorded::all_settings(function);
            params.put(&format!("connections/{family}/demo"), &json!({"shops": ["demo"], "providers": providers}));
        }
        let key = BASE64_STANDARD.encode([7; 32]);
        params.put("keys/links", &json!({"current": {"id": "a", "key": key}}));
        params.put("keys/people", &json!({ "key": key }));
        params
    }

    pub(crate) fn put(&self, name: &str, value: &Value) {
        self.values().insert(name.to_owned(), text(value));
    }

    pub(crate) fn remove(&self, name: &str) {
        self.values().remove(name);
    }

    pub(crate) fn change(&self, name: &str, change: impl FnOnce(&mut Value)) {
        let mut value = self.read(name);
        change(&mut value);
        self.put(name, &value);
    }

    /// The full names of those below a path.
    pub(super) fn names(&self, path: &str) -> Vec<String> {
        let full = |name: &String| format!("/tidings/{STACK}/{name}");
        self.values().keys().map(full).filter(|name| name.starts_with(path)).collect()
    }

    /// A parameter as it is; not a call.
    pub(crate) fn read(&self, name: &str) -> Value {
        serde_json::from_str(&self.values()[name]).expect("JSON")
    }

    /// The same, if there is one.
    pub(crate) fn find(&self, name: &str) -> Option<Value> {
        self.values().get(name).map(|text| serde_json::from_str(text).expect("JSON"))
    }

    /// How often parameters were read.
    pub(crate) fn reads(&self) -> usize {
        self.faults.names().iter().filter(|name| **name == "GetParameter").count()
    }

    fn values(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, String>> {
        self.values.lock().expect("no test panicked with it")
    }
}

impl Parameters for Params {
    async fn get(&self, name: &str) -> Result<Option<Arc<str>>, Unavailable> {
        let name = name.strip_prefix(&format!("/tidings/{STACK}/")).expect("a name of this stack");
        assert!(!name.ends_with(BOMB), "boom");
        if name.ends_with(KILLER) {
            self.faults.crash().await;
        }
        self.faults.call("GetParameter", || self.values().get(name).map(|text| text.as_str().into())).await
    }
}

/// [mail], for those who hint.
#[derive(Clone, Debug)]
pub(crate) struct Hints(Queue, Faults);

impl domain::ports::Hints for Hints {
    async fn look(&self, looks: &[(LookAt, SignedDuration)]) -> Vec<Result<(), Unavailable>> {
        if looks.is_empty() {
            return Vec::new();
        }
        let send = || {
            for (look, delay) in looks {
                let delay = (*delay).clamp(SignedDuration::ZERO, queue::sqs::LONGEST_DELAY);
                let look = serde_json::to_string(&WrittenLook::from(look)).expect("a look can be written");
                self.0.send(look, now() + delay);
            }
        };
        let taken = self.1.call("SendMessageBatch hints", send).await;
        looks.iter().map(|_| taken.clone()).collect()
    }
}

/// [mail], for whoever hints.
pub(super) fn hints(mail: &Queue, faults: &Faults) -> Hints {
    Hints(mail.clone(), faults.clone())
}

/// The dead-letter queue of [deliveries].
#[derive(Clone, Debug)]
pub(crate) struct Dead(Queue, Faults);

impl DeadLetters for Dead {
    async fn bury(&self, message: &str) -> Result<(), Unavailable> {
        self.1.call("SendMessage dead", || self.0.bury(message)).await
    }
}

/// A queue, for whoever receives its messages.
pub(super) struct Receipts<'a>(pub(super) &'a Queue, pub(super) &'a Faults);

impl domain::ports::Receipts for Receipts<'_> {
    async fn delete(&self, receipts: &[&str]) -> Result<(), Unavailable> {
        let delete = || receipts.iter().for_each(|id| self.0.delete(id));
        self.1.call("DeleteMessageBatch", delete).await
    }

    async fn put_off(&self, receipts: &[(&str, SignedDuration)]) -> Result<(), Unavailable> {
        let put_off = || receipts.iter().for_each(|(id, later)| self.0.put_off(id, now(), *later));
        self.1.call("ChangeMessageVisibilityBatch", put_off).await
    }
}

/// [deliveries] and [fetch].
pub(super) struct Kept(pub(super) Queue, pub(super) Queue, pub(super) Faults);

impl Deliveries for Kept {
    async fn put(&self, incoming: &Incoming) -> Result<(), Unavailable> {
        let message = serde_json::to_string(incoming).expect("a delivery can be written");
        self.2.call("SendMessage delivery", || self.0.send(message, now())).await
    }

    async fn fetch(&self, hint: &ToFetch) -> Result<(), Unavailable> {
        let message = serde_json::to_string(hint).expect("a hint can be written");
        self.2.call("SendMessage fetch", || self.1.send(message, now())).await
    }
}

/// [deliveries], for the clock.
pub(super) struct Wakes<'a>(pub(super) &'a Queue, pub(super) &'a Faults);

impl clock::Wakes for Wakes<'_> {
    async fn wake(&self, orders: &[OrderId]) -> Vec<Result<(), Unavailable>> {
        let send = || {
            for order in orders {
                let wake = Incoming { v: VERSION, what: What::Wake { order: order.clone() } };
                self.0.send(serde_json::to_string(&wake).expect("a wake can be written"), now());
            }
        };
        let taken = self.1.call("SendMessageBatch wakes", send).await;
        orders.iter().map(|_| taken.clone()).collect()
    }
}

/// Where the page reads orders.
pub(super) struct Pages(pub(super) Tables);

impl order_page::ReadOrders for Pages {
    async fn order(&self, id: &OrderId) -> Result<Option<Stored>, Unavailable> {
        self.0.order(id).await
    }

    async fn suppression(&self, address: &AddressKey) -> Result<Option<Suppression>, Unavailable> {
        self.0.suppression(address).await
    }
}

/// Where the page puts what customers say.
pub(super) struct Words(Queue, Faults);

impl order_page::Words for Words {
    async fn put(&self, incoming: &Incoming) -> Result<(), Unavailable> {
        let message = serde_json::to_string(incoming).expect("a word can be written");
        self.1.call("SendMessage word", || self.0.send(message, now())).await
    }
}

/// The page.
pub(super) fn page(
    params: &Params,
    tables: &Tables,
    deliveries: &Queue,
    faults: &Faults,
) -> order_page::World<Params, Pages, Words> {
    order_page::World {
        settings: Settings::for_strangers(params.clone(), STACK.to_owned()),
        orders: Pages(tables.clone()),
        words: Words(deliveries.clone(), faults.clone()),
    }
}

pub(super) fn order_events(
    params: &Params,
    tables: &Tables,
    mail: &Queue,
    deliveries: &Queue,
    faults: &Faults,
) -> OrderEvents {
    order_events::World {
        settings: Settings::new(params.clone(), STACK.to_owned()),
        orders: tables.clone(),
        ledger: tables.clone(),
        hints: Hints(mail.clone(), faults.clone()),
        dead: Dead(deliveries.clone(), faults.clone()),
        pause: bootstrap::start::pause,
    }
}

pub(super) fn sender(params: &Params, tables: &Tables, ses: &Ses, mail: &Queue, faults: &Faults) -> EmailSender {
    email_sender::World {
        settings: Settings::new(params.clone(), STACK.to_owned()),
        mails: tables.clone(),
        compose: email::compose,
        designs: Designs::new(tables.clone()),
        ses: ses.clone(),
        hints: Hints(mail.clone(), faults.clone()),
        pages: PAGES.to_owned(),
        sending: Sending::new(2, |time| {
            super::set_now(now() + SignedDuration::try_from(time).expect("a short time"));
            Box::pin(std::future::ready(()))
        }),
        timing: Timing::ambiguous_after(300),
        clock: now,
    }
}

/// The webhook function of a family.
pub(super) async fn intake(
    settings: &Settings<Params>,
    deliveries: &Queue,
    fetches: &Queue,
    faults: &Faults,
    family: &str,
    request: lambda_http::Request,
) -> Response<String> {
    let family = match family {
        "storefronts" => Family { name: "storefronts", provers: storefronts::PROVERS },
        "payments" => Family { name: "payments", provers: payments::PROVERS },
        _ => Family { name: "carriers", provers: carriers::PROVERS },
    };
    let world = intake::World {
        family,
        settings,
        deliveries: &Kept(deliveries.clone(), fetches.clone(), faults.clone()),
        keys: &intake::NoKeys,
    };
    intake::handle(&world, request, now()).await
}
