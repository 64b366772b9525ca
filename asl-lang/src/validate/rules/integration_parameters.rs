//! An integration is called with the parameters that it cannot do without.
//!
//! Those of the services' own models, for the integrations that are used most. Parameters that are
//! computed as a whole, and those left out, so that the input takes their place, are not known.

use super::{Context, finding};
use crate::ast::{PayloadTemplate, ResourceKind, StateKind};
use crate::diagnostic::Code;

/// Service, action, and what it needs; `|` stands between alternatives, `.` before a member.
const NEEDED: &[(&str, &str, &[&str])] = &[
    ("apigateway", "invoke", &["ApiEndpoint", "Method"]),
    ("batch", "submitJob", &["JobDefinition", "JobName", "JobQueue"]),
    ("codebuild", "startBuild", &["ProjectName"]),
    ("dynamodb", "deleteItem", &["TableName", "Key"]),
    ("dynamodb", "getItem", &["TableName", "Key"]),
    ("dynamodb", "putItem", &["TableName", "Item"]),
    ("dynamodb", "updateItem", &["TableName", "Key"]),
    ("ecs", "runTask", &["TaskDefinition"]),
    ("events", "putEvents", &["Entries"]),
    ("glue", "startJobRun", &["JobName"]),
    (
        "http",
        "invoke",
        &["ApiEndpoint", "Method", "Authentication.ConnectionArn|InvocationConfig.ConnectionArn"],
    ),
    ("lambda", "invoke", &["FunctionName"]),
    ("sns", "publish", &["Message", "TopicArn|TargetArn|PhoneNumber"]),
    ("sqs", "sendMessage", &["MessageBody", "QueueUrl"]),
    ("states", "startExecution", &["StateMachineArn"]),
];

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        let StateKind::Task(task) = &state.kind else { continue };
        let (field, parameters) = match (&task.parameters, &task.arguments) {
            (Some(parameters), _) => ("Parameters", parameters),
            (None, Some(arguments)) => ("Arguments", arguments),
            (None, None) => continue,
        };
        let ResourceKind::Integration { service, action, .. } = &task.resource.value.kind else {
            continue;
        };
        if !matches!(parameters, PayloadTemplate::Object(_)) {
            continue;
        }
        let needed = NEEDED.iter().find(|(s, a, _)| s == service && a == action);
        for name in needed.into_iter().flat_map(|(_, _, names)| *names) {
            if name.split('|').any(|name| may_hold(parameters, name)) {
                continue;
            }
            let names: Vec<String> = name.split('|').map(|name| format!("`{name}`")).collect();
            let names = names.join(" or ");
            let message = format!("`{service}:{action}` needs {names}");
            let finding = finding(Code::MissingParameter, message, cx.head(parameters.span()))
                .label(format!("{names} is missing here"))
                .also(task.resource.span, "this is called")
                .help(format!("add {names}"));
            cx.report(scope, state, field, finding);
        }
    }
}

/// Whether a parameter is there, or may come to be.
fn may_hold(template: &PayloadTemplate, path: &str) -> bool {
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    let PayloadTemplate::Object(fields) = template else {
        return !matches!(template, PayloadTemplate::Literal(_) | PayloadTemplate::Array(_));
    };
    let mut fields = fields.value.iter();
    fields.any(|field| field.name == name && (rest.is_empty() || may_hold(&field.value, rest)))
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::states;

    fn call(action: &str, parameters: &str) -> Vec<String> {
        states(&format!(
            r#""A": {{"Type": "Task", "End": true, "Parameters": {parameters},
                 "Resource": "arn:aws:states:::{action}"}}"#
        ))
    }

    #[test]
    fn a_missing_parameter() {
        let found = call("lambda:invoke", r#"{"Payload.$": "$"}"#);
        let expected = "warning: /States/A/Parameters: `lambda:invoke` needs `FunctionName` \
                        <{\"Payload.$\": \"$\"}> (`FunctionName` is missing here) [add `FunctionName`]";
        assert_eq!(found, [expected]);
        assert_eq!(call("sqs:sendMessage", "{}").len(), 2);
        let found = call("sns:publish", r#"{"Message": "m"}"#);
        assert!(found[0].contains("needs `TopicArn` or `TargetArn` or `PhoneNumber`"), "{found:?}");
    }

    #[test]
    fn what_is_there_or_may_be() {
        for (action, parameters) in [
            ("lambda:invoke", r#"{"FunctionName.$": "$.name"}"#),
            ("sns:publish", r#"{"Message": "m", "PhoneNumber.$": "$.phone"}"#),
            ("aws-sdk:lambda:invoke", "{}"),
            (
                "http:invoke",
                r#"{"ApiEndpoint": "x", "Method": "GET", "Authentication.$": "$.authentication"}"#,
            ),
            (
                "http:invoke",
                r#"{"ApiEndpoint": "x", "Method": "GET", "InvocationConfig": {"ConnectionArn": "a"}}"#,
            ),
        ] {
            assert_eq!(call(action, parameters), [""; 0], "{action}");
        }
    }
}
