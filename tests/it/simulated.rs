//! A minute of random histories: nothing is lost, nothing is told twice, every word is true when it is sent.

use std::time::Duration;

use it::simulator::{Campaign, Chaos, Story, quiet, run};

#[test]
fn a_minute_of_random_histories_goes_well() {
    quiet();
    let seconds = std::env::var("SIMULATE_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(60);
    let campaign = Campaign::run(1, u64::MAX, Duration::from_secs(seconds), 50, &Chaos::usual());
    if let Some(failure) = &campaign.failure {
        panic!("seed {}: {:#?}\nin small: {}\n{}", failure.seed, failure.wrong, failure.what, failure.story.told());
    }
}

#[test]
fn a_seed_gives_one_history() {
    quiet();
    let story = Story::new(7, 30, Chaos::usual());
    assert_eq!(run(&story).digest, run(&story).digest);
}
