//! What several functions ask of their arguments.

use crate::value::Value;

/// How many characters the functions that encode and hash take.
const MOST_CHARACTERS: usize = 10_000;

/// The integer of a number, without its fraction; none if it is anything else, or beyond 64 bits.
///
/// AWS's documentation says that these functions round; what AWS does is to cut the fraction off.
pub(super) fn integer(value: &Value) -> Option<i64> {
    let number = value.as_number()?;
    if number.is_integer() {
        return number.as_i64();
    }
    let whole = number.as_f64().trunc();
    // The upper bound is 2^63, the first float beyond the range.
    let in_range = (i64::MIN as f64..-(i64::MIN as f64)).contains(&whole);
    in_range.then_some(whole as i64)
}

/// The text, if it is not too long to be encoded or hashed.
pub(super) fn of_bounded_length(text: &str) -> Option<&str> {
    let fits = text.len() <= MOST_CHARACTERS || text.chars().count() <= MOST_CHARACTERS;
    fits.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn fractions_are_cut_off() {
        for (value, whole) in [
            (json!(7), 7),
            (json!(1.0), 1),
            (json!(1.9), 1),
            (json!(-1.9), -1),
            (json!(-0.9), 0),
            (json!(i64::MIN as f64), i64::MIN),
        ] {
            assert_eq!(integer(&value), Some(whole), "{value}");
        }
        for value in [json!("1"), json!(null), json!(u64::MAX), json!(9.3e18), json!(-1e300)] {
            assert_eq!(integer(&value), None, "{value}");
        }
    }

    #[test]
    fn characters_are_counted_not_bytes() {
        let longest = "é".repeat(MOST_CHARACTERS);
        assert_eq!(of_bounded_length(&longest), Some(&*longest));
        assert_eq!(of_bounded_length(&format!("{longest}a")), None);
        assert!(of_bounded_length(&"a".repeat(MOST_CHARACTERS)).is_some());
        assert!(of_bounded_length(&"a".repeat(MOST_CHARACTERS + 1)).is_none());
    }
}
