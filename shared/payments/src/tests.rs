//! Every recorded delivery: proved, read, altered.

pub(crate) mod joined;
mod sums;

use domain::fact::Payment;
use domain::kept::{Body, By, Kept};
use testing::recorded::{provider, recorded, settings, signed_at};
use testing::{leniency, meaning, proofs};

use crate::PROVIDERS;

const FUNCTION: &str = "payment-webhook";

#[test]
fn recorded_deliveries_are_genuine_and_every_change_of_them_is_not() {
    proofs::check(FUNCTION, PROVIDERS);
}

#[test]
fn strange_fields_are_survived_and_named() {
    leniency::check(FUNCTION, PROVIDERS);
}

#[test]
fn no_bytes_make_interpret_panic() {
    leniency::check_mutilated(FUNCTION, PROVIDERS);
}

#[test]
fn recorded_deliveries_mean_what_the_snapshots_say() {
    for (name, text) in meaning::texts(FUNCTION, PROVIDERS, shown) {
        insta::assert_snapshot!(name, text);
    }
}

#[test]
fn what_may_not_be_kept_is_not_needed() {
    for one in recorded(FUNCTION) {
        let (provider, settings) = (provider(PROVIDERS, &one.provider), settings(&one.provider));
        let (name, none) = (one.provider.clone(), String::new());
        let kept = Kept {
            id: none.clone(),
            family: none.clone(),
            provider: name,
            connection: none,
            received_at: signed_at(),
            headers: Vec::new(),
            by: By::Webhook,
            body: Body(one.body.clone()),
        };
        let kept = kept.blanked(provider.blanked());
        let read = |body: &[u8]| provider.interpret(&one.proved(body), &settings);
        assert_eq!(read(&kept.body.0), read(&one.body), "{}", one.name);
    }
}

fn shown(fact: &Payment) -> String {
    serde_json::to_string_pretty(fact).expect("facts are JSON")
}
