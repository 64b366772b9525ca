//! Findings about a definition as errors in the caller's Rust.

use std::ops::Range;

use asl_lang::diagnostic::{Diagnostic, render};
use proc_macro2::{Punct, Spacing, Span, TokenStream, TokenTree};

use super::tokens::Tokens;
use super::{Definition, Place};
use crate::declaration::Findings;

/// Bytes shown on either side of what is wrong within a token.
const AROUND: usize = 60;

impl Definition {
    /// Adds the errors among what was found in the definition.
    pub(crate) fn report(&self, diagnostics: &[Diagnostic], findings: &mut Findings) {
        let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error());
        match &self.place {
            Place::Tokens(tokens) => {
                findings.extend(tokens.refused().clone());
                errors.for_each(|error| at_tokens(error, tokens, findings));
            }
            Place::Literal(span) => {
                let source = &self.text.source;
                let errors: Vec<_> = errors.map(|error| render(error, source, false)).collect();
                if !errors.is_empty() {
                    findings.push(syn::Error::new(*span, below(&errors)));
                }
            }
        }
    }
}

/// The text of errors, below the line that rustc puts its own `error:` before.
pub(crate) fn below(errors: &[String]) -> String {
    let count = match errors.len() {
        1 => "an error".to_owned(),
        count => format!("{count} errors"),
    };
    let errors: Vec<&str> = errors.iter().map(|error| error.trim_end()).collect();
    format!("the definition has {count}\n\n{}", errors.join("\n\n"))
}

/// An error at its token, and one at each other token that matters to it: stable Rust has no other
/// way to point there.
fn at_tokens(error: &Diagnostic, tokens: &Tokens, findings: &mut Findings) {
    let Some(place) = tokens.at(error.span) else {
        findings.push(syn::Error::new(Span::call_site(), &error.message));
        return;
    };
    let mut message = format!("{} [{}]", error.message, error.code.id());
    match (&place.within, &error.label) {
        (Some((token, part)), label) => {
            message.push_str(&drawn(token, part.clone(), label.as_deref().unwrap_or_default()));
        }
        (None, Some(label)) => message.push_str(&format!("\n{label}")),
        (None, None) => {}
    }
    if let Some(help) = &error.help {
        message.push_str(&format!("\nhelp: {help}"));
    }
    findings.push(error_at(place.spans, &message));
    for label in &error.labels {
        if let Some(place) = tokens.at(label.span) {
            let message = format!(
                "{} [{}]\nthis is about: {}",
                label.message,
                error.code.id(),
                error.message
            );
            findings.push(error_at(place.spans, &message));
        }
    }
}

fn error_at((first, last): (Span, Span), message: &str) -> syn::Error {
    let token = |span| {
        let mut punct = Punct::new('.', Spacing::Alone);
        punct.set_span(span);
        TokenTree::from(punct)
    };
    syn::Error::new_spanned(TokenStream::from_iter([token(first), token(last)]), message)
}

/// A token with a part of it underlined.
fn drawn(token: &str, part: Range<usize>, label: &str) -> String {
    let boundary = |at: usize| {
        let at = at.min(token.len());
        (0..=at).rev().find(|at| token.is_char_boundary(*at)).unwrap_or(0)
    };
    let start = boundary(part.start.saturating_sub(AROUND));
    let end = boundary(part.end.min(part.start + AROUND) + AROUND);
    let count = |range: Range<usize>| token.get(range).unwrap_or_default().chars().count();
    let shown = token.get(start..end).unwrap_or_default();
    let indent = " ".repeat(count(start..boundary(part.start)));
    let carets = "^".repeat(count(boundary(part.start)..boundary(part.end.min(end))).max(1));
    let drawn = format!("\n  {shown}\n  {indent}{carets} {label}");
    drawn.trim_end().to_owned()
}
