//! Recorded deliveries of every provider, changed at random, a million of them: none is taken that nobody signed, nothing
//! panics, and memory stays where it was.
//!
//! `MUTATE_SECONDS=600 cargo test -p it --test mutated` goes on for so long; without it, until a million were asked. Each
//! request has a seed of its own, one more than the one before: `MUTATE_SEED=… MUTATE_SECONDS=0` plays the first one alone.

mod ask;
mod body;
mod corpus;
mod header;
mod intake;
mod judge;
mod read;
mod request;
mod tally;
mod tree;

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use corpus::Corpus;
use tally::Tally;

/// Says it in CI's log too, where the output of a test that passes is not shown.
macro_rules! say {
    ($($said:tt)*) => { let _ = writeln!(std::io::stderr(), $($said)*); };
}

/// So many, if nobody says how long.
const ENOUGH: u64 = 1_000_000;
/// What the process may need more than before the first request.
const MEMORY: usize = 150 << 20;
/// So many threads whatever the machine has, so that their stacks and buffers are bounded too.
const THREADS: usize = 4;

#[test]
fn of_a_million_mutated_requests_none_is_taken_that_nobody_signed() {
    let variable = |name: &str| std::env::var(name).ok().map(|text| text.parse::<u64>().expect("a number"));
    let (seconds, seed) =
        (variable("MUTATE_SECONDS"), variable("MUTATE_SEED").unwrap_or_else(|| fastrand::u64(..1 << 40)));
    say!("MUTATE_SEED={seed}");
    let corpus = Corpus::recorded();
    corpus.check_controls();
    let (before, begun) = (tally::peak_memory(), Instant::now());
    let (next, failed, all) = (AtomicU64::new(0), AtomicBool::new(false), Mutex::new(Tally::default()));
    let is_over = |count: u64| match seconds {
        Some(seconds) => count > 0 && begun.elapsed() >= Duration::from_secs(seconds),
        None => count >= ENOUGH,
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from).min(THREADS) {
            scope.spawn(|| {
                let mut asker = ask::Asker::new(&corpus);
                loop {
                    let count = next.fetch_add(1, Ordering::Relaxed);
                    if is_over(count) || failed.load(Ordering::Relaxed) {
                        break;
                    }
                    let seed = seed.wrapping_add(count);
                    let done = catch_unwind(AssertUnwindSafe(|| asker.ask(seed)));
                    if let Err(why) = done.unwrap_or_else(|_| Err("it panics".to_owned())) {
                        say!("MUTATE_SEED={seed} MUTATE_SECONDS=0 plays it again: {why}");
                        failed.store(true, Ordering::Relaxed);
                    }
                }
                all.lock().expect("no panic").add(&asker.tally);
            });
        }
    });
    let (tally, took) = (all.into_inner().expect("no panic"), begun.elapsed());
    say!("{tally}\n{:.1} s, MUTATE_SEED={seed}", took.as_secs_f64());
    if let (Some(before), Some(after)) = (before, tally::peak_memory()) {
        say!("memory at most: {} MB, {} MB before", after >> 20, before >> 20);
        assert!(after - before < MEMORY, "memory grows with what strangers send");
    }
    assert!(!failed.into_inner(), "see above");
}
