//! Pass and Succeed.

use std::mem::take;

use asl_lang::ir::{self, Transition};
use asl_runtime::Failure;
use asl_runtime::machine::{Command, StepContext};

use super::leave::Leave;
use crate::error::InvalidMachine;
use crate::frame::Frame;
use crate::resolver::Resolver;
use crate::scope::Registers;

/// A state that only computes.
#[derive(Debug)]
pub(crate) struct Pass<'a>(Leave<'a>);

impl<'a> Pass<'a> {
    pub(super) fn new(
        pass: &'a ir::Pass,
        resolver: &mut Resolver<'a>,
    ) -> Result<Self, InvalidMachine> {
        Leave::new(&pass.steps, &pass.assign, pass.transition, resolver).map(Self)
    }

    pub(super) fn succeed(
        succeed: &'a ir::Succeed,
        resolver: &mut Resolver<'a>,
    ) -> Result<Self, InvalidMachine> {
        Leave::new(&succeed.steps, &[], Transition::End, resolver).map(Self)
    }

    pub(super) fn step(
        &self,
        frame: &mut Frame,
        cx: &StepContext<'_>,
        state: &str,
    ) -> Result<Command, Failure> {
        if self.0.hands_on_input() {
            return Ok(self.0.hand_on(frame));
        }
        let mut registers = Registers::of_input(take(&mut frame.document));
        self.0.run(frame, &mut registers, cx, state)
    }
}
