//! Pass: every combination of its data fields.

use crate::state;
use insta::assert_snapshot;

#[test]
fn nothing() {
    assert_snapshot!(state(r#""Type": "Pass", "End": true"#), @"
    S = Pass -> end
      Output = Input
    ");
}

#[test]
fn identity_fields_are_no_steps() {
    let fields = r#""InputPath": "$", "ResultPath": "$", "OutputPath": "$""#;
    assert_snapshot!(state(&format!(r#""Type": "Pass", {fields}, "Next": "N""#)), @"
    S = Pass -> N
      Output = Input
    ");
}

/// `Type` and `End` with these fields.
fn pass(fields: &str) -> String {
    state(&format!(r#""Type": "Pass", "End": true, {fields}"#))
}

#[test]
fn single_fields() {
    assert_snapshot!(pass(r#""InputPath": "$.a['b c']""#), @"
    S = Pass -> end
      EffectiveInput = Input.a['b c']
      Output = EffectiveInput
    ");
    assert_snapshot!(pass(r#""InputPath": "$.Execution.Input""#), @"
    S = Pass -> end
      EffectiveInput = Input.Execution.Input
      Output = EffectiveInput
    ");
    assert_snapshot!(pass(r#""InputPath": null"#), @"
    S = Pass -> end
      EffectiveInput: Object = {}
      Output: Object = EffectiveInput
    ");
    assert_snapshot!(pass(r#""OutputPath": "$.a""#), @"
    S = Pass -> end
      Output = Input.a
    ");
    assert_snapshot!(pass(r#""OutputPath": null"#), @"
    S = Pass -> end
      Output: Object = {}
    ");
    assert_snapshot!(pass(r#""Result": {"a.$": "$.b", "c": [1, -2.5, null, true]}"#), @r#"
    S = Pass -> end
      Result: Object = {"a.$": "$.b", "c": [1, -2.5, null, true]}
      Output: Object = Result
    "#);
    assert_snapshot!(pass(r#""Result": null"#), @"
    S = Pass -> end
      Result: Null = null
      Output: Null = Result
    ");
    assert_snapshot!(pass(r#""Parameters": {"a.$": "$.b", "c": "$.d"}"#), @r#"
    S = Pass -> end
      Arguments: Object = {"a": Input.b, "c": "$.d"}
      Output: Object = Arguments
    "#);
    assert_snapshot!(pass(r#""ResultPath": "$.a""#), @"
    S = Pass -> end
      Combined: Object = insert(Input, $.a, Input)
      Output: Object = Combined
    ");
    assert_snapshot!(pass(r#""ResultPath": null"#), @"
    S = Pass -> end
      Output = Input
    ");
}

#[test]
fn two_fields() {
    assert_snapshot!(pass(r#""InputPath": "$.a", "OutputPath": "$.b""#), @"
    S = Pass -> end
      EffectiveInput = Input.a
      Output = EffectiveInput.b
    ");
    assert_snapshot!(pass(r#""InputPath": "$.a", "Parameters": {"c.$": "$.b"}"#), @r#"
    S = Pass -> end
      EffectiveInput = Input.a
      Arguments: Object = {"c": EffectiveInput.b}
      Output: Object = Arguments
    "#);
    assert_snapshot!(pass(r#""InputPath": "$.a", "ResultPath": "$.b""#), @"
    S = Pass -> end
      EffectiveInput = Input.a
      Combined: Object = insert(Input, $.b, EffectiveInput)
      Output: Object = Combined
    ");
    assert_snapshot!(pass(r#""InputPath": "$.a", "ResultPath": null"#), @"
    S = Pass -> end
      EffectiveInput = Input.a
      Output = Input
    ");
    assert_snapshot!(pass(r#""Result": 1, "ResultPath": "$.a.b[0]""#), @"
    S = Pass -> end
      Result: Integer = 1
      Combined: Object = insert(Input, $.a.b[0], Result)
      Output: Object = Combined
    ");
    assert_snapshot!(pass(r#""Result": 1, "ResultPath": "$[0]""#), @"
    S = Pass -> end
      Result: Integer = 1
      Combined: Array = insert(Input, $[0], Result)
      Output: Array = Combined
    ");
    assert_snapshot!(pass(r#""Result": 1, "ResultPath": "$.r", "OutputPath": "$.State.Name""#), @"
    S = Pass -> end
      Result: Integer = 1
      Combined: Object = insert(Input, $.r, Result)
      Output = Combined.State.Name
    ");
    assert_snapshot!(pass(r#""ResultPath": "$.a", "OutputPath": "$.a""#), @"
    S = Pass -> end
      Combined: Object = insert(Input, $.a, Input)
      Output = Combined.a
    ");
    assert_snapshot!(pass(r#""ResultPath": null, "OutputPath": "$.a""#), @"
    S = Pass -> end
      Output = Input.a
    ");
    assert_snapshot!(pass(r#""Parameters": {"a.$": "$"}, "ResultPath": "$.b""#), @r#"
    S = Pass -> end
      Arguments: Object = {"a": Input}
      Combined: Object = insert(Input, $.b, Arguments)
      Output: Object = Combined
    "#);
}

#[test]
fn all_fields() {
    let fields = r#""InputPath": "$.a", "Parameters": {"b.$": "$.c"}, "ResultPath": "$.d",
                    "OutputPath": "$.e""#;
    assert_snapshot!(pass(fields), @r#"
    S = Pass -> end
      EffectiveInput = Input.a
      Arguments: Object = {"b": EffectiveInput.c}
      Combined: Object = insert(Input, $.d, Arguments)
      Output = Combined.e
    "#);
}

#[test]
fn result_wins_over_parameters() {
    assert_snapshot!(pass(r#""Result": 1, "Parameters": {"a.$": "$.b"}"#), @"
    S = Pass -> end
      Result: Integer = 1
      Output: Integer = Result
    ");
}

#[test]
fn steps_that_cannot_fail_and_nobody_reads_are_left_out() {
    assert_snapshot!(pass(r#""InputPath": null, "Result": 1"#), @"
    S = Pass -> end
      Result: Integer = 1
      Output: Integer = Result
    ");
    assert_snapshot!(pass(r#""Result": 1, "ResultPath": null"#), @"
    S = Pass -> end
      Output = Input
    ");
    assert_snapshot!(pass(r#""Parameters": {"a": {"b.$": "$"}}, "ResultPath": null"#), @"
    S = Pass -> end
      Output = Input
    ");
    assert_snapshot!(pass(r#""Result": 1, "OutputPath": null"#), @"
    S = Pass -> end
      Output: Object = {}
    ");
}

#[test]
fn steps_that_may_fail_stay() {
    assert_snapshot!(pass(r#""InputPath": "$.a", "Result": 1"#), @"
    S = Pass -> end
      EffectiveInput = Input.a
      Result: Integer = 1
      Output: Integer = Result
    ");
    assert_snapshot!(pass(r#""Parameters": {"a.$": "$.b"}, "ResultPath": null"#), @r#"
    S = Pass -> end
      Arguments: Object = {"a": Input.b}
      Output = Input
    "#);
    assert_snapshot!(pass(r#""ResultPath": "$.a", "OutputPath": null"#), @"
    S = Pass -> end
      Combined: Object = insert(Input, $.a, Input)
      Output: Object = {}
    ");
}

#[test]
fn templates_without_paths_are_constants() {
    assert_snapshot!(pass(r#""Parameters": {"a": {"b": [1, {"c": "x"}]}, "d": null}"#), @r#"
    S = Pass -> end
      Arguments: Object = {"a": {"b": [1, {"c": "x"}]}, "d": null}
      Output: Object = Arguments
    "#);
    let template = r#"{"a": {"b": [1]}, "c": [{"d.$": "$.e"}, {"f": 2}], "g.$": "$.State.Name"}"#;
    assert_snapshot!(pass(&format!(r#""Parameters": {template}"#)), @r#"
    S = Pass -> end
      Arguments: Object = {"a": {"b": [1]}, "c": [{"d": Input.e}, {"f": 2}], "g": Input.State.Name}
      Output: Object = Arguments
    "#);
}

#[test]
fn intrinsic_functions() {
    let call = |call: &str| pass(&format!(r#""Parameters": {{"a.$": "{call}"}}"#));
    assert_snapshot!(call("States.Format('{} is {}', $.a, States.MathAdd($.b, 1))"), @r#"
    S = Pass -> end
      Arguments: Object = {"a": Format("{} is {}", Input.a, MathAdd(Input.b, 1))}
      Output: Object = Arguments
    "#);
    assert_snapshot!(call("States.Array($, $.Execution.Id, 'it\\\\'s', 1.5, null, true)"), @r#"
    S = Pass -> end
      Arguments: Object = {"a": Array(Input, Input.Execution.Id, "it's", 1.5, null, true)}
      Output: Object = Arguments
    "#);
    assert_snapshot!(call("States.Format('\\\\{{}\\\\}', $.a)"), @r#"
    S = Pass -> end
      Arguments: Object = {"a": Format("\\{{}\\}", Input.a)}
      Output: Object = Arguments
    "#);
}

#[test]
fn intrinsic_functions_of_constants_are_constants() {
    let call = |call: &str| pass(&format!(r#""Parameters": {{"a.$": "{call}"}}"#));
    assert_snapshot!(call("States.Array(1, States.Array(), 'x', States.MathAdd(2, -3))"), @r#"
    S = Pass -> end
      Arguments: Object = {"a": [1, [], "x", -1]}
      Output: Object = Arguments
    "#);
    assert_snapshot!(call("States.Format('\\\\{{}\\\\} {} {} {}', 'it\\\\'s', 1, null, true)"), @r#"
    S = Pass -> end
      Arguments: Object = {"a": "{it's} 1 null true"}
      Output: Object = Arguments
    "#);
}

#[test]
fn what_the_library_decides_or_may_fail_is_no_constant() {
    let call = |call: &str| pass(&format!(r#""Parameters": {{"a.$": "{call}"}}"#));
    assert_snapshot!(call("States.Format('{}', 1.0)"), @r#"
    S = Pass -> end
      Arguments: Object = {"a": Format("{}", 1.0)}
      Output: Object = Arguments
    "#);
    assert_snapshot!(call("States.MathAdd(2147483647, 1)"), @r#"
    S = Pass -> end
      Arguments: Object = {"a": MathAdd(2147483647, 1)}
      Output: Object = Arguments
    "#);
    assert_snapshot!(call("States.MathAdd(1.5, 1)"), @r#"
    S = Pass -> end
      Arguments: Object = {"a": MathAdd(1.5, 1)}
      Output: Object = Arguments
    "#);
}

#[test]
fn the_field_of_each_step_is_known() {
    let text = r#"{"StartAt": "S", "States": {"S": {"Type": "Pass", "End": true,
        "InputPath": "$.a", "Parameters": {}, "ResultPath": "$.b"}}}"#;
    let machine = crate::machine(text);
    let asl_lang::ir::StateKind::Pass(pass) = &machine.states[0].kind else { unreachable!() };
    let fields: Vec<_> = pass.steps.iter().map(|step| step.field).collect();
    assert_eq!(fields, [Some("InputPath"), Some("Parameters"), Some("ResultPath"), None]);
}
