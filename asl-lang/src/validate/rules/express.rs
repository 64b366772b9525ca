//! An Express machine waits for no one: no jobs, no task tokens, no activities, no executions of
//! their own.
//!
//! Follows [Choosing workflow type](https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html).

use super::{Context, finding};
use crate::MachineType;
use crate::ast::{IntegrationPattern, ResourceKind, StateKind};
use crate::diagnostic::Code;

pub(super) fn check(cx: &mut Context<'_>) {
    if cx.options.machine_type != MachineType::Express {
        return;
    }
    for (scope, state) in cx.states() {
        let (field, what, span) = match &state.kind {
            StateKind::Task(task) => match unsupported(&task.resource.value.kind) {
                Some(what) => ("Resource", what, task.resource.span),
                None => continue,
            },
            StateKind::Map(map) if state.is_distributed_map() => {
                let config = map.item_processor.processor_config.as_ref();
                let span = config.map_or(state.name.span, |config| cx.head(config.span));
                ("ItemProcessor/ProcessorConfig", "Distributed Map", span)
            }
            _ => continue,
        };
        let message = format!("Express state machine does not support {what}");
        let finding = finding(Code::Express, message, span)
            .help("make the machine a Standard one, or do this in another machine");
        cx.report(scope, state, field, finding);
    }
}

/// AWS's words for what an Express machine cannot call.
fn unsupported(resource: &ResourceKind) -> Option<&'static str> {
    match resource {
        ResourceKind::Activity { .. } => Some("Activity ARN"),
        ResourceKind::Integration { pattern, .. } => match pattern {
            IntegrationPattern::RequestResponse => None,
            IntegrationPattern::Sync | IntegrationPattern::Sync2 => {
                Some("'.sync' service integration")
            }
            // The space at the end is AWS's.
            IntegrationPattern::WaitForTaskToken => {
                Some("'.waitForTaskToken' service integration ")
            }
        },
        ResourceKind::LambdaFunction { .. } | ResourceKind::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::source::Source;
    use crate::{MachineType, Options, check};

    fn messages(machine_type: MachineType, state: &str) -> Vec<String> {
        let text = format!(r#"{{"StartAt": "A", "States": {{"A": {{{state}, "End": true}}}}}}"#);
        let options = Options { machine_type, ..Options::default() };
        let found = check(&Source::new("a", text.as_str()), &options).1;
        found.into_iter().filter(|f| f.is_error()).map(|finding| finding.message).collect()
    }

    #[test]
    fn what_an_express_machine_cannot_do() {
        let map = r#""Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED",
            "ExecutionType": "EXPRESS"}, "StartAt": "B", "States": {"B": {"Type": "Succeed"}}}"#;
        let task = |resource: &str| format!(r#""Type": "Task", "Resource": "{resource}""#);
        for (state, what) in [
            (task("arn:aws:states:us-east-1:123456789012:activity:a"), "Activity ARN"),
            (task("arn:aws:states:::ecs:runTask.sync"), "'.sync' service integration"),
            (
                task("arn:aws:states:::sqs:sendMessage.waitForTaskToken"),
                "'.waitForTaskToken' service integration ",
            ),
            (map.to_owned(), "Distributed Map"),
        ] {
            let expected = format!("Express state machine does not support {what}");
            assert_eq!(messages(MachineType::Express, &state), [expected]);
            assert_eq!(messages(MachineType::Standard, &state), [""; 0]);
        }
        let plain = task("arn:aws:states:::sqs:sendMessage");
        assert_eq!(messages(MachineType::Express, &plain), [""; 0]);
    }
}
