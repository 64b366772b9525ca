//! Reading expressions of JSONata.

use super::context::Context;
use super::location::Location;
use crate::ast::JsonataExpression;
use crate::diagnostic::{Code, Diagnostic};
use crate::json::{Node, locate};
use crate::jsonata::parse;

/// Reads an expression: its text, and the byte at which that begins in the node's string.
pub(super) fn jsonata(
    cx: &mut Context<'_>,
    node: &Node,
    (text, start): (&str, usize),
    at: &Location<'_>,
) -> Option<JsonataExpression> {
    let string = node.as_str()?;
    if cx.leaves_open(text) {
        return None;
    }
    match parse(text) {
        Ok(tree) => Some(JsonataExpression {
            text: text.to_owned(),
            string: string.to_owned(),
            start,
            tree,
        }),
        Err(error) => {
            let part = error.span.range();
            let span = locate(cx.source, node.span, string, start + part.start, start + part.end);
            let finding = Diagnostic::new(Code::InvalidJsonata, error.message, span);
            cx.report(finding.label(error.code.as_str()), at);
            None
        }
    }
}
