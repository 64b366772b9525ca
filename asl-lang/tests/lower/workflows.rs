//! Whole workflows: one that only shapes data, one that calls tasks.

use crate::{lowered, machine};
use insta::assert_snapshot;

/// Sets constants, decides, shapes, computes and projects.
const SHAPING: &str = r#"{
  "Comment": "prices a parcel",
  "TimeoutSeconds": 60,
  "StartAt": "Rates",
  "States": {
    "Rates": {"Type": "Pass", "Result": {"base": 4, "heavy": 20}, "ResultPath": "$.rates",
              "Next": "Weigh"},
    "Weigh": {"Type": "Choice", "Default": "Refuse", "Choices": [
      {"Variable": "$.weight", "NumericGreaterThanPath": "$.rates.heavy", "Next": "Refuse"},
      {"And": [{"Variable": "$.weight", "IsNumeric": true},
               {"Variable": "$.to", "StringMatches": "DE-*"}], "Next": "Price"}]},
    "Price": {"Type": "Pass", "ResultPath": "$.price", "Next": "Label", "Parameters": {
      "cents.$": "States.MathAdd($.weight, $.rates.base)", "currency": "EUR"}},
    "Label": {"Type": "Pass", "InputPath": "$.price", "ResultPath": "$.label", "Next": "Project",
      "Parameters": {"text.$": "States.Format('{} {}', $.cents, $.currency)"}},
    "Project": {"Type": "Pass", "End": true, "OutputPath": "$.parcel", "Parameters": {
      "parcel": {"to.$": "$.to", "tags.$": "States.Array($.label.text, 'new')"}}},
    "Refuse": {"Type": "Fail", "Error": "TooHeavy", "CausePath": "$.to"}
  }
}"#;

/// Tasks with retries and catches, a decision and a compensation.
const CALLING: &str = r#"{
  "StartAt": "Reserve",
  "States": {
    "Reserve": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:reserve",
      "ResultPath": "$.seat", "Next": "Pay",
      "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 2, "MaxAttempts": 2}],
      "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Apologise"}]},
    "Pay": {
      "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 30,
      "Parameters": {"FunctionName": "pay", "Payload": {"seat.$": "$.seat.number"}},
      "ResultSelector": {"receipt.$": "$.Payload.receipt"}, "ResultPath": "$.paid",
      "Next": "Paid",
      "Catch": [{"ErrorEquals": ["States.Timeout", "Declined"], "ResultPath": "$.error",
                 "Next": "Release"}]},
    "Paid": {"Type": "Choice", "Default": "Release", "Choices": [
      {"Variable": "$.paid.receipt", "IsString": true, "Next": "Settle"}]},
    "Settle": {"Type": "Wait", "Seconds": 5, "Next": "Done"},
    "Release": {
      "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:release",
      "InputPath": "$.seat", "ResultPath": null, "Next": "Apologise"},
    "Apologise": {"Type": "Pass", "Next": "Done", "Parameters": {
      "refused": true, "error.$": "$.error.Error"}},
    "Done": {"Type": "Succeed"}
  }
}"#;

#[test]
fn shaping() {
    assert_snapshot!(lowered(SHAPING), @r#"
    timeout 60
    start Rates
    Rates = Pass -> Weigh
      Result: Object = {"base": 4, "heavy": 20}
      Combined: Object = insert(Input, $.rates, Result)
      Output: Object = Combined
    Weigh = Choice
      if Input.weight NumericGreaterThan Input.rates.heavy -> Refuse
      if (Input.weight is Numeric and Input.to matches "DE-" * "") -> Price
      else -> Refuse
      Output = Input
    Price = Pass -> Label
      Arguments: Object = {"cents": MathAdd(Input.weight, Input.rates.base), "currency": "EUR"}
      Combined: Object = insert(Input, $.price, Arguments)
      Output: Object = Combined
    Label = Pass -> Project
      EffectiveInput = Input.price
      Arguments: Object = {"text": Format("{} {}", EffectiveInput.cents, EffectiveInput.currency)}
      Combined: Object = insert(Input, $.label, Arguments)
      Output: Object = Combined
    Project = Pass -> end
      Arguments: Object = {"parcel": {"to": Input.to, "tags": Array(Input.label.text, "new")}}
      Output = Arguments.parcel
    Refuse = Fail
      error "TooHeavy"
      cause Input.to
    "#);
}

#[test]
fn calling() {
    assert_snapshot!(lowered(CALLING), @r#"
    task reserve = arn:aws:lambda:eu-west-1:123456789012:function:reserve
    task pay = arn:aws:states:::lambda:invoke pay
    task release = arn:aws:lambda:eu-west-1:123456789012:function:release
    start Reserve
    Reserve = Task -> Pay
      do reserve
      Combined: Object = insert(Input, $.seat, Result)
      Output: Object = Combined
      retry Busy: 2 times after 2 s * 2.0, jitter None
      catch States.ALL -> Apologise
        Combined: Object = insert(Input, $.error, ErrorOutput)
        Output: Object = Combined
    Pay = Task -> Paid
      Arguments: Object = {"FunctionName": "pay", "Payload": {"seat": Input.seat.number}}
      timeout 30
      do pay
      Selected: Object = {"receipt": Result.Payload.receipt}
      Combined: Object = insert(Input, $.paid, Selected)
      Output: Object = Combined
      catch States.Timeout | Declined -> Release
        Combined: Object = insert(Input, $.error, ErrorOutput)
        Output: Object = Combined
    Paid = Choice
      if Input.paid.receipt is String -> Settle
      else -> Release
      Output = Input
    Settle = Wait -> Done
      wait 5 s
      Output = Input
    Release = Task -> Apologise
      EffectiveInput = Input.seat
      do release
      Output = Input
    Apologise = Pass -> Done
      Arguments: Object = {"refused": true, "error": Input.error.Error}
      Output: Object = Arguments
    Done = Succeed
      Output = Input
    "#);
}

#[test]
fn what_is_known_of_a_state() {
    let machine = machine(SHAPING);
    assert_eq!(machine.comment.as_deref(), Some("prices a parcel"));
    assert_eq!(machine.timeout_seconds, Some(60));
    let (id, state) = machine.states().nth(1).unwrap();
    assert_eq!((state.name.as_str(), id.0), ("Weigh", 1));
    assert_eq!((state.position.line, state.position.column), (8, 5));
    let root = machine.root().unwrap();
    assert_eq!((root.start.0, root.states.len()), (0, machine.states.len()));
}
