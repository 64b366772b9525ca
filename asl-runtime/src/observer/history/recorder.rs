//! From what executions do to the events of their histories: which there are, in which order, and
//! which follows from which.
//!
//! [`History`](super::History) and [`Log`](crate::Log) both take their events from here.

use std::collections::{HashMap, VecDeque};

use jiff::Timestamp;

use super::event::{EventDetails, HistoryEvent, Iteration};
use super::work::Work;
use crate::engine::ExecutionInfo;
use crate::error::Failure;
use crate::machine::{Datum, StateType};
use crate::observer::{Happening, Observation};
use crate::value::{Str, Value};

/// Makes the events of one execution.
#[derive(Debug, Default)]
pub(in crate::observer) struct Recorder {
    /// Id of the last event.
    last: u64,
    /// The execution's own line of states.
    own: Line,
    /// Those of the branches and iterations that run.
    children: HashMap<u32, Line>,
    /// When the last happening was, if the next one follows at once.
    moment: Option<Timestamp>,
    /// What has been aborted since the last event. The driver drops what it aborts in any order.
    aborted: Vec<Aborted>,
}

/// How far a line of states has got.
#[derive(Debug, Default)]
struct Line {
    /// The line that its container is in, and its index there.
    parent: u32,
    index: u32,
    /// What the next event follows from.
    previous: u64,
    /// What the current state's entry follows from.
    before_state: u64,
    state_type: Option<StateType>,
    state: Str,
    /// Of the current attempt of a Task.
    work: Option<Work>,
    /// Of the current attempt of a Parallel or Map.
    container: Container,
}

/// The events that those of a container's children follow from.
#[derive(Debug, Default)]
struct Container {
    /// The event that started it.
    started: u64,
    /// The starts of iterations that have no line yet.
    iterations: VecDeque<u64>,
    /// What the start of another iteration follows from.
    before_iteration: u64,
    /// What its success follows from.
    before_success: u64,
}

#[derive(Debug)]
struct Aborted {
    /// The indexes of the containers' children on the way to it.
    path: Vec<u32>,
    /// The line that was aborted, if there was one.
    line: Option<u32>,
    /// If it is an iteration: which.
    iteration: Option<Iteration>,
    /// The state it was in.
    state_type: Option<StateType>,
    previous: u64,
}

/// Where events go.
struct Events<'a, F> {
    last: &'a mut u64,
    execution: &'a ExecutionInfo<'a>,
    /// Read for the first event.
    time: Option<Timestamp>,
    emit: F,
}

impl<F: FnMut(HistoryEvent)> Events<'_, F> {
    /// Adds an event: its id.
    fn add(&mut self, previous_event_id: u64, details: EventDetails) -> u64 {
        *self.last += 1;
        let (id, execution) = (*self.last, self.execution);
        let timestamp = *self.time.get_or_insert_with(|| execution.now());
        (self.emit)(HistoryEvent { id, previous_event_id, timestamp, details });
        id
    }
}

impl Recorder {
    /// Gives the events that make up what happened.
    pub(in crate::observer) fn record(
        &mut self,
        observation: &Observation<'_>,
        emit: impl FnMut(HistoryEvent),
    ) {
        let Self { last, own, children, aborted, moment } = self;
        let execution = observation.execution;
        let moment_before = moment.take();
        // A state is entered, and an execution ends well, when the state before it is left.
        let time = match observation.what {
            Happening::StateEntered | Happening::ExecutionSucceeded => moment_before,
            _ => None,
        };
        let mut events = Events { last, execution, time, emit };
        let mut lines = Lines { own, children };
        match observation.what {
            Happening::IterationAborted { index } => {
                let iteration = lines.iteration(observation.line, index);
                aborted.push(lines.aborted(observation.line, index, iteration));
                return;
            }
            Happening::ChildAborted { index } => {
                let parent = lines.get(observation.line).parent;
                let iteration = lines.iteration(parent, index);
                aborted.push(Aborted {
                    line: Some(observation.line),
                    state_type: lines.get(observation.line).state_type,
                    ..lines.aborted(parent, index, iteration)
                });
                return;
            }
            _ => {}
        }
        if !aborted.is_empty() {
            lines.abort(std::mem::take(aborted), observation, &mut events);
        }
        lines.record(observation, &mut events);
        if matches!(observation.what, Happening::ExecutionStarted | Happening::StateExited) {
            *moment = events.time;
        }
    }
}

struct Lines<'a> {
    own: &'a mut Line,
    children: &'a mut HashMap<u32, Line>,
}

