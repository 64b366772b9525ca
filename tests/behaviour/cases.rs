//! Runs the cases of a machine: a list of executions, each with what its handlers answer and what
//! is expected of it.
//!
//! The engines share this file: compiled machines run through it in `main.rs` beside it, the
//! interpreter in `asl-interpreter/tests/behaviour.rs`.
//!
//! The clock stands still unless everybody waits, so that hours pass in no time and pauses can be
//! told exactly.

use std::collections::{BTreeMap, VecDeque};
use std::fmt::Debug;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use asl_runtime::observer::{Happening, Observation};
use asl_runtime::{
    Answer, Clock, Dispatch, Engine, ExecutionHistory, ExecutionInfo, HandlerFuture, History,
    Observer, StateMachine, TaskContext, TaskError, TaskHandler, TaskRequest, TestClock, Value,
};
use serde::Deserialize;

/// One execution.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// What it shows.
    case: String,
    /// When it starts; by default at noon on the first of January 2025.
    now: Option<String>,
    /// What it is started with; by default nothing, `{}`.
    #[serde(default = "empty_object")]
    input: Value,
    /// What each task answers, call by call. One that is not here answers with its input.
    #[serde(default)]
    tasks: BTreeMap<String, VecDeque<Reply>>,
    /// Its output, to the letter: the order of members and `1.0` for `1` count.
    #[serde(default, deserialize_with = "some")]
    output: Option<Value>,
    /// Its error instead; `""` if it has none.
    error: Option<String>,
    /// The error's cause.
    cause: Option<String>,
    /// How it ended with an error.
    #[serde(default = "failed")]
    status: String,
    /// The state it was in.
    state: Option<String>,
    /// What the tasks were called with, in order.
    calls: Option<Vec<Value>>,
    /// The pauses that were made, in seconds: those of Wait states and before retries.
    pauses: Option<Vec<f64>>,
    /// The states that were entered, in order.
    states: Option<Vec<String>>,
    /// How many seconds have passed at its end.
    took: Option<f64>,
    /// The events of its history.
    history: Option<Vec<ExpectedEvent>>,
}

/// An event of a history: `4<3 MapIterationStarted Each 0`, which is its id, the event it follows
/// from, its type, and where it has them the state's name or the iteration.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum ExpectedEvent {
    /// Nothing else is expected of it.
    Line(String),
    /// And its details have these members, as AWS writes them.
    Detailed(String, serde_json::Map<String, serde_json::Value>),
}

impl ExpectedEvent {
    fn line(&self) -> &str {
        let (Self::Line(line) | Self::Detailed(line, _)) = self;
        line
    }
}

/// What a handler does when it is called.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reply {
    /// It takes this many seconds.
    #[serde(default)]
    after: u64,
    /// It sends a heartbeat at each of these seconds.
    #[serde(default)]
    heartbeats: Vec<u64>,
    /// Its result.
    #[serde(default)]
    result: Value,
    /// Its error instead.
    error: Option<String>,
    /// The error's cause.
    #[serde(default)]
    cause: String,
    /// It panics instead, with this message.
    panic: Option<String>,
    /// It never answers instead.
    #[serde(default)]
    never: bool,
}

fn empty_object() -> Value {
    asl_runtime::json!({})
}

fn failed() -> String {
    "FAILED".to_owned()
}

/// Tells `null` from nothing.
fn some<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

/// The definitions below a folder, as paths from the crate's root.
pub(crate) fn definitions(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(in_crate(folder)).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names
        .map(|name| format!("{folder}/{name}"))
        .flat_map(|path| if in_crate(&path).is_dir() { definitions(&path) } else { vec![path] })
        .filter(|path| path.ends_with(".asl.json"))
        .collect()
}

