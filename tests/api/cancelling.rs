//! Executions that are dropped or stopped, and what becomes of their handlers.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use sfn::{Cancellation, Status, TaskContext, TaskError, Value, json, sfn};

use crate::support::{block_on, engine};

sfn! { machine OneTask from "tests/api/definitions/one_task.asl.json"; }

/// Never answers, and leaves a cancellation behind.
#[derive(Default)]
struct Never {
    called: Arc<AtomicBool>,
    dropped: Arc<AtomicBool>,
    left: Arc<Mutex<Option<Cancellation>>>,
}

/// Says when it is dropped.
struct Guard(Arc<AtomicBool>);

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

impl OneTaskTasks for Never {
    async fn work(&self, cx: &TaskContext<'_>, input: &Value) -> Result<Value, TaskError> {
        let _guard = Guard(Arc::clone(&self.dropped));
        self.called.store(true, Ordering::SeqCst);
        *self.left.lock().unwrap() = Some(cx.cancellation());
        if input.is_null() {
            return Ok(Value::Null);
        }
        std::future::pending().await
    }
}

async fn turns() {
    for _ in 0..8 {
        tokio::task::yield_now().await;
    }
}

#[test]
fn dropping_a_run_drops_its_handler() {
    block_on(async {
        let flow = engine().register(OneTask, Never::default());
        let called = Arc::clone(&flow.tasks().called);
        tokio::select! {
            biased;
            _ = flow.run(json!({})) => panic!("it never ends"),
            () = async { while !called.load(Ordering::SeqCst) { tokio::task::yield_now().await } } => {}
        }
        assert!(flow.tasks().dropped.load(Ordering::SeqCst));
        assert!(flow.tasks().left.lock().unwrap().as_ref().unwrap().is_cancelled());
    });
}

#[test]
fn stopping_an_execution_drops_its_handler() {
    block_on(async {
        let flow = engine().register(OneTask, Never::default());
        let execution = flow.start(json!({}));
        turns().await;
        assert!(flow.tasks().called.load(Ordering::SeqCst));
        assert!(!flow.tasks().dropped.load(Ordering::SeqCst));
        execution.stop("Operator", "");
        assert_eq!(execution.await.unwrap_err().status(), Status::Aborted);
        assert!(flow.tasks().dropped.load(Ordering::SeqCst));
    });
}

#[test]
fn spawned_work_hears_of_the_end() {
    block_on(async {
        let flow = engine().register(OneTask, Never::default());
        let execution = flow.start(json!({}));
        turns().await;
        let mut cancellation = flow.tasks().left.lock().unwrap().take().unwrap();
        assert!(!cancellation.is_cancelled());
        let work = tokio::spawn(async move {
            cancellation.cancelled().await;
            cancellation.is_cancelled()
        });
        turns().await;
        assert!(!work.is_finished());
        execution.stop("Operator", "");
        assert!(work.await.unwrap());
    });
}

#[test]
fn an_attempt_that_has_ended_well_is_over_too() {
    block_on(async {
        let flow = engine().register(OneTask, Never::default());
        flow.run(Value::Null).await.unwrap();
        let mut cancellation = flow.tasks().left.lock().unwrap().take().unwrap();
        assert!(cancellation.is_cancelled());
        cancellation.cancelled().await;
    });
}
