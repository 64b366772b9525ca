//! One attempt of a task: its timers and its panics.

use std::any::Any;
use std::future::Future;
use std::num::NonZeroU32;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use super::timer::Timer;
use crate::clock::Clock;
use crate::error::Failure;
use crate::machine::panic_message;
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
    timeout: Option<Timer>,
    heartbeat: Option<Timer>,
    /// The heartbeats that had come when the heartbeat timer was armed.
    heartbeats: u64,
}

impl Timers {
    #[inline(always)]
    pub(super) fn new(timeout: Option<NonZeroU32>, heartbeat: Option<NonZeroU32>) -> Self {
        Self { timeout, heartbeat, armed: None }
    }

    /// Heartbeats are expected in this interval from now on, or not at all.
    pub(super) fn expect_heartbeats(&mut self, interval: Option<NonZeroU32>) {
        self.heartbeat = interval;
        if let Some(armed) = &mut self.armed {
            armed.heartbeat = None;
        }
    }

    /// The failure of the timer that has run out, or that cannot be kept.
    fn poll(&mut self, cx: &mut Context<'_>, context: &TaskContext<'_>) -> Poll<Failure> {
        if self.timeout.is_none() && self.heartbeat.is_none() {
            return Poll::Pending;
        }
        match self.poll_armed(cx, context) {
            Ok(poll) => poll,
            Err(failure) => Poll::Ready(failure),
        }
    }

    fn poll_armed(
        &mut self,
        cx: &mut Context<'_>,
        context: &TaskContext<'_>,
    ) -> Result<Poll<Failure>, Failure> {
        let clock = &*context.execution().services().clock;
        let armed = match &mut self.armed {
            Some(armed) => armed,
            none => none.insert(Box::new(Armed {
                timeout: arm(clock, self.timeout)?,
                heartbeat: arm(clock, self.heartbeat)?,
                heartbeats: context.heartbeats(),
            })),
        };
        if let Some(timeout) = &mut armed.timeout
            && let Poll::Ready(passed) = Pin::new(timeout).poll(cx)
        {
            return passed.map(|()| Poll::Ready(Failure::timeout()));
        }
        if armed.heartbeat.is_none() {
            armed.heartbeat = arm(clock, self.heartbeat)?;
        }
        while let (Some(heartbeat), Some(interval)) = (&mut armed.heartbeat, self.heartbeat) {
            // A heartbeat that came since starts the interval over, counted from this poll: the
            // handler itself made the future ready, or the old interval has just passed.
            let heartbeats = context.heartbeats();
            if heartbeats != armed.heartbeats {
                armed.heartbeats = heartbeats;
                *heartbeat = Timer::start(clock, seconds(interval))?;
            }
            let Poll::Ready(passed) = Pin::new(heartbeat).poll(cx) else { break };
            passed?;
            if context.heartbeats() == armed.heartbeats {
                return Ok(Poll::Ready(Failure::heartbeat_timeout()));
            }
        }
        Ok(Poll::Pending)
    }
}

fn arm(clock: &dyn Clock, length: Option<NonZeroU32>) -> Result<Option<Timer>, Failure> {
    length.map(|length| Timer::start(clock, seconds(length))).transpose()
}

fn seconds(seconds: NonZeroU32) -> Duration {
    Duration::from_secs(u64::from(seconds.get()))
}

#[cold]
fn panicked(panic: &(dyn Any + Send)) -> Failure {
    Failure::new("States.TaskFailed", format!("the handler panicked: {}", panic_message(panic)))
}
