//! What a visit to a state computes on the way, for who looks into it.

use std::cell::{Cell, RefCell};

use asl_lang::ir::Register;
use asl_runtime::Value;

const REGISTERS: usize = Register::Output as usize + 1;

/// Keeps what a state computes. A frame without one keeps nothing.
#[derive(Debug, Default)]
pub(crate) struct Recorder {
    registers: RefCell<[Option<Value>; REGISTERS]>,
    retrier: Cell<Option<usize>>,
    catcher: Cell<Option<usize>>,
}

impl Recorder {
    /// A register has been set.
    #[cold]
    pub(crate) fn set(&self, register: Register, value: &Value) {
        if let Some(place) = self.registers.borrow_mut().get_mut(register as usize) {
            *place = Some(value.clone());
        }
    }

    /// These handle an error, by their indexes: the retrier it matches, used up or not, and the
    /// catcher that takes it.
    pub(crate) fn handled(&self, retrier: Option<usize>, catcher: Option<usize>) {
        self.retrier.set(retrier);
        self.catcher.set(catcher);
    }

    /// The value that a register was set to; none if it was not.
    pub(crate) fn get(&self, register: Register) -> Option<Value> {
        self.registers.borrow().get(register as usize).cloned().flatten()
    }

    pub(crate) fn retrier(&self) -> Option<usize> {
        self.retrier.get()
    }

    pub(crate) fn catcher(&self) -> Option<usize> {
        self.catcher.get()
    }
}
