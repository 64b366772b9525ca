//! Log entries, and what the API says of an execution.

use std::fmt::Debug;
use std::sync::{Arc, Mutex, PoisonError};

use sfn::value::to_value;
use sfn::{Description, ExecutionHistory, Log, LogLevel, Value, json};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::{DefaultGuard, Subscriber};
use tracing::{Event, Metadata};

use crate::case::{Case, LoggingConfiguration};
use crate::compare::Masks;
use crate::verdict::Verdict;

/// Takes log entries down, as long as it lives: those of this thread.
pub(crate) struct Entries {
    entries: Arc<Mutex<Vec<Value>>>,
    _subscribed: DefaultGuard,
}

/// The subscriber of the entries.
struct Listener(Arc<Mutex<Vec<Value>>>);

/// The fields of an entry.
struct Fields(sfn::value::Object);

impl Entries {
    pub(crate) fn listen() -> Self {
        let entries = Arc::default();
        let listener = Listener(Arc::clone(&entries));
        Self { entries, _subscribed: tracing::subscriber::set_default(listener) }
    }

    /// What logs the entries that were recorded.
    pub(crate) fn log(case: &Case) -> Log {
        let (level, data) = match &case.logging_configuration {
            Some(LoggingConfiguration { level, include_execution_data: data }) => {
                let level = match level.as_str() {
                    "ALL" => LogLevel::All,
                    "ERROR" => LogLevel::Error,
                    "FATAL" => LogLevel::Fatal,
                    _ => LogLevel::Off,
                };
                (level, *data)
            }
            None if case.log_end_event.is_some() => (LogLevel::All, true),
            None => (LogLevel::Off, false),
        };
        Log::new(level).include_execution_data(data)
    }

    fn of(&self, arn: &str) -> Vec<Value> {
        let entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner);
        let is_of =
            |entry: &&Value| entry.get("execution_arn").and_then(Value::as_str) == Some(arn);
        entries.iter().filter(is_of).cloned().collect()
    }
}

/// Whether an execution was logged, and the API speaks of it, as recorded. None where neither was.
pub(crate) fn judge(case: &Case, entries: &Entries, history: &ExecutionHistory) -> Option<Verdict> {
    let masks = Masks::of(case);
    let mut verdicts = Vec::new();
    let mut judge = |what: &str, expected: &Value, found: &Value| {
        verdicts.push(Verdict::of(what, masks.compare(expected, found)));
    };
    let entries = entries.of(history.arn());
    if let Some(logs) = &case.logs {
        judge("logs", logs, &Value::Array(entries.clone().into()));
    }
    if let Some(end) = &case.log_end_event {
        judge("last log entry", end, &entries.last().cloned().unwrap_or_default());
    }
    if let Some(expected) = &case.describe_response {
        judge("DescribeExecution", expected, &answer(history.describe()));
    }
    if let Some(expected) = &case.sync_response {
        let mut found = answer(history.sync_response());
        bill(&mut found, expected);
        judge("StartSyncExecution", expected, &found);
    }
    verdicts.into_iter().reduce(|one, other| one.and(|| other))
}

fn answer(description: Option<Description>) -> Value {
    description.and_then(|description| to_value(&description).ok()).unwrap_or_default()
}

/// How long an execution took is not compared. It was billed in steps of 100 milliseconds.
fn bill(answer: &mut Value, recorded: &Value) {
    let duration = |answer: &Value| {
        answer.get("billingDetails")?.get("billedDurationInMilliseconds")?.as_u64()
    };
    let memory = answer.get("billingDetails").and_then(|billed| billed.get("billedMemoryUsedInMB"));
    let is_step =
        |answer: &Value| duration(answer).is_some_and(|billed| billed > 0 && billed % 100 == 0);
    if is_step(answer) && is_step(recorded) {
        let billed = json!({
            "billedDurationInMilliseconds": (duration(recorded).unwrap_or_default()),
            "billedMemoryUsedInMB": (memory.cloned().unwrap_or_default()),
        });
        if let Value::Object(answer) = answer {
            answer.insert("billingDetails", billed);
        }
    }
}

impl Subscriber for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "asl::history"
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields(sfn::value::Object::new());
        event.record(&mut fields);
        let mut entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        entries.push(Value::Object(fields.0));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

impl Visit for Fields {
    fn record_str(&mut self, field: &Field, value: &str) {
        let name = field.name().trim_start_matches("r#");
        self.0.insert(name, value);
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.record_str(field, &format!("{value:?}"));
    }
}
