//! Why an input is refused.

use super::jackson;

/// The message of the `InvalidExecutionInput` with which [StartExecution] refuses an input that is
/// not JSON; none if it is.
///
/// ```
/// use asl_lang::api::input_refusal;
///
/// let refusal = input_refusal("[1 2]").unwrap_or_default();
/// assert_eq!(
///     refusal,
///     "Invalid State Machine Execution Input: 'Unexpected character ('2' (code 50)): \
///      was expecting comma to separate Array entries'"
/// );
/// assert_eq!(input_refusal("[1, 2]"), None);
/// ```
///
/// [StartExecution]: https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html
pub fn input_refusal(input: &str) -> Option<String> {
    let reason = if input.trim().is_empty() {
        "Invalid execution input.".to_owned()
    } else {
        jackson::syntax_error(input)?.reason
    };
    Some(format!("Invalid State Machine Execution Input: '{reason}'"))
}
