//! Machines as means: what a definition makes of an input.

use asl_interpreter::{Interpreter, Options};
use asl_lang::source::Source;
use asl_runtime::{Engine, ExecutionError, TaskHandler, TestClock, Value};
use serde_json::json;

/// The definition of a machine with one state, which ends it.
pub(super) fn one_state(mut state: serde_json::Value) -> String {
    state["End"] = true.into();
    json!({ "StartAt": "Only", "States": { "Only": state } }).to_string()
}

/// The machine of a definition; none if it has errors.
pub(super) fn interpreter(definition: &str) -> Option<Interpreter> {
    let source = Source::new("machine.asl.json", definition);
    let machine = asl_lang::compile(&source, &asl_lang::Options::default()).machine?;
    match Interpreter::new(machine, Options::named("Machine")) {
        Ok(machine) => Some(machine),
        Err(error) => panic!("what was compiled cannot be interpreted: {error}"),
    }
}

/// Runs a machine, on a clock that lets no time pass. The same each time.
pub(super) fn execute<T: TaskHandler + 'static>(
    machine: &Interpreter,
    input: Value,
    tasks: impl FnOnce(&Engine) -> T,
) -> Result<Value, ExecutionError> {
    let clock = TestClock::at("2025-01-01T00:00:00Z").unwrap_or_else(|error| panic!("{error}"));
    let engine = Engine::builder().clock(clock).seed(7).build();
    let tasks = tasks(&engine);
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.unwrap_or_else(|error| panic!("{error}"));
    let start = asl_runtime::Start::new(input).name("execution");
    let run = runtime.block_on(engine.register(machine.clone(), tasks).run(start));
    run.map(|run| run.output)
}

/// [`execute`], for machines that have no tasks.
pub(super) fn evaluate(machine: &Interpreter, input: Value) -> Result<Value, ExecutionError> {
    execute(machine, input, |_| NoTasks)
}

struct NoTasks;

impl TaskHandler for NoTasks {
    fn call<'a>(
        &'a self,
        cx: &'a asl_runtime::TaskContext<'a>,
        _: asl_runtime::TaskRequest<'a>,
    ) -> asl_runtime::HandlerFuture<'a> {
        panic!("the machine has a task: {}", cx.state().name);
    }
}

/// Serde's reading of a value.
pub(super) fn serde(value: &Value) -> serde_json::Value {
    serde_json::from_slice(&value.to_json()).unwrap_or_else(|error| panic!("{error}: {value}"))
}

/// How an execution ended, in short.
pub(super) fn told(outcome: &Result<Value, ExecutionError>) -> String {
    match outcome {
        Ok(output) => output.to_string(),
        Err(error) => format!("{} {}", error.error(), error.cause()),
    }
}
