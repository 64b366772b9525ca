//! Handlers chosen at run time, combined handlers, and handlers that misbehave.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use sfn::{
    Answer, Engine, HandlerFuture, Status, TaskContext, TaskError, TaskHandler, TaskRequest, Value,
    json,
    machine::{TaskInfo, TaskPattern},
    sfn,
};

use crate::support::{Function, block_on, engine};

sfn! {
    machine Order from "tests/api/definitions/order.asl.json";
    machine Bound from "tests/api/definitions/order.asl.json" {
        tasks { lambda "charge" => async fn charge(payload: &Value) -> Value; }
    }
    machine OneTask from "tests/api/definitions/one_task.asl.json";
}

/// Serves all tasks of `Order`, knowing them by name.
struct Everything;

impl TaskHandler for Everything {
    fn call<'a>(&'a self, _: &'a TaskContext<'a>, request: TaskRequest<'a>) -> HandlerFuture<'a> {
        Box::pin(async move {
            assert_eq!(request.task.pattern, TaskPattern::RequestResponse);
            Ok(Answer::Done(match (request.task.name, request.task.resource) {
                ("validate", "arn:aws:lambda:us-east-1:123456789012:function:validate") => json!(7),
                ("charge", "arn:aws:states:::lambda:invoke") => {
                    assert_eq!(request.input.get("FunctionName"), Some(&json!("charge")));
                    json!({ "StatusCode": 201, "Payload": { "reference": "dynamic" } })
                }
                ("Notify", "arn:aws:states:::sns:publish") => Value::Null,
                ("archive", _) => json!(true),
                other => return Err(TaskError::new("Unknown", format!("{other:?}"))),
            }))
        })
    }
}

#[test]
fn a_dynamic_handler_serves_any_task() {
    let input = json!({ "id": "o-1" });
    let expected = json!({ "id": "o-1", "reference": "dynamic", "status": 201, "archived": true });
    let flow = Engine::new().register(Order, OrderHandlers(Everything));
    assert_eq!(block_on(flow.run(input.clone())).unwrap().output, expected);
    let boxed: Box<dyn TaskHandler> = Box::new(Everything);
    let flow = Engine::new().register(Order, OrderHandlers(boxed));
    assert_eq!(block_on(flow.run(input.clone())).unwrap().output, expected);
    let shared: Arc<dyn TaskHandler> = Arc::new(Everything);
    let flow = Engine::new().register(Order, OrderHandlers(shared));
    assert_eq!(block_on(flow.run(input)).unwrap().output, expected);
}

#[test]
fn a_dynamic_handler_sees_the_envelope() {
    // Whatever signatures are bound: it gets the whole request and gives the whole response.
    let flow = Engine::new().register(Bound, BoundHandlers(Everything));
    let output = block_on(flow.run(json!({ "id": "o-1" }))).unwrap().output;
    assert_eq!(output.get("status"), Some(&json!(201)));
}

sfn! {
    machine Projected from "tests/api/definitions/order.asl.json" {
        tasks {
            lambda "validate" => async fn validate(Value) -> Total;
            lambda "charge" => async fn charge(Value) -> Result<Paid, TaskError>;
            state "Notify" => async fn notify(Value);
        }
    }
}

/// A total, which may come without its currency.
#[derive(serde::Serialize, serde::Deserialize)]
struct Total {
    amount: u64,
    #[serde(default)]
    currency: String,
}

#[derive(serde::Serialize, serde::Deserialize)]
struct Paid {
    reference: String,
}

