//! A machine, executions of it with what its tasks answer, and all that can be seen of them.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use sfn::machine::{Dispatch, StateMachine, TaskPattern};
use sfn::{
    Answer, Callbacks, Clock, Engine, ExecutionError, HandlerFuture, History, Run, Start,
    TaskContext, TaskError, TaskHandler, TaskRequest, TestClock, Value,
};

use crate::case::MachineType;
use crate::refused;
use crate::run::interpreter;
use crate::shard::{Job, Subject};

/// A machine and executions of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Trial {
    /// What it is called.
    pub name: String,
    /// `STANDARD` or `EXPRESS`.
    #[serde(rename = "type", default)]
    pub machine_type: MachineType,
    /// The definition.
    pub definition: Value,
    /// The executions.
    pub executions: Vec<Execution>,
}

/// One execution.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Execution {
    /// Its input.
    pub input: Value,
    /// What the task of each state answers, call by call, the last answer again and again; what
    /// it is called with where there is none.
    #[serde(default)]
    pub replies: BTreeMap<String, VecDeque<Reply>>,
}

/// What a task does when it is called.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Reply {
    /// It takes this many seconds.
    #[serde(default)]
    pub after: u64,
    /// It sends a heartbeat at each of these seconds.
    #[serde(default)]
    pub heartbeats: Vec<u64>,
    /// Its result.
    #[serde(default)]
    pub result: Value,
    /// Its error and cause instead.
    #[serde(default)]
    pub error: Option<(String, String)>,
    /// It never answers instead.
    #[serde(default)]
    pub never: bool,
    /// A job or callback is handed on, and completed from outside.
    #[serde(default)]
    pub outside: bool,
}

/// What can be seen of an execution: JSON texts, so that the order of members counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observed {
    /// Its output, else its status, error, cause and the state it was in.
    pub outcome: String,
    /// Whether it succeeded.
    pub succeeded: bool,
    /// What the tasks were called with, in order.
    pub calls: Vec<String>,
    /// The events of its history, and of those of the executions of its Distributed Maps.
    pub events: Vec<String>,
}

impl Job for Trial {
    type Answer = Vec<Observed>;
    const KIND: &'static str = "differential";
    const RUN: &'static str = "observe";
    const PER_SHARD: usize = 15;

    fn subject(&self) -> Subject {
        let definition = serde_json::to_string_pretty(&self.definition).unwrap_or_default();
        Subject::Machine { definition, machine_type: self.machine_type }
    }
}

/// When the executions begin.
const BEGAN: &str = "2025-01-01T12:00:00Z";

/// Puts a machine through the executions of a trial.
pub fn observe<M, T>(trial: &Trial, machine: M, handlers: impl Fn(Script) -> T) -> Vec<Observed>
where
    M: Dispatch<T> + StateMachine<Input = Value, Output = Value> + Clone,
    T: Send + Sync + 'static,
{
    let observed = |execution| one(execution, machine.clone(), &handlers);
    trial.executions.iter().map(|execution| observed(execution).unwrap_or_else(broken)).collect()
}

/// Puts the interpreter through the executions of a trial.
///
/// # Errors
/// The definition is refused.
pub fn interpret_trial(trial: &Trial) -> Result<Vec<Observed>, String> {
    let machine = interpreter(refused::compile(trial)?, trial.machine_type)?;
    Ok(observe(trial, machine, |script| script))
}

/// An execution that could not be observed.
fn broken(error: anyhow::Error) -> Observed {
    let outcome = format!("{error:#}");
    Observed { outcome, succeeded: false, calls: Vec::new(), events: Vec::new() }
}

