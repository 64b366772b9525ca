//! What expressions read: registers, variables, the context object.

use std::mem::take;

use asl_lang::ir::Register;
use asl_runtime::Value;
use asl_runtime::machine::StepContext;

use crate::recorder::Recorder;

/// The values of a visit to a state.
#[derive(Debug, Default)]
pub(crate) struct Registers([Value; Register::Output as usize + 1]);

impl Registers {
    /// Registers of which the raw input is set.
    pub(crate) fn of_input(input: Value) -> Self {
        let mut registers = Self::default();
        registers.set(Register::Input, input);
        registers
    }

    #[inline]
    pub(crate) fn get(&self, register: Register) -> &Value {
        &self.0[register as usize]
    }

    #[inline]
    pub(crate) fn set(&mut self, register: Register, value: Value) {
        self.0[register as usize] = value;
    }

    /// The value, which leaves the register.
    #[inline]
    pub(crate) fn take(&mut self, register: Register) -> Value {
        take(&mut self.0[register as usize])
    }
}

/// The surroundings of a step.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Surroundings<'s> {
    /// The variables as the state found them.
    pub(crate) variables: &'s [Option<Value>],
    pub(crate) cx: &'s StepContext<'s>,
    /// Who keeps what the state computes.
    pub(crate) recorder: Option<&'s Recorder>,
}

/// What an expression may read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scope<'s> {
    pub(crate) registers: &'s Registers,
    pub(crate) around: Surroundings<'s>,
}
