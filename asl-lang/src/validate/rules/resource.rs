//! A `Resource` names work that is known.
//!
//! Lambda functions, activities and integrations are understood. A URI of any other form is left
//! to the handlers with a warning, and so is a gap that readers of a sample or another tool fill;
//! what is not even a URI is an error, and so is an ARN that means to be one of the known forms but
//! is not.

use super::{Context, finding};
use crate::ast::IntegrationPattern::{self, RequestResponse, Sync, Sync2, WaitForTaskToken};
use crate::ast::{Resource, ResourceKind, StateKind};
use crate::diagnostic::{Code, Diagnostic, Severity, suggestion};
use crate::json::has_placeholder;
use crate::source::Spanned;

/// A service that Step Functions calls.
struct Service {
    name: &'static str,
    /// Its actions; none listed where there are many.
    actions: &'static [&'static str],
    /// How a Task may wait for the call, beside going on when the service has answered.
    waits: &'static [IntegrationPattern],
}

const fn service(
    name: &'static str,
    actions: &'static [&'static str],
    waits: &'static [IntegrationPattern],
) -> Service {
    Service { name, actions, waits }
}

const NEVER: &[IntegrationPattern] = &[];
const FOR_JOB: &[IntegrationPattern] = &[Sync];
const FOR_TOKEN: &[IntegrationPattern] = &[WaitForTaskToken];
const FOR_BOTH: &[IntegrationPattern] = &[Sync, WaitForTaskToken];

/// Services with an integration of their own.
///
/// Follows [Integrating services](https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html).
const SERVICES: &[Service] = &[
    service("apigateway", &["invoke"], FOR_TOKEN),
    service("athena", &[], FOR_JOB),
    service("aws-sdk", &[], FOR_TOKEN),
    service("batch", &["submitJob"], FOR_JOB),
    service("bedrock", &[], FOR_BOTH),
    service("codebuild", &[], FOR_JOB),
    service("databrew", &["startJobRun"], FOR_JOB),
    service("dynamodb", &["getItem", "putItem", "updateItem", "deleteItem"], NEVER),
    service("ecs", &["runTask"], FOR_BOTH),
    service("eks", &[], FOR_BOTH),
    service("elasticmapreduce", &[], FOR_JOB),
    service("emr-containers", &[], FOR_JOB),
    service("emr-serverless", &[], FOR_JOB),
    service("events", &["putEvents"], FOR_TOKEN),
    service("glue", &["startJobRun"], FOR_JOB),
    service("http", &["invoke"], NEVER),
    service("lambda", &["invoke"], FOR_TOKEN),
    service("mediaconvert", &["createJob"], FOR_JOB),
    service("sagemaker", &[], FOR_JOB),
    service("sns", &["publish"], FOR_TOKEN),
    service("sqs", &["sendMessage"], FOR_TOKEN),
    service("states", &["startExecution"], &[Sync, Sync2, WaitForTaskToken]),
];

/// Services that an `ItemReader` or `ResultWriter` may name.
const STORES: &[Service] = &[service("s3", &["getObject", "listObjectsV2", "putObject"], NEVER)];

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