fn one<M, T>(
    execution: &Execution,
    machine: M,
    handlers: impl Fn(Script) -> T,
) -> anyhow::Result<Observed>
where
    M: Dispatch<T> + StateMachine<Input = Value, Output = Value>,
    T: Send + Sync + 'static,
{
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let clock = TestClock::at(BEGAN)?;
    let history = History::new();
    let engine = Engine::builder()
        .clock(clock.clone())
        .account("111111111111")
        .role_arn("arn:aws:iam::111111111111:role/trial")
        .observer(history.clone())
        .seed(7)
        .build();
    let script = Script {
        clock,
        callbacks: engine.callbacks().clone(),
        replies: Mutex::new(execution.replies.clone()),
        calls: Arc::default(),
    };
    let calls = Arc::clone(&script.calls);
    let workflow = engine.register(machine, handlers(script));
    let start = Start::new(execution.input.clone()).name("trial");
    let outcome = runtime.block_on(workflow.run(start));
    let mut events = Vec::new();
    for execution in history.executions() {
        for event in execution.events() {
            events.push(serde_json::to_string(&event)?);
        }
    }
    Ok(Observed {
        outcome: described(&outcome),
        succeeded: outcome.is_ok(),
        calls: locked(&calls).clone(),
        events,
    })
}

fn described(outcome: &Result<Run<Value>, ExecutionError>) -> String {
    match outcome {
        Ok(run) => run.output.to_string(),
        Err(end) => format!(
            "{} {}: {} [{}]",
            end.status().as_str(),
            end.error(),
            end.cause(),
            end.state().unwrap_or_default()
        ),
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Handlers that answer as an execution says, and write down what they are called with.
#[derive(Debug)]
pub struct Script {
    clock: TestClock,
    callbacks: Callbacks,
    replies: Mutex<BTreeMap<String, VecDeque<Reply>>>,
    calls: Arc<Mutex<Vec<String>>>,
}

impl Script {
    fn reply(&self, state: &str) -> Option<Reply> {
        let mut replies = locked(&self.replies);
        let replies = replies.get_mut(state)?;
        if replies.len() > 1 { replies.pop_front() } else { replies.front().cloned() }
    }
}

impl TaskHandler for Script {
    fn call<'a>(&'a self, cx: &'a TaskContext<'a>, request: TaskRequest<'a>) -> HandlerFuture<'a> {
        Box::pin(async move {
            let state = cx.state().name;
            let credentials = cx.credentials().map(Value::to_string).unwrap_or_default();
            locked(&self.calls).push(format!(
                "{state} #{} {} {credentials} {}",
                cx.attempt(),
                request.task.resource,
                request.input
            ));
            let Some(reply) = self.reply(state) else {
                return Ok(Answer::Done(request.input.clone()));
            };
            let by_token = matches!(request.task.pattern, TaskPattern::Callback | TaskPattern::Job);
            if by_token && reply.outside {
                cx.submitted(sfn::json!({ "accepted": state }));
                let (clock, callbacks) = (self.clock.clone(), self.callbacks.clone());
                let token = cx.task_token();
                tokio::spawn(async move {
                    let beat = || drop(callbacks.heartbeat(&token));
                    // Nobody may wait for the token any more, which is no error here.
                    drop(match reply.end(&clock, beat).await {
                        Ok(result) => callbacks.succeed(&token, result),
                        Err(error) => callbacks.fail(&token, error),
                    });
                });
                return Ok(Answer::Submitted);
            }
            reply.end(&self.clock, || cx.heartbeat()).await.map(Answer::Done)
        })
    }
}

impl Reply {
    /// Lets the time pass that the work takes, then ends it.
    async fn end(self, clock: &TestClock, beat: impl Fn()) -> Result<Value, TaskError> {
        let mut passed = 0;
        for at in self.heartbeats {
            clock.sleep(Duration::from_secs(at.saturating_sub(passed))).await;
            passed = at;
            beat();
        }
        if self.never {
            return std::future::pending().await;
        }
        if self.after > passed {
            clock.sleep(Duration::from_secs(self.after - passed)).await;
        }
        match self.error {
            Some((error, cause)) => Err(TaskError::new(error, cause)),
            None => Ok(self.result),
        }
    }
}
