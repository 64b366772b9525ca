//! The types of the events in histories.

use std::collections::BTreeSet;

use asl_lang::parse::state_types;
use serde_json::Value;

use super::Element;

const EVENT: &str = "event type";
const DETAIL: &str = "event detail";

/// Those that are the same for all types of states.
///
/// See [HistoryEvent](https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html).
const EVENTS: &[&str] = &[
    "ExecutionStarted",
    "ExecutionSucceeded",
    "ExecutionFailed",
    "ExecutionAborted",
    "ExecutionTimedOut",
    "EvaluationFailed",
    "LambdaFunctionScheduled",
    "LambdaFunctionStarted",
    "LambdaFunctionSucceeded",
    "LambdaFunctionFailed",
    "LambdaFunctionTimedOut",
    "ActivityScheduled",
    "ActivityStarted",
    "ActivitySucceeded",
    "ActivityFailed",
    "ActivityTimedOut",
    "TaskScheduled",
    "TaskStarted",
    "TaskSubmitted",
    "TaskSucceeded",
    "TaskFailed",
    "TaskTimedOut",
    "ParallelStateStarted",
    "MapStateStarted",
    "MapIterationStarted",
    "MapIterationSucceeded",
    "MapIterationFailed",
    "MapIterationAborted",
    "MapRunStarted",
    "MapRunSucceeded",
    "MapRunFailed",
];

/// The members of their details, but for what the lines of a history have anyway, what is the same
/// in all, and the random ARN of a Map Run.
const DETAILS: &[(&str, &[&str])] = &[
    ("ExecutionStarted", &["input", "inputDetails", "roleArn"]),
    ("ExecutionSucceeded", &["output", "outputDetails"]),
    ("ExecutionFailed", &["error", "cause"]),
    ("EvaluationFailed", &["state", "error", "cause", "location"]),
    (
        "LambdaFunctionScheduled",
        &["resource", "input", "inputDetails", "timeoutInSeconds", "taskCredentials"],
    ),
    ("LambdaFunctionSucceeded", &["output", "outputDetails"]),
    ("LambdaFunctionFailed", &["error", "cause"]),
    ("LambdaFunctionTimedOut", &["error"]),
    ("ActivityScheduled", &["resource", "input", "timeoutInSeconds", "heartbeatInSeconds"]),
    ("ActivitySucceeded", &["output"]),
    ("ActivityFailed", &["error", "cause"]),
    ("ActivityTimedOut", &["error"]),
    (
        "TaskScheduled",
        &[
            "resourceType",
            "resource",
            "region",
            "parameters",
            "timeoutInSeconds",
            "heartbeatInSeconds",
            "taskCredentials",
        ],
    ),
    ("TaskStarted", &["resourceType", "resource"]),
    ("TaskSubmitted", &["resourceType", "resource", "output"]),
    ("TaskSucceeded", &["resourceType", "resource", "output"]),
    ("TaskFailed", &["resourceType", "resource", "error", "cause"]),
    ("TaskTimedOut", &["resourceType", "resource", "error"]),
    ("MapStateStarted", &["length"]),
    ("MapRunFailed", &["error", "cause"]),
];

/// Tests stop executions by hand: the suite's run to their ends.
const NOT_IN_THE_SUITE: &[&str] = &["ExecutionAborted"];

/// The events of a type of state, by the ends of their names.
fn endings(state_type: &str) -> &'static [&'static str] {
    match state_type {
        "Fail" => &["Entered"],
        "Task" | "Wait" => &["Entered", "Exited", "Aborted"],
        "Parallel" | "Map" => &["Entered", "Succeeded", "Failed", "Exited", "Aborted"],
        _ => &["Entered", "Exited"],
    }
}

pub(super) fn elements() -> impl Iterator<Item = Element> {
    let of_states = state_types().flat_map(|(state_type, _)| {
        let names = endings(state_type).iter();
        names.map(move |ending| format!("{state_type}State{ending}"))
    });
    let events = EVENTS.iter().filter(|event| !NOT_IN_THE_SUITE.contains(event));
    let events = events.map(|&event| event.to_owned()).chain(of_states);
    let data = state_types().flat_map(|(state_type, _)| {
        let data = data(state_type).iter();
        data.map(move |(ending, member)| detail(&format!("{state_type}State{ending}"), member))
    });
    let details = DETAILS
        .iter()
        .flat_map(|(event, members)| members.iter().map(move |member| detail(event, member)));
    events.map(|event| Element::new(EVENT, event)).chain(data).chain(details)
}

/// The data of a type of state's events.
fn data(state_type: &str) -> &'static [(&'static str, &'static str)] {
    match state_type {
        "Fail" => &[("Entered", "input")],
        "Succeed" => &[("Entered", "input"), ("Exited", "output")],
        _ => &[("Entered", "input"), ("Exited", "output"), ("Exited", "assignedVariables")],
    }
}

fn detail(event: &str, member: &str) -> Element {
    Element::new(DETAIL, format!("{event}: {member}"))
}

/// The events that a case expects in its histories, and the states that are entered in them.
/// Nothing if it expects no history.
pub(super) fn expected(case: &Value) -> Option<Expected> {
    let mut expected = Expected::default();
    for event in case.get("history")?.as_array()? {
        expected.event(event);
    }
    let executions = case.get("executions").and_then(Value::as_array);
    for event in executions.into_iter().flatten().filter_map(Value::as_array).flatten() {
        expected.event(event);
    }
    Some(expected)
}

#[derive(Debug, Default)]
pub(super) struct Expected {
    pub(super) events: BTreeSet<Element>,
    pub(super) states: BTreeSet<String>,
}

impl Expected {
    /// `ID<PREVIOUS TYPE NAME`, alone or with its details.
    fn event(&mut self, event: &Value) {
        let line = event.as_str().or_else(|| event.get(0)?.as_str()).unwrap_or_default();
        let mut words = line.splitn(3, ' ').skip(1);
        let name = words.next().unwrap_or_default();
        self.events.insert(Element::new(EVENT, name));
        let details = event.get(1).and_then(Value::as_object);
        let members = details.into_iter().flat_map(|details| details.keys());
        self.events.extend(members.map(|member| detail(name, member)));
        if let Some(state) = words.next().filter(|_| name.ends_with("Entered")) {
            self.states.insert(state.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names in the runtime's own table of them.
    #[test]
    fn the_events_of_the_runtime_are_listed() {
        let source =
            concat!(env!("CARGO_MANIFEST_DIR"), "/../asl-runtime/src/observer/history/event.rs");
        let text = std::fs::read_to_string(source).unwrap();
        let names = text.lines().filter_map(|line| line.trim().strip_prefix("Self::"));
        let mut names: Vec<&str> = names.filter_map(|line| line.split('"').nth(1)).collect();
        names
            .retain(|name| !["Entered", "Exited", "Succeeded", "Failed", "Aborted"].contains(name));
        assert_eq!(names, EVENTS);
    }

    #[test]
    fn what_a_history_contains() {
        let case = serde_json::json!({
            "history": ["1<0 ExecutionStarted", ["2<0 TaskStateEntered My task", { "input": "1" }]],
            "executions": [["2<0 PassStateEntered Inner"]],
        });
        let found = expected(&case).unwrap();
        assert!(found.events.contains(&Element::new(EVENT, "TaskStateEntered")));
        assert!(found.events.contains(&detail("TaskStateEntered", "input")));
        assert_eq!(Vec::from_iter(found.states), ["Inner", "My task"]);
        assert!(expected(&serde_json::json!({ "events": 3 })).is_none());
    }
}
