//! Tasks that are completed by token.

use std::time::Duration;

use sfn::{
    Answer, CallbackError, Clock, Status, TaskContext, TaskError, TaskToken, TestClock, Value,
    json, sfn,
};
use tokio::sync::mpsc;

use crate::support::{block_on, noon};

sfn! {
    machine Approval from "tests/api/definitions/approval.asl.json";
    machine TypedApproval from "tests/api/definitions/approval.asl.json" {
        tasks { activity "approve" => async fn approve(Value) -> bool; }
    }
    machine Callback from "tests/api/definitions/callback.asl.json";
}

/// Hands each token on to the test.
struct Desk(mpsc::UnboundedSender<TaskToken>);

impl ApprovalTasks for Desk {
    async fn approve(
        &self,
        cx: &TaskContext<'_>,
        input: &Value,
    ) -> Result<Answer<Value>, TaskError> {
        if input.get("small").is_some() {
            return Ok(Answer::Done(json!("at once")));
        }
        assert_eq!(cx.task_token(), cx.task_token());
        self.0.send(cx.task_token()).unwrap();
        Ok(Answer::Submitted)
    }
}

impl TypedApprovalTasks for Desk {
    async fn approve(&self, cx: &TaskContext<'_>, _: Value) -> Result<Answer<bool>, TaskError> {
        self.0.send(cx.task_token()).unwrap();
        Ok(Answer::Submitted)
    }
}

impl CallbackTasks for Desk {
    async fn ask(&self, cx: &TaskContext<'_>, _: &Value) -> Result<Answer<Value>, TaskError> {
        self.0.send(cx.task_token()).unwrap();
        Ok(Answer::Submitted)
    }
}

type Engine = sfn::Engine;

fn desk() -> (Engine, TestClock, Desk, mpsc::UnboundedReceiver<TaskToken>) {
    let clock = noon();
    let engine = Engine::builder().clock(clock.clone()).build();
    let (send, receive) = mpsc::unbounded_channel();
    (engine, clock, Desk(send), receive)
}

#[test]
fn an_answer_may_come_at_once() {
    let (engine, _, desk, _tokens) = desk();
    let flow = engine.register(Approval, desk);
    assert_eq!(block_on(flow.run(json!({ "small": true }))).unwrap().output, json!("at once"));
}

#[test]
fn a_token_completes_once() {
    block_on(async {
        let (engine, _, desk, mut tokens) = desk();
        let execution = engine.register(Approval, desk).start(json!({}));
        let token = tokens.recv().await.unwrap();
        // It may have travelled as text.
        let token = TaskToken::from(token.to_string().as_str());
        assert_eq!(engine.callbacks().succeed(&token, ("granted", 1)), Ok(()));
        let again = engine.callbacks().succeed(&token, ());
        assert_eq!(again, Err(CallbackError::TaskDoesNotExist));
        assert_eq!(execution.await.unwrap().output, json!(["granted", 1]));
    });
}

#[test]
fn a_token_may_fail_the_task() {
    block_on(async {
        let (engine, _, desk, mut tokens) = desk();
        let execution = engine.register(Approval, desk).start(json!({}));
        let first = tokens.recv().await.unwrap();
        engine.callbacks().fail(&first, TaskError::new("Again", "not sure")).unwrap();
        let second = tokens.recv().await.unwrap();
        assert_ne!(first, second, "each attempt has a token of its own");
        engine.callbacks().fail(&second, TaskError::new("Again", "still not sure")).unwrap();
        let error = execution.await.unwrap_err();
        assert_eq!((error.error(), error.cause()), ("Again", "still not sure"));
        assert_eq!(error.state(), Some("Approve"));
    });
}

#[test]
fn unknown_tokens_are_refused() {
    let (engine, ..) = desk();
    let token = TaskToken::from("no such token");
    let refused = Err(CallbackError::TaskDoesNotExist);
    assert_eq!(engine.callbacks().succeed(&token, 1), refused);
    assert_eq!(engine.callbacks().fail(&token, TaskError::new("E", "")), refused);
    assert_eq!(engine.callbacks().heartbeat(&token), refused);
}

#[test]
fn a_token_is_void_after_the_timeout() {
    block_on(async {
        let (engine, clock, desk, mut tokens) = desk();
        let began = clock.now();
        let execution = engine.register(Approval, desk).start(json!({}));
        let token = tokens.recv().await.unwrap();
        engine.callbacks().take(&token, None).unwrap();
        let output = execution.await.unwrap().output;
        assert_eq!(output, json!({ "late": { "Error": "States.Timeout", "Cause": "" } }));
        assert_eq!(clock.now().duration_since(began).as_secs(), 20, "the missed heartbeat");
        let late = engine.callbacks().succeed(&token, "granted");
        assert_eq!(late, Err(CallbackError::TaskDoesNotExist));
    });
}

