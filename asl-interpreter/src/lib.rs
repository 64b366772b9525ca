//! Runs machines of the Amazon States Language that are only known at run time.
//!
//! An [`Interpreter`] walks the same intermediate representation that `sfn!` compiles, behind the
//! same [`StateMachine`](asl_runtime::StateMachine) trait and with the same functions on data, so
//! that both give the same outputs, errors and observations.
//!
//! What does not depend on an execution is done once, when the interpreter is made: names become
//! indexes, paths their keys, constants values. In the flow of a state, from the ground up:
//!
//! - `literal`, `jsonpath`, `path`: constants and paths.
//! - `expr`, with `condition`, `comparison` and `intrinsic`: expressions.
//! - `query`: JSONata.
//! - `scope` what they read, `flow` what a state computes, `assign` its variables.
//! - `state` has one file for each type of state.
//! - `tables`, `resolver`, `program`: how a machine is resolved.
//! - `frame` the data of an execution, `interpreter` the machine.

mod assign;
mod checkpoint;
mod comparison;
mod condition;
mod error;
mod expr;
mod flow;
mod frame;
mod interpreter;
mod intrinsic;
mod jsonpath;
mod literal;
mod path;
mod program;
mod query;
mod recorder;
mod resolver;
mod scope;
mod state;
mod tables;
pub mod test_state;

pub use error::InvalidMachine;
pub use frame::Frame;
pub use interpreter::{Interpreter, Options};
pub use jsonpath::json_path;
pub use query::Expression;
