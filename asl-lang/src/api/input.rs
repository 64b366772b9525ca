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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn why_an_input_is_refused() {
        let refused = |input, reason: &str| {
            let message = format!("Invalid State Machine Execution Input: '{reason}'");
            assert_eq!(input_refusal(input), Some(message));
        };
        refused("", "Invalid execution input.");
        refused(
            "not json",
            "Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token \
             'null', 'true' or 'false')",
        );
        refused(
            "{'a': 1}",
            "Unexpected character (''' (code 39)): was expecting double-quote to start field name",
        );
        assert_eq!(input_refusal("1"), None);
    }
}
