//! What tasks answer in a run: mocks, from a file.
//!
//! `read` understands the two forms of the file, `config_file` that of Step Functions Local;
//! `tasks` answers by them.

mod config_file;
mod read;
mod tasks;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use asl_runtime::{TaskError, Value};

pub(crate) use tasks::Tasks;

/// How a call ends.
type Outcome = Result<Value, TaskError>;

/// The mocks of a run, by the name of a state or a task, or by a `Resource`.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Mocks {
    by_name: BTreeMap<String, Mock>,
}

/// What the calls of a task give.
#[derive(Debug, Clone, PartialEq)]
enum Mock {
    /// Each call the same.
    Always(Outcome),
    /// The calls of these numbers, the first being 0.
    Calls(Vec<(RangeInclusive<u64>, Outcome)>),
}

impl Mocks {
    /// What there are mocks for.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }
}

impl Mock {
    /// What the call of this number gives, if anything is said of it.
    fn outcome(&self, call: u64) -> Option<&Outcome> {
        match self {
            Self::Always(outcome) => Some(outcome),
            Self::Calls(calls) => {
                calls.iter().find(|(numbers, _)| numbers.contains(&call)).map(|(_, one)| one)
            }
        }
    }
}
