//! Pauses on the engine's clock, which may not be able to keep them.
//!
//! Tokio's timer panics where the runtime has none, and offers no way to ask before. That and the
//! panic of a clock of the caller's own become a failure, of the attempt or of the execution.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use crate::clock::{Clock, Sleep};
use crate::error::Failure;
use crate::machine::panic_message;

/// A pause that may fail.
pub(super) struct Timer(Sleep);

impl Timer {
    /// Completes when `duration` has passed, counted from this call.
    ///
    /// # Errors
    /// The clock panicked.
    pub(super) fn start(clock: &dyn Clock, duration: Duration) -> Result<Self, Failure> {
        caught(|| clock.sleep(duration)).map(Self)
    }
}

impl Future for Timer {
    type Output = Result<(), Failure>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match caught(|| self.0.as_mut().poll(cx)) {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(())) => Poll::Ready(Ok(())),
            Err(failure) => Poll::Ready(Err(failure)),
        }
    }
}

/// A clock that has panicked is asked no more: its execution ends.
fn caught<T>(ask: impl FnOnce() -> T) -> Result<T, Failure> {
    catch_unwind(AssertUnwindSafe(ask)).map_err(|panic| {
        let cause = format!("The clock cannot let time pass: {}", panic_message(panic.as_ref()));
        Failure::new("States.Runtime", cause)
    })
}
