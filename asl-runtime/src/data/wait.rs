//! How long a Wait state waits, from the values its paths lead to.

use std::time::Duration;

use super::timestamp::Timestamp;
use crate::error::Failure;
use crate::value::Value;

/// The longest wait of a `SecondsPath`, the same as of `Seconds`.
const MOST_SECONDS: u64 = 99_999_999;

/// The longest wait until a timestamp.
const MOST_SECONDS_AHEAD: u64 = 2_147_483_647;

/// The pause for the value at a `SecondsPath`.
///
/// # Errors
/// The value is no integer, negative, or more than 99,999,999.
pub fn seconds(value: &Value, path: &str) -> Result<Duration, Failure> {
    let Some(seconds) = value.as_i64() else {
        return Err(Failure::runtime(format!(
            "The SecondsPath parameter cannot be parsed as a long value: {path} == {}",
            super::intrinsic::java_text(value)
        )));
    };
    match u64::try_from(seconds) {
        Ok(seconds) if seconds > MOST_SECONDS => Err(too_long()),
        Ok(seconds) => Ok(Duration::from_secs(seconds)),
        Err(_) => Err(Failure::runtime(format!(
            "The SecondsPath parameter references a negative value: {path} == {seconds}"
        ))),
    }
}

/// The instant for the value at a `TimestampPath`.
///
/// # Errors
/// The value is no timestamp.
pub fn timestamp(value: &Value, path: &str) -> Result<Timestamp, Failure> {
    value.as_str().and_then(Timestamp::parse).ok_or_else(|| {
        Failure::runtime(format!(
            "The TimestampPath parameter does not reference a valid ISO-8601 extended offset \
             date-time format string: {path} == {}",
            super::intrinsic::java_text(value)
        ))
    })
}

/// The pause from `now` until a timestamp; none if it is past.
///
/// # Errors
/// It is more than 2³¹ − 1 seconds ahead.
pub fn until(timestamp: Timestamp, now: jiff::Timestamp) -> Result<Duration, Failure> {
    let pause = timestamp.after(now);
    if pause > Duration::from_secs(MOST_SECONDS_AHEAD) {
        return Err(too_long());
    }
    Ok(pause)
}

#[cold]
fn too_long() -> Failure {
    Failure::runtime("Wait state delay is too long.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    fn cause<T: std::fmt::Debug>(result: Result<T, Failure>) -> String {
        let failure = result.unwrap_err();
        assert_eq!(failure.error(), Some("States.Runtime"));
        failure.cause().unwrap().to_owned()
    }

    #[test]
    fn seconds_are_whole_and_not_negative() {
        let path = "$.input.waitSeconds";
        assert_eq!(seconds(&json!(0), path), Ok(Duration::ZERO));
        assert_eq!(seconds(&json!(7), path), Ok(Duration::from_secs(7)));
        assert_eq!(
            cause(seconds(&json!(-1), path)),
            "The SecondsPath parameter references a negative value: $.input.waitSeconds == -1"
        );
        for number in [1.5, -1.5] {
            assert_eq!(
                cause(seconds(&json!(number), path)),
                format!(
                    "The SecondsPath parameter cannot be parsed as a long value: \
                     $.input.waitSeconds == {number}"
                )
            );
        }
        assert!(seconds(&json!("1"), path).is_err());
    }

    #[test]
    fn seconds_have_an_upper_bound() {
        let path = "$.pause";
        let longest = Duration::from_secs(99_999_999);
        assert_eq!(seconds(&json!(99_999_999), path), Ok(longest));
        for more in [100_000_000, i64::MAX] {
            assert_eq!(cause(seconds(&json!(more), path)), "Wait state delay is too long.");
        }
        // More than a long value holds.
        assert!(cause(seconds(&json!(u64::MAX), path)).contains("cannot be parsed as a long"));
    }

    #[test]
    fn timestamps_have_a_form() {
        assert!(timestamp(&json!("2016-12-05T21:29:29Z"), "$.at").is_ok());
        assert_eq!(
            cause(timestamp(&json!("2016-12-05 21:29:29Z"), "$.TimestampValue")),
            "The TimestampPath parameter does not reference a valid ISO-8601 extended offset \
             date-time format string: $.TimestampValue == 2016-12-05 21:29:29Z"
        );
    }

    #[test]
    fn the_future_is_not_too_far() {
        let now: jiff::Timestamp = "2024-01-01T00:00:00Z".parse().unwrap();
        let at = |text: &str| until(Timestamp::parse(text).unwrap(), now);
        assert_eq!(at("2023-01-01T00:00:00Z"), Ok(Duration::ZERO));
        // 24,855 days ahead and 24,856.
        assert_eq!(at("2092-01-19T00:00:00Z"), Ok(Duration::from_secs(24_855 * 86_400)));
        assert_eq!(cause(at("2092-01-20T00:00:00Z")), "Wait state delay is too long.");
        assert_eq!(cause(at("9999-12-31T23:59:59Z")), "Wait state delay is too long.");
    }
}
