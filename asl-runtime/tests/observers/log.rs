//! Logs, as a `tracing` subscriber gets them.

use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use asl_runtime::machine::TaskPattern::RequestResponse;
use asl_runtime::{Engine, Log, LogLevel, Start, TestClock, Value, json};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::machine::{Machine, State};
use crate::support::Handler;

/// Keeps events, each as an object of its fields.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<Value>>>);

struct Fields(Vec<(String, Value)>);

impl Visit for Fields {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.push((field.name().to_owned(), value.into()));
    }

    fn record_debug(&mut self, field: &Field, _: &dyn Debug) {
        panic!("{field} is no string");
    }
}

impl Subscriber for Kept {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let metadata = event.metadata();
        assert_eq!(metadata.target(), "asl::history");
        let mut fields = Fields(vec![("level".to_owned(), metadata.level().as_str().into())]);
        event.record(&mut fields);
        self.0.lock().unwrap().push(Value::Object(fields.0.into_iter().collect()));
    }
}

fn logged(log: Log, machine: Machine, input: Value) -> Vec<Value> {
    let kept = Kept::default();
    let clock = TestClock::at("2025-01-01T12:00:00Z").unwrap();
    let handler = Handler(clock.clone());
    let engine = Engine::builder().clock(clock).observer(log).seed(7).build();
    let flow = engine.register(machine, handler);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    tracing::subscriber::with_default(kept.clone(), || {
        let _ = runtime.block_on(flow.run(Start::new(input).name("e-1")));
    });
    kept.0.lock().unwrap().clone()
}

fn failing() -> Machine {
    let resource = "arn:aws:lambda:us-east-1:123456789012:function:work";
    Machine::new([
        State::task("Work", resource, RequestResponse, 0).catch(1),
        State::fail("Give up"),
    ])
}

fn types(log: Log) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let entries = logged(log, failing(), json!("fail"));
    entries.iter().map(|entry| text(entry.get("type").unwrap())).collect()
}

#[test]
fn levels() {
    let all = types(Log::new(LogLevel::All));
    assert_eq!(all.len(), 8, "{all:?}");
    assert_eq!(
        types(Log::new(LogLevel::Error)),
        ["LambdaFunctionFailed", "FailStateEntered", "ExecutionFailed"]
    );
    assert_eq!(types(Log::new(LogLevel::Fatal)), ["ExecutionFailed"]);
    assert!(types(Log::new(LogLevel::Off)).is_empty());
}

/// Recorded on AWS, but for the input and the level.
#[test]
fn entries() {
    let machine = || Machine::new([State::pass("State_1").end()]);
    let entry = |id: &str, event_type: &str, previous: &str, details: &str| {
        json!({
            "level": "INFO",
            "id": id,
            "type": event_type,
            "details": details,
            "previous_event_id": previous,
            "event_timestamp": "1735732800000",
            "execution_arn": "arn:aws:states:us-east-1:123456789012:execution:Machine:e-1",
            "redrive_count": "0",
        })
    };
    assert_eq!(
        logged(Log::new(LogLevel::All), machine(), json!({})),
        [
            entry(
                "1",
                "ExecutionStarted",
                "0",
                r#"{"roleArn":"arn:aws:iam::123456789012:role/sfn"}"#
            ),
            entry("2", "PassStateEntered", "0", r#"{"name":"State_1"}"#),
            entry("3", "PassStateExited", "2", r#"{"name":"State_1"}"#),
            entry("4", "ExecutionSucceeded", "3", "{}"),
        ]
    );
    let with_data = Log::new(LogLevel::All).include_execution_data(true);
    let details = r#"{"name":"State_1","input":"{}","inputDetails":{"truncated":false}}"#;
    assert_eq!(
        logged(with_data, machine(), json!({}))[1],
        entry("2", "PassStateEntered", "0", details)
    );
}

#[test]
fn errors_and_causes_are_no_execution_data() {
    let entries = logged(Log::new(LogLevel::Fatal), failing(), json!("fail"));
    assert_eq!(
        entries[0].get("details"),
        Some(&json!(r#"{"error":"Broken","cause":"for a test"}"#))
    );
    assert_eq!(entries[0].get("level"), Some(&json!("ERROR")));
}

#[test]
fn express_executions_have_arns_of_their_own() {
    let machine = Machine::new([State::pass("State_1").end()]).express();
    let entries = logged(Log::new(LogLevel::All), machine, json!({}));
    let arn = entries[0].get("execution_arn").and_then(Value::as_str).unwrap();
    let start = "arn:aws:states:us-east-1:123456789012:express:Machine:e-1:";
    assert!(arn.starts_with(start), "{arn}");
    assert!(entries.iter().all(|entry| entry.get("execution_arn") == Some(&arn.into())));
}
