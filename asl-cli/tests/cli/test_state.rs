//! `asl test-state`.

use crate::support::Folder;

const STATE: &str = r#"{ "Type": "Task", "Next": "B",
    "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f" }"#;

#[test]
fn a_mocked_result_and_a_mocked_error() {
    let folder = Folder::with(&[("state.json", STATE)]);
    let test = ["test-state", "state.json", "--inspection-level", "INFO", "--mock"];
    let done = folder.asl(&[&test[..], &[r#"{"result": [1]}"#]].concat()).status(0);
    let expected = "{\n  \"nextState\": \"B\",\n  \"output\": [\n    1\n  ],\n  \"status\": \"SUCCEEDED\"\n}\n";
    assert_eq!(done.out, expected);
    let done = folder.asl(&[&test[..], &[r#"{"errorOutput": {"error": "E"}}"#]].concat());
    assert!(done.status(1).out.contains("\"error\": \"E\""));
}

#[test]
fn definitions_in_yaml() {
    let state = "Type: Pass\nParameters:\n  x.$: $.a\n  n: 1.50\nEnd: true\n";
    let machine = "StartAt: A\nStates:\n  A:\n    Type: Succeed\n";
    let broken = "Type: [\n";
    let files = [("state.yaml", state), ("machine.asl.yml", machine), ("broken.yaml", broken)];
    let folder = Folder::with(&files);
    let level = ["--inspection-level", "info", "--input", r#"{"a": [2]}"#];
    let test = |rest: &[&str]| folder.asl(&[&["test-state"], rest, &level].concat());
    let done = test(&["state.yaml"]).status(0);
    assert!(done.out.contains("\"x\": [\n      2\n    ]"), "{done}");
    test(&["machine.asl.yml", "--state", "A"]).status(0);
    let done = test(&["broken.yaml"]).status(1);
    assert!(done.err.contains("ASL00"), "{done}");
}

#[test]
fn requests_that_are_refused() {
    let folder = Folder::with(&[("state.json", STATE)]);
    let done = folder.asl(&["test-state", "state.json"]).status(2);
    assert!(done.err.contains("--mock"), "{done}");
    let done = folder.asl(&["test-state", "state.json", "--mock", "{}"]).status(1);
    assert!(done.err.contains("ValidationException"), "{done}");
    let done = folder.asl(&["test-state", "state.json", "--mock", "{"]).status(2);
    assert!(done.err.contains("not JSON"), "{done}");
}
