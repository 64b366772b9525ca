//! Errors of the library, as `CODE: message`.

use std::fmt;

use super::number::number_text;

/// Why a function has no result: a code of JSONata's list, and the message that JSONata 2.0.6 has
/// for it, with the values filled in.
///
/// # Examples
/// ```
/// use asl_runtime::jsonata::number::square_root;
///
/// let error = square_root(-1.0).unwrap_err();
/// assert_eq!(error.code(), "D3060");
/// assert_eq!(
///     error.to_string(),
///     "D3060: The sqrt function cannot be applied to a negative number: -1",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(Box<Details>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Details {
    code: &'static str,
    message: String,
}

impl Error {
    /// An error of JSONata's list.
    #[cold]
    #[must_use]
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self(Box::new(Details { code, message: message.into() }))
    }

    /// An error that the list does not have: a limit of this library, or one that JavaScript
    /// itself raises. Its code is empty, and it is shown without.
    #[cold]
    #[must_use]
    pub fn without_code(message: impl Into<String>) -> Self {
        Self::new("", message)
    }

    /// `D1001`: a number that JSON has not.
    #[cold]
    pub(super) fn number_out_of_range(number: f64) -> Self {
        Self::new("D1001", format!("Number out of range: {}", json_number(number)))
    }

    /// Of a number that was to become text, that it is out of range: `D3001` then.
    #[cold]
    #[must_use]
    pub fn of_text(self) -> Self {
        if self.code() != "D1001" {
            return self;
        }
        Self::new("D3001", "Attempting to invoke string function on Infinity or NaN")
    }

    /// Functions called each other too deep.
    #[cold]
    #[must_use]
    pub fn stack() -> Self {
        Self::new(
            "U1001",
            "Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive.",
        )
    }

    /// It took too long.
    #[cold]
    #[must_use]
    pub fn timeout() -> Self {
        Self::new("U1001", "Expression evaluation timeout: Check for infinite loop")
    }

    /// It made too much.
    #[cold]
    #[must_use]
    pub fn memory() -> Self {
        Self::new(
            "U1001",
            "Expression evaluation memory limit exceeded: Check for excessive memory usage",
        )
    }

    /// The code, empty for an error that JSONata's list does not have.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.0.code
    }

    /// The message without its code.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// Whether a limit of the evaluation ended it.
    #[must_use]
    pub fn is_limit(&self) -> bool {
        self.0.code == "U1001"
    }
}

/// The code, if there is one, and the text.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.code.is_empty() {
            write!(f, "{}: ", self.0.code)?;
        }
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for Error {}

/// A string as messages show it: as JSON.
pub(super) fn json_string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A number as messages show it: as JavaScript's `JSON.stringify` writes it.
pub(super) fn json_number(number: f64) -> String {
    if number.is_finite() { number_text(number) } else { "null".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_the_code_if_there_is_one() {
        assert_eq!(Error::new("D1001", "Number").to_string(), "D1001: Number");
        assert_eq!(Error::without_code("Number").to_string(), "Number");
        assert_eq!(size_of::<Error>(), size_of::<usize>());
    }

    #[test]
    fn values_are_shown_as_json() {
        assert_eq!(json_string("a \"b\"\n\u{2713}\u{1}"), "\"a \\\"b\\\"\\n\u{2713}\\u0001\"");
        assert_eq!(json_number(1e21), "1e+21");
        assert_eq!(json_number(f64::NAN), "null");
    }
}
