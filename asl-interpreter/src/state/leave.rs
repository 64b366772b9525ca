//! The way out of a state: its data flow, its variables, the next state.

use std::mem::take;

use asl_lang::ir::{self, Register, Transition};
use asl_runtime::machine::{Command, Retrier, StepContext, matches_error};
use asl_runtime::{Failure, Value};

use crate::assign::{Assign, read_by};
use crate::error::InvalidMachine;
use crate::flow::Flow;
use crate::frame::Frame;
use crate::resolver::Resolver;
use crate::scope::{Registers, Scope};
use crate::tables::ErrorNames;

/// A way out of a state.
#[derive(Debug)]
pub(super) struct Leave<'a> {
    flow: Flow<'a>,
    assign: Option<Assign<'a>>,
    next: Option<usize>,
}

/// `Retry` and `Catch`.
#[derive(Debug)]
pub(super) struct Errors<'a> {
    retry: Box<[Retrier<'a>]>,
    catch: Box<[(&'a [asl_runtime::value::Str], Leave<'a>)]>,
}

impl<'a> Leave<'a> {
    pub(super) fn new(
        steps: &'a [ir::Let],
        assign: &'a [ir::Assignment],
        transition: Transition,
        resolver: &mut Resolver<'a>,
    ) -> Result<Self, InvalidMachine> {
        let next = match transition {
            Transition::Next(next) => Some(resolver.state(next)?),
            Transition::End => None,
        };
        let flow = Flow::leaving(steps, &read_by(assign));
        Ok(Self { flow, assign: resolver.assign(assign)?, next })
    }

    /// Whether the output is the raw input, and nothing else happens.
    #[inline]
    pub(super) fn hands_on_input(&self) -> bool {
        self.assign.is_none() && self.flow.hands_on_input()
    }

    /// Computes the output and the variables, and goes on.
    ///
    /// # Errors
    /// Something cannot be computed. The raw input is then in the frame again, unless the flow has
    /// moved it: a catcher may want it.
    pub(super) fn run(
        &self,
        frame: &mut Frame,
        registers: &mut Registers,
        cx: &StepContext<'_>,
        state: &str,
    ) -> Result<Command, Failure> {
        let left = self.compute(frame, registers, cx, state);
        if left.is_err() {
            frame.document = registers.take(Register::Input);
        }
        left
    }

    fn compute(
        &self,
        frame: &mut Frame,
        registers: &mut Registers,
        cx: &StepContext<'_>,
        state: &str,
    ) -> Result<Command, Failure> {
        self.flow.run(registers, frame.surroundings(cx), state)?;
        frame.assigned = None;
        if let Some(assign) = &self.assign {
            let values = assign.values(&Scope { registers, around: frame.surroundings(cx) })?;
            assign.commit(frame, values, state)?;
        }
        Ok(self.go(frame, registers.take(Register::Output)))
    }

    /// Hands on the raw input, where it is all that happens.
    #[inline]
    pub(super) fn hand_on(&self, frame: &mut Frame) -> Command {
        frame.assigned = None;
        let output = take(&mut frame.document);
        self.go(frame, output)
    }

    #[inline]
    fn go(&self, frame: &mut Frame, output: Value) -> Command {
        match self.next {
            Some(next) => {
                frame.enter(next, output);
                Command::Next
            }
            None => {
                frame.document = output;
                Command::Succeed
            }
        }
    }
}

impl<'a> Errors<'a> {
    pub(super) fn new(
        retry: &'a [ir::Retrier],
        catch: &'a [ir::Catcher],
        names: &'a ErrorNames<'a>,
        resolver: &mut Resolver<'a>,
    ) -> Result<Self, InvalidMachine> {
        let retriers = retry.iter().zip(&names.retry).map(|(retrier, names)| Retrier {
            error_equals: names,
            interval_seconds: retrier.interval_seconds,
            max_attempts: retrier.max_attempts,
            backoff_rate: retrier.backoff_rate,
            max_delay_seconds: retrier.max_delay_seconds,
            jitter: match retrier.jitter {
                ir::Jitter::None => asl_runtime::machine::Jitter::None,
                ir::Jitter::Full => asl_runtime::machine::Jitter::Full,
            },
        });
        let retry = retriers.collect();
        let catchers = catch.iter().zip(&names.catch).map(|(catcher, names)| {
            let next = Transition::Next(catcher.next);
            Ok((&**names, Leave::new(&catcher.steps, &catcher.assign, next, resolver)?))
        });
        Ok(Self { retry, catch: catchers.collect::<Result<_, InvalidMachine>>()? })
    }

    /// Retries, goes where a catcher says, or fails.
    pub(super) fn handle(
        &self,
        frame: &mut Frame,
        failure: Failure,
        cx: &StepContext<'_>,
        state: &str,
    ) -> Result<Command, Failure> {
        if let Some(recorder) = &frame.recorder {
            recorder.handled(self.retrier_of(&failure), None);
        }
        if !self.retry.is_empty()
            && let Some(retry) = frame.retries.next(&self.retry, &failure)
        {
            return Ok(Command::Retry(retry));
        }
        let mut catchers = self.catch.iter().enumerate();
        let taken = catchers.find(|(_, (names, _))| matches_error(names, &failure));
        let Some((index, (_, leave))) = taken else {
            return Err(failure);
        };
        if let Some(recorder) = &frame.recorder {
            recorder.handled(self.retrier_of(&failure), Some(index));
        }
        let mut registers = Registers::of_input(take(&mut frame.document));
        registers.set(Register::ErrorOutput, failure.into_error_output());
        leave.run(frame, &mut registers, cx, state)
    }

    /// The retrier that decides about the failure, whether or not it is used up.
    fn retrier_of(&self, failure: &Failure) -> Option<usize> {
        self.retry.iter().position(|retrier| matches_error(retrier.error_equals, failure))
    }
}
