//! Every recorded delivery: proved, read, altered.

pub(crate) mod joined;
mod sums;

use domain::fact::Payment;
use testing::{kept, leniency, meaning, proofs};

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
    kept::check(FUNCTION, PROVIDERS);
}

fn shown(fact: &Payment) -> String {
    serde_json::to_string_pretty(fact).expect("facts are JSON")
}
