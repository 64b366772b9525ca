//! Texts that look like expressions and are none.
//!
//! AWS takes `" {% x %} "`, an expression in a JSONPath state, and one in the name of a field, for
//! the text that it is: a warning. One that only begins or only ends as an expression does is
//! refused by asl-validator, and no recording shows AWS to take it: an error.

use super::{Context, finding};
use crate::ast::{Dynamic, Part, PayloadTemplate, QueryLanguage, State, StateKind, TemplateField};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::Literal;
use crate::source::{Span, Spanned};

/// Fields with templates that only JSONata states have.
const OF_JSONATA: &[&str] = &["Arguments", "Items", "Output"];

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        for Text { field, text, span, is_name } in texts(state) {
            let found = match state.query_language {
                // Fields that a JSONPath state does not have are refused already.
                QueryLanguage::JsonPath if is_name || OF_JSONATA.contains(&field) => None,
                QueryLanguage::JsonPath => in_jsonpath(text, span),
                QueryLanguage::Jsonata if is_name => in_name(text, span),
                QueryLanguage::Jsonata => in_jsonata(text, span),
            };
            if let Some(finding) = found {
                cx.report(scope, state, field, finding);
            }
        }
    }
}

/// A constant text in a field that may be computed.
struct Text<'a> {
    field: &'static str,
    text: &'a str,
    span: Span,
    /// Whether it is the name of a member or of an error, which is never computed.
    is_name: bool,
}

fn texts(state: &State) -> Vec<Text<'_>> {
    let mut found = Vec::new();
    for part in state.parts() {
        match part {
            Part::Template(field, template) => in_template(field, template, &mut found),
            Part::Assign(assign) => {
                assign.variables.iter().for_each(|v| in_template("Assign", &v.value, &mut found));
            }
            Part::Path(..) | Part::Intrinsic(..) => {}
        }
    }
    match &state.kind {
        StateKind::Fail(fail) => {
            for (field, text) in [("Error", &fail.error), ("Cause", &fail.cause)] {
                if let Some(text) = text
                    && let Dynamic::Literal(constant) = &text.value
                {
                    found.push(Text { field, text: constant, span: text.span, is_name: false });
                }
            }
        }
        StateKind::Pass(pass) => {
            if let Some(result) = &pass.result
                && let Literal::String(text) = &result.value
            {
                found.push(Text { field: "Result", text, span: result.span, is_name: false });
            }
        }
        _ => {}
    }
    let retriers = state.retriers().iter().map(|retrier| ("Retry", &retrier.error_equals));
    let catchers = state.catchers().iter().map(|catcher| ("Catch", &catcher.error_equals));
    for (field, errors) in retriers.chain(catchers) {
        found.extend(errors.value.iter().map(|error| error_name(field, error)));
    }
    found
}

fn error_name<'a>(field: &'static str, error: &'a Spanned<String>) -> Text<'a> {
    Text { field, text: &error.value, span: error.span, is_name: true }
}

fn in_template<'a>(field: &'static str, template: &'a PayloadTemplate, found: &mut Vec<Text<'a>>) {
    template.walk(&mut |inner| match inner {
        PayloadTemplate::Object(fields) => {
            let name = |f: &'a TemplateField| Text {
                field,
                text: &f.key,
                span: f.name_span,
                is_name: true,
            };
            found.extend(fields.value.iter().map(name));
        }
        PayloadTemplate::Literal(literal) => {
            if let Literal::String(text) = &literal.value {
                found.push(Text { field, text, span: literal.span, is_name: false });
            }
        }
        _ => {}
    });
}

/// What stands between the ends of an expression, if both are there.
fn inside(text: &str) -> Option<&str> {
    text.strip_prefix("{%")?.strip_suffix("%}")
}

fn in_jsonpath(text: &str, span: Span) -> Option<Diagnostic> {
    inside(text.trim())?;
    let message = "an expression in a JSONPath state is plain text";
    Some(
        finding(Code::PlainExpression, message, span)
            .label("this is handed on as it is written")
            .help("set `\"QueryLanguage\": \"JSONata\"` in this state, or use a path"),
    )
}

