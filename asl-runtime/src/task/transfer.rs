//! Between handlers' types and state data.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{Answer, Called, TaskContext, TaskError, TaskHandler, TaskRequest};
use crate::data::payload;
use crate::error::Failure;
use crate::value::{Value, from_value, from_value_ref, into_value};

/// Takes a handler's result into a frame: the payload limit applies.
///
/// # Errors
/// `States.DataLimitExceeded`, naming the task.
pub fn accept_result(
    slot: &mut Value,
    result: Value,
    cx: &TaskContext<'_>,
) -> Result<Called, Failure> {
    if !result.fits(payload::LIMIT) {
        return Err(too_large(cx));
    }
    *slot = result;
    Ok(Called::Done)
}

/// Takes a dynamic handler's answer into a frame.
///
/// # Errors
/// As for [`accept_result`].
pub fn accept_answer(
    slot: &mut Value,
    answer: Answer<Value>,
    cx: &TaskContext<'_>,
) -> Result<Called, Failure> {
    match answer {
        Answer::Done(result) => accept_result(slot, result, cx),
        Answer::Submitted => Ok(Called::Submitted),
    }
}

/// Takes a dynamic handler's answer for a task over plain structs, which `complete` makes of it.
///
/// # Errors
/// As for [`accept_result`], and those of `complete`.
pub fn accept_typed(
    answer: Answer<Value>,
    cx: &TaskContext<'_>,
    complete: impl FnOnce(Value) -> Result<(), Failure>,
) -> Result<Called, Failure> {
    match answer {
        Answer::Done(result) if !result.fits(payload::LIMIT) => Err(too_large(cx)),
        Answer::Done(result) => complete(result).map(|()| Called::Done),
        Answer::Submitted => Ok(Called::Submitted),
    }
}

/// Calls a dynamic handler with a task's input.
///
/// # Errors
/// The handler's error.
pub async fn call_handler<H: TaskHandler>(
    handler: &H,
    cx: &TaskContext<'_>,
    input: &Value,
) -> Result<Answer<Value>, Failure> {
    match cx.state().task {
        Some(task) => Ok(handler.call(cx, TaskRequest::new(task, input)).await?),
        None => Ok(Answer::Done(Value::Null)),
    }
}

/// Whether a dynamic handler serves the current task.
pub fn handles<H: TaskHandler>(handler: &H, cx: &TaskContext<'_>) -> bool {
    cx.state().task.is_some_and(|task| handler.handles(&task))
}

/// A handler's error as the failure of its state.
#[cold]
pub fn task_failure<E: Into<TaskError>>(error: E) -> Failure {
    error.into().into()
}

/// The failure of a task whose result is larger than a payload may be.
#[cold]
pub(crate) fn too_large(cx: &TaskContext<'_>) -> Failure {
    payload::exceeded(cx.state().task.map_or(cx.state().name, |task| work(task.resource)))
}

/// What AWS calls the one who did the work: the service of an integration, else the `Resource`.
fn work(resource: &str) -> &str {
    let integration = resource.split_once(":states:::").map(|(_, integration)| integration);
    integration.and_then(|name| name.rsplit_once(':')).map_or(resource, |(service, _)| service)
}

/// Turns a handler's typed result into JSON.
///
/// # Errors
/// `States.TaskFailed`: the result has no JSON form.
pub fn encode_result<T: Serialize + 'static>(result: T) -> Result<Value, Failure> {
    into_value(result).map_err(|e| {
        TaskError::new("States.TaskFailed", format!("the task's result is not JSON: {e}")).into()
    })
}

/// Turns a task's input into what its handler takes.
///
/// # Errors
/// `States.TaskFailed`: the input does not fit the type.
pub fn decode_input<'a, T: Deserialize<'a>>(input: &'a Value) -> Result<T, Failure> {
    from_value_ref(input).map_err(|e| {
        let expected = std::any::type_name::<T>();
        TaskError::new(
            "States.TaskFailed",
            format!("the task's input does not fit `{expected}`: {e}"),
        )
        .into()
    })
}

/// Takes a result that comes as JSON, from a dynamic handler or by token, for what a binding says
/// it is: `to_value(from_value(result))`.
///
/// # Errors
/// `States.TaskFailed`: the result does not fit the type.
pub fn project_result<T>(result: Value) -> Result<Value, Failure>
where
    T: Serialize + DeserializeOwned + 'static,
{
    encode_result(decode_result::<T>(result)?)
}

/// Projects the result of a dynamic handler, if there is one yet.
///
/// # Errors
/// Those of `project`.
pub fn project_answer(
    answer: Answer<Value>,
    project: impl FnOnce(Value) -> Result<Value, Failure>,
) -> Result<Answer<Value>, Failure> {
    match answer {
        Answer::Done(result) => project(result).map(Answer::Done),
        Answer::Submitted => Ok(Answer::Submitted),
    }
}

/// Turns a result that comes as JSON into what the machine takes.
///
/// # Errors
/// `States.TaskFailed`: the result does not fit the type.
pub fn decode_result<T: DeserializeOwned + 'static>(result: Value) -> Result<T, Failure> {
    from_value(result).map_err(|e| {
        let expected = std::any::type_name::<T>();
        let cause = format!("the task's result does not fit `{expected}`: {e}");
        TaskError::new("States.TaskFailed", cause).into()
    })
}
