//! What the programs of `measure/` print, a JSON object a line.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::cargo::output;

/// All numbers of a run.
#[derive(Debug, Serialize)]
pub(super) struct Numbers {
    pub(super) comparisons: Vec<Comparison>,
    pub(super) allocations: BTreeMap<String, Allocations>,
    /// None where they were not counted.
    pub(super) instructions: Option<BTreeMap<String, f64>>,
    pub(super) waiting: Vec<Waiting>,
    pub(super) stacks: Vec<Stack>,
}

/// A version of a workflow beside another one.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Comparison {
    pub(super) case: String,
    pub(super) beside: String,
    pub(super) handlers_return: String,
    pub(super) baseline: String,
    pub(super) measured: String,
    pub(super) aim: Option<f64>,
    pub(super) baseline_ns: f64,
    pub(super) measured_ns: f64,
    pub(super) ratio: f64,
}

/// What one execution allocates.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Allocations {
    pub(super) allocations: f64,
    pub(super) bytes: f64,
}

/// What a waiting execution takes.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Waiting {
    pub(super) machine: String,
    pub(super) execution_type: String,
    pub(super) waits_in: String,
    pub(super) driven_by: String,
    pub(super) heap_bytes: f64,
    pub(super) future_bytes: usize,
    pub(super) frame_bytes: usize,
    pub(super) aim: f64,
}

/// The stack under the handler of a task that is nested in Parallels.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Stack {
    pub(super) nested: u32,
    pub(super) stack_bytes: usize,
    pub(super) aim: f64,
}

/// Times every comparison, or those whose case has a text in its name.
pub(super) fn comparisons(time: &Path, case: Option<&str>) -> Result<Vec<Comparison>> {
    lines(Command::new(time).arg("compare").args(case))
}

/// Counts what each runner allocates.
pub(super) fn allocations(memory: &Path) -> Result<BTreeMap<String, Allocations>> {
    #[derive(Deserialize)]
    struct Line {
        runner: String,
        #[serde(flatten)]
        allocations: Allocations,
    }
    let lines = lines(Command::new(memory).arg("allocations"))?;
    Ok(lines.into_iter().map(|line: Line| (line.runner, line.allocations)).collect())
}

/// Measures what nested Parallels take of the stack.
pub(super) fn stacks(memory: &Path) -> Result<Vec<Stack>> {
    lines(Command::new(memory).arg("stack"))
}

/// Counts what waiting executions and waiting children take.
pub(super) fn waiting(memory: &Path) -> Result<Vec<Waiting>> {
    lines(Command::new(memory).arg("waiting"))
}

/// The names of all runners that are compared.
pub(super) fn runners(comparisons: &[Comparison]) -> BTreeSet<&str> {
    let names =
        comparisons.iter().flat_map(|comparison| [&comparison.baseline, &comparison.measured]);
    names.map(String::as_str).collect()
}

fn lines<T: DeserializeOwned>(command: &mut Command) -> Result<Vec<T>> {
    let text = output(command)?;
    let lines = text.lines().map(serde_json::from_str);
    lines.collect::<Result<_, _>>().with_context(|| format!("what {command:?} printed"))
}
