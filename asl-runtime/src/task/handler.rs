//! Handlers that are chosen at run time.

use std::future::Future;
use std::pin::Pin;

use super::{Answer, TaskContext, TaskError};
use crate::machine::TaskInfo;
use crate::value::Value;

/// What a [`TaskHandler`] gives back.
pub type HandlerFuture<'a> =
    Pin<Box<dyn Future<Output = Result<Answer<Value>, TaskError>> + Send + 'a>>;

/// A handler for any task, told at run time which one is meant.
///
/// It is the dynamic counterpart of the trait with a method for each task that `sfn!` makes; the
/// `…Handlers` type beside that trait lets any `TaskHandler` serve the machine.
///
/// ```
/// use asl_runtime::{Answer, HandlerFuture, TaskContext, TaskError, TaskHandler, TaskRequest};
///
/// /// Answers every task with its input.
/// struct Echo;
///
/// impl TaskHandler for Echo {
///     fn call<'a>(
///         &'a self,
///         cx: &'a TaskContext<'a>,
///         request: TaskRequest<'a>,
///     ) -> HandlerFuture<'a> {
///         Box::pin(async move { Ok(Answer::Done(request.input.clone())) })
///     }
/// }
/// ```
pub trait TaskHandler: Send + Sync {
    /// Does the work.
    fn call<'a>(&'a self, cx: &'a TaskContext<'a>, request: TaskRequest<'a>) -> HandlerFuture<'a>;

    /// Whether the task is one that this handler serves. Asked where handlers are combined.
    fn handles(&self, task: &TaskInfo<'_>) -> bool {
        let _ = task;
        true
    }
}

/// The work a [`TaskHandler`] is asked to do.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct TaskRequest<'a> {
    /// Which task.
    pub task: TaskInfo<'a>,
    /// Its input.
    pub input: &'a Value,
}

impl<'a> TaskRequest<'a> {
    /// A request for this task.
    pub fn new(task: TaskInfo<'a>, input: &'a Value) -> Self {
        Self { task, input }
    }
}

impl<H: TaskHandler + ?Sized> TaskHandler for Box<H> {
    fn call<'a>(&'a self, cx: &'a TaskContext<'a>, request: TaskRequest<'a>) -> HandlerFuture<'a> {
        (**self).call(cx, request)
    }

    fn handles(&self, task: &TaskInfo<'_>) -> bool {
        (**self).handles(task)
    }
}

impl<H: TaskHandler + ?Sized> TaskHandler for std::sync::Arc<H> {
    fn call<'a>(&'a self, cx: &'a TaskContext<'a>, request: TaskRequest<'a>) -> HandlerFuture<'a> {
        (**self).call(cx, request)
    }

    fn handles(&self, task: &TaskInfo<'_>) -> bool {
        (**self).handles(task)
    }
}

/// A dynamic handler for the tasks it [`handles`](TaskHandler::handles), typed ones for the rest.
///
/// Made by `or` of a machine's `…Handlers`.
#[derive(Debug, Clone, Copy)]
pub struct Either<H, T> {
    /// Asked first.
    pub dynamic: H,
    /// Serves what the dynamic handler does not.
    pub typed: T,
}
