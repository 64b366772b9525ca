//! The text of a machine's definition, wherever it is written, and where findings about it point.
//!
//! A definition in a file, in a string or as tokens becomes a [`Source`] for `asl-lang`. What
//! `asl-lang` finds in it comes back as errors in the caller's Rust: at the token where the
//! definition is made of tokens; else at the path or the string, with the place drawn in the
//! message.

mod literal;
mod report;
mod tokens;

use std::path::{Path, PathBuf};

use asl_lang::diagnostic::Diagnostic;
use asl_lang::source::Source;
use proc_macro2::{Ident, Span};
use syn::LitStr;

use crate::Caller;
use crate::declaration::{self, Declaration, locate::locate};
pub(crate) use report::below;
use tokens::Tokens;

/// The text of a definition.
pub(crate) struct Text {
    pub(crate) source: Source,
    /// Why it cannot be read at all.
    pub(crate) refused: Option<Diagnostic>,
}

impl Text {
    /// The text in the bytes of a file.
    pub(crate) fn from_bytes(name: &str, bytes: &[u8]) -> Self {
        match Source::from_bytes(name, bytes) {
            Ok(source) => Self { source, refused: None },
            Err(error) => Self { source: error.1, refused: Some(error.0) },
        }
    }

    fn from_source(source: Source) -> Self {
        Self { source, refused: None }
    }
}

/// The definition that a declaration of `sfn!` names or has in it.
pub(crate) struct Definition {
    pub(crate) text: Text,
    /// The file, if it comes from one.
    pub(crate) file: Option<PathBuf>,
    place: Place,
}

/// Where findings point.
enum Place {
    /// The path of the file, or the string.
    Literal(Span),
    Tokens(Tokens),
}

impl Definition {
    /// Finds and reads the definition; none where the declaration has none that can be read, of
    /// which its own findings tell.
    ///
    /// # Errors
    /// There is no such file, or it cannot be read.
    pub(crate) fn read(declaration: &Declaration, caller: &Caller) -> syn::Result<Option<Self>> {
        let machine = &declaration.name;
        match &declaration.source {
            declaration::Source::File { path } => Self::from_file(path, caller).map(Some),
            declaration::Source::Text { literal } => Ok(Some(Self::from_text(literal, machine))),
            declaration::Source::Tokens { group } => {
                Ok(Some(Self::from_tokens(Tokens::new(group), group.span_open(), machine)))
            }
            declaration::Source::Dsl { .. } | declaration::Source::Unreadable => Ok(None),
        }
    }

    fn from_file(path: &LitStr, caller: &Caller) -> syn::Result<Self> {
        let (name, span) = (path.value(), path.span());
        let file = locate(&name, &caller.manifest_dir, caller.file.as_deref())
            .map_err(|error| syn::Error::new(span, error))?;
        let bytes = read(&file, &name).map_err(|message| syn::Error::new(span, message))?;
        let text = Text::from_bytes(&name, &bytes);
        Ok(Self { text, file: Some(file), place: Place::Literal(span) })
    }

    fn from_text(literal: &LitStr, machine: &Ident) -> Self {
        let span = literal.span();
        let (name, text) = match (literal::in_place(literal), file_name(span)) {
            (Some(text), Some(name)) => (name, text),
            _ => (machine.to_string(), literal.value()),
        };
        let text = Text::from_source(Source::new(name, text));
        Self { text, file: None, place: Place::Literal(span) }
    }

    fn from_tokens(tokens: Tokens, span: Span, machine: &Ident) -> Self {
        let name = file_name(span).unwrap_or_else(|| machine.to_string());
        let text = Text::from_source(Source::new(name, tokens.text()));
        Self { text, file: None, place: Place::Tokens(tokens) }
    }
}

/// Reads a file's bytes.
///
/// # Errors
/// What to tell the user, who knows the file as `name`.
pub(crate) fn read(file: &Path, name: &str) -> Result<Vec<u8>, String> {
    std::fs::read(file).map_err(|error| format!("cannot read `{name}`: {error}"))
}

/// The file in which a span is, as messages name it; none where there is no such file, as in
/// editors.
fn file_name(span: Span) -> Option<String> {
    span.local_file()?;
    Some(span.file())
}
