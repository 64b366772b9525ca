//! Parallel and Map, and the variables of their scopes.

use crate::{lowered, state};

#[test]
fn parallel() {
    let fields = r#""Type": "Parallel", "Parameters": {"a.$": "$.a"}, "ResultPath": "$.r",
        "Branches": [
          {"StartAt": "X", "States": {"X": {"Type": "Pass", "End": true}}},
          {"StartAt": "Y", "States": {"Y": {"Type": "Succeed"}}}],
        "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "N", "Assign": {"e.$": "$.Error"}}],
        "End": true"#;
    let expected = r#"S = Parallel -> end
  Arguments: Object = {"a": Input.a}
  branch
    start X
    X = Pass -> end
      Output = Input
  branch
    start Y
    Y = Succeed
      Output = Input
  Combined: Object = insert(Input, $.r, Result)
  Output: Object = Combined
  catch States.ALL -> N
    Output: Object = ErrorOutput
    $e = ErrorOutput.Error
"#;
    assert_eq!(state(fields), expected);
}

#[test]
fn map() {
    let fields = r#""Type": "Map", "ItemsPath": "$.lines", "MaxConcurrencyPath": "$.most",
        "ItemSelector": {"line.$": "$$.Map.Item.Value", "id.$": "$.id"},
        "ItemProcessor": {"StartAt": "X", "States": {"X": {"Type": "Pass", "End": true}}},
        "End": true"#;
    let expected = r#"S = Map -> end
  Items = Input.lines
  at most Input.most
  with {"line": $$.Map.Item.Value, "id": Input.id}
  each
    start X
    X = Pass -> end
      Output = Input
  Output = Result
"#;
    assert_eq!(state(fields), expected);
}

#[test]
fn a_reader_makes_the_items() {
    let fields = r#""Type": "Map", "ItemsPath": "$.no", "Label": "L", "ToleratedFailureCount": 2,
        "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
          "ReaderConfig": {"InputType": "JSON", "MaxItemsPath": "$.max"},
          "Parameters": {"Bucket.$": "$.bucket"}},
        "ItemBatcher": {"MaxItemsPerBatch": 10},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
          "StartAt": "X", "States": {"X": {"Type": "Pass", "End": true}}},
        "End": true"#;
    let expected = r#"S = distributed Map -> end
  express
  label "L"
  read arn:aws:states:::s3:getObject
    parameters {"Bucket": Input.bucket}
    at most Input.max
  in batches
    of items 10
  tolerates 2
  each
    start X
    X = Pass -> end
      Output = Input
  Output = Result
"#;
    assert_eq!(state(fields), expected);
}

#[test]
fn assign_sees_the_result() {
    let fields = r#""Type": "Pass", "Result": {"a": 1}, "ResultPath": "$.r",
        "Assign": {"a.$": "$.a", "b": [1], "c.$": "States.Array($a, $$.State.Name)"}, "End": true"#;
    let expected = r#"S = Pass -> end
  Result: Object = {"a": 1}
  Combined: Object = insert(Input, $.r, Result)
  Output: Object = Combined
  $a = Result.a
  $b = [1]
  $c = Array($a, $$.State.Name)
"#;
    assert_eq!(state(fields), expected);
}

#[test]
fn a_name_means_the_variable_of_the_innermost_scope_that_assigns_it() {
    let pass = |name: &str, assign: &str, next: &str| {
        format!(r#""{name}": {{"Type": "Pass", "Assign": {{{assign}}}, {next}}}"#)
    };
    let map = |name: &str, body: &str, next: &str| {
        format!(
            r#""{name}": {{"Type": "Map", "ItemProcessor": {{"StartAt": "{name}1",
               "States": {{{body}}}}}, {next}}}"#
        )
    };
    let inner = |name: &str| pass(&format!("{name}1"), r#""y.$": "$x""#, r#""End": true"#);
    let text = format!(
        r#"{{"StartAt": "A", "States": {{{}, {}, {}}}}}"#,
        pass("A", r#""x": 1"#, r#""Next": "M""#),
        map("M", &inner("M"), r#""Next": "N""#),
        map("N", &inner("N"), r#""End": true"#),
    );
    let compilation = asl_lang::compile(
        &asl_lang::source::Source::new("test.asl.json", text.as_str()),
        &asl_lang::Options::default(),
    );
    let machine = compilation.machine.unwrap();
    let variables: Vec<(&str, u32)> =
        machine.variables.iter().map(|v| (v.name.as_str(), v.scope.0)).collect();
    assert_eq!(variables, [("x", 0), ("y", 1), ("y", 2)]);
    assert!(lowered(&text).contains("$y = $x"));
}
