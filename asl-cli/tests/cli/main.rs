//! The command from outside: arguments and files in, standard output, standard error and exit
//! status out.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod bad_input;
mod check;
mod eval;
mod expand;
mod fmt;
mod graph;
mod help;
mod run;
mod support;
mod test_state;
