//! The limits of time, of events and of data.

use std::sync::Mutex;
use std::sync::mpsc;
use std::time::Duration;

use sfn::{Clock, Engine, Start, Status, TaskError, Value, json, sfn};

use crate::support::{Function, block_on, engine, noon};

sfn! {
    machine Loop from "tests/api/definitions/loop.asl.json";
    machine Endless from "tests/api/definitions/endless.asl.json";
    #[express]
    machine ExpressEndless from "tests/api/definitions/endless.asl.json";
    #[express]
    machine ExpressLoop from "tests/api/definitions/loop.asl.json";
    #[express]
    machine ExpressRest from "tests/api/definitions/rest.asl.json";
    machine RetryForEver from "tests/api/definitions/retry_for_ever.asl.json";
    machine Growing from "tests/api/definitions/growing.asl.json";
    machine Nesting from "tests/api/definitions/nesting.asl.json";
    machine Caught from "tests/api/definitions/caught.asl.json";
}

struct NoTasks;

impl LoopTasks for NoTasks {}
impl EndlessTasks for NoTasks {}
impl ExpressEndlessTasks for NoTasks {}
impl ExpressLoopTasks for NoTasks {}
impl ExpressRestTasks for NoTasks {}
impl GrowingTasks for NoTasks {}
impl NestingTasks for NoTasks {}

const LIMIT: usize = 262_144;

#[test]
fn a_standard_execution_has_25_000_events() {
    let flow = engine().register(Endless, NoTasks);
    let error = block_on(flow.run(json!({}))).unwrap_err();
    assert_eq!((error.status(), error.error()), (Status::Failed, "States.Runtime"));
    assert!(error.cause().contains("25000") || error.cause().contains("25,000"), "{error}");
}

#[test]
fn retries_are_events_too() {
    let calls = std::sync::Arc::new(Mutex::new(0));
    let count = std::sync::Arc::clone(&calls);
    let failing = Function(move |_: &Value| {
        *count.lock().unwrap() += 1;
        Err::<Value, _>(TaskError::new("E", ""))
    });
    let flow = engine().register(RetryForEver, RetryForEverHandlers(failing));
    let error = block_on(flow.run(json!({}))).unwrap_err();
    assert_eq!((error.status(), error.error()), (Status::Failed, "States.Runtime"));
    let calls = *calls.lock().unwrap();
    assert!((8_000..8_400).contains(&calls), "three events each: {calls}");
}

#[test]
fn an_express_execution_has_five_minutes() {
    let clock = noon();
    let flow = Engine::builder().clock(clock.clone()).build().register(ExpressRest, NoTasks);
    block_on(flow.run(json!({ "seconds": 299 }))).unwrap();
    let began = clock.now();
    let error = block_on(flow.run(json!({ "seconds": 301 }))).unwrap_err();
    assert_eq!((error.status(), error.error()), (Status::TimedOut, "States.Timeout"));
    assert_eq!(error.state(), Some("Rest"));
    assert_eq!(clock.now().duration_since(began).as_secs(), 300);
}

#[test]
fn a_loop_without_a_pause_times_out() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    let error = runtime.block_on(async {
        let flow = Engine::new().register(ExpressLoop, NoTasks);
        tokio::time::timeout(Duration::from_secs(60), flow.run(json!({}))).await
    });
    let error = error.expect("it ends by itself").unwrap_err();
    assert_eq!((error.status(), error.error()), (Status::TimedOut, "States.Timeout"));
}

#[test]
fn a_loop_without_a_pause_does_not_hold_the_thread() {
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        runtime.block_on(async {
            let execution = Engine::new().register(ExpressEndless, NoTasks).start(json!({}));
            tokio::time::sleep(Duration::from_millis(20)).await;
            execution.stop("Operator", "enough");
            send.send(execution.await.unwrap_err()).unwrap();
        });
    });
    let error = receive.recv_timeout(Duration::from_secs(60)).expect("others get their turn");
    assert_eq!((error.status(), error.cause()), (Status::Aborted, "enough"));
}

#[test]
fn a_standard_loop_may_time_out_before_its_events_run_out() {
    // 25,000 events pass in no time, so they come first here.
    let flow = engine().register(Loop, NoTasks);
    assert_eq!(block_on(flow.run(json!({}))).unwrap_err().status(), Status::Failed);
}

