//! One visit to a state: the steps that a driver would take.

use asl_runtime::machine::{Command, Event, Pause, Retry, StateInfo, StateType, StepContext};
use asl_runtime::{Failure, StateMachine, Value};

use super::container::Iterations;
use super::{STATE_NAME, Setting};
use crate::Interpreter;
use crate::frame::Frame;

/// Event by which a lone state is entered: the one after that of the execution's start.
const ENTERED: u64 = 2;

/// A visit to a state.
#[derive(Debug)]
pub(super) struct Visit {
    pub(super) machine: Interpreter,
    pub(super) frame: Frame,
    pub(super) context: Value,
    pub(super) now: i64,
    pub(super) seed: u128,
    /// The index of the state.
    pub(super) index: usize,
    /// What has been found of a Map's iterations.
    pub(super) iterations: Iterations,
    /// How far it has come.
    pub(super) reached: Reached,
    /// The result of the work.
    pub(super) result: Option<Value>,
    /// The error that retriers and catchers have seen.
    pub(super) failure: Option<Failure>,
}

/// How far a visit has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reached {
    /// The state has been entered.
    Entered,
    /// Its arguments are there.
    Work,
}

/// What is to be done next.
#[derive(Debug)]
pub(super) enum Todo {
    /// The work of a task, or of children.
    Work,
    /// Time has to pass.
    Wait(Pause),
    /// Nothing: this came of it.
    Nothing(Ended),
}

/// How a visit ends.
#[derive(Debug)]
pub(super) enum Ended {
    /// The state is left, for the one with this name.
    Left(Option<String>),
    Retry(Retry),
    Failed(Failure),
}

impl Visit {
    /// The visit of a frame to the state it is in.
    pub(super) fn new(
        machine: Interpreter,
        frame: Frame,
        context: Value,
        setting: &Setting,
    ) -> Self {
        let index = frame.state;
        Self {
            machine,
            frame,
            context,
            now: setting.now.as_millisecond(),
            seed: setting.seed,
            index,
            iterations: Iterations::default(),
            reached: Reached::Entered,
            result: None,
            failure: None,
        }
    }

    /// The state.
    pub(super) fn info(&self) -> StateInfo<'_> {
        let infos = self.machine.definition().states;
        infos.get(self.index).copied().unwrap_or(StateInfo::new(STATE_NAME, StateType::Pass))
    }

    /// Enters the state. `items` is what an `ItemReader` would read.
    pub(super) fn enter(&mut self, items: Option<&str>) -> Todo {
        let todo = self.step(Event::Enter);
        let Todo::Work = todo else { return todo };
        if self.info().state_type == StateType::Map
            && let Err(failure) = self.iterate(items)
        {
            return Todo::Nothing(self.fail(failure));
        }
        self.reached = Reached::Work;
        todo
    }

    /// The pause is over.
    pub(super) fn resume(&mut self) -> Ended {
        self.ended(Event::Resume)
    }

    /// The work has given this.
    pub(super) fn succeed(&mut self, result: Value) -> Ended {
        if let Err(failure) = self.machine.complete(&mut self.frame, result.clone()) {
            return self.fail(failure);
        }
        self.result = Some(result);
        self.ended(Event::Succeeded)
    }

    /// The work has failed.
    pub(super) fn fail(&mut self, failure: Failure) -> Ended {
        let failure = failure.in_state(STATE_NAME, ENTERED);
        self.failure = Some(failure.clone());
        self.ended(Event::Failed(failure))
    }

    fn ended(&mut self, event: Event) -> Ended {
        match self.step(event) {
            Todo::Nothing(ended) => ended,
            _ => Ended::Failed(Failure::engine("States.Runtime", "internal error: no end")),
        }
    }

    fn step(&mut self, event: Event) -> Todo {
        let may_fail = !matches!(event, Event::Failed(_));
        let machine = self.machine.clone();
        let cx = step_context(&self.context, self.now, self.seed);
        let stepped = machine.step(&mut self.frame, event, &cx);
        Todo::Nothing(match stepped {
            Ok(Command::Next) => Ended::Left(Some(machine.state(&self.frame).name.to_owned())),
            Ok(Command::Succeed) => Ended::Left(None),
            Ok(Command::Retry(retry)) => Ended::Retry(retry),
            Ok(Command::Wait(pause)) => return Todo::Wait(pause),
            Ok(Command::Map { max_concurrency, .. }) => {
                self.iterations.max_concurrency = Some(max_concurrency);
                return Todo::Work;
            }
            Ok(Command::Call { .. } | Command::Parallel { .. } | Command::MapRun { .. }) => {
                return Todo::Work;
            }
            // Retriers and catchers are for expressions of the state too.
            Err(failure) if may_fail && failure.is_evaluation() && self.has_work() => {
                return Todo::Nothing(self.fail(failure));
            }
            Err(failure) => Ended::Failed(failure.in_state(STATE_NAME, ENTERED)),
        })
    }

    fn has_work(&self) -> bool {
        matches!(self.info().state_type, StateType::Task | StateType::Parallel | StateType::Map)
    }
}

/// What a step may ask for.
pub(super) fn step_context(context: &Value, now: i64, seed: u128) -> StepContext<'_> {
    StepContext { entered_event_id: ENTERED, seed, context: Some(context), now }
}
