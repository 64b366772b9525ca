//! Panics of code that is not ours.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::error::Failure;

/// What a panic says.
pub(crate) fn panic_message(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no message")
}

/// Does what expressions of a machine's author are in, which may panic: `count - 1`, `lines[0]`.
///
/// # Errors
/// What it fails with. A panic is a `States.Runtime`: it ends the execution.
#[inline]
pub fn guarded<T>(work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    // The frame may be left half changed. It is dropped: its execution has ended.
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(done) => done,
        Err(panic) => Err(panicked(panic.as_ref())),
    }
}

#[cold]
fn panicked(panic: &(dyn Any + Send)) -> Failure {
    Failure::runtime(format!("An expression panicked: {}", panic_message(panic)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::panic, reason = "it is what is tested")]
    fn a_panic_is_a_failure() {
        assert_eq!(guarded(|| Ok(1)), Ok(1));
        let failure = guarded::<()>(|| panic!("no {}", "line")).unwrap_err();
        assert_eq!(failure.error(), Some("States.Runtime"));
        assert_eq!(failure.cause(), Some("An expression panicked: no line"));
    }
}
