//! A sample of the crash matrix, which `cargo crashes` tries as a whole: real processes are killed, and AWS calls dropped,
//! failed, doubled, throttled and delayed, and nobody loses a mail or gets one twice.

use it::Stack;
use it::crashes::{Choice, options, run};

/// Another sample: `CRASHES_SEED=2 cargo test killed`.
fn seed() -> u64 {
    std::env::var("CRASHES_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1)
}

#[tokio::test]
#[expect(clippy::print_stdout, reason = "what was covered is part of the result")]
async fn whatever_befalls_a_call_nothing_is_lost_and_nothing_is_told_twice() {
    // Of its own: deaths take along whatever else the process was at.
    let stack = Stack::of_one("crashes", options).await.unwrap_or_else(|error| panic!("the local stack: {error:?}"));
    let choice = Choice { times: 1, sample: Some(48), seed: seed(), most: 2, together: 32, shared: false };
    let report = run(Box::leak(Box::new(stack)), &choice).await.expect("a run comes to its end");
    println!("{}\n{} of {} cells, {} s", report.blows(), report.rows.len(), report.cells, report.seconds);
    let bad: Vec<_> = report.bad().collect();
    assert!(
        report.good(),
        "seed {}: {bad:#?}, dead letters {}, beside {:?}",
        report.seed,
        report.dead_letters,
        report.beside
    );
    let dealt = report.rows.iter().filter(|row| row.dealt > 0).count();
    assert!(dealt * 10 > report.rows.len() * 9, "only {dealt} of {} blows fell", report.rows.len());
}
