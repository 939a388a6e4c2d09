//! SQS: deliveries and hints, typed.

pub mod messages;
pub mod sqs;
