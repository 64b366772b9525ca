//! What AWS answers to who wants to create a machine of a definition with errors.

use super::Diagnostic;

/// The message of AWS's `InvalidDefinition`: its errors in AWS's words, those that AWS has words
/// for. None if there are no errors.
///
/// ```
/// use asl_lang::diagnostic::refusal;
/// use asl_lang::source::Source;
/// use asl_lang::{Options, compile};
///
/// let source = Source::new("m.asl.json", r#"{ "StartAt": "A" }"#);
/// let found = compile(&source, &Options::default()).diagnostics;
/// let message = refusal(&found).unwrap_or_default();
/// assert!(message.starts_with("Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: "));
/// ```
///
/// See [CreateStateMachine](https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html).
pub fn refusal(found: &[Diagnostic]) -> Option<String> {
    let errors: Vec<String> = found.iter().filter(|found| found.is_error()).map(words).collect();
    let message = || format!("Invalid State Machine Definition: '{}'", errors.join(", "));
    (!errors.is_empty()).then(message)
}

/// `CODE: message at location`
fn words(error: &Diagnostic) -> String {
    let code = error.code.aws().unwrap_or(error.code.id());
    let location = error.location.as_deref().map(|location| format!(" at {location}"));
    format!("{code}: {}{}", error.message, location.unwrap_or_default())
}
