//! An Express machine waits for no one: no jobs, no task tokens, no activities, no executions of
//! their own. Neither do the iterations of a Distributed Map that are Express executions.
//!
//! Follows [Choosing workflow type](https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html).

use super::{Context, finding};
use crate::MachineType;
use crate::ast::{IntegrationPattern, Map, ProcessorMode, ResourceKind, Scope, State, StateKind};
use crate::diagnostic::Code;
use crate::source::Span;

pub(super) fn check(cx: &mut Context<'_>) {
    let machine = cx.machine;
    let is_express = cx.options.machine_type == MachineType::Express;
    check_scope(cx, &machine.scope, is_express.then_some("make the machine a Standard one"));
}

/// Checks the states of a scope, of an Express machine if there is a way out of that to tell of.
fn check_scope(cx: &mut Context<'_>, scope: &Scope, express: Option<&'static str>) {
    for state in &scope.states {
        if let Some(instead) = express
            && let Some((field, what, span)) = refused(cx, state)
        {
            let message = format!("Express state machine does not support {what}");
            let finding = finding(Code::Express, message, span)
                .label("an Express execution waits for no one")
                .help(format!("{instead}, or do this in another machine"));
            cx.report(scope, state, field, finding);
        }
        let children = match &state.kind {
            StateKind::Map(map) if has_express_children(map) => {
                Some("set `ExecutionType` of the Map around it to `STANDARD`")
            }
            StateKind::Map(_) if state.is_distributed_map() => None,
            _ => express,
        };
        state.scopes().into_iter().for_each(|inner| check_scope(cx, inner, children));
    }
}

/// Whether the iterations of a Map are executions of an Express machine.
fn has_express_children(map: &Map) -> bool {
    let config = map.item_processor.processor_config.as_ref();
    config.is_some_and(|config| {
        let execution_type = config.execution_type.as_ref();
        config.mode == ProcessorMode::Distributed
            && execution_type.is_some_and(|execution_type| execution_type.value == "EXPRESS")
    })
}

/// What an Express machine cannot do of what a state does: its field, AWS's words, the place.
fn refused(cx: &Context<'_>, state: &State) -> Option<(&'static str, &'static str, Span)> {
    match &state.kind {
        StateKind::Task(task) => {
            let what = unsupported(&task.resource.value.kind)?;
            Some(("Resource", what, task.resource.span))
        }
        StateKind::Map(map) if state.is_distributed_map() => {
            let config = map.item_processor.processor_config.as_ref();
            let span = config.map_or(state.name.span, |config| cx.head(config.span));
            Some(("ItemProcessor/ProcessorConfig", "Distributed Map", span))
        }
        _ => None,
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

    #[test]
    fn children_that_are_express_executions() {
        let map = |execution_type: &str| {
            format!(
                r#""Type": "Map", "ItemProcessor": {{"ProcessorConfig": {{"Mode": "DISTRIBUTED",
                   "ExecutionType": "{execution_type}"}}, "StartAt": "B", "States": {{"B": {{
                     "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true}}}}}}"#
            )
        };
        let expected = "Express state machine does not support '.sync' service integration";
        assert_eq!(messages(MachineType::Standard, &map("EXPRESS")), [expected]);
        assert_eq!(messages(MachineType::Standard, &map("STANDARD")), [""; 0]);
    }
}
