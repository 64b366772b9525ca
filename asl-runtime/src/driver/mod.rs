//! The in-memory driver: does what a machine's commands ask for.
//!
//! It polls handlers in place and spawns nothing. What a fast execution does not need is not made:
//! timers are armed when something has answered `Pending` for the first time, names and times when
//! somebody asks.

mod attempt;
mod children;
mod context;
mod deadline;
mod hooks;
mod line;
mod map_run;
mod shared;
mod timer;
mod turn;

use std::future::Future;
use std::num::NonZeroU32;
use std::pin::Pin;
use std::time::Duration;

use self::attempt::{Attempt, Timers};
use self::children::Children;
use self::deadline::{Deadline, Interrupted};
use self::line::Line;
use self::shared::Shared;
use self::timer::Timer;
use self::turn::{Turn, first_turn, turn};
use crate::data::{payload, wait};
use crate::engine::{Control, ExecutionError, ExecutionInfo, Status};
use crate::error::Failure;
use crate::machine::{Datum, Dispatch, Event, Jitter, Pause, Retry, StateMachine, TaskPattern};
use crate::observer::{Happening, Observer};
use crate::task::{Called, TaskContext, too_large};
use crate::value::{Str, Value};

/// Runs a machine from its first state to its end.
#[allow(clippy::manual_async_fn, reason = "an `async fn` keeps its arguments twice")]
pub(crate) fn execute<M, T, O>(
    machine: &M,
    frame: &mut M::Frame,
    tasks: &T,
    info: &ExecutionInfo<'_>,
    observer: &O,
    control: Option<&Control>,
) -> impl Future<Output = Result<(), ExecutionError>> + Send
where
    M: Dispatch<T>,
    T: Sync,
    O: Observer,
{
    async move {
        if machine.definition().reads_context {
            info.set_input(machine.datum(frame, Datum::Input).into_owned());
        }
        let shared = Shared::new(machine, tasks, info, observer);
        let mut line = shared.first_line();
        shared.hooks(&line).observe(frame, Happening::ExecutionStarted);
        let ended = {
            let work = async {
                let first = first_turn(&shared, frame, &mut line);
                drive(&shared, frame, &mut line, first).await
            };
            Deadline::new(work, info, control).await
        };
        let hooks = shared.hooks(&line);
        match ended {
            Ok(Ok(())) => {
                hooks.observe(frame, Happening::ExecutionSucceeded);
                Ok(())
            }
            Ok(Err(failure)) | Err(Interrupted::Failed(failure)) => {
                hooks.observe(frame, Happening::ExecutionFailed(&failure));
                Err(ended_in(machine, frame, Status::Failed, failure))
            }
            Err(Interrupted::TimedOut) => {
                hooks.observe(frame, Happening::ExecutionTimedOut);
                Err(ended_in(machine, frame, Status::TimedOut, Failure::timeout()))
            }
            Err(Interrupted::Stopped(failure)) => {
                hooks.observe(frame, Happening::ExecutionAborted(&failure));
                Err(ended_in(machine, frame, Status::Aborted, failure))
            }
        }
    }
}

/// The error names the innermost state that failed, else the one that the execution was in.
#[cold]
fn ended_in<M: StateMachine>(
    machine: &M,
    frame: &M::Frame,
    status: Status,
    failure: Failure,
) -> ExecutionError {
    let state = failure.state().unwrap_or_else(|| machine.state(frame).name.into());
    ExecutionError::new(status, Some(state), failure)
}

/// Turn after turn, with what has to be awaited between them. Returns when the line has ended.
#[allow(clippy::manual_async_fn, reason = "an `async fn` keeps its arguments twice")]
fn drive<M, T, O>(
    shared: &Shared<'_, M, T, O>,
    frame: &mut M::Frame,
    line: &mut Line,
    mut next: Result<Turn, Failure>,
) -> impl Future<Output = Result<(), Failure>> + Send
where
    M: Dispatch<T>,
    T: Sync,
    O: Observer,
{
    async move {
        let info = shared.info;
        loop {
            let event = match next? {
                Turn::Call { timeout, heartbeat } => {
                    call(shared, frame, line, timeout, heartbeat).await
                }
                Turn::Wait(pause) => {
                    let pause = length(pause, info)
                        .map_err(|failure| in_state(failure, shared, frame, line))?;
                    shared.hooks(line).observe(frame, Happening::WaitStarted(pause));
                    sleep(info, pause).await?;
                    Event::Resume
                }
                Turn::Retry(retry) => {
                    let pause = interval(retry, info);
                    shared.hooks(line).observe(frame, Happening::RetryScheduled(pause));
                    line.retry();
                    sleep(info, pause).await?;
                    Event::Enter
                }
                Turn::Parallel { branches } => {
                    let children = Children { count: branches, at_a_time: 0 };
                    outcome(children::run(shared, frame, line, children).await)
                }
                Turn::Map { items, max_concurrency } => {
                    let children = Children { count: items, at_a_time: max_concurrency };
                    outcome(children::run(shared, frame, line, children).await)
                }
                Turn::MapRun { items } => outcome(map_run::run(shared, frame, line, items).await),
                Turn::Yield => {
                    tokio::task::yield_now().await;
                    Event::Enter
                }
                Turn::End => return Ok(()),
            };
            next = turn(shared, frame, line, event);
        }
    }
}

