//! Recorded executions.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use sfn_conformance::{
    Case, Compared, Replayed, Restored, Verdict, Verdicts, compile, interpret, interpret_restored,
    refusal, taken_by_aws,
};

use crate::known::KnownDifferences;
use crate::shards;

/// Run recorded executions again, and compare what happens.
///
/// Tasks answer as recorded, a virtual clock lets hours pass in no time, and what the recording
/// masks is not compared. Outcomes, histories and logs are counted by themselves.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Folder of recorded cases.
    directory: PathBuf,
    /// What runs them.
    #[arg(long, value_enum, default_value_t = Choice::Both)]
    engine: Choice,
    /// What is compared.
    #[arg(long, value_enum, default_value_t = Compare::Outcome)]
    compare: Compare,
    /// Keep each execution as a checkpoint between any two steps, and go on from there.
    #[arg(long)]
    checkpoints: bool,
    /// Only cases whose names contain this.
    #[arg(long, value_name = "TEXT", default_value = "")]
    filter: String,
    /// Write the verdicts to this file.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Folder with the lists of cases that are known to differ, each with its reason.
    #[arg(long, value_name = "DIR", default_value = "conformance/known_differences")]
    known: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Choice {
    /// Machines that are compiled to Rust first.
    Compiled,
    /// The interpreter.
    Interpreted,
    /// One after the other.
    Both,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Compare {
    /// Refused or not, status, output, error and cause.
    Outcome,
    /// Also each event of the history, and the log entries and the answers of the API, where they
    /// were recorded.
    History,
}

/// The verdicts of one engine, by case.
type Report = BTreeMap<String, Verdicts>;

/// What is judged of a case: what it is called, and its verdict.
type Total = (&'static str, fn(&Verdicts) -> Option<&Verdict>);

/// What is counted by itself, each with a list of known differences of its own.
const TOTALS: [Total; 3] = [
    ("outcome", |verdicts| Some(&verdicts.outcome)),
    ("history", |verdicts| verdicts.history.as_ref()),
    ("logs", |verdicts| verdicts.logs.as_ref()),
];

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let all = Case::read_all(&arguments.directory, &arguments.filter)?;
    let compared = match arguments.compare {
        Compare::Outcome => Compared::Outcome,
        Compare::History => Compared::History,
    };
    let cases = all.into_iter().map(|case| Replayed { case, compared });
    let cases: Vec<Replayed> = cases.collect();
    if cases.is_empty() {
        bail!("{} has no case to run", arguments.directory.display());
    }
    let mut reports = BTreeMap::new();
    if arguments.engine != Choice::Compiled {
        reports.insert("interpreted", interpreted(&cases, arguments.checkpoints));
    }
    if arguments.engine != Choice::Interpreted {
        reports.insert("compiled", compiled(&cases, arguments.checkpoints)?);
    }
    let mut unexpected = 0;
    for (what, verdict) in TOTALS {
        let mut known = KnownDifferences::default();
        known.read(&arguments.known.join(format!("{what}.txt")))?;
        for (engine, report) in &reports {
            let judged = report.iter().filter_map(|(id, all)| Some((id.as_str(), verdict(all)?)));
            unexpected += print_failures(&format!("{engine}, {what}"), judged, &known);
        }
    }
    for (engine, report) in &reports {
        print_totals(engine, report);
    }
    if let Some(file) = &arguments.json {
        fs::write(file, serde_json::to_vec_pretty(&reports)?)?;
    }
    if unexpected > 0 {
        bail!("{unexpected} verdicts are not as expected");
    }
    Ok(())
}

fn interpreted(cases: &[Replayed], checkpoints: bool) -> Report {
    let interpret = if checkpoints { interpret_restored } else { interpret };
    let bar = bar(cases.len(), "interpreted");
    let verdicts = cases.iter().map(|case| {
        bar.inc(1);
        (case.case.id.clone(), interpret(case))
    });
    let verdicts = verdicts.collect();
    bar.finish_and_clear();
    verdicts
}

fn compiled(cases: &[Replayed], checkpoints: bool) -> Result<Report> {
    let mut verdicts = Report::new();
    let mut taken = Vec::new();
    for replayed in cases {
        let case = &replayed.case;
        let refused = match (&case.expect_create_error, compile(replayed)) {
            (Some(refused), _) => Some(refusal(replayed, refused)),
            (None, Err(errors)) => Some(taken_by_aws(&errors)),
            (None, Ok(_)) => None,
        };
        match refused {
            Some(verdict) => drop(verdicts.insert(case.id.clone(), verdict.into())),
            None => taken.push(replayed.clone()),
        }
    }
    let ids: Vec<String> = taken.iter().map(|taken| taken.case.id.clone()).collect();
    let answers = match checkpoints {
        true => shards::run(taken.into_iter().map(Restored).collect())?,
        false => shards::run(taken)?,
    };
    verdicts.extend(ids.into_iter().zip(answers));
    Ok(verdicts)
}

/// A bar that shows how far a command is, on terminals only.
pub(crate) fn bar(steps: usize, message: &'static str) -> ProgressBar {
    let style = ProgressStyle::with_template("{elapsed:>4} {bar:30} {pos}/{len} {msg}");
    ProgressBar::new(steps as u64)
        .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        .with_message(message)
}

/// Prints what failed. Gives the number of verdicts that are not expected.
pub(crate) fn print_failures<'a>(
    what: &str,
    judged: impl Iterator<Item = (&'a str, &'a Verdict)>,
    known: &KnownDifferences,
) -> usize {
    let mut unexpected = 0;
    for (id, verdict) in judged {
        match (verdict, known.reason(id)) {
            (Verdict::Passed, None) | (Verdict::Failed(_), Some(_)) => {}
            (Verdict::Passed, Some(reason)) => {
                unexpected += 1;
                println!("PASS {id} ({what})\n  it is listed as a known difference: {reason}\n");
            }
            (Verdict::Failed(difference), None) => {
                unexpected += 1;
                let difference = difference.trim_end().replace('\n', "\n  ");
                println!("FAIL {id} ({what})\n  {difference}\n");
            }
        }
    }
    unexpected
}

/// `2 passed, 1 failed`
pub(crate) fn count<'a>(verdicts: impl Iterator<Item = &'a Verdict>) -> String {
    let (passed, failed): (Vec<&Verdict>, _) = verdicts.partition(|one| **one == Verdict::Passed);
    format!("{} passed, {} failed", passed.len(), failed.len())
}

/// Prints how many passed, and what was not compared in how many cases.
fn print_totals(engine: &str, report: &Report) {
    println!("{engine}:");
    for (what, verdict) in TOTALS {
        let mut judged = report.values().filter_map(verdict).peekable();
        if judged.peek().is_some() {
            println!("  {what}: {}", count(judged));
        }
    }
    let skipped: BTreeSet<&String> = report.values().flat_map(|one| &one.skipped).collect();
    for what in skipped {
        let cases = report.values().filter(|one| one.skipped.contains(what)).count();
        println!("  not compared in {cases}: {what}");
    }
}
