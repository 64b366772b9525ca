//! What the language has and this compiler does not translate yet.
//!
//! The parser keeps all of it, so that the other rules see it; this rule alone decides what has to
//! wait, and nothing of a definition is ever left out in silence.

use super::{Context, finding};
use crate::ast::{Part, PayloadTemplate, QueryLanguage, State};
use crate::diagnostic::{Code, Diagnostic};
use crate::intrinsic::Call;
use crate::path::Path;
use crate::source::{Span, Spanned};

pub(super) fn check(cx: &mut Context<'_>) {
    if cx.machine.query_language() == QueryLanguage::Jsonata
        && let Some(language) = &cx.machine.query_language
    {
        let finding = not_yet("JSONata is", language.span).location("/QueryLanguage");
        cx.diagnostics.push(finding);
        return;
    }
    for (scope, state) in cx.states() {
        for (field, finding) in unsupported(state) {
            cx.report(scope, state, field, finding);
        }
    }
}

fn unsupported(state: &State) -> Vec<(&'static str, Diagnostic)> {
    if state.query_language == QueryLanguage::Jsonata {
        let span = state.query_language_span.unwrap_or(state.name.span);
        return vec![("", not_yet("JSONata states are", span))];
    }
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

fn not_yet(what: &str, span: Span) -> Diagnostic {
    finding(Code::Unsupported, format!("{what} not supported yet"), span)
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::{shown, states, task};

    #[test]
    fn jsonata() {
        let found = shown(
            r#"{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Succeed"}}}"#,
        );
        assert_eq!(found, ["/QueryLanguage: JSONata is not supported yet <\"JSONata\">"]);
        let found = states(r#""A": {"Type": "Succeed", "QueryLanguage": "JSONata"}"#);
        assert_eq!(found, ["/States/A: JSONata states are not supported yet <\"JSONata\">"]);
    }

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
