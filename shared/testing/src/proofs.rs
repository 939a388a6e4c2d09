//! What a proof owes to forgers: asked of every recorded delivery of a family.

#![expect(clippy::missing_panics_doc, reason = "a check fails by a panic")]

use http::{HeaderMap, HeaderValue};
use jiff::Timestamp;
use webhooks::delivery::{Proof, Rejection};
use webhooks::provider::Provider;
use webhooks::settings::Settings;

use crate::recorded::{Providers, Recorded, SECRETS, SIGNED_AT, TIMED, provider, recorded, settings, with_secrets};

/// Each is genuine, and no change of body, signature, time or secret is; and every provider has one.
pub fn check<F: 'static>(function: &str, providers: Providers<F>) {
    let all = recorded(function);
    for provider in providers {
        assert!(all.iter().any(|one| one.provider == provider.name()), "no recorded delivery of {}", provider.name());
    }
    for one in all {
        let provider = provider(providers, &one.provider);
        match ask(provider, &one, &settings(&one.provider), 0) {
            Ok(Proof::Signed(verified)) => assert_eq!(verified.body(), one.body, "{}", one.name),
            Ok(Proof::Answer(_)) => continue,
            other => panic!("{}: {other:?}", one.name),
        }
        check_secrets(provider, &one);
        check_time(provider, &one);
        for changed in changed_bodies(&one) {
            let refusal = ask(provider, &changed, &settings(&one.provider), 0).err();
            assert_eq!(refusal, Some(Rejection::Forged), "{} with another body", one.name);
        }
        check_headers(&one, &|changed: &Recorded| ask(provider, changed, &settings(&one.provider), 0).err());
    }
}

fn ask<F>(provider: &dyn Provider<F>, one: &Recorded, settings: &Settings, seconds: i64) -> Result<Proof, Rejection> {
    let now = Timestamp::from_second(SIGNED_AT + seconds).expect("in range");
    provider.verify(one.delivery(), settings, now)
}

fn check_secrets<F>(provider: &dyn Provider<F>, one: &Recorded) {
    let wrong = with_secrets(&["whsec_d3Jvbmc="]);
    let refusal = |settings: &Settings| ask(provider, one, settings, 0).err();
    assert_eq!(refusal(&wrong), Some(Rejection::Forged), "{}", one.name);
    assert_eq!(refusal(&with_secrets(&[])), Some(Rejection::NoSecret), "{}", one.name);
    assert_eq!(refusal(&with_secrets(&[""])), Some(Rejection::NoSecret), "{}", one.name);
    let secrets = [wrong.secrets, settings(&one.provider).secrets].concat();
    let rotated = Settings { secrets, ..Settings::default() };
    assert_eq!(refusal(&rotated), None, "{}: the older of two secrets is accepted", one.name);
}

fn check_time<F>(provider: &dyn Provider<F>, one: &Recorded) {
    let refusal = |seconds: i64| ask(provider, one, &settings(&one.provider), seconds).err();
    let stale = TIMED.contains(&one.provider.as_str()).then_some(Rejection::Stale);
    assert_eq!([refusal(301), refusal(-121)], [stale, stale], "{}", one.name);
    assert_eq!([refusal(300), refusal(-120)], [None, None], "{}", one.name);
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
            with(&|h| assert!(h.append(*name, value.clone()))),
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
