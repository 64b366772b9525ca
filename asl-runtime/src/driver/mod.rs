//! The in-memory driver: does what a machine's commands ask for.
//!
//! It polls handlers in place and spawns nothing. What a fast execution does not need is not made:
//! timers are armed when something has answered `Pending` for the first time, names and times when
//! somebody asks.

mod attempt;
mod deadline;
mod hooks;
mod turn;

use std::future::Future;
use std::time::Duration;

use self::attempt::{Attempt, Timers};
use self::deadline::{Deadline, Interrupted};
use self::hooks::Hooks;
use self::turn::{Progress, Turn, turn};
use crate::clock::Sleep;
use crate::data::{payload, wait};
use crate::engine::{Control, ExecutionError, ExecutionInfo, Status};
use crate::error::Failure;
use crate::machine::{Dispatch, Event, Jitter, Pause, Retry, StateMachine};
use crate::observer::{Happening, Observer};
use crate::task::{Called, TaskContext, too_large};
use crate::value::Value;

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
        let mut hooks = Hooks::begin(observer, info);
        let ended = {
            let work = drive(machine, frame, tasks, info, &mut hooks);
            Deadline::new(work, info, control).await
        };
        match ended {
            Ok(Ok(())) => {
                hooks.observe(machine, frame, Happening::ExecutionSucceeded);
                Ok(())
            }
            Ok(Err(failure)) => {
                hooks.observe(machine, frame, Happening::ExecutionFailed(&failure));
                Err(ended_in(machine, frame, Status::Failed, failure))
            }
            Err(Interrupted::TimedOut) => {
                hooks.observe(machine, frame, Happening::ExecutionTimedOut);
                Err(ended_in(machine, frame, Status::TimedOut, Failure::timeout()))
            }
            Err(Interrupted::Stopped(failure)) => {
                hooks.observe(machine, frame, Happening::ExecutionAborted(&failure));
                Err(ended_in(machine, frame, Status::Aborted, failure))
            }
        }
    }
}

#[cold]
fn ended_in<M: StateMachine>(
    machine: &M,
    frame: &M::Frame,
    status: Status,
    failure: Failure,
) -> ExecutionError {
    ExecutionError::new(status, Some(machine.state(frame).name), failure)
}

/// Turn after turn, with what has to be awaited between them. Returns when the machine has ended.
#[allow(clippy::manual_async_fn, reason = "an `async fn` keeps its arguments twice")]
fn drive<M, T, O>(
    machine: &M,
    frame: &mut M::Frame,
    tasks: &T,
    info: &ExecutionInfo<'_>,
    hooks: &mut Hooks<'_, O>,
) -> impl Future<Output = Result<(), Failure>> + Send
where
    M: Dispatch<T>,
    T: Sync,
    O: Observer,
{
    async move {
        let seed = if machine.is_random() { info.services().randomness.bits() } else { 0 };
        let mut progress = Progress::new(info.execution_type(), seed);
        let mut event = Event::Enter;
        hooks.observe(machine, frame, Happening::StateEntered);
        loop {
            event = match turn(machine, frame, event, &mut progress, hooks) {
                Ok(Turn::Call { timeout, heartbeat }) => {
                    hooks.observe(machine, frame, Happening::TaskScheduled);
                    // Scheduled, started, and succeeded or failed.
                    progress.count(3)?;
                    let context = TaskContext::new(info, machine.state(frame), progress.attempt);
                    let mut timers = Timers::new(timeout, heartbeat);
                    let call = machine.call(frame, tasks, &context);
                    let mut called = Attempt::new(call, &mut timers, &context).await;
                    if let Ok(Called::Submitted) = called {
                        hooks.observe(machine, frame, Happening::TaskSubmitted);
                        progress.count(1)?;
                        let completion = context.registration().completion();
                        let completion = Attempt::new(completion, &mut timers, &context).await;
                        called = completion
                            .and_then(|result| complete(machine, frame, result, &context));
                    }
                    match called {
                        Ok(_) => {
                            hooks.observe(machine, frame, Happening::TaskSucceeded);
                            Event::Succeeded
                        }
                        Err(failure) => {
                            hooks.observe(machine, frame, Happening::TaskFailed(&failure));
                            Event::Failed(failure)
                        }
                    }
                }
                Ok(Turn::Wait(pause)) => {
                    let pause = length(pause, info)
                        .map_err(|failure| in_state(failure, machine, frame, &progress))?;
                    hooks.observe(machine, frame, Happening::WaitStarted(pause));
                    sleep(info, pause).await;
                    Event::Resume
                }
                Ok(Turn::Retry(retry)) => {
                    let pause = interval(retry, info);
                    hooks.observe(machine, frame, Happening::RetryScheduled(pause));
                    progress.attempt += 1;
                    sleep(info, pause).await;
                    Event::Enter
                }
                Ok(Turn::Yield) => {
                    tokio::task::yield_now().await;
                    Event::Enter
                }
                Ok(Turn::End) => return Ok(()),
                Err(failure) => return Err(in_state(failure, machine, frame, &progress)),
            };
        }
    }
}

/// The failure as it is reported: what the engine found names the state.
#[cold]
fn in_state<M: StateMachine>(
    failure: Failure,
    machine: &M,
    frame: &M::Frame,
    progress: &Progress,
) -> Failure {
    failure.in_state(machine.state(frame).name, progress.cx.entered_event_id)
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
fn sleep(info: &ExecutionInfo<'_>, pause: Duration) -> Sleep {
    if pause.is_zero() {
        return Box::pin(std::future::ready(()));
    }
    info.services().clock.sleep(pause)
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
