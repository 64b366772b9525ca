//! Choice.

use std::mem::take;

use asl_lang::ir::{self, Register, Transition};
use asl_runtime::Failure;
use asl_runtime::generated::no_choice_matched;
use asl_runtime::machine::{Command, StepContext};

use super::leave::Leave;
use crate::condition::Condition;
use crate::error::InvalidMachine;
use crate::flow::Flow;
use crate::frame::Frame;
use crate::resolver::Resolver;
use crate::scope::{Registers, Scope};

/// A Choice, resolved.
#[derive(Debug)]
pub(crate) struct Choice<'a> {
    enter: Flow<'a>,
    rules: Box<[(Condition<'a>, Leave<'a>)]>,
    default: Option<Leave<'a>>,
}

impl<'a> Choice<'a> {
    pub(super) fn new(
        choice: &'a ir::Choice,
        resolver: &mut Resolver<'a>,
    ) -> Result<Self, InvalidMachine> {
        let mut leave = |steps: &'a [ir::Let], assign: &'a [ir::Assignment], next: ir::StateId| {
            Leave::new(steps, assign, Transition::Next(next), resolver)
        };
        let rules = choice.rules.iter().map(|rule| {
            let leave = leave(&rule.leave, &rule.assign, rule.next)?;
            Ok((Condition::new(&rule.condition), leave))
        });
        Ok(Self {
            enter: Flow::entering(&choice.enter),
            rules: rules.collect::<Result<_, InvalidMachine>>()?,
            default: choice
                .default
                .map(|next| leave(&choice.leave, &choice.assign, next))
                .transpose()?,
        })
    }

    pub(super) fn step(
        &self,
        frame: &mut Frame,
        cx: &StepContext<'_>,
        state: &str,
    ) -> Result<Command, Failure> {
        let mut registers = Registers::of_input(take(&mut frame.document));
        let around = frame.surroundings(cx);
        self.enter.run(&mut registers, around, state)?;
        let leave = self.chosen(&Scope { registers: &registers, around })?;
        if leave.hands_on_input() {
            frame.document = registers.take(Register::Input);
            return Ok(leave.hand_on(frame));
        }
        leave.run(frame, &mut registers, cx, state)
    }

    /// The way out that the rules say.
    fn chosen(&self, scope: &Scope<'_>) -> Result<&Leave<'a>, Failure> {
        for (condition, leave) in &self.rules {
            if condition.holds(scope)? {
                return Ok(leave);
            }
        }
        self.default.as_ref().ok_or_else(no_choice_matched)
    }
}
