//! Task.

use std::mem::take;

use asl_lang::ir::{self, Register};
use asl_runtime::data::integration;
use asl_runtime::machine::{Command, Event, StepContext};
use asl_runtime::{Failure, Value};

use super::leave::{Errors, Leave};
use super::work::{Arguments, Limit};
use crate::error::InvalidMachine;
use crate::expr::Expr;
use crate::frame::Frame;
use crate::resolver::Resolver;
use crate::scope::Registers;
use crate::tables::ErrorNames;

/// A Task, resolved.
#[derive(Debug)]
pub(crate) struct Task<'a> {
    arguments: Arguments<'a>,
    timeout: Limit<'a>,
    heartbeat: Limit<'a>,
    credentials: Option<Expr<'a>>,
    is_apigateway: bool,
    leave: Leave<'a>,
    errors: Errors<'a>,
}

impl<'a> Task<'a> {
    pub(super) fn new(
        task: &'a ir::Task,
        names: &'a ErrorNames<'a>,
        resolver: &mut Resolver<'a>,
    ) -> Result<Self, InvalidMachine> {
        Ok(Self {
            arguments: Arguments::new(&task.enter),
            timeout: Limit::new(task.timeout.as_ref(), "TimeoutSecondsPath"),
            heartbeat: Limit::new(task.heartbeat.as_ref(), "HeartbeatSecondsPath"),
            credentials: task.credentials.as_ref().map(Expr::new),
            is_apigateway: task.resource.is_apigateway(),
            leave: Leave::new(&task.leave, &task.assign, task.transition, resolver)?,
            errors: Errors::new(&task.retry, &task.catch, names, resolver)?,
        })
    }

    /// What the handler is called with.
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
            Event::Enter | Event::Resume => self.enter(frame, cx, state),
            Event::Succeeded => {
                let mut registers = Registers::of_input(take(&mut frame.document));
                registers.set(Register::Result, take(&mut frame.work));
                self.leave.run(frame, &mut registers, cx, state)
            }
            Event::Failed(failure) => self.errors.handle(frame, failure, cx, state),
        }
    }

    /// Starts an attempt.
    fn enter(
        &self,
        frame: &mut Frame,
        cx: &StepContext<'_>,
        state: &str,
    ) -> Result<Command, Failure> {
        if self.arguments.are_input()
            && self.credentials.is_none()
            && !self.is_apigateway
            && let (Some(timeout), Some(heartbeat)) =
                (self.timeout.constant(), self.heartbeat.constant())
        {
            return Ok(Command::Call { timeout, heartbeat });
        }
        let (timeout, heartbeat, credentials) = self.arguments.make(frame, cx, state, |scope| {
            let (timeout, heartbeat) =
                (self.timeout.seconds(scope)?, self.heartbeat.seconds(scope)?);
            let credentials = self.credentials.as_ref().map(|expr| expr.value(scope));
            Ok((timeout, heartbeat, credentials.transpose()?))
        })?;
        if self.is_apigateway {
            integration::check_apigateway(self.arguments(frame))?;
        }
        frame.credentials = credentials.unwrap_or_default();
        Ok(Command::Call { timeout, heartbeat })
    }
}
