//! A state machine as data and pure steps, without I/O.
//!
//! A machine takes an [`Event`] and answers with a [`Command`]; what the command asks for (a task,
//! a wait, a retry) is the driver's business. No step reads a clock, draws a random number or
//! awaits, so every driver has one semantics and replay is exact.
//!
//! [`View`] shows a frame as an enum with the data of its state, and [`Durable`] makes JSON of it
//! and takes it up again.

pub mod border;
pub mod checkpoint;
mod children;
mod definition;
pub(crate) mod export;
mod map_run;
mod outcome;
mod panics;
mod retries;
mod slot;
mod typed;
mod view;

pub use checkpoint::{Checkpoint, Durable, Phase, RestoreError, Restoring};
pub use children::Children;
pub use definition::{
    Definition, ExecutionType, Fingerprint, StateInfo, StateType, TaskInfo, TaskPattern,
};
pub use map_run::{
    ItemBatcher, ItemReader, MapRun, ReaderConfig, ResultWriter, threshold_exceeded,
};
pub use outcome::{Command, Datum, Event, Pause, StepContext};
pub use panics::guarded;
pub(crate) use panics::panic_message;
pub use retries::{Jitter, Retrier, Retries, Retry, matches_error, next_retry};
pub use slot::{Given, Slot};
pub use typed::{Caught, ErrorName, Outputs, Shared, WakeTime, item, item_count};
pub use view::View;

use std::borrow::Cow;
use std::future::Future;

use crate::error::Failure;
use crate::task::{Called, TaskContext};
use crate::value::Value;

/// A state machine: its definition and its pure steps over a frame.
///
/// `sfn!` makes the type it names implement this trait; the interpreter implements it for any
/// definition. The frame holds the execution's current state and its live data, and nothing else.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a state machine",
    note = "machines are made by `sfn! {{ pub machine {Self} from \"…\"; }}`"
)]
pub trait StateMachine: Send + Sync + 'static {
    /// What an execution is started with.
    type Input: Send + 'static;
    /// What it gives.
    type Output: Send + 'static;
    /// A running execution: the current state and the data that is still needed.
    type Frame: Send + 'static;

    /// Name, limits and states of the machine.
    fn definition(&self) -> &Definition<'_>;

    /// An empty frame.
    fn frame(&self) -> Self::Frame;

    /// Puts an empty frame into the machine's first state.
    ///
    /// # Errors
    /// The input has no JSON form.
    fn start(&self, frame: &mut Self::Frame, input: Self::Input) -> Result<(), Failure>;

    /// Puts an empty frame into the machine's first state, with the input as JSON text.
    ///
    /// # Errors
    /// The text is not JSON, or not what the machine's input type takes.
    fn start_json(&self, frame: &mut Self::Frame, input: &[u8]) -> Result<(), Failure>;

    /// The current state.
    fn state<'a>(&'a self, frame: &Self::Frame) -> &'a StateInfo<'a>;

    /// Whether the steps need the seed of their context.
    #[inline]
    fn is_random(&self) -> bool {
        false
    }

    /// Takes one event: what follows from it, and what the driver has to do next.
    ///
    /// # Errors
    /// The failure that ends the execution: no retrier and no catcher took it.
    fn step(
        &self,
        frame: &mut Self::Frame,
        event: Event,
        cx: &StepContext<'_>,
    ) -> Result<Command, Failure>;

    /// A child of the current state, in its first state: the branch of a Parallel with this
    /// index, or the iteration of a Map for the item with this index.
    ///
    /// # Errors
    /// The child's input cannot be computed, or the current state has no such child.
    fn child(
        &self,
        frame: &Self::Frame,
        index: u32,
        cx: &StepContext<'_>,
    ) -> Result<Self::Frame, Failure> {
        let _ = (frame, index, cx);
        Err(no_children())
    }

    /// Takes the output of a child that has ended, in whatever order they end. When all have, the
    /// driver says so by [`Event::Succeeded`].
    fn join(&self, frame: &mut Self::Frame, index: u32, child: Self::Frame) {
        let _ = (frame, index, child);
    }

    /// What a Distributed Map is to do, after [`Command::MapRun`].
    ///
    /// # Errors
    /// A field of the state cannot be computed.
    fn map_run<'a>(
        &'a self,
        frame: &Self::Frame,
        cx: &StepContext<'_>,
    ) -> Result<MapRun<'a>, Failure> {
        let _ = (frame, cx);
        Err(no_children())
    }

    /// The child of a Distributed Map for an input that is not an item's own: a batch.
    ///
    /// # Errors
    /// The current state is no Map.
    fn batch(&self, frame: &Self::Frame, input: Value) -> Result<Self::Frame, Failure> {
        let _ = (frame, input);
        Err(no_children())
    }

    /// Puts a value into the frame that comes from elsewhere than from the handler's call: a
    /// task's result by token, the result or the items of a Distributed Map.
    ///
    /// # Errors
    /// The value is not what the machine takes as the task's result.
    fn complete(&self, frame: &mut Self::Frame, result: Value) -> Result<(), Failure>;

    /// A part of the frame's data, for observers. Null where the state has no such part.
    fn datum<'a>(&self, frame: &'a Self::Frame, datum: Datum) -> Cow<'a, Value>;

    /// The output, after [`Command::Succeed`].
    ///
    /// # Errors
    /// The output does not have the machine's output type.
    fn finish(&self, frame: &mut Self::Frame) -> Result<Self::Output, Failure>;

    /// The output as JSON text, after [`Command::Succeed`].
    ///
    /// # Errors
    /// The output does not have the machine's output type.
    fn finish_json(&self, frame: &mut Self::Frame) -> Result<Vec<u8>, Failure>;
}

#[cold]
fn no_children() -> Failure {
    Failure::engine("States.Runtime", "internal error: the state has no children")
}

/// How the tasks of a machine reach the handlers `T` that serve them.
///
/// Generated beside the machine: one async `match` with an arm for each distinct task.
#[diagnostic::on_unimplemented(
    message = "`{T}` does not serve the tasks of `{Self}`",
    note = "a machine is made by `sfn!`, which makes a trait with a method for each task beside it",
    note = "a handler for any task implements `TaskHandler`, and is wrapped in the machine's `…Handlers`"
)]
pub trait Dispatch<T>: StateMachine {
    /// Calls the handler of the current state's task and puts the result into the frame.
    fn call<'a>(
        &'a self,
        frame: &'a mut Self::Frame,
        tasks: &'a T,
        cx: &'a TaskContext<'_>,
    ) -> impl Future<Output = Result<Called, Failure>> + Send + 'a;
}
