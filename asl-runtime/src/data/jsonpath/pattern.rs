//! Regular expressions of filters: matched in linear time, against whole texts.

use regex::{Regex, RegexBuilder};

use crate::value::Value;

/// What a compiled pattern may take, in bytes; validation has the same limits.
const MAX_SIZE: usize = 1 << 20;
const MAX_NESTING: u32 = 100;

/// A regular expression, compiled once.
#[derive(Debug, Clone)]
pub struct Pattern(Option<Regex>);

impl Pattern {
    pub(super) fn new(regex: &str) -> Self {
        let mut builder = RegexBuilder::new(regex);
        let regex = builder.size_limit(MAX_SIZE).nest_limit(MAX_NESTING).build();
        debug_assert!(regex.is_ok(), "patterns have been compiled before: {regex:?}");
        Self(regex.ok())
    }

    /// Whether the text of a value matches. What has no text is as `""`.
    pub(super) fn matches(&self, value: Option<&Value>) -> bool {
        let Some(regex) = &self.0 else { return false };
        match value {
            Some(Value::String(text)) => regex.is_match(text),
            Some(Value::Number(number)) => number.with_text(|text| regex.is_match(text)),
            Some(Value::Bool(true)) => regex.is_match("true"),
            Some(Value::Bool(false)) => regex.is_match("false"),
            _ => regex.is_match(""),
        }
    }
}
