//! Numbers: kept as written, so that nothing is lost before somebody asks for a type.

use crate::ir::Literal;

/// A number as written. The reader sees to it that it is finite as a 64-bit floating point number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    text: String,
}

impl Number {
    /// A number from a word; none if JSON does not write numbers so.
    pub(crate) fn new(text: String) -> Option<Number> {
        is_number(&text).then_some(Number { text })
    }

    /// The number as written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The number, if it is written as an integer that fits.
    pub fn as_i64(&self) -> Option<i64> {
        self.text.parse().ok()
    }

    /// The number, if it is written as an integer that fits and is not negative.
    pub fn as_u64(&self) -> Option<u64> {
        self.text.parse().ok()
    }

    /// The nearest floating point number.
    pub fn as_f64(&self) -> f64 {
        self.text.parse().unwrap_or_default()
    }

    /// The number as a constant: an integer where it is written as one that fits.
    pub(super) fn to_literal(&self) -> Literal {
        if let Some(integer) = self.as_i64() {
            Literal::Integer(integer)
        } else if let Some(integer) = self.as_u64() {
            Literal::Unsigned(integer)
        } else {
            Literal::Number(self.as_f64())
        }
    }
}

/// Whether a word is a number as JSON writes it.
fn is_number(text: &str) -> bool {
    let digits =
        |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let text = text.strip_prefix('-').unwrap_or(text);
    let whole = digits(text);
    if whole == 0 || (whole > 1 && text.starts_with('0')) {
        return false;
    }
    let mut rest = text.get(whole..).unwrap_or_default();
    if let Some(fraction) = rest.strip_prefix('.') {
        let length = digits(fraction);
        if length == 0 {
            return false;
        }
        rest = fraction.get(length..).unwrap_or_default();
    }
    if let Some(exponent) = rest.strip_prefix(['e', 'E']) {
        let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        let length = digits(exponent);
        if length == 0 {
            return false;
        }
        rest = exponent.get(length..).unwrap_or_default();
    }
    rest.is_empty()
}
