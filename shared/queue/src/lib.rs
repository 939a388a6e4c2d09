//! SQS: deliveries and hints, typed.
