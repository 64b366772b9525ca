//! What applications do with compiled machines: start them, serve their tasks, watch them, and
//! rely on their limits.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod bindings;
mod callbacks;
mod cancelling;
mod checkpoint;
mod clock;
mod concurrency;
mod context;
mod handlers;
mod inline;
mod limits;
mod observing;
mod randomness;
mod starting;
mod support;
mod typed;
mod view;
