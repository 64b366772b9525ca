//! Watching executions.
//!
//! The driver is generic over its [`Observer`] and the steps are not, so an engine without one
//! pays nothing: the hooks are compiled out.
//!
//! [`History`] keeps what AWS would record, [`Log`] hands it to `tracing`, [`TransitionPrinter`]
//! prints what happens for people. A pair of observers is an observer.

mod history;
mod log;
mod pair;
mod printer;
mod text;

pub use history::{
    Description, EventDetails, ExecutionHistory, History, HistoryEvent, Integration, Iteration,
    Recording, TaskScheduled,
};
pub use log::{Log, LogLevel, Logged};
pub use printer::TransitionPrinter;

use std::any::Any;
use std::borrow::Cow;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use crate::engine::ExecutionInfo;
use crate::error::Failure;
use crate::machine::{Datum, StateInfo, View};
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
    /// The line of states it happened in: 0 for the execution's own, another number for each
    /// branch of a Parallel and each iteration of a Map.
    pub line: u32,
    /// The execution it happened in.
    pub execution: &'a ExecutionInfo<'a>,
    /// Id of the history event with which the state was entered, as error messages name it; 0
    /// before the first.
    pub entered_event_id: u64,
    pub(crate) data: &'a dyn Data,
}

/// What can happen.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Happening<'a> {
    /// The execution started. Its input is [`Datum::Input`].
    ExecutionStarted,
    /// A state was entered. Its input is [`Datum::Input`].
    StateEntered,
    /// A task is to be called. What with is [`Datum::Arguments`].
    TaskScheduled {
        /// `TimeoutSeconds`.
        timeout: Option<NonZeroU32>,
        /// `HeartbeatSeconds`.
        heartbeat: Option<NonZeroU32>,
    },
    /// A task was called; of an activity, a worker has taken the work.
    TaskStarted {
        /// `workerName`, if it is known.
        worker: Option<&'a str>,
    },
    /// A handler has handed its task on, or has taken a job or a callback on that it then did at
    /// once.
    TaskSubmitted {
        /// What the service answered, if the handler told it.
        response: Option<&'a Value>,
    },
    /// A task succeeded. Its result is [`Datum::Result`].
    TaskSucceeded,
    /// A task failed.
    TaskFailed(&'a Failure),
    /// An expression of the state failed, and nothing caught it. The cause names the state.
    EvaluationFailed(&'a Failure),
    /// The state's work will start again after this pause.
    RetryScheduled(Duration),
    /// A Wait state began to wait this long.
    WaitStarted(Duration),
    /// A Parallel began to run its branches, or a Map its iterations.
    ChildrenStarted {
        /// How many there are.
        count: u32,
    },
    /// An iteration of a Map is about to run.
    IterationStarted {
        /// Its index.
        index: u32,
    },
    /// An iteration that was started is not run: another one has failed.
    IterationAborted {
        /// Its index.
        index: u32,
    },
    /// A child of the state has a line of states of its own from now on.
    ChildStarted {
        /// The index of the branch or the iteration.
        index: u32,
        /// What tells its line.
        line: u32,
    },
    /// In the child's own line: it has ended. Its output is [`Datum::Input`].
    ChildSucceeded {
        /// The index of the branch or the iteration.
        index: u32,
    },
    /// In the child's own line: it has failed, and its siblings will be aborted.
    ChildFailed {
        /// The index of the branch or the iteration.
        index: u32,
        /// Why.
        failure: &'a Failure,
    },
    /// In the child's own line: a sibling has failed, or the execution is over.
    ChildAborted {
        /// The index of the branch or the iteration.
        index: u32,
    },
    /// The executions of a Distributed Map are about to run.
    MapRunStarted {
        /// ARN of the Map Run.
        arn: &'a str,
    },
    /// They have ended, and not more of them failed than may.
    MapRunSucceeded,
    /// They cannot run, or more of them failed than may.
    MapRunFailed(&'a Failure),
    /// All branches or iterations have succeeded. Their outputs are [`Datum::Result`].
    ChildrenSucceeded,
    /// A branch or iteration has failed, and the state will not be tried again.
    ChildrenFailed,
    /// A state was left. Its output is [`Datum::Input`] of what comes next; what it assigned is
    /// [`Datum::Assigned`].
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

    /// The state that the line is in, as the machine `M` shows it: an enum with the data of the
    /// state. None if another machine is running, or data of the state has been moved away.
    ///
    /// Where a state was left, it is the one that comes next.
    ///
    /// # Examples
    /// ```
    /// use asl_runtime::observer::{Happening, Observation};
    /// use asl_runtime::machine::View;
    ///
    /// /// What happens in the machine `M` at work.
    /// fn told<M: View>(observation: &Observation<'_>, tell: impl FnOnce(M::State<'_>)) {
    ///     if let (Happening::TaskScheduled { .. }, Some(state)) =
    ///         (observation.what, observation.state_of::<M>())
    ///     {
    ///         tell(state);
    ///     }
    /// }
    /// ```
    pub fn state_of<M: View>(&self) -> Option<M::State<'_>> {
        let (machine, frame) = self.data.running();
        machine.downcast_ref::<M>()?.view(frame.downcast_ref()?)
    }
}

/// Where an observation takes its data from.
pub(crate) trait Data {
    fn datum(&self, datum: Datum) -> Cow<'_, Value>;

    /// The machine and its frame.
    fn running(&self) -> (&dyn Any, &dyn Any);
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
