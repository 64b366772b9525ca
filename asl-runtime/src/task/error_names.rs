//! Which errors a task can raise.

use super::TaskError;

/// The names of the errors that a type of errors can become.
///
/// `#[derive(TaskError)]` implements it. It lets `sfn!` refuse a `catch` or a `retry` in the typed
/// DSL that names an error its task cannot raise. A type whose conversion into [`TaskError`] is
/// written by hand says its names by hand:
///
/// ```
/// use asl_runtime::{ErrorNames, TaskError};
///
/// struct OutOfStock;
///
/// impl From<OutOfStock> for TaskError {
///     fn from(_: OutOfStock) -> Self {
///         TaskError::new("OutOfStock", "come back tomorrow")
///     }
/// }
///
/// impl ErrorNames for OutOfStock {
///     const NAMES: Option<&'static [&'static str]> = Some(&["OutOfStock"]);
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "it is not known which errors `{Self}` stands for",
    note = "write `#[derive(TaskError)]` on it, or implement `ErrorNames` by hand"
)]
pub trait ErrorNames {
    /// The names; none where it may be any.
    const NAMES: Option<&'static [&'static str]>;
}

impl ErrorNames for TaskError {
    const NAMES: Option<&'static [&'static str]> = None;
}

impl ErrorNames for std::convert::Infallible {
    const NAMES: Option<&'static [&'static str]> = Some(&[]);
}

/// Whether an error of these names may have this one.
#[must_use]
pub const fn raises(names: Option<&[&str]>, name: &str) -> bool {
    let Some(mut names) = names else { return true };
    while let [first, rest @ ..] = names {
        if is_same(first.as_bytes(), name.as_bytes()) {
            return true;
        }
        names = rest;
    }
    false
}

const fn is_same(mut left: &[u8], mut right: &[u8]) -> bool {
    loop {
        match (left, right) {
            ([a, left_rest @ ..], [b, right_rest @ ..]) if *a == *b => {
                (left, right) = (left_rest, right_rest);
            }
            ([], []) => return true,
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_whole() {
        let names: Option<&[&str]> = Some(&["Busy", "Declined"]);
        assert!(raises(names, "Declined") && raises(None, "Anything"));
        assert!(!raises(names, "Decline") && !raises(names, "DeclinedX") && !raises(Some(&[]), ""));
    }
}
