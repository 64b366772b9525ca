//! The states of the intermediate representation.

use super::{Expr, Let, Map, ScopeId, StateId, TaskId, VariableId};
use crate::ast::{QueryLanguage, Resource};
use crate::source::Position;

/// A state.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The name as written.
    pub name: String,
    /// Where the name stands in the source.
    pub position: Position,
    /// The `States` object that holds it.
    pub scope: ScopeId,
    /// Its `Comment`.
    pub comment: Option<String>,
    /// The query language it is written in.
    pub query_language: QueryLanguage,
    /// What it does.
    pub kind: StateKind,
}

/// What a state does, by its `Type`.
#[derive(Debug, Clone, PartialEq)]
pub enum StateKind {
    /// Hands on or makes data.
    Pass(Pass),
    /// Has a handler do some work.
    Task(Box<Task>),
    /// Decides where to go.
    Choice(Choice),
    /// Lets time pass.
    Wait(Wait),
    /// Ends its scope well.
    Succeed(Succeed),
    /// Ends its scope with an error.
    Fail(Fail),
    /// Runs branches side by side.
    Parallel(Parallel),
    /// Runs a body for each item.
    Map(Box<Map>),
}

/// Where a state goes when it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transition {
    /// To this state.
    Next(StateId),
    /// Nowhere: the scope ends with the state's output.
    End,
}

/// A variable with the value that a state gives it when it is left.
///
/// The values of one `Assign` are computed from the variables as the state found them, after the
/// data flow that it stands beside.
#[derive(Debug, Clone, PartialEq)]
pub struct Assignment {
    /// The variable.
    pub variable: VariableId,
    /// Its value.
    pub value: Expr,
}

/// A `Pass` state.
#[derive(Debug, Clone, PartialEq)]
pub struct Pass {
    /// The data flow from `Input` to `Output`.
    pub steps: Vec<Let>,
    /// `Assign`.
    pub assign: Vec<Assignment>,
    /// Where it goes.
    pub transition: Transition,
}

/// A `Task` state.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// Which distinct task it is.
    pub task: TaskId,
    /// Its `Resource`.
    pub resource: Resource,
    /// The data flow before the work, run again at each attempt. It sets at most `Arguments`.
    pub enter: Vec<Let>,
    /// `TimeoutSeconds` or `TimeoutSecondsPath`, seconds.
    pub timeout: Option<Expr>,
    /// `HeartbeatSeconds` or `HeartbeatSecondsPath`, seconds.
    pub heartbeat: Option<Expr>,
    /// `Credentials`, computed before the arguments.
    pub credentials: Option<Expr>,
    /// The data flow from `Result` to `Output`.
    pub leave: Vec<Let>,
    /// `Assign`.
    pub assign: Vec<Assignment>,
    /// `Retry`.
    pub retry: Vec<Retrier>,
    /// `Catch`.
    pub catch: Vec<Catcher>,
    /// Where it goes.
    pub transition: Transition,
}

/// A member of `Retry`, with the defaults filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Retrier {
    /// The errors it is for.
    pub error_equals: Vec<String>,
    /// Seconds before the first retry.
    pub interval_seconds: u32,
    /// Retries at most.
    pub max_attempts: u32,
    /// What each interval is multiplied by to get the next.
    pub backoff_rate: f64,
    /// Cap of the interval in seconds.
    pub max_delay_seconds: Option<u32>,
    /// How the interval is made random.
    pub jitter: Jitter,
}

/// `JitterStrategy`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Jitter {
    /// The interval as computed.
    #[default]
    None,
    /// A uniformly random part of it.
    Full,
}

/// A member of `Catch`.
#[derive(Debug, Clone, PartialEq)]
pub struct Catcher {
    /// The errors it is for.
    pub error_equals: Vec<String>,
    /// The data flow from `ErrorOutput` and `Input` to `Output`.
    pub steps: Vec<Let>,
    /// `Assign`.
    pub assign: Vec<Assignment>,
    /// Where it goes.
    pub next: StateId,
}

/// A `Choice` state.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// The data flow before the rules. It sets at most `EffectiveInput`.
    pub enter: Vec<Let>,
    /// The rules in order.
    pub rules: Vec<ChoiceRule>,
    /// `Default`.
    pub default: Option<StateId>,
    /// The data flow to `Output`, for when no rule was taken.
    pub leave: Vec<Let>,
    /// `Assign` of the state, for when no rule was taken.
    pub assign: Vec<Assignment>,
}

/// A member of `Choices`.
#[derive(Debug, Clone, PartialEq)]
pub struct ChoiceRule {
    /// When it is taken. Its type is Boolean.
    pub condition: Expr,
    /// The data flow to `Output`.
    pub leave: Vec<Let>,
    /// `Assign` of the rule.
    pub assign: Vec<Assignment>,
    /// Where it goes.
    pub next: StateId,
}

/// A `Wait` state.
#[derive(Debug, Clone, PartialEq)]
pub struct Wait {
    /// The data flow before the wait. It sets at most `EffectiveInput`.
    pub enter: Vec<Let>,
    /// How long.
    pub until: WaitUntil,
    /// The data flow to `Output`.
    pub leave: Vec<Let>,
    /// `Assign`.
    pub assign: Vec<Assignment>,
    /// Where it goes.
    pub transition: Transition,
}

/// How long a `Wait` waits.
#[derive(Debug, Clone, PartialEq)]
pub enum WaitUntil {
    /// `Seconds`.
    Seconds(u32),
    /// `SecondsPath`, or `Seconds` with an expression of JSONata: a number of seconds.
    SecondsPath(Expr),
    /// `Timestamp`, an RFC 3339 time that has been checked.
    Timestamp(String),
    /// `TimestampPath`, or `Timestamp` with an expression of JSONata: an RFC 3339 time.
    TimestampPath(Expr),
}

/// A `Succeed` state.
#[derive(Debug, Clone, PartialEq)]
pub struct Succeed {
    /// The data flow from `Input` to `Output`.
    pub steps: Vec<Let>,
}

/// A `Fail` state.
#[derive(Debug, Clone, PartialEq)]
pub struct Fail {
    /// `Error` or `ErrorPath`.
    pub error: Option<Expr>,
    /// `Cause` or `CausePath`.
    pub cause: Option<Expr>,
}

/// A `Parallel` state.
#[derive(Debug, Clone, PartialEq)]
pub struct Parallel {
    /// The data flow before the branches, run again at each attempt. It sets at most `Arguments`,
    /// the input of each branch.
    pub enter: Vec<Let>,
    /// The branches.
    pub branches: Vec<ScopeId>,
    /// The data flow from `Result`, the array of the branches' outputs, to `Output`.
    pub leave: Vec<Let>,
    /// `Assign`.
    pub assign: Vec<Assignment>,
    /// `Retry`.
    pub retry: Vec<Retrier>,
    /// `Catch`.
    pub catch: Vec<Catcher>,
    /// Where it goes.
    pub transition: Transition,
}
