//! A program with some compiled machines and the cases that they are put through.

use std::collections::BTreeMap;
use std::process::ExitCode;

use serde::{Deserialize, Serialize};

use crate::{Case, Compared, Verdict};

/// A case with the place of its machine in the shard.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ShardCase {
    /// Index of the machine.
    pub machine: usize,
    /// The case.
    pub case: Case,
}

/// Runs the cases in the file that the program was called with, each on its machine, and prints
/// the verdicts as JSON.
pub fn run_shard(machines: &[fn(&Case, Compared) -> Verdict]) -> ExitCode {
    let Some(file) = std::env::args_os().nth(1) else {
        eprintln!("call it with a file of cases");
        return ExitCode::FAILURE;
    };
    let cases = std::fs::read(&file).ok().and_then(|text| serde_json::from_slice(&text).ok());
    let Some((compared, cases)): Option<(Compared, Vec<ShardCase>)> = cases else {
        eprintln!("{} has no cases", file.display());
        return ExitCode::FAILURE;
    };
    let verdict = |shard: &ShardCase| match machines.get(shard.machine) {
        Some(run) => run(&shard.case, compared),
        None => Verdict::Failed(format!("there is no machine {}", shard.machine)),
    };
    let verdicts: BTreeMap<&str, Verdict> =
        cases.iter().map(|shard| (shard.case.id.as_str(), verdict(shard))).collect();
    match serde_json::to_string(&verdicts) {
        Ok(text) => println!("{text}"),
        Err(error) => eprintln!("{error}"),
    }
    ExitCode::SUCCESS
}
