//! Cases of JSONata's test suite.

pub(crate) mod differential;
mod generate;
#[cfg(feature = "oracle")]
mod oracle;
mod shrink;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;
use serde::Serialize;
use sfn_conformance::{
    ExpressionCase, ExpressionOutcome, compile_case, interpret_case, judge, read_suite,
};

use crate::golden::{Choice, bar};
use crate::known::KnownDifferences;
use crate::shards;

/// Evaluate the expressions of a suite, and compare what they give.
///
/// The file has the format of JSONata's test suite in one piece: `{"cases": [{"id", "expr", "data",
/// "bindings", "result" | "undefinedResult" | "code", "timelimit", "depth", "unordered", "tags"}]}`.
/// Cases with `timelimit` and `depth` end at these limits. Of what is tagged `nondeterministic`
/// type and length count; numbers are equal if 15 digits are.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// File of the cases.
    file: PathBuf,
    /// What evaluates them.
    #[arg(long, value_enum, default_value_t = Choice::Both)]
    engine: Choice,
    /// Only cases whose names contain this.
    #[arg(long, value_name = "TEXT", default_value = "")]
    filter: String,
    /// Write the verdicts to this file.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Folder with the list of cases that are known to differ, each with its reason.
    #[arg(long, value_name = "DIR", default_value = "conformance/known_differences")]
    known: PathBuf,
}

/// What a case gave that did not pass.
#[derive(Debug, Serialize)]
struct Failure {
    expr: String,
    expected: String,
    actual: String,
}

/// What came of the cases on one engine.
#[derive(Debug, Serialize)]
struct Report {
    passed: usize,
    failed: BTreeMap<String, Failure>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let cases = read_suite(&arguments.file, &arguments.filter)?;
    if cases.is_empty() {
        bail!("{} has no case to run", arguments.file.display());
    }
    let mut known = KnownDifferences::default();
    known.read(&arguments.known.join("jsonata.txt"))?;
    let mut reports = BTreeMap::new();
    if arguments.engine != Choice::Compiled {
        reports.insert("interpreted", Report::new(&cases, interpreted(&cases)));
    }
    if arguments.engine != Choice::Interpreted {
        reports.insert("compiled", Report::new(&cases, compiled(&cases)?));
    }
    let mut unexpected = 0;
    for (engine, report) in &reports {
        unexpected += report.print(engine, &cases, &known);
    }
    if let Some(file) = &arguments.json {
        fs::write(file, serde_json::to_vec_pretty(&reports)?)?;
    }
    if unexpected > 0 {
        bail!("{unexpected} cases are not as expected");
    }
    Ok(())
}

pub(crate) fn interpreted(cases: &[ExpressionCase]) -> Vec<ExpressionOutcome> {
    let bar = bar(cases.len(), "interpreted");
    let outcomes = cases.iter().map(|case| {
        bar.inc(1);
        interpret_case(case)
    });
    let outcomes = outcomes.collect();
    bar.finish_and_clear();
    outcomes
}

/// What compiled expressions give; those that are no expressions are not compiled.
pub(crate) fn compiled(cases: &[ExpressionCase]) -> Result<Vec<ExpressionOutcome>> {
    let mut outcomes: Vec<Option<ExpressionOutcome>> =
        cases.iter().map(|case| compile_case(case).err()).collect();
    let taken = cases.iter().zip(&outcomes).filter(|(_, refused)| refused.is_none());
    let mut found = shards::run(taken.map(|(case, _)| case.clone()).collect())?.into_iter();
    for outcome in &mut outcomes {
        if outcome.is_none() {
            *outcome = found.next();
        }
    }
    Ok(outcomes.into_iter().flatten().collect())
}

impl Report {
    fn new(cases: &[ExpressionCase], outcomes: Vec<ExpressionOutcome>) -> Self {
        let failed = cases.iter().zip(&outcomes).filter_map(|(case, outcome)| {
            let expected = judge(case, outcome).err()?;
            let failure =
                Failure { expr: case.expr.clone(), expected, actual: outcome.to_string() };
            Some((case.id.clone(), failure))
        });
        let failed: BTreeMap<String, Failure> = failed.collect();
        Self { passed: cases.len() - failed.len(), failed }
    }

    /// Prints what failed, and how many passed. Gives the number of cases that are not as expected.
    fn print(&self, engine: &str, cases: &[ExpressionCase], known: &KnownDifferences) -> usize {
        let (mut differ, mut unexpected) = (0, 0);
        for case in cases {
            match (self.failed.get(&case.id), known.reason(&case.id)) {
                (None, None) => {}
                (None, Some(reason)) => {
                    unexpected += 1;
                    println!("PASS {}\n  it is listed as a known difference: {reason}\n", case.id);
                }
                (Some(_), Some(_)) => differ += 1,
                (Some(failure), None) => {
                    unexpected += 1;
                    println!("FAIL {}\n{failure}", case.id);
                }
            }
        }
        let (passed, failed) = (self.passed, self.failed.len());
        println!("{engine}: {passed} passed, {failed} failed ({differ} of them known differences)");
        unexpected
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "  {}", self.expr.trim().replace('\n', "\n  "))?;
        writeln!(f, "  expected {}", cut(&self.expected))?;
        writeln!(f, "  actual   {}", cut(&self.actual))
    }
}

/// The beginning of a text that is long.
fn cut(text: &str) -> String {
    const LONGEST: usize = 2000;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
