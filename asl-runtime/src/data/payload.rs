//! The limit of what states hand on.

use crate::error::Failure;
use crate::value::Value;

/// Bytes that the compact JSON of an input, a result or an output may have.
pub const LIMIT: usize = 262_144;

/// Checks what `name`, a state or a task, gave.
///
/// # Errors
/// `States.DataLimitExceeded` if it is larger than [`LIMIT`] or nested too deeply.
#[inline]
pub fn check(value: &Value, name: &str) -> Result<(), Failure> {
    if value.fits(LIMIT) { Ok(()) } else { Err(exceeded(name)) }
}

/// Puts what `name` gave into a slot of the frame.
///
/// # Errors
/// Those of [`check`]; the slot is then as it was.
pub fn put(value: Value, slot: &mut Value, name: &str) -> Result<(), Failure> {
    check(&value, name)?;
    *slot = value;
    Ok(())
}

/// The failure of a state or task whose result is too large.
#[cold]
#[must_use]
pub fn exceeded(name: &str) -> Failure {
    Failure::new(
        "States.DataLimitExceeded",
        format!(
            "The state/task '{name}' returned a result with a size exceeding the maximum number \
             of bytes service limit."
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_is_inclusive() {
        let text = |len: usize| Value::from("x".repeat(len));
        assert_eq!(check(&text(LIMIT - 2), "Big"), Ok(()));
        let mut slot = Value::Null;
        assert_eq!(put(text(3), &mut slot, "Small"), Ok(()));
        let failure = put(text(LIMIT - 1), &mut slot, "Big").unwrap_err();
        assert_eq!(slot, "xxx");
        assert_eq!(failure.error(), Some("States.DataLimitExceeded"));
        assert_eq!(
            failure.cause(),
            Some(
                "The state/task 'Big' returned a result with a size exceeding the maximum number \
                 of bytes service limit."
            )
        );
    }
}
