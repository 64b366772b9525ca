//! Starting executions and getting their outcome.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use sfn::{Engine, Start, Status, TaskError, Value, json, sfn};

use crate::support::{Function, block_on, engine};

sfn! {
    machine OneTask from "tests/api/definitions/one_task.asl.json";
    machine Rest from "tests/api/definitions/rest.asl.json";
}

/// The machine has no tasks.
struct NoTasks;

impl RestTasks for NoTasks {}

fn double() -> OneTaskHandlers<impl sfn::TaskHandler> {
    OneTaskHandlers(Function(|input: &Value| match input.as_i64() {
        Some(number) => Ok(json!(number * 2)),
        None => Err(TaskError::new("NotANumber", input.to_string())),
    }))
}

#[test]
fn run_gives_the_output() {
    let flow = Engine::new().register(OneTask, double());
    assert_eq!(block_on(flow.run(json!(21))).unwrap().output, json!(42));
}

#[test]
fn run_gives_the_error() {
    let flow = Engine::new().register(OneTask, double());
    let error = block_on(flow.run(json!("x"))).unwrap_err();
    assert_eq!(error.error(), "NotANumber");
    assert_eq!(error.cause(), "\"x\"");
    assert_eq!(error.state(), Some("Work"));
    assert_eq!(error.status(), Status::Failed);
    assert_eq!(error.to_string(), "FAILED in state `Work`: NotANumber: \"x\"");
}

#[test]
fn run_json_takes_and_gives_text() {
    let flow = Engine::new().register(OneTask, double());
    assert_eq!(block_on(flow.run_json(b" 21 ")).unwrap().output, b"42");
    let error = block_on(flow.run_json(b"[1,")).unwrap_err();
    assert_eq!(error.error(), "InvalidExecutionInput");
    assert!(error.cause().starts_with("Invalid State Machine Execution Input: '"), "{error}");
    assert_eq!(error.state(), None);
    for text in [&b""[..], b"\xff", b"1 2", b"{'a':1}", b"NaN", b"1e999"] {
        let error = block_on(flow.run_json(text)).unwrap_err();
        assert_eq!(error.error(), "InvalidExecutionInput", "{text:?}");
    }
}

#[test]
fn run_json_keeps_what_passes_through() {
    let echo = OneTaskHandlers(Function(|input: &Value| Ok(input.clone())));
    let flow = Engine::new().register(OneTask, echo);
    let text = br#"{"z":1.0,"a":-0.5,"u":18446744073709551615,"s":"\u0000\"\\","n":null}"#;
    assert_eq!(block_on(flow.run_json(text)).unwrap().output, text);
}

#[test]
fn start_gives_a_handle() {
    block_on(async {
        let flow = engine().register(Rest, NoTasks);
        let execution = flow.start(json!({ "seconds": 60 }));
        assert_eq!(execution.status(), Status::Running);
        assert_eq!(execution.id().len(), 36, "a UUID: {}", execution.id());
        let run = execution.await.unwrap();
        assert_eq!(run.output, json!({ "seconds": 60 }));
    });
}

#[test]
fn a_handle_knows_the_status_to_the_end() {
    block_on(async {
        let flow = engine().register(OneTask, double());
        let (good, bad) = (flow.start(json!(1)), flow.start(json!("x")));
        for _ in 0..8 {
            tokio::task::yield_now().await;
        }
        assert_eq!(good.status(), Status::Succeeded);
        assert_eq!(bad.status(), Status::Failed);
        assert_eq!(good.await.unwrap().output, json!(2));
        assert_eq!(bad.await.unwrap_err().error(), "NotANumber");
    });
}

#[test]
fn executions_have_names() {
    block_on(async {
        let flow = engine().register(Rest, NoTasks);
        let named = flow.start(Start::new(json!({ "seconds": 1 })).name("o-18"));
        assert_eq!(named.id(), "o-18");
        let (one, other) = (flow.start(json!({})), flow.start(json!({})));
        assert_ne!(one.id(), other.id());
        named.await.unwrap();
    });
}

#[test]
fn stop_aborts() {
    block_on(async {
        let flow = engine().register(Rest, NoTasks);
        let execution = flow.start(json!({ "seconds": 60 }));
        tokio::task::yield_now().await;
        execution.stop("Operator", "changed my mind");
        execution.stop("Operator", "said twice");
        let error = execution.await.unwrap_err();
        assert_eq!(error.status(), Status::Aborted);
        assert_eq!(error.status().as_str(), "ABORTED");
        assert_eq!(
            (error.error(), error.cause(), error.state()),
            ("Operator", "changed my mind", Some("Rest"))
        );
    });
}

#[test]
fn stop_comes_too_late_for_what_has_ended() {
    block_on(async {
        let flow = engine().register(OneTask, double());
        let execution = flow.start(json!(1));
        while execution.status() == Status::Running {
            tokio::task::yield_now().await;
        }
        execution.stop("Operator", "too late");
        assert_eq!(execution.await.unwrap().output, json!(2));
    });
}

#[test]
fn dropping_the_handle_detaches() {
    block_on(async {
        let done = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&done);
        let handlers = OneTaskHandlers(Function(move |input: &Value| {
            seen.store(true, Ordering::SeqCst);
            Ok(input.clone())
        }));
        drop(engine().register(OneTask, handlers).start(json!({})));
        assert!(!done.load(Ordering::SeqCst));
        for _ in 0..8 {
            tokio::task::yield_now().await;
        }
        assert!(done.load(Ordering::SeqCst));
    });
}

#[test]
fn without_a_runtime_a_start_is_aborted() {
    let flow = Engine::new().register(OneTask, double());
    let execution = flow.start(json!(1));
    assert_eq!(execution.status(), Status::Aborted);
    let error = futures_block_on(execution).unwrap_err();
    assert_eq!(error.status(), Status::Aborted);
    assert!(error.cause().contains("runtime"), "{error}");
}

#[test]
fn an_execution_outlives_no_runtime() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let execution = {
        let _inside = runtime.enter();
        engine().register(Rest, NoTasks).start(json!({ "seconds": 60 }))
    };
    assert_eq!(execution.status(), Status::Running);
    drop(runtime);
    assert_eq!(execution.status(), Status::Aborted);
    assert_eq!(futures_block_on(execution).unwrap_err().status(), Status::Aborted);
}

/// Polls a future that is ready, without a runtime.
fn futures_block_on<F: Future + Unpin>(mut future: F) -> F::Output {
    use std::task::{Context, Poll, Waker};
    match std::pin::Pin::new(&mut future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("it waits"),
    }
}
