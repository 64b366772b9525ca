//! Which registers each step reads for the last time.

use crate::machine;
use asl_lang::ir::Register::{self, *};
use asl_lang::ir::{Let, StateKind};
use asl_lang::lower::last_uses;

/// The steps of a Pass with these fields.
fn pass(fields: &str) -> Vec<Let> {
    let text = format!(
        r#"{{"StartAt": "S", "States": {{"S": {{"Type": "Pass", "End": true, {fields}}}}}}}"#
    );
    match machine(&text).states.remove(0).kind {
        StateKind::Pass(pass) => pass.steps,
        _ => unreachable!(),
    }
}

fn last(fields: &str, live_after: &[Register]) -> Vec<Vec<Register>> {
    last_uses(&pass(fields), live_after)
}

#[test]
fn each_register_is_read_last_once() {
    let fields = r#""InputPath": "$.a", "Parameters": {"b.$": "$.c"}, "ResultPath": "$.d""#;
    assert_eq!(
        last(fields, &[Output]),
        [vec![], vec![EffectiveInput], vec![Input, Arguments], vec![Combined]]
    );
}

#[test]
fn what_is_read_afterwards_is_not_read_last() {
    let fields = r#""Parameters": {"b.$": "$.c"}, "ResultPath": "$.d""#;
    assert_eq!(last(fields, &[Output, Input]), [vec![], vec![Arguments], vec![Combined]]);
    assert_eq!(last(fields, &[Output, Arguments]), [vec![], vec![Input], vec![Combined]]);
}

#[test]
fn a_register_read_twice_in_a_step_is_named_once() {
    assert_eq!(last(r#""ResultPath": "$.d""#, &[Output]), [vec![Input], vec![Combined]]);
}

#[test]
fn a_register_that_is_set_again_was_not_live_before() {
    let step = |register, from: &Let| Let { register, ..from.clone() };
    let output = pass(r#""OutputPath": "$.a""#).remove(0);
    let steps = [step(Input, &output), step(Output, &output)];
    assert_eq!(last_uses(&steps, &[Output]), [vec![Input], vec![Input]]);
}

#[test]
fn no_steps_have_no_last_uses() {
    assert_eq!(last_uses(&[], &[Output]), Vec::<Vec<Register>>::new());
}
