//! email-sender.

fn main() {}
