//! What is so in every history, whatever the machine does.

use std::collections::HashMap;

use sfn::observer::EventDetails;
use sfn::{HistoryEvent, Value};

/// How an execution ended: with an output, or with an error and its cause.
pub(crate) type End<'a> = Result<&'a Value, (&'a str, &'a str)>;

/// Checks the history of an execution; of one of a Map Run without its end, which the case does not
/// say, and which it does not have if it was dropped. Gives what is wrong.
pub(crate) fn check(events: &[HistoryEvent], end: Option<End<'_>>) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut outputs: HashMap<u64, &Value> = HashMap::new();
    for (id, event) in (1..).zip(events) {
        let mut expect = |holds: bool, what: &str| {
            if !holds {
                wrong.push(format!("{what}: {event}"));
            }
        };
        expect(event.id == id, "ids count from 1");
        expect(event.previous_event_id < id, "an event follows from one before it");
        let is_end = matches!(
            event.details,
            EventDetails::ExecutionSucceeded { .. }
                | EventDetails::ExecutionFailed(_)
                | EventDetails::ExecutionTimedOut(_)
        );
        let is_last = id == events.len() as u64;
        let is_dropped = is_last && end.is_none();
        expect(is_end == is_last || is_dropped, "the last event alone is the execution's end");
        let before = outputs.get(&event.previous_event_id).copied();
        match &event.details {
            EventDetails::ExecutionStarted { input, .. } => {
                expect(id == 1, "the first event is the execution's start");
                outputs.insert(0, input);
            }
            EventDetails::StateEntered { input, .. } => {
                expect(before.is_none_or(|output| output == input), "an input is an output");
            }
            EventDetails::StateExited { output, .. } => {
                outputs.insert(id, output);
            }
            EventDetails::ExecutionSucceeded { output } => {
                expect(before == Some(output), "the last state's output is the execution's");
                let is_said = end.is_none_or(|end| end == Ok(output));
                expect(is_said, "the output is what the engine says");
            }
            EventDetails::ExecutionFailed(failure) => {
                let names = (failure.error(), failure.cause());
                let names = (names.0.unwrap_or_default(), names.1.unwrap_or_default());
                let is_said = end.is_none_or(|end| end == Err(names));
                expect(is_said, "the error is what the engine says");
            }
            EventDetails::ExecutionTimedOut(failure) => {
                let is_said = end.is_none_or(|end| end.is_err_and(|it| it.0 == "States.Timeout"));
                expect(is_said, "the engine says that time is over");
                let is_empty = failure.error().or(failure.cause()).is_none();
                expect(is_empty, "an execution that times out has no error");
            }
            _ => {}
        }
    }
    wrong
}
