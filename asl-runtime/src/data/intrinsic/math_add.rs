//! `States.MathAdd`: the sum of two integers.

use super::IntrinsicError;
use crate::value::Value;

/// `States.MathAdd(a, b)`: a number with a fraction is first rounded to the nearest integer, a half
/// up.
///
/// # Errors
/// An argument is no number, or it or the sum is no integer of 32 bits, AWS's range.
///
/// # Examples
/// ```
/// use asl_runtime::data::intrinsic::math_add;
/// use asl_runtime::json;
///
/// assert_eq!(math_add(&json!(111), &json!(-1))?, 110);
/// assert_eq!(math_add(&json!(1.5), &json!(1.51))?, 4);
/// # Ok::<(), asl_runtime::data::intrinsic::IntrinsicError>(())
/// ```
pub fn math_add(a: &Value, b: &Value) -> Result<Value, IntrinsicError> {
    let sum = match (rounded(a), rounded(b)) {
        (Some(a), Some(b)) => a.checked_add(b),
        _ => None,
    };
    sum.map(Value::from).ok_or_else(|| IntrinsicError::arguments("MathAdd"))
}

fn rounded(value: &Value) -> Option<i32> {
    let number = value.as_number()?;
    if number.is_integer() {
        return i32::try_from(number.as_i64()?).ok();
    }
    let float = number.as_f64();
    // Not `(float + 0.5).floor()`, which rounds 0.49999999999999994 up.
    let below = float.floor();
    let whole = if float - below >= 0.5 { below + 1.0 } else { below };
    let in_range = (f64::from(i32::MIN)..=f64::from(i32::MAX)).contains(&whole);
    in_range.then_some(whole as i32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn adds_as_recorded() {
        for (a, b, sum) in [
            (json!(-9), json!(3), -6),
            (json!(1.49), json!(1.5), 3),
            (json!(-1.5), json!(0), -1),
            (json!(-1.51), json!(0), -2),
            (json!(0.5), json!(0), 1),
            (json!(1.5), json!(0), 2),
            (json!(2.5), json!(0), 3),
            (json!(3.5), json!(0), 4),
            (json!(-0.5), json!(0.5), 1),
            (json!(-0.5), json!(0), 0),
            (json!(-2.5), json!(0), -2),
            (json!(-3.5), json!(0), -3),
            (json!(1.5), json!(1.51), 4),
            (json!(-1.49), json!(-1.5), -2),
            (json!(-1.5), json!(-1.51), -3),
            (json!(1.49), json!(0), 1),
            (json!(1.49), json!(-1.49), 0),
            (json!(1.51), json!(0), 2),
            (json!(-1.49), json!(0), -1),
            (json!(0.499_999_999_999_999_94), json!(0), 0),
            (json!(i32::MAX), json!(i32::MIN), -1),
        ] {
            assert_eq!(math_add(&a, &b), Ok(json!(sum)), "{a} + {b}");
        }
    }

    #[test]
    fn refuses_what_it_cannot_add() {
        for (a, b) in [
            (json!("1"), json!(1)),
            (json!(true), json!(1)),
            (json!(1), json!(null)),
            (json!(i32::MAX), json!(1)),
            (json!(2_147_483_648_i64), json!(0)),
            (json!(u64::MAX), json!(0)),
            (json!(1e300), json!(0)),
            (json!(-1e300), json!(0)),
        ] {
            let error = math_add(&a, &b).unwrap_err();
            assert_eq!(error.to_string(), "Invalid arguments in States.MathAdd");
        }
    }
}
