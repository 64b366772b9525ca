//! Running a case, and what is not as it expects.

use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use sfn::observer::{Happening, Observation};
use sfn::{
    Clock, Dispatch, Engine, ExecutionHistory, ExecutionInfo, History, Observer, Start,
    StateMachine, TestClock, Value,
};

use crate::case::{Case, ExpectedEvent};
use crate::consistent;
use crate::script::{Calls, Script, Storage};

/// Runs one case. Gives what is not as expected.
pub(crate) async fn run<M, T>(case: &Case, machine: M, handlers: fn(Script) -> T) -> Vec<String>
where
    M: Dispatch<T> + StateMachine<Input = Value, Output = Value>,
    T: Send + Sync + 'static,
{
    let now = case.now.as_deref().unwrap_or("2025-01-01T12:00:00Z");
    let clock = TestClock::at(now).unwrap();
    let log = Arc::new(Log::default());
    let calls = Arc::new(Calls::default());
    let history = History::new();
    let engine = Engine::builder()
        .clock(clock.clone())
        .observer((Arc::clone(&log), history.clone()))
        .map_run_storage(Storage {
            calls: Arc::clone(&calls),
            reader: case.reader.clone(),
            writer: case.writer.clone(),
        })
        .seed(7)
        .build();
    let script = Script {
        clock: clock.clone(),
        callbacks: engine.callbacks().clone(),
        replies: Mutex::new(case.tasks.clone()),
        calls: Arc::clone(&calls),
    };
    let began = clock.now();
    let mut start = Start::new(case.input.clone());
    if let Some(name) = &case.name {
        start = start.name(name.as_str());
    }
    let outcome = engine.register(machine, handlers(script)).run(start).await;
    let took = clock.now().duration_since(began).as_secs_f64();

    let mut findings = Findings::default();
    match (&outcome, &case.output, &case.error) {
        (Ok(run), Some(output), None) => {
            findings.compare("output", Some(output), &run.output);
        }
        (Err(end), None, Some(error)) => {
            findings.compare("error", Some(error.as_str()), end.error());
            findings.compare("status", Some(case.status.as_str()), end.status().as_str());
            findings.compare("cause", case.cause.as_deref(), end.cause());
            findings.compare("state", case.state.as_deref(), end.state().unwrap_or_default());
        }
        (_, Some(_), Some(_)) | (_, None, None) => {
            panic!("{}: a case has either an `output` or an `error`", case.case)
        }
        (outcome, ..) => findings.0.push(format!("it ended with {outcome:?}")),
    }
    findings.compare("calls", case.calls.as_ref(), &*calls.inputs.lock().unwrap());
    let credentials = calls.credentials.lock().unwrap();
    findings.compare("credentials", case.credentials.as_ref(), &*credentials);
    findings.compare("storage", case.storage.as_ref(), &*calls.storage.lock().unwrap());
    findings.compare("pauses", case.pauses.as_ref(), &*log.pauses.lock().unwrap());
    findings.compare("states", case.states.as_ref(), &*log.states.lock().unwrap());
    findings.compare("took", case.took.as_ref(), &took);
    let executions = history.executions();
    // An input may be refused before there is an execution.
    if let Some((execution, children)) = executions.split_first() {
        findings.compare("events", case.events.as_ref(), &execution.events().len());
        findings.compare_history("history", case.history.as_deref(), execution);
        let counted = log.entered.lock().unwrap();
        findings.compare("ids of events", Some(&entered(execution)), &*counted);
        let end = match &outcome {
            Ok(run) => Ok(&run.output),
            Err(end) => Err((end.error(), end.cause())),
        };
        findings.0.extend(consistent::check(&execution.events(), Some(end)));
        for child in children {
            findings.0.extend(consistent::check(&child.events(), None));
        }
        if let Some(expected) = &case.executions {
            findings.compare("number of executions", Some(&expected.len()), &children.len());
            for (number, (expected, found)) in expected.iter().zip(children).enumerate() {
                findings.compare_history(&format!("history {number}"), Some(expected), found);
            }
        }
    }
    findings.0
}

/// The ids of the events with which states were entered, as error messages name them.
fn entered(execution: &ExecutionHistory) -> Vec<u64> {
    let events = execution.events();
    let entered = events.iter().filter(|event| event.event_type().ends_with("StateEntered"));
    entered.map(|event| event.id).collect()
}

/// What is not as expected.
#[derive(Default)]
struct Findings(Vec<String>);

impl Findings {
    /// Compares what two things look like, so that the order of members counts and `1.0` is not
    /// `1`.
    fn compare<T: Debug + ?Sized>(&mut self, what: &str, expected: Option<&T>, found: &T) {
        let found = format!("{found:?}");
        match expected.map(|expected| format!("{expected:?}")) {
            Some(expected) if expected != found => {
                self.0.push(format!("{what}\n    expected {expected}\n    found    {found}"));
            }
            _ => {}
        }
    }

    fn compare_history(
        &mut self,
        what: &str,
        expected: Option<&[ExpectedEvent]>,
        found: &ExecutionHistory,
    ) {
        let Some(expected) = expected else { return };
        let events = found.events();
        let lines: Vec<String> = events.iter().map(ToString::to_string).collect();
        let expected_lines: Vec<&str> = expected.iter().map(ExpectedEvent::line).collect();
        if lines != expected_lines {
            let (expected, found) = (expected_lines.join("\n    "), lines.join("\n    "));
            self.0.push(format!("{what}\n  expected\n    {expected}\n  found\n    {found}"));
            return;
        }
        for (expected, event) in expected.iter().zip(&events) {
            let ExpectedEvent::Detailed(line, members) = expected else { continue };
            let event = serde_json::to_value(event).unwrap();
            let mut details = event.as_object().unwrap().iter();
            let details = details.find(|(name, _)| name.ends_with("Details"));
            for (name, expected) in members {
                let found = details.and_then(|(_, details)| details.get(name));
                self.compare(&format!("{name} of {line}"), Some(&Some(expected)), &found);
            }
        }
    }
}

/// What happened in one execution.
#[derive(Debug, Default)]
struct Log {
    pauses: Mutex<Vec<f64>>,
    states: Mutex<Vec<String>>,
    /// The ids of the events with which states of the execution itself were entered.
    entered: Mutex<Vec<u64>>,
}

impl Observer for Log {
    /// Whether a Distributed Map started it.
    type Execution = bool;

    fn begin(&self, execution: &ExecutionInfo<'_>) -> bool {
        execution.state_machine().contains('/')
    }

    fn observe(&self, is_child: &mut bool, observation: &Observation<'_>) {
        match observation.what {
            Happening::RetryScheduled(pause) | Happening::WaitStarted(pause) => {
                self.pauses.lock().unwrap().push(pause.as_secs_f64());
            }
            Happening::StateEntered => {
                self.states.lock().unwrap().push(observation.state.name.to_owned());
                if !*is_child {
                    self.entered.lock().unwrap().push(observation.entered_event_id);
                }
            }
            _ => {}
        }
    }
}
