//! Recorded executions.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;
use sfn_conformance::{
    Case, Compared, Replayed, Verdict, compile, interpret, refusal, taken_by_aws,
};

use crate::known::KnownDifferences;
use crate::shards;

/// Run recorded executions again, and compare how they end.
///
/// Tasks answer as recorded, a virtual clock lets hours pass in no time, and what the recording
/// masks is not compared.
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
    /// Also each event of the history, where it was recorded.
    History,
}

/// The verdicts of one engine, by case.
pub(crate) type Verdicts = BTreeMap<String, Verdict>;

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
    let mut known = KnownDifferences::default();
    known.read(&arguments.known.join("outcome.txt"))?;
    if arguments.compare == Compare::History {
        known.read(&arguments.known.join("history.txt"))?;
    }
    let mut reports = BTreeMap::new();
    if arguments.engine != Choice::Compiled {
        reports.insert("interpreted", interpreted(&cases));
    }
    if arguments.engine != Choice::Interpreted {
        reports.insert("compiled", compiled(&cases)?);
    }
    let mut unexpected = 0;
    for (engine, verdicts) in &reports {
        unexpected += report(engine, verdicts, &known);
    }
    if let Some(file) = &arguments.json {
        fs::write(file, serde_json::to_vec_pretty(&written(&reports))?)?;
    }
    if unexpected > 0 {
        bail!("{unexpected} verdicts are not as expected");
    }
    Ok(())
}

fn interpreted(cases: &[Replayed]) -> Verdicts {
    let bar = bar(cases.len(), "interpreted");
    let verdicts = cases.iter().map(|case| {
        bar.inc(1);
        (case.case.id.clone(), interpret(case))
    });
    let verdicts = verdicts.collect();
    bar.finish_and_clear();
    verdicts
}

fn compiled(cases: &[Replayed]) -> Result<Verdicts> {
    let mut verdicts = Verdicts::new();
    let mut taken = Vec::new();
    for replayed in cases {
        let case = &replayed.case;
        let refused = match (&case.expect_create_error, compile(replayed)) {
            (Some(refused), _) => Some(refusal(replayed, refused)),
            (None, Err(errors)) => Some(taken_by_aws(&errors)),
            (None, Ok(_)) => None,
        };
        match refused {
            Some(verdict) => drop(verdicts.insert(case.id.clone(), verdict)),
            None => taken.push(replayed.clone()),
        }
    }
    let ids: Vec<String> = taken.iter().map(|taken| taken.case.id.clone()).collect();
    verdicts.extend(ids.into_iter().zip(shards::run(taken)?));
    Ok(verdicts)
}

/// A bar that shows how far a command is, on terminals only.
pub(crate) fn bar(steps: usize, message: &'static str) -> ProgressBar {
    let style = ProgressStyle::with_template("{elapsed:>4} {bar:30} {pos}/{len} {msg}");
    ProgressBar::new(steps as u64)
        .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        .with_message(message)
}

/// Prints what failed, and how many passed. Gives the number of verdicts that are not expected.
pub(crate) fn report(engine: &str, verdicts: &Verdicts, known: &KnownDifferences) -> usize {
    let (mut passed, mut differ, mut unexpected) = (0, 0, 0);
    for (id, verdict) in verdicts {
        match (verdict, known.reason(id)) {
            (Verdict::Passed, None) => passed += 1,
            (Verdict::Passed, Some(reason)) => {
                passed += 1;
                unexpected += 1;
                println!("PASS {id}\n  it is listed as a known difference: {reason}\n");
            }
            (Verdict::Failed(_), Some(_)) => differ += 1,
            (Verdict::Failed(difference), None) => {
                unexpected += 1;
                println!("FAIL {id}\n  {}\n", difference.trim_end().replace('\n', "\n  "));
            }
        }
    }
    let failed = verdicts.len() - passed;
    println!("{engine}: {passed} passed, {failed} failed ({differ} of them known differences)");
    unexpected
}

#[derive(Serialize)]
struct Written<'a> {
    passed: usize,
    failed: BTreeMap<&'a str, &'a str>,
}

fn written<'a>(reports: &'a BTreeMap<&'a str, Verdicts>) -> BTreeMap<&'a str, Written<'a>> {
    let one = |verdicts: &'a Verdicts| {
        let failed = verdicts.iter().filter_map(|(id, verdict)| match verdict {
            Verdict::Passed => None,
            Verdict::Failed(difference) => Some((id.as_str(), difference.as_str())),
        });
        let failed: BTreeMap<&str, &str> = failed.collect();
        Written { passed: verdicts.len() - failed.len(), failed }
    };
    reports.iter().map(|(engine, verdicts)| (*engine, one(verdicts))).collect()
}
