//! One attempt of a task: its timers and its panics.

use std::any::Any;
use std::future::Future;
use std::num::NonZeroU32;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use crate::clock::Sleep;
use crate::error::Failure;
use crate::task::TaskContext;

pin_project_lite::pin_project! {
    /// Bounds an attempt in time and turns its panic into a failure.
    pub(super) struct Attempt<'a, F> {
        #[pin]
        work: F,
        timers: &'a mut Timers,
        context: &'a TaskContext<'a>,
    }
}

impl<'a, F> Attempt<'a, F> {
    #[inline(always)]
    pub(super) fn new(work: F, timers: &'a mut Timers, context: &'a TaskContext<'a>) -> Self {
        Self { work, timers, context }
    }
}

impl<T, F: Future<Output = Result<T, Failure>>> Future for Attempt<'_, F> {
    type Output = Result<T, Failure>;

    #[inline]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        // A handler that panics is dropped by whoever owns this future and never polled again;
        // what it shares with others it has to keep sound itself, as everywhere with threads.
        match catch_unwind(AssertUnwindSafe(|| this.work.poll(cx))) {
            Ok(Poll::Ready(ended)) => Poll::Ready(ended),
            Ok(Poll::Pending) => this.timers.poll(cx, this.context).map(Err),
            Err(panic) => Poll::Ready(Err(panicked(panic.as_ref()))),
        }
    }
}

/// The timers of an attempt, armed when its work has answered `Pending` for the first time.
#[derive(Default)]
pub(super) struct Timers {
    timeout: Option<NonZeroU32>,
    heartbeat: Option<NonZeroU32>,
    armed: Option<Box<Armed>>,
}

struct Armed {
    timeout: Option<Sleep>,
    heartbeat: Option<Sleep>,
    /// The heartbeats that had come when the heartbeat timer was armed.
    heartbeats: u64,
}

impl Timers {
    #[inline(always)]
    pub(super) fn new(timeout: Option<NonZeroU32>, heartbeat: Option<NonZeroU32>) -> Self {
        Self { timeout, heartbeat, armed: None }
    }

    /// The failure of the timer that has run out.
    fn poll(&mut self, cx: &mut Context<'_>, context: &TaskContext<'_>) -> Poll<Failure> {
        if self.timeout.is_none() && self.heartbeat.is_none() {
            return Poll::Pending;
        }
        let clock = &context.execution().services().clock;
        let armed = self.armed.get_or_insert_with(|| {
            Box::new(Armed {
                timeout: self.timeout.map(|timeout| clock.sleep(seconds(timeout))),
                heartbeat: self.heartbeat.map(|interval| clock.sleep(seconds(interval))),
                heartbeats: context.heartbeats(),
            })
        });
        if let Some(timeout) = &mut armed.timeout
            && timeout.as_mut().poll(cx).is_ready()
        {
            return Poll::Ready(Failure::timeout());
        }
        while let (Some(heartbeat), Some(interval)) = (&mut armed.heartbeat, self.heartbeat) {
            // A heartbeat that came since starts the interval over, counted from this poll: the
            // handler itself made the future ready, or the old interval has just passed.
            let heartbeats = context.heartbeats();
            if heartbeats != armed.heartbeats {
                armed.heartbeats = heartbeats;
                *heartbeat = clock.sleep(seconds(interval));
            }
            if heartbeat.as_mut().poll(cx).is_pending() {
                break;
            }
            if context.heartbeats() == armed.heartbeats {
                return Poll::Ready(Failure::heartbeat_timeout());
            }
        }
        Poll::Pending
    }
}

fn seconds(seconds: NonZeroU32) -> Duration {
    Duration::from_secs(u64::from(seconds.get()))
}

#[cold]
fn panicked(panic: &(dyn Any + Send)) -> Failure {
    let message = panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no message");
    Failure::new("States.TaskFailed", format!("the handler panicked: {message}"))
}