impl Lines<'_> {
    fn get(&mut self, line: u32) -> &mut Line {
        if line == 0 { self.own } else { self.children.entry(line).or_default() }
    }

    /// The iteration with this index of the state that a line is in, if that is a Map.
    fn iteration(&mut self, line: u32, index: u32) -> Option<Iteration> {
        let line = self.get(line);
        let is_map = line.state_type == Some(StateType::Map);
        is_map.then(|| Iteration { name: line.state.clone(), index })
    }

    fn record(
        &mut self,
        observation: &Observation<'_>,
        events: &mut Events<'_, impl FnMut(HistoryEvent)>,
    ) {
        match observation.what {
            Happening::ExecutionStarted => {
                let input = observation.datum(Datum::Input).into_owned();
                let role_arn = observation.execution.role_arn().clone();
                events.add(0, EventDetails::ExecutionStarted { input, role_arn });
            }
            Happening::ExecutionSucceeded => {
                let output = observation.datum(Datum::Input).into_owned();
                events.add(self.own.previous, EventDetails::ExecutionSucceeded { output });
            }
            Happening::ExecutionFailed(failure) => {
                events.add(self.own.previous, EventDetails::ExecutionFailed(failure.clone()));
            }
            Happening::ExecutionTimedOut => {
                // Nothing is said about why, as in the description of the execution.
                let details = EventDetails::ExecutionTimedOut(Failure::from_optional(None, None));
                events.add(0, details);
            }
            Happening::ExecutionAborted(failure) => {
                events.add(0, EventDetails::ExecutionAborted(failure.clone()));
            }
            Happening::IterationStarted { index } => {
                if let Some(iteration) = self.iteration(observation.line, index) {
                    let container = &mut self.get(observation.line).container;
                    let details = EventDetails::MapIterationStarted(iteration);
                    let started = events.add(container.before_iteration, details);
                    container.iterations.push_back(started);
                }
            }
            Happening::ChildStarted { index, line } => self.start(observation.line, index, line),
            Happening::ChildSucceeded { index } => self.succeed(observation.line, index, events),
            Happening::ChildFailed { index, .. } => self.fail(observation.line, index, events),
            Happening::IterationAborted { .. } | Happening::ChildAborted { .. } => {}
            _ => self.get(observation.line).record(observation, events),
        }
    }

    /// A child has a line of its own.
    fn start(&mut self, parent: u32, index: u32, child: u32) {
        let container = &mut self.get(parent).container;
        let previous = container.iterations.pop_front().unwrap_or(container.started);
        let line = Line { parent, index, previous, ..Line::default() };
        self.children.insert(child, line);
    }

    fn succeed(
        &mut self,
        child: u32,
        index: u32,
        events: &mut Events<'_, impl FnMut(HistoryEvent)>,
    ) {
        let Some(Line { parent, previous, .. }) = self.children.remove(&child) else { return };
        let iteration = self.iteration(parent, index);
        let ended = iteration.map_or(previous, |iteration| {
            events.add(previous, EventDetails::MapIterationSucceeded(iteration))
        });
        let parent = self.get(parent);
        parent.previous = ended;
        parent.container.before_success = ended;
        // Not from the success of the one before it, but from what that follows from.
        parent.container.before_iteration = previous;
    }

    fn fail(&mut self, child: u32, index: u32, events: &mut Events<'_, impl FnMut(HistoryEvent)>) {
        let Some(Line { parent, previous, state_type, .. }) = self.children.remove(&child) else {
            return;
        };
        if let Some(iteration) = self.iteration(parent, index) {
            events.add(previous, EventDetails::MapIterationFailed(iteration));
        }
        // AWS aborts the state of a task that has failed, too.
        if let Some(state_type @ StateType::Task) = state_type {
            events.add(previous, EventDetails::StateAborted { state_type });
        }
        self.get(parent).previous = previous;
    }

    fn aborted(&mut self, parent: u32, index: u32, iteration: Option<Iteration>) -> Aborted {
        let previous = self.get(parent).previous;
        let mut path = vec![index];
        let mut line = parent;
        while line != 0 {
            path.push(self.get(line).index);
            line = self.get(line).parent;
        }
        path.reverse();
        Aborted { path, line: None, iteration, state_type: None, previous }
    }

    /// Says what has been aborted: a child before its own children, siblings by their indexes.
    ///
    /// When the execution as a whole has been stopped, or has timed out, AWS says no more.
    fn abort(
        &mut self,
        mut aborted: Vec<Aborted>,
        observation: &Observation<'_>,
        events: &mut Events<'_, impl FnMut(HistoryEvent)>,
    ) {
        let is_over = matches!(
            observation.what,
            Happening::ExecutionAborted(_) | Happening::ExecutionTimedOut
        );
        aborted.sort_by(|a, b| a.path.cmp(&b.path));
        // All follow from the failure of the outermost container, which is the first one's.
        let previous = aborted.first().map_or(0, |first| first.previous);
        for Aborted { line, iteration, state_type, .. } in aborted {
            if let Some(line) = line {
                self.children.remove(&line);
            }
            if is_over {
                continue;
            }
            if let Some(iteration) = iteration {
                events.add(previous, EventDetails::MapIterationAborted(iteration));
            }
            if let Some(state_type) = state_type.filter(|state_type| has_abort(*state_type)) {
                events.add(previous, EventDetails::StateAborted { state_type });
            }
        }
    }
}

