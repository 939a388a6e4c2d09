//! order-page.

fn main() {}
