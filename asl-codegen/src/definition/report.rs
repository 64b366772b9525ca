//! Findings about a definition as errors in the caller's Rust, and as warnings where they are
//! asked for.

use std::ops::Range;

use asl_lang::diagnostic::{Code, Diagnostic, Severity, render};
use proc_macro2::{Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::quote;

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
                    findings.push(syn::Error::new(*span, below(Severity::Error, &errors)));
                }
            }
        }
    }

    /// The warnings among what was found in the definition, as Rust that rustc warns of.
    pub(crate) fn warn(&self, diagnostics: &[Diagnostic]) -> TokenStream {
        // Of values that no placeholder takes the macro tells as of errors.
        let is_warning = |d: &&Diagnostic| !d.is_error() && d.code != Code::UnusedSubstitution;
        let warnings = diagnostics.iter().filter(is_warning);
        match &self.place {
            Place::Tokens(tokens) => warnings
                .map(|warning| {
                    let (span, message) = at_token(warning, tokens);
                    warning_at(span, &message)
                })
                .collect(),
            Place::Literal(span) => {
                let source = &self.text.source;
                let warnings: Vec<_> = warnings.map(|w| render(w, source, false)).collect();
                if warnings.is_empty() {
                    return TokenStream::new();
                }
                warning_at((*span, *span), &below(Severity::Warning, &warnings))
            }
        }
    }
}

/// Rust that rustc warns of with this message: the only warning a stable macro can give is the one
/// of the use of something deprecated.
fn warning_at((span, _): (Span, Span), message: &str) -> TokenStream {
    let warning = Ident::new("WARNING", span);
    quote! {
        const _: () = {
            #[deprecated(note = #message)]
            const #warning: () = ();
            #warning
        };
    }
}

/// The text of findings, below the line that rustc puts its own `error:` before.
pub(crate) fn below(severity: Severity, findings: &[String]) -> String {
    let count = match (findings.len(), severity) {
        (1, Severity::Error) => "an error".to_owned(),
        (1, Severity::Warning) => "a warning".to_owned(),
        (count, _) => format!("{count} {}s", severity.as_str()),
    };
    let findings: Vec<&str> = findings.iter().map(|finding| finding.trim_end()).collect();
    format!("the definition has {count}\n\n{}", findings.join("\n\n"))
}

/// An error at its token, and one at each other token that matters to it: stable Rust has no other
/// way to point there.
fn at_tokens(error: &Diagnostic, tokens: &Tokens, findings: &mut Findings) {
    let (spans, message) = at_token(error, tokens);
    findings.push(error_at(spans, &message));
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

/// The place of a finding and what to say there.
fn at_token(finding: &Diagnostic, tokens: &Tokens) -> ((Span, Span), String) {
    let mut message = format!("{} [{}]", finding.message, finding.code.id());
    let place = tokens.at(finding.span);
    match (place.as_ref().and_then(|place| place.within.clone()), &finding.label) {
        (Some((token, part)), label) => {
            message.push_str(&drawn(token, part, label.as_deref().unwrap_or_default()));
        }
        (None, Some(label)) => message.push_str(&format!("\n{label}")),
        (None, None) => {}
    }
    if let Some(help) = &finding.help {
        message.push_str(&format!("\nhelp: {help}"));
    }
    let call_site = (Span::call_site(), Span::call_site());
    (place.map_or(call_site, |place| place.spans), message)
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
