//! `States.ArrayGetItem`: an item of an array by its index.

use super::IntrinsicError;
use super::arguments::integer;
use crate::value::Value;

/// `States.ArrayGetItem(array, index)`, counted from 0. The fraction of an index does not count.
///
/// # Errors
/// The first argument is no array, the second no number, or there is no such item.
///
/// # Examples
/// ```
/// use asl_runtime::data::intrinsic::array_get_item;
/// use asl_runtime::json;
///
/// assert_eq!(array_get_item(&json!(["a", "b"]), &json!(1))?, "b");
/// # Ok::<(), asl_runtime::data::intrinsic::IntrinsicError>(())
/// ```
pub fn array_get_item(array: &Value, index: &Value) -> Result<Value, IntrinsicError> {
    let index = integer(index).and_then(|index| usize::try_from(index).ok());
    let item = array.as_array().zip(index).and_then(|(array, index)| array.get(index));
    item.cloned().ok_or_else(|| IntrinsicError::arguments("ArrayGetItem"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn gets_items_as_recorded() {
        let array = json!([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        assert_eq!(array_get_item(&array, &json!(5)), Ok(json!(6)));
        assert_eq!(array_get_item(&array, &json!(0)), Ok(json!(1)));
        assert_eq!(array_get_item(&json!([10, 20, 30]), &json!(1.2)), Ok(json!(20)));
        assert_eq!(array_get_item(&json!([null, { "b": [] }]), &json!(1)), Ok(json!({ "b": [] })));
        assert_eq!(array_get_item(&json!([null]), &json!(0)), Ok(json!(null)));
    }

    #[test]
    fn refuses_what_is_no_item() {
        let array = json!([10, 20, 30]);
        for (array, index) in [
            (&array, json!(3)),
            (&array, json!(-1)),
            (&array, json!("1")),
            (&array, json!(null)),
            (&array, json!(i64::MAX)),
            (&array, json!(1e300)),
            (&json!([]), json!(0)),
            (&json!("abc"), json!(0)),
            (&json!({ "0": 1 }), json!(0)),
        ] {
            let error = array_get_item(array, &index).unwrap_err();
            assert_eq!(error.to_string(), "Invalid arguments in States.ArrayGetItem", "{index}");
        }
    }
}
