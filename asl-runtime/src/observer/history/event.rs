//! What stands in a history.

use std::num::NonZeroU32;

use jiff::Timestamp;

use crate::error::Failure;
use crate::machine::StateType;
use crate::value::{Object, Str, Value};

/// An event of an execution's history.
///
/// It serialises as in the answer of AWS's `GetExecutionHistory`.
///
/// See [HistoryEvent](https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct HistoryEvent {
    /// 1 for the first event of an execution, one more for each other.
    pub id: u64,
    /// The event it follows from; 0 if it follows from none, as the first state's entry.
    pub previous_event_id: u64,
    /// When it happened.
    pub timestamp: Timestamp,
    /// What happened.
    pub details: EventDetails,
}

impl HistoryEvent {
    /// AWS's name for what happened: `PassStateEntered`.
    pub fn event_type(&self) -> &'static str {
        self.details.event_type()
    }
}

/// What happened, with what AWS's histories say about it.
///
/// Data is shared with the execution, not copied; text is made of it when it is serialised.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
#[allow(missing_docs, reason = "the members are those of AWS's event details, under their names")]
pub enum EventDetails {
    ExecutionStarted {
        input: Value,
        role_arn: Str,
    },
    ExecutionSucceeded {
        output: Value,
    },
    ExecutionFailed(Failure),
    ExecutionAborted(Failure),
    ExecutionTimedOut(Failure),

    /// `PassStateEntered` and the like.
    StateEntered {
        state_type: StateType,
        name: Str,
        input: Value,
    },
    /// `PassStateExited` and the like.
    StateExited {
        state_type: StateType,
        name: Str,
        output: Value,
        /// None where the state assigns nothing.
        assigned_variables: Option<Object>,
    },
    /// `ParallelStateSucceeded` and `MapStateSucceeded`.
    StateSucceeded {
        state_type: StateType,
    },
    /// `ParallelStateFailed` and `MapStateFailed`.
    StateFailed {
        state_type: StateType,
    },
    /// `TaskStateAborted`, `WaitStateAborted`, `ParallelStateAborted` and `MapStateAborted`.
    StateAborted {
        state_type: StateType,
    },
    EvaluationFailed {
        state: Str,
        failure: Failure,
    },

    LambdaFunctionScheduled {
        resource: Str,
        input: Value,
        timeout_in_seconds: Option<NonZeroU32>,
        /// `taskCredentials`.
        role_arn: Option<Str>,
    },
    LambdaFunctionStarted,
    LambdaFunctionSucceeded {
        output: Value,
    },
    LambdaFunctionFailed(Failure),
    LambdaFunctionTimedOut(Failure),

    ActivityScheduled {
        resource: Str,
        input: Value,
        timeout_in_seconds: Option<NonZeroU32>,
        heartbeat_in_seconds: Option<NonZeroU32>,
    },
    ActivityStarted {
        worker_name: Option<Str>,
    },
    ActivitySucceeded {
        output: Value,
    },
    ActivityFailed(Failure),
    ActivityTimedOut(Failure),

    TaskScheduled(Box<TaskScheduled>),
    TaskStarted(Integration),
    TaskSubmitted {
        integration: Integration,
        /// What the service answered, if the handler told it.
        output: Option<Value>,
    },
    TaskSucceeded {
        integration: Integration,
        output: Value,
    },
    TaskFailed {
        integration: Integration,
        failure: Failure,
    },
    TaskTimedOut {
        integration: Integration,
        failure: Failure,
    },

    ParallelStateStarted,
    MapStateStarted {
        length: u32,
    },
    MapIterationStarted(Iteration),
    MapIterationSucceeded(Iteration),
    MapIterationFailed(Iteration),
    MapIterationAborted(Iteration),
    MapRunStarted {
        map_run_arn: Str,
    },
    MapRunSucceeded,
    MapRunFailed(Failure),
}

/// The details of `TaskScheduled`, by far the largest.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the members are those of AWS's event details, under their names")]
pub struct TaskScheduled {
    pub integration: Integration,
    pub region: Str,
    pub parameters: Value,
    pub timeout_in_seconds: Option<NonZeroU32>,
    pub heartbeat_in_seconds: Option<NonZeroU32>,
    /// `taskCredentials`.
    pub role_arn: Option<Str>,
}

