//! `cargo simulate`: random histories for as long as you like; a failing seed is made small and told.
//!
//! `cargo simulate [mode] [--seconds N] [--seed N [--seeds N]] [--orders N]`; modes: `usual`, `calm`, `matrix`,
//! `dropped-events`, `poison`, `half-deployed`, `outage`, `rough`, `all`. The results are in `target/simulator.json`; a matrix
//! goes on from what it says of the one before, until every cell has its `--trials`.

use std::process::ExitCode;
use std::time::Duration;

use it::simulator::{Campaign, Chaos, Failure, Matrix};
use serde_json::{Value, json};

/// A history is millions of small pieces of memory, each held for a moment.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Mode = (&'static str, fn() -> Chaos, u64);

/// Which histories, and how many orders a world has: few are quicker, because the processor's caches hold them; among many
/// more goes wrong at once.
const MODES: [Mode; 7] = [
    ("usual", Chaos::usual, 10),
    ("calm", Chaos::none, 10),
    ("dropped-events", Chaos::dropped_events, 50),
    ("poison", Chaos::poisoned, 50),
    ("half-deployed", Chaos::half_deployed, 50),
    ("outage", Chaos::outages, 50),
    ("rough", Chaos::rough, 50),
];

struct Options {
    mode: String,
    seconds: u64,
    seed: u64,
    seeds: u64,
    orders: Option<u64>,
    trials: u64,
}

fn options() -> Result<Options, String> {
    let mut options =
        Options { mode: "usual".to_owned(), seconds: 60, seed: 1, seeds: u64::MAX, orders: None, trials: 100 };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let field = match argument.as_str() {
            "--seconds" => &mut options.seconds,
            "--seed" => {
                options.seeds = 1;
                &mut options.seed
            }
            "--seeds" => &mut options.seeds,
            "--orders" => options.orders.insert(0),
            "--trials" => &mut options.trials,
            mode => {
                mode.clone_into(&mut options.mode);
                continue;
            }
        };
        let value = arguments.next().and_then(|text| text.parse().ok());
        *field = value.ok_or_else(|| format!("{argument} needs a whole number"))?;
    }
    Ok(options)
}

#[expect(clippy::print_stdout, reason = "its result is what the program is for")]
fn main() -> ExitCode {
    it::simulator::quiet();
    let options = match options() {
        Ok(options) => options,
        Err(why) => {
            println!("{why}");
            return ExitCode::FAILURE;
        }
    };
    let mut results = serde_json::Map::new();
    let mut failed = false;
    let mut take = |name: &str, campaign: &Campaign| {
        println!("{name}: {}", campaign.summary());
        println!("{}", campaign.coverage.table());
        campaign.failure.as_ref().inspect(|failure| println!("{}", tell(failure)));
        failed |= campaign.failure.is_some();
        results.insert(name.to_owned(), campaign.json());
    };
    let time = Duration::from_secs(options.seconds);
    for (name, chaos, orders) in MODES {
        if options.mode == name || options.mode == "all" {
            let orders = options.orders.unwrap_or(orders);
            take(name, &Campaign::run(options.seed, options.seeds, time, orders, &chaos()));
        }
    }
    if options.mode == "matrix" || options.mode == "all" {
        let mut matrix = Matrix::resume(&read()["matrix"]);
        // Hours are not to be lost because the last minute is interrupted.
        matrix.play(options.trials, time, &mut |matrix| {
            println!("{}", matrix.summary());
            let so_far = serde_json::Map::from_iter([("matrix".to_owned(), matrix.json())]);
            if let Err(why) = write(so_far) {
                println!("target/simulator.json could not be written: {why}");
            }
        });
        take("matrix", &matrix.campaign);
        results.insert("matrix".to_owned(), matrix.json());
    }
    if let Err(why) = write(results) {
        println!("target/simulator.json could not be written: {why}");
        return ExitCode::FAILURE;
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn file() -> String {
    let folder = std::env::var("CARGO_TARGET_DIR").unwrap_or_else(|_| "target".to_owned());
    format!("{folder}/simulator.json")
}

/// What is known of earlier modes.
fn read() -> Value {
    let text = std::fs::read_to_string(file()).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_else(|_| json!({}))
}

/// Puts the results of these modes beside those of others.
fn write(results: serde_json::Map<String, Value>) -> std::io::Result<()> {
    let mut all = read();
    for (mode, result) in results {
        all[mode] = result;
    }
    std::fs::write(file(), serde_json::to_string_pretty(&all)?)
}

fn tell(failure: &Failure) -> String {
    let wrong: Vec<&str> = failure.wrong.iter().take(5).map(String::as_str).collect();
    format!(
        "SEED {} FAILED:\n  {}\nThe smallest story found: {}\n{}",
        failure.seed,
        wrong.join("\n  "),
        failure.what,
        failure.story.told()
    )
}
