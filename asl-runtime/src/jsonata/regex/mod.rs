//! Regular expressions as functions.

use super::error::Error;
use super::item::{Item, View};

/// A regular expression.
#[derive(Debug)]
pub struct Regex;

impl Regex {
    /// Its first match in a string.
    ///
    /// # Errors
    /// D1004: it matches nothing at all, again and again.
    pub fn call(&self, text: View<'_>) -> Result<Item, Error> {
        let _ = text;
        Ok(Item::Undefined)
    }
}
