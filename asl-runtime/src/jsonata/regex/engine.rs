//! The engines that run patterns.

use std::ops::Range;

use super::emit::{Flags, emit};
use super::syntax::Syntax;
use crate::jsonata::Error;

/// Bytes that a compiled pattern may have.
const MOST_SIZE: usize = 1 << 20;

/// How often an engine may track back in a search.
const MOST_BACKTRACKING: usize = 100_000;

/// What was matched: all of it, and each group.
pub(super) type Captured = (Range<usize>, Vec<Option<Range<usize>>>);

#[derive(Debug, Clone)]
pub(super) enum Engine {
    /// Takes a time linear in the text.
    Linear(regex::Regex),
    /// Tracks back, for look-around and back-references.
    Backtracking(fancy_regex::Regex),
}

impl Engine {
    /// # Errors
    /// Why the pattern cannot be compiled: it is too large, or looks behind for what has no end.
    pub(super) fn new(syntax: &Syntax, flags: Flags) -> Result<Self, &'static str> {
        let pattern = emit(syntax, flags);
        if syntax.backtracks {
            let mut builder = fancy_regex::RegexBuilder::new(&pattern);
            builder
                .backtrack_limit(MOST_BACKTRACKING)
                .delegate_size_limit(MOST_SIZE)
                .delegate_dfa_size_limit(MOST_SIZE)
                .max_prog_size(MOST_SIZE / 64);
            builder.build().map(Self::Backtracking).map_err(|_| "Regular expression not supported")
        } else {
            let mut builder = regex::RegexBuilder::new(&pattern);
            builder.size_limit(MOST_SIZE).dfa_size_limit(MOST_SIZE);
            builder.build().map(Self::Linear).map_err(|_| "Regular expression too large")
        }
    }

    /// The first match at or after a byte.
    ///
    /// # Errors
    /// It takes too long.
    pub(super) fn captures(&self, text: &str, from: usize) -> Result<Option<Captured>, Error> {
        Ok(match self {
            Self::Linear(regex) => regex.captures_at(text, from).and_then(|found| {
                captured(found.iter().map(|group| group.map(|group| group.range())))
            }),
            Self::Backtracking(regex) => {
                let found = regex.captures_from_pos(text, from).map_err(|_| timeout())?;
                found.and_then(|found| {
                    captured(found.iter().map(|group| group.map(|group| group.range())))
                })
            }
        })
    }
}

fn captured(mut groups: impl Iterator<Item = Option<Range<usize>>>) -> Option<Captured> {
    let whole = groups.next()??;
    Some((whole, groups.collect()))
}

/// In AWS's words.
#[cold]
fn timeout() -> Error {
    Error::without_code("Expression evaluation timeout: Check for infinite loop")
}
