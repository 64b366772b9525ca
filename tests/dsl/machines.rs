//! Machines in the typed DSL: what they do, and that they do what the definition says that they
//! export.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod border;
mod export;
mod inner;
mod kinds;
mod names;
mod support;
