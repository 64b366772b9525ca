//! Regular expressions as functions.

use super::error::Error;
use super::item::{Item, View};

/// A regular expression.
#[derive(Debug)]
pub struct Regex;

impl Regex {
    /// A regular expression of JavaScript's.
    ///
    /// # Errors
    /// It is none.
    pub fn new(pattern: &str, ignore_case: bool, multi_line: bool) -> Result<Self, Error> {
        let _ = (pattern, ignore_case, multi_line);
        Ok(Self)
    }

    /// Its first match in a string.
    ///
    /// # Errors
    /// D1004: it matches nothing at all, again and again.
    pub fn call(&self, text: View<'_>) -> Result<Item, Error> {
        let _ = text;
        Ok(Item::Undefined)
    }
}
