//! Choice: every operator, composites and the data fields.

use crate::state;
use insta::assert_snapshot;

/// What a rule becomes.
fn rule(rule: &str) -> String {
    let text = state(&format!(r#""Type": "Choice", "Choices": [{{{rule}, "Next": "N"}}]"#));
    let line = text.lines().find(|line| line.starts_with("  if")).unwrap_or_default();
    line.trim_start_matches("  if ").trim_end_matches(" -> N").to_owned()
}

#[test]
fn comparisons_with_a_constant_and_with_a_path() {
    let mut rules = String::new();
    for (ty, value, relations) in [
        ("String", r#""x""#, &ORDER[..]),
        ("Numeric", "1.5", &ORDER),
        ("Timestamp", r#""2025-01-01T00:00:00Z""#, &ORDER),
        ("Boolean", "true", &["Equals"]),
    ] {
        for relation in relations {
            let operator = format!("{ty}{relation}");
            rules += &rule(&format!(r#""Variable": "$.a", "{operator}": {value}"#));
            rules += "\n";
            rules += &rule(&format!(r#""Variable": "$.a", "{operator}Path": "$.b""#));
            rules += "\n";
        }
    }
    assert_snapshot!(rules, @r#"
    Input.a StringEquals "x"
    Input.a StringEquals Input.b
    Input.a StringLessThan "x"
    Input.a StringLessThan Input.b
    Input.a StringLessThanEquals "x"
    Input.a StringLessThanEquals Input.b
    Input.a StringGreaterThan "x"
    Input.a StringGreaterThan Input.b
    Input.a StringGreaterThanEquals "x"
    Input.a StringGreaterThanEquals Input.b
    Input.a NumericEquals 1.5
    Input.a NumericEquals Input.b
    Input.a NumericLessThan 1.5
    Input.a NumericLessThan Input.b
    Input.a NumericLessThanEquals 1.5
    Input.a NumericLessThanEquals Input.b
    Input.a NumericGreaterThan 1.5
    Input.a NumericGreaterThan Input.b
    Input.a NumericGreaterThanEquals 1.5
    Input.a NumericGreaterThanEquals Input.b
    Input.a TimestampEquals "2025-01-01T00:00:00Z"
    Input.a TimestampEquals Input.b
    Input.a TimestampLessThan "2025-01-01T00:00:00Z"
    Input.a TimestampLessThan Input.b
    Input.a TimestampLessThanEquals "2025-01-01T00:00:00Z"
    Input.a TimestampLessThanEquals Input.b
    Input.a TimestampGreaterThan "2025-01-01T00:00:00Z"
    Input.a TimestampGreaterThan Input.b
    Input.a TimestampGreaterThanEquals "2025-01-01T00:00:00Z"
    Input.a TimestampGreaterThanEquals Input.b
    Input.a BooleanEquals true
    Input.a BooleanEquals Input.b
    "#);
}

const ORDER: [&str; 5] =
    ["Equals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"];

#[test]
fn type_tests() {
    let mut rules = String::new();
    for test in ["Null", "Boolean", "Numeric", "String", "Timestamp", "Present"] {
        for expected in [true, false] {
            rules += &rule(&format!(r#""Variable": "$.a", "Is{test}": {expected}"#));
            rules += "\n";
        }
    }
    assert_snapshot!(rules, @"
    Input.a is Null
    Input.a is not Null
    Input.a is Boolean
    Input.a is not Boolean
    Input.a is Numeric
    Input.a is not Numeric
    Input.a is String
    Input.a is not String
    Input.a is Timestamp
    Input.a is not Timestamp
    Input.a is present
    Input.a is not present
    ");
}

#[test]
fn patterns() {
    let pattern = rule(r#""Variable": "$.a", "StringMatches": "x*.\\*\\\\*""#);
    assert_snapshot!(pattern, @r#"Input.a matches "x" * ".*\\" * """#);
}

#[test]
fn variables() {
    let whole = rule(r#""Variable": "$", "IsNull": true"#);
    assert_snapshot!(whole, @"Input is Null");
    let context = rule(r#""Variable": "$.State.Name", "StringEquals": "S""#);
    assert_snapshot!(context, @r#"Input.State.Name StringEquals "S""#);
    let operand = rule(r#""Variable": "$.a", "StringEqualsPath": "$.State.Name""#);
    assert_snapshot!(operand, @"Input.a StringEquals Input.State.Name");
}

#[test]
fn composites() {
    let a = r#"{"Variable": "$.a", "IsPresent": true}"#;
    let b = r#"{"Variable": "$.b", "IsNull": false}"#;
    let and = rule(&format!(r#""And": [{a}, {b}]"#));
    assert_snapshot!(and, @"(Input.a is present and Input.b is not Null)");
    let or = rule(&format!(r#""Or": [{a}, {{"Not": {b}}}]"#));
    assert_snapshot!(or, @"(Input.a is present or not Input.b is not Null)");
    let deep = rule(&format!(r#""Not": {{"And": [{a}, {{"Or": [{b}]}}]}}"#));
    assert_snapshot!(deep, @"not (Input.a is present and (Input.b is not Null))");
}

#[test]
fn data_fields_and_targets() {
    let rules = r#""Choices": [
        {"Next": "N", "Variable": "$.a", "IsNull": true},
        {"Next": "S", "Variable": "$.b", "IsPresent": false}]"#;
    assert_snapshot!(state(&format!(r#""Type": "Choice", {rules}"#)), @"
    S = Choice
      if Input.a is Null -> N
      if Input.b is not present -> S
      Output = Input
    ");
    let fields = r#""InputPath": "$.x", "OutputPath": "$.y", "Default": "N""#;
    assert_snapshot!(state(&format!(r#""Type": "Choice", {rules}, {fields}"#)), @"
    S = Choice
      EffectiveInput = Input.x
      if EffectiveInput.a is Null -> N
      if EffectiveInput.b is not present -> S
      else -> N
      Output = EffectiveInput.y
    ");
    let fields = r#""InputPath": null, "OutputPath": null"#;
    assert_snapshot!(state(&format!(r#""Type": "Choice", {rules}, {fields}"#)), @"
    S = Choice
      EffectiveInput: Object = {}
      if EffectiveInput.a is Null -> N
      if EffectiveInput.b is not present -> S
      Output: Object = {}
    ");
}
