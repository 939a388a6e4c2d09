//! What came of all the requests.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

/// Counts, and extremes.
#[derive(Default)]
pub(crate) struct Tally {
    /// By what came of them.
    pub(crate) ends: BTreeMap<&'static str, u64>,
    /// Requests, and bytes of their bodies.
    pub(crate) requests: u64,
    pub(crate) bytes: u64,
    /// The slowest, and whose it was.
    pub(crate) slowest: (Duration, String),
    /// The largest facts for their body's size.
    pub(crate) largest: (usize, usize, String),
}

impl Tally {
    /// Counts one more.
    pub(crate) fn count(&mut self, end: &'static str) {
        *self.ends.entry(end).or_default() += 1;
    }

    /// Takes in another's counts.
    pub(crate) fn add(&mut self, other: &Self) {
        for (end, count) in &other.ends {
            *self.ends.entry(end).or_default() += count;
        }
        self.requests += other.requests;
        self.bytes += other.bytes;
        if other.slowest.0 > self.slowest.0 {
            self.slowest = other.slowest.clone();
        }
        self.look(other.largest.0, other.largest.1, &other.largest.2);
    }

    /// Remembers facts of so many bytes from a body of so many, if none were larger.
    pub(crate) fn look(&mut self, facts: usize, body: usize, whose: &str) {
        if body > 0 && facts * self.largest.1.max(1) > self.largest.0 * body {
            self.largest = (facts, body, whose.to_owned());
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} requests, {} MB of bodies", self.requests, self.bytes >> 20)?;
        for (end, count) in &self.ends {
            writeln!(f, "{count:>9} {end}")?;
        }
        writeln!(f, "slowest: {:?}, {}", self.slowest.0, self.slowest.1)?;
        write!(f, "most facts: {} bytes of {}, {}", self.largest.0, self.largest.1, self.largest.2)
    }
}

/// The most memory that this process ever had, in bytes; nothing where the system does not say.
pub(crate) fn peak_memory() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: usize = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes << 10)
}
