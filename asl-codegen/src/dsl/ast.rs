//! The tree of a machine written in the DSL: what was written, with the caller's tokens.

use std::collections::HashMap;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;
use syn::spanned::Spanned;
use syn::{Attribute, Expr, LitStr, Pat, Path, Type};

use super::names::plain;
use crate::declaration::{OutputType, TaskPattern};

/// What stands between the braces of a machine.
#[derive(Default)]
pub(crate) struct Body {
    /// `tasks { … }`
    pub(crate) tasks: Vec<TaskFn>,
    /// `start => Check(order);`
    pub(crate) start: Option<Transition>,
    /// `let limit: u64 = order.limit;`
    pub(crate) lets: Vec<Let>,
    /// The states, branches and bodies of maps aside.
    pub(crate) states: Vec<State>,
    /// What tells it from others.
    pub(crate) fingerprint: u64,
    state_places: HashMap<String, usize>,
    task_places: HashMap<String, usize>,
}

impl Body {
    /// What has been read, by its names; of several of one name the first.
    pub(crate) fn new(
        tasks: Vec<TaskFn>,
        start: Option<Transition>,
        lets: Vec<Let>,
        states: Vec<State>,
    ) -> Self {
        let state_places = places(states.iter().map(|state| &state.name));
        let task_places = places(tasks.iter().map(|task| &task.method));
        Self { tasks, start, lets, states, fingerprint: 0, state_places, task_places }
    }

    /// The state of this name, branches and bodies aside.
    pub(crate) fn state(&self, name: &Ident) -> Option<&State> {
        self.states.get(*self.state_places.get(&plain(name))?)
    }

    /// The task of this name.
    pub(crate) fn task(&self, name: &Ident) -> Option<&TaskFn> {
        self.tasks.get(*self.task_places.get(&plain(name))?)
    }
}

fn places<'a>(
    names: impl DoubleEndedIterator<Item = &'a Ident> + ExactSizeIterator,
) -> HashMap<String, usize> {
    names.enumerate().rev().map(|(place, name)| (plain(name), place)).collect()
}

/// `retry patient = "Busy" | "States.Timeout", interval = 2s;`, which `#[retry(patient)]` uses.
pub(crate) struct NamedRetry {
    pub(crate) name: Ident,
    /// None if it could not be read, which has been reported.
    pub(crate) retry: Option<Retry>,
}

/// `async fn charge(order: &Order) -> Result<Charge, ChargeError>;`
pub(crate) struct TaskFn {
    pub(crate) docs: Vec<Attribute>,
    /// `#[resource("arn:…")]`
    pub(crate) resource: Option<LitStr>,
    pub(crate) method: Ident,
    pub(crate) params: Vec<TaskParam>,
    /// Something of it could not be read, which has been reported.
    pub(crate) is_incomplete: bool,
    pub(crate) output: OutputType,
}

/// A parameter of a task.
pub(crate) struct TaskParam {
    pub(crate) name: Ident,
    /// The type, without a `&`.
    pub(crate) ty: Type,
    pub(crate) by_reference: bool,
}

impl TaskParam {
    /// The `&` before its type, if it has one.
    pub(crate) fn reference(&self) -> Option<TokenStream> {
        let span = self.ty.span();
        self.by_reference.then(|| quote_spanned! { span=> & })
    }
}

/// `Fulfil(order, paid)`: the state that is next, with what it is entered with.
pub(crate) struct Transition {
    pub(crate) target: Ident,
    pub(crate) args: Vec<Expr>,
    /// Of its last token.
    pub(crate) end: Span,
}

/// `let limit: u64 = order.limit;`: what all states read, made once of the machine's input.
pub(crate) struct Let {
    pub(crate) docs: Vec<Attribute>,
    pub(crate) name: Ident,
    pub(crate) ty: Type,
    pub(crate) value: Expr,
}

/// `state Charge(order: Order) = …`
pub(crate) struct State {
    pub(crate) docs: Vec<Attribute>,
    pub(crate) attributes: Attributes,
    pub(crate) name: Ident,
    pub(crate) params: Vec<Param>,
    /// A parameter could not be read, which has been reported.
    pub(crate) is_incomplete: bool,
    pub(crate) kind: Kind,
}

