//! `States.JsonMerge`: two objects in one.

use super::IntrinsicError;
use crate::value::Value;

/// `States.JsonMerge(first, second, false)`: the members of both objects. Where both have a member
/// of one name, the second's counts, whole.
///
/// # Errors
/// The first or the second argument is no object, or the third is not `false`: AWS has no deep
/// merge.
///
/// # Examples
/// ```
/// use asl_runtime::data::intrinsic::json_merge;
/// use asl_runtime::json;
///
/// let (first, second) = (json!({ "a": { "b": 1 }, "c": 2 }), json!({ "a": { "d": 3 } }));
/// assert_eq!(json_merge(&first, &second, &json!(false))?, json!({ "a": { "d": 3 }, "c": 2 }));
/// # Ok::<(), asl_runtime::data::intrinsic::IntrinsicError>(())
/// ```
pub fn json_merge(first: &Value, second: &Value, deep: &Value) -> Result<Value, IntrinsicError> {
    let (Value::Object(first), Value::Object(second), Value::Bool(false)) = (first, second, deep)
    else {
        return Err(IntrinsicError::arguments("JsonMerge"));
    };
    let mut merged = first.clone();
    for (name, member) in second {
        merged.insert(name.clone(), member.clone());
    }
    Ok(Value::Object(merged))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::json;
    use crate::value::to_value;

    #[test]
    fn merges_as_recorded() {
        for (first, second, merged) in [
            (
                json!({ "a": { "a1": 1, "a2": 2 }, "b": 2, "d": 3 }),
                json!({ "a": { "a3": 1, "a4": 2 }, "c": 3, "d": 4 }),
                json!({ "a": { "a3": 1, "a4": 2 }, "b": 2, "d": 4, "c": 3 }),
            ),
            (json!({}), json!({ "x": [1] }), json!({ "x": [1] })),
            (json!({ "x": [1] }), json!({}), json!({ "x": [1] })),
            (json!({ "x": { "y": 1 } }), json!({ "x": null }), json!({ "x": null })),
        ] {
            let found = json_merge(&first, &second, &json!(false)).unwrap();
            assert_eq!(found.to_string(), merged.to_string());
        }
    }

    #[test]
    fn takes_two_objects_and_false() {
        let object = json!({});
        for (first, second, deep) in [
            (json!(null), object.clone(), json!(false)),
            (json!([]), object.clone(), json!(false)),
            (object.clone(), json!("x"), json!(false)),
            (object.clone(), object.clone(), json!(true)),
            (object.clone(), object.clone(), json!("false")),
        ] {
            let error = json_merge(&first, &second, &deep).unwrap_err();
            assert_eq!(error.to_string(), "Invalid arguments in States.JsonMerge");
        }
    }

    fn object(members: &BTreeMap<String, i32>) -> Value {
        to_value(members).unwrap()
    }

    proptest! {
        #[test]
        fn merges_as_a_map_does(
            first in prop::collection::btree_map("[a-f]{1,2}", any::<i32>(), 0..40),
            second in prop::collection::btree_map("[a-f]{1,2}", any::<i32>(), 0..40),
        ) {
            let merged = json_merge(&object(&first), &object(&second), &json!(false)).unwrap();
            let expected = first.into_iter().chain(second).collect();
            prop_assert_eq!(merged, object(&expected));
        }
    }
}
