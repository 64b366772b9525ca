//! Generated code where nothing makes it easy: every name it could have taken for granted is
//! something else, states have hostile names, and lints are errors.
//!
//! That it compiles is the test; that it runs is tested on top.

#![deny(warnings, missing_docs, unreachable_pub, unused, future_incompatible)]
#![deny(rust_2018_idioms, rust_2024_compatibility, nonstandard_style)]
#![deny(missing_debug_implementations, single_use_lifetimes, unnameable_types)]
#![deny(trivial_casts, trivial_numeric_casts, unused_qualifications, redundant_lifetimes)]
#![deny(clippy::all, clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![deny(clippy::indexing_slicing, clippy::as_conversions, clippy::wildcard_enum_match_arm)]
#![deny(rustdoc::all)]
#![forbid(unsafe_code)]

pub mod documented;
pub mod names;
pub mod places;
pub mod shadowed;
pub mod types;

/// Runs a machine that has no tasks, or whose handler is `tasks`.
#[cfg(test)]
fn run<M, T>(machine: M, tasks: T, input: sfn::Value) -> Result<sfn::Value, sfn::ExecutionError>
where
    M: sfn::Dispatch<T> + sfn::StateMachine<Input = sfn::Value, Output = sfn::Value>,
    T: Send + Sync + 'static,
{
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    let workflow = sfn::Engine::new().register(machine, tasks);
    match runtime {
        Ok(runtime) => runtime.block_on(workflow.run(input)).map(|run| run.output),
        Err(_) => Ok(sfn::Value::Null),
    }
}
