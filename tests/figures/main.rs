//! `cargo figures`: measures what an event, an order and a month cost, and prints it. It asserts nothing.
//!
//! `cargo figures order-events` measures the functions that it names, and no more; `--built DIR` takes them as they are there
//! instead of building them.

mod bill;
mod instructions;
mod lambda;
mod order;
mod profile;

use std::path::PathBuf;

use anyhow::{Result, ensure};
use it::{Options, Stack};
use lexopt::prelude::*;

fn main() -> Result<()> {
    let (mut named, mut built): (Vec<String>, Option<PathBuf>) = (Vec::new(), None);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("built") => built = Some(arguments.value()?.into()),
            Value(function) => named.push(function.string()?),
            _ => return Err(argument.unexpected().into()),
        }
    }
    let whole = named.is_empty();
    let measured = if whole { instructions::MEASURED.map(str::to_owned).to_vec() } else { named };
    let unknown = measured.iter().find(|name| !instructions::MEASURED.contains(&name.as_str()));
    ensure!(unknown.is_none(), "{unknown:?} is not measured: name some of {:?}", instructions::MEASURED);
    let binaries = built.map_or_else(instructions::build, Ok)?;
    let stack = Stack::boot(&Options::new("figures"))?;
    stack.block_on(async {
        instructions::print(&stack, &binaries, &measured).await?;
        if !whole {
            return Ok(());
        }
        instructions::sizes(&binaries)?;
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
