//! Histories for people.

use asl_runtime::json;
use asl_runtime::machine::TaskPattern::RequestResponse;

use crate::machine::{Machine, State};
use crate::support::run;

#[test]
fn a_history_is_a_table_of_100_columns() {
    let resource = "arn:aws:lambda:us-east-1:123456789012:function:work";
    let machine = Machine::new([
        State::wait("A rather long name of a state", 90),
        State::task("Work", resource, RequestResponse, 0),
        State::fail("Give up"),
    ]);
    let table = run(machine, json!({ "id": "o-17", "lines": ["one", "two", "three", "four"] }));
    assert_eq!(
        table.to_string(),
        r#"Machine  e-1
id  from        time  event                    state                 data
──  ────  ──────────  ───────────────────────  ────────────────────  ───────────────────────────────
 1     0        0 µs  ExecutionStarted                               {"id":"…,"two","three","four"]}
 2     0        0 µs  WaitStateEntered         A rat…ame of a state  {"id":"…,"two","three","four"]}
 3     2  1 min 30 s  WaitStateExited          A rat…ame of a state  {"id":"…,"two","three","four"]}
 4     3  1 min 30 s  TaskStateEntered         Work                  {"id":"…,"two","three","four"]}
 5     4  1 min 30 s  LambdaFunctionScheduled                        {"id":"…,"two","three","four"]}
 6     5  1 min 30 s  LambdaFunctionStarted
 7     6  1 min 30 s  LambdaFunctionSucceeded                        {"id":"…,"two","three","four"]}
 8     7  1 min 30 s  TaskStateExited          Work                  {"id":"…,"two","three","four"]}
 9     8  1 min 30 s  FailStateEntered         Give up               {"id":"…,"two","three","four"]}
10     9  1 min 30 s  ExecutionFailed                                Broken: for a test
"#
    );
}
