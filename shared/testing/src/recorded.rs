//! Recorded deliveries: the Lambda events under `events/`, signed with secrets that anyone may know.
//!
//! A file dropped there is a test: whoever owns a family of providers calls these checks on all of its files.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use http::{HeaderMap, HeaderName, HeaderValue};
use jiff::Timestamp;
use serde::Deserialize;
use std::collections::BTreeMap;
use webhooks::delivery::{Delivery, Proof, Rejection, Unreadable, Verified};
use webhooks::provider::Provider;
use webhooks::settings::{Secret, Settings};

/// All of them were signed then.
pub const SIGNED_AT: i64 = 1_790_000_000;

/// The documented test secrets, and the headers that carry each provider's proof.
const SECRETS: [(&str, &str, &[&str]); 4] = [
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
const TIMED: [&str; 2] = ["standard", "stripe"];

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
    /// As an intake sees it.
    pub fn delivery(&self) -> Delivery<'_> {
        Delivery { headers: &self.headers, body: &self.body, received_at: signed_at() }
    }

    /// As it is once proved, with another body if one likes.
    pub fn proved(&self, body: &[u8]) -> Verified {
        Verified::across_queue(self.headers.clone(), body.to_vec())
    }
}

type Providers<F> = &'static [&'static dyn Provider<F>];

fn provider<F: 'static>(providers: Providers<F>, name: &str) -> &'static dyn Provider<F> {
    webhooks::provider::named(providers, name).expect("a provider for every recorded delivery")
}

/// Each is genuine, and no change of body, signature, time or secret is.
pub fn check_proofs<F: 'static>(function: &str, providers: Providers<F>) {
    let all = recorded(function);
    for provider in providers {
        assert!(all.iter().any(|one| one.provider == provider.name()), "no recorded delivery of {}", provider.name());
    }
    for one in all {
        let provider = provider(providers, &one.provider);
        let ask = |one: &Recorded, settings: &Settings, seconds: i64| {
            let now = Timestamp::from_second(SIGNED_AT + seconds).expect("in range");
            provider.verify(one.delivery(), settings, now)
        };
        let good = settings(&one.provider);
        match ask(&one, &good, 0) {
            Ok(Proof::Signed(verified)) => assert_eq!(verified.body(), one.body, "{}", one.name),
            Ok(Proof::Answer(_)) => continue,
            other => panic!("{}: {other:?}", one.name),
        }
        let refused = |one: &Recorded, settings: &Settings, seconds: i64, why: Rejection| {
            assert_eq!(ask(one, settings, seconds).err(), Some(why), "{} must be refused", one.name);
        };
        refused(&one, &with_secrets(&["whsec_d3Jvbmc="]), 0, Rejection::Forged);
        refused(&one, &with_secrets(&[]), 0, Rejection::NoSecret);
        refused(
            &one,
            &with_secrets(&["", "whsec_"][..usize::from(one.provider != "standard")]),
            0,
            Rejection::NoSecret,
        );
        let rotated = Settings {
            secrets: [with_secrets(&["whsec_d3Jvbmc="]).secrets, good.secrets.clone()].concat(),
            ..Settings::default()
        };
        assert!(ask(&one, &rotated, 0).is_ok(), "{}: the older of two secrets is accepted", one.name);
        if TIMED.contains(&one.provider.as_str()) {
            refused(&one, &good, 301, Rejection::Stale);
            refused(&one, &good, -121, Rejection::Stale);
            assert!(ask(&one, &good, 300).is_ok() && ask(&one, &good, -120).is_ok(), "{}", one.name);
        }
        for changed in changed_bodies(&one) {
            refused(&changed, &good, 0, Rejection::Forged);
        }
        check_headers(&one, &|changed: &Recorded| ask(changed, &good, 0).err());
    }
}

fn changed_bodies(one: &Recorded) -> Vec<Recorded> {
    let flip = |index: usize| {
        let mut changed = one.clone();
        changed.body[index] ^= 1 << (index % 8);
        changed
    };
    let cut = Recorded { body: one.body[..one.body.len() - 1].to_vec(), ..one.clone() };
    let more = Recorded { body: [&one.body[..], b"\n"].concat(), ..one.clone() };
    (0..one.body.len()).map(flip).chain([cut, more]).collect()
}

fn check_headers(one: &Recorded, refusal: &dyn Fn(&Recorded) -> Option<Rejection>) {
    let (.., headers) = SECRETS.iter().find(|(name, ..)| *name == one.provider).expect("a documented secret");
    for name in *headers {
        let value = one.headers.get(*name).expect("a signature header").clone();
        let with = |change: &dyn Fn(&mut HeaderMap)| {
            let mut changed = one.clone();
            change(&mut changed.headers);
            refusal(&changed)
        };
        assert_eq!(with(&|h| drop(h.remove(*name))), Some(Rejection::Missing), "{} without {name}", one.name);
        assert_eq!(
            with(&|h| drop(h.append(*name, value.clone()))),
            Some(Rejection::Missing),
            "{} twice {name}",
            one.name
        );
        for index in 0..value.len() {
            let mut bytes = value.as_bytes().to_vec();
            bytes[index] ^= 1;
            let Ok(changed) = HeaderValue::from_bytes(&bytes) else { continue };
            assert!(with(&|h| drop(h.insert(*name, changed.clone()))).is_some(), "{} with another {name}", one.name);
        }
    }
}

