//! Values of single fields.

use crate::intrinsic::Call;
use crate::path::Path;

/// The value of a field that may be computed: a constant in `X`, a path in `XPath`, or, in a
/// JSONata state, an expression in `X`.
#[derive(Debug, Clone, PartialEq)]
pub enum Dynamic<T> {
    /// `X` with a constant.
    Literal(T),
    /// `XPath` with a path.
    Path(Path),
    /// `XPath` with an intrinsic function: `ErrorPath` and `CausePath` of a Fail.
    Intrinsic(Call),
    /// `X` with an expression.
    Jsonata(JsonataExpression),
}

/// `InputPath`, `OutputPath` and `ResultPath`, which may be `null`.
#[derive(Debug, Clone, PartialEq)]
pub enum Nullable<T> {
    /// `null`
    Null,
    /// A path.
    Path(T),
}

/// A JSONata expression: what stands between `{%` and `%}`, without the white space around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonataExpression {
    /// The text.
    pub text: String,
}

impl<T> Dynamic<T> {
    /// The constant, if it is one.
    pub fn literal(&self) -> Option<&T> {
        match self {
            Dynamic::Literal(value) => Some(value),
            _ => None,
        }
    }
}
