//! Expressions nobody wrote: both engines have to give the same.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;
use serde_json::json;
use sfn_conformance::{ExpressionCase, ExpressionOutcome, read_suite};

#[cfg(feature = "oracle")]
use super::oracle;
use super::{compiled, cut, generate, interpreted, shrink};
use crate::differential::random::Random;

/// Evaluate random expressions on random documents, compiled and interpreted, and compare.
///
/// Values with the order of their members, and errors with their texts, have to be the same. The
/// same seed makes the same expressions.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Number of expressions.
    #[arg(long, value_name = "N", default_value_t = 1000)]
    expressions: usize,
    /// What the random numbers start from.
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Evaluate the expressions in this file instead: one that a run before has written.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["expressions", "seed"])]
    replay: Option<PathBuf>,
    /// Where an expression is written with which the engines differ.
    #[arg(long, value_name = "FILE", default_value = "difference.json")]
    keep: PathBuf,
    /// How often it is tried to make that expression smaller; each time some are built.
    #[arg(long, value_name = "N", default_value_t = 8)]
    shrink: usize,
    /// Write the expressions to this file, as a suite without results for other implementations
    /// to complete, and do nothing else.
    #[arg(long, value_name = "FILE")]
    write: Option<PathBuf>,
    /// Compare with the crate `jsonata-core` too, if the engines give the same. `cargo xtask`
    /// builds it in when this is asked for.
    #[arg(long)]
    oracle: bool,
    /// Compare it with the interpreter alone, so that nothing is built.
    #[arg(long, requires = "oracle")]
    interpreted: bool,
    /// Folder with the classes of expressions for which it is known to give something else.
    #[arg(long, value_name = "DIR", default_value = "conformance/known_differences")]
    known: PathBuf,
}

/// An expression with which the engines differ.
struct Difference {
    case: ExpressionCase,
    interpreted: ExpressionOutcome,
    compiled: ExpressionOutcome,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let cases = match &arguments.replay {
        Some(file) => read_suite(file, "")?,
        None => generated(arguments),
    };
    if let Some(file) = &arguments.write {
        return Ok(fs::write(file, written(&cases)?)?);
    }
    if arguments.interpreted {
        let outcomes = interpreted(&cases);
        print(&outcomes);
        return ask(arguments, &cases, &outcomes);
    }
    let (outcomes, found) = compare(&cases)?;
    print(&outcomes);
    let differ = found.len();
    for found in &found {
        println!("{}: {}", found.case.id, cut(&found.case.expr));
    }
    let Some(smallest) = found.into_iter().min_by_key(|found| found.case.expr.len()) else {
        println!("both engines give the same");
        return if arguments.oracle { ask(arguments, &cases, &outcomes) } else { Ok(()) };
    };
    let smallest = smaller(smallest, arguments.shrink)?;
    println!("\n{}\non {}", smallest.case.expr, smallest.case.data.clone().unwrap_or_default());
    println!("  interpreted {}", cut(&smallest.interpreted.to_string()));
    println!("  compiled    {}\n", cut(&smallest.compiled.to_string()));
    fs::write(&arguments.keep, written(&[smallest.case])?)?;
    bail!(
        "the engines differ in {differ} of {} expressions; the smallest is above, again with \
         --replay {}",
        cases.len(),
        arguments.keep.display()
    )
}

#[cfg(feature = "oracle")]
fn ask(
    arguments: &Arguments,
    cases: &[ExpressionCase],
    outcomes: &[ExpressionOutcome],
) -> Result<()> {
    let unexplained = oracle::compare(cases, outcomes, &arguments.known)?;
    if unexplained.is_empty() {
        return Ok(());
    }
    fs::write(&arguments.keep, written(&unexplained)?)?;
    bail!(
        "jsonata-core gives something else for {} expressions, and no class of {} says why; again \
         with --oracle --replay {}",
        unexplained.len(),
        oracle::FILE,
        arguments.keep.display()
    )
}

#[cfg(not(feature = "oracle"))]
fn ask(_: &Arguments, _: &[ExpressionCase], _: &[ExpressionOutcome]) -> Result<()> {
    bail!("--oracle needs the feature `oracle` of this program")
}

fn generated(arguments: &Arguments) -> Vec<ExpressionCase> {
    let mut random = Random::new(arguments.seed);
    let name = |number: usize| format!("seed {} expression {number}", arguments.seed);
    let numbers = 0..arguments.expressions;
    numbers.map(|number| generate::case(name(number), &mut random.split())).collect()
}

fn written(cases: &[ExpressionCase]) -> Result<Vec<u8>> {
    Ok(serde_json::to_vec_pretty(&json!({ "cases": cases }))?)
}

/// What the interpreter gave, and where the engines differ.
fn compare(cases: &[ExpressionCase]) -> Result<(Vec<ExpressionOutcome>, Vec<Difference>)> {
    let outcomes = interpreted(cases);
    let mut found = Vec::new();
    for ((case, interpreted), compiled) in cases.iter().zip(&outcomes).zip(compiled(cases)?) {
        if interpreted.to_string() != compiled.to_string() {
            let (case, interpreted) = (case.clone(), interpreted.clone());
            found.push(Difference { case, interpreted, compiled });
        }
    }
    Ok((outcomes, found))
}

/// The smallest difference that is found in parts of an expression.
fn smaller(mut smallest: Difference, times: usize) -> Result<Difference> {
    for _ in 0..times {
        let (_, found) = compare(&shrink::smaller(&smallest.case))?;
        let Some(next) = found.into_iter().min_by_key(|found| found.case.expr.len()) else { break };
        smallest = next;
    }
    Ok(smallest)
}

/// How many of the expressions had which outcome.
fn print(outcomes: &[ExpressionOutcome]) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for outcome in outcomes {
        let kind = match outcome {
            ExpressionOutcome::Value(_) => "values",
            ExpressionOutcome::Undefined => "undefined",
            ExpressionOutcome::Function => "functions",
            ExpressionOutcome::Failed { .. } => "errors",
            ExpressionOutcome::Broken(_) => "without an end",
        };
        *counts.entry(kind).or_default() += 1;
    }
    let counts: Vec<String> =
        counts.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    println!("{} expressions: {}", outcomes.len(), counts.join(", "));
}
