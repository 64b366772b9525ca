//! What Step Functions refuses in an expression that JSONata would take: `$` and names where there
//! is no context, `$$`, members that `$states` does not have in this field.
//!
//! See [Transforming data with JSONata](https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html).

use super::{Context, finding};
use crate::ast::Query;
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::jsonata::restrict::{Available, Finding, FindingKind, restrict};

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        state.queries(&mut |query| {
            let available = Available { fields: query.offer.fields(), variables: None };
            for found in restrict(&query.expression.value.tree, available) {
                let finding = refused(cx, &query, &found);
                let place =
                    if cx.diagnostics.is_full() { String::new() } else { query.place.relative() };
                cx.report(scope, state, &place, finding);
            }
        });
    }
}

fn refused(cx: &Context<'_>, query: &Query<'_, '_>, found: &Finding) -> Diagnostic {
    let expression = query.expression;
    let span = expression.value.locate(cx.source, expression.span, found.span);
    let finding = finding(Code::UnsupportedJsonata, found.kind.to_string(), span);
    let help = match &found.kind {
        FindingKind::Name(name) => Some(format!(
            "write `$states.input.{name}` for a field of the input, `${name}` for a variable"
        )),
        FindingKind::Context | FindingKind::Root => {
            Some("write `$states.input` for the input of the state".to_owned())
        }
        FindingKind::Field(field) => instead(field, query),
        _ => None,
    };
    finding.maybe_help(help)
}

/// What to write instead of a member that `$states` does not have.
fn instead(field: &str, query: &Query<'_, '_>) -> Option<String> {
    match field {
        "result" => {
            Some("it is there in `Output` and `Assign` of a Task, a Parallel and a Map".to_owned())
        }
        "errorOutput" => Some("it is there in `Output` and `Assign` of a catcher".to_owned()),
        field => did_you_mean(field, query.offer.fields().iter().copied()),
    }
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::states;

    fn task(fields: &str) -> Vec<String> {
        let head = r#""Type": "Task", "Resource": "arn:aws:states:::lambda:invoke""#;
        let language = r#""QueryLanguage": "JSONata""#;
        states(&format!(r#""A": {{{head}, {language}, {fields}, "End": true}}"#))
    }

    #[test]
    fn names_need_a_context() {
        assert_eq!(
            task(r#""Output": {"v": ["{% phone & $states.input.phone & phone %}"]}"#),
            ["/States/A/Output/v[0]: Reference to 'phone' at the top level is not supported. \
                 <phone> [write `$states.input.phone` for a field of the input, `$phone` for a \
                 variable]"]
        );
        assert_eq!(
            task(r#""Arguments": "{% \"\" & $ %}""#),
            ["/States/A/Arguments: Reference to '$' at the top level is not supported. <$> \
                 [write `$states.input` for the input of the state]"]
        );
    }

    #[test]
    fn members_of_states_depend_on_the_field() {
        let result = "is there in `Output` and `Assign` of a Task, a Parallel and a Map]";
        assert_eq!(
            task(r#""Arguments": "{% $states.result %}", "Output": "{% $states.result %}""#),
            [format!(
                "/States/A/Arguments: Field '$states.result' does not exist. <$states.result> [it \
                 {result}"
            )]
        );
        assert_eq!(
            task(r#""Assign": {"x": "{% $states.errorOutput.Error %}"}"#),
            ["/States/A/Assign/x: Field '$states.errorOutput' does not exist. \
                 <$states.errorOutput> [it is there in `Output` and `Assign` of a catcher]"]
        );
        assert_eq!(
            task(r#""TimeoutSeconds": "{% $states.inpt.n %}""#),
            ["/States/A/TimeoutSeconds: Field '$states.inpt' does not exist. <$states.inpt> \
                 [did you mean `input`?]"]
        );
    }

    #[test]
    fn catchers_have_the_error_but_no_result() {
        let found = states(
            r#""A": {"Type": "Parallel", "QueryLanguage": "JSONata", "End": true,
                 "Branches": [{"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}],
                 "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "C",
                   "Output": "{% $states.errorOutput.Cause %}",
                   "Assign": {"x": "{% $states.result %}"}}]},
               "C": {"Type": "Succeed"}"#,
        );
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].starts_with("/States/A/Catch[0]/Assign/x: Field '$states.result'"));
    }

    #[test]
    fn expressions_have_to_parse() {
        assert_eq!(
            task(r#""Output": {"a": "{% [1, \"\u0041\" 2] %}"}"#),
            ["/States/A/Output/a: Expected \"]\", got 2 <2> (S0202)"]
        );
        assert_eq!(
            task(r#""Output": "{% %}""#),
            ["/States/A/Output: Unexpected end of expression <> (S0207)"]
        );
        // Plain text, of which another rule warns.
        assert!(!task(r#""Output": " {% ( %} ""#).iter().any(|found| found.contains("S0")));
    }
}
