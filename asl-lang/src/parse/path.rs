//! Reading paths and calls of intrinsic functions.

use super::context::Context;
use super::fields::Fields;
use super::location::Location;
use super::values::string;
use crate::ast::Nullable;
use crate::diagnostic::{Code, Diagnostic};
use crate::intrinsic::{self, Call};
use crate::json::{Node, NodeKind, locate};
use crate::path::{self, Path, ReferencePath, SyntaxError};
use crate::source::{Span, Spanned};

/// What a computed text is.
pub(super) enum Computed {
    Path(Path),
    Intrinsic(Call),
}

impl Fields<'_> {
    /// A field with a path.
    pub(super) fn path(&self, cx: &mut Context<'_>, name: &str) -> Option<Spanned<Path>> {
        let node = &self.get(name)?.value;
        path(cx, node, &self.at.field(name))
    }

    /// `InputPath` or `OutputPath`.
    pub(super) fn nullable_path(
        &self,
        cx: &mut Context<'_>,
        name: &str,
    ) -> Option<Spanned<Nullable<Path>>> {
        let node = &self.get(name)?.value;
        match node.kind {
            NodeKind::Null => Some(node.span.of(Nullable::Null)),
            _ => path(cx, node, &self.at.field(name)).map(|path| path.map(Nullable::Path)),
        }
    }

    /// `ResultPath`.
    pub(super) fn result_path(
        &self,
        cx: &mut Context<'_>,
    ) -> Option<Spanned<Nullable<ReferencePath>>> {
        let node = &self.get("ResultPath")?.value;
        if matches!(node.kind, NodeKind::Null) {
            return Some(node.span.of(Nullable::Null));
        }
        let at = self.at.field("ResultPath");
        let text = string(cx, node, &at)?;
        match path::parse_reference(&text.value) {
            Ok(path) => Some(text.span.of(Nullable::Path(path))),
            Err(error) => {
                let message = "`ResultPath` is not a reference path";
                syntax_error(cx, Code::InvalidReferencePath, message, &text, error, &at);
                None
            }
        }
    }

    /// `ErrorPath` or `CausePath`, which may be a call too.
    pub(super) fn path_or_call(
        &self,
        cx: &mut Context<'_>,
        name: &str,
    ) -> Option<Spanned<Computed>> {
        let node = &self.get(name)?.value;
        let at = self.at.field(name);
        let text = string(cx, node, &at)?;
        if cx.leaves_open(&text.value) {
            return None;
        }
        match computed(&text.value) {
            Ok(computed) => Some(text.span.of(computed)),
            Err(error) => {
                let message =
                    format!("`{name}` is neither a JSONPath nor a call of an intrinsic function");
                syntax_error(cx, Code::InvalidPath, &message, &text, error, &at);
                None
            }
        }
    }
}

fn path(cx: &mut Context<'_>, node: &Node, at: &Location<'_>) -> Option<Spanned<Path>> {
    let text = string(cx, node, at)?;
    if cx.leaves_open(&text.value) {
        return None;
    }
    match path::parse(&text.value) {
        Ok(path) => Some(text.span.of(path)),
        Err(error) => {
            let name = match at {
                Location::Field(_, name) => *name,
                _ => "the value",
            };
            let message = format!("`{name}` is not a valid JSONPath");
            syntax_error(cx, Code::InvalidPath, &message, &text, error, at);
            None
        }
    }
}

/// Reads what stands in a field whose name ends in `.$`.
pub(super) fn computed(text: &str) -> Result<Computed, SyntaxError> {
    if text.starts_with(char::is_whitespace) {
        let error = SyntaxError::new(0, "there is white space before the path or call");
        return Err(error.help("remove it"));
    }
    if text.starts_with('$') {
        path::parse(text).map(Computed::Path)
    } else if text.contains('(') || text.starts_with("States.") {
        intrinsic::parse(text).map(Computed::Intrinsic)
    } else {
        let error = SyntaxError::new(0, "this is neither");
        let near = format!("$.{text}");
        Err(match path::parse(&near) {
            Ok(_) => error.help(format!("a path starts with `$`: write `{near}`")),
            Err(_) => error.help("write a path such as `$.order.id`, or call a function"),
        })
    }
}

/// Whether a constant text is most likely meant as a path.
pub(crate) fn looks_like_path(text: &str) -> bool {
    (text.starts_with("$.") || text.starts_with("$$.")) && path::parse(text).is_ok()
}

/// Whether a constant text is most likely meant as a path or a call.
pub(crate) fn looks_computed(text: &str) -> bool {
    let is_call = || text.starts_with("States.") && text.ends_with(')');
    looks_like_path(text) || is_call() && intrinsic::parse(text).is_ok()
}

/// Reports what the parser of paths and calls says, at its place in the string.
pub(super) fn syntax_error(
    cx: &mut Context<'_>,
    code: Code,
    message: &str,
    text: &Spanned<String>,
    error: SyntaxError,
    at: &Location<'_>,
) {
    let span = place(cx, text, error.offset);
    let finding = if error.unsupported {
        Diagnostic::new(Code::Unsupported, error.message, span)
    } else {
        Diagnostic::new(code, message, span).label(error.message)
    };
    cx.report(finding.maybe_help(error.help), at);
}

/// The place of a word of a string, or of one other character.
fn place(cx: &Context<'_>, text: &Spanned<String>, start: usize) -> Span {
    let rest = text.value.get(start..).unwrap_or_default();
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-');
    let word = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
    let end = start + word.max(rest.chars().next().map_or(0, char::len_utf8));
    locate(cx.source, text.span, &text.value, start, end)
}
