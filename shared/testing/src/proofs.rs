//! What a proof owes to forgers: asked of every recorded delivery of a family.

#![expect(clippy::missing_panics_doc, reason = "a check fails by a panic")]

use http::{HeaderMap, HeaderName, HeaderValue};
use jiff::Timestamp;
use webhooks::delivery::{Proof, Rejection};
use webhooks::provider::Provider;
use webhooks::settings::Settings;

use crate::recorded::{
    Covers, Known, Providers, Recorded, SIGNED_AT, known, provider, recorded, settings, settings_with,
};

/// Each is genuine, and no change of what its proof covers, of signature, time or secret is; and every provider has one.
pub fn check<F: 'static>(function: &str, providers: Providers<F>) {
    let all = recorded(function);
    for provider in providers {
        assert!(all.iter().any(|one| one.provider == provider.name()), "no recorded delivery of {}", provider.name());
    }
    for one in all.into_iter().filter(|one| !one.fetched) {
        let (provider, known) = (provider(providers, &one.provider), known(&one.provider));
        match ask(provider, &one, &settings(&one.provider), 0) {
            Ok(Proof::Signed(verified)) => assert_eq!(verified.body(), one.body, "{}", one.name),
            Ok(Proof::Hints(hints)) => {
                assert!(!hints.is_empty(), "{}", one.name);
                if is_unsigned(&one, &known) {
                    continue;
                }
            }
            Ok(Proof::Answer(_)) => continue,
            other => panic!("{}: {other:?}", one.name),
        }
        check_secrets(provider, &one);
        check_time(provider, &one, known.proof.past);
        for changed in changed_bodies(&one, &known) {
            let refusal = ask(provider, &changed, &settings(&one.provider), 0).err();
            assert!(matches!(refusal, Some(Rejection::Forged | Rejection::Missing)), "{} with another body", one.name);
        }
        check_mutilated(provider, &one, &known);
        check_headers(&one, &known, &|changed: &Recorded| match ask(provider, changed, &settings(&one.provider), 0) {
            // With the key of another address: an intake refuses what still wants a key.
            Ok(Proof::Wants(_)) => Some(Rejection::Forged),
            other => other.err(),
        });
    }
}

/// Of a provider that signs some webhooks, one that it does not sign: it only ever causes a fetch.
fn is_unsigned(one: &Recorded, known: &Known) -> bool {
    let headers = &known.proof.headers;
    !headers.is_empty() && !headers.iter().any(|name| one.headers.contains_key(name))
}

fn ask<F>(provider: &dyn Provider<F>, one: &Recorded, settings: &Settings, seconds: i64) -> Result<Proof, Rejection> {
    let now = Timestamp::from_second(SIGNED_AT + seconds).expect("in range");
    provider.verify(one.delivery(), settings, now)
}

/// A provider that has no secret at all proves nothing, and only ever causes a fetch.
fn check_secrets<F>(provider: &dyn Provider<F>, one: &Recorded) {
    let good = settings(&one.provider);
    let refusal = |settings: &Settings| ask(provider, one, settings, 0).err();
    if good.secrets.is_empty() {
        let caused = ask(provider, one, &good, 0);
        assert!(matches!(caused, Ok(Proof::Hints(_))) || !good.keys.is_empty(), "{}", one.name);
        return;
    }
    let wrong = settings_with(&one.provider, &["whsec_d3Jvbmc="]);
    assert_eq!(refusal(&wrong), Some(Rejection::Forged), "{}", one.name);
    assert_eq!(refusal(&settings_with(&one.provider, &[])), Some(Rejection::NoSecret), "{}", one.name);
    assert_eq!(refusal(&settings_with(&one.provider, &[""])), Some(Rejection::NoSecret), "{}", one.name);
    let mut rotated = good;
    rotated.secrets.splice(..0, wrong.secrets);
    assert_eq!(refusal(&rotated), None, "{}: the older of two secrets is accepted", one.name);
}

fn check_time<F>(provider: &dyn Provider<F>, one: &Recorded, past: Option<i64>) {
    let refusal = |seconds: i64| ask(provider, one, &settings(&one.provider), seconds).err();
    let stale = past.map(|_| Rejection::Stale);
    let past = past.unwrap_or(300);
    assert_eq!([refusal(past + 1), refusal(-121)], [stale, stale], "{}", one.name);
    assert_eq!([refusal(past), refusal(-120)], [None, None], "{}", one.name);
}

fn changed_bodies(one: &Recorded, known: &Known) -> Vec<Recorded> {
    let with = |body: Vec<u8>| Recorded { body, ..one.clone() };
    match known.proof.covers {
        Covers::Body => {
            let cut = with(one.body[..one.body.len().saturating_sub(1)].to_vec());
            let more = with([&one.body[..], b"\n"].concat());
            (0..one.body.len()).map(|index| flip(one, index)).chain([cut, more]).collect()
        }
        Covers::Fields => {
            let whole: serde_json::Value = serde_json::from_slice(&one.body).unwrap_or_default();
            let changed = |pointer: &String| {
                let mut body = whole.clone();
                let field = body.pointer_mut(pointer)?;
                *field = match &*field {
                    serde_json::Value::String(text) => format!("{text}x").into(),
                    serde_json::Value::Number(number) => (number.as_i64()? + 1).into(),
                    _ => return None,
                };
                Some(with(body.to_string().into_bytes()))
            };
            known.proof.fields.iter().filter_map(changed).collect()
        }
        Covers::Nothing => Vec::new(),
    }
}

fn flip(one: &Recorded, index: usize) -> Recorded {
    let mut changed = one.clone();
    changed.body[index] ^= 1 << (index % 8);
    changed
}

/// What a proof that covers a part reads of the body before it is proved: no bytes make it panic.
fn check_mutilated<F>(provider: &dyn Provider<F>, one: &Recorded, known: &Known) {
    if known.proof.covers == Covers::Fields {
        for index in 0..one.body.len() {
            let _ = ask(provider, &flip(one, index), &settings(&one.provider), 0);
            let cut = Recorded { body: one.body[..index].to_vec(), ..one.clone() };
            let _ = ask(provider, &cut, &settings(&one.provider), 0);
        }
    }
}

fn check_headers(one: &Recorded, known: &Known, refusal: &dyn Fn(&Recorded) -> Option<Rejection>) {
    for name in &known.proof.headers {
        let name: HeaderName = name.parse().expect("a header's name");
        // A provider may have two schemes; a recorded delivery is signed by one of them.
        let Some(value) = one.headers.get(&name).cloned() else { continue };
        let with = |change: &dyn Fn(&mut HeaderMap)| {
            let mut changed = one.clone();
            change(&mut changed.headers);
            refusal(&changed)
        };
        assert_eq!(with(&|h| drop(h.remove(&name))), Some(Rejection::Missing), "{} without {name}", one.name);
        let twice = with(&|h| assert!(h.append(&name, value.clone())));
        let refused = (!known.proof.repeated).then_some(Rejection::Missing);
        assert_eq!(twice, refused, "{} twice {name}", one.name);
        for index in 0..value.len() {
            let mut bytes = value.as_bytes().to_vec();
            bytes[index] ^= 1;
            let Ok(changed) = HeaderValue::from_bytes(&bytes) else { continue };
            assert!(with(&|h| drop(h.insert(&name, changed.clone()))).is_some(), "{} with another {name}", one.name);
        }
    }
}
