//! One case on one engine.

use asl_interpreter::{Interpreter, Options};
use asl_lang::ir;
use serde::{Deserialize, Serialize};
use sfn::machine::{Dispatch, Durable, Restoring, StateMachine};
use sfn::{
    Engine, ExecutionError, ExecutionType, History, Observer, Start, TestClock, Value, Workflow,
};

use crate::case::{Case, MachineType};
use crate::logged::{self, Entries};
use crate::replay::{Complaints, RecordedStorage, Replay};
use crate::shard::{Job, Subject};
use crate::verdict::{Verdict, Verdicts};
use crate::{history, outcome, refused};

/// What is compared with the recording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Compared {
    /// Refused or not, status, output, error and cause.
    Outcome,
    /// Also each event of the history, the log entries and the answers of the API, where they were
    /// recorded.
    History,
}

/// A case, and how closely it is looked at.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Replayed {
    /// The case.
    pub case: Case,
    /// What is compared.
    pub compared: Compared,
}

impl Job for Replayed {
    type Answer = Verdicts;
    const KIND: &'static str = "golden";
    const RUN: &'static str = "run";
    const PER_SHARD: usize = 40;

    fn subject(&self) -> Subject {
        let (definition, machine_type) = (self.case.definition(), self.case.machine_type);
        Subject::Machine { definition, machine_type }
    }
}

/// The same with a checkpoint between any two steps.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Restored(pub Replayed);

impl Job for Restored {
    type Answer = Verdicts;
    const KIND: &'static str = "golden-checkpoints";
    const RUN: &'static str = "run_restored";
    const PER_SHARD: usize = Replayed::PER_SHARD;

    fn subject(&self) -> Subject {
        self.0.subject()
    }
}

/// What the machines are called: names and ARNs are masked in the recordings.
const MACHINE: &str = "Machine";

/// When the recorded executions began, as far as their definitions and inputs know.
const BEGAN: &str = "2025-01-01T00:00:00Z";

/// Runs a case on a machine made of its definition.
pub fn run<M, T>(replayed: &Replayed, machine: M, handlers: impl FnOnce(Replay) -> T) -> Verdicts
where
    M: Dispatch<T> + StateMachine<Input = Value, Output = Value>,
    T: Send + Sync + 'static,
{
    let Replayed { case, compared } = replayed;
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().build() else {
        return Verdict::Failed("there is no runtime to run in".to_owned()).into();
    };
    let Ok(clock) = TestClock::at(BEGAN) else {
        return Verdict::Failed(format!("{BEGAN} is no time")).into();
    };
    let (history, entries) = (History::new(), Entries::listen());
    let engine = Engine::builder()
        .observer((history.clone(), Entries::log(case)))
        .clock(clock)
        .account("111111111111")
        .role_arn("arn:aws:iam::111111111111:role/recorded")
        .map_run_storage(RecordedStorage::new(case))
        .seed(7)
        .build();
    let complaints = Complaints::default();
    let replay = Replay::new(case, engine.callbacks().clone(), complaints.clone());
    let workflow = engine.register(machine, handlers(replay));
    let ended = runtime.block_on(execute(case, &workflow));
    let outcome = match complaints.first() {
        Some(complaint) => Verdict::Failed(complaint),
        None => outcome::judge(case, &ended),
    };
    if *compared == Compared::Outcome {
        return outcome.into();
    }
    let skipped = skipped(case).chain(complaints.skipped()).map(str::to_owned).collect();
    let Some(found) = history.executions().into_iter().next() else {
        return Verdicts { skipped, ..outcome.into() };
    };
    let history = case.history.as_ref().map(|expected| history::judge(case, expected, &found));
    let logs = logged::judge(case, &entries, &found);
    Verdicts { outcome, history, logs, skipped }
}

/// Runs a case on a machine made of its definition, with a checkpoint between any two steps.
pub fn run_restored<M, T>(
    restored: &Restored,
    machine: M,
    handlers: impl FnOnce(Replay) -> T,
) -> Verdicts
where
    M: Durable + Dispatch<T> + StateMachine<Input = Value, Output = Value>,
    T: Send + Sync + 'static,
{
    run(&restored.0, Restoring(machine), handlers)
}

async fn execute<M, T, O>(
    case: &Case,
    workflow: &Workflow<M, T, O>,
) -> Result<Value, ExecutionError>
where
    M: Dispatch<T> + StateMachine<Input = Value, Output = Value>,
    T: Send + Sync + 'static,
    O: Observer,
{
    if let Some(text) = &case.input_text {
        let run = workflow.run_json(text.as_bytes()).await;
        return run.map(|run| Value::from_json(&run.output).unwrap_or_default());
    }
    let input = case.input.clone().unwrap_or_else(|| sfn::json!({}));
    let start = Start::new(input).name("recorded");
    // Who starts a Standard execution does not wait for it either, which nothing in it shows.
    let waits = case.sync_response.is_some();
    let run = if waits { workflow.run(start).await } else { workflow.start(start).await };
    run.map(|run| run.output)
}

/// What of the recording is not compared.
fn skipped(case: &Case) -> impl Iterator<Item = &'static str> {
    let flag = |flag, what| case.has_flag(flag).then_some(what);
    let all = [
        outcome::unknown(case),
        flag("parallel-events-sorted", "ids of sorted events, which the recording has lost"),
        flag("history-incomplete", "events after the end of an incomplete history"),
        case.eventbridge_notifications.as_ref().map(|_| "notifications of EventBridge"),
        case.sync_response.as_ref().map(|_| "for how long an Express execution was billed"),
    ];
    all.into_iter().flatten()
}

/// Runs a case on the interpreter.
pub fn interpret(replayed: &Replayed) -> Verdicts {
    interpret_by(replayed, |machine| run(replayed, machine, |replay| replay))
}

/// Runs a case on the interpreter, with a checkpoint between any two steps.
pub fn interpret_restored(replayed: &Replayed) -> Verdicts {
    interpret_by(replayed, |machine| run(replayed, Restoring(machine), |replay| replay))
}

fn interpret_by(replayed: &Replayed, run: impl FnOnce(Interpreter) -> Verdicts) -> Verdicts {
    let case = &replayed.case;
    if let Some(refusal) = &case.expect_create_error {
        return refused::refusal(replayed, refusal).into();
    }
    let machine = match refused::compile(replayed) {
        Ok(machine) => machine,
        Err(errors) => return refused::taken_by_aws(&errors).into(),
    };
    match interpreter(machine, case.machine_type) {
        Ok(machine) => run(machine),
        Err(error) => Verdict::Failed(error).into(),
    }
}

/// A machine for the interpreter, which is called as the compiled ones are.
pub(crate) fn interpreter(
    machine: ir::Machine,
    machine_type: MachineType,
) -> Result<Interpreter, String> {
    let options = Options {
        name: MACHINE.to_owned(),
        execution_type: match machine_type {
            MachineType::Standard => ExecutionType::Standard,
            MachineType::Express => ExecutionType::Express,
        },
    };
    Interpreter::new(machine, options).map_err(|error| error.to_string())
}
