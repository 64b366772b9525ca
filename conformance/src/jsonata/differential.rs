//! Expressions nobody wrote: both engines have to give the same.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use serde_json::json;
use sfn_conformance::ExpressionCase;

use super::generate;
use crate::differential::random::Random;

/// Evaluate random expressions on random documents, compiled and interpreted, and compare.
///
/// The same seed makes the same expressions.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Number of expressions.
    #[arg(long, value_name = "N", default_value_t = 1000)]
    expressions: usize,
    /// What the random numbers start from.
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Write the expressions to this file, as a suite without results, and do nothing else.
    #[arg(long, value_name = "FILE")]
    write: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let cases = generated(arguments);
    if let Some(file) = &arguments.write {
        fs::write(file, serde_json::to_vec_pretty(&json!({ "cases": cases }))?)?;
        return Ok(());
    }
    Ok(())
}

fn generated(arguments: &Arguments) -> Vec<ExpressionCase> {
    let mut random = Random::new(arguments.seed);
    let name = |number: usize| format!("seed {} expression {number}", arguments.seed);
    (0..arguments.expressions).map(|number| generate::case(name(number), &mut random.split())).collect()
}
