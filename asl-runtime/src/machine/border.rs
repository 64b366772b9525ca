//! Where an execution's input comes in and its output leaves.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::data::payload;
use crate::error::Failure;
use crate::value::{Str, Value, complaint, from_value, into_value, to_value};

/// Why an input is refused, under the name that AWS gives it.
#[cold]
fn invalid_input(detail: &dyn std::fmt::Display) -> Failure {
    Failure::new(
        "InvalidExecutionInput",
        format!("Invalid State Machine Execution Input: '{detail}'"),
    )
}

/// Checks an input.
///
/// # Errors
/// It is larger than a payload may be.
#[inline]
pub fn accept_input(input: Value) -> Result<Value, Failure> {
    if input.fits(payload::LIMIT) {
        return Ok(input);
    }
    Err(invalid_input(&format_args!("it has more than {} bytes", payload::LIMIT)))
}

/// Turns a typed input into state data.
///
/// # Errors
/// It has no JSON form, or is larger than a payload may be.
pub fn encode_input<T: Serialize + 'static>(input: T) -> Result<Value, Failure> {
    accept_input(into_value(input).map_err(|e| invalid_input(&e))?)
}

/// Reads an input from JSON text.
///
/// # Errors
/// It is not JSON, in the words of AWS's parser, or is larger than a payload may be.
pub fn read_input(text: &[u8]) -> Result<Value, Failure> {
    accept_input(Value::from_json(text).map_err(|e| not_json(text, &e))?)
}

/// Why a text is refused that this or that reader cannot read.
#[cold]
fn not_json(text: &[u8], error: &dyn std::fmt::Display) -> Failure {
    match std::str::from_utf8(text) {
        Ok(text) if text.trim().is_empty() => invalid_input(&"Invalid execution input."),
        Ok(text) => match complaint(text) {
            Some(complaint) => invalid_input(&complaint),
            None => invalid_input(error),
        },
        Err(_) => invalid_input(error),
    }
}

/// Reads a typed input from JSON text.
///
/// # Errors
/// It is not JSON, in the words of AWS's parser, or not of that type.
pub fn decode_json<T: DeserializeOwned>(text: &[u8]) -> Result<T, Failure> {
    serde_json::from_slice(text).map_err(|e| not_json(text, &e))
}

/// Turns an output into the machine's output type.
///
/// # Errors
/// It is not of that type.
pub fn decode_output<T: DeserializeOwned + 'static>(output: Value) -> Result<T, Failure> {
    from_value(output).map_err(|e| {
        let expected = std::any::type_name::<T>();
        Failure::new("States.Runtime", format!("the output does not fit `{expected}`: {e}"))
    })
}

/// Writes a typed output as JSON text.
///
/// # Errors
/// It has no JSON form.
pub fn encode_json<T: Serialize>(output: &T) -> Result<Vec<u8>, Failure> {
    serde_json::to_vec(output)
        .map_err(|e| Failure::new("States.Runtime", format!("the output is not JSON: {e}")))
}

/// A value for an observer; null where it has no JSON form.
pub fn erase<T: Serialize>(value: &T) -> Value {
    to_value(value).unwrap_or_default()
}

/// An object for an observer, of the members that there are.
pub fn datum<const N: usize>(members: [(&'static str, Option<Value>); N]) -> Value {
    let members = members.into_iter();
    Value::Object(
        members.filter_map(|(name, value)| Some((Str::from_static(name), value?))).collect(),
    )
}
