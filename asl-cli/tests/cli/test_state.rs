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
fn requests_that_are_refused() {
    let folder = Folder::with(&[("state.json", STATE)]);
    let done = folder.asl(&["test-state", "state.json"]).status(2);
    assert!(done.err.contains("--mock"), "{done}");
    let done = folder.asl(&["test-state", "state.json", "--mock", "{}"]).status(1);
    assert!(done.err.contains("ValidationException"), "{done}");
    let done = folder.asl(&["test-state", "state.json", "--mock", "{"]).status(2);
    assert!(done.err.contains("not JSON"), "{done}");
}
