//! What goes into a step and what comes out of it.

use std::num::NonZeroU32;
use std::time::Duration;

use super::Retry;
use crate::data::timestamp::Timestamp;
use crate::error::Failure;

/// What happened to the machine.
#[derive(Debug)]
pub enum Event {
    /// The current state has just been entered, or its retry interval is over: start its work.
    Enter,
    /// The pause it asked for is over.
    Resume,
    /// Its task has succeeded; the result is in the frame.
    Succeeded,
    /// Its task has failed.
    Failed(Failure),
}

/// What the driver has to do next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Command {
    /// The state is done and the machine is in the next one: enter it.
    Next,
    /// Call the state's task.
    Call {
        /// `TimeoutSeconds`.
        timeout: Option<NonZeroU32>,
        /// `HeartbeatSeconds`.
        heartbeat: Option<NonZeroU32>,
    },
    /// Let time pass.
    Wait(Pause),
    /// Let the interval pass, then start the state's work again.
    Retry(Retry),
    /// The machine has ended; its output is in the frame.
    Succeed,
}

/// How long to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pause {
    /// This long from now.
    For(Duration),
    /// Until this instant; not at all if it has passed.
    Until(Timestamp),
}

/// What a step may ask of its surroundings.
#[derive(Debug, Clone, Copy, Default)]
pub struct StepContext {
    /// Id of the history event with which the current state was entered.
    pub entered_event_id: u64,
}

/// A part of a frame's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Datum {
    /// The current state's raw input. After [`Command::Succeed`], the machine's output.
    Input,
    /// What the task was called with.
    Arguments,
    /// What the task answered.
    Result,
}
