//! How much of the language a run has gone through.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use sfn_conformance::{Observed, Trial};

use super::Found;

/// What a run has done.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    machines: usize,
    executions: usize,
    succeeded: usize,
    failed: usize,
    /// Events of all histories.
    events: usize,
    /// Calls of tasks.
    calls: usize,
    /// States that were entered, by type.
    states: BTreeMap<String, usize>,
    /// The executions in which the engines differ.
    differences: Vec<Difference>,
}

#[derive(Debug, Serialize)]
struct Difference {
    machine: String,
    execution: usize,
    difference: String,
}

impl Report {
    pub(super) fn new(trials: &[Trial], observed: &[Vec<Observed>], found: &[Found]) -> Self {
        let all: Vec<&Observed> = observed.iter().flatten().collect();
        let succeeded = all.iter().filter(|observed| observed.succeeded).count();
        let mut states = BTreeMap::new();
        for event in all.iter().flat_map(|observed| &observed.events) {
            if let Some(entered) = entered(event) {
                *states.entry(entered.to_owned()).or_default() += 1;
            }
        }
        let name = |found: &Found| trials.get(found.machine).map(|trial| trial.name.clone());
        let differences = found.iter().map(|found| Difference {
            machine: name(found).unwrap_or_default(),
            execution: found.execution,
            difference: found.difference.clone(),
        });
        Self {
            machines: trials.len(),
            executions: all.len(),
            succeeded,
            failed: all.len() - succeeded,
            events: all.iter().map(|observed| observed.events.len()).sum(),
            calls: all.iter().map(|observed| observed.calls.len()).sum(),
            states,
            differences: differences.collect(),
        }
    }

    pub(super) fn print(&self) {
        println!(
            "{} machines, {} executions: {} succeeded, {} failed; {} events, {} calls of tasks",
            self.machines, self.executions, self.succeeded, self.failed, self.events, self.calls
        );
        let states: Vec<String> =
            self.states.iter().map(|(name, count)| format!("{count} {name}")).collect();
        println!("states entered: {}", states.join(", "));
        println!("{} executions differ", self.differences.len());
    }

    pub(super) fn machines_that_differ(&self) -> usize {
        let machines = self.differences.iter().map(|difference| &difference.machine);
        machines.collect::<BTreeSet<_>>().len()
    }
}

/// The type of the state that an event says was entered.
fn entered(event: &str) -> Option<&str> {
    let (_, rest) = event.split_once("\"type\":\"")?;
    let (event_type, _) = rest.split_once('"')?;
    event_type.strip_suffix("StateEntered")
}
