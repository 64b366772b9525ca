//! A machine written by hand, for what observers are told: states do next to nothing with data.

use std::borrow::Cow;
use std::num::NonZeroU32;
use std::time::Duration;

use asl_runtime::machine::{
    Command, Datum, Definition, Event, Fingerprint, Jitter, MapRun, Pause, Retry, StateInfo,
    StateType, StepContext, TaskInfo, TaskPattern,
};
use asl_runtime::task::{Called, accept_answer, call_handler};
use asl_runtime::{
    Dispatch, ExecutionType, Failure, StateMachine, TaskContext, TaskHandler, Value, json,
};

pub(crate) struct Machine {
    definition: Definition<'static>,
    states: Vec<State>,
}

/// A state, and how it goes on: with the next of the list, unless something else is said.
pub(crate) struct State {
    info: StateInfo<'static>,
    kind: Kind,
    is_end: bool,
    retries: u32,
    /// The state to go on with after an error.
    catch: Option<usize>,
}

enum Kind {
    Pass,
    /// Gives this, and assigns it to the variable `it`.
    Assign(Value),
    Fail,
    /// Its data does not fit.
    Runtime,
    /// Its expression fails.
    Evaluation,
    Wait(u64),
    Task {
        timeout: Option<NonZeroU32>,
    },
    /// The first states of the branches.
    Parallel(Vec<usize>),
    Map {
        body: usize,
        at_a_time: u32,
    },
    MapRun {
        body: usize,
        failure: Option<Failure>,
    },
}

impl State {
    fn new(name: &'static str, state_type: StateType, kind: Kind) -> Self {
        let info = StateInfo { name, state_type, task: None, reads_context: false };
        Self { info, kind, is_end: false, retries: 0, catch: None }
    }

    pub(crate) fn pass(name: &'static str) -> Self {
        Self::new(name, StateType::Pass, Kind::Pass)
    }

    pub(crate) fn assign(name: &'static str, value: Value) -> Self {
        Self::new(name, StateType::Pass, Kind::Assign(value))
    }

    pub(crate) fn fail(name: &'static str) -> Self {
        Self::new(name, StateType::Fail, Kind::Fail)
    }

    pub(crate) fn runtime(name: &'static str, state_type: StateType) -> Self {
        Self::new(name, state_type, Kind::Runtime)
    }

    pub(crate) fn evaluation(name: &'static str, state_type: StateType) -> Self {
        Self::new(name, state_type, Kind::Evaluation)
    }

    pub(crate) fn wait(name: &'static str, seconds: u64) -> Self {
        Self::new(name, StateType::Wait, Kind::Wait(seconds))
    }

    pub(crate) fn task(
        name: &'static str,
        resource: &'static str,
        pattern: TaskPattern,
        timeout: u32,
    ) -> Self {
        let timeout = NonZeroU32::new(timeout);
        let mut state = Self::new(name, StateType::Task, Kind::Task { timeout });
        state.info.task = Some(TaskInfo { resource, name, pattern, credentials: false });
        state
    }

    pub(crate) fn credentials(mut self) -> Self {
        self.info.task = self.info.task.map(|task| TaskInfo { credentials: true, ..task });
        self
    }

    pub(crate) fn parallel(name: &'static str, branches: &[usize]) -> Self {
        Self::new(name, StateType::Parallel, Kind::Parallel(branches.to_vec()))
    }

    pub(crate) fn map(name: &'static str, body: usize, at_a_time: u32) -> Self {
        Self::new(name, StateType::Map, Kind::Map { body, at_a_time })
    }

    pub(crate) fn map_run(name: &'static str, body: usize, failure: Option<Failure>) -> Self {
        Self::new(name, StateType::Map, Kind::MapRun { body, failure })
    }

    pub(crate) fn end(mut self) -> Self {
        self.is_end = true;
        self
    }

    pub(crate) fn retry(mut self, retries: u32) -> Self {
        self.retries = retries;
        self
    }

    pub(crate) fn catch(mut self, next: usize) -> Self {
        self.catch = Some(next);
        self
    }
}

impl Machine {
    pub(crate) fn new<const N: usize>(states: [State; N]) -> Self {
        let definition = Definition {
            name: "Machine",
            fingerprint: Fingerprint::default(),
            timeout: Some(Duration::from_secs(3600)),
            execution_type: ExecutionType::Standard,
            reads_context: false,
            states: &[],
        };
        Self { definition, states: states.into() }
    }

    pub(crate) fn express(mut self) -> Self {
        self.definition.execution_type = ExecutionType::Express;
        self
    }
}

#[derive(Default)]
pub(crate) struct Frame {
    state: usize,
    document: Value,
    result: Value,
    outputs: Vec<Value>,
    retried: u32,
    assigned: Value,
}

impl Frame {
    fn at(state: usize, document: Value) -> Self {
        Self { state, document, ..Self::default() }
    }

    fn go_to(&mut self, state: usize) -> Command {
        *self = Self { assigned: self.assigned.clone(), ..Self::at(state, self.document.clone()) };
        Command::Next
    }

    /// The array of the children's outputs, or what a Map Run gave.
    fn children(&self) -> Value {
        if self.outputs.is_empty() { self.result.clone() } else { self.outputs.clone().into() }
    }
}

impl StateMachine for Machine {
    type Input = Value;
    type Output = Value;
    type Frame = Frame;

