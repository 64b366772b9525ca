//! `asl run`.

use crate::support::{DANGLING, Folder, MOCKS, ORDER};

const CLOCK: &str = "2025-01-01T00:00:00Z";

fn folder() -> Folder {
    Folder::with(&[("order.asl.json", ORDER), ("mocks.json", MOCKS)])
}

#[test]
fn the_output_is_json() {
    let run = ["run", "order.asl.json", "--input", "{\"id\": 7}", "--mock", "mocks.json"];
    insta::assert_snapshot!(folder().asl(&run));
}

#[test]
fn a_task_without_a_mock_says_what_to_write() {
    insta::assert_snapshot!(folder().asl(&["run", "order.asl.json"]));
    // Once more than the mocks say.
    let folder = folder();
    folder
        .write("mocks.json", MOCKS.replace("Return", "Throw").replace("{ \"paid\": true }", BUSY));
    insta::assert_snapshot!(folder.asl(&["run", "order.asl.json", "--mock", "mocks.json"]));
}

const BUSY: &str = r#"{ "Error": "Busy" }"#;

#[test]
fn a_caught_lack_of_a_mock_is_told_all_the_same() {
    let text = ORDER.replace("\"Next\": \"Rest\"", "\"Next\": \"Rest\", \"Catch\": [{ \"ErrorEquals\": [\"States.ALL\"], \"Next\": \"Done\" }]");
    let folder = Folder::with(&[("order.asl.json", &text)]);
    let done = folder.asl(&["run", "order.asl.json"]).status(0);
    assert!(done.err.starts_with("warning: the task of state `Charge` has no mock"), "{done}");
    assert_eq!(done.json()["Error"], "NoMock");
}

#[test]
fn the_history_is_a_table() {
    let run = ["run", "order.asl.json", "--mock", "mocks.json", "--history"];
    let run = [&run[..], &["--clock", CLOCK, "--seed", "1"]].concat();
    insta::assert_snapshot!(folder().asl(&run));
}

#[test]
fn the_history_is_json() {
    let run = ["run", "order.asl.json", "--mock", "mocks.json", "--history=json", "--clock", CLOCK];
    let history = folder().asl(&run).status(0).json();
    let events = history["events"].as_array().unwrap();
    assert_eq!(events.len(), 14);
    assert_eq!(events[13]["type"], "ExecutionSucceeded");
    assert_eq!(events[0]["timestamp"], 1_735_689_600.0);
}

#[test]
fn a_trace_goes_to_the_standard_error() {
    let done =
        folder().asl(&["run", "order.asl.json", "--mock", "mocks.json", "--trace"]).status(0);
    assert_eq!(done.json()["paid"], true);
    for words in ["Charge", "retry      in 1 min", "SUCCEEDED"] {
        assert!(done.err.contains(words), "{done}");
    }
    assert!(!done.err.contains('\x1b'), "{done}");
}

#[test]
fn test_cases_of_step_functions_local() {
    let folder = folder();
    folder.write(
        "config.json",
        r#"{
            "StateMachines": { "order": { "TestCases": {
                "Happy": { "Charge": "Paid" }, "Busy": { "Charge": "Busy" }
            } } },
            "MockedResponses": {
                "Paid": { "0": { "Return": { "paid": true } } },
                "Busy": { "0-9": { "Throw": { "Error": "Busy", "Cause": "later" } } }
            }
        }"#,
    );
    let run = |case: &[&str]| {
        folder.asl(&[&["run", "order.asl.json", "--mock", "config.json"], case].concat())
    };
    assert_eq!(run(&["--case", "Happy"]).status(0).json()["paid"], true);
    let done = run(&["--case", "Busy"]).status(1);
    let expected =
        "error: the execution ended as FAILED in state `Charge`\n  error: Busy\n  cause: later\n";
    assert_eq!(done.err, expected);
    let done = run(&[]).status(2);
    assert!(done.err.contains("say which by `--case`"), "{done}");
}

#[test]
fn mocks_by_function_and_misspelled_ones() {
    let folder = folder();
    folder.write("mocks.json", r#"{ "charge": 5, "Chrage": 6 }"#);
    let done = folder.asl(&["run", "order.asl.json", "--mock", "mocks.json"]).status(0);
    assert_eq!(done.out, "5\n");
    let expected =
        "warning: there is a mock for `Chrage`, which no task is: did you mean `Charge`?\n";
    assert_eq!(done.err, expected);
}

#[test]
fn the_items_of_a_distributed_map_are_mocked_by_its_reader() {
    let folder = Folder::with(&[
        (
            "each.asl.json",
            r#"{ "StartAt": "Each", "States": { "Each": { "Type": "Map",
                "ItemReader": { "Resource": "arn:aws:states:::s3:getObject",
                    "ReaderConfig": { "InputType": "JSON" },
                    "Parameters": { "Bucket": "b", "Key": "k" } },
                "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                    "StartAt": "One", "States": { "One": { "Type": "Pass", "End": true } } },
                "End": true } } }"#,
        ),
        ("mocks.json", r#"{ "arn:aws:states:::s3:getObject": [1, 2, 3] }"#),
    ]);
    let done = folder.asl(&["run", "each.asl.json", "--mock", "mocks.json"]).status(0);
    assert_eq!(done.json(), serde_json::json!([1, 2, 3]));
    let done = folder.asl(&["run", "each.asl.json", "--mock", "mocks.json", "--history"]).status(0);
    assert!(done.out.contains("MapRunSucceeded"), "{done}");
}

#[test]
fn an_input_is_text_or_a_file_or_the_standard_input() {
    let folder = Folder::with(&[
        ("echo.asl.json", r#"{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }"#),
        ("input.json", "[1]"),
    ]);
    for (input, expected) in [("-1.0", "-1.0\n"), ("@input.json", "[\n  1\n]\n"), ("-", "\"x\"\n")]
    {
        let done = folder.asl_on("\"x\"", &["run", "echo.asl.json", "--input", input]).status(0);
        assert_eq!(done.out, expected);
    }
    let done = folder.asl(&["run", "echo.asl.json", "--input", "{"]).status(2);
    assert!(done.err.starts_with("error: what stands after `--input` is not JSON"), "{done}");
    folder.asl(&["run", "echo.asl.json", "--input", "@no.json"]).status(2);
    folder.asl(&["run", "-", "--input", "-"]).status(2);
}

#[test]
fn a_machine_that_never_ends_is_ended() {
    let text = r#"{ "StartAt": "A", "States": {
        "A": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "B" }], "Default": "A" },
        "B": { "Type": "Succeed" } } }"#;
    let folder = Folder::with(&[("loop.asl.json", text)]);
    let done = folder.asl(&["run", "loop.asl.json"]).status(1);
    assert!(done.err.contains("ended as FAILED"), "{done}");
    let done = folder.asl(&["run", "loop.asl.json", "--express"]).status(1);
    assert!(done.err.contains("ended as TIMED_OUT"), "{done}");
}

#[test]
fn what_cannot_be_run() {
    let folder = Folder::with(&[("dangling.asl.json", DANGLING), ("order.asl.json", ORDER)]);
    let done = folder.asl(&["run", "dangling.asl.json"]).status(1);
    assert!(done.err.contains("error[ASL0301]"), "{done}");
    let done = folder.asl(&["run", "order.asl.json", "--mock", "order.asl.json", "--case", "x"]);
    assert!(done.status(2).err.contains("leave `--case` out"));
    folder.asl(&["run", "order.asl.json", "--clock", "noon"]).status(2);
    folder.asl(&["run", "order.asl.json", "--clock", CLOCK, "--real-time"]).status(2);
}
