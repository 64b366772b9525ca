//! Wait.

use std::mem::take;
use std::time::Duration;

use asl_lang::ir::{self, WaitUntil};
use asl_runtime::Failure;
use asl_runtime::data::wait;
use asl_runtime::generated::timestamp;
use asl_runtime::jsonata::field;
use asl_runtime::machine::{Command, Event, Pause, StepContext};

use super::leave::Leave;
use super::work::{Computed, with_input};
use crate::error::InvalidMachine;
use crate::flow::Flow;
use crate::frame::Frame;
use crate::resolver::Resolver;
use crate::scope::{Registers, Scope};

/// A Wait, resolved.
#[derive(Debug)]
pub(crate) struct Wait<'a> {
    enter: Flow<'a>,
    until: Until<'a>,
    leave: Leave<'a>,
}

#[derive(Debug)]
enum Until<'a> {
    Constant(Pause),
    Seconds(Computed<'a>),
    Timestamp(Computed<'a>),
}

impl<'a> Wait<'a> {
    pub(super) fn new(
        wait: &'a ir::Wait,
        resolver: &mut Resolver<'a>,
    ) -> Result<Self, InvalidMachine> {
        let until = match &wait.until {
            WaitUntil::Seconds(seconds) => {
                Until::Constant(Pause::For(Duration::from_secs(u64::from(*seconds))))
            }
            WaitUntil::Timestamp(text) => Until::Constant(Pause::Until(timestamp(text))),
            WaitUntil::SecondsPath(expr) => Until::Seconds(Computed::new(expr)),
            WaitUntil::TimestampPath(expr) => Until::Timestamp(Computed::new(expr)),
        };
        Ok(Self {
            enter: Flow::entering(&wait.enter),
            until,
            leave: Leave::new(&wait.leave, &wait.assign, wait.transition, resolver)?,
        })
    }

    pub(super) fn step(
        &self,
        frame: &mut Frame,
        event: Event,
        cx: &StepContext<'_>,
        state: &str,
    ) -> Result<Command, Failure> {
        if let Event::Resume = event {
            return self.resume(frame, cx, state);
        }
        if let (Until::Constant(pause), true) = (&self.until, self.enter.is_empty()) {
            return Ok(Command::Wait(*pause));
        }
        with_input(frame, cx, |registers, around| {
            self.enter.run(registers, around, state)?;
            self.until.pause(&Scope { registers, around }).map(Command::Wait)
        })
    }

    /// After the pause the effective input is computed again, from the same raw input.
    fn resume(
        &self,
        frame: &mut Frame,
        cx: &StepContext<'_>,
        state: &str,
    ) -> Result<Command, Failure> {
        if self.leave.hands_on_input() {
            return Ok(self.leave.hand_on(frame));
        }
        let mut registers = Registers::of_input(take(&mut frame.document));
        let around = frame.surroundings(cx);
        self.enter.run(&mut registers, around, state)?;
        self.leave.run(frame, &mut registers, cx, state)
    }
}

impl Until<'_> {
    fn pause(&self, scope: &Scope<'_>) -> Result<Pause, Failure> {
        match self {
            Self::Constant(pause) => Ok(*pause),
            Self::Seconds(value) => value.by(wait::seconds, field::seconds, scope).map(Pause::For),
            Self::Timestamp(value) => {
                value.by(wait::timestamp, field::timestamp, scope).map(Pause::Until)
            }
        }
    }
}
