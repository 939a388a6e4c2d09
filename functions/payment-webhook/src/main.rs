//! payment-webhook.

fn main() {}
