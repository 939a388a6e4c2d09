//! Explanations and replays as text for a terminal: 100 columns, no colours, times in UTC.

mod explanation;
mod replay;

use std::fmt::Write;

use jiff::Timestamp;
use textwrap::Options;

pub use explanation::explanation;
pub use replay::{replay, summary};

/// As wide as a terminal that somebody also reads a ticket in.
const WIDTH: usize = 100;

/// A page in the making.
#[derive(Default)]
struct Page(String);

impl Page {
    /// A line, wrapped; what does not fit hangs under `hang` blanks.
    fn line(&mut self, text: &str, hang: usize) {
        let indent = " ".repeat(hang);
        let options = Options::new(WIDTH).subsequent_indent(&indent).break_words(false);
        // Wrapping takes away blanks at the start of a line only where it breaks one.
        for line in textwrap::wrap(text, options) {
            let _ = writeln!(self.0, "{}", line.trim_end());
        }
    }

    fn heading(&mut self, text: &str) {
        let _ = writeln!(self.0, "\n{text}");
    }
}

/// A time to the second.
fn time(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M:%S").to_string()
}

/// The first characters of a delivery's key: enough to find it.
fn short(digest: &str) -> &str {
    digest.get(..8).unwrap_or(digest)
}
