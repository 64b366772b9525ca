//! A turn: the steps that follow from an event without an await.

use std::num::NonZeroU32;

use super::line::Line;
use super::shared::Shared;
use super::{context, in_state};
use crate::error::Failure;
use crate::machine::{
    Command, Event, Pause, Retry, StateInfo, StateMachine, StateType, StepContext,
};
use crate::observer::{Happening, Observer};

/// States that may pass in one turn before the execution yields its thread: what keeps a machine
/// that only loops from holding it for ever.
const STATES_PER_TURN: u32 = 1024;

/// How a turn ends.
pub(super) enum Turn {
    /// The state's task is to be called.
    Call { timeout: Option<NonZeroU32>, heartbeat: Option<NonZeroU32> },
    /// A Wait state waits.
    Wait(Pause),
    /// The state's work is to be started again.
    Retry(Retry),
    /// The branches of a Parallel are to be run.
    Parallel { branches: u32 },
    /// The body of a Map is to be run for each item.
    Map { items: u32, max_concurrency: u32 },
    /// The same in executions of their own.
    MapRun { items: u32 },
    /// Others may have the thread for a moment.
    Yield,
    /// The line has ended.
    End,
}

/// Enters the first state of a line, and takes its first turn.
#[inline(always)]
pub(super) fn first_turn<M: StateMachine, T, O: Observer>(
    shared: &Shared<'_, M, T, O>,
    frame: &mut M::Frame,
    line: &mut Line,
) -> Result<Turn, Failure> {
    line.enter(shared.count(1)?);
    shared.hooks(line).observe(frame, Happening::StateEntered);
    turn(shared, frame, line, Event::Enter)
}

/// Steps from `event` until something has to be awaited.
///
/// # Errors
/// The failure that ends the line, as it is reported.
#[inline(always)]
pub(super) fn turn<M: StateMachine, T, O: Observer>(
    shared: &Shared<'_, M, T, O>,
    frame: &mut M::Frame,
    line: &mut Line,
    event: Event,
) -> Result<Turn, Failure> {
    steps(shared, frame, line, event).map_err(|failure| failed(failure, shared, frame, line))
}

/// The failure that ends the line, as it is reported.
#[cold]
fn failed<M: StateMachine, T, O: Observer>(
    failure: Failure,
    shared: &Shared<'_, M, T, O>,
    frame: &M::Frame,
    line: &Line,
) -> Failure {
    if failure.is_evaluation() {
        return evaluation_failed(failure, shared, frame, line);
    }
    in_state(failure, shared, frame, line)
}

/// The failure of an expression of JSONata, as it is reported.
#[cold]
fn evaluation_failed<M: StateMachine, T, O: Observer>(
    failure: Failure,
    shared: &Shared<'_, M, T, O>,
    frame: &M::Frame,
    line: &Line,
) -> Failure {
    let failure = in_state(failure, shared, frame, line);
    shared.hooks(line).observe(frame, Happening::EvaluationFailed(&failure));
    // Whoever counts next hears that there are too many.
    let _ = shared.count(1);
    failure
}

#[inline(always)]
fn steps<M: StateMachine, T, O: Observer>(
    shared: &Shared<'_, M, T, O>,
    frame: &mut M::Frame,
    line: &mut Line,
    event: Event,
) -> Result<Turn, Failure> {
    let mut event = event;
    for _ in 0..STATES_PER_TURN {
        if let Event::Failed(failure) = event {
            event = Event::Failed(if failure.is_evaluation() {
                evaluation_failed(failure, shared, frame, line)
            } else {
                failure
            });
        }
        let hooks = shared.hooks(line);
        let left = hooks.state(frame);
        let may_fail = !matches!(event, Event::Failed(_));
        // What the engine finds wrong with the container itself is not a failure of its children.
        let children_failed = matches!(&event, Event::Failed(failure) if !failure.is_of_engine())
            && is_container(shared.machine.state(frame));
        let stepped = step(shared, frame, line, event);
        let hooks = shared.hooks(line);
        if children_failed && !matches!(stepped, Ok(Command::Retry(_))) {
            shared.count(1)?;
            hooks.observe_state(left, frame, Happening::ChildrenFailed);
        }
        let command = match stepped {
            // Retriers and catchers are for expressions of the state too.
            Err(failure) if may_fail && failure.is_evaluation() && has_work(shared, frame) => {
                event = Event::Failed(failure);
                continue;
            }
            stepped => stepped?,
        };
        match command {
            Command::Next => {
                let entered = shared.count(2)?;
                hooks.observe_state(left, frame, Happening::StateExited);
                line.enter(entered);
                shared.hooks(line).observe(frame, Happening::StateEntered);
                event = Event::Enter;
            }
            Command::Call { timeout, heartbeat } => {
                // Siblings are entered before any of their tasks is started.
                shared.count(1)?;
                hooks.observe(frame, Happening::TaskScheduled { timeout, heartbeat });
                return Ok(Turn::Call { timeout, heartbeat });
            }
            Command::Wait(pause) => return Ok(Turn::Wait(pause)),
            Command::Retry(retry) => return Ok(Turn::Retry(retry)),
            Command::Parallel { branches } => return Ok(Turn::Parallel { branches }),
            Command::Map { items, max_concurrency } => {
                return Ok(Turn::Map { items, max_concurrency });
            }
            Command::MapRun { items } => return Ok(Turn::MapRun { items }),
            Command::Succeed => {
                shared.count(1)?;
                hooks.observe_state(left, frame, Happening::StateExited);
                return Ok(Turn::End);
            }
        }
    }
    Ok(Turn::Yield)
}

/// Whether the state has work to do, which may be retried and whose errors may be caught.
#[cold]
fn has_work<M: StateMachine, T, O: Observer>(
    shared: &Shared<'_, M, T, O>,
    frame: &M::Frame,
) -> bool {
    let state = shared.machine.state(frame);
    state.state_type == StateType::Task || is_container(state)
}

/// Whether the state has children.
fn is_container(state: &StateInfo<'_>) -> bool {
    matches!(state.state_type, StateType::Parallel | StateType::Map)
}

/// One step, with the context object if the state reads it.
#[inline(always)]
fn step<M: StateMachine, T, O: Observer>(
    shared: &Shared<'_, M, T, O>,
    frame: &mut M::Frame,
    line: &mut Line,
    event: Event,
) -> Result<Command, Failure> {
    if shared.reads_context() && shared.machine.state(frame).reads_context {
        let object = context::object(shared, frame, line, None);
        let cx = StepContext { context: Some(&object), now: shared.now(), ..step_context(line) };
        return shared.machine.step(frame, event, &cx);
    }
    shared.machine.step(frame, event, &step_context(line))
}

/// What a step of this line may ask for, but for the context object.
#[inline(always)]
pub(super) fn step_context<'a>(line: &Line) -> StepContext<'a> {
    StepContext { entered_event_id: line.entered_event_id, seed: line.seed, context: None, now: 0 }
}
