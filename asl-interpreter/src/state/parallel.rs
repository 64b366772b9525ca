//! Parallel.

use std::mem::take;

use asl_lang::ir::{self, Register};
use asl_runtime::machine::{Command, Event, StepContext};
use asl_runtime::{Failure, Value};

use super::leave::{Errors, Leave};
use super::work::Arguments;
use crate::error::InvalidMachine;
use crate::frame::Frame;
use crate::resolver::Resolver;
use crate::scope::Registers;
use crate::tables::ErrorNames;

/// A Parallel, resolved.
#[derive(Debug)]
pub(crate) struct Parallel<'a> {
    arguments: Arguments<'a>,
    /// The first state of each branch.
    branches: Box<[usize]>,
    leave: Leave<'a>,
    errors: Errors<'a>,
}

impl<'a> Parallel<'a> {
    pub(super) fn new(
        parallel: &'a ir::Parallel,
        names: &'a ErrorNames<'a>,
        resolver: &mut Resolver<'a>,
    ) -> Result<Self, InvalidMachine> {
        let branches = parallel.branches.iter().map(|branch| resolver.start(*branch));
        Ok(Self {
            arguments: Arguments::new(&parallel.enter),
            branches: branches.collect::<Result<_, _>>()?,
            leave: Leave::new(&parallel.leave, &parallel.assign, parallel.transition, resolver)?,
            errors: Errors::new(&parallel.retry, &parallel.catch, names, resolver)?,
        })
    }

    /// What each branch is started with.
    pub(crate) fn arguments<'f>(&self, frame: &'f Frame) -> &'f Value {
        self.arguments.of(frame)
    }

    pub(super) fn step(
        &self,
        frame: &mut Frame,
        event: Event,
        cx: &StepContext<'_>,
        state: &str,
    ) -> Result<Command, Failure> {
        match event {
            Event::Enter | Event::Resume => {
                if !self.arguments.are_input() {
                    self.arguments.make(frame, cx, state, |_| Ok(()))?;
                }
                let branches = u32::try_from(self.branches.len()).unwrap_or(u32::MAX);
                frame.children.start_branches(branches);
                Ok(Command::Parallel { branches })
            }
            Event::Succeeded => leave(&self.leave, frame, cx, state),
            Event::Failed(failure) => {
                frame.children.clear();
                self.errors.handle(frame, failure, cx, state)
            }
        }
    }

    /// The branch with this index; none if there is none.
    pub(crate) fn child(&self, frame: &Frame, index: u32) -> Option<Frame> {
        let start = *self.branches.get(usize::try_from(index).ok()?)?;
        Some(Frame::child(start, self.arguments(frame).clone(), frame.variables.clone()))
    }
}

/// Leaves a state all of whose children have ended.
pub(super) fn leave(
    leave: &Leave<'_>,
    frame: &mut Frame,
    cx: &StepContext<'_>,
    state: &str,
) -> Result<Command, Failure> {
    let mut registers = Registers::of_input(take(&mut frame.document));
    registers.set(Register::Result, frame.children.finish());
    leave.run(frame, &mut registers, cx, state)
}
