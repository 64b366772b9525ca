//! The tree of a machine written in the DSL: what was written, with the caller's tokens.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;
use syn::spanned::Spanned;
use syn::{Attribute, Expr, LitStr, Pat, Path, Type};

use crate::declaration::{OutputType, TaskPattern};

/// What stands between the braces of a machine.
#[derive(Default)]
pub(crate) struct Body {
    /// `tasks { … }`
    pub(crate) tasks: Vec<TaskFn>,
    /// `start => Check(order);`
    pub(crate) start: Option<Transition>,
    /// The states, branches and bodies of maps aside.
    pub(crate) states: Vec<State>,
    /// What tells it from others.
    pub(crate) fingerprint: u64,
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
pub(crate) struct Retry {
    pub(crate) errors: Errors,
    pub(crate) interval_seconds: u32,
    pub(crate) max_attempts: u32,
    pub(crate) backoff_rate: f64,
    pub(crate) max_delay_seconds: Option<u32>,
    pub(crate) full_jitter: bool,
    pub(crate) span: Span,
}

/// `"OutOfStock" | "Transient"`, or `_` for all.
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

    /// Where it may go.
    pub(crate) fn transitions(&self) -> Vec<&Transition> {
        match self {
            Self::Pass(next) | Self::Wait { next, .. } => vec![next],
            Self::Choice { rules, otherwise } => {
                rules.iter().map(|(_, next)| next).chain(otherwise).collect()
            }
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
