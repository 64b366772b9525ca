//! Machines nobody wrote: both engines have to do the same.

mod generate;
pub(crate) mod random;
mod report;
mod shrink;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use sfn_conformance::{Observed, Trial, compile, interpret_trial};

use self::random::Random;
use self::report::Report;
use crate::golden::bar;
use crate::shards;

/// Put random machines through random inputs, compiled and interpreted, and compare.
///
/// Output, error, cause and failing state, the calls of the tasks and the whole history have to be
/// the same. Tasks answer, fail, are late or never answer as a script says that is random too; a
/// virtual clock lets time pass. The same seed makes the same machines.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Number of machines.
    #[arg(long, value_name = "N", default_value_t = 200)]
    machines: usize,
    /// Number of executions of each.
    #[arg(long, value_name = "N", default_value_t = 20)]
    inputs: usize,
    /// What the random numbers start from.
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Write the counts and differences to this file.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Run the machine in this file instead: one that a run before has written.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["machines", "inputs", "seed"])]
    replay: Option<PathBuf>,
    /// Where a machine is written with which the engines differ.
    #[arg(long, value_name = "FILE", default_value = "difference.json")]
    keep: PathBuf,
    /// How often it is tried to make that machine smaller; each time some are built.
    #[arg(long, value_name = "N", default_value_t = 12)]
    shrink: usize,
}

/// An execution in which the engines differ.
#[derive(Debug, Clone)]
struct Found {
    /// Index of the machine.
    machine: usize,
    /// Index of its execution.
    execution: usize,
    /// The first differences.
    difference: String,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let trials = match &arguments.replay {
        Some(file) => vec![read(file)?],
        None => generated(arguments),
    };
    let compared = compare(&trials)?;
    let report = Report::new(&trials, &compared.interpreted, &compared.found);
    report.print();
    if let Some(file) = &arguments.json {
        fs::write(file, serde_json::to_vec_pretty(&report)?)?;
    }
    let smallest = compared.found.iter().min_by_key(|found| size(&trials, found.machine));
    let Some(found) = smallest else { return Ok(()) };
    let Some(trial) = trials.get(found.machine) else { return Ok(()) };
    let (trial, difference) = shrink::shrink(only(trial, found), found, arguments.shrink)?;
    println!("{}", serde_json::to_string_pretty(&trial)?);
    println!("\n{difference}\n");
    fs::write(&arguments.keep, serde_json::to_vec_pretty(&trial)?)?;
    bail!(
        "the engines differ in {} executions of {} machines; the smallest is above, again with \
         --replay {}",
        compared.found.len(),
        report.machines_that_differ(),
        arguments.keep.display()
    )
}

fn generated(arguments: &Arguments) -> Vec<Trial> {
    let mut random = Random::new(arguments.seed);
    let mut refused = 0;
    let mut trials = Vec::new();
    for number in 0..arguments.machines {
        let name = format!("seed {} machine {number}", arguments.seed);
        let (trial, tries) = generate::trial(name, arguments.inputs, &mut random.split());
        refused += tries;
        trials.push(trial);
    }
    if refused > 0 {
        println!("{refused} definitions were refused and made anew");
    }
    trials
}

fn read(file: &Path) -> Result<Trial> {
    let text = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let trial = serde_json::from_slice(&text);
    let trial = trial.with_context(|| format!("{} has no machine", file.display()))?;
    if let Err(errors) = compile::<Trial>(&trial) {
        bail!("the definition in {} is refused\n{errors}", file.display());
    }
    Ok(trial)
}

/// What came of trials.
struct Compared {
    interpreted: Vec<Vec<Observed>>,
    found: Vec<Found>,
}

/// Puts both engines through trials whose definitions are taken.
fn compare(trials: &[Trial]) -> Result<Compared> {
    let progress = bar(trials.len(), "interpreted");
    let mut interpreted = Vec::new();
    for trial in trials {
        interpreted.push(interpret_trial(trial).map_err(anyhow::Error::msg)?);
        progress.inc(1);
    }
    progress.finish_and_clear();
    let compiled = shards::run(trials.to_vec())?;
    let mut found = Vec::new();
    for (machine, (interpreted, compiled)) in interpreted.iter().zip(&compiled).enumerate() {
        for (execution, (interpreted, compiled)) in interpreted.iter().zip(compiled).enumerate() {
            if let Some(difference) = difference(interpreted, compiled) {
                found.push(Found { machine, execution, difference });
            }
        }
    }
    Ok(Compared { interpreted, found })
}

/// The first event, the first call and the outcome that differ.
fn difference(interpreted: &Observed, compiled: &Observed) -> Option<String> {
    let mut differences = Vec::new();
    let mut compare = |what: &str, one: &str, other: &str| {
        if one != other {
            differences.push(format!("{what}\n    interpreted {one}\n    compiled    {other}"));
        }
    };
    for (what, one, other) in [
        ("event", &interpreted.events, &compiled.events),
        ("call", &interpreted.calls, &compiled.calls),
    ] {
        let length = one.len().max(other.len());
        let at = |list: &[String], index| list.get(index).cloned().unwrap_or("none".to_owned());
        let first = (0..length).find(|&index| one.get(index) != other.get(index));
        if let Some(index) = first {
            compare(&format!("{what} {}", index + 1), &at(one, index), &at(other, index));
        }
    }
    compare("outcome", &interpreted.outcome, &compiled.outcome);
    if differences.is_empty() { None } else { Some(differences.join("\n")) }
}

/// The length of a machine's definition.
fn size(trials: &[Trial], machine: usize) -> usize {
    trials.get(machine).map_or(0, |trial| trial.definition.json_len())
}

/// The trial with nothing but the execution that was found.
fn only(trial: &Trial, found: &Found) -> Trial {
    let executions = trial.executions.iter().skip(found.execution).take(1).cloned().collect();
    Trial { executions, ..trial.clone() }
}