/// Whether there is an event for the abort of a state of this type.
fn has_abort(state_type: StateType) -> bool {
    use StateType::{Map, Parallel, Task, Wait};
    matches!(state_type, Task | Wait | Parallel | Map)
}

impl Line {
    fn record(
        &mut self,
        observation: &Observation<'_>,
        events: &mut Events<'_, impl FnMut(HistoryEvent)>,
    ) {
        let state_type = observation.state.state_type;
        match observation.what {
            Happening::StateEntered => {
                self.state = Str::from(observation.state.name);
                self.state_type = Some(state_type);
                self.before_state = self.previous;
                let input = observation.datum(Datum::Input).into_owned();
                let name = self.state.clone();
                self.add(events, EventDetails::StateEntered { state_type, name, input });
            }
            Happening::StateExited => {
                let output = observation.datum(Datum::Input).into_owned();
                let assigned_variables = match observation.datum(Datum::Assigned).into_owned() {
                    Value::Object(variables) if !variables.is_empty() => Some(variables),
                    _ => None,
                };
                let name = std::mem::take(&mut self.state);
                let details =
                    EventDetails::StateExited { state_type, name, output, assigned_variables };
                self.add(events, details);
            }
            Happening::TaskScheduled { timeout, heartbeat } => {
                let Some(task) = &observation.state.task else { return };
                let work = Work::of(task);
                self.add(events, work.scheduled(observation, timeout, heartbeat));
                self.work = Some(work);
            }
            Happening::TaskStarted { worker } => {
                let Some(started) = self.work.as_ref().map(|work| work.started(worker)) else {
                    return;
                };
                self.add(events, started);
            }
            Happening::TaskSubmitted { response } => {
                let submitted = self.work.as_ref().and_then(|work| work.submitted(response));
                if let Some(details) = submitted {
                    self.add(events, details);
                }
            }
            Happening::TaskSucceeded => {
                let Some(work) = self.work.take() else { return };
                self.add(events, work.succeeded(observation.datum(Datum::Result).into_owned()));
            }
            Happening::TaskFailed(failure) => {
                let Some(work) = self.work.take() else { return };
                self.add(events, work.failed(failure));
            }
            Happening::EvaluationFailed(failure) => {
                // AWS takes it for a sibling of the state's entry, but in a Wait.
                let previous = match state_type {
                    StateType::Wait => self.previous,
                    _ => self.before_state,
                };
                let (state, failure) = (self.state.clone(), failure.clone());
                let details = EventDetails::EvaluationFailed { state, failure };
                self.previous = events.add(previous, details);
            }
            Happening::ChildrenStarted { count } => {
                let details = match state_type {
                    StateType::Map => EventDetails::MapStateStarted { length: count },
                    _ => EventDetails::ParallelStateStarted,
                };
                let started = self.add(events, details);
                self.container = Container {
                    started,
                    before_iteration: started,
                    before_success: started,
                    ..Container::default()
                };
            }
            Happening::ChildrenSucceeded => {
                // The state's exit does not follow from it, but from the same event.
                let details = EventDetails::StateSucceeded { state_type };
                events.add(self.container.before_success, details);
            }
            Happening::ChildrenFailed => {
                self.add(events, EventDetails::StateFailed { state_type });
            }
            Happening::MapRunStarted { arn } => {
                self.add(events, EventDetails::MapRunStarted { map_run_arn: Str::from(arn) });
            }
            Happening::MapRunSucceeded => {
                // The state's exit follows from the start of the Map Run.
                let details = EventDetails::MapRunSucceeded;
                self.container.before_success = events.add(self.previous, details);
            }
            Happening::MapRunFailed(failure) => {
                self.add(events, EventDetails::MapRunFailed(failure.clone()));
            }
            // Histories do not have it, or not in the line of a state.
            _ => {}
        }
    }

    /// Adds an event that the line goes on from.
    fn add(
        &mut self,
        events: &mut Events<'_, impl FnMut(HistoryEvent)>,
        details: EventDetails,
    ) -> u64 {
        self.previous = events.add(self.previous, details);
        self.previous
    }
}
