//! `States.StringToJson` and `States.JsonToString`.

use super::IntrinsicError;
use super::error::MOST_TEXT;
use crate::value::{Str, Value};

/// `States.StringToJson(text)`: the value that the JSON text stands for. No text stands for null.
///
/// # Errors
/// The argument is no string, or one that is not JSON.
///
/// # Examples
/// ```
/// use asl_runtime::data::intrinsic::string_to_json;
/// use asl_runtime::json;
///
/// assert_eq!(string_to_json(&json!(r#"{ "number": 20 }"#))?, json!({ "number": 20 }));
/// assert_eq!(string_to_json(&json!(" "))?, json!(null));
/// # Ok::<(), asl_runtime::data::intrinsic::IntrinsicError>(())
/// ```
pub fn string_to_json(text: &Value) -> Result<Value, IntrinsicError> {
    let text = text.as_str().ok_or_else(|| IntrinsicError::arguments("StringToJson"))?;
    if text.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')) {
        return Ok(Value::Null);
    }
    Value::from_json(text.as_bytes()).map_err(|error| {
        let message = "Cannot convert String to Json in States.StringToJson, caused by";
        IntrinsicError::new(format!("{message}: {error}"))
    })
}

/// `States.JsonToString(value)`: the compact JSON of a value.
///
/// # Errors
/// The text would have more than 1 MiB, or the value is nested too deeply.
///
/// # Examples
/// ```
/// use asl_runtime::data::intrinsic::json_to_string;
/// use asl_runtime::json;
///
/// assert_eq!(json_to_string(&json!({ "a": [1, "x"] }))?, r#"{"a":[1,"x"]}"#);
/// # Ok::<(), asl_runtime::data::intrinsic::IntrinsicError>(())
/// ```
pub fn json_to_string(value: &Value) -> Result<Value, IntrinsicError> {
    if !value.fits(MOST_TEXT) {
        return Err(IntrinsicError::text_too_long("JsonToString"));
    }
    Ok(Value::String(Str::from(value.to_string())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn reads_as_recorded() {
        for (text, value) in [
            ("", json!(null)),
            (" ", json!(null)),
            ("\r\n\t ", json!(null)),
            ("null", json!(null)),
            ("-0", json!(0)),
            ("1", json!(1)),
            ("1.1", json!(1.1)),
            ("true", json!(true)),
            ("\"HelloWorld\"", json!("HelloWorld")),
            ("[1, 2, \"HelloWorld\"]", json!([1, 2, "HelloWorld"])),
            ("{\"Arg1\": 1, \"Arg2\": []}", json!({ "Arg1": 1, "Arg2": [] })),
            (" {\"a\":1} ", json!({ "a": 1 })),
        ] {
            let found = string_to_json(&json!(text)).unwrap();
            assert_eq!(found.to_string(), value.to_string(), "{text}");
        }
    }

    #[test]
    fn writes_as_recorded() {
        for (value, text) in [
            (json!(null), "null"),
            (json!(0), "0"),
            (json!(1), "1"),
            (json!(1.1), "1.1"),
            (json!(true), "true"),
            (json!("HelloWorld"), "\"HelloWorld\""),
            (json!([1, 2, "HelloWorld"]), "[1,2,\"HelloWorld\"]"),
            (json!({ "Arg1": 1, "Arg2": [] }), "{\"Arg1\":1,\"Arg2\":[]}"),
        ] {
            assert_eq!(json_to_string(&value), Ok(json!(text)));
            assert_eq!(string_to_json(&json!(text)), Ok(value));
        }
    }

    #[test]
    fn the_text_is_bounded_however_often_a_value_is_in_another() {
        let mut value = json!("x".repeat(1000));
        for _ in 0..40 {
            value = json!([value.clone(), value]);
        }
        let error = json_to_string(&value).unwrap_err();
        let message = "The text that States.JsonToString makes has more than 1048576 bytes.";
        assert_eq!(error.to_string(), message);
        // Each level of quoting doubles the backslashes.
        let mut text = Ok(json!("\"".repeat(1000)));
        for _ in 0..40 {
            text = text.and_then(|text| json_to_string(&text));
        }
        assert_eq!(text.unwrap_err().to_string(), message);
    }

    #[test]
    fn refuses_what_is_not_json() {
        for text in ["{bad json}", "{\"a\":1", "undefined", "\u{a0}", "1 2", "'a'"] {
            let error = string_to_json(&json!(text)).unwrap_err().to_string();
            let start = "Cannot convert String to Json in States.StringToJson, caused by: ";
            assert!(error.starts_with(start), "{error}");
        }
        assert!(string_to_json(&json!("[".repeat(100_000))).is_err());
        for value in [json!(123), json!(null), json!(["1"]), json!({ "a": 1 })] {
            let error = string_to_json(&value).unwrap_err();
            assert_eq!(error.to_string(), "Invalid arguments in States.StringToJson");
        }
    }
}
