//! Machines in the typed DSL: what they do, and that they do what the definition says that they
//! export.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod border;
mod features;
mod inner;
mod keywords;
mod kinds;
mod lets;
mod names;
mod panics;
mod support;
mod twins;
