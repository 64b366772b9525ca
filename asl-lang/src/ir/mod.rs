//! The intermediate representation: what a machine *does*, with every name resolved.
//!
//! Every front end lowers to [`Machine`] and every back end starts from it; no back end looks at
//! source text again. A state's data flow is a list of [`Let`]s, each of which computes one
//! [`Register`] from one [`Expr`], in the order AWS evaluates the fields; identity steps (an
//! `InputPath` of `$`, say) are not there at all.
//!
//! States, scopes and tasks live in arenas of the machine and refer to each other by index.

mod expr;
mod map;
pub mod query;
mod state;
mod ty;

pub use expr::{
    Comparison, Expr, ExprKind, Literal, MatchPattern, Missing, Operand, Root, TypeTest,
};
pub use map::{
    Distributed, ItemBatcher, ItemReader, Map, ReaderConfig, ResultWriter, WriterConfig,
};
pub use state::{
    Assignment, Catcher, Choice, ChoiceRule, Fail, Jitter, Parallel, Pass, Retrier, State,
    StateKind, Succeed, Task, Transition, Wait, WaitUntil,
};
pub use ty::Type;

use crate::ast::Resource;
pub use crate::intrinsic::Function as IntrinsicFunction;

/// Index of a state in [`Machine::states`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StateId(pub u32);

/// Index of a scope in [`Machine::scopes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ScopeId(pub u32);

/// Index of a distinct task in [`Machine::tasks`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TaskId(pub u32);

/// Index of a variable in [`Machine::variables`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VariableId(pub u32);

/// A checked and resolved state machine.
#[derive(Debug, Clone, PartialEq)]
pub struct Machine {
    /// Name of the source the machine was read from, as messages show it.
    pub source_name: String,
    /// The machine's `Comment`.
    pub comment: Option<String>,
    /// What tells the definition from others: see [`fingerprint`](crate::fingerprint).
    pub fingerprint: u64,
    /// The machine's `TimeoutSeconds`.
    pub timeout_seconds: Option<u32>,
    /// The `States` objects: the machine's own is the first.
    pub scopes: Vec<Scope>,
    /// All states in the order they were written.
    pub states: Vec<State>,
    /// The distinct tasks in the order of their first use.
    pub tasks: Vec<DistinctTask>,
    /// The variables, those of a scope side by side.
    pub variables: Vec<Variable>,
}

/// What the states and tasks of a definition are called. A definition with errors has this too, so
/// that code which names them can be read on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outline {
    /// The names of the states. The ids of [`DistinctTask::states`] are indexes of these.
    pub states: Vec<String>,
    /// The distinct tasks in the order of their first use.
    pub tasks: Vec<DistinctTask>,
}

/// One `States` object: the machine's own, a branch of a Parallel or the body of a Map.
#[derive(Debug, Clone, PartialEq)]
pub struct Scope {
    /// The state at `StartAt`.
    pub start: StateId,
    /// The scope's states in the order they were written.
    pub states: Vec<StateId>,
    /// The Parallel or Map that holds the scope; none for the machine's own.
    pub parent: Option<StateId>,
}

/// A variable. One that is read and nowhere assigned is here too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variable {
    /// Its name, without the `$`.
    pub name: String,
    /// The scope it belongs to: the states in there may assign it, those further inside read it.
    pub scope: ScopeId,
}

/// A task that a handler serves, shared by all the states that name the same work.
///
/// The key is the `Resource` with the static `FunctionName`, `StateMachineArn` or `ActivityArn`
/// where there is one, else the state itself.
#[derive(Debug, Clone, PartialEq)]
pub struct DistinctTask {
    /// What tells this task from others.
    pub key: TaskKey,
    /// The last segment of the key, from which the handler's method takes its name: `charge` of
    /// `arn:aws:lambda:us-east-1:123456789012:function:charge`.
    pub name: String,
    /// The `Resource` of its states.
    pub resource: Resource,
    /// The states it serves.
    pub states: Vec<StateId>,
}

/// Identity of a [`DistinctTask`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TaskKey {
    /// A `Resource` that by itself names the work: a Lambda function or an activity.
    Resource(String),
    /// An integration with the static name of what it calls: `lambda:invoke` of one function.
    Target {
        /// The `Resource`.
        resource: String,
        /// Value of `FunctionName`, `StateMachineArn` or `ActivityArn`.
        target: String,
    },
    /// Anything else: the state alone says what is meant.
    State(String),
}

/// A value computed once in a visit to a state.
///
/// The order of the variants is the order of the data flow. A register that no [`Let`] sets has
/// the value of the one before it where that is said below.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Register {
    /// The state's raw input.
    Input,
    /// The input after `InputPath`; else [`Register::Input`].
    EffectiveInput,
    /// What a Map goes through: what `ItemsPath` or `Items` says of the effective input.
    Items,
    /// What the work gets, after `Parameters` or `Arguments`; else [`Register::EffectiveInput`].
    Arguments,
    /// What the work gave, or a Pass's `Result`.
    Result,
    /// The result after `ResultSelector`; else [`Register::Result`].
    Selected,
    /// The error output, `{"Error": …, "Cause": …}`, while a catcher runs.
    ErrorOutput,
    /// The state input with the result placed in it by `ResultPath`.
    Combined,
    /// The state's output. Each data flow that leaves a state ends by setting it.
    Output,
}

/// One step of a data flow: `register` gets the value of `value`.
#[derive(Debug, Clone, PartialEq)]
pub struct Let {
    /// What is set.
    pub register: Register,
    /// Its value.
    pub value: Expr,
    /// The ASL field that asked for it, such as `ResultPath`; none for a default.
    pub field: Option<&'static str>,
}

impl Machine {
    /// The machine's own scope, the one the execution starts in.
    pub fn root(&self) -> Option<&Scope> {
        self.scopes.first()
    }

    /// The state with this id; `None` for an id of another machine.
    pub fn state(&self, id: StateId) -> Option<&State> {
        self.states.get(id.0 as usize)
    }

    /// The scope with this id; `None` for an id of another machine.
    pub fn scope(&self, id: ScopeId) -> Option<&Scope> {
        self.scopes.get(id.0 as usize)
    }

    /// The states with their ids.
    pub fn states(&self) -> impl Iterator<Item = (StateId, &State)> {
        (0u32..).map(StateId).zip(&self.states)
    }
}
