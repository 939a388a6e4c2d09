//! What reading owes to strangers: asked of every recorded delivery of a family.

#![expect(clippy::missing_panics_doc, reason = "a check fails by a panic")]

use webhooks::delivery::{Proof, Unreadable};

use crate::recorded::{Providers, Recorded, provider, recorded, settings, signed_at};

/// What every provider owes to strangers' JSON, asked of each field of each recorded delivery: unknown fields change
/// nothing, numbers may be text and text numbers, a missing field is missing or named in the error, nothing panics.
pub fn check<F: 'static + PartialEq + std::fmt::Debug>(function: &str, providers: Providers<F>) {
    for one in all(function, providers) {
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

/// Those that `interpret` ever sees: of a thin webhook only what was fetched.
fn all<F: 'static>(function: &str, providers: Providers<F>) -> Vec<Recorded> {
    let read = |one: &Recorded| {
        let proof = provider(providers, &one.provider).verify(one.delivery(), &settings(&one.provider), signed_at());
        one.fetched || !matches!(proof, Ok(Proof::Hints(_)))
    };
    recorded(function).into_iter().filter(read).collect()
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
    let all = all(function, providers);
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
