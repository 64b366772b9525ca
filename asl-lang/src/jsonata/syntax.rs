//! The tree by precedence, as it is written: what [`process`](super::process) starts from.

use crate::source::Span;

use super::ast::{Operator, Parameter, Regex, Signature};

/// An expression as it is written.
#[derive(Debug)]
pub(super) struct Syntax {
    pub(super) kind: SyntaxKind,
    /// All of it.
    pub(super) span: Span,
    /// `[]` follows it.
    pub(super) keep_array: bool,
    /// How many levels it has. What follows each other is one level.
    pub(super) depth: usize,
}

#[derive(Debug)]
pub(super) enum SyntaxKind {
    /// The text ends where an expression has to be. It is an error, but the first one only if the
    /// text has no other.
    End,
    Null,
    Bool(bool),
    Number(f64),
    String(String),
    Regex(Regex),
    Variable(String),
    Name(String),
    Wildcard,
    Descendants,
    Parent,
    Negate(Box<Syntax>),
    Array(Vec<Syntax>),
    Range(Box<[Syntax; 2]>, Span),
    Object(Vec<[Syntax; 2]>),
    Block(Vec<Syntax>),
    Transform(Box<TransformSyntax>),
    Operators(Box<Syntax>, Vec<OperationSyntax>),
    Apply(Box<Syntax>, Vec<Syntax>),
    Path(Box<Syntax>, Vec<Syntax>),
    Filter(Box<Syntax>, Box<Syntax>, Span),
    Group(Box<Syntax>, Vec<[Syntax; 2]>, Span),
    Sort(Box<Syntax>, Vec<SortTermSyntax>, Span),
    Focus(Box<Syntax>, String, Span),
    Index(Box<Syntax>, String, Span),
    Condition(Box<ConditionSyntax>),
    Bind(Parameter, Box<Syntax>),
    /// An argument that is missing is a `?`.
    Call(Box<Syntax>, Vec<Option<Syntax>>),
    Lambda(Vec<Parameter>, Option<Signature>, Box<Syntax>),
}

#[derive(Debug)]
pub(super) struct OperationSyntax {
    pub(super) operator: Operator,
    pub(super) span: Span,
    pub(super) operand: Syntax,
}

#[derive(Debug)]
pub(super) struct SortTermSyntax {
    pub(super) descending: bool,
    pub(super) expression: Syntax,
}

#[derive(Debug)]
pub(super) struct ConditionSyntax {
    pub(super) condition: Syntax,
    pub(super) then: Syntax,
    pub(super) otherwise: Option<Syntax>,
}

#[derive(Debug)]
pub(super) struct TransformSyntax {
    pub(super) pattern: Syntax,
    pub(super) update: Syntax,
    pub(super) delete: Option<Syntax>,
}

impl Syntax {
    /// An expression without others in it.
    pub(super) fn leaf(kind: SyntaxKind, span: Span) -> Syntax {
        Syntax { kind, span, keep_array: false, depth: 1 }
    }

    /// `[]` follows it. It is said of what stands before the predicates.
    pub(super) fn keep(&mut self) {
        match &mut self.kind {
            SyntaxKind::Filter(left, ..) => left.keep(),
            _ => self.keep_array = true,
        }
    }
}
