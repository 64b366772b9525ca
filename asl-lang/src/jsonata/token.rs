//! Tokens.

use crate::source::Span;

use super::ast::Regex;
use super::text;

/// A token with its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) span: Span,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum TokenKind {
    /// A symbol or one of the words `and`, `or` and `in`.
    Operator(&'static str),
    Null,
    Bool(bool),
    Number(f64),
    String(String),
    Regex(Regex),
    /// A name, in backquotes or not.
    Name(String),
    /// A variable, without its `$`.
    Variable(String),
    /// The end of the text, as often as one asks.
    End,
}

impl Token {
    /// Whether it is this symbol.
    pub(super) fn is(&self, symbol: &str) -> bool {
        matches!(self.kind, TokenKind::Operator(operator) if operator == symbol)
    }

    /// Its value as JSON, as messages name it.
    pub(super) fn as_json(&self) -> String {
        match &self.kind {
            TokenKind::Operator(_)
            | TokenKind::String(_)
            | TokenKind::Name(_)
            | TokenKind::Variable(_)
            | TokenKind::End => text::quoted(&self.as_text()),
            // What JavaScript makes of a `RegExp`.
            TokenKind::Regex(_) => "{}".to_owned(),
            TokenKind::Null | TokenKind::Bool(_) | TokenKind::Number(_) => self.as_text(),
        }
    }

    /// Its value as text, as signatures are put together.
    pub(super) fn as_text(&self) -> String {
        match &self.kind {
            TokenKind::Operator(operator) => (*operator).to_owned(),
            TokenKind::Null => "null".to_owned(),
            TokenKind::Bool(value) => value.to_string(),
            TokenKind::Number(value) => text::number(*value),
            TokenKind::String(value) | TokenKind::Name(value) | TokenKind::Variable(value) => {
                value.clone()
            }
            TokenKind::Regex(regex) => format!("/{}/", regex.pattern),
            TokenKind::End => "(end)".to_owned(),
        }
    }
}
