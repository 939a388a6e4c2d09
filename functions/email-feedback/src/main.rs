//! email-feedback.

fn main() {}
