//! What a waiting execution or child takes: the heap that many of them hold, divided by how many
//! they are.
//!
//! All of them share one input, so what counts is the executions alone. They wait in a Task whose
//! handler never answers (and has a timeout, so two timers are armed), or in a Wait. They are
//! driven by `run`, its future boxed and polled once, or by `start`, in a tokio task of their own. The
//! children are the iterations of one Map; their tasks have no timeout.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;

use serde::Serialize;
use sfn::{Dispatch, Engine, ExecutionType, StateMachine, Value, Workflow, json};
use stats_alloc::Region;

use crate::machines::dsl_200::{Flow, Order};
use crate::machines::{Children, Express5, Never, Standard5, Standard200};
use crate::{ALLOCATOR, print, runtime};

/// Executions that wait at the same time.
const EXECUTIONS: usize = 10_000;
/// The most bytes that one should take.
const AIM: f64 = 1000.0;
/// The bytes that a child of a prototype took.
const CHILD_AIM: f64 = 448.0;

#[derive(Serialize)]
struct Waiting<'a> {
    machine: &'a str,
    execution_type: &'a str,
    waits_in: &'a str,
    driven_by: &'a str,
    heap_bytes: f64,
    /// Size of the future that `run` gives.
    future_bytes: usize,
    /// Size of the machine's frame, which is a part of that future.
    frame_bytes: usize,
    aim: f64,
}

pub(crate) fn count() {
    machine("5 states", &Engine::new().register(Standard5, Never), document);
    machine("5 states", &Engine::new().register(Express5, Never), document);
    machine("200 states", &Engine::new().register(Standard200, Never), document);
    let order = |wait| Order { wait, ..Order::default() };
    machine("200 states, DSL", &Engine::new().register(Flow, Never), order);
    children(&Engine::new().register(Children, Never));
}

fn children(flow: &Workflow<Children, Never>) {
    for (waits_in, wait) in [("Task", false), ("Wait", true)] {
        let items = sfn::value::Array::from(vec![json!({ "wait": wait }); EXECUTIONS]);
        let input = Value::from(items);
        let future_bytes = size_of_val(&flow.run(input.clone()));
        let heap_bytes = runtime().block_on(async {
            let mut execution = Box::pin(flow.run(input));
            let region = Region::new(ALLOCATOR);
            poll_once(execution.as_mut()).await;
            // A Map yields after so many children; this lets it go on.
            for _ in 0..EXECUTIONS / 1024 {
                poll_once(execution.as_mut()).await;
            }
            held(&region)
        });
        print(&Waiting {
            machine: "3 states, in a Map",
            execution_type: "Express",
            waits_in,
            driven_by: "run",
            heap_bytes,
            future_bytes,
            frame_bytes: size_of::<<Children as StateMachine>::Frame>(),
            aim: CHILD_AIM,
        });
    }
}

/// What a machine of ASL is started with. All executions share it.
fn document(wait: bool) -> Value {
    json!({ "id": "o-1", "amount": 5, "wait": wait, "customer": {"name": "Ann"} })
}

/// An input of structs has no data on the heap, so that here, too, the execution alone counts.
fn machine<M, I>(name: &str, flow: &Workflow<M, Never>, input: impl Fn(bool) -> I)
where
    M: Dispatch<Never> + StateMachine<Input = I>,
    I: Clone,
{
    let execution_type = match flow.machine().definition().execution_type {
        ExecutionType::Standard => "Standard",
        ExecutionType::Express => "Express",
    };
    for (waits_in, wait) in [("Task", false), ("Wait", true)] {
        let input = input(wait);
        let future_bytes = size_of_val(&flow.run(input.clone()));
        for (driven_by, heap_bytes) in
            [("run", by_run(flow, &input)), ("start", by_start(flow, &input))]
        {
            print(&Waiting {
                machine: name,
                execution_type,
                waits_in,
                driven_by,
                heap_bytes,
                future_bytes,
                frame_bytes: size_of::<M::Frame>(),
                aim: AIM,
            });
        }
    }
}

/// Bytes of an execution whose future is boxed.
fn by_run<M>(flow: &Workflow<M, Never>, input: &M::Input) -> f64
where
    M: Dispatch<Never>,
    M::Input: Clone,
{
    runtime().block_on(async {
        let mut executions = Vec::with_capacity(EXECUTIONS);
        let region = Region::new(ALLOCATOR);
        for _ in 0..EXECUTIONS {
            let mut execution = Box::pin(flow.run(input.clone()));
            poll_once(execution.as_mut()).await;
            executions.push(execution);
        }
        held(&region)
    })
}

/// Bytes of an execution that runs in a task of its own, its handle included.
fn by_start<M>(flow: &Workflow<M, Never>, input: &M::Input) -> f64
where
    M: Dispatch<Never>,
    M::Input: Clone,
{
    runtime().block_on(async {
        let mut executions = Vec::with_capacity(EXECUTIONS);
        let region = Region::new(ALLOCATOR);
        for _ in 0..EXECUTIONS {
            executions.push(flow.start(input.clone()));
            tokio::task::yield_now().await;
        }
        held(&region)
    })
}

/// Polls what does not end.
async fn poll_once(mut future: Pin<&mut impl Future>) {
    poll_fn(|cx| {
        assert!(future.as_mut().poll(cx).is_pending(), "the execution waits");
        Poll::Ready(())
    })
    .await;
}

/// Bytes allocated since and not given back, for each execution.
fn held(region: &Region<'_, std::alloc::System>) -> f64 {
    let stats = region.change();
    stats.bytes_allocated.saturating_sub(stats.bytes_deallocated) as f64 / EXECUTIONS as f64
}
