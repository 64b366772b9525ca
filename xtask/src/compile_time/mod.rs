//! `cargo xtask compile-time`: how long generated machines take to build.
//!
//! Writes a crate for each size ([`project`], [`mod@expressions`]), builds it once so that its
//! dependencies are there, then touches its definition and builds again: what is timed is cargo's
//! own start, the macro or the build script, and the compiler on that one crate.

mod expressions;
mod project;

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::Args;
use indicatif::ProgressBar;

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
  cargo xtask compile-time --tasks-only
  cargo xtask compile-time --dsl
  cargo xtask compile-time --expressions 1000")]
pub(crate) struct Arguments {
    /// Sizes of the machines
    #[arg(long, value_delimiter = ',', default_values_t = [25, 100, 200])]
    #[arg(value_parser = clap::value_parser!(u16).range(4..=10_000))]
    states: Vec<u16>,
    /// Measure crates with so many expressions of JSONata instead
    #[arg(long, value_delimiter = ',', conflicts_with_all = ["states", "tasks_only", "dsl"])]
    #[arg(value_parser = clap::value_parser!(u16).range(1..=10_000))]
    expressions: Vec<u16>,
    /// Builds of each kind; the fastest counts
    #[arg(long, default_value_t = 3)]
    runs: u32,
    #[command(flatten)]
    mix: Mix,
    /// Measure machines in the typed DSL
    #[arg(long)]
    dsl: bool,
}

/// The aims, in seconds: of a machine with so many states.
const AIMS: [(u16, Build, f64); 2] = [(100, Build::Check, 1.0), (200, Build::Release, 12.0)];

/// The aim for crates with so many expressions.
const EXPRESSIONS_AIM: (u16, Build, f64) = (1000, Build::Debug, 180.0);

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let target = target_directory()?.join("compile-time");
    if arguments.expressions.is_empty() {
        machines(arguments, &target)
    } else {
        expressions(arguments, &target)
    }
}

/// The fastest of some builds of a crate after what it is made of has changed.
fn fastest(
    project: &Project,
    build: Build,
    what: &str,
    runs: u32,
    bar: &ProgressBar,
) -> Result<Duration> {
    bar.set_message(format!("{what}, {build}, with dependencies"));
    project.build(build)?;
    bar.inc(1);
    let mut fastest = Duration::MAX;
    for _ in 0..runs {
        bar.set_message(format!("{what}, {build}"));
        project.touch()?;
        let start = Instant::now();
        project.build(build)?;
        fastest = fastest.min(start.elapsed());
        bar.inc(1);
    }
    Ok(fastest)
}

/// The aim among these, and whether it is met.
fn judged(aims: &[(u16, Build, f64)], size: u16, build: Build, seconds: f64) -> [String; 2] {
    let aim = aims.iter().find(|(of, kind, _)| (*of, *kind) == (size, build));
    match aim {
        Some((_, _, aim)) => [aim.to_string(), verdict(seconds, *aim).to_owned()],
        None => Default::default(),
    }
}

fn expressions(arguments: &Arguments, target: &Path) -> Result<()> {
    let builds = arguments.expressions.len() * (arguments.runs as usize + 1);
    let bar = progress::bar(builds);
    let mut table = Table::new([
        ("expressions", Align::Right),
        ("build", Align::Left),
        ("seconds", Align::Right),
        ("ms an expression", Align::Right),
        ("aim", Align::Right),
        ("", Align::Left),
    ]);
    for &expressions in &arguments.expressions {
        let (project, build) = (expressions::write(target, expressions)?, Build::Debug);
        let what = format!("{expressions} expressions");
        let seconds = fastest(&project, build, &what, arguments.runs, &bar)?.as_secs_f64();
        let [aim, verdict] = judged(&[EXPRESSIONS_AIM], expressions, build, seconds);
        table.row([
            expressions.to_string(),
            build.to_string(),
            format!("{seconds:.2}"),
            format!("{:.1}", seconds * 1e3 / f64::from(expressions)),
            aim,
            verdict,
        ]);
    }
    bar.finish_and_clear();
    print!("{table}");
    Ok(())
}

fn machines(arguments: &Arguments, target: &Path) -> Result<()> {
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
            let project = match arguments.dsl {
                false => Project::write(target, states, arguments.mix)?,
                true => Project::write_dsl(target, states, arguments.mix)?,
            };
            let what = format!("{states} states");
            let fastest = fastest(&project, build, &what, arguments.runs, &bar)?;
            let added = smaller.filter(|(fewer, _)| *fewer < states).map(|(fewer, faster)| {
                (fastest.as_secs_f64() - faster.as_secs_f64()) / f64::from(states - fewer)
            });
            smaller = Some((states, fastest));
            let seconds = fastest.as_secs_f64();
            let [aim, verdict] = judged(&AIMS, states, build, seconds);
            table.row([
                states.to_string(),
                project.tasks.to_string(),
                build.to_string(),
                format!("{seconds:.2}"),
                format!("{:.1}", seconds * 1e3 / f64::from(states)),
                added.map(|added| format!("{:.1}", added * 1e3)).unwrap_or_default(),
                aim,
                verdict,
            ]);
        }
    }
    bar.finish_and_clear();
    print!("{table}");
    println!("\nNear linear where an added state costs about the same at every size.");
    Ok(())
}
