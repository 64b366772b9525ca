//! One case on one engine.

use asl_interpreter::{Interpreter, Options};
use asl_lang::ir;
use serde::{Deserialize, Serialize};
use sfn::machine::{Dispatch, StateMachine};
use sfn::{Engine, ExecutionError, ExecutionType, History, Start, TestClock, Value};

use crate::case::{Case, MachineType};
use crate::compare::{Difference, Masks};
use crate::replay::{Complaints, RecordedStorage, Replay, text};
use crate::shard::{Job, Subject};
use crate::{history, refused};

/// What came of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// It ended as recorded.
    Passed,
    /// It did not: the first difference.
    Failed(String),
}

/// What is compared with the recording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Compared {
    /// Refused or not, status, output, error and cause.
    Outcome,
    /// Also each event of the history, where it was recorded.
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
    type Answer = Verdict;
    const KIND: &'static str = "golden";
    const RUN: &'static str = "run";
    const PER_SHARD: usize = 40;

    fn subject(&self) -> Subject {
        let (definition, machine_type) = (self.case.definition(), self.case.machine_type);
        Subject::Machine { definition, machine_type }
    }
}

/// What the machines are called: names and ARNs are masked in the recordings.
const MACHINE: &str = "Machine";

/// When the recorded executions began, as far as their definitions and inputs know.
const BEGAN: &str = "2025-01-01T00:00:00Z";

/// Runs a case on a machine made of its definition.
pub fn run<M, T>(replayed: &Replayed, machine: M, handlers: impl FnOnce(Replay) -> T) -> Verdict
where
    M: Dispatch<T> + StateMachine<Input = Value, Output = Value>,
    T: Send + Sync + 'static,
{
    let Replayed { case, compared } = replayed;
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().build() else {
        return Verdict::Failed("there is no runtime to run in".to_owned());
    };
    let Ok(clock) = TestClock::at(BEGAN) else {
        return Verdict::Failed(format!("{BEGAN} is no time"));
    };
    let history = History::new();
    let engine = Engine::builder()
        .observer(history.clone())
        .clock(clock)
        .account("111111111111")
        .role_arn("arn:aws:iam::111111111111:role/recorded")
        .map_run_storage(RecordedStorage::new(case))
        .seed(7)
        .build();
    let complaints = Complaints::default();
    let replay = Replay::new(case, engine.callbacks().clone(), complaints.clone());
    let workflow = engine.register(machine, handlers(replay));
    let outcome = runtime.block_on(async {
        match &case.input_text {
            Some(text) => {
                let run = workflow.run_json(text.as_bytes()).await;
                run.map(|run| Value::from_json(&run.output).unwrap_or_default())
            }
            None => {
                let input = case.input.clone().unwrap_or_else(|| sfn::json!({}));
                let start = Start::new(input).name("recorded");
                // Who starts a Standard execution does not wait for it either, which nothing in it
                // shows.
                let waits = case.sync_response.is_some();
                let run =
                    if waits { workflow.run(start).await } else { workflow.start(start).await };
                run.map(|run| run.output)
            }
        }
    });
    if let Some(complaint) = complaints.first() {
        return Verdict::Failed(complaint);
    }
    match (judge(case, outcome), compared) {
        (Verdict::Passed, Compared::History) => judge_history(case, &history),
        (verdict, _) => verdict,
    }
}

fn judge_history(case: &Case, history: &History) -> Verdict {
    let (Some(expected), Some(found)) = (&case.history, history.executions().into_iter().next())
    else {
        return Verdict::Passed;
    };
    let sorted = case.flags.iter().any(|flag| flag == "parallel-events-sorted");
    let difference = history::compare(expected, &found, &Masks::of(case), sorted);
    // An execution that had not ended when it was recorded goes on here.
    of("history", difference.filter(|d| case.status.is_some() || d.expected != history::NO_MORE))
}

/// Runs a case on the interpreter.
pub fn interpret(replayed: &Replayed) -> Verdict {
    let case = &replayed.case;
    if let Some(refusal) = &case.expect_create_error {
        return refused::refusal(replayed, refusal);
    }
    let machine = match refused::compile(replayed) {
        Ok(machine) => machine,
        Err(errors) => return refused::taken_by_aws(&errors),
    };
    match interpreter(machine, case.machine_type) {
        Ok(machine) => run(replayed, machine, |replay| replay),
        Err(error) => Verdict::Failed(error),
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

fn judge(case: &Case, outcome: Result<Value, ExecutionError>) -> Verdict {
    let masks = Masks::of(case);
    if let Some(refusal) = &case.expect_start_error {
        return match outcome {
            Err(error) if error.error() == refusal.code => Verdict::Passed,
            other => differs("start", &refusal.code, &ended(&other)),
        };
    }
    // An execution that had not ended when it was recorded.
    let Some(status) = case.status.as_deref() else { return Verdict::Passed };
    let found = match &outcome {
        Ok(_) => "SUCCEEDED",
        Err(error) => error.status().as_str(),
    };
    if status != found {
        return differs("status", status, &ended(&outcome));
    }
    match &outcome {
        Ok(output) => match &case.output {
            Some(expected) => of("output", masks.compare(expected, output)),
            None => Verdict::Passed,
        },
        // Of executions that were not described, the status is all that is known.
        Err(_) if case.error.is_none() && case.history.is_none() => Verdict::Passed,
        Err(error) => {
            let expected = case.error.as_ref().map(text).unwrap_or_default();
            if expected != error.error() {
                return differs("error", &expected, &ended(&outcome));
            }
            let nothing = Value::from("");
            let expected = case.cause.as_ref().unwrap_or(&nothing);
            of("cause", masks.compare(expected, &Value::from(error.cause())))
        }
    }
}

fn ended(outcome: &Result<Value, ExecutionError>) -> String {
    match outcome {
        Ok(output) => format!("SUCCEEDED with {output}"),
        Err(error) => error.to_string(),
    }
}

fn of(what: &str, difference: Option<Difference>) -> Verdict {
    match difference {
        None => Verdict::Passed,
        Some(Difference { path, expected, found }) => {
            differs(&format!("{what} at {path}"), &expected, &found)
        }
    }
}

fn differs(what: &str, expected: &str, found: &str) -> Verdict {
    Verdict::Failed(format!("{what}\n    recorded {expected}\n    found    {found}"))
}