fn in_crate(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Runs the cases of the machine that was made of `file`.
pub(crate) fn run_all<M, T>(file: &str, machine: M, handlers: fn(Script) -> T)
where
    M: Dispatch<T> + StateMachine<Input = Value, Output = Value> + Clone,
    T: Send + Sync + 'static,
{
    let path = in_crate(&file.replace(".asl.json", ".cases.json"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let cases: Vec<Case> = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{file}: {e}"));
    assert!(!cases.is_empty(), "{file} has no cases");
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let mut findings = Vec::new();
    for case in &cases {
        let found = runtime.block_on(run(case, machine.clone(), handlers));
        findings.extend(found.into_iter().map(|finding| format!("{}: {finding}", case.case)));
    }
    assert!(findings.is_empty(), "{file}\n{}", findings.join("\n"));
}

/// Runs one case. Gives what is not as expected.
async fn run<M, T>(case: &Case, machine: M, handlers: fn(Script) -> T) -> Vec<String>
where
    M: Dispatch<T> + StateMachine<Input = Value, Output = Value>,
    T: Send + Sync + 'static,
{
    let now = case.now.as_deref().unwrap_or("2025-01-01T12:00:00Z");
    let clock = TestClock::at(now).unwrap();
    let log = Arc::new(Log::default());
    let script = Script {
        clock: clock.clone(),
        replies: Mutex::new(case.tasks.clone()),
        calls: Arc::default(),
    };
    let calls = Arc::clone(&script.calls);
    let history = History::new();
    let observer = (Arc::clone(&log), history.clone());
    let engine = Engine::builder().clock(clock.clone()).observer(observer).seed(7).build();
    let began = clock.now();
    let outcome = engine.register(machine, handlers(script)).run(case.input.clone()).await;
    let took = clock.now().duration_since(began).as_secs_f64();

    let mut findings = Findings::default();
    match (outcome, &case.output, &case.error) {
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
    findings.compare("calls", case.calls.as_ref(), &*calls.lock().unwrap());
    findings.compare("pauses", case.pauses.as_ref(), &*log.pauses.lock().unwrap());
    findings.compare("states", case.states.as_ref(), &*log.states.lock().unwrap());
    findings.compare("took", case.took.as_ref(), &took);
    let executions = history.executions();
    // An input may be refused before there is an execution.
    if let Some(execution) = executions.first() {
        findings.compare_history(case.history.as_deref(), execution);
        let counted = log.entered.lock().unwrap();
        findings.compare("ids of events", Some(&entered(execution)), &*counted);
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

    fn compare_history(&mut self, expected: Option<&[ExpectedEvent]>, found: &ExecutionHistory) {
        let Some(expected) = expected else { return };
        let events = found.events();
        let lines: Vec<String> = events.iter().map(ToString::to_string).collect();
        let expected_lines: Vec<&str> = expected.iter().map(ExpectedEvent::line).collect();
        if lines != expected_lines {
            let (expected, found) = (expected_lines.join("\n    "), lines.join("\n    "));
            self.0.push(format!("history\n  expected\n    {expected}\n  found\n    {found}"));
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

/// Handlers that do what a case says.
#[derive(Debug)]
pub(crate) struct Script {
    clock: TestClock,
    replies: Mutex<BTreeMap<String, VecDeque<Reply>>>,
    calls: Arc<Mutex<Vec<Value>>>,
}

impl TaskHandler for Script {
    fn call<'a>(&'a self, cx: &'a TaskContext<'a>, request: TaskRequest<'a>) -> HandlerFuture<'a> {
        Box::pin(async move {
            self.calls.lock().unwrap().push(request.input.clone());
            let reply = match self.replies.lock().unwrap().get_mut(request.task.name) {
                None => return Ok(Answer::Done(request.input.clone())),
                Some(replies) => replies.pop_front(),
            };
            let reply = reply
                .ok_or_else(|| TaskError::new("NoReply", "the case has no reply for this call"))?;
            if let Some(message) = reply.panic {
                panic!("{message}");
            }
            let mut passed = 0;
            for at in reply.heartbeats {
                self.clock.sleep(Duration::from_secs(at - passed)).await;
                passed = at;
                cx.heartbeat();
            }
            if reply.never {
                std::future::pending::<()>().await;
            }
            if reply.after > passed {
                self.clock.sleep(Duration::from_secs(reply.after - passed)).await;
            }
            match reply.error {
                Some(error) => Err(TaskError::new(error, reply.cause)),
                None => Ok(Answer::Done(reply.result)),
            }
        })
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
