//! Watching executions.
//!
//! The driver is generic over its [`Observer`] and the steps are not, so an engine without one
//! pays nothing: the hooks are compiled out.

mod printer;

pub use printer::TransitionPrinter;

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use crate::engine::ExecutionInfo;
use crate::error::Failure;
use crate::machine::{Datum, StateInfo};
use crate::value::Value;

/// Is told what executions do.
pub trait Observer: Send + Sync + 'static {
    /// What the observer keeps for one execution.
    type Execution: Send;

    /// Whether there is anything to tell. False compiles the hooks out.
    const ENABLED: bool = true;

    /// An execution is about to enter its first state.
    fn begin(&self, execution: &ExecutionInfo<'_>) -> Self::Execution;

    /// Something happened.
    fn observe(&self, execution: &mut Self::Execution, observation: &Observation<'_>);
}

/// Something that happened, with access to the data it happened to.
pub struct Observation<'a> {
    /// What happened.
    pub what: Happening<'a>,
    /// The state it happened in.
    pub state: &'a StateInfo<'a>,
    pub(crate) data: &'a dyn Data,
}

/// What can happen.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Happening<'a> {
    /// A state was entered. Its input is [`Datum::Input`].
    StateEntered,
    /// A task was called. What with is [`Datum::Arguments`].
    TaskScheduled,
    /// A handler has handed its task on; the result will come by token.
    TaskSubmitted,
    /// A task succeeded. Its result is [`Datum::Result`].
    TaskSucceeded,
    /// A task failed.
    TaskFailed(&'a Failure),
    /// The state's work will start again after this pause.
    RetryScheduled(Duration),
    /// A Wait state began to wait this long.
    WaitStarted(Duration),
    /// A state was left. Its output is [`Datum::Input`] of what comes next.
    StateExited,
    /// The execution succeeded. Its output is [`Datum::Input`].
    ExecutionSucceeded,
    /// The execution failed. [`Datum::Input`] says when there is data of the state that did.
    ExecutionFailed(&'a Failure),
    /// The execution took longer than it may.
    ExecutionTimedOut,
    /// The execution was stopped.
    ExecutionAborted(&'a Failure),
}

impl Observation<'_> {
    /// A part of the execution's data. Only asking makes it.
    pub fn datum(&self, datum: Datum) -> Cow<'_, Value> {
        self.data.datum(datum)
    }
}

/// Where an observation takes its data from.
pub(crate) trait Data {
    fn datum(&self, datum: Datum) -> Cow<'_, Value>;
}

/// No observer.
#[derive(Debug, Clone, Copy, Default)]
pub struct NullObserver;

impl Observer for NullObserver {
    type Execution = ();
    const ENABLED: bool = false;

    #[inline(always)]
    fn begin(&self, _: &ExecutionInfo<'_>) {}

    #[inline(always)]
    fn observe(&self, (): &mut (), _: &Observation<'_>) {}
}

impl<O: Observer> Observer for Arc<O> {
    type Execution = O::Execution;
    const ENABLED: bool = O::ENABLED;

    fn begin(&self, execution: &ExecutionInfo<'_>) -> Self::Execution {
        (**self).begin(execution)
    }

    fn observe(&self, execution: &mut Self::Execution, observation: &Observation<'_>) {
        (**self).observe(execution, observation);
    }
}
