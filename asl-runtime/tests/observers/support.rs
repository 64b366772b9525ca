//! Running a machine under a history.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use asl_runtime::observer::{Happening, Observation};
use asl_runtime::{
    Answer, Clock, Engine, ExecutionHistory, ExecutionInfo, HandlerFuture, History, Observer,
    Start, TaskContext, TaskError, TaskHandler, TaskRequest, TestClock, Value,
};

use crate::machine::Machine;

/// Does what the input says: fails, waits, answers by token, or gives the input back.
pub(crate) struct Handler(pub(crate) TestClock);

impl TaskHandler for Handler {
    fn call<'a>(&'a self, cx: &'a TaskContext<'a>, request: TaskRequest<'a>) -> HandlerFuture<'a> {
        Box::pin(async move {
            let input = request.input;
            if let Some(seconds) = input.get("after").and_then(Value::as_u64) {
                self.0.sleep(Duration::from_secs(seconds)).await;
            }
            if let Some(response) = input.get("response") {
                cx.submitted(response.clone());
            }
            match input.as_str() {
                Some("fail") => Err(TaskError::new("Broken", "by the handler")),
                Some("fail once") if cx.attempt() == 1 => Err(TaskError::new("Broken", "once")),
                Some("never") => std::future::pending().await,
                Some("submit") => Ok(Answer::Submitted),
                _ => Ok(Answer::Done(input.clone())),
            }
        })
    }
}

/// Keeps the ids of the events by which states were entered, as the driver counts them.
#[derive(Clone, Default)]
struct Counted(Arc<Mutex<Vec<u64>>>);

impl Observer for Counted {
    type Execution = bool;

    fn begin(&self, execution: &ExecutionInfo<'_>) -> bool {
        execution.name() == "e-1"
    }

    fn observe(&self, is_first: &mut bool, observation: &Observation<'_>) {
        if let (Happening::StateEntered, true) = (observation.what, *is_first) {
            self.0.lock().unwrap().push(observation.entered_event_id);
        }
    }
}

/// Runs an execution named `e-1`, and checks that the driver counts the events there are.
pub(crate) fn run_all(machine: Machine, input: Value) -> History {
    let (history, counted) = (History::new(), Counted::default());
    let clock = TestClock::at("2025-01-01T12:00:00Z").unwrap();
    let handler = Handler(clock.clone());
    let observer = (history.clone(), counted.clone());
    let engine = Engine::builder().clock(clock).observer(observer).seed(7).build();
    let flow = engine.register(machine, handler);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let _ = runtime.block_on(flow.run(Start::new(input).name("e-1")));
    let events = history.execution("e-1").unwrap().events();
    let entered = events.iter().filter(|event| event.event_type().ends_with("StateEntered"));
    let entered: Vec<u64> = entered.map(|event| event.id).collect();
    assert_eq!(*counted.0.lock().unwrap(), entered, "the driver counts other events");
    history
}

pub(crate) fn run(machine: Machine, input: Value) -> ExecutionHistory {
    run_all(machine, input).execution("e-1").unwrap()
}

/// The events, each in a line.
pub(crate) fn lines(history: &ExecutionHistory) -> String {
    history.events().iter().map(|event| format!("{event}\n")).collect()
}

#[track_caller]
pub(crate) fn assert_lines(history: &ExecutionHistory, expected: &str) {
    let expected = expected.trim_start().lines().map(|line| format!("{}\n", line.trim_start()));
    assert_eq!(lines(history), expected.collect::<String>());
}
