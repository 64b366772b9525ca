//! `Credentials` name a role.

use super::{Context, finding};
use crate::ast::{PayloadTemplate, StateKind};
use crate::diagnostic::Code;

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        let StateKind::Task(task) = &state.kind else {
            continue;
        };
        let Some(credentials) = &task.credentials else {
            continue;
        };
        let named = match credentials {
            PayloadTemplate::Object(fields) => {
                fields.value.iter().any(|field| field.name == "RoleArn" && is_text(&field.value))
            }
            PayloadTemplate::Jsonata(_) => true,
            _ => false,
        };
        if !named {
            let message = "The field 'RoleArn' is required but was missing";
            let finding = finding(Code::MissingRole, message, credentials.span())
                .label("no role is named here")
                .help("add `\"RoleArn\"` with the ARN of the role");
            cx.report(scope, state, "Credentials", finding);
        }
    }
}

/// Whether a value is a string or computed.
fn is_text(value: &PayloadTemplate) -> bool {
    use crate::ir::Literal;
    match value {
        PayloadTemplate::Literal(literal) => matches!(literal.value, Literal::String(_)),
        PayloadTemplate::Object(_) | PayloadTemplate::Array(_) => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::task;

    #[test]
    fn without_a_role() {
        let expected = "/States/A/Credentials: The field 'RoleArn' is required but was missing \
                        <{}> (no role is named here) [add `\"RoleArn\"` with the ARN of the role]";
        assert!(task(r#""Credentials": {}"#).contains(&expected.to_owned()));
    }

    #[test]
    fn with_a_role() {
        for role in [r#""RoleArn": "arn:aws:iam::1:role/x""#, r#""RoleArn.$": "$.role""#] {
            let found = task(&format!(r#""Credentials": {{{role}}}"#));
            assert!(!found.iter().any(|f| f.contains("required")), "{found:#?}");
        }
    }
}
