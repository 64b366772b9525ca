//! How an expression fails.

use std::fmt;

/// Why an expression has no value: JSONata's code, and its text.
///
/// Follows the error codes of JSONata 2.0.6, whose texts AWS reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(Box<Parts>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Parts {
    code: &'static str,
    message: String,
}

impl Error {
    /// An error of JSONata.
    #[cold]
    #[must_use]
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self(Box::new(Parts { code, message: message.into() }))
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

    /// JSONata's code, such as `T2001`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.0.code
    }

    /// The text, without the code.
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

/// The code and the text.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.0.code, self.0.message)
    }
}

impl std::error::Error for Error {}
