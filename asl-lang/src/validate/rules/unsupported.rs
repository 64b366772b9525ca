//! What the language has and this compiler does not translate yet.
//!
//! The parser keeps all of it, so that the other rules see it; this rule alone decides what has to
//! wait, and nothing of a definition is ever left out in silence.

use super::{Context, finding};
use crate::ast::{Part, PayloadTemplate, State};
use crate::diagnostic::{Code, Diagnostic};
use crate::intrinsic::Call;
use crate::path::Path;
use crate::source::{Span, Spanned};

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        for (field, finding) in unsupported(state) {
            cx.report(scope, state, field, finding);
        }
    }
}

fn unsupported(state: &State) -> Vec<(&'static str, Diagnostic)> {
    let mut found = Vec::new();
    for part in state.parts() {
        match part {
            Part::Path(field, path) => {
                found.extend(path_finding(path.value, path.span).map(|f| (field, f)));
            }
            Part::Intrinsic(field, call) => {
                found.extend(call_findings(call).into_iter().map(|f| (field, f)));
            }
            Part::Template(field, template) => see(template, field, &mut found),
            Part::Assign(assign) => {
                assign.variables.iter().for_each(|field| see(&field.value, "Assign", &mut found));
            }
        }
    }
    found
}

fn see(
    template: &PayloadTemplate,
    field: &'static str,
    found: &mut Vec<(&'static str, Diagnostic)>,
) {
    template.walk(&mut |inner| match inner {
        PayloadTemplate::Path(path) => {
            found.extend(path_finding(&path.value, path.span).map(|f| (field, f)));
        }
        PayloadTemplate::Intrinsic(call) => {
            found.extend(call_findings(call.as_ref()).into_iter().map(|f| (field, f)));
        }
        _ => {}
    });
}

fn path_finding(path: &Path, span: Span) -> Option<Diagnostic> {
    path.function().map(|name| {
        let message = format!("AWS knows no functions in paths: `{name}()` would lead nowhere");
        finding(Code::Unsupported, message, span)
            .help("call an intrinsic function instead, as `States.ArrayLength($.a)`")
    })
}

fn call_findings(call: Spanned<&Call>) -> Vec<Diagnostic> {
    let paths = call.value.paths().into_iter().map(|(_, path)| path);
    paths.filter_map(|path| path_finding(path, call.span)).collect()
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::task;

    #[test]
    fn paths() {
        assert_eq!(task(r#""InputPath": "$.a[*]", "OutputPath": "$.a[?(@.b > 1)]..c""#), [""; 0]);
        let found = task(r#""InputPath": "$.a.sum()", "Assign": {"v": 1}, "OutputPath": "$v.b""#);
        assert_eq!(
            found,
            ["/States/A/InputPath: AWS knows no functions in paths: `sum()` would lead nowhere \
              <\"$.a.sum()\"> [call an intrinsic function instead, as `States.ArrayLength($.a)`]"]
        );
    }

    #[test]
    fn arguments_of_functions() {
        let found = task(r#""Parameters": {"a.$": "States.Array(States.UUID(), $.x.length())"}"#);
        let text = "<\"States.Array(States.UUID(), $.x.length())\">";
        let message = "AWS knows no functions in paths: `length()` would lead nowhere";
        let help = "[call an intrinsic function instead, as `States.ArrayLength($.a)`]";
        assert_eq!(found, [format!("/States/A/Parameters: {message} {text} {help}")]);
    }
}
