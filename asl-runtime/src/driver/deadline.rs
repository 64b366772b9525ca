//! The bounds of a whole execution: its time, and a stop from outside.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use super::timer::Timer;
use crate::engine::{Control, ExecutionInfo};
use crate::error::Failure;

/// Why an execution did not get to its end.
pub(super) enum Interrupted {
    /// It took longer than it may.
    TimedOut,
    /// Its time cannot be measured.
    Failed(Failure),
    /// Somebody stopped it.
    Stopped(Failure),
}

pin_project_lite::pin_project! {
    /// Bounds an execution.
    pub(super) struct Deadline<'a, F> {
        #[pin]
        work: F,
        info: &'a ExecutionInfo<'a>,
        control: Option<&'a Control>,
        timer: Option<Timer>,
    }
}

impl<'a, F> Deadline<'a, F> {
    pub(super) fn new(work: F, info: &'a ExecutionInfo<'a>, control: Option<&'a Control>) -> Self {
        Self { work, info, control, timer: None }
    }
}

impl<F: Future> Future for Deadline<'_, F> {
    type Output = Result<F::Output, Interrupted>;

    #[inline]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        if let Poll::Ready(ended) = this.work.poll(cx) {
            return Poll::Ready(Ok(ended));
        }
        if let Some(control) = this.control
            && let Poll::Ready(failure) = control.poll_stopped(cx)
        {
            return Poll::Ready(Err(Interrupted::Stopped(failure)));
        }
        let info = *this.info;
        let timer = match this.timer {
            Some(timer) => timer,
            none => match arm(info) {
                Ok(timer) => none.insert(timer),
                Err(failure) => return Poll::Ready(Err(Interrupted::Failed(failure))),
            },
        };
        Pin::new(timer).poll(cx).map(|passed| match passed {
            Ok(()) => Err(Interrupted::TimedOut),
            Err(failure) => Err(Interrupted::Failed(failure)),
        })
    }
}

/// The execution waits for the first time: from now on its time is measured.
#[cold]
fn arm(info: &ExecutionInfo<'_>) -> Result<Timer, Failure> {
    info.start_time();
    Timer::start(&*info.services().clock, info.longest())
}
