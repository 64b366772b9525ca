//! Task: data before and after the work, times, retriers, catchers and distinct tasks.

use crate::{lowered, machine, state};
use insta::assert_snapshot;

/// A Task of one function with these fields.
fn task(fields: &str) -> String {
    let resource = r#""Resource": "arn:aws:lambda:us-east-1:123456789012:function:work""#;
    state(&format!(r#""Type": "Task", {resource}, "End": true{fields}"#))
}

#[test]
fn nothing() {
    assert_snapshot!(task(""), @"
    S = Task -> end
      do work
      Output = Result
    ");
}

#[test]
fn single_data_fields() {
    assert_snapshot!(task(r#", "InputPath": "$.a""#), @"
    S = Task -> end
      EffectiveInput = Input.a
      do work
      Output = Result
    ");
    assert_snapshot!(task(r#", "InputPath": null"#), @"
    S = Task -> end
      EffectiveInput: Object = {}
      do work
      Output = Result
    ");
    assert_snapshot!(task(r#", "Parameters": {"a.$": "$.b"}"#), @r#"
    S = Task -> end
      Arguments: Object = {"a": Input.b}
      do work
      Output = Result
    "#);
    assert_snapshot!(task(r#", "Parameters": {"a": 1}"#), @r#"
    S = Task -> end
      Arguments: Object = {"a": 1}
      do work
      Output = Result
    "#);
    assert_snapshot!(task(r#", "ResultSelector": {"a.$": "$.b"}"#), @r#"
    S = Task -> end
      do work
      Selected: Object = {"a": Result.b}
      Output: Object = Selected
    "#);
    assert_snapshot!(task(r#", "ResultPath": "$.a""#), @"
    S = Task -> end
      do work
      Combined: Object = insert(Input, $.a, Result)
      Output: Object = Combined
    ");
    assert_snapshot!(task(r#", "ResultPath": null"#), @"
    S = Task -> end
      do work
      Output = Input
    ");
    assert_snapshot!(task(r#", "OutputPath": "$.a""#), @"
    S = Task -> end
      do work
      Output = Result.a
    ");
    assert_snapshot!(task(r#", "OutputPath": null"#), @"
    S = Task -> end
      do work
      Output: Object = {}
    ");
}

#[test]
fn data_fields_together() {
    assert_snapshot!(task(r#", "InputPath": "$.a", "Parameters": {"b.$": "$.c"}"#), @r#"
    S = Task -> end
      EffectiveInput = Input.a
      Arguments: Object = {"b": EffectiveInput.c}
      do work
      Output = Result
    "#);
    assert_snapshot!(task(r#", "InputPath": null, "Parameters": {"b": 1}"#), @r#"
    S = Task -> end
      Arguments: Object = {"b": 1}
      do work
      Output = Result
    "#);
    assert_snapshot!(task(r#", "ResultSelector": {"a.$": "$.b"}, "ResultPath": "$.c""#), @r#"
    S = Task -> end
      do work
      Selected: Object = {"a": Result.b}
      Combined: Object = insert(Input, $.c, Selected)
      Output: Object = Combined
    "#);
    assert_snapshot!(task(r#", "ResultSelector": {"a.$": "$.b"}, "ResultPath": null"#), @r#"
    S = Task -> end
      do work
      Selected: Object = {"a": Result.b}
      Output = Input
    "#);
    assert_snapshot!(task(r#", "ResultSelector": {"a": 1}, "ResultPath": null"#), @"
    S = Task -> end
      do work
      Output = Input
    ");
    assert_snapshot!(task(r#", "ResultPath": "$.c", "OutputPath": "$.c.d""#), @"
    S = Task -> end
      do work
      Combined: Object = insert(Input, $.c, Result)
      Output = Combined.c.d
    ");
    let all = r#", "InputPath": "$.a", "Parameters": {"b.$": "$.c"},
        "ResultSelector": {"d.$": "$.e", "f.$": "$.Execution.Id"}, "ResultPath": "$.g.h",
        "OutputPath": "$.g""#;
    assert_snapshot!(task(all), @r#"
    S = Task -> end
      EffectiveInput = Input.a
      Arguments: Object = {"b": EffectiveInput.c}
      do work
      Selected: Object = {"d": Result.e, "f": Result.Execution.Id}
      Combined: Object = insert(Input, $.g.h, Selected)
      Output = Combined.g
    "#);
}

#[test]
fn times() {
    assert_snapshot!(task(r#", "TimeoutSeconds": 30, "HeartbeatSeconds": 10"#), @"
    S = Task -> end
      timeout 30
      heartbeat 10
      do work
      Output = Result
    ");
    let paths = r#""TimeoutSecondsPath": "$.t", "HeartbeatSecondsPath": "$.Execution.Input.h""#;
    assert_snapshot!(task(&format!(", {paths}")), @"
    S = Task -> end
      timeout Input.t
      heartbeat Input.Execution.Input.h
      do work
      Output = Result
    ");
    let rest = r#""InputPath": "$.a", "Parameters": {}"#;
    assert_snapshot!(task(&format!(", {paths}, {rest}")), @"
    S = Task -> end
      EffectiveInput = Input.a
      Arguments: Object = {}
      timeout EffectiveInput.t
      heartbeat EffectiveInput.Execution.Input.h
      do work
      Output = Result
    ");
    assert_snapshot!(task(r#", "InputPath": null, "TimeoutSecondsPath": "$.t""#), @"
    S = Task -> end
      EffectiveInput: Object = {}
      timeout EffectiveInput.t
      do work
      Output = Result
    ");
}

#[test]
fn retriers_have_their_defaults() {
    let retry = r#", "Retry": [
        {"ErrorEquals": ["A", "B"]},
        {"ErrorEquals": ["C"], "IntervalSeconds": 5, "MaxAttempts": 0, "BackoffRate": 1.5,
         "MaxDelaySeconds": 60, "JitterStrategy": "FULL"},
        {"ErrorEquals": ["States.ALL"], "JitterStrategy": "NONE"}]"#;
    assert_snapshot!(task(retry), @"
    S = Task -> end
      do work
      Output = Result
      retry A | B: 3 times after 1 s * 2.0, jitter None
      retry C: 0 times after 5 s * 1.5, at most 60 s, jitter Full
      retry States.ALL: 3 times after 1 s * 2.0, jitter None
    ");
}

#[test]
fn catchers_place_the_error_output() {
    let catch = r#", "OutputPath": "$.x", "Catch": [
        {"ErrorEquals": ["A"], "Next": "N"},
        {"ErrorEquals": ["B"], "ResultPath": "$", "Next": "N"},
        {"ErrorEquals": ["C"], "ResultPath": null, "Next": "N"},
        {"ErrorEquals": ["D", "E"], "ResultPath": "$.error.of", "Next": "S"}]"#;
    assert_snapshot!(task(catch), @"
    S = Task -> end
      do work
      Output = Result.x
      catch A -> N
        Output: Object = ErrorOutput
      catch B -> N
        Output: Object = ErrorOutput
      catch C -> N
        Output = Input
      catch D | E -> S
        Combined: Object = insert(Input, $.error.of, ErrorOutput)
        Output: Object = Combined
    ");
}

/// A machine whose states are Tasks with these fields, one after the other.
fn tasks(fields: &[&str]) -> String {
    let state = |(index, fields): (usize, &&str)| {
        format!(r#""T{index}": {{"Type": "Task", {fields}, "Next": "T{}"}},"#, index + 1)
    };
    let states: String = fields.iter().enumerate().map(state).collect();
    let last = format!(r#""T{}": {{"Type": "Succeed"}}"#, fields.len());
    format!(r#"{{"StartAt": "T0", "States": {{{states} {last}}}}}"#)
}

#[test]
fn tasks_are_distinct_by_what_they_call() {
    let invoke = r#""Resource": "arn:aws:states:::lambda:invoke""#;
    let start = r#""Resource": "arn:aws:states:::states:startExecution.sync:2""#;
    let text = tasks(&[
        r#""Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge:LIVE""#,
        &format!(r#"{invoke}, "Parameters": {{"FunctionName": "ship:LIVE", "Payload.$": "$"}}"#),
        r#""Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge:LIVE""#,
        &format!(r#"{invoke}, "Parameters": {{"FunctionName.$": "$.f"}}"#),
        &format!(r#"{invoke}, "Parameters": {{"FunctionName": "ship:LIVE"}}"#),
        &format!(
            r#"{start}, "Parameters": {{"StateMachineArn":
            "arn:aws:states:eu-west-1:1:stateMachine:Refund"}}"#
        ),
        r#""Resource": "arn:aws:states:us-east-1:123456789012:activity:approve""#,
        r#""Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"MessageBody": "x"}"#,
    ]);
    let tasks = lowered(&text);
    let tasks: String = tasks
        .lines()
        .filter(|line| line.starts_with("task"))
        .map(|line| line.to_owned() + "\n")
        .collect();
    assert_snapshot!(tasks, @"
    task charge = arn:aws:lambda:us-east-1:123456789012:function:charge:LIVE
    task ship = arn:aws:states:::lambda:invoke ship:LIVE
    task T3 = state T3
    task Refund = arn:aws:states:::states:startExecution.sync:2 arn:aws:states:eu-west-1:1:stateMachine:Refund
    task approve = arn:aws:states:us-east-1:123456789012:activity:approve
    task T7 = state T7
    ");
    let states: Vec<_> = machine(&text).tasks.into_iter().map(|task| task.states.len()).collect();
    assert_eq!(states, [2, 2, 1, 1, 1, 1]);
}
