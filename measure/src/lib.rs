//! What is measured: the benchmark workflows as `sfn!` compiles them and as `asl-interpreter` walks
//! them, beside the same flows written by hand and, with the feature `peers`, beside the crate
//! `asl`; and expressions of JSONata likewise, beside the crate `jsonata-core`.
//!
//! - [`runners`](fn@runners): every version of every workflow and expression, checked against its expected output
//!   and ready to run any number of times.
//! - [`COMPARISONS`]: which versions are set side by side, and what is aimed at.
//!
//! The workflows' definitions, inputs and expected outputs stand in `benches/workflows`, the flows
//! written by hand in `benches/native`, the machine expanded by hand in `tests/expanded`, the
//! expressions in `benches/queries`. Users of
//! this crate are `benches/workflows.rs` (criterion) and the programs `measure-time` and
//! `measure-memory`, which `cargo xtask bench` runs.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that cannot be made ends the program"
)]

#[cfg(feature = "peers")]
mod asl_crate;
mod comparison;
mod compiled;
mod data;
mod dsl;
mod interpreted;
#[path = "../../benches/native/mod.rs"]
pub mod native;
mod queries;
mod runner;
mod runners;
#[path = "../../tests/expanded/w2_dsl.rs"]
#[rustfmt::skip]
pub mod w2_dsl;
#[path = "../../tests/expanded/w2_typed.rs"]
pub mod w2_typed;

pub use comparison::{COMPARISONS, Comparison};
pub use runner::Runner;
pub use runners::{runner, runners};
