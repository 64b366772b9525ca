//! Logs: what happened in executions, for a `tracing` subscriber.

use tracing::{Level, event};

use super::history::recorder::Recorder;
use super::history::{EventDetails, HistoryEvent, Members};
use super::{Observation, Observer};
use crate::engine::ExecutionInfo;
use crate::machine::StateType;
use crate::value::Str;

/// Logs the events of executions, one `tracing` event for each, with the target `asl::history`.
///
/// ```
/// use asl_runtime::{Engine, Log, LogLevel};
///
/// let log = Log::new(LogLevel::Error).include_execution_data(true);
/// let engine = Engine::builder().observer(log).build();
/// ```
///
/// The fields are those of AWS's log entries, all of them strings, as there: `id`, `type`,
/// `details` (JSON, the same as in a [`History`](crate::History)), `previous_event_id`,
/// `event_timestamp` (milliseconds since 1970), `execution_arn` and `redrive_count`. What AWS logs
/// at its level `ERROR` has tracing's level `ERROR`, the rest `INFO`.
///
/// See [Logging in CloudWatch Logs](https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html).
#[derive(Debug, Clone, Copy)]
pub struct Log {
    level: LogLevel,
    data: bool,
}

/// Which events are logged, `level` of AWS's logging configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum LogLevel {
    /// None.
    #[default]
    Off,
    /// Those that end an execution without success.
    Fatal,
    /// Those, and what fails or is aborted in it.
    Error,
    /// All.
    All,
}

/// What a [`Log`] keeps for an execution.
#[derive(Debug)]
pub struct Logged {
    arn: Str,
    recorder: Recorder,
}

impl Log {
    /// Logs the events of this level, without execution data.
    #[must_use]
    pub fn new(level: LogLevel) -> Self {
        Self { level, data: false }
    }

    /// Whether inputs, outputs, parameters and variables are logged, `includeExecutionData`. Errors
    /// and causes always are.
    #[must_use]
    pub fn include_execution_data(mut self, include: bool) -> Self {
        self.data = include;
        self
    }

    fn log(self, arn: &str, event: &HistoryEvent) {
        /// An event of this level. A level has to be a constant.
        macro_rules! log {
            ($level:expr) => {
                event!(
                    target: "asl::history",
                    $level,
                    id = event.id.to_string(),
                    r#type = event.event_type(),
                    details = self.details(&event.details),
                    previous_event_id = event.previous_event_id.to_string(),
                    event_timestamp = event.timestamp.as_millisecond().to_string(),
                    execution_arn = arn,
                    redrive_count = "0",
                )
            };
        }
        match LogLevel::of(&event.details) {
            level if level > self.level => {}
            LogLevel::All => log!(Level::INFO),
            _ => log!(Level::ERROR),
        }
    }

    fn details(self, details: &EventDetails) -> String {
        // It cannot fail: all its keys are strings.
        serde_json::to_string(&Members { details, data: self.data }).unwrap_or_default()
    }
}

impl LogLevel {
    /// The first level that an event is logged at.
    fn of(details: &EventDetails) -> Self {
        match details {
            EventDetails::ExecutionFailed(_)
            | EventDetails::ExecutionAborted(_)
            | EventDetails::ExecutionTimedOut(_) => Self::Fatal,
            EventDetails::StateEntered { state_type: StateType::Fail, .. }
            | EventDetails::StateFailed { .. }
            | EventDetails::StateAborted { .. }
            | EventDetails::EvaluationFailed { .. }
            | EventDetails::LambdaFunctionFailed(_)
            | EventDetails::LambdaFunctionTimedOut(_)
            | EventDetails::ActivityFailed(_)
            | EventDetails::ActivityTimedOut(_)
            | EventDetails::TaskFailed { .. }
            | EventDetails::TaskTimedOut { .. }
            | EventDetails::MapIterationFailed(_)
            | EventDetails::MapIterationAborted(_)
            | EventDetails::MapRunFailed(_) => Self::Error,
            _ => Self::All,
        }
    }
}

impl Observer for Log {
    type Execution = Option<Logged>;

    fn begin(&self, execution: &ExecutionInfo<'_>) -> Option<Logged> {
        (self.level != LogLevel::Off)
            .then(|| Logged { arn: Str::from(execution.arn()), recorder: Recorder::default() })
    }

    fn observe(&self, logged: &mut Option<Logged>, observation: &Observation<'_>) {
        if let Some(Logged { arn, recorder }) = logged {
            recorder.record(observation, |event| self.log(arn, &event));
        }
    }
}
