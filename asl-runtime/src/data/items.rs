//! What a Map goes through.

use crate::error::Failure;
use crate::value::{Array, Value};

/// Checks the items of a Map, which `path`, its `ItemsPath`, leads to.
///
/// # Errors
/// They are no array.
///
/// # Examples
/// ```
/// use asl_runtime::{data::items, json};
///
/// assert_eq!(items::count(&json!([7, 8]), "$.lines")?, 2);
/// assert_eq!(
///     items::count(&json!({}), "$.lines").unwrap_err().cause(),
///     Some("Reference path \"$.lines\" must point to array.")
/// );
/// # Ok::<(), asl_runtime::Failure>(())
/// ```
pub fn count(items: &Value, path: &str) -> Result<u32, Failure> {
    let count = items.as_array().and_then(|items| u32::try_from(items.len()).ok());
    count.ok_or_else(|| Failure::runtime(format!("Reference path \"{path}\" must point to array.")))
}

/// Checks the items of a Map in a JSONata state. Those of an `Items` expression have been checked
/// with it; what is left is the input, where there is no `Items`.
///
/// # Errors
/// They are no array.
pub fn count_input(items: &Value) -> Result<u32, Failure> {
    let count = items.as_array().and_then(|items| u32::try_from(items.len()).ok());
    count.ok_or_else(|| {
        Failure::engine(
            "States.QueryEvaluationError",
            format!("Map state input must be an array but was: {items}"),
        )
    })
}

/// The item with this index.
///
/// # Errors
/// There is none: an internal error of the execution.
pub fn item(items: &Value, index: u32) -> Result<&Value, Failure> {
    let item = usize::try_from(index).ok().and_then(|index| items.as_array()?.get(index));
    item.ok_or_else(|| Failure::engine("States.Runtime", "internal error: there is no such item"))
}

/// Room for the outputs of so many children, which [`put`] fills.
#[must_use]
pub fn outputs(children: u32) -> Value {
    Value::Array((0..children).map(|_| Value::Null).collect::<Array>())
}

/// Puts in the output of the child with this index.
pub fn put(outputs: &mut Value, index: u32, output: Value) {
    if let (Value::Array(outputs), Ok(index)) = (outputs, usize::try_from(index)) {
        outputs.replace(index, output);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn outputs_keep_the_order_of_the_children() {
        let mut all = outputs(3);
        put(&mut all, 2, json!("c"));
        put(&mut all, 0, json!("a"));
        put(&mut all, 7, json!("nobody"));
        assert_eq!(all, json!(["a", null, "c"]));
        assert_eq!(item(&all, 2).unwrap(), "c");
        assert!(item(&all, 3).is_err());
    }
}
