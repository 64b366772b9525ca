//! A started execution, seen from outside.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use tokio::task::JoinHandle;

use super::{ExecutionError, Run, Status};
use crate::error::Failure;
use crate::value::Str;

/// What comes of an execution.
pub(super) type Outcome<O> = Result<Run<O>, ExecutionError>;

/// A started execution. Await it for its outcome; drop it to detach it.
#[derive(Debug)]
pub struct Execution<O> {
    control: Arc<Control>,
    /// None where there was no runtime to start it in.
    task: Option<JoinHandle<Outcome<O>>>,
}

/// What the handle of an execution and the task that runs it share.
#[derive(Debug)]
pub(crate) struct Control {
    name: Str,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    status: Status,
    /// The stop that somebody has asked for.
    stop: Option<Failure>,
    /// Wakes the task for it.
    waker: Option<Waker>,
}

/// Held by the task that runs an execution.
#[derive(Debug)]
pub(super) struct Running(Arc<Control>);

impl<O> Execution<O> {
    /// `task` runs the execution.
    pub(super) fn new(control: Arc<Control>, task: Option<JoinHandle<Outcome<O>>>) -> Self {
        Self { control, task }
    }

    /// The execution's name, unique within its machine: the one it was started with, else a
    /// random UUID.
    pub fn id(&self) -> &str {
        &self.control.name
    }

    /// Where it stands.
    pub fn status(&self) -> Status {
        self.control.state().status
    }

    /// Stops it: at its next await point it ends as `ABORTED`, with this error and cause. Its
    /// handlers are dropped. An execution that has ended is left alone.
    pub fn stop(&self, error: impl Into<Str>, cause: impl Into<Str>) {
        self.control.stop(Failure::new(error, cause));
    }
}

impl<O> Future for Execution<O> {
    type Output = Outcome<O>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut self.task {
            Some(task) => Pin::new(task).poll(cx).map(|ended| ended.unwrap_or_else(|_| lost())),
            None => Poll::Ready(lost()),
        }
    }
}

#[cold]
fn lost<O>() -> Outcome<O> {
    let cause = "the runtime the execution was started in is gone, or there was none";
    Err(ExecutionError::new(Status::Aborted, None, Failure::new("Execution.Lost", cause)))
}

impl Control {
    pub(super) fn new(name: Str) -> Self {
        let state = State { status: Status::Running, stop: None, waker: None };
        Self { name, state: Mutex::new(state) }
    }

    /// The first stop counts.
    fn stop(&self, failure: Failure) {
        let mut state = self.state();
        if state.status == Status::Running && state.stop.is_none() {
            state.stop = Some(failure);
            let waker = state.waker.take();
            drop(state);
            if let Some(waker) = waker {
                waker.wake();
            }
        }
    }

    /// Resolves when somebody stops the execution.
    pub(crate) fn poll_stopped(&self, cx: &mut Context<'_>) -> Poll<Failure> {
        let mut state = self.state();
        match &state.stop {
            Some(failure) => Poll::Ready(failure.clone()),
            None => {
                if !state.waker.as_ref().is_some_and(|waker| waker.will_wake(cx.waker())) {
                    state.waker = Some(cx.waker().clone());
                }
                Poll::Pending
            }
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing that can panic runs under the lock.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Running {
    pub(super) fn new(control: Arc<Control>) -> Self {
        Self(control)
    }

    pub(super) fn control(&self) -> &Control {
        &self.0
    }

    /// The execution has ended.
    pub(super) fn end<O>(self, outcome: &Outcome<O>) {
        self.0.state().status = match outcome {
            Ok(_) => Status::Succeeded,
            Err(error) => error.status(),
        };
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let mut state = self.0.state();
        // The waker holds the task, and with it the room of its future.
        state.waker = None;
        if state.status == Status::Running {
            // Dropped before its end: the runtime went away.
            state.status = Status::Aborted;
        }
    }
}
