//! Events as AWS writes them.

use std::fmt::Display;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::event::{EventDetails, HistoryEvent, Integration, Iteration};
use crate::error::Failure;
use crate::value::{Object, Value};

impl Serialize for HistoryEvent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut event = serializer.serialize_map(None)?;
        // Seconds, with milliseconds as their fraction.
        event.serialize_entry("timestamp", &(self.timestamp.as_millisecond() as f64 / 1e3))?;
        event.serialize_entry("type", self.event_type())?;
        event.serialize_entry("id", &self.id)?;
        event.serialize_entry("previousEventId", &self.previous_event_id)?;
        if let Some(name) = details_name(&self.details) {
            event.serialize_entry(&name, &Members { details: &self.details, data: true })?;
        }
        event.end()
    }
}

/// The name of the member with an event's details, for events that have one.
fn details_name(details: &EventDetails) -> Option<String> {
    let event_type = match details {
        EventDetails::StateEntered { .. } => "StateEntered",
        EventDetails::StateExited { .. } => "StateExited",
        EventDetails::StateSucceeded { .. }
        | EventDetails::StateFailed { .. }
        | EventDetails::StateAborted { .. }
        | EventDetails::LambdaFunctionStarted
        | EventDetails::ParallelStateStarted
        | EventDetails::MapRunSucceeded => return None,
        other => other.event_type(),
    };
    let (first, others) = event_type.split_at_checked(1)?;
    Some(format!("{}{others}EventDetails", first.to_ascii_lowercase()))
}

/// The details of an event.
pub(in crate::observer) struct Members<'a> {
    pub(in crate::observer) details: &'a EventDetails,
    /// Whether with inputs and outputs.
    pub(in crate::observer) data: bool,
}

impl Serialize for Members<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = Writer { map: serializer.serialize_map(None)?, data: self.data };
        members.write(self.details)?;
        members.map.end()
    }
}

struct Writer<M> {
    map: M,
    data: bool,
}

impl<M: SerializeMap> Writer<M> {
    fn write(&mut self, details: &EventDetails) -> Result<(), M::Error> {
        match details {
            EventDetails::ExecutionStarted { input, role_arn } => {
                self.input(input)?;
                self.member("roleArn", role_arn.as_str())
            }
            EventDetails::StateEntered { name, input, .. } => {
                self.member("name", name.as_str())?;
                self.input(input)
            }
            EventDetails::StateExited { name, output, assigned_variables, .. } => {
                self.member("name", name.as_str())?;
                self.output(output)?;
                assigned_variables.as_ref().map_or(Ok(()), |object| self.assigned(object))
            }
            EventDetails::EvaluationFailed { state, failure } => {
                self.member("state", state.as_str())?;
                if let Some(location) = failure.location() {
                    self.member("location", location)?;
                }
                self.failure(failure)
            }
            EventDetails::LambdaFunctionScheduled {
                resource,
                input,
                timeout_in_seconds,
                role_arn,
            } => {
                self.member("resource", resource.as_str())?;
                self.input(input)?;
                self.optional("timeoutInSeconds", *timeout_in_seconds)?;
                self.credentials(role_arn.as_deref())
            }
            EventDetails::ActivityScheduled {
                resource,
                input,
                timeout_in_seconds,
                heartbeat_in_seconds,
            } => {
                self.member("resource", resource.as_str())?;
                self.input(input)?;
                self.optional("timeoutInSeconds", *timeout_in_seconds)?;
                self.optional("heartbeatInSeconds", *heartbeat_in_seconds)
            }
            EventDetails::ActivityStarted { worker_name } => {
                self.optional("workerName", worker_name.as_deref())
            }
            EventDetails::TaskScheduled(task) => {
                self.integration(&task.integration)?;
                self.member("region", task.region.as_str())?;
                if self.data {
                    self.member("parameters", &Text(&task.parameters))?;
                }
                self.optional("timeoutInSeconds", task.timeout_in_seconds)?;
                self.optional("heartbeatInSeconds", task.heartbeat_in_seconds)?;
                self.credentials(task.role_arn.as_deref())
            }
            EventDetails::TaskStarted(integration) => self.integration(integration),
            EventDetails::TaskSubmitted { integration, output } => {
                self.integration(integration)?;
                output.as_ref().map_or(Ok(()), |output| self.output(output))
            }
            EventDetails::TaskSucceeded { integration, output } => {
                self.integration(integration)?;
                self.output(output)
            }
            EventDetails::TaskFailed { integration, failure }
            | EventDetails::TaskTimedOut { integration, failure } => {
                self.integration(integration)?;
                self.failure(failure)
            }
            EventDetails::ExecutionSucceeded { output }
            | EventDetails::LambdaFunctionSucceeded { output }
            | EventDetails::ActivitySucceeded { output } => self.output(output),
            EventDetails::ExecutionFailed(failure)
            | EventDetails::ExecutionAborted(failure)
            | EventDetails::ExecutionTimedOut(failure)
            | EventDetails::LambdaFunctionFailed(failure)
            | EventDetails::LambdaFunctionTimedOut(failure)
            | EventDetails::ActivityFailed(failure)
            | EventDetails::ActivityTimedOut(failure)
            | EventDetails::MapRunFailed(failure) => self.failure(failure),
            EventDetails::MapStateStarted { length } => self.member("length", length),
            EventDetails::MapIterationStarted(iteration)
            | EventDetails::MapIterationSucceeded(iteration)
            | EventDetails::MapIterationFailed(iteration)
            | EventDetails::MapIterationAborted(iteration) => self.iteration(iteration),
            EventDetails::MapRunStarted { map_run_arn } => {
                self.member("mapRunArn", map_run_arn.as_str())
            }
            EventDetails::StateSucceeded { .. }
            | EventDetails::StateFailed { .. }
            | EventDetails::StateAborted { .. }
            | EventDetails::LambdaFunctionStarted
            | EventDetails::ParallelStateStarted
            | EventDetails::MapRunSucceeded => Ok(()),
        }
    }