/// A parameter of a state.
pub(crate) struct Param {
    pub(crate) name: Ident,
    pub(crate) ty: Type,
}

/// What the attributes of a state, a branch or a body say.
#[derive(Default)]
pub(crate) struct Attributes {
    /// `#[timeout(30s)]`, in seconds.
    pub(crate) timeout: Option<(u32, Span)>,
    /// `#[heartbeat(12h)]`, in seconds.
    pub(crate) heartbeat: Option<(u32, Span)>,
    /// `#[concurrency(10)]`
    pub(crate) concurrency: Option<(u32, Span)>,
    /// `#[retry(…)]`, in order.
    pub(crate) retry: Vec<Retry>,
}

/// `#[retry("Transient" | "States.Timeout", interval = 1s, …)]`, with ASL's defaults filled in.
#[derive(Clone)]
pub(crate) struct Retry {
    pub(crate) errors: Errors,
    pub(crate) interval_seconds: u32,
    pub(crate) max_attempts: u32,
    pub(crate) backoff_rate: f64,
    pub(crate) max_delay_seconds: Option<u32>,
    pub(crate) full_jitter: bool,
    pub(crate) span: Span,
    /// `#[retry(patient)]`: all else is what the machine has under this name.
    pub(crate) named: Option<Ident>,
}

/// `"OutOfStock" | "Transient"`, or `_` for all.
#[derive(Clone)]
pub(crate) struct Errors {
    /// Empty for `_`.
    pub(crate) names: Vec<LitStr>,
    pub(crate) span: Span,
}

/// The type of a state, and what it does.
pub(crate) enum Kind {
    /// `task charge(&order) { … }`
    Task { call: Call, after: After },
    /// `pass => Next(args);`
    Pass(Transition),
    /// `choice { … }`
    Choice { rules: Vec<(Expr, Transition)>, otherwise: Option<Transition> },
    /// `match status { … }`
    Match { on: Expr, arms: Vec<MatchArm> },
    /// `wait 15m => Next(args);`
    Wait { length: Length, next: Transition },
    /// `succeed receipt;`
    Succeed(Option<Expr>),
    /// `fail(error, cause);`
    Fail { error: Option<Expr>, cause: Option<Expr> },
    /// `parallel { … } { … }`
    Parallel { branches: Vec<Child>, after: After },
    /// `map line in &order.lines { … } { … }`
    Map(Box<Map>),
    /// It could not be read, which has been reported.
    Broken,
}

/// `Status::Failed(why) if why.is_empty() => Reject(why)`
pub(crate) struct MatchArm {
    pub(crate) pattern: Pat,
    pub(crate) guard: Option<Expr>,
    pub(crate) next: Transition,
}

/// `map line in &order.lines { ReserveLine = task reserve(line) } { … }`
pub(crate) struct Map {
    pub(crate) item: Ident,
    /// `map line: Line in …`: the items are made by the expression, and the state owns them.
    pub(crate) owned: Option<Type>,
    pub(crate) items: Expr,
    pub(crate) body: Child,
    pub(crate) after: After,
}

/// How long a Wait waits.
pub(crate) enum Length {
    /// `wait 15m`, in milliseconds.
    Fixed(u64),
    /// `wait for expr`
    For(Expr),
    /// `wait until expr`
    Until(Expr),
}

/// The call of a task.
pub(crate) struct Call {
    pub(crate) pattern: TaskPattern,
    /// The word that says the pattern, else the method.
    pub(crate) span: Span,
    pub(crate) method: Ident,
    pub(crate) args: Vec<Expr>,
}

/// `Ship = task ship(&order, &paid)`: a branch, or the body of a map.
pub(crate) struct Child {
    pub(crate) docs: Vec<Attribute>,
    pub(crate) attributes: Attributes,
    pub(crate) name: Ident,
    /// `try task …`: the state to which an error leads, which makes a value of it.
    pub(crate) caught: Option<Ident>,
    pub(crate) work: Work,
}

