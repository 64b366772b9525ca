//! Findings: what is wrong with a definition, where, and what to write instead.
//!
//! Every pass puts its findings into one [`Diagnostics`]; nothing stops at the first. [`Code`] is
//! the registry of all there are, [`render`] shows one beside the source it is about.

mod code;
mod collector;
mod refusal;
mod render;
mod suggest;

pub use code::Code;
pub use collector::Diagnostics;
pub use refusal::refusal;
pub use render::render;
pub(crate) use suggest::did_you_mean;
pub use suggest::suggestion;

use crate::source::Span;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a look; the definition is taken all the same.
    Warning,
    /// The definition is refused.
    Error,
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of finding it is.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong; AWS's own words where they are known.
    pub message: String,
    /// The place in the definition as AWS writes it, `/States/Charge/Next`.
    pub location: Option<Box<str>>,
    /// The place in the source.
    pub span: Span,
    /// What to say at that place.
    pub label: Option<Box<str>>,
    /// Other places that matter.
    pub labels: Vec<Label>,
    /// What to write instead.
    pub help: Option<String>,
}

/// A further place of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What to say there.
    pub message: String,
}

impl Diagnostic {
    /// A finding, as severe as its code says.
    pub fn new(code: Code, message: impl Into<String>, span: Span) -> Diagnostic {
        Diagnostic {
            code,
            severity: code.severity(),
            message: message.into(),
            location: None,
            span,
            label: None,
            labels: Vec::new(),
            help: None,
        }
    }

    /// Says where in the definition it is, `/States/Charge/Next`.
    #[must_use]
    pub fn location(mut self, location: impl Into<Box<str>>) -> Diagnostic {
        self.location = Some(location.into());
        self
    }

    /// Says something at the place itself.
    #[must_use]
    pub fn label(mut self, label: impl Into<Box<str>>) -> Diagnostic {
        self.label = Some(label.into());
        self
    }

    /// Points at a further place.
    #[must_use]
    pub fn also(mut self, span: Span, message: impl Into<String>) -> Diagnostic {
        self.labels.push(Label { span, message: message.into() });
        self
    }

    /// Says what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// Says what to write instead, if anything comes to mind.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<String>) -> Diagnostic {
        self.help = help.or(self.help);
        self
    }

    /// Whether it makes the definition refused.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl Severity {
    /// The word for it in messages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}
