//! What a state does, in a few words.

use super::{Kind, value};
use asl_lang::ast::{IntegrationPattern, Resource, ResourceKind};
use asl_lang::ir::{
    Expr, ExprKind, Literal, Machine, Map, Register, StateKind, Task, TaskKey, WaitUntil,
};

pub(super) fn kind(state: &StateKind) -> Kind {
    match state {
        StateKind::Task(task) if is_lambda(&task.resource) => Kind::Lambda,
        StateKind::Task(_) => Kind::Task,
        StateKind::Pass(_) => Kind::Pass,
        StateKind::Choice(_) => Kind::Choice,
        StateKind::Wait(_) => Kind::Wait,
        StateKind::Succeed(_) => Kind::Succeed,
        StateKind::Fail(_) => Kind::Fail,
        StateKind::Parallel(_) => Kind::Parallel,
        StateKind::Map(_) => Kind::Map,
    }
}

fn is_lambda(resource: &Resource) -> bool {
    match &resource.kind {
        ResourceKind::LambdaFunction { .. } => true,
        ResourceKind::Integration { service, .. } => service == "lambda",
        ResourceKind::Activity { .. } => false,
        ResourceKind::Other => resource.arn.contains(":lambda:"),
    }
}

pub(super) fn caption(machine: &Machine, state: &StateKind) -> String {
    match state {
        StateKind::Task(task) => self::task(machine, task),
        StateKind::Pass(_) => "Pass".to_owned(),
        StateKind::Choice(_) => "Choice".to_owned(),
        StateKind::Wait(wait) => format!("Wait · {}", until(&wait.until)),
        StateKind::Succeed(_) => "Succeed".to_owned(),
        StateKind::Fail(fail) => match &fail.error {
            Some(error) => format!("Fail · {}", value::value(error)),
            None => "Fail".to_owned(),
        },
        StateKind::Parallel(parallel) => match parallel.branches.len() {
            1 => "Parallel · 1 branch".to_owned(),
            count => format!("Parallel · {count} branches"),
        },
        StateKind::Map(map) => self::map(map),
    }
}

fn task(machine: &Machine, task: &Task) -> String {
    let distinct = machine.tasks.get(task.task.0 as usize);
    let target = distinct.filter(|distinct| matches!(distinct.key, TaskKey::Target { .. }));
    match &task.resource.kind {
        ResourceKind::LambdaFunction { name } => format!("Lambda · {name}"),
        ResourceKind::Activity { name } => format!("Activity · {name}"),
        ResourceKind::Integration { service, action, pattern } => {
            let target = target.map(|target| format!(" · {}", target.name)).unwrap_or_default();
            let service = service.strip_prefix("aws-sdk:").unwrap_or(service);
            format!("{service}:{action}{}{target}", suffix(*pattern))
        }
        ResourceKind::Other => format!("Task · {}", named(&task.resource.arn)),
    }
}

fn suffix(pattern: IntegrationPattern) -> &'static str {
    match pattern {
        IntegrationPattern::RequestResponse => "",
        IntegrationPattern::Sync | IntegrationPattern::Sync2 => ".sync",
        IntegrationPattern::WaitForTaskToken => ".waitForTaskToken",
    }
}

/// What an ARN names, also where a part of it is a placeholder; any other text as it is.
fn named(arn: &str) -> &str {
    let after = |mark| arn.split_once(mark).map(|(_, name)| name);
    let name = after(":states:::").or_else(|| after(":function:")).or_else(|| after(":activity:"));
    name.filter(|name| !name.is_empty()).unwrap_or(arn)
}

fn until(until: &WaitUntil) -> String {
    match until {
        WaitUntil::Seconds(seconds) => value::duration(i64::from(*seconds)),
        WaitUntil::SecondsPath(path) => value::seconds(path),
        WaitUntil::Timestamp(time) => format!("until {time}"),
        WaitUntil::TimestampPath(path) => format!("until {}", value::value(path)),
    }
}

fn map(map: &Map) -> String {
    let mode = if map.distributed.is_some() { "Distributed Map" } else { "Map" };
    let reader = map.distributed.as_ref().and_then(|distributed| distributed.item_reader.as_ref());
    let items = match reader.map(|reader| &reader.resource) {
        Some(Resource { kind: ResourceKind::Integration { service, action, .. }, .. }) => {
            format!("{service}:{action}")
        }
        Some(resource) => named(&resource.arn).to_owned(),
        None => items(map),
    };
    let limit = map.max_concurrency.as_ref().filter(|limit| !is_zero(limit));
    let limit = limit.map(|limit| format!(" · max {}", value::value(limit))).unwrap_or_default();
    format!("{mode} · for each {items}{limit}")
}

fn items(map: &Map) -> String {
    let items = match &map.items_path {
        Some(path) => Some(path.clone()),
        None => {
            let items = map.enter.iter().find(|step| step.register == Register::Items);
            items.map(|step| value::value(&step.value))
        }
    };
    match items.as_deref() {
        None | Some("$" | "$states.input") => "of the input".to_owned(),
        Some(items) => format!("of {items}"),
    }
}

fn is_zero(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Literal(Literal::Integer(0)))
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn resources_with_placeholders_are_named_too() {
        for (arn, name) in [
            ("arn:${AWS::Partition}:states:::lambda:invoke", "lambda:invoke"),
            ("arn:${AWS::Partition}:lambda:x:1:function:charge", "charge"),
            ("${Charge}", "${Charge}"),
            ("arn:aws:states:::", "arn:aws:states:::"),
        ] {
            assert_eq!(named(arn), name);
        }
    }
}
