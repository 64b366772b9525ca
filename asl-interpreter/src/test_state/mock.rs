//! What the state's work gives, without its being done.

use asl_aws::shapes::{self, Mode};
use asl_runtime::machine::{StateInfo, StateType, TaskPattern};
use asl_runtime::value::{Object, Str};
use asl_runtime::{Failure, Value};

use super::Error;
use super::request::{FieldValidationMode, Mock, Request, StateConfiguration};

/// What the work gives.
#[derive(Debug, Clone)]
pub(super) enum Mocked {
    Result(Value),
    Failure(Failure),
}

/// Checks what goes with a mock, and what only goes with one.
///
/// # Errors
/// Parameters do not fit each other.
pub(super) fn check_request(request: &Request) -> Result<(), Error> {
    let Some(mock) = &request.mock else {
        let nothing = StateConfiguration::default();
        let given = request.state_configuration.as_ref().unwrap_or(&nothing);
        let parameters = [
            ("RetrierRetryCount", given.retrier_retry_count.is_some()),
            ("ErrorCausedByState", given.error_caused_by_state.is_some()),
            ("MapIterationFailureCount", given.map_iteration_failure_count.is_some()),
            ("MapItemReaderData", given.map_item_reader_data.is_some()),
            ("Context", request.context.is_some()),
        ];
        return match parameters.into_iter().find(|(_, is_given)| *is_given) {
            Some((name, _)) => Err(unsupported(&format!("{name} when a mock is not specified"))),
            None => Ok(()),
        };
    };
    if mock.result.is_some() == mock.error_output.is_some() {
        return Err(Error::validation(
            "A test mock should have only one of the following fields: [result, errorOutput].",
        ));
    }
    if request.reveal_secrets == Some(true) {
        return Err(unsupported("RevealSecrets when a mock is specified"));
    }
    Ok(())
}

fn unsupported(what: &str) -> Error {
    Error::validation(format!("TestState does not support {what}."))
}

/// Checks whether the state takes a mock, or does without one.
///
/// # Errors
/// It does not, or has no role to work as.
pub(super) fn check_state(state: &StateInfo<'_>, request: &Request) -> Result<(), Error> {
    let pattern = state.task.map(|task| task.pattern);
    match (state.state_type, &request.mock) {
        (StateType::Task | StateType::Parallel | StateType::Map, Some(_)) => Ok(()),
        (other, Some(_)) => Err(Error::validation(format!(
            "State type '{other}' is not supported when a mock is specified"
        ))),
        (StateType::Parallel | StateType::Map, None) => Err(Error::definition(
            "TestState API does not support Map or Parallel states. Supported state types \
             include: [Task, Wait, Pass, Succeed, Fail, Choice]",
        )),
        (_, None) => match pattern {
            Some(TaskPattern::RequestResponse) if request.role_arn.is_none() => {
                Err(Error::validation("RoleArn must be specified when testing a Task state"))
            }
            None | Some(TaskPattern::RequestResponse) => Ok(()),
            Some(TaskPattern::Activity) => {
                Err(Error::definition("TestState API does not support Activity tasks."))
            }
            Some(_) => Err(Error::definition(
                "TestState API does not support .sync or .waitForTaskToken service integration \
                 patterns.",
            )),
        },
    }
}

impl Mocked {
    /// What a mock says of this state.
    ///
    /// # Errors
    /// It is no result that the state may have.
    pub(super) fn read(mock: &Mock, state: &StateInfo<'_>, fields: &Object) -> Result<Self, Error> {
        if let Some(output) = &mock.error_output {
            let text = |text: &Option<String>| text.as_deref().map(Str::from);
            let failure = Failure::from_optional(text(&output.error), text(&output.cause));
            return Ok(Self::Failure(failure));
        }
        let text = mock.result.as_deref().unwrap_or_default();
        let result = Value::from_json(text.as_bytes())
            .map_err(|_| Error::validation("Mocked result must be valid JSON"))?;
        check_kind(&result, state, fields)?;
        if let Some(task) = state.task {
            let mode = mode(mock.field_validation_mode.unwrap_or_default());
            shapes::check(task.resource, &result, mode).map_err(|mismatch| {
                Error::validation(format!("Mock result schema validation error: {mismatch}"))
            })?;
        }
        Ok(Self::Result(result))
    }
}

fn mode(mode: FieldValidationMode) -> Mode {
    match mode {
        FieldValidationMode::Strict => Mode::Strict,
        FieldValidationMode::Present => Mode::Present,
        FieldValidationMode::None => Mode::None,
    }
}

/// Checks a result of children: an array of theirs, or what a writer of results says of them.
fn check_kind(result: &Value, state: &StateInfo<'_>, fields: &Object) -> Result<(), Error> {
    let is_container = matches!(state.state_type, StateType::Map | StateType::Parallel);
    let writes = fields.get("ResultWriter").is_some_and(|writer| writer.get("Resource").is_some());
    let problem = match result {
        _ if !is_container => return Ok(()),
        Value::Object(_) if writes => return Ok(()),
        _ if writes => "must be a JSON object.",
        Value::Array(results) => match fields.get("Branches").and_then(Value::as_array) {
            Some(branches) if branches.len() != results.len() => {
                "must contain the same number of items as number of Parallel branches."
            }
            _ => return Ok(()),
        },
        _ => "must be an array.",
    };
    Err(Error::validation(format!("Mocked result {problem}")))
}
