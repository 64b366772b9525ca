//! `States.ArrayContains`: whether a value is in an array.

use super::IntrinsicError;
use crate::value::Value;

/// `States.ArrayContains(array, value)`: values of any depth are compared, numbers by value and
/// objects whatever the order of their members.
///
/// # Errors
/// The first argument is no array.
///
/// # Examples
/// ```
/// use asl_runtime::data::intrinsic::array_contains;
/// use asl_runtime::json;
///
/// let orders = json!([{ "id": 1, "paid": true }]);
/// assert_eq!(array_contains(&orders, &json!({ "paid": true, "id": 1.0 }))?, true);
/// # Ok::<(), asl_runtime::data::intrinsic::IntrinsicError>(())
/// ```
pub fn array_contains(array: &Value, value: &Value) -> Result<Value, IntrinsicError> {
    let array = array.as_array().ok_or_else(|| IntrinsicError::arguments("ArrayContains"))?;
    Ok(Value::Bool(array.contains(value)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn finds_equal_values() {
        let probe = json!([null, "", " ", 0, 1, true, [0, 1, false], { "a": 1, "b": [2] }]);
        for (value, is_there) in [
            (json!(null), true),
            (json!(""), true),
            (json!("  "), false),
            (json!(1.0), true),
            (json!(2), false),
            (json!(false), false),
            (json!([0, 1, false]), true),
            (json!([0, false, 1]), false),
            (json!({ "b": [2], "a": 1 }), true),
            (json!({ "a": 1 }), false),
            (json!("1"), false),
        ] {
            assert_eq!(array_contains(&probe, &value), Ok(json!(is_there)), "{value}");
        }
        assert_eq!(array_contains(&json!([]), &json!(null)), Ok(json!(false)));
        assert_eq!(array_contains(&json!([1, 2]), &json!(null)), Ok(json!(false)));
    }

    #[test]
    fn takes_an_array() {
        for array in [json!("abc"), json!({ "a": 1 }), json!(null)] {
            let error = array_contains(&array, &json!("a")).unwrap_err();
            assert_eq!(error.to_string(), "Invalid arguments in States.ArrayContains");
        }
    }
}
