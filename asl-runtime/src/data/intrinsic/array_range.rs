//! `States.ArrayRange`: an array of integers at equal distances.

use super::IntrinsicError;
use super::arguments::integer;
use crate::value::{Array, Value};

/// How many integers there may be.
const MOST_INTEGERS: i128 = 1000;

/// `States.ArrayRange(first, last, step)`: `first`, `first + step` and so on, as far as `last`,
/// which belongs to it if it is met. Fractions do not count.
///
/// # Errors
/// An argument is no number, the step is 0, or there are more than 1,000 integers.
///
/// # Examples
/// ```
/// use asl_runtime::data::intrinsic::array_range;
/// use asl_runtime::json;
///
/// assert_eq!(array_range(&json!(1), &json!(9), &json!(2))?, json!([1, 3, 5, 7, 9]));
/// # Ok::<(), asl_runtime::data::intrinsic::IntrinsicError>(())
/// ```
pub fn array_range(first: &Value, last: &Value, step: &Value) -> Result<Value, IntrinsicError> {
    range(first, last, step).ok_or_else(|| IntrinsicError::arguments("ArrayRange"))
}

fn range(first: &Value, last: &Value, step: &Value) -> Option<Value> {
    // In 128 bits nothing overflows.
    let [first, last, step] = [integer(first)?, integer(last)?, integer(step)?].map(i128::from);
    // Negative, if the step leads away from the last.
    let steps = (last - first).checked_div(step)?;
    let away = (last - first).signum() * step.signum() < 0;
    let count = if away { 0 } else { steps + 1 };
    if count > MOST_INTEGERS {
        return None;
    }
    let integers = (0..count).map(|index| i64::try_from(first + index * step));
    let integers: Array = integers.collect::<Result<Vec<i64>, _>>().ok()?.into_iter().collect();
    Some(Value::Array(integers))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::json;

    fn integers(first: Value, last: Value, step: Value) -> Vec<i64> {
        let range = array_range(&first, &last, &step).unwrap();
        range.as_array().unwrap().iter().map(|item| item.as_i64().unwrap()).collect()
    }

    #[test]
    fn counts_as_recorded() {
        for (first, last, step, expected) in [
            (json!(1), json!(10), json!(2), vec![1, 3, 5, 7, 9]),
            (json!(0), json!(3), json!(1), vec![0, 1, 2, 3]),
            (json!(-2), json!(2), json!(2), vec![-2, 0, 2]),
            (json!(5), json!(1), json!(-2), vec![5, 3, 1]),
            (json!(3), json!(3), json!(1), vec![3]),
            (json!(3), json!(3), json!(-1), vec![3]),
            (json!(1), json!(9), json!(9), vec![1]),
            (json!(5), json!(1), json!(1), vec![]),
            (json!(1), json!(5), json!(-1), vec![]),
            (json!(1), json!(2), json!(-9), vec![]),
            (json!(1.4), json!(5.6), json!(2.2), vec![1, 3, 5]),
            (json!(1.6), json!(1.4), json!(1), vec![1]),
            (json!(5.4), json!(-0.6), json!(-2.4), vec![5, 3, 1]),
            (json!(i64::MIN), json!(i64::MAX), json!(i64::MAX), vec![i64::MIN, -1, i64::MAX - 1]),
        ] {
            assert_eq!(integers(first, last, step), expected);
        }
        assert_eq!(integers(json!(1), json!(1000), json!(1)).len(), 1000);
        assert_eq!(integers(json!(1000), json!(1), json!(-1)).last(), Some(&1));
    }

    #[test]
    fn refuses_what_it_cannot_count() {
        for (first, last, step) in [
            (json!(1), json!(10), json!(0)),
            (json!(1), json!(10), json!(0.49)),
            (json!(1), json!(1001), json!(1)),
            (json!(1001), json!(1), json!(-1)),
            (json!(i64::MIN), json!(i64::MAX), json!(1)),
            (json!("a"), json!(5), json!(1)),
            (json!(1), json!(null), json!(1)),
            (json!(1), json!(5), json!("1")),
        ] {
            let error = array_range(&first, &last, &step).unwrap_err();
            assert_eq!(error.to_string(), "Invalid arguments in States.ArrayRange");
        }
    }

    proptest! {
        #[test]
        fn counts_as_a_loop_does(first in -50_i64..50, last in -50_i64..50, step in -9_i64..9) {
            prop_assume!(step != 0);
            let mut expected = Vec::new();
            let mut next = first;
            while if step > 0 { next <= last } else { next >= last } {
                expected.push(next);
                next += step;
            }
            prop_assert_eq!(integers(json!(first), json!(last), json!(step)), expected);
        }
    }
}
