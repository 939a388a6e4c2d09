//! `cargo figures`: measures what an event, an order and a month cost, and prints it. It asserts nothing.

mod bill;
mod instructions;
mod lambda;
mod order;

use anyhow::Result;
use it::{Options, Stack};

fn main() -> Result<()> {
    let binaries = instructions::build()?;
    let stack = Stack::boot(&Options::new("figures"))?;
    stack.block_on(async {
        instructions::print(&stack, &binaries).await?;
        let order = order::measure(&stack).await?;
        order.print();
        bill::print(&order);
        Ok(())
    })
}

/// One line of a table on standard output.
fn line(text: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stdout(), "{text}");
}
