//! What each path says when it leads nowhere.

use crate::machine;
use asl_lang::ir::{Expr, ExprKind, Let, Missing, Operand, State, StateKind, WaitUntil};

/// The only state, `S`, of a machine.
fn state(fields: &str) -> State {
    let text = format!(r#"{{"StartAt": "S", "States": {{"S": {{{fields}}}}}}}"#);
    machine(&text).states.remove(0)
}

fn missing(expression: &Expr) -> &Missing {
    match &expression.kind {
        ExprKind::Path { missing, .. } => missing,
        ExprKind::Object(members) => missing(&members[0].1),
        ExprKind::Intrinsic { arguments, .. } => missing(&arguments[0]),
        other => unreachable!("no path in {other:?}"),
    }
}

fn first(steps: &[Let]) -> &Missing {
    missing(&steps[0].value)
}

#[test]
fn input_and_output() {
    for field in ["InputPath", "OutputPath"] {
        let StateKind::Succeed(succeed) =
            state(&format!(r#""Type": "Succeed", "{field}": "$.a""#)).kind
        else {
            unreachable!()
        };
        assert_eq!(first(&succeed.steps), &Missing::InvalidPath);
    }
}

#[test]
fn templates_name_the_key_as_written() {
    for template in [r#"{"k.$": "$.a"}"#, r#"{"x": {"k.$": "$.a"}}"#] {
        let StateKind::Pass(pass) =
            state(&format!(r#""Type": "Pass", "End": true, "Parameters": {template}"#)).kind
        else {
            unreachable!()
        };
        assert_eq!(first(&pass.steps), &Missing::Field("k.$".to_owned()));
    }
}

#[test]
fn arguments_name_their_call() {
    let template = r#"{"k.$": "States.MathAdd( States.MathAdd($.a,1), 1)"}"#;
    let StateKind::Pass(pass) =
        state(&format!(r#""Type": "Pass", "End": true, "Parameters": {template}"#)).kind
    else {
        unreachable!()
    };
    let call = "States.MathAdd( States.MathAdd($.a,1), 1)".to_owned();
    assert_eq!(first(&pass.steps), &Missing::Argument(call));
}

#[test]
fn times_of_a_task() {
    let resource = r#""Resource": "arn:aws:lambda:us-east-1:123456789012:function:work""#;
    let times = r#""TimeoutSecondsPath": "$.a", "HeartbeatSecondsPath": "$.b""#;
    let StateKind::Task(task) =
        state(&format!(r#""Type": "Task", "End": true, {resource}, {times}"#)).kind
    else {
        unreachable!()
    };
    assert_eq!(missing(task.timeout.as_ref().unwrap()), &Missing::InvalidPath);
    assert_eq!(missing(task.heartbeat.as_ref().unwrap()), &Missing::InvalidPath);
}

#[test]
fn choice_rules() {
    let rule = r#"{"Variable": "$.a", "StringEqualsPath": "$.b", "Next": "S"}"#;
    let text = format!(
        r#"{{"StartAt": "S", "States": {{"S": {{"Type": "Choice", "Choices": [{rule}],
        "Default": "N"}}, "N": {{"Type": "Succeed"}}}}}}"#
    );
    let StateKind::Choice(choice) = machine(&text).states.remove(0).kind else { unreachable!() };
    let ExprKind::Compare { variable, operand: Operand::Path(path), .. } =
        &choice.rules[0].condition.kind
    else {
        unreachable!()
    };
    assert_eq!(missing(variable), &Missing::ChoiceVariable);
    assert_eq!(missing(path), &Missing::ChoiceVariable);
}

#[test]
fn waits() {
    for field in ["SecondsPath", "TimestampPath"] {
        let fields = format!(r#""Type": "Wait", "End": true, "{field}": "$.a""#);
        let StateKind::Wait(wait) = state(&fields).kind else { unreachable!() };
        let (WaitUntil::SecondsPath(path) | WaitUntil::TimestampPath(path)) = &wait.until else {
            unreachable!()
        };
        assert_eq!(missing(path), &Missing::Wait(field));
    }
}

#[test]
fn failures() {
    let fields = r#""Type": "Fail", "ErrorPath": "$.a", "CausePath": "States.Format('{}', $.b)""#;
    let StateKind::Fail(fail) = state(fields).kind else { unreachable!() };
    assert_eq!(missing(&fail.error.unwrap()), &Missing::Field("ErrorPath".to_owned()));
    let ExprKind::Intrinsic { arguments, .. } = fail.cause.unwrap().kind else { unreachable!() };
    let call = "States.Format('{}', $.b)".to_owned();
    assert_eq!(missing(&arguments[1]), &Missing::Argument(call));
}
