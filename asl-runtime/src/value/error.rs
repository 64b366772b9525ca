//! Why text or a Rust value could not be converted.

use std::fmt;

/// Why JSON text could not be read, or a Rust value could not become a [`Value`](super::Value) or
/// the reverse.
///
/// # Examples
/// ```
/// use asl_runtime::json;
/// use asl_runtime::value::from_value;
///
/// let error = from_value::<Vec<u8>>(json!([1, "two"])).unwrap_err();
/// assert_eq!(error.to_string(), "`[1]`: invalid type: string \"two\", expected u8");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<Parts>);

#[derive(Clone, PartialEq, Eq)]
struct Parts {
    /// The way to the member that does not fit, such as `lines[2].price`.
    path: String,
    message: String,
}

impl Error {
    #[cold]
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self(Box::new(Parts { path: String::new(), message: message.into() }))
    }

    /// The data is nested deeper than [`MAX_DEPTH`](super::MAX_DEPTH).
    #[cold]
    pub(super) fn too_deep() -> Self {
        Self::new(format!("arrays and objects are nested more than {} deep", super::MAX_DEPTH))
    }

    /// The same error, seen from the object that has this member.
    #[cold]
    pub(super) fn in_member(mut self, name: &str) -> Self {
        let dot = if self.0.path.is_empty() || self.0.path.starts_with('[') { "" } else { "." };
        self.0.path.insert_str(0, dot);
        self.0.path.insert_str(0, name);
        self
    }

    /// The same error, seen from the array that has this item.
    #[cold]
    pub(super) fn in_item(mut self, index: usize) -> Self {
        let dot = if self.0.path.is_empty() || self.0.path.starts_with('[') { "" } else { "." };
        self.0.path.insert_str(0, &format!("[{index}]{dot}"));
        self
    }

    /// The way to the member that does not fit, such as `lines[2].price`; empty for the whole.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.path.is_empty() {
            f.write_str(&self.0.message)
        } else {
            write!(f, "`{}`: {}", self.0.path, self.0.message)
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({:?})", self.to_string())
    }
}

impl std::error::Error for Error {}

impl serde::ser::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(message.to_string())
    }
}

impl serde::de::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(message.to_string())
    }
}
