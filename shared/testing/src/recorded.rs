//! Recorded deliveries: the Lambda events under `events/`, signed with secrets that anyone may know.
//!
//! A file dropped there is a test: each family of providers asks [`crate::proofs`] and [`crate::leniency`] of all of its
//! files.

#![expect(clippy::missing_panics_doc, reason = "a test that cannot find its fixture has failed")]

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use http::{HeaderMap, HeaderName, HeaderValue};
use jiff::Timestamp;
use serde::Deserialize;
use std::collections::BTreeMap;
use webhooks::delivery::{Delivery, Verified};
use webhooks::provider::Provider;
use webhooks::settings::{Secret, Settings};

/// All of them were signed then.
pub const SIGNED_AT: i64 = 1_790_000_000;

/// The documented test secrets, and the headers that carry each provider's proof.
pub(crate) const SECRETS: [(&str, &str, &[&str]); 4] = [
    ("easypost", "easypost-test-sécret", &["x-hmac-signature"]),
    (
        "standard",
        "whsec_dGlkaW5ncy10ZXN0LXNlY3JldC0wMTIzNDU2Nzg5",
        &["webhook-id", "webhook-timestamp", "webhook-signature"],
    ),
    ("stripe", "whsec_test_tidings_stripe", &["stripe-signature"]),
    ("woocommerce", "woo-test-secret-0123456789abcdef", &["x-wc-webhook-signature"]),
];

/// Providers that sign a time.
pub(crate) const TIMED: [&str; 2] = ["standard", "stripe"];

/// One recorded delivery.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// The file, without `.json`: `stripe.charge.succeeded`.
    pub name: String,
    /// Of its path.
    pub provider: String,
    /// As sent.
    pub headers: HeaderMap,
    /// Exactly the signed bytes.
    pub body: Vec<u8>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Event {
    headers: BTreeMap<String, String>,
    path_parameters: BTreeMap<String, String>,
    raw_path: String,
    body: String,
    is_base64_encoded: bool,
}

/// When they were signed.
pub fn signed_at() -> Timestamp {
    Timestamp::from_second(SIGNED_AT).expect("in range")
}

/// A connection's settings with the documented test secret.
pub fn settings(provider: &str) -> Settings {
    let (_, secret, _) = SECRETS.iter().find(|(name, ..)| *name == provider).expect("a documented secret");
    with_secrets(&[secret])
}

/// Settings with these secrets.
pub fn with_secrets(secrets: &[&str]) -> Settings {
    Settings { secrets: secrets.iter().map(|secret| Secret::new(*secret)).collect(), ..Settings::default() }
}

/// Every recorded delivery of a function, by name.
pub fn recorded(function: &str) -> Vec<Recorded> {
    let folder = format!("{}/../../events/{function}", env!("CARGO_MANIFEST_DIR"));
    let files = std::fs::read_dir(&folder).expect("a folder of events");
    let mut all: Vec<Recorded> = files.map(|file| read(&file.expect("a file").path())).collect();
    all.sort_by(|one, other| one.name.cmp(&other.name));
    all
}

/// One recorded delivery of a function.
pub fn one(function: &str, name: &str) -> Recorded {
    recorded(function).into_iter().find(|delivery| delivery.name == name).expect("a recorded delivery of this name")
}

fn read(path: &std::path::Path) -> Recorded {
    let name = path.file_stem().and_then(|name| name.to_str()).expect("a plain name").to_owned();
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
    Recorded { name, provider, headers: event.headers.iter().map(header).collect(), body }
}

impl Recorded {
    /// A delivery that a test makes up.
    pub fn new(provider: &str, headers: &[(&'static str, &str)], body: &[u8]) -> Self {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, HeaderValue::from_bytes(value.as_bytes()).expect("a header's value"));
        }
        Self { name: provider.to_owned(), provider: provider.to_owned(), headers: map, body: body.to_vec() }
    }

    /// As an intake sees it.
    pub fn delivery(&self) -> Delivery<'_> {
        Delivery { headers: &self.headers, body: &self.body, received_at: signed_at() }
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