/// Answers with what it holds for a task.
struct Table(Vec<(&'static str, Value)>);

impl TaskHandler for Table {
    fn call<'a>(&'a self, _: &'a TaskContext<'a>, request: TaskRequest<'a>) -> HandlerFuture<'a> {
        let answer = self.0.iter().find(|(name, _)| *name == request.task.name);
        let answer = answer.map_or(Value::Null, |(_, answer)| answer.clone());
        Box::pin(async move { Ok(Answer::Done(answer)) })
    }
}

#[test]
fn what_a_dynamic_handler_answers_is_what_the_binding_says() {
    let run = |validate: Value, charge: Value| {
        let table = Table(vec![("validate", validate), ("charge", charge)]);
        let flow = Engine::new().register(Projected, ProjectedHandlers(table));
        block_on(flow.run(json!({ "id": "o-1" })))
    };
    let total = json!({ "amount": 7, "unknown": true });
    let paid = json!({ "Payload": { "reference": "r", "unknown": 1 }, "StatusCode": 202 });
    let output = run(total.clone(), paid.clone()).unwrap().output;
    assert_eq!(output.get("reference"), Some(&json!("r")));
    assert_eq!(output.get("status"), Some(&json!(202)));

    let error = run(json!("seven"), paid.clone()).unwrap_err();
    assert_eq!((error.error(), error.state()), ("States.TaskFailed", Some("Validate")));
    assert!(error.cause().starts_with("the task's result does not fit `"), "{error}");
    for charge in [json!({ "Payload": { "reference": 1 } }), json!({ "reference": "r" }), json!(1)]
    {
        let error = run(total.clone(), charge).unwrap_err();
        assert_eq!((error.error(), error.state()), ("States.TaskFailed", Some("Charge")));
    }
}

#[test]
fn a_projected_result_has_what_the_type_adds_and_not_what_it_leaves_out() {
    sfn! {
        machine Added from "tests/api/definitions/one_task.asl.json" {
            tasks { lambda "work" => async fn work(Value) -> Total; }
        }
    }
    let work = Function(|_: &Value| Ok(json!({ "amount": 7, "unknown": true })));
    let flow = Engine::new().register(Added, AddedHandlers(work));
    let output = block_on(flow.run(json!({}))).unwrap().output;
    assert_eq!(output, json!({ "amount": 7, "currency": "" }));
}

/// Answers tasks of one name.
struct Only(&'static str, Value);

impl TaskHandler for Only {
    fn call<'a>(&'a self, _: &'a TaskContext<'a>, _: TaskRequest<'a>) -> HandlerFuture<'a> {
        Box::pin(async move { Ok(Answer::Done(self.1.clone())) })
    }

    fn handles(&self, task: &TaskInfo<'_>) -> bool {
        task.name == self.0
    }
}

struct Typed;

impl BoundTasks for Typed {
    async fn validate(&self, _: &TaskContext<'_>, _: &Value) -> Result<Value, TaskError> {
        Ok(json!(9))
    }

    async fn charge(&self, _: &TaskContext<'_>, payload: &Value) -> Value {
        assert_eq!(*payload, json!({ "id": "o-1", "total": 9 }));
        json!({ "reference": "typed" })
    }

    async fn notify(&self, _: &TaskContext<'_>, _: &Value) -> Result<Value, TaskError> {
        panic!("the dynamic handler serves this one")
    }

    async fn archive(&self, _: &TaskContext<'_>, input: &Value) -> Result<Value, TaskError> {
        assert_eq!(*input, json!({}));
        Ok(json!("typed"))
    }
}

#[test]
fn dynamic_and_typed_handlers_serve_together() {
    let mocked = BoundHandlers(Only("Notify", Value::Null)).or(Typed);
    let flow = Engine::new().register(Bound, mocked);
    assert_eq!(
        block_on(flow.run(json!({ "id": "o-1" }))).unwrap().output,
        json!({ "id": "o-1", "reference": "typed", "status": 200, "archived": "typed" })
    );
}

#[test]
fn a_panic_is_a_failure_of_its_task_alone() {
    struct Sometimes(AtomicU32);
    impl OneTaskTasks for Sometimes {
        async fn work(&self, _: &TaskContext<'_>, input: &Value) -> Result<Value, TaskError> {
            self.0.fetch_add(1, Ordering::SeqCst);
            match input.as_i64() {
                Some(0) => panic!("it was {input}"),
                Some(1) => std::panic::panic_any(1),
                _ => Ok(input.clone()),
            }
        }
    }
    let flow = Engine::new().register(OneTask, Sometimes(AtomicU32::new(0)));
    for (input, cause) in
        [(0, "the handler panicked: it was 0"), (1, "the handler panicked: no message")]
    {
        let error = block_on(flow.run(json!(input))).unwrap_err();
        assert_eq!((error.error(), error.cause()), ("States.TaskFailed", cause));
        assert_eq!((error.status(), error.state()), (Status::Failed, Some("Work")));
    }
    assert_eq!(block_on(flow.run(json!(2))).unwrap().output, json!(2));
    assert_eq!(flow.tasks().0.load(Ordering::SeqCst), 3);
}

#[test]
fn a_panic_after_an_await_is_one_too() {
    struct Late;
    impl OneTaskTasks for Late {
        async fn work(&self, _: &TaskContext<'_>, _: &Value) -> Result<Value, TaskError> {
            tokio::task::yield_now().await;
            panic!("late")
        }
    }
    block_on(async {
        let flow = engine().register(OneTask, Late);
        let error = flow.start(json!({})).await.unwrap_err();
        assert_eq!(error.cause(), "the handler panicked: late");
    });
}

#[test]
fn a_handler_that_never_answers_ends_with_the_execution() {
    struct Never;
    impl OneTaskTasks for Never {
        async fn work(&self, _: &TaskContext<'_>, _: &Value) -> Result<Value, TaskError> {
            std::future::pending().await
        }
    }
    let flow = engine().register(OneTask, Never);
    let error = block_on(flow.run(json!({}))).unwrap_err();
    assert_eq!((error.status(), error.error()), (Status::TimedOut, "States.Timeout"));
}

#[test]
fn a_result_without_a_json_form_is_an_error() {
    sfn! {
        machine Strange from "tests/api/definitions/one_task.asl.json" {
            tasks { lambda "work" => async fn work() -> std::collections::BTreeMap<Vec<u8>, u8>; }
        }
    }
    struct Work;
    impl StrangeTasks for Work {
        async fn work(&self, _: &TaskContext<'_>) -> std::collections::BTreeMap<Vec<u8>, u8> {
            [(vec![1], 1)].into()
        }
    }
    let flow = Engine::new().register(Strange, Work);
    let error = block_on(flow.run(json!({}))).unwrap_err();
    assert_eq!((error.error(), error.state()), ("States.TaskFailed", Some("Work")));
    assert!(error.cause().starts_with("the task's result is not JSON: "), "{error}");
}

#[test]
fn a_function_of_the_input_is_enough() {
    let flow = Engine::new().register(OneTask, OneTaskHandlers(Function(|_: &Value| Ok(json!(1)))));
    assert_eq!(block_on(flow.run(json!({}))).unwrap().output, json!(1));
}
