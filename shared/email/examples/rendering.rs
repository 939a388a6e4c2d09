//! How long it takes to write a mail, from the order to the bytes that are handed over: `cargo rendering [TIMES]`.
#![expect(clippy::print_stdout, reason = "a program for a terminal")]

use std::time::{Duration, Instant};

use domain::situations::{Kind, Situation};
use email::samples::{EVERYTHING, Sample, all};

/// As in `email-sender`.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How often the same mail is written, unless the first argument says otherwise.
const TIMES: usize = 20_000;

fn main() {
    let times = std::env::args().nth(1).and_then(|times| times.parse().ok()).unwrap_or(TIMES);
    let begun = Instant::now();
    let samples = all("en");
    let with = |name: &str| samples.iter().find(|sample| sample.name == name);
    let (Some(plain), Some(large)) = (with(EVERYTHING), with("an order with 250 lines")) else { return };
    let read = begun.elapsed();
    let confirmed = |sample: &Sample| sample.situations().into_iter().find(|news| news.kind == Kind::Confirmed);
    let Some(first) = confirmed(plain) else { return };
    let took = write(plain, &first);
    println!("the first mail of a process, with its templates, texts and formats: {}", shown(took));
    for (name, sample, times) in [("3 lines", plain, times), ("250 lines", large, times / 20)] {
        let Some(news) = confirmed(sample) else { return };
        let mut took: Vec<Duration> = (0..times.max(1)).map(|_| write(sample, &news)).collect();
        took.sort_unstable();
        let [p50, p99] = [50, 99].map(|percent| shown(took[took.len() * percent / 100]));
        println!("confirmed, {name}: p50 {p50}, p99 {p99}, {} times", took.len());
    }
    println!("(samples were read in {})", shown(read));
}

fn write(sample: &Sample, news: &Situation) -> Duration {
    let begun = Instant::now();
    let mail = sample.write(None, news);
    let took = begun.elapsed();
    assert!(std::hint::black_box(mail).is_ok(), "it can be written");
    took
}

fn shown(time: Duration) -> String {
    format!("{:.1} µs", time.as_secs_f64() * 1e6)
}