fn unknown(resource: &Spanned<Resource>, services: &[Service]) -> Option<Diagnostic> {
    let arn = &resource.value.arn;
    let (service, action, pattern) = match &resource.value.kind {
        ResourceKind::Integration { service, action, pattern } => {
            (service.split(':').next().unwrap_or(service), action.as_str(), *pattern)
        }
        ResourceKind::Other if !has_placeholder(arn) => ("", "", RequestResponse),
        _ => return None,
    };
    let known = services.iter().find(|known| known.name == service);
    let actions = known.map(|known| known.actions);
    let is_called = actions.is_some_and(|a| a.is_empty() || a.contains(&action));
    let waits = known.map_or(NEVER, |known| known.waits);
    if is_called && (pattern == RequestResponse || waits.contains(&pattern)) {
        return None;
    }
    let message = format!(
        "The resource provided {arn} is not recognized. The value is not a valid resource ARN, or \
         the resource is not available in this region."
    );
    let mut finding = finding(Code::UnknownResource, message, resource.span);
    if is_gap(arn) {
        finding.severity = Severity::Warning;
        let finding = finding.label("this stands for a resource");
        return Some(finding.help("write `${Name}` for what is filled in later"));
    }
    if is_uri(arn) && !means_to_be_known(arn) {
        finding.severity = Severity::Warning;
        return Some(finding.label("taken as the name of a handler; AWS refuses it"));
    }
    if is_called {
        let label = format!("`{service}` has no `{}`", pattern.suffix());
        let patterns: Vec<String> = waits.iter().map(|p| format!("`{}`", p.suffix())).collect();
        let help = match patterns.as_slice() {
            [] => "call it without".to_owned(),
            patterns => format!("call it without, or with {}", patterns.join(" or ")),
        };
        return Some(finding.label(label).help(help));
    }
    if arn.starts_with('$') || arn.starts_with("{%") {
        let finding = finding.label("nothing is computed here");
        return Some(finding.help("write the ARN itself, or a `${Placeholder}` for it"));
    }
    let near = match actions {
        Some(actions) => {
            suggestion(action, actions.iter().copied()).map(|near| format!("{service}:{near}"))
        }
        None => suggestion(service, services.iter().map(|known| known.name))
            .map(|near| format!("{near}:{action}")),
    };
    let finding = match actions {
        _ if service.is_empty() => finding,
        Some(_) => {
            finding.label(format!("`{service}` has no integration of its own for `{action}`"))
        }
        None => finding.label(format!("there is no integration with `{service}`")),
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

/// Whether a text stands for one that is still to be written: `...`, or what another tool's
/// template fills in, `{{name}}`, `<name>`, `%NAME%` or `__name__`.
fn is_gap(text: &str) -> bool {
    let within = |open: &str, close: &str| {
        let name = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        name.is_some_and(|name| name.chars().any(char::is_alphanumeric))
    };
    let filled_in = text.split_once("{{").and_then(|(_, rest)| rest.split_once("}}"));
    matches!(text, "..." | "…")
        || filled_in.is_some_and(|(name, _)| !name.trim().is_empty())
        || [("<", ">"), ("%", "%"), ("__", "__")].iter().any(|(open, close)| within(open, close))
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
                        is not available in this region. <\"arn:aws:states:::lamda:invoke\"> (there is no integration with `lamda`) [did you mean `arn:aws:states:::lambda:invoke`?]";
        assert_eq!(found, [expected]);
        let found = resource("arn:aws:states:::dynamodb:query");
        assert!(
            found[0].ends_with(
                "[other actions are called as `arn:aws:states:::aws-sdk:dynamodb:query`]"
            )
        );
        assert!(!resource("charge")[0].starts_with("warning"));
        assert!(!resource("${ChargeArn")[0].starts_with("warning"));
        assert!(!resource("$.arn")[0].starts_with("warning"));
        assert!(!resource("arn:aws:lambda:x")[0].starts_with("warning"));
        assert!(resource("foo:bar")[0].starts_with("warning"));
    }

    #[test]
    fn gaps() {
        for text in ["...", "{{CHARGE_ARN}}", "<ARN of charge>", "%CHARGE_ARN%", "__charge__"] {
            let found = resource(text);
            let end = format!(
                "<\"{text}\"> (this stands for a resource) [write `${{Name}}` for what is filled in later]"
            );
            assert!(found[0].starts_with("warning") && found[0].ends_with(&end), "{found:?}");
        }
        assert!(resource("arn:aws:lambda:{{region}}:{{id}}:function:f").is_empty());
        for text in ["", "%s", "__", "{{}}", "<>", ".."] {
            assert!(!resource(text)[0].starts_with("warning"), "{text}");
        }
    }

    #[test]
    fn ways_to_wait() {
        for call in
            ["ecs:runTask.sync", "states:startExecution.sync:2", "aws-sdk:s3:x.waitForTaskToken"]
        {
            let found = resource(&format!("arn:aws:states:::{call}"));
            assert!(!found.iter().any(|f| f.contains("not recognized")), "{found:?}");
        }
        let found = resource("arn:aws:states:::lambda:invoke.sync");
        assert!(found[0].ends_with(
            "<\"arn:aws:states:::lambda:invoke.sync\"> (`lambda` has no `.sync`) [call it without, \
             or with `.waitForTaskToken`]"
        ), "{found:?}");
        assert!(
            resource("arn:aws:states:::dynamodb:getItem.sync")[0].ends_with("[call it without]")
        );
    }

    #[test]
    fn nothing_is_computed() {
        for text in ["$.arn", "{% $arn %}"] {
            let found = resource(text);
            let end =
                "(nothing is computed here) [write the ARN itself, or a `${Placeholder}` for it]";
            assert!(found[0].ends_with(end), "{found:?}");
        }
    }
}
