//! ValidateStateMachineDefinition, and why a definition is refused.

use super::constraint::{Constraints, ValidationException};
use super::jackson;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Source;
use crate::{MachineType, Options, check};

/// Characters that a definition may have.
const LONGEST: usize = 1_048_576;

/// Findings of one answer, also where none are asked for.
const MOST: i64 = 100;

const INVALID_JSON: &str = "INVALID_JSON_DESCRIPTION";

/// A request of [ValidateStateMachineDefinition], as it came.
///
/// [ValidateStateMachineDefinition]: https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html
#[derive(Debug, Clone, Copy, Default)]
pub struct Request<'a> {
    /// `definition`
    pub definition: &'a str,
    /// `type`: `STANDARD`, which it is if it is left out, or `EXPRESS`.
    pub machine_type: Option<&'a str>,
    /// `severity`: `ERROR`, which it is if it is left out, or `WARNING`.
    pub severity: Option<&'a str>,
    /// `maxResults`: 100 if it is left out, or 0.
    pub max_results: Option<i64>,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Validation {
    /// `result`
    pub result: Outcome,
    /// `diagnostics`
    pub findings: Vec<Finding>,
    /// `truncated`: there are more findings.
    pub truncated: bool,
}

/// Whether a definition is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// `OK`
    Ok,
    /// `FAIL`: there are errors.
    Fail,
}

/// A finding in AWS's terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// `severity`
    pub severity: Severity,
    /// `code`
    pub code: &'static str,
    /// `message`
    pub message: String,
    /// `location`; some findings are of no place.
    pub location: Option<String>,
}

impl Outcome {
    /// The word that the API has for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Outcome::Ok => "OK",
            Outcome::Fail => "FAIL",
        }
    }
}

impl Finding {
    /// The word that the API has for the severity.
    pub const fn severity(&self) -> &'static str {
        match self.severity {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
        }
    }
}

/// Answers [ValidateStateMachineDefinition].
///
/// What this crate alone finds is left out: AWS takes what is only not supported here yet.
///
/// # Errors
/// A member of the request is not as the service's model has it.
///
/// [ValidateStateMachineDefinition]: https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html
pub fn validate(request: &Request<'_>) -> Result<Validation, ValidationException> {
    let mut constraints = Constraints::default();
    constraints.length("definition", request.definition, 1, LONGEST);
    let types = [("STANDARD", MachineType::Standard), ("EXPRESS", MachineType::Express)];
    let machine_type = request.machine_type.map(|it| constraints.one_of("type", it, &types));
    let severities = [("ERROR", Severity::Error), ("WARNING", Severity::Warning)];
    let severity = request.severity.map(|it| constraints.one_of("severity", it, &severities));
    let most = request.max_results.unwrap_or_default();
    constraints.range("maxResults", most, 0, MOST);
    constraints.check()?;

    let machine_type = machine_type.flatten().unwrap_or_default();
    let Findings { mut list, more } = findings(request.definition, machine_type);
    let failed = list.iter().any(|finding| finding.severity == Severity::Error);
    let least = severity.flatten().unwrap_or(Severity::Error);
    list.retain(|finding| finding.severity >= least);
    let most = usize::try_from(if most == 0 { MOST } else { most }).unwrap_or_default();
    let truncated = more || list.len() > most;
    list.truncate(most);
    let result = if failed { Outcome::Fail } else { Outcome::Ok };
    Ok(Validation { result, findings: list, truncated })
}

/// The message of the `InvalidDefinition` with which CreateStateMachine and UpdateStateMachine
/// refuse a definition; none if they take it.
pub fn refusal(definition: &str, machine_type: MachineType) -> Option<String> {
    let findings = findings(definition, machine_type).list.into_iter();
    let errors: Vec<String> = findings
        .filter(|finding| finding.severity == Severity::Error)
        .map(|Finding { code, message, location, .. }| match location {
            Some(location) => format!("{code}: {message} at {location}"),
            None => format!("{code}: {message}"),
        })
        .collect();
    let errors = errors.join(", ");
    (!errors.is_empty()).then(|| format!("Invalid State Machine Definition: '{errors}'"))
}

