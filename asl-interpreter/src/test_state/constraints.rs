//! What parameters may be by themselves.
//!
//! AWS's SDKs refuse what is too short or too small before they send it, in words of their own
//! (here boto's); what is too long the service refuses.

use std::fmt::Write;

use super::request::Request;
use super::{Error, ErrorCode};

const DEFINITION: usize = 1 << 20;
const DATA: usize = 256 << 10;
const ARN: usize = 256;
const STATE_NAME: usize = 80;
const ERROR: usize = 256;
const CAUSE: usize = 32 << 10;

/// Checks each parameter by itself.
///
/// # Errors
/// Some of them are not what they may be.
pub(super) fn check(request: &Request) -> Result<(), Error> {
    too_small(request)?;
    too_long(request)
}

/// Checks that a definition is there, and that words are of those that there are.
///
/// # Errors
/// They are not.
pub(super) fn check_words(request: &serde_json::Value) -> Result<(), Error> {
    if request.is_object() && request.get("definition").is_none() {
        let message = "Parameter validation failed:\n\
                       Missing required parameter in input: \"definition\"";
        return Err(Error::new(ErrorCode::ParamValidationError, message));
    }
    let words = [
        ("inspectionLevel", "/inspectionLevel", ["INFO", "DEBUG", "TRACE"]),
        ("mock.fieldValidationMode", "/mock/fieldValidationMode", ["STRICT", "PRESENT", "NONE"]),
    ];
    let found = words.iter().filter_map(|(name, place, known)| {
        let word = request.pointer(place)?.as_str().filter(|word| !known.contains(word))?;
        Some(format!(
            "Value '{word}' at '{name}' failed to satisfy constraint: Member must satisfy enum \
             value set: [{}]",
            known.join(", ")
        ))
    });
    refuse(&found.collect::<Vec<_>>())
}

fn too_small(request: &Request) -> Result<(), Error> {
    let configuration = request.state_configuration.as_ref();
    let caused_by = configuration.and_then(|c| c.error_caused_by_state.as_deref());
    let texts = [
        ("definition", Some(request.definition.as_str())),
        ("roleArn", request.role_arn.as_deref()),
        ("stateName", request.state_name.as_deref()),
        ("stateConfiguration.errorCausedByState", caused_by),
    ];
    let mut message = String::from("Parameter validation failed:");
    let mut found = false;
    for (name, _) in texts.iter().filter(|(_, text)| *text == Some("")) {
        found = true;
        let _ =
            write!(message, "\nInvalid length for parameter {name}, value: 0, valid min length: 1");
    }
    let retries = configuration.and_then(|c| c.retrier_retry_count);
    let failures = configuration.and_then(|c| c.map_iteration_failure_count);
    for (name, number) in [("retrierRetryCount", retries), ("mapIterationFailureCount", failures)] {
        let Some(number) = number.filter(|number| *number < 0) else { continue };
        found = true;
        let _ = write!(
            message,
            "\nInvalid value for parameter stateConfiguration.{name}, value: {number}, \
             valid min value: 0"
        );
    }
    if found { Err(Error::new(ErrorCode::ParamValidationError, message)) } else { Ok(()) }
}

fn too_long(request: &Request) -> Result<(), Error> {
    let configuration = request.state_configuration.as_ref();
    let mock = request.mock.as_ref();
    let error_output = mock.and_then(|mock| mock.error_output.as_ref());
    let texts = [
        ("definition", Some(&request.definition), DEFINITION),
        ("roleArn", request.role_arn.as_ref(), ARN),
        ("input", request.input.as_ref(), DATA),
        ("variables", request.variables.as_ref(), DATA),
        ("stateName", request.state_name.as_ref(), STATE_NAME),
        ("context", request.context.as_ref(), DATA),
        ("mock.result", mock.and_then(|mock| mock.result.as_ref()), DATA),
        ("mock.errorOutput.error", error_output.and_then(|o| o.error.as_ref()), ERROR),
        ("mock.errorOutput.cause", error_output.and_then(|o| o.cause.as_ref()), CAUSE),
        (
            "stateConfiguration.errorCausedByState",
            configuration.and_then(|c| c.error_caused_by_state.as_ref()),
            STATE_NAME,
        ),
        (
            "stateConfiguration.mapItemReaderData",
            configuration.and_then(|c| c.map_item_reader_data.as_ref()),
            DATA,
        ),
    ];
    let too_long = |text: &String, most| text.len() > most && text.chars().count() > most;
    let found =
        texts.into_iter().filter(|(_, text, most)| text.is_some_and(|t| too_long(t, *most)));
    // The values are secrets, which AWS does not repeat.
    let found: Vec<String> = found
        .map(|(name, _, most)| {
            format!(
                "Value at '{name}' failed to satisfy constraint: Member must have length less \
                 than or equal to {most}"
            )
        })
        .collect();
    refuse(&found)
}

/// What AWS's services say of parameters that are not what they may be.
fn refuse(found: &[String]) -> Result<(), Error> {
    let errors = match found.len() {
        0 => return Ok(()),
        1 => "1 validation error".to_owned(),
        n => format!("{n} validation errors"),
    };
    Err(Error::validation(format!("{errors} detected: {}", found.join("; "))))
}
