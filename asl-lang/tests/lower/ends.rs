//! Succeed and Fail.

use crate::state;
use insta::assert_snapshot;

#[test]
fn succeed() {
    let succeed = |fields: &str| state(&format!(r#""Type": "Succeed"{fields}"#));
    assert_snapshot!(succeed(""), @"
    S = Succeed
      Output = Input
    ");
    assert_snapshot!(succeed(r#", "InputPath": "$.a""#), @"
    S = Succeed
      EffectiveInput = Input.a
      Output = EffectiveInput
    ");
    assert_snapshot!(succeed(r#", "InputPath": "$.a", "OutputPath": "$.b""#), @"
    S = Succeed
      EffectiveInput = Input.a
      Output = EffectiveInput.b
    ");
    assert_snapshot!(succeed(r#", "InputPath": "$.a", "OutputPath": null"#), @"
    S = Succeed
      EffectiveInput = Input.a
      Output: Object = {}
    ");
    assert_snapshot!(succeed(r#", "InputPath": null, "OutputPath": null"#), @"
    S = Succeed
      Output: Object = {}
    ");
}

#[test]
fn fail() {
    let fail = |fields: &str| state(&format!(r#""Type": "Fail"{fields}"#));
    assert_snapshot!(fail(""), @"S = Fail");
    assert_snapshot!(fail(r#", "Error": "Refused", "Cause": "no money""#), @r#"
    S = Fail
      error "Refused"
      cause "no money"
    "#);
    assert_snapshot!(fail(r#", "ErrorPath": "$.error", "CausePath": "$.State.Name""#), @"
    S = Fail
      error Input.error
      cause Input.State.Name
    ");
    assert_snapshot!(fail(r#", "CausePath": "States.Format('{} failed', $.name)""#), @r#"
    S = Fail
      cause Format("{} failed", Input.name)
    "#);
}
