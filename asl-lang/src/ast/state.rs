//! The states, but for Choice and Map.

use super::{
    Assign, Catcher, Choice, Dynamic, Map, Nullable, PayloadTemplate, QueryLanguage, Resource,
    Retrier, Scope,
};
use crate::ir::Literal;
use crate::path::{Path, ReferencePath};
use crate::source::{Span, Spanned};

/// A state.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// Its name; the span is that of the key in `States`.
    pub name: Spanned<String>,
    /// The whole object.
    pub span: Span,
    /// `Comment`.
    pub comment: Option<String>,
    /// The query language it is written in: its own `QueryLanguage`, else the machine's.
    pub query_language: QueryLanguage,
    /// Where `QueryLanguage` stands, if the state has one.
    pub query_language_span: Option<Span>,
    /// `Type`, with the fields of that type.
    pub kind: StateKind,
}

/// A state's fields, by its `Type`.
#[derive(Debug, Clone, PartialEq)]
pub enum StateKind {
    /// `Task`
    Task(Box<Task>),
    /// `Pass`
    Pass(Box<Pass>),
    /// `Choice`
    Choice(Box<Choice>),
    /// `Wait`
    Wait(Box<Wait>),
    /// `Succeed`
    Succeed(Succeed),
    /// `Fail`
    Fail(Fail),
    /// `Parallel`
    Parallel(Box<Parallel>),
    /// `Map`
    Map(Box<Map>),
}

/// Where a state goes when it is done.
#[derive(Debug, Clone, PartialEq)]
pub enum Transition {
    /// `Next`
    Next(Spanned<String>),
    /// `End: true`
    End(Span),
}

/// A `Task` state: has some work done.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// `Resource`.
    pub resource: Spanned<Resource>,
    /// `InputPath`.
    pub input_path: Option<Spanned<Nullable<Path>>>,
    /// `Parameters`.
    pub parameters: Option<PayloadTemplate>,
    /// `Arguments`, JSONata only.
    pub arguments: Option<PayloadTemplate>,
    /// `ResultSelector`.
    pub result_selector: Option<PayloadTemplate>,
    /// `ResultPath`.
    pub result_path: Option<Spanned<Nullable<ReferencePath>>>,
    /// `OutputPath`.
    pub output_path: Option<Spanned<Nullable<Path>>>,
    /// `Output`, JSONata only.
    pub output: Option<PayloadTemplate>,
    /// `Assign`.
    pub assign: Option<Assign>,
    /// `TimeoutSeconds` or `TimeoutSecondsPath`.
    pub timeout_seconds: Option<Spanned<Dynamic<u32>>>,
    /// `HeartbeatSeconds` or `HeartbeatSecondsPath`.
    pub heartbeat_seconds: Option<Spanned<Dynamic<u32>>>,
    /// `Credentials`.
    pub credentials: Option<PayloadTemplate>,
    /// `Retry`.
    pub retry: Vec<Retrier>,
    /// `Catch`.
    pub catch: Vec<Catcher>,
    /// `Next` or `End`.
    pub transition: Transition,
}

/// A `Pass` state: hands on or makes data.
#[derive(Debug, Clone, PartialEq)]
pub struct Pass {
    /// `InputPath`.
    pub input_path: Option<Spanned<Nullable<Path>>>,
    /// `Parameters`.
    pub parameters: Option<PayloadTemplate>,
    /// `Result`: constant, whatever its keys look like.
    pub result: Option<Spanned<Literal>>,
    /// `ResultPath`.
    pub result_path: Option<Spanned<Nullable<ReferencePath>>>,
    /// `OutputPath`.
    pub output_path: Option<Spanned<Nullable<Path>>>,
    /// `Output`, JSONata only.
    pub output: Option<PayloadTemplate>,
    /// `Assign`.
    pub assign: Option<Assign>,
    /// `Next` or `End`.
    pub transition: Transition,
}

/// A `Wait` state: lets time pass.
#[derive(Debug, Clone, PartialEq)]
pub struct Wait {
    /// `InputPath`.
    pub input_path: Option<Spanned<Nullable<Path>>>,
    /// `OutputPath`.
    pub output_path: Option<Spanned<Nullable<Path>>>,
    /// `Output`, JSONata only.
    pub output: Option<PayloadTemplate>,
    /// `Assign`.
    pub assign: Option<Assign>,
    /// How long.
    pub until: WaitUntil,
    /// `Next` or `End`.
    pub transition: Transition,
}

/// How long a Wait waits.
#[derive(Debug, Clone, PartialEq)]
pub enum WaitUntil {
    /// `Seconds` or `SecondsPath`.
    Seconds(Spanned<Dynamic<u32>>),
    /// `Timestamp` or `TimestampPath`.
    Timestamp(Spanned<Dynamic<String>>),
}

/// A `Succeed` state: ends its scope well.
#[derive(Debug, Clone, PartialEq)]
pub struct Succeed {
    /// `InputPath`.
    pub input_path: Option<Spanned<Nullable<Path>>>,
    /// `OutputPath`.
    pub output_path: Option<Spanned<Nullable<Path>>>,
    /// `Output`, JSONata only.
    pub output: Option<PayloadTemplate>,
}

/// A `Fail` state: ends its scope with an error.
#[derive(Debug, Clone, PartialEq)]
pub struct Fail {
    /// `Error` or `ErrorPath`.
    pub error: Option<Spanned<Dynamic<String>>>,
    /// `Cause` or `CausePath`.
    pub cause: Option<Spanned<Dynamic<String>>>,
}

/// A `Parallel` state: runs its branches side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Parallel {
    /// `Branches`.
    pub branches: Vec<Scope>,
    /// `InputPath`.
    pub input_path: Option<Spanned<Nullable<Path>>>,
    /// `Parameters`.
    pub parameters: Option<PayloadTemplate>,
    /// `Arguments`, JSONata only.
    pub arguments: Option<PayloadTemplate>,
    /// `ResultSelector`.
    pub result_selector: Option<PayloadTemplate>,
    /// `ResultPath`.
    pub result_path: Option<Spanned<Nullable<ReferencePath>>>,
    /// `OutputPath`.
    pub output_path: Option<Spanned<Nullable<Path>>>,
    /// `Output`, JSONata only.
    pub output: Option<PayloadTemplate>,
    /// `Assign`.
    pub assign: Option<Assign>,
    /// `Retry`.
    pub retry: Vec<Retrier>,
    /// `Catch`.
    pub catch: Vec<Catcher>,
    /// `Next` or `End`.
    pub transition: Transition,
}
