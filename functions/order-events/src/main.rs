//! order-events.

fn main() {}