    fn definition(&self) -> &Definition<'_> {
        &self.definition
    }

    fn frame(&self) -> Frame {
        Frame::default()
    }

    fn start(&self, frame: &mut Frame, input: Value) -> Result<(), Failure> {
        frame.document = input;
        Ok(())
    }

    fn start_json(&self, _: &mut Frame, _: &[u8]) -> Result<(), Failure> {
        Err(Failure::new("Unused", ""))
    }

    fn state<'a>(&'a self, frame: &Frame) -> &'a StateInfo<'a> {
        &self.states[frame.state].info
    }

    fn step(
        &self,
        frame: &mut Frame,
        event: Event,
        _: &StepContext<'_>,
    ) -> Result<Command, Failure> {
        let state = &self.states[frame.state];
        frame.assigned = Value::Null;
        match (&state.kind, event) {
            (_, Event::Failed(_)) if frame.retried < state.retries => {
                frame.retried += 1;
                return Ok(Command::Retry(Retry {
                    interval: Duration::from_secs(1),
                    jitter: Jitter::None,
                }));
            }
            (_, Event::Failed(failure)) => {
                let next = state.catch.ok_or_else(|| failure.clone())?;
                frame.document = json!({ "Error": failure.error().unwrap() });
                return Ok(frame.go_to(next));
            }
            (Kind::Assign(value), _) => {
                frame.document = value.clone();
                frame.assigned = json!({ "it": value.clone() });
            }
            (Kind::Fail, _) => return Err(Failure::new("Broken", "for a test")),
            (Kind::Runtime, _) => return Err(Failure::runtime("detail")),
            (Kind::Evaluation, _) => {
                return Err(Failure::engine("States.QueryEvaluationError", "detail"));
            }
            (Kind::Wait(seconds), Event::Enter) => {
                return Ok(Command::Wait(Pause::For(Duration::from_secs(*seconds))));
            }
            (Kind::Task { timeout }, Event::Enter) => {
                return Ok(Command::Call { timeout: *timeout, heartbeat: None });
            }
            (Kind::Parallel(branches), Event::Enter) => {
                frame.outputs = vec![Value::Null; branches.len()];
                return Ok(Command::Parallel { branches: branches.len() as u32 });
            }
            (Kind::Map { at_a_time, .. }, Event::Enter) => {
                let items = frame.document.as_array().unwrap().len();
                frame.outputs = vec![Value::Null; items];
                return Ok(Command::Map { items: items as u32, max_concurrency: *at_a_time });
            }
            (Kind::MapRun { .. }, Event::Enter) => {
                return Ok(Command::MapRun {
                    items: frame.document.as_array().map_or(0, |items| items.len() as u32),
                });
            }
            (Kind::Task { .. }, _) => frame.document = frame.result.clone(),
            (Kind::Parallel(_) | Kind::Map { .. } | Kind::MapRun { .. }, _) => {
                frame.document = frame.children();
            }
            (Kind::Pass | Kind::Wait(_), _) => {}
        }
        Ok(if state.is_end { Command::Succeed } else { frame.go_to(frame.state + 1) })
    }

    fn child(&self, frame: &Frame, index: u32, _: &StepContext<'_>) -> Result<Frame, Failure> {
        let at = index as usize;
        let item = || frame.document.as_array().and_then(|items| items.get(at)).cloned();
        match &self.states[frame.state].kind {
            Kind::Parallel(branches) => Ok(Frame::at(branches[at], frame.document.clone())),
            Kind::Map { body, .. } | Kind::MapRun { body, .. } => {
                Ok(Frame::at(*body, item().unwrap()))
            }
            _ => Err(Failure::new("Unused", "")),
        }
    }

    fn join(&self, frame: &mut Frame, index: u32, child: Frame) {
        frame.outputs[index as usize] = child.document;
    }

    fn map_run<'a>(&'a self, frame: &Frame, _: &StepContext<'_>) -> Result<MapRun<'a>, Failure> {
        if let Kind::MapRun { failure: Some(failure), .. } = &self.states[frame.state].kind {
            return Err(failure.clone());
        }
        Ok(MapRun {
            label: Some("Each"),
            express: false,
            items: frame.document.as_array().unwrap().len() as u32,
            item_reader: None,
            item_batcher: None,
            result_writer: None,
            max_concurrency: 1,
            tolerated_failure_count: None,
            tolerated_failure_percentage: None,
        })
    }

    fn complete(&self, frame: &mut Frame, result: Value) -> Result<(), Failure> {
        frame.result = result;
        Ok(())
    }

    fn datum<'a>(&self, frame: &'a Frame, datum: Datum) -> Cow<'a, Value> {
        Cow::Owned(match datum {
            Datum::Result if !frame.outputs.is_empty() => frame.children(),
            Datum::Result => frame.result.clone(),
            Datum::Credentials => json!({ "RoleArn": "arn:aws:iam::123456789012:role/other" }),
            Datum::Assigned => frame.assigned.clone(),
            _ => frame.document.clone(),
        })
    }

    fn finish(&self, frame: &mut Frame) -> Result<Value, Failure> {
        Ok(frame.document.clone())
    }

    fn finish_json(&self, frame: &mut Frame) -> Result<Vec<u8>, Failure> {
        Ok(frame.document.to_json())
    }
}

impl<T: TaskHandler> Dispatch<T> for Machine {
    async fn call<'a>(
        &'a self,
        frame: &'a mut Frame,
        tasks: &'a T,
        cx: &'a TaskContext<'_>,
    ) -> Result<Called, Failure> {
        let answer = call_handler(tasks, cx, &frame.document).await?;
        accept_answer(&mut frame.result, answer, cx)
    }
}
