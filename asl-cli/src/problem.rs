//! How a command ends.

use std::fmt;
use std::io;
use std::process::ExitCode;

/// What a command tells whoever called it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// All is well.
    Fine = 0,
    /// Something was found: errors in a definition, a file that is not formatted, an execution
    /// that failed.
    Findings = 1,
    /// It could not do its work: a file that cannot be read, arguments that make no sense.
    Unable = 2,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        ExitCode::from(status as u8)
    }
}

/// Why a command could not do its work: [`Status::Unable`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem(String);

impl Problem {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What is written to is the standard output.
impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        Self(format!("cannot write to the standard output: {error}"))
    }
}
