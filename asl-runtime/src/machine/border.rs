//! Where an execution's input comes in and its output leaves.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::data::payload;
use crate::error::Failure;
use crate::value::{Str, Value, from_value, into_value, to_value};

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
    Err(too_large())
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
/// It is not JSON, or is larger than a payload may be.
pub fn read_input(text: &[u8]) -> Result<Value, Failure> {
    accept_input(Value::from_json(text).map_err(|e| invalid_input(&e))?)
}

/// Reads a typed input from JSON text.
///
/// # Errors
/// It is not JSON, or not of that type.
pub fn decode_json<T: DeserializeOwned>(text: &[u8]) -> Result<T, Failure> {
    serde_json::from_slice(text).map_err(|e| invalid_input(&e))
}

/// Reads the input of a machine over plain structs from JSON text.
///
/// # Errors
/// It is not JSON, larger than a payload may be, or not of that type: `States.Runtime`, with the
/// path to what does not fit.
pub fn decode_start<T: DeserializeOwned>(text: &[u8]) -> Result<T, Failure> {
    if text.len() > payload::LIMIT {
        return Err(too_large());
    }
    serde_json::from_slice(text).map_err(|error| misfit::<T>(text, &error))
}

#[cold]
fn misfit<T: DeserializeOwned>(text: &[u8], error: &serde_json::Error) -> Failure {
    if !error.is_data() {
        return invalid_input(error);
    }
    let expected = std::any::type_name::<T>();
    // Only now it is worth to keep track of where the error is.
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let (path, error) = match serde_path_to_error::deserialize::<_, T>(&mut deserializer) {
        Err(error) => (format!("$.{}", error.path()), error.inner().to_string()),
        Ok(_) => ("$".to_owned(), error.to_string()),
    };
    let path = path.replace(".[", "[");
    let path = if path == "$.." || path == "$.?" { "$" } else { path.as_str() };
    Failure::new(
        "States.Runtime",
        format!("the input does not fit `{expected}` at `{path}`: {error}"),
    )
}

#[cold]
fn too_large() -> Failure {
    invalid_input(&format_args!("it has more than {} bytes", payload::LIMIT))
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

/// An array for an observer, null for what is not there yet.
pub fn erase_all<'a, T: Serialize + 'a>(values: impl Iterator<Item = Option<&'a T>>) -> Value {
    Value::Array(values.map(|value| value.map(erase).unwrap_or_default()).collect())
}

/// An object for an observer, of the members that there are.
pub fn datum<const N: usize>(members: [(&'static str, Option<Value>); N]) -> Value {
    let members = members.into_iter();
    Value::Object(
        members.filter_map(|(name, value)| Some((Str::from_static(name), value?))).collect(),
    )
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn an_input_that_does_not_fit_is_shown_where_it_does_not() {
        type Orders = HashMap<String, Vec<u32>>;
        let failure = |text: &[u8]| decode_start::<Orders>(text).unwrap_err();
        let misfit = failure(br#"{ "a": [1, 2, "3"] }"#);
        assert_eq!(misfit.error(), Some("States.Runtime"));
        let cause = misfit.cause().unwrap_or_default();
        assert!(cause.contains("HashMap") && cause.contains("at `$.a[2]`"), "{cause}");
        assert!(cause.contains("expected u32"), "{cause}");
        let cause = failure(b"7");
        assert!(cause.cause().unwrap_or_default().contains("at `$`"), "{cause}");
        assert_eq!(failure(b"{").error(), Some("InvalidExecutionInput"));
        let long = format!("{{ \"a\": [{}1] }}", "1,".repeat(payload::LIMIT));
        assert_eq!(failure(long.as_bytes()).error(), Some("InvalidExecutionInput"));
    }
}
