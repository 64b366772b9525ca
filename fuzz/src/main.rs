//! Bad input, made at random, for everything that reads text: `cargo xtask fuzz`.
//!
//! - `mutate` makes inputs of inputs, `seeds` has those to begin with.
//! - `targets` has one file for each subject: it reads an input and panics if what came of it is
//!   wrong. What it answers tells inputs apart, so that those that reach something new are kept
//!   and changed further.
//! - `session` gives inputs to one target, within limits of time and memory.
//! - `supervise` runs sessions as processes, so that an overflow of the stack or an endless loop
//!   is a finding too, and keeps the inputs that failed.
//!
//! There is no instrumentation, so it runs on stable and tries some ten thousand inputs a second.

mod mutate;
mod seeds;
mod session;
mod supervise;
mod target;
#[allow(clippy::panic, reason = "a target says by a panic what is wrong")]
mod targets;

use std::alloc::System;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use cap::Cap;
use clap::Parser;

use session::Limits;
use target::Target;

/// What all inputs and one target's work on one of them may take.
const MEMORY: usize = 512 << 20;

#[global_allocator]
static MEMORY_IN_USE: Cap<System> = Cap::new(System, MEMORY);

/// Give random input to everything that reads text.
///
/// A target is a subject, such as `json` or `definition`. An input fails if it makes the target
/// panic, take longer than 10 seconds or more than 512 MiB, overflow a stack of 2 MiB, or differ
/// from a simpler way to do the same. It is then kept in the folder.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask fuzz", bin_name = "cargo xtask fuzz")]
#[command(after_help = "\
Examples:
  cargo xtask fuzz                               all targets, ten seconds each
  cargo xtask fuzz json definition --seconds 300
  cargo xtask fuzz --seed 7 --inputs 100000      the same inputs each time
  cargo xtask fuzz json --replay fuzz/failed/json/0123456789abcdef")]
struct Cli {
    /// Targets; all if there is none.
    #[arg(value_name = "TARGET")]
    targets: Vec<String>,
    /// Stop a target after this time.
    #[arg(long, value_name = "N", default_value_t = 10)]
    seconds: u64,
    /// Stop a target after so many inputs.
    #[arg(long, value_name = "N", default_value_t = u64::MAX, hide_default_value = true)]
    inputs: u64,
    /// What the random choices begin with.
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Give one target this input only.
    #[arg(long, value_name = "FILE")]
    replay: Option<PathBuf>,
    /// Keep inputs that fail in folders of this one.
    #[arg(long, value_name = "DIR", default_value = "fuzz/failed")]
    folder: PathBuf,
    /// Print the names of the targets.
    #[arg(long)]
    list: bool,
    /// Be the process that does the work.
    #[arg(long, hide = true)]
    worker: bool,
}

fn main() -> ExitCode {
    match run(&Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: &Cli) -> Result<()> {
    if cli.list {
        targets::all().iter().for_each(|target| println!("{}", target.name));
        return Ok(());
    }
    let targets = select(&cli.targets)?;
    let limits = Limits { seconds: cli.seconds, inputs: cli.inputs, seed: cli.seed };
    let replay = cli.replay.as_deref();
    match (&targets[..], cli.worker) {
        ([target], true) => session::run(target, &limits, &cli.folder, replay),
        (targets, false) => supervise::run(targets, &limits, &cli.folder, replay),
        _ => bail!("a process has one target"),
    }
}

/// The targets of these names, or all.
fn select(names: &[String]) -> Result<Vec<&'static Target>> {
    if names.is_empty() {
        return Ok(targets::all().iter().filter(|target| !target.planted).collect());
    }
    let find = |name: &String| {
        let known = targets::all().iter().map(|target| target.name);
        targets::all().iter().find(|target| target.name == name).ok_or_else(|| {
            let known: Vec<&str> = known.collect();
            anyhow::anyhow!("there is no target `{name}`, but {}", known.join(", "))
        })
    };
    names.iter().map(find).collect()
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        super::Cli::command().debug_assert();
    }
}
