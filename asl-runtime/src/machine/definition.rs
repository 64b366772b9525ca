//! What is fixed about a machine.

use std::fmt;
use std::time::Duration;

/// What is fixed about a machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Definition<'a> {
    /// The machine's name.
    pub name: &'a str,
    /// What tells it from others, and from itself before it was changed.
    pub fingerprint: Fingerprint,
    /// `TimeoutSeconds`.
    pub timeout: Option<Duration>,
    /// What AWS calls the type of the machine.
    pub execution_type: ExecutionType,
    /// Whether any of the states reads the context object.
    pub reads_context: bool,
    /// The states in the order they are written, those in branches and bodies included.
    pub states: &'a [StateInfo<'a>],
}

/// What tells a definition from others: the same as long as the definition is the same, whatever
/// builds it and wherever.
///
/// That of a definition in ASL is made of its values, so that layout, the order of members and
/// comments do not count; that of a machine in the typed DSL of its tokens, documentation aside.
///
/// # Examples
/// ```
/// use asl_runtime::machine::Fingerprint;
///
/// let fingerprint = Fingerprint::new(0x1f0a_c37e_52ab_2c6e);
/// assert_eq!(fingerprint.to_string(), "1f0ac37e52ab2c6e");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// The fingerprint that is this number.
    #[must_use]
    pub const fn new(number: u64) -> Self {
        Self(number)
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u64 {
        self.0
    }

    /// Reads what `Display` writes: sixteen digits.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let is_written = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_written.then(|| u64::from_str_radix(text, 16).ok().map(Self)).flatten()
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

/// The two kinds of workflow. They differ in limits and promises, not in the language.
///
/// See [Choosing workflow type](https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ExecutionType {
    /// At most 25,000 history events and one year.
    #[default]
    Standard,
    /// At most five minutes.
    Express,
}

impl ExecutionType {
    /// How long an execution may take at the most, whatever its definition says.
    pub const fn longest(self) -> Duration {
        match self {
            Self::Standard => Duration::from_secs(365 * 24 * 60 * 60),
            Self::Express => Duration::from_secs(5 * 60),
        }
    }

    /// How many history events an execution may have.
    pub const fn most_events(self) -> u64 {
        match self {
            Self::Standard => 25_000,
            Self::Express => u64::MAX,
        }
    }
}

/// What is fixed about a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StateInfo<'a> {
    /// Its name in the definition.
    pub name: &'a str,
    /// Its `Type`.
    pub state_type: StateType,
    /// Its task, if it is a Task.
    pub task: Option<TaskInfo<'a>>,
    /// Whether its steps read the context object, `$$`.
    pub reads_context: bool,
}

impl<'a> StateInfo<'a> {
    /// A state of this name and type.
    pub const fn new(name: &'a str, state_type: StateType) -> Self {
        Self { name, state_type, task: None, reads_context: false }
    }

    /// With its task.
    #[must_use]
    pub const fn with_task(self, task: TaskInfo<'a>) -> Self {
        Self { task: Some(task), ..self }
    }

    /// Which reads the context object.
    #[must_use]
    pub const fn with_context(self) -> Self {
        Self { reads_context: true, ..self }
    }
}

impl<'a> TaskInfo<'a> {
    /// The work of this `Resource` and name.
    pub const fn new(resource: &'a str, name: &'a str, pattern: TaskPattern) -> Self {
        Self { resource, name, pattern, credentials: false }
    }

    /// Which has `Credentials`.
    #[must_use]
    pub const fn with_credentials(self) -> Self {
        Self { credentials: true, ..self }
    }
}

/// The `Type` of a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StateType {
    /// Has a handler do some work.
    Task,
    /// Hands on or makes data.
    Pass,
    /// Decides where to go.
    Choice,
    /// Lets time pass.
    Wait,
    /// Ends well.
    Succeed,
    /// Ends with an error.
    Fail,
    /// Runs branches side by side.
    Parallel,
    /// Runs a body for each item.
    Map,
}

impl fmt::Display for StateType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Task => "Task",
            Self::Pass => "Pass",
            Self::Choice => "Choice",
            Self::Wait => "Wait",
            Self::Succeed => "Succeed",
            Self::Fail => "Fail",
            Self::Parallel => "Parallel",
            Self::Map => "Map",
        })
    }
}

/// What is fixed about a Task's work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaskInfo<'a> {
    /// The `Resource`.
    pub resource: &'a str,
    /// The name of the work: of the function, activity or machine, else of the state.
    pub name: &'a str,
    /// How the result comes.
    pub pattern: TaskPattern,
    /// Whether the state has `Credentials`.
    pub credentials: bool,
}

impl TaskInfo<'_> {
    /// Whether the work is first submitted and then done: a job or a callback, `TaskSubmitted` in
    /// histories.
    #[inline]
    pub fn is_submitted(&self) -> bool {
        matches!(self.pattern, TaskPattern::Job | TaskPattern::Callback)
    }
}

/// How a task's result comes back.
///
/// See [Service integration patterns](https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum TaskPattern {
    /// With the answer.
    #[default]
    RequestResponse,
    /// When the job that was started has ended (`.sync`).
    Job,
    /// From whoever holds the task token (`.waitForTaskToken`).
    Callback,
    /// From a worker that asked for work.
    Activity,
}
