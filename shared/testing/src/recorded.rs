//! Recorded deliveries: the Lambda events under `events/`, signed with secrets that anyone may know.
//!
//! A file dropped there is a test: each family of providers asks [`crate::proofs`] and [`crate::leniency`] of all of its
//! files. Beside them, `settings/` has what a connection knows of each provider and what its proof covers, and `fetched/`
//! the deliveries that we fetch ourselves after a thin webhook.

#![expect(clippy::missing_panics_doc, reason = "a test that cannot find its fixture has failed")]

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use http::{HeaderMap, HeaderName, HeaderValue};
use jiff::Timestamp;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use webhooks::delivery::{Delivery, Verified};
use webhooks::provider::Provider;
use webhooks::settings::Settings;

/// All of them were signed then.
pub const SIGNED_AT: i64 = 1_790_000_000;

/// What a connection knows of a provider, and what is known of its proof: `events/{function}/settings/{provider}.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// As it stands in a connection's parameter.
    pub settings: serde_json::Value,
    /// How it proves itself.
    pub proof: Proof,
}

/// How a provider proves itself.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// The headers that carry it: without one of them, or with one twice, nothing is taken.
    pub headers: Vec<String>,
    /// Whether such a header may stand several times, and one that is genuine is enough.
    #[serde(default)]
    pub repeated: bool,
    /// What it covers.
    pub covers: Covers,
    /// JSON pointers to what is covered, where that is not the whole body.
    #[serde(default)]
    pub fields: Vec<String>,
    /// How old a signed time may be, in seconds, if one is signed.
    #[serde(default)]
    pub past: Option<i64>,
}

/// What a proof covers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Covers {
    /// Every byte of the body.
    Body,
    /// Some fields.
    Fields,
    /// Nothing: a secret is shown.
    Nothing,
}

/// One recorded delivery.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// The file, without `.json`: `stripe.charge.succeeded`.
    pub name: String,
    /// Of its path.
    pub provider: String,
    /// As sent.
    pub headers: HeaderMap,
    /// As sent, without the `?`.
    pub query: String,
    /// Exactly the signed bytes.
    pub body: Vec<u8>,
    /// Not sent but fetched by us: nothing proves it, nothing need.
    pub fetched: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Event {
    headers: BTreeMap<String, String>,
    path_parameters: BTreeMap<String, String>,
    raw_path: String,
    #[serde(default)]
    raw_query_string: String,
    #[serde(default)]
    body: String,
    is_base64_encoded: bool,
}

/// When they were signed.
pub fn signed_at() -> Timestamp {
    Timestamp::from_second(SIGNED_AT).expect("in range")
}

/// What is known of a provider.
pub fn known(provider: &str) -> Known {
    let file = |function: &&str| std::fs::read(format!("{}/settings/{provider}.json", folder(function))).ok();
    let text = FUNCTIONS.iter().find_map(file).unwrap_or_else(|| panic!("no settings/{provider}.json in events/"));
    serde_json::from_slice(&text).unwrap_or_else(|error| panic!("settings/{provider}.json: {error}"))
}

/// The settings of every provider of a function that are documented in `events/`, by name.
pub fn all_settings(function: &str) -> BTreeMap<String, serde_json::Value> {
    let named = |path: PathBuf| {
        let name = name_of(&path);
        let settings = known(&name).settings;
        (name, settings)
    };
    files(&format!("{}/settings", folder(function))).into_iter().map(named).collect()
}

/// A connection's settings with the documented test secret.
pub fn settings(provider: &str) -> Settings {
    serde_json::from_value(known(provider).settings).expect("settings")
}

/// The same settings with other secrets.
pub fn settings_with(provider: &str, secrets: &[&str]) -> Settings {
    settings(provider).with_secrets(secrets)
}

/// Settings with these secrets.
pub fn with_secrets(secrets: &[&str]) -> Settings {
    Settings::default().with_secrets(secrets)
}

/// Every recorded delivery of a function, by name.
pub fn recorded(function: &str) -> Vec<Recorded> {
    let sent = files(&folder(function)).into_iter().map(|file| read(&file));
    let fetched = files(&format!("{}/fetched", folder(function))).into_iter().map(|file| read_fetched(&file));
    let mut all: Vec<Recorded> = sent.chain(fetched).collect();
    all.sort_by(|one, other| one.name.cmp(&other.name));
    all
}

/// The functions that have recorded deliveries.
const FUNCTIONS: [&str; 3] = ["checkout-webhook", "payment-webhook", "tracking-webhook"];

fn folder(function: &str) -> String {
    format!("{}/../../events/{function}", env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str) -> Vec<PathBuf> {
    let all = std::fs::read_dir(folder).into_iter().flatten().map(|file| file.expect("a file").path());
    all.filter(|path| path.is_file()).collect()
}

fn name_of(path: &Path) -> String {
    path.file_stem().and_then(|name| name.to_str()).expect("a plain name").to_owned()
}

/// `{provider}.{what}.json`: the body as we put it into the queue.
fn read_fetched(path: &Path) -> Recorded {
    let name = name_of(path);
    let provider = name.split('.').next().unwrap_or_default().to_owned();
    let body = std::fs::read(path).expect("readable");
    let name = format!("{name}.fetched");
    Recorded { name, provider, headers: HeaderMap::new(), query: String::new(), body, fetched: true }
}

/// One recorded delivery of a function.
pub fn one(function: &str, name: &str) -> Recorded {
    recorded(function).into_iter().find(|delivery| delivery.name == name).expect("a recorded delivery of this name")
}

fn read(path: &Path) -> Recorded {
    let name = name_of(path);
    let event: Event = serde_json::from_slice(&std::fs::read(path).expect("readable")).expect("a Lambda event");
    let provider = event.path_parameters["provider"].clone();
    assert!(name.starts_with(&format!("{provider}.")), "{name} is not named after its provider {provider}");
    assert!(event.raw_path.ends_with(&format!("/{provider}/{}", event.path_parameters["connection"])), "{name}");
    let body = if event.is_base64_encoded {
        BASE64_STANDARD.decode(event.body).expect("base64")
    } else {
        event.body.into_bytes()
    };
    let header = |(name, value): (&String, &String)| {
        (name.parse::<HeaderName>().expect("a header"), value.parse::<HeaderValue>().expect("plain"))
    };
    let headers = event.headers.iter().map(header).collect();
    Recorded { name, provider, headers, query: event.raw_query_string, body, fetched: false }
}

impl Recorded {
    /// A delivery that a test makes up.
    pub fn new(provider: &str, headers: &[(&'static str, &str)], body: &[u8]) -> Self {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, HeaderValue::from_bytes(value.as_bytes()).expect("a header's value"));
        }
        let (name, provider) = (provider.to_owned(), provider.to_owned());
        Self { name, provider, headers: map, query: String::new(), body: body.to_vec(), fetched: false }
    }

    /// As an intake sees it.
    pub fn delivery(&self) -> Delivery<'_> {
        Delivery { headers: &self.headers, query: &self.query, body: &self.body, received_at: signed_at() }
    }

    /// As it is once proved, with another body if one likes.
    pub fn proved(&self, body: &[u8]) -> Verified {
        Verified::across_queue(self.headers.clone(), body.to_vec())
    }
}

/// A family's providers.
pub type Providers<F> = &'static [&'static dyn Provider<F>];

/// The provider that a recorded delivery is of.
pub fn provider<F: 'static>(providers: Providers<F>, name: &str) -> &'static dyn Provider<F> {
    webhooks::provider::named(providers, name).expect("a provider for every recorded delivery")
}
