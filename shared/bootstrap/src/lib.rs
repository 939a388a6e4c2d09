//! What every function starts with: tracing, AWS configuration, batches, answers.
