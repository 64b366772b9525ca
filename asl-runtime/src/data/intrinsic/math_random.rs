//! `States.MathRandom`: a random integer.

use super::IntrinsicError;
use super::arguments::integer;
use crate::data::java_random::JavaRandom;
use crate::value::Value;

/// `States.MathRandom(start, end)`: an integer from `start` up to but not including `end`, made of
/// random bits. Fractions do not count.
///
/// # Errors
/// An argument is no number or no integer of 32 bits, or `start` is not below `end`.
///
/// # Examples
/// ```
/// use asl_runtime::data::intrinsic::math_random;
/// use asl_runtime::json;
///
/// let number = math_random(&json!(1), &json!(7), 0x5eed)?;
/// assert!((1..7).contains(&number.as_i64().unwrap_or_default()));
/// # Ok::<(), asl_runtime::data::intrinsic::IntrinsicError>(())
/// ```
pub fn math_random(start: &Value, end: &Value, bits: u128) -> Result<Value, IntrinsicError> {
    draw(start, end, JavaRandom::new(bits as u64)).ok_or_else(invalid)
}

/// `States.MathRandom(start, end, seed)`: the same integer each time, AWS's.
///
/// # Errors
/// As [`math_random`], or the seed is no number.
///
/// # Examples
/// ```
/// use asl_runtime::data::intrinsic::math_random_seeded;
/// use asl_runtime::json;
///
/// assert_eq!(math_random_seeded(&json!(1), &json!(1000), &json!(1))?, 106);
/// # Ok::<(), asl_runtime::data::intrinsic::IntrinsicError>(())
/// ```
pub fn math_random_seeded(
    start: &Value,
    end: &Value,
    seed: &Value,
) -> Result<Value, IntrinsicError> {
    let seed = integer(seed).ok_or_else(invalid)?;
    draw(start, end, JavaRandom::new(seed.cast_unsigned())).ok_or_else(invalid)
}

#[cold]
fn invalid() -> IntrinsicError {
    IntrinsicError::arguments("MathRandom")
}

fn draw(start: &Value, end: &Value, mut random: JavaRandom) -> Option<Value> {
    let bound = |value| i32::try_from(integer(value)?).ok();
    let (start, end) = (bound(start)?, bound(end)?);
    if start >= end {
        return None;
    }
    Some(Value::from(match end.checked_sub(start) {
        // Both are below the end of the range.
        Some(width) => start.wrapping_add(random.below(width)),
        None => loop {
            let number = random.next(32).cast_signed();
            if (start..end).contains(&number) {
                break number;
            }
        },
    }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::json;

    #[test]
    fn a_seed_gives_the_number_that_aws_gives() {
        for (start, end, seed, number) in [
            (json!(1), json!(1000), json!(1), 106),
            (json!(1), json!(1000), json!(2), 806),
            (json!(1), json!(5), json!(42), 3),
            (json!(-5), json!(5), json!(42), -5),
            (json!(1), json!(10), json!(-10), 1),
            (json!(1), json!(10), json!(0), 7),
            (json!(2_147_483_640), json!(2_147_483_647), json!(1), 2_147_483_644),
        ] {
            assert_eq!(math_random_seeded(&start, &end, &seed), Ok(json!(number)), "{seed}");
        }
    }

    #[test]
    fn refuses_bounds_with_nothing_between() {
        for (start, end, seed) in [
            (json!(1), json!(1), json!(1)),
            (json!(10), json!(5), json!(1)),
            (json!(1.4), json!(1.6), json!(1)),
            (json!("a"), json!(10), json!(1)),
            (json!(1), json!(null), json!(1)),
            (json!(1), json!(10), json!("seed")),
            (json!(1), json!(10), json!(null)),
            (json!(0), json!(2_147_483_648_i64), json!(1)),
        ] {
            let error = math_random_seeded(&start, &end, &seed).unwrap_err();
            assert_eq!(error.to_string(), "Invalid arguments in States.MathRandom");
            if seed == json!(1) {
                assert_eq!(math_random(&start, &end, 7), Err(error));
            }
        }
    }

    proptest! {
        #[test]
        fn numbers_are_within_the_bounds(a in any::<i32>(), b in any::<i32>(), bits in any::<u128>()) {
            prop_assume!(a != b);
            let (start, end) = (a.min(b), a.max(b));
            let number = math_random(&json!(start), &json!(end), bits).unwrap().as_i64().unwrap();
            prop_assert!((i64::from(start)..i64::from(end)).contains(&number));
        }

        #[test]
        fn few_numbers_all_come(start in -100_i32..100, width in 1_i32..9) {
            let mut seen = vec![false; width as usize];
            for bits in 0..2000 {
                let number = math_random(&json!(start), &json!(start + width), bits * 7919).unwrap();
                seen[(number.as_i64().unwrap() - i64::from(start)) as usize] = true;
            }
            prop_assert!(seen.iter().all(|seen| *seen));
        }
    }
}
