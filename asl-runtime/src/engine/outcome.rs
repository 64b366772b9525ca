//! How executions end.

use std::fmt;

use crate::error::Failure;
use crate::value::Str;

/// An execution that succeeded.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Run<O> {
    /// What it gave.
    pub output: O,
}

/// Where an execution stands.
///
/// See [DescribeExecution](https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// It has not ended.
    Running,
    /// It ended with an output.
    Succeeded,
    /// It ended with an error.
    Failed,
    /// It took longer than it may.
    TimedOut,
    /// Somebody stopped it.
    Aborted,
}

impl Status {
    /// AWS's word for it: `TIMED_OUT`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Running => "RUNNING",
            Self::Succeeded => "SUCCEEDED",
            Self::Failed => "FAILED",
            Self::TimedOut => "TIMED_OUT",
            Self::Aborted => "ABORTED",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// An execution that did not succeed: its status, the state it was in, the error and its cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExecutionError(Box<Parts>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Parts {
    status: Status,
    state: Option<Str>,
    failure: Failure,
}

impl ExecutionError {
    #[cold]
    pub(crate) fn new(status: Status, state: Option<Str>, failure: Failure) -> Self {
        Self(Box::new(Parts { status, state, failure }))
    }

    /// `FAILED`, `TIMED_OUT` or `ABORTED`.
    pub fn status(&self) -> Status {
        self.0.status
    }

    /// The error name; empty where a Fail state gives none.
    pub fn error(&self) -> &str {
        self.0.failure.error().unwrap_or_default()
    }

    /// The cause; empty where there is nothing to say.
    pub fn cause(&self) -> &str {
        self.0.failure.cause().unwrap_or_default()
    }

    /// The state that failed, the innermost of those inside each other, else the state that the
    /// execution was in; none where it had not entered one.
    pub fn state(&self) -> Option<&str> {
        self.0.state.as_deref()
    }
}

impl fmt::Display for ExecutionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.status)?;
        if let Some(state) = &self.0.state {
            write!(f, " in state `{state}`")?;
        }
        write!(f, ": {}", self.0.failure)
    }
}

impl std::error::Error for ExecutionError {}
