//! clock.

fn main() {}