/// The service that does a task's work, and what it is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Integration {
    /// `resourceType`: `sqs`, `aws-sdk:s3`.
    pub resource_type: Str,
    /// `resource`: `sendMessage.waitForTaskToken`.
    pub resource: Str,
}

/// An iteration of a Map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Iteration {
    /// The name of the Map state.
    pub name: Str,
    /// The index of the item.
    pub index: u32,
}

/// The name of an event that each type of state has of its own.
macro_rules! of_state {
    ($state_type:expr, $what:literal) => {
        match $state_type {
            StateType::Task => concat!("TaskState", $what),
            StateType::Pass => concat!("PassState", $what),
            StateType::Choice => concat!("ChoiceState", $what),
            StateType::Wait => concat!("WaitState", $what),
            StateType::Succeed => concat!("SucceedState", $what),
            StateType::Fail => concat!("FailState", $what),
            StateType::Parallel => concat!("ParallelState", $what),
            StateType::Map => concat!("MapState", $what),
        }
    };
}

impl EventDetails {
    /// AWS's name for what happened: `PassStateEntered`.
    pub fn event_type(&self) -> &'static str {
        match self {
            Self::ExecutionStarted { .. } => "ExecutionStarted",
            Self::ExecutionSucceeded { .. } => "ExecutionSucceeded",
            Self::ExecutionFailed(_) => "ExecutionFailed",
            Self::ExecutionAborted(_) => "ExecutionAborted",
            Self::ExecutionTimedOut(_) => "ExecutionTimedOut",
            Self::StateEntered { state_type, .. } => of_state!(state_type, "Entered"),
            Self::StateExited { state_type, .. } => of_state!(state_type, "Exited"),
            Self::StateSucceeded { state_type } => of_state!(state_type, "Succeeded"),
            Self::StateFailed { state_type } => of_state!(state_type, "Failed"),
            Self::StateAborted { state_type } => of_state!(state_type, "Aborted"),
            Self::EvaluationFailed { .. } => "EvaluationFailed",
            Self::LambdaFunctionScheduled { .. } => "LambdaFunctionScheduled",
            Self::LambdaFunctionStarted => "LambdaFunctionStarted",
            Self::LambdaFunctionSucceeded { .. } => "LambdaFunctionSucceeded",
            Self::LambdaFunctionFailed(_) => "LambdaFunctionFailed",
            Self::LambdaFunctionTimedOut(_) => "LambdaFunctionTimedOut",
            Self::ActivityScheduled { .. } => "ActivityScheduled",
            Self::ActivityStarted { .. } => "ActivityStarted",
            Self::ActivitySucceeded { .. } => "ActivitySucceeded",
            Self::ActivityFailed(_) => "ActivityFailed",
            Self::ActivityTimedOut(_) => "ActivityTimedOut",
            Self::TaskScheduled(_) => "TaskScheduled",
            Self::TaskStarted(_) => "TaskStarted",
            Self::TaskSubmitted { .. } => "TaskSubmitted",
            Self::TaskSucceeded { .. } => "TaskSucceeded",
            Self::TaskFailed { .. } => "TaskFailed",
            Self::TaskTimedOut { .. } => "TaskTimedOut",
            Self::ParallelStateStarted => "ParallelStateStarted",
            Self::MapStateStarted { .. } => "MapStateStarted",
            Self::MapIterationStarted(_) => "MapIterationStarted",
            Self::MapIterationSucceeded(_) => "MapIterationSucceeded",
            Self::MapIterationFailed(_) => "MapIterationFailed",
            Self::MapIterationAborted(_) => "MapIterationAborted",
            Self::MapRunStarted { .. } => "MapRunStarted",
            Self::MapRunSucceeded => "MapRunSucceeded",
            Self::MapRunFailed(_) => "MapRunFailed",
        }
    }
}

impl EventDetails {
    /// Why, if something failed.
    pub fn failure(&self) -> Option<&Failure> {
        match self {
            Self::ExecutionFailed(failure)
            | Self::ExecutionAborted(failure)
            | Self::ExecutionTimedOut(failure)
            | Self::EvaluationFailed { failure, .. }
            | Self::LambdaFunctionFailed(failure)
            | Self::LambdaFunctionTimedOut(failure)
            | Self::ActivityFailed(failure)
            | Self::ActivityTimedOut(failure)
            | Self::TaskFailed { failure, .. }
            | Self::TaskTimedOut { failure, .. }
            | Self::MapRunFailed(failure) => Some(failure),
            _ => None,
        }
    }
}