#[test]
fn an_input_may_be_as_large_as_a_payload() {
    let echo = || CaughtHandlers(Function(|_: &Value| Ok(json!(1))));
    let flow = Engine::new().register(Caught, echo());
    let text = |len: usize| json!("x".repeat(len - 2));
    assert_eq!(block_on(flow.run(text(LIMIT))).unwrap().output, json!({ "a": 1, "b": 1 }));
    for input in [Start::new(text(LIMIT + 1)), Start::new(json!("ü".repeat(LIMIT / 2)))] {
        let error = block_on(flow.run(input)).unwrap_err();
        assert_eq!(error.error(), "InvalidExecutionInput");
        assert_eq!((error.status(), error.state()), (Status::Failed, None));
    }
    let error = block_on(flow.run_json(text(LIMIT + 1).to_string().as_bytes())).unwrap_err();
    assert_eq!(error.error(), "InvalidExecutionInput");
}

#[test]
fn a_result_that_is_too_large_is_caught() {
    let large =
        |len: usize| CaughtHandlers(Function(move |_: &Value| Ok(json!("x".repeat(len - 2)))));
    for len in [LIMIT + 1, 10_000_000] {
        let flow = Engine::new().register(Caught, large(len));
        let output = block_on(flow.run(json!({}))).unwrap().output;
        assert_eq!(
            output,
            json!({
                "Error": "States.DataLimitExceeded",
                "Cause": "The state/task 'arn:aws:lambda:us-east-1:123456789012:function:work' \
                          returned a result with a size exceeding the maximum number of bytes \
                          service limit.",
            })
        );
    }
}

#[test]
fn the_result_of_an_integration_names_its_service() {
    sfn! { machine Order from "tests/api/definitions/order.asl.json"; }
    let large = Function(|input: &Value| match input.get("FunctionName") {
        Some(_) => Ok(json!("x".repeat(LIMIT))),
        None => Ok(json!(1)),
    });
    let flow = Engine::new().register(Order, OrderHandlers(large));
    let error = block_on(flow.run(json!({ "id": "o-1" }))).unwrap_err();
    assert_eq!((error.error(), error.state()), ("States.DataLimitExceeded", Some("Charge")));
    assert!(error.cause().starts_with("The state/task 'lambda' returned"), "{error}");
}

#[test]
fn an_output_that_is_too_large_is_not_caught() {
    // The result is within the limit; twice the result is not, nor is there a catcher for it.
    let large = CaughtHandlers(Function(|_: &Value| Ok(json!("x".repeat(LIMIT - 2)))));
    let error = block_on(Engine::new().register(Caught, large).run(json!({}))).unwrap_err();
    assert_eq!((error.status(), error.error()), (Status::Failed, "States.DataLimitExceeded"));
    assert_eq!(error.state(), Some("Twice"));
    assert_eq!(
        error.cause(),
        "The state/task 'Twice' returned a result with a size exceeding the maximum number of \
         bytes service limit."
    );
}

#[test]
fn data_that_doubles_ends_at_the_limit() {
    let flow = Engine::new().register(Growing, NoTasks);
    let error = block_on(flow.run(json!(1))).unwrap_err();
    assert_eq!((error.error(), error.state()), ("States.DataLimitExceeded", Some("Double")));
}

#[test]
fn data_that_nests_ends_in_an_error() {
    let flow = engine().register(Nesting, NoTasks);
    let error = block_on(flow.run(json!(1))).unwrap_err();
    assert_eq!((error.error(), error.state()), ("States.DataLimitExceeded", Some("Nest")));
}

#[test]
fn results_that_nest_end_in_an_error() {
    let nested = Function(|_: &Value| Ok((0..100_000).fold(json!(1), |inner, _| json!([inner]))));
    let flow = Engine::new().register(Caught, CaughtHandlers(nested));
    let output = block_on(flow.run(json!({}))).unwrap().output;
    assert_eq!(output.get("Error"), Some(&json!("States.DataLimitExceeded")));
    let text = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let error = block_on(flow.run_json(text.as_bytes())).unwrap_err();
    assert_eq!(error.error(), "InvalidExecutionInput");
}
