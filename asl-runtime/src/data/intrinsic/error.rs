//! What is wrong with a call of an intrinsic function.

use std::fmt;

use crate::data::payload;
use crate::error::Failure;

/// Bytes that a text may have which is made of other values: four times what a state may hand on.
/// It bounds the memory of a call whose arguments each have the largest size.
pub(super) const MOST_TEXT: usize = 4 * payload::LIMIT;

/// Why an intrinsic function has no result, in AWS's words.
///
/// # Examples
/// ```
/// use asl_runtime::data::intrinsic::math_add;
/// use asl_runtime::json;
///
/// let error = math_add(&json!("1"), &json!(2)).unwrap_err();
/// assert_eq!(error.to_string(), "Invalid arguments in States.MathAdd");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntrinsicError(Box<str>);

impl IntrinsicError {
    #[cold]
    pub(super) fn new(message: impl Into<Box<str>>) -> Self {
        Self(message.into())
    }

    /// The function does not take these arguments.
    #[cold]
    pub(super) fn arguments(function: &str) -> Self {
        Self::new(format!("Invalid arguments in States.{function}"))
    }

    /// The function would make a text of more than [`MOST_TEXT`] bytes.
    #[cold]
    pub(super) fn text_too_long(function: &str) -> Self {
        Self::new(format!("The text that States.{function} makes has more than {MOST_TEXT} bytes."))
    }

    /// The failure of the state: `call` is the call as written, of nested calls the outermost.
    ///
    /// ```
    /// use asl_runtime::data::intrinsic::array_length;
    /// use asl_runtime::json;
    ///
    /// let error = array_length(&json!("abc")).unwrap_err();
    /// assert_eq!(
    ///     error.in_call("States.ArrayLength($.id)").cause(),
    ///     Some(
    ///         "There was an error while evaluating the intrinsic function: \
    ///          States.ArrayLength($.id). Invalid arguments in States.ArrayLength"
    ///     )
    /// );
    /// ```
    #[cold]
    #[must_use]
    pub fn in_call(self, call: &str) -> Failure {
        Failure::runtime(format!(
            "There was an error while evaluating the intrinsic function: {call}. {self}"
        ))
    }
}

impl fmt::Display for IntrinsicError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for IntrinsicError {}
