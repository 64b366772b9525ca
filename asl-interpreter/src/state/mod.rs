//! The states: what each type does with an event.

mod choice;
mod distributed;
mod fail;
mod leave;
mod map;
mod parallel;
mod pass;
mod task;
mod wait;
mod work;

use asl_lang::ir::{self, StateKind};
use asl_runtime::Failure;
use asl_runtime::machine::{Command, Event, StepContext};

pub(crate) use self::map::Map;
pub(crate) use self::parallel::Parallel;
use crate::error::InvalidMachine;
use crate::frame::Frame;
use crate::resolver::Resolver;
use crate::tables::ErrorNames;

/// A state, resolved.
#[derive(Debug)]
pub(crate) struct State<'a> {
    pub(crate) name: &'a str,
    pub(crate) kind: Kind<'a>,
}

#[derive(Debug)]
pub(crate) enum Kind<'a> {
    Pass(pass::Pass<'a>),
    Task(Box<task::Task<'a>>),
    Choice(choice::Choice<'a>),
    Wait(wait::Wait<'a>),
    Fail(fail::Fail<'a>),
    Parallel(Parallel<'a>),
    Map(Box<Map<'a>>),
}

impl<'a> State<'a> {
    pub(crate) fn new(
        state: &'a ir::State,
        names: &'a ErrorNames<'a>,
        resolver: &mut Resolver<'a>,
    ) -> Result<Self, InvalidMachine> {
        let kind = match &state.kind {
            StateKind::Pass(pass) => Kind::Pass(pass::Pass::new(pass, resolver)?),
            StateKind::Task(task) => Kind::Task(Box::new(task::Task::new(task, names, resolver)?)),
            StateKind::Choice(choice) => Kind::Choice(choice::Choice::new(choice, resolver)?),
            StateKind::Wait(wait) => Kind::Wait(wait::Wait::new(wait, resolver)?),
            StateKind::Succeed(succeed) => Kind::Pass(pass::Pass::succeed(succeed, resolver)?),
            StateKind::Fail(fail) => Kind::Fail(fail::Fail::new(fail)),
            StateKind::Parallel(parallel) => {
                Kind::Parallel(Parallel::new(parallel, names, resolver)?)
            }
            StateKind::Map(map) => Kind::Map(Box::new(Map::new(map, names, resolver)?)),
        };
        Ok(Self { name: &state.name, kind })
    }

    pub(crate) fn step(
        &self,
        frame: &mut Frame,
        event: Event,
        cx: &StepContext<'_>,
    ) -> Result<Command, Failure> {
        match &self.kind {
            Kind::Pass(pass) => pass.step(frame, cx, self.name),
            Kind::Task(task) => task.step(frame, event, cx, self.name),
            Kind::Choice(choice) => choice.step(frame, cx, self.name),
            Kind::Wait(wait) => wait.step(frame, event, cx, self.name),
            Kind::Fail(fail) => fail.step(frame, cx),
            Kind::Parallel(parallel) => parallel.step(frame, event, cx, self.name),
            Kind::Map(map) => map.step(frame, event, cx, self.name),
        }
    }
}
