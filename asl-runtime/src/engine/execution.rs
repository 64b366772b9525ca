//! A started execution, seen from outside.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use tokio::sync::oneshot;

use super::{ExecutionError, Run, Status};
use crate::error::Failure;
use crate::value::Str;

/// A started execution. Await it for its outcome; drop it to detach it.
#[derive(Debug)]
pub struct Execution<O> {
    shared: Arc<Shared>,
    outcome: oneshot::Receiver<Result<Run<O>, ExecutionError>>,
}

/// Receives the stop that somebody asks for.
pub(crate) type Stop = oneshot::Receiver<Failure>;

/// The other side of an [`Execution`]: held by the task that runs it.
#[derive(Debug)]
pub(super) struct Control<O> {
    shared: Arc<Shared>,
    stopped: Stop,
    outcome: Option<oneshot::Sender<Result<Run<O>, ExecutionError>>>,
}

#[derive(Debug)]
struct Shared {
    name: Str,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    status: Status,
    stop: Option<oneshot::Sender<Failure>>,
}

impl<O> Execution<O> {
    pub(super) fn new(name: Str) -> (Self, Control<O>) {
        let (stop, stopped) = oneshot::channel();
        let (sender, outcome) = oneshot::channel();
        let state = Mutex::new(State { status: Status::Running, stop: Some(stop) });
        let shared = Arc::new(Shared { name, state });
        let control = Control { shared: Arc::clone(&shared), stopped, outcome: Some(sender) };
        (Self { shared, outcome }, control)
    }

    /// The execution's name, unique within its machine: the one it was started with, else a
    /// random UUID.
    pub fn id(&self) -> &str {
        &self.shared.name
    }

    /// Where it stands.
    pub fn status(&self) -> Status {
        self.shared.state().status
    }

    /// Stops it: at its next await point it ends as `ABORTED`, with this error and cause. Its
    /// handlers are dropped. An execution that has ended is left alone.
    pub fn stop(&self, error: impl Into<Str>, cause: impl Into<Str>) {
        if let Some(stop) = self.shared.state().stop.take() {
            // Nobody listens any more where the execution has ended meanwhile.
            let _ = stop.send(Failure::new(error, cause));
        }
    }
}

impl<O> Future for Execution<O> {
    type Output = Result<Run<O>, ExecutionError>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.outcome).poll(cx).map(|outcome| {
            outcome.unwrap_or_else(|_| {
                let cause = "the runtime the execution was started in is gone, or there was none";
                let failure = Failure::new("Execution.Lost", cause);
                Err(ExecutionError::new(Status::Aborted, None, failure))
            })
        })
    }
}

impl<O> Control<O> {
    /// Resolves when somebody stops the execution.
    pub(super) fn stopped(&mut self) -> &mut Stop {
        &mut self.stopped
    }

    /// The execution has ended.
    pub(super) fn end(mut self, outcome: Result<Run<O>, ExecutionError>) {
        self.shared.state().status = match &outcome {
            Ok(_) => Status::Succeeded,
            Err(error) => error.status(),
        };
        if let Some(sender) = self.outcome.take() {
            // The handle may have been dropped, which detaches.
            let _ = sender.send(outcome);
        }
    }
}

impl<O> Drop for Control<O> {
    /// Dropped before its end: the runtime went away.
    fn drop(&mut self) {
        let mut state = self.shared.state();
        if state.status == Status::Running {
            state.status = Status::Aborted;
        }
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing that can panic runs under the lock.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
