//! Machines in the typed DSL: what they do, and that they do what the definition says that they
//! export.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod border;
mod checkpoints;
mod export;
mod features;
mod inner;
mod keywords;
mod kinds;
mod lets;
mod matches;
mod names;
mod panics;
mod support;
mod tried;
