//! Numbers as JavaScript prints them.

use crate::value::Number;

/// The text of a number, of 15 digits at most.
pub(super) fn write(number: Number, out: &mut String) {
    out.push_str(&number.to_string());
}
