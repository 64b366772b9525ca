//! The bounds of a whole execution: its time, and a stop from outside.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use crate::clock::Sleep;
use crate::engine::{Control, ExecutionInfo};
use crate::error::Failure;

/// Why an execution did not get to its end.
pub(super) enum Interrupted {
    /// It took longer than it may.
    TimedOut,
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
        timer: Option<Sleep>,
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
        let timer = this.timer.get_or_insert_with(|| arm(info));
        timer.as_mut().poll(cx).map(|()| Err(Interrupted::TimedOut))
    }
}

/// The execution waits for the first time: from now on its time is measured.
#[cold]
fn arm(info: &ExecutionInfo<'_>) -> Sleep {
    info.start_time();
    let longest = info.execution_type().longest();
    let timeout = info.definition().timeout.map_or(longest, |timeout| timeout.min(longest));
    info.services().clock.sleep(timeout)
}
