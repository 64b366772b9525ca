//! Checkpoints of interpreted executions.

use asl_lang::ir;
use asl_lang::lower::{self, EffectiveInput};
use asl_runtime::machine::checkpoint::untyped::{Layout, Live, Slots, SlotsMut};
use asl_runtime::machine::{Checkpoint, Durable, Phase, RestoreError};
use asl_runtime::value::Str;
use asl_runtime::{Failure, StateMachine};

use crate::frame::{Frame, Retries};
use crate::interpreter::Interpreter;

/// What a state needs, with the places of its variables as the runtime wants to borrow them.
#[derive(Debug)]
pub(crate) struct Needs {
    live: lower::Live,
    variables: Box<[usize]>,
}

impl Needs {
    /// What each state of a machine needs.
    pub(crate) fn of(machine: &ir::Machine) -> Box<[Self]> {
        let needs = lower::live(machine).into_iter().map(|live| {
            let variables = live.variables.iter().map(|id| id.0 as usize).collect();
            Self { live, variables }
        });
        needs.collect()
    }

    pub(crate) fn live(&self) -> Live<'_> {
        let Self { live: needs, variables } = self;
        let mut live =
            Live::INPUT.retriers(needs.retriers).branches(needs.branches).variables(variables);
        if needs.input {
            live = live.at_work();
        }
        if needs.input_after {
            live = live.after();
        }
        if needs.arguments {
            live = live.arguments();
        }
        if needs.credentials {
            live = live.credentials();
        }
        match needs.effective_input {
            EffectiveInput::Unread => live,
            EffectiveInput::Input => live.fields_of_input(),
            EffectiveInput::Own => live.fields(),
        }
    }
}

impl Interpreter {
    fn layout(&self) -> Layout<'_, Str> {
        let program = self.program();
        Layout {
            definition: &program.definition,
            live: &program.live,
            variables: &program.variables,
        }
    }
}

impl Durable for Interpreter {
    fn checkpoint(&self, frame: &Frame, phase: Phase) -> Result<Checkpoint, Failure> {
        let slots = Slots {
            document: &frame.document,
            work: &frame.work,
            credentials: Some(&frame.credentials),
            retries: frame.retries.used_so_far(),
            variables: &frame.variables,
            children: Some(&frame.children),
        };
        Ok(self.layout().save(frame.state, phase, &slots))
    }

    fn restore(
        &self,
        checkpoint: Checkpoint,
        parent: Option<&Frame>,
    ) -> Result<Frame, RestoreError> {
        let mut frame = self.frame();
        if let Some(parent) = parent {
            frame.variables.clone_from(&parent.variables);
        }
        let mut slots = SlotsMut {
            document: &mut frame.document,
            work: &mut frame.work,
            credentials: Some(&mut frame.credentials),
            variables: &mut frame.variables,
            children: Some(&mut frame.children),
        };
        let state = self.layout().restore(checkpoint, &mut slots)?;
        frame.state = state.index;
        frame.retries = Retries::restored(state.retries);
        Ok(frame)
    }
}
