//! Published definitions: are the valid ones taken, and the others refused for their reasons?

mod check;
mod corpus;
mod judge;
mod reasons;
mod report;
mod values;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;

use crate::golden::bar;
use crate::known::KnownDifferences;
use check::Machine;
use corpus::{Definition, Folder};
use judge::{Judged, judge};
use reasons::Reasons;
use report::Report;

/// Read published definitions: take the valid ones, refuse the others for their reasons.
///
/// The folder has definitions in `valid`, `invalid`, `suspect` and `engine`, one JSON file each. A
/// valid one has no errors, becomes Rust, and cargo checks that; its placeholders get values that
/// fit. One that is not has an error which `reasons.toml` says is the stated reason, within a line
/// of where it is stated. What comes of those of other engines is only told.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Folder of definitions.
    directory: PathBuf,
    /// Do not have cargo check the Rust.
    #[arg(long)]
    no_check: bool,
    /// Only definitions whose ids contain this.
    #[arg(long, value_name = "TEXT", default_value = "")]
    filter: String,
    /// Write the verdicts to this file.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Folder with the list of definitions that are disputed, each with its reason.
    #[arg(long, value_name = "DIR", default_value = "conformance/known_differences")]
    known: PathBuf,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let reasons = Reasons::read()?;
    let mut known = KnownDifferences::default();
    known.read(&arguments.known.join("definitions.txt"))?;
    let all = Definition::read_all(&arguments.directory, &arguments.filter)?;
    let mut report = Report::default();
    let machines = judge_all(all, &reasons, &mut report);
    if !arguments.no_check {
        check_all(machines, &mut report)?;
    }
    let unexpected = report.print(&known);
    if let Some(file) = &arguments.json {
        fs::write(file, serde_json::to_vec_pretty(&report.written())?)?;
    }
    if unexpected > 0 {
        bail!("{unexpected} verdicts are not as expected");
    }
    Ok(())
}

/// Judges all definitions. Gives the machines that rustc is to see, with their ids.
fn judge_all(
    all: Vec<Definition>,
    reasons: &Reasons,
    report: &mut Report,
) -> Vec<(String, Machine)> {
    let bar = bar(all.len(), "definitions");
    let mut machines = Vec::new();
    for definition in all {
        match judge(&definition, reasons) {
            Judged::Taken(machine) => {
                report.pass(definition.folder, &definition.id);
                machines.push((definition.id, machine));
            }
            Judged::Refused { unmapped } => {
                report.pass(definition.folder, &definition.id);
                report.unmapped(unmapped, &definition.id);
            }
            Judged::Wrongly(how) => report.fail(definition.folder, &definition.id, how),
            Judged::Told(codes) => report.tell(codes),
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    machines
}

fn check_all(machines: Vec<(String, Machine)>, report: &mut Report) -> Result<()> {
    let (ids, machines): (Vec<String>, Vec<Machine>) = machines.into_iter().unzip();
    if machines.is_empty() {
        return Ok(());
    }
    let refused: BTreeMap<usize, String> = check::check(&machines)?;
    for (place, told) in refused {
        if let Some(id) = ids.get(place) {
            report.fail(Folder::Valid, id, format!("rustc refuses what becomes of it\n{told}"));
        }
    }
    Ok(())
}
