//! What AWS's API says of executions as a whole.

use asl_runtime::json;
use asl_runtime::machine::TaskPattern::RequestResponse;
use serde_json::{Value, json as serde};

use crate::machine::{Machine, State};
use crate::support::{run, run_all};

fn describe(state: State, input: asl_runtime::Value) -> Value {
    let execution = run(Machine::new([state.end()]), input);
    let arn = execution.arn().to_owned();
    let mut answer = serde_json::to_value(execution.describe().unwrap()).unwrap();
    let machine =
        format!("arn:aws:states:us-east-1:123456789012:stateMachine:{}", execution.state_machine());
    let answer = answer.as_object_mut().unwrap();
    assert_eq!(answer.remove("executionArn").unwrap(), arn);
    assert_eq!(answer.remove("stateMachineArn").unwrap(), machine);
    assert_eq!(answer.remove("name").unwrap(), "e-1");
    assert_eq!(answer.remove("redriveCount").unwrap(), 0);
    assert_eq!(answer.remove("startDate").unwrap(), 1_735_732_800.0);
    Value::Object(std::mem::take(answer))
}

#[test]
fn executions_are_described() {
    assert_eq!(
        describe(State::pass("One"), json!([1])),
        serde!({
            "status": "SUCCEEDED", "stopDate": 1_735_732_800.0,
            "input": "[1]", "inputDetails": { "included": true },
            "output": "[1]", "outputDetails": { "included": true },
            "redriveStatus": "NOT_REDRIVABLE",
            "redriveStatusReason": "Execution is SUCCEEDED and cannot be redriven",
        })
    );
    let function = "arn:aws:lambda:us-east-1:123456789012:function:f";
    assert_eq!(
        describe(State::task("Work", function, RequestResponse, 0), json!("fail")),
        serde!({
            "status": "FAILED", "stopDate": 1_735_732_800.0,
            "error": "Broken", "cause": "by the handler",
            "input": "\"fail\"", "inputDetails": { "included": true },
            "redriveStatus": "REDRIVABLE",
        })
    );
}

#[test]
fn who_waits_is_told_what_it_costs() {
    let machine = Machine::new([State::pass("One").end()]).express();
    let execution = run_all(machine, json!({})).execution("e-1").unwrap();
    let answer = serde_json::to_value(execution.sync_response().unwrap()).unwrap();
    assert_eq!(
        answer["billingDetails"],
        serde!({ "billedDurationInMilliseconds": 100, "billedMemoryUsedInMB": 64 })
    );
    assert_eq!(answer["output"], "{}");
    assert_eq!(answer.get("redriveStatus"), None);
}
