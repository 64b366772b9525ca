//! `TimeoutSecondsPath` and `HeartbeatSecondsPath`.

use std::num::NonZeroU32;

use crate::error::Failure;
use crate::value::Value;

/// The largest number of seconds that a limit may have.
const MOST_SECONDS: u32 = 99_999_999;

/// The limit for the value at a path.
///
/// # Errors
/// The value is no integer from 1 to 99,999,999.
///
/// ```
/// use asl_runtime::{data::limit, json};
///
/// let timeout = limit::seconds(&json!(30), "TimeoutSecondsPath", "$.timeout")?;
/// assert_eq!(timeout.get(), 30);
/// assert!(limit::seconds(&json!(0), "TimeoutSecondsPath", "$.timeout").is_err());
/// # Ok::<(), asl_runtime::Failure>(())
/// ```
#[inline]
pub fn seconds(value: &Value, field: &str, path: &str) -> Result<NonZeroU32, Failure> {
    let seconds = value.as_u64().and_then(|seconds| u32::try_from(seconds).ok());
    seconds
        .filter(|seconds| *seconds <= MOST_SECONDS)
        .and_then(NonZeroU32::new)
        .ok_or_else(|| refused(value, field, path))
}

#[cold]
fn refused(value: &Value, field: &str, path: &str) -> Failure {
    let text = super::intrinsic::java_text(value);
    Failure::runtime(match value.as_i64() {
        Some(seconds) if seconds <= 0 => {
            format!("The {field} parameter references a non-positive value: {path} == {text}")
        }
        Some(_) => format!(
            "The {field} parameter references a value above {MOST_SECONDS}: {path} == {text}"
        ),
        None => {
            format!("The {field} parameter cannot be parsed as a long value: {path} == {text}")
        }
    })
}
