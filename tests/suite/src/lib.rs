//! Runs the cases of a machine: a list of executions, each with what its handlers answer and what
//! is expected of it.
//!
//! The machines are in `testdata`, `X.asl.json`, and beside each its cases, `X.cases.json`; those
//! in `testdata/express` are Express machines. The module `case` says what a case can say. The engines
//! share this crate: `tests/compiled.rs` compiles all machines, `tests/interpreted.rs` walks them.
//!
//! The clock stands still unless everybody waits, so that hours pass in no time and pauses can be
//! told exactly.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod case;
mod consistent;
mod run;
mod script;

use std::path::{Path, PathBuf};

use sfn::{Dispatch, StateMachine, Value};

use case::Case;
pub use script::Script;

/// A machine and its cases.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Machine {
    /// Topic and name: `map/batches`.
    pub name: String,
}

impl Machine {
    /// All there are.
    pub fn all() -> Vec<Self> {
        let topics = names(&testdata(), "");
        let machines = topics.iter().flat_map(|topic| {
            let names = names(&testdata().join(topic), ".asl.json");
            names.into_iter().map(move |name| Self { name: format!("{topic}/{name}") })
        });
        machines.collect()
    }

    /// The machine of this name.
    pub fn named(name: &str) -> Self {
        Self { name: name.to_owned() }
    }

    /// Its definition.
    pub fn definition(&self) -> String {
        self.read(".asl.json")
    }

    /// Whether it is an Express machine.
    pub fn is_express(&self) -> bool {
        self.name.starts_with("express/")
    }

    /// Runs its cases.
    ///
    /// # Panics
    /// Something is not as a case expects; the message says all there is.
    pub fn run_cases<M, T>(&self, machine: M, handlers: fn(Script) -> T)
    where
        M: Dispatch<T> + StateMachine<Input = Value, Output = Value> + Clone,
        T: Send + Sync + 'static,
    {
        let name = &self.name;
        let text = self.read(".cases.json");
        let cases: Vec<Case> =
            serde_json::from_str(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert!(!cases.is_empty(), "{name} has no cases");
        let mut findings = Vec::new();
        for case in &cases {
            let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
            let found = runtime.block_on(run::run(case, machine.clone(), handlers));
            findings.extend(found.into_iter().map(|finding| format!("{}: {finding}", case.case)));
        }
        assert!(findings.is_empty(), "{name}\n{}", findings.join("\n"));
    }

    fn read(&self, ending: &str) -> String {
        let path = testdata().join(format!("{}{ending}", self.name));
        std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    }
}

fn testdata() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata")
}

/// What is in a folder, by name, without the ending that it has to have.
fn names(folder: &Path, ending: &str) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> =
        names.filter_map(|name| name.strip_suffix(ending).map(str::to_owned)).collect();
    names.sort_unstable();
    names
}
