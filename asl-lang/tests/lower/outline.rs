//! What is known of a definition with errors.

use asl_lang::source::Source;
use asl_lang::{Options, compile};
use insta::assert_snapshot;

/// The states, and the tasks with the states that ask for them.
fn outline(text: &str) -> String {
    let compilation = compile(&Source::new("test.asl.json", text), &Options::default());
    assert!(compilation.machine.is_none());
    let outline = compilation.outline;
    let tasks = outline.tasks.iter().map(|task| {
        let states: Vec<&str> =
            task.states.iter().map(|id| outline.states[id.0 as usize].as_str()).collect();
        format!("{} of {}", task.name, states.join(", "))
    });
    format!("{}\n{}", outline.states.join(", "), tasks.collect::<Vec<_>>().join("\n"))
}

#[test]
fn errors_between_states() {
    let task = |function: &str, next: &str| {
        format!(
            r#"{{"Type": "Task", "Next": "{next}",
                 "Resource": "arn:aws:lambda:us-east-1:123456789012:function:{function}"}}"#
        )
    };
    let text = format!(
        r#"{{"StartAt": "A", "States": {{"A": {}, "B": {}, "C": {}}}}}"#,
        task("charge", "B"),
        task("ship", "Nowhere"),
        task("charge", "A"),
    );
    assert_snapshot!(outline(&text), @r"
    A, B, C
    charge of A, C
    ship of B
    ");
}

#[test]
fn states_inside_states_and_placeholders_without_a_value() {
    let text = r#"{"StartAt": "All", "States": {"All": {"Type": "Parallel", "End": true, "Branches":
        [{"StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": "${Work}",
          "TimeoutSeconds": ${Limit}, "End": true}}}]}}}"#;
    assert_snapshot!(outline(text), @r"
    All, Work
    Work of Work
    ");
}

#[test]
fn what_has_no_shape() {
    assert_eq!(outline("{"), "\n");
    assert_eq!(outline("[]"), "\n");
}

#[test]
fn what_is_compiled_has_the_same_outline() {
    let text = r#"{"StartAt": "A", "States": {"A": {"Type": "Task", "End": true,
        "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge"}}}"#;
    let compilation = compile(&Source::new("test.asl.json", text), &Options::default());
    assert_eq!(compilation.machine.map(|machine| machine.tasks), Some(compilation.outline.tasks));
}
