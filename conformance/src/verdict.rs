//! What came of a case.

use serde::{Deserialize, Serialize};

use crate::compare::Difference;

/// Whether something is as recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// It is.
    Passed,
    /// It is not: the first difference.
    Failed(String),
}

/// What came of a case, by what was recorded of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdicts {
    /// Refused or not, status, output, error and cause.
    pub outcome: Verdict,
    /// Each event of the history, if it was recorded.
    pub history: Option<Verdict>,
    /// The log entries and the answers of the API, if they were recorded.
    pub logs: Option<Verdict>,
    /// What of the recording was not compared.
    pub skipped: Vec<String>,
}

impl Verdict {
    /// That something is not as recorded.
    pub(crate) fn differs(what: &str, expected: &str, found: &str) -> Self {
        Self::Failed(format!("{what}\n    recorded {expected}\n    found    {found}"))
    }

    /// The verdict on what has this difference, if any.
    pub fn of(what: &str, difference: Option<Difference>) -> Self {
        match difference {
            None => Self::Passed,
            Some(Difference { path, expected, found }) => {
                Self::differs(&format!("{what} at {path}"), &expected, &found)
            }
        }
    }

    /// This one, or the other if this one is good.
    pub(crate) fn and(self, other: impl FnOnce() -> Self) -> Self {
        if self == Self::Passed { other() } else { self }
    }
}

impl From<Verdict> for Verdicts {
    /// Of a case with an outcome alone.
    fn from(outcome: Verdict) -> Self {
        Self { outcome, history: None, logs: None, skipped: Vec::new() }
    }
}
