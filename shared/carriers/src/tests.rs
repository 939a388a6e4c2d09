//! Every recorded delivery: proved, read, altered.

use domain::fact::Tracking;
use testing::recorded::{recorded, settings};
use testing::{leniency, proofs};

use crate::PROVIDERS;

const FUNCTION: &str = "tracking-webhook";

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

/// The facts of each; personal values are shown, since they are nobody's.
#[test]
fn recorded_deliveries_mean_what_the_snapshots_say() {
    for one in recorded(FUNCTION) {
        let provider = webhooks::provider::named(PROVIDERS, &one.provider).expect("a provider");
        let facts = provider.interpret(&one.proved(&one.body), &settings(&one.provider));
        let text = match facts {
            Ok(facts) if facts.is_empty() => "no facts".to_owned(),
            Ok(facts) => facts.iter().map(shown).collect::<Vec<_>>().join("\n"),
            Err(unreadable) => format!("unreadable: {unreadable}"),
        };
        insta::assert_snapshot!(one.name, text);
    }
}

fn shown(fact: &Tracking) -> String {
    serde_json::to_string_pretty(fact).expect("facts are JSON")
}
