//! The crash matrix: every AWS call that the functions make for an order, broken in every way, one at a time, and then
//! the order's books are checked. What there is to break is found by watching orders that nothing happens to.

mod blow;
mod books;
mod life;
mod matrix;
mod plan;
mod report;
mod run;
mod step;

pub use blow::Blow;
pub use books::Verdict;
pub use matrix::{Cell, Matrix, Spot};
pub use report::{Report, Row};
pub use run::{Choice, run};
pub use step::Step;

use crate::Options;

/// A stack on which the matrix can be run. As in production, an ambiguous send is settled only after every message that
/// may tell of it had time to come a second time: a function that dies keeps SES's events for the visibility time-out.
#[must_use]
pub fn options(folder: &str) -> Options {
    Options { queue_timeout: 6, ambiguous_seconds: 45, ..Options::new(folder) }
}
