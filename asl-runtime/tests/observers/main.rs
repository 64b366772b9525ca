//! What observers keep of executions, on a machine written by hand.
//!
//! The orders and ids are those of executions recorded on AWS, unless a test says otherwise.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![allow(clippy::indexing_slicing, reason = "tests")]

mod children;
mod description;
mod json;
mod log;
mod machine;
mod support;
mod table;
mod tasks;
