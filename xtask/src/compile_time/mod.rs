//! `cargo xtask compile-time`: how long generated machines take to build.
//!
//! Writes a crate for each size ([`project`]), builds it once so that its dependencies are there,
//! then touches its definition and builds again: what is timed is cargo's own start, the macro and
//! the compiler on that one crate.

mod project;

use std::time::{Duration, Instant};

use anyhow::Result;
use clap::Args;

use self::project::{Build, Project};
use crate::bench::verdict;
use crate::cargo::target_directory;
use crate::machine::Mix;
use crate::progress;
use crate::table::{Align, Table};

/// Measure how long generated machines take to build
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask compile-time
  cargo xtask compile-time --states 50,400 --runs 1
  cargo xtask compile-time --tasks-only")]
pub(crate) struct Arguments {
    /// Sizes of the machines
    #[arg(long, value_delimiter = ',', default_values_t = [25, 100, 200])]
    #[arg(value_parser = clap::value_parser!(u16).range(4..=10_000))]
    states: Vec<u16>,
    /// Builds of each kind; the fastest counts
    #[arg(long, default_value_t = 3)]
    runs: u32,
    #[command(flatten)]
    mix: Mix,
}

/// The aims, in seconds: of a machine with so many states.
const AIMS: [(u16, Build, f64); 2] = [(100, Build::Check, 1.0), (200, Build::Release, 12.0)];

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let target = target_directory()?.join("compile-time");
    let bar = progress::bar(arguments.states.len() * 2 * (arguments.runs as usize + 1));
    let mut table = Table::new([
        ("states", Align::Right),
        ("tasks", Align::Right),
        ("build", Align::Left),
        ("seconds", Align::Right),
        ("ms a state", Align::Right),
        ("ms an added state", Align::Right),
        ("aim", Align::Right),
        ("", Align::Left),
    ]);
    for build in [Build::Check, Build::Release] {
        let mut smaller: Option<(u16, Duration)> = None;
        for &states in &arguments.states {
            let project = Project::write(&target, states, arguments.mix)?;
            bar.set_message(format!("{states} states, {build}, with dependencies"));
            project.build(build)?;
            bar.inc(1);
            let mut fastest = Duration::MAX;
            for _ in 0..arguments.runs {
                bar.set_message(format!("{states} states, {build}"));
                project.touch()?;
                let start = Instant::now();
                project.build(build)?;
                fastest = fastest.min(start.elapsed());
                bar.inc(1);
            }
            let added = smaller.filter(|(fewer, _)| *fewer < states).map(|(fewer, faster)| {
                (fastest.as_secs_f64() - faster.as_secs_f64()) / f64::from(states - fewer)
            });
            smaller = Some((states, fastest));
            let seconds = fastest.as_secs_f64();
            let aim = AIMS.iter().find(|(of, kind, _)| (*of, *kind) == (states, build));
            let aim = aim.map(|(_, _, aim)| *aim);
            table.row([
                states.to_string(),
                project.tasks.to_string(),
                build.to_string(),
                format!("{seconds:.2}"),
                format!("{:.1}", seconds * 1e3 / f64::from(states)),
                added.map(|added| format!("{:.1}", added * 1e3)).unwrap_or_default(),
                aim.map(|aim| aim.to_string()).unwrap_or_default(),
                aim.map(|aim| verdict(seconds, aim)).unwrap_or_default().to_owned(),
            ]);
        }
    }
    bar.finish_and_clear();
    print!("{table}");
    println!("\nNear linear where an added state costs about the same at every size.");
    Ok(())
}
