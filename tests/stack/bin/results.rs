//! `cargo results`: writes what the simulator, the crash matrix and the mutation tests found into the README.
//!
//! Reads what lies below `target/`: `simulator*.json` (`cargo simulate`), `crashes*.json` (`cargo crashes`; several runs are
//! added up) and `mutants/*/mutants.out/outcomes.json` (`cargo mutants -o target/mutants/{name}`).
#![expect(clippy::print_stdout, reason = "a program for a terminal")]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use it::root;
use serde_json::Value;

const BEGIN: &str = "<!-- `cargo results` writes what follows -->\n";
const END: &str = "<!-- up to here -->";
/// So often a cell of the simulator's matrix is to be tried …
const ENOUGH: u64 = 100;
/// … and so many are named that were not.
const FEWEST: usize = 12;

fn main() -> Result<()> {
    let target = root().join("target");
    let mut text = String::new();
    text.push_str(&simulated(&read(&target, "simulator")?));
    text.push_str(&crashed(&read(&target, "crashes")?));
    text.push_str(&mutated(&target.join("mutants"))?);
    let path = root().join("README.md");
    let readme = fs::read_to_string(&path)?;
    let (before, rest) = readme.split_once(BEGIN).context("the README has no place for the results")?;
    let (_, after) = rest.split_once(END).context("the README does not say where the results end")?;
    fs::write(&path, format!("{before}{BEGIN}\n{text}{END}{after}"))?;
    println!("{text}");
    Ok(())
}

/// Every file of a name that lies below `target/`.
fn read(target: &Path, name: &str) -> Result<Vec<Value>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(target)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| {
        let file = path.file_name().and_then(|file| file.to_str()).unwrap_or_default();
        file.starts_with(name) && path.extension().is_some_and(|extension| extension == "json")
    });
    paths.sort();
    let json = |path: &PathBuf| -> Result<Value> {
        serde_json::from_str(&fs::read_to_string(path)?).with_context(|| format!("reading {}", path.display()))
    };
    paths.iter().map(json).collect()
}

fn simulated(files: &[Value]) -> String {
    let mut text = String::from(
        "| simulated: mode | orders | webhooks | calls | faults | mails | sends that nobody could know of | lost | doubled |\n\
         |---|--:|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    let mut modes: BTreeMap<&str, BTreeMap<&str, u64>> = BTreeMap::new();
    for (mode, figures) in files.iter().filter_map(Value::as_object).flatten() {
        let sums = modes.entry(mode).or_default();
        for (name, value) in figures.as_object().into_iter().flatten() {
            *sums.entry(name).or_default() += value.as_u64().unwrap_or(0);
        }
    }
    for (mode, sums) in modes.iter().filter(|(_, sums)| sums.contains_key("orders")) {
        let figure = |name: &str| sums.get(name).copied().unwrap_or(0);
        let columns = ["orders", "webhooks", "calls", "faults", "mails", "ambiguous", "lost"].map(figure);
        let doubled = sums.iter().filter(|(name, _)| name.starts_with("doubled")).map(|(_, count)| count).sum::<u64>();
        let row: Vec<String> = columns.into_iter().chain([doubled]).map(grouped).collect();
        let _ = writeln!(text, "| {mode} | {} |", row.join(" | "));
    }
    for matrix in files.iter().map(|file| &file["matrix"]).filter(|matrix| matrix["cells"].is_object()) {
        text.push_str(&cells(matrix));
    }
    text + "\n"
}

/// How often each call of each function met each fault.
fn cells(matrix: &Value) -> String {
    let trials =
        matrix["cells"].as_object().into_iter().flatten().map(|(name, cell)| (cell[0].as_u64().unwrap_or(0), name));
    let mut trials: Vec<_> = trials.collect();
    trials.sort();
    let enough = trials.iter().filter(|(trials, _)| *trials >= ENOUGH).count();
    let mut text = format!(
        "\nThe simulator's matrix, function × call × fault: {} cells, {} trials; {enough} cells with {ENOUGH} or more{}\n",
        trials.len(),
        grouped(trials.iter().map(|(trials, _)| trials).sum()),
        if enough < trials.len() { ", and fewer:" } else { "." }
    );
    for (trials, name) in trials.iter().filter(|(trials, _)| *trials < ENOUGH).take(FEWEST) {
        let _ = writeln!(text, "- {trials}: {name}");
    }
    for (call, why) in matrix["never"].as_object().into_iter().flatten() {
        let _ = writeln!(text, "\nNever made, so no cells: {call}: {}.", why.as_str().unwrap_or("?"));
    }
    text
}

fn crashed(files: &[Value]) -> String {
    let mut blows: BTreeMap<&str, [u64; 4]> = BTreeMap::new();
    let mut cells = std::collections::BTreeSet::new();
    for row in files.iter().filter_map(|file| file["rows"].as_array()).flatten() {
        let sums = blows.entry(row["blow"].as_str().unwrap_or("?")).or_default();
        for (sum, name) in sums.iter_mut().zip(["dealt", "sent_again", "lost", "doubled"]) {
            *sum += row[name].as_u64().unwrap_or(0);
        }
        let place = ["step", "function", "action", "resource", "blow"].map(|name| row[name].to_string());
        cells.insert((place, row["nth"].as_u64()));
    }
    let sum = |name: &str| files.iter().filter_map(|file| file[name].as_u64()).sum::<u64>();
    let mut text = format!(
        "Crash matrix, on the local stack: {} cells, {} orders, {} mails, {} dead letters.\n\n\
         | a call is | blows | mails sent again, once | lost | doubled |\n|---|--:|--:|--:|--:|\n",
        grouped(cells.len() as u64),
        grouped(sum("orders")),
        grouped(sum("mails")),
        grouped(sum("dead_letters")),
    );
    for (blow, sums) in &blows {
        let _ = writeln!(text, "| {} | {} |", blow.replace('_', " "), sums.map(grouped).join(" | "));
    }
    text + "\n"
}

fn mutated(folder: &Path) -> Result<String> {
    let mut text = String::from("| mutated | mutants | caught | timed out | missed |\n|---|--:|--:|--:|--:|\n");
    let mut folders: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect();
    folders.sort();
    for folder in folders {
        let outcomes: Value = serde_json::from_str(&fs::read_to_string(folder.join("mutants.out/outcomes.json"))?)?;
        let count = |name: &str| outcomes[name].as_u64().unwrap_or(0);
        let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        // A run that goes on (`--iterate`) tries only what was missed before.
        let before = fs::read_to_string(folder.join("mutants.out/previously_caught.txt")).unwrap_or_default();
        let (caught, timed_out) = (count("caught") + before.lines().count() as u64, count("timeout"));
        let viable = caught + timed_out + count("missed");
        let _ = writeln!(text, "| {name} | {viable} | {caught} | {timed_out} | {} |", count("missed"));
    }
    Ok(text + "\n")
}

/// A number as people read it: 1,234,567.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(",")
}
