//! The work of a Task: a function's, an activity's or another service's.

use std::num::NonZeroU32;

use super::event::{EventDetails, Integration, TaskScheduled};
use crate::error::Failure;
use crate::machine::{Datum, TaskInfo, TaskPattern};
use crate::observer::Observation;
use crate::value::{Str, Value};

/// Who does the work, which is what its events are named after.
#[derive(Debug, Clone)]
pub(super) enum Work {
    Function(Str),
    Activity(Str),
    /// `is_submitted`: it is submitted before it is done, and there is an event for that.
    Integration {
        integration: Integration,
        is_submitted: bool,
    },
}

impl Work {
    pub(super) fn of(task: &TaskInfo<'_>) -> Self {
        if task.pattern == TaskPattern::Activity {
            return Self::Activity(Str::from(task.resource));
        }
        // `arn:aws:lambda:…` is a function, `arn:aws:states:::lambda:invoke` an integration.
        // Bytes are split in a loop of a few instructions each; a text's searcher takes hundreds.
        let mut parts = task.resource.as_bytes().split(|&byte| byte == b':');
        if parts.nth(2) == Some(b"lambda") {
            return Self::Function(Str::from(task.resource));
        }
        let integration = integration(task.resource);
        Self::Integration { integration, is_submitted: task.is_submitted() }
    }

    pub(super) fn scheduled(
        &self,
        observation: &Observation<'_>,
        timeout_in_seconds: Option<NonZeroU32>,
        heartbeat_in_seconds: Option<NonZeroU32>,
    ) -> EventDetails {
        let input = observation.datum(Datum::Arguments).into_owned();
        match self {
            Self::Function(resource) => EventDetails::LambdaFunctionScheduled {
                resource: resource.clone(),
                input,
                timeout_in_seconds,
                role_arn: role_arn(observation),
            },
            Self::Activity(resource) => EventDetails::ActivityScheduled {
                resource: resource.clone(),
                input,
                timeout_in_seconds,
                heartbeat_in_seconds,
            },
            Self::Integration { integration, .. } => {
                EventDetails::TaskScheduled(Box::new(TaskScheduled {
                    integration: integration.clone(),
                    region: observation.execution.region().clone(),
                    parameters: input,
                    timeout_in_seconds,
                    heartbeat_in_seconds,
                    role_arn: role_arn(observation),
                }))
            }
        }
    }

    pub(super) fn started(&self, worker: Option<&str>) -> EventDetails {
        match self {
            Self::Function(_) => EventDetails::LambdaFunctionStarted,
            Self::Activity(_) => {
                EventDetails::ActivityStarted { worker_name: worker.map(Str::from) }
            }
            Self::Integration { integration, .. } => EventDetails::TaskStarted(integration.clone()),
        }
    }

    /// None for work that has no event for it.
    pub(super) fn submitted(&self, response: Option<&Value>) -> Option<EventDetails> {
        match self {
            Self::Integration { integration, is_submitted: true } => {
                let (integration, output) = (integration.clone(), response.cloned());
                Some(EventDetails::TaskSubmitted { integration, output })
            }
            _ => None,
        }
    }

    pub(super) fn succeeded(&self, output: Value) -> EventDetails {
        match self {
            Self::Function(_) => EventDetails::LambdaFunctionSucceeded { output },
            Self::Activity(_) => EventDetails::ActivitySucceeded { output },
            Self::Integration { integration, .. } => {
                EventDetails::TaskSucceeded { integration: integration.clone(), output }
            }
        }
    }

    pub(super) fn failed(&self, failure: &Failure) -> EventDetails {
        let failure = failure.clone();
        let timed_out = failure.error() == Some("States.Timeout");
        match self {
            Self::Function(_) if timed_out => EventDetails::LambdaFunctionTimedOut(failure),
            Self::Function(_) => EventDetails::LambdaFunctionFailed(failure),
            Self::Activity(_) if timed_out => EventDetails::ActivityTimedOut(failure),
            Self::Activity(_) => EventDetails::ActivityFailed(failure),
            Self::Integration { integration, .. } if timed_out => {
                EventDetails::TaskTimedOut { integration: integration.clone(), failure }
            }
            Self::Integration { integration, .. } => {
                EventDetails::TaskFailed { integration: integration.clone(), failure }
            }
        }
    }
}

/// The service and the action of `arn:aws:states:::SERVICE:ACTION`. The services of AWS's SDKs have
/// a colon, `aws-sdk:s3`, and so has the action `startExecution.sync:2`.
fn integration(resource: &str) -> Integration {
    let colons = resource.as_bytes().windows(3).position(|bytes| bytes == b":::");
    let name = colons.and_then(|at| resource.get(at + 3..)).unwrap_or(resource);
    let skipped = if name.starts_with("aws-sdk:") { "aws-sdk:".len() } else { 0 };
    let colon = name.bytes().skip(skipped).position(|byte| byte == b':');
    let (service, action) = match colon {
        Some(colon) => name.split_at(skipped + colon),
        None => ("", name),
    };
    let action = action.strip_prefix(':').unwrap_or(action);
    Integration { resource_type: Str::from(service), resource: Str::from(action) }
}

/// The role that the task works as, if it has one of its own.
fn role_arn(observation: &Observation<'_>) -> Option<Str> {
    observation.state.task.filter(|task| task.credentials)?;
    let credentials = observation.datum(Datum::Credentials);
    match credentials.get("RoleArn") {
        Some(Value::String(role_arn)) => Some(role_arn.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn work(resource: &str, pattern: TaskPattern) -> String {
        let task = TaskInfo { resource, name: "", pattern, credentials: false };
        format!("{:?}", Work::of(&task))
    }

    #[test]
    fn resources_are_told_apart() {
        let request = TaskPattern::RequestResponse;
        let function = work("arn:aws-cn:lambda:cn-north-1:123456789012:function:f:1", request);
        assert!(function.starts_with("Function("), "{function}");
        let activity = "arn:aws:states:us-east-1:123456789012:activity:a";
        assert!(work(activity, TaskPattern::Activity).starts_with("Activity("));
        for (resource, resource_type, action) in [
            ("arn:aws:states:::lambda:invoke", "lambda", "invoke"),
            (
                "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                "sqs",
                "sendMessage.waitForTaskToken",
            ),
            ("arn:aws:states:::states:startExecution.sync:2", "states", "startExecution.sync:2"),
            ("arn:aws:states:::aws-sdk:s3:getObject", "aws-sdk:s3", "getObject"),
            ("arn:aws:states:::http:invoke", "http", "invoke"),
            ("odd", "", "odd"),
        ] {
            let expected =
                Integration { resource_type: resource_type.into(), resource: action.into() };
            let found = work(resource, request);
            assert!(found.contains(&format!("{expected:?}")), "{resource}: {found}");
        }
    }
}
