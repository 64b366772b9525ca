//! What a store knows of an execution.

use std::fmt;

use crate::commit::Entry;

/// What tells an execution from all others of a store. Later ones have greater ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExecutionId(pub i64);

impl fmt::Display for ExecutionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The status of an execution, as in
/// [`DescribeExecution`](https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// It has not ended.
    Running,
    /// It has ended well.
    Succeeded,
    /// It has ended with an error.
    Failed,
    /// It took longer than it may.
    TimedOut,
    /// It was stopped.
    Aborted,
    /// Its Map Run will run it again.
    PendingRedrive,
}

impl Status {
    const ALL: [Self; 6] = [
        Self::Running,
        Self::Succeeded,
        Self::Failed,
        Self::TimedOut,
        Self::Aborted,
        Self::PendingRedrive,
    ];

    /// The number that stands for it on disk. It never changes.
    #[cfg_attr(not(feature = "sqlite"), allow(dead_code, reason = "only files have numbers"))]
    pub(crate) fn code(self) -> i64 {
        match self {
            Self::Running => 0,
            Self::Succeeded => 1,
            Self::Failed => 2,
            Self::TimedOut => 3,
            Self::Aborted => 4,
            Self::PendingRedrive => 5,
        }
    }

    #[cfg_attr(not(feature = "sqlite"), allow(dead_code, reason = "only files have numbers"))]
    pub(crate) fn of_code(code: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}

/// What a store knows of an execution, whatever its journal says.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Execution {
    /// Its id.
    pub id: ExecutionId,
    /// The name of its machine.
    pub machine: String,
    /// Its own name, which no other execution of the machine has.
    pub name: String,
    /// How it is.
    pub status: Status,
    /// When it started, in milliseconds since 1970.
    pub started_at: i64,
    /// When it ended, in milliseconds since 1970.
    pub ended_at: Option<i64>,
}

/// An execution that has not ended, with what it takes to go on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OpenExecution {
    /// Which one it is.
    pub execution: Execution,
    /// Its last entry that is a base, and those after it.
    pub entries: Vec<Entry>,
}

/// Which executions are listed, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// Those of this machine.
    pub machine: String,
    /// Those of this status alone.
    pub status: Option<Status>,
    /// Those with smaller ids than this: where the page before has ended.
    pub before: Option<ExecutionId>,
    /// At most so many.
    pub most: u32,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Page {
    /// What is on it, newest first.
    pub executions: Vec<Execution>,
    /// What [`List::before`] is for the next page, if there is one.
    pub next: Option<ExecutionId>,
}

impl Page {
    /// A page of what was found when one more was asked for than the page may have.
    pub(crate) fn of(mut found: Vec<Execution>, most: u32) -> Self {
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        let has_next = found.len() > most;
        found.truncate(most);
        let next = if has_next { found.last().map(|last| last.id) } else { None };
        Self { executions: found, next }
    }
}
