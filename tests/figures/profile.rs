//! What callgrind wrote: instructions, function by function.

use std::path::Path;

use anyhow::{Context, Result};

/// Instructions of one run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Counted {
    /// All of them.
    pub(crate) all: u64,
    /// Those of SHA-256 in software: valgrind's processor has no instructions for it, Lambda's have.
    pub(crate) hashing: u64,
}

impl Counted {
    /// Reads a profile. Lines are a position and what it cost; what follows a call is the cost of whom it called.
    pub(crate) fn read(profile: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(profile)?;
        let total =
            text.lines().find_map(|line| line.strip_prefix("totals: ").or_else(|| line.strip_prefix("summary: ")));
        let all = total.and_then(|count| count.trim().parse().ok()).context("callgrind wrote no total")?;
        let mut hashers = Vec::new();
        let (mut hashing, mut inside, mut called) = (0, false, false);
        for line in text.lines() {
            let function = line.strip_prefix("fn=");
            if let Some(named) = function.or_else(|| line.strip_prefix("cfn=")) {
                // Named once, with its number; then by number.
                let (number, name) = named.split_once(' ').unwrap_or((named, ""));
                if name.contains("sha256::compress") {
                    hashers.push(number.to_owned());
                }
                if function.is_some() {
                    inside = hashers.iter().any(|hasher| hasher == number);
                }
            } else if line.starts_with("calls=") {
                called = true;
            } else if line.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '+' | '-' | '*')) {
                let cost = line.split(' ').nth(1).and_then(|cost| cost.parse::<u64>().ok());
                hashing += cost.filter(|_| inside && !called).unwrap_or(0);
                called = false;
            }
        }
        Ok(Self { all, hashing })
    }
}
