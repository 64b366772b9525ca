//! Names in `ErrorEquals` that nothing is ever caught by: those that begin with `States.` and are
//! none of Step Functions' own, and those of failures that AWS neither retries nor catches.

use super::{Context, finding};
use crate::ast::State;
use crate::diagnostic::{Code, Diagnostic, did_you_mean, suggestion};
use crate::source::Spanned;

/// The errors of Step Functions itself.
const OWN: &[&str] = &[
    "States.ALL",
    "States.BranchFailed",
    "States.DataLimitExceeded",
    "States.ExceedToleratedFailureThreshold",
    "States.HeartbeatTimeout",
    "States.Http.Socket",
    "States.ItemReaderFailed",
    "States.Permissions",
    "States.QueryEvaluationError",
    "States.ResultWriterFailed",
    "States.TaskFailed",
    "States.Timeout",
];

/// Those that fail the execution, whatever `Retry` and `Catch` say. AWS reports the last four as
/// the first.
const UNCATCHABLE: &[&str] = &[
    "States.Runtime",
    "States.IntrinsicFailure",
    "States.NoChoiceMatched",
    "States.ParameterPathFailure",
    "States.ResultPathMatchFailure",
];

/// One for each status: `States.Http.StatusCode.404`.
const HTTP_STATUS: &str = "States.Http.StatusCode.";

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        for (field, error) in names(state) {
            if cx.leaves_open(&error.value) {
                continue;
            }
            if let Some(finding) = found(error) {
                cx.report(scope, state, &field, finding);
            }
        }
    }
}

/// The error names of a state's retriers and catchers, each with its field.
fn names(state: &State) -> impl Iterator<Item = (String, &Spanned<String>)> {
    let retriers = state.retriers().iter().map(|retrier| &retrier.error_equals.value);
    let catchers = state.catchers().iter().map(|catcher| &catcher.error_equals.value);
    let retriers = retriers.enumerate().map(|(index, names)| ("Retry", index, names));
    let catchers = catchers.enumerate().map(|(index, names)| ("Catch", index, names));
    retriers.chain(catchers).flat_map(|(list, index, names)| {
        let field = move |error| (format!("{list}[{index}]/ErrorEquals"), error);
        names.iter().map(field)
    })
}

fn found(error: &Spanned<String>) -> Option<Diagnostic> {
    let name = error.value.as_str();
    if OWN.contains(&name) || name.starts_with(HTTP_STATUS) {
        return None;
    }
    if UNCATCHABLE.contains(&name) {
        let message = format!("`{name}` is never retried or caught");
        return Some(
            finding(Code::UncatchableError, message, error.span)
                .label("it fails the execution")
                .help(
                    "avoid the failure: test by a Choice with `IsPresent` before the path is read",
                ),
        );
    }
    let help = if name.starts_with("States.") {
        did_you_mean(name, OWN.iter().copied())
    } else {
        // The prefix itself may be misspelled.
        let prefix = name.split('.').next().unwrap_or_default();
        suggestion(prefix, ["States"])?;
        Some(did_you_mean(name, OWN.iter().copied())?)
    };
    let message = format!("Step Functions gives no error the name `{name}`");
    Some(
        finding(Code::UnknownErrorName, message, error.span)
            .label("this matches nothing that Step Functions reports")
            .maybe_help(help),
    )
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::task;

    fn catch(name: &str) -> Vec<String> {
        task(&format!(r#""Retry": [{{"ErrorEquals": ["{name}"]}}]"#))
    }

    #[test]
    fn known_names() {
        for name in ["States.Timeout", "States.Http.StatusCode.404", "Lambda.Unknown", "Late", ""] {
            assert_eq!(catch(name), [""; 0], "{name}");
        }
    }

    #[test]
    fn misspelled() {
        let expected = |name: &str, right: &str| {
            format!(
                "warning: /States/A/Retry[0]/ErrorEquals: Step Functions gives no error the name \
                 `{name}` <\"{name}\"> (this matches nothing that Step Functions reports) [did you \
                 mean `{right}`?]"
            )
        };
        assert_eq!(catch("States.Timout"), [expected("States.Timout", "States.Timeout")]);
        assert_eq!(catch("State.ALL"), [expected("State.ALL", "States.ALL")]);
        assert_eq!(catch("States.Mine").len(), 1);
    }

    #[test]
    fn never_caught() {
        let expected = "warning: /States/A/Retry[0]/ErrorEquals: `States.Runtime` is never retried \
                        or caught <\"States.Runtime\"> (it fails the execution) [avoid the failure: \
                        test by a Choice with `IsPresent` before the path is read]";
        assert_eq!(catch("States.Runtime"), [expected]);
    }
}
