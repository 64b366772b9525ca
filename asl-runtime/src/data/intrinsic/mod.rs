//! The intrinsic functions.
//!
//! Follows [Intrinsic Functions](https://states-language.net/spec.html#intrinsic-functions) of the
//! ASL specification, and AWS where it says more. One function per module.

mod array;
mod format;
mod java;
mod math_add;

pub use array::array;
pub use format::{format, format_template};
pub(crate) use java::java_text;
pub use math_add::math_add;

use crate::error::Failure;

/// The failure of a function that was called with arguments it does not take.
#[cold]
fn invalid_arguments(function: &str, detail: &str) -> Failure {
    let separator = if detail.is_empty() { "" } else { ": " };
    Failure::runtime(format!("Invalid arguments in States.{function}{separator}{detail}"))
}
