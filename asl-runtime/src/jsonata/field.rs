//! Fields of JSONata states that take numbers and times, from what their expressions gave.
//!
//! A `location` is the field and where in there, which ends with the name that messages say.

use std::num::NonZeroU32;
use std::time::Duration;

use crate::data::timestamp::Timestamp;
use crate::error::Failure;
use crate::value::Value;

/// The largest number of seconds there may be.
const MOST_SECONDS: u32 = 99_999_999;

/// `Seconds` of a Wait.
///
/// # Errors
/// The value is no integer from 0 to 99,999,999.
pub fn seconds(value: &Value, location: &str) -> Result<Duration, Failure> {
    let seconds = natural(value, location)?;
    if seconds > MOST_SECONDS {
        return Err(above(MOST_SECONDS, value, location));
    }
    Ok(Duration::from_secs(seconds.into()))
}

/// `Timestamp` of a Wait.
///
/// # Errors
/// The value is no RFC 3339 timestamp.
pub fn timestamp(value: &Value, location: &str) -> Result<Timestamp, Failure> {
    time(value.as_str().unwrap_or_default(), location)
}

/// `Timestamp` of a Wait, from its text.
///
/// # Errors
/// As of [`timestamp`].
pub fn time(text: &str, location: &str) -> Result<Timestamp, Failure> {
    Timestamp::parse(text).ok_or_else(|| {
        let what = "cannot be parsed as an ISO-8601 extended offset date-time format string";
        refused(&format!("{what}: {text}"), location)
    })
}

/// `TimeoutSeconds` and `HeartbeatSeconds`.
///
/// # Errors
/// The value is no integer from 1 to 99,999,999.
pub fn limit(value: &Value, location: &str) -> Result<NonZeroU32, Failure> {
    let seconds = positive(value, location)?;
    if seconds.get() > MOST_SECONDS {
        return Err(above(MOST_SECONDS, value, location));
    }
    Ok(seconds)
}

/// `MaxConcurrency`, `ToleratedFailureCount` and the like.
///
/// # Errors
/// The value is no integer, or negative.
pub fn natural(value: &Value, location: &str) -> Result<u32, Failure> {
    let number = integer(value, location)?;
    if number < 0.0 {
        return Err(refused(&format!("cannot be negative: {value}"), location));
    }
    Ok(number as u32)
}

/// `MaxItemsPerBatch` and `MaxInputBytesPerBatch`.
///
/// # Errors
/// The value is no integer above 0.
pub fn positive(value: &Value, location: &str) -> Result<NonZeroU32, Failure> {
    let number = integer(value, location)?;
    let positive = (number > 0.0).then(|| NonZeroU32::new(number as u32)).flatten();
    positive.ok_or_else(|| refused(&format!("must be positive: {value}"), location))
}

/// `ToleratedFailurePercentage`.
///
/// # Errors
/// The value is no number from 0 to 100.
pub fn percentage(value: &Value, location: &str) -> Result<f64, Failure> {
    let number = number(value).filter(|number| (0.0..=100.0).contains(number));
    number.ok_or_else(|| refused(&format!("must be between 0 and 100: {value}"), location))
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => Some(number.as_f64()),
        _ => None,
    }
}

/// A number without a fraction.
fn integer(value: &Value, location: &str) -> Result<f64, Failure> {
    let number = number(value).filter(|number| number.trunc() == *number);
    number.ok_or_else(|| refused(&format!("cannot be parsed as a long value: {value}"), location))
}

#[cold]
fn above(most: u32, value: &Value, location: &str) -> Failure {
    refused(&format!("cannot be above {most}: {value}"), location)
}

#[cold]
fn refused(what: &str, location: &str) -> Failure {
    let field = location.rsplit('/').next().unwrap_or(location);
    Failure::query(format!("The {field} field {what}"), location)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[track_caller]
    fn assert_refused<T: std::fmt::Debug>(result: Result<T, Failure>, cause: &str) {
        let failure = result.unwrap_err();
        assert_eq!(failure.error(), Some("States.QueryEvaluationError"));
        assert_eq!(failure.cause(), Some(cause));
    }

    #[test]
    fn numbers_are_whole() {
        assert_eq!(natural(&json!(3), "MaxConcurrency"), Ok(3));
        assert_eq!(natural(&json!(3.0), "MaxConcurrency"), Ok(3));
        assert_eq!(natural(&json!(1e300), "MaxConcurrency"), Ok(u32::MAX));
        assert_refused(
            natural(&json!(1.5), "MaxConcurrency"),
            "The MaxConcurrency field cannot be parsed as a long value: 1.5",
        );
        assert_refused(
            natural(&json!(-1), "ItemReader/ReaderConfig/MaxItems"),
            "The MaxItems field cannot be negative: -1",
        );
        assert_refused(
            positive(&json!(0), "ItemBatcher/MaxItemsPerBatch"),
            "The MaxItemsPerBatch field must be positive: 0",
        );
    }

    #[test]
    fn seconds_have_a_range() {
        assert_eq!(seconds(&json!(0), "Seconds"), Ok(Duration::ZERO));
        assert_refused(seconds(&json!(-1), "Seconds"), "The Seconds field cannot be negative: -1");
        assert_refused(
            seconds(&json!(100_000_000), "Seconds"),
            "The Seconds field cannot be above 99999999: 100000000",
        );
        assert_eq!(limit(&json!(1), "TimeoutSeconds"), Ok(NonZeroU32::MIN));
        assert_refused(
            limit(&json!(0), "TimeoutSeconds"),
            "The TimeoutSeconds field must be positive: 0",
        );
        assert_refused(
            limit(&json!(100_000_000), "TimeoutSeconds"),
            "The TimeoutSeconds field cannot be above 99999999: 100000000",
        );
    }

    #[test]
    fn times_have_a_form() {
        assert!(timestamp(&json!("2016-12-05T21:29:29Z"), "Timestamp").is_ok());
        assert_refused(
            timestamp(&json!("2016-12-05 21:29:29Z"), "Timestamp"),
            "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format \
             string: 2016-12-05 21:29:29Z",
        );
    }

    #[test]
    fn percentages_have_a_range() {
        assert_eq!(percentage(&json!(12.5), "ToleratedFailurePercentage"), Ok(12.5));
        assert_refused(
            percentage(&json!(101), "ToleratedFailurePercentage"),
            "The ToleratedFailurePercentage field must be between 0 and 100: 101",
        );
    }
}
