//! A line of states: the execution's own, a branch of a Parallel, an iteration of a Map.

use jiff::Timestamp;

use crate::task::Registration;
use crate::value::Value;

/// How far a line of states has got.
pub(super) struct Line {
    /// Tells it from others, for observers: 0 is the execution's own.
    pub(super) id: u32,
    /// Which attempt of the current state's work is next.
    pub(super) attempt: u32,
    /// Id of the history event with which the current state was entered.
    pub(super) entered_event_id: u64,
    /// What the line's random numbers are made of.
    pub(super) seed: u128,
    /// What the context object says of the line, in machines that read it.
    pub(super) surroundings: Option<Box<Surroundings>>,
}

/// What the context object says of a line of states.
#[derive(Default)]
pub(super) struct Surroundings {
    /// When the current state was entered, if it asked.
    pub(super) entered_at: Option<Timestamp>,
    /// The innermost `Map.Item`.
    pub(super) item: Option<Value>,
    /// The current attempt's token, if the state asked.
    pub(super) registration: Option<Registration>,
}

impl Line {
    /// A line that is about to enter its first state.
    pub(super) fn new(id: u32, seed: u128, surroundings: Option<Box<Surroundings>>) -> Self {
        Self { id, attempt: 1, entered_event_id: 0, seed, surroundings }
    }

    /// A state was entered, by the event with this id.
    #[inline]
    pub(super) fn enter(&mut self, event_id: u64) {
        self.entered_event_id = event_id;
        self.attempt = 1;
        if let Some(surroundings) = &mut self.surroundings {
            surroundings.entered_at = None;
            surroundings.registration = None;
        }
    }

    /// The state's work is to be started again.
    pub(super) fn retry(&mut self) {
        self.attempt += 1;
        if let Some(surroundings) = &mut self.surroundings {
            surroundings.registration = None;
        }
    }
}
