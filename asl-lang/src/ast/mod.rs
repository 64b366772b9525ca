//! The syntax tree: a definition in the shape of the ASL specification.
//!
//! [`parse`](crate::parse) makes it, [`validate`](crate::validate) checks it and
//! [`lower`](crate::lower) turns it into the intermediate representation. It keeps every field of
//! every state type of both query languages. Fields that a definition must have are not optional
//! here: where one is missing, the parser reports it and fills in a value that causes no further
//! findings.

mod choice;
mod error_handling;
mod field;
mod map;
mod queries;
mod reads;
mod resource;
mod state;
mod template;
mod walk;

pub use choice::{Choice, ChoiceRule, Condition, Operand, Rule, RuleKind};
pub use error_handling::{Catcher, Retrier};
pub use field::{Dynamic, JsonataExpression, Nullable};
pub use map::{
    ItemBatcher, ItemProcessor, ItemReader, Map, ProcessorConfig, ProcessorMode, ReaderConfig,
    ResultWriter, WriterConfig,
};
pub(crate) use queries::Query;
pub(crate) use reads::Read;
pub use resource::{IntegrationPattern, Resource, ResourceKind};
pub use state::{
    Fail, Parallel, Pass, State, StateKind, Succeed, Task, Transition, Wait, WaitUntil,
};
pub use template::{Assign, PayloadTemplate, TemplateField};
pub use walk::{Part, Target};

use crate::source::{Span, Spanned};

/// A definition.
#[derive(Debug, Clone, PartialEq)]
pub struct StateMachine {
    /// The whole object.
    pub span: Span,
    /// `Version`.
    pub version: Option<Spanned<String>>,
    /// `TimeoutSeconds`.
    pub timeout_seconds: Option<Spanned<u32>>,
    /// `QueryLanguage`.
    pub query_language: Option<Spanned<QueryLanguage>>,
    /// `Comment`, `StartAt` and `States`.
    pub scope: Scope,
    /// What tells the definition from others: see [`fingerprint`](crate::fingerprint).
    pub fingerprint: u64,
    /// Whether a field was left out because its value is a placeholder that was left open.
    pub open: bool,
}

/// A `States` object with its `StartAt`: the machine's own, a branch of a Parallel or the body of
/// a Map.
#[derive(Debug, Clone, PartialEq)]
pub struct Scope {
    /// The object that holds `StartAt` and `States`.
    pub span: Span,
    /// Where that object stands in the definition, as AWS writes it: empty for the machine's own,
    /// `/States/Each/ItemProcessor` for the body of a Map.
    pub location: String,
    /// `Comment`.
    pub comment: Option<String>,
    /// `StartAt`.
    pub start_at: Spanned<String>,
    /// `States`, in the order they were written.
    pub states: Vec<State>,
    /// Names of the states that could not be read. A validated definition has none.
    pub unreadable: Vec<String>,
}

/// `QueryLanguage`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum QueryLanguage {
    /// `JSONPath`
    #[default]
    JsonPath,
    /// `JSONata`
    Jsonata,
}

impl StateMachine {
    /// The query language of states that name none.
    pub fn query_language(&self) -> QueryLanguage {
        self.query_language.map(|language| language.value).unwrap_or_default()
    }
}

impl Scope {
    /// Where a state of the scope stands in the definition, as AWS writes it.
    pub fn location_of(&self, state: &State) -> String {
        format!("{}/States/{}", self.location, state.name.value)
    }
}

impl QueryLanguage {
    /// The name, as ASL writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            QueryLanguage::JsonPath => "JSONPath",
            QueryLanguage::Jsonata => "JSONata",
        }
    }
}
