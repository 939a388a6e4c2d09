//! SQS: deliveries and hints, typed.

pub mod deliveries;
pub mod messages;
pub mod received;
pub mod sqs;
