//! What a handler may answer.

/// The answer of a task whose result may come later, by token.
///
/// ```
/// # use asl_runtime::{Answer, TaskContext, TaskError, Value};
/// async fn approve(cx: &TaskContext<'_>, order: &Value) -> Result<Answer<Value>, TaskError> {
///     if order.get("total").and_then(Value::as_i64) < Some(100) {
///         return Ok(Answer::Done(order.clone()));
///     }
///     println!("waiting for a person who knows {}", cx.task_token());
///     Ok(Answer::Submitted)
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer<T> {
    /// The task is done, and this is its result.
    Done(T),
    /// The work has been handed on; the result comes through
    /// [`Callbacks`](crate::Callbacks) with the context's token. That of an activity waits for a
    /// worker to [take](crate::Callbacks::take) it, and no heartbeat is missed before.
    Submitted,
}

/// How a call of a handler ended well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Called {
    /// The result is in the frame.
    Done,
    /// The result will come by token.
    Submitted,
}
