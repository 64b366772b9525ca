//! A turn: the steps that follow from an event without an await.

use std::num::NonZeroU32;

use super::Hooks;
use crate::error::Failure;
use crate::machine::{Command, Event, ExecutionType, Pause, Retry, StateMachine, StepContext};
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
    /// Others may have the thread for a moment.
    Yield,
    /// The machine has ended.
    End,
}

/// How far an execution has got.
pub(super) struct Progress {
    /// History events so far.
    events: u64,
    most_events: u64,
    /// Which attempt of the current state's task is next.
    pub(super) attempt: u32,
    pub(super) cx: StepContext<'static>,
}

impl Progress {
    /// `seed` is for random numbers.
    pub(super) fn new(execution_type: ExecutionType, seed: u128) -> Self {
        // The event that started the execution, and the one that entered its first state.
        let events = 2;
        let cx = StepContext { entered_event_id: events, seed, context: None };
        Self { events, most_events: execution_type.most_events(), attempt: 1, cx }
    }

    /// Counts history events.
    ///
    /// # Errors
    /// There are more than an execution of this type may have.
    #[inline]
    pub(super) fn count(&mut self, events: u64) -> Result<(), Failure> {
        self.events += events;
        if self.events < self.most_events { Ok(()) } else { Err(self.too_many_events()) }
    }

    #[cold]
    fn too_many_events(&self) -> Failure {
        let most = self.most_events;
        Failure::new(
            "States.Runtime",
            format!("The execution reached the maximum number of history events ({most})."),
        )
    }
}

/// Steps from `event` until something has to be awaited.
#[inline(always)]
pub(super) fn turn<M: StateMachine, O: Observer>(
    machine: &M,
    frame: &mut M::Frame,
    event: Event,
    progress: &mut Progress,
    hooks: &mut Hooks<'_, O>,
) -> Result<Turn, Failure> {
    let mut event = event;
    for _ in 0..STATES_PER_TURN {
        let left = hooks.state(machine, frame);
        match machine.step(frame, event, &progress.cx)? {
            Command::Next => {
                hooks.observe_state(left, machine, frame, Happening::StateExited);
                hooks.observe(machine, frame, Happening::StateEntered);
                progress.count(2)?;
                progress.cx.entered_event_id = progress.events;
                progress.attempt = 1;
                event = Event::Enter;
            }
            Command::Call { timeout, heartbeat } => return Ok(Turn::Call { timeout, heartbeat }),
            Command::Wait(pause) => return Ok(Turn::Wait(pause)),
            Command::Retry(retry) => return Ok(Turn::Retry(retry)),
            Command::Parallel { .. } | Command::Map { .. } | Command::MapRun => {
                return Err(Failure::engine("States.Runtime", "children cannot run yet"));
            }
            Command::Succeed => {
                hooks.observe_state(left, machine, frame, Happening::StateExited);
                return Ok(Turn::End);
            }
        }
    }
    Ok(Turn::Yield)
}