/// The message of the `InvalidExecutionInput` with which an input is refused; none if it is JSON.
pub fn refused_input(input: &str) -> Option<String> {
    let reason = if input.trim().is_empty() {
        "Invalid execution input.".to_owned()
    } else {
        jackson::syntax_error(input)?.reason
    };
    Some(format!("Invalid State Machine Execution Input: '{reason}'"))
}

struct Findings {
    list: Vec<Finding>,
    more: bool,
}

/// All findings, in AWS's order.
fn findings(definition: &str, machine_type: MachineType) -> Findings {
    if let Some(error) = jackson::syntax_error(definition) {
        return Findings { list: vec![Finding::of_syntax(error)], more: false };
    }
    let options = Options { machine_type, consequences: true, ..Options::default() };
    let (_, mut found) = check(&Source::new("definition.asl.json", definition), &options);
    let more = found.iter().any(|finding| finding.code == Code::TooManyFindings);
    // Transitions are looked at last, those that miss their target before the states that nothing
    // leads to.
    found.sort_by_key(|finding| match finding.code {
        Code::MissingTarget => 1,
        Code::NoTerminalState => 2,
        Code::UnreachableState => 3,
        _ => 0,
    });
    let mut list: Vec<Finding> = found.into_iter().filter_map(Finding::new).collect();
    if let Some(index) = list.iter().position(|finding| finding.code == INVALID_JSON) {
        list = vec![list.swap_remove(index)];
    }
    Findings { list, more }
}

impl Finding {
    /// A finding that AWS has too.
    fn new(finding: Diagnostic) -> Option<Finding> {
        let warning = |message: &str| (Severity::Warning, message.to_owned());
        let (severity, message) = match finding.code {
            Code::MissingDollar => {
                warning("No .$ on a field that appears to be a JSONPath or Intrinsic Function.")
            }
            Code::MissingPathSuffix => {
                warning("Field value looks like a path, but field name does not end with 'Path'.")
            }
            Code::StaticResult => warning("Attempt to use a path in the result of a pass state."),
            _ if !finding.is_error() => return None,
            Code::InvalidPath => (Severity::Error, "Value must be a valid JSONPath.".to_owned()),
            _ => (Severity::Error, finding.message),
        };
        let location = finding.location.map(String::from);
        Some(Finding { severity, code: finding.code.aws()?, message, location })
    }

