//! A `Resource` names work that is known.
//!
//! Lambda functions, activities and integrations are understood. A URI of any other form is left
//! to the handlers with a warning; what is not even a URI is an error, and so is an ARN that
//! means to be one of the known forms but is not.

use super::{Context, finding};
use crate::ast::{Resource, ResourceKind, StateKind};
use crate::diagnostic::{Code, Diagnostic, Severity, suggestion};
use crate::source::Spanned;

/// Services with an integration of their own, and the actions of those that have few.
const SERVICES: &[(&str, &[&str])] = &[
    ("apigateway", &["invoke"]),
    ("athena", &[]),
    ("aws-sdk", &[]),
    ("batch", &["submitJob"]),
    ("bedrock", &[]),
    ("codebuild", &[]),
    ("databrew", &["startJobRun"]),
    ("dynamodb", &["getItem", "putItem", "updateItem", "deleteItem"]),
    ("ecs", &["runTask"]),
    ("eks", &[]),
    ("elasticmapreduce", &[]),
    ("emr-containers", &[]),
    ("emr-serverless", &[]),
    ("events", &["putEvents"]),
    ("glue", &["startJobRun"]),
    ("http", &["invoke"]),
    ("lambda", &["invoke"]),
    ("mediaconvert", &["createJob"]),
    ("sagemaker", &[]),
    ("sns", &["publish"]),
    ("sqs", &["sendMessage"]),
    ("states", &["startExecution"]),
];

/// Services that an `ItemReader` or `ResultWriter` may name.
const STORES: &[(&str, &[&str])] = &[("s3", &["getObject", "listObjectsV2", "putObject"])];

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        match &state.kind {
            StateKind::Task(task) => {
                let found = unknown(&task.resource, SERVICES);
                found.into_iter().for_each(|f| cx.report(scope, state, "Resource", f));
            }
            StateKind::Map(map) => {
                if let Some(reader) = &map.item_reader {
                    let found = unknown(&reader.resource, STORES);
                    found
                        .into_iter()
                        .for_each(|f| cx.report(scope, state, "ItemReader/Resource", f));
                }
                let writer = map.result_writer.as_ref().and_then(|writer| writer.resource.as_ref());
                let found = writer.and_then(|resource| unknown(resource, STORES));
                found.into_iter().for_each(|f| cx.report(scope, state, "ResultWriter/Resource", f));
            }
            _ => {}
        }
    }
}

fn unknown(resource: &Spanned<Resource>, services: &[(&str, &[&str])]) -> Option<Diagnostic> {
    let arn = &resource.value.arn;
    let (service, action) = match &resource.value.kind {
        ResourceKind::Integration { service, action, .. } => {
            (service.split(':').next().unwrap_or(service), action.as_str())
        }
        ResourceKind::Other if !arn.contains("${") => ("", ""),
        _ => return None,
    };
    let actions = services.iter().find(|(name, _)| *name == service).map(|(_, actions)| *actions);
    if actions.is_some_and(|actions| actions.is_empty() || actions.contains(&action)) {
        return None;
    }
    let message = format!(
        "The resource provided {arn} is not recognized. The value is not a valid resource ARN, or \
         the resource is not available in this region."
    );
    let mut finding = finding(Code::UnknownResource, message, resource.span);
    if is_uri(arn) && !means_to_be_known(arn) {
        finding.severity = Severity::Warning;
        return Some(finding.label("taken as the name of a handler; AWS refuses it"));
    }
    let near = match actions {
        Some(actions) => {
            suggestion(action, actions.iter().copied()).map(|near| format!("{service}:{near}"))
        }
        None => suggestion(service, services.iter().map(|(name, _)| *name))
            .map(|near| format!("{near}:{action}")),
    };
    let help = match (near, actions) {
        (Some(near), _) => format!("did you mean `arn:aws:states:::{near}`?"),
        (None, Some(_)) => {
            format!("other actions are called as `arn:aws:states:::aws-sdk:{service}:{action}`")
        }
        (None, None) => "write the ARN of a Lambda function, an activity or an integration such \
                         as `arn:aws:states:::lambda:invoke`"
            .to_owned(),
    };
    Some(finding.help(help))
}

/// Whether a text starts as the ARN of a function, an activity or an integration does.
fn means_to_be_known(arn: &str) -> bool {
    let mut parts = arn.split(':');
    parts.next() == Some("arn") && matches!(parts.nth(1), Some("states" | "lambda"))
}

/// Whether the text has the form of a URI: a scheme, a colon and something after it.
fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c))
        && !rest.is_empty()
        && !rest.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::states;

    fn resource(arn: &str) -> Vec<String> {
        states(&format!(r#""A": {{"Type": "Task", "Resource": "{arn}", "End": true}}"#))
    }

    #[test]
    fn known_forms() {
        for arn in [
            "arn:aws:lambda:us-east-1:123456789012:function:charge",
            "arn:aws:states:us-east-1:123456789012:activity:charge",
            "arn:aws:states:::lambda:invoke",
            "arn:aws:states:::aws-sdk:s3:getObject",
            "arn:aws:states:::http:invoke",
            "${ChargeArn}",
            "arn:${AWS::Partition}:states:::lambda:invoke",
        ] {
            assert_eq!(resource(arn), [""; 0], "{arn}");
        }
    }

    #[test]
    fn unknown_forms() {
        let found = resource("arn:aws:states:::lamda:invoke");
        let expected = "/States/A/Resource: The resource provided arn:aws:states:::lamda:invoke \
                        is not recognized. The value is not a valid resource ARN, or the resource \
                        is not available in this region. <\"arn:aws:states:::lamda:invoke\"> \
                        [did you mean `arn:aws:states:::lambda:invoke`?]";
        assert_eq!(found, [expected]);
        let found = resource("arn:aws:states:::dynamodb:query");
        assert!(
            found[0].ends_with(
                "[other actions are called as `arn:aws:states:::aws-sdk:dynamodb:query`]"
            )
        );
        assert!(!resource("charge")[0].starts_with("warning"));
        assert!(!resource("$.arn")[0].starts_with("warning"));
        assert!(!resource("arn:aws:lambda:x")[0].starts_with("warning"));
        assert!(resource("foo:bar")[0].starts_with("warning"));
    }
}
