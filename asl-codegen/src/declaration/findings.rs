//! What is wrong, collected.
//!
//! Every pass of the macro goes on after a finding and adds the next; only the outermost call
//! turns them into one [`syn::Error`].

use std::fmt::Display;

use proc_macro2::Span;

/// The findings of one or more passes, in the order they were made.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    errors: Vec<syn::Error>,
}

impl Findings {
    /// Adds a finding.
    pub fn push(&mut self, error: syn::Error) {
        self.errors.push(error);
    }

    /// Adds the findings of another pass.
    pub fn extend(&mut self, others: Self) {
        self.errors.extend(others.errors);
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.errors.len()
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }

    /// All findings as one error; none if nothing is wrong.
    pub fn into_error(self) -> Option<syn::Error> {
        self.errors.into_iter().reduce(|mut all, error| {
            all.combine(error);
            all
        })
    }
}

/// A finding at `span` with a line that says what to write.
pub(crate) fn with_help(span: Span, message: impl Display, help: impl Display) -> syn::Error {
    syn::Error::new(span, format_args!("{message}\nhelp: {help}"))
}
