//! What nested Parallels take of the stack: how far below the caller of `run` the handler of the
//! innermost task stands.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde::Serialize;
use sfn::{Engine, Value};

use crate::machines::{Depth, Parallels20, here};
use crate::{print, runtime};

/// What a prototype took.
const AIM: f64 = 24_000.0;

#[derive(Serialize)]
struct Stack {
    nested: u32,
    stack_bytes: usize,
    aim: f64,
}

pub(crate) fn measure() {
    let flow = Engine::new().register(Parallels20, Depth(AtomicUsize::new(0)));
    let top = here();
    let ended = runtime().block_on(Box::pin(flow.run(Value::Null)));
    assert!(ended.is_ok(), "the execution succeeds");
    let bottom = flow.tasks().0.load(Ordering::Relaxed);
    print(&Stack { nested: 20, stack_bytes: top.abs_diff(bottom), aim: AIM });
}
