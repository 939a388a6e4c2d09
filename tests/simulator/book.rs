//! What happened so far in a world, for whoever judges it, and the parameters of its shop.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::kept::Kept;
use domain::ports::Stored;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::functions::STACK;
use super::lives::Life;
use super::sim::Millis;

/// One kept delivery.
#[derive(Debug)]
pub(super) struct Delivery {
    pub(super) order: usize,
    pub(super) say: usize,
    pub(super) kept: Kept,
    pub(super) digest: String,
    /// Every time it was received.
    pub(super) received: Vec<Timestamp>,
}

/// What happened so far.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) parameters: BTreeMap<String, Arc<str>>,
    pub(super) lives: Vec<Life>,
    pub(super) deliveries: Vec<Delivery>,
    /// Only asked, never walked through: its order would differ from run to run.
    by_digest: HashMap<String, usize>,
    /// Whose webhook is being taken in.
    pub(super) posting: (usize, usize),
    pub(super) kept: Vec<Vec<Option<Millis>>>,
    pub(super) known: Vec<Vec<Option<Millis>>>,
    pub(super) claimed: u64,
    /// How often the gate before SES was turned.
    pub(super) turns: u64,
    pub(super) now: Millis,
    pub(super) requests: u64,
    pub(super) wrong: Vec<(Option<usize>, String)>,
}

impl Book {
    pub(super) fn new(lives: Vec<Life>) -> Self {
        let nothing: Vec<Vec<Option<Millis>>> = lives.iter().map(|life| vec![None; life.says.len()]).collect();
        Self { parameters: PARAMETERS.clone(), kept: nothing.clone(), known: nothing, lives, ..Self::default() }
    }

    /// A delivery is durable.
    pub(super) fn keep(&mut self, kept: &Kept) {
        let (order, say) = self.posting;
        self.kept[order][say].get_or_insert(self.now);
        let digest = kept.digest();
        if let Some(known) = self.by_digest.get(&digest) {
            self.deliveries[*known].received.push(kept.received_at);
            return;
        }
        self.by_digest.insert(digest.clone(), self.deliveries.len());
        self.deliveries.push(Delivery { order, say, kept: kept.clone(), digest, received: vec![kept.received_at] });
    }

    /// An order was written.
    pub(super) fn wrote(&mut self, stored: &Stored, now: Millis) {
        for digest in stored.deliveries.iter() {
            let Some(delivery) = self.by_digest.get(digest) else { continue };
            let delivery = &self.deliveries[*delivery];
            self.known[delivery.order][delivery.say].get_or_insert(now);
        }
    }

    /// A delivery by its key.
    pub(super) fn delivery(&self, digest: &str) -> Option<&Delivery> {
        self.by_digest.get(digest).map(|index| &self.deliveries[*index])
    }
}

/// Made from files once, not once a world: those were a twentieth of a run's time.
static PARAMETERS: LazyLock<BTreeMap<String, Arc<str>>> = LazyLock::new(parameters);

/// The demo shop with its real settling times, one connection a family with the providers whose words are simulated.
fn parameters() -> BTreeMap<String, Arc<str>> {
    let mut shop = crate::shop::settings();
    if let Some(settings) = shop.as_object_mut() {
        settings.remove("settle");
        // The reference does not tell what did not happen; a delay that nobody declared is the exception.
        let off = json!({"on": false});
        let waiting = ["payment_reminder", "payment_expired", "late_to_ship", "pickup_waiting", "attention"];
        let kinds: serde_json::Map<String, Value> =
            waiting.iter().map(|kind| ((*kind).to_owned(), off.clone())).collect();
        settings.insert("kinds".to_owned(), Value::Object(kinds));
    }
    let secrets = crate::shop::secrets();
    let connection = |providers: [&str; 2]| {
        let settings = |name: &str| (name.to_owned(), json!({ "secrets": [secrets[name]] }));
        let providers: BTreeMap<String, Value> = providers.into_iter().map(settings).collect();
        json!({"shops": ["demo"], "providers": providers})
    };
    let key = BASE64_STANDARD.encode([7; 32]);
    let all = [
        ("shops/demo", shop),
        ("connections/storefronts/demo", connection(["woocommerce", "standard"])),
        ("connections/payments/demo", connection(["stripe", "standard"])),
        ("connections/carriers/demo", connection(["easypost", "standard"])),
        ("keys/links", json!({"current": {"id": "a", "key": key}})),
        ("keys/people", json!({ "key": key })),
    ];
    all.into_iter().map(|(name, value)| (format!("/tidings/{STACK}/{name}"), value.to_string().into())).collect()
}
