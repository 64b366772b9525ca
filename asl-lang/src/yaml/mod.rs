//! YAML, read to the same tree with places as JSON.
//!
//! `events` takes what the parser tells and refuses what no definition can say, `tree` makes
//! [`Node`](crate::json::Node)s of it and expands aliases, `scalar` says what a plain word is, and
//! `locate` finds the way from a string's value back to its text.
//!
//! Words mean what they mean in YAML 1.2. So `yes`, `no`, `on` and `off` are strings, as published
//! definitions have them for names of states; that CloudFormation takes them for Booleans, in
//! templates and in the file of a definition, is a warning. Dates and times are strings, and so are
//! the names of members, whatever they look like. Numbers of which readers make different ones are
//! refused.

mod events;
mod locate;
mod scalar;
mod tags;
#[cfg(test)]
mod tests;
mod tree;

use crate::diagnostic::Diagnostics;
use crate::json::{Document, Placeholders, Substitutions, check_text};
use crate::source::Source;
pub(crate) use locate::locate;

/// Reads a source as YAML.
///
/// A plain scalar that is nothing but a `${Placeholder}` becomes what its value says, JSON or a
/// word; without a value it is a string, or with `leave_open` a placeholder. In other scalars
/// placeholders are filled in as text.
pub fn read(
    source: &Source,
    substitutions: &Substitutions,
    leave_open: bool,
    diagnostics: &mut Diagnostics,
) -> Document {
    if let Some(finding) = check_text(source) {
        diagnostics.push(finding);
        return Document { root: None, open: false };
    }
    let mut placeholders = Placeholders::new(substitutions);
    let document = events::read(source.text(), diagnostics).map(|events| {
        tree::build(&events, source.text().len(), leave_open, &mut placeholders, diagnostics)
    });
    let document = document.unwrap_or(Document { root: None, open: false });
    if document.root.is_some() {
        placeholders.report_unused(diagnostics);
    }
    document
}
