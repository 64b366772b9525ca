//! Regular expressions of JavaScript, without the flag `u`, on texts of Unicode characters.
//!
//! A pattern is parsed as ECMAScript says (with its annex B), and then made for an engine:
//! for that of the crate `regex`, which takes a time linear in the text, or, if there are
//! look-around or back-references in it, for one of our own that tracks back as JavaScript does,
//! but not without limit.
//!
//! What differs from JavaScript: characters are not halved, so that `.` matches one outside of the
//! Basic Multilingual Plane at once. And in the linear engine a group in a repetition keeps what it
//! last matched, with the flag `i` other characters in brackets than those of ASCII fold as Unicode
//! says, and with the flag `m` lines end at `\n` and `\r` only.

mod backtrack;
mod class;
mod emit;
mod engine;
mod function;
mod parse;
mod program;
mod syntax;

use std::ops::Range;

use super::Error;
use super::text::Limit;
use emit::Flags;
use engine::Engine;
pub(super) use function::{call, groups, match_item};

/// A regular expression.
///
/// # Examples
/// ```
/// use asl_runtime::jsonata::regex::Regex;
///
/// let regex = Regex::new(r"(\d+)-(\d+)?", "")?;
/// let found = regex.find("\u{e9} 12-")?.unwrap();
/// assert_eq!((found.start.byte, found.start.unit), (3, 2));
/// assert_eq!(found.groups, [Some(3..5), None]);
/// # Ok::<(), asl_runtime::jsonata::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Regex(Engine);

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Position {
    /// In bytes of UTF-8.
    pub byte: usize,
    /// In units of UTF-16, which JSONata counts in.
    pub unit: usize,
}

/// What a regular expression has matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Where it starts.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
    /// The bytes that each group has matched, of those that took part.
    pub groups: Vec<Option<Range<usize>>>,
}

impl Regex {
    /// A pattern as it stands between slashes, with the flags `i` and `m` behind them.
    ///
    /// # Errors
    /// The pattern is wrong, or too large when compiled. JSONata has no code for this.
    pub fn new(pattern: &str, flags: &str) -> Result<Self, Error> {
        let flags = Flags { ignore_case: flags.contains('i'), multiline: flags.contains('m') };
        let engine = parse::parse(pattern).and_then(|syntax| Engine::new(&syntax, flags));
        engine.map(Self).map_err(|reason| invalid(pattern, flags, reason))
    }

    /// The first match.
    ///
    /// # Errors
    /// The search takes too long.
    pub fn find(&self, text: &str) -> Result<Option<Match>, Error> {
        self.find_at(text, Position::default())
    }

    /// The first match from a place on.
    ///
    /// # Errors
    /// The search takes too long.
    pub fn find_at(&self, text: &str, from: Position) -> Result<Option<Match>, Error> {
        let Some((whole, groups)) = self.0.captures(text, from.byte)? else { return Ok(None) };
        let start = from.advanced(text, whole.start);
        Ok(Some(Match { start, end: start.advanced(text, whole.end), groups }))
    }

    /// The match after another, as JSONata's `next` gives it.
    ///
    /// # Errors
    /// `D1004`: it would match nothing, again and again. The search takes too long.
    pub fn find_next(&self, text: &str, last: &Match) -> Result<Option<Match>, Error> {
        if last.end.byte >= text.len() {
            return Ok(None);
        }
        let next = self.find_at(text, last.end)?;
        if next.as_ref().is_some_and(|next| next.start == next.end) {
            return Err(Error::new("D1004", "Regular expression matches zero length string"));
        }
        Ok(next)
    }

    /// `$contains(text, pattern)`.
    ///
    /// # Errors
    /// The search takes too long.
    pub fn is_match(&self, text: &str) -> Result<bool, Error> {
        Ok(self.find(text)?.is_some())
    }

    /// The matches that `$match(text, pattern, limit)` lists.
    ///
    /// # Errors
    /// `D3040`: the limit is negative. `D1004`: the pattern matches nothing at some place. The
    /// search takes too long.
    pub fn matches(&self, text: &str, limit: Option<f64>) -> Result<Vec<Match>, Error> {
        let limit = match_limit(limit)?;
        let mut matches = Vec::new();
        let mut next = if limit.allows(0) { self.find(text)? } else { None };
        while let Some(found) = next.filter(|_| limit.allows(matches.len())) {
            next = self.find_next(text, &found)?;
            matches.push(found);
        }
        Ok(matches)
    }
}

impl Match {
    /// What was matched in the text.
    #[must_use]
    pub fn text<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start.byte..self.end.byte).unwrap_or_default()
    }

    /// What one of its groups has matched in the text; an empty string if it took no part.
    #[must_use]
    pub fn group<'a>(&self, text: &'a str, group: Option<&Range<usize>>) -> &'a str {
        group.and_then(|range| text.get(range.clone())).unwrap_or_default()
    }
}

impl Position {
    /// The place before a unit of UTF-16; none if the text is shorter.
    fn of_unit(text: &str, unit: usize) -> Option<Self> {
        let mut position = Self::default();
        for c in text.chars() {
            if position.unit >= unit {
                break;
            }
            position =
                Self { byte: position.byte + c.len_utf8(), unit: position.unit + c.len_utf16() };
        }
        (position.unit >= unit).then_some(position)
    }

    /// The place of a byte that does not stand before.
    fn advanced(self, text: &str, byte: usize) -> Self {
        let between = text.get(self.byte..byte).unwrap_or_default();
        let units: usize = between.chars().map(char::len_utf16).sum();
        Self { byte, unit: self.unit + units }
    }
}

pub(super) fn match_limit(limit: Option<f64>) -> Result<Limit, Error> {
    let limit = Limit(limit);
    if limit.is_negative() {
        return Err(Error::new(
            "D3040",
            "Third argument of match function must evaluate to a positive number",
        ));
    }
    Ok(limit)
}

/// In V8's words. JSONata adds the flag `g` to all.
#[cold]
fn invalid(pattern: &str, flags: Flags, reason: &str) -> Error {
    let ignore_case = if flags.ignore_case { "i" } else { "" };
    let multiline = if flags.multiline { "m" } else { "" };
    Error::without_code(format!(
        "Invalid regular expression: /{pattern}/g{ignore_case}{multiline}: {reason}",
    ))
}

#[cfg(test)]
mod tests;
