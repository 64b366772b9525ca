//! Handlers and runtimes that several topics need.

use std::future::Future;

use sfn::{
    Answer, Engine, HandlerFuture, TaskContext, TaskError, TaskHandler, TaskRequest, TestClock,
    Value,
};

/// Runs a future on one thread, without any timer of tokio's.
pub(crate) fn block_on<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
}

/// A clock that stands at noon on the first of January 2025.
pub(crate) fn noon() -> TestClock {
    TestClock::at("2025-01-01T12:00:00Z").unwrap()
}

/// An engine whose time passes when everybody waits.
pub(crate) fn engine() -> Engine {
    Engine::builder().clock(noon()).seed(7).build()
}

/// A handler for any task: a function of its input.
pub(crate) struct Function<F>(pub(crate) F);

impl<F> TaskHandler for Function<F>
where
    F: Fn(&Value) -> Result<Value, TaskError> + Send + Sync,
{
    fn call<'a>(&'a self, _: &'a TaskContext<'a>, request: TaskRequest<'a>) -> HandlerFuture<'a> {
        Box::pin(async move { Ok(Answer::Done((self.0)(request.input)?)) })
    }
}
