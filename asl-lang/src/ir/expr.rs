//! The one expression tree.
//!
//! Paths, payload templates, intrinsic functions and choice rules all become an [`Expr`]. The
//! nodes say what differs between query languages: a JSONPath member that is missing is an
//! error, with a message that depends on the field it stands in ([`Missing`]).

use super::query::Query;
use super::{IntrinsicFunction, Register, Type, VariableId};
use crate::path::{Path, ReferencePath};
use crate::source::Span;
use std::sync::Arc;

/// An expression with its type and its place in the source.
#[derive(Debug, Clone, PartialEq)]
pub struct Expr {
    /// What it computes.
    pub kind: ExprKind,
    /// What is known of its value.
    pub ty: Type,
    /// Where it was written.
    pub span: Span,
}

/// What an expression computes.
#[derive(Debug, Clone, PartialEq)]
pub enum ExprKind {
    /// A constant.
    Literal(Literal),
    /// The whole value of a register.
    Register(Register),
    /// A member selected by a JSONPath, `$.a.b` or `$$.Execution.Id`.
    Path {
        /// What it starts from.
        root: Root,
        /// The path as parsed.
        path: Path,
        /// What `$` is where the path stands: the input that messages quote.
        data: Register,
        /// What to say when there is nothing there.
        missing: Missing,
    },
    /// An object, from a payload template.
    Object(Vec<(String, Expr)>),
    /// An array, from a payload template.
    Array(Vec<Expr>),
    /// A copy of `document` in which `path` holds `value`: `ResultPath`.
    Insert {
        /// The register that holds the document.
        document: Register,
        /// Where the value goes.
        path: ReferencePath,
        /// The value.
        value: Box<Expr>,
    },
    /// A call of an intrinsic function.
    Intrinsic {
        /// Which one.
        function: IntrinsicFunction,
        /// Its arguments. The template of `States.Format`, if it is a literal, keeps its escapes
        /// for [`split_template`](crate::intrinsic::split_template).
        arguments: Vec<Expr>,
        /// The call as written, for messages; of nested calls the outermost.
        call: Arc<str>,
        /// Byte offset of this call's name in [`call`](Self::Intrinsic::call).
        offset: u32,
    },
    /// A choice rule's comparison. False where the types differ.
    Compare {
        /// How.
        comparison: Comparison,
        /// The value of `Variable`.
        variable: Box<Expr>,
        /// What it is compared with.
        operand: Operand,
    },
    /// `StringMatches`.
    Matches {
        /// The value of `Variable`.
        variable: Box<Expr>,
        /// The pattern.
        pattern: MatchPattern,
    },
    /// `IsNull`, `IsString` and the like.
    IsType {
        /// Which type is asked for.
        test: TypeTest,
        /// The value of `Variable`.
        variable: Box<Expr>,
        /// The answer that makes the rule true.
        expected: bool,
    },
    /// `IsPresent`.
    IsPresent {
        /// What the path starts from.
        root: Root,
        /// The path that may lead nowhere.
        path: Path,
        /// The answer that makes the rule true.
        expected: bool,
    },
    /// All are true; evaluated from the left, as far as needed.
    And(Vec<Expr>),
    /// One is true; evaluated from the left, as far as needed.
    Or(Vec<Expr>),
    /// It is false.
    Not(Box<Expr>),
    /// An expression of JSONata.
    Query(Box<Query>),
}

impl Expr {
    /// The expressions it is made of.
    pub fn parts(&self) -> Vec<&Expr> {
        match &self.kind {
            ExprKind::Intrinsic { arguments: parts, .. }
            | ExprKind::Array(parts)
            | ExprKind::And(parts)
            | ExprKind::Or(parts) => parts.iter().collect(),
            ExprKind::Object(members) => members.iter().map(|(_, value)| value).collect(),
            ExprKind::Compare { variable, operand: Operand::Path(path), .. } => {
                vec![variable, path]
            }
            ExprKind::Insert { value: part, .. }
            | ExprKind::Compare { variable: part, operand: Operand::Literal(_), .. }
            | ExprKind::Matches { variable: part, .. }
            | ExprKind::IsType { variable: part, .. }
            | ExprKind::Not(part) => vec![part],
            ExprKind::Literal(_)
            | ExprKind::Query(_)
            | ExprKind::Register(_)
            | ExprKind::Path { .. }
            | ExprKind::IsPresent { .. } => Vec::new(),
        }
    }
}

/// What a path starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Root {
    /// `$`: a register.
    Register(Register),
    /// `$$`: the context object.
    Context,
    /// `$name`: a variable.
    Variable(VariableId),
}

/// A JSON constant.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// An integer that fits 64 bits with sign.
    Integer(i64),
    /// An integer above that, up to 64 bits without sign.
    Unsigned(u64),
    /// Any other number. Always finite.
    Number(f64),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Literal>),
    /// An object; the names are distinct.
    Object(Vec<(String, Literal)>),
}

/// What a path says when it leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// `InputPath`, `OutputPath`, `TimeoutSecondsPath` and others: `Invalid path '$.a' : …`.
    InvalidPath,
    /// A payload template's field, or `ErrorPath` and `CausePath`: `The JSONPath '$.a' specified
    /// for the field 'k.$' could not be found in the input '…'`.
    Field(String),
    /// An argument of the intrinsic function call written here, of nested calls the outermost:
    /// `The function 'States.Array($.a)' had the following error: …`.
    Argument(String),
    /// A choice rule's `Variable` or `…Path` operand.
    ChoiceVariable,
    /// `SecondsPath` and `TimestampPath` of a Wait: `The SecondsPath parameter does not
    /// reference an input value: $.a`.
    Wait(&'static str),
}

/// A choice rule's comparison: a type and a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// `BooleanEquals`
    BooleanEquals,
    /// `StringEquals`
    StringEquals,
    /// `StringLessThan`
    StringLessThan,
    /// `StringLessThanEquals`
    StringLessThanEquals,
    /// `StringGreaterThan`
    StringGreaterThan,
    /// `StringGreaterThanEquals`
    StringGreaterThanEquals,
    /// `NumericEquals`
    NumericEquals,
    /// `NumericLessThan`
    NumericLessThan,
    /// `NumericLessThanEquals`
    NumericLessThanEquals,
    /// `NumericGreaterThan`
    NumericGreaterThan,
    /// `NumericGreaterThanEquals`
    NumericGreaterThanEquals,
    /// `TimestampEquals`
    TimestampEquals,
    /// `TimestampLessThan`
    TimestampLessThan,
    /// `TimestampLessThanEquals`
    TimestampLessThanEquals,
    /// `TimestampGreaterThan`
    TimestampGreaterThan,
    /// `TimestampGreaterThanEquals`
    TimestampGreaterThanEquals,
}

/// The right side of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub enum Operand {
    /// A constant of the comparison's own type (a timestamp is a checked RFC 3339 string).
    Literal(Literal),
    /// The value at a path: the `…Path` twin of the operator.
    Path(Box<Expr>),
}

/// A pattern of `StringMatches`, split at its wildcards and unescaped: `a*b` is `["a", "b"]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatchPattern {
    /// The literal texts between the wildcards; one more than there are wildcards.
    pub parts: Vec<String>,
}

/// What `IsString` and its like ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TypeTest {
    /// `IsNull`
    Null,
    /// `IsBoolean`
    Boolean,
    /// `IsNumeric`
    Numeric,
    /// `IsString`
    String,
    /// `IsTimestamp`
    Timestamp,
}
