//! Wait: its four forms and the data fields.

use crate::state;
use insta::assert_snapshot;

fn wait(fields: &str) -> String {
    state(&format!(r#""Type": "Wait", {fields}, "Next": "N""#))
}

#[test]
fn forms() {
    assert_snapshot!(wait(r#""Seconds": 10"#), @"
    S = Wait -> N
      wait 10 s
      Output = Input
    ");
    assert_snapshot!(wait(r#""SecondsPath": "$.s""#), @"
    S = Wait -> N
      wait Input.s s
      Output = Input
    ");
    assert_snapshot!(wait(r#""Timestamp": "2025-01-01T00:00:00Z""#), @"
    S = Wait -> N
      wait until 2025-01-01T00:00:00Z
      Output = Input
    ");
    assert_snapshot!(wait(r#""TimestampPath": "$.Execution.StartTime""#), @"
    S = Wait -> N
      wait until Input.Execution.StartTime
      Output = Input
    ");
}

#[test]
fn data_fields() {
    assert_snapshot!(wait(r#""SecondsPath": "$.s", "InputPath": "$.a""#), @"
    S = Wait -> N
      EffectiveInput = Input.a
      wait EffectiveInput.s s
      Output = EffectiveInput
    ");
    assert_snapshot!(wait(r#""SecondsPath": "$.s", "InputPath": "$.a", "OutputPath": "$.b""#), @"
    S = Wait -> N
      EffectiveInput = Input.a
      wait EffectiveInput.s s
      Output = EffectiveInput.b
    ");
    assert_snapshot!(wait(r#""Seconds": 0, "InputPath": null, "OutputPath": null"#), @"
    S = Wait -> N
      wait 0 s
      Output: Object = {}
    ");
    assert_snapshot!(wait(r#""Seconds": 0, "OutputPath": null"#), @"
    S = Wait -> N
      wait 0 s
      Output: Object = {}
    ");
}
