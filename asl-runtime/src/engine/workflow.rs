//! A machine with its handlers: what starts executions.

use std::future::Future;
use std::sync::Arc;

use super::execution::{Control, Execution, Running};
use super::info::{ExecutionInfo, new_name};
use super::{Engine, ExecutionError, Run, Status};
use crate::driver;
use crate::error::Failure;
use crate::machine::Dispatch;
use crate::observer::{NullObserver, Observer};
use crate::value::Str;

/// A machine bound to the handlers of its tasks. Made by [`Engine::register`].
///
/// Cloning is cheap, and clones share everything.
#[derive(Debug)]
pub struct Workflow<M, T, O: Observer = NullObserver> {
    engine: Engine<O>,
    bound: Arc<Bound<M, T>>,
}

#[derive(Debug)]
struct Bound<M, T> {
    machine: M,
    tasks: T,
}

/// What an execution is started with: an input and, if wanted, a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start<I> {
    input: I,
    name: Option<Str>,
}

impl<I> Start<I> {
    /// Starts with this input.
    pub fn new(input: I) -> Self {
        Self { input, name: None }
    }

    /// Gives the execution a name.
    #[must_use]
    pub fn name(mut self, name: impl Into<Str>) -> Self {
        self.name = Some(name.into());
        self
    }
}

impl<I> From<I> for Start<I> {
    fn from(input: I) -> Self {
        Self::new(input)
    }
}

impl<M, T, O> Workflow<M, T, O>
where
    M: Dispatch<T>,
    T: Send + Sync + 'static,
    O: Observer,
{
    pub(super) fn new(engine: Engine<O>, machine: M, tasks: T) -> Self {
        Self { engine, bound: Arc::new(Bound { machine, tasks }) }
    }

    /// The machine.
    pub fn machine(&self) -> &M {
        &self.bound.machine
    }

    /// The handlers.
    pub fn tasks(&self) -> &T {
        &self.bound.tasks
    }

    /// Runs one execution to its end. Dropping the future cancels it.
    ///
    /// Nothing is spawned: the execution, its handlers included, runs where this future is polled.
    ///
    /// # Errors
    /// The execution failed or timed out.
    pub fn run(
        &self,
        start: impl Into<Start<M::Input>>,
    ) -> impl Future<Output = Result<Run<M::Output>, ExecutionError>> + Send {
        self.run_until(start.into(), None)
    }

    /// Runs one execution from JSON text to JSON text. Dropping the future cancels it.
    ///
    /// # Errors
    /// The text is not JSON (`InvalidExecutionInput`), or as for [`run`](Self::run).
    pub async fn run_json(&self, input: &[u8]) -> Result<Run<Vec<u8>>, ExecutionError> {
        let machine = self.machine();
        let info = self.info(None, false);
        let mut frame = machine.frame();
        machine.start_json(&mut frame, input).map_err(outside)?;
        let observer = self.engine.observer();
        driver::execute(machine, &mut frame, self.tasks(), &info, observer, None).await?;
        let output = machine.finish_json(&mut frame).map_err(outside)?;
        Ok(Run { output })
    }

    #[allow(clippy::manual_async_fn, reason = "an `async fn` keeps its arguments twice")]
    fn run_until(
        &self,
        start: Start<M::Input>,
        control: Option<&Control>,
    ) -> impl Future<Output = Result<Run<M::Output>, ExecutionError>> + Send {
        async move {
            let Start { input, name } = start;
            let machine = self.machine();
            let info = self.info(name, control.is_some());
            let mut frame = machine.frame();
            machine.start(&mut frame, input).map_err(outside)?;
            let observer = self.engine.observer();
            driver::execute(machine, &mut frame, self.tasks(), &info, observer, control).await?;
            machine.finish(&mut frame).map(|output| Run { output }).map_err(outside)
        }
    }

    /// Starts an execution in a task of its own. Dropping the handle detaches it.
    ///
    /// Outside a tokio runtime there is nowhere to start it: it ends as `ABORTED` at once.
    pub fn start(&self, start: impl Into<Start<M::Input>>) -> Execution<M::Output> {
        let mut start = start.into();
        let name = start.name.get_or_insert_with(|| new_name(self.engine.services()));
        let control = Arc::new(Control::new(name.clone()));
        let running = Running::new(Arc::clone(&control));
        let workflow = self.clone();
        let work = async move {
            let outcome = workflow.run_until(start, Some(running.control())).await;
            running.end(&outcome);
            outcome
        };
        // Without a runtime the work is dropped, which is an abort.
        let task = tokio::runtime::Handle::try_current().ok().map(|runtime| runtime.spawn(work));
        Execution::new(control, task)
    }

    fn info(&self, name: Option<Str>, is_started: bool) -> ExecutionInfo<'_> {
        let definition = self.machine().definition();
        ExecutionInfo::new(self.engine.services(), definition, name, is_started)
    }
}

impl<M, T, O: Observer> Clone for Workflow<M, T, O> {
    fn clone(&self) -> Self {
        Self { engine: self.engine.clone(), bound: Arc::clone(&self.bound) }
    }
}

/// A failure at the border, before the first state or after the last.
fn outside(failure: Failure) -> ExecutionError {
    ExecutionError::new(Status::Failed, None, failure)
}