/// What every provider owes to strangers' JSON, asked of each field of each recorded delivery: unknown fields change
/// nothing, numbers may be text and text numbers, a missing field is missing or named in the error, nothing panics.
pub fn check_leniency<F: 'static + PartialEq + std::fmt::Debug>(function: &str, providers: Providers<F>) {
    for one in recorded(function) {
        let provider = provider(providers, &one.provider);
        let settings = settings(&one.provider);
        let ask = |body: &serde_json::Value| provider.interpret(&one.proved(body.to_string().as_bytes()), &settings);
        let Ok(whole) = serde_json::from_slice::<serde_json::Value>(&one.body) else { continue };
        let facts = ask(&whole);
        for path in paths(&whole) {
            let edited = |edit: &dyn Fn(&mut serde_json::Value)| {
                let mut edited = whole.clone();
                edited.pointer_mut(&path).map(edit).expect("a path of this body");
                edited
            };
            let same = |body: serde_json::Value, how: &str| assert_eq!(ask(&body), facts, "{} {path}: {how}", one.name);
            same(edited(&|value| add_field(value)), "an unknown field");
            same(edited(&|value| swap_number(value)), "a number as text, or text as a number");
            for strange in strange() {
                named(&path, &one.name, ask(&edited(&|value| *value = strange.clone())));
            }
            named(&path, &one.name, ask(&without(&whole, &path)));
        }
    }
}

/// An error may name the field or one in or around it, and nothing else.
fn named<F>(path: &str, name: &str, answer: Result<Vec<F>, Unreadable>) {
    let Err(Unreadable(error)) = answer else { return };
    let known =
        error.contains('`') || error.starts_with("not the JSON we know") || error.contains("may not read the order");
    assert!(known && error.len() < 250, "{name} {path}: {error}");
}

fn strange() -> Vec<serde_json::Value> {
    use serde_json::json;
    vec![
        json!(null),
        json!([]),
        json!({}),
        json!(true),
        json!(-1),
        json!(1e300),
        json!(i64::MIN),
        json!("never seen before"),
        json!("-0.005"),
        json!("\u{0}é\u{202e}"),
        json!("9".repeat(400)),
        json!([[[]]]),
    ]
}

fn add_field(value: &mut serde_json::Value) {
    if let Some(object) = value.as_object_mut().filter(|object| !object.is_empty()) {
        object.insert("never_seen_before".to_owned(), serde_json::json!({"a": [1, null]}));
    }
}

fn swap_number(value: &mut serde_json::Value) {
    let swapped = match &*value {
        serde_json::Value::Number(number) => Some(serde_json::Value::String(number.to_string())),
        serde_json::Value::String(text) => {
            let number = serde_json::from_str::<serde_json::Number>(text).ok();
            number.filter(|number| number.to_string() == *text).map(serde_json::Value::Number)
        }
        _ => None,
    };
    *value = swapped.unwrap_or_else(|| value.take());
}

fn without(whole: &serde_json::Value, path: &str) -> serde_json::Value {
    let mut edited = whole.clone();
    let (parent, key) = path.rsplit_once('/').unwrap_or_default();
    let key = key.replace("~1", "/").replace("~0", "~");
    match edited.pointer_mut(parent) {
        Some(serde_json::Value::Object(object)) => drop(object.remove(&key)),
        Some(serde_json::Value::Array(list)) => drop(key.parse().map(|index: usize| list.remove(index))),
        _ => {}
    }
    edited
}

fn paths(value: &serde_json::Value) -> Vec<String> {
    let mut found = vec![String::new()];
    let inner =
        |key: String, value: &serde_json::Value| paths(value).into_iter().map(move |path| format!("/{key}{path}"));
    match value {
        serde_json::Value::Object(object) => {
            for (key, value) in object {
                found.extend(inner(key.replace('~', "~0").replace('/', "~1"), value));
            }
        }
        serde_json::Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                found.extend(inner(index.to_string(), value));
            }
        }
        _ => {}
    }
    found
}

/// Bytes struck at random: nothing panics.
pub fn check_mutilated<F: 'static>(function: &str, providers: Providers<F>) {
    use proptest::prelude::*;
    let all = recorded(function);
    let strikes = proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6);
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let run = runner.run(&(any::<prop::sample::Index>(), strikes, any::<bool>()), |(which, strikes, digits)| {
        let one = which.get(&all);
        let mut body = one.body.clone();
        for (index, byte) in strikes {
            // Digits and JSON's own signs keep more bodies readable than any byte would.
            let byte = if digits { b"0123456789-.eE\"{}[],:tfn "[usize::from(byte) % 25] } else { byte };
            let index = index.index(body.len());
            body[index] = byte;
        }
        let _ = provider(providers, &one.provider).interpret(&one.proved(&body), &settings(&one.provider));
        Ok(())
    });
    run.expect("no panic");
}
