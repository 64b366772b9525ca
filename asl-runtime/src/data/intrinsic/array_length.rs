//! `States.ArrayLength`: the number of items of an array.

use super::IntrinsicError;
use crate::value::{Number, Value};

/// `States.ArrayLength(array)`.
///
/// # Errors
/// The argument is no array.
///
/// # Examples
/// ```
/// use asl_runtime::data::intrinsic::array_length;
/// use asl_runtime::json;
///
/// assert_eq!(array_length(&json!([1, [2, 3]]))?, 2);
/// # Ok::<(), asl_runtime::data::intrinsic::IntrinsicError>(())
/// ```
pub fn array_length(array: &Value) -> Result<Value, IntrinsicError> {
    let array = array.as_array().ok_or_else(|| IntrinsicError::arguments("ArrayLength"))?;
    Ok(Value::Number(Number::from(array.len())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn counts_items() {
        assert_eq!(array_length(&json!([1, 2, 3, 4, 5, 6, 7, 8, 9])), Ok(json!(9)));
        assert_eq!(array_length(&json!([])), Ok(json!(0)));
        assert_eq!(array_length(&json!([null, null])), Ok(json!(2)));
    }

    #[test]
    fn takes_an_array() {
        for value in [json!("abc"), json!({ "length": 1 }), json!(null), json!(3)] {
            let error = array_length(&value).unwrap_err();
            assert_eq!(error.to_string(), "Invalid arguments in States.ArrayLength");
        }
    }
}
