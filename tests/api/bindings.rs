//! Which method serves which state.

use std::collections::BTreeMap;

use sfn::{Answer, Engine, StateMachine, TaskContext, TaskError, Value, json, sfn};

use crate::support::block_on;

sfn! {
    /// No bindings: a method for each distinct task.
    machine Unbound from "tests/api/definitions/one_function.asl.json";

    /// One method for a function, however it is called.
    machine Function from "tests/api/definitions/one_function.asl.json" {
        tasks { lambda "count" => async fn count(&BTreeMap<String, Value>) -> Result<usize, TaskError>; }
    }

    /// One state has a method of its own.
    machine OneState from "tests/api/definitions/one_function.asl.json" {
        tasks {
            state "Again" => async fn again(Value) -> String;
            state "Invoke" => async fn invoke(Value) -> Value;
            lambda "count" => async fn count(Value) -> usize;
        }
    }

    /// By resource alone.
    machine Resource from "tests/api/definitions/one_function.asl.json" {
        tasks {
            resource "arn:aws:lambda:us-east-1:123456789012:function:count" => async fn by_arn() -> u8;
        }
    }
}

struct Counter;

impl UnboundTasks for Counter {
    async fn count(&self, cx: &TaskContext<'_>, _: &Value) -> Result<Value, TaskError> {
        Ok(json!(cx.state().name))
    }

    async fn invoke(&self, _: &TaskContext<'_>, request: &Value) -> Result<Value, TaskError> {
        assert_eq!(request.get("FunctionName"), Some(&json!("count")));
        Ok(json!({ "Payload": "unbound", "ExecutedVersion": 3 }))
    }

    async fn call_back(
        &self,
        _: &TaskContext<'_>,
        request: &Value,
    ) -> Result<Answer<Value>, TaskError> {
        Ok(Answer::Done(request.clone()))
    }
}

#[test]
fn each_distinct_task_has_a_method() {
    let flow = Engine::new().register(Unbound, Counter);
    assert_eq!(
        block_on(flow.run(json!({}))).unwrap().output,
        json!({
            "arn": "By ARN",
            "again": "Again",
            "invoked": { "payload": "unbound", "version": 3 },
            "token": {
                "FunctionName": "arn:aws:lambda:us-east-1:123456789012:function:count",
                "Payload": { "by": "token" },
            },
        })
    );
}

impl FunctionTasks for Counter {
    async fn count(
        &self,
        _: &TaskContext<'_>,
        payload: &BTreeMap<String, Value>,
    ) -> Result<Answer<usize>, TaskError> {
        Ok(Answer::Done(payload.len()))
    }
}

#[test]
fn a_lambda_binding_serves_the_function_however_it_is_called() {
    let flow = Engine::new().register(Function, Counter);
    assert_eq!(
        block_on(flow.run(json!({}))).unwrap().output,
        json!({
            "arn": 0,
            "again": 1,
            "invoked": { "payload": 2, "version": "$LATEST" },
            "token": 1,
        })
    );
}

impl OneStateTasks for Counter {
    async fn again(&self, _: &TaskContext<'_>, input: Value) -> String {
        input.to_string()
    }

    async fn invoke(&self, _: &TaskContext<'_>, request: Value) -> Value {
        json!({ "Payload": request, "ExecutedVersion": "mine" })
    }

    async fn count(&self, _: &TaskContext<'_>, payload: Value) -> Result<Answer<usize>, TaskError> {
        Ok(Answer::Done(payload.as_object().map_or(0, sfn::value::Object::len)))
    }
}

#[test]
fn a_state_binding_takes_its_state_out() {
    let flow = Engine::new().register(OneState, Counter);
    let again = r#"{"arn":0}"#;
    assert_eq!(
        block_on(flow.run(json!({}))).unwrap().output,
        json!({
            "arn": 0,
            "again": again,
            "invoked": {
                "payload": { "FunctionName": "count", "Payload": { "arn": 0, "again": again } },
                "version": "mine",
            },
            "token": 1,
        })
    );
}

impl ResourceTasks for Counter {
    async fn by_arn(&self, cx: &TaskContext<'_>) -> u8 {
        u8::try_from(cx.state().name.len()).unwrap()
    }

    async fn count(&self, _: &TaskContext<'_>, request: &Value) -> Result<Value, TaskError> {
        Ok(json!({ "Payload": (request.get("Payload").cloned()), "ExecutedVersion": 1 }))
    }

    async fn call_back(&self, _: &TaskContext<'_>, _: &Value) -> Result<Answer<Value>, TaskError> {
        Ok(Answer::Done(json!("done")))
    }
}

#[test]
fn a_resource_binding_serves_what_names_just_it() {
    let flow = Engine::new().register(Resource, Counter);
    let output = block_on(flow.run(json!({}))).unwrap().output;
    assert_eq!(output.get("arn"), Some(&json!(6)));
    assert_eq!(output.get("again"), Some(&json!(5)));
    assert_eq!(output.get("token"), Some(&json!("done")));
}

#[test]
fn handlers_are_told_of_the_task_whatever_is_bound() {
    for definition in [Unbound.definition(), OneState.definition(), Function.definition()] {
        let names = definition.states.iter().map(|state| state.task.map(|task| task.name));
        assert_eq!(names.collect::<Vec<_>>(), [Some("count"); 4]);
    }
}
