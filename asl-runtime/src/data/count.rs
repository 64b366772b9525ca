//! Numbers of a Map: `MaxConcurrencyPath`, `ToleratedFailureCountPath` and the like.
//!
//! See [Map](https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html). As on AWS, a
//! string that is such a number is one.

use crate::error::Failure;
use crate::value::Value;

/// A number for the value at the path of `field`, which is named without its `Path`.
///
/// # Errors
/// The value is no integer, or negative.
///
/// # Examples
/// ```
/// use asl_runtime::{data::count, json};
///
/// assert_eq!(count::natural(&json!("8"), "MaxConcurrency", "$.most")?, 8);
/// assert_eq!(
///     count::natural(&json!("many"), "MaxConcurrency", "$.most").unwrap_err().cause(),
///     Some("The MaxConcurrencyPath field refers to value \"many\" which is not a valid integer: $.most")
/// );
/// # Ok::<(), asl_runtime::Failure>(())
/// ```
pub fn natural(value: &Value, field: &str, path: &str) -> Result<u32, Failure> {
    let number = integer(value, field, path)?;
    clamped(number).ok_or_else(|| Failure::runtime(format!("{field} cannot be negative.")))
}

/// `MaxItems` for the value at its path; 0 for all items.
///
/// # Errors
/// The value is no integer (`States.Runtime`), or negative (`States.ItemReaderFailed`).
pub fn max_items(value: &Value, path: &str) -> Result<u32, Failure> {
    let number = integer(value, "MaxItems", path)?;
    clamped(number)
        .ok_or_else(|| Failure::new("States.ItemReaderFailed", "field MaxItems must be positive"))
}

/// `ToleratedFailurePercentage` for the value at its path.
///
/// # Errors
/// The value is no number, or not from 0 to 100.
pub fn percentage(value: &Value, path: &str) -> Result<f64, Failure> {
    const FIELD: &str = "ToleratedFailurePercentage";
    let number = match value {
        Value::Number(number) => Some(number.as_f64()),
        Value::String(text) => text.parse().ok(),
        _ => None,
    };
    let number = number.ok_or_else(|| refused(value, FIELD, path, "float"))?;
    if (0.0..=100.0).contains(&number) {
        return Ok(number);
    }
    Err(Failure::runtime(format!("{FIELD} must be between 0 and 100.")))
}

fn integer(value: &Value, field: &str, path: &str) -> Result<i64, Failure> {
    let number = match value {
        Value::String(text) => text.parse().ok(),
        value => value.as_i64(),
    };
    number.ok_or_else(|| refused(value, field, path, "integer"))
}

/// The number, or the largest there is; none if it is negative.
fn clamped(number: i64) -> Option<u32> {
    u64::try_from(number).ok().map(|number| u32::try_from(number).unwrap_or(u32::MAX))
}

#[cold]
fn refused(value: &Value, field: &str, path: &str, what: &str) -> Failure {
    let text = super::intrinsic::java_text(value);
    Failure::runtime(format!(
        "The {field}Path field refers to value \"{text}\" which is not a valid {what}: {path}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    fn cause<T: std::fmt::Debug>(result: Result<T, Failure>) -> String {
        result.unwrap_err().cause().unwrap().to_owned()
    }

    #[test]
    fn numbers_are_whole_and_not_negative() {
        assert_eq!(natural(&json!(0), "MaxConcurrency", "$.n").unwrap(), 0);
        assert_eq!(natural(&json!("2"), "MaxConcurrency", "$.n").unwrap(), 2);
        assert_eq!(natural(&json!(1_u64 << 40), "MaxConcurrency", "$.n").unwrap(), u32::MAX);
        assert_eq!(
            cause(natural(&json!({}), "ToleratedFailureCount", "$.n")),
            "The ToleratedFailureCountPath field refers to value \"{}\" which is not a valid \
             integer: $.n"
        );
        assert_eq!(
            cause(natural(&json!(-1), "ToleratedFailureCount", "$.n")),
            "ToleratedFailureCount cannot be negative."
        );
    }

    #[test]
    fn the_items_of_a_reader_have_an_error_of_their_own() {
        assert_eq!(max_items(&json!(0), "$.n").unwrap(), 0);
        assert_eq!(
            cause(max_items(&json!(1.5), "$.n")),
            "The MaxItemsPath field refers to value \"1.5\" which is not a valid integer: $.n"
        );
        let failure = max_items(&json!(-1), "$.n").unwrap_err();
        assert_eq!(failure.error(), Some("States.ItemReaderFailed"));
    }

    #[test]
    fn percentages_are_numbers_up_to_a_hundred() {
        assert_eq!(percentage(&json!(100), "$.n").unwrap(), 100.0);
        assert_eq!(percentage(&json!("1.5"), "$.n").unwrap(), 1.5);
        for number in [json!(-1), json!(100.1), json!("NaN")] {
            assert_eq!(
                cause(percentage(&number, "$.n")),
                "ToleratedFailurePercentage must be between 0 and 100."
            );
        }
        assert_eq!(
            cause(percentage(&json!("NoNumber"), "$.n")),
            "The ToleratedFailurePercentagePath field refers to value \"NoNumber\" which is not a \
             valid float: $.n"
        );
    }
}
