//! A path in a field that takes constants is most likely meant for the field's `…Path` form.

use super::{Context, finding};
use crate::ast::{Condition, Dynamic, Operand, QueryLanguage, Rule, RuleKind, State, StateKind};
use crate::diagnostic::Code;
use crate::ir::Literal;
use crate::parse::{comparison_name, looks_like_path};
use crate::source::Span;

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        if state.query_language != QueryLanguage::JsonPath {
            continue;
        }
        for (place, field, span) in paths(state) {
            let message = format!("`{field}` is constant, but its value looks like a path");
            let finding = finding(Code::MissingPathSuffix, message, span)
                .label("this is the text itself, not what is found there")
                .help(format!("name the field `{field}Path` to have the value read from there"));
            cx.report(scope, state, &place, finding);
        }
    }
}

/// The constants that look like paths: where they stand in the state, the field's name and place.
fn paths(state: &State) -> Vec<(String, String, Span)> {
    let mut found = Vec::new();
    match &state.kind {
        StateKind::Fail(fail) => {
            for (field, text) in [("Error", &fail.error), ("Cause", &fail.cause)] {
                if let Some(text) = text
                    && let Dynamic::Literal(constant) = &text.value
                    && looks_like_path(constant)
                {
                    found.push((field.to_owned(), field.to_owned(), text.span));
                }
            }
        }
        StateKind::Choice(choice) => {
            for (index, rule) in choice.choices.iter().enumerate() {
                if let Condition::Rule(rule) = &rule.condition {
                    operands(rule, &mut |operator, span| {
                        found.push((format!("Choices[{index}]"), operator, span));
                    });
                }
            }
        }
        _ => {}
    }
    found
}

/// Calls `see` with the operator and the place of each constant of a rule that looks like a path.
fn operands(rule: &Rule, see: &mut dyn FnMut(String, Span)) {
    match &rule.kind {
        RuleKind::And(rules) | RuleKind::Or(rules) => {
            rules.iter().for_each(|rule| operands(rule, see));
        }
        RuleKind::Not(rule) => operands(rule, see),
        RuleKind::Compare { comparison, operand: Operand::Literal(literal), .. } => {
            if let Literal::String(text) = &literal.value
                && looks_like_path(text)
            {
                see(comparison_name(*comparison).to_owned(), literal.span);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::states;

    #[test]
    fn texts_of_a_fail_state() {
        let found = states(r#""A": {"Type": "Fail", "Error": "$.error", "Cause": "$5"}"#);
        let expected = "warning: /States/A/Error: `Error` is constant, but its value looks like a \
                        path <\"$.error\"> (this is the text itself, not what is found there) [name \
                        the field `ErrorPath` to have the value read from there]";
        assert_eq!(found, [expected]);
    }

    #[test]
    fn comparisons() {
        let found = states(
            r#""A": {"Type": "Choice", "Choices": [{"Next": "B", "Not":
                 {"Variable": "$.a", "StringEquals": "$.b"}}]}, "B": {"Type": "Succeed"}"#,
        );
        let expected = "warning: /States/A/Choices[0]: `StringEquals` is constant, but its value \
                        looks like a path <\"$.b\"> (this is the text itself, not what is found \
                        there) [name the field `StringEqualsPath` to have the value read from there]";
        assert_eq!(found, [expected]);
    }
}