/// What a child does.
pub(crate) enum Work {
    Task(Call),
    /// `machine Sub(args)`
    Machine(Inner),
}

/// `machine Shipping(order.clone())`: another machine, with what it is started with.
pub(crate) struct Inner {
    pub(crate) path: Path,
    pub(crate) args: Vec<Expr>,
}

/// What follows from the work of a state.
#[derive(Default)]
pub(crate) struct After {
    /// `paid => Fulfil(order, paid)`
    pub(crate) success: Option<(Pat, Transition)>,
    pub(crate) catches: Vec<Catch>,
    /// An arm could not be read, which has been reported.
    pub(crate) is_incomplete: bool,
}

/// `catch "CardDeclined" as e => CoolDown(e.cause)`
pub(crate) struct Catch {
    pub(crate) errors: Errors,
    pub(crate) binding: Option<Ident>,
    pub(crate) next: Transition,
}

impl Kind {
    /// What the type is called in messages.
    pub(crate) fn noun(&self) -> &'static str {
        match self {
            Self::Task { .. } => "a task",
            Self::Pass(_) => "a pass",
            Self::Choice { .. } => "a choice",
            Self::Match { .. } => "a match",
            Self::Wait { .. } => "a wait",
            Self::Succeed(_) => "a succeed",
            Self::Fail { .. } => "a fail",
            Self::Parallel { .. } => "a parallel",
            Self::Map(_) => "a map",
            Self::Broken => "a state",
        }
    }

    /// The arms that follow its work, if it does some.
    pub(crate) fn after(&self) -> Option<&After> {
        match self {
            Self::Task { after, .. } | Self::Parallel { after, .. } => Some(after),
            Self::Map(map) => Some(&map.after),
            _ => None,
        }
    }

    /// Its branches or its body.
    pub(crate) fn children(&self) -> &[Child] {
        match self {
            Self::Parallel { branches, .. } => branches,
            Self::Map(map) => std::slice::from_ref(&map.body),
            _ => &[],
        }
    }

    /// All expressions in it, those in its transitions and its children too.
    pub(crate) fn expressions(&self) -> Vec<&Expr> {
        let mut all: Vec<&Expr> = Vec::new();
        match self {
            Self::Task { call, .. } => all.extend(&call.args),
            Self::Choice { rules, .. } => all.extend(rules.iter().map(|(condition, _)| condition)),
            Self::Match { on, arms } => {
                all.push(on);
                all.extend(arms.iter().filter_map(|arm| arm.guard.as_ref()));
            }
            Self::Wait { length: Length::For(length) | Length::Until(length), .. } => {
                all.push(length);
            }
            Self::Succeed(output) => all.extend(output),
            Self::Fail { error, cause } => all.extend(error.iter().chain(cause)),
            Self::Map(map) => all.push(&map.items),
            Self::Wait { .. } | Self::Pass(_) | Self::Parallel { .. } | Self::Broken => {}
        }
        for child in self.children() {
            all.extend(match &child.work {
                Work::Task(call) => &call.args,
                Work::Machine(inner) => &inner.args,
            });
        }
        all.extend(self.transitions().into_iter().flat_map(|next| &next.args));
        all
    }

    /// Where it may go.
    pub(crate) fn transitions(&self) -> Vec<&Transition> {
        match self {
            Self::Pass(next) | Self::Wait { next, .. } => vec![next],
            Self::Choice { rules, otherwise } => {
                rules.iter().map(|(_, next)| next).chain(otherwise).collect()
            }
            Self::Match { arms, .. } => arms.iter().map(|arm| &arm.next).collect(),
            Self::Succeed(_) | Self::Fail { .. } | Self::Broken => Vec::new(),
            Self::Task { after, .. } | Self::Parallel { after, .. } => after.transitions(),
            Self::Map(map) => map.after.transitions(),
        }
    }
}

impl After {
    fn transitions(&self) -> Vec<&Transition> {
        let success = self.success.iter().map(|(_, next)| next);
        success.chain(self.catches.iter().map(|catch| &catch.next)).collect()
    }
}