    fn of_syntax(error: jackson::SyntaxError) -> Finding {
        Finding {
            severity: Severity::Error,
            code: INVALID_JSON,
            message: format!("{}\n at {}", error.reason, error.location),
            location: Some(error.location),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(definition: &str) -> Validation {
        validate(&Request { definition, ..Request::default() }).expect("a request")
    }

    /// `SEVERITY CODE: message at location` of each finding.
    fn told(validation: &Validation) -> Vec<String> {
        let told = validation.findings.iter().map(|finding| {
            let location = finding.location.as_deref().unwrap_or("-");
            format!("{} {}: {} at {location}", finding.severity(), finding.code, finding.message)
        });
        told.collect()
    }

    #[test]
    fn errors() {
        let found = of("{}");
        let text =
            "ERROR SCHEMA_VALIDATION_FAILED: These fields are required: [States, StartAt] at /";
        assert_eq!(
            (found.result, told(&found), found.truncated),
            (Outcome::Fail, vec![text.to_owned()], false)
        );
        let text = "ERROR SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object at -";
        assert_eq!(told(&of(" ")), [text]);
        assert_eq!(told(&of("[]")), [text]);
        let found = of(r#"{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "NOPE"}}}"#);
        assert_eq!(
            told(&found),
            [
                "ERROR MISSING_TRANSITION_TARGET: Missing 'Next' target: NOPE at /States/A/Next",
                "ERROR MISSING_END_STATE: Workflow has no terminal state at -"
            ]
        );
    }

    #[test]
    fn text_that_is_not_json() {
        let found = of("not a definition");
        let location = "[Source: (String)\"not a definition\"; line: 1, column: 4]";
        let [finding] = found.findings.as_slice() else { panic!("{found:?}") };
        assert_eq!(finding.code, "INVALID_JSON_DESCRIPTION");
        assert_eq!(finding.location.as_deref(), Some(location));
        assert!(finding.message.ends_with(&format!("\n at {location}")), "{}", finding.message);
        assert_eq!(of("{\"StartAt\": ${A}}").findings[0].code, "INVALID_JSON_DESCRIPTION");
        assert_eq!(told(&of("{} x")).len(), 1);
    }

    #[test]
    fn warnings_are_told_when_they_are_asked_for() {
        let definition = r#"{"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": {"x.$": "$.y"}, "End": true}}}"#;
        let request = Request { definition, ..Request::default() };
        assert_eq!(told(&validate(&request).expect("a request")), [""; 0]);
        let request = Request { severity: Some("WARNING"), ..request };
        let found = validate(&request).expect("a request");
        assert_eq!(found.result, Outcome::Ok);
        assert!(told(&found)[0].starts_with("WARNING PASS_RESULT_IS_STATIC: "), "{found:?}");
    }

    #[test]
    fn more_findings_than_asked_for() {
        let definition = r#"{"StartAt": "A", "States": {"A": {"Type": "X"}, "B": {"Type": "X"}}}"#;
        let request = |max_results| Request { definition, max_results, ..Request::default() };
        let one = validate(&request(Some(1))).expect("a request");
        assert_eq!((one.findings.len(), one.truncated), (1, true));
        let all = validate(&request(Some(0))).expect("a request");
        assert_eq!((all.findings.len(), all.truncated), (2, false));
    }

    #[test]
    fn requests_that_are_refused() {
        let text = |request: &Request<'_>| validate(request).expect_err("refused").to_string();
        assert_eq!(
            text(&Request { max_results: Some(101), definition: "{}", ..Request::default() }),
            "1 validation error detected: Value '101' at 'maxResults' failed to satisfy constraint: \
             Member must have value less than or equal to 100"
        );
        let request =
            Request { machine_type: Some("X"), severity: Some("INFO"), ..Request::default() };
        assert_eq!(
            text(&request),
            "3 validation errors detected: Value at 'definition' failed to satisfy constraint: Member \
             must have length greater than or equal to 1; Value 'X' at 'type' failed to satisfy \
             constraint: Member must satisfy enum value set: [STANDARD, EXPRESS]; Value 'INFO' at \
             'severity' failed to satisfy constraint: Member must satisfy enum value set: [ERROR, WARNING]"
        );
    }

    #[test]
    fn why_an_input_is_refused() {
        let refused = |input, reason: &str| {
            let message = format!("Invalid State Machine Execution Input: '{reason}'");
            assert_eq!(refused_input(input), Some(message));
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
        assert_eq!(refused_input("1"), None);
    }

    #[test]
    fn why_a_definition_is_refused() {
        let definition = r#"{"StartAt": "a", "States": {"a": {"Type": "Pass", "Next": "x"},
            "b": {"Type": "Pass", "End": true}}}"#;
        assert_eq!(
            refusal(definition, MachineType::Standard).as_deref(),
            Some(
                "Invalid State Machine Definition: 'MISSING_TRANSITION_TARGET: Missing 'Next' target: \
                 x at /States/a/Next, MISSING_TRANSITION_TARGET: State \"b\" is not reachable. at /States/b'"
            )
        );
        let taken = r#"{"StartAt": "a", "States": {"a": {"Type": "Succeed"}}}"#;
        assert_eq!(refusal(taken, MachineType::Express), None);
    }
}