#[test]
fn heartbeats_by_token_keep_the_task_alive() {
    block_on(async {
        let (engine, clock, desk, mut tokens) = desk();
        let began = clock.now();
        let execution = engine.register(Approval, desk).start(json!({}));
        let token = tokens.recv().await.unwrap();
        for _ in 0..3 {
            clock.sleep(Duration::from_secs(15)).await;
            engine.callbacks().heartbeat(&token).unwrap();
        }
        execution.await.unwrap();
        let took = clock.now().duration_since(began).as_secs();
        assert_eq!(took, 60, "the timeout comes before the heartbeat of second 65");
    });
}

#[test]
fn heartbeats_by_token_end_when_they_end() {
    block_on(async {
        let (engine, clock, desk, mut tokens) = desk();
        let began = clock.now();
        let execution = engine.register(Approval, desk).start(json!({}));
        let token = tokens.recv().await.unwrap();
        clock.sleep(Duration::from_secs(15)).await;
        engine.callbacks().heartbeat(&token).unwrap();
        execution.await.unwrap();
        assert_eq!(clock.now().duration_since(began).as_secs(), 35);
    });
}

#[test]
fn the_result_has_to_fit_the_binding() {
    block_on(async {
        let (engine, _, desk, mut tokens) = desk();
        let flow = engine.register(TypedApproval, desk);
        let good = flow.start(json!({}));
        engine.callbacks().succeed(&tokens.recv().await.unwrap(), true).unwrap();
        assert_eq!(good.await.unwrap().output, json!(true));
        let bad = flow.start(json!({}));
        engine.callbacks().succeed(&tokens.recv().await.unwrap(), "yes").unwrap();
        let error = bad.await.unwrap_err();
        assert_eq!((error.error(), error.state()), ("States.TaskFailed", Some("Approve")));
    });
}

#[test]
fn an_output_without_a_json_form_leaves_the_task_waiting() {
    block_on(async {
        let (engine, _, desk, mut tokens) = desk();
        let execution = engine.register(Approval, desk).start(json!({}));
        let token = tokens.recv().await.unwrap();
        let strange = std::collections::BTreeMap::from([(vec![1], 1)]);
        let refused = engine.callbacks().succeed(&token, strange);
        assert!(matches!(refused, Err(CallbackError::InvalidOutput(_))), "{refused:?}");
        engine.callbacks().succeed(&token, 1).unwrap();
        assert_eq!(execution.await.unwrap().output, json!(1));
    });
}

#[test]
fn a_result_by_token_has_the_limit_of_payloads() {
    block_on(async {
        let (engine, _, desk, mut tokens) = desk();
        let execution = engine.register(Approval, desk).start(json!({}));
        let token = tokens.recv().await.unwrap();
        engine.callbacks().succeed(&token, "x".repeat(300_000)).unwrap();
        let error = execution.await.unwrap_err();
        assert_eq!((error.error(), error.status()), ("States.DataLimitExceeded", Status::Failed));
    });
}

#[test]
fn a_stopped_execution_takes_its_token_with_it() {
    block_on(async {
        let (engine, _, desk, mut tokens) = desk();
        let execution = engine.register(Approval, desk).start(json!({}));
        let token = tokens.recv().await.unwrap();
        execution.stop("Operator", "");
        assert_eq!(execution.await.unwrap_err().status(), Status::Aborted);
        let refused = engine.callbacks().succeed(&token, 1);
        assert_eq!(refused, Err(CallbackError::TaskDoesNotExist));
    });
}

#[test]
fn a_submission_is_an_event_of_its_own() {
    block_on(async {
        let (engine, _, desk, mut tokens) = desk();
        let execution = engine.register(Callback, desk).start(json!({}));
        let token = tokens.recv().await.unwrap();
        engine.callbacks().succeed(&token, json!({})).unwrap();
        // Entered, scheduled, started, submitted, succeeded, exited, entered.
        let cause = execution.await.unwrap_err().cause().to_owned();
        assert!(cause.contains("'Read' (entered at the event id #8)"), "{cause}");
    });
}

#[test]
fn a_function_that_calls_back_has_no_envelope_around_its_result() {
    sfn! {
        machine LambdaCallback from "tests/api/definitions/lambda_callback.asl.json" {
            tasks { lambda "ask" => async fn ask(payload: &Value) -> bool; }
        }
    }
    impl LambdaCallbackTasks for Desk {
        async fn ask(
            &self,
            cx: &TaskContext<'_>,
            payload: &Value,
        ) -> Result<Answer<bool>, TaskError> {
            if *payload == json!({ "now": true }) {
                return Ok(Answer::Done(true));
            }
            self.0.send(cx.task_token()).unwrap();
            Ok(Answer::Submitted)
        }
    }
    block_on(async {
        let (engine, _, desk, mut tokens) = desk();
        let flow = engine.register(LambdaCallback, desk);
        assert_eq!(flow.run(json!({ "now": true })).await.unwrap().output, json!(true));
        let execution = flow.start(json!({}));
        engine.callbacks().succeed(&tokens.recv().await.unwrap(), false).unwrap();
        assert_eq!(execution.await.unwrap().output, json!(false));
    });
}
