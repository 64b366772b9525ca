//! Intrinsic function calls, as `States.Format('order {}', $.id)`.
//!
//! Validation asks this parser whether a call is well formed, lowering makes an expression of
//! the parsed [`Call`].

mod function;
mod parse;
#[cfg(test)]
mod print;
mod template;
#[cfg(test)]
mod tests;

pub use function::Function;
pub use parse::parse;
pub use template::split_template;

use crate::ir::Literal;
use crate::path::Path;

/// Functions that may be nested in each other.
pub const MAX_NESTING: usize = 10;

/// A call of an intrinsic function.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// Byte offset of the name in the text.
    pub offset: usize,
    /// The call as written, from its name to its `)`.
    pub text: String,
    /// What is called.
    pub function: Function,
    /// What it is called with.
    pub arguments: Vec<Argument>,
}

/// An argument of a [`Call`].
#[derive(Debug, Clone, PartialEq)]
pub struct Argument {
    /// Byte offset of the argument in the text.
    pub offset: usize,
    /// The argument itself.
    pub kind: ArgumentKind,
}

/// What an argument is.
#[derive(Debug, Clone, PartialEq)]
pub enum ArgumentKind {
    /// `'text'`
    String(StringLiteral),
    /// A number.
    Number(Literal),
    /// `true`, `false`
    Bool(bool),
    /// `null`
    Null,
    /// `$.a`, `$$.a`, `$name`
    Path(Path),
    /// A nested call.
    Call(Call),
}

/// A string in single quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StringLiteral {
    /// What stands between the quotes, escapes and all: what [`split_template`] takes.
    pub written: String,
    /// What it means.
    pub value: String,
}

impl Call {
    /// The paths among the arguments, nested ones too, with their byte offsets in the text.
    pub fn paths(&self) -> Vec<(usize, &Path)> {
        let mut paths = Vec::new();
        for argument in &self.arguments {
            match &argument.kind {
                ArgumentKind::Path(path) => paths.push((argument.offset, path)),
                ArgumentKind::Call(call) => paths.extend(call.paths()),
                _ => {}
            }
        }
        paths
    }
}
