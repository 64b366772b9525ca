//! Values of single fields.

use std::ops::Range;

use crate::intrinsic::Call;
use crate::path::Path;
use crate::source::{Source, Span};
use crate::{json, jsonata};

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
#[derive(Debug, Clone, PartialEq)]
pub struct JsonataExpression {
    /// The text.
    pub text: String,
    /// The string that holds it, with its `{%` and `%}`.
    pub string: String,
    /// Byte offset of the text in that string.
    pub start: usize,
    /// The expression, with places in its text.
    pub tree: jsonata::ast::Node,
}

impl JsonataExpression {
    /// The place in the source of a part of the text. `span` is that of the string.
    pub fn locate(&self, source: &Source, span: Span, part: Span) -> Span {
        let Range { start, end } = part.range();
        json::locate(source, span, &self.string, self.start + start, self.start + end)
    }
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
