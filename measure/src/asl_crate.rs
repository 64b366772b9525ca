//! W2 by the interpreter of the crate `asl` (0.2.0), which is synchronous.
//!
//! It runs this one of the workflows. Of the others it
//! - fills a placeholder in for each intrinsic function of W1,
//! - does not find the names of errors that Catchers look for, which W2c needs,
//! - does not read Parallel, which W3 has.

use asl::asl::execution::{Execution, ExecutionStatus, StateExecutionHandler};
use asl::asl::state_machine::StateMachine;
use asl::asl::types::execution::EmptyContext;
use serde_json::{Value, json};

use crate::data::Documents;

struct Handlers;

fn text<'a>(input: &'a Value, name: &str) -> &'a str {
    input[name].as_str().expect("a string")
}

impl StateExecutionHandler for Handlers {
    type TaskExecutionError = String;

    fn execute_task(
        &self,
        resource: &str,
        input: &Value,
        _: Option<&Value>,
    ) -> Result<Option<Value>, String> {
        Ok(Some(match resource.rsplit(':').next() {
            Some("validate") => json!({"ok": true, "id": input["id"]}),
            Some("charge") => {
                let reference = format!("ch-{}", text(input, "orderId"));
                json!({"status": "OK", "ref": reference, "raw": {"amount": input["amount"]}})
            }
            Some("ship") => json!({"tracking": format!("t-{}", text(input, "id"))}),
            _ => return Err(resource.to_owned()),
        }))
    }
}

pub(crate) fn machine(documents: Documents) -> StateMachine {
    StateMachine::parse(documents.definition).expect("a definition that the crate can read")
}

/// Runs one execution to its end.
pub(crate) fn run(machine: &StateMachine, input: &Value) -> Value {
    let execution: Execution<'_, Handlers, EmptyContext> =
        machine.start(input, Handlers, EmptyContext {});
    match execution.last().map(|step| step.status) {
        Some(ExecutionStatus::FinishedWithSuccess(Some(output))) => output,
        other => panic!("an execution that succeeds, not {other:?}"),
    }
}
