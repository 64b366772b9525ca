//! What AWS's API says of an execution: all of it stands in its history.

use jiff::Timestamp;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::ExecutionHistory;
use super::event::{EventDetails, HistoryEvent};
use crate::engine::Status;
use crate::error::Failure;
use crate::machine::ExecutionType;
use crate::value::{Str, Value};

/// Where an execution stands and what came of it.
///
/// It serialises as the answer of `DescribeExecution` or of `StartSyncExecution`, whichever it was
/// asked for as.
///
/// See [DescribeExecution](https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html)
/// and [StartSyncExecution](https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html).
#[derive(Debug, Clone)]
pub struct Description {
    operation: Operation,
    name: Str,
    arn: Str,
    state_machine_arn: String,
    status: Status,
    start_date: Timestamp,
    stop_date: Option<Timestamp>,
    input: Value,
    output: Option<Value>,
    failure: Option<Failure>,
    is_child: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operation {
    Describe,
    StartSync,
}

/// Express executions are billed by this many milliseconds.
const BILLED_MILLISECONDS: u64 = 100;

/// And for this much memory at least, in megabytes.
const BILLED_MEGABYTES: u32 = 64;

impl ExecutionHistory {
    /// What `DescribeExecution` answers; none before the execution has started.
    #[must_use]
    pub fn describe(&self) -> Option<Description> {
        self.description(Operation::Describe)
    }

    /// What `StartSyncExecution` answers to who has waited for an Express execution.
    #[must_use]
    pub fn sync_response(&self) -> Option<Description> {
        self.description(Operation::StartSync)
    }

    fn description(&self, operation: Operation) -> Option<Description> {
        let events = self.lock();
        let first = events.first()?;
        let EventDetails::ExecutionStarted { input, .. } = &first.details else { return None };
        let last = events.last()?;
        let status = status(last);
        let output = match &last.details {
            EventDetails::ExecutionSucceeded { output } => Some(output.clone()),
            _ => None,
        };
        let ended = status != Status::Running;
        let names: Vec<&str> = self.arn().splitn(7, ':').collect();
        let [arn, partition, states, region, account, ..] = names.as_slice() else { return None };
        let state_machine = self.state_machine();
        Some(Description {
            operation,
            name: Str::from(self.name()),
            arn: Str::from(self.arn()),
            state_machine_arn: format!(
                "{arn}:{partition}:{states}:{region}:{account}:stateMachine:{state_machine}"
            ),
            status,
            start_date: first.timestamp,
            stop_date: ended.then_some(last.timestamp),
            input: input.clone(),
            output,
            failure: last.details.failure().filter(|_| ended).cloned(),
            is_child: state_machine.contains('/')
                && self.execution_type() == ExecutionType::Standard,
        })
    }
}

fn status(last: &HistoryEvent) -> Status {
    match &last.details {
        EventDetails::ExecutionSucceeded { .. } => Status::Succeeded,
        EventDetails::ExecutionFailed(_) => Status::Failed,
        EventDetails::ExecutionTimedOut(_) => Status::TimedOut,
        EventDetails::ExecutionAborted(_) => Status::Aborted,
        _ => Status::Running,
    }
}

impl Description {
    /// Where the execution stands.
    #[must_use]
    pub fn status(&self) -> Status {
        self.status
    }

    /// Whether it may be redriven, and if not, why.
    fn redrive(&self) -> (&'static str, Option<String>) {
        match self.status {
            Status::Running | Status::Succeeded => {
                let status = self.status;
                ("NOT_REDRIVABLE", Some(format!("Execution is {status} and cannot be redriven")))
            }
            _ if self.is_child => ("REDRIVABLE_BY_MAP_RUN", None),
            _ => ("REDRIVABLE", None),
        }
    }
}

impl Serialize for Description {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut answer = serializer.serialize_map(None)?;
        answer.serialize_entry("executionArn", self.arn.as_str())?;
        answer.serialize_entry("stateMachineArn", &self.state_machine_arn)?;
        answer.serialize_entry("name", self.name.as_str())?;
        answer.serialize_entry("status", self.status.as_str())?;
        answer.serialize_entry("startDate", &seconds(self.start_date))?;
        if let Some(stop_date) = self.stop_date {
            answer.serialize_entry("stopDate", &seconds(stop_date))?;
        }
        if let Some(error) = self.failure.as_ref().and_then(Failure::error) {
            answer.serialize_entry("error", error)?;
        }
        if let Some(cause) = self.failure.as_ref().and_then(Failure::cause) {
            answer.serialize_entry("cause", cause)?;
        }
        answer.serialize_entry("input", &self.input.to_string())?;
        answer.serialize_entry("inputDetails", &Included)?;
        if let Some(output) = &self.output {
            answer.serialize_entry("output", &output.to_string())?;
        }
        // Who waits is told that it would be there, had the execution succeeded.
        if self.output.is_some() || self.operation == Operation::StartSync {
            answer.serialize_entry("outputDetails", &Included)?;
        }
        match self.operation {
            Operation::Describe => {
                let (status, reason) = self.redrive();
                answer.serialize_entry("redriveCount", &0)?;
                answer.serialize_entry("redriveStatus", status)?;
                if let Some(reason) = reason {
                    answer.serialize_entry("redriveStatusReason", &reason)?;
                }
            }
            Operation::StartSync => {
                let stop_date = self.stop_date.unwrap_or(self.start_date).as_millisecond();
                let took = stop_date.abs_diff(self.start_date.as_millisecond()).max(1);
                let billing = Billing(took.next_multiple_of(BILLED_MILLISECONDS));
                answer.serialize_entry("billingDetails", &billing)?;
            }
        }
        answer.end()
    }
}

/// Seconds, with milliseconds as their fraction.
fn seconds(time: Timestamp) -> f64 {
    time.as_millisecond() as f64 / 1e3
}

/// Data is in the answer.
struct Included;

impl Serialize for Included {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([("included", true)])
    }
}

/// What an Express execution is billed for, in milliseconds.
struct Billing(u64);

impl Serialize for Billing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut billing = serializer.serialize_map(Some(2))?;
        billing.serialize_entry("billedDurationInMilliseconds", &self.0)?;
        billing.serialize_entry("billedMemoryUsedInMB", &BILLED_MEGABYTES)?;
        billing.end()
    }
}