/// Calls the current state's task.
#[allow(clippy::manual_async_fn, reason = "an `async fn` keeps its arguments twice")]
#[inline(always)]
fn call<M, T, O>(
    shared: &Shared<'_, M, T, O>,
    frame: &mut M::Frame,
    line: &mut Line,
    timeout: Option<NonZeroU32>,
    heartbeat: Option<NonZeroU32>,
) -> impl Future<Output = Event> + Send
where
    M: Dispatch<T>,
    T: Sync,
    O: Observer,
{
    async move {
        let state = shared.machine.state(frame);
        let pattern = state.task.as_ref().map_or(TaskPattern::RequestResponse, |task| task.pattern);
        // A worker has to take an activity first.
        let is_activity = pattern == TaskPattern::Activity;
        if !is_activity {
            if let Err(too_many) = shared.count(1) {
                return Event::Failed(too_many);
            }
            shared.hooks(line).observe(frame, Happening::TaskStarted { worker: None });
        }
        let mut context = TaskContext::new(shared.info, state, line.attempt);
        if let Some(surroundings) = &mut line.surroundings
            && let Some(registration) = surroundings.registration.take()
        {
            context.register(registration);
        }
        if state.task.as_ref().is_some_and(|task| task.credentials) {
            context.set_credentials(shared.machine.datum(frame, Datum::Credentials).into_owned());
        }
        let mut timers = Timers::new(timeout, heartbeat);
        let call = shared.machine.call(frame, shared.tasks, &context);
        let mut called = Attempt::new(call, &mut timers, &context).await;
        if pattern != TaskPattern::RequestResponse || matches!(called, Ok(Called::Submitted)) {
            if is_activity {
                let taken = match called {
                    Ok(Called::Submitted) => taken(&context, &mut timers, heartbeat).await,
                    _ => Ok(context.worker().map(Str::from)),
                };
                match taken.and_then(|worker| shared.count(1).map(|_| worker)) {
                    Ok(worker) => {
                        let worker = worker.as_deref();
                        shared.hooks(line).observe(frame, Happening::TaskStarted { worker });
                    }
                    Err(failure) => called = Err(failure),
                }
            }
            // The work of a function or an activity is submitted without an event.
            let is_submitted = matches!(pattern, TaskPattern::Job | TaskPattern::Callback);
            if matches!(called, Ok(Called::Submitted))
                || is_submitted && (called.is_ok() || context.submission().is_some())
            {
                if let Err(too_many) = shared.count(u64::from(is_submitted)) {
                    return Event::Failed(too_many);
                }
                let response = context.submission();
                shared.hooks(line).observe(frame, Happening::TaskSubmitted { response });
            }
            if let Ok(Called::Submitted) = called {
                let completion = context.registration().completion();
                let completion = Attempt::new(completion, &mut timers, &context).await;
                called =
                    completion.and_then(|result| complete(shared.machine, frame, result, &context));
            }
        }
        match called {
            Ok(_) => match shared.count(1) {
                Ok(_) => {
                    shared.hooks(line).observe(frame, Happening::TaskSucceeded);
                    Event::Succeeded
                }
                Err(too_many) => Event::Failed(too_many),
            },
            Err(failure) => {
                shared.hooks(line).observe(frame, Happening::TaskFailed(&failure));
                let _ = shared.count(1);
                Event::Failed(failure)
            }
        }
    }
}

/// Waits until a worker takes the work of an activity that the handler has queued: its name.
/// Heartbeats are expected from then on.
///
/// # Errors
/// None does in time.
#[cold]
fn taken<'a>(
    context: &'a TaskContext<'a>,
    timers: &'a mut Timers,
    heartbeat: Option<NonZeroU32>,
) -> Pin<Box<dyn Future<Output = Result<Option<Str>, Failure>> + Send + 'a>> {
    Box::pin(async move {
        if let Some(worker) = context.worker() {
            return Ok(Some(Str::from(worker)));
        }
        timers.expect_heartbeats(None);
        let taken = async { Ok(context.registration().taken().await) };
        let worker = Attempt::new(taken, timers, context).await;
        timers.expect_heartbeats(heartbeat);
        worker
    })
}

fn outcome(children: Result<(), Failure>) -> Event {
    match children {
        Ok(()) => Event::Succeeded,
        Err(failure) => Event::Failed(failure),
    }
}

/// The failure as it is reported: what the engine found names the state.
#[cold]
fn in_state<M: StateMachine, T, O: Observer>(
    failure: Failure,
    shared: &Shared<'_, M, T, O>,
    frame: &M::Frame,
    line: &Line,
) -> Failure {
    failure.in_state(shared.machine.state(frame).name, line.entered_event_id)
}

/// Takes a result that came by token.
#[cold]
fn complete<M: StateMachine>(
    machine: &M,
    frame: &mut M::Frame,
    result: Value,
    context: &TaskContext<'_>,
) -> Result<Called, Failure> {
    if !result.fits(payload::LIMIT) {
        return Err(too_large(context));
    }
    machine.complete(frame, result)?;
    Ok(Called::Done)
}

/// Lets time pass on the engine's clock.
///
/// # Errors
/// The clock cannot.
async fn sleep(info: &ExecutionInfo<'_>, pause: Duration) -> Result<(), Failure> {
    if pause.is_zero() {
        return Ok(());
    }
    Timer::start(&*info.services().clock, pause)?.await
}

fn length(pause: Pause, info: &ExecutionInfo<'_>) -> Result<Duration, Failure> {
    match pause {
        Pause::For(duration) => Ok(duration),
        Pause::Until(time) => wait::until(time, info.services().clock.now()),
    }
}

fn interval(retry: Retry, info: &ExecutionInfo<'_>) -> Duration {
    match retry.jitter {
        Jitter::None => retry.interval,
        Jitter::Full => retry.interval.mul_f64(info.services().randomness.fraction()),
    }
}
