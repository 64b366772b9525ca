//! Counts what executions allocate, and what they take while they wait. Prints a JSON object a line.
//!
//! ```text
//! measure-memory allocations  allocations and bytes of one execution, for every runner
//! measure-memory waiting      bytes of one waiting execution, and of one waiting child
//! measure-memory stack        bytes of stack that nested Parallels take
//! ```
//!
//! Its allocator counts, so nothing is timed here: that is for `measure-time`.

mod allocations;
mod machines;
mod stack;
mod waiting;

use std::alloc::System;
use std::process::ExitCode;

use serde::Serialize;
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};
use tokio::runtime::{Builder, Runtime};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("allocations") => allocations::count(),
        Some("waiting") => waiting::count(),
        Some("stack") => stack::measure(),
        _ => {
            eprintln!("usage: measure-memory allocations | waiting | stack");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn print(line: &impl Serialize) {
    if let Ok(line) = serde_json::to_string(line) {
        println!("{line}");
    }
}

#[allow(clippy::expect_used, reason = "a measurement that cannot be made ends the program")]
fn runtime() -> Runtime {
    Builder::new_current_thread().enable_time().build().expect("a runtime")
}
