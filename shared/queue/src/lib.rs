//! SQS: deliveries and hints, typed.

pub mod messages;
pub mod received;
pub mod sqs;
