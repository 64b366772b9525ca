//! The observer's place in the driver: nothing at all where there is none.

use std::any::Any;
use std::borrow::Cow;
use std::sync::{Mutex, PoisonError};

use super::line::Line;
use crate::engine::ExecutionInfo;
use crate::machine::{Datum, StateInfo, StateMachine};
use crate::observer::{Data, Happening, Observation, Observer};
use crate::value::Value;

/// The observer, told of one line of states.
pub(super) struct Hooks<'a, M, O: Observer> {
    machine: &'a M,
    observer: &'a O,
    observed: &'a Mutex<O::Execution>,
    execution: &'a ExecutionInfo<'a>,
    line: u32,
    entered_event_id: u64,
}

impl<'a, M: StateMachine, O: Observer> Hooks<'a, M, O> {
    #[inline(always)]
    pub(super) fn new(
        machine: &'a M,
        observer: &'a O,
        observed: &'a Mutex<O::Execution>,
        execution: &'a ExecutionInfo<'a>,
        line: &Line,
    ) -> Self {
        let Line { id, entered_event_id, .. } = *line;
        Self { machine, observer, observed, execution, line: id, entered_event_id }
    }

    /// The current state, if anybody wants to know it.
    #[inline(always)]
    pub(super) fn state(&self, frame: &M::Frame) -> Option<&'a StateInfo<'a>> {
        if O::ENABLED { Some(self.machine.state(frame)) } else { None }
    }

    /// Reports something that happened in the current state.
    #[inline(always)]
    pub(super) fn observe(&self, frame: &M::Frame, what: Happening<'_>) {
        if O::ENABLED {
            self.observe_state(Some(self.machine.state(frame)), frame, what);
        }
    }

    /// Reports something that happened in a state that is not the current one any more.
    #[inline(always)]
    pub(super) fn observe_state(
        &self,
        state: Option<&StateInfo<'_>>,
        frame: &M::Frame,
        what: Happening<'_>,
    ) {
        if O::ENABLED
            && let Some(state) = state
        {
            let data = FrameData { machine: self.machine, frame };
            let observation = Observation {
                what,
                state,
                line: self.line,
                execution: self.execution,
                entered_event_id: self.entered_event_id,
                data: &data,
            };
            let mut observed = self.observed.lock().unwrap_or_else(PoisonError::into_inner);
            self.observer.observe(&mut observed, &observation);
        }
    }
}

struct FrameData<'a, M: StateMachine> {
    machine: &'a M,
    frame: &'a M::Frame,
}

impl<M: StateMachine> Data for FrameData<'_, M> {
    fn datum(&self, datum: Datum) -> Cow<'_, Value> {
        self.machine.datum(self.frame, datum)
    }

    fn running(&self) -> (&dyn Any, &dyn Any) {
        (self.machine, self.frame)
    }
}
