//! What the parsers of paths and intrinsic functions say about text they cannot read.

use std::fmt;

/// A place in a path or an intrinsic function call that does not parse.
///
/// It knows only the text it was given: whoever has the place of that text in a definition turns
/// it into a diagnostic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// Byte offset of the place in the text; the length of the text when something is missing at
    /// its end.
    pub offset: usize,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
    /// AWS reads this text, but it is beyond what this compiler takes.
    pub unsupported: bool,
}

impl SyntaxError {
    pub(crate) fn new(offset: usize, message: impl Into<String>) -> Self {
        SyntaxError { offset, message: message.into(), help: None, unsupported: false }
    }

    pub(crate) fn unsupported(offset: usize, message: impl Into<String>) -> Self {
        SyntaxError { unsupported: true, ..SyntaxError::new(offset, message) }
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for SyntaxError {}
