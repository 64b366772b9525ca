//! Generated code as text, compiled as if somebody had written it.
//!
//! [`w1`], [`w2`], [`children`] and [`hostile`] are what `sfn!` makes of their definitions, kept up to date by
//! the test `snapshots`, and so is [`w2_dsl`], a machine in the typed DSL. [`w2_typed`] is the same
//! machine written by hand.

#![deny(warnings, missing_docs)]

// Formatted by prettyplease, which `rustfmt` would not leave alone.
#[rustfmt::skip]
pub mod children;
#[rustfmt::skip]
pub mod hostile;
#[rustfmt::skip]
pub mod w1;
#[rustfmt::skip]
pub mod w2;
#[rustfmt::skip]
pub mod w2_dsl;
#[allow(clippy::manual_async_fn, reason = "it shows the shape of the trait's method")]
pub mod w2_typed;

mod runs;
