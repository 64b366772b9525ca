//! `cargo xtask bench`: compiled and interpreted machines beside flows written by hand, histories
//! beside none, and what a waiting execution or child takes.
//!
//! Builds the programs of `measure/`, runs them ([`measured`]), counts instructions with valgrind
//! where it is installed ([`instructions`]) and prints tables ([`report`]). An aim that is missed
//! is said and is no failure: how fast a machine is depends on the computer.

mod instructions;
mod measured;
mod report;

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;

use self::measured::Numbers;
pub(crate) use self::report::verdict;
use crate::cargo;
use crate::progress;

/// Measure machines beside the same flows written by hand
#[derive(Debug, Args)]
#[command(after_help = "\
An aim that is missed is printed and is no failure.

Examples:
  cargo xtask bench
  cargo xtask bench JSONata
  cargo xtask bench --check --no-instructions
  cargo xtask bench --json target/bench.json")]
pub(crate) struct Arguments {
    /// Compare only the cases whose name has this in it, and measure no memory
    #[arg(value_name = "CASE")]
    case: Option<String>,
    /// Print only what has an aim, one a line: the number, the aim, met or missed
    #[arg(long)]
    check: bool,
    /// Keep the numbers in this file
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Do not count instructions, which takes valgrind and a minute
    #[arg(long)]
    no_instructions: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let bar = progress::bar(3);
    bar.set_message("building");
    let time = cargo::build("sfn-measure", "measure-time")?;
    let memory = match arguments.case {
        None => Some(cargo::build("sfn-measure", "measure-memory")?),
        Some(_) => None,
    };
    bar.inc(1);
    bar.set_message("measuring memory");
    let (allocations, waiting, stacks) = match memory {
        Some(memory) => (
            measured::allocations(&memory)?,
            measured::waiting(&memory)?,
            measured::stacks(&memory)?,
        ),
        None => Default::default(),
    };
    bar.inc(1);
    bar.set_message("comparing times");
    let comparisons = measured::comparisons(&time, arguments.case.as_deref())?;
    bar.inc(1);
    bar.finish_and_clear();
    let instructions = if arguments.no_instructions {
        None
    } else {
        instructions::count(&time, measured::runners(&comparisons))?
    };
    let numbers = Numbers { comparisons, allocations, instructions, waiting, stacks };
    if let Some(path) = &arguments.json {
        let text = serde_json::to_string_pretty(&numbers)?;
        std::fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    if arguments.check {
        print!("{}", report::aims(&numbers));
    } else {
        print!("{}", report::tables(&numbers));
    }
    Ok(())
}
