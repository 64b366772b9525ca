//! What `sfn!` says of a machine.
//!
//! The parser makes these, the emitter reads them. Types and names keep the caller's tokens, so
//! that whatever rustc says of them points there.

use proc_macro2::{Group, Ident, Span};
use syn::{Attribute, LitStr, Type, Visibility};

/// One machine of an `sfn!`.
#[derive(Clone)]
pub struct Declaration {
    /// Its doc comments.
    pub docs: Vec<Attribute>,
    /// Attributes to put on each item that the caller sees: `#[allow(…)]`.
    pub attributes: Vec<Attribute>,
    /// Who may see its items.
    pub visibility: Visibility,
    /// Its name, from which its other items take theirs.
    pub name: Ident,
    /// Name and type of the input; none for any JSON.
    pub input: Option<(Ident, Type)>,
    /// The type of the output; none for any JSON.
    pub output: Option<Type>,
    /// How it is executed.
    pub execution_type: ExecutionType,
    /// `#[timeout(1h)]` of a machine in the DSL, in seconds.
    pub timeout_seconds: Option<u32>,
    /// Whether warnings about the definition are shown: `#[warnings]`.
    pub warns: bool,
    /// Where its definition is.
    pub source: Source,
    /// Values for the `${Placeholder}`s of the definition; the names are distinct.
    pub substitutions: Vec<Substitution>,
    /// Tasks with a signature of their own; selectors and methods are distinct.
    pub bindings: Vec<Binding>,
}

/// Standard or Express.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ExecutionType {
    /// `#[standard]`, also where nothing is said.
    #[default]
    Standard,
    /// `#[express]`
    Express,
}

/// How a task's result comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskPattern {
    /// As what the call gives.
    RequestResponse,
    /// From a job that the call starts.
    Job,
    /// By token.
    Callback,
    /// From a worker that takes it.
    Activity,
}

/// Where a machine's definition is.
#[derive(Clone)]
pub enum Source {
    /// `from "workflows/order.asl.json"`
    File {
        /// The path as written.
        path: LitStr,
    },
    /// `= r#"{ … }"#`
    Text {
        /// The string as written.
        literal: LitStr,
    },
    /// `= { … }`
    Tokens {
        /// The tokens with their braces.
        group: Group,
    },
    /// `{ … }` without `from` or `=`: the machine is written in the DSL.
    Dsl {
        /// The tokens with their braces.
        group: Group,
    },
    /// Nowhere that can be read. The findings say why; what the caller's own code names can still
    /// be emitted as stubs.
    Unreadable,
}

/// A value for a `${Placeholder}`.
#[derive(Debug, Clone)]
pub struct Substitution {
    /// The placeholder's name.
    pub name: String,
    /// The text that replaces it, as it would stand in JSON, a string without its quotes.
    pub value: String,
    /// Where the name stands.
    pub span: Span,
}

/// A task that has a signature of its own: `lambda "charge" => async fn charge(Order) -> Charge;`.
#[derive(Clone)]
pub struct Binding {
    /// Doc comments, for the method of the trait.
    pub docs: Vec<Attribute>,
    /// Which task it is.
    pub selector: Selector,
    /// The name of the method.
    pub method: Ident,
    /// What the method gets; none if it asks for nothing.
    pub input: Option<InputType>,
    /// What it gives.
    pub output: OutputType,
}

/// Which task of the definition a [`Binding`] is for.
///
/// By the name of what does the work, by the state that asks for it, or by the `Resource`. Where
/// more than one fits a task, the state comes first and the `Resource` last.
#[derive(Clone)]
pub enum Selector {
    /// `lambda "charge"`: the function of this name, whether `Resource` or `FunctionName` says so.
    /// Payload to payload: the envelope of `lambda:invoke` is not seen.
    Lambda(LitStr),
    /// `activity "approve"`: the activity of this name.
    Activity(LitStr),
    /// `machine "settle"`: executions of the state machine of this name.
    StateMachine(LitStr),
    /// `state "Notify Customer"`: the work of this state. It gets the whole request.
    State(LitStr),
    /// `resource "arn:aws:states:::sns:publish"`: the tasks with just this `Resource`. They get
    /// the whole request.
    Resource(LitStr),
}

impl Selector {
    /// The text that was written.
    pub fn text(&self) -> &LitStr {
        match self {
            Self::Lambda(text)
            | Self::Activity(text)
            | Self::StateMachine(text)
            | Self::State(text)
            | Self::Resource(text) => text,
        }
    }

    /// The word that was written before the text.
    pub fn keyword(&self) -> &'static str {
        match self {
            Self::Lambda(_) => "lambda",
            Self::Activity(_) => "activity",
            Self::StateMachine(_) => "machine",
            Self::State(_) => "state",
            Self::Resource(_) => "resource",
        }
    }
}

/// What a method gets.
#[derive(Clone)]
pub struct InputType {
    /// The name it was given, for the trait's documentation.
    pub name: Option<Ident>,
    /// The type, without a `&`.
    pub ty: Type,
    /// It was written `&Type`.
    pub by_reference: bool,
}

/// What a method gives.
#[derive(Clone)]
pub enum OutputType {
    /// Nothing: `null`.
    Unit,
    /// A value; the method cannot fail.
    Plain(Box<Type>),
    /// `Result<ok, err>`
    Result {
        /// The type of the value.
        ok: Box<Type>,
        /// The type of the error.
        err: Box<Type>,
    },
}
