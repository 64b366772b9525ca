//! `States.ArrayPartition`: an array cut into pieces.

use super::IntrinsicError;
use super::arguments::integer;
use crate::value::{Array, Value};

/// `States.ArrayPartition(array, size)`: arrays of `size` items, the last of what is left. The
/// fraction of a size does not count.
///
/// # Errors
/// The first argument is no array, or the second no number from 1 on.
///
/// # Examples
/// ```
/// use asl_runtime::data::intrinsic::array_partition;
/// use asl_runtime::json;
///
/// assert_eq!(array_partition(&json!([1, 2, 3]), &json!(2))?, json!([[1, 2], [3]]));
/// # Ok::<(), asl_runtime::data::intrinsic::IntrinsicError>(())
/// ```
pub fn array_partition(array: &Value, size: &Value) -> Result<Value, IntrinsicError> {
    let size = integer(size).filter(|size| *size > 0);
    let (Some(array), Some(size)) = (array.as_array(), size) else {
        return Err(IntrinsicError::arguments("ArrayPartition"));
    };
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    let pieces = array.chunks(size).map(|piece| Value::Array(Array::from(piece.to_vec())));
    Ok(Value::Array(pieces.collect()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::json;

    #[test]
    fn cuts_as_recorded() {
        for (array, size, pieces) in [
            (json!([]), json!(1), json!([])),
            (json!([]), json!(5), json!([])),
            (json!([0]), json!(1), json!([[0]])),
            (json!([0]), json!(5), json!([[0]])),
            (json!([0, 1]), json!(1), json!([[0], [1]])),
            (json!([0, 1]), json!(3), json!([[0, 1]])),
            (json!([0, 1, 2]), json!(2), json!([[0, 1], [2]])),
            (json!([0, 1, 2, 3]), json!(2), json!([[0, 1], [2, 3]])),
            (json!([0, 1, 2, 3]), json!(3), json!([[0, 1, 2], [3]])),
            (json!([1, 2, 3, 4, 5]), json!(2.6), json!([[1, 2], [3, 4], [5]])),
            (json!([[1], [2]]), json!(i64::MAX), json!([[[1], [2]]])),
        ] {
            assert_eq!(array_partition(&array, &size), Ok(pieces), "{array} by {size}");
        }
    }

    #[test]
    fn refuses_sizes_that_are_none() {
        let array = json!([1, 2, 3]);
        for size in [json!(0), json!(-1), json!(0.6), json!(-0.4), json!("2"), json!(null)] {
            let error = array_partition(&array, &size).unwrap_err();
            assert_eq!(error.to_string(), "Invalid arguments in States.ArrayPartition", "{size}");
        }
        assert!(array_partition(&json!("abc"), &json!(2)).is_err());
    }

    proptest! {
        #[test]
        fn pieces_make_the_array(items in prop::collection::vec(any::<i8>(), 0..50), size in 1..60) {
            let mut expected: Vec<Vec<i8>> = Vec::new();
            for item in &items {
                match expected.last_mut() {
                    Some(piece) if (piece.len() as i32) < size => piece.push(*item),
                    _ => expected.push(vec![*item]),
                }
            }
            let pieces = array_partition(&json!(items), &json!(size)).unwrap();
            prop_assert_eq!(pieces, json!(expected));
        }
    }
}
