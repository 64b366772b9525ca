//! A Task that waits for its token gives the token to somebody.

use super::{Context, finding};
use crate::ast::{
    IntegrationPattern, PayloadTemplate, QueryLanguage, ResourceKind, StateKind, Task,
};
use crate::diagnostic::Code;
use crate::path::{Path, Root, Segment};

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        let StateKind::Task(task) = &state.kind else { continue };
        if !waits(task) {
            continue;
        }
        let (field, parameters, help) = match state.query_language {
            QueryLanguage::JsonPath => {
                let help = "send the token out, as `\"TaskToken.$\": \"$$.Task.Token\"` in a field \
                            of `Parameters` that the receiver reads";
                ("Parameters", &task.parameters, help)
            }
            QueryLanguage::Jsonata => {
                let help = "send the token out, as `\"TaskToken\": \"{% \
                            $states.context.Task.Token %}\"` in a field of `Arguments` that the \
                            receiver reads";
                ("Arguments", &task.arguments, help)
            }
        };
        if !parameters.as_ref().is_some_and(gives_token) {
            let message = format!("`{field}` do not hand out the task token");
            let finding = finding(Code::TaskToken, message, task.resource.span)
                .label("this waits until the token comes back")
                .help(help);
            cx.report(scope, state, field, finding);
        }
    }
}

fn waits(task: &Task) -> bool {
    let token = IntegrationPattern::WaitForTaskToken;
    matches!(&task.resource.value.kind, ResourceKind::Integration { pattern, .. } if *pattern == token)
}

fn gives_token(template: &PayloadTemplate) -> bool {
    let mut given = false;
    template.walk(&mut |inner| {
        given |= match inner {
            PayloadTemplate::Path(path) => has_token(&path.value),
            PayloadTemplate::Intrinsic(call) => {
                call.value.paths().iter().any(|(_, path)| has_token(path))
            }
            // Which of its parts an expression takes is not known.
            PayloadTemplate::Jsonata(expression) => {
                expression.value.text.contains("$states.context")
                    || expression.value.text == "$states"
            }
            _ => false,
        }
    });
    given
}

/// Whether a path leads to the task's token, or to something that holds it.
fn has_token(path: &Path) -> bool {
    path.root == Root::Context
        && match path.segments.first() {
            Some(Segment::Member(name)) => name == "Task",
            _ => true,
        }
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::states;

    fn task(pattern: &str, parameters: &str) -> Vec<String> {
        let mut found = states(&format!(
            r#""A": {{"Type": "Task", "End": true, {parameters}
                 "Resource": "arn:aws:states:::sqs:sendMessage{pattern}"}}"#
        ));
        found.retain(|finding| finding.contains("token"));
        found
    }

    #[test]
    fn the_token_is_given() {
        for parameters in [
            r#""Parameters": {"MessageBody": {"Token.$": "$$.Task.Token"}},"#,
            r#""Parameters": {"MessageBody": {"All.$": "$$"}},"#,
            r#""Parameters": {"MessageBody.$": "States.Format('{}', $$.Task.Token)"},"#,
            r#""QueryLanguage": "JSONata", "Arguments": {"a": ["{% $states.context.Task.Token %}"]},"#,
        ] {
            assert_eq!(task(".waitForTaskToken", parameters), [""; 0], "{parameters}");
        }
        assert_eq!(task("", ""), [""; 0]);
    }

    #[test]
    fn the_token_is_kept() {
        let found = task(".waitForTaskToken", r#""Parameters": {"MessageBody.$": "$.body"},"#);
        let expected = "warning: /States/A/Parameters: `Parameters` do not hand out the task token \
                        <\"arn:aws:states:::sqs:sendMessage.waitForTaskToken\"> (this waits until \
                        the token comes back) [send the token out, as `\"TaskToken.$\": \
                        \"$$.Task.Token\"` in a field of `Parameters` that the receiver reads]";
        assert_eq!(found, [expected]);
        assert_eq!(task(".waitForTaskToken", "").len(), 1);
        let name = r#""Parameters": {"MessageBody.$": "$$.Execution.Name"},"#;
        assert_eq!(task(".waitForTaskToken", name).len(), 1);
    }
}
