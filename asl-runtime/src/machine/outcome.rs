//! What goes into a step and what comes out of it.

use std::num::NonZeroU32;
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::Retry;
use crate::data::timestamp::Timestamp;
use crate::error::Failure;
use crate::value::Value;

/// What happened to the machine.
#[derive(Debug)]
pub enum Event {
    /// The current state has just been entered, or its retry interval is over: start its work.
    Enter,
    /// The pause it asked for is over.
    Resume,
    /// Its task, or its last child, has succeeded; the result is in the frame.
    Succeeded,
    /// Its task, or one of its children, has failed.
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
    /// Run the branches of a Parallel: so many children, side by side.
    Parallel {
        /// How many.
        branches: u32,
    },
    /// Run the body of a Map for each item: so many children.
    Map {
        /// How many.
        items: u32,
        /// How many of them may run at a time; 0 for any number.
        max_concurrency: u32,
    },
    /// Run the body of a Map for each item, in executions of their own: see
    /// [`StateMachine::map_run`](super::StateMachine::map_run).
    MapRun {
        /// How many items are in the state's own data; 0 where an `ItemReader` makes them.
        items: u32,
    },
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
pub struct StepContext<'a> {
    /// Id of the history event with which the current state was entered.
    pub entered_event_id: u64,
    /// What the execution's random numbers are made of; 0 where the machine needs none.
    pub seed: u128,
    /// The context object, `$$`, for a state that [reads](super::StateInfo::reads_context) it.
    pub context: Option<&'a Value>,
    /// The time in milliseconds since 1970, for such a state.
    pub now: i64,
}

impl StepContext<'_> {
    /// The context object.
    ///
    /// # Errors
    /// The driver gave none: an internal error of the execution.
    pub fn context_object(&self) -> Result<&Value, Failure> {
        self.context.ok_or_else(no_context_object)
    }

    /// Random bits for a call of an intrinsic function, which stands at this place of the
    /// definition: the byte offset of its field, and its own in there.
    ///
    /// Nothing is drawn: the bits follow from the seed, the entered event and the place. So they
    /// are the same however often a step is repeated, as at each attempt of a task, and others
    /// whenever the state is entered anew.
    #[must_use]
    pub fn random(&self, place: (u32, u32)) -> u128 {
        let mut seed = [0; 32];
        let (field, offset) = place;
        let parts = (self.seed.to_le_bytes().into_iter())
            .chain(self.entered_event_id.to_le_bytes())
            .chain(field.to_le_bytes())
            .chain(offset.to_le_bytes());
        seed.iter_mut().zip(parts).for_each(|(byte, part)| *byte = part);
        StdRng::from_seed(seed).random()
    }
}

#[cold]
fn no_context_object() -> Failure {
    Failure::engine("States.Runtime", "internal error: there is no context object")
}

/// A part of a frame's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Datum {
    /// The current state's raw input. After [`Command::Succeed`], the machine's output.
    ///
    /// Once a state has failed over its own data (a path that leads nowhere, a function that does
    /// not take its arguments, an output that is too large) it is what the state had made of its
    /// input by then, or null: nothing is copied. The input was there when the state was entered.
    Input,
    /// What the task was called with, or each branch of a Parallel was started with.
    Arguments,
    /// What the task answered, or the array of the children's outputs.
    Result,
    /// `Credentials` of the task.
    Credentials,
    /// The item with this index of the Map that is running.
    Item(u32),
    /// The variables that were assigned when the state before this one was left, an object; null
    /// if there are none.
    Assigned,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_bits_follow_from_seed_event_and_place() {
        let cx = StepContext { entered_event_id: 2, seed: 7, ..StepContext::default() };
        let bits = cx.random((40, 0));
        assert_eq!(cx.random((40, 0)), bits);
        let others = [
            cx.random((40, 13)),
            cx.random((41, 0)),
            StepContext { entered_event_id: 4, ..cx }.random((40, 0)),
            StepContext { seed: 8, ..cx }.random((40, 0)),
            StepContext { seed: 7 << 64, ..cx }.random((40, 0)),
        ];
        assert!(others.iter().all(|other| *other != bits));
    }
}
