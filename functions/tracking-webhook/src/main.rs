//! tracking-webhook.

fn main() {}
