//! Executions go from thread to thread, and many of them run at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use sfn::{Engine, Execution, Start, TaskContext, TaskError, Value, Workflow, json, sfn};
use tokio::sync::Semaphore;

sfn! { machine OneTask from "tests/api/definitions/one_task.asl.json"; }

/// Lets nobody go on before the gate opens.
struct Gate {
    open: Semaphore,
    waiting: AtomicUsize,
}

impl OneTaskTasks for Arc<Gate> {
    async fn work(&self, _: &TaskContext<'_>, input: &Value) -> Result<Value, TaskError> {
        self.waiting.fetch_add(1, Ordering::SeqCst);
        let _permit = self.open.acquire().await.unwrap();
        Ok(input.clone())
    }
}

#[test]
fn what_applications_hold_goes_from_thread_to_thread() {
    fn is_send_and_sync<T: Send + Sync>(_: &T) {}
    fn is_send<T: Send>(_: &T) {}
    let gate = Arc::new(Gate { open: Semaphore::new(0), waiting: AtomicUsize::new(0) });
    let engine = Engine::new();
    let flow: Workflow<OneTask, Arc<Gate>> = engine.register(OneTask, gate);
    is_send_and_sync(&engine);
    is_send_and_sync(&engine.callbacks());
    is_send_and_sync(&flow);
    is_send(&flow.run(json!(1)));
    is_send(&flow.run_json(b"1"));
    is_send(&flow.start(json!(1)));
    fn is_send_static<T: Send + 'static>() {}
    is_send_static::<Execution<Value>>();
    is_send_static::<Start<Value>>();
    is_send_static::<<OneTask as sfn::StateMachine>::Frame>();
}

#[test]
fn ten_thousand_executions_wait_at_once() {
    const COUNT: usize = 10_000;
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = runtime.worker_threads(2).enable_time().build().unwrap();
    runtime.block_on(async {
        let gate = Arc::new(Gate { open: Semaphore::new(0), waiting: AtomicUsize::new(0) });
        let flow = Engine::new().register(OneTask, Arc::clone(&gate));
        let executions: Vec<_> = (0..COUNT).map(|n| flow.start(json!(n))).collect();
        while gate.waiting.load(Ordering::SeqCst) < COUNT {
            tokio::task::yield_now().await;
        }
        gate.open.add_permits(COUNT);
        for (n, execution) in executions.into_iter().enumerate() {
            assert_eq!(execution.await.unwrap().output, json!(n));
        }
    });
}

#[test]
fn a_workflow_is_shared_by_its_clones() {
    let gate = Arc::new(Gate { open: Semaphore::new(1), waiting: AtomicUsize::new(0) });
    let flow = Engine::new().register(OneTask, Arc::clone(&gate));
    crate::support::block_on(async {
        flow.clone().run(json!(1)).await.unwrap();
        flow.clone().run(json!(2)).await.unwrap();
    });
    assert_eq!(gate.waiting.load(Ordering::SeqCst), 2);
}