fn in_name(text: &str, span: Span) -> Option<Diagnostic> {
    inside(text.trim())?;
    let message = "an expression in a name is plain text";
    Some(
        finding(Code::PlainExpression, message, span)
            .label("names are not computed")
            .help("write the name itself; expressions stand in values only"),
    )
}

fn in_jsonata(text: &str, span: Span) -> Option<Diagnostic> {
    let trimmed = text.trim();
    if inside(trimmed).is_some() {
        let message = "a text with white space around an expression is plain text";
        return Some(
            finding(Code::PlainExpression, message, span)
                .label("this is handed on as it is written")
                .help("remove the white space before `{%` and after `%}`"),
        );
    }
    if text.split_once("{%").is_some_and(|(_, rest)| rest.contains("%}")) {
        let message = "a text with an expression in it is plain text";
        return Some(
            finding(Code::PlainExpression, message, span)
                .label("this is handed on as it is written")
                .help("make all of it an expression, as `{% 'order ' & $states.input.id %}`"),
        );
    }
    let (has, lacks, help) = if trimmed.starts_with("{%") {
        ("begins with `{%`", "end with `%}`", "add `%}` at its end")
    } else if trimmed.ends_with("%}") {
        ("ends with `%}`", "begin with `{%`", "add `{%` at its beginning")
    } else {
        return None;
    };
    let message = format!("an expression {has} but does not {lacks}");
    Some(finding(Code::OpenExpression, message, span).help(help))
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::states;

    fn output(value: &str) -> Vec<String> {
        let mut found = states(&format!(
            r#""A": {{"Type": "Succeed", "QueryLanguage": "JSONata", "Output": {value}}}"#
        ));
        found.retain(|finding| !finding.contains("not supported yet"));
        found
    }

    #[test]
    fn whole_expressions_and_other_texts() {
        for value in
            [r#""{% 1 %}""#, r#""{%1%}""#, r#""{% \n 1 \n %}""#, r#""50 %""#, r#""{}""#, r#""""#]
        {
            assert_eq!(output(value), [""; 0], "{value}");
        }
    }

    #[test]
    fn plain_texts() {
        let expected = "warning: /States/A/Output: a text with white space around an expression is \
                        plain text <\" {% 1 %}\"> (this is handed on as it is written) [remove the \
                        white space before `{%` and after `%}`]";
        assert_eq!(output(r#"{"a": [" {% 1 %}"]}"#), [expected]);
        let expected = "warning: /States/A/Output: a text with an expression in it is plain text \
                        <\"a {% 1 %}\"> (this is handed on as it is written) [make all of it an \
                        expression, as `{% 'order ' & $states.input.id %}`]";
        assert_eq!(output(r#""a {% 1 %}""#), [expected]);
        let expected = "warning: /States/A/Output: an expression in a name is plain text <\"{% 1 \
                        %}\"> (names are not computed) [write the name itself; expressions stand \
                        in values only]";
        assert_eq!(output(r#"{"{% 1 %}": 1}"#), [expected]);
    }

    #[test]
    fn half_expressions() {
        let expected = "/States/A/Output: an expression begins with `{%` but does not end with \
                        `%}` <\"{% 1\"> [add `%}` at its end]";
        assert_eq!(output(r#""{% 1""#), [expected]);
        let expected = "/States/A/Output: an expression ends with `%}` but does not begin with \
                        `{%` <\"1 %}\"> [add `{%` at its beginning]";
        assert_eq!(output(r#""1 %}""#), [expected]);
    }

    #[test]
    fn a_jsonpath_state() {
        let expected = "warning: /States/A/Cause: an expression in a JSONPath state is plain text \
                        <\"{% 1 %}\"> (this is handed on as it is written) [set `\"QueryLanguage\": \
                        \"JSONata\"` in this state, or use a path]";
        assert_eq!(states(r#""A": {"Type": "Fail", "Cause": "{% 1 %}"}"#), [expected]);
    }
}
