//! `States.Array`: an array of its arguments.

use crate::value::{Array, Value};

/// `States.Array(a, …)`: any number of values of any type.
///
/// # Examples
/// ```
/// use asl_runtime::data::intrinsic::array;
/// use asl_runtime::json;
///
/// assert_eq!(array([json!("o-1"), json!(7)]), json!(["o-1", 7]));
/// ```
#[must_use]
pub fn array(arguments: impl Into<Vec<Value>>) -> Value {
    Value::Array(Array::from(arguments.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn keeps_its_arguments_as_they_are() {
        assert_eq!(array([]), json!([]));
        let arguments = [json!(null), json!([1]), json!({ "a": "b" })];
        assert_eq!(array(arguments), json!([null, [1], { "a": "b" }]));
    }
}
