//! The simulator: the real functions over SQS, DynamoDB, SES and a clock that are stricter than AWS: messages come twice,
//! late and in any order, answers are lost, processes die between any two calls, and several work at once.
//!
//! A seed gives one history of some orders, byte for byte: first what storefronts, payment providers, warehouses and
//! carriers say of them ([`lives`]), then what goes wrong on the way ([`chaos`]). A small [`model`], which does not know
//! `domain::situations`, says what customers must have heard by the end, and what they must not.

mod book;
mod campaign;
mod chaos;
mod check;
mod coverage;
mod functions;
mod lives;
mod matrix;
mod model;
mod ports;
mod queues;
mod ses;
mod shrink;
mod sim;
mod webhooks;
mod world;

pub use campaign::{Campaign, Failure};
pub use chaos::{Chaos, Fault};
pub use coverage::{Call, Coverage, Function};
pub use matrix::Matrix;
pub use shrink::{Story, shrink};
pub use world::{Counts, History, run};

/// Figures are nobody's here: the log of a simulation is what it finds.
pub fn quiet() {
    bootstrap::metrics::give_to(|_, _| {});
}
