//! How a handler fails.

use std::fmt;

use crate::error::Failure;
use crate::value::Str;

/// How a handler fails: the error name that `Retry` and `Catch` match, and a cause for people.
///
/// ```
/// use asl_runtime::TaskError;
///
/// let error = TaskError::new("CardDeclined", "the card has expired");
/// assert_eq!(error.to_string(), "CardDeclined: the card has expired");
/// ```
///
/// Any error of the standard library's kind can become one with [`TaskError::from_error`]; its
/// name is then `States.TaskFailed`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskError {
    error: Str,
    cause: Str,
}

impl TaskError {
    /// An error with this name and cause.
    pub fn new(error: impl Into<Str>, cause: impl Into<Str>) -> Self {
        Self { error: error.into(), cause: cause.into() }
    }

    /// An error named `States.TaskFailed` with the text of `source` and what it stems from.
    pub fn from_error(source: &dyn std::error::Error) -> Self {
        Self::new("States.TaskFailed", cause(source))
    }

    /// The error name.
    pub fn error(&self) -> &str {
        &self.error
    }

    /// The cause.
    pub fn cause(&self) -> &str {
        &self.cause
    }
}

/// The text of an error and of what it stems from.
pub fn cause(error: &dyn std::error::Error) -> String {
    let mut cause = error.to_string();
    let mut next = error.source();
    // A chain of sources has no cycle unless someone built one on purpose.
    for _ in 0..16 {
        let Some(error) = next else { break };
        cause.push_str(": ");
        cause.push_str(&error.to_string());
        next = error.source();
    }
    cause
}

impl fmt::Display for TaskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.error, self.cause)
    }
}

impl std::error::Error for TaskError {}

impl From<TaskError> for Failure {
    fn from(error: TaskError) -> Self {
        Failure::new(error.error, error.cause)
    }
}

impl From<std::convert::Infallible> for TaskError {
    fn from(never: std::convert::Infallible) -> Self {
        match never {}
    }
}
