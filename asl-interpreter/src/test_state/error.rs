//! Why a request is refused.

use std::fmt;

use serde::{Serialize, Serializer};

/// Why a request is refused: in JSON as AWS's protocol has it, with `__type` and `message`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{code}: {message}")]
pub struct Error {
    /// Its name.
    #[serde(rename = "__type")]
    pub code: ErrorCode,
    /// What is wrong, in AWS's words where they are known.
    pub message: String,
}

/// The names of errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorCode {
    /// A parameter is not what it may be at all. AWS's SDKs find this before they send anything.
    ParamValidationError,
    /// The request is not JSON of the right types.
    SerializationException,
    /// Parameters do not fit each other or the state.
    ValidationException,
    /// The definition has errors, or the state cannot be tested.
    InvalidDefinition,
    /// The input is not JSON, or too large.
    InvalidExecutionInput,
}

impl Error {
    pub(super) fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    /// A `ValidationException`.
    pub(super) fn validation(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::ValidationException, message)
    }

    /// An `InvalidDefinition`.
    pub(super) fn definition(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::InvalidDefinition, message)
    }
}

impl ErrorCode {
    /// The name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ParamValidationError => "ParamValidationError",
            Self::SerializationException => "SerializationException",
            Self::ValidationException => "ValidationException",
            Self::InvalidDefinition => "InvalidDefinition",
            Self::InvalidExecutionInput => "InvalidExecutionInput",
        }
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for ErrorCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
