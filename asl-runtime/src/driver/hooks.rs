//! The observer's place in the driver: nothing at all where there is none.

use std::borrow::Cow;

use crate::engine::ExecutionInfo;
use crate::machine::{Datum, StateInfo, StateMachine};
use crate::observer::{Data, Happening, Observation, Observer};
use crate::value::Value;

/// An observer with what it keeps for one execution.
pub(super) struct Hooks<'a, O: Observer> {
    observer: &'a O,
    execution: O::Execution,
}

impl<'a, O: Observer> Hooks<'a, O> {
    #[inline(always)]
    pub(super) fn begin(observer: &'a O, info: &ExecutionInfo<'_>) -> Self {
        Self { observer, execution: observer.begin(info) }
    }

    /// The current state, if anybody wants to know it.
    #[inline(always)]
    pub(super) fn state<'m, M: StateMachine>(
        &self,
        machine: &'m M,
        frame: &M::Frame,
    ) -> Option<&'m StateInfo<'m>> {
        if O::ENABLED { Some(machine.state(frame)) } else { None }
    }

    /// Reports something that happened in the current state.
    #[inline(always)]
    pub(super) fn observe<M: StateMachine>(
        &mut self,
        machine: &M,
        frame: &M::Frame,
        what: Happening<'_>,
    ) {
        if O::ENABLED {
            self.observe_state(Some(machine.state(frame)), machine, frame, what);
        }
    }

    /// Reports something that happened in a state that is not the current one any more.
    #[inline(always)]
    pub(super) fn observe_state<M: StateMachine>(
        &mut self,
        state: Option<&StateInfo<'_>>,
        machine: &M,
        frame: &M::Frame,
        what: Happening<'_>,
    ) {
        if O::ENABLED
            && let Some(state) = state
        {
            let data = FrameData { machine, frame };
            let observation = Observation { what, state, data: &data };
            self.observer.observe(&mut self.execution, &observation);
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
}