    fn member<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), M::Error> {
        self.map.serialize_entry(name, value)
    }

    fn optional<T: Serialize>(
        &mut self,
        name: &'static str,
        value: Option<T>,
    ) -> Result<(), M::Error> {
        value.map_or(Ok(()), |value| self.member(name, &value))
    }

    fn input(&mut self, input: &Value) -> Result<(), M::Error> {
        self.data("input", "inputDetails", &Text(input))
    }

    fn output(&mut self, output: &Value) -> Result<(), M::Error> {
        self.data("output", "outputDetails", &Text(output))
    }

    fn assigned(&mut self, variables: &Object) -> Result<(), M::Error> {
        self.data("assignedVariables", "assignedVariablesDetails", &Texts(variables))
    }

    fn data<T: Serialize>(
        &mut self,
        name: &'static str,
        details: &'static str,
        data: &T,
    ) -> Result<(), M::Error> {
        if !self.data {
            return Ok(());
        }
        self.member(name, data)?;
        self.member(details, &Complete)
    }

    fn failure(&mut self, failure: &Failure) -> Result<(), M::Error> {
        self.optional("error", failure.error())?;
        self.optional("cause", failure.cause())
    }

    fn integration(&mut self, integration: &Integration) -> Result<(), M::Error> {
        self.member("resourceType", integration.resource_type.as_str())?;
        self.member("resource", integration.resource.as_str())
    }

    fn iteration(&mut self, iteration: &Iteration) -> Result<(), M::Error> {
        self.member("name", iteration.name.as_str())?;
        self.member("index", &iteration.index)
    }

    fn credentials(&mut self, role_arn: Option<&str>) -> Result<(), M::Error> {
        self.optional("taskCredentials", role_arn.map(|role_arn| Member("roleArn", role_arn)))
    }
}

/// JSON as text in JSON, which is how AWS gives state data.
struct Text<'a, T>(&'a T);

impl<T: Display> Serialize for Text<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self.0)
    }
}

/// An object whose members are JSON as text.
struct Texts<'a>(&'a Object);

impl Serialize for Texts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, Text(value))))
    }
}

/// An object with one member.
struct Member<T>(&'static str, T);

impl<T: Serialize> Serialize for Member<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([(self.0, &self.1)])
    }
}

/// Nothing has been cut off.
struct Complete;

impl Serialize for Complete {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Member("truncated", false).serialize(serializer)
    }
}
