//! The engines that run patterns.

use std::ops::Range;
use std::sync::Arc;

use super::backtrack::search;
use super::emit::{Flags, emit};
use super::program::Program;
use super::syntax::Syntax;
use crate::jsonata::Error;

/// Bytes that a compiled pattern may have.
const MOST_SIZE: usize = 1 << 20;

/// What was matched: all of it, and each group.
pub(super) type Captured = (Range<usize>, Vec<Option<Range<usize>>>);

#[derive(Debug, Clone)]
pub(super) enum Engine {
    /// Takes a time linear in the text.
    Linear(regex::Regex),
    /// Tracks back, for look-around and back-references.
    Backtracking(Arc<Program>),
}

impl Engine {
    /// # Errors
    /// The compiled pattern is too large.
    pub(super) fn new(syntax: &Syntax, flags: Flags) -> Result<Self, &'static str> {
        if syntax.backtracks {
            let program = Program::new(syntax, flags).ok_or("Regular expression too large")?;
            return Ok(Self::Backtracking(Arc::new(program)));
        }
        let mut builder = regex::RegexBuilder::new(&emit(&syntax.node, flags));
        builder.size_limit(MOST_SIZE).dfa_size_limit(MOST_SIZE);
        builder.build().map(Self::Linear).map_err(|_| "Regular expression too large")
    }

    /// The first match at or after a byte.
    ///
    /// # Errors
    /// It takes too long: in AWS's words.
    pub(super) fn captures(&self, text: &str, from: usize) -> Result<Option<Captured>, Error> {
        let regex = match self {
            Self::Linear(regex) => regex,
            Self::Backtracking(program) => {
                return search(program, text, from).map_err(|_| Error::timeout());
            }
        };
        let Some(captures) = regex.captures_at(text, from) else { return Ok(None) };
        let mut groups = captures.iter().map(|group| group.map(|group| group.range()));
        let whole = groups.next().flatten();
        Ok(whole.map(|whole| (whole, groups.collect())))
    }
}
