//! Whether an execution ends as the recorded one did.

use sfn::{ExecutionError, Value};

use crate::case::Case;
use crate::compare::Masks;
use crate::replay::text;
use crate::verdict::Verdict;

/// Whether an execution ends as recorded: its status, output, error and cause. Of one whose input
/// was refused, the error and what it says.
pub(crate) fn judge(case: &Case, outcome: &Result<Value, ExecutionError>) -> Verdict {
    let masks = Masks::of(case);
    if let Some(refusal) = &case.expect_start_error {
        return match outcome {
            // Before it had entered a state.
            Err(error) if error.state().is_none() => {
                let words = case.input_text.as_deref().and_then(asl_lang::api::input_refusal);
                let cause = words.as_deref().unwrap_or(error.cause());
                refusal.verdict(case, error.error(), cause)
            }
            other => Verdict::differs("start", &refusal.code, &ended(other)),
        };
    }
    // An execution that had not ended when it was recorded.
    let Some(status) = case.status.as_deref() else { return Verdict::Passed };
    let found = match &outcome {
        Ok(_) => "SUCCEEDED",
        Err(error) => error.status().as_str(),
    };
    if status != found {
        return Verdict::differs("status", status, &ended(outcome));
    }
    match &outcome {
        Ok(output) => match &case.output {
            Some(expected) => Verdict::of("output", masks.compare(expected, output)),
            None => Verdict::Passed,
        },
        Err(_) if !is_described(case) => Verdict::Passed,
        Err(error) => {
            let expected = case.error.as_ref().map(text).unwrap_or_default();
            if expected != error.error() {
                return Verdict::differs("error", &expected, &ended(outcome));
            }
            let nothing = Value::from("");
            let expected = case.cause.as_ref().unwrap_or(&nothing);
            Verdict::of("cause", masks.compare(expected, &Value::from(error.cause())))
        }
    }
}

/// What of the outcome was not recorded.
pub(crate) fn unknown(case: &Case) -> Option<&'static str> {
    match case.status.as_deref() {
        None if case.expect_start_error.is_some() || case.expect_create_error.is_some() => None,
        None => Some("the end of executions that had not ended when they were recorded"),
        Some("SUCCEEDED") => {
            case.output.is_none().then_some("the output of executions recorded without one")
        }
        Some(_) => (!is_described(case))
            .then_some("the error of executions of which only the status was recorded"),
    }
}

/// Whether an error or its absence was recorded.
fn is_described(case: &Case) -> bool {
    case.error.is_some() || case.history.is_some()
}

fn ended(outcome: &Result<Value, ExecutionError>) -> String {
    match outcome {
        Ok(output) => format!("SUCCEEDED with {output}"),
        Err(error) => error.to_string(),
    }
}
