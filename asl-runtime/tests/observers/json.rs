//! Histories as AWS writes them.

use asl_runtime::machine::TaskPattern::{Activity, Callback, RequestResponse};
use asl_runtime::{ExecutionType, Value, json};
use serde_json::json as serde;

use crate::machine::{Machine, State};
use crate::support::{run, run_all};

/// The events, without those that start the execution and enter its state.
fn events(state: State, input: Value) -> Vec<serde_json::Value> {
    let history = serde_json::to_value(run(Machine::new([state.end()]), input)).unwrap();
    history["events"].as_array().unwrap()[2..].to_vec()
}

fn details(state: State, input: Value) -> Vec<serde_json::Value> {
    let details = events(state, input).into_iter().map(|mut event| {
        let event = event.as_object_mut().unwrap();
        for member in ["timestamp", "id", "previousEventId"] {
            event.remove(member).unwrap();
        }
        serde_json::Value::Object(std::mem::take(event))
    });
    details.collect()
}

#[test]
fn events_to_the_letter() {
    let machine = Machine::new([State::assign("One", json!([1.0, "a"])).end()]);
    let history = run_all(machine.express(), json!({ "b": 1, "a": "\"" }));
    let execution = history.execution("e-1").unwrap();
    assert_eq!(execution.execution_type(), ExecutionType::Express);
    assert_eq!(
        serde_json::to_string(&execution).unwrap(),
        concat!(
            r#"{"events":["#,
            r#"{"timestamp":1735732800.0,"type":"ExecutionStarted","id":1,"previousEventId":0,"#,
            r#""executionStartedEventDetails":{"input":"{\"b\":1,\"a\":\"\\\"\"}","#,
            r#""inputDetails":{"truncated":false},"#,
            r#""roleArn":"arn:aws:iam::123456789012:role/sfn"}},"#,
            r#"{"timestamp":1735732800.0,"type":"PassStateEntered","id":2,"previousEventId":0,"#,
            r#""stateEnteredEventDetails":{"name":"One","input":"{\"b\":1,\"a\":\"\\\"\"}","#,
            r#""inputDetails":{"truncated":false}}},"#,
            r#"{"timestamp":1735732800.0,"type":"PassStateExited","id":3,"previousEventId":2,"#,
            r#""stateExitedEventDetails":{"name":"One","output":"[1.0,\"a\"]","#,
            r#""outputDetails":{"truncated":false},"#,
            r#""assignedVariables":{"it":"[1.0,\"a\"]"},"#,
            r#""assignedVariablesDetails":{"truncated":false}}},"#,
            r#"{"timestamp":1735732800.0,"type":"ExecutionSucceeded","id":4,"previousEventId":3,"#,
            r#""executionSucceededEventDetails":{"output":"[1.0,\"a\"]","#,
            r#""outputDetails":{"truncated":false}}}"#,
            r#"]}"#
        )
    );
}

#[test]
fn functions() {
    let resource = "arn:aws:lambda:us-east-1:123456789012:function:work";
    let task = State::task("Work", resource, RequestResponse, 5).credentials();
    assert_eq!(
        details(task, json!("fail")),
        [
            serde!({ "type": "LambdaFunctionScheduled", "lambdaFunctionScheduledEventDetails": {
                "resource": resource, "input": "\"fail\"", "inputDetails": { "truncated": false },
                "timeoutInSeconds": 5,
                "taskCredentials": { "roleArn": "arn:aws:iam::123456789012:role/other" } } }),
            serde!({ "type": "LambdaFunctionStarted" }),
            serde!({ "type": "LambdaFunctionFailed", "lambdaFunctionFailedEventDetails": {
                "error": "Broken", "cause": "by the handler" } }),
            serde!({ "type": "ExecutionFailed", "executionFailedEventDetails": {
                "error": "Broken", "cause": "by the handler" } }),
        ]
    );
}

#[test]
fn activities() {
    let resource = "arn:aws:states:us-east-1:123456789012:activity:work";
    assert_eq!(
        details(State::task("Work", resource, Activity, 0), json!(1))[..3],
        [
            serde!({ "type": "ActivityScheduled", "activityScheduledEventDetails": {
                "resource": resource, "input": "1", "inputDetails": { "truncated": false } } }),
            serde!({ "type": "ActivityStarted", "activityStartedEventDetails": {} }),
            serde!({ "type": "ActivitySucceeded", "activitySucceededEventDetails": {
                "output": "1", "outputDetails": { "truncated": false } } }),
        ]
    );
}

#[test]
fn integrations() {
    let resource = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";
    let (kind, action) = ("sqs", "sendMessage.waitForTaskToken");
    let input = json!({ "response": { "MessageId": "m" } });
    let text = r#"{"response":{"MessageId":"m"}}"#;
    assert_eq!(
        details(State::task("Work", resource, Callback, 5).credentials(), input)[..4],
        [
            serde!({ "type": "TaskScheduled", "taskScheduledEventDetails": {
                "resourceType": kind, "resource": action, "region": "us-east-1",
                "parameters": text, "timeoutInSeconds": 5,
                "taskCredentials": { "roleArn": "arn:aws:iam::123456789012:role/other" } } }),
            serde!({ "type": "TaskStarted", "taskStartedEventDetails": {
                "resourceType": kind, "resource": action } }),
            serde!({ "type": "TaskSubmitted", "taskSubmittedEventDetails": {
                "resourceType": kind, "resource": action,
                "output": r#"{"MessageId":"m"}"#, "outputDetails": { "truncated": false } } }),
            serde!({ "type": "TaskSucceeded", "taskSucceededEventDetails": {
                "resourceType": kind, "resource": action,
                "output": text, "outputDetails": { "truncated": false } } }),
        ]
    );
    let failed = details(State::task("Work", resource, Callback, 5), json!("submit"));
    assert_eq!(
        failed[3],
        serde!({ "type": "TaskTimedOut", "taskTimedOutEventDetails": {
            "resourceType": kind, "resource": action, "error": "States.Timeout" } })
    );
}

#[test]
fn expressions() {
    let state = State::evaluation("Work", asl_runtime::machine::StateType::Pass);
    let cause = "An error occurred while executing the state 'Work' (entered at the event id #2). \
                 detail";
    assert_eq!(
        details(state, json!(1))[0],
        serde!({ "type": "EvaluationFailed", "evaluationFailedEventDetails": {
            "state": "Work", "error": "States.QueryEvaluationError", "cause": cause } })
    );
}

#[test]
fn executions_are_told_apart() {
    let history = run_all(Machine::new([State::pass("One").end()]), json!(1));
    let [execution] = &history.executions()[..] else { panic!("{history:?}") };
    assert_eq!(
        (execution.name(), execution.state_machine(), execution.arn()),
        ("e-1", "Machine", "arn:aws:states:us-east-1:123456789012:execution:Machine:e-1")
    );
    assert!(history.execution("e-2").is_none());
    history.clear();
    assert!(history.executions().is_empty());
    assert_eq!(execution.events().len(), 4);
}
