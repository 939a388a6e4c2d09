//! `cargo local`: the stack, up until Ctrl-C.
#![expect(clippy::print_stdout, reason = "a program for a terminal")]

use anyhow::Result;
use it::{Options, Stack};

fn main() -> Result<()> {
    let stack = Stack::boot(&Options::new(""))?;
    println!("webhooks  {}/webhooks/{{storefronts,payments,carriers}}/{{provider}}/demo", stack.api());
    println!("inbox     {}/", stack.api());
    println!("all else  target/local/stack.json");
    println!("Ctrl-C ends it.");
    stack.stay()
}
