//! `cargo crashes`: breaks every AWS call of every function in every way, and checks that nothing is lost or doubled.
//!
//! `--times N` each cell (3), `--sample K` only so many cells, `--seed S` (1), `--together C` orders at a time (128),
//! `--most M` blows to one order at most (one in each step), `--warm` without the calls that a process makes only once: they
//! are broken in one order at a time, which takes hours; the others take twenty minutes.
//! The result is also in `target/crashes.json`. Exit code 1: something was lost, doubled or dead-lettered.
#![expect(clippy::print_stdout, reason = "a program for a terminal")]

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use it::crashes::{self, Choice};
use it::{Stack, root};

fn main() -> Result<ExitCode> {
    let choice = choice()?;
    // For ever: the tasks of a run share it. Its processes end with ours.
    let stack: &'static Stack = Box::leak(Box::new(Stack::boot(&crashes::options("crashes"))?));
    let report = stack.block_on(crashes::run(stack, &choice))?;
    println!("{}\n\n{}\n", report.table(), report.blows());
    for row in report.bad() {
        println!("BAD {row:?}");
    }
    for row in report.short() {
        println!("only {} of {} blows fell: {:?}", row.dealt, report.times, row.cell);
    }
    println!(
        "{} of {} cells, {} orders, {} mails, {} s; dead letters {}; in steps without a blow {:?}; seed {}",
        report.rows.len(),
        report.cells,
        report.orders,
        report.mails,
        report.seconds,
        report.dead_letters,
        report.beside,
        report.seed,
    );
    let path = root().join("target/crashes.json");
    fs::write(&path, serde_json::to_string_pretty(&report)?).with_context(|| format!("writing {}", path.display()))?;
    Ok(if report.good() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn choice() -> Result<Choice> {
    let mut choice = Choice { times: 3, sample: None, seed: 1, most: usize::MAX, together: 128, shared: true };
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let mut number = || -> Result<u64> {
            let value = arguments.next().with_context(|| format!("{name} needs a number"))?;
            value.parse().with_context(|| format!("{name} {value}: not a number"))
        };
        match name.as_str() {
            "--times" => choice.times = number()?.try_into()?,
            "--sample" => choice.sample = Some(number()?.try_into()?),
            "--seed" => choice.seed = number()?,
            "--most" => choice.most = number()?.try_into()?,
            "--together" => choice.together = number()?.try_into()?,
            "--warm" => choice.shared = false,
            _ => bail!("{name}: unknown; there are --times, --sample, --seed, --most, --together and --warm"),
        }
    }
    Ok(choice)
}
