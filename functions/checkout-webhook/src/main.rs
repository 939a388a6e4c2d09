//! checkout-webhook.

fn main() {}
