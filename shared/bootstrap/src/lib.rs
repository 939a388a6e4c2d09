//! What every function starts with: tracing, AWS configuration, batches, answers, metrics.

pub mod answers;
pub mod aws;
pub mod batch;
pub mod metrics;
pub mod start;
