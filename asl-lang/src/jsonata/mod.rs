//! JSONata 2.0.6: from text to a tree with places.
//!
//! The language is the one of the [documentation](https://docs.jsonata.org); what that leaves open
//! follows the reference implementation, and so do codes and messages of errors.
//! `lexer` makes tokens, `parse` a tree by precedence, `process` the tree that evaluators need.
//! [`restrict`] finds what Step Functions refuses, [`references`] the variables that are read.

pub mod ast;
mod builtin;
mod error;
mod lexer;
mod parse;
mod print;
mod process;
pub mod references;
pub mod restrict;
pub mod signature;
mod syntax;
#[cfg(test)]
mod tests;
mod text;
mod token;
mod walk;

pub use builtin::Function;
pub use error::{Code, Error};
pub use parse::MAX_DEPTH;

/// Parses an expression: what stands between `{%` and `%}`. Spans are those of this text.
///
/// ```
/// use asl_lang::jsonata::{Code, parse};
///
/// assert!(parse("$states.input.items[price > 10].name").is_ok());
/// let error = parse("$states.input.items[price > 10,").unwrap_err();
/// assert_eq!(error.code, Code::S0202);
/// assert_eq!(error.message, r#"Expected "]", got ",""#);
/// assert_eq!(error.span.range(), 30..31);
/// ```
///
/// # Errors
/// It is no expression, or one of more than [`MAX_DEPTH`] levels.
pub fn parse(text: &str) -> Result<ast::Node, Error> {
    process::process(parse::parse(text)?)
}
